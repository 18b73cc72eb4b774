"""The shapes a date is printed in: one pattern a shape, and one alternation to find them all.

The words come from `lexicon/dates.toml`; this module knows how they are put together, and not what
day they mean. Every pattern has bounded repeats only, so that no text makes it slow.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from casetrack.extract.phrase_words import PhraseWords
from casetrack.lexicon import alternation, load_table

EDGE = r"(?<![\w$#§€£/@-])"
DAY = r"(?:3[01]|[12]\d|0?[1-9])"
YEAR = r"(?:1[789]|20)\d\d"
S = r"\s{1,3}"
YEAR_EDGE = r"(?<![\w$#§€£/.,:@-])"
YEAR_END = r"(?![\w%/-]|:\d|[.,]\d)"
DAY_END = r"(?![\w%/]|:\d|[.,]\d|-(?:\d{3}|[A-Za-z])|\s?[ap]\.?m\b)"
UNIT = r"(?P<unit>day|week|month|year|decade)s?"
SEASONS = ("spring", "summer", "fall", "autumn", "winter")
UNITS = (
    "day",
    "week",
    "month",
    "year",
    "decade",
    "night",
    "morning",
    "afternoon",
    "evening",
    *SEASONS,
)
FIGURE = "<figure>"
OPENERS = {
    "numeric": FIGURE,
    "full": "<weekday> <month> this last next",
    "reversed": f"<weekday> {FIGURE}",
    "month_year": "<month> mid",
    "day_word": "<day_word>",
    "near": "earlier later late early mid this last the next",
    "ago": "<number>",
    "from_now": "<number>",
    "within": "in",
    "day_shift": "<day_shift>",
    "other": "the that <number>",
    "same_name": "the that",
    "weekday_range": "<weekday>",
    "weekday": "<weekday>",
    "ordinal": "on",
    "month": "<month> mid",
    "season": "<season>",
    "year_range": FIGURE,
    "year": f"mid early late {FIGURE}",
}
"""The words with which a shape may begin, in small letters; brackets stand for words of the table."""
FIGURES_RE = re.compile(r"\d(?<!\w\d)(?:\d{0,3}[-/.]\d|(?<=1)[789]\d\d|(?<=2)0\d\d|\d?\s?(?:st|nd|rd|th)\b)")
"""The figures of a date: every shape that has no word of time has such."""
_AFTER_DAY = (
    r"(?:and|but|or|in|that|by|to|at|on|for|from|with|as|when|after|before|he|she|it|they|we|the|a|an|his|her|"
    r"its|their|another|prosecutors|police|lawyers|was|were|had|\w{2,20}ed)"
)


@dataclass(frozen=True, slots=True)
class Grammar:
    """The compiled shapes, and the words they read back into numbers."""

    names: frozenset[str]
    """Words of time in small letters: a date without figures has one of them whole."""
    openers: dict[str, tuple[str, ...]]
    """The shapes that begin with a word, in small letters, or with a `FIGURE`, in the order to try them."""
    opening: re.Pattern[str]
    """Finds such a word in small letters, or the first figure of a number."""
    shapes: dict[str, re.Pattern[str]]
    months: dict[str, int]
    guards: dict[int, str]
    weekdays: dict[str, int]
    day_words: dict[str, int]
    day_shifts: dict[str, int]
    numbers: dict[str, int]
    not_a_date: re.Pattern[str]
    not_a_date_words: PhraseWords
    habitual: re.Pattern[str]
    moving: re.Pattern[str]
    no_year_before: re.Pattern[str]
    no_year_after: re.Pattern[str]


def _spellings(entries: Iterable[dict[str, Any]], key: str, lower: bool) -> list[str]:
    forms = [form for entry in entries for form in entry.get(key, ())]
    return [*forms, *(form.upper() for form in forms), *(form.lower() for form in forms if lower)]


def _numbered(entries: Iterable[dict[str, Any]]) -> dict[str, int]:
    return {
        form.lower(): entry["number"]
        for entry in entries
        for form in (*entry["forms"], *entry.get("short", ()))
    }


def _shifts(entries: Iterable[dict[str, Any]]) -> dict[str, int]:
    return {phrase: entry["shift"] for entry in entries for phrase in entry["phrases"]}


@cache
def load_grammar() -> Grammar:
    """Compile the shapes and words of the table once."""
    table = load_table("dates")
    day_words, day_shifts = _shifts(table["day_word"]), _shifts(table["day_after_another"])
    shapes = _shapes(table, day_words, day_shifts)
    not_year = table["not_a_year"]
    names = [phrase for entry in table["not_a_date"] for phrase in entry["phrases"]]
    openers = _openers(table, day_words, day_shifts, shapes)
    return Grammar(
        names=_names(table, day_words, day_shifts),
        openers=openers,
        opening=re.compile(rf"\b(?:{alternation(openers.keys() - {FIGURE})}\b|\d)"),
        shapes={name: re.compile(shape) for name, shape in shapes.items()},
        months=_numbered(table["month"]),
        guards={entry["number"]: entry["guard"] for entry in table["month"]},
        weekdays=_numbered(table["weekday"]),
        day_words=day_words,
        day_shifts=day_shifts,
        numbers=table["numbers"],
        not_a_date=re.compile(rf"\b{alternation([*names, *(name.upper() for name in names)])}\b"),
        not_a_date_words=PhraseWords((name, name) for name in names),
        habitual=re.compile(rf"\b(?i:{alternation(w for e in table['habitual'] for w in e['words'])})\s$"),
        moving=re.compile(rf"\b{alternation(table['moving']['words'])}\b"),
        no_year_before=re.compile(rf"(?:^|[\s(])(?i:{alternation(not_year['before'])})\s?$"),
        no_year_after=re.compile(
            rf"\s(?i:{alternation(not_year['after'])})(?!\w)"
            rf"|\s(?:(?:[A-Z][\w'-]{{0,20}}|{alternation(not_year['between'])})\s){{0,7}}"
            rf"{alternation(not_year['texts'])}(?!\w)"
        ),
    )


def _names(table: dict[str, Any], day_words: dict[str, int], day_shifts: dict[str, int]) -> frozenset[str]:
    """Give a name of a month or weekday, or a unit of time, for every shape that needs no figure."""
    known = {*_numbered(table["month"]), *_numbered(table["weekday"]), *UNITS, "weekend"}
    known |= {f"{unit}s" for unit in UNITS}
    known |= {phrase.split()[-1] for phrase in day_words}
    return frozenset(known | {p.split()[-1] for p in day_shifts if known.isdisjoint(p.split())})


def _openers(
    table: dict[str, Any], day_words: dict[str, int], day_shifts: dict[str, int], shapes: Iterable[str]
) -> dict[str, tuple[str, ...]]:
    """Give for every word with which a date begins, and for figures, the shapes that begin so, in order."""
    words = {
        "<weekday>": set(_numbered(table["weekday"])),
        "<month>": set(_numbered(table["month"])),
        "<number>": {FIGURE, *(phrase.split()[0] for phrase in table["numbers"])},
        "<day_word>": {phrase.split()[0] for phrase in day_words},
        "<day_shift>": {phrase.split()[0] for phrase in day_shifts},
        "<season>": set(SEASONS),
    }
    opened: dict[str, list[str]] = {}
    for shape in shapes:
        told = OPENERS[shape].split()
        for opener in {word for words_or_kind in told for word in words.get(words_or_kind, {words_or_kind})}:
            opened.setdefault(opener, []).append(shape)
    return {opener: tuple(names) for opener, names in opened.items()}


def _shapes(table: dict[str, Any], day_words: dict[str, int], day_shifts: dict[str, int]) -> dict[str, str]:
    words = {
        "weekday": alternation(_spellings(table["weekday"], "forms", True)),
        "weekday_any": alternation(
            [*_spellings(table["weekday"], "forms", True), *_spellings(table["weekday"], "short", False)]
        ),
        "month": alternation(_spellings(table["month"], "forms", False)),
        "number": rf"(?:(?i:{alternation(table['numbers'])})|\d{{1,3}})",
        "day_word": rf"(?i:{alternation(day_words)})",
        "day_shift": rf"(?i:{alternation(day_shifts)})",
    }
    return {**_absolute(**words), **_relative(**words), **_bare(**words)}


def _absolute(month: str, weekday_any: str, **_: str) -> dict[str, str]:
    year = (
        rf"(?:(?:,\s{{0,3}}|{S})(?:of{S})?(?P<year>{YEAR})(?!\d)"
        rf"|,?{S}(?:of{S})?(?P<of_year>last|this|next){S}year\b)"
    )
    year2 = year.replace("P<year>", "P<year2>").replace("P<of_year>", "P<of_year2>")
    to = (
        rf"(?P<join>\s?[-–—]{{1,2}}\s?|{S}(?:to|through|thru|until|till){S}|{S}(?:and|or){S}|,{S}(?:and{S})?)"
    )
    until = (
        rf"(?:{to}(?:(?P<month2>{month})\.?{S})?(?P<day2>{DAY})(?:st|nd|rd|th)?"
        rf"(?:{year2}|{DAY_END}))?"
    )
    return {
        "numeric": (
            rf"(?<![\w/.$#:-])(?:(?P<y>{YEAR})(?P<mark>[-/.])(?P<m>\d\d?)[-/.](?P<d>\d\d?)"
            rf"|(?P<a>\d\d?)(?P<mark2>[-/.])(?P<b>\d\d?)[-/.](?P<yy>{YEAR}|\d\d))(?:(?=T\d\d:)|(?![\w/-]|\.\d))"
        ),
        "full": (
            rf"{EDGE}(?:(?P<weekday>{weekday_any})(?:{S}(?:morning|afternoon|evening|night))?[.,]{{0,2}}{S}(?:the{S})?)?"
            rf"(?:(?P<which>(?i:this past|last|this coming|next|this)){S})?"
            rf"(?P<month>{month})[.,]?{S}(?P<day>{DAY})(?:st|nd|rd|th)?(?:{year}|{DAY_END}){until}"
        ),
        "reversed": (
            rf"{EDGE}(?:(?P<weekday>{weekday_any})[.,]{{0,2}}{S}(?:the{S})?)?"
            rf"(?P<day>{DAY})\s?(?P<ordinal>st|nd|rd|th)?(?:\s?(?:and|to|-|–)\s?{DAY}(?:st|nd|rd|th)?)?{S}"
            rf"(?:day{S})?(?:of{S})?(?P<month>{month})(?!\w)"
            rf"(?:\.?{year})?"
        ),
        "month_year": (
            rf"{EDGE}(?:[Mm]id-)?(?P<month>{month})[.,]{{0,2}}{S}(?:(?:of|in){S})?"
            rf"(?:(?P<year>{YEAR})(?!\d)|(?P<of_year>last|this|next){S}year\b)"
        ),
    }


def _relative(
    weekday: str, month: str, number: str, day_word: str, day_shift: str, **_: str
) -> dict[str, str]:
    season = r"(?i:weekend|spring|summer|fall|autumn|winter)"
    return {
        "day_word": rf"{EDGE}(?P<word>{day_word})(?!\w)",
        "near": (
            rf"{EDGE}(?:(?i:(?P<part>earlier|later|late|early|mid)){S}(?:in{S}|on{S})?)?"
            rf"(?P<which>(?i:this past|last|this coming|the coming|next|this)){S}"
            rf"(?P<unit>(?i:week|month|year)|{season}|{weekday}|{month})(?!\w)(?!-\w)"
        ),
        "ago": rf"{EDGE}(?P<number>{number})(?:{S}|-)(?i:{UNIT}){S}ago(?:,?{S}(?P<weekday>{weekday}))?\b",
        "from_now": (
            rf"{EDGE}(?P<number>{number}){S}{UNIT}{S}from{S}"
            rf"(?:now|(?P<today>today|tomorrow)|(?P<weekday>{weekday}))\b"
        ),
        "within": (
            rf"{EDGE}[Ii]n{S}(?P<next>the{S}next{S})?(?P<number>{number}){S}(?P<unit>day|week|month)s?(?![\w'])"
        ),
        "day_shift": (
            rf"{EDGE}(?P<word>{day_shift})(?=[.,;:!?)”\"']|\s?$|\s[–—-]"
            rf"|(?<!before)(?<!after)\s(?:[A-Z]|{_AFTER_DAY}\b))"
        ),
        "other": (
            rf"{EDGE}(?i:(?:the{S}(?P<which>same|next|following|previous|prior)|that(?=\S?{S}\w+\s?(?:[.,;:)]|$)))"
            rf"{S}(?P<unit>week|month|year)"
            rf"|(?P<number>{number}){S}{UNIT.replace('<unit>', '<unit2>')}{S}(?P<way>earlier|later))(?!\w)"
        ),
        "same_name": (
            rf"{EDGE}(?i:(?P<which>the following|the next|that same|that|the previous)){S}"
            rf"(?:(?P<weekday>{weekday})|(?P<month>{month})(?!\.?\s\d))(?!\w)"
        ),
    }


def _bare(weekday: str, month: str, **_: str) -> dict[str, str]:
    return {
        "weekday_range": (
            rf"{EDGE}(?P<weekday>{weekday})(?:\s?[-–—]\s?|{S}(?:to|through|thru){S})(?P<weekday2>{weekday})(?!\w)"
        ),
        "weekday": (
            rf"{EDGE}(?P<weekday>{weekday})(?!\w)(?!-\w)"
            rf"(?:,?{S}(?:of{S})?(?P<which>last|this|next){S}week(?!\w))?"
        ),
        "ordinal": (
            rf"\b[Oo]n{S}the{S}(?P<day>{DAY})(?:st|nd|rd|th)"
            rf"(?:{S}of{S}(?P<which>this|last|next){S}month\b|(?=[.,;:!?)]|\s?$|{S}at{S}\d))"
        ),
        "month": rf"{EDGE}(?:[Mm]id-)?(?P<month>{month})(?!\w|-\w)"
        rf"(?:(?:{S}(?:and|to|or|through|thru){S}|\s?[-–]\s?|,{S}(?:and{S})?)(?=(?:(?:early|late){S}|mid-)?"
        rf"(?P<month2>{month})\.?,?{S}(?:(?:of|in){S})?(?:{DAY},{S})?(?P<year>{YEAR})(?!\d)))?",
        "season": (
            rf"{EDGE}(?i:spring|summer|fall|autumn|winter){S}(?:of{S})?"
            rf"(?:(?P<year>{YEAR})(?![\w-])|(?P<of_year>last|this|next){S}year\b)"
        ),
        "year_range": rf"{YEAR_EDGE}(?P<year>{YEAR})\s?[-–—]\s?(?P<year2>{YEAR}|\d\d){YEAR_END}",
        "year": rf"{YEAR_EDGE}(?:(?i:mid|early|late)-)?(?P<year>{YEAR}){YEAR_END}",
    }
