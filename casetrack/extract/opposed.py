"""Find who is sued where a story names only who sues.

A local paper calls those sued "the city" and "the district" from the first line to the last. They show
as the ones who stand against those that sue: theirs is the lawyer, the bid that a judge turned down.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from casetrack.extract.described import Told, body_called, town_spoken_of
from casetrack.extract.names import NameMention
from casetrack.extract.party_find import TOWNS, PartyFind, party_words
from casetrack.extract.people import fold
from casetrack.extract.second_suits import OTHER_CASE
from casetrack.extract.sentences import Sentence
from casetrack.extract.suit_targets import AGENCY_RE
from casetrack.lexicon import alternation

SUES = 1.2
"""So much is said of one who sues."""
SUED = 0.9
"""So much is said of one who is sued, beside one who sues."""
PLEADS = (
    r"['’]s?\s(?:[\w-]+\s){0,2}(?:attorneys?|lawyers?|counsel|solicitors?|barristers?|requests?|motions?|bids?"
    r"|arguments?)\b"
)
"""What is theirs who stand in court: "the city's deputy solicitor", "the city's motion"."""
ARGUES = (
    r",?\s(?:(?:which|had|has|have|also|then)\s)*(?:argued|countered|contends?|contended|denies|denied"
    r"|was represented|were represented)\b"
)
BOUND = (
    r"(?:against|ordered?|barred|blocked|told|represent(?:s|ed|ing)|requir(?:es|ed)|let|force|found that"
    r"|judgment to|judgment for)\s"
)


@cache
def _opposed_re() -> re.Pattern[str]:
    """Give the pattern of the ways to tell who opposes a suit, each with the noun it is called by."""
    spoken = alternation(TOWNS | party_words("civil", "body") | party_words("civil", "group"))
    return re.compile(
        rf"\b(?:[Tt]he|[Ii]ts) (?:school\s)?({spoken})(?:{PLEADS}|{ARGUES})"
        rf"|\b{BOUND}the (?:school\s)?({spoken})(?!['’\w])"
        r"|\b(City|Town|Village|Borough|County) (?:Attorney|Counsel|counsel|Solicitor)\b"
    )


PLEADS_RE = re.compile(rf"{PLEADS}|{ARGUES}")
BOUND_RE = re.compile(rf"\b{BOUND}(?:the\s)?$")
ELSEWHERE_RE = re.compile(rf"\b{OTHER_CASE}\b")
NO_SIDE_RE = re.compile(
    r"\b(?:Court|Circuit|Attorney General|Prosecutor|Police|Union|Congress|Legislature)\b"
)


def find_opposed(finds: Sequence[PartyFind], told: Told) -> list[PartyFind]:
    """Find who is sued in a story that names only who sues, as the one body that opposes them; else nobody.

    Of two that are told of as often it is the public one.
    """
    suing = {fold(f.name) for f in finds if f.side == "plaintiff" and f.weight >= SUES}
    sued = any(f.side == "defendant" and f.weight >= SUED and fold(f.name) not in suing for f in finds)
    if not suing or sued or any(f.criminal for f in finds):
        return []
    spoken: set[str] = set()
    counted: Counter[str] = Counter()
    first: dict[str, int] = {}
    for number, body, noun in _opponents(told):
        if fold(body) in suing:
            continue
        counted[body] += 1
        first.setdefault(body, number)
        if noun or AGENCY_RE.search(body):
            spoken.add(body)
    ranks = {body: (times, body in spoken) for body, times in counted.items()}
    most = [body for body, rank in ranks.items() if rank == max(ranks.values())]
    if len(most) != 1:
        return []
    number = first[most[0]]
    return [PartyFind(most[0], "organization", "defendant", False, SUED, number, number * 1000)]


def _opponents(told: Told) -> Iterator[tuple[int, str, bool]]:
    """Give each time a body opposes a suit: the sentence, its name, whether it is called by a noun there."""
    bodies = {name.text for group in told.names for name in group if name.kind == "organization"}
    for number, sentence in enumerate(told.sentences):
        if ELSEWHERE_RE.search(sentence.text):
            continue
        for found in _opposed_re().finditer(sentence.text):
            noun = next(filter(None, found.groups())).lower()
            body = body_called(noun, (), told.names, set())
            if body is None and noun in TOWNS:
                body = town_spoken_of(noun, told)
            if body is not None:
                yield number, body, True
        for name in told.names[number]:
            full = _in_full(name, bodies)
            if full is not None and _stands_in_court(name, sentence):
                yield number, full, False


def _in_full(name: NameMention, bodies: set[str]) -> str | None:
    """Give the one organization that a name is, or is short for: "Ridgeline" of "Ridgeline Homes"."""
    if name.text in bodies:
        return name.text
    full = [text for text in bodies if text.startswith(f"{name.text} ")] if not name.title else []
    return full[0] if len(full) == 1 else None


def _stands_in_court(name: NameMention, sentence: Sentence) -> bool:
    """Tell "Acme Co.'s attorney" and "found that Acme Co. had" from other talk of a body."""
    if NO_SIDE_RE.search(name.text):
        return False
    before = sentence.text[: name.start - sentence.start]
    after = sentence.text[name.end - sentence.start :]
    return bool(PLEADS_RE.match(after) or BOUND_RE.search(before[-40:]))
