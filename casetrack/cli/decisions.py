"""`casetrack decisions`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from casetrack.cli.checks import one_of
from casetrack.cli.complete import of_words
from casetrack.cli.deciding import DryRun, Form, write_outcome
from casetrack.cli.options import Request, takes
from casetrack.cli.session import open_database, say
from casetrack.errors import CasetrackError, InputError

if TYPE_CHECKING:
    from casetrack.decisions import Decision
    from casetrack.decisions.rows import DecisionRow

app = typer.Typer(add_completion=False, rich_markup_mode=None)
TASKS = ("dump", "load", "check")


@app.command()
@takes()
def decisions(
    request: Request,
    task: Annotated[
        str,
        typer.Argument(
            metavar="TASK",
            callback=one_of(TASKS),
            autocompletion=of_words(TASKS),
            help=f"{', '.join(TASKS)}.",
        ),
    ],
    path: Annotated[
        str | None, typer.Argument(metavar="FILE", help="The text file; - or nothing is the standard stream.")
    ] = None,
    dry_run: DryRun = False,
    form: Form = "text",
) -> None:
    """Write all decisions to a text file, or read one that another database wrote.

    dump writes TOML that a version control system can compare. load takes from it what is new here, and
    undoes what was undone there: two databases of the same articles then have the same dockets, and
    loading again changes nothing. check reads a file, or without one the database, and names what would
    have no effect (exit code 1).

    \b
    Examples:
      casetrack decisions dump decisions.toml
      casetrack decisions load decisions.toml --dry-run
      casetrack decisions check decisions.toml
    """
    if task == "dump":
        _dump(request, path)
    elif task == "load":
        _load(request, path or "-", form, dry_run=dry_run)
    else:
        _check(request, path)


def _dump(request: Request, path: str | None) -> None:
    from casetrack.decisions.text import write_decisions
    from casetrack.store.edits import list_decisions

    with open_database(request.session) as store:
        text = write_decisions(list_decisions(store.db))
    if path in (None, "-"):
        sys.stdout.write(text)
        return
    try:
        Path(str(path)).write_text(text, encoding="utf-8")
    except OSError as error:
        raise CasetrackError(f"Cannot write {path}: {error.strerror}") from error


def _load(request: Request, path: str, form: str, *, dry_run: bool) -> None:
    from casetrack.render.phrases import count
    from casetrack.store.decide import load_decisions

    read = _read(path)
    with open_database(request.session, write=True, create=False) as store:
        outcome = load_decisions(store, read, request.session.instant, dry_run=dry_run)
    write_outcome(request, outcome, form)
    if not request.session.quiet:
        taken = len(outcome.decisions)
        would = "would be " if dry_run else ""
        say(f"{count(taken, 'decision')} {would}taken from {path}, {len(read) - taken:,} known already.")


def _read(path: str) -> list[Decision]:
    """Read the decisions of a file.

    Raises:
        InputError: it cannot be read, or holds something else; nothing of it is taken.
    """
    from casetrack.decisions.text import read_decisions

    try:
        data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
        return read_decisions(data.decode("utf-8"))
    except OSError as error:
        raise InputError(path, error.strerror or str(error)) from error
    except ValueError as error:
        raise InputError(path, str(error)) from error


def _check(request: Request, path: str | None) -> None:
    from casetrack.render.outcome import say_lost
    from casetrack.render.phrases import count

    rows = _look(request, path)
    lost = list(say_lost(rows))
    for line in lost:
        say(line)
    if not request.session.quiet:
        say(f"{count(len(rows), 'decision')}, {len(lost):,} of them without effect.")
    if lost:
        raise typer.Exit(1)


def _look(request: Request, path: str | None) -> tuple[DecisionRow, ...]:
    """Give the decisions of a file as they would be here, else those of the database."""
    from casetrack.store.decide import load_decisions
    from casetrack.store.edits import list_decisions
    from casetrack.store.lost import describe_decisions

    if path is None:
        with open_database(request.session) as store:
            return describe_decisions(store.db, list_decisions(store.db))
    read = _read(path)
    with open_database(request.session, write=True, create=False) as store:
        return load_decisions(store, read, request.session.instant, dry_run=True, known=True).decisions
