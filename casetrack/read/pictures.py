"""Pictures: the captions and credits that a page prints above a story.

A caption is told by its credit (in it, at its end, on the next line) or by being printed twice, as the
text of a picture often is. Its dates are those of the picture. Looks at lines alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from casetrack.lexicon import alternation, load_table
from casetrack.read.lines import Line

MAX_CAPTION = 600
"""A longer line is no caption, though it names the one who took the picture."""
MAX_CREDITED = 300
"""Nor is a line over a credit, when it is longer than this."""
MAX_CREDIT = 90
"""The name of who took a picture, and for whom, take no more than this."""
DOUBLED = 60
"""A shorter line may stand twice for other reasons: a headline, a name."""

NAME = r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,3}"
AGENCY = r"[A-Z&][\w.'’&-]*(?: [A-Z&][\w.'’&-]*){0,4}"
CREDIT_RE = re.compile(rf"[(\[]?{NAME} ?/ ?{AGENCY}(?: ?/ ?{AGENCY})?[)\]]?")
END_CREDIT_RE = re.compile(rf"[.] ?{CREDIT_RE.pattern}$")
# "[COLE ASH/ELKO DAILY]", "(Cole Ash / Gazette)"
BRACKET_RE = re.compile(r"[\[(][A-Z][^\[\]()/]{2,40}/ ?[A-Z][^\[\]()/]{1,40}[\])][. ]{0,2}$")


@cache
def _mark_re() -> re.Pattern[str]:
    table = load_table("boilerplate")
    marks, ends = alternation(table["caption_mark"]), alternation(table["caption_end"])
    return re.compile(rf"{marks}|{ends}[)\].]{{0,2}}$")


@cache
def _credit_start_re() -> re.Pattern[str]:
    return re.compile(alternation(load_table("boilerplate")["credit_start"]))


@cache
def _told_re() -> re.Pattern[str]:
    table = load_table("outlets")
    return re.compile(
        rf"(?<!\w){alternation([*load_table('boilerplate')['telling'], *table['weekdays']])}(?!\w)"
    )


def is_credit(line: str) -> bool:
    """Tell the line that names who took a picture: "Cole Ash/AP", "Photo by Cole Ash"."""
    return len(line) <= MAX_CREDIT and bool(CREDIT_RE.fullmatch(line) or _credit_start_re().match(line))


def is_caption(lines: Sequence[Line], at: int) -> bool:
    """Tell whether the line at `at` is the caption of a picture."""
    line = lines[at].text
    if len(line) >= MAX_CAPTION:
        return False
    tail = max(0, len(line) - MAX_CREDIT)
    credited = _mark_re().search(line) or BRACKET_RE.search(line) or END_CREDIT_RE.search(line, tail)
    return bool(credited) or _is_doubled(lines, at) or _is_over_credit(lines, at)


def _is_doubled(lines: Sequence[Line], at: int) -> bool:
    """Tell a text that stands twice: on one line, or on this and the next or the last.

    A lede may be printed twice as well, the first time as a summary.
    """
    line = lines[at].text
    if len(line) < DOUBLED:
        return False
    half = (len(line) - 1) // 2
    if half >= DOUBLED // 2 and line[half] == " " and line[:half] == line[half + 1 :]:
        return True
    if not line.endswith((".", ".)", ".”", '."')):
        return False
    below = lines[at + 1].text if at + 1 < len(lines) else ""
    if below.startswith(f"{line} ") and len(below) > len(line) + DOUBLED:
        return True
    if _told_re().search(line):
        return False
    beside = (lines[n].text for n in (at - 1, at + 1) if 0 <= n < len(lines))
    return any(other.startswith(line) or line.startswith(other + " ") for other in beside)


def _is_over_credit(lines: Sequence[Line], at: int) -> bool:
    """Tell a caption by the credit under it; a lede may stand over the credit of a picture without one.

    A lede tells what happened and on which day of the week: "A jury on Friday convicted".
    """
    line = lines[at].text
    below = lines[at + 1].text if at + 1 < len(lines) else ""
    return len(line) <= MAX_CREDITED and is_credit(below) and not _told_re().search(line)
