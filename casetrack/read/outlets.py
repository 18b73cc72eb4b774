"""Who published it: outlets, wires and issuing offices by the words they sign with.

The words come from `outlets.toml`; the grammar of an office ("<Place> District Attorney's Office",
"U.S. Attorney's Office, <District>", "Office of the <Place> Attorney General") is here, so that an
office nobody listed is known too. Every function looks at one short string and keeps no state.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import Any

from casetrack.lexicon import alternation, load_table

CURLY = str.maketrans("‘’“”", "''\"\"")
SMALL_WORDS = frozenset({"of", "the", "and", "for", "at", "in", "on", "&", "de", "la"})
PLACE_WORD = r"[A-Z][\w.'&-]{0,24}[ ]"
DISTRICT = (
    r"(?:(?:Northern|Southern|Eastern|Western|Middle|Central)\s)?District\sof\s"
    r"(?:[A-Z][\w.-]{1,20})(?:\s[A-Z][\w.-]{1,20}){0,2}"
)
US_OFFICE_RE = re.compile(
    rf"(?:U\.\s?S\.|US|United\sStates)\sAttorney(?:'s|s'|s)?\sOffice"
    rf"(?:[\s,|–-]{{1,4}}(?:for\sthe\s)?(?P<district>{DISTRICT}))?(?!\w)"
)
DISTRICT_RE = re.compile(DISTRICT)
OFFICE_OF_RE = re.compile(r"(?:The\s)?(?P<name>Office\sof\s.{4,80})", re.IGNORECASE)
LINK_BEFORE_RE = re.compile(r"(?:Also|More) (?:on|from|at|in) $")
TAIL_SIGN_RE = re.compile(r"[|»•·:–—-]")
"""One of these parts a headline from a site's name."""
TAIL_RE = re.compile(r"(?:\s[|»•·]\s|\s-,\s|\s::\s|\s+[-–—]\s)(?=\S)")


def fold(text: str) -> str:
    """Make two printings of one phrase equal: case, curly quotes, blanks, closing colon."""
    return " ".join(straighten(text).casefold().split()).rstrip(" :").strip("*• ")


def straighten(text: str) -> str:
    """Make curly quotes straight, each for one character."""
    return text if text.isascii() else text.translate(CURLY)


@cache
def _table() -> dict[str, Any]:
    return load_table("outlets")


@cache
def _names() -> dict[str, str]:
    entries = [*_table()["outlet"], *_table()["agency"]]
    return {fold(name): entry["name"] for entry in entries for name in (entry["name"], *entry["names"])}


@cache
def _marks() -> dict[str, str]:
    return {mark: entry["name"] for entry in _table()["outlet"] for mark in entry.get("marks", ())}


@cache
def _mark_re() -> re.Pattern[str]:
    return re.compile(rf"\s*({alternation(_marks())})(?![\w-])")


@cache
def _place_office_re() -> re.Pattern[str]:
    office = _table()["office"]
    title = alternation([*office["titles"], *office["short"]])
    return re.compile(
        rf"(?<![\w'])(?:The\s)?(?P<place>(?:{PLACE_WORD}){{1,4}})(?P<dash>[-–][ ])?(?P<title>(?i:{title}))"
        rf"(?:(?P<office>(?i:'?s?\sOffice))|(?i:'s))?(?!\w)"
    )


@cache
def _shape_re() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternation(_table()['outlet_shape']['words'])}(?!\w)")


@cache
def _roles_re() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_roles()}(?!\w)", re.IGNORECASE)


def name_mark(mark: str) -> str | None:
    """Name the wire of a dateline's mark; "Reuters on Friday" and "AP, KTLA" are marks as well."""
    found = _mark_re().match(mark)
    return _marks()[found[1]] if found else None


def name_outlet(text: str) -> str | None:
    """Name the outlet or agency that a whole line or field value stands for."""
    return _names().get(fold(text)) or _names().get(fold(re.sub(r"[.,]\s*$", "", text)))


def match_outlet_shape(line: str) -> str | None:
    """Take a short line of capitalized words such as "The Plainview Sentinel" for an outlet's name.

    Of "Sunday Magazine, The Plainview Sentinel" the outlet is the last part.
    """
    line = line.strip("·•| ")
    words = line.split()
    if not 2 <= len(words) <= 7 or len(line) > 60 or line[-1] in ".?!:;,":
        return None
    if not all(word[0].isupper() or word[0].isdigit() or word in SMALL_WORDS for word in words):
        return None
    name = line.rpartition(", ")[2]
    return name if " " in name and _shape_re().search(name, 1) else None


def name_office(line: str) -> str | None:
    """Name the office that a whole line or the tail of a page title stands for."""
    line = " ".join(straighten(line).split()).strip(" .©")
    if len(line) > 110:
        return None
    if line in _names() or fold(line) in _names():
        return _names()[fold(line)]
    federal = US_OFFICE_RE.fullmatch(line)
    if federal:
        return _federal(federal)
    found = _place_office_re().fullmatch(line)
    if found:
        return _spell_office(found)
    printed = OFFICE_OF_RE.fullmatch(line)
    if printed and _title_re().search(line) and _is_name(printed["name"]):
        return _unshout(printed["name"])
    return None


def match_office_start(text: str) -> str | None:
    """Name the office that a sentence begins with: "The Plainview DA's Office opposes ..."."""
    text = straighten(text[:200]).replace("\n", " ")
    federal = US_OFFICE_RE.match(text.removeprefix("The "))
    if federal:
        return _federal(federal)
    found = _place_office_re().match(text)
    return _spell_office(found) if found and not found["dash"] else None


