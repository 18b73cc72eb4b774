"""The words for days, as read on Thursday 4 May 2017."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casetrack.cli.days import FORMS, read_days

TODAY = date(2017, 5, 4)

# words, first day, last day: the same whichever way one looks
EITHER_WAY = [
    ("today", "2017-05-04", "2017-05-04"),
    ("  Tomorrow ", "2017-05-05", "2017-05-05"),
    ("yesterday", "2017-05-03", "2017-05-03"),
    ("thursday", "2017-05-04", "2017-05-04"),  # today's own name is today
    ("thu", "2017-05-04", "2017-05-04"),
    ("next thursday", "2017-05-11", "2017-05-11"),
    ("last thursday", "2017-04-27", "2017-04-27"),
    ("this thursday", "2017-05-04", "2017-05-04"),
    ("next friday", "2017-05-05", "2017-05-05"),
    ("last friday", "2017-04-28", "2017-04-28"),
    ("this monday", "2017-05-01", "2017-05-01"),
    ("this week", "2017-05-01", "2017-05-07"),
    ("next week", "2017-05-08", "2017-05-14"),
    ("next-week", "2017-05-08", "2017-05-14"),
    ("NEXT_WEEK", "2017-05-08", "2017-05-14"),
    ("last week", "2017-04-24", "2017-04-30"),
    ("this month", "2017-05-01", "2017-05-31"),
    ("next month", "2017-06-01", "2017-06-30"),
    ("past month", "2017-04-01", "2017-04-30"),
    ("last year", "2016-01-01", "2016-12-31"),
    ("+30d", "2017-06-03", "2017-06-03"),
    ("-2w", "2017-04-20", "2017-04-20"),
    ("+1m", "2017-06-04", "2017-06-04"),
    ("+1 year", "2018-05-04", "2018-05-04"),
    ("in 3 days", "2017-05-07", "2017-05-07"),
    ("in a week", "2017-05-11", "2017-05-11"),
    ("3 days ago", "2017-05-01", "2017-05-01"),
    ("a month ago", "2017-04-04", "2017-04-04"),
    ("2d ago", "2017-05-02", "2017-05-02"),
    ("2017-05-09", "2017-05-09", "2017-05-09"),
    ("2017-05", "2017-05-01", "2017-05-31"),
    ("2016-02", "2016-02-01", "2016-02-29"),
    ("2017", "2017-01-01", "2017-12-31"),
    ("may 9 2017", "2017-05-09", "2017-05-09"),
    ("May 9th, 2017", "2017-05-09", "2017-05-09"),
    ("9 May 2017", "2017-05-09", "2017-05-09"),
    ("sept. 2016", "2016-09-01", "2016-09-30"),
    ("may", "2017-05-01", "2017-05-31"),  # the month it is
    ("may 4", "2017-05-04", "2017-05-04"),
    ("2017-05-01..2017-05-09", "2017-05-01", "2017-05-09"),
    ("last monday .. tomorrow", "2017-05-01", "2017-05-05"),
    ("2017-04..2017-05", "2017-04-01", "2017-05-31"),
    ("2017-05-01..", "2017-05-01", "9999-12-31"),
    ("..yesterday", "0001-01-01", "2017-05-03"),
    ("9999-12", "9999-12-01", "9999-12-31"),
]
# words, looking ahead, looking back
EACH_WAY = [
    ("friday", ("2017-05-05",) * 2, ("2017-04-28",) * 2),
    ("wed", ("2017-05-10",) * 2, ("2017-05-03",) * 2),
    ("30d", ("2017-05-04", "2017-06-03"), ("2017-04-04", "2017-05-04")),
    ("2 weeks", ("2017-05-04", "2017-05-18"), ("2017-04-20", "2017-05-04")),
    ("april", ("2018-04-01", "2018-04-30"), ("2017-04-01", "2017-04-30")),
    ("june", ("2017-06-01", "2017-06-30"), ("2016-06-01", "2016-06-30")),
    ("may 3", ("2018-05-03",) * 2, ("2017-05-03",) * 2),
    ("5 may", ("2017-05-05",) * 2, ("2016-05-05",) * 2),
    ("monday..friday", ("2017-05-08", "2017-05-12"), ("2017-04-24", "2017-04-28")),
    ("thursday..tuesday", ("2017-05-04", "2017-05-09"), ("2017-04-27", "2017-05-02")),
    ("nov..feb", ("2017-11-01", "2018-02-28"), ("2016-11-01", "2017-02-28")),
    ("feb 29", ("2020-02-29",) * 2, ("2016-02-29",) * 2),
]
NO_DAYS = [
    "", " ", "..", "someday", "2017-13", "2017-02-29", "17-05-04", "2017/05/04", "feb 30", "feb 30 2017",
    "0000", "99999d ago ago", "+99999y", "-99999m", "next", "next juneteenth", "31", "t", "m 4", "２０１７",  # noqa: RUF001
]  # fmt: skip


def spell(words: str, *, ahead: bool) -> tuple[str, str]:
    days = read_days(words, TODAY, ahead=ahead)
    return days.first.isoformat(), days.last.isoformat()


@pytest.mark.parametrize(("words", "first", "last"), EITHER_WAY, ids=lambda value: value)
def test_words_that_mean_the_same_ahead_and_back(words: str, first: str, last: str) -> None:
    assert spell(words, ahead=True) == spell(words, ahead=False) == (first, last)


@pytest.mark.parametrize(("words", "ahead", "back"), EACH_WAY, ids=lambda value: str(value))
def test_words_that_look_ahead_or_back(words: str, ahead: tuple[str, str], back: tuple[str, str]) -> None:
    assert spell(words, ahead=True) == ahead
    assert spell(words, ahead=False) == back


@pytest.mark.parametrize("words", NO_DAYS)
def test_words_that_mean_no_day_say_so(words: str) -> None:
    with pytest.raises(ValueError, match=r"is not a day") as error:
        read_days(words, TODAY)
    assert repr(words) in str(error.value)


def test_a_range_that_ends_before_it_begins_says_so() -> None:
    with pytest.raises(ValueError, match="ends before it begins"):
        read_days("tomorrow..today", TODAY)


def test_a_word_mistyped_is_guessed() -> None:
    with pytest.raises(ValueError, match="Did you mean 'tomorrow'"):
        read_days("tommorow", TODAY)


def test_the_31st_becomes_the_last_day_of_a_shorter_month() -> None:
    assert read_days("+1m", date(2016, 1, 31)).first == date(2016, 2, 29)


@pytest.mark.parametrize("form", [form for forms, _ in FORMS for form in forms.split(", ")])
def test_every_form_that_is_documented_is_read(form: str) -> None:
    for ahead in (True, False):
        assert read_days(form, TODAY, ahead=ahead)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 1, 1)), st.integers(0, 6))
def test_a_weekday_is_the_nearest_of_its_name(today: date, number: int) -> None:
    name = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")[number]
    ahead, back = read_days(name, today, ahead=True).first, read_days(name, today).first
    assert ahead.weekday() == back.weekday() == number
    assert 0 <= (ahead - today).days < 7
    assert 0 <= (today - back).days < 7


@given(st.text(max_size=30))
def test_nothing_typed_can_crash(words: str) -> None:
    try:
        days = read_days(words, TODAY)
    except ValueError as error:
        assert str(error).startswith(repr(words))  # noqa: PT017
    else:
        assert days.first <= days.last
