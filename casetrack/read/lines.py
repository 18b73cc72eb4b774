"""What one line at the head of a clipping says, if it is not the article: a date, a byline, a label.

Looks at one line at a time and knows nothing of its neighbours; whether the line is to be believed is
for `head.py` to say. A line of plain words (headline, prose, a page's own navigation) says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import NamedTuple

from casetrack.lexicon import alternation, load_table
from casetrack.read.outlets import (
    drop_role,
    fold,
    is_no_author,
    is_role,
    match_outlet_shape,
    name_office,
    name_outlet,
)
from casetrack.read.printed_dates import PrintedDate, find_printed_date, match_printed_date, strip_date_noise

MENU = 120
"""The words of a menu on one line take no more than this."""
MAX_SIGN = 200
"""A longer line is never a sign."""

KEY_RE = re.compile(r"([A-Za-z][A-Za-z .#-]{0,29}?) ?: ?(?=\S)")
SEGMENT_RE = re.compile(r" +(?:[|•·]|//|/|—) +| {4,}")
WIDE_RE = re.compile(r" {2,}")
SECTION_DAY_RE = re.compile(r"(?<=[a-z])(?=[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})")  # "NewsMay 4, 2017"
CRUMB_RE = re.compile(r" [>»\u203a·] ")
BAR_RE = re.compile(r"[|•·/]")
GLUED_RE = re.compile(r"(?<=[a-z])(?=[A-Z])")
BYLINE_RE = re.compile(r"(?:(?:Story|Words|Text|Reported|Written) )?(?:By|BY|by):? +(?=\S)")
AUTHOR_END_RE = re.compile(r", | of (?:[Tt]he )?| [-–—|/(] ?|[|•·]| //")
AUTHOR_RE = re.compile(r"[A-ZÀ-Þ][\w.'’-]*,?(?: (?:[A-ZÀ-Þ][\w.'’-]*,?|de|del|van|von|la|and|&)){0,13}")
PERSON_RE = re.compile(r"[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ]\.?| [A-ZÀ-Þ][\w'’-]+){1,3}")
PEOPLE_RE = re.compile(rf"{PERSON_RE.pattern}(?:(?:,| and| &) {PERSON_RE.pattern}){{0,3}}")
# "Posted on May 4, 2017 by Ada Finch", "Posted by Ada Finch at 10:22 AM on May 4, 2017"
POSTED_BY_RE = re.compile(rf"(?:^|[ ,|])[Bb]y (?P<name>{PERSON_RE.pattern})(?=$| at | on | in | ?[,|(–—-])")
PHONE_RE = re.compile(r"[(+\d][\d() .+-]{6,24}")
MAIL_RE = re.compile(r"\S{1,64}@\S{1,64}|\[email.protected\]")
MAIL_AFTER_RE = re.compile(r" +\S{1,64}@\S{1,64}")
URL_RE = re.compile(r"(?:https?://|www\.)\S{3,}")
IMAGE_RE = re.compile(r"\.(?:jpe?g|png|gif|webp|svg)$", re.IGNORECASE)
READING_TIME_RE = re.compile(r"\d{1,3}[ -]min(?:ute)?s?(?: read)?", re.IGNORECASE)
BREAKS_RE = re.compile(r"\n(?:[ \n]*\n)?")
"""Blank lines, without a repeated group: the engine keeps a place to go back to for each turn of one."""
RULE_RE = re.compile(r"[^\w\s(\[“\"‘'](?:\s?[^\w\s(\[“\"‘']){2,}")
HEADED_RE = re.compile(r" ?(?:[:–—]| - |,? [Bb]y ) ?")


class Line(NamedTuple):
    """One line that is not blank; `gap` tells that a blank line stands before it."""

    start: int
    end: int
    text: str
    gap: bool


@dataclass(frozen=True, slots=True)
class Sign:
    """What a line says. `kind` is field, label, date, byline, outlet, office, contact, url, or a kind
    of `outlets.toml`: release, list, navigation, advisory; a line of dashes or stars is a rule."""

    kind: str
    field: str | None = None
    value: str | None = None
    date: str | None = None
    updated: bool = False
    labelled: bool = False
    author: str | None = None
    source: str | None = None
    rest: str | None = None


def split_lines(text: str, start: int, limit: int) -> Iterator[Line]:
    """Yield up to `limit` lines that are not blank, from `start` on."""
    gap, size = True, len(text)
    while start < size and limit:
        stop = text.find("\n", start)
        stop = size if stop < 0 else stop
        printed = text[start:stop]
        stripped = printed.strip()
        if stripped:
            begin = start + printed.find(stripped)
            yield Line(begin, begin + len(stripped), stripped, gap)
            limit -= 1
        start = stop + 1
        if text[start : start + 1] in "\n ":
            breaks = BREAKS_RE.match(text, stop)
            start = breaks.end() if breaks else size
        gap = not stripped or start - stop > 1


@cache
def _kinds() -> dict[str, str]:
    return {fold(word): entry["kind"] for entry in load_table("outlets")["line"] for word in entry["words"]}


@cache
def _labels() -> dict[str, str]:
    return {fold(word): entry["field"] for entry in load_table("outlets")["label"] for word in entry["words"]}


@cache
def _date_label_re() -> re.Pattern[str]:
    words = [
        w for e in load_table("outlets")["label"] if e["field"] in ("date", "updated") for w in e["words"]
    ]
    return re.compile(rf"{alternation(words)}(?!\w)[ :,–—-]*", re.IGNORECASE)


@cache
def _start_re() -> re.Pattern[str]:
    words = [word for entry in load_table("outlets")["line_start"] for word in entry["words"]]
    return re.compile(alternation(words))


@lru_cache(maxsize=4096)
def read_sign(line: str) -> Sign | None:
    """Read what a line says; None for plain words. The furniture of a site comes back on every page."""
    if _start_re().match(line):
        return Sign("navigation")
    if len(line) > MAX_SIGN:
        return None
    folded = fold(line)
    kind = _kinds().get(folded)
    if kind and kind != "advisory":
        return Sign(kind)
    if folded in _labels():
        return Sign("label", field=_labels()[folded])
    if _is_menu(line):
        return Sign("navigation")
    return _read_field(line) or _read_contact(line) or _read_segments(line) or _read_dated_name(line)


def is_person(line: str) -> bool:
    """Tell whether a line can be a person's name and nothing else."""
    return len(line) <= 40 and PERSON_RE.fullmatch(line) is not None


