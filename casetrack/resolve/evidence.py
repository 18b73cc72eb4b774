"""Are two reports of one case? Named pieces of evidence, each with its weight, and what vetoes.

Pure and symmetric: `score_cards(a, b)` and `score_cards(b, a)` are alike. No single surname and no
part of a number ever suffices. What each piece weighs and why is told in docs/resolution.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from casetrack.lexicon import load_table
from casetrack.resolve.card import Card, NameCard
from casetrack.resolve.courts import court_label, courts_differ, same_court
from casetrack.resolve.history import contradicts, shared_event
from casetrack.resolve.names import PLACEHOLDERS, same_words, surname_only
from casetrack.resolve.sides import AGE_SLACK, MOST_PARTIES, NAMED_AFTER, Match, match_parties, years_apart

JOIN = 3.0
"""A score of this and more joins."""
REVIEW = 2.0
"""A score between this and JOIN is left apart and shown to a person."""
NAMED = 1.0
"""What parties, captions, numbers and victims must weigh before anything else counts."""
NUMBER = 6.0
NUMBER_NO_COURT = 2.5
CAPTION = 2.5
CAPTION_OF_DOES = 1.2
BOTH_SIDES = 1.5
VICTIM = 1.8
COURT = 1.0
HIGH_COURT = 0.5
JUDGE = 1.2
COUNSEL = 0.8
MOST_COUNSEL = 1.6
CHARGE = 0.4
MOST_CHARGES = 0.8
OTHER_CHARGES = -0.7
PLACE = 0.4
OTHER_PLACES = -0.4
EVENT = {"same day": 1.0, "moved": 1.0}
CONTRADICTION = -2.5
TEXT = ((0.65, 2.0), (0.5, 1.5), (0.35, 1.0), (0.22, 0.5))
"""The share of the shorter report's words that the other has too, and what it weighs."""
UNLIKE = 0.06
UNLIKE_WEIGHT = -0.5
ENOUGH_WORDS = 25
"""Words a report must have for its likeness to count for all it weighs."""


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of evidence: `kind` is a word of docs/resolution.md, `detail` what was alike."""

    kind: str
    detail: str
    weight: float

    def __str__(self) -> str:
        return f"{' '.join((self.kind, self.detail)).strip()} {self.weight:+.1f}"


@dataclass(frozen=True, slots=True)
class Score:
    """What two reports come to. With a `veto` nothing counts and `total` is zero.

    `surname` is the surname on which all hangs when no party was found by more than that.
    """

    total: float
    parts: tuple[Part, ...]
    veto: str | None = None
    surname: str | None = None

    @property
    def verdict(self) -> str:
        """Give join, review or apart."""
        if self.veto:
            return "apart"
        return "join" if self.total >= JOIN else "review" if self.total >= REVIEW else "apart"


def score_cards(a: Card, b: Card, *, whole: bool = True) -> Score:
    """Weigh two reports against each other.

    Args:
        whole: also weigh what changes nothing, where too little is alike to join or show them.
    """
    numbers = a.numbers & b.numbers
    veto = find_veto(a, b, bool(numbers))
    if veto:
        return Score(0.0, (), veto)
    matches = match_parties(a, b)
    named = weigh_names(a, b, matches)
    too_little = sum(part.weight for part in named) < NAMED
    if too_little and not whole:
        return Score(0.0, ())
    parts = [*named, *_weigh_rest(a, b)]
    total = sum(part.weight for part in parts)
    if too_little:
        total = min(total, REVIEW - 0.1)  # one court and one judge hear many cases
    return Score(round(total, 2), tuple(parts), None, _hangs_on(matches, named))


def weigh_cards(a: Card, b: Card, matches: list[Match]) -> tuple[list[Part], list[Part]]:
    """Give all that is alike or not, whatever vetoes: what names the case, and the rest."""
    return weigh_names(a, b, matches), _weigh_rest(a, b)


def weigh_names(a: Card, b: Card, matches: list[Match]) -> list[Part]:
    """Give what is alike of all that names the case."""
    return [
        *_number_parts(a, b, a.numbers & b.numbers),
        *_party_parts(a, b, matches),
        *_caption_parts(a, b),
        *_victim_parts(a, b),
    ]


def _weigh_rest(a: Card, b: Card) -> list[Part]:
    return [*_court_parts(a, b), *_people_parts(a, b), *_matter_parts(a, b), *_history_parts(a, b)]


def find_veto(a: Card, b: Card, numbered: bool) -> str | None:
    """Say what makes two reports two cases; a shared number outweighs a kind or an age misread."""
    if courts_differ(a.court, b.court):
        return f"courts {_both(court_label(a.court), court_label(b.court))}"
    if numbered:
        return None
    if {a.kind, b.kind} == {"criminal", "civil"}:
        return "one is criminal, one civil"
    settled = a.court is not None and a.court.id and same_court(a.court, b.court)
    if settled and a.full_number and b.full_number:
        return f"docket numbers {_both(min(a.numbers), min(b.numbers))}"
    return find_ages(a, b)


def find_ages(a: Card, b: Card) -> str | None:
    """Say whose ages tell two people of one name apart."""
    apart = [
        one.name if one.name == two.name else _both(one.name, two.name)
        for one in a.parties
        for two in b.parties
        if same_words(one.words, two.words) and years_apart(one, two) > AGE_SLACK
    ]
    return f"ages of {min(apart)}" if apart else None


def _both(one: str, two: str) -> str:
    return " and ".join(sorted((one, two)))


def _number_parts(a: Card, b: Card, numbers: frozenset[str]) -> list[Part]:
    """Weigh a shared number; every court numbers its own cases, so the court must be known."""
    if not numbers:
        return []
    return [Part("docket number", min(numbers), NUMBER if a.court and b.court else NUMBER_NO_COURT)]


def _party_parts(a: Card, b: Card, matches: list[Match]) -> list[Part]:
    parts: list[Part] = []
    for match in matches:
        parts.append(Part("party", f"{match.name} ({match.how})", match.weight))
        if match.age:
            parts.append(Part("age", match.name, match.age))
        titled = match.surname in a.caption_words and match.surname in b.caption_words
        if match.full and match.weight > 1 and match.surname and titled:
            parts.append(Part("named after", match.name, NAMED_AFTER))
    parts = sorted(parts, key=lambda part: (-part.weight, part.kind, part.detail))[:MOST_PARTIES]
    if len({match.suing for match in matches}) == 2:
        parts.append(Part("both sides", "", BOTH_SIDES))
    return parts


def _hangs_on(matches: list[Match], named: list[Part]) -> str | None:
    """Give the surname that is all that ties two reports, None when more does."""
    if any(match.full for match in matches) or any(
        part.kind in {"docket number", "caption"} for part in named
    ):
        return None
    return min((match.surname for match in matches), default=None)


def _caption_parts(a: Card, b: Card) -> list[Part]:
    shared = a.captions & b.captions
    if not shared:
        return []
    nameless = all(PLACEHOLDERS & set(name.split()) for name in shared)
    return [Part("caption", min(shared), CAPTION_OF_DOES if nameless else CAPTION)]


def _victim_parts(a: Card, b: Card) -> list[Part]:
    known = tuple(v for v in a.victims if v.words[-1:] and v.words[-1] not in PLACEHOLDERS)
    same = share_names(known, b.victims, False)
    return [Part("victim", same[0], VICTIM)] if same else []


def _court_parts(a: Card, b: Card) -> list[Part]:
    if a.court is None or not same_court(a.court, b.court):
        return []
    return [Part("court", a.court.name, HIGH_COURT if a.court.level == "supreme" else COURT)]


def _people_parts(a: Card, b: Card) -> list[Part]:
    parts: list[Part] = []
    judges = share_names(a.judges, b.judges, True)
    if judges:
        parts.append(Part("judge", judges[0], JUDGE))
    counsel = share_names(a.counsel, b.counsel, False)
    if counsel:
        parts.append(Part("counsel", counsel[0], min(MOST_COUNSEL, COUNSEL * len(counsel))))
    return parts


def share_names(a: tuple[NameCard, ...], b: tuple[NameCard, ...], by_surname: bool) -> list[str]:
    """Give the longer of each two names that are one person's, in order."""
    same = [
        (one, two)
        for one in a
        for two in b
        if same_words(one.words, two.words) or (by_surname and surname_only(one.words, two.words))
    ]
    return sorted({max(one.name, two.name, key=lambda name: (len(name), name)) for one, two in same})


