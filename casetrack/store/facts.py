"""Write what a case's reports come to: its courts and people, its rulings and hearings with sources.

Every function runs inside the caller's write transaction. A fact that is still told keeps its id.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence

from casetrack.combine import Joined
from casetrack.models import CourtRef, Hearing, Ruling
from casetrack.store.connect import fold


def store_court(db: sqlite3.Connection, court: CourtRef | None) -> str | None:
    """Store a court and give its id; one without CourtListener's is known by its name."""
    if court is None:
        return None
    key = court.id or "x-" + re.sub(r"[^a-z0-9]+", "-", (fold(court.name) or "")).strip("-")
    db.execute(
        "insert or ignore into courts values (?, ?, ?, ?)", (key, court.name, court.level, court.jurisdiction)
    )
    return key


def _person_id(db: sqlite3.Connection, name: str, role: str) -> int:
    db.execute("insert or ignore into people (name, role) values (?, ?)", (name, role))
    return int(db.execute("select id from people where name = ? and role = ?", (name, role)).fetchone()[0])


def add_person(db: sqlite3.Connection, case_id: int, name: str, role: str, represents: str | None) -> None:
    """Put a judge or lawyer into a case."""
    db.execute(
        "insert or ignore into case_people values (?, ?, ?, ?)",
        (case_id, _person_id(db, name, role), role, represents),
    )


def write_facts(
    db: sqlite3.Connection, case_id: int, court_id: str | None, kind: str, facts: Sequence[Joined]
) -> None:
    """Bring a case's rulings or hearings to what they are now; a fact that stays keeps its id."""
    table = f"{kind}s"
    stored = {
        row[0]: row[1]
        for row in db.execute(f"select fact_key, id from {table} where case_id = ?", (case_id,))
    }
    keys = _unique_keys(case_id, facts)
    for key in stored.keys() - set(keys):
        db.execute(f"delete from {table} where id = ?", (stored[key],))
    for key, joined in zip(keys, facts, strict=True):
        fact_id = stored.get(key)
        own_court = store_court(db, joined.court) or court_id
        values = {**_fact_values(joined.fact, own_court), **_marks(joined)}
        if fact_id is None:
            fact_id = _insert_fact(db, case_id, table, key, values)
        else:
            _update_fact(db, fact_id, table, values)
        _write_judges(db, fact_id, joined.fact)
        _write_sources(db, kind, fact_id, joined)


def _unique_keys(case_id: int, facts: Sequence[Joined]) -> list[str]:
    seen: dict[str, int] = {}
    keys = []
    for joined in facts:
        key = f"{case_id}:{joined.key}"
        seen[key] = seen.get(key, 0) + 1
        keys.append(key if seen[key] == 1 else f"{key}#{seen[key]}")
    return keys


def _fact_values(fact: Ruling | Hearing, court_id: str | None) -> dict[str, str | None]:
    if isinstance(fact, Ruling):
        return {
            "date": fact.date, "disposition": fact.disposition, "subject": fact.subject,
            "movant": fact.movant, "decided_by": fact.decided_by, "court_id": court_id,
        }  # fmt: skip
    return {
        "date": fact.date, "time": fact.time, "type": fact.type, "status": fact.status,
        "purpose": fact.purpose, "court_id": court_id, "location": fact.location,
        "moved_from": fact.moved_from,
    }  # fmt: skip


def _marks(joined: Joined) -> dict[str, str | None]:
    """Say what of a fact a person set or entered."""
    return {"entered": joined.entered, "corrected": " ".join(joined.corrected) or None}


def _insert_fact(
    db: sqlite3.Connection, case_id: int, table: str, key: str, values: dict[str, str | None]
) -> int:
    row = {"fact_key": key, "case_id": case_id, **values}
    cursor = db.execute(
        f"insert into {table} ({', '.join(row)}) values ({', '.join('?' * len(row))})", tuple(row.values())
    )
    return int(cursor.lastrowid or 0)


def _update_fact(db: sqlite3.Connection, fact_id: int, table: str, values: dict[str, str | None]) -> None:
    settings = ", ".join(f"{name} = ?" for name in values)
    db.execute(f"update {table} set {settings} where id = ?", (*values.values(), fact_id))


def _write_judges(db: sqlite3.Connection, fact_id: int, fact: Ruling | Hearing) -> None:
    if isinstance(fact, Ruling):
        db.execute("delete from ruling_judges where ruling_id = ?", (fact_id,))
        for judge in fact.judges:
            db.execute(
                "insert or ignore into ruling_judges values (?, ?)", (fact_id, _person_id(db, judge, "judge"))
            )


def _write_sources(db: sqlite3.Connection, kind: str, fact_id: int, joined: Joined) -> None:
    db.execute(f"delete from {kind}_sources where {kind}_id = ?", (fact_id,))
    db.executemany(
        f"insert into {kind}_sources values (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (fact_id, article, s.start, s.end, s.quote, s.rule, s.confidence, rank)
            for rank, (article, s) in enumerate(joined.sources)
        ],
    )
