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


def alternation(words: Iterable[str]) -> str:
    """Join words to one regular expression group, longest first, a blank matching any blanks."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered) + ")"
