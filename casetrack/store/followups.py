"""What to ask after: hearings whose day has passed and nobody told what came of them, and silent cases.

No clock is read: the day it is comes with the question.
"""

from __future__ import annotations

import sqlite3
from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from casetrack.decisions.rows import FollowupRow
from casetrack.store.connect import Store
from casetrack.store.filters import Where
from casetrack.store.place import select_many
from casetrack.store.rows import Filters

SILENT = 30
"""Days without an article after which a case with something pending is silent, unless others are given."""
SOON = timedelta(days=14)
"""A ruling so soon after a session is taken for what came of it."""
ENDS = frozenset({"dismissed", "acquitted", "sentenced"})
"""Rulings after which no session before them is asked after."""
STAGES = {
    "initial_appearance": 0,
    "arraignment": 0,
    "bail": 0,
    "preliminary": 1,
    "pretrial": 2,
    "jury_selection": 3,
    "trial": 4,
    "plea": 4,
    "sentencing": 5,
    "parole": 6,
}
"""How far a case is at a session: once a later one is told of, those before are behind it."""
VERDICTS, VERDICT_STAGE = frozenset({"convicted", "mistrial"}), 4


@dataclass(frozen=True, slots=True)
class _Session:
    """A hearing; `told` is the day of the last article that tells of it."""

    id: int
    case_id: int
    date: str | None
    type: str
    status: str
    purpose: str | None
    uid: str | None
    told: str | None


@dataclass(frozen=True, slots=True)
class _Case:
    id: int
    slug: str
    caption: str
    court_id: str | None
    court: str | None
    status: str
    last_reported: str | None


def list_followups(
    store: Store, filters: Filters, today: date, silent_for: int = SILENT
) -> list[FollowupRow]:
    """List what to ask after: hearings first, the latest passed before the others; then silent cases.

    Args:
        filters: of cases alone; limit and offset are not heeded.
        silent_for: days without an article after which a case with something pending is named.
    """
    cases = {case.id: case for case in _list_cases(store.db, filters)}
    return _list_of(store.db, cases, today, silent_for)


def list_due(
    store: Store, today: date, first: date | None, heard_of: Sequence[str], silent_for: int = SILENT
) -> list[FollowupRow]:
    """List what has fallen due from the day `first` on (None: ever) up to today.

    A hearing falls due on the day after its own, a silent case when it has been silent for long enough.

    Args:
        heard_of: uids of hearings that became known or moved of late: due now, however long ago they passed.
    """
    cases = {case.id: case for case in _list_cases(store.db, Filters())}
    if first is not None:
        near = _cases_near(store.db, today, first, heard_of, silent_for)
        cases = {case_id: case for case_id, case in cases.items() if case_id in near}
    threshold = {"hearing": 1, "silent": silent_for}
    return [
        row
        for row in _list_of(store.db, cases, today, silent_for)
        if first is None
        or row.days - threshold[row.kind] <= (today - first).days
        or (row.uid is not None and row.uid in heard_of)
    ]


def _cases_near(
    db: sqlite3.Connection, today: date, first: date, heard_of: Sequence[str], silent_for: int
) -> set[int]:
    """Give the cases in which something may fall due between two days: most need no closer look."""
    passed = (first - timedelta(days=1)).isoformat()
    told = (first - timedelta(days=silent_for)).isoformat()
    rows = db.execute(
        "select case_id from hearings where status in ('scheduled', 'postponed') and date < ?1"
        " and (date >= ?2 or length(date) < 10 and date >= substr(?2, 1, 4))"
        " union select id from cases where last_reported < ?1"
        " and (last_reported >= ?3 or length(last_reported) < 10 and last_reported >= substr(?3, 1, 4))",
        (today.isoformat(), passed, told),
    ).fetchall()
    rows += select_many(db, "select case_id from hearings where uid in ({marks})", heard_of)
    return {int(row[0]) for row in rows}


def _list_of(
    db: sqlite3.Connection, cases: dict[int, _Case], today: date, silent_for: int
) -> list[FollowupRow]:
    sessions = _list_sessions(db, cases)
    rulings = _list_rulings(db, cases)
    passed = [s for s in sessions if _is_open(s) and _is_past(s.date, today)]
    open_questions = [s for s in passed if not _is_answered(s, sessions, rulings.get(s.case_id, ()))]
    asked = {session.case_id for session in passed}
    waiting = [s for s in sessions if _is_open(s) and s.case_id not in asked]
    rows = [_make_row("hearing", cases[s.case_id], s, _days_since(s.date, today)) for s in open_questions]
    rows.sort(key=lambda row: (row.days, row.hearing_id))
    return [*rows, *_silent(cases, waiting, today, silent_for)]


