"""Checks of what a person typed after an option; each gives the value to use or a usage error."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import timedelta

import typer

from casetrack.errors import NotFoundError

SIZE_RE = re.compile(r"(\d+(?:\.\d+)?)\s*([kmg]?)i?b?", re.ASCII | re.IGNORECASE)
SPELL_RE = re.compile(r"(\d{1,4})\s*(m|min|minutes?|h|hours?|d|days?|w|weeks?)", re.ASCII | re.IGNORECASE)
SPELL_UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
MAX_DIGITS = 19
"""A number of as many digits is too large for a row of the database."""
SIZE_UNITS = {"": 1, "k": 2**10, "m": 2**20, "g": 2**30}


def one_of(words: Sequence[str]) -> Callable[[str | None], str | None]:
    """Make the check that a value is one of the words; case, hyphens and blanks do not matter."""

    def check(value: str | None) -> str | None:
        if value is None:
            return None
        word = re.sub(r"[\s-]+", "_", value.strip().lower())
        if word not in words:
            raise typer.BadParameter(f"{value!r} is not one of {', '.join(words)}.{suggest(word, words)}")
        return word

    return check


def check_number(thing: str, reference: str) -> str:
    """Check that a reference may be the id of a ruling or hearing; gives it.

    Raises:
        NotFoundError: it can be none.
    """
    if not (reference.isascii() and reference.isdecimal() and len(reference) < MAX_DIGITS):
        raise NotFoundError(f"{reference!r} is no id of a {thing}; `casetrack {thing}s` lists them")
    return reference


def suggest(word: str, words: Sequence[str]) -> str:
    """Give the word that was perhaps meant, as a sentence to add; nothing when none is near."""
    from difflib import get_close_matches

    close = get_close_matches(word, words, n=1)
    return f" Did you mean {close[0]!r}?" if close else ""


def check_date(value: str | None) -> str | None:
    """Check a date of ISO 8601: a day, a month or a year."""
    if value is None:
        return None
    from casetrack.decisions.fields import read_date

    try:
        return read_date(value.strip())
    except ValueError as error:
        raise typer.BadParameter(f"{value!r} {error}.") from None


def read_size(value: str) -> int:
    """Read a size in bytes: 1000000, 500k, 5MB."""
    match = SIZE_RE.fullmatch(value.strip())
    if not match:
        raise typer.BadParameter(f"{value!r} is not a size such as 500k or 5MB.")
    return int(float(match[1]) * SIZE_UNITS[match[2].lower()])


def read_spell(value: str | None) -> timedelta | None:
    """Read how long before something: 30m, 2h, 1d, 1w."""
    if value is None:
        return None
    match = SPELL_RE.fullmatch(value.strip())
    if not match:
        raise typer.BadParameter(f"{value!r} is not a time such as 30m, 2h, 1d or 1w.")
    return timedelta(**{SPELL_UNITS[match[2][0].lower()]: int(match[1])})
