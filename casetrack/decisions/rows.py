"""What is told of decisions: plain values, ready to render, as those of `store.rows` are."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that a decision or a rebuild changed.

    `kind` is case, article, ruling, hearing, name, link or decision, `what` new, gone, merged, moved or
    changed, and `id` the number of what changed, None for a fact that is gone. `field` is the one that
    changed; without one, `before` and `after` say the whole.
    """

    kind: str
    what: str
    id: int | None
    case_id: int
    caption: str
    field: str | None = None
    before: str | None = None
    after: str | None = None


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """One decision of a person: what it is about, what it says. `lost` says why it has no effect now."""

    id: int
    uid: str
    made_at: str
    action: str
    about: str
    said: str | None
    reason: str | None
    undone_at: str | None
    lost: str | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command that decides has done, or with `dry_run` would do."""

    dry_run: bool
    decisions: tuple[DecisionRow, ...]
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What a rebuild did, or with `dry_run` would do: `reread` articles, of which `retold` tell otherwise.

    `decisions` is how many there are; `lost` those that have no effect now.
    """

    dry_run: bool
    reread: int
    retold: int
    decisions: int
    lost: tuple[DecisionRow, ...]
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class FollowupRow:
    """Something to ask after. `kind` is hearing (its day has passed) or silent (a case not reported of late).

    `days` counts from the day of the hearing, or from the case's last article. The hearing is the one that
    passed, or the first that a silent case waits for.
    """

    kind: str
    days: int
    case_id: int
    slug: str
    caption: str
    court_id: str | None
    court: str | None
    last_reported: str | None
    hearing_id: int
    date: str | None
    type: str
    status: str
    purpose: str | None
    uid: str | None


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """Something for a person to look at; `doubt` is match, conflict, undated or unsure.

    A match has `other_id`, the case that it may be one with, and a `score` with its reasons; a fact has
    its `ref` (`ruling:5`), the confidence it was read with as `score`, and a sentence; a conflict also
    `other_ref`, the fact that is less well supported.
    """

    id: str
    doubt: str
    case_id: int
    caption: str
    about: str
    score: float
    reasons: tuple[str, ...] = ()
    other_id: int | None = None
    ref: str | None = None
    other_ref: str | None = None
    quote: str | None = None
    skipped: bool = False
