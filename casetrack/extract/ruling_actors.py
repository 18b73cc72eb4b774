"""Who decided: the subject of a verb, the agent of a passive, the owner of an order."""

from __future__ import annotations

import re
from dataclasses import replace

from casetrack.extract.chunks import Chunk, court_of
from casetrack.extract.deciders import Decider, read_decider
from casetrack.extract.frames import DECIDER_KINDS, Frame, object_classes
from casetrack.extract.grammar import VerbUse, agent_of, find_subject, is_finite, read_verb
from casetrack.extract.scene import Scene
from casetrack.extract.sentences import Sentence
from casetrack.lexicon import load_table


def decide(
    frame: Frame, use: VerbUse, chunks: list[Chunk], after: list[Chunk], scene: Scene, sentence: Sentence
) -> Decider | bool | None:
    """Find who decided: a Decider, None for a passive without agent, False if nobody who could."""
    if use.voice == "passive":
        return _decide_passive(frame, use, chunks, after, scene)
    if frame.object and not _object_fits(frame, chunks, use.at, after):
        return False
    subject = _subject_index(use, chunks)
    if subject is None:
        return _from_opening(frame, use, chunks, scene)
    return _as_decider(frame, chunks, subject, scene)


def _subject_index(use: VerbUse, chunks: list[Chunk]) -> int | None:
    if use.voice == "gerund":
        return _gerund_subject(chunks, use.first)
    if use.voice == "infinitive":
        for back in range(use.first - 1, -1, -1):
            if chunks[back].lower in {
                "agreed",
                "agrees",
                "voted",
                "votes",
                "moved",
                "decided",
                "ruled",
                "chose",
                "opted",
                "acted",
                "went",
                "declined",
                "refused",
            }:
                return find_subject(chunks, read_verb(chunks, back, "dn").first)
            if chunks[back].lower in {"decision", "vote", "order", "ruling", "refusal", "agreement"}:
                return back
        return None
    return find_subject(chunks, use.first)


def _gerund_subject(chunks: list[Chunk], first: int) -> int | None:
    """ "An order blocking" has its noun; "denied X, rejecting Y" the subject of the clause."""
    if first and chunks[first - 1].kind in {"instrument", "judge", "court", "jury", "panel"}:
        return first - 1
    if first and chunks[first - 1].lower in {
        "from",
        "of",
        "for",
        "without",
        "about",
        "toward",
        "towards",
        "against",
    }:
        return None
    opening = first <= 3 or all(
        c.kind in {"prep", "adverb", "quote", "date", "comma", "conj"} for c in chunks[:first]
    )
    if opening:
        comma = next((i for i in range(first, len(chunks)) if chunks[i].text == ","), None)
        after = range(comma + 1 if comma else first, len(chunks))
        return next(
            (i for i in after if chunks[i].kind in {"judge", "court", "jury", "panel", "board", "name"}), None
        )
    for back in range(first - 1, -1, -1):
        if is_finite(chunks, back):
            group = back
            while group > 0 and chunks[group - 1].kind in {"be", "have", "do", "modal", "adverb", "not"}:
                group -= 1
            subject = find_subject(chunks, group)
            if subject is not None and chunks[subject].kind in {"instrument"} | set(DECIDER_KINDS) | {
                "name",
                "pronoun",
                "organization",
            }:
                return subject
    actors = [i for i in range(first) if chunks[i].kind in DECIDER_KINDS and not chunks[i].possessive]
    return actors[-1] if actors and chunks[0].kind != "name" else None


def _as_decider(frame: Frame, chunks: list[Chunk], at: int, scene: Scene) -> Decider | bool | None:
    chunk = chunks[at]
    if chunk.kind == "instrument":
        return _instrument(chunks, at, scene)
    if (chunk.kind == "person" and "person" in frame.subject) or (
        chunk.kind == "name" and "person" in frame.subject
    ):
        return None
    if chunk.kind == "prosecution" or (
        chunk.kind == "organization" and re.search(r"(?:Attorney|Prosecutor|DA)", chunk.text)
    ):
        return Decider("prosecution", "other") if "prosecution" in frame.subject else False
    if chunk.kind == "pronoun" and chunk.lower in {"he", "she", "it", "they"}:
        known = _decider_before(chunks, at, scene) or scene.last_decider
        return (
            known if known is not None and _pronoun_fits(chunk.lower, known) and not frame.generic else False
        )
    decider = read_decider(chunks, at, scene.roster, scene.home)
    if decider is None and "release" in frame.object and chunk.kind == "organization":
        boards = [
            i for i in range(at) if (court := court_of(chunks[i])) is not None and court.level == "board"
        ]
        decider = read_decider(chunks, boards[-1], scene.roster, scene.home) if boards else None
    if decider is None or decider.kind not in frame.subject or _is_general(chunks, at, scene):
        return False
    return decider


def _is_general(chunks: list[Chunk], at: int, scene: Scene) -> bool:
    """ "Judges have upheld such bargains" speaks of no case."""
    if chunks[at].lower not in {"judges", "courts", "juries", "panels"}:
        return False
    before = chunks[at - 1] if at else None
    bare = before is None or (
        before.kind in {"comma", "adverb", "dash", "quote", "conj", "word"}
        and before.lower not in {"federal", "appeals", "lower", "district", "circuit", "state"}
    )
    return bare and not any(c.kind == "date" for c in chunks)


ASKED = frozenset(
    {
        "seeking",
        "seeks",
        "sought",
        "seek",
        "request",
        "requests",
        "requested",
        "requesting",
        "asked",
        "asking",
        "asks",
        "sued",
        "wants",
        "signed",
        "executive",
        "president’s",
        "president's",
        "against",
        "for",
    }
)


