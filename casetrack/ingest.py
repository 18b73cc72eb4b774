"""The joint of all stages: paths in, a summary out; one bad input never stops a run.

Articles are written in batches of whole ones, each batch in one transaction, so that a run that is
killed leaves whole articles only and the next run goes on from there.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from casetrack.errors import InputError, blame_input
from casetrack.extract import extract_report
from casetrack.models import Article, Report
from casetrack.pool import extract_reports
from casetrack.portions import Chosen, Engine, Finished, ReadSettings, name_source
from casetrack.read import read_article
from casetrack.sources import file_state, list_inputs, load_inputs
from casetrack.store import Store
from casetrack.store.doubts import Weak
from casetrack.store.place import Written, read_clock
from casetrack.store.runs import end_import, settle_errors, settle_lines, start_import
from casetrack.store.write import (
    FileState,
    SeenFile,
    add_report,
    count_facts,
    free_path,
    known_hashes,
    note_path,
    recall_files,
    remember_file,
    settle,
)

DEFAULT_MAX_SIZE = 5 * 1024 * 1024
BATCH = 100
"""Articles a transaction."""
LOOK_UPS = 500
"""Files asked after at once."""


def never() -> bool:
    """Go on to the end."""
    return False


@dataclass(frozen=True, slots=True)
class IngestOptions:
    """What a person chose for a run. `default_date` and `default_source` are for articles without.

    `now` is the instant to note, as ISO text, where it is not to be that of the clock.
    """

    default_date: str | None = None
    default_source: str | None = None
    glob: str | None = None
    max_size: int = DEFAULT_MAX_SIZE
    jobs: int = 1
    engine: Engine | None = None
    """What reads and extracts, where it is not this machine's `jobs` processes."""
    check_content: bool = False
    """Read every file, also one that looks as it did when it was last read."""
    should_stop: Callable[[], bool] = never
    """Asked before each file: what was read until then is written, and the run ends."""
    now: str | None = None

    def instant(self) -> str:
        """Give the instant to note."""
        return self.now or read_clock()


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
class CutShort:
    """A text too long for an article: characters read, and all it has."""

    path: str
    read_to: int
    length: int


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
    cut_short: tuple[CutShort, ...] = ()
    interrupted: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """A text that was stored already when it was read."""

    article: Article


Found = Report | Known | SeenFile


@dataclass(slots=True)
class _Run:
    """The counts of a run under way."""

    counts: dict[str, int] = field(
        default_factory=lambda: dict.fromkeys(("added", "unchanged", "replaced", "refused", "undated"), 0)
    )
    errors: list[InputError] = field(default_factory=list)
    cut_short: list[CutShort] = field(default_factory=list)
    new_cases: set[int] = field(default_factory=set)
    touched: set[int] = field(default_factory=set)
    weak: list[Weak] = field(default_factory=list)
    interrupted: bool = False

    def refuse(self, error: InputError) -> None:
        """Count an input that is not taken."""
        self.errors.append(error)
        self.counts["refused"] += 1


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
        import_id = start_import(db, options.instant())
    try:
        files = list(list_inputs(paths, options.glob))
        found: Iterator[Found | InputError]
        if options.engine is None:
            found = extract_reports(_read_new(store, files, options, run, on_progress), options.jobs)
        else:
            found = _read_far(store, files, options.engine, options, run, on_progress)
        for batch in _batches(_refuse(found, run)):
            _take_batch(store, batch, options.instant(), run)
    finally:
        with store.write() as db:
            end_import(db, import_id, options.instant(), run.counts, [(e.path, e.reason) for e in run.errors])
    after = count_facts(store.db)
    return _summarize(store, run, (max(0, after[0] - before[0]), max(0, after[1] - before[1])))


def _choose_files(store: Store, files: Sequence[str], options: IngestOptions, run: _Run) -> Iterator[Chosen]:
    """Choose the files that are not as they were when they were last read."""
    for first in range(0, len(files), LOOK_UPS):
        part = files[first : first + LOOK_UPS]
        now = time.time_ns()
        states = {path: state for path in part if path != "-" and (state := file_state(path, now))}
        known = {} if options.check_content else recall_files(store.db, states)
        run.counts["unchanged"] += sum([known[path] for path in part if path in known])
        for done, path in [(at, path) for at, path in enumerate(part, first) if path not in known]:
            if options.should_stop():
                run.interrupted = True
                return
            yield Chosen(path, states.get(path), done)


