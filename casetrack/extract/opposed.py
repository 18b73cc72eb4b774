"""Find who is sued where a story names only who sues.

A local paper calls those sued "the city" and "the district" from the first line to the last. They show
as the ones who stand against those that sue: theirs is the lawyer, the bid that a judge turned down.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from casetrack.extract.described import body_called, town_spoken_of
from casetrack.extract.names import NameMention
from casetrack.extract.party_find import TOWNS, PartyFind, party_words
from casetrack.extract.people import fold
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
ELSEWHERE_RE = re.compile(r"\b(?:similar|separate|another|related) (?:\w+ )?(?:case|suit|lawsuit|action)\b")
NO_SIDE_RE = re.compile(
    r"\b(?:Court|Circuit|Attorney General|Prosecutor|Police|Union|Congress|Legislature)\b"
)


def find_opposed(
    finds: Sequence[PartyFind],
    sentences: Sequence[Sentence],
    names: Sequence[Sequence[NameMention]],
    dateline: str | None,
) -> list[PartyFind]:
    """Find who is sued in a story that names only who sues, as one body that opposes them; else nobody."""
    suing = {fold(f.name) for f in finds if f.side == "plaintiff" and f.weight >= SUES}
    sued = any(f.side == "defendant" and f.weight >= SUED and fold(f.name) not in suing for f in finds)
    if not suing or sued or any(f.criminal for f in finds):
        return []
    return _opposed(suing, sentences, names, dateline)


def _opposed(
    suing: set[str],
    sentences: Sequence[Sentence],
    names: Sequence[Sequence[NameMention]],
    dateline: str | None,
) -> list[PartyFind]:
    """Give the body told of most as against those who sue; of two as often told of a public one, if any."""
    told: Counter[str] = Counter()
    spoken: set[str] = set()
    first: dict[str, int] = {}
    orgs = {name.text for group in names for name in group if name.kind == "organization"}
    for number, sentence in enumerate(sentences):
        if ELSEWHERE_RE.search(sentence.text):
            continue
        shown = _opposed_re().finditer(sentence.text)
        called = [next(filter(None, found.groups())).lower() for found in shown]
        public = [body for noun in called if (body := _name_of(noun, sentences, names, dateline))]
        spoken |= {*public}
        named = [
            full
            for name in names[number]
            if (full := _in_full(name, orgs)) and _stands_in_court(name, sentence)
        ]
        for body in public + named:
            if fold(body) not in suing:
                told[body] += 1
                first.setdefault(body, number)
    spoken |= {body for body in told if AGENCY_RE.search(body)}
    ranked = sorted(told, key=lambda body: (-told[body], body not in spoken))
    if len({(told[body], body in spoken) for body in ranked[:2]}) < len(ranked[:2]):
        return []
    return [
        PartyFind(body, "organization", "defendant", False, SUED, first[body], first[body] * 1000)
        for body in ranked[:1]
    ]


def _name_of(
    noun: str,
    sentences: Sequence[Sentence],
    names: Sequence[Sequence[NameMention]],
    dateline: str | None,
) -> str | None:
    return body_called(noun, (), names, set()) or (
        town_spoken_of(noun, sentences, dateline) if noun in TOWNS else None
    )


def _in_full(name: NameMention, orgs: set[str]) -> str | None:
    """Give the one organization that a name is, or is short for: "Ridgeline" of "Ridgeline Homes"."""
    if name.text in orgs:
        return name.text
    full = [text for text in orgs if text.startswith(f"{name.text} ")] if not name.title else []
    return full[0] if len(full) == 1 else None


def _stands_in_court(name: NameMention, sentence: Sentence) -> bool:
    """Tell "Acme Co.'s attorney" and "found that Acme Co. had" from other talk of a body."""
    if NO_SIDE_RE.search(name.text):
        return False
    before = sentence.text[: name.start - sentence.start]
    after = sentence.text[name.end - sentence.start :]
    return bool(PLEADS_RE.match(after) or BOUND_RE.search(before[-40:]))
