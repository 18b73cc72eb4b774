"""The day of what is told as so long before another: "set bail Monday, four days after a court freed him"."""

from __future__ import annotations

import re
from datetime import timedelta

from casetrack.extract.chunks import Chunk
from casetrack.extract.date_math import parse_day
from casetrack.extract.dates import DateMention
from casetrack.extract.word_classes import HOW_MANY

LONG = frozenset({"year", "years", "month", "months", "week", "weeks", "decade", "decades"})
UNITS = {"day": 1, "days": 1, "week": 7, "weeks": 7}
FIGURE_RE = re.compile(r"[1-9]\d?")
REACH = 9
"""So many words at most stand between "after" and what was done."""


def count_back(chunks: list[Chunk], at: int) -> str | None:
    """Give the ISO day of the verb at `at` where it stands in "two days after", told beside a day."""
    after = next((i for i in range(at - 1, max(1, at - REACH), -1) if chunks[i].lower == "after"), 0)
    if not after or any(chunk.kind in {"comma", "date"} for chunk in chunks[after:at]):
        return None
    unit, count = chunks[after - 1].lower, chunks[after - 2].lower
    days = UNITS.get(unit, 0) * (HOW_MANY.get(count) or (int(count) if FIGURE_RE.fullmatch(count) else 0))
    told = (chunk.value for chunk in reversed(chunks[: after - 2]) if chunk.kind == "date")
    date = next((value for value in told if isinstance(value, DateMention)), None)
    base = parse_day(date.iso) if date is not None and days else None
    return (base - timedelta(days=days)).isoformat() if base is not None else None


def told_long_before(chunks: list[Chunk], at: int) -> bool:
    """Tell whether the verb stands in "a year after a judge struck it down"."""
    opener = next(
        (i for i in range(at, -1, -1) if chunks[i].kind == "comma" or chunks[i].lower == "after"), 0
    )
    return opener > 0 and chunks[opener].lower == "after" and chunks[opener - 1].lower in LONG
