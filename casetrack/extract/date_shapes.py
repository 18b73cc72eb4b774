"""What day, month or year each printed shape means: one reader a shape of `date_grammar.py`.

A reader takes the match and the scene (publication day, the date last spoken of, the tense) and
gives the dates it holds. An empty list says that the words only look like this shape: another may
begin inside them. None says that they are a time nobody can tell: nothing inside is a date either.
No reader raises.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from casetrack.extract import date_math as math
from casetrack.extract.date_grammar import Grammar
from casetrack.extract.tense import Tense

ABSOLUTE, WEEKDAY, RELATIVE, WEEK, RANGE_END = "absolute", "weekday", "relative", "week", "range_end"
WAYS = {"last": -1, "past": -1, "previous": -1, "prior": -1, "this": 0, "same": 0, "that": 0}
MONTH_IN_RE = re.compile(
    r"\b(?:in|since|by|until|till|last|next|this|during|through|from|to|of|between|before|after|for|around|"
    r"early|late|mid|past|starting|beginning|ending|coming|end of|and|or)[\s-]{1,2}$",
    re.IGNORECASE,
)
OWNER_RE = re.compile(
    r"(?:\b(?:the|a|an|his|her|its|their|our|my|separate|earlier|previous|original|initial|new)|'s|s')\s$",
    re.IGNORECASE,
)
OWNED_RE = re.compile(
    r"(?:'s\b|\s(?!(?:on|for|in|to|of|against|was|is|were|are|will|that|and|at|by|the|a|an|from|with|or|but|as|had|has|after|"
    r"before|when|until|who|he|she|they|it)\b)[\w'-])"
)
SAID_RE = re.compile(r"\b(?:\w{2,20}ed|said|says?|told|\w{2,20}s|find|found|ruling|know|knew|show|hold|held|saying|it|but|and)\s$")
BIRTH_RE = re.compile(r"\b(?:dob|d\.o\.b\.|date of birth|born|born on|birth date|birthdate)[\s:(]{0,3}$", re.IGNORECASE)
DAY_MONTH_RE = re.compile(r"\b(?:on|from|by|until|since|dated|of|to|for|before|after|the)\s$", re.IGNORECASE)
NEXT_NAME_RE = re.compile(r"\.?\s[A-Z][a-z]")
BEFORE_NAME_RE = re.compile(r"[\w.,'-]\s$")
SEASON_ENDS = {"spring": 6, "summer": 9, "fall": 12, "autumn": 12, "winter": 3}


@dataclass(slots=True)
class Scene:
    """Where the words are read: the sentence, the day of the story, the date last spoken of."""

    text: str
    base: date | None
    anchor: str | None
    tense: Tense
    words: Grammar

    def before(self, start: int, reach: int = 40) -> str:
        """Give the text right before a date."""
        return self.text[max(0, start - reach) : start]


@dataclass(frozen=True, slots=True)
class Part:
    """One date of a match, in offsets of the sentence. `lean` is empty when the date itself tells."""

    start: int
    end: int
    iso: str
    kind: str
    lean: str = "unknown"


def _part(hit: re.Match[str], iso: str | date | None, kind: str, lean: str = "unknown") -> list[Part]:
    if iso is None:
        return []
    end = hit.end()
    text = iso if isinstance(iso, str) else iso.isoformat()
    return [Part(hit.start(), end, text, kind, lean)] if len(text) in (4, 7, 10) else []


def _lean(hit: re.Match[str], scene: Scene) -> str:
    """Ask the tense; "her Nov. 8 order" and "Friday's ruling" lie behind, whatever the verb."""
    owner = OWNER_RE.search(scene.before(hit.start())) and OWNED_RE.match(scene.text, hit.end())
    if owner or scene.text.startswith("'s", hit.end()):
        return scene.tense.lean_owned(hit.start(), hit.end())
    return scene.tense.lean(hit.start(), hit.end())


def _year_iso(base: date, years: int) -> str | None:
    year = base.year + years
    return f"{year:04d}" if 1 <= year <= 9999 else None


def read_numeric(hit: re.Match[str], scene: Scene) -> list[Part] | None:
    """ "2017-11-13", "11/13/2017", "11/13/17", "13.11.2017"."""
    if hit["y"]:
        return _part(hit, math.match_day(int(hit["y"]), int(hit["m"]), int(hit["d"])), ABSOLUTE)
    if BIRTH_RE.search(scene.before(hit.start())):
        return None
    first, second, year = int(hit["a"]), int(hit["b"]), int(hit["yy"])
    if len(hit["yy"]) == 2:
        if hit["mark2"] != "/":
            return []
        year += 2000 if year < 60 else 1900
    day = math.match_day(year, first, second) or math.match_day(year, second, first)
    return _part(hit, day, ABSOLUTE)


def read_full(hit: re.Match[str], scene: Scene) -> list[Part]:
    """ "Dec. 6", "Thursday, April 2, 2015", "last Nov. 6", "Nov. 6-8", "Oct. 30 to Nov. 2, 2016"."""
    month = scene.words.months[hit["month"].lower()]
    second = hit["day2"]
    year, of_year = hit["year"], hit["of_year"]
    if second and not year and not of_year:
        year, of_year = hit["year2"], hit["of_year2"]
    day = _resolve_day(hit, scene, month, int(hit["day"]), year, of_year)
    if day is None:
        return []
    if not second:
        return _part(hit, day, ABSOLUTE)
    first = Part(hit.start(), hit.start("join"), day.isoformat(), ABSOLUTE)
    return [first, *_second_day(hit, scene, month, day)]


def _second_day(hit: re.Match[str], scene: Scene, month: int, first: date) -> list[Part]:
    start = hit.start("month2") if hit["month2"] else hit.start("day2")
    month2 = scene.words.months[hit["month2"].lower()] if hit["month2"] else month
    year = int(hit["year2"]) if hit["year2"] else first.year
    day = math.match_day(year, month2, int(hit["day2"]))
    if day and day < first and not hit["year2"]:
        day = math.match_day(year + 1, month2, int(hit["day2"]))
    if day is None or day <= first:
        return []
    listed = hit["join"].strip().lower() in {"and", "or", ",", ", and"} or _is_move(hit, scene)
    return [Part(start, hit.end(), day.isoformat(), ABSOLUTE if listed else RANGE_END)]


def _is_move(hit: re.Match[str], scene: Scene) -> bool:
    return scene.words.moving.search(scene.before(hit.start(), 80)) is not None


def _resolve_day(
    hit: re.Match[str], scene: Scene, month: int, number: int, year: str | None, of_year: str | None
) -> date | None:
    if year:
        return math.match_day(int(year), month, number)
    if scene.base is None:
        return _after_anchor(scene, month, number)
    if of_year:
        step = {"last": -1, "this": 0, "next": 1}[of_year]
        return math.match_day(scene.base.year + step, month, number)
    if hit["weekday"]:
        weekday = scene.words.weekdays[hit["weekday"].lower()]
        found = math.pick_year_by_weekday(scene.base, month, number, weekday)
        if found:
            return found
    which = (hit.groupdict().get("which") or "").lower().split()
    lean = {"last": "past", "past": "past", "next": "future", "coming": "future"}.get(which[-1] if which else "")
    if lean is None:
        lean = _lean(hit, scene)
        if lean == "past" and (found := _after_anchor(scene, month, number)):
            return found
    return math.pick_year(scene.base, month, number, lean)


def _after_anchor(scene: Scene, month: int, number: int) -> date | None:
    """ "arrested Jan. 5, 2012, and charged Feb. 3": the year goes on from the date before it."""
    anchor = math.parse_day(scene.anchor)
    if anchor is None or (scene.base is not None and (scene.base - anchor).days < 366):
        return None
    days = (math.match_day(anchor.year + step, month, number) for step in (0, 1))
    return next((day for day in days if day and day >= anchor), None)


def read_reversed(hit: re.Match[str], scene: Scene) -> list[Part]:
    """ "6 December 2017", "the 15th of May", "on 6 December"; a number by chance before a month is none."""
    sure = hit["ordinal"] or hit["year"] or hit["weekday"] or DAY_MONTH_RE.search(scene.before(hit.start()))
    if not sure:
        return []
    month = scene.words.months[hit["month"].lower()]
    day = _resolve_day(hit, scene, month, int(hit["day"]), hit["year"], hit["of_year"])
    return _part(hit, day, ABSOLUTE)


def read_month_year(hit: re.Match[str], scene: Scene) -> list[Part]:
    """ "November 2017", "mid-May 2016", "November of last year"."""
    month = scene.words.months[hit["month"].lower()]
    if hit["year"]:
        after = scene.words.no_year_after.match(scene.text, hit.end())
        return [] if after else _part(hit, f"{hit['year']}-{month:02d}", ABSOLUTE)
    if scene.base is None:
        return []
    year = scene.base.year + {"last": -1, "this": 0, "next": 1}[hit["of_year"]]
    return _part(hit, f"{year:04d}-{month:02d}", ABSOLUTE)


def read_day_word(hit: re.Match[str], scene: Scene) -> list[Part]:
    """ "today", "last night", "tomorrow morning"."""
    if scene.base is None:
        return []
    shift = scene.words.day_words[" ".join(hit["word"].lower().split())]
    return _part(hit, math.shift_days(scene.base, shift), RELATIVE)


def read_near(hit: re.Match[str], scene: Scene) -> list[Part]:
    """ "last month", "earlier this year", "next Tuesday", "last summer", "this November"."""
    which = hit["which"].lower().split()[-1]
    step = {"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1}[which]
    left = scene.before(hit.start(), 12).lower()
    if scene.base is None or re.search(r"\b(?:the|at|its|his|her|their|very)\s$", left):
        return []
    lean = {-1: "past", 1: "future"}.get(step) or _part_lean(hit, scene)
    unit = hit["unit"].lower()
    if unit in scene.words.weekdays:
        return _part(hit, _near_weekday(scene, scene.words.weekdays[unit], which, lean), WEEKDAY)
    if unit in scene.words.months:
        if hit["unit"] == "may" or hit["unit"] == "march":
            return []
        return _part(hit, _near_month(scene.base, scene.words.months[unit], step), RELATIVE, lean)
    return _near_unit(hit, scene.base, unit, step, lean)


def _part_lean(hit: re.Match[str], scene: Scene) -> str:
    part = (hit["part"] or "").lower()
    if part in {"earlier", "later"}:
        return "past" if part == "earlier" else "future"
    return scene.tense.lean(hit.start(), hit.end())


def _near_weekday(scene: Scene, weekday: int, which: str, lean: str) -> date | None:
    if scene.base is None:
        return None
    if which in {"last", "past"}:
        return math.pick_last_weekday(scene.base, weekday)
    if which == "next":
        return math.pick_next_weekday(scene.base, weekday)
    return math.pick_weekday(scene.base, weekday, "past" if lean == "past" else "future")


def _near_month(base: date, month: int, step: int) -> str:
    if step:
        return math.pick_month(base, month, "future" if step > 0 else "past", strictly=True)
    return f"{base.year:04d}-{month:02d}"


def _near_unit(hit: re.Match[str], base: date, unit: str, step: int, lean: str) -> list[Part]:
    if unit == "week":
        return _part(hit, math.name_week(base, step), WEEK, lean)
    if unit == "weekend":
        return _part(hit, math.name_week(base, -1 if step == 0 and base.weekday() < 4 else step), WEEK, lean)
    if unit == "month":
        return _part(hit, math.shift_months(base, step), RELATIVE, lean)
    if unit == "year":
        return _part(hit, _year_iso(base, step), RELATIVE, lean)
    return _part(hit, _season_year(base, unit, step), RELATIVE, lean)


def _season_year(base: date, season: str, step: int) -> str | None:
    """ "last summer" is this year's once it is over; "next spring" is this year's until it begins."""
    end = SEASON_ENDS[season]
    if step < 0:
        return _year_iso(base, 0 if base.month > end or (end == 12 and base.month == 12) else -1)
    if step > 0:
        return _year_iso(base, 0 if base.month < end - 2 else 1)
    return _year_iso(base, 0)


def _count(scene: Scene, word: str) -> int | None:
    folded = " ".join(word.lower().split())
    return int(folded) if folded.isdigit() else scene.words.numbers.get(folded)


def _shift(base: date, unit: str, count: int) -> tuple[str, str] | None:
    """Move by days, weeks, months or years; gives the date as vague as the unit, and its kind."""
    if unit == "day":
        return math.shift_days(base, count).isoformat(), RELATIVE
    if unit == "week":
        return math.shift_days(base, 7 * count).isoformat()[:7], WEEK
    if unit == "month":
        month = math.shift_months(base, count)
        return (month, RELATIVE) if 0 < int(month[:4]) <= 9999 else None
    year = _year_iso(base, count * (10 if unit == "decade" else 1))
    return (year, RELATIVE) if year else None


def _shifted(hit: re.Match[str], base: date, unit: str, count: int, lean: str) -> list[Part]:
    moved = _shift(base, unit, count)
    return _part(hit, moved[0], moved[1], lean) if moved else []


def read_ago(hit: re.Match[str], scene: Scene) -> list[Part]:
    """ "two years ago", "three weeks ago", "a week ago Friday"."""
    count = _count(scene, hit["number"])
    if scene.base is None or count is None:
        return []
    unit = hit["unit"].lower()
    if hit["weekday"] and unit == "week":
        near = math.pick_weekday(scene.base, scene.words.weekdays[hit["weekday"].lower()], "past")
        return _part(hit, math.shift_days(near, -7 * count), WEEKDAY)
    return _shifted(hit, scene.base, unit, -count, "past")


def read_from_now(hit: re.Match[str], scene: Scene) -> list[Part]:
    """ "a week from Monday", "ten days from today"."""
    count = _count(scene, hit["number"])
    if scene.base is None or count is None:
        return []
    if hit["weekday"]:
        near = math.pick_weekday(scene.base, scene.words.weekdays[hit["weekday"].lower()], "future")
        days = {"day": 1, "week": 7}.get(hit["unit"])
        return _part(hit, math.shift_days(near, days * count), WEEKDAY) if days else []
    extra = 1 if hit["today"] == "tomorrow" else 0
    if hit["unit"] == "week" and hit["today"]:
        return _part(hit, math.shift_days(scene.base, 7 * count + extra), RELATIVE)
    return _shifted(hit, math.shift_days(scene.base, extra), hit["unit"], count, "future")


def read_within(hit: re.Match[str], scene: Scene) -> list[Part]:
    """ "in two weeks", in a sentence that looks ahead; "in two hours", "in three days of trial" are none."""
    count = _count(scene, hit["number"])
    ahead = scene.tense.lean(hit.start(), hit.end()) == "future"
    if scene.base is None or count is None or not ahead or scene.text[hit.end() : hit.end() + 4] == " of ":
        return []
    if not hit["next"]:
        return _shifted(hit, scene.base, hit["unit"], count, "future")
    moved = _shift(scene.base, hit["unit"], count)
    this_month = scene.base.isoformat()[:7]
    return _part(hit, this_month, RELATIVE, "future") if moved and moved[0][:7] == this_month else []


def read_day_shift(hit: re.Match[str], scene: Scene) -> list[Part]:
    """ "the same day", "the next day", "a day earlier": counted from the day last spoken of."""
    anchor = math.parse_day(scene.anchor)
    if anchor is None:
        return []
    shift = scene.words.day_shifts[" ".join(hit["word"].lower().split())]
    return _part(hit, math.shift_days(anchor, shift), RELATIVE)


def read_other(hit: re.Match[str], scene: Scene) -> list[Part]:
    """ "the following month", "five days later", "a year earlier": counted from the date last spoken of."""
    step = 1 if (hit["way"] or hit["which"]).lower() in {"later", "next", "following"} else -1
    if (hit["which"] or "").lower() == "same":
        step = 0
    count = 1 if hit["which"] else _count(scene, hit["number"])
    unit = (hit["unit"] or hit["unit2"] or "").lower()
    if scene.anchor is None or count is None:
        return []
    anchor = math.parse_day(scene.anchor)
    if anchor is None:
        anchor = math.parse_day((scene.anchor + "-01-01")[:10])
        if len(scene.anchor) < {"month": 7, "year": 4, "decade": 4}.get(unit, 10):
            return []
    return _shifted(hit, anchor, unit, step * count, "unknown") if anchor else []


def read_same_name(hit: re.Match[str], scene: Scene) -> list[Part] | None:
    """ "that Tuesday", "the following Monday", "the following June": counted from the date last spoken of."""
    which = hit["which"].lower().split()[-1]
    if which == "that" and SAID_RE.search(scene.before(hit.start())):
        return []
    if hit["month"]:
        return _same_month(hit, scene, which)
    anchor = math.parse_day(scene.anchor)
    if anchor is None:
        return None
    weekday = scene.words.weekdays[hit["weekday"].lower()]
    if which in {"following", "next"}:
        found = math.pick_weekday(math.shift_days(anchor, 1), weekday, "future")
    elif which == "previous":
        found = math.pick_last_weekday(anchor, weekday)
    else:
        found = anchor
    return _part(hit, found, WEEKDAY) if found.weekday() == weekday else None


def _same_month(hit: re.Match[str], scene: Scene, which: str) -> list[Part] | None:
    anchor = math.parse_day(((scene.anchor or "") + "-01")[:10])
    if anchor is None:
        return None
    month = scene.words.months[hit["month"].lower()]
    if which in {"following", "next"}:
        return _part(hit, math.pick_month(anchor, month, "future", strictly=True), RELATIVE)
    if which == "previous":
        return _part(hit, math.pick_month(anchor, month, "past", strictly=True), RELATIVE)
    return _part(hit, f"{anchor.year:04d}-{month:02d}", RELATIVE)


def read_weekday_range(hit: re.Match[str], scene: Scene) -> list[Part]:
    """ "from Monday through Wednesday": the first day, and the last as its own mention."""
    if scene.base is None:
        return []
    first, last = (scene.words.weekdays[hit[name].lower()] for name in ("weekday", "weekday2"))
    lean = scene.tense.lean(hit.start(), hit.end())
    start = math.pick_weekday(scene.base, first, lean)
    move = _is_move(hit, scene)
    until = math.pick_weekday(math.shift_days(start, 1), last, "future")
    return [
        Part(hit.start(), hit.end("weekday"), start.isoformat(), WEEKDAY),
        Part(hit.start("weekday2"), hit.end(), until.isoformat(), WEEKDAY if move else RANGE_END),
    ]


def read_weekday(hit: re.Match[str], scene: Scene) -> list[Part] | None:
    """ "Thursday", "Thursday's ruling", "Monday of last week"."""
    if scene.base is None or scene.words.habitual.search(scene.before(hit.start())):
        return None
    weekday = scene.words.weekdays[hit["weekday"].lower()]
    if hit["which"]:
        weeks = {"last": -1, "this": 0, "next": 1}[hit["which"]]
        return _part(hit, math.shift_days(scene.base, 7 * weeks + weekday - scene.base.weekday()), WEEKDAY)
    return _part(hit, math.pick_weekday(scene.base, weekday, _lean(hit, scene)), WEEKDAY)


def read_ordinal(hit: re.Match[str], scene: Scene) -> list[Part]:
    """ "on the 9th", "on the 9th of last month"."""
    if scene.base is None:
        return []
    number = int(hit["day"])
    if hit["which"]:
        month = math.shift_months(scene.base, {"last": -1, "this": 0, "next": 1}[hit["which"]])
        return _part(hit, math.match_day(int(month[:4]), int(month[5:]), number), RELATIVE)
    lean = scene.tense.lean(hit.start(), hit.end())
    return _part(hit, math.pick_month_day(scene.base, number, lean), RELATIVE)


def read_month(hit: re.Match[str], scene: Scene) -> list[Part]:
    """ "in July", "mid-July", "a September trial": the most recent, unless the sentence looks ahead."""
    month = scene.words.months[hit["month"].lower()]
    if not _is_month(hit, scene, scene.words.guards[month]):
        return []
    if hit["year"]:
        later = scene.words.months[hit["month2"].lower()] < month
        start, end = hit.start(), hit.end("month")
        return [Part(start, end, f"{int(hit['year']) - later:04d}-{month:02d}", ABSOLUTE)]
    if scene.base is None:
        return []
    lean = _lean(hit, scene)
    if lean == "unknown" and scene.tense.heads_session(hit.end()):
        lean = "future"
    return _part(hit, math.pick_month(scene.base, month, lean), ABSOLUTE, lean)


def _is_month(hit: re.Match[str], scene: Scene, guard: str) -> bool:
    """Tell the month from the verb, the march and the woman of that name."""
    left = scene.before(hit.start())
    named_after = NEXT_NAME_RE.match(scene.text, hit.end()) is not None
    if MONTH_IN_RE.search(left) or hit.group()[:4].lower() == "mid-":
        return True
    if len(hit["month"]) < 5 and hit["month"].lower() not in {"may", "june", "july"}:
        return False
    if OWNER_RE.search(left):
        return not named_after and OWNED_RE.match(scene.text, hit.end()) is not None
    if guard == "word" or named_after:
        return False
    return guard == "free" or not BEFORE_NAME_RE.search(left)


def read_season(hit: re.Match[str], scene: Scene) -> list[Part]:
    """ "summer of 2016", "the fall of last year"."""
    if hit["year"]:
        return _part(hit, hit["year"], ABSOLUTE)
    if scene.base is None:
        return []
    return _part(hit, _year_iso(scene.base, {"last": -1, "this": 0, "next": 1}[hit["of_year"]]), RELATIVE)


def read_year_range(hit: re.Match[str], scene: Scene) -> list[Part]:
    """ "2010-2015": the first year, and the last as its own mention; "2017-18" is one term."""
    if not _is_year(hit, scene):
        return []
    first, last = hit["year"], hit["year2"]
    if len(last) == 2:
        return _part(hit, first, ABSOLUTE) if int(last) == (int(first) + 1) % 100 else []
    if last <= first:
        return []
    return [
        Part(hit.start(), hit.end("year"), first, ABSOLUTE),
        Part(hit.start("year2"), hit.end(), last, RANGE_END),
    ]


def read_year(hit: re.Match[str], scene: Scene) -> list[Part]:
    """ "in 2016", "a 2009 ruling"; no section of a statute, no amount, no name of an act."""
    return _part(hit, hit["year"], ABSOLUTE) if _is_year(hit, scene) else []


def _is_year(hit: re.Match[str], scene: Scene) -> bool:
    before = scene.words.no_year_before.search(scene.before(hit.start(), 20))
    return not before and not scene.words.no_year_after.match(scene.text, hit.end())


READERS: dict[str, Callable[[re.Match[str], Scene], list[Part] | None]] = {
    "numeric": read_numeric,
    "full": read_full,
    "reversed": read_reversed,
    "month_year": read_month_year,
    "day_word": read_day_word,
    "near": read_near,
    "ago": read_ago,
    "from_now": read_from_now,
    "within": read_within,
    "day_shift": read_day_shift,
    "other": read_other,
    "same_name": read_same_name,
    "weekday_range": read_weekday_range,
    "weekday": read_weekday,
    "ordinal": read_ordinal,
    "month": read_month,
    "season": read_season,
    "year_range": read_year_range,
    "year": read_year,
}
