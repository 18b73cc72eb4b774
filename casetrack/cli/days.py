"""The words for days: what a person types after `--on`, `--since`, `--until` and `--as-of`.

`read_days` gives the first and last day that the words mean. It is pure: today is an argument, and so
is whether a bare weekday or month looks ahead (hearings) or back (rulings). A week begins on Monday.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
)  # fmt: skip
DAYS_OFF = {"today": 0, "now": 0, "tomorrow": 1, "yesterday": -1}
SHIFTS = {"this": 0, "next": 1, "last": -1, "past": -1}
LENGTHS = ("day", "week", "month", "year")

# What may be typed, and what it means; the reference prints it, the tests read every form.
FORMS = (
    ("today, tomorrow, yesterday", "that day"),
    ("friday, fri", "today if it is one; else the next for hearings, the last for anything else"),
    ("next friday, last friday", "the first after today, the last before it"),
    ("this week, next month, last year", "all of it; a week is Monday to Sunday"),
    ("30d, 2w, 6m, 1y", "so many days, weeks, months or years: ahead for hearings, back for anything else"),
    ("+30d, -2w", "the one day that lies so far ahead or back"),
    ("in 3 days, 2 weeks ago", "the same in words"),
    ("may 4, 4 may 2017", "that day; without a year the next for hearings, the last for anything else"),
    ("may, may 2017", "that month"),
    ("2017-05-04, 2017-05, 2017", "that day, month or year"),
    ("monday..friday, 2017-05-04.., ..friday", "from one to the other, both included"),
)

ISO_RE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
AMOUNT_RE = re.compile(r"([+-]?)(\d{1,5}) ?(d|w|m|y|days?|weeks?|months?|years?)", re.ASCII)
IN_RE = re.compile(r"in (?:(an?)|(\d{1,5})) ?(day|week|month|year)s?", re.ASCII)
AGO_RE = re.compile(r"(?:(an?)|(\d{1,5})) ?(d|w|m|y|day|week|month|year)s? ago", re.ASCII)
SHIFT_RE = re.compile(r"(this|next|last|past) ([a-z]+)")
MONTH_RE = re.compile(r"([a-z]{3,9})\.?(?: (\d{1,2})(?:st|nd|rd|th)?)?(?:,? (\d{4}))?", re.ASCII)
DAY_MONTH_RE = re.compile(r"(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})\.?(?:,? (\d{4}))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Days:
    """The days from `first` to `last`, both included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Clock:
    """The day it is, and whether bare names look ahead."""

    today: date
    ahead: bool = False


def read_days(words: str, today: date, *, ahead: bool = False) -> Days:
    """Read words for days; see FORMS.

    Raises:
        ValueError: the words mean no day; the message is a sentence for the person who typed them.
    """
    text = _normalize(words)
    clock = Clock(today, ahead)
    try:
        first, dots, last = text.partition("..")
        days = _read_range(first, last, clock) if dots else _read_one(text, clock)
    except (OverflowError, ValueError):
        raise ValueError(f"{words!r} is not a day of the calendar.") from None
    if days is None:
        raise ValueError(
            f"{words!r} is not a day such as today, friday, 'next week', +30d, 2017-05-04 or 2017-05."
            f"{_suggest(text)}"
        )
    if days.first > days.last:
        raise ValueError(f"{words!r} ends before it begins.")
    return days


def _normalize(words: str) -> str:
    """Give the words in lower case, single blanks between them; `next-week` and `next_week` are two."""
    text = re.sub(r"(?<=[a-z])[-_](?=[a-z])", " ", words.strip().lower())
    return re.sub(r"\s+", " ", text)


def _suggest(text: str) -> str:
    from difflib import get_close_matches

    known = [*DAYS_OFF, *WEEKDAYS, *MONTHS, *(f"{shift} {unit}" for shift in SHIFTS for unit in LENGTHS)]
    close = get_close_matches(text, known, n=1, cutoff=0.75)
    return f" Did you mean {close[0]!r}?" if close else ""


def _read_range(first: str, last: str, clock: Clock) -> Days | None:
    """Read `A..B`; an open end lies as far off as a date can be.

    Bare names hold together: `monday..friday` never ends before it begins.
    """
    start = _read_one(first.strip(), clock) if first.strip() else Days(date.min, date.min)
    end = _read_one(last.strip(), clock) if last.strip() else Days(date.max, date.max)
    if not start or not end or not (first or last):
        return None
    if start.first > end.last:
        if clock.ahead:
            end = _read_name(last.strip(), Clock(start.first, ahead=True)) or end
        else:
            start = _read_name(first.strip(), Clock(end.last)) or start
    return Days(start.first, end.last)


def _read_name(text: str, clock: Clock) -> Days | None:
    """Read a bare weekday or month."""
    return _read_weekday(text, clock) or _read_month(text, clock)