def is_people(line: str) -> bool:
    """Tell whether a line can be the names of up to four people and nothing else."""
    if len(line) > 120 or match_outlet_shape(line) or is_no_author(line):
        return False
    return PEOPLE_RE.fullmatch(line) is not None


def read_author_line(line: str) -> Sign | None:
    """Read the line under "By" or "Author": names, an outlet, or both."""
    if len(line) > 120 or line[-1] in ".:?!":
        return None
    names, *rest = [part.strip() for part in SEGMENT_RE.split(line)]
    sign = _read_author(names)
    source = next((name for part in rest if (name := name_outlet(part) or match_outlet_shape(part))), None)
    return replace(sign, source=sign.source or source) if sign.author or sign.source else None


def _is_menu(line: str) -> bool:
    """Tell "Home > Courts > Text", a name printed twice, and glued words of a menu: "NewsLocal News"."""
    if len(CRUMB_RE.findall(line)) >= 2 and line[-1] not in ".?!":
        return not any(_read_segment(part) for part in CRUMB_RE.split(line))
    half = (len(line) - 1) // 2
    if 8 <= half <= 40 and line[:half] == line[half + 1 :] and line[half] == " ":
        return True
    if len(line) > MENU:
        return False
    words = [word for word in (BAR_RE if BAR_RE.search(line) else GLUED_RE).split(line) if word.strip()]
    return words != [line] and all(_kinds().get(fold(word)) == "navigation" for word in words)


def find_label_date(value: str) -> PrintedDate | None:
    """Find the date in the value of a label."""
    return find_printed_date(value[:MAX_SIGN])


def _read_field(line: str) -> Sign | None:
    """Read "Label: value", and "Posted May 4, 2017" without the colon."""
    found = KEY_RE.match(line)
    key = fold(found[1]) if found else ""
    value = line[found.end() :].strip() if found else ""
    if found and key in _kinds() and _kinds()[key] == "advisory" and found[1].isupper():
        return Sign("advisory")
    field = _labels().get(key)
    if field in ("date", "updated") or _date_label_re().match(line):
        return _read_dated_label(line)
    if field == "contact":
        return Sign("contact")
    if field == "author":
        return replace(_read_author(value), kind="field", field="author", value=value)
    if field == "url" and not URL_RE.fullmatch(value):
        return None
    return Sign("field", field=field, value=value) if field else None


