"""The words of a sentence as a set, to tell in one step that a pattern cannot match there.

Knows no grammar and no vocabulary.
"""

from __future__ import annotations

import re
from functools import lru_cache

WORDS_RE = re.compile(r"\w+")
LIKE_ASCII = {0x17F: "s", 0x131: "i", 0x130: "i"}
"""The letters that a pattern without regard to case takes for s and i, though `lower` does not."""
MARKS = "’“”‘—–…\N{NO-BREAK SPACE}"
"""What American papers print beyond ASCII, and is part of no word."""
BLANKED = bytes(code if chr(code).isalnum() or code == ord("_") else ord(" ") for code in range(128))
BLANKED += bytes(range(128, 256))
"""Every ASCII character but letters, digits and the underscore turned into a blank, for `bytes.translate`."""


def small_letters(text: str) -> str:
    """Give a text in small letters, those like ASCII ones as such: an ASCII phrase that a pattern without
    regard to case can find is in it. Its length may change."""
    if text.isascii():
        return text.lower()
    return text.lower().replace("\u017f", "s").replace("\u0131", "i").replace("\u0307", "")


@lru_cache(maxsize=512)
def word_set(text: str) -> frozenset[str]:
    r"""Give the words of a text in small letters; a word is a run of what `\w` matches.

    Where a pattern needs one of some ASCII words as a whole word, and none of them is here, it cannot
    match, with or without regard to case. "Judge's" gives "judge" and "s".
    """
    plain = text
    if not text.isascii():
        for mark in MARKS:
            plain = plain.replace(mark, " ")
        if not plain.isascii():
            return frozenset(WORDS_RE.findall(text.translate(LIKE_ASCII).lower()))
    return frozenset(plain.lower().encode().translate(BLANKED).decode().split())


def holds_word(text: str, word: str) -> bool:
    r"""Tell whether a text holds a word whole, as the pattern `\bword\b` would: neither is folded."""
    at = text.find(word) if word else -1
    while at >= 0:
        end = at + len(word)
        if _is_edge(text[at - 1 : at] if at else "", word[0]) and _is_edge(word[-1], text[end : end + 1]):
            return True
        at = text.find(word, at + 1)
    return False


def _is_edge(left: str, right: str) -> bool:
    return (left.isalnum() or left == "_") != (right.isalnum() or right == "_")
