"""Captions: those an article prints ("People v. Tapia"), and those derived for the others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from casetrack.extract.names import PARTICLES
from casetrack.extract.people import name_words
from casetrack.extract.sentences import Sentence
from casetrack.lexicon import load_table
from casetrack.models import CourtRef, Party

SIDE = r"(?:[A-Z][\w.’'&-]*,?(?:\s+(?:of|the|and|for|&|ex\s+rel\.|[A-Z][\w.’'&-]*)){0,7}?)"
PRINTED_RE = re.compile(
    rf"\b({SIDE})(?:,?\s+et\s+al\.?,?)?\s+(?:v\.|vs\.?|v)\s+([A-Z][\w.’'&-]*(?:\s+(?:(?:of|the|and|for|&)\s+)?[A-Z][\w.’'&-]*){{0,5}})"
)
VERSUS = frozenset({"v", "vs"})
LEADING_RE = re.compile(
    r"^(?:(?:[Ii]n|[Tt]he|[Oo]f|and|for|At|As|By|Case|And|But|Justice|Court|Oct|Like|Both|After|Since|When)\s+)+"
)
PEOPLE_STATES = frozenset({"ca", "ny", "il", "mi", "co", "vi", "gu"})
COMMONWEALTHS = frozenset({"pa", "ma", "ky", "va"})
ABROAD = {
    "gbr": "R.", "can": "R.", "aus": "R.", "nzl": "R.", "irl": "DPP", "int": "Prosecutor", "hkg": "HKSAR",
    "phl": "People",
}  # fmt: skip
"""Who prosecutes in other countries: the Crown, a director of public prosecutions, that of a world court."""


@cache
def landmarks() -> tuple[str, ...]:
    """Give the old cases that stories name as history: nothing these days is decided in them."""
    return tuple(load_table("parties")["landmarks"]["captions"])


def printed_captions(sentences: Sequence[Sentence]) -> list[tuple[int, str, str]]:
    """Give the captions printed, each as sentence number, left and right side."""
    found = []
    for number, sentence in enumerate(sentences):
        if VERSUS.isdisjoint(sentence.words):
            continue
        for match in PRINTED_RE.finditer(sentence.text):
            left = LEADING_RE.sub("", " ".join(match.group(1).split()).strip(" ,"))
            right = re.sub(r"\s+", " ", match.group(2)).strip(" .,’'")
            right = re.sub(r"[’']s$", "", right)
            if left and right and not f"{left} v. {right}".startswith(landmarks()):
                found.append((number, left, right))
    return found


def caption_of(
    kind: str,
    parties: Sequence[Party],
    court: CourtRef | None,
    printed: Sequence[str],
    subject: str | None,
    home: str | None,
) -> str:
    """Give a case its caption: as printed, or derived from who brings it against whom.

    Args:
        home: the jurisdiction the story is from, for a case whose court tells none; see `venue.home_of`.
    """
    if printed:
        return printed[0]
    if kind == "criminal":
        return (
            f"{_sovereign(court, home)} v. {_short(parties[0])}"
            if parties
            else f"{_sovereign(court, home)} v. {subject or 'Unnamed'}"
        )
    if kind == "administrative":
        return f"In re {parties[0].name}" if parties else "In re unnamed"
    plaintiffs = [p for p in parties if p.role in {"plaintiff", "petitioner", "appellant"}]
    defendants = [p for p in parties if p.role in {"defendant", "respondent", "appellee"}]
    if plaintiffs and defendants:
        return f"{_short(plaintiffs[0])} v. {_short(defendants[0])}"
    if subject:
        return f"In re {subject}"
    if plaintiffs or defendants:
        return f"In re {(plaintiffs or defendants)[0].name}"
    return f"In re {subject}" if subject else "In re unnamed"


def _short(party: Party) -> str:
    if party.kind != "person":
        return party.name
    words = name_words(party.name)
    at = len(words) - 1
    while at > 1 and (words[at - 1].islower() or words[at - 1].lower().rstrip(".") in SURNAME_BEGINS):
        at -= 1
    return " ".join(words[at:]) or party.name


SURNAME_BEGINS = PARTICLES | {"vander", "le", "dos", "st", "ter"}
"""Words that begin a surname of two, capitalized or not: "Roger Vander Plaats"."""


def _sovereign(court: CourtRef | None, home: str | None) -> str:
    above_all = court is not None and (court.level, court.jurisdiction) == ("supreme", "us")
    place = home if above_all else (court.jurisdiction if court else None) or home  # it hears states' cases
    if place in PEOPLE_STATES:
        return "People"
    if place in COMMONWEALTHS:
        return "Commonwealth"
    if place in ABROAD:
        return ABROAD[place]
    return "United States" if place == "us" else "State"
