"""The vocabulary of court news, kept as data.

Every TOML file of this package is one table of words or phrases; `load_table` reads it once.
A stage compiles its own patterns from its tables on first use. Code holds grammar, these files
hold words: adding a verb, a title of office or a name of a hearing needs no Python.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load_table(name: str) -> dict[str, Any]:
    """Read `<name>.toml` of this package.

    Raises:
        FileNotFoundError: no such table.
        tomllib.TOMLDecodeError: the file is no TOML.
    """
    text = files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def alternation(words: Iterable[str], blank: str = r"\s+") -> str:
    """Join words to one regular expression group, longest first, a blank matching any blanks.

    Words that begin alike share their beginning in the pattern, so that a place in the text where
    none of them stands is passed over after a letter or two, however many words there are.
    """
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return f"(?:{_join_ends(ordered, 0, blank)})"


def _join_ends(words: list[str], at: int, blank: str) -> str:
    """Join what words have after their first `at` letters, in which they are alike."""
    longer: dict[str, list[str]] = {}
    for word in words:
        if len(word) > at:
            longer.setdefault(word[at], []).append(word)
    ends = [
        (blank if letter == " " else re.escape(letter)) + _join_ends(alike, at + 1, blank)
        for letter, alike in longer.items()
    ]
    if len(words) > sum(map(len, longer.values())):
        ends.append("")
    return ends[0] if len(ends) == 1 else f"(?:{'|'.join(ends)})" if ends else ""
