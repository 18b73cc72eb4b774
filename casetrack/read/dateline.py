"""The dateline that opens a story: "SANTA ANA, Calif. (AP) — A jury ...".

Looks at the first hundred-odd characters after a given offset, finds the dash or the mark in
parentheses first and then asks whether what stands before it can be a place. Gives the place as
printed, the wire the mark names, the date if the line holds a whole one, and where the story begins.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from casetrack.lexicon import alternation, load_table
from casetrack.read.outlets import name_mark
from casetrack.read.printed_dates import find_printed_date, strip_date_noise

REACH = 160
"""A dateline is over within so many characters; "WEST PALM BEACH, Fla./WASHINGTON (Reuters) -" takes 47."""
MOST_LEAD = 7
"""So many words may stand before the day and the hour in parentheses."""
CLOCK_RE = re.compile(r"\d:\d\d")

DASH = r"(?:[ ]{0,3}[—–―]{1,2}[ ]{0,3}|[ ]{0,3}-{2,3}[ ]{0,3}|[ ]{1,3}-[ ]{1,3}|[ ]{1,3}_[ ]{0,3})"
DASH_RE = re.compile(DASH)
DASH_SIGN_RE = re.compile(r"[—–―_-]")
"""Every dash has one of these, at most three blanks after its start."""
OPENING_DASH_RE = re.compile(r"[ ]{0,3}\n[ ]{0,3}(?:[—–―]|--?)[ ]{0,3}")
# The mark in parentheses, or between slashes as press release services print it.
MARK_RE = re.compile(
    rf"(?:-{{0,2}}|[ ]{{0,3}})[(](?P<mark>[^()\n]{{2,40}})[)](?P<dash>{DASH}|-[ ]{{1,3}})?"
    rf"|[ ]{{0,3}}/(?P<slash>[A-Z][\w-]{{4,20}})/(?P<dash2>{DASH})?"
)
TAG_RE = re.compile(r"[A-Z][\w&.'-]*(?:\s[A-Z&][\w&.'-]*|\s\d){0,4}")
STATION_RE = re.compile(r"[KW][A-Z]{2,3}(?:[- ](?:TV|FM|AM|DT))?")
INITIALS_RE = re.compile(r"[A-Z]{2,5}")
SIGNED_RE = re.compile(r"By (?P<name>[A-Z][\w.'’-]{1,20}(?: [A-Z][\w.'’-]{0,20}){1,3})")
START_RE = re.compile(r"[A-Z\d“\"‘'($À-Þ]")
BETWEEN_RE = re.compile(r"\s*/\s*|\s+(?:and|AND|&)\s+|;\s*")
CITY_RE = re.compile(r"[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ(][\w.'’-]*){0,4}")
GLUED_RE = re.compile(r"[A-Z][a-z]{3,20}(?: [A-Z][a-z]{3,20})?")
SHORT_DATE_RE = re.compile(r"(?:^|,? )[A-Z][a-z]{2,8}\.? \d{1,2},?$")


@dataclass(frozen=True, slots=True)
class Dateline:
    """One dateline; `end` is the offset of the story's first character.

    `author` is for "By Ada Finch (May 4, 2017, 5:10 PM EDT) -- A jury".
    """

    place: str | None
    wire: str | None
    published: str | None
    end: int
    author: str | None = None


@cache
def _states() -> frozenset[str]:
    return frozenset(load_table("outlets")["dateline"]["states"])


@cache
def _cities() -> frozenset[str]:
    return frozenset(load_table("outlets")["dateline"]["cities"])


@cache
def _not_places() -> frozenset[str]:
    return frozenset(load_table("outlets")["dateline"]["not_places"])


@cache
def _month_re() -> re.Pattern[str]:
    months = load_table("outlets")["months"]
    return re.compile(
        rf"(?<!\w){alternation(form for forms in months for form in forms)}\.?\s\d", re.IGNORECASE
    )


def match_dateline(text: str, start: int) -> Dateline | None:
    """Match a dateline at `start`, where a line of the article begins."""
    line_end = text.find("\n", start, start + REACH)
    line = text[start : line_end if line_end >= 0 else start + REACH]
    found = _match_marked(text, start, line) or _match_dashed(text, start, line)
    return found or _match_colon(text, start, line)


def _match_colon(text: str, start: int, line: str) -> Dateline | None:
    """Match "New Delhi: The Supreme Court", as some papers print it, where the place is a city we know."""
    place, colon, _ = line[:30].partition(": ")
    if not colon or (place not in _cities() and not (place.isupper() and place.title() in _cities())):
        return None
    end = start + len(place) + len(colon)
    return Dateline(place, None, None, end) if START_RE.match(text, end) else None


def _match_marked(text: str, start: int, line: str) -> Dateline | None:
    """Match a line whose parentheses name a wire, a station, or the date."""
    places = [place for place in (line.find("("), line.find("/PR")) if 0 <= place <= 90]
    if not places:
        return None
    at = min(places)
    found = MARK_RE.match(line, len(line[:at].rstrip(" -")))
    if not found:
        return None
    before = line[: found.start()].strip(" ,-–—")
    end = _skip_space(text, start + found.end())
    mark = (found["mark"] or found["slash"]).strip()
    dashed = bool(found["dash"] or found["dash2"])
    return _marked(before, mark, dashed, end, text)


def _marked(before: str, mark: str, dashed: bool, end: int, text: str) -> Dateline | None:
    wire = name_mark(mark)
    if not before and dashed and _is_place(mark, strict=True) and not STATION_RE.fullmatch(mark):
        return Dateline(mark, None, None, end)
    place, published = _split_date(before)
    dated = find_printed_date(mark)
    if dated:
        after = DASH_RE.match(text, end) if not dashed else None
        end = after.end() if after else end
        named = name_mark(before)
        if named and (dashed or after):
            return Dateline(None, named, dated.iso, end)
        signed = SIGNED_RE.fullmatch(before)
        if signed and (dashed or after):
            return Dateline(None, None, dated.iso, end, signed["name"])
        if (dashed or after) and _is_place(place, strict=True):
            return Dateline(place, wire, dated.iso, end)
        if (dashed or after) and CLOCK_RE.search(mark) and len(before.split()) < MOST_LEAD:
            # "Docket Daily, Wilmington (May 4, 2017, 4:17 PM EST) --"
            return Dateline(None, wire, dated.iso, end)
        return None
    wire = wire or _unlisted_mark(place, mark, dashed)
    if wire is None or not (dashed or START_RE.match(text, end)):
        return None
    if place and not _is_place(place, strict=False):
        return None
    return Dateline(place or None, wire, published, end)


def _unlisted_mark(place: str, mark: str, dashed: bool) -> str | None:
    """Believe a mark no table lists: a station's call letters, or capitalized words after a place or alone.

    Without a dash only letters are believed, as in "DECATUR, Ill. (WXNO) A jury".
    """
    placed = _is_place(place, strict=True)
    if STATION_RE.fullmatch(mark):
        return mark if dashed or placed or not place else None
    if not dashed:
        return mark if placed and "," in place and INITIALS_RE.fullmatch(mark) else None
    alone = not place and mark.casefold() not in _not_places()
    return mark if TAG_RE.fullmatch(mark) and (placed or alone) else None


def _match_dashed(text: str, start: int, line: str) -> Dateline | None:
    """Match "PLACE — Story", the dash on the same line or at the start of the next."""
    sign = DASH_SIGN_RE.search(line)
    found = DASH_RE.search(line, max(0, sign.start() - 3)) if sign else None
    if found and found.start() <= 90:
        end = start + found.end()
        at_end = found.end() == len(line.rstrip())
        return _dashed(text, line, found, _skip_space(text, end) if at_end else end)
    opening = OPENING_DASH_RE.match(text, start + len(line)) if len(line) <= 60 else None
    return _dashed(text, line, None, opening.end()) if opening else None


def _dashed(text: str, line: str, dash: re.Match[str] | None, end: int) -> Dateline | None:
    place, published = _split_date(line[: dash.start() if dash else None].strip())
    if not START_RE.match(text, end) or _is_shouted(text, end) or _is_motto(place, text, end):
        return None
    if not _is_place(place, strict=True) and not (dash and _is_glued(place, dash[0])):
        return None
    end, later = _skip_dashed_date(text, end)
    return Dateline(place, None, published or later, end)


MOTTO = 40
THE_TOWNS = frozenset({"THE HAGUE", "THE BRONX", "THE DALLES", "THE WOODLANDS", "THE VILLAGES"})


def _is_motto(place: str, text: str, at: int) -> bool:
    """Tell "THE HARBOR SENTRY — Serving the fleet", a paper and its motto, from a story's first line."""
    if not place.startswith("THE ") or place.split(",")[0] in THE_TOWNS:
        return False
    return len(text[at : at + REACH].partition("\n")[0]) < MOTTO


