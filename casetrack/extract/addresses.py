"""Where somebody lives, told between commas after their name: "Ann Porter, 31, of Mill Lane, Oswestry,"."""

from __future__ import annotations

from collections.abc import Sequence

from casetrack.extract.chunks import Chunk

PLACES = frozenset({"name", "place", "organization", "comma", "court"})
HOMES = frozenset({"no", "fixed", "address", "abode", "same", "formerly", "the", "near", "and"})
LONGEST = 12


def address_start(chunks: Sequence[Chunk], close: int) -> int | None:
    """Give the comma that opens the address which the comma at `close` closes; None if there is none.

    "Ann Porter, 31, of no fixed address, denied theft", "The 43-year-old, from Mill Lane, Oswestry, was",
    "Ann Porter (31), Mill Lane, Oswestry, pleaded", "Ann Porter, 31, Ely, Orrin County, was".
    """
    for back in range(close - 1, max(1, close - LONGEST), -1):
        chunk = chunks[back]
        if chunk.lower in {"of", "from"}:
            if chunks[back - 1].lower == "formerly" and chunks[back - 2].lower == "and":
                continue
            if chunks[back - 1].text == ")" and chunks[back - 2].lower.isdigit():
                return back if back + 1 < close else None
            opening = back - 2 if chunks[back - 1].lower in {"formerly", "both", "all"} else back - 1
            if opening < 1 or chunks[opening].text != "," or back + 1 == close:
                return None
            return opening if _tells_whom(chunks, opening - 1) else None
        if (
            chunk.text == ")"
            and back > 1
            and chunks[back - 1].lower.isdigit()
            and chunks[back + 1].text == ","
        ):
            return back + 1 if back + 2 < close else None
        if is_age(chunks, back) and chunks[back + 1].text == "," and chunks[back - 2].kind == "name":
            return back + 1 if back + 2 < close else None
        capital = chunk.text[:1].isupper() or chunk.lower.isdigit() or chunk.text == "."
        if chunk.kind not in PLACES and not capital and chunk.lower not in HOMES:
            return None
    return None


def _tells_whom(chunks: Sequence[Chunk], at: int) -> bool:
    chunk = chunks[at]
    if chunk.text == ")" and chunks[at - 1].lower.isdigit():
        return True
    return chunk.kind in {"name", "person", "judge"} or chunk.lower.isdigit() or is_year_old(chunk)


def is_year_old(chunk: Chunk) -> bool:
    """Tell "43-year-old", which stands for somebody."""
    return chunk.lower.endswith("-year-old")


def is_age(chunks: Sequence[Chunk], at: int) -> bool:
    """Tell the age of "Ann Lee, 41, who"."""
    return chunks[at].lower.isdigit() and at > 0 and chunks[at - 1].kind == "comma"


def aged_before(chunks: list[Chunk], opening: int) -> int | None:
    """Find Ann Lee of "Ann Lee, 48, the daughter of Acme's founder, Bo Lee, was charged".

    Args:
        opening: the comma before the last name.
    """
    for comma in range(opening - 1, max(2, opening - AGED_REACH), -1):
        if chunks[comma].kind == "comma" and chunks[comma - 1].lower.isdigit():
            named = chunks[comma - 3].kind == "name" and chunks[comma - 2].kind == "comma"
            return comma - 3 if named else None
    return None


AGED_REACH = 14
