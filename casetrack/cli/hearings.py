"""`casetrack hearings`."""

from __future__ import annotations

import typer

from casetrack.cli.options import LISTING, OF_CASES, SPAN, Request, takes

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
@takes("case", *OF_CASES, "type", "hearing_status", "source", *SPAN, *LISTING)
def hearings(request: Request) -> None:
    """List hearings by day, the earliest first.

    \b
    Examples:
      casetrack hearings --status scheduled --since 2017-05-05
      casetrack hearings --type sentencing --court nyed --format csv
    """
    from casetrack.cli.listing import list_rows
    from casetrack.render.listings import HEARING_COLUMNS
    from casetrack.store.query import list_hearings

    list_rows(request, list_hearings, HEARING_COLUMNS, "hearings")
