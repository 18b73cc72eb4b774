"""What was decided, for whom and when: disposition, subject, movant and date of a decision."""

from __future__ import annotations

import re

from casetrack.extract.chunks import Chunk, Clause
from casetrack.extract.deciders import Decider
from casetrack.extract.frames import Frame
from casetrack.extract.grammar import VerbUse, find_subject, object_words, read_verb
from casetrack.extract.holdings import read_holding
from casetrack.extract.names import NameMention
from casetrack.extract.scene import Scene
from casetrack.extract.sentences import Sentence
from casetrack.extract.together import counted_one, described_object

EARLIER_RE = re.compile(
    r"\bhad\s(?:\w+ly\s)?\w+ed\b[^.;]*\bafter\b[^.;,]*\Z|\bafter\s(?:another|(?:an|the|a)\s(?:earlier|prior|previous|first))\s\Z"
)
""" "Had pleaded guilty after a trial ended in a hung jury": older than the story."""


def before_cue(chunks: list[Chunk], use: VerbUse) -> bool:
    near = {c.lower for c in chunks[max(0, use.first - 4) : use.at + 1]}
    if use.voice == "passive" and use.at and chunks[use.at - 1].lower == "later":
        return True  # "was found guilty in May and later sentenced to ten years"
    return bool(near & {"previously", "earlier", "already", "once"})


def settle_value(frame: Frame, chunks: list[Chunk], at: int, decider: Decider | None) -> str:
    appeals = decider is not None and decider.by in {"panel", "supreme court"}
    following = [c.lower for c in chunks[at + 1 : at + 3]]
    if frame.value in {"granted", "denied"} and following == ["in", "part"]:
        return "granted_in_part"
    partly = {c.lower for c in chunks[max(0, at - 3) : at + 3]} & {"partially", "partly"}
    if frame.value == "granted" and partly:
        return "granted_in_part"
    if frame.id == "ruled.that":
        holding = read_holding(chunks, at) or {}
        if {"partially", "partly"} & {c.lower for c in chunks[at : at + 14]}:
            return "granted_in_part"
        return holding.get("appeals" if appeals else "trial", "granted")
    if frame.id in {"stayed.put_on_hold", "stayed.stay"} and _is_law(chunks, at):
        return "enjoined"
    if frame.id == "granted.grant" and _is_dismissal(chunks, at):
        return "dismissed"
    if frame.id in {"ruled.for", "granted.side_with", "granted.back"}:
        return _settle_winner(chunks, at)
    return frame.value


def _is_dismissal(chunks: list[Chunk], at: int) -> bool:
    """ "Granted the bank's motion to dismiss the suit" dismisses it."""
    words = [c.lower for c in chunks[at + 1 : at + 11]]
    asked = next((i for i, w in enumerate(words) if w in {"motion", "request", "bid"}), None)
    return asked is not None and any(
        words[i : i + 2] == ["to", verb] for i in (asked + 1,) for verb in ("dismiss", "drop", "toss")
    )


RULES = frozenset(
    {
        "law",
        "ban",
        "rule",
        "policy",
        "statute",
        "ordinance",
        "restrictions",
        "program",
        "measure",
        "plan",
        "proclamation",
        "enforcement",
    }
)


def _is_law(chunks: list[Chunk], at: int) -> bool:
    """ "Put the ban on hold" blocks it; "put the ruling on hold" stays it."""
    near = [c.lower for c in [*chunks[at + 1 : at + 7], *reversed(chunks[max(0, at - 7) : at])]]
    return (
        next((w for w in near if w in RULES or w in {"ruling", "order", "injunction", "decision"}), "")
        in RULES
    )


GOVERNMENT_RE = re.compile(
    r"\b(?:administration|government|state|president|city|county|white house|department|officials"
    r"|agency|governor|mayor|secretary|congress)\b",
    re.IGNORECASE,
)


def _settle_winner(chunks: list[Chunk], at: int) -> str:
    """A ruling for the government denies the challenge; one against it grants it."""
    tail = _winner(chunks[at + 1 : at + 14])
    text = " ".join(c.text for c in tail)
    official = bool(GOVERNMENT_RE.search(text))
    against = any(c.lower == "against" for c in tail[:5])
    if official:
        return "enjoined" if against else "denied"
    return "denied" if against else "granted"


def _winner(tail: list[Chunk]) -> list[Chunk]:
    """Leave out whom the winner fought: "sided with four tenants who sued the city", "over the state"."""
    ends = {"who", "over", "against", "that", "which", "in", "and"}
    end = next((i for i, c in enumerate(tail) if i > 2 and c.lower in ends), None)
    return tail[:end]


LEADING = frozenset({"down", "out", "away", "aside", "back"})