def _read_one(text: str, clock: Clock) -> Days | None:
    readers: tuple[Callable[[str, Clock], Days | None], ...] = (
        _read_iso, _read_named_day, _read_weekday, _read_shifted, _read_amount, _read_month,
    )  # fmt: skip
    return next((days for reader in readers if (days := reader(text, clock))), None)


def _one(day: date) -> Days:
    return Days(day, day)


def _read_iso(text: str, clock: Clock) -> Days | None:
    match = ISO_RE.fullmatch(text)
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    if year is None or day is not None:
        return _one(date(year or 0, month or 0, day or 0))
    return Days(date(year, month or 1, 1), _month_end(date(year, month or 12, 1)))


def _read_named_day(text: str, clock: Clock) -> Days | None:
    off = DAYS_OFF.get(text)
    return None if off is None else _one(clock.today + timedelta(days=off))


def _number_of(word: str, names: tuple[str, ...]) -> int | None:
    """Give the place of a name that is spelled out or cut to three letters or more."""
    fits = [number for number, name in enumerate(names) if len(word) > 2 and name.startswith(word)]
    return fits[0] if len(fits) == 1 else None


def _read_weekday(text: str, clock: Clock) -> Days | None:
    number = _number_of(text, WEEKDAYS)
    if number is None:
        return None
    days_on = (number - clock.today.weekday()) % 7
    return _one(clock.today + timedelta(days=days_on if clock.ahead or not days_on else days_on - 7))


def _read_shifted(text: str, clock: Clock) -> Days | None:
    match = SHIFT_RE.fullmatch(text)
    if not match:
        return None
    shift, unit = SHIFTS[match[1]], match[2]
    if unit == "week":
        monday = clock.today + timedelta(weeks=shift, days=-clock.today.weekday())
        return Days(monday, monday + timedelta(days=6))
    if unit == "month":
        month = _add_months(clock.today.replace(day=1), shift)
        return Days(month, _month_end(month))
    if unit == "year":
        year = clock.today.year + shift
        return Days(date(year, 1, 1), date(year, 12, 31))
    return _shift_weekday(_number_of(unit, WEEKDAYS), shift, clock.today)


def _shift_weekday(number: int | None, shift: int, today: date) -> Days | None:
    """Give that of this week, the first after today or the last before today."""
    if number is None:
        return None
    if shift == 0:
        return _one(today + timedelta(days=number - today.weekday()))
    days_on = (number - today.weekday()) % 7
    return _one(today + timedelta(days=(days_on or 7) if shift > 0 else days_on - 7))


def _read_amount(text: str, clock: Clock) -> Days | None:
    """Read `+30d` and `in 30 days` as one day, `30d` as all the days up to that one."""
    if match := IN_RE.fullmatch(text):
        return _one(_move(clock.today, int(match[2] or 1), match[3]))
    if match := AGO_RE.fullmatch(text):
        return _one(_move(clock.today, -int(match[2] or 1), match[3]))
    match = AMOUNT_RE.fullmatch(text)
    if not match:
        return None
    amount = int(match[2])
    if match[1]:
        return _one(_move(clock.today, -amount if match[1] == "-" else amount, match[3]))
    if clock.ahead:
        return Days(clock.today, _move(clock.today, amount, match[3]))
    return Days(_move(clock.today, -amount, match[3]), clock.today)


def _move(day: date, amount: int, unit: str) -> date:
    if unit[0] == "d":
        return day + timedelta(days=amount)
    if unit[0] == "w":
        return day + timedelta(weeks=amount)
    return _add_months(day, amount if unit[0] == "m" else 12 * amount)


def _add_months(day: date, months: int) -> date:
    """Move by months; the 31st becomes the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _read_month(text: str, clock: Clock) -> Days | None:
    """Read `may`, `may 2017`, `may 4`, `4 may 2017`."""
    if match := MONTH_RE.fullmatch(text):
        name, day, year = match.groups()
    elif match := DAY_MONTH_RE.fullmatch(text):
        day, name, year = match.groups()
    else:
        return None
    number = _number_of("september" if name == "sept" else name, MONTHS)
    if number is None:
        return None
    if year is None:
        return _nearest(number + 1, int(day) if day else None, clock)
    return _month_or_day(int(year), number + 1, int(day) if day else None)


def _month_or_day(year: int, month: int, day: int | None) -> Days:
    return (
        _one(date(year, month, day)) if day else Days(date(year, month, 1), _month_end(date(year, month, 1)))
    )


def _nearest(month: int, day: int | None, clock: Clock) -> Days:
    """Give the month or day of that name that is now, else the next or the last; 29 February may be far."""
    step = 1 if clock.ahead else -1
    for off in range(9):
        try:
            days = _month_or_day(clock.today.year + step * off, month, day)
        except ValueError:
            continue
        if days.last >= clock.today if clock.ahead else days.first <= clock.today:
            return days
    raise ValueError(f"no month {month} has a day {day}")
