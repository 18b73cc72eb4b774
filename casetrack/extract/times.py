"""Clock times in a sentence: "4:30 p.m. EST", "9 a.m.", "noon", "1330 hours".

Gives `HH:MM` on a clock of 24 hours and no zone, as the article prints it. A bare "4:30" is no
time here: too many scores, verses and docket numbers look like one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from casetrack.extract.characters import has_figure
from casetrack.extract.word_sets import word_set

TIME_RE = re.compile(
    r"""(?<![\w:$.,/-])(?<!Section\s)(?<!Article\s)(?<!Rule\s)(?:
        (?:(?P<first>1[0-2]|0?[1-9])(?::(?P<first_minute>[0-5]\d))?\s?[-–]\s?)?
        (?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[AaPp])(?:\.\s?[Mm]\.?|[Mm])(?!\w)
      | (?P<military>(?:[01]\d|2[0-3])[0-5]\d)\s(?:hours|hrs)\b
      | (?P<clock>(?:[01]?\d|2[0-3]):[0-5]\d)(?=\s(?:hours|hrs|GMT|UTC)\b)
      | (?P<oclock>1[0-2]|[1-9])\so'clock\sin\sthe\s(?P<part>morning|afternoon|evening)
      | (?P<word>(?:12\s)?(?:[Nn]oon|NOON|[Mm]idnight|MIDNIGHT))(?!\w)
    )
    (?P<zone>,?\s(?:[ECMP][SD]?T|AK[SD]T|AST|HST|GMT|UTC|(?:Eastern|Central|Mountain|Pacific)
        (?:\s(?:[Tt]ime|[Ss]tandard\s[Tt]ime|[Dd]aylight\s[Tt]ime))?)\b)?""",
    re.VERBOSE,
)
HINT_RE = re.compile(r"\d\s?(?:[AaPp][.Mm]|hours|hrs|GMT|UTC|o['’]clock)")
"""What every clock time in figures has."""
WORDS = frozenset({"noon", "midnight"})


@dataclass(frozen=True, slots=True)
class TimeMention:
    """One clock time, with the zone if one is printed; `iso` is `16:30`. Offsets are the article's."""

    start: int
    end: int
    text: str
    iso: str


def find_times(text: str, offset: int) -> list[TimeMention]:
    """Find the clock times of one sentence, in text order; of a span of hours, its beginning."""
    if WORDS.isdisjoint(word_set(text)) and not (has_figure(text) and HINT_RE.search(text)):
        return []
    found = []
    for hit in TIME_RE.finditer(text.replace("’", "'")):
        start, end = hit.span()
        found.append(TimeMention(offset + start, offset + end, text[start:end], _read_time(hit)))
    return found


def _read_time(hit: re.Match[str]) -> str:
    if hit["hour"]:
        return _read_hour(hit)
    if hit["military"]:
        return f"{hit['military'][:2]}:{hit['military'][2:]}"
    if hit["clock"]:
        return hit["clock"].zfill(5)
    if hit["oclock"]:
        return _on_clock(int(hit["oclock"]), "00", hit["part"] != "morning")
    return "12:00" if hit["word"].lower().endswith("noon") else "00:00"


def _read_hour(hit: re.Match[str]) -> str:
    """ "9-11 a.m." begins at 9; "11-1 p.m." begins before noon."""
    late = hit["half"] in "Pp"
    if not hit["first"]:
        return _on_clock(int(hit["hour"]), hit["minute"], late)
    first, last = int(hit["first"]) % 12, int(hit["hour"]) % 12
    return _on_clock(first, hit["first_minute"], late != (first > last))


def _on_clock(hour: int, minute: str | None, late: bool) -> str:
    return f"{hour % 12 + (12 if late else 0):02d}:{minute or '00'}"
