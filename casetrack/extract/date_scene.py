"""Where the words of a date are read, and what comes of it: the scene and the parts.

Shared by the readers of `date_shapes.py` and `date_words.py`; it knows no shape itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from casetrack.extract.date_grammar import Grammar
from casetrack.extract.tense import Tense

ABSOLUTE, WEEKDAY, RELATIVE, WEEK, RANGE_END = "absolute", "weekday", "relative", "week", "range_end"
STEPS = {"last": -1, "this": 0, "next": 1}
FROM_RE = re.compile(r"\bfrom\s(?:the\s|its\s)?$")
OWNER_RE = re.compile(
    r"(?:\b(?:the|a|an|his|her|its|their|our|my|separate|earlier|previous|original|initial|new)|'s|s')\s$",
    re.IGNORECASE,
)
OWNED_RE = re.compile(
    r"(?:'s\b|\s(?!(?:on|for|in|to|of|against|was|is|were|are|will|that|and|at|by|the|a|an|from|with|or|but|as|had|has|after|"
    r"before|when|until|who|he|she|they|it)\b)[\w'-])"
)


BUT_RE = re.compile(r",?\s(?:but|until)\b")
WAS_TO_RE = re.compile(
    r"\b(?:was|were|had been)\s(?:to\s|(?:scheduled|set|due|supposed|slated|expected)\s(?:to|for)\b)[^.;]*$"
)


@dataclass(slots=True)
class Scene:
    """Where the words are read: the sentence, the day of the story, the date last spoken of.

    `anchor` may stand in the sentence before; `chain` is the last date of this one.
    """

    text: str
    base: date | None
    anchor: str | None
    tense: Tense
    words: Grammar
    chain: str | None = None

    def before(self, start: int, reach: int = 40) -> str:
        """Give the text right before a date."""
        return self.text[max(0, start - reach) : start]


class Part(NamedTuple):
    """One date of a match, in offsets of the sentence. `lean` counts for a month or year that holds today."""

    start: int
    end: int
    iso: str
    kind: str
    lean: str = "unknown"


def make_part(hit: re.Match[str], iso: str | date | None, kind: str, lean: str = "unknown") -> list[Part]:
    """Give the whole match as one part; none when the calendar had no such date."""
    if iso is None:
        return []
    end = hit.end()
    text = iso if isinstance(iso, str) else iso.isoformat()
    return [Part(hit.start(), end, text, kind, lean)] if len(text) in (4, 7, 10) else []


def read_lean(hit: re.Match[str], scene: Scene) -> str:
    """Ask the tense; "her Nov. 8 order" and "Friday's ruling" lie behind, whatever the verb."""
    owner = OWNER_RE.search(scene.before(hit.start())) and OWNED_RE.match(scene.text, hit.end())
    if owner or scene.text.startswith("'s", hit.end()):
        return scene.tense.lean_owned(hit.start(), hit.end())
    lean = scene.tense.lean(hit.start(), hit.end())
    return "past" if lean == "future" and _came_to_nothing(hit, scene) else lean


def _came_to_nothing(hit: re.Match[str], scene: Scene) -> bool:
    """Tell "was to be sentenced Tuesday, but": on a Wednesday that day is gone by."""
    if scene.base is None or not BUT_RE.match(scene.text, hit.end()):
        return False
    eve = (scene.base - timedelta(days=1)).weekday()
    told = {scene.words.weekdays.get(word) for word in hit.group().lower().split()}
    return eve in told and WAS_TO_RE.search(scene.before(hit.start(), 110)) is not None


def shift_year(base: date, years: int) -> str | None:
    """Give the year so many years away, None outside of what ISO text holds."""
    year = base.year + years
    return f"{year:04d}" if 1 <= year <= 9999 else None


def is_move(hit: re.Match[str], scene: Scene) -> bool:
    """Say whether these are two dates of one moved session: "postponed from Nov. 20 to Dec. 4"."""
    return scene.words.moving.search(scene.before(hit.start(), 80)) is not None


def is_moved_from(hit: re.Match[str], scene: Scene) -> bool:
    """Say whether this is the old date of a session that moved: "postponed from Monday"."""
    return FROM_RE.search(scene.before(hit.start())) is not None and is_move(hit, scene)