def describe(chunks: Clause, use: VerbUse, sentence: Sentence) -> tuple[str | None, str | None]:
    """Give what was decided in the article's own words, and who asked for it if it says so."""
    if use.voice == "passive":
        span = chunks[max(0, use.first - 10) : use.first]
        end = use.first
    else:
        span = object_words(chunks, use.at, 30)
        end = use.at + 1 + len(span)
    span = [c for c in span if c.kind != "date" or c is not span[0]]
    while (
        span
        and (span[0].lower in LEADING or span[0].kind in {"comma", "prep", "date", "adverb", "quote"})
        and span[0].lower != "to"
    ):
        span = span[1:]
    if not span:
        return None, None
    text = sentence.text[
        chunks.start(end - len(span)) - sentence.start : chunks.end(end - 1) - sentence.start
    ]
    movant = next(
        (
            c
            for i, c in enumerate(span)
            if c.kind in {"name", "organization"}
            and (c.possessive or (i and span[i - 1].lower in {"by", "from"}))
        ),
        None,
    )
    told = re.sub(r"\s+", " ", text).strip(' ,.;“”"')
    mover = movant.value.text if movant is not None and isinstance(movant.value, NameMention) else None
    return None if not told or PRONOUN_RE.fullmatch(told) else told, mover


PRONOUN_RE = re.compile(r"(?:he|she|it|they|who|him|her|them)", re.IGNORECASE)
"""Which says nothing of what was decided: the whole sentence then does."""


def find_target(chunks: list[Chunk], use: VerbUse, scene: Scene) -> str | None:
    """Give the one person who was convicted, acquitted or sentenced; None if unnamed or one of several."""
    if use.voice == "passive":
        subject = find_subject(chunks, use.first)
        counted = counted_one(chunks, subject, use.first)
        subject = subject if counted is None else counted
        if _opens_clause(chunks, use.first - 1):
            subject = use.first - 1
        heads = [] if subject is None else [chunks[subject]]
        several = subject is not None and _is_listed(chunks, subject)
        if heads and heads[0].lower in {"he", "she"}:
            heads = _spoken_of(chunks, subject, scene)
    else:
        described = described_object(chunks, use.at + 1)
        heads = [c for c in object_words(chunks, use.at, 6) if c.kind == "name" and not c.possessive]
        heads = heads if described is None or heads else [chunks[described]]
        several = len(heads) > 1
    if several or not heads or heads[0].kind != "name" or heads[0].possessive:
        return None
    return scene.roster.resolve(heads[0].value) if isinstance(heads[0].value, NameMention) else None


def _is_listed(chunks: list[Chunk], subject: int) -> bool:
    return subject > 0 and chunks[subject - 1].lower in {"and", "or"} and not _opens_clause(chunks, subject)


def _opens_clause(chunks: list[Chunk], at: int) -> bool:
    """Tell Bo Cruz of "Ann Lee got ten years in prison and Bo Cruz was" from "Ann Lee and Bo Cruz were"."""
    if at < 2 or chunks[at].kind != "name" or chunks[at - 1].kind != "conj":
        return False
    return chunks[at - 2].kind == "word" and chunks[at - 2].text.islower()


def _spoken_of(chunks: list[Chunk], subject: int | None, scene: Scene) -> list[Chunk]:
    """Give whom the sentence before began with, where this one begins with "he" or "she"."""
    opening = scene.before[0] if scene.before and subject == 0 else None
    if opening is None or opening.kind != "name" or opening.possessive:
        return []
    after = scene.before[1:2]
    return [] if after and after[0].kind == "conj" else [opening]


ASK_VERBS = frozenset({"wanted", "asked", "sought", "requested", "petitioned", "moved", "urged"})


GROUP_WORDS = frozenset(
    {
        "group",
        "company",
        "organization",
        "union",
        "agency",
        "firm",
        "bank",
        "newspaper",
        "nonprofit",
        "charity",
        "association",
    }
)


VAGUE_RE = re.compile(
    r"(?:that|the|this|his|her|its|their|those|these)\s+(?:request|motion|bid|petition|plea|appeal)s?\b(?!\s+(?:to|for|that|by))"
)


def find_asker(chunks: Clause, first: int, scene: Scene) -> tuple[str | None, str | None]:
    """Give who asked and for what: "The group wanted to send observers, but the judge shot that down"."""
    for at in range(first - 1, 0, -1) if not ASK_VERBS.isdisjoint(chunks.words) else ():
        if chunks[at].lower not in ASK_VERBS:
            continue
        end = next((i for i in range(at, first) if chunks[i].kind in {"comma", "conj"} and i > at + 2), first)
        wanted = " ".join(c.text for c in chunks[at + 1 : end]) or None
        subject = find_subject(chunks, read_verb(chunks, at, "d").first)
        if subject is None:
            return None, wanted
        head = chunks[subject]
        if isinstance(head.value, NameMention) and head.kind in {"name", "organization"}:
            return (scene.roster.resolve(head.value) if head.kind == "name" else head.value.text), wanted
        return (scene.last_org if head.lower in GROUP_WORDS else None), wanted
    return None, None
