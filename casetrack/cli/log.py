"""`casetrack log`."""

from __future__ import annotations

import typer

from casetrack.cli.options import LISTING, Request, takes

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
@takes(*LISTING)
def log(request: Request) -> None:
    """List the runs of ingest, the latest first: what each took, skipped and refused.

    A run without an end goes on still, or was killed; what it had written is whole.

    \b
    Examples:
      casetrack log --limit 5
      casetrack log --json | jq '.[0].errors'
    """
    from casetrack.cli.listing import list_rows
    from casetrack.render.day_listings import RUN_COLUMNS
    from casetrack.store.runs import list_runs

    list_rows(request, lambda store, filters: list_runs(store), RUN_COLUMNS, "runs", whole=True)
