"""Clock times in a sentence: "4:30 p.m. EST", "9 a.m.", "noon", "1330 hours".

Gives `HH:MM` on a clock of 24 hours and no zone, as the article prints it. A bare "4:30" is no
time here: too many scores, verses and docket numbers look like one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

TIME_RE = re.compile(
    r"""(?<![\w:$.,/-])(?:
        (?P<hour>1[0-2]|0?[1-9])(?::(?P<minute>[0-5]\d))?\s?(?P<half>[ap])(?:\.\s?m\.?|m\.?)(?!\w)
      | (?P<military>(?:[01]\d|2[0-3])[0-5]\d)\s(?:hours|hrs)\b
      | (?P<clock>(?:[01]?\d|2[0-3]):[0-5]\d)(?=\s(?:hours|hrs|GMT|UTC|o'clock)\b)
      | (?P<oclock>1[0-2]|[1-9])\so'clock(?:\sin\sthe\s(?P<part>morning|afternoon|evening))?
      | (?P<word>12\snoon|12\smidnight|(?i:noon|midnight))(?!\w)
    )(?P<zone>,?\s\(?(?:[ECMPAHecmpah][SDsd]?[Tt]|AK[SD]T|GMT|UTC|Eastern|Central|Mountain|Pacific)\b
        (?:\s(?:[Tt]ime|[Ss]tandard\s[Tt]ime|[Dd]aylight\s[Tt]ime))?\)?)?""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class TimeMention:
    """One clock time; `iso` is `16:30`."""

    start: int
    end: int
    text: str
    iso: str


def find_times(text: str, offset: int) -> list[TimeMention]:
    """Find the clock times of one sentence, in text order, with offsets into the article."""
    found = []
    for hit in TIME_RE.finditer(text.replace("’", "'")):
        iso = _read_time(hit)
        if iso:
            end = _trim(hit)
            start = hit.start()
            found.append(TimeMention(offset + start, offset + end, text[start:end], iso))
    return found


def _read_time(hit: re.Match[str]) -> str | None:
    if hit["hour"]:
        hour = int(hit["hour"]) % 12 + (12 if hit["half"].lower() == "p" else 0)
        return f"{hour:02d}:{hit['minute'] or '00'}"
    if hit["military"]:
        return f"{hit['military'][:2]}:{hit['military'][2:]}"
    if hit["clock"]:
        hour_text, minute = hit["clock"].split(":")
        return f"{int(hour_text):02d}:{minute}"
    if hit["oclock"]:
        if not hit["part"]:
            return None
        hour = int(hit["oclock"]) % 12 + (0 if hit["part"].lower() == "morning" else 12)
        return f"{hour:02d}:00"
    return "12:00" if hit["word"].lower().endswith("noon") else "00:00"


def _trim(hit: re.Match[str]) -> int:
    end = hit.end()
    return end - 1 if hit["zone"] and hit["zone"].endswith(")") and "(" not in hit["zone"] else end
