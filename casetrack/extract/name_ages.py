"""The age told beside a name: "Ann Porter, 41," and "the 41-year-old nurse Ann Porter"."""

from __future__ import annotations

import re

AGE_RE = re.compile(
    r",?\s+\(?(\d{1,2})\)?(?=\s*(?:[,;.)]|$)|\s+(?:was|is|has|who|and|of|from|pleaded|faces|will)\b)"
)
LEADING_AGE_RE = re.compile(
    r"(\d{1,2})[-–]year[-–]old\s+(?!(?:[\w-]+\s+)?(?:\w*(?:son|daughter|mother|father|brother)|sister|wife"
    r"|husband|nephew|niece|cousin|\w+friend)\s+of\b)(?:[\w-]+\s+){0,6}$"
)
"""An age of somebody's son or daughter is not that of whose they are."""


def age_beside(text: str, start: int, end: int, number: int) -> int | None:
    """Give the age (years) told beside the name from `start` to `end`; None where none is.

    Args:
        number: where the first digit of the sentence stands.
    """
    match = AGE_RE.match(text, end)
    if match is None and number < start and "year" in text:
        match = LEADING_AGE_RE.search(text, max(0, start - 60), start)
    age = int(match.group(1)) if match else 0
    return age if 10 <= age <= 99 else None
