"""The day of what a court report lists: told once, above its items.

"The following cases were heard Monday in Tule County Circuit Court", or a line with the day alone over the
cases of that day. Each item then tells a decision with no day of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from casetrack.extract.dates import DateMention, find_dates
from casetrack.extract.sentences import Sentence
from casetrack.extract.word_sets import word_set

MATTERS = r"(?:cases|matters|people|persons|defendants|proceedings|pleas|sentences|dispositions|hearings)"
OPENS_RE = re.compile(
    r"\b(?:look|glance)\sat\s[^.;]{0,30}\b(?:cases|courts?|courtrooms?)\b[^.;]{0,40}:\s*$"
    rf"|\b(?:heard|handled|decided|took\sup)\sthe\sfollowing\b|\bfollowing\b[^.;]{{0,40}}\b{MATTERS}\b|\b{MATTERS}\b[^.;]{{0,30}}\b(?:were|was)\s(?:heard|handled|decided|disposed)\b",
    re.IGNORECASE,
)
OPENING = frozenset({"following", "handled", "decided", "disposed", "heard", "look", "glance"})
"""Of these words the pattern needs one."""
COURT_DAY_RE = re.compile(
    r"\b(?:(?:law and )?motion|sentencing|plea|court|docket|rule) day\b"
    rf"[^;]*\b(?:\d+|dozen|[a-z]+teen|ten)\s{MATTERS}\b",
    re.IGNORECASE,
)
"""A day in court and what it held: "Law and motion day kept Judge Ann Lee busy with 19 matters"."""
DAY_LINE_RE = re.compile(
    r"^[ \t]*(?=\S)(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day)?,?[ \t]*"
    r"(?P<day>(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\.?[ \t]\d{1,2}(?:,[ \t]\d{4})?)?"
    r"[ \t]*:?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
COUNTED_RE = re.compile(
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})\s(?:[\w-]+\s){0,2}?"
    r"(?:(?:are|were|get)\s)?(?:sentenced|indicted|arraigned|convicted|plead(?:ed)?\sguilty)\b",
    re.IGNORECASE,
)
ITEM_RE = re.compile(r"[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){1,3},\s\d\d,\s")
FEWEST = 3
"""So many who are set out by name and age make a list of a headline's "Six sentenced Thursday"."""


def counts_cases(headline: str, items: int) -> bool:
    """Tell a headline that counts the people whose cases follow, one a paragraph."""
    return items >= FEWEST and COUNTED_RE.match(headline) is not None


AHEAD_RE = re.compile(r"\W*(?:coming up|upcoming|next week|postponed|scheduled)\b", re.IGNORECASE)


Calendar = tuple[tuple[int, str | None], ...]
"""From each offset on, the ISO day of what is listed there; None where no list goes on."""


def read_calendar(
    sentences: Sequence[Sentence], dates: Sequence[Sequence[DateMention]], text: str, published: str | None
) -> Calendar:
    """Find the lists of a text that tell their day once."""
    lines = _day_lines(sentences, text)
    opened = False
    told: list[tuple[int, str | None]] = []
    for number, sentence in enumerate(sentences):
        line = lines.get(number)
        if line is not None and (opened or (line["day"] and len(lines) > 1)):
            told.append((line.start(), _held(find_dates(line[0].strip(), 0, published))))
        if sentence.kind == "title":
            items = sum(ITEM_RE.match(s.text) is not None for s in sentences)
            if counts_cases(sentence.text, items):
                told.append((sentence.end, _held(dates[number])))
            continue
        if opens_list(sentence):
            opened = True
            told.append((sentence.end, _held(dates[number])))
        elif told and AHEAD_RE.match(sentence.text):
            told.append((sentence.start, None))
    return tuple(told)


def day_at(calendar: Calendar, offset: int) -> str | None:
    """Give the day of what is listed at an offset."""
    return next((day for start, day in reversed(calendar) if start <= offset), None)


def opens_list(sentence: Sentence) -> bool:
    """Tell a sentence that opens a list of cases: "The following cases were heard Monday in"."""
    if not OPENING.isdisjoint(sentence.words) and OPENS_RE.search(sentence.text):
        return True
    return "day" in sentence.words and COURT_DAY_RE.search(sentence.text) is not None


def opens_cases(line: str) -> bool:
    """Tell a line that says what cases follow, be it a sentence or a heading."""
    return not OPENING.isdisjoint(word_set(line)) and OPENS_RE.search(line) is not None


def _day_lines(sentences: Sequence[Sentence], text: str) -> dict[int, re.Match[str]]:
    """Give the lines with a day and nothing else, by the number of the sentence that follows."""
    found: dict[int, re.Match[str]] = {}
    body = [number for number, sentence in enumerate(sentences) if sentence.kind != "title"]
    for before, number in pairwise(body):
        start, end = sentences[before].end, sentences[number].start
        if end - start > SHORTEST:
            lines = [m for m in DAY_LINE_RE.finditer(text, start, end) if m["weekday"] or m["day"]]
            if lines:
                found[number] = lines[-1]
    return found


SHORTEST = 7
"""Between two sentences a line with a day takes so many characters."""


def _held(dates: Sequence[DateMention]) -> str | None:
    """Give the one day that is told, if it is not to come."""
    days = {mention.iso for mention in dates if mention.precision == "day" and mention.kind != "range_end"}
    ahead = any(mention.direction == "future" for mention in dates)
    return days.pop() if len(days) == 1 and not ahead else None
