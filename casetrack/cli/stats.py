"""`casetrack stats`."""

from __future__ import annotations

import sys

import typer

from casetrack.cli.options import FORMAT, Request, takes

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
@takes(*FORMAT)
def stats(request: Request) -> None:
    """Count what the database holds.

    \b
    Examples:
      casetrack stats
      casetrack stats --format json
    """
    from casetrack.cli.session import open_database
    from casetrack.render.stats import write_stats
    from casetrack.store.query import count_stats

    with open_database(request.session) as store:
        figures = count_stats(store)
    write_stats(figures, request.format, sys.stdout)
