"""Which parties of two reports are one: by full name, spelling, alias, initials, or surname alone.

Pure and symmetric. What a match weighs is in `WEIGHTS`; docs/resolution.md says why.
"""

from __future__ import annotations

from dataclasses import dataclass

from casetrack.resolve.card import Card, PartyCard
from casetrack.resolve.names import COMMON, PLACEHOLDERS, same_words, spelled_alike, surname_only

AGE_SLACK = 2
"""Years by which two ages may be off: a birthday between, and an age told as of the deed."""
MOST_PARTIES = 5
"""So many shared parties count: an indictment of forty is no surer than one of five."""
WEIGHTS = {
    "full name": 2.3,  # a middle name too
    "name": 1.8,
    "initial": 1.4,  # A. Porter for Ann Porter
    "alias": 1.4,
    "spelling": 1.0,
    "surname": 1.2,  # Porter for Ann Porter
    "bare surname": 0.6,  # neither report has more, or it is no criminal case
    "sued person": 0.8,  # office-holders are sued for policies by many
    "organization": 2.0,
    "sued organization": 1.2,
    "common": 0.8,  # governments are a party to thousands of cases
}
AGE = 1.5
OFF_BY_TWO = 0.5
NAMED_AFTER = 1.2


@dataclass(frozen=True, slots=True)
class Match:
    """Two parties taken for one: how (a key of WEIGHTS), and `born` years apart, -1 if untold."""

    how: str
    name: str
    years: int
    suing: bool
    surname: str

    @property
    def weight(self) -> float:
        return WEIGHTS[self.how]

    @property
    def age(self) -> float:
        """Give what the ages add."""
        return 0.0 if self.years < 0 else AGE if self.years < AGE_SLACK else OFF_BY_TWO

    @property
    def full(self) -> bool:
        """Tell whether more than a surname was alike."""
        return self.how not in {"surname", "bare surname"}


def match_parties(a: Card, b: Card) -> list[Match]:
    """Pair the parties, the likest first; each party is paired once."""
    criminal = "criminal" in (a.kind, b.kind)
    known = (*a.parties, *b.parties)
    found = [
        (match, i, j)
        for i, one in enumerate(a.parties)
        for j, two in enumerate(b.parties)
        if (match := _match(one, two, criminal, known)) is not None
    ]
    found.sort(key=lambda f: (-f[0].weight - f[0].age, f[0].name, f[0].suing, f[0].how))
    left: set[int] = set()
    right: set[int] = set()
    matches = []
    for match, i, j in found:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            matches.append(match)
    return matches


def years_apart(one: PartyCard, two: PartyCard) -> int:
    """Give by how many years two people's births are off; -1 if an age is untold."""
    return -1 if one.born is None or two.born is None else abs(one.born - two.born)


def _match(one: PartyCard, two: PartyCard, criminal: bool, known: tuple[PartyCard, ...]) -> Match | None:
    suing = one.suing and two.suing
    sued = not criminal and not suing
    name = max(one.name, two.name, key=lambda n: (len(n), n))
    how = (
        _how_people(one, two, criminal, known)
        if one.kind == "person" and two.kind == "person"
        else _how_organizations(one, two)
    )
    if how is None:
        return None
    if sued and how in {"full name", "name", "initial"}:
        how = "sued person"
    elif sued and how == "organization":
        how = "sued organization"
    people = "person" in (one.kind, two.kind)
    last = min(one.words[-1:] or ("",), two.words[-1:] or ("",))[0] if people else ""
    return Match(how, name, years_apart(one, two) if people else -1, suing, last)


def _how_people(one: PartyCard, two: PartyCard, criminal: bool, known: tuple[PartyCard, ...]) -> str | None:
    if not one.words or not two.words or one.words[-1] in PLACEHOLDERS:
        return None
    if {one.suffix, two.suffix} == {"jr", "sr"}:
        return None
    if same_words(one.words, two.words):
        if len(one.words) > 2 and one.words == two.words:
            return "full name"
        return "initial" if 1 in (len(one.words[0]), len(two.words[0])) else "name"
    if one.aliases & two.aliases:
        return "alias"
    if spelled_alike(one.words, two.words):
        return "spelling"
    if not surname_only(one.words, two.words) or _has_namesakes(one.words[-1], known):
        return None
    return "surname" if criminal and len(one.words) != len(two.words) else "bare surname"


def _how_organizations(one: PartyCard, two: PartyCard) -> str | None:
    """Match organizations, or a name that one article takes for a person's, the other for none."""
    if not one.folded or not (one.folded == two.folded or one.initials & two.initials):
        return None
    if "person" in (one.kind, two.kind) and len(one.folded.split()) < 2:
        return None
    common = "government" in (one.kind, two.kind) or any(
        word in COMMON for word in (one.folded, *one.folded.split())
    )
    return "common" if common else "organization"


def _has_namesakes(last: str, known: tuple[PartyCard, ...]) -> bool:
    """Tell whether people of this surname with different given names are among the parties."""
    given = {p.words[0] for p in known if p.kind == "person" and len(p.words) > 1 and p.words[-1] == last}
    return len({name[0] for name in given}) > 1
