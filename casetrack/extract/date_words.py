"""What day, week, month or year the words for time mean: "last week", "two years ago", "Thursday".

One reader a shape of `date_grammar.py`, as in `date_shapes.py`: an empty list says that the words
only look like the shape, None that they are a time nobody can tell, with no date inside either.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from casetrack.extract import date_math as math
from casetrack.extract.date_scene import (
    RANGE_END,
    RELATIVE,
    STEPS,
    WEEK,
    WEEKDAY,
    Part,
    Scene,
    is_move,
    is_moved_from,
    make_part,
    read_lean,
    shift_year,
)

SAID_RE = re.compile(
    r"\b(?:\w{2,20}ed|said|says?|told|\w{2,20}s|find|found|ruling|know|knew|show|hold|held|saying|it|but|and)\s$"
)
SEASON_ENDS = {"spring": 6, "summer": 9, "fall": 12, "autumn": 12, "winter": 3}


def read_day_word(hit: re.Match[str], scene: Scene) -> list[Part]:
    """ "today", "last night", "tomorrow morning"."""
    if scene.base is None:
        return []
    shift = scene.words.day_words[" ".join(hit["word"].lower().split())]
    return make_part(hit, math.shift_days(scene.base, shift), RELATIVE)


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
        return make_part(hit, _near_weekday(scene, scene.words.weekdays[unit], which, lean), WEEKDAY)
    if unit in scene.words.months:
        if hit["unit"] == "may" or hit["unit"] == "march":
            return []
        return make_part(hit, _near_month(scene.base, scene.words.months[unit], step), RELATIVE, lean)
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
        return make_part(hit, math.name_week(base, step), WEEK, lean)
    if unit == "weekend":
        return make_part(
            hit, math.name_week(base, -1 if step == 0 and base.weekday() < 4 else step), WEEK, lean
        )
    if unit == "month":
        return make_part(hit, math.shift_months(base, step), RELATIVE, lean)
    if unit == "year":
        return make_part(hit, shift_year(base, step), RELATIVE, lean)
    return make_part(hit, _season_year(base, unit, step), RELATIVE, lean)


def _season_year(base: date, season: str, step: int) -> str | None:
    """ "last summer" is this year's once it is over; "next spring" is this year's until it begins."""
    end = SEASON_ENDS[season]
    if step < 0:
        return shift_year(base, 0 if base.month > end or (end == 12 and base.month == 12) else -1)
    if step > 0:
        return shift_year(base, 0 if base.month < end - 2 else 1)
    return shift_year(base, 0)


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
    year = shift_year(base, count * (10 if unit == "decade" else 1))
    return (year, RELATIVE) if year else None


def _shifted(hit: re.Match[str], base: date, unit: str, count: int, lean: str) -> list[Part]:
    moved = _shift(base, unit, count)
    return make_part(hit, moved[0], moved[1], lean) if moved else []


def read_ago(hit: re.Match[str], scene: Scene) -> list[Part]:
    """ "two years ago", "three weeks ago", "a week ago Friday"."""
    count = _count(scene, hit["number"])
    if scene.base is None or count is None:
        return []
    unit = hit["unit"].lower()
    if hit["weekday"] and unit == "week":
        near = math.pick_weekday(scene.base, scene.words.weekdays[hit["weekday"].lower()], "past")
        return make_part(hit, math.shift_days(near, -7 * count), WEEKDAY)
    return _shifted(hit, scene.base, unit, -count, "past")


def read_from_now(hit: re.Match[str], scene: Scene) -> list[Part]:
    """ "a week from Monday", "ten days from today"."""
    count = _count(scene, hit["number"])
    if scene.base is None or count is None:
        return []
    if hit["weekday"]:
        near = math.pick_weekday(scene.base, scene.words.weekdays[hit["weekday"].lower()], "future")
        days = {"day": 1, "week": 7}.get(hit["unit"])
        return make_part(hit, math.shift_days(near, days * count), WEEKDAY) if days else []
    extra = 1 if hit["today"] == "tomorrow" else 0
    if hit["unit"] == "week" and hit["today"]:
        return make_part(hit, math.shift_days(scene.base, 7 * count + extra), RELATIVE)
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
    return make_part(hit, this_month, RELATIVE, "future") if moved and moved[0][:7] == this_month else []


def read_day_shift(hit: re.Match[str], scene: Scene) -> list[Part]:
    """ "the same day", "the next day", "a day earlier": counted from the day last spoken of."""
    anchor = math.parse_day(scene.anchor)
    if anchor is None:  # "convicted in October; sentenced the next day"
        return make_part(hit, scene.anchor if len(scene.anchor or "") == len("2017-10") else None, RELATIVE)
    shift = scene.words.day_shifts[" ".join(hit["word"].lower().split())]
    return make_part(hit, math.shift_days(anchor, shift), RELATIVE)


def read_other(hit: re.Match[str], scene: Scene) -> list[Part]:
    """ "the following month", "that month", "five days later": counted from the date last spoken of."""
    way = (hit["way"] or hit["which"] or "same").lower()
    step = 0 if way == "same" else 1 if way in {"later", "next", "following"} else -1
    count = _count(scene, hit["number"]) if hit["number"] else 1
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
    return make_part(hit, found, WEEKDAY) if found.weekday() == weekday else None


def _same_month(hit: re.Match[str], scene: Scene, which: str) -> list[Part] | None:
    anchor = math.parse_day(((scene.anchor or "") + "-01")[:10])
    if anchor is None:
        return None
    month = scene.words.months[hit["month"].lower()]
    if which in {"following", "next"}:
        return make_part(hit, math.pick_month(anchor, month, "future", strictly=True), RELATIVE)
    if which == "previous":
        return make_part(hit, math.pick_month(anchor, month, "past", strictly=True), RELATIVE)
    return make_part(hit, f"{anchor.year:04d}-{month:02d}", RELATIVE)


def read_weekday_range(hit: re.Match[str], scene: Scene) -> list[Part]:
    """ "from Monday through Wednesday": the first day, and the last as its own mention."""
    if scene.base is None:
        return []
    first, last = (scene.words.weekdays[hit[name].lower()] for name in ("weekday", "weekday2"))
    lean = scene.tense.lean(hit.start(), hit.end())
    start = math.pick_weekday(scene.base, first, lean)
    move = is_move(hit, scene)
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
        weeks = STEPS[hit["which"]]
        return make_part(
            hit, math.shift_days(scene.base, 7 * weeks + weekday - scene.base.weekday()), WEEKDAY
        )
    if is_moved_from(hit, scene):
        return make_part(hit, math.pick_nearest_weekday(scene.base, weekday), WEEKDAY)
    return make_part(hit, math.pick_weekday(scene.base, weekday, read_lean(hit, scene)), WEEKDAY)


READERS: dict[str, Callable[[re.Match[str], Scene], list[Part] | None]] = {
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
}
