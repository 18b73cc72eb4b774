"""Lists of the accused: set out one a line, after a colon, or each with the sentence."""

from __future__ import annotations

import re

from casetrack.extract.characters import has_figure

LISTED_RE = re.compile(
    r"^\s*(?:Defendant\s+)?([A-Z][\w.’'-]*(?:\s[A-Z“\"‘'(][\w.’'”\")-]*){1,5}),\s+(\d{2}),?\s+(?:of\s)?"
    r"[A-Z][\w.’'-]*(?:,?\s(?:[A-Z][\w.’'-]*|of|the|and|St\.)){0,6}[;.,]?(?:\s+and)?$"
)
ITEM_RE = re.compile(
    r"([A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){1,3}),\s(\d\d),\s(?:of\s[A-Z][^,;]{2,30},\s(?:[A-Z][a-z.]{1,12},\s)?)?"
    r"(?:life|(?:\d{1,3}|[a-z]+)\s(?:years?|months?|days?))\b"
)
"""An item of those sentenced: "Ann Porter, 26, of Ely, five years in prison for theft"."""
SENTENCED_WERE_RE = re.compile(
    r"(?:Also\s)?(?:[Ff]acing(?=[^:.;]{0,60}?\b(?:are|is|were|was)\s[A-Z])|[Ss]entenced|[Cc]onvicted|[Cc]harged|[Ii]ndicted|[Aa]rraigned|[Aa]rrested)\s[^:.;]{0,60}?\b(?:were|was|are|is)\b:?"
)
LISTING_RE = re.compile(
    r"\b(?:people|men|women|defendants|others|suspects|teens|teenagers|residents|officers|employees)\b[^.;:]{0,120}"
    r"\b(?:charged|indicted|arrested|arraigned|sentenced|convicted|accused)\b[^.;:]{0,120}:\s(?=[A-Z])"
)
AGED = 2
"""So many ages after a colon make a list of accused."""


DASHED_RE = re.compile(
    r"\b(?:people|men|women|defendants|others|suspects|teens|teenagers|officers|employees)\s[^.;:—–]{0,60}"
    r"\b(?:charged|accused|convicted|suspected)\b[^.;:—–]{0,60}\s?[—–]\s?"
    r"(?=(?:[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+)+,?\s(?:\d\d,?\s)?){1,9}and\s[A-Z])"
)


def find_listing(text: str) -> re.Match[str] | None:
    """Match "Three people were charged in the death: " before a list of names with their ages.

    Ages need not stand between dashes: "three men accused of arson — Ann Porter, Bo Lee and Cy Dow — go".
    """
    dashed = DASHED_RE.search(text) if "—" in text or "–" in text else None
    if dashed:
        return dashed
    found = LISTING_RE.search(text) if ":" in text else None
    return found if found and len(AGE_RE.findall(text, found.end())) >= AGED else None


AGE_RE = re.compile(r",\s\d{2}\b")


def read_lines(text: str) -> list[re.Match[str]]:
    """Read a list that is set out with one defendant a line; empty if one line is none."""
    listed: list[re.Match[str]] = []
    lines = text.split("\n")
    if len(text) >= LISTED_MAX * len(lines) or not has_figure(text):
        return listed
    for line in lines:
        match = LISTED_RE.match(line)
        if match is None:
            return []
        listed.append(match)
    return listed


LISTED_MAX = 120
"""The lines of such a list have fewer characters on the whole."""
