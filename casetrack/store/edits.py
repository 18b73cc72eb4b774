"""Decisions in the database: keep them, find what they are about, and let them have their effect.

Every function that writes runs inside the caller's write transaction. What a decision speaks of is found
anew whenever an article that it names comes or goes, so that it holds before the article is there and
after it has been read again.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from casetrack.combine import Member
from casetrack.decisions import Decision, ReportAnchor
from casetrack.decisions.correct import CASE_ACTIONS
from casetrack.decisions.model import target_from_plain, target_to_plain
from casetrack.decisions.replay import match_report, replay_reports
from casetrack.store.place import Written, select_many, set_constraints

SELECT = "select id, uid, made_at, action, target, value, reason, undone_at from edits e"
ORDER = "order by made_at, uid"


class Finder:
    """Finds the reports and cases that anchors stand for; looks each article up once."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        self.is_idle = db.execute("select not exists (select 1 from edit_articles)").fetchone()[0] == 1
        """Nobody has decided anything: there is nothing to find."""
        self.known: dict[str, list[tuple[int, int, str, int | None]]] = {}

    def find_report(self, anchor: ReportAnchor) -> int | None:
        """Give the id of a report; None where it is gone."""
        row = self._find(anchor)
        return row[0] if row else None

    def find_case(self, anchors: Sequence[ReportAnchor]) -> int | None:
        """Give the case that most of the reports are in, between equals that of the first."""
        cases = [row[3] for anchor in anchors if (row := self._find(anchor))]
        counted = Counter(case for case in cases if case is not None)
        return max(counted, key=lambda case: (counted[case], -cases.index(case)), default=None)

    def find_cases(self, anchors: Sequence[ReportAnchor]) -> set[int]:
        """Give all cases that the reports are in."""
        return {row[3] for anchor in anchors if (row := self._find(anchor)) and row[3] is not None}

    def _find(self, anchor: ReportAnchor) -> tuple[int, int, str, int | None] | None:
        rows = self.known.get(anchor.article)
        if rows is None:
            rows = self.known[anchor.article] = self.db.execute(
                "select c.id, c.position, json_extract(unpack(c.report), '$.caption'), c.case_id"
                " from case_articles c join articles a on a.id = c.article_id"
                " where a.sha256 = ? order by c.position",
                (anchor.article,),
            ).fetchall()
        at = match_report(anchor, [(row[1], row[2]) for row in rows])
        return None if at is None else rows[at]


def _to_decision(row: tuple[Any, ...]) -> Decision:
    number, uid, made_at, action, target, value, reason, undone_at = row
    values = json.loads(value) if value else None
    fields = target_from_plain(json.loads(target))
    return Decision(
        uid, made_at, action, **fields, values=values, reason=reason, undone_at=undone_at, number=number
    )


def list_decisions(db: sqlite3.Connection) -> list[Decision]:
    """Give all decisions, undone ones too, in the order they were made."""
    return [_to_decision(row) for row in db.execute(f"{SELECT} where uid is not null {ORDER}")]


def decisions_about(db: sqlite3.Connection, hashes: Iterable[str], *, undone: bool = False) -> list[Decision]:
    """Give the decisions that speak of some articles, in the order they were made."""
    keyed = "select edit_id from edit_articles where sha256 in ({marks})"
    ids = sorted({row[0] for row in select_many(db, keyed, sorted(hashes))})
    if not ids:
        return []
    rows = select_many(db, f"{SELECT} where id in ({{marks}})", ids)
    found = sorted(map(_to_decision, rows), key=lambda decision: decision.order)
    return [decision for decision in found if undone or decision.undone_at is None]


def add_decision(db: sqlite3.Connection, draft: Decision, at: str) -> Decision:
    """Keep a decision; one without a uid is new, is made now, and comes after all there are."""
    made = draft if draft.uid else _name(replace(draft, made_at=_next_instant(db, at)))
    cursor = db.execute(
        "insert into edits (made_at, action, target, value, undone_at, uid, reason)"
        " values (?, ?, ?, ?, ?, ?, ?)",
        (
            made.made_at, made.action, _dump(target_to_plain(made)),
            _dump(made.values) if made.values is not None else None, made.undone_at, made.uid, made.reason,
        ),
    )  # fmt: skip
    kept = replace(made, number=int(cursor.lastrowid or 0))
    _key(db, kept)
    return kept


def _name(decision: Decision) -> Decision:
    content = (decision.made_at, decision.action, _dump(target_to_plain(decision)), _dump(decision.values))
    return replace(decision, uid=hashlib.sha256("\n".join(content).encode()).hexdigest()[:16])


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _next_instant(db: sqlite3.Connection, at: str) -> str:
    """Give the instant to note, later than that of every decision there is."""
    last = db.execute("select max(made_at) from edits").fetchone()[0]
    if last is None or last < at:
        return at
    return (datetime.fromisoformat(last) + timedelta(microseconds=1)).isoformat()


