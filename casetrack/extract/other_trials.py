"""The other case of one who stands accused, told of in a paragraph further on.

"He faces a separate federal trial in Chicago", "the judge in that case", "He also pleaded guilty in federal
court".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TypeGuard

from casetrack.extract.central import SPOKEN_RE
from casetrack.extract.court_places import district_of, read_place
from casetrack.extract.date_math import parse_day
from casetrack.extract.drafts import CRIMINAL_TYPES, CRIMINAL_VALUES, Draft
from casetrack.extract.people import fold
from casetrack.extract.scan import Scan
from casetrack.extract.sentences import rest_of_paragraph
from casetrack.extract.separate import of_those
from casetrack.extract.word_sets import holds_word
from casetrack.models import CourtRef

FACES_RE = re.compile(
    r"\b(?:a|another|in\sa)\s(?:separate|different)\s(?:\w+\s){0,2}?(?:trial|case|indictment|prosecution)\b"
    r"|\b(?:faces|facing|awaits)\s(?:\w+\s)?separate\s(?:\w+\s)?(?:charges|counts)\b|\banother\s(?:\w+\s)?(?:trial|indictment)\b"
)
ELSEWHERE_RE = re.compile(r"\b(?:federal|state|military)\s|\bin\s(?:the\s)?[A-Z]")
"""Where: another trial before the same court may be one of two who are tried together."""
THAT_CASE_RE = re.compile(r"\b(?:judge|jury)\s(?:overseeing|in|hearing)\sthat\scase\b")
OPENING = 60
"""The other case is brought up within so many characters from where its sentence begins."""
FIRST = 4
"""So many sentences tell what the story is about."""


def separate_drafts(scan: Scan, drafts: Sequence[Draft]) -> list[Draft]:
    """Give the other case that a paragraph tells of one who stands accused; at most one.

    Something must be decided or set in it, and it must speak of one of the accused, or of "him".
    """
    accused = sorted((d for d in drafts if d.kind == "criminal" and d.parties), key=lambda d: d.first)
    dealt = min(_dealt_with(scan), default=None)
    if not accused or dealt is None:
        return []
    busy = {find.sentence.start for find in scan.rulings} | {find.sentence.start for find in scan.hearings}
    systems = _system_told(scan)
    elsewhere = _tried_elsewhere(scan)
    for number in range(FIRST, len(scan.sentences)):
        passage = _passage_of_other(number, scan, systems)
        if passage is None and scan.sentences[number].start == elsewhere:
            passage = rest_of_paragraph(scan.sentences, number)
        if passage is None or scan.sentences[passage.start].start <= dealt:
            continue
        starts = {scan.sentences[n].start for n in passage}
        if not starts & busy:
            continue
        told = _told_of(passage, scan, accused)
        if told:
            draft, named = told
            other = of_those(draft, named)
            other.starts, other.first, other.second = starts, passage.start, True
            other.court = _court_told(scan.sentences[passage.start].text)
            return [other]
    return []


def _told_of(passage: range, scan: Scan, accused: Sequence[Draft]) -> tuple[Draft, list[str]] | None:
    """Give those of one case of whom a passage speaks, by their surnames, or as "he" or "they"."""
    opening = scan.sentences[passage.start].text
    everyone = list(accused[0].parties)
    if len(everyone) > 1 and THEY_RE.match(opening):
        return accused[0], everyone
    text = " ".join(fold(scan.sentences[n].text) for n in passage)
    told = [
        (draft, named)
        for draft in accused
        if draft.first < passage.start
        and (named := [name for name in draft.parties if holds_word(text, fold(name.split()[-1]))])
    ]
    if not told and SPOKEN_RE.match(opening):
        return accused[0], everyone[:1]
    return told[0] if len(told) == 1 else None


THEY_RE = re.compile(r"(?:They|Both|The\s(?:two|three|four|five)(?:\s(?:men|women|brothers|officers))?)\b")


def _dealt_with(scan: Scan) -> Iterator[int]:
    """Give where the sentences start that tell of a verdict, a sentence, or a session of a criminal court."""
    for ruling in scan.rulings:
        if ruling.value in CRIMINAL_VALUES:
            yield ruling.sentence.start
    for hearing in scan.hearings:
        if hearing.type in CRIMINAL_TYPES:
            yield hearing.sentence.start


FEDERAL_RE = re.compile(
    r"\b(?:U\.?S\.? District"
    r"|federal (?:charges|counts|court|grand jury|indictment|judge|jury|prosecutors|trial))\b"
)
IN_STATE_RE = re.compile(r"\bstate (?:\w+ )?(?:charges|court|counts|trial)\b")
STATE_RE = re.compile(
    r"\b(?:(?:Superior|County|Circuit|Common Pleas|Criminal) Court|state (?:charges|court|counts)"
    r"|County (?:\w+ )?Judge)\b"
)
CHARGED_RE = re.compile(r"\b(?:pleaded|pled|charged|indicted|faces|facing|trial|sentenced?|convicted)\b")
YEAR_RE = re.compile(r"\bin\s(?:19|20)\d\d\b")
US_RE = re.compile(r"\bfederal\b|\bU\.S\. District\b")
"""Any word of a federal court or office: after it, what such a court does is no news."""
US_WORDS = frozenset({"federal", "district"})
STATE_WORDS = frozenset({"court", "judge", "state"})
IN_STATE_WORDS = frozenset({"state"})


def _system_told(scan: Scan) -> tuple[int, int, int]:
    """Give the first sentences that speak of a federal court, of a state's, and of its charges as such."""

    def first(words: frozenset[str], pattern: re.Pattern[str]) -> int:
        told = (
            n
            for n, s in enumerate(scan.sentences)
            if not words.isdisjoint(s.words) and pattern.search(s.text)
        )
        return next(told, len(scan.sentences))

    federal = first(US_WORDS, US_RE)
    if federal == len(scan.sentences):
        return federal, federal, federal
    state = first(STATE_WORDS, STATE_RE) if federal >= FIRST else federal
    return federal, state, first(IN_STATE_WORDS, IN_STATE_RE)


