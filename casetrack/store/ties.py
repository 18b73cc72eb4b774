"""Ties between cases that are two: kept for reports as they come in, derived for cases from those.

Every function runs inside one write transaction. Like the cases themselves they follow from the reports
stored and from what people decided, never from the order of arrival. A person's word outweighs them: two
cases that a person linked, parted or called two have no tie but what that person said.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

from casetrack.resolve import Card
from casetrack.resolve.ties import KINDS, find_tie

TIES = (
    "select t.kind, t.score, t.evidence, x.case_id, y.case_id, t.a, t.b,"
    " ax.sha256, x.position, ay.sha256, y.position"
    " from report_ties t join case_articles x on x.id = t.a join case_articles y on y.id = t.b"
    " join articles ax on ax.id = x.article_id join articles ay on ay.id = y.article_id"
)
"""The ties of reports with their cases: of an appeal the one above first."""
PART = 400


def index_ties(db: sqlite3.Connection, report_id: int, card: Card, others: Mapping[int, Card]) -> None:
    """Keep how a report's case hangs together with the cases of others, where that is sure."""
    rows = []
    for other_id, other in others.items():
        tie = find_tie(card, other)
        if tie is not None:
            ends = (report_id, other_id) if tie.a == card.ref else (other_id, report_id)
            told = json.dumps([str(part) for part in tie.parts], ensure_ascii=False)
            rows.append((*ends, tie.kind, tie.score, told))
    db.executemany(
        "insert or ignore into report_ties (a, b, kind, score, evidence) values (?, ?, ?, ?, ?)", rows
    )


def derive_ties(db: sqlite3.Connection, case_ids: Iterable[int]) -> None:
    """Tie some cases to others anew; what people linked stays as it is."""
    changed = sorted(case_ids)
    best: dict[frozenset[int], tuple[Any, ...]] = {}
    for at in range(0, len(changed), PART):
        part = changed[at : at + PART]
        marks = ",".join("?" * len(part))
        for end, side in (("case_id", "x"), ("other_id", "y")):
            db.execute(f"delete from case_links where edit_id is null and {end} in ({marks})", part)
            sql = f"{TIES} where {side}.case_id in ({marks}) and x.case_id != y.case_id"
            for row in db.execute(sql, part):
                cases = frozenset(row[3:5])
                if cases not in best or rank_tie(row) < rank_tie(best[cases]):
                    best[cases] = row
    for kind, score, evidence, case, other, *_ in best.values():
        if not said_apart(db, case, other):
            db.execute(
                "insert into case_links (case_id, other_id, kind, score, evidence) values (?, ?, ?, ?, ?)",
                (case, other, kind, score, evidence),
            )


def rank_tie(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """Give the order of a row of `TIES`: the closest tie, then the strongest, then by content."""
    return (KINDS.index(row[0]), -row[1], *row[7:11])


def said_apart(db: sqlite3.Connection, one: int, other: int) -> bool:
    """Tell whether a person said that two cases are two, whatever else was said of them."""
    sql = (
        "select 1 from report_constraints k join case_articles x on x.id = k.a"
        " join case_articles y on y.id = k.b where k.verdict = 'apart' and x.case_id = ? and y.case_id = ?"
        " limit 1"
    )
    return any(db.execute(sql, ends).fetchone() for ends in ((one, other), (other, one)))


def is_tied(db: sqlite3.Connection, one: int, other: int) -> bool:
    """Tell whether two cases hang together."""
    sql = "select 1 from case_links where case_id = ? and other_id = ?"
    return any(db.execute(sql, ends).fetchone() for ends in ((one, other), (other, one)))
