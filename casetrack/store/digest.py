"""What became known in a span: the log of changes, summed up for each case, ruling and hearing.

A fact that was set, moved and moved again is told once, as it stands at the end of the span, with what
was known of it before. What a rebuild finds in old articles is no news and is left out. To these comes
what has fallen due in the span: hearings that nobody told the outcome of, and cases fallen silent.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from typing import Any, NamedTuple

from casetrack.store.assemble import case_rows, hearing_rows, ruling_rows
from casetrack.store.changes import STATE, name_change
from casetrack.store.connect import Store
from casetrack.store.day_rows import SECTIONS, Digest, DigestEntry
from casetrack.store.follows import followed_cases
from casetrack.store.followups import list_due
from casetrack.store.place import read_clock, select_many
from casetrack.store.query import select_ids
from casetrack.store.rows import CaseRow, Filters, HearingRow, RulingRow

BOOKMARK = "last"
NEWS = {
    "ruling": {"new": "rulings", "changed": "rulings", "gone": "withdrawn"},
    "hearing": {
        "new": "set",
        "moved": "moved",
        "postponed": "cancelled",
        "cancelled": "cancelled",
        "held": "held",
        "gone": "withdrawn",
    },
}
"""The section that tells what became of a fact; any other change is too small to be told."""
TOLD = ("date", "disposition")
"""A ruling has changed when one of these has; how its subject is worded changes with every article."""
Fact = RulingRow | HearingRow
NO_FILTERS = Filters()


@dataclass(frozen=True, slots=True)
class Span:
    """Changes after the one numbered `after`, from the instant `since` on, before the instant `before`.

    `today` is the day it is at the end, without which nothing is due; `first` the first day on which what
    fell due has not been told, None for all days.
    """

    after: int = 0
    since: str | None = None
    before: str | None = None
    today: date | None = None
    first: date | None = None


class Change(NamedTuple):
    """One row of the log."""

    id: int
    at: str
    case_id: int
    kind: str
    uid: str | None
    what: str
    before: str | None
    origin: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which entries are wanted: what fits `include` and no one of `exclude`, of cases followed or of all."""

    include: Filters = NO_FILTERS
    exclude: tuple[Filters, ...] = ()
    followed: bool = False
    sections: tuple[str, ...] = SECTIONS


def read_digest(store: Store, span: Span, wanted: Wanted) -> Digest:
    """Sum up the changes of a span, section by section, each in order of case and day."""
    with store.snapshot() as db:
        changes = _changes(db, span)
        follows = followed_cases(store)
        entries = [*_new_cases(db, changes, follows), *_facts(db, changes, follows, span)]
        if "due" in wanted.sections:
            entries += _due(store, changes, follows, span)
        allowed = _make_gate(store, wanted)
        kept = [entry for entry in entries if entry.section in wanted.sections and allowed(entry)]
        kept.sort(key=lambda e: (SECTIONS.index(e.section), not e.followed, e.caption, e.case_id, _day_of(e)))
        return Digest(span.since, span.before, _last_told(db, span), tuple(kept))


def read_bookmark(store: Store, name: str = BOOKMARK) -> tuple[int, str | None]:
    """Give the number of the last change that was told, and when; 0 and None where none was."""
    row = store.db.execute("select change_id, set_at from bookmarks where name = ?", (name,)).fetchone()
    return (int(row[0]), str(row[1])) if row else (0, None)


def set_bookmark(store: Store, change: int, name: str = BOOKMARK, at: str | None = None) -> None:
    """Note that all changes up to this one have been told."""
    with store.write() as db:
        db.execute("insert or replace into bookmarks values (?, ?, ?)", (name, change, at or read_clock()))


def _changes(db: sqlite3.Connection, span: Span) -> list[Change]:
    rows = db.execute(
        "select id, at, case_id, kind, uid, what, before, origin from changes where origin != 'rebuild'"
        " and id > ? and at >= ? and at < ? order by id",
        (span.after, span.since or "", span.before or "~"),
    )
    return [Change(*row) for row in rows]


def _last_told(db: sqlite3.Connection, span: Span) -> int:
    """Give the last change that needs no telling again: the one before the first that lies after the span."""
    newest = db.execute(
        "select coalesce((select min(id) - 1 from changes where id > ? and at >= ?), max(id), 0)"
        " from changes",
        (span.after, span.before or "~"),
    ).fetchone()[0]
    return max(span.after, int(newest))


def _new_cases(
    db: sqlite3.Connection, changes: Sequence[Change], follows: dict[int, tuple[str, ...]]
) -> Iterable[DigestEntry]:
    """Give the cases that are new; one that was merged into another since is none."""
    known = {change.case_id: change for change in changes if (change.kind, change.what) == ("case", "new")}
    for case in case_rows(db, [*known]):
        told = known[case.id]
        yield _entry("cases", "case", "new", told.at, case, follows, None, case=case, origin=told.origin)


def _facts(
    db: sqlite3.Connection, changes: Sequence[Change], follows: dict[int, tuple[str, ...]], span: Span
) -> Iterable[DigestEntry]:
    """Give what became of each ruling and hearing that the changes speak of."""
    by_uid: dict[str, list[Change]] = {}
    for change in changes:
        if change.uid:
            by_uid.setdefault(change.uid, []).append(change)
    now = _facts_at_end(db, [*by_uid], span)
    for uid, told in by_uid.items():
        first, last = told[0], told[-1]
        before = None if first.what == "new" else json.loads(first.before or "{}")
        fact = now.get(uid)
        what = _name(first.kind, before, fact)
        section = NEWS[first.kind].get(what)
        if section is not None:
            label = fact or _label(db, last.case_id, before or {})
            found = {"fact": fact, "origin": last.origin}
            yield _entry(section, first.kind, what, last.at, label, follows, before, **found)


