"""`casetrack docket`."""

from __future__ import annotations

import sys

import typer

from casetrack.cli.options import FORMAT, CaseWords, Request, takes
from casetrack.render import FORMATS

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
@takes(*FORMAT, formats=(*FORMATS, "svg"))
def docket(
    request: Request,
    case: CaseWords,
) -> None:
    """Show one case on one screen.

    The court, judges, parties and counsel, then rulings and hearings in time order, each with what
    it was about and where it was reported.
    When several cases fit, they are listed on standard error and nothing is shown (exit code 4).
    html, markdown and svg are the same docket as a page to publish: one file that fetches nothing and
    prints well. json and ndjson give it as one object, csv a row for each ruling and hearing.

    \b
    Examples:
      casetrack docket guzman
      casetrack docket 1:09-cr-00466
      casetrack docket united-states-v-guzman --format json
      casetrack docket guzman --format html > guzman.html
    """
    from casetrack.cli.session import open_database
    from casetrack.render.docket_formats import write_docket_as
    from casetrack.store.query import find_case, get_docket

    with open_database(request.session) as store:
        found = get_docket(store, find_case(store, " ".join(case)).id)
    write_docket_as(found, request.format, sys.stdout)
