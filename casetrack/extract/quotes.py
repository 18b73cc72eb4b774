"""Find what an article quotes, so that the words of others are not taken for its own.

A curly quote lasts until it is closed, over paragraphs that open with a new mark too; a straight
one until the next in its line, or the end of the line. Inch marks and apostrophes are no quotes.
Single marks, as British papers set them, hold a quote that ends in a stop: 'He fell,' she said. Old wires
set ``two of them''.
"""

from __future__ import annotations

import re
from bisect import bisect_left

MARK_RE = re.compile(r"[“”\"\n]|``|(?<=[\w.,?!…-])\'\'(?!\w)")
SINGLE_RE = re.compile(r"[‘'](?<![\w’'].)(?=\w)[^\n‘“”\"]{1,600}?[.,?!…][’'](?=\s|$)")
INCH_RE = re.compile(r"\d\"")


def find_quotes(text: str, start: int = 0) -> list[tuple[int, int]]:
    """Give the spans between quotation marks, marks included, from `start` on; in order, not nested."""
    spans: list[tuple[int, int]] = []
    opened: int | None = None
    mark = ""
    for hit in MARK_RE.finditer(text, start):
        at, char = hit.start(), hit.group()
        if opened is None:
            if char in {"“", '"', "``"} and not INCH_RE.match(text, at - 1 if at else 0):
                opened, mark = at, char
        elif _closes(char, mark, text, at):
            spans.append((opened, hit.end()))
            opened = None
    if opened is not None:
        spans.append((opened, len(text)))
    return sorted([*spans, *_find_single(text, start, spans)])


def _find_single(text: str, start: int, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give the quotes between single marks that lie outside of all others."""
    ends = [right for _, right in spans]
    found = []
    for hit in SINGLE_RE.finditer(text, start):
        at = bisect_left(ends, hit.start())
        if at == len(spans) or hit.end() <= spans[at][0]:
            found.append(hit.span())
    return found


def _closes(char: str, mark: str, text: str, at: int) -> bool:
    if char == "\n":
        return mark in {'"', "``"} or _next_paragraph_is_told(text, at)
    if mark == "``":
        return char in {"''", '"'}
    return char == ("”" if mark == "“" else '"') or (mark == "“" and char == '"')


def _next_paragraph_is_told(text: str, at: int) -> bool:
    """A quote that runs on opens its next paragraph with a mark; a line broken midway ends nothing."""
    rest = text[at : at + 400].lstrip()
    if rest[:1] in '“"':
        return False
    return text[at : at + 2] == "\n\n" or text[max(0, at - 1)] in ".!?"


def mask_quotes(text: str, start: int = 0) -> str:
    """Give the text with everything quoted turned into blanks, its length unchanged."""
    out = []
    told = 0
    for left, right in find_quotes(text, start):
        out += [text[told:left], " " * (right - left)]
        told = right
    return "".join([*out, text[told:]])
