"""Are two reports of one case? Named pieces of evidence, each with its weight, and what vetoes.

Pure and symmetric: `score_cards(a, b)` and `score_cards(b, a)` are alike. No single surname and no
part of a number ever suffices. What each piece weighs and why is told in docs/resolution.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from casetrack.models import CourtRef
from casetrack.resolve.card import Card, NameCard, PartyCard
from casetrack.resolve.names import (
    COMMON,
    PLACEHOLDERS,
    fold_name,
    same_words,
    surname_only,
)

JOIN = 3.0
"""A score of this and more joins."""
REVIEW = 2.0
"""A score between this and JOIN is left apart and shown to a person."""
NAMED = 1.0
"""What parties, captions, numbers and victims must weigh before anything else counts."""
AGE_SLACK = 2
"""Years by which two ages may be off: a birthday between, and an age told as of the deed."""


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


def score_cards(a: Card, b: Card) -> Score:
    """Weigh two reports against each other."""
    numbers = a.numbers & b.numbers
    veto = find_veto(a, b, bool(numbers))
    if veto:
        return Score(0.0, (), veto)
    matches = _match_parties(a, b)
    named = [
        *_number_parts(a, b, numbers),
        *_party_parts(a, b, matches),
        *_caption_parts(a, b),
        *_victim_parts(a, b),
    ]
    parts = [*named, *_court_parts(a, b), *_people_parts(a, b)]
    total = sum(part.weight for part in parts)
    if sum(part.weight for part in named) < NAMED:
        total = min(total, REVIEW - 0.1)  # one court and one judge hear many cases
    return Score(round(total, 2), tuple(parts), None, _hangs_on(matches, named))


def find_veto(a: Card, b: Card, numbered: bool) -> str | None:
    """Say what makes two reports two cases; a shared number outweighs a kind or an age misread."""
    if courts_differ(a.court, b.court):
        return f"courts {_both(court_label(a.court), court_label(b.court))}"
    if numbered:
        return None
    if {a.kind, b.kind} == {"criminal", "civil"}:
        return "one is criminal, one civil"
    same_court = a.court and b.court and a.court.id and a.court.id == b.court.id
    if same_court and a.full_number and b.full_number:
        return f"docket numbers {_both(min(a.numbers), min(b.numbers))}"
    apart = [
        one.name if one.name == two.name else _both(one.name, two.name)
        for one, two in _pairs(a, b)
        if same_words(one.words, two.words) and _years_apart(one, two) > AGE_SLACK
    ]
    return f"ages of {min(apart)}" if apart else None


def _both(one: str, two: str) -> str:
    return " and ".join(sorted((one, two)))


def courts_differ(one: CourtRef | None, two: CourtRef | None) -> bool:
    """Tell whether two courts cannot hear one case; a court above another can."""
    if one is None or two is None or one.level != two.level:
        return False
    if one.id and two.id:
        return one.id != two.id
    if one.jurisdiction and two.jurisdiction and one.jurisdiction != two.jurisdiction:
        return True
    names = (fold_name(one.name), fold_name(two.name))
    return not (one.id or two.id) and names[0] not in names[1] and names[1] not in names[0]


def court_label(court: CourtRef | None) -> str:
    """Give a court's id, or its name."""
    return (court.id or court.name) if court else "?"


def _pairs(a: Card, b: Card) -> Iterator[tuple[PartyCard, PartyCard]]:
    return ((one, two) for one in a.parties for two in b.parties)


def _years_apart(one: PartyCard, two: PartyCard) -> int:
    """Give by how many years two people's births are off; -1 if an age is untold."""
    return -1 if one.born is None or two.born is None else abs(one.born - two.born)


def _number_parts(a: Card, b: Card, numbers: frozenset[str]) -> list[Part]:
    """Weigh a shared number; every court numbers its own cases, so the court must be known."""
    if not numbers:
        return []
    return [Part("docket number", min(numbers), 6.0 if a.court and b.court else 2.5)]


@dataclass(frozen=True, slots=True)
class Match:
    """Two parties taken for one; `full` when by more than a surname."""

    weight: float
    name: str
    aged: float
    full: bool
    suing: bool
    surname: str


def _match_parties(a: Card, b: Card) -> list[Match]:
    """Pair the parties, the likest first; each party is paired once."""
    criminal = "criminal" in (a.kind, b.kind)
    known = (*a.parties, *b.parties)
    found = [
        (match, i, j)
        for i, one in enumerate(a.parties)
        for j, two in enumerate(b.parties)
        if (match := _match(one, two, criminal, known)) is not None
    ]
    found.sort(key=lambda f: (-f[0].weight - f[0].aged, f[0].name, f[0].suing))
    left: set[int] = set()
    right: set[int] = set()
    matches = []
    for match, i, j in found:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            matches.append(match)
    return matches


