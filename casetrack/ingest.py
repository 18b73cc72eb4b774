"""The joint of all stages: paths in, a summary out; one bad input never stops a run."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from casetrack.errors import InputError
from casetrack.store import Store

DEFAULT_MAX_SIZE = 5 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class IngestOptions:
    """What a person chose for a run. `default_date` and `default_source` are for articles without."""

    default_date: str | None = None
    default_source: str | None = None
    glob: str | None = None
    max_size: int = DEFAULT_MAX_SIZE
    jobs: int = 1


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a run stands: `done` of `total` files (total is None while it is not known)."""

    done: int
    total: int | None
    path: str


@dataclass(frozen=True, slots=True)
class AmbiguousMatch:
    """Two cases that may be one but were left apart, with the score and its reasons."""

    case_id: int
    caption: str
    other_id: int
    other_caption: str
    path: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IngestSummary:
    """What a run did. `rulings` and `hearings` count the facts the store gained."""

    added: int = 0
    unchanged: int = 0
    replaced: int = 0
    refused: int = 0
    undated: int = 0
    cases_new: int = 0
    cases_updated: int = 0
    rulings: int = 0
    hearings: int = 0
    errors: tuple[InputError, ...] = ()
    ambiguous: tuple[AmbiguousMatch, ...] = ()


def ingest_paths(
    store: Store,
    paths: Sequence[str],
    options: IngestOptions,
    on_progress: Callable[[Progress], None] | None = None,
) -> IngestSummary:
    """Read, extract, resolve and store every article under `paths`; finished batches stay whatever comes."""
    raise NotImplementedError
