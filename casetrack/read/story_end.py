"""Where a story ends among the lines of a clipping: before the page's foot, or the next story on it.

A box of links, a form or a share bar may also stand in the middle; the story is over there only if no
paragraph of it follows. Looks at lines alone (`lexicon/boilerplate.toml`) and knows no law.
"""

from __future__ import annotations

import re
from functools import cache

from casetrack.lexicon import alternation, load_table
from casetrack.read.lines import MAIL_RE, Line, read_sign, split_lines
from casetrack.read.story import drop_link, is_prose

MAX_LINES = 10_000
CLOSED_RE = re.compile(r"[.!?…][\"”’)\]]*$")
STOPPED_RE = re.compile(r"(?<!\.\.)[.!?][\"”’)\]]*$")
PROSE = 40
"""A line of so many characters with a full stop has told some of the story."""
PARAGRAPH = 100
"""A line of so many goes on with it after a box."""
SHORT_PARAGRAPH = 60
"""One of so many goes on with it after a notice that may stand in the middle."""
FOOT = 300
"""A notice, a reporter's own line or an address at the foot is at most so long."""
BOX = 8
"""A box has at most so many lines."""


@cache
def _line_re(group: str) -> re.Pattern[str]:
    words = alternation(load_table("boilerplate")[group])
    return re.compile(rf"{words}\s*:?", re.IGNORECASE)


@cache
def _box_start_re() -> re.Pattern[str]:
    return re.compile(rf"{alternation(load_table('boilerplate')['box_start'])}(?!\w)", re.IGNORECASE)


@cache
def _foot_end_re() -> re.Pattern[str]:
    count = r"\d{1,4}\s(?:[Cc]omment|[Rr]esponse|[Rr]epl)(?:s|y|ies)?(?!\w)"
    return re.compile(rf"{alternation(load_table('boilerplate')['foot_end'])}|{count}")


@cache
def _foot_re() -> re.Pattern[str]:
    """Match what a page's foot begins with, and what it says of a reporter: "Ada Finch covers courts"."""
    table = load_table("boilerplate")
    person = r"(?!The )(?:[A-Z][\w.'’-]{1,20},? ){2,4}"
    role = alternation(load_table("outlets")["outlet_shape"]["roles"])
    job = rf"is (?:an?|the) (?:[\w.'’&-]{{1,20}} ){{0,6}}{role}"
    return re.compile(
        rf"{alternation(table['foot_start'])}|{person}(?:{alternation(table['blurb'])}|{job})(?!\w)"
    )


@cache
def _foot_word_re() -> re.Pattern[str]:
    return re.compile(alternation(load_table("boilerplate")["foot_word"]))


@cache
def _skip_re() -> re.Pattern[str]:
    return re.compile(alternation(load_table("boilerplate")["skip_prefix"]), re.IGNORECASE)


def find_body_end(text: str, body_start: int) -> int:
    """Give the offset at which the story is over; the length of the text when nothing follows it."""
    lines = list(split_lines(text, body_start, MAX_LINES))
    told = False
    for at, line in enumerate(lines):
        if told and _ends(lines, at):
            return line.start
        told = told or (len(line.text) >= PROSE and CLOSED_RE.search(drop_link(line.text)) is not None)
    return len(text)


def _ends(lines: list[Line], at: int) -> bool:
    words = lines[at].text
    if _is_foot(words):
        certain = _foot_end_re().match(words) or _foot_word_re().search(words)
        return not _goes_on(lines, at, PARAGRAPH if certain else SHORT_PARAGRAPH)
    if len(words) > 60:
        return False
    if _line_re("end").fullmatch(words):
        return True
    if _line_re("box").fullmatch(words) or (_box_start_re().match(words) and not CLOSED_RE.search(words)):
        return not _goes_on(lines, at, PARAGRAPH)
    if _line_re("insert").fullmatch(words):
        return not _goes_on(lines, at, PROSE)
    return _line_re("section").fullmatch(words) is not None and _heads_a_story(lines, at)


def _is_foot(line: str) -> bool:
    if len(line) > FOOT:
        return False
    if _foot_end_re().match(line) or _foot_re().match(line) or _foot_word_re().search(line):
        return True
    mailed = len(line) <= FOOT // 2 and ("@" in line or "[email" in line)
    return mailed and any(MAIL_RE.fullmatch(word) for word in line.split())


def _goes_on(lines: list[Line], at: int, length: int) -> bool:
    """Tell whether the story goes on: with a paragraph of that length, and no dated headline before it."""
    for number, line in enumerate(lines[at + 1 : at + 1 + BOX], at + 1):
        sign = read_sign(line.text) if len(line.text) <= 60 else None
        if sign and (sign.date or sign.kind == "list"):
            return False
        if _is_foot(line.text) or _skip_re().match(line.text):
            continue
        if len(line.text) >= length and STOPPED_RE.search(line.text):
            return True
        if not CLOSED_RE.search(line.text) and is_prose(lines, number):
            return True
    return False


def _heads_a_story(lines: list[Line], at: int) -> bool:
    """Tell the name of a section over the next headline from a word on a line by itself."""
    following = lines[at + 1] if at + 1 < len(lines) else None
    return following is not None and len(following.text.split()) >= 4 and not CLOSED_RE.search(following.text)
