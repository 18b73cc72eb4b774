"""What a text is made of: whether it has figures, letters of names, marks written in one way.

Knows no words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from casetrack.extract.word_sets import LIKE_ASCII

FIGURE_RE = re.compile(r"\d")
PERHAPS_FIGURE_RE = re.compile("[0-9\u0660-\u1fff\u2070-\U0010ffff]")
"""All figures and many other characters, none of them a mark of print: found at a third of the time."""
FOLDED = {chr(code): letter for code, letter in LIKE_ASCII.items()} | {
    "’": "'", "‘": "'", "\N{NO-BREAK SPACE}": " ", "\N{THIN SPACE}": " ", "\n": " ", "\t": " ",
}  # fmt: skip

UPPER = r"A-ZÀ-ÖØ-Þ"
LOWER = r"a-zß-öø-ÿāăąćčďđēęěğīłńňōőřśşšţťūůűźżž"
CAMEL = (
    rf"(?:[{UPPER}]{{1,3}}[{LOWER}]+)*(?:[{UPPER}]{{1,2}}(?!\w))?"
    rf"(?:[’'](?!(?:all|am|em|er|im)\b)[aeiou][{LOWER}]*)?"
    rf"(?:[-–](?:[{UPPER}{LOWER}][{LOWER}]+|[A-Z]\b))*"
)
"""What goes on after "Bio" in "BioNTech", "Open" in "OpenAI", "Jay" in "Jay-Z", "Ka" in "Ka'ahu"."""


@lru_cache(maxsize=1024)
def has_figure(text: str) -> bool:
    """Tell a text with a figure; most sentences have none, and several readers ask."""
    perhaps = PERHAPS_FIGURE_RE.search(text)
    return perhaps is not None and FIGURE_RE.search(text, perhaps.start()) is not None


def fold_marks(text: str, also: Mapping[str, str]) -> str:
    """Write quotes straight, and blanks and odd letters as ASCII has them; the length stays.

    Args:
        text: any text.
        also: further characters to write as another, each as one.
    """
    for marks in (FOLDED, also):
        for mark, plain in marks.items():
            if mark in text:
                text = text.replace(mark, plain)
    return text