def _is_of_other_system(number: int, scan: Scan, systems: tuple[int, int, int]) -> bool:
    """Tell the federal case of one whom a state tries, or the state's of one tried in a federal court."""
    text = scan.sentences[number].text
    federal, state, in_state = systems
    if in_state == number and federal < number:
        told = any(FEDERAL_RE.search(s.text) for s in scan.sentences[federal:number])
    else:
        told = federal == number and state < number and FEDERAL_RE.search(text) is not None
    if not told or YEAR_RE.search(text):
        return False  # a year tells of what came long before
    return CHARGED_RE.search(text) is not None and "appeal" not in text


def _tried_elsewhere(scan: Scan) -> int | None:
    """Give where the first sentence starts that tells of a verdict or a sentence of a second trial court.

    So does a sentence that another judge gave some weeks before: no case ends twice.
    """
    told = [find for find in scan.rulings if find.value in CRIMINAL_VALUES and find.decider is not None]
    tried = [(f.decider.court.id, f.sentence.start) for f in told if f.decider and _is_trial(f.decider.court)]
    given = [
        (find.decider.judges[0], parse_day(find.date), find.sentence.start)
        for find in told
        if find.value == "sentenced" and find.decider and len(find.decider.judges) == 1
    ]  # fmt: skip
    courts = (start for court, start in tried if court != tried[0][0])
    judges = (
        start
        for judge, day, start in given
        if judge != given[0][0] and day is not None and _is_soon(day, given[0][1])
    )
    return next(courts, None) or next(judges, None)


SOON = timedelta(days=120)


def _is_soon(day: date, first: date | None) -> bool:
    """Tell a sentence some weeks from the first one told; that is of the story's days where it has none."""
    return first is None or (day != first and abs(day - first) < SOON)


def _is_trial(court: CourtRef | None) -> TypeGuard[CourtRef]:
    return court is not None and court.level == "trial" and court.id is not None


def _court_told(text: str) -> CourtRef | None:
    """Give the federal court of "a separate federal trial in Chicago"."""
    told = FEDERAL_IN_RE.search(text)
    place = read_place(text, told.end()) if told else None
    return district_of(place[0]) if place else None


FEDERAL_IN_RE = re.compile(r"\bfederal\s(?:\w+\s){1,3}?in\s(?:the\s)?(?=[A-Z])")


def _passage_of_other(number: int, scan: Scan, systems: tuple[int, int, int]) -> range | None:
    """Give the sentences about the other case that this one brings up, to the end of its paragraph."""
    sentence = scan.sentences[number]
    if "separate" in sentence.words or "another" in sentence.words or "different" in sentence.words:
        faced = FACES_RE.search(sentence.text)
        told = faced is not None and faced.start() < OPENING and "trial" not in sentence.text[: faced.start()]
        if faced and told and ELSEWHERE_RE.search(sentence.text, faced.start()):
            return rest_of_paragraph(scan.sentences, number)
    if _is_of_other_system(number, scan, systems):
        return rest_of_paragraph(scan.sentences, number)
    if "that" in sentence.words and THAT_CASE_RE.search(sentence.text):
        before = scan.sentences[number - 1]
        if before.paragraph == sentence.paragraph and ELSEWHERE_RE.search(before.text):
            return range(number - 1, rest_of_paragraph(scan.sentences, number).stop)
    return None