def _is_glued(place: str, dash: str) -> bool:
    """Believe a town in small letters that the dash touches, as stations print it: "Elko-- A jury"."""
    if not dash.startswith("--") or place.casefold() in _not_places():
        return False
    return GLUED_RE.fullmatch(place) is not None


def _is_shouted(text: str, at: int) -> bool:
    """Tell whether the line goes on in capitals: "MAN CONVICTED — FACES LIFE" is a headline."""
    rest = text[at : at + REACH].partition("\n")[0]
    return len(rest) > 2 and not any(map(str.islower, rest))


def _skip_dashed_date(text: str, end: int) -> tuple[int, str | None]:
    """Pass over a date between two dashes: "NEWARK, N.J. – May 4, 2017 – A jury"."""
    found = DASH_RE.search(text, end, end + 40)
    if not found:
        return end, None
    dated = find_printed_date(text[end : found.start()])
    if not dated or strip_date_noise(text[end : end + dated.start] + text[end + dated.end : found.start()]):
        return end, None
    return found.end(), dated.iso


def _split_date(before: str) -> tuple[str, str | None]:
    """Take the date off "SAN FRANCISCO, Feb. 3" or "NEW YORK, May 4, 2017"."""
    dated = find_printed_date(before)
    if dated:
        place = before[: dated.start] or before[dated.end :]
        return place.strip(" ,-–—|("), dated.iso
    if _month_re().search(before):
        short = SHORT_DATE_RE.search(before)
        return before[: short.start() if short else None].strip(" ,"), None
    return before.strip(" ,"), None


def _is_place(place: str, strict: bool) -> bool:
    """Tell whether words can be the place of a dateline; `strict` where no wire's mark vouches for it."""
    if not place or len(place) > 80 or place.casefold() in _not_places():
        return False
    if strict and place in _cities():
        return True
    parts = [part for part in BETWEEN_RE.split(place) if part]
    return bool(parts) and all(_is_town(part, strict) for part in parts)


def _is_town(part: str, strict: bool) -> bool:
    city, comma, region = part.partition(",")
    city, region = city.strip(), region.strip()
    if not CITY_RE.fullmatch(city) or city.casefold() in _not_places():
        return False
    if not strict or part in _cities() or city in _cities():
        return True
    if comma:
        listed = not _states().isdisjoint((region, region.rstrip("."), f"{region}."))
        return listed or (_is_capitals(city) and CITY_RE.fullmatch(region) is not None)
    return _is_capitals(city) and len(city) >= 4


def _is_capitals(city: str) -> bool:
    """Tell capitals, allowing for "McALLEN" and "DeKALB"."""
    letters = [letter for letter in city if letter.isalpha()]
    return bool(letters) and sum(map(str.isupper, letters)) >= 0.75 * len(letters)


def _skip_space(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \n":
        at += 1
    return at
