"""One party as one sentence shows it, and lists of names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from casetrack.extract.chunks import Chunk
from casetrack.extract.names import NameMention
from casetrack.lexicon import load_table

PARTY_KINDS = frozenset({"name", "organization", "place"})


COURT_RE = re.compile(r"\b(?:judges?|courts?|lawsuits?|sued|suit|injunction|appeals?|ruling|justices)\b")


@dataclass(frozen=True, slots=True)
class PartyFind:
    """One party in one sentence; `side` is defendant or plaintiff, `weight` how sure."""

    name: str
    kind: str
    side: str
    criminal: bool
    weight: float
    sentence: int
    group: int
    age: int | None = None


@cache
def party_words(group: str, key: str) -> frozenset[str]:
    return frozenset(load_table("parties")[group][key])


def read_list(chunks: list[Chunk], start: int) -> list[NameMention]:
    """Read a list of names that begins near `start`, going right: "A, 31, and the B Council"."""
    names: list[NameMention] = []
    gap = 0
    for at in range(start, min(len(chunks), start + 60)):
        chunk = chunks[at]
        if isinstance(chunk.value, NameMention) and chunk.kind in PARTY_KINDS:
            names.append(chunk.value)
            gap = 0
            if chunk.possessive:
                break
            continue
        if chunk.kind in {"comma", "conj", "det"} or chunk.lower.isdigit() or chunk.lower in {"jr", "."}:
            continue
        gap += 1
        limit = 5 if not names else 3
        if (
            chunk.kind in {"be", "have", "modal", "relative", "dash", "quote", "if"}
            or (chunk.kind == "prep" and chunk.lower not in {"of"})
            or gap > limit
        ):
            break
        if names and chunk.kind == "word" and chunk.lower.endswith("ed") and chunk.lower not in {"united"}:
            break
    return names
