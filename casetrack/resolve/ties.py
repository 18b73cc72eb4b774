"""Do two cases hang together that are not one? An appeal and the case below, companions, related cases.

Pure and symmetric. What ties two reports is weighed as in `evidence`, with pieces of its own: that one
article tells both, that one speaks of a review of what the other's court decided. It must be strong: a
tie that is only likely is for a person to say. A court above the other makes an appeal; one victim or one
indictment of the same court, or suits of one court against the same side, make companions; one accused
before two courts and suits over one matter before several are related.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from casetrack.lexicon.courts import RANK, load_courts
from casetrack.models import CourtRef
from casetrack.resolve.card import Card, PartyCard, Ref
from casetrack.resolve.courts import court_label, courts_differ, same_court
from casetrack.resolve.evidence import ENOUGH_WORDS, NAMED, Part, find_ages, share_names, weigh_cards
from casetrack.resolve.sides import Match, match_parties

TIE = 3.0
"""What a tie must weigh."""
COURT_BELOW = 1.5
COURT_ABOVE = 1.0
JUDGE_BELOW = 1.0
ONE_ARTICLE = 1.5
KINDS = ("appeal_of", "companion", "related")
"""From the closest to the loosest; two cases have one tie."""
PARALLEL = 0.5
"""The share of the words that two suits over one matter must have in common."""
CHARGED = 2
"""So many offences must be the same for two accused of one article to be tried for one matter."""
ONE_MATTER = 0.35
ELSEWHERE = frozenset({"other places", "unlike"})
"""A court above sits elsewhere, and speaks of law."""
ALIKE_ALL_THE_SAME = frozenset({"named after"})
"""Who is accused before two courts is the only one his cases are named after."""


@dataclass(frozen=True, slots=True)
class Tie:
    """Reports of two cases that hang together; of an appeal `a` is the one above."""

    kind: str
    a: Ref
    b: Ref
    parts: tuple[Part, ...]

    @property
    def score(self) -> float:
        return round(sum(part.weight for part in self.parts), 2)


def find_tie(one: Card, two: Card) -> Tie | None:
    """Give how two reports' cases hang together, if they are two; None where too little says so."""
    a, b = sorted((one, two), key=lambda card: card.ref)
    if not _may_tie(a, b) or find_ages(a, b):
        return None
    matches = match_parties(a, b)
    named, rest = weigh_cards(a, b, matches)
    together = a.ref.sha256 == b.ref.sha256
    if _is_above(a.court, b.court):
        return _tie_appeal(a, b, named, rest)
    told = [Part("one article", "tells both", ONE_ARTICLE)] if together else []
    if a.kind == b.kind == "criminal":
        return _tie_accused(a, b, matches, [*told, *named, *rest])
    if together or same_court(a.court, b.court):
        return _tie_suits(a, b, [*told, *named, *rest])
    return None


def _may_tie(a: Card, b: Card) -> bool:
    """Look whether it is worth weighing: nearly all that share a key are one case."""
    if {a.kind, b.kind} == {"criminal", "civil"}:
        return False
    if a.ref.sha256 == b.ref.sha256 or (a.full_number and b.full_number and not a.numbers & b.numbers):
        return True
    return courts_differ(a.court, b.court) or _is_above(a.court, b.court)


def _is_above(one: CourtRef | None, two: CourtRef | None) -> bool:
    """Tell whether one of two courts may hear appeals from the other."""
    if one is None or two is None or one.level == two.level:
        return False
    return one.level in RANK and two.level in RANK and load_courts().may_review(one, two)


def _tie_appeal(a: Card, b: Card, named: list[Part], rest: list[Part]) -> Tie | None:
    below, above = sorted((a, b), key=lambda card: RANK[card.court.level or "trial"])  # type: ignore[union-attr]
    review = _review_parts(above, below)
    printed = any(part.kind in {"docket number", "caption"} for part in named)
    if not (review or printed) or sum(part.weight for part in named) < NAMED:
        return None
    parts = (*named, *(part for part in rest if part.kind not in ELSEWHERE), *review)
    return _strong(Tie("appeal_of", above.ref, below.ref, parts))


def _review_parts(above: Card, below: Card) -> list[Part]:
    """Weigh what says that the one is an appeal of what the other's court or judge decided."""
    parts = []
    if court_label(below.court) in above.reviewed:
        parts.append(Part("court below", court_label(below.court), COURT_BELOW))
    if court_label(above.court) in below.reviewed:
        parts.append(Part("court above", court_label(above.court), COURT_ABOVE))
    judges = share_names(above.judges, below.judges, True)
    if judges:
        parts.append(Part("judge below", judges[0], JUDGE_BELOW))
    return parts


def _tie_accused(a: Card, b: Card, matches: Sequence[Match], parts: list[Part]) -> Tie | None:
    """One accused in two cases; or two accused of what was done to one victim, or in one article."""
    kinds = {part.kind for part in parts}
    parts = [part for part in parts if part.kind not in ALIKE_ALL_THE_SAME]
    if any(match.full for match in matches):
        sure = "one article" in kinds or {"age", "charge"} <= kinds
        return _strong(Tie("related", a.ref, b.ref, tuple(parts))) if sure else None
    if courts_differ(a.court, b.court):
        return None
    if {"victim", "charge"} <= kinds or ("one article" in kinds and _is_one_matter(a, b)):
        return _strong(Tie("companion", a.ref, b.ref, tuple(parts)))
    return None


def _is_one_matter(a: Card, b: Card) -> bool:
    """Tell whether two accused of one article face the same charges over the same."""
    return len(a.charges & b.charges) >= CHARGED and _share(a, b) >= ONE_MATTER


def _tie_suits(a: Card, b: Card, parts: list[Part]) -> Tie | None:
    """Suits against the same side over one matter, told by one article or numbered by one court."""
    if min(len(a.about), len(b.about)) < ENOUGH_WORDS or _share(a, b) < PARALLEL:
        return None
    if not match_parties(replace(a, parties=_sued(a)), replace(b, parties=_sued(b))):
        return None
    kind = "companion" if same_court(a.court, b.court) else "related"
    return _strong(Tie(kind, a.ref, b.ref, tuple(parts)))


def _sued(card: Card) -> tuple[PartyCard, ...]:
    return tuple(party for party in card.parties if not party.suing)


def _share(a: Card, b: Card) -> float:
    shorter = min(len(a.about), len(b.about))
    return len(a.about & b.about) / max(shorter, ENOUGH_WORDS)


def _strong(tie: Tie) -> Tie | None:
    return tie if tie.score >= TIE else None
