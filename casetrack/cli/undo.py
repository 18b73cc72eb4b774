"""`casetrack undo`."""

from __future__ import annotations

from typing import Annotated

import typer

from casetrack.cli.deciding import DryRun, Form, write_outcome
from casetrack.cli.options import Request, takes
from casetrack.cli.session import open_database, say

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
@takes()
def undo(
    request: Request,
    number: Annotated[
        int | None,
        typer.Argument(metavar="N", min=1, help="Its number in `history`; else the last that stands."),
    ] = None,
    dry_run: DryRun = False,
    form: Form = "text",
) -> None:
    """Undo a decision, the last one or any other; all else stays as it is.

    It remains in the history, as undone.

    \b
    Examples:
      casetrack undo
      casetrack undo 3 --dry-run
    """
    from casetrack.store import decide

    with open_database(request.session, write=True, create=False) as store:
        outcome = decide.undo(store, number, request.session.instant, dry_run=dry_run)
    write_outcome(request, outcome, form)
    if not dry_run and not request.session.quiet:
        row = outcome.decisions[0]
        say(f"Undone: decision {row.id}, {row.action}: {row.about}.")
