"""Prose or furniture: where the article itself begins among the lines of a clipping.

A sentence is told from a headline or a menu by its length, its full stop and its small letters. A
paragraph that a scraper or a mail program broke over lines is seen as one. Knows nothing of dates,
bylines or labels.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from casetrack.lexicon import alternation, load_table
from casetrack.read.lines import Line

STOP_RE = re.compile(r"[.!?…][\"”’')\]]{0,3}$")
LINK_END_RE = re.compile(r"(?<=[.!?…”\"])[ –—…-]{1,4}(?i:read more)[ .…»>]{0,3}$")
INNER_STOP_RE = re.compile(r"(?:[a-z]{3}|[0-9]{4})[.][”\"]? [A-Z“\"]")
CUT = ("Assn", "Atty", "Bros", "Circ", "Corp", "Dept", "Dist", "Fed", "Penn", "Reps", "Sens", "Tex", "Univ")
"""Words that headlines cut short, beside the states."""
CLOSING = "\"”’')]"
LOOSE_START_RE = re.compile(r"[a-z,;.)–—’-]")
LINK_TAIL = 30
"""A link behind a sentence takes no more than this."""
LONG = 160
"""A line of so many characters in small letters is prose, full stop or not."""
ASKED = 60
"""A shorter question or call is a headline or a page's own: "What should I be doing instead?"."""
WRAPPED = 50
MARGIN = 110
"""A line broken by a right margin is as long as this at most, and no shorter than `WRAPPED`."""


def is_prose(lines: Sequence[Line], at: int) -> bool:
    """Tell whether the line at `at` begins a paragraph of prose."""
    line = lines[at].text
    if is_shouted(line):
        return False
    if len(line) >= LONG:
        return _ends(line) or not is_title_case(line)
    if _ends(line):
        return _is_sentence(line)
    return len(line) >= WRAPPED and _is_wrapped(lines, at)


def is_title_case(line: str) -> bool:
    """Tell "Judge Rejects Bid by Mayor" from a sentence: most of its longer words are capitalized."""
    words = [word for word in line[:400].split() if len(word) >= 4 and word[0].isalpha()]
    return bool(words) and sum(word[0].isupper() for word in words) >= 0.6 * len(words)


def is_shouted(line: str) -> bool:
    """Tell a line without small letters."""
    return not any(map(str.islower, line[:400]))


@cache
def _short_re() -> re.Pattern[str]:
    """Give what headlines cut short: its full stop ends nothing ("3rd Circ. Revives Suit")."""
    states = load_table("outlets")["dateline"]["states"]
    short = [form[:-1] for form in states if len(form) > 3 and form.find(".") == len(form) - 1]
    return re.compile(rf"\b{alternation([*short, *CUT])}\.(?=[\s’']|$)")


def is_headline(line: str) -> bool:
    """Tell whether a line can be a headline: some words, no loose start, no sentence's end."""
    words = line.split()
    if not 3 <= len(words) <= 45 or not 12 <= len(line) <= 250 or line[-1] in ":;,":
        return False
    told = _short_re().sub("", line) if "." in line and is_title_case(line) else line
    if (_ends(told) and _is_sentence(told)) or INNER_STOP_RE.search(told):
        return False
    return not LOOSE_START_RE.match(line) and sum(map(str.isalpha, line)) >= 0.6 * len(line)


def drop_link(line: str) -> str:
    """Drop the "READ MORE" that a scraper left behind a sentence."""
    if "more" not in line[-LINK_TAIL:].lower():
        return line
    found = LINK_END_RE.search(line, max(0, len(line) - LINK_TAIL))
    return line[: found.start()] if found else line


def is_loose(line: str) -> bool:
    """Tell whether a line goes on with what an earlier line began: a small letter, a comma."""
    return LOOSE_START_RE.match(line) is not None


def is_open(line: str) -> bool:
    """Tell a line of prose that the next one goes on with: some words, most in small letters, no stop."""
    words = [word for word in line.split() if word[0].isalpha()]
    small = sum(word[0].islower() for word in words)
    return len(words) >= 4 and 25 <= len(line) <= MARGIN and small >= len(words) / 2 and not _ends(line)


def _ends(line: str) -> bool:
    line = drop_link(line)
    return STOP_RE.search(line, max(0, len(line) - 5)) is not None


def _is_sentence(line: str) -> bool:
    """Tell a sentence from a headline that ends in a mark: "Can the Mayor Pardon Himself?"."""
    if len(line.split()) < 6 or (len(line) < ASKED and line.rstrip(CLOSING)[-1:] in "?!"):
        return False
    return line.rstrip(CLOSING)[-1:] in ".…" or not is_title_case(line)


def _is_wrapped(lines: Sequence[Line], at: int) -> bool:
    """Tell whether the lines from `at` on are one paragraph with broken lines and a full stop."""
    loose = False
    total = 0
    for before, line in pairwise(lines[at : at + 9]):
        if line.gap or not WRAPPED <= len(before.text) <= MARGIN:
            return False
        loose = loose or is_loose(line.text)
        total += len(before.text)
        if _ends(line.text) and total + len(line.text) >= 100:
            return loose
    return False
