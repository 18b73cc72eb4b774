"""Sessions of a story whose own day is unknown: "was arraigned Monday" is a session, of no day in a calendar.

Only where the article gives no day of publication. The words for the day ("Monday", "Feb. 4") must stand
by the session; they tell two sessions apart, but resolve to nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from casetrack.extract.hearing_status import TO_COME_RE, has_cue
from casetrack.extract.hearings import HearingFind, LooseSession, location_of, purpose_of

UNKNOWN = "~"
"""A date that begins so has words but no day."""
NEAR = 60
DAY_RE = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|tomorrow"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:\.|[a-z]{2,6})?\s\d{1,2}\b(?!,?\s\d{4})"
    r"|(?:March|April|May|June|July)\s\d{1,2}\b(?!,?\s\d{4})"
    r"|in\s(?:January|February|March|April|May|June|July|August|September|October|November|December)\b(?!\s\d{4}))"
)
SET_RE = re.compile(
    r"\b(?:next|upcoming|scheduled|set|slated|due|will|expected|faces|awaits?)\b", re.IGNORECASE
)
BREAK_RE = re.compile(r"[;:]|\b(?:who|after|when|because|that|accused|charged|arrested|said)\b")


def find_undated(loose: Sequence[LooseSession]) -> list[HearingFind]:
    """Give the sessions beside a word for a day, one for each such word and type."""
    return [find for session in loose if (find := _settle(session)) is not None]


def _settle(loose: LooseSession) -> HearingFind | None:
    words = _day_words(loose)
    if loose.sentence.kind == "title" or words is None:
        return None
    status = _status_of(loose)
    if loose.type == "sentencing" and status == "held":
        return None
    text, session = loose.sentence.text, loose.session
    return HearingFind(
        loose.sentence, loose.type, session.rule, status, UNKNOWN + words.lower(), None,
        purpose_of(text, session), location_of(text, session), None, loose.sentence.start + session.start,
        0.7, False,
    )  # fmt: skip


def _day_words(loose: LooseSession) -> str | None:
    """Give the nearest word for a day that no other clause holds."""
    text, session = loose.sentence.text, loose.session
    best: tuple[int, str] | None = None
    for hit in DAY_RE.finditer(text):
        low, high = sorted(((session.start, session.end), hit.span()))
        between = text[low[1] : high[0]]
        gap = high[0] - low[1]
        if gap <= NEAR and not BREAK_RE.search(between) and (best is None or gap < best[0]):
            best = (gap, hit.group())
    return best[1] if best else None


def _status_of(loose: LooseSession) -> str:
    text, session = loose.sentence.text, loose.session
    for status in ("cancelled", "postponed"):
        if has_cue(status, text, session):
            return status
    near = text[max(0, session.start - NEAR) : session.end + NEAR]
    ahead = session.ahead or SET_RE.search(near) or TO_COME_RE.search(near)
    return "scheduled" if ahead else "held"
