"""Words that are now this, now that: "court" in "court papers", "her" in "sentenced her Thursday"."""

from __future__ import annotations

from functools import cache

from casetrack.extract.chunks import Chunk
from casetrack.lexicon import load_table

NOT_AFTER_JUSTICE = frozenset(
    {"department", "system", "ministry", "minister", "reform", "officials", "secretary"}
)
NOT_BEFORE_JUSTICE = frozenset(
    {"of", "for", "criminal", "social", "obstructing", "obstruct", "to", "bring", "juvenile"}
)

TIMES_OF_DAY = frozenset({"morning", "afternoon", "evening", "night"})
SHARED = frozenset({"each", "both", "all"})
"""Says of several what a verb tells: "were each sentenced"."""


def _tells_time_of_day(chunk: Chunk, before: Chunk | None, after: str) -> bool:
    """ "Late Tuesday", "Tuesday night": the day stays next to its verb."""
    if chunk.lower in {"late", "early"}:
        return after == "date"
    return chunk.lower in TIMES_OF_DAY and before is not None and before.kind == "date"


def _kind_of_shared(chunk: Chunk, before: Chunk | None, after: str) -> str:
    """Read "were each sentenced" as adverb and verb, "Both were sentenced" as a subject and its verb."""
    if before is not None and before.kind in {"be", "have"}:
        return "adverb" if after != "have" else chunk.kind
    return "pronoun" if after != "word" and (before is None or before.kind == "comma") else chunk.kind


OWNED = frozenset({"word", "instrument", "person", "prosecution"})


def _owns(chunks: list[Chunk], at: int) -> bool:
    """Tell "her trial", "her Nov. 8 order" from "sentenced her Thursday in Reno"."""
    after = [chunk.kind for chunk in chunks[at + 1 : at + 3]]
    return (bool(after) and after[0] in OWNED) or after in DATED_OWN


OBJECTS = frozenset({"name", "organization", "det", "pronoun", "person", "judge", "place"})


def _has_object(chunks: list[Chunk], verb: int) -> bool:
    been = chunks[verb].lower == "been"
    return been or (
        verb + 1 < len(chunks) and chunks[verb + 1].kind in OBJECTS and chunks[verb].lower.endswith("ed")
    )


DATED_OWN = [["date", kind] for kind in sorted(OWNED)]
SHORT_BE = frozenset({"'s", "’s"})
"""Short for "is" in "who's sued", for "has" in "who's sued Bo Lee"."""
UNSETTLED = frozenset({"justice", "late", "early", "her"}) | TIMES_OF_DAY | SHARED | SHORT_BE
"""Words that are now this, now that; so is every court."""


def settle_kinds(chunks: list[Chunk]) -> list[Chunk]:
    """Take "court" in "court papers" and "in court" for a plain word; the same list if nothing changes."""
    out = chunks
    for at, chunk in enumerate(chunks):
        if chunk.kind != "court" and chunk.lower not in UNSETTLED:
            continue
        follows = chunks[at + 1].lower if at + 1 < len(chunks) else ""
        after = chunks[at + 1].kind if at + 1 < len(chunks) else ""
        if chunk.text == "justice" and (
            follows in NOT_AFTER_JUSTICE or (at and chunks[at - 1].lower in NOT_BEFORE_JUSTICE)
        ):
            chunk = chunk.as_kind("word")
        elif _tells_time_of_day(chunk, chunks[at - 1] if at else None, after):
            chunk = chunk.as_kind("adverb")
        elif chunk.lower in SHARED and after in {"be", "have", "word"}:
            chunk = chunk.as_kind(_kind_of_shared(chunk, chunks[at - 1] if at else None, after))
        elif chunk.lower == "her" and _owns(chunks, at):
            chunk = chunk.as_kind("det")
        elif chunk.lower in SHORT_BE and after == "word" and _has_object(chunks, at + 1):
            chunk = chunk.as_kind("have")
        if chunk.kind == "court" and _is_no_court(chunk, chunks[at - 1].lower if at else "", follows):
            chunk = chunk.as_kind("word")
        if chunk is not chunks[at]:
            out = list(chunks) if out is chunks else out
            out[at] = chunk
    return out


def _is_no_court(chunk: Chunk, before: str, after: str) -> bool:
    """Tell "court" in "court papers" and "in court", and a court that only says where its judge sits."""
    if chunk.value is None:
        return after in _not_after_court() or before in {"in", "to", "out", "into"}
    return after in {"judge", "judges", "justice", "justices"}


@cache
def _not_after_court() -> frozenset[str]:
    return frozenset(load_table("actors")["not_after_court"])
