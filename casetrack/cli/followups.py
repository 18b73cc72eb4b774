"""`casetrack followups`."""

from __future__ import annotations

from typing import Annotated

import typer

from casetrack.cli.options import LISTING, OF_CASES, Request, takes

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
@takes("case", *OF_CASES, *LISTING)
def followups(
    request: Request,
    days: Annotated[
        int, typer.Option("--days", metavar="N", min=0, help="Silent is a case not reported for N days.")
    ] = 30,
) -> None:
    """List what to ask after: hearings whose day has passed, and cases fallen silent.

    A hearing is listed when its day is over and no article tells what came of it: no ruling of its day
    or the two weeks after, none that ends the matter, no later session of the kind. A case is listed
    when something is pending in it and its last article is --days old.

    \b
    Examples:
      casetrack followups
      casetrack followups --court nyed --days 90
      casetrack followups --as-of 2017-06-01 --format csv
    """
    from casetrack.cli.listing import build_filters, check_columns, tell_nothing, write_listing
    from casetrack.cli.session import open_database
    from casetrack.render.listings import FOLLOWUP_COLUMNS
    from casetrack.store.followups import list_followups

    check_columns(request, FOLLOWUP_COLUMNS)
    with open_database(request.session) as store:
        rows = list_followups(store, build_filters(store, request), request.session.today, days)
    write_listing(request, rows, FOLLOWUP_COLUMNS, "followups", whole=True)
    if not rows:
        tell_nothing(request, "Nothing to ask after.")
