"""The database: the only place with SQL. Open it with `open_store`, ask it through `query`."""

from __future__ import annotations

from casetrack.store.connect import Store, open_store

__all__ = ["Store", "open_store"]
