"""Who did what a passive verb tells: the agent after "by", if it is one that may decide or ask."""

from __future__ import annotations

from casetrack.extract.chunks import Chunk

AGENTS = frozenset({"judge", "court", "panel", "jury", "board", "prosecution", "name", "organization"})


AWAY = frozenset({"for", "after", "during", "following"})


def _names_bench(chunks: list[Chunk], at: int) -> bool:
    """Tell the place in "by a Reno jury", "by a Clark County judge" from an agent of its own."""
    follows = chunks[at + 1].kind if at + 1 < len(chunks) else ""
    named = chunks[at].kind in {"name", "organization", "place"} and not chunks[at].possessive
    return named and follows in {"judge", "jury", "panel", "court", "board"}


def agent_of(chunks: list[Chunk], at: int) -> int | None:
    """Find the agent of a passive: the head noun after "by"."""
    for index in range(at + 1, min(len(chunks) - 1, at + 14)):
        if chunks[index].kind == "comma" and chunks[index].text == ";":
            return None
        if chunks[index].lower == "by" and chunks[index - 1].lower not in {"motion", "request"}:
            for noun in range(index + 1, min(len(chunks), index + 9)):
                if chunks[noun].text == "," and noun + 1 < len(chunks) and chunks[noun + 1].kind == "det":
                    return None  # "approved by career staff, the court heard"
                if _names_bench(chunks, noun):
                    continue
                if chunks[noun].kind in AGENTS:
                    return noun
                if chunks[noun].kind in {"comma", "prep", "word"} and chunks[noun].lower.endswith("ing"):
                    return None
                if chunks[noun].lower in AWAY:
                    break  # "sentenced to death by lethal injection for the Elm Bank attack by a jury"
            else:
                return None
    return None