def mark_undone(db: sqlite3.Connection, decision: Decision, at: str) -> None:
    """Note that a decision no longer holds; it stays in the history."""
    db.execute("update edits set undone_at = ? where id = ?", (at, decision.number))


def drop_decision(db: sqlite3.Connection, decision: Decision) -> None:
    """Remove a decision from the history."""
    db.execute("delete from edits where id = ?", (decision.number,))


def rewrite_target(db: sqlite3.Connection, decision: Decision) -> None:
    """Keep what a decision is about now; its uid stays."""
    target = _dump(target_to_plain(decision))
    db.execute("update edits set target = ? where id = ?", (target, decision.number))
    db.execute("delete from edit_articles where edit_id = ?", (decision.number,))
    _key(db, decision)


def _key(db: sqlite3.Connection, decision: Decision) -> None:
    rows = [(sha256, decision.number) for sha256 in decision.articles()]
    db.executemany("insert into edit_articles values (?, ?)", rows)


def follow_text(db: sqlite3.Connection, old: str, new: str) -> None:
    """Have the decisions about an article hold for the version that takes its place, by their hashes."""
    for decision in decisions_about(db, [old], undone=True):
        target = json.loads(_dump(target_to_plain(decision)).replace(old, new))
        rewrite_target(db, replace(decision, **target_from_plain(target)))


def all_hashes(db: sqlite3.Connection) -> set[str]:
    """Give the hashes of all articles that decisions speak of."""
    return {row[0] for row in db.execute("select distinct sha256 from edit_articles")}


def apply_decisions(db: sqlite3.Connection, written: Written) -> None:
    """Bind reports as people decided, where a decision speaks of an article that came or went."""
    if not decisions_about(db, written.articles, undone=True):
        return
    finder = Finder(db)
    standing = [d for d in list_decisions(db) if d.undone_at is None]
    join, apart = replay_reports(standing, finder.find_report)
    set_constraints(db, join, apart, written)


def touch_decided(db: sqlite3.Connection, written: Written) -> bool:
    """Have every case derived anew that a decision may now be about, or is about no more.

    Tells whether ties between cases are to be derived anew too.
    """
    if not db.execute("select 1 from edits limit 1").fetchone():
        return False
    members = (
        "select distinct a.sha256 from case_articles c join articles a on a.id = c.article_id"
        " where c.case_id in ({marks})"
    )
    hashes = written.articles | {row[0] for row in select_many(db, members, sorted(written.touched))}
    about = decisions_about(db, hashes, undone=True)
    named = {sha256 for decision in about for sha256 in decision.articles()}
    homes = (
        "select distinct c.case_id from case_articles c join articles a on a.id = c.article_id"
        " where a.sha256 in ({marks}) and c.case_id is not null"
    )
    written.touched |= {row[0] for row in select_many(db, homes, sorted(named))}
    return any(decision.action == "link" for decision in about)


def decisions_of_case(
    db: sqlite3.Connection, case_id: int, members: Sequence[Member], finder: Finder
) -> list[Decision]:
    """Give the decisions to correct a case by: about it, or about facts that its articles tell."""
    about = [] if finder.is_idle else decisions_about(db, {member.sha256 for member in members})
    fitting = [d for d in about if d.fact is not None or d.action in CASE_ACTIONS]
    return [d for d in fitting if _is_of(d, case_id, finder)]


def _is_of(decision: Decision, case_id: int, finder: Finder) -> bool:
    if decision.fact is not None and decision.fact.spans:
        return case_id in finder.find_cases(decision.case)
    return finder.find_case(decision.case) == case_id


def derive_links(db: sqlite3.Connection) -> None:
    """Tie the cases that people linked, wherever these are now."""
    links = db.execute(f"{SELECT} where action = 'link' and undone_at is null {ORDER}").fetchall()
    db.execute("delete from case_links where edit_id is not null")
    finder = Finder(db)
    for decision in map(_to_decision, links):
        kind = decision.value("link")
        ends = finder.find_case(decision.case), finder.find_case(decision.other)
        if kind != "not_same" and None not in ends and ends[0] != ends[1]:
            db.execute(
                "insert into case_links (case_id, other_id, kind, edit_id) values (?, ?, ?, ?)"
                " on conflict do update set edit_id = excluded.edit_id, score = null, evidence = null"
                " where edit_id is null",
                (*ends, kind, decision.number),
            )
