"""Derive the rows of cases from their reports: what a case is called, who is in it, what was decided.

Every function runs inside one write transaction; the same reports give the same rows.
"""

from __future__ import annotations

import hashlib
import re
import sqlite3
from collections.abc import Iterable, Sequence

from casetrack.combine import Combined, Member, combine_members
from casetrack.decisions.correct import correct_case
from casetrack.models import Hearing, Ruling
from casetrack.store.codec import report_from_json
from casetrack.store.connect import fold
from casetrack.store.edits import Finder, decisions_of_case
from casetrack.store.facts import add_person, store_court, write_facts


def load_members(db: sqlite3.Connection, case_id: int) -> list[Member]:
    """Give the reports that make up a case."""
    rows = db.execute(
        "select a.id, a.sha256, a.published, c.report, c.position from case_articles c"
        " join articles a on a.id = c.article_id"
        " where c.case_id = ? order by a.id, c.position",
        (case_id,),
    )
    return [Member(row[0], row[1], row[2], report_from_json(row[3]), row[4]) for row in rows]


def derive_cases(db: sqlite3.Connection, case_ids: Iterable[int]) -> set[int]:
    """Derive the rows of cases from their reports; gives the cases that had none left and are gone."""
    gone: set[int] = set()
    bases: set[str] = set()
    changed = sorted(case_ids)
    finder = Finder(db)
    for case_id in changed:
        bases |= {
            row[0] for row in db.execute("select slug_base from cases where id = ?", (case_id,)) if row[0]
        }
        members = load_members(db, case_id)
        if not members:
            db.execute("delete from cases where id = ?", (case_id,))
            gone.add(case_id)
            continue
        case = derive_case(db, case_id, members, finder)
        _write_case(db, case_id, case)
        bases.add(_write_base(db, case_id, case.caption, members))
    _settle_slugs(db, bases, [case_id for case_id in changed if case_id not in gone])
    return gone


def derive_case(db: sqlite3.Connection, case_id: int, members: Sequence[Member], finder: Finder) -> Combined:
    """Combine the reports of a case and correct it by what people decided."""
    hashes = {member.article_id: member.sha256 for member in members}
    decisions = decisions_of_case(db, case_id, members, finder)
    return correct_case(combine_members(members), decisions, hashes)[0]


def make_slug(caption: str) -> str:
    """Make what a slug begins with, and is unless there are namesakes."""
    return re.sub(r"[^a-z0-9]+", "-", fold(caption) or "").strip("-")[:60].strip("-") or "case"


def _write_base(db: sqlite3.Connection, case_id: int, caption: str, members: Sequence[Member]) -> str:
    """Keep what a case's slug is made of: its caption, and where its first report stands."""
    base = make_slug(caption)
    stand = min(f"{m.published or '9999'}:{m.sha256}:{m.position}" for m in members)
    db.execute("update cases set slug_base = ?, stand = ? where id = ?", (base, stand, case_id))
    return base


def _settle_slugs(db: sqlite3.Connection, bases: Iterable[str], changed: Sequence[int]) -> None:
    """Name cases: of several with one caption the first reported has it plain, the rest by their content."""
    wanted: dict[int, str] = {}
    for base in sorted(bases):
        first = db.execute(
            "select id from cases where slug_base = ? order by stand limit 1", (base,)
        ).fetchone()
        if first:
            wanted[first[0]] = base
        for row in db.execute("select id, stand from cases where slug = ? and slug_base = ?", (base, base)):
            if row[0] != first[0]:
                wanted[row[0]] = _long_slug(base, row[1])
    for case_id in changed:
        row = db.execute("select slug_base, stand from cases where id = ?", (case_id,)).fetchone()
        wanted.setdefault(case_id, _long_slug(row[0], row[1]))
    _rename(db, wanted)


def _long_slug(base: str, stand: str) -> str:
    return f"{base}-{hashlib.sha256(stand.encode()).hexdigest()[:6]}"


def _rename(db: sqlite3.Connection, wanted: dict[int, str]) -> None:
    """Give cases their slugs; the slugs they had before still lead to them."""
    for case_id in list(wanted):
        old = db.execute("select slug from cases where id = ?", (case_id,)).fetchone()[0]
        if old == wanted[case_id]:
            del wanted[case_id]
        elif not old.startswith("~"):
            db.execute("insert or ignore into former_slugs values (?, ?)", (old, case_id))
    for case_id in wanted:
        db.execute("update cases set slug = ? where id = ?", (f"~{case_id}", case_id))
    for case_id, slug in sorted(wanted.items()):
        while db.execute("select 1 from cases where slug = ?", (slug,)).fetchone():
            slug += "x"
        db.execute("update cases set slug = ? where id = ?", (slug, case_id))
        db.execute("delete from former_slugs where slug = ? and case_id = ?", (slug, case_id))


def _write_case(db: sqlite3.Connection, case_id: int, case: Combined) -> None:
    court_id = store_court(db, case.court)
    db.execute(
        "update cases set caption = ?, kind = ?, court_id = ?, status = ?,"
        " first_reported = ?, last_reported = ? where id = ?",
        (
            case.caption,
            case.kind,
            court_id,
            case.status or _status_of(case),
            case.first_reported,
            case.last_reported,
            case_id,
        ),
    )
    for table in ("docket_numbers", "case_names", "parties", "case_people"):
        db.execute(f"delete from {table} where case_id = ?", (case_id,))
    db.executemany("insert into docket_numbers values (?, ?)", [(case_id, n) for n in case.docket_numbers])
    db.executemany(
        "insert into case_names values (?, ?, ?)", [(case_id, name, article) for name, article in case.names]
    )
    db.executemany(
        "insert into parties (case_id, name, kind, role) values (?, ?, ?, ?)",
        [(case_id, p.name, p.kind, p.role) for p in case.parties],
    )
    for judge in case.judges:
        add_person(db, case_id, judge, "judge", None)
    for attorney in case.attorneys:
        add_person(db, case_id, attorney.name, "attorney", attorney.represents)
    write_facts(db, case_id, court_id, "ruling", case.rulings)
    write_facts(db, case_id, court_id, "hearing", case.hearings)


def _status_of(case: Combined) -> str:
    """A case is decided when a ruling ended it and no session is still to come."""
    pending = any(
        isinstance(h.fact, Hearing)
        and h.fact.status in {"scheduled", "postponed"}
        and (h.fact.date or "9") >= (case.last_reported or "")
        for h in case.hearings
    )
    final = any(
        isinstance(r.fact, Ruling) and r.fact.disposition in {"sentenced", "acquitted", "dismissed"}
        for r in case.rulings
    )
    return "decided" if final and not pending else "pending"
