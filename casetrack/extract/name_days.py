"""The day that stands right behind a name, and is none of it: "sentenced Ann Porter Tuesday to"."""

from __future__ import annotations

import re

WEEKDAY_RE = re.compile(
    r"(?<!\bGood)(?<!\bBlack)(?<!\bSuper)(?<!\bAsh)(?<!\bPalm)(?<!\bEaster)(?<!\bCyber)(?<!\bRuby)"
    r"(?<!\s)\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$"
)
"""No feast, and no restaurant."""
MONTH_RE = re.compile(
    r"(?<!\s)\s+(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June|July|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)$"
)
FIGURE_RE = re.compile(r"\.?\s+\d")
"""What makes a day of a month."""


def before_day(text: str, start: int, end: int) -> int:
    """Give where a run of capitals ends without the day that closes it."""
    day = WEEKDAY_RE.search(text, start, end) if text.endswith("day", start, end) else None
    if day is None and FIGURE_RE.match(text, end):
        day = MONTH_RE.search(text, start, end)
    return day.start() if day else end
