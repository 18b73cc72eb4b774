"""Find the dates one sentence speaks of and resolve them against the day it was published.

Words are data (`lexicon/dates.toml`), direction is grammar (`tense.py`), arithmetic is `date_math.py`.
Pure: "today" is the article's, no clock is read. What the calendar does not hold is no mention.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from casetrack.extract.date_math import (
    match_day,
    name_week,
    parse_day,
    pick_last_weekday,
    pick_month,
    pick_next_weekday,
    pick_weekday,
    pick_year,
    pick_year_by_weekday,
    place,
    shift_days,
    shift_months,
)
from casetrack.extract.tense import Tense
from casetrack.lexicon import alternation, load_table


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in the text; `iso` is as precise as the words (`precision` day, month or year).

    `kind` is absolute, weekday, relative, week or range_end; `direction` is past, future, same or
    unknown, seen from the day of publication. Offsets are the article's, half open.
    """

    start: int
    end: int
    text: str
    iso: str
    precision: str
    kind: str
    direction: str


@dataclass(frozen=True, slots=True)
class _Words:
    months: dict[str, int]
    weekdays: dict[str, int]
    day_words: dict[str, int]
    steps: dict[str, int]
    numbers: dict[str, int]
    quick: re.Pattern[str]
    skip: re.Pattern[str]
    pattern: re.Pattern[str]


@cache
def _words() -> _Words:
    table = load_table("dates")
    months = {form.lower(): m["number"] for m in table["month"] for form in m["forms"]}
    weekdays = {
        form.lower(): w["number"] for w in table["weekday"] for form in [*w["forms"], *w.get("short", [])]
    }
    day_words = {p.lower(): e["shift"] for e in table["day_word"] for p in e["phrases"]}
    steps = {p.lower(): e["shift"] for e in table["day_after_another"] for p in e["phrases"]}
    numbers = {word: int(value) for word, value in table["numbers"].items()}
    full_days = [form for w in table["weekday"] for form in w["forms"]]
    short_days = [form for w in table["weekday"] for form in w.get("short", [])]
    month = alternation(form for m in table["month"] for form in m["forms"])
    day = alternation(full_days)
    count = rf"(?:\d{{1,3}}|{alternation(numbers)}|several|few|a\s+few)"
    pattern = re.compile(
        rf"(?P<lead>\b(?:(?i:{alternation(['today', 'yesterday', 'tomorrow'])})|{day}|{alternation(short_days)}\.?),?\s+(?:morning,?\s+|afternoon,?\s+|evening,?\s+)?)?"
        rf"(?:\b(?P<m>{month})\b\.?,?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\s*(?:percent|years?|days?|people))(?:\s*[-–]\s*(?P<d2>\d{{1,2}})\b)?(?:,?\s+(?P<y>(?:18|19|20)\d\d)\b)?"
        rf"|\b(?P<dd>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<dm>{month})\b\.?,?\s+(?P<dy>(?:18|19|20)\d\d)\b)"
        rf"|\b(?P<ny>\d{{1,2}})/(?P<nd>\d{{1,2}})/(?P<yy>\d{{4}}|\d\d)\b|\b(?P<iy>(?:19|20)\d\d)-(?P<im>\d\d)-(?P<id>\d\d)\b"
        rf"|\b(?P<my>{month})\b\.?,?\s+(?:of\s+)?(?P<myy>(?:18|19|20)\d\d)\b"
        rf"|(?P<wq>\b(?i:last|next|this|this\s+past|this\s+coming|a\s+week\s+from)\s+)?(?P<w>\b{day})\b(?!s\b)(?P<own>[’']s)?"
        rf"|\b(?P<dw>(?i:{alternation(day_words)}))\b"
        rf"|\b(?P<st>(?i:{alternation(steps)}))\b"
        rf"|\b(?P<rel>(?i:(?:earlier|later|late|early)\s+)?(?i:last|next|this)\s+(?i:week|month|year))\b"
        rf"|\b(?P<n>(?i:{count}))\s+(?P<unit>days?|weeks?|months?|years?)\s+(?P<dir>ago|earlier|later|before)\b"
        rf"|(?P<bq>\b(?i:in|last|next|since|until|through|by|early|late|mid|this|an?|his|her|its|their|the)[\s-]+(?:early\s+|late\s+|mid-?)?)(?P<bm>{month})\b(?!\.?\s+\d|[’']s\b)(?P<bown>[’']s)?"
        rf"|\b(?P<yq>(?i:in|since|the|a|an|until|late|early|by|from|of|during|its|his|her|mid-))\s*(?P<by>(?:19|20)\d\d)\b(?![-\d]|,\d)"
    )
    quick = re.compile(
        rf"\b(?:{alternation([*months, *full_days, *day_words, *steps])})\b|\d{{4}}|\b(?:ago|earlier|later|last|next|this)\s|\d/\d",
        re.IGNORECASE,
    )
    habitual = alternation([w for e in table["habitual"] for w in e["words"]])
    skip = re.compile(
        rf"\b(?:{alternation([p for e in table['not_a_date'] for p in e['phrases']])}|(?i:{habitual})\s+{day})\b"
    )
    return _Words(months, weekdays, day_words, steps, numbers, quick, skip, pattern)


