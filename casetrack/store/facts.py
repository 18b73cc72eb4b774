"""Write what the reports of cases come to: their courts and people, their rulings and hearings.

Every function runs inside the caller's write transaction and takes many cases at once. A fact that is
still told keeps its id, and rows that are already what they should be are not touched.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from casetrack.combine import Combined, Joined
from casetrack.models import CourtRef, Hearing, Ruling
from casetrack.store.connect import fold
from casetrack.store.place import select_many

MARKS = ("entered", "corrected")
COLUMNS = {
    "ruling": ("date", "disposition", "subject", "movant", "decided_by", "court_id", *MARKS),
    "hearing": (
        "date", "time", "type", "status", "purpose", "court_id", "location", "moved_from", *MARKS,
    ),
}  # fmt: skip
Cases = Mapping[int, Combined]
"""Cases as their reports make them, by id."""
People = Mapping[tuple[str, str], int]
"""The ids of people by name and role."""


def court_key(court: CourtRef | None) -> str | None:
    """Give the id of a court; one without CourtListener's is known by its name."""
    if court is None:
        return None
    return court.id or "x-" + re.sub(r"[^a-z0-9]+", "-", (fold(court.name) or "")).strip("-")


def store_courts(db: sqlite3.Connection, cases: Cases) -> None:
    """Store the courts of cases and of what was decided in them; one that is known stays as it is."""
    found: dict[CourtRef, None] = {}
    for case in cases.values():
        told = (case.court, *(joined.court for joined in (*case.rulings, *case.hearings)))
        found |= dict.fromkeys(court for court in told if court is not None)
    rows = [(court_key(court), court.name, court.level, court.jurisdiction) for court in found]
    db.executemany("insert or ignore into courts values (?, ?, ?, ?)", rows)


def store_people(db: sqlite3.Connection, cases: Cases) -> People:
    """Store the judges and lawyers of cases and give their ids."""
    wanted: dict[tuple[str, str], None] = {}
    for case in cases.values():
        wanted |= dict.fromkeys((judge, "judge") for judge in case.judges)
        wanted |= dict.fromkeys((attorney.name, "attorney") for attorney in case.attorneys)
        facts = (joined.fact for joined in case.rulings)
        wanted |= dict.fromkeys(
            (j, "judge") for fact in facts if isinstance(fact, Ruling) for j in fact.judges
        )
    db.executemany("insert or ignore into people (name, role) values (?, ?)", list(wanted))
    sql = (
        "select p.name, p.role, p.id from json_each(?) w"
        " join people p on p.name = json_extract(w.value, '$[0]') and p.role = json_extract(w.value, '$[1]')"
    )
    return {(name, role): key for name, role, key in db.execute(sql, (json.dumps(list(wanted)),))}


def replace_rows(
    db: sqlite3.Connection,
    table: str,
    columns: Sequence[str],
    wanted: Mapping[int, Sequence[tuple[Any, ...]]],
) -> None:
    """Bring the rows of a table to what they should be, in that order.

    Args:
        columns: the first is what the rows are wanted by.
        wanted: the values of the other columns by that of the first.
    """
    stored: dict[int, list[tuple[Any, ...]]] = {}
    key, listed = columns[0], ", ".join(columns)
    sql = f"select {listed} from {table} where {key} in ({{marks}}) order by rowid"
    for row in select_many(db, sql, wanted):
        stored.setdefault(row[0], []).append(row[1:])
    changed = [home for home, rows in wanted.items() if stored.get(home, []) != list(rows)]
    if not changed:
        return
    select_many(db, f"delete from {table} where {key} in ({{marks}})", changed)
    marks = ", ".join("?" * len(columns))
    rows = [(home, *row) for home in changed for row in wanted[home]]
    db.executemany(f"insert into {table} ({listed}) values ({marks})", rows)


def write_facts(db: sqlite3.Connection, kind: str, cases: Cases, people: People) -> None:
    """Bring the rulings or hearings of cases to what they are now, with their judges and sentences."""
    wanted = {
        (case_id, key): (joined, _values(kind, joined, court_key(case.court)))
        for case_id, case in cases.items()
        for key, joined in _with_keys(case_id, case.rulings if kind == "ruling" else case.hearings)
    }
    stored = _stored_facts(db, kind, cases)
    gone = [row[0] for place, row in stored.items() if place not in wanted]
    select_many(db, f"delete from {kind}s where id in ({{marks}})", gone)
    new = [(*place, *values) for place, (_, values) in wanted.items() if place not in stored]
    names = ("case_id", "fact_key", *COLUMNS[kind])
    marks = ", ".join("?" * len(names))
    db.executemany(f"insert into {kind}s ({', '.join(names)}) values ({marks})", new)
    changed = [
        (*values, stored[place][0])
        for place, (_, values) in wanted.items()
        if place in stored and stored[place][1:] != values
    ]
    settings = ", ".join(f"{name} = ?" for name in COLUMNS[kind])
    db.executemany(f"update {kind}s set {settings} where id = ?", changed)
    ids = {place: row[0] for place, row in (_stored_facts(db, kind, cases) if new else stored).items()}
    _write_tellings(db, kind, {ids[place]: joined for place, (joined, _) in wanted.items()}, people)


def _stored_facts(
    db: sqlite3.Connection, kind: str, cases: Iterable[int]
) -> dict[tuple[int, str], tuple[Any, ...]]:
    """Give the id and the values of each fact by its case and key."""
    columns = ", ".join(COLUMNS[kind])
    sql = f"select case_id, fact_key, id, {columns} from {kind}s where case_id in ({{marks}})"
    return {(row[0], row[1]): row[2:] for row in select_many(db, sql, cases)}


def _with_keys(case_id: int, facts: Sequence[Joined]) -> Iterable[tuple[str, Joined]]:
    """Give facts with what tells them apart; equal ones are numbered."""
    seen: dict[str, int] = {}
    for joined in facts:
        key = f"{case_id}:{joined.key}"
        seen[key] = seen.get(key, 0) + 1
        yield (key if seen[key] == 1 else f"{key}#{seen[key]}"), joined


def _values(kind: str, joined: Joined, court_id: str | None) -> tuple[Any, ...]:
    """Give the columns of a fact: what was read, then what of it a person set or entered."""
    own = {
        "court_id": court_key(joined.court) or court_id,
        "entered": joined.entered,
        "corrected": " ".join(joined.corrected) or None,
    }
    return tuple(own[name] if name in own else getattr(joined.fact, name) for name in COLUMNS[kind])


def _write_tellings(db: sqlite3.Connection, kind: str, facts: Mapping[int, Joined], people: People) -> None:
    """Write who decided each fact and the sentences that tell it."""
    if kind == "ruling":
        judges = {
            fact_id: list(dict.fromkeys((people[judge, "judge"],) for judge in _judges(joined.fact)))
            for fact_id, joined in facts.items()
        }
        replace_rows(db, "ruling_judges", ("ruling_id", "person_id"), judges)
    columns = (f"{kind}_id", "article_id", "start", "end", "quote", "rule", "confidence", "rank")
    sources = {
        fact_id: [
            (article, s.start, s.end, s.quote, s.rule, s.confidence, rank)
            for rank, (article, s) in enumerate(joined.sources)
        ]
        for fact_id, joined in facts.items()
    }
    replace_rows(db, f"{kind}_sources", columns, sources)


def _judges(fact: Ruling | Hearing) -> tuple[str, ...]:
    return fact.judges if isinstance(fact, Ruling) else ()
