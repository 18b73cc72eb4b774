"""A plea that its sentence tells without a day: whether it was entered on that of the story."""

from __future__ import annotations

import re
from collections.abc import Sequence

from casetrack.extract.hearings import LooseSession
from casetrack.extract.sentences import Sentence

PLEA_REACH = 3
AT_COURT_RE = re.compile(r"\b(?:judge|magistrate|courtroom|courthouse|court)\b", re.IGNORECASE)
PLEADED_RE = re.compile(
    r"\b(?<!had )(?:(?:pleaded|pled) (?:guilty|no contest)"
    r"|entered (?:his|her|their|a|the) (?:guilty )?pleas?)\b"
)
WHOSE_RE = re.compile(r",\s(?:who|whose|which)\s")
ASIDE_PLEA_RE = re.compile(r"\b(?:who|after|had|has|have|since|once|previously|and)\b")
CONVICTED_RE = re.compile(r"\b(?:convicted|pleaded|pled|admitted)\b", re.IGNORECASE)
SENTENCED_RE = re.compile(
    r"\b(?:sentenc(?:ed|ing)|gets|received|jury|(?<!gone to )(?<!go to )trial)\b", re.IGNORECASE
)


def is_plea_of_the_story(loose: LooseSession, number: int, sentences: Sequence[Sentence]) -> bool:
    """ "A man was convicted today. Ann Lee, 26, pleaded guilty to": the plea is how; no sentence yet."""
    if loose.type != "plea" or not PLEADED_RE.search(loose.sentence.text):
        return False
    aside = WHOSE_RE.search(loose.sentence.text, loose.session.end)
    end = loose.sentence.start + (aside.start() if aside else len(loose.sentence.text))
    days = [d for d in loose.dates if d.start < end and d.precision != "year" and d.direction != "future"]
    if number > PLEA_REACH or days:
        return False
    if _opens_with_plea(loose, number, sentences):
        return True
    opening = " ".join(s.text for s in sentences[:number] if s.kind != "title")
    if SENTENCED_RE.search(opening):
        return False
    if CONVICTED_RE.search(opening):
        return True
    before = loose.sentence.text[: loose.session.start]
    return AT_COURT_RE.search(opening) is not None and not ASIDE_PLEA_RE.search(before)


def _opens_with_plea(loose: LooseSession, number: int, sentences: Sequence[Sentence]) -> bool:
    """ "Ann Lee pleaded guilty to fraud and was led off to jail": the first sentence tells the plea."""
    if any(s.kind != "title" for s in sentences[:number]):
        return False
    before = loose.sentence.text[: loose.session.start]
    return not (ASIDE_PLEA_RE.search(before) or SENTENCED_RE.search(loose.sentence.text))
