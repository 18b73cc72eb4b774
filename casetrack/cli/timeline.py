"""`casetrack timeline`."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from casetrack.cli.checks import one_of
from casetrack.cli.options import CaseWords, Request, takes

app = typer.Typer(add_completion=False, rich_markup_mode=None)
FORMATS = ("text", "svg")


@app.command()
@takes()
def timeline(
    request: Request,
    case: CaseWords,
    form: Annotated[
        str, typer.Option("--format", metavar="FORMAT", callback=one_of(FORMATS), help="text or svg.")
    ] = "text",
) -> None:
    """Draw the rulings and hearings of a case on a line of time.

    \b
    Examples:
      casetrack timeline guzman
      casetrack timeline 1:09-cr-00466 --format svg > guzman.svg
    """
    from casetrack.cli.session import open_database
    from casetrack.render.timeline import write_timeline
    from casetrack.store.query import find_case, get_docket

    with open_database(request.session) as store:
        found = get_docket(store, find_case(store, " ".join(case)).id)
    write_timeline(found, form, sys.stdout)
