"""Derive the rows of cases from their reports: what a case is called, who is in it, what was decided.

Every function runs inside one write transaction; the same reports give the same rows.
"""

from __future__ import annotations

import hashlib
import re
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from casetrack.combine import Combined, Member, combine_members
from casetrack.decisions.correct import correct_case
from casetrack.models import CaseReport, Hearing, Ruling
from casetrack.store.codec import unpack_report
from casetrack.store.connect import fold, fold_line
from casetrack.store.edits import Finder, decisions_of_case
from casetrack.store.facts import (
    Cases,
    People,
    court_key,
    replace_rows,
    store_courts,
    store_people,
    write_facts,
)
from casetrack.store.place import select_many

CASE_COLUMNS = (
    "caption", "kind", "court_id", "status", "first_reported", "last_reported", "searched", "slug_base",
    "stand",
)  # fmt: skip


def load_members(
    db: sqlite3.Connection, case_ids: Iterable[int], reports: dict[int, CaseReport] | None = None
) -> dict[int, list[Member]]:
    """Give the reports that make up cases; a case that has none is left out.

    Args:
        reports: those read already, by id; the others are put there.
    """
    known = {} if reports is None else reports
    rows = select_many(
        db,
        "select c.case_id, c.id, a.id, a.sha256, a.published, c.position from case_articles c"
        " join articles a on a.id = c.article_id where c.case_id in ({marks})"
        " order by c.case_id, a.id, c.position",
        case_ids,
    )
    missing = [row[1] for row in rows if row[1] not in known]
    if missing:
        sql = "select id, report from case_articles where id in ({marks})"
        known |= {key: unpack_report(packed) for key, packed in select_many(db, sql, missing)}
    members: dict[int, list[Member]] = {}
    for case_id, report_id, article_id, sha256, published, position in rows:
        member = Member(article_id, sha256, published, known[report_id], position)
        members.setdefault(case_id, []).append(member)
    return members


def derive_cases(
    db: sqlite3.Connection, case_ids: Iterable[int], reports: dict[int, CaseReport] | None = None
) -> set[int]:
    """Derive the rows of cases from their reports; gives the cases that had none left and are gone.

    Args:
        reports: those read already, by id.
    """
    changed = sorted(case_ids)
    columns = ", ".join(CASE_COLUMNS)
    sql = f"select id, {columns} from cases where id in ({{marks}})"
    before = {row[0]: row[1:] for row in select_many(db, sql, changed)}
    members = load_members(db, changed, reports)
    gone = set(changed) - members.keys()
    select_many(db, "delete from cases where id in ({marks})", sorted(gone))
    finder = Finder(db)
    cases = {key: derive_case(db, key, members[key], finder) for key in changed if key in members}
    after = {key: _case_values(case, members[key]) for key, case in cases.items()}
    _write_cases(db, cases, after, before)
    moved = [key for key in before if before[key][-2:] != after.get(key, (None, None))[-2:]]
    bases = {row[key][-2] for row in (before, after) for key in moved if key in row and row[key][-2]}
    _settle_slugs(db, bases, [key for key in moved if key in after])
    return gone


def derive_case(db: sqlite3.Connection, case_id: int, members: Sequence[Member], finder: Finder) -> Combined:
    """Combine the reports of a case and correct it by what people decided."""
    hashes = {member.article_id: member.sha256 for member in members}
    decisions = decisions_of_case(db, case_id, members, finder)
    return correct_case(combine_members(members), decisions, hashes)[0]


def make_slug(caption: str) -> str:
    """Make what a slug begins with, and is unless there are namesakes."""
    return re.sub(r"[^a-z0-9]+", "-", fold(caption) or "").strip("-")[:60].strip("-") or "case"


def _case_values(case: Combined, members: Sequence[Member]) -> tuple[Any, ...]:
    """Give the columns of a case; the last two make its slug: its caption, where its first report stands."""
    stand = min(f"{m.published or '9999'}:{m.sha256}:{m.position}" for m in members)
    return (
        case.caption, case.kind, court_key(case.court), case.status or _status_of(case), case.first_reported,
        case.last_reported, _all_names(case), make_slug(case.caption), stand,
    )  # fmt: skip


def _all_names(case: Combined) -> str:
    """Give all that a case is looked for by, folded, a line each: its caption, names and parties."""
    names = (case.caption, *(name for name, _ in case.names), *(party.name for party in case.parties))
    return "\n".join(dict.fromkeys(fold_line(name) for name in names))


def _write_cases(
    db: sqlite3.Connection,
    cases: Cases,
    after: Mapping[int, tuple[Any, ...]],
    before: Mapping[int, tuple[Any, ...]],
) -> None:
    """Write cases with all that belongs to them."""
    store_courts(db, cases)
    settings = ", ".join(f"{name} = ?" for name in CASE_COLUMNS)
    rows = [(*values, key) for key, values in after.items() if values != before[key]]
    db.executemany(f"update cases set {settings} where id = ?", rows)
    people = store_people(db, cases)
    for table, columns, wanted in _parts(cases, people):
        replace_rows(db, table, ("case_id", *columns), wanted)
    write_facts(db, "ruling", cases, people)
    write_facts(db, "hearing", cases, people)


Part = tuple[str, tuple[str, ...], dict[int, list[tuple[Any, ...]]]]


def _parts(cases: Cases, people: People) -> Iterable[Part]:
    """Give the tables that list what a case has, with their columns and rows."""
    numbers = {key: [(number,) for number in case.docket_numbers] for key, case in cases.items()}
    yield "docket_numbers", ("number",), numbers
    yield "case_names", ("name", "article_id"), {key: list(case.names) for key, case in cases.items()}
    parties = {key: [(p.name, p.kind, p.role) for p in case.parties] for key, case in cases.items()}
    yield "parties", ("name", "kind", "role"), parties
    columns = ("person_id", "role", "represents")
    yield "case_people", columns, {key: _people_rows(case, people) for key, case in cases.items()}


def _people_rows(case: Combined, people: People) -> list[tuple[Any, ...]]:
    """Give the judges and lawyers of a case, each once."""
    rows: dict[tuple[int, str], tuple[Any, ...]] = {}
    told = (
        *((j, "judge", None) for j in case.judges),
        *((a.name, "attorney", a.represents) for a in case.attorneys),
    )
    for name, role, represents in told:
        key = people[name, role]
        rows.setdefault((key, role), (key, role, represents))
    return list(rows.values())


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