@cache
def _groups() -> dict[str, str]:
    return {offence["id"]: offence["group"] for offence in load_table("offences")["offence"]}


def _matter_parts(a: Card, b: Card) -> list[Part]:
    """Weigh what the case is about: charges or claims, places, and the words it is told in."""
    parts: list[Part] = []
    charges = a.charges & b.charges
    if charges:
        parts.append(Part("charge", ", ".join(sorted(charges)), min(MOST_CHARGES, CHARGE * len(charges))))
    elif a.charges and b.charges and not _near(a.charges, b.charges):
        parts.append(Part("other charges", _both(min(a.charges), min(b.charges)), OTHER_CHARGES))
    places = a.places & b.places
    if places:
        parts.append(Part("place", min(places), PLACE))
    elif a.places and b.places:
        parts.append(Part("other places", _both(min(a.places), min(b.places)), OTHER_PLACES))
    return parts + _text_parts(a, b)


def _near(a: frozenset[str], b: frozenset[str]) -> bool:
    groups = [{_groups().get(charge, "any") for charge in charges} for charges in (a, b)]
    return bool(groups[0] & groups[1]) or "any" in groups[0] | groups[1]


def _text_parts(a: Card, b: Card) -> list[Part]:
    shorter = min(len(a.about), len(b.about))
    if not shorter:
        return []
    shared = a.about & b.about
    share = len(shared) / max(shorter, ENOUGH_WORDS)
    if shorter >= ENOUGH_WORDS and share < UNLIKE:
        return [Part("unlike", f"{share:.0%} of the words", UNLIKE_WEIGHT)]
    weight = next((weight for least, weight in TEXT if share >= least), 0.0)
    return [Part("text", f"{share:.0%} of the words", weight)] if weight else []


def _history_parts(a: Card, b: Card) -> list[Part]:
    against = contradicts(a, b)
    if against:
        return [Part("history", against, CONTRADICTION)]
    event = shared_event(a, b)
    return [Part("event", event[1], EVENT[event[0]])] if event else []