def find_main_office(text: str) -> str | None:
    """Name the office a page speaks of most often; of two equals the first."""
    text = straighten(text)
    named = [_federal(found) for found in US_OFFICE_RE.finditer(text) if found["district"]]
    placed = (found for found in _place_office_re().finditer(text) if not found["dash"])
    named += [name for name in map(_spell_office, placed) if name]
    counted = Counter(name.removesuffix("'s Office") for name in named)
    return next((name for name, _ in counted.most_common(1)), None)


def is_district(line: str) -> bool:
    """Tell whether a line is a federal district, as under "United States Attorney's Office"."""
    return DISTRICT_RE.fullmatch(line) is not None


def is_federal_office(name: str) -> bool:
    """Tell the office of a U.S. attorney by its spelled-out name."""
    return name.startswith("U.S. Attorney's Office, ")


def is_role(text: str) -> bool:
    """Tell whether the words after a name in a byline are a job: "Staff Writer", "Courts reporter"."""
    return len(text) <= 60 and _roles_re().search(text) is not None


def drop_role(text: str) -> str:
    """Drop the job from "Associated Press Writer" and the like."""
    return _roles_re().sub("", text).strip(" ,")


def is_no_author(name: str) -> bool:
    """Tell a page's signature or a headline's words from an author: "Admin", "Any Measure"."""
    shape = _table()["outlet_shape"]
    return fold(name) in shape["not_authors"] or any(word in shape["not_in_names"] for word in name.split())


def speaks_as_office(text: str) -> bool:
    """Tell whether a first sentence has the voice of a release: "announced today"."""
    text = " ".join(text[:300].casefold().split())
    return any(voice in text for voice in _table()["office"]["voices"])


def match_credit(text: str) -> str | None:
    """Name the outlet that speaks of itself: "CNN's Ada Finch reports", "Reuters could not verify"."""
    for found in _named_re().finditer(text):
        start, end = found.span()
        if text[start - 1 : start].isalnum():
            continue
        before = text[max(0, start - 12) : start]
        if (
            _self_re().match(text, end)
            or (before.endswith((" is a ", " is an ")) and _staff_re().match(text, end))
            or (before[-1:] in ("\n", "") and _contributed_re().match(text, end))
            or (LINK_BEFORE_RE.search(before) and text[end : end + 1] == ":")
        ):
            return name_outlet(found[0])
    return None


def split_page_title(line: str) -> tuple[str, str] | None:
    """Cut "Headline - Site" at its last separator."""
    if len(line) > 400 or not TAIL_SIGN_RE.search(line):
        return None
    cuts = list(TAIL_RE.finditer(line))
    if not cuts:
        return None
    head, tail = line[: cuts[-1].start()].strip(), line[cuts[-1].end() :].strip()
    return (head, tail) if head and tail else None


@cache
def _named_re() -> re.Pattern[str]:
    names = [name for entry in _table()["outlet"] for name in (entry["name"], *entry["names"])]
    return re.compile(rf"{alternation(names)}(?!\w)")


@cache
def _self_re() -> re.Pattern[str]:
    person = r"[A-Z][\w.'’-]{1,20}(?: [A-Z][\w.'’-]{0,20}){1,3}"
    checked = "verify|verified|confirm|confirmed|edited|authenticate|authenticated"
    return re.compile(
        rf"['’]s {person} (?:reports|reported|contributed)(?!\w)"
        rf"| (?:has|have|could|was|were) (?:not|been unable|unable)"
        rf" (?:[\w-]{{1,15}} ){{0,3}}(?:{checked})(?!\w)"
    )


@cache
def _staff_re() -> re.Pattern[str]:
    return re.compile(rf" (?:[\w-]{{1,15}} ){{0,3}}(?i:{_roles()})(?!\w)")


@cache
def _contributed_re() -> re.Pattern[str]:
    return re.compile(
        rf" (?:[\w-]{{1,15}} ){{0,4}}(?i:{_roles()})(?= [A-Z])[^\n]{{0,200}}(?:contributed|reported)"
    )


@cache
def _roles() -> str:
    return alternation(_table()["outlet_shape"]["roles"])


@cache
def _title_re() -> re.Pattern[str]:
    titles = [*_table()["office"]["titles"], "Attorney", "Prosecutor", "Public Affairs"]
    return re.compile(rf"(?<!\w){alternation(titles)}(?!\w)", re.IGNORECASE)


def _is_name(text: str) -> bool:
    return all(word[0].isupper() or word.casefold() in SMALL_WORDS for word in text.split())


def _federal(found: re.Match[str]) -> str:
    district = found["district"]
    return f"U.S. Attorney's Office, {' '.join(district.split())}" if district else "U.S. Attorney's Office"


def _spell_office(found: re.Match[str]) -> str | None:
    """Spell an office out, without the words before it that are no place: "Meet Deputy ..."."""
    office = _table()["office"]
    words = found["place"].split()
    wrong = [number for number, word in enumerate(words) if word.capitalize() in office["not_places"]]
    words = words[wrong[-1] + 1 :] if wrong else words
    if not words:
        return None
    title = " ".join(found["title"].split())
    title = office["short"].get(title, title)
    name = f"{' '.join(words)} {title}{_possessive(title) if found['office'] else ''}"
    return _unshout(name)


def _possessive(title: str) -> str:
    return "'S OFFICE" if title.isupper() else "'s Office"


def _unshout(name: str) -> str:
    """Print a name in capitals as a name is printed: "ORANGE COUNTY DISTRICT ATTORNEY'S OFFICE"."""
    if not name.isupper():
        return name
    words = ["-".join(part.capitalize() for part in word.split("-")) for word in name.split()]
    return " ".join(word.lower() if word.lower() in SMALL_WORDS else word for word in words)