def _list_cases(db: sqlite3.Connection, filters: Filters) -> list[_Case]:
    where = Where()
    where.case_filters("c", filters)
    rows = db.execute(
        "select c.id, c.slug, c.caption, c.court_id, t.name, c.status, c.last_reported from cases c"
        f" left join courts t on t.id = c.court_id {where.sql()}",
        where.values,
    )
    return [_Case(*row) for row in rows]


def _list_sessions(db: sqlite3.Connection, cases: Iterable[int]) -> list[_Session]:
    rows = select_many(
        db,
        "select h.id, h.case_id, h.date, h.type, h.status, h.purpose, h.uid, max(a.published) from hearings h"
        " left join hearing_sources s on s.hearing_id = h.id left join articles a on a.id = s.article_id"
        " where h.case_id in ({marks}) group by h.id order by h.id",
        cases,
    )
    return [_Session(*row) for row in rows]


def _list_rulings(db: sqlite3.Connection, cases: Iterable[int]) -> dict[int, list[tuple[str, str]]]:
    found: dict[int, list[tuple[str, str]]] = {}
    sql = "select case_id, date, disposition from rulings where date is not null and case_id in ({marks})"
    for case_id, day, disposition in select_many(db, sql, cases):
        found.setdefault(case_id, []).append((day, disposition))
    return found


def _is_open(session: _Session) -> bool:
    return session.status in ("scheduled", "postponed")


def _is_past(day: str | None, today: date) -> bool:
    """Tell whether a day is over; a month or year when all of it is."""
    return day is not None and day < today.isoformat()[: len(day)]


def _is_answered(session: _Session, sessions: Sequence[_Session], rulings: Sequence[tuple[str, str]]) -> bool:
    """Tell whether a ruling or a later session says what came of one."""
    day = session.date or ""
    if any(_settles(day, session.type, *ruling) for ruling in rulings):
        return True
    others = [other for other in sessions if other.case_id == session.case_id and other.id != session.id]
    return any(_leaves_behind(session, day, other) for other in others)


def _leaves_behind(session: _Session, day: str, other: _Session) -> bool:
    """Tell whether a later session shows that one is over: of its kind, or of a later stage."""
    if (other.date or "") < day or not (other.status == "held" or (other.told or "") > day):
        return False
    return other.type == session.type or STAGES.get(other.type, -1) > STAGES.get(session.type, 9)


def _settles(day: str, kind: str, ruled: str, disposition: str) -> bool:
    if ruled < day[: len(ruled)]:
        return False
    if disposition in ENDS or (disposition in VERDICTS and STAGES.get(kind, 9) <= VERDICT_STAGE):
        return True
    return ruled <= (_last_day(day) + SOON).isoformat()


def _last_day(day: str) -> date:
    """Give the last day that a date as precise as the article may mean."""
    if len(day) == len("2017-05-04"):
        return date.fromisoformat(day)
    year, month = int(day[:4]), int(day[5:7] or 12)
    return date(year, month, monthrange(year, month)[1])


def _days_since(day: str | None, today: date) -> int:
    return (today - _last_day(day)).days if day else 0


def _silent(
    cases: dict[int, _Case], waiting: Sequence[_Session], today: date, silent_for: int
) -> list[FollowupRow]:
    """Name cases that wait for something and were not reported for long, the longest first."""
    rows = []
    first: dict[int, _Session] = {}
    for session in sorted(waiting, key=lambda s: (s.date is None, s.date or "", s.id)):
        first.setdefault(session.case_id, session)
    for case_id, session in first.items():
        days = _days_since(cases[case_id].last_reported, today)
        if cases[case_id].status == "pending" and days >= silent_for:
            rows.append(_make_row("silent", cases[case_id], session, days))
    return sorted(rows, key=lambda row: (-row.days, row.case_id))


def _make_row(kind: str, case: _Case, session: _Session, days: int) -> FollowupRow:
    return FollowupRow(
        kind, days, case.id, case.slug, case.caption, case.court_id, case.court, case.last_reported,
        session.id, session.date, session.type, session.status, session.purpose, session.uid,
    )  # fmt: skip
