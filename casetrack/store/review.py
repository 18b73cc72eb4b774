"""What a person should look at: cases that may be one, facts that disagree, lack a date or are unsure.

An item goes by an id that lasts as long as what it is about. A verdict is a decision like any other: it
is kept in the history, survives a rebuild and can be undone.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from casetrack.decisions import DOUBTS, Decision
from casetrack.decisions.conflict import find_conflict
from casetrack.decisions.rows import Outcome, ReviewItem
from casetrack.errors import AmbiguousError, NotFoundError
from casetrack.store.anchors import anchor_case, anchor_fact
from casetrack.store.assemble import hearing_rows, ruling_rows
from casetrack.store.connect import Store
from casetrack.store.decide import carry_out, draft_drop, draft_link, draft_merge
from casetrack.store.edits import Finder, add_decision, list_decisions
from casetrack.store.place import select_many
from casetrack.store.rows import HearingRow, RulingRow

UNSURE = 0.75
"""A fact no sentence of which is read with more confidence is unsure."""
NEAR = 3
"""Days that two outlets may differ by on the day of one event."""
Fact = RulingRow | HearingRow


@dataclass(frozen=True, slots=True)
class _Settled:
    """What people said of doubts: facts by doubt, disposition or type, article and place; pairs of cases.

    Each leads to `confirm` or `skip`.
    """

    facts: dict[tuple[str, str, int, int], str]
    pairs: dict[frozenset[int], str]

    def of_fact(self, doubt: str, fact: Fact) -> str | None:
        """Give what was said of a doubt about a fact."""
        word = fact.disposition if isinstance(fact, RulingRow) else fact.type
        said = (self.facts.get((doubt, word, s.article_id, s.start)) for s in fact.sources)
        return next(filter(None, said), None)


def list_review(
    store: Store, doubts: Sequence[str] = DOUBTS, *, case: int | None = None, skipped: bool = False
) -> list[ReviewItem]:
    """List what is to be looked at, by DOUBTS, the likeliest match and the least sure fact first.

    Args:
        case: of this case alone.
        skipped: those that were skipped too.
    """
    settled = _read_settled(store.db)
    found = [item for doubt in DOUBTS if doubt in doubts for item in _find_items(store.db, doubt, settled)]
    wanted = [item for item in found if case is None or case in (item.case_id, item.other_id)]
    return [item for item in wanted if skipped or not item.skipped]


def find_item(store: Store, reference: str) -> ReviewItem:
    """Find an item by its id or the beginning of it.

    Raises:
        NotFoundError, AmbiguousError: none or several fit.
    """
    found = [item for item in list_review(store, skipped=True) if item.id.startswith(reference.lower())]
    if not found or not reference:
        raise NotFoundError(f"Nothing to review is called {reference!r}; `casetrack review list` lists it")
    if len(found) > 1:
        lines = tuple(f"{item.id}  {item.doubt}  {item.about}" for item in found)
        raise AmbiguousError(f"{len(found)} items begin with {reference!r}", lines)
    return found[0]


def give_verdict(
    store: Store, ids: Sequence[str], verdict: str, reason: str | None, at: str | None, *, dry_run: bool
) -> Outcome:
    """Give one verdict on items, all or none.

    A match accepted is a merge, rejected it is two cases. A fact accepted is right as it is, rejected it is
    dropped. Of facts that disagree the first stands and the other is dropped when accepted; rejected, both
    stand.

    Raises:
        NotFoundError, AmbiguousError: none or several items fit a reference.
    """
    items = {item.id: item for item in (find_item(store, reference) for reference in ids)}

    def act(db: sqlite3.Connection, now: str) -> Sequence[Decision]:
        drafts = [_draft_verdict(store, item, verdict, reason) for item in items.values()]
        return [add_decision(db, draft, now) for draft in drafts]

    return carry_out(store, act, at, dry_run=dry_run)


def _draft_verdict(store: Store, item: ReviewItem, verdict: str, reason: str | None) -> Decision:
    if item.doubt == "match":
        return _draft_on_match(store, item, verdict, reason)
    kind, number = (item.other_ref or item.ref or "").split(":")
    drops = "accept" if item.doubt == "conflict" else "reject"
    if verdict == drops:
        return draft_drop(store, kind, number, reason)
    case, fact = anchor_fact(store.db, kind, int(number))
    action = "skip" if verdict == "skip" else "confirm"
    return Decision("", "", action, case, fact=fact, values={"doubt": item.doubt}, reason=reason)


def _draft_on_match(store: Store, item: ReviewItem, verdict: str, reason: str | None) -> Decision:
    ids = (item.case_id, item.other_id or 0)
    if verdict == "accept":
        return draft_merge(store, [str(case) for case in ids], reason)
    if verdict == "reject":
        return draft_link(store, str(ids[0]), str(ids[1]), "not_same", reason)
    case, other = (anchor_case(store.db, number) for number in ids)
    return Decision("", "", "skip", case, other, values={"doubt": "match"}, reason=reason)


def _read_settled(db: sqlite3.Connection) -> _Settled:
    said = [d for d in list_decisions(db) if d.action in ("confirm", "skip") and d.undone_at is None]
    finder, hashes = Finder(db), sorted({sha256 for d in said for sha256 in d.articles()})
    articles = dict(select_many(db, "select sha256, id from articles where sha256 in ({marks})", hashes))
    settled = _Settled({}, {})
    for decision in said:
        doubt, fact = decision.value("doubt") or "", decision.fact
        for span in fact.spans if fact else ():
            if span.article in articles:
                settled.facts[doubt, fact.word, articles[span.article], span.start] = decision.action  # type: ignore[union-attr]
        ends = (finder.find_case(decision.case), finder.find_case(decision.other))
        if fact is None and ends[0] is not None and ends[1] is not None:
            settled.pairs[frozenset((ends[0], ends[1]))] = decision.action
    return settled


def _find_items(db: sqlite3.Connection, doubt: str, settled: _Settled) -> Iterator[ReviewItem]:
    if doubt == "match":
        yield from _find_matches(db, settled)
    elif doubt == "conflict":
        yield from _find_conflicts(db, settled)
    else:
        for kind in ("ruling", "hearing"):
            for fact in _doubtful(db, kind, doubt):
                said = settled.of_fact(doubt, fact)
                if said != "confirm":
                    yield _make_item(doubt, kind, fact, None, skipped=said == "skip")


def _find_matches(db: sqlite3.Connection, settled: _Settled) -> Iterator[ReviewItem]:
    rows = db.execute(
        "select r.case_id, r.other_id, r.score, r.reasons, c.caption, o.caption, c.stand, o.stand"
        " from review r join cases c on c.id = r.case_id join cases o on o.id = r.other_id"
        " order by r.score desc, o.stand, c.stand"
    )
    for case_id, other_id, score, reasons, caption, other, *stands in rows:
        yield ReviewItem(
            id=_name("match", *sorted(stands)),
            doubt="match",
            case_id=case_id,
            caption=caption,
            about=f"may be case {other_id}, {other}",
            score=score,
            reasons=tuple(json.loads(reasons)),
            other_id=other_id,
            skipped=settled.pairs.get(frozenset((case_id, other_id))) == "skip",
        )


def _doubtful(db: sqlite3.Connection, kind: str, doubt: str) -> list[Fact]:
    """Give facts without a date, or without a sentence that is sure; what a person set is no doubt."""
    low = f"f.date is not null and max(s.confidence) < {UNSURE}"
    test = "f.date is null" if doubt == "undated" else low
    rows = db.execute(
        f"select f.id from {kind}s f join {kind}_sources s on s.{kind}_id = f.id"
        " where f.corrected is null and f.entered is null"
        f" group by f.id having {test} order by max(s.confidence), f.id"
    )
    return _facts(db, kind, [row[0] for row in rows])


def _facts(db: sqlite3.Connection, kind: str, ids: Sequence[int]) -> list[Fact]:
    return list(ruling_rows(db, ids)) if kind == "ruling" else list(hearing_rows(db, ids))


def _find_conflicts(db: sqlite3.Connection, settled: _Settled) -> Iterator[ReviewItem]:
    for kind in ("ruling", "hearing"):
        pairs = db.execute(
            f"select a.id, b.id from {kind}s a join {kind}s b on b.case_id = a.case_id and b.id > a.id"
            f" and abs(julianday(a.date) - julianday(b.date)) <= {NEAR}"
            " and length(a.date) = 10 and length(b.date) = 10"
            " order by a.case_id, a.id, b.id"
        ).fetchall()
        facts = {fact.id: fact for fact in _facts(db, kind, sorted({i for pair in pairs for i in pair}))}
        for pair in pairs:
            better, other = _rank(facts[number] for number in pair)
            reason = find_conflict(better, other)
            said = settled.of_fact("conflict", other)
            if reason and said != "confirm":
                item = _make_item("conflict", kind, better, other, skipped=said == "skip", reasons=(reason,))
                yield item


def _rank(facts: Iterable[Fact]) -> list[Fact]:
    """Put the better supported fact first: more articles, then the surer sentence, then the older."""
    return sorted(
        facts,
        key=lambda fact: (-len({s.article_id for s in fact.sources}), -_confidence(fact), fact.id),
    )


def _confidence(fact: Fact) -> float:
    return max((source.confidence for source in fact.sources), default=1.0)


def _make_item(
    doubt: str, kind: str, fact: Fact, other: Fact | None, *, skipped: bool, reasons: tuple[str, ...] = ()
) -> ReviewItem:
    return ReviewItem(
        id=_name(doubt, fact.uid or "", (other.uid if other else None) or ""),
        doubt=doubt,
        case_id=fact.case_id,
        caption=fact.caption,
        about=_say(fact) + (f", or {_say(other)}" if other else ""),
        score=_confidence(fact),
        reasons=reasons,
        ref=f"{kind}:{fact.id}",
        other_ref=f"{kind}:{other.id}" if other else None,
        quote=fact.sources[0].quote if fact.sources else None,
        skipped=skipped,
    )


def _say(fact: Fact) -> str:
    told = (
        (fact.disposition, fact.date, fact.subject)
        if isinstance(fact, RulingRow)
        else (fact.type, fact.status, fact.date, fact.time, fact.purpose)
    )
    return " ".join(filter(None, told))


def _name(*content: str) -> str:
    return hashlib.sha256("\n".join(content).encode()).hexdigest()[:8]