def _read_dated_label(line: str) -> Sign | None:
    found = _date_label_re().match(line)
    if not found:
        return None
    value = line[found.end() :]
    dated = find_label_date(value)
    field = _labels()[fold(found[0].rstrip(" :,–—-"))]
    if not dated:
        named = found[0].rstrip().endswith(":") and len(value) < 60
        return Sign("field", field=field, value=value) if named else None
    if dated.start > 40:
        return None
    if field == "updated" and (first := first_posted(value[dated.end :])):
        field, dated = "date", first
    updated = field == "updated"
    by = POSTED_BY_RE.search(value)
    author = _unshout(by["name"]) if by and not is_no_author(by["name"]) else None
    return Sign("field", field, value, dated.iso, updated=updated, labelled=True, author=author)


def first_posted(value: str) -> PrintedDate | None:
    """Find the day of publication behind that of a change: "Updated May 5, 2017; Posted May 4, 2017"."""
    label = _date_label_re().search(value)
    if not label or _labels().get(fold(label[0].rstrip(" :,–—-"))) != "date":
        return None
    return find_label_date(value[label.end() :])


def _read_contact(line: str) -> Sign | None:
    if _is_phone(line) or MAIL_RE.fullmatch(line) or line.casefold().startswith("case #"):
        return Sign("contact")
    if URL_RE.fullmatch(line):
        return Sign("navigation") if IMAGE_RE.search(line) else Sign("url", value=line)
    if RULE_RE.fullmatch(line):
        return Sign("rule")
    return Sign("navigation") if READING_TIME_RE.fullmatch(line) else None


def _is_phone(line: str) -> bool:
    """Tell a telephone number from a day in figures, which has the same signs."""
    return PHONE_RE.fullmatch(line) is not None and not find_printed_date(line)


NAME_WORD = r"(?:[A-Z][\w.’'&-]*|of|the|and|on|for)"
DATED_NAME_RE = re.compile(rf"({NAME_WORD}(?:\s{NAME_WORD}){{0,5}}),\s+(?:[A-Z][a-z]+day,?\s+)?(?=[A-Z\d])")
"""What stands before the day in "The Ely Packet, Tuesday, May 4, 2017" and "Washington, June 20, 2024"."""


def _read_dated_name(line: str) -> Sign | None:
    """Read a paper or a town with the day, and nothing else."""
    found = DATED_NAME_RE.match(line)
    dated = match_printed_date(line[found.end() :]) if found else None
    if found is None or dated is None or strip_date_noise(line[found.end() + dated.end :]):
        return None
    return Sign("date", date=dated.iso, source=name_outlet(found[1]) or match_outlet_shape(found[1]))


def _read_segments(line: str) -> Sign | None:
    """Read a line of parts, as in "Plainview Radio | By Ada Finch | May 4, 2017"."""
    narrow = _read_parts(SEGMENT_RE.split(line))
    if narrow or "  " in line:
        return narrow or _read_parts(WIDE_RE.split(line))
    glued = SECTION_DAY_RE.search(line)
    return _read_parts([line[glued.end() :]]) if glued else None


EDITION_RE = re.compile(r"(?:vol(?:ume)?|no|issue|page|section|edition)\b[\w. ,]{1,20}", re.IGNORECASE)


def _read_parts(printed: list[str]) -> Sign | None:
    parts = [part.strip() for part in printed if part.strip() and not EDITION_RE.fullmatch(part.strip())]
    if any(_kinds().get(fold(part)) == "masthead" for part in parts):
        return Sign("navigation")
    signs = [_read_segment(part) for part in parts]
    read = [sign for sign in signs if sign]
    unread = [part for part, sign in zip(parts, signs, strict=True) if not sign]
    if not read or sum(len(part.split()) for part in unread) > 5:
        return None
    whole = read[0]
    for sign in read[1:]:
        whole = _join(whole, sign)
    if unread and not whole.author and is_person(unread[0]):
        whole = replace(whole, author=_unshout(unread[0]))
    shaped = next((name for part in unread if (name := match_outlet_shape(part))), None)
    return replace(whole, source=whole.source or shaped) if shaped and len(parts) > 1 else whole


def _join(one: Sign, other: Sign) -> Sign:
    return replace(
        one,
        date=one.date or other.date,
        updated=one.updated if one.date else other.updated,
        labelled=one.labelled or other.labelled,
        author=one.author or other.author,
        source=one.source or other.source,
    )


