"""The values of a decision, and the plain dictionaries they are kept as.

What each action uses: `merge` puts the reports of `case` and `other` together; `split` and a `link` of
kind not_same keep them apart, and a split keeps those of `other` together; other links tie the cases the
two stand for. `alias`, `add` and `set` are about the case that `case` stands for, or with a `fact` about
that fact, as `drop`, `confirm` and `skip` are (`skip` and `confirm` of a match have two cases instead).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

ACTIONS = ("merge", "split", "link", "alias", "set", "drop", "add", "confirm", "skip")
DOUBTS = ("match", "conflict", "undated", "unsure")
"""What a person is asked about, and `confirm` and `skip` answer."""
LINKS = ("appeal_of", "related", "companion", "not_same")


@dataclass(frozen=True, slots=True)
class ReportAnchor:
    """One article's report of a case; `position` and `caption` tell it from the article's other cases."""

    article: str
    position: int
    caption: str


@dataclass(frozen=True, slots=True)
class SpanAnchor:
    """One sentence that tells a fact: the characters `start` to `end` of an article."""

    article: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class FactAnchor:
    """A ruling or hearing as it was read: `word` is its disposition or type, `about` its subject or time.

    A fact that a person entered has no sentences; `entered` is the uid of the decision that added it.
    """

    kind: str
    word: str
    date: str | None = None
    about: str | None = None
    spans: tuple[SpanAnchor, ...] = ()
    entered: str | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision. `uid` is the same on every machine; those made later outweigh those made before."""

    uid: str
    made_at: str
    action: str
    case: tuple[ReportAnchor, ...] = ()
    other: tuple[ReportAnchor, ...] = ()
    fact: FactAnchor | None = None
    values: Mapping[str, str | None] | None = None
    reason: str | None = None
    undone_at: str | None = None
    number: int = 0
    """What it goes by in one database."""

    @property
    def order(self) -> tuple[str, str]:
        """What decisions are sorted by."""
        return self.made_at, self.uid

    def value(self, name: str) -> str | None:
        """Give one of its values."""
        return (self.values or {}).get(name)

    def articles(self) -> set[str]:
        """Give the hashes of all articles it speaks of."""
        return {anchor.article for anchor in self.anchors()}

    def anchors(self) -> Iterator[ReportAnchor | SpanAnchor]:
        """Give every place in an article that it speaks of."""
        yield from self.case
        yield from self.other
        if self.fact is not None:
            yield from self.fact.spans

    def without(self, hashes: Collection[str]) -> Decision | None:
        """Give the decision without what it says of some articles; None when it is about nothing else."""
        sides = (self.case, self.other)
        case, other = (tuple(anchor for anchor in side if anchor.article not in hashes) for side in sides)
        fact = self.fact
        if fact is not None and fact.spans:
            spans = tuple(span for span in fact.spans if span.article not in hashes)
            if not spans:
                return None
            fact = replace(fact, spans=spans, about=fact.about if spans == fact.spans else None)
        left = replace(self, case=case, other=other, fact=fact)
        return left if left.articles() else None


def target_to_plain(decision: Decision) -> dict[str, Any]:
    """Give what a decision is about as a dictionary of plain values; what is absent is left out."""
    plain: dict[str, Any] = {
        name: [asdict(anchor) for anchor in anchors]
        for name, anchors in (("case", decision.case), ("other", decision.other))
        if anchors
    }
    if decision.fact is not None:
        fact = {key: value for key, value in asdict(decision.fact).items() if value not in (None, ())}
        plain["fact"] = fact
    return plain


def target_from_plain(plain: Mapping[str, Any]) -> dict[str, Any]:
    """Read what `target_to_plain` wrote: the fields of a decision.

    Raises:
        KeyError, TypeError, ValueError: it is not that.
    """
    fields: dict[str, Any] = {
        name: tuple(
            ReportAnchor(str(a["article"]), int(a["position"]), str(a["caption"])) for a in plain[name]
        )
        for name in ("case", "other")
        if name in plain
    }
    if "fact" in plain:
        fields["fact"] = _fact_from_plain(plain["fact"])
    return fields


def _fact_from_plain(plain: Mapping[str, Any]) -> FactAnchor:
    spans = tuple(
        SpanAnchor(str(s["article"]), int(s["start"]), int(s["end"]), str(s["quote"]))
        for s in plain.get("spans", ())
    )
    known = {name: str(plain[name]) for name in ("date", "about", "entered") if name in plain}
    return FactAnchor(kind=str(plain["kind"]), word=str(plain["word"]), spans=spans, **known)
