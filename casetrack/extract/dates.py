"""Find the dates one sentence speaks of and resolve them against the day it was published.

Words are data (`lexicon/dates.toml`), shapes are `date_grammar.py`, what they mean is
`date_shapes.py` and `date_words.py`, direction is `tense.py`, arithmetic is `date_math.py`. Pure: "today"
is the article's, no clock is read. What the calendar does not hold, or the words leave open, is no mention.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from casetrack.extract.characters import fold_marks, has_figure
from casetrack.extract.date_grammar import FIGURE, FIGURES_RE, Grammar, load_grammar
from casetrack.extract.date_math import parse_day, place
from casetrack.extract.date_scene import Part, Scene
from casetrack.extract.date_shapes import READERS as SHAPE_READERS
from casetrack.extract.date_words import READERS as WORD_READERS
from casetrack.extract.phrase_words import word_places
from casetrack.extract.tense import Tense
from casetrack.extract.word_sets import word_set

READERS = {**SHAPE_READERS, **WORD_READERS}
REACH = 24
"""How far before the word that triggers it a date begins at most: "in the next fifteen" days."""
PRECISION = {10: "day", 7: "month", 4: "year"}
ALSO_FOLDED = {"\N{NARROW NO-BREAK SPACE}": " "}


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
    if words.names.isdisjoint(word_set(text)) and not (has_figure(text) and FIGURES_RE.search(text)):
        return []
    folded = fold_marks(text, ALSO_FOLDED)
    base = parse_day(published)
    scene = Scene(folded, base, anchor, Tense(folded), words)
    found: list[DateMention] = []
    for part in _read_parts(scene, words, word_set(text)):
        direction = place(part.iso, base, part.lean)
        start, end = offset + part.start, offset + part.end
        original = text[part.start : part.end]
        found.append(
            DateMention(start, end, original, part.iso, PRECISION[len(part.iso)], part.kind, direction)
        )
    return found


def _read_parts(scene: Scene, words: Grammar, told: frozenset[str]) -> list[Part]:
    """Read a sentence of the words `told` from left to right, looking only near what makes a date."""
    found: list[Part] = []
    names: list[tuple[int, int]] | None = None
    position = 0
    for start, opener in _starts(scene, words, told):
        if start < position:
            continue
        shape, hit = _match_shape(scene.text, start, words, opener)
        if hit is None:
            continue
        if names is None:
            named = words.not_a_date_words.may_stand(told)
            names = [name.span() for name in words.not_a_date.finditer(scene.text)] if named else []
        parts = None if _inside(hit, names) else READERS[shape](hit, scene)
        if parts:
            found += parts
            scene.anchor = scene.chain = parts[-1].iso
        if parts or parts is None:
            position = hit.end()
    return found


def _match_shape(text: str, start: int, words: Grammar, opener: str) -> tuple[str, re.Match[str] | None]:
    """Match the first shape that begins here, of those which begin with that word."""
    for shape in words.openers[opener]:
        hit = words.shapes[shape].match(text, start)
        if hit is not None:
            return shape, hit
    return "", None


def _starts(scene: Scene, words: Grammar, told: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Give, in order, where a date could begin, and with what: words at and shortly before each trigger."""
    seen = 0
    for start, end in _triggers(scene, words.names & told):
        for word in words.opening.finditer(scene.tense.text, max(seen, start - REACH), end):
            opener = word[0]
            yield word.start(), opener if opener in words.openers else FIGURE
        seen = max(seen, end)


def _triggers(scene: Scene, names: frozenset[str]) -> list[tuple[int, int]]:
    """Give the spans of what every date has one of, in order: words of time and figures."""
    spans = [hit.span() for hit in FIGURES_RE.finditer(scene.text)] if has_figure(scene.text) else []
    spans += [(at, at + len(name)) for name in names for at in word_places(scene.tense.text, name)]
    return sorted(spans)


def _inside(hit: re.Match[str], names: list[tuple[int, int]]) -> bool:
    """Say whether the words share a character with a name such as "Black Friday"."""
    at = bisect_left(names, (hit.end(), 0))
    return at > 0 and names[at - 1][1] > hit.start()