def _due(
    store: Store, changes: Sequence[Change], follows: dict[int, tuple[str, ...]], span: Span
) -> Iterable[DigestEntry]:
    """Give what is to be asked after since the span began: hearings as they were known at its end."""
    if span.today is None:
        return
    heard_of = [change.uid for change in changes if change.uid and change.what in ("new", "moved")]
    rows = list_due(store, span.today, span.first, heard_of)
    known = _facts_at_end(store.db, [row.uid for row in rows if row.uid], span)
    for row in rows:
        fact = known.get(row.uid or "")
        if isinstance(fact, HearingRow) and fact.date == row.date:
            what = "silent" if row.kind == "silent" else "passed"
            at = datetime.combine(span.today, time()).astimezone(UTC).isoformat(timespec="seconds")
            yield _entry("due", "hearing", what, at, fact, follows, None, fact=fact, days=row.days)


def _facts_at_end(db: sqlite3.Connection, uids: Sequence[str], span: Span) -> dict[str, Fact]:
    """Give the facts as they were known at the end of the span."""
    found = _facts_now(db, uids)
    for uid, then in _later(db, uids, span).items():
        fact = found.pop(uid, None)
        if fact is not None and then is not None:
            state: dict[str, Any] = {name: then.get(name) for name in STATE[_kind_of(fact)]}
            found[uid] = replace(fact, **state)
    return found


def _kind_of(fact: Fact) -> str:
    return "ruling" if isinstance(fact, RulingRow) else "hearing"


def _facts_now(db: sqlite3.Connection, uids: Sequence[str]) -> dict[str, Fact]:
    found: dict[str, Fact] = {}
    for table, assemble in (("rulings", ruling_rows), ("hearings", hearing_rows)):
        sql = f"select id from {table} where uid in ({{marks}}) order by id"
        for row in assemble(db, [row[0] for row in select_many(db, sql, uids)]):
            found[row.uid or ""] = row
    return found


def _later(db: sqlite3.Connection, uids: Sequence[str], span: Span) -> dict[str, dict[str, Any] | None]:
    """Give for facts that changed after the span what was known of them until then; None: nothing."""
    if span.before is None:
        return {}
    found: dict[str, dict[str, Any] | None] = {}
    sql = "select uid, before, at from changes where uid in ({marks}) order by id"
    for uid, before, at in select_many(db, sql, uids):
        if at >= span.before and uid not in found:
            found[uid] = json.loads(before) if before else None
    return found


def _name(kind: str, before: dict[str, Any] | None, fact: Fact | None) -> str:
    """Name what became of a fact between the two ends of the span, as NEWS does; empty for nothing.

    A hearing put off to a day that is known has moved; one set again after it was called off is new.
    """
    if fact is None:
        return "" if before is None else "gone"
    after = {name: getattr(fact, name) for name in STATE[kind]}
    status = after.get("status", "scheduled")
    if before is None:
        return "new" if status == "scheduled" else status
    other_day = after["date"] is not None and before.get("date") != after["date"]
    if kind == "hearing" and other_day and status in ("scheduled", "postponed"):
        return "moved"
    if status == "scheduled" and before.get("status", status) in ("postponed", "cancelled"):
        return "new"
    told = TOLD if kind == "ruling" else STATE[kind]
    changed = any(before.get(name) != after[name] for name in told)
    return name_change(before, after) if changed else ""


def _label(db: sqlite3.Connection, case_id: int, state: dict[str, Any]) -> CaseRow | tuple[int, str, str]:
    """Name the case of a fact that is gone: what its id leads to, else what it was called."""
    row = db.execute("select case_id from former_ids where old_id = ?", (case_id,)).fetchone()
    found = case_rows(db, [row[0] if row else case_id])
    return found[0] if found else (case_id, "", str(state.get("caption", "")))


def _entry(
    section: str,
    kind: str,
    what: str,
    at: str,
    label: CaseRow | Fact | tuple[int, str, str],
    follows: dict[int, tuple[str, ...]],
    before: dict[str, Any] | None,
    **found: Any,
) -> DigestEntry:
    if isinstance(label, tuple):
        case_id, slug, caption = label
    else:
        case_id = label.id if isinstance(label, CaseRow) else label.case_id
        slug, caption = label.slug, label.caption
    followed, notes = case_id in follows, follows.get(case_id, ())
    return DigestEntry(section, kind, what, at, case_id, slug, caption, followed, notes, before, **found)


def _day_of(entry: DigestEntry) -> str:
    return (entry.fact.date if entry.fact else (entry.before or {}).get("date")) or ""


def _make_gate(store: Store, wanted: Wanted) -> Any:
    """Make the test that an entry passes the filters; what is gone is known by its case alone."""
    include = _passing(store, wanted.include)
    exclude = [_passing(store, filters) for filters in wanted.exclude]

    def allowed(entry: DigestEntry) -> bool:
        if wanted.followed and not entry.followed:
            return False
        key = (entry.kind, entry.fact.id) if entry.fact else ("case", entry.case_id)
        return (include is None or key in include) and not any(key in out for out in exclude if out)

    return allowed


def _passing(store: Store, filters: Filters) -> set[tuple[str, int]] | None:
    """Give all that passes the filters, as kind and id; None where nothing is asked.

    A disposition is asked of rulings, a type of hearings; where either is asked, nothing else passes.
    """
    if filters == NO_FILTERS:
        return None
    own = {"case": None, "ruling": filters.disposition, "hearing": filters.type}
    kinds = [kind for kind, word in own.items() if word] or [*own]
    return {(kind, i) for kind in kinds for i in select_ids(store, kind, filters)}