def _instrument(chunks: list[Chunk], at: int, scene: Scene) -> Decider | bool | None:
    """ "A judge's order blocking" tells a decision; "seeking an order blocking" asks for one."""
    before = {c.lower for c in chunks[max(0, at - 7) : at]}
    if before & ASKED:
        return False
    owner = _owner_of(chunks, at, scene)
    if owner is not None:
        return owner
    return (
        None
        if chunks[at].lower in {"ruling", "rulings", "injunction", "injunctions", "verdict"}
        or "court" in before
        else False
    )


def _decider_before(chunks: list[Chunk], at: int, scene: Scene) -> Decider | None:
    for back in range(at - 1, -1, -1):
        if chunks[back].kind in DECIDER_KINDS or chunks[back].kind == "name":
            decider = read_decider(chunks, back, scene.roster, scene.home)
            if decider is not None:
                return decider
    return None


def _pronoun_fits(pronoun: str, decider: Decider | None) -> bool:
    if decider is None:
        return False
    return (
        decider.kind == "judge"
        if pronoun in {"he", "she"}
        else decider.kind != "judge" or len(decider.judges) > 1
    )


def _owner_of(chunks: list[Chunk], at: int, scene: Scene) -> Decider | None:
    """Whose order it is: "Judge Lee's order", "a ruling by a panel of judges"."""
    for near in [*range(max(0, at - 4), at), *range(at + 1, min(len(chunks), at + 9))]:
        chunk = chunks[near]
        if near < at and not (chunk.possessive or chunk.kind == "court"):
            continue
        if near > at and not any(c.lower in {"by", "from", "of"} for c in chunks[at + 1 : near]):
            continue
        decider = read_decider(
            [*chunks[:near], replace(chunk, possessive=False), *chunks[near + 1 :]], near, scene.roster
        )
        if decider is not None:
            return decider
    return None


def _from_opening(frame: Frame, use: VerbUse, chunks: list[Chunk], scene: Scene) -> Decider | bool | None:
    if frame.generic or use.voice == "gerund" or use.voice == "infinitive":
        return False
    head = [c.kind for c in chunks[: use.first]]
    if "judge" in head and use.first <= 6:
        return read_decider(chunks, head.index("judge"), scene.roster) or False
    return False


def _decide_passive(
    frame: Frame, use: VerbUse, chunks: list[Chunk], after: list[Chunk], scene: Scene
) -> Decider | bool | None:
    agent = agent_of(chunks, use.at)
    by: Decider | bool | None = None
    if agent is not None:
        by = _as_decider(replace(frame, generic=True), chunks, agent, scene)
        if by is False:
            return False
    subject = find_subject(chunks, use.first)
    head = chunks[subject] if subject is not None else None
    if isinstance(by, Decider) and (
        not frame.object or frame.object == ("any",) or head is None or _class_fits(frame, head)
    ):
        return by
    if head is None or not frame.passive:
        return False
    if _class_fits(frame, head) or _retained_object(frame, head, after):
        if frame.passive in {("guilty",), ("not guilty",)} and not _object_fits(frame, chunks, use.at, after):
            return False
        return by
    return False


def _class_fits(frame: Frame, head: Chunk) -> bool:
    if any(name in {"person", "guilty", "not guilty"} for name in frame.passive) and (
        head.kind in {"person", "name", "pronoun"}
        or head.kind == "organization"
        or head.lower in {"all", "both", "who"}
    ):
        return True
    return any(head.lower in object_classes().get(name, ()) for name in frame.passive)


def _retained_object(frame: Frame, head: Chunk, after: list[Chunk]) -> bool:
    """ "Spencer has been denied parole": the person is the subject, parole stays object."""
    if "release" not in frame.passive or head.kind not in {"name", "pronoun", "person"}:
        return False
    return any(c.lower in object_classes()["release"] for c in after[:3])


def _object_fits(frame: Frame, chunks: list[Chunk], at: int, after: list[Chunk]) -> bool:
    words = [c.lower for c in after]
    for name in frame.object:
        if name == "any" and after:
            return True
        if name == "infinitive" and "to" in words[:4]:
            return True
        if name == "person" and any(c.kind in {"name", "person", "pronoun"} for c in after[:8]):
            return True
        if name == "guilty" and "guilty" in words and "not" not in words[: words.index("guilty")]:
            return True
        if name == "not guilty" and "guilty" in words and "not" in words[: words.index("guilty")]:
            return True
        if name == "told_to" and "to" in words[:9]:
            return True
        if name == "holding" and read_holding(chunks, at) is not None:
            return True
        if any(word in object_classes().get(name, ()) for word in words[:9]):
            return True
    return False


def read_holding(chunks: list[Chunk], at: int) -> dict[str, str] | None:
    """Classify what was held: "must" orders, "unconstitutional" strikes down."""
    lower = chunks[at].lower
    tail = chunks[at + 1 : at + 30]
    head = {c.lower for c in tail[:3]}
    if lower not in {"ruled", "rules", "ruling", "held", "declared", "holds"} and lower not in {
        "said",
        "says",
        "found",
        "concluded",
        "decided",
        "determined",
    }:
        return None
    if lower in {"held", "found"} and not ({"that", "the", "it", "its"} & head):
        return None
    if lower in {"said", "says"} and any(c.kind == "quote" for c in tail[:12]):
        return None
    text = " " + " ".join(c.lower for c in tail) + " "
    for entry in load_table("rulings")["holding"]:
        if any(f" {word} " in text for word in entry["words"]):
            return {"trial": entry["trial"], "appeals": entry["appeals"]}
    return {"trial": "granted", "appeals": "granted"} if lower in {"ruled", "rules"} else None
