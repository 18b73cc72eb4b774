"""Where a story ends among the lines of a clipping: before the page's foot, or the next story on it.

A box of links, a form or a share bar may also stand in the middle; the story is over there only if no
paragraph of it follows. Looks at lines alone (`lexicon/boilerplate.toml`) and knows no law.
"""

from __future__ import annotations

import re
from functools import cache

from casetrack.lexicon import alternation, load_table
from casetrack.read.lines import Line, read_sign, split_lines

MAX_LINES = 20_000
CLOSED_RE = re.compile(r"[.!?…][\"”’)\]]*$")
STOPPED_RE = re.compile(r"(?<!\.\.)[.!?][\"”’)\]]*$")
PROSE = 40
"""A line of so many characters with a full stop has told some of the story."""
PARAGRAPH = 100
"""A line of so many goes on with it after a box."""
BOX = 8
"""A box has at most so many lines."""


@cache
def _line_re(group: str) -> re.Pattern[str]:
    words = alternation(load_table("boilerplate")[group])
    return re.compile(rf"{words}\s*:?", re.IGNORECASE)


def find_body_end(text: str, body_start: int) -> int:
    """Give the offset at which the story is over; the length of the text when nothing follows it."""
    lines = list(split_lines(text, body_start, MAX_LINES))
    told = False
    for at, line in enumerate(lines):
        if told and _ends(lines, at):
            return line.start
        told = told or (len(line.text) >= PROSE and CLOSED_RE.search(line.text) is not None)
    return len(text)


def _ends(lines: list[Line], at: int) -> bool:
    words = lines[at].text
    if len(words) > 60:
        return False
    if _line_re("end").fullmatch(words):
        return True
    if _line_re("box").fullmatch(words):
        return not _goes_on(lines, at, PARAGRAPH)
    if _line_re("insert").fullmatch(words):
        return not _goes_on(lines, at, PROSE)
    return _line_re("section").fullmatch(words) is not None and _heads_a_story(lines, at)


def _goes_on(lines: list[Line], at: int, length: int) -> bool:
    """Tell whether the story goes on: with a paragraph of that length, and no dated headline before it."""
    for line in lines[at + 1 : at + 1 + BOX]:
        sign = read_sign(line.text) if len(line.text) <= 60 else None
        if sign and (sign.date or sign.kind == "list"):
            return False
        if len(line.text) >= length and STOPPED_RE.search(line.text):
            return True
    return False


def _heads_a_story(lines: list[Line], at: int) -> bool:
    """Tell the name of a section over the next headline from a word on a line by itself."""
    following = lines[at + 1] if at + 1 < len(lines) else None
    return following is not None and len(following.text.split()) >= 4 and not CLOSED_RE.search(following.text)
