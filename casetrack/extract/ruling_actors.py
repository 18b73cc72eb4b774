"""Who decided: the subject of a verb, the agent of a passive, the owner of an order."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from casetrack.extract.agents import agent_of
from casetrack.extract.chunks import Chunk, Clause, court_of
from casetrack.extract.deciders import Decider, read_decider
from casetrack.extract.frames import Frame, object_classes
from casetrack.extract.grammar import SEVERAL, VerbUse, find_subject
from casetrack.extract.ruling_objects import ASKING, object_before, object_fits, object_is_pronoun
from casetrack.extract.ruling_subjects import (
    governing_nouns,
    is_prosecution,
    read_pronoun,
    read_signer,
    subject_index,
    who_said,
)
from casetrack.extract.scene import Scene
from casetrack.extract.sentences import Sentence
from casetrack.extract.together import counted_one
from casetrack.lexicon import load_table

DISMISSED = frozenset({"suit", "motion", "ruling"})
"""What a judge disposes of, and nobody else."""


def decide(
    frame: Frame, use: VerbUse, chunks: Clause, after: list[Chunk], scene: Scene, sentence: Sentence
) -> Decider | bool | None:
    """Find who decided: a Decider, None for a passive without agent, False if nobody who could."""
    if use.voice == "passive":
        return _decide_passive(frame, use, chunks, after, scene)
    subject = subject_index(use, chunks)
    decider = (
        _from_opening(frame, use, chunks, scene)
        if subject is None
        else _as_decider(frame, chunks, subject, scene)
    )
    said = who_said(use, chunks) if decider is False and not DISMISSED.isdisjoint(frame.object) else None
    decider = decider if said is None else _as_decider(frame, chunks, said, scene)
    if decider is False:
        return False
    if frame.object and not (
        object_fits(frame, chunks, use.at, after)
        or object_is_pronoun(frame, chunks, use.at, after, scene)
        or object_before(frame, chunks, subject)
    ):
        return False
    return decider


def _as_decider(frame: Frame, chunks: Clause, at: int, scene: Scene) -> Decider | bool | None:
    chunk = chunks[at]
    if chunk.kind == "instrument":
        own = chunk.lower == "decision" and frame.value in REVIEWED
        return _instrument(chunks, at, scene, own)
    if "person" in frame.subject and (chunk.kind in {"person", "name"} or chunk.lower in {"he", "she"}):
        return None
    if is_prosecution(chunks, at):
        return Decider("prosecution", "other") if "prosecution" in frame.subject else False
    if chunk.kind == "pronoun" and chunk.lower in {"he", "she", "it", "they"}:
        repeated = read_pronoun(frame, chunks, at, scene)
        return repeated if repeated is not None and repeated.kind in frame.subject else False
    decider = read_decider(chunks, at, scene.roster, scene.home)
    if decider is None and "release" in frame.object and chunk.kind == "organization":
        boards = [
            i for i in range(at) if (court := court_of(chunks[i])) is not None and court.level == "board"
        ]
        decider = read_decider(chunks, boards[-1], scene.roster, scene.home) if boards else None
    if decider is None or decider.kind not in frame.subject or _is_general(chunks, at, scene):
        return False
    if chunk.lower == "board" and not _is_parole(chunks, scene):
        return False
    return _same_court(chunks, at, decider, scene)


def _is_parole(chunks: Clause, scene: Scene) -> bool:
    """Tell "the board" of a parole board from that of a school or a company."""
    before = scene.last_decider
    known = before is not None and before.kind == "board"
    return known or bool(
        {"parole", "pardon", "pardons", "parolee", "clemency"} & ({c.lower for c in chunks} | scene.said)
    )


def _same_court(chunks: Clause, at: int, decider: Decider, scene: Scene) -> Decider:
    """Take "the court" for the one that the sentence before is about."""
    before = chunks[at - 1].lower if at else ""
    if chunks[at].lower not in {"court", "panel", "judges"} or before != "the" or decider.court:
        return decider
    if scene.focus is None or scene.focus.kind not in {"court", "panel"}:
        return decider
    return replace(decider, by=scene.focus.by, court=scene.focus.court)


@cache
def _nobody() -> frozenset[str]:
    return frozenset(load_table("actors")["nobody"])


def _is_general(chunks: Clause, at: int, scene: Scene) -> bool:
    """ "Judges have upheld such bargains", "no court has ever" speak of no case."""
    before = chunks[max(0, at - 3) : at]
    told_of = chunks[at].value is not None or (before[-1:] and before[-1].kind == "det")
    if any(c.lower in _nobody() and not (told_of and c.kind == "relative") for c in before):
        return True
    if chunks[at].lower not in {"judges", "courts", "juries", "panels"}:
        return False
    beside = chunks[at - 1] if at else None
    bare = beside is None or (
        beside.kind in {"comma", "adverb", "dash", "quote", "conj", "word"}
        and beside.lower not in {"federal", "appeals", "lower", "district", "circuit", "state"}
    )
    return bare and not any(c.kind == "date" for c in chunks)


ASKED = frozenset([
    "seeking", "seeks", "sought", "seek", "request", "requests", "requested", "requesting", "asked", "asking",
    "asks", "sued", "wants", "signed", "executive", "president’s", "president's", "against", "for",
])  # fmt: skip


PLURAL = frozenset({"orders", "rulings", "decisions", "injunctions", "opinions", "verdicts", "judgments"})


REVIEWED = frozenset({"affirmed", "reversed", "vacated", "remanded"})
"""What only a court does: "Friday's decision reverses the verdict" needs no owner."""


def _instrument(chunks: Clause, at: int, scene: Scene, own: bool = False) -> Decider | bool | None:
    """ "A judge's order blocking" tells a decision; "seeking an order blocking" asks for one.

    `own`: whatever is so called can only be a court's.
    """
    signer = read_signer(chunks, at, scene)
    if signer is not None:
        return signer
    before = {c.lower for c in chunks[max(0, at - 7) : at]}
    if (
        before & ASKED
        or "no" in {c.lower for c in chunks[max(0, at - 3) : at]}
        or {c.lower for c in chunks[max(0, at - 12) : at]} & ASKING
    ):
        return False
    if _is_supposed(chunks, at):
        return False
    owner = owner_of(chunks, at, scene)
    if owner is not None:
        return owner
    if chunks[at].lower in PLURAL and not any(c.kind in {"det", "date"} for c in chunks[max(0, at - 4) : at]):
        return False
    return (
        None
        if own
        or chunks[at].lower in {"ruling", "rulings", "injunction", "injunctions", "verdict"}
        or (at and chunks[at - 1].lower in {"court", "restraining", "gag", "protective"})
        else False
    )


def _is_supposed(chunks: Clause, at: int) -> bool:
    """ "A ruling striking down the law would hurt hospitals": one that may come."""
    if not {"a", "an", "any", "such"} & {c.lower for c in chunks[max(0, at - 4) : at]}:
        return False
    return any(c.lower in {"would", "could", "might"} for c in chunks[at + 1 : at + 12])


def owner_of(chunks: Clause, at: int, scene: Scene) -> Decider | None:
    """Tell whose order it is: "Judge Lee's order", "a ruling by a panel of judges"."""
    for near in [*range(max(0, at - 4), at), *range(at + 1, min(len(chunks), at + 9))]:
        chunk = chunks[near]
        if near < at and not (chunk.possessive or chunk.kind == "court"):
            continue
        if near > at and not any(c.lower in {"by", "from", "of"} for c in chunks[at + 1 : near]):
            continue
        if near > at and any(c.kind == "instrument" for c in chunks[at + 1 : near]):
            break  # "The ruling affirmed a decision by Judge Lee": the decision is hers
        decider = read_decider(chunks, near, scene.roster, owning=True)
        if decider is not None:
            return decider
    return _owner_by_pronoun(chunks, at, scene)


def _owner_by_pronoun(chunks: Clause, at: int, scene: Scene) -> Decider | None:
    """ "Her Oct. 30 order": that of the judge the sentence names first, or of the one before."""
    if not {"her", "his"} & {c.lower for c in chunks[max(0, at - 4) : at]}:
        return None
    named = [i for i in range(at) if chunks[i].kind in {"judge", "name"} and not chunks[i].possessive]
    spoken = read_decider(chunks, named[0], scene.roster, scene.home) if named else scene.last_decider
    return spoken if spoken is not None and spoken.kind == "judge" else None


def _from_opening(frame: Frame, use: VerbUse, chunks: Clause, scene: Scene) -> Decider | bool | None:
    if use.at == 0 and scene.opened is not None:
        return scene.opened if scene.opened.kind in frame.subject else False
    if frame.generic or use.voice == "gerund" or use.voice == "infinitive":
        return False
    if use.first > 6:
        return False
    head = [c.kind for c in chunks[: use.first]]
    if "judge" in head:
        return read_decider(chunks, head.index("judge"), scene.roster) or False
    return False


def _decide_passive(
    frame: Frame, use: VerbUse, chunks: Clause, after: list[Chunk], scene: Scene
) -> Decider | bool | None:
    if frame.anyone and use.first and chunks[use.first - 1].kind == "relative":
        # "New laws for individuals who were convicted" speaks of nobody.
        frame = replace(frame, anyone=False)
    agent = agent_of(chunks, use.at)
    by: Decider | bool | None = None
    if agent is not None:
        by = _as_decider(replace(frame, generic=True), chunks, agent, scene)
        if by is False:
            return False
    elif _is_by_others(chunks, use.at):
        return False
    subject = find_subject(chunks, use.first)
    head = chunks[subject] if subject is not None else None
    if (
        by is None
        and subject is not None
        and chunks[subject].kind == "instrument"
        and "order" in frame.passive
    ):
        by = _instrument(chunks, subject, scene)
        if by is False:
            return False
    general = subject is not None and (_is_alike(chunks, subject) or _is_tally(chunks, subject))
    told = _counts_on(chunks, subject) or counted_one(chunks, subject, use.first) is not None
    if by is None and general and not told:
        return False
    verdict = frame.passive in {("guilty",), ("not guilty",)}
    if verdict and not object_fits(frame, chunks, use.at, after):
        return False
    if (
        isinstance(by, Decider)
        and (
            not frame.object
            or frame.object == ("any",)
            or head is None
            or _class_fits(frame, head)
            # "A law that bars sleeping in parks was struck down by a judge": its noun stands further off.
            or any(_class_fits(frame, c) for c in chunks[: use.first] if c.kind == "word")
        )
    ):
        return by
    if (
        (head is None or head.kind == "word")
        and "release" in frame.passive
        and any(c.lower in object_classes()["release"] for c in after[:1])
    ):
        return by
    if head is None or not frame.passive:
        return False
    heads = [head, *(governing_nouns(chunks, subject) if head.kind in {"name", "person"} else ())]
    if any(_class_fits(frame, one) for one in heads) or _retained_object(frame, head, after):
        return by
    return False


def _is_by_others(chunks: Clause, at: int) -> bool:
    """ "Was ordered by federal regulators to pay" tells of no court."""
    for by in range(at + 1, min(len(chunks), at + 8)):
        if chunks[by].kind in {"comma", "relative"}:
            return False
        if chunks[by].lower == "by":
            return any(c.lower in _other_agents() for c in chunks[by + 1 : by + 4])
    return False


@cache
def _other_agents() -> frozenset[str]:
    return frozenset(load_table("actors")["other_agent"])


def _is_tally(chunks: Clause, subject: int) -> bool:
    """ "At least 10 other members of Congress have been convicted" counts people, not verdicts."""
    if chunks[subject].lower in {"%", "percent"} or chunks[subject].lower.endswith("%"):
        return True
    if chunks[subject].kind != "person" or any(len(getattr(c.value, "iso", "")) == 10 for c in chunks):
        return False
    counted = {c.lower for c in chunks[max(0, subject - 7) : subject]}
    return bool(counted & TALLY)


TALLY = frozenset(
    {"least", "dozens", "hundreds", "thousands", "scores", "many", "most", "other", "nearly", "about"}
)


def _counts_on(chunks: Clause, subject: int | None) -> bool:
    """ "Ann Porter and two other officers were sentenced": the others are of the same case."""
    words = [] if subject is None else [c.lower for c in chunks[max(0, subject - 6) : subject]]
    if subject is None or "other" not in words:
        return False
    other = subject - len(words) + words.index("other")
    return other > 2 and chunks[other - 1].kind == "det" and chunks[other - 2].kind == "conj"


def _is_alike(chunks: Clause, subject: int) -> bool:
    """ "Similar statutes have been upheld" tells of no case at hand."""
    return any(
        c.lower in {"similar", "such", "other", "many", "most"} for c in chunks[max(0, subject - 2) : subject]
    )


def _class_fits(frame: Frame, head: Chunk) -> bool:
    if any(name in {"person", "guilty", "not guilty"} for name in frame.passive) and (
        head.kind in {"person", "name", "pronoun"}
        or head.kind == "organization"
        or head.lower in {"all", "both", "who"}
        or (frame.anyone and head.lower in SEVERAL)
    ):
        return True
    if frame.anyone and head.kind == "word" and head.lower not in OFFENCES:
        return True
    return any(head.lower in object_classes().get(name, ()) for name in frame.passive)


OFFENCES = frozenset(
    {"charge", "charges", "crime", "crimes", "case", "cases", "percent", "more", "most", "those", "that"}
)


def _retained_object(frame: Frame, head: Chunk, after: list[Chunk]) -> bool:
    """ "Spencer has been denied parole": the person is the subject, parole stays object."""
    if "release" not in frame.passive or head.kind not in {"name", "pronoun", "person"}:
        return False
    return any(c.lower in object_classes()["release"] for c in after[:3])
