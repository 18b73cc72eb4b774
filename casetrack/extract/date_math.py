"""Calendar arithmetic on ISO text: the nearest such day, month or year before or after another.

Pure functions on `datetime.date` and on ISO dates as precise as they are known: `2017-05-04`,
`2017-05`, `2017`. What no calendar holds (Feb. 30) is None, never an error.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

FAR = 300
NEAR = 60


@lru_cache(maxsize=1024)
def parse_day(iso: str | None) -> date | None:
    """Read a full ISO date; a coarser one, or none, is None."""
    if iso is None or len(iso) != 10:
        return None
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


def is_of_week(iso: str, published: str | None) -> bool:
    """Tell whether a day is that of publication or one of the six before."""
    day, now = parse_day(iso), parse_day(published)
    return day is not None and now is not None and timedelta(0) <= now - day < timedelta(days=7)


def match_day(year: int, month: int, day: int) -> date | None:
    """Give the day, or None when the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shift_days(base: date, days: int) -> date:
    """Move by days, staying within what a calendar holds."""
    try:
        return base + timedelta(days=days)
    except OverflowError:
        return base


def shift_months(base: date, months: int) -> str:
    """Give the month so many months away as `YYYY-MM`."""
    years, month = divmod(base.year * 12 + base.month - 1 + months, 12)
    return f"{years:04d}-{month + 1:02d}"


def pick_weekday(base: date, weekday: int, lean: str) -> date:
    """Give the nearest such weekday, the base itself included: ahead for "future", else behind."""
    if lean == "future":
        return shift_days(base, (weekday - base.weekday()) % 7)
    return shift_days(base, -((base.weekday() - weekday) % 7))


def pick_nearest_weekday(base: date, weekday: int) -> date:
    """Give such a weekday within three days of the base, on either side."""
    ahead = (weekday - base.weekday()) % 7
    return shift_days(base, ahead if ahead <= 3 else ahead - 7)


def pick_last_weekday(base: date, weekday: int) -> date:
    """Give the latest such weekday before the base: "last Friday"."""
    return shift_days(base, -((base.weekday() - weekday - 1) % 7 + 1))


def pick_next_weekday(base: date, weekday: int) -> date:
    """Give "next Friday": the first after the base, or a week on when that is in the base's own week.

    On a Monday "next Friday" is in eleven days (this week's would be "Friday"); on a Saturday
    "next Tuesday" is in three.
    """
    ahead = (weekday - base.weekday() - 1) % 7 + 1
    same_week = base.weekday() + ahead < 6
    return shift_days(base, ahead + 7 if same_week else ahead)


def pick_year(base: date, month: int, day: int, lean: str, firm: bool = False) -> date | None:
    """Give the year to a date printed without one.

    The nearest to the base on the side it leans to. News leaves the year out only near at hand, so
    a date that would lie some ten months away on that side, and within two on the other, is taken
    from the other; `firm` forbids that ("last Dec. 6").
    """
    days = [found for year in range(base.year - 4, base.year + 5) if (found := match_day(year, month, day))]
    past = max((found for found in days if found <= base), default=None)
    future = min((found for found in days if found >= base), default=None)
    if past is None or future is None:
        return past or future
    behind, ahead = (base - past).days, (future - base).days
    if lean == "past":
        return future if behind > FAR and ahead < NEAR and not firm else past
    if lean == "future":
        return past if ahead > FAR and behind < NEAR and not firm else future
    return past if behind <= ahead else future


def pick_year_by_weekday(base: date, month: int, day: int, weekday: int, lean: str) -> date | None:
    """Give the year in which that date is that weekday: "Monday, Nov. 13".

    The nearest within a year of the base; further off only behind it, for a sentence that looks back.
    None when the weekday fits no such year: then it is a slip of print.
    """
    fitting = [
        found
        for year in range(base.year - 7, base.year + 2)
        if (found := match_day(year, month, day)) and found.weekday() == weekday
    ]
    near = [found for found in fitting if abs((found - base).days) <= 366]
    if near:
        return min(near, key=lambda found: abs((found - base).days))
    return max((found for found in fitting if found <= base), default=None) if lean == "past" else None


def pick_month(base: date, month: int, lean: str, strictly: bool = False) -> str:
    """Give the year to a bare month: the next such month for "future", else the most recent.

    `strictly` leaves the base's own month out: "last December" in a story of December.
    """
    gap = (month - base.month) % 12 if lean == "future" else -((base.month - month) % 12)
    if strictly and gap == 0:
        gap = 12 if lean == "future" else -12
    return shift_months(base, gap)


def pick_month_day(base: date, day: int, lean: str) -> date | None:
    """Give "the 9th": the latest such day of a month up to the base, or the first from it on."""
    steps = (0, 1, 2) if lean == "future" else (0, -1, -2)
    for step in steps:
        month = shift_months(base, step)
        found = match_day(int(month[:4]), int(month[5:]), day)
        if found and (found >= base if lean == "future" else found <= base):
            return found
    return None


def name_week(base: date, weeks: int) -> str:
    """Give the month of a week: a week has no day, so the month of its Monday stands for it."""
    monday = shift_days(base, 7 * weeks - base.weekday())
    return monday.isoformat()[:7]


def place(iso: str, base: date | None, lean: str) -> str:
    """Say where a resolved date lies from the base: past, future, same; unknown without a base.

    A month or year that holds the base lies where the sentence leans.
    """
    if base is None:
        return "unknown"
    mark = base.isoformat()[: len(iso)]
    if iso == mark:
        return lean if len(iso) < 10 and lean != "unknown" else "same"
    return "past" if iso < mark else "future"