def find_dates(text: str, offset: int, published: str | None) -> list[DateMention]:
    """Find the dates of one sentence, in text order, not overlapping.

    Args:
        text: the sentence; `offset` is where it begins in the article.
        published: ISO day of publication; None leaves weekdays and dates without a year out.
    """
    words = _words()
    if not words.quick.search(text):
        return []
    base = parse_day(published)
    tense = Tense(text)
    masked = [m.span() for m in words.skip.finditer(text)]
    found: list[DateMention] = []
    last: date | None = None
    for match in words.pattern.finditer(text):
        if any(a < match.end() and match.start() < b for a, b in masked):
            continue
        for mention in _read(match, text, offset, base, tense, last):
            found.append(mention)
            last = parse_day(mention.iso) or last
    return found


def _read(
    match: re.Match[str], text: str, offset: int, base: date | None, tense: Tense, last: date | None
) -> list[DateMention]:
    g = match.groupdict()
    start, end = match.start(), match.end()
    if g["m"] or g["dd"]:
        return _read_day(match, offset, base, tense)
    if g["w"]:
        start = match.start("wq") if g["wq"] else match.start("w")
        return _one(
            _weekday(g, match, base, tense), "day", "weekday", start, match.end("w"), text, offset, base
        )
    if g["bm"]:
        return _bare_month(match, text, offset, base, tense)
    if g["by"]:
        if re.match(r"\s+(?:pages|people|dollars|hours|members|votes|percent)\b", text[end:]):
            return []
        return _one(g["by"], "year", "absolute", match.start("by"), match.end("by"), text, offset, base)
    if g["ny"]:
        year = int(g["yy"]) + (0 if len(g["yy"]) == 4 else 2000 if int(g["yy"]) < 50 else 1900)
        day = match_day(year, int(g["ny"]), int(g["nd"]))
        return _one(day and day.isoformat(), "day", "absolute", start, end, text, offset, base)
    if g["iy"]:
        day = match_day(int(g["iy"]), int(g["im"]), int(g["id"]))
        return _one(day and day.isoformat(), "day", "absolute", start, end, text, offset, base)
    if g["my"]:
        month = _words().months[g["my"].lower()]
        return _one(f"{g['myy']}-{month:02d}", "month", "absolute", start, end, text, offset, base)
    return _read_relative(g, start, end, text, offset, base, last)


def _one(
    iso: str | None,
    precision: str,
    kind: str,
    start: int,
    end: int,
    text: str,
    offset: int,
    base: date | None,
    lean: str = "unknown",
) -> list[DateMention]:
    if not iso:
        return []
    return [
        DateMention(
            offset + start, offset + end, text[start:end], iso, precision, kind, place(iso, base, lean)
        )
    ]


def _read_day(match: re.Match[str], offset: int, base: date | None, tense: Tense) -> list[DateMention]:
    g = match.groupdict()
    words = _words()
    month = words.months[(g["m"] or g["dm"]).lower()]
    number = int(g["d"] or g["dd"])
    year = g["y"] or g["dy"]
    start, end = match.start(), match.end()
    lead = (g["lead"] or "").strip(" ,.").split()
    weekday = words.weekdays.get(lead[0].lower().strip(".,")) if lead else None
    if year:
        day = match_day(int(year), month, number)
    elif base is None:
        day = None
    else:
        by_week = pick_year_by_weekday(base, month, number, weekday) if weekday is not None else None
        day = by_week or pick_year(base, month, number, tense.lean(start, end))
    if day is None:
        return []
    found = _one(day.isoformat(), "day", "absolute", start, end, match.string, offset, base)
    if g["d2"]:
        until = match_day(day.year, month, int(g["d2"]))
        if until is not None and until > day:
            cut = match.start("d2")
            found = _one(day.isoformat(), "day", "absolute", start, cut - 1, match.string, offset, base)
            found += _one(until.isoformat(), "day", "range_end", cut, end, match.string, offset, base)
    return found


