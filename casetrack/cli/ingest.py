"""`casetrack ingest`."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from casetrack.cli.engine import EngineName, Jobs, Scheduler, open_chosen
from casetrack.cli.inputs import SOME_REFUSED, FromFile0, Paths, gather_paths
from casetrack.cli.options import INPUTS, Request, takes
from casetrack.cli.record import RECORD
from casetrack.cli.session import say, say_cut_short, say_refused

if TYPE_CHECKING:
    from casetrack.ingest import IngestSummary, Progress
    from casetrack.portions import Engine
    from casetrack.store import Store

app = typer.Typer(add_completion=False, rich_markup_mode=None)
FEW = 5

ShowProgress = Annotated[
    bool | None,
    typer.Option(
        "--progress/--no-progress",
        help="Show how far it is; else only on a terminal.",
        show_default=False,
    ),
]
CheckContent = Annotated[
    bool, typer.Option("--check-content", help="Read files again that look as they did when last read.")
]


@app.command()
@takes(*INPUTS)
def ingest(
    request: Request,
    paths: Paths = None,
    from_file0: FromFile0 = None,
    progress: ShowProgress = None,
    jobs: Jobs = None,
    engine: EngineName = "processes",
    scheduler: Scheduler = None,
    check_content: CheckContent = False,
) -> None:
    """Read articles into the database.

    An article that is there already changes nothing; a file whose text has changed replaces what was
    read from it before. A file that cannot be taken is named and the run goes on (exit code 3). With -q
    nothing is said when all is well.

    \b
    Examples:
      casetrack ingest clippings/
      casetrack ingest --jobs 4 archive/
      casetrack ingest --engine dask --scheduler tcp://10.0.0.5:8786 /shared/archive/
      casetrack ingest --date 2017-05-04 --source Reuters story.txt
      find clippings -newer last-run -name '*.txt' -print0 | casetrack ingest --from-file0 -
      curl -s https://example.org/story.txt | casetrack ingest -
    """
    named = gather_paths(paths, from_file0)
    with open_chosen(engine, scheduler, jobs, tell=request.session.verbose) as far:
        ingest_and_tell(
            request, named, progress=progress, jobs=jobs or 1, engine=far, check_content=check_content
        )


def ingest_and_tell(
    request: Request,
    paths: Sequence[str],
    *,
    progress: bool | None = None,
    jobs: int = 1,
    engine: Engine | None = None,
    check_content: bool = False,
) -> None:
    """Read these files in and say what came of it; exits as the run did."""
    from casetrack.cli.session import open_database
    from casetrack.ingest import IngestOptions, ingest_paths
    from casetrack.render.phrases import say_placed
    from casetrack.store.placed import explain_placed, newest_article

    quiet = request.session.quiet
    shown = sys.stderr.isatty() if progress is None else progress
    with (
        stop_when_asked(at_once="-" in paths) as should_stop,
        open_database(request.session, write=True) as store,
        follow(shown and not quiet) as move,
    ):
        values = {name: request.values[name] for name in INPUTS}
        options = IngestOptions(
            **values,
            jobs=jobs,
            engine=engine,
            check_content=check_content,
            should_stop=should_stop,
            now=request.session.instant,
        )
        newest = newest_article(store) if request.session.verbose else 0
        summary = ingest_paths(store, paths, options, _on_progress(move))
        lost = _count_lost(store) if summary.replaced else 0
        if request.session.verbose:
            for placed in explain_placed(store, newest):
                say(say_placed(placed))
    tell(summary, request, lost)


def tell(summary: IngestSummary, request: Request, lost: int = 0) -> None:
    """Say on standard error what a run did, and end as it did; `lost` counts decisions without effect."""
    shown = not request.session.quiet
    for error in summary.errors:
        say_refused(error, request.session)
    for text in summary.cut_short:
        say_cut_short(text.path, text.read_to, text.length, shown=shown)
    for line in (*ambiguities(summary, request.session.verbose), summarize(summary)):
        say(line, shown=shown)
    if lost:
        say(f"Decisions without effect: {lost:,}; `casetrack decisions check` names them.", shown=shown)
    RECORD.tell(**count_all(summary))
    if summary.interrupted:
        if not request.session.quiet:
            say("What was read is kept; run it again for the rest.")
        raise KeyboardInterrupt
    if summary.refused:
        raise typer.Exit(SOME_REFUSED)


def _count_lost(store: Store) -> int:
    """Count decisions that find nothing, now that texts gave way to others."""
    from casetrack.store.edits import list_decisions
    from casetrack.store.lost import find_lost

    return len(find_lost(store.db, list_decisions(store.db)))


@contextmanager
def stop_when_asked(at_once: bool) -> Iterator[Callable[[], bool]]:
    """Let Ctrl-C or SIGTERM end a run after the article in hand; a second one ends it at once.

    So does the first with `at_once`, for a run that may be waiting for what never comes.
    """
    asked = False

    def note(number: int, frame: object) -> None:
        nonlocal asked
        before_this, asked = asked, True  # asked even if what is raised is lost, as it is in a __del__
        if before_this or at_once:
            raise KeyboardInterrupt

    before = {number: signal.signal(number, note) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield lambda: asked
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def follow(shown: bool) -> Iterator[Callable[[int, int | None], None] | None]:
    """Show a bar on standard error while the run lasts."""
    if not shown:
        yield None
        return
    from casetrack.render.progress import show_bar

    with show_bar(sys.stderr, "Reading") as move:
        yield move


def _on_progress(move: Callable[[int, int | None], None] | None) -> Callable[[Progress], None] | None:
    return None if move is None else lambda progress: move(progress.done, progress.total)


def summarize(summary: IngestSummary) -> str:
    """Say in one line what a run did."""
    from casetrack.render.phrases import count

    articles = (
        f"{summary.added:,} added, {summary.unchanged:,} unchanged, {summary.replaced:,} replaced, "
        f"{summary.refused:,} refused"
    )
    undated = f" ({summary.undated:,} without a date)" if summary.undated else ""
    ambiguous = f", {len(summary.ambiguous):,} left apart as ambiguous" if summary.ambiguous else ""
    cases = f"{summary.cases_new:,} new, {summary.cases_updated:,} updated{ambiguous}"
    facts = f"{count(summary.rulings, 'new ruling')}, {count(summary.hearings, 'new hearing')}"
    return f"Articles: {articles}{undated}. Cases: {cases}. {facts}."


def count_all(summary: IngestSummary) -> dict[str, object]:
    """Give what a run did as figures and the names of what it refused, for a program."""
    counted = ("added", "unchanged", "replaced", "refused", "undated", "cases_new", "cases_updated",
               "rulings", "hearings", "interrupted")  # fmt: skip
    errors = [{"path": error.path, "reason": error.reason} for error in summary.errors]
    cut_short = [asdict(text) for text in summary.cut_short]
    return {**{name: getattr(summary, name) for name in counted}, "cut_short": cut_short, "errors": errors}


def ambiguities(summary: IngestSummary, verbose: bool) -> list[str]:
    """Name the cases that may be one but were left apart: all with their reasons, or the first few."""
    lines = []
    shown = summary.ambiguous if verbose else summary.ambiguous[:FEW]
    for match in shown:
        reasons = f": {', '.join(match.reasons)}" if verbose and match.reasons else ""
        lines.append(
            f"Left apart: case {match.case_id} ({match.caption}) may be case {match.other_id} "
            f"({match.other_caption}), score {match.score:.2f}{reasons}"
        )
    hidden = len(summary.ambiguous) - len(shown)
    return [*lines, f"Left apart: {hidden:,} more; -v names them"] if hidden else lines
