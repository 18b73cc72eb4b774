"""Why two cases are two, or the reports of one are one: the evidence, piece by piece. Reads only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from casetrack.errors import NotFoundError
from casetrack.resolve import JOIN, REVIEW, Card, Score, find_obstacle, score_cards
from casetrack.resolve.ties import TIE, find_tie
from casetrack.store.connect import Store
from casetrack.store.place import Written, load_cards
from casetrack.store.query import find_case, get_article
from casetrack.store.rows import CaseLabel, Why, WhyLink, WhyPair, WhyPart
from casetrack.store.ties import TIES, is_tied, rank_tie

MOST_REPORTS = 60
"""Reports of a side that are compared: the first and the last ones of a case long in the news."""
MOST_PAIRS = 3
TOO_LITTLE = "too little is alike"


@dataclass(frozen=True, slots=True)
class _Side:
    """What a person named: a case, or an article of one."""

    case: CaseLabel
    reports: tuple[int, ...]


def explain_cases(store: Store, one: str, other: str) -> Why:
    """Explain the decision on two cases, or two articles; the same case twice explains what ties it.

    Raises:
        NotFoundError, AmbiguousError: a reference fits no case or article, or several cases.
    """
    sides = (_find_side(store, one), _find_side(store, other))
    written = Written()
    cards = load_cards(store.db, sorted({*sides[0].reports, *sides[1].reports}), written)
    pairs = _tree(cards) if sides[0].reports == sides[1].reports else _best(cards, sides)
    told = [_make_pair(store, a, b, score) for a, b, score in pairs]
    verdict, reason = _judge(store, sides, cards, pairs, written)
    links = tuple(_links(store, sides, written))
    return Why(sides[0].case, sides[1].case, verdict, reason, JOIN, REVIEW, TIE, tuple(told), links)


def _find_side(store: Store, reference: str) -> _Side:
    """Take a reference for a case, else for an article."""
    try:
        case = find_case(store, reference)
    except NotFoundError as error:
        try:
            article = get_article(store, reference).article
        except NotFoundError:
            raise error from None
        if not article.cases:
            raise NotFoundError(f"{article.path} reports no case; `casetrack cases` lists them") from None
        return _Side(article.cases[0], _reports(store, "article_id", article.id))
    return _Side(CaseLabel(case.id, case.slug, case.caption), _reports(store, "case_id", case.id))


def _reports(store: Store, column: str, value: int) -> tuple[int, ...]:
    rows = store.db.execute(
        f"select c.id from case_articles c join articles a on a.id = c.article_id where c.{column} = ?"
        " order by a.published, a.sha256, c.position",
        (value,),
    )
    ids = [row[0] for row in rows]
    half = MOST_REPORTS // 2
    return tuple(ids if len(ids) <= MOST_REPORTS else ids[:half] + ids[-half:])


Scored = tuple[int, int, Score]


def _rank(pair: Scored, cards: dict[int, Card]) -> tuple[object, ...]:
    a, b, score = pair
    return (score.veto is not None, -score.total, cards[a].ref, cards[b].ref)


def _best(cards: dict[int, Card], sides: tuple[_Side, _Side]) -> list[Scored]:
    """Give the pairs that speak most for one case; where all are vetoed, one of those."""
    scored = [
        (a, b, score_cards(cards[a], cards[b])) for a, b in product(*(s.reports for s in sides)) if a != b
    ]
    scored.sort(key=lambda pair: _rank(pair, cards))
    open_pairs = [pair for pair in scored if pair[2].veto is None]
    return open_pairs[:MOST_PAIRS] or scored[:1]


def _tree(cards: dict[int, Card]) -> list[Scored]:
    """Give the fewest pairs that tie all reports of a case, the best first."""
    scored = [(a, b, score_cards(cards[a], cards[b])) for a, b in combinations(cards, 2)]
    scored.sort(key=lambda pair: _rank(pair, cards))
    home = {report: report for report in cards}
    kept = []
    for a, b, score in scored:
        if home[a] != home[b]:
            kept.append((a, b, score))
            old, new = home[b], home[a]
            home = {report: new if place == old else place for report, place in home.items()}
    return kept


def _judge(
    store: Store,
    sides: tuple[_Side, _Side],
    cards: dict[int, Card],
    pairs: Sequence[Scored],
    written: Written,
) -> tuple[str, str | None]:
    """Say what was decided of two sides, and what kept them apart."""
    said = _said(store, sides)
    if sides[0].case.id == sides[1].case.id:
        return "one case", "a person joined them" if said == "join" else None
    if said == "apart":
        return "two cases", "a person keeps them apart"
    shared = {cards[r].ref.sha256 for r in sides[0].reports} & {cards[r].ref.sha256 for r in sides[1].reports}
    if shared:
        return "two cases", "one article reports both"
    if is_tied(store.db, sides[0].case.id, sides[1].case.id):
        return "two cases", "they hang together as two"
    best = pairs[0][2] if pairs else None
    if best is None or best.veto:
        return "two cases", best.veto if best else TOO_LITTLE
    if best.total < REVIEW:
        return "two cases", TOO_LITTLE
    groups = [list(load_cards(store.db, side.reports, written).values()) for side in sides]
    blocked = find_obstacle(groups[0], groups[1], best.surname) or "another case fits better"
    return "left apart for review", blocked if best.total >= JOIN else TOO_LITTLE


def _said(store: Store, sides: tuple[_Side, _Side]) -> str | None:
    """Give what a person decided of any report of one side and any of the other."""
    ids = [case.case.id for case in sides]
    row = store.db.execute(
        "select verdict from report_constraints k join case_articles x on x.id = k.a"
        " join case_articles y on y.id = k.b"
        " where (x.case_id = ? and y.case_id = ?) or (y.case_id = ? and x.case_id = ?) limit 1",
        (*ids, *ids),
    ).fetchone()
    return str(row[0]) if row else None


def _links(store: Store, sides: tuple[_Side, _Side], written: Written) -> Iterator[WhyLink]:
    """Give how two cases hang together, and of a link that was read what speaks for it."""
    ids = [side.case.id for side in sides]
    for case, other in ((ids[0], ids[1]), (ids[1], ids[0])):
        sql = "select kind, edit_id from case_links where case_id = ? and other_id = ? order by kind"
        for kind, edit in store.db.execute(sql, (case, other)).fetchall():
            seen = kind if case == ids[0] else kind.replace("appeal_of", "appealed_in")
            yield WhyLink(seen, None if edit else _tie_pair(store, case, other, written))


def _tie_pair(store: Store, case: int, other: int, written: Written) -> WhyPair | None:
    """Give the reports that tie two cases, weighed again."""
    rows = store.db.execute(f"{TIES} where x.case_id = ? and y.case_id = ?", (case, other)).fetchall()
    for row in sorted(rows, key=rank_tie)[:1]:
        a, b = row[5:7]
        cards = load_cards(store.db, [a, b], written)
        tie = find_tie(cards[a], cards[b])
        if tie is not None:
            return _make_pair(store, a, b, Score(tie.score, tie.parts), tie.kind)
    return None


def _make_pair(store: Store, a: int, b: int, score: Score, verdict: str | None = None) -> WhyPair:
    first, second = (_article_of(store, report) for report in (a, b))
    parts = tuple(WhyPart(part.kind, part.detail, part.weight) for part in score.parts)
    return WhyPair(*first, *second, score.total, verdict or score.verdict, score.veto, parts)


def _article_of(store: Store, report: int) -> tuple[int, str, str | None]:
    row = store.db.execute(
        "select a.id, a.path, a.published from case_articles c join articles a on a.id = c.article_id"
        " where c.id = ?",
        (report,),
    ).fetchone()
    return (row[0], row[1], row[2])
