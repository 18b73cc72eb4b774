"""What a ruling that something is so amounts to: "must" orders, "unconstitutional" strikes down.

Reads the words of the holding, after the verb ("ruled that the agency must ...") or before a trailing
one ("The suit can go forward, a judge ruled Tuesday"). The words are the `holding` entries of
`lexicon/rulings.toml`, the first that fits counts. Who ruled is not looked at here.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import Any

from casetrack.extract.chunks import Chunk
from casetrack.lexicon import alternation, load_table

RULED = frozenset({"ruled", "rules", "ruling", "held", "declared", "holds", "decided", "decides", "agreed"})
SAID = frozenset({"said", "says", "found", "concluded", "determined", "finds", "concludes", "wrote"})
ENDS = frozenset({"because", "which", "saying"})
AUXILIARY = frozenset({"be", "have", "do", "modal"})
GROUP = AUXILIARY | {"adverb"}
TELLING = RULED | SAID
PLAIN = {"trial": "granted", "appeals": "granted"}


@cache
def _entries() -> list[dict[str, Any]]:
    """Give the entries, their words as a pattern of any of them."""
    return [
        entry | {key: _any_of(entry[key]) for key in ("about", "unless", "words") if key in entry}
        for entry in load_table("rulings")["holding"]
    ]


def _any_of(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf" {alternation(words, ' ')} ")


def read_holding(chunks: list[Chunk], at: int) -> dict[str, str] | None:
    """Classify what the verb at `at` tells was held; None when it tells no holding."""
    lower = chunks[at].lower
    if lower not in TELLING:
        return None
    if trails(chunks, at):
        if lower == "said" and any(c.text == "I" for c in chunks[:at]):
            return None  # "I have a duty I can't avoid," the judge said
        told = _classify(chunks[: at - 1], lower, lower in RULED | {"said"})
        settled = lower == "decided" and any(c.lower == "will" for c in chunks[:at])
        return PLAIN if told is None and settled else told
    tail = chunks[at + 1 : at + 30]
    head = {c.lower for c in tail[:3]}
    opened = bool({"that", "the", "it", "its"} & head) or (bool(tail) and tail[0].possessive)
    opened |= "in" in head and any(c.lower == "that" for c in tail[:12])  # "held in Lee v. Dow that"
    if lower in {"held", "found"} and not opened:
        return None
    if lower in {"said", "says", "wrote"} and any(c.kind == "quote" for c in tail[:12]):
        return None
    return _classify(tail, lower, lower in RULED)


def trails(chunks: list[Chunk], at: int) -> bool:
    """Tell whether the verb only closes the sentence: ", a federal judge ruled Tuesday."."""
    for step, chunk in enumerate(chunks[at + 1 : at + 4], at + 1):
        if chunk.lower == "in" and any(c.kind == "instrument" for c in chunks[step + 1 : step + 5]):
            return any(c.text == "," for c in chunks[max(0, at - 14) : at])  # "ruled Friday in an order that"
        if chunk.kind in {"date", "time", "adverb"} or chunk.lower in {"on", "in", "late", "early"}:
            continue
        break
    else:
        return False
    if chunk.kind not in {"stop", "comma", "quote"} and chunk.text not in {".", "!", "?"}:
        return False
    return any(c.text == "," for c in chunks[max(0, at - 14) : at])


def _classify(tail: list[Chunk], lower: str, firm: bool) -> dict[str, str] | None:
    """Give what the words held amount to; `firm` after a verb of decision, or if who spoke is told last."""
    text = " " + " ".join(c.lower for c in _first_clause(tail)) + " "
    for entry in _entries():
        if entry.get("ruled_only") and not firm:
            continue
        if "about" in entry and not entry["about"].search(text):
            continue
        if "unless" in entry and entry["unless"].search(text):
            continue
        if entry["words"].search(text):
            if lower in SAID and entry.get("said") == "nothing":
                return None  # "said Ann Porter violated the order" gives a reason
            return {"trial": entry["trial"], "appeals": entry["appeals"]}
    return PLAIN if lower in {"ruled", "rules", "held"} else None


def _first_clause(tail: list[Chunk]) -> list[Chunk]:
    """Leave out what is said of somebody in passing: "youths who are in the country illegally must"."""
    for at, chunk in enumerate(tail):
        if chunk.lower == "who" and at:
            on = _second_verb(tail, at)
            return tail[:at] if on is None else tail[:at] + _first_clause(tail[on:])
        if at > 2 and chunk.lower in ENDS:
            return tail[:at]
    return tail


def _second_verb(chunks: list[Chunk], at: int) -> int | None:
    """Give where a verb stands apart from the first one after `at`, with which a relative clause is over."""
    told = [i for i, c in enumerate(chunks[at:], at) if c.kind in AUXILIARY or c.lower.endswith("ed")]
    return next((b for a, b in pairwise(told) if any(c.kind not in GROUP for c in chunks[a + 1 : b])), None)
