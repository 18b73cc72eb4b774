"""The joint of all stages: paths in, a summary out; one bad input never stops a run.

Articles are written in batches of whole ones, each batch in one transaction, so that a run that is
killed leaves whole articles only and the next run goes on from there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from casetrack.errors import InputError
from casetrack.extract import extract_report
from casetrack.models import Article, Report
from casetrack.read import read_article
from casetrack.sources import RawInput, list_inputs, load_inputs
from casetrack.store import Store
from casetrack.store.doubts import Weak
from casetrack.store.place import Written
from casetrack.store.write import (
    add_report,
    count_facts,
    end_import,
    find_by_path,
    give_way,
    known_hashes,
    settle,
    start_import,
    sweep_orphans,
)

DEFAULT_MAX_SIZE = 5 * 1024 * 1024
BATCH = 100
"""Articles a transaction."""


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


@dataclass(slots=True)
class _Run:
    """The counts of a run under way."""

    counts: dict[str, int] = field(
        default_factory=lambda: dict.fromkeys(("added", "unchanged", "replaced", "refused", "undated"), 0)
    )
    errors: list[InputError] = field(default_factory=list)
    new_cases: set[int] = field(default_factory=set)
    touched: set[int] = field(default_factory=set)
    weak: list[Weak] = field(default_factory=list)
    copies: dict[str, str] = field(default_factory=dict)
    """Where a stored text was met again, by its hash."""


def ingest_paths(
    store: Store,
    paths: Sequence[str],
    options: IngestOptions,
    on_progress: Callable[[Progress], None] | None = None,
) -> IngestSummary:
    """Read, extract, resolve and store every article under `paths`; finished batches stay whatever comes."""
    run = _Run()
    with store.write() as db:
        before = count_facts(db)
        import_id = start_import(db, _now())
    try:
        files = list(list_inputs(paths, options.glob))
        for batch in _batches(_load(files, options, run, on_progress)):
            _take_batch(store, batch, options, run)
    finally:
        with store.write() as db:
            end_import(db, import_id, _now(), run.counts, [(e.path, e.reason) for e in run.errors])
    after = count_facts(store.db)
    return _summarize(store, run, (max(0, after[0] - before[0]), max(0, after[1] - before[1])))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _load(
    files: Sequence[str], options: IngestOptions, run: _Run, on_progress: Callable[[Progress], None] | None
) -> Iterator[RawInput]:
    for done, path in enumerate(files):
        if on_progress is not None:
            on_progress(Progress(done, len(files), path))
        for raw in load_inputs(path, options.max_size):
            if isinstance(raw, InputError):
                _refuse(run, raw)
            else:
                yield raw
    if on_progress is not None and files:
        on_progress(Progress(len(files), len(files), files[-1]))


def _refuse(run: _Run, error: InputError) -> None:
    run.errors.append(error)
    run.counts["refused"] += 1


def _batches(inputs: Iterable[RawInput]) -> Iterator[list[RawInput]]:
    batch: list[RawInput] = []
    for raw in inputs:
        batch.append(raw)
        if len(batch) >= BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _take_batch(store: Store, batch: Sequence[RawInput], options: IngestOptions, run: _Run) -> None:
    """Extract outside the lock, then write the whole batch or none of it."""
    reports = [report for raw in batch if (report := _read(store, raw, options, run)) is not None]
    if not reports:
        return
    written = Written()
    counts = dict.fromkeys(("added", "replaced", "unchanged", "undated"), 0)
    with store.write() as db:
        for report in reports:
            if known_hashes(db, [report.article.sha256]):
                counts["unchanged"] += 1
                continue
            old = find_by_path(db, report.article.path)
            if old is not None:
                give_way(db, old, report.article.path, run.copies, written)
            counts["added" if old is None else "replaced"] += 1
            counts["undated"] += report.article.published is None
            add_report(db, report, _now(), written)
        run.weak += settle(db, written)
        if counts["replaced"]:
            sweep_orphans(db)
    for name, count in counts.items():
        run.counts[name] += count
    run.new_cases |= written.new_cases
    run.touched |= written.touched


def _read(store: Store, raw: RawInput, options: IngestOptions, run: _Run) -> Report | None:
    try:
        article = read_article(raw, options.default_date)
    except InputError as error:
        _refuse(run, error)
        return None
    if known_hashes(store.db, [article.sha256]):
        run.counts["unchanged"] += 1
        run.copies[article.sha256] = article.path
        return None
    return extract_report(_with_source(article, options.default_source))


def _with_source(article: Article, source: str | None) -> Article:
    return replace(article, source=source) if source and article.source is None else article


def _summarize(store: Store, run: _Run, gained: tuple[int, int]) -> IngestSummary:
    captions = dict(store.db.execute("select id, caption from cases")) if run.weak else {}
    ambiguous = tuple(
        AmbiguousMatch(
            w.case_id, captions[w.case_id], w.other_id, captions[w.other_id], w.path, w.score, w.reasons
        )
        for w in run.weak
        if w.case_id in captions and w.other_id in captions
    )
    return IngestSummary(
        added=run.counts["added"],
        unchanged=run.counts["unchanged"],
        replaced=run.counts["replaced"],
        refused=run.counts["refused"],
        undated=run.counts["undated"],
        cases_new=len(run.new_cases),
        cases_updated=len(run.touched - run.new_cases),
        rulings=gained[0],
        hearings=gained[1],
        errors=tuple(run.errors),
        ambiguous=ambiguous,
    )
