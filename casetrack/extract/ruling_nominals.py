"""Decisions that a sentence only names: "her Nov. 8 gag order", "the Oct. 30 injunction", "a stay in May".

The noun must be one that tells by itself what was decided, and have a date of its own; the verb
beside it tells something else ("violated", "appealed"). What was asked for or feared is none. A deed
("the judge's dismissal of the suit") needs its date or the one who did it.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from casetrack.extract.chunks import Chunk, Clause
from casetrack.extract.frames import object_classes
from casetrack.extract.names import NameMention
from casetrack.extract.ruling_actors import ASKED, owner_of
from casetrack.extract.ruling_dates import date_of_order
from casetrack.extract.scene import RulingFind, Scene
from casetrack.extract.sentences import Sentence
from casetrack.lexicon import load_table

FEARED = frozenset(
    {"fear", "fears", "feared", "possible", "possibility", "risk", "threat", "if", "hope", "hopes", "hoping"}
    | {"expect", "expects", "expected", "potential", "likely", "await", "awaits", "pending", "without"}
)
PRIOR = frozenset({"prior", "priors", "strike", "strikes"})
"""What makes of a conviction a piece of somebody's record: "two 1992 robbery conviction priors"."""


@cache
def _nouns_by_end() -> dict[str, list[tuple[list[str], dict[str, Any]]]]:
    """Map the last word of every noun phrase to the phrases it ends, in the order of the table."""
    nouns: dict[str, list[tuple[list[str], dict[str, Any]]]] = {}
    for entry in load_table("rulings")["noun"]:
        for phrase in entry["nouns"]:
            words = phrase.split()
            nouns.setdefault(words[-1], []).append((words, entry))
    return nouns


@cache
def _last_words() -> frozenset[str]:
    return frozenset(_nouns_by_end())


def find_named(sentence: Sentence, chunks: Clause, scene: Scene) -> list[RulingFind]:
    """Find the dated orders and verdicts that a sentence names, in text order."""
    found: list[RulingFind] = []
    if "date" not in chunks.kinds or _last_words().isdisjoint(chunks.words):
        return found
    for at, chunk in enumerate(chunks):
        entry = _match_noun(chunks, at) if chunk.lower in _last_words() else None
        if entry is None:
            continue
        date = date_of_order(chunks, at, scene.published)
        if (
            date is None
            or not _is_definite(chunks, at)
            or {c.lower for c in chunks[max(0, at - 8) : at]} & ASKED
            or {c.lower for c in chunks[max(0, at - 4) : at + 3]} & PRIOR
            or _is_appealed_on(chunks, at)
        ):
            continue
        names = tuple(scene.roster.resolve(c.value) for c in chunks if _is_person(c))
        subject = " ".join(c.text for c in chunks[max(0, at - 2) : at + 1] if c.kind not in {"date", "det"})
        found.append(
            RulingFind(
                sentence, entry["value"], entry["id"], 0.8, False, True, False,
                owner_of(chunks, at, scene), date, chunks.start(at), subject, None, names,
            )
        )  # fmt: skip
    return found


APPEALED = frozenset({"appealed", "appeal", "challenged", "contested", "protested"})


def _is_appealed_on(chunks: list[Chunk], at: int) -> bool:
    """Tell "appealed his conviction on Tuesday" from "appealed his March conviction"."""
    before = chunks[max(0, at - 6) : at]
    dated = any(c.kind == "date" for c in before[-3:]) or all(
        c.kind != "date" for c in chunks[at + 1 : at + 4]
    )
    return not dated and not APPEALED.isdisjoint([c.lower for c in before])


def find_deeds(sentence: Sentence, chunks: Clause, scene: Scene) -> list[RulingFind]:
    """Find the deeds of a court told by a noun with what it was done to: "Monday's acquittal of"."""
    found: list[RulingFind] = []
    if _deed_words().isdisjoint(chunks.words):
        return found
    deeds = _deeds()
    for at, chunk in enumerate(chunks):
        entry = deeds.get(chunk.lower)
        if entry is None or not _is_definite(chunks, at) or not _deed_fits(entry, chunks, at):
            continue
        if {c.lower for c in chunks[max(0, at - 8) : at]} & (ASKED | FEARED):
            continue
        date = date_of_order(chunks, at, scene.published)
        owner = owner_of(chunks, at, scene)
        if owner is None and (date is None or _is_owned(chunks, at)):
            continue
        names = tuple(scene.roster.resolve(c.value) for c in chunks if _is_person(c))
        subject = " ".join(c.text for c in chunks[at : at + 7] if c.kind != "date")
        found.append(
            RulingFind(
                sentence, entry["value"], entry["id"], 0.75, False, date is None, False,
                owner, date, chunks.start(at), subject, None, names,
            )
        )  # fmt: skip
    return found


@cache
def _deeds() -> dict[str, dict[str, Any]]:
    return {noun: entry for entry in load_table("rulings")["deed"] for noun in entry["nouns"]}


@cache
def _deed_words() -> frozenset[str]:
    return frozenset(_deeds())


def _deed_fits(entry: dict[str, Any], chunks: list[Chunk], at: int) -> bool:
    after = [c for c in chunks[at + 1 : at + 9] if c.kind != "date" and c.lower != "on"]
    if after and after[0].lower == "to":
        return len(after) > 1 and after[1].lower in entry.get("to", ())
    if not after or after[0].lower != "of":
        return False
    if "person" in entry["of"] and any(c.kind in {"name", "person"} for c in after[1:4]):
        return True
    return any(c.lower in object_classes().get(name, ()) for name in entry["of"] for c in after[1:6])


def _is_owned(chunks: list[Chunk], at: int) -> bool:
    """Tell "the company's refusal" from "Monday's refusal": somebody who decides nothing."""
    return any(
        c.kind != "date" and (c.possessive or c.lower in {"his", "her", "their", "its"})
        for c in chunks[max(0, at - 3) : at]
    )


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
    for words, entry in _nouns_by_end().get(chunks[at].lower, ()):
        if [c.lower for c in chunks[max(0, at - len(words) + 1) : at + 1]] == words:
            return entry
    return None


def _is_person(chunk: Chunk) -> bool:
    return isinstance(chunk.value, NameMention) and chunk.kind in {"name", "judge"}
