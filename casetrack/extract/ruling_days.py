"""Tell the day of a decision whose sentences give none: the lede's, or that of what was told before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from casetrack.extract.chunks import Clause
from casetrack.extract.dates import DateMention
from casetrack.extract.hearings import HearingFind
from casetrack.extract.ruling_dates import OWN_NOUN
from casetrack.extract.scene import RulingFind
from casetrack.extract.sentences import Sentence

FRESH = 10
NEAR = 3
"""A decision told without a day so many sentences after a dated one is of that day."""
LEDE = 8
"""A decision told without a day in the first sentences is of the day of the story."""

OPENING = 3
"""So many sentences at the top may tell the session that the story is of."""
APPEARANCES = frozenset([
    "arraignment", "initial_appearance", "plea", "bail", "pretrial", "sentencing", "status_conference",
    "other",
])  # fmt: skip
"""Sessions at which a judge decides there and then."""


@dataclass(frozen=True, slots=True)
class Days:
    """Where sentences stand (number by offset) and the days the story offers to what has none."""

    published: str | None
    lede: str | None
    number: dict[int, int]
    court: str | None = None
    """The day on which the opening of the story shows a court at work."""
    sat: tuple[tuple[int, int, str], ...] = ()
    """Of each session in which somebody stood before a judge: its paragraph, its sentence and its day."""
    verdict: str | None = None
    """The day on which the story says that the verdict came."""


def read_days(
    finds: Sequence[RulingFind],
    number: dict[int, int],
    published: str | None,
    hearings: Sequence[HearingFind] = (),
    signed: str | None = None,
    court: str | None = None,
    verdict: str | None = None,
) -> Days:
    """Find the day the lede gives: the first fresh, exact one of a decision in the first sentences.

    Where no decision gives one, the story is of the day of the session that its lede tells, or of `signed`,
    that of the written order it speaks of.

    Args:
        court: see `Days`.
        verdict: see `Days`.
    """
    fresh = (
        f.date
        for f in finds
        if f.date is not None
        and not f.background
        and number[f.sentence.start] < 6
        and _is_recent(f.date, published)
    )
    held = (
        h.date
        for h in hearings
        if h.status == "held" and number[h.sentence.start] < OPENING and _is_recent(h.date, published)
    )
    sat = tuple(
        (h.sentence.paragraph, number[h.sentence.start], h.date)
        for h in hearings
        if h.status == "held" and h.type in APPEARANCES and len(h.date) == 10
    )
    return Days(published, next(fresh, None) or next(held, None) or signed, number, court, sat, verdict)


def _is_recent(day: str, published: str | None) -> bool:
    return published is None or (
        len(day) == 10 and day[:4] == published[:4] and abs(int(day[5:7]) - int(published[5:7])) <= 1
    )


def dates_agree(a: str | None, b: str | None) -> bool:
    """Tell whether two dates can be one: either unknown, or one within the other."""
    return a is None or b is None or a.startswith(b) or b.startswith(a)


def is_fresh(day: str, days: Days) -> bool:
    """Tell whether a day can be that of the story: not more than ten days before it came out."""
    if days.published is None or day == days.lede:
        return True
    if len(day) < 10:
        return day == days.published[: len(day)] and len(day) == 7
    return abs((date.fromisoformat(days.published) - date.fromisoformat(day)).days) <= FRESH


VERDICTS = frozenset({"convicted", "acquitted"})
RETURNED_RE = re.compile(
    r"\b(?:[Tt]he|[Tt]heir|[Aa]|[Jj]ury[’']s)\s(?:[a-z-]+\s)?verdicts?\s(?:(?:was|were)\s"
    r"(?:returned|reached|announced|read|delivered|handed\sdown)|came|comes)\b"
    r"|\b[Tt]rial\b[^.;]{0,60}?\s(?:fell\sapart|collapsed|unraveled|ended\sabruptly|came\sto\san\sabrupt\send)\b"
)


def day_returned(sentences: Sequence[Sentence], dates: Sequence[Sequence[DateMention]]) -> str | None:
    """Give the day of "The verdict came Monday", "the trial fell apart Monday"."""
    for sentence, told in zip(sentences, dates, strict=True):
        if (
            not told
            or sentence.words.isdisjoint({"verdict", "trial"})
            or not RETURNED_RE.search(sentence.text)
        ):
            continue
        days = {
            mention.iso for mention in told if mention.precision == "day" and mention.direction != "future"
        }
        if len(days) == 1:
            return days.pop()
    return None


def day_of_verdict(group: Sequence[RulingFind], told: Sequence[tuple[int, str]], days: Days) -> str | None:
    """ "In May a jury found her guilty of fraud. The jury found her not guilty of arson": that same day."""
    if group[0].value not in VERDICTS or any(f.date or f.sentence.kind == "title" for f in group):
        return None
    first = min(days.number[f.sentence.start] for f in group)
    near = {first - 1} if group[0].background else {first, first - 1}
    return next((day for number, day in told if number in near), None)


SAME_TIME_RE = re.compile(
    r"(?:At the same time|In the same (?:order|ruling|decision|opinion)|The same day),?\s"
)


def _day_of_same(group: Sequence[RulingFind], told: Sequence[tuple[int, str]], days: Days) -> str | None:
    """ "In August, she refused to. At the same time, she dismissed": that same day."""
    if any(f.date for f in group) or not SAME_TIME_RE.match(group[0].sentence.text):
        return None
    here = days.number[group[0].sentence.start]
    return next((day for number, day in reversed(told) if number in {here - 1, here - 2}), None)


def day_of(group: Sequence[RulingFind], told: Sequence[tuple[int, str]], days: Days) -> str | None:
    """Give the day of a decision: its own, that of one told just before, the lede's, or the story's."""
    return _day_of_same(group, told, days) or _day_in_story(group, told, days)


ALSO_RE = re.compile(r"\b(?:[Jj]udge|[Jj]ustice|[Cc]ourt|[Mm]agistrate|[Hh]e|[Ss]he|[A-Z]\w+)\salso\s")
""" "The judge also made an order": on the day of what was told before, however far back."""


def _day_in_story(group: Sequence[RulingFind], told: Sequence[tuple[int, str]], days: Days) -> str | None:
    own = max((f.date for f in group if f.date), key=len, default=None)
    if own is not None:
        return own
    fresh = [f for f in group if not f.background and f.sentence.kind != "title"]
    if days.verdict and fresh and group[0].value in VERDICTS | {"mistrial"}:
        return days.verdict
    if not fresh:
        return None if all(f.background for f in group) else days.lede or days.court
    first = min(days.number[f.sentence.start] for f in fresh)
    here = fresh[0].sentence.paragraph
    sat = [day for paragraph, number, day in days.sat if paragraph == here and 0 < first - number < NEAR]
    if sat:
        return sat[-1]
    if days.lede:
        return days.lede
    reach = first if ALSO_RE.search(fresh[0].sentence.text) else NEAR
    near = [d for number, d in told if 0 <= first - number <= reach and _is_recent(d, days.published)]
    if near:
        return near[-1]
    return days.court or (days.published if first < LEDE else None)


SIGNED = frozenset({"filed", "issued", "released", "signed", "published", "dated", "entered"})
EARLY = 6
"""A written order that the story is about is spoken of in so many sentences from its top."""


def day_signed(chunks: Sequence[Clause]) -> str | None:
    """Give the day of the written order a story tells of: "said in an order filed Monday"."""
    for sentence in chunks[:EARLY]:
        if "date" not in sentence.kinds or SIGNED.isdisjoint(sentence.words):
            continue
        for at, chunk in enumerate(sentence):
            date = chunk.value
            if not at or not isinstance(date, DateMention) or date.precision != "day":
                continue
            verb = at - 2 if sentence[at - 1].lower in {"on", "late"} else at - 1
            signed = verb > 0 and sentence[verb].lower in SIGNED and date.direction != "future"
            noun = verb - 1 - (sentence[verb - 1].kind == "comma")  # "the ruling, filed Tuesday, follows"
            if signed and noun >= 0 and sentence[noun].lower in OWN_NOUN:
                return date.iso
    return None


TOLD_TODAY_RE = re.compile(r"\bannounced\s(?:today|(?:on\s)?[A-Z][a-z]{2,5}day)\b[^.;]{0,12}\bthat\b")


def as_signed(find: RulingFind, signed: str | None, published: str | None) -> RulingFind:
    """Date by its written order a decision that an office "announced today", the day of the release."""
    told = signed is not None and find.date == published and TOLD_TODAY_RE.search(find.sentence.text)
    return replace(find, date=signed) if told else find
