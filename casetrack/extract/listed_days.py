"""The days of a sentence, and those that one session takes together: "on Feb. 15, his brother on Feb. 22".

A list of days, a row of them ("Dec. 4, Dec. 11 and Dec. 18"), or a day on which it was taken up again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from casetrack.extract.dates import DateMention

WENT_ON_RE = re.compile(
    r"(?:\s|,\s)(?:resumed|resumes|picked\sup|continued)\s(?:again\s|late\s|early\s)?(?:on\s)?$"
)
"""A further day of the same session: "began Oct. 29 and resumed Thursday"."""
LISTED_RE = re.compile(r"^,?\s(?:and\s|or\s)?(?:[\w.’'-]+\s){0,5}?(?:on\s|in\s)?$")


@dataclass(frozen=True, slots=True)
class Day:
    """A date of the sentence, `[start, end)` counted in the sentence."""

    mention: DateMention
    start: int
    end: int


PLED_ON_RE = re.compile(r"\sto\s[^.;,]{3,70}\sand\s(?:on|in)\s\Z")
""" "Pleaded guilty in August to fraud and in November to lying": two pleas."""


def find_listed(text: str, days: Sequence[Day], at: int, used: set[int], plea: bool) -> list[Day]:
    """Give the further days of a list: "will be sentenced on Feb. 15, de la Cruz on Feb. 22"."""
    more = []
    while at + 1 < len(days) and at + 1 not in used:
        this, following = days[at], days[at + 1]
        between = text[this.end : following.start]
        if not (
            _goes_on(between, this.mention, following.mention)
            or _went_on(text, this, following)
            or _is_row(text, days, at)
            or (plea and PLED_ON_RE.fullmatch(between))
        ):
            break
        at += 1
        used.add(at)
        more.append(following)
    return more


def _is_row(text: str, days: Sequence[Day], at: int) -> bool:
    """Tell a row of days, the last of them after "and": "Dec. 4, Dec. 11 and Dec. 18"."""
    row = [days[at], *(day for day in days[at + 1 :] if day.mention.precision == "day")]
    for this, following in pairwise(row):
        between = text[this.end : following.start].strip()
        if between in {"and", ", and"}:
            return len({day.mention.iso for day in row}) == len(row) and days[at].mention.precision == "day"
        if between != ",":
            return False
    return False


def _went_on(text: str, this: Day, following: Day) -> bool:
    """Tell a day on which a session that had begun was taken up again."""
    began = re.search(r"\b(?:began|started|opened)\s(?:on\s)?$", text[max(0, this.start - 14) : this.start])
    return bool(began and WENT_ON_RE.search(text[max(this.end, following.start - 40) : following.start]))


def _goes_on(between: str, this: DateMention, following: DateMention) -> bool:
    """Tell a second day of a list from the first said again ("tomorrow, Tuesday, May 3") and from a range."""
    if following.iso == this.iso or following.precision != this.precision or following.kind == "range_end":
        return False
    if this.precision == "month" and between.strip() == "and":
        return False
    if (
        between.strip() in {",", ", the"}
        or not LISTED_RE.match(between)
        or not re.search(r",|and|or", between)
    ):
        return False
    return not re.search(r"\b(?:from|to|until|with|by|[a-z]+ed|for)\b", between)
