"""Dates as headers, timestamps and file names print them.

Whole days only, in the spellings of American newsrooms and of machines: "Thursday, April 2, 2015",
"2 April 2015", "4/2/2015", "2015-04-02T10:20:30Z". A day that does not exist is no date. Says nothing
about dates in prose; needs no "today".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache

from casetrack.lexicon import alternation, load_table

FIRST_YEAR, LAST_YEAR = 1800, 2199
DIGIT_RE = re.compile(r"[0-9]")
FILE_START_RE = re.compile(r"(\d{4})([-_.]?)(\d{2})\2(\d{2})(?!\d)", re.ASCII)
FILE_INSIDE_RE = re.compile(r"(?<!\d)(\d{4})([-_])(\d{2})\2(\d{2})(?!\d)", re.ASCII)
EPOCH_RE = re.compile(r"(\d{10})(?:\d{3})?(?:\.\d{1,9})?", re.ASCII)
TIMESTAMP_RE = re.compile(r"^[ ]?(\d{4}-\d{2}-\d{2})[ T]\d{2}:\d{2}(?::\d{2})?\b", re.ASCII | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """One date and where it stands in the string that was searched."""

    iso: str
    start: int
    end: int


@cache
def _months() -> dict[str, int]:
    months = load_table("outlets")["months"]
    return {form.casefold(): number for number, forms in enumerate(months, 1) for form in forms}


@cache
def _date_re() -> re.Pattern[str]:
    month = rf"(?:{alternation(_months())})"
    return re.compile(
        rf"""(?<![\w/-])(?:
              (?P<month>{month})\.?\s{{0,2}}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,3}}(?P<year>\d{{4}})
            | (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?[ -](?P<month2>{month})\.?,?[ -](?P<year2>\d{{4}})
            | (?P<iso>\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}})(?=$|[^\w]|T\d)
            | (?P<figures>\d{{1,2}}[/-]\d{{1,2}}[/-](?:\d{{4}}|\d{{2}})|\d{{1,2}}\.\d{{1,2}}\.\d{{4}})
            )(?:(?![\d/-]\d|\d)|(?=\d{{1,2}}:\d\d\s?[ap]\.?m))""",
        re.ASCII | re.IGNORECASE | re.VERBOSE,
    )


@cache
def _noise_re() -> re.Pattern[str]:
    table = load_table("outlets")
    words = alternation([*table["weekdays"], *table["date_noise"]])
    clock = (
        r"(?<!\w)T?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\.\d+)?|(?<!\w)\d{1,2}(?=\s?[ap]\.?m)|[+-]\d{2}:?\d{2}\b"
    )
    return re.compile(rf"(?:{clock})|(?<![^\W\d]){words}(?!\w)\.?", re.ASCII | re.IGNORECASE)


def find_printed_date(text: str) -> PrintedDate | None:
    """Find the first whole date in a short string."""
    if not DIGIT_RE.search(text):
        return None
    for found in _date_re().finditer(text):
        iso = _read(found)
        if iso:
            return PrintedDate(iso, found.start(), found.end())
    return None


def match_printed_date(text: str) -> PrintedDate | None:
    """Match the whole date that a short string begins with."""
    found = _date_re().match(text)
    iso = _read(found) if found else None
    return PrintedDate(iso, 0, found.end()) if found and iso else None


def parse_date(value: str) -> str | None:
    """Read the date of a field: any spelling above, eight digits, or seconds since 1970."""
    value = value.strip()[:100]
    if not value:
        return None
    if re.fullmatch(r"[0-9]{8}", value):
        return _iso(value[:4], value[4:6], value[6:])
    epoch = EPOCH_RE.fullmatch(value)
    if epoch:
        return datetime.fromtimestamp(int(epoch[1]), UTC).date().isoformat()
    found = find_printed_date(value)
    return found.iso if found else None


def strip_date_noise(text: str) -> str:
    """Drop weekdays, clock times and time zones, and the punctuation left at the ends."""
    return _noise_re().sub("", text).strip(" ,;:|•·/–—-()[]\n")


def match_timestamp(text: str, start: int) -> str | None:
    """Give the first machine timestamp ("2025-02-21 14:12:17") that begins a line at or after `start`."""
    for found in TIMESTAMP_RE.finditer(text, start):
        iso = parse_date(found[1])
        if iso:
            return iso
    return None


def date_of_file(path: str) -> str | None:
    """Give the date in a file's name: at its start, else anywhere; never a folder's."""
    name = path.replace("\\", "/").rsplit("/", 1)[-1]
    start = FILE_START_RE.match(name)
    for found in [*([start] if start else []), *FILE_INSIDE_RE.finditer(name)]:
        iso = _iso(found[1], found[3], found[4])
        if iso:
            return iso
    return None


def _read(found: re.Match[str]) -> str | None:
    parts = found.groupdict()
    if parts["month"]:
        return _iso(parts["year"], str(_months()[parts["month"].casefold()]), parts["day"])
    if parts["month2"]:
        return _iso(parts["year2"], str(_months()[parts["month2"].casefold()]), parts["day2"])
    if parts["iso"]:
        year, month, day = re.split(r"[-/.]", parts["iso"])
        return _iso(year, month, day)
    first, second, year = re.split(r"[/.-]", parts["figures"])
    if len(year) == 2:
        year = ("20" if int(year) < 70 else "19") + year
    return _iso(year, first, second) or _iso(year, second, first)


def _iso(year: str, month: str, day: str) -> str | None:
    if not FIRST_YEAR <= int(year) <= LAST_YEAR:
        return None
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
