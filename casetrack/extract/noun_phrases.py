"""The noun that governs a phrase: "judge" of "a judge in that case", "a federal judge in Seattle"."""

from __future__ import annotations

from casetrack.extract.chunks import Chunk
from casetrack.extract.word_classes import LINKING_PREP, NOMINAL, PAST_FORMS

GROUPED = NOMINAL | {"conj", "adverb"}
"""What a noun and those listed with it are made of."""


def noun_head(chunks: list[Chunk], tail: int) -> int:
    """Follow "judge in Seattle", "panel of the court" back to the noun that governs."""
    if chunks[tail].kind == "pronoun" and not (tail and chunks[tail - 1].kind == "prep"):
        return tail  # not that of "the charges against him"
    mixed = [c.lower for c in chunks[max(0, tail - 3) : tail + 1 : 3]]  # "a jury of seven women and five men"
    head = at = tail - 3 if set(mixed) == {"men", "women"} else tail
    for _ in range(5):
        edge = at
        while (
            edge > 0
            and chunks[edge - 1].kind in GROUPED
            and not _is_verb_like(chunks, edge - 1)
            and at - edge < 7
        ):
            edge -= 1
        if edge > 0 and (chunks[edge - 1].kind == "det" or _is_that(chunks, edge - 1)):
            edge -= 1
        asked = _infinitive_owner(chunks, edge)
        if asked is not None:
            at = head = asked
            continue
        if (
            edge > 1
            and chunks[edge - 1].kind == "prep"
            and chunks[edge - 1].lower in LINKING_PREP
            and chunks[edge - 2].kind in NOMINAL
        ):
            if _is_verb_like(chunks, edge - 2):
                return head
            at = head = edge - 2
            continue
        return head
    return head


def _infinitive_owner(chunks: list[Chunk], edge: int) -> int | None:
    """In "a motion to move her trial", give the noun that "to move" hangs on."""
    to = edge - 2
    if to < 1 or chunks[to].lower != "to" or chunks[edge - 1].kind != "word":
        return None
    return to - 1 if chunks[to - 1].kind in NOMINAL else None


def _is_verb_like(chunks: list[Chunk], at: int) -> bool:
    lower = chunks[at].lower
    return chunks[at].kind == "word" and (
        lower in PAST_FORMS
        or (
            lower.endswith("ed")
            and len(lower) > 4
            and not lower.endswith(("-based", "-appointed", "armed", "united", "divided", "-imposed"))
        )
    )


def _is_that(chunks: list[Chunk], at: int) -> bool:
    """Tell the "that" of "in that case", which points, from one that begins a clause."""
    return at > 0 and chunks[at].lower == "that" and chunks[at - 1].kind == "prep"


ENDING = frozenset({"prep", "date", "time", "stop", "comma", "adverb", "conj"})


def points(after: list[Chunk]) -> bool:
    """Tell "that request on Monday", which points, from "that he knew of it", which tells what was said."""
    if len(after) < 2 or after[0].lower != "that" or after[1].kind not in {"word", "instrument"}:
        return False
    return len(after) == 2 or after[2].kind in ENDING or not after[2].text[:1].isalnum()