def _weekday(g: dict[str, str | None], match: re.Match[str], base: date | None, tense: Tense) -> str | None:
    if base is None:
        return None
    number = _words().weekdays[str(g["w"]).lower()]
    asked = re.sub(r"\s+", " ", (g["wq"] or "").strip().lower())
    if asked in {"last", "this past"}:
        return pick_last_weekday(base, number).isoformat()
    if asked == "next":
        return pick_next_weekday(base, number).isoformat()
    if asked == "this coming":
        return pick_weekday(base, number, "future").isoformat()
    span = match.span("w")
    lean = tense.lean_owned(*span) if g["own"] else tense.lean(*span)
    return pick_weekday(base, number, lean).isoformat()


def _bare_month(
    match: re.Match[str], text: str, offset: int, base: date | None, tense: Tense
) -> list[DateMention]:
    g = match.groupdict()
    month = _words().months[str(g["bm"]).lower().rstrip(".")]
    asked = str(g["bq"]).strip().lower()
    start = match.start("bm")
    if base is None or (
        g["bm"] in {"May", "March"}
        and asked.split()[0] not in {"in", "last", "next", "since", "until", "this", "early", "late", "mid"}
    ):
        return []
    lean = (
        "past"
        if asked.startswith("last")
        else "future"
        if asked.startswith("next")
        else tense.lean(start, match.end())
    )
    if lean == "unknown" or (lean == "future" and re.match(r"(?:his|her|its|their|the)\b", asked)):
        lean = (
            "future"
            if re.match(r"\s+(?:trial|hearing|sentencing|deadline|election)", text[match.end() :])
            and lean != "past"
            else "past"
        )
    iso = pick_month(base, month, lean, strictly=asked.startswith(("last", "next")))
    return _one(iso, "month", "absolute", start, match.end("bm"), text, offset, base, lean)


def _read_relative(
    g: dict[str, str | None],
    start: int,
    end: int,
    text: str,
    offset: int,
    base: date | None,
    last: date | None,
) -> list[DateMention]:
    fold = lambda value: re.sub(r"\s+", " ", str(value)).lower()  # noqa: E731
    if g["st"]:
        moved = shift_days(last, _words().steps[fold(g["st"])]) if last else None
        return _one(moved and moved.isoformat(), "day", "relative", start, end, text, offset, base)
    if base is None:
        return []
    if g["dw"]:
        return _one(
            shift_days(base, _words().day_words[fold(g["dw"])]).isoformat(),
            "day",
            "relative",
            start,
            end,
            text,
            offset,
            base,
        )
    if g["rel"]:
        parts = fold(g["rel"]).split()
        step = {"last": -1, "this": 0, "next": 1}[parts[-2]]
        lean = {"last": "past", "next": "future"}.get(
            parts[-2], "past" if parts[0] == "earlier" else "future" if parts[0] == "later" else "unknown"
        )
        if parts[-1] == "week":
            return _one(name_week(base, step), "month", "week", start, end, text, offset, base, lean)
        if parts[-1] == "month":
            return _one(shift_months(base, step), "month", "relative", start, end, text, offset, base, lean)
        return _one(f"{base.year + step:04d}", "year", "relative", start, end, text, offset, base, lean)
    if g["n"] and g["unit"]:
        return _ago(g, start, end, text, offset, base, last)
    return []


def _ago(
    g: dict[str, str | None], start: int, end: int, text: str, offset: int, base: date, last: date | None
) -> list[DateMention]:
    word = re.sub(r"\s+", " ", str(g["n"])).lower()
    count = int(word) if word.isdigit() else _words().numbers.get(word)
    origin = base if g["dir"] == "ago" else last
    if count is None or origin is None:
        return []
    sign = 1 if g["dir"] == "later" else -1
    unit = str(g["unit"])
    if unit.startswith("day"):
        return _one(
            shift_days(origin, sign * count).isoformat(), "day", "relative", start, end, text, offset, base
        )
    if unit.startswith("week"):
        return _one(
            shift_days(origin, sign * 7 * count).isoformat()[:7],
            "month",
            "relative",
            start,
            end,
            text,
            offset,
            base,
            "past",
        )
    if unit.startswith("month"):
        return _one(
            shift_months(origin, sign * count), "month", "relative", start, end, text, offset, base, "past"
        )
    year = origin.year + sign * count
    return _one(
        f"{year:04d}" if 1 <= year <= 9999 else None, "year", "relative", start, end, text, offset, base
    )
