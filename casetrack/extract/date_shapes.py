"""What day, month or year a date in figures or with the name of a month means.

One reader a shape of `date_grammar.py`. A reader takes the match and the scene (publication day, the
date last spoken of, the tense) and gives the dates it holds. An empty list says that the words only
look like this shape: another may begin inside them. None says that they are no date anybody can
use: nothing inside is one either. No reader raises.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from casetrack.extract import date_math as math
from casetrack.extract.date_scene import (
    ABSOLUTE,
    OWNED_RE,
    OWNER_RE,
    RANGE_END,
    RELATIVE,
    STEPS,
    Part,
    Scene,
    is_move,
    is_moved_from,
    make_part,
    read_lean,
    shift_year,
)

MONTH_IN_RE = re.compile(
    r"\b(?:in|since|by|until|till|last|next|this|during|through|from|to|of|between|before|after|for|around|"
    r"early|late|mid|past|starting|beginning|ending|coming|end of|and|or)[\s-]{1,2}$",
    re.IGNORECASE,
)
BIRTH_RE = re.compile(
    r"\b(?:dob|d\.o\.b\.|date of birth|born|born on|birth date|birthdate)[\s:(]{0,3}$", re.IGNORECASE
)
DAY_MONTH_RE = re.compile(
    r"\b(?:on|from|by|until|since|dated|of|to|for|before|after|the|is|was)\s$", re.IGNORECASE
)
NOUN_FREE_RE = re.compile(
    r"\s{0,2}(?:[.,;:)”\"']|$|(?:in|at|on|of|for|to|before|when|the|and|by|as|after|with|during|or|was|were)\b)"
)
SURE_IN_RE = re.compile(r"\b(?:in|since|during|until|last|next|this|early|late)\s$", re.IGNORECASE)
NEXT_NAME_RE = re.compile(r"\.?\s[A-Z][a-z]")
BEFORE_NAME_RE = re.compile(r"[\w.,'-]\s$")


def read_numeric(hit: re.Match[str], scene: Scene) -> list[Part] | None:
    """ "2017-11-13", "11/13/2017", "11/13/17", "13.11.2017"."""
    if hit["y"]:
        return make_part(hit, math.match_day(int(hit["y"]), int(hit["m"]), int(hit["d"])), ABSOLUTE)
    if BIRTH_RE.search(scene.before(hit.start())):
        return None
    first, second, year = int(hit["a"]), int(hit["b"]), int(hit["yy"])
    if len(hit["yy"]) == 2:
        if hit["mark2"] != "/":
            return None
        year += 2000 if year < 60 else 1900
    day = math.match_day(year, first, second) or math.match_day(year, second, first)
    return make_part(hit, day, ABSOLUTE) or None


def read_full(hit: re.Match[str], scene: Scene) -> list[Part] | None:
    """ "Dec. 6", "Thursday, April 2, 2015", "last Nov. 6", "Nov. 6-8", "Oct. 30 to Nov. 2, 2016"."""
    month = scene.words.months[hit["month"].lower()]
    second = hit["day2"]
    year, of_year = hit["year"], hit["of_year"]
    if second and not year and not of_year:
        year, of_year = hit["year2"], hit["of_year2"]
    day = _resolve_day(hit, scene, month, int(hit["day"]), year, of_year)
    if day is None:
        return None
    if not second:
        return make_part(hit, day, ABSOLUTE)
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
    listed = hit["join"].strip().lower() in {"and", "or", ",", ", and"}
    if listed and not hit["month2"] and not hit["year2"] and not NOUN_FREE_RE.match(scene.text, hit.end()):
        return []
    listed = listed or is_move(hit, scene)
    return [Part(start, hit.end(), day.isoformat(), ABSOLUTE if listed else RANGE_END)]


def _resolve_day(
    hit: re.Match[str], scene: Scene, month: int, number: int, year: str | None, of_year: str | None
) -> date | None:
    if year:
        return math.match_day(int(year), month, number)
    if scene.base is None:
        return _after_anchor(scene, month, number)
    if of_year:
        return math.match_day(scene.base.year + STEPS[of_year], month, number)
    which = (hit.groupdict().get("which") or "this").lower().split()[-1]
    if which != "this":
        lean = "past" if which in {"last", "past"} else "future"
        return math.pick_year(scene.base, month, number, lean, firm=True)
    return _lean_day(hit, scene, scene.base, month, number)


def _lean_day(hit: re.Match[str], scene: Scene, base: date, month: int, number: int) -> date | None:
    lean = "unknown" if is_moved_from(hit, scene) else read_lean(hit, scene)
    if hit["weekday"]:
        weekday = scene.words.weekdays[hit["weekday"].lower()]
        found = math.pick_year_by_weekday(base, month, number, weekday, lean)
        if found:
            return found
    after = _after_anchor(scene, month, number) if lean == "past" else None
    return after or math.pick_year(base, month, number, lean)


def _after_anchor(scene: Scene, month: int, number: int) -> date | None:
    """ "arrested Jan. 5, 2012, and charged Feb. 3": the year goes on from the date before it."""
    anchor = math.parse_day(scene.chain)
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
    return make_part(hit, day, ABSOLUTE)


def read_month_year(hit: re.Match[str], scene: Scene) -> list[Part]:
    """ "November 2017", "mid-May 2016", "November of last year"."""
    month = scene.words.months[hit["month"].lower()]
    if hit["year"]:
        after = scene.words.no_year_after.match(scene.text, hit.end())
        return [] if after else make_part(hit, f"{hit['year']}-{month:02d}", ABSOLUTE)
    if scene.base is None:
        return []
    year = scene.base.year + STEPS[hit["of_year"]]
    return make_part(hit, f"{year:04d}-{month:02d}", ABSOLUTE)


def read_ordinal(hit: re.Match[str], scene: Scene) -> list[Part]:
    """ "on the 9th", "on the 9th of last month"."""
    if scene.base is None:
        return []
    number = int(hit["day"])
    if hit["which"]:
        month = math.shift_months(scene.base, STEPS[hit["which"]])
        return make_part(hit, math.match_day(int(month[:4]), int(month[5:]), number), RELATIVE)
    lean = scene.tense.lean(hit.start(), hit.end())
    return make_part(hit, math.pick_month_day(scene.base, number, lean), RELATIVE)


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
    lean = read_lean(hit, scene)
    if lean == "unknown" and scene.tense.heads_session(hit.end()):
        lean = "future"
    return make_part(hit, math.pick_month(scene.base, month, lean), ABSOLUTE, lean)


def _is_month(hit: re.Match[str], scene: Scene, guard: str) -> bool:
    """Tell the month from the verb, the march and the woman of that name."""
    left = scene.before(hit.start())
    named_after = NEXT_NAME_RE.match(scene.text, hit.end()) is not None
    if hit.group()[:4].lower() == "mid-" or (SURE_IN_RE if named_after else MONTH_IN_RE).search(left):
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
        return make_part(hit, hit["year"], ABSOLUTE)
    if scene.base is None:
        return []
    return make_part(hit, shift_year(scene.base, STEPS[hit["of_year"]]), RELATIVE)


def read_year_range(hit: re.Match[str], scene: Scene) -> list[Part]:
    """ "2010-2015": the first year, and the last as its own mention; "2017-18" is one term."""
    if not _is_year(hit, scene):
        return []
    first, last = hit["year"], hit["year2"]
    if len(last) == 2:
        return make_part(hit, first, ABSOLUTE) if int(last) == (int(first) + 1) % 100 else []
    if last <= first:
        return []
    return [
        Part(hit.start(), hit.end("year"), first, ABSOLUTE),
        Part(hit.start("year2"), hit.end(), last, RANGE_END),
    ]


def read_year(hit: re.Match[str], scene: Scene) -> list[Part]:
    """ "in 2016", "a 2009 ruling"; no section of a statute, no amount, no name of an act."""
    return make_part(hit, hit["year"], ABSOLUTE) if _is_year(hit, scene) else []


def _is_year(hit: re.Match[str], scene: Scene) -> bool:
    before = scene.words.no_year_before.search(scene.before(hit.start(), 20))
    return not before and not scene.words.no_year_after.match(scene.text, hit.end())


READERS: dict[str, Callable[[re.Match[str], Scene], list[Part] | None]] = {
    "numeric": read_numeric,
    "full": read_full,
    "reversed": read_reversed,
    "month_year": read_month_year,
    "ordinal": read_ordinal,
    "month": read_month,
    "season": read_season,
    "year_range": read_year_range,
    "year": read_year,
}