def _read_segment(part: str) -> Sign | None:
    if fold(part) in _labels():
        return Sign("label")
    label = _date_label_re().match(part)
    if label:
        return _read_dated_label(part)
    found = BYLINE_RE.match(part)
    if found and len(part) <= 120 and (part[-1] not in ".?!:" or part.endswith((" Jr.", " Sr."))):
        sign = _read_author(part[found.end() :])
        return sign if sign.author or sign.source else None
    outlet = name_outlet(part)
    if outlet:
        return Sign("outlet", source=outlet)
    office = name_office(part)
    if office:
        return Sign("office", source=office)
    if is_role(part) and (outlet := _name_staff(part)):
        return Sign("outlet", source=outlet)
    return _read_signed(part) or _read_date(part)


def _name_staff(part: str) -> str | None:
    """Name the outlet of "Associated Press Writer" and "Daily News Staff Writer"."""
    outlet = drop_role(part)
    return name_outlet(outlet) or (match_outlet_shape(outlet) if len(outlet.split()) <= 3 else None)


def _read_signed(part: str) -> Sign | None:
    """Read a name and what stands after its comma, a job or an outlet: "Ada Finch, Washoe Gazette"."""
    name, comma, job = part.partition(", ")
    if not comma or not is_person(name) or match_outlet_shape(name):
        return None
    dated = find_printed_date(job)
    iso = dated.iso if dated and not strip_date_noise(job[dated.end :]) else None
    job = strip_date_noise(job[: dated.start]) if dated and iso else job
    outlet = name_outlet(job) or match_outlet_shape(drop_role(job))
    return Sign("byline", date=iso, author=name, source=outlet) if outlet or is_role(job) else None


def _read_date(part: str) -> Sign | None:
    """Read a date alone, with its clock time, or at the head of a headline ("May 4, 2017: Jury ...")."""
    dated = find_printed_date(part)
    if not dated:
        return None
    before, after = strip_date_noise(part[: dated.start]), _drop_update(part[dated.end :])
    if before:
        return None
    if len(part) <= 90 and not strip_date_noise(after):
        return Sign("date", date=dated.iso)
    head = HEADED_RE.match(after)
    rest = after[head.end() :].strip() if head else ""
    if head and is_person(rest) and not is_no_author(rest):
        return Sign("date", date=dated.iso, author=rest)
    return Sign("date", date=dated.iso, rest=rest) if len(rest.split()) >= 3 and rest[-1] != "." else None


def _drop_update(after: str) -> str:
    """Drop a second date under its own label: "May 4, 2017 Updated May 5, 2017"."""
    label = _date_label_re().search(after)
    second = find_label_date(after[label.end() :]) if label else None
    if not label or not second or second.start > 20:
        return after
    return after[: label.start()] + after[label.end() + second.end :]


def _read_author(value: str) -> Sign:
    """Read what follows "By": names, then perhaps an outlet or a job; or an outlet and no name."""
    value = MAIL_AFTER_RE.sub("", value)
    staff = drop_role(value) if is_role(value) else value
    whole = name_outlet(staff) or name_office(value)
    if whole or (staff != value and (whole := match_outlet_shape(staff))):
        return Sign("byline", source=whole)
    dated = find_printed_date(value)
    value = strip_date_noise(value[: dated.start]) if dated else value
    names, source = _cut_names(value)
    sign = Sign("byline", source=source, date=dated.iso if dated else None)
    if not AUTHOR_RE.fullmatch(names) or is_no_author(names) or len(names.split()) < 2:
        return sign
    return replace(sign, author=_unshout(names))


def _unshout(names: str) -> str:
    return names.title() if names.isupper() else names


def _cut_names(value: str) -> tuple[str, str | None]:
    """Cut a byline after its names: at an outlet, a job, or a separator that no name follows."""
    for found in AUTHOR_END_RE.finditer(value):
        names, tail = value[: found.start()].strip(), value[found.end() :].strip(" )")
        role = is_role(tail)
        source = name_outlet(drop_role(tail) if role else tail) or name_office(tail)
        source = source or (None if role else match_outlet_shape(tail))
        if source or role or not found[0].startswith((",", " of")):
            return names, source or (tail if found[0].strip() == "//" else None)
    words = value.split()
    for number in range(min(4, len(words) - 1), 0, -1):
        source = name_outlet(" ".join(words[-number:]))
        if source:
            return " ".join(words[:-number]), source
    return " ".join(words), None
