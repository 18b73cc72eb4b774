"""The review queue: pairs of cases that may be one but were left apart, with what speaks for it.

Derived like all else: the rows follow from the pairs of reports stored and from what people decided.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from casetrack.resolve import JOIN, Card, find_obstacle, score_cards
from casetrack.store.place import Written, load_cards, select_many
from casetrack.store.ties import is_tied, said_apart


@dataclass(frozen=True, slots=True)
class Weak:
    """A pair of cases left apart: its best score and the reasons."""

    case_id: int
    other_id: int
    path: str
    score: float
    reasons: tuple[str, ...]


def derive_review(db: sqlite3.Connection, case_ids: Iterable[int], written: Written) -> list[Weak]:
    """Queue anew what is weak about some cases; gives the pairs of cases that were not queued before."""
    changed = sorted(case_ids)
    known = set(_forget(db, changed))
    found = []
    for (case_id, other_id), row in sorted(_best_pairs(db, changed).items()):
        if _is_settled(db, case_id, other_id):
            continue
        a, b, score, article_id, path = row
        cards = load_cards(db, [a, b], written)
        reasons = tuple(str(part) for part in score_cards(cards[a], cards[b]).parts)
        if score >= JOIN:
            reasons += (f"but: {_obstacle(db, case_id, other_id, (a, b), written)}",)
        db.execute(
            "insert into review (case_id, other_id, article_id, score, reasons) values (?, ?, ?, ?, ?)",
            (case_id, other_id, article_id, score, json.dumps(reasons, ensure_ascii=False)),
        )
        if (case_id, other_id) not in known:
            found.append(Weak(case_id, other_id, path, score, reasons))
    return found


def _forget(db: sqlite3.Connection, case_ids: list[int]) -> list[tuple[int, int]]:
    """Take the rows of some cases out of the queue."""
    rows: list[tuple[Any, ...]] = []
    for column in ("case_id", "other_id"):
        rows += select_many(
            db, f"select case_id, other_id from review where {column} in ({{marks}})", case_ids
        )
        select_many(db, f"delete from review where {column} in ({{marks}})", case_ids)
    return [(row[0], row[1]) for row in rows]


def _best_pairs(
    db: sqlite3.Connection, case_ids: list[int]
) -> dict[tuple[int, int], tuple[int, int, float, int, str]]:
    """Give for each two cases their best pair of reports, the later case first."""
    best: dict[tuple[int, int], tuple[Any, ...]] = {}
    for one, other in (("a", "b"), ("b", "a")):
        for row in select_many(
            db,
            "select p.a, p.b, p.score, x.case_id, y.case_id, cx.stand < cy.stand,"
            " ax.id, ax.path, ay.id, ay.path, ax.sha256, x.position, ay.sha256, y.position"
            f" from case_articles x join report_pairs p on p.{one} = x.id"
            f" join case_articles y on y.id = p.{other}"
            " join cases cx on cx.id = x.case_id join cases cy on cy.id = y.case_id"
            " join articles ax on ax.id = x.article_id join articles ay on ay.id = y.article_id"
            " where x.case_id in ({marks}) and x.case_id != y.case_id",
            case_ids,
        ):
            a, b, score, case, rival, earlier, article, path, its_article, its_path = row[:10]
            key = (rival, case) if earlier else (case, rival)
            told = (its_article, its_path) if earlier else (article, path)
            rank = (-score, *sorted((row[10:12], row[12:14])))
            if key not in best or rank < best[key][0]:
                best[key] = (rank, (a, b, score, *told))
    return {key: value[1] for key, value in best.items()}


def _is_settled(db: sqlite3.Connection, one: int, other: int) -> bool:
    """Tell whether two cases are two beyond doubt: told by one article, tied as two, or said to be two."""
    both = (
        "select 1 from case_articles x join case_articles y on y.article_id = x.article_id"
        " where x.case_id = ? and y.case_id = ?"
    )
    if said_apart(db, one, other) or is_tied(db, one, other):
        return True
    return db.execute(f"{both} limit 1", (one, other)).fetchone() is not None


def _obstacle(db: sqlite3.Connection, one: int, other: int, pair: tuple[int, int], written: Written) -> str:
    """Say what kept two cases apart whose reports are alike enough."""
    cards = load_cards(db, pair, written)
    surname = score_cards(cards[pair[0]], cards[pair[1]]).surname
    first, second = (_cards_of(db, case_id, written) for case_id in (one, other))
    return find_obstacle(first, second, surname) or "another fits better"


def _cards_of(db: sqlite3.Connection, case_id: int, written: Written) -> list[Card]:
    ids = [row[0] for row in db.execute("select id from case_articles where case_id = ?", (case_id,))]
    return list(load_cards(db, ids, written).values())
