"""Read court news, keep a docket of every case it reports.

Importing the package costs next to nothing: whatever is heavy is imported where it is used.
"""

from __future__ import annotations

__version__ = "0.1.0"