def _read_new(
    store: Store,
    files: Sequence[str],
    options: IngestOptions,
    run: _Run,
    on_progress: Callable[[Progress], None] | None,
) -> Iterator[Found | Article]:
    """Read the files that are not as they were; each one's texts, and then that it was taken whole."""
    for one in _choose_files(store, files, options, run):
        if on_progress is not None:
            on_progress(Progress(one.number, len(files), one.path))
        yield from _read_file(store, one.path, one.state, options, run)
    if on_progress is not None and files and not run.interrupted:
        on_progress(Progress(len(files), len(files), files[-1]))


def _read_far(
    store: Store,
    files: Sequence[str],
    engine: Engine,
    options: IngestOptions,
    run: _Run,
    on_progress: Callable[[Progress], None] | None,
) -> Iterator[Found]:
    """Have an engine read and extract the same files; what it found, as `_read_new` and the pool give it."""
    settings = ReadSettings(options.max_size, options.default_date, options.default_source)
    for item in engine.read(_choose_files(store, files, options, run), settings):
        if isinstance(item, InputError):
            run.refuse(item)
        elif isinstance(item, Finished):
            if item.chosen.state is not None and not item.refused:
                yield SeenFile(item.chosen.path, item.chosen.state, item.texts)
            if on_progress is not None:
                on_progress(Progress(item.chosen.number + 1, len(files), item.chosen.path))
        else:
            yield Known(item.article) if known_hashes(store.db, [item.article.sha256]) else item
        if options.should_stop():
            run.interrupted = True
            return


def _read_file(
    store: Store, path: str, state: FileState | None, options: IngestOptions, run: _Run
) -> Iterator[Found | Article]:
    texts, refused = 0, len(run.errors)
    for raw in load_inputs(path, options.max_size):
        texts += 1
        try:
            if isinstance(raw, InputError):
                raise raw
            article = read_article(raw, options.default_date)
        except InputError as error:
            run.refuse(error)
            continue
        except Exception as error:
            run.refuse(blame_input(raw.path, error))
            continue
        if known_hashes(store.db, [article.sha256]):
            yield Known(article)
        else:
            yield name_source(article, options.default_source)
    if state is not None and len(run.errors) == refused:
        yield SeenFile(path, state, texts)


def _refuse(stream: Iterable[Found | InputError], run: _Run) -> Iterator[Found]:
    """Count what extraction failed on, and do not remember its file as read whole."""
    failed = False
    for item in stream:
        if isinstance(item, InputError):
            run.refuse(item)
            failed = True
        elif isinstance(item, SeenFile) and failed:
            failed = False
        else:
            yield item


def _batches(found: Iterable[Found]) -> Iterator[list[Found]]:
    """Part a stream after so many texts, new or not, so that parts do not depend on who extracts.

    A file's last text and the note that it was read whole stay together: a run that goes on after a kill
    parts the rest as the first would have.
    """
    batch: list[Found] = []
    texts = 0
    for item in found:
        is_text = not isinstance(item, SeenFile)
        if is_text and texts >= BATCH:
            yield batch
            batch, texts = [], 0
        batch.append(item)
        texts += is_text
    if batch:
        yield batch


def _take_batch(store: Store, batch: Sequence[Found], now: str, run: _Run) -> None:
    """Write a whole batch or none of it."""
    written = Written(at=now, origin="ingest")
    counts = dict.fromkeys(("added", "replaced", "unchanged", "undated"), 0)
    cut_short: list[CutShort] = []
    with store.write() as db:
        for item in batch:  # first, so that a text that moves to another file is not dropped on the way
            if isinstance(item, Known):
                note_path(db, item.article.path, item.article.sha256)
        for item in batch:
            if isinstance(item, SeenFile):
                remember_file(db, item)
                settle_lines(db, item.path, now)
            else:
                try:
                    report = _take(store, item, written, counts)
                except Exception as error:
                    error.add_note(item.article.path)
                    raise
                if report is not None and report.read_to is not None:
                    article = report.article
                    cut_short.append(CutShort(article.path, report.read_to, len(article.text)))
                settle_errors(db, [item.article.path], now)
        run.weak += settle(db, written)
    for name, count in counts.items():
        run.counts[name] += count
    run.cut_short += cut_short
    run.new_cases |= written.new_cases
    run.touched |= written.touched


def _take(store: Store, item: Report | Known, written: Written, counts: dict[str, int]) -> Report | None:
    """Write one text, or note where it stands if it is there; what its file held before gives way.

    Gives what was written.
    """
    db, article = store.db, item.article
    freed = free_path(db, article, written)
    if known_hashes(db, [article.sha256]):
        note_path(db, article.path, article.sha256)
        counts["unchanged"] += 1
        return None
    counts["replaced" if freed else "added"] += 1
    counts["undated"] += article.published is None
    report = item if isinstance(item, Report) else extract_report(article)
    add_report(db, report, written)
    return report


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
        cut_short=tuple(run.cut_short),
        interrupted=run.interrupted,
    )