def _match(one: PartyCard, two: PartyCard, criminal: bool, known: tuple[PartyCard, ...]) -> Match | None:
    """Weigh two parties as one; a government or an office-holder sued for a policy is shared by many."""
    suing = one.suing and two.suing
    sued = not criminal and not suing
    name = max(one.name, two.name, key=lambda n: (len(n), n))
    if one.kind == "person" and two.kind == "person":
        return _match_people(one, two, criminal, sued, suing, known, name)
    same = one.folded == two.folded or one.acronym == two.name or two.acronym == one.name
    if not same or not one.folded:
        return None
    common = "government" in (one.kind, two.kind) or any(
        word in COMMON for word in (one.folded, *one.folded.split())
    )
    return Match(0.8 if common else 1.2 if sued else 2.0, name, 0.0, True, suing, "")


def _match_people(
    one: PartyCard,
    two: PartyCard,
    criminal: bool,
    sued: bool,
    suing: bool,
    known: tuple[PartyCard, ...],
    name: str,
) -> Match | None:
    if not one.words or not two.words or one.words[-1] in PLACEHOLDERS:
        return None
    if same_words(one.words, two.words):
        spelled = len(one.words) > 2 and one.words == two.words
        aged = 1.5 if _years_apart(one, two) >= 0 else 0.0
        return Match(0.8 if sued else 2.3 if spelled else 1.8, name, aged, True, suing, one.words[-1])
    if not surname_only(one.words, two.words) or _has_namesakes(one.words[-1], known):
        return None
    better = criminal and len(one.words) != len(two.words)
    return Match(1.2 if better else 0.6, name, 0.0, False, suing, one.words[-1])


def _has_namesakes(last: str, known: tuple[PartyCard, ...]) -> bool:
    """Tell whether people of this surname with different given names are among the parties."""
    given = {p.words[0] for p in known if p.kind == "person" and len(p.words) > 1 and p.words[-1] == last}
    return len({name[0] for name in given}) > 1


MOST_PARTIES = 5
"""So many shared parties count: an indictment of forty is no surer than one of five."""


def _party_parts(a: Card, b: Card, matches: list[Match]) -> list[Part]:
    parts: list[Part] = []
    for match in matches:
        parts.append(Part("party", match.name, match.weight))
        if match.aged:
            parts.append(Part("age", match.name, match.aged))
        titled = match.surname in a.caption_words and match.surname in b.caption_words
        if match.full and match.weight >= 1 and match.surname and titled:
            parts.append(Part("named after", match.name, 1.2))
    parts = sorted(parts, key=lambda part: (-part.weight, part.kind, part.detail))[:MOST_PARTIES]
    if len({match.suing for match in matches}) == 2:
        parts.append(Part("both sides", "", 1.5))
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
    return [Part("caption", min(shared), 1.2 if nameless else 2.5)]


def _victim_parts(a: Card, b: Card) -> list[Part]:
    known = tuple(v for v in a.victims if v.words[-1:] and v.words[-1] not in PLACEHOLDERS)
    same = _shared(known, b.victims, False)
    return [Part("victim", same[0], 1.5)] if same else []


def _court_parts(a: Card, b: Card) -> list[Part]:
    if not a.court or not b.court:
        return []
    if (a.court.id and a.court.id == b.court.id) or a.court.name == b.court.name:
        return [Part("court", a.court.name, 0.5 if a.court.level == "supreme" else 1.0)]
    return []


def _people_parts(a: Card, b: Card) -> list[Part]:
    parts: list[Part] = []
    judges = _shared(a.judges, b.judges, True)
    if judges:
        parts.append(Part("judge", judges[0], 1.2))
    counsel = _shared(a.counsel, b.counsel, False)
    if counsel:
        parts.append(Part("counsel", counsel[0], min(1.6, 0.8 * len(counsel))))
    return parts


def _shared(a: tuple[NameCard, ...], b: tuple[NameCard, ...], by_surname: bool) -> list[str]:
    """Give the longer of each two names that are one person's, in order."""
    same = [
        (one, two)
        for one in a
        for two in b
        if same_words(one.words, two.words) or (by_surname and surname_only(one.words, two.words))
    ]
    return sorted({max(one.name, two.name, key=lambda name: (len(name), name)) for one, two in same})
