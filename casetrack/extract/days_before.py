"""The day of what is told as so long before another: "set bail Monday, four days after a court freed him"."""

from __future__ import annotations

import re
from datetime import timedelta

from casetrack.extract.chunks import Chunk
from casetrack.extract.date_math import parse_day
from casetrack.extract.dates import DateMention
from casetrack.extract.grammar import VerbUse
from casetrack.extract.word_classes import HOW_MANY

COURTS = frozenset({"judge", "court", "panel", "jury"})
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


def is_of_deed_before(chunks: list[Chunk], index: int, at: int, date: DateMention) -> bool:
    """ "A woman convicted of a killing a decade ago has been sentenced": no perfect has a year of its own."""
    if index < 2 or date.precision == "day":
        return False
    if any(chunk.lower in {"has", "have"} for chunk in chunks[max(index, at - 3) : at]):
        return True
    deed = next((i for i in range(index - 2, max(0, index - REACH), -1) if chunks[i].lower == "of"), 0)
    told = deed > 0 and chunks[deed + 1].lower.endswith("ing") and chunks[index + 1].kind in {"have", "be"}
    return told and not any(chunk.kind == "comma" for chunk in chunks[deed:index])


def is_told_as_older(chunks: list[Chunk], use: VerbUse) -> bool:
    """Tell what was done before something that is itself long past."""
    return told_long_before(chunks, use.at) or _is_before_old(chunks, use.first)


def _is_before_old(chunks: list[Chunk], first: int) -> bool:
    """ "A judge last year ordered her to pay after her suit was dismissed": that was no later."""
    after = next((i for i in range(first - 1, max(0, first - REACH), -1) if chunks[i].lower == "after"), 0)
    told = [i for i, chunk in enumerate(chunks[:after]) if isinstance(chunk.value, DateMention)]
    if len(told) != 1 or not any(c.kind in COURTS for c in chunks[max(0, told[0] - 2) : told[0]]):
        return False  # "A woman attacked last year spoke after he was jailed"
    date: DateMention = chunks[told[0]].value
    return date.precision == "year" and date.direction == "past"


def ends_trial(chunks: list[Chunk], index: int) -> bool:
    """ "Guilty of burning a building in October 2015 after a six-day trial": the date is the verdict's."""
    after = [c.lower for c in chunks[index + 1 : index + 7]]
    return after[:1] in (["after"], ["following"]) and "trial" in after
