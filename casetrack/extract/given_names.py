"""Words that are somebody's own given name or surname, though they mean something else as well.

"Ann White" and "Jim Law" are people, "Bill Porter" no bill; "Roger Dean Porter" is no dean, and "April Lee"
opens a sentence about her. The names are `given_names` and `surnames_too` in `lexicon/names.toml`.
"""

from __future__ import annotations

import re
from functools import cache

from casetrack.lexicon import load_table

GIVEN_TITLES = frozenset({"Dean", "King", "Earl", "Prince", "Pope", "Duke", "Major", "Bishop"})
"""Words of office that are names as well."""
INITIALS_RE = re.compile(r"(?:[A-Z]\.){2,3}")
GIVEN_PLACES = frozenset([
    "Virginia", "Georgia", "Carolina", "Jackson", "Lincoln", "Madison", "Austin", "Dallas", "Houston",
    "Savannah", "Charlotte", "Sydney", "Chad", "Montana", "Israel", "Jordan", "Paris", "Florence",
])  # fmt: skip
GIVEN_MONTHS = frozenset({"April", "June"})
MEANINGS = ("organization_words", "place_words", "not_names", "places")


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load_table("names")[key])


def is_full_name(words: list[str]) -> bool:
    """Tell a name of two or three words by the given name it begins with: "Ann White", never "Bill Would"."""
    if not 2 <= len(words) <= 3:
        return False
    if words[0] not in _words("given_names") and not INITIALS_RE.fullmatch(words[0]):
        return False
    kinds = [_words(key) for key in MEANINGS]
    if any(word in kind for kind in kinds for word in words[1:-1]):
        return False
    return words[-1] in _words("surnames_too") or not any(words[-1] in kind for kind in kinds)


def opens_name(words: list[str], first: bool) -> bool:
    """Tell whether a word that is mostly none opens a name: "Christian Lee", and "April Lee" if `first`."""
    return (first or words[0] not in GIVEN_MONTHS) and is_full_name(words)


DATING_RE = re.compile(
    r"\b(?:in|of|on|by|last|this|next|since|until|early|late|mid|from|to|every|and|the|for|before|after|during|through|a)\s$|\d\s$",
    re.IGNORECASE,
)


def names_april(text: str, start: int) -> bool:
    """Tell "sentenced April Lee" from "in April Lee was sentenced", where a run begins with the month."""
    return text.startswith(("April ", "June "), start) and not DATING_RE.search(
        text, max(0, start - 8), start
    )


def calm_name(name: str) -> str:
    """Write a person's name that is all in capitals as names are: "Ann O'Brien" for "ANN O'BRIEN"."""
    if " " not in name or not name.isupper():
        return name
    words = [word if _is_initials(word) else word.title() for word in name.split()]
    return re.sub(r"\bMc([a-z])", lambda m: f"Mc{m[1].upper()}", " ".join(words))


def _is_initials(word: str) -> bool:
    numbered = word.strip(".,") in {"II", "III", "IV"}
    return numbered or word[1:2] == "." or (len(word) == 2 and word in _words("given_names"))


def is_own_title(before: str, title: str) -> bool:
    """Tell a word of office that is somebody's own: "Roger Dean Porter", "Ann “Dr. Ann” Porter"."""
    if before.rstrip()[-1:] in {'"', "“"}:
        return True
    words = before.split()
    first = words[0] if len(words) == 1 and title in GIVEN_TITLES else ""
    return first.isalpha() and not any(first in _words(key) for key in ("places", "occupations", "not_names"))
