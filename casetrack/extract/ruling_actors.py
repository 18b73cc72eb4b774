"""Who decided: the subject of a verb, the agent of a passive, the owner of an order."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from casetrack.extract.agents import agent_of
from casetrack.extract.chunks import Chunk, Clause, court_of
from casetrack.extract.deciders import Decider, read_decider
from casetrack.extract.frames import OBJECT_PRONOUNS, Frame, object_classes
from casetrack.extract.grammar import SEVERAL, VerbUse, find_subject
from casetrack.extract.holdings import read_holding
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
        _object_fits(frame, chunks, use.at, after)
        or _object_is_pronoun(frame, chunks, use.at, after, scene)
        or _object_before(frame, chunks, subject)
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
ASKING = frozenset({"asking", "asks", "asked", "seeking", "seeks", "sought", "urged", "urging", "requested"})


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
    if verdict and not _object_fits(frame, chunks, use.at, after):
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


def _object_before(frame: Frame, chunks: Clause, subject: int | None) -> bool:
    """ "The stay that a panel of the court granted", "the sentence Judge Lee gave him": object first."""
    for at in range((subject or 0) - 1, max(0, (subject or 0) - 6), -1):
        relative = chunks[at].lower in {"that", "which"}
        if chunks[at].lower == "which" and at and chunks[at - 1].text == ",":
            return _told_before(frame, chunks, at - 1)
        noun = chunks[at - 1] if relative else chunks[at]
        fits = any(noun.lower in object_classes().get(name, ()) for name in frame.object)
        if relative:
            return fits
        if fits and at > 1 and (chunks[at + 1].kind == "det" or chunks[at + 1].value is not None):
            return chunks[at - 1].kind != "prep"
        if chunks[at].kind not in {"det", "word", "place", "organization"}:
            return False
    return False


def _told_before(frame: Frame, chunks: Clause, comma: int) -> bool:
    """ "Lawyers filed a motion to drop the count, which Judge Lee denied": what the clause before asks."""
    for at in range(comma - 1, max(-1, comma - LONG_CLAUSE), -1):
        word = chunks[at].lower
        if any(word in object_classes().get(name, ()) for name in frame.object):
            return True
        if word in ASKING and "motion" in frame.object:
            return True
        if chunks[at].text in {".", ";"} or word in {"that", "which", "who"}:
            return False
    return False


LONG_CLAUSE = 20


def _object_is_pronoun(frame: Frame, chunks: Clause, at: int, after: list[Chunk], scene: Scene) -> bool:
    """ "A judge tossed it": "it" is what the clause or the sentence before spoke of."""
    if not after or after[0].lower not in OBJECT_PRONOUNS:
        return False
    spoken = {c.lower for c in chunks[:at]} | scene.said
    if "motion" in frame.object and not spoken.isdisjoint(ASKING):
        return True  # "Lawyers asked for a new trial. Judge Lee denied it"
    return any(spoken & object_classes().get(name, frozenset()) for name in frame.object)


def _has_object(after: list[Chunk]) -> bool:
    """Tell "released Ann Porter" from "a ruling released Friday, Judge Lee said"."""
    said = next((c for c in after if c.kind != "date" and c.lower != "on"), None)
    return said is not None and (said.text != "," or not any(c.kind == "date" for c in after[:2]))


def _object_fits(frame: Frame, chunks: Clause, at: int, after: list[Chunk]) -> bool:
    says = (i for i, c in enumerate(after[1:], 1) if c.lower == "ruling" and after[i - 1].kind == "comma")
    after = after[: next(says, len(after))]  # "threw out Ann Porter's confession, ruling that"
    words = [c.lower for c in after]
    classes = object_classes()
    for name in frame.object:
        if name == "any" and _has_object(after):
            return True
        if name == "infinitive" and "to" in (words[:7] if "time" in words[:5] else words[:4]):
            return True
        if name == "person" and any(c.kind in {"name", "person", "pronoun"} for c in after[:8]):
            return True
        if name == "person" and words[:1] and words[0] in {"one", "both", "all"}:
            return True  # "acquitted both on Tuesday", "convicted one of the two"
        if name == "firm" and any(c.kind == "organization" for c in after[:3]):
            return True
        if name == "guilty" and "guilty" in words and "not" not in words[: words.index("guilty")]:
            return True
        if name == "not guilty" and "guilty" in words and "not" in words[: words.index("guilty")]:
            return True
        if name == "told_to" and "to" in words[:9]:
            return True
        if name == "holding" and read_holding(chunks, at) is not None:
            return True
        if name in classes and not classes[name].isdisjoint(words[:9]):
            return True
    return False
