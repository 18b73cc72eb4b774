"""When two names can be one: people by given name and surname, organizations by words or initials.

Pure text, folded to small letters; nothing here knows of cases.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

KEPT = 4096
"""Names folded lately that are kept at hand: those of a batch and of what it is compared with."""
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
OTHER_RE = re.compile(r"[^a-z0-9]+")
FORMAL = {short: group[0] for group in NICKNAMES for short in group}


@lru_cache(maxsize=KEPT)
def fold_name(text: str) -> str:
    """Fold a name to small letters, digits and single blanks."""
    plain = text.replace("’", "'").replace("'", "")
    if not plain.isascii():
        decomposed = unicodedata.normalize("NFKD", plain)
        plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return OTHER_RE.sub(" ", plain.lower()).strip()


@lru_cache(maxsize=KEPT)
def fold_organization(name: str) -> str:
    """Fold an organization's name without its article and the ending of its legal form."""
    words = fold_name(name).split()
    if words[:1] == ["the"]:
        words = words[1:]
    while len(words) > 1 and words[-1] in LEGAL_FORMS:
        words.pop()
    return " ".join(words)


@lru_cache(maxsize=KEPT)
def name_words(name: str) -> tuple[str, ...]:
    """Give a person's folded words, the surname last; nicknames in quotes and suffixes are left out."""
    plain = re.sub(r"^(?:co-)?defendants?\s+", "", name, flags=re.IGNORECASE)
    plain = re.sub(r"[“\"‘][^”\"’]*[”\"’]", " ", plain)
    return tuple(word for word in fold_name(plain).split() if word not in SUFFIXES)


def name_suffix(name: str) -> str:
    """Give jr, sr, ii, iii or iv where a name ends in one, else nothing."""
    last = fold_name(name).split()[-1:]
    return last[0] if last and last[0] in SUFFIXES else ""


@lru_cache(maxsize=KEPT)
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
    """Tell the same of names already folded to words; two middle names that differ are two people."""
    if len(a) < 2 or len(b) < 2 or a[-1] != b[-1]:
        return False
    initials = (len(a[0]) == 1 or len(b[0]) == 1) and a[0][0] == b[0][0]
    if not (a[0] == b[0] or initials or formal(a[0]) == formal(b[0])):
        return False
    return _compatible(a[1:-1], b[1:-1])


def _compatible(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Tell whether middle names can be one person's: an initial stands for a name, none for any."""
    return not a or not b or any(x == y or (1 in (len(x), len(y)) and x[0] == y[0]) for x in a for y in b)


def spelled_alike(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Tell whether two full names differ by one letter, or by one half of a double surname."""
    if len(a) < 2 or len(b) < 2 or (a[0] != b[0] and formal(a[0]) != formal(b[0])):
        return a[-1:] == b[-1:] and len(a) > 1 and len(b) > 1 and _one_edit(a[0], b[0])
    if a[-1] != b[-1] and _one_edit(a[-1], b[-1]):
        return True
    long, short = (a, b) if len(a) > len(b) else (b, a)
    return len(long) > len(short) and long[-2] == short[-1] and len(short) == 2


SHORTEST = 5
"""Letters a name must have for one of them to be a slip."""


def _one_edit(a: str, b: str) -> bool:
    """Tell whether two words differ by one letter put in, left out, changed, or two swapped."""
    if a == b or min(len(a), len(b)) < SHORTEST or abs(len(a) - len(b)) > 1 or a[0] != b[0]:
        return False
    at = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    if len(a) == len(b):
        swapped = a[at : at + 2] == b[at : at + 2][::-1] and a[at + 2 :] == b[at + 2 :]
        return a[at + 1 :] == b[at + 1 :] or swapped
    long, short = (a, b) if len(a) > len(b) else (b, a)
    return long[at + 1 :] == short[at:]


def skeleton(word: str) -> str:
    """Give what slips of spelling leave of a name: its consonants, doubled ones once."""
    rest = re.sub(r"[aeiouyh]", "", word[1:]).replace("z", "s").replace("ck", "k")
    return re.sub(r"(.)\1+", r"\1", word[:1] + rest)


def surname_only(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Tell whether two names agree in the surname and one of them is no more than that."""
    return bool(a and b) and a[-1] == b[-1] and (len(a) == 1 or len(b) == 1)


def is_alike(one: str, two: str) -> bool:
    """Tell whether two names can be one person's, a surname alone included."""
    a, b = name_words(one), name_words(two)
    return fold_name(one) == fold_name(two) or same_words(a, b) or surname_only(a, b)


@lru_cache(maxsize=KEPT)
def acronym(name: str) -> str:
    """Give the capitals that begin a name's words."""
    return "".join(word[0] for word in name.split() if word[0].isupper())
