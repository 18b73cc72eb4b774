"""`casetrack cases`."""

from __future__ import annotations

import typer

from casetrack.cli.options import LISTING, OF_CASES, SPAN, Request, takes

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
@takes(*OF_CASES, "case_status", *SPAN, *LISTING)
def cases(request: Request) -> None:
    """List cases, the most lately reported first.

    --since and --until are about the days on which a case was reported.

    \b
    Examples:
      casetrack cases --court nyed --kind criminal
      casetrack cases --judge cogan --since 2017-05 --format csv
    """
    from casetrack.cli.listing import list_rows
    from casetrack.render.listings import CASE_COLUMNS
    from casetrack.store.query import list_cases

    list_rows(request, list_cases, CASE_COLUMNS, "cases")
