"""Find the dates one sentence speaks of and resolve them against the day it was published.

Words are data (`lexicon/dates.toml`), shapes are `date_grammar.py`, what they mean is
`date_shapes.py` and `date_words.py`, direction is `tense.py`, arithmetic is `date_math.py`. Pure: "today"
is the article's, no clock is read. What the calendar does not hold, or the words leave open, is no mention.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from casetrack.extract.date_grammar import Grammar, load_grammar
from casetrack.extract.date_math import parse_day, place
from casetrack.extract.date_scene import Part, Scene
from casetrack.extract.date_shapes import READERS as SHAPE_READERS
from casetrack.extract.date_words import READERS as WORD_READERS
from casetrack.extract.tense import Tense

READERS = {**SHAPE_READERS, **WORD_READERS}
PRECISION = {10: "day", 7: "month", 4: "year"}
FOLDED = str.maketrans(
    {"’": "'", "‘": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\n": " ", "\t": " "}
)


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in the text; `iso` is as precise as the words (`precision` day, month or year).

    `kind` is absolute, weekday, relative, week or range_end: a week has no day, so the month of its
    Monday stands for it; a range is two mentions, its first day and its range_end. `direction` is
    past, future, same or unknown, seen from the day of publication; a month or year that holds that
    day lies where the sentence leans. Offsets are the article's, half open.
    """

    start: int
    end: int
    text: str
    iso: str
    precision: str
    kind: str
    direction: str


def find_dates(text: str, offset: int, published: str | None, anchor: str | None = None) -> list[DateMention]:
    """Find the dates of one sentence, in text order, not overlapping.

    Published Tuesday 2021-03-09, "will hear on Friday" is 2021-03-12.

    Args:
        text: the sentence; `offset` is where it begins in the article.
        published: ISO day of publication; None leaves weekdays and dates without a year out.
        anchor: the date last spoken of before this sentence, for "the next day"; None leaves such
            words out until the sentence itself names a date.
    """
    words = load_grammar()
    folded = text.translate(FOLDED)
    if not words.trigger.search(folded):
        return []
    base = parse_day(published)
    scene = Scene(folded, base, anchor, Tense(folded), words)
    found: list[DateMention] = []
    for part in _read_parts(scene, words):
        direction = place(part.iso, base, part.lean)
        start, end = offset + part.start, offset + part.end
        original = text[part.start : part.end]
        found.append(
            DateMention(start, end, original, part.iso, PRECISION[len(part.iso)], part.kind, direction)
        )
    return found


def _read_parts(scene: Scene, words: Grammar) -> list[Part]:
    """Read the sentence from left to right; a shape that proves to be no date is stepped over."""
    found: list[Part] = []
    position = 0
    names = [hit.span() for hit in words.not_a_date.finditer(scene.text)]
    while (hit := words.find.search(scene.text, position)) is not None:
        parts = None if _inside(hit, names) else _read_hit(hit, scene, words)
        position = hit.start() + 1 if parts == [] else max(hit.end(), hit.start() + 1)
        if parts:
            found += parts
            scene.anchor = parts[0].iso
    return found


def _read_hit(hit: re.Match[str], scene: Scene, words: Grammar) -> list[Part] | None:
    shape = hit.lastgroup or ""
    exact = words.shapes[shape].match(scene.text, hit.start())
    return READERS[shape](exact, scene) if exact else []


def _inside(hit: re.Match[str], names: list[tuple[int, int]]) -> bool:
    return any(start < hit.end() and hit.start() < end for start, end in names)
