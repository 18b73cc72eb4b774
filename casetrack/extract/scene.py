"""What reading a sentence needs to know of the article, and what it finds of a decision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from casetrack.extract.chunks import Chunk
from casetrack.extract.deciders import Decider
from casetrack.extract.people import Roster
from casetrack.extract.sentences import Sentence


@dataclass(frozen=True, slots=True)
class RulingFind:
    """One decision as one sentence tells it; offsets of the whole sentence."""

    sentence: Sentence
    value: str
    rule: str
    confidence: float
    generic: bool
    background: bool
    distinct: bool
    decider: Decider | None
    date: str | None
    at: int
    subject: str | None
    movant: str | None
    names: tuple[str, ...]
    target: str | None = None
    """Who was convicted, acquitted or sentenced, in full."""
    in_passing: bool = False
    """Told only by an order without its day and its judge: "a challenge to a ruling that upheld"."""
    item: bool = False
    """One of a list of decisions, each in a case of its own: "Also Monday, the court:"."""


@dataclass(slots=True)
class Scene:
    """What reading a sentence needs to know of the article before it; it moves on with every sentence."""

    roster: Roster
    published: str | None
    last_decider: Decider | None = None
    criminal: bool = False
    home: str | None = None
    last_org: str | None = None
    said: frozenset[str] = frozenset()
    """The words of the sentence before, folded: what "it" may stand for."""
    before: Sequence[Chunk] = ()
    """The sentence before, in chunks."""
    said_date: str | None = None
    """The day of the sentence before, if it has but one that is no day to come."""
    focus: Decider | None = None
    """Who the last sentence is about, when that is one who decides."""
    opened: Decider | None = None
    """Who opens a list of decisions: "Also Monday, the court:"."""
    opened_day: str | None = None
    ruled_day: str | None = None
    """The day of the last decision of the sentence before."""
