"""Rulings and hearings counted by court, judge, month or outcome."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace

from casetrack.store.connect import Store
from casetrack.store.day_rows import GroupRow
from casetrack.store.query import list_hearings, list_rulings
from casetrack.store.rows import Filters, HearingRow, RulingRow

Fact = RulingRow | HearingRow
Key = tuple[str | None, str | None]
NONE: tuple[Key, ...] = ((None, None),)
MONTH = 7


def _court(fact: Fact) -> Iterable[Key]:
    short = fact.court_id if fact.court_id and not fact.court_id.startswith("x-") else fact.court
    return ((short, fact.court),)


def _judges(fact: Fact) -> Iterable[Key]:
    return tuple((name, name) for name in fact.judges) or NONE


def _month(fact: Fact) -> Iterable[Key]:
    known = fact.date[:MONTH] if fact.date and len(fact.date) >= MONTH else None
    return ((known, known),)


def _disposition(fact: Fact) -> Iterable[Key]:
    said = fact.disposition if isinstance(fact, RulingRow) else None
    return ((said, said),)


KEYS: dict[str, Callable[[Fact], Iterable[Key]]] = {
    "court": _court,
    "judge": _judges,
    "month": _month,
    "disposition": _disposition,
}
"""What facts can be counted by. A fact with several judges counts for each of them."""


def count_groups(store: Store, by: str, filters: Filters) -> list[GroupRow]:
    """Count rulings and hearings by one of KEYS: months in order of time, all else the most first.

    What has no court, judge or month is counted last, under None. An outcome is asked of rulings alone.
    """
    counts: dict[str, Counter[Key]] = {"rulings": Counter(), "hearings": Counter()}
    cases: dict[Key, set[int]] = {}
    outcomes = by == "disposition" or filters.disposition is not None
    facts: list[Fact] = [*list_rulings(store, filters)]
    facts += [] if outcomes else list_hearings(store, replace(filters, disposition=None))
    for fact in facts:
        for key in KEYS[by](fact):
            counts["rulings" if isinstance(fact, RulingRow) else "hearings"][key] += 1
            cases.setdefault(key, set()).add(fact.case_id)
    rows = [
        GroupRow(*key, len(ids), counts["rulings"][key], None if outcomes else counts["hearings"][key])
        for key, ids in cases.items()
    ]
    return sorted(rows, key=lambda row: _order(row, by))


def _order(row: GroupRow, by: str) -> tuple[bool, int, str]:
    total = 0 if by == "month" else row.rulings + (row.hearings or 0)
    return row.value is None, -total, row.value or ""
