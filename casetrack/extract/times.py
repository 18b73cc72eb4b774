"""Find the times of day one sentence speaks of: "4:30 p.m. EST" is 16:30, as printed, in no zone."""

from __future__ import annotations

import re
from dataclasses import dataclass

TIME_RE = re.compile(
    r"\b(?P<h>\d{1,2})(?::(?P<m>[0-5]\d))?\s?(?P<ap>[AaPp])\.?[Mm]\b\.?|\b(?P<word>[Nn]oon|midnight)\b"
)


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time of day; `iso` is `HH:MM`. Offsets are the article's, half open."""

    start: int
    end: int
    text: str
    iso: str


def find_times(text: str, offset: int) -> list[TimeMention]:
    """Find the times of one sentence, in text order."""
    found = []
    for match in TIME_RE.finditer(text):
        iso = _read(match)
        if iso is not None:
            found.append(TimeMention(offset + match.start(), offset + match.end(), match.group(), iso))
    return found


def _read(match: re.Match[str]) -> str | None:
    if match["word"]:
        return "12:00" if match["word"].lower() == "noon" else "00:00"
    hour = int(match["h"])
    if not 1 <= hour <= 12:
        return None
    return f"{hour % 12 + (12 if match['ap'].lower() == 'p' else 0):02d}:{match['m'] or '00'}"
