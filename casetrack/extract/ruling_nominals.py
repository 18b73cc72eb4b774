"""Decisions that a sentence only names: "her Nov. 8 gag order", "the Oct. 30 injunction", "a stay in May".

The noun must be one that tells by itself what was decided, and have a date of its own; the verb
beside it tells something else ("violated", "appealed"). What was asked for or feared is none.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from casetrack.extract.chunks import Chunk
from casetrack.extract.names import NameMention
from casetrack.extract.ruling_actors import ASKED, owner_of
from casetrack.extract.ruling_dates import date_of_order
from casetrack.extract.scene import RulingFind, Scene
from casetrack.extract.sentences import Sentence
from casetrack.lexicon import load_table

PRIOR = frozenset({"prior", "priors", "strike", "strikes"})
"""What makes of a conviction a piece of somebody's record: "two 1992 robbery conviction priors"."""


@cache
def _entries() -> list[dict[str, Any]]:
    return list(load_table("rulings")["noun"])


def find_named(sentence: Sentence, chunks: list[Chunk], scene: Scene) -> list[RulingFind]:
    """Find the dated orders and verdicts that a sentence names, in text order."""
    found = []
    for at, chunk in enumerate(chunks):
        entry = _match_noun(chunks, at)
        if entry is None:
            continue
        date = date_of_order(chunks, at, scene.published)
        if (
            date is None
            or not _is_definite(chunks, at)
            or {c.lower for c in chunks[max(0, at - 8) : at]} & ASKED
            or {c.lower for c in chunks[max(0, at - 4) : at + 3]} & PRIOR
        ):
            continue
        names = tuple(scene.roster.resolve(c.value) for c in chunks if _is_person(c))
        subject = " ".join(c.text for c in chunks[max(0, at - 2) : at + 1] if c.kind not in {"date", "det"})
        found.append(
            RulingFind(
                sentence, entry["value"], entry["id"], 0.8, False, True, False,
                owner_of(chunks, at, scene), date, chunk.start, subject, None, names,
            )
        )  # fmt: skip
    return found


def _is_definite(chunks: list[Chunk], at: int) -> bool:
    """Tell "her March conviction" from "with conviction in March"."""
    for chunk in reversed(chunks[max(0, at - 6) : at]):
        if chunk.kind in {"det", "pronoun"} or chunk.possessive:
            return True
        if chunk.kind not in {"word", "date", "adverb"}:
            return False
    return False


def _match_noun(chunks: list[Chunk], at: int) -> dict[str, Any] | None:
    """Match "gag order", "injunction": the words of an entry end at the chunk `at`."""
    for entry in _entries():
        for phrase in entry["nouns"]:
            words = phrase.split()
            if [c.lower for c in chunks[max(0, at - len(words) + 1) : at + 1]] == words:
                return entry
    return None


def _is_person(chunk: Chunk) -> bool:
    return isinstance(chunk.value, NameMention) and chunk.kind in {"name", "judge"}
