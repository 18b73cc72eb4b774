"""Which court "the justices" sit on, when the story is about another than that of the United States.

A sentence that says only "the justices" or "the high court" means the supreme court named last; after
"the state Supreme Court", whose state no sentence tells, it means that one, which has no name here. In a
story from New Delhi "the Supreme Court" is India's, in one of a Crown Court "the High Court" is England's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from casetrack.extract.courts import CourtMention
from casetrack.extract.courts_abroad import countries_by_town, courts_abroad
from casetrack.extract.sentences import Sentence
from casetrack.lexicon import alternation
from casetrack.lexicon.courts import load_courts
from casetrack.models import CourtRef

NATION = "scotus"
OF_NATION_RE = re.compile(r"U\.?S\b|United States")
HOME_COURT_RE = re.compile(r"\b(?:High Court|Court of Appeal)\b")
SIGN_WORDS = frozenset(
    {"crown", "magistrates", "sheriff", "bailey", "justice", "garda", "central", "circuit"}
)
"""Of every sign that a story is from abroad, one of these stands in the sentence that has it."""
OF_STATE_RE = re.compile(
    r"\b(?:[Ss]tate|[Cc]ommonwealth)(?:[’']s)?\s(?:[Ss]upreme|[Hh]igh(?:est)?|[Tt]op)\s[Cc]ourt\b"
)


def settle_aliases(
    sentences: Sequence[Sentence], courts: Sequence[list[CourtMention]]
) -> list[list[CourtMention]]:
    """Give the courts of every sentence, each alias with the court that the story has named."""
    if not any(m.kind == "alias" and m.court.id == NATION for group in courts for m in group):
        return list(courts)
    named: CourtMention | None = None
    of_state = False
    settled: list[list[CourtMention]] = []
    for sentence, group in zip(sentences, courts, strict=True):
        of_state = of_state or bool(OF_STATE_RE.search(sentence.text))
        kept: list[CourtMention] = []
        for mention in group:
            if mention.kind != "alias" or mention.court.id != NATION:
                named = mention if mention.court.level == "supreme" else named
                kept.append(mention)
            elif named is not None:
                kept.append(replace(mention, court=named.court))
            elif not of_state:
                kept.append(mention)
        settled.append(kept)
    return settled


@cache
def _signs() -> dict[str, str]:
    return {sign: code for code, signs in courts_abroad()["signs"].items() for sign in signs}


@cache
def _sign_re() -> re.Pattern[str]:
    return re.compile(rf"\b({alternation(_signs())})(?!\w)")


def home_country(dateline: str | None, sentences: Sequence[Sentence]) -> str | None:
    """Give the code of the country a story is from, when that is not the United States; None if unknown."""
    town, _, land = (dateline or "").partition(",")
    known = countries_by_town().get(town.strip().title())
    if known is not None and (not land or land.strip() in load_courts().countries):
        return known
    told = {
        _signs()[match[1]]
        for sentence in sentences
        if not SIGN_WORDS.isdisjoint(sentence.words)
        for match in _sign_re().finditer(sentence.text)
    }
    told = told - {"gbr"} or told  # Ireland says "Mr Justice" too
    return told.pop() if len(told) == 1 else None


def settle_at_home(
    sentences: Sequence[Sentence], courts: list[list[CourtMention]], dateline: str | None
) -> list[list[CourtMention]]:
    """Give "the Supreme Court" and "the High Court" of a story from another country to that country."""
    code = home_country(dateline, sentences)
    if code is None:
        return courts
    return [_of_country(sentence, group, code) for sentence, group in zip(sentences, courts, strict=True)]


def _of_country(sentence: Sentence, group: list[CourtMention], code: str) -> list[CourtMention]:
    settled = [
        replace(mention, court=_national(code, "Supreme Court"))
        if mention.court.id == "scotus" and OF_NATION_RE.search(mention.text) is None
        else mention
        for mention in group
    ]
    for match in HOME_COURT_RE.finditer(sentence.text):
        start, end = (sentence.start + at for at in match.span())
        if all(mention.end <= start or end <= mention.start for mention in group):
            settled.append(CourtMention(start, end, match[0], _national(code, match[0]), "short"))
    return sorted(settled, key=lambda mention: mention.start)


LEVELS = {"Supreme Court": "supreme", "Court of Appeal": "appeals", "High Court": "trial"}


def _national(code: str, form: str) -> CourtRef:
    known = courts_abroad()["known_as"].get(f"{code} {form}")
    name = known or f"{form} of {dict(load_courts().countries.values())[code]}"
    return CourtRef(None, name, LEVELS[form], code)
