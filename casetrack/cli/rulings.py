"""`casetrack rulings`."""

from __future__ import annotations

import typer

from casetrack.cli.options import LISTING, OF_CASES, SPAN, Request, takes

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
@takes("case", *OF_CASES, "disposition", "source", "min_confidence", *SPAN, *LISTING)
def rulings(request: Request) -> None:
    """List rulings, newest first.

    \b
    Examples:
      casetrack rulings --judge cogan --disposition denied
      casetrack rulings --case guzman --format ndjson
      casetrack rulings --since monday --min-confidence 0.9
    """
    from casetrack.cli.listing import list_rows
    from casetrack.render.listings import RULING_COLUMNS
    from casetrack.store.query import list_rulings

    list_rows(request, list_rulings, RULING_COLUMNS, "rulings")
