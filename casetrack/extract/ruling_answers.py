"""Bare answers of a judge to what was asked: "asked the judge to declare a mistrial. She refused."

The answer closes its clause and has no object of its own; the request stands before it in the same
sentence or in the one before. Answers with an object are found in `rulings.py`.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from casetrack.extract.chunks import Chunk, Clause
from casetrack.extract.deciders import Decider, read_decider
from casetrack.extract.names import NameMention
from casetrack.extract.ruling_dates import pick_date
from casetrack.extract.scene import RulingFind, Scene
from casetrack.extract.sentences import Sentence
from casetrack.lexicon import load_table

CLOSING = frozenset({"date", "time", "adverb"})
FRONT = 8
"""An answer to the sentence before stands within so many chunks of its own."""
TALK = frozenset(
    {"comment", "interview", "interviews", "statement", "answer", "elaborate", "whether", "about"}
)
"""Who is asked for these is asked to speak, not to rule."""
AFTERWARDS = frozenset({"before", "after", "when", "as", "because", "saying", "citing", "calling"})
"""What opens a clause that no answer takes as its object: "said no before he had finished"."""
AUXILIARY = frozenset({"said", "says", "on", "has"})
JOINING = frozenset({"on", "in", "but", "and", "late", "early"})


@cache
def _answers() -> dict[str, dict[str, Any]]:
    return {word: entry for entry in load_table("rulings")["answer"] for word in entry["words"]}


@cache
def _closing_words() -> frozenset[str]:
    """Give the words that an answer can end with: at most chunks there is nothing to match."""
    return frozenset([*_answers(), *(words.split()[-1] for words in _answers())])


@cache
def _wished() -> frozenset[str]:
    return frozenset(load_table("actors")["wished"])


def find_answers(sentence: Sentence, chunks: Clause, scene: Scene) -> list[RulingFind]:
    """Find the bare answers of one sentence, in text order."""
    found: list[RulingFind] = []
    closing = _closing_words()
    if closing.isdisjoint(chunks.words):
        return found
    for at, chunk in enumerate(chunks):
        entry = _match_answer(chunks, at) if chunk.lower in closing else None
        if entry is None or not _closes(chunks, at):
            continue
        decider = _answerer(chunks, at, scene)
        if decider is None or not _was_asked(chunks, at, scene):
            continue
        date = pick_date(chunks, at, scene.published) or scene.said_date
        names = tuple(scene.roster.resolve(c.value) for c in chunks if isinstance(c.value, NameMention))
        found.append(
            RulingFind(
                sentence, entry["value"], entry["id"], 0.7, bool(entry.get("loose")), False, False, decider,
                date,
                chunks.start(at), None, None, names,
            )
        )  # fmt: skip
    return found


def _match_answer(chunks: list[Chunk], at: int) -> dict[str, Any] | None:
    said = f"{chunks[at - 1].lower} {chunks[at].lower}" if at else ""
    return _answers().get(chunks[at].lower) or _answers().get(said)


def _closes(chunks: list[Chunk], at: int) -> bool:
    """Tell whether nothing but a day stands between the answer and the end of its clause."""
    for chunk in chunks[at + 1 : at + 5]:
        if chunk.text in {".", ",", ";", "!"} or chunk.kind == "dash" or chunk.lower in AFTERWARDS:
            return True
        if chunk.kind not in CLOSING and chunk.lower not in JOINING:
            return False
    return True


def _answerer(chunks: Clause, at: int, scene: Scene) -> Decider | None:
    """Give the judge or court right before the answer, "he" and "she" being the judge last spoken of."""
    back = at - 1
    while back >= 0 and (chunks[back].kind in CLOSING | {"be", "not"} or chunks[back].lower in AUXILIARY):
        back -= 1
    if back < 0 or chunks[back].possessive:
        return None
    if chunks[back].lower in {"he", "she"}:
        opening = back - 1
        while opening >= 0 and (chunks[opening].kind == "date" or chunks[opening].lower == "on"):
            opening -= 1
        if opening >= 0 and chunks[opening].kind not in {"comma", "conj", "quote", "dash"}:
            return None
        asked = next((i for i in range(opening, 0, -1) if chunks[i].kind == "judge"), None)
        judge = read_decider(chunks, asked, scene.roster, scene.home) if asked else scene.last_decider
        return judge if judge is not None and judge.kind == "judge" else None
    if chunks[back].kind not in {"judge", "court", "panel", "name"}:
        return None
    return read_decider(chunks, back, scene.roster, scene.home)


def _was_asked(chunks: list[Chunk], at: int, scene: Scene) -> bool:
    """Tell whether somebody else wanted something: in this sentence before the answer, or in the last."""
    if any(_is_wish(chunks, i) for i in range(at)):
        return True
    before = list(scene.before) if at <= FRONT else []
    return any(_is_wish(before, i) for i in range(len(before)))


def _is_wish(chunks: list[Chunk], at: int) -> bool:
    """Tell "lawyers asked", "her motion" from "the judge asked" and "was asked by the judge"."""
    if chunks[at].lower not in _wished() or {c.lower for c in chunks[at + 1 : at + 10]} & TALK:
        return False
    by = at + 1 < len(chunks) and chunks[at + 1].lower == "by"
    asker = chunks[at + 2 : at + 5] if by else chunks[max(0, at - 2) : at]
    return not any(c.kind in {"judge", "court", "panel"} for c in asker)
