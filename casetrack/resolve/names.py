"""When two names can be one: people by given name and surname, organizations by words or initials.

Pure text, folded to small letters; nothing here knows of cases.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
LEGAL_FORMS = frozenset(
    {"inc", "co", "corp", "corporation", "company", "llc", "llp", "lp", "ltd", "plc", "na", "incorporated"}
)
PLACEHOLDERS = frozenset({"doe", "roe", "does", "roes"})
"""Surnames that courts give to people who are not to be named: they tell nobody apart."""
COMMON = frozenset(
    {"united states", "government", "state", "people", "administration", "department", "office"}
)
"""Organizations that are a party to thousands of cases."""
NICKNAMES = (
    ("robert", "bob", "rob", "bobby"), ("william", "bill", "will", "billy"), ("richard", "rick", "dick"),
    ("michael", "mike"), ("james", "jim", "jimmy"), ("joseph", "joe"), ("thomas", "tom"), ("daniel", "dan"),
    ("david", "dave"), ("steven", "steve", "stephen"), ("christopher", "chris"), ("matthew", "matt"),
    ("anthony", "tony"), ("edward", "ed", "eddie"), ("gregory", "greg"), ("benjamin", "ben"),
    ("alexander", "alex", "alejandro"), ("nicholas", "nick"), ("katherine", "kate", "kathy"),
    ("elizabeth", "liz"), ("samuel", "sam"), ("andrew", "andy"),
)  # fmt: skip
FORMAL = {short: group[0] for group in NICKNAMES for short in group}


@lru_cache(maxsize=65536)
def fold_name(text: str) -> str:
    """Fold a name to small letters, digits and single blanks."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'").replace("'", ""))
    return re.sub(
        r"[^a-z0-9]+", " ", "".join(c for c in plain if not unicodedata.combining(c)).lower()
    ).strip()


@lru_cache(maxsize=65536)
def fold_organization(name: str) -> str:
    """Fold an organization's name without its article and the ending of its legal form."""
    words = fold_name(name).split()
    if words[:1] == ["the"]:
        words = words[1:]
    while len(words) > 1 and words[-1] in LEGAL_FORMS:
        words.pop()
    return " ".join(words)


@lru_cache(maxsize=65536)
def name_words(name: str) -> tuple[str, ...]:
    """Give a person's folded words, the surname last; nicknames in quotes and suffixes are left out."""
    plain = re.sub(r"^(?:co-)?defendants?\s+", "", name, flags=re.IGNORECASE)
    plain = re.sub(r"[“\"‘][^”\"’]*[”\"’]", " ", plain)
    return tuple(word for word in fold_name(plain).split() if word not in SUFFIXES)


@lru_cache(maxsize=65536)
def surname(name: str) -> str:
    """Give the folded surname; empty when there is none."""
    words = name_words(name)
    return words[-1] if words else ""


def formal(given: str) -> str:
    """Give the full form of a folded given name that may be a short one."""
    return FORMAL.get(given, given)


def same_person(one: str, two: str) -> bool:
    """Tell whether two full names can be one person's: surname alike, given names compatible."""
    return same_words(name_words(one), name_words(two))


def same_words(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Tell the same of names already folded to words."""
    if len(a) < 2 or len(b) < 2 or a[-1] != b[-1]:
        return False
    initials = (len(a[0]) == 1 or len(b[0]) == 1) and a[0][0] == b[0][0]
    return a[0] == b[0] or initials or formal(a[0]) == formal(b[0])


def surname_only(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Tell whether two names agree in the surname and one of them is no more than that."""
    return bool(a and b) and a[-1] == b[-1] and (len(a) == 1 or len(b) == 1)


def is_alike(one: str, two: str) -> bool:
    """Tell whether two names can be one person's, a surname alone included."""
    a, b = name_words(one), name_words(two)
    return fold_name(one) == fold_name(two) or same_words(a, b) or surname_only(a, b)


@lru_cache(maxsize=65536)
def acronym(name: str) -> str:
    """Give the capitals that begin a name's words."""
    return "".join(word[0] for word in name.split() if word[0].isupper())
