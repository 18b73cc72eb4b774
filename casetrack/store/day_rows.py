"""What the store answers with about a person's day: what is followed, what is new, what the runs did.

Frozen values as in `rows`; instants are ISO 8601 text in UTC.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from casetrack.store.rows import CaseRow, HearingRow, RulingRow

SECTIONS = ("cases", "rulings", "set", "moved", "cancelled", "held", "due", "withdrawn")
"""The parts of a digest, in their order: new cases, rulings, hearings set, moved, cancelled or postponed,
held, what is to be asked after, and what no article says any more."""


@dataclass(frozen=True, slots=True)
class FollowRow:
    """A case or a search that a person follows; `cases` is how many cases it stands for now."""

    id: int
    case_id: int | None
    slug: str | None
    caption: str | None
    query: str | None
    note: str | None
    made_at: str
    cases: int


@dataclass(frozen=True, slots=True)
class DigestEntry:
    """One thing that became known. `section` is one of SECTIONS, `kind` case, ruling or hearing.

    `what` is new, changed, moved, postponed, cancelled, held or gone; `before` says what was known until
    then. What is due is a hearing that has passed, or the one that a case silent for `days` waits for.
    `case` is given for a new case, `fact` for a ruling or hearing that still has its sentence. `at` is the
    instant of its last change, `origin` what brought that about, an ingest or an edit; what is due comes of
    time alone. `notes` are those of whoever follows the case.
    """

    section: str
    kind: str
    what: str
    at: str
    case_id: int
    slug: str
    caption: str
    followed: bool
    notes: tuple[str, ...]
    before: dict[str, Any] | None
    case: CaseRow | None = None
    fact: RulingRow | HearingRow | None = None
    days: int | None = None
    origin: str | None = None


@dataclass(frozen=True, slots=True)
class Digest:
    """What became known after `since` (None: ever) and up to `until`, in the order of SECTIONS.

    `last_change` is the newest change that was looked at: where a bookmark goes.
    """

    since: str | None
    until: str | None
    last_change: int
    entries: tuple[DigestEntry, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not self.entries


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A file that a run could not take; `settled_at` says since when that is of the past."""

    id: int
    run: int
    at: str
    path: str
    reason: str
    settled_at: str | None


@dataclass(frozen=True, slots=True)
class RunRow:
    """One run of `ingest`. `ended_at` is None for one that goes on or was killed.

    `taken` counts texts that were added or replaced what their file held before, `skipped` those that
    were there already.
    """

    id: int
    started_at: str
    ended_at: str | None
    taken: int
    skipped: int
    refused: int
    added: int
    replaced: int
    undated: int
    errors: tuple[RefusedRow, ...]


@dataclass(frozen=True, slots=True)
class GroupRow:
    """How much lies with one court, judge, month or outcome: `value`, `name` in full; None: not known.

    `cases` counts the cases of these rulings and hearings. `hearings` is None where only rulings count.
    """

    value: str | None
    name: str | None
    cases: int
    rulings: int
    hearings: int | None


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """Where an article went: no case where it reports none.

    `tied_to` is the article of the case that it is most like, with the score and the evidence; without one
    it is the first of its case, or a person put it there, as `reasons` say.
    """

    path: str
    case_id: int | None = None
    caption: str | None = None
    tied_to: str | None = None
    score: float | None = None
    reasons: tuple[str, ...] = ()
