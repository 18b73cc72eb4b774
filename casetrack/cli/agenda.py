"""`casetrack agenda`."""

from __future__ import annotations

import sys
from datetime import timedelta
from typing import Annotated

import typer

from casetrack.cli.options import LISTING, OF_CASES, Request, read_option, takes

app = typer.Typer(add_completion=False, rich_markup_mode=None)
DAYS_SHOWN = 7


@app.command()
@takes("case", *OF_CASES, "type", "hearing_status", "min_confidence", *LISTING, ahead=True)
def agenda(
    request: Request,
    ctx: typer.Context,
    when: Annotated[
        list[str] | None,
        typer.Argument(metavar="WHEN...", help="today, friday, next week, 30d, 2017-05; else seven days."),
    ] = None,
) -> None:
    """Show what is on, day by day.

    \b
    Examples:
      casetrack agenda
      casetrack agenda tomorrow
      casetrack agenda next week --court nyed
      casetrack agenda 2017-05-08..2017-05-12 --judge cogan
    """
    from casetrack.cli.listing import build_filters, check_columns, tell_nothing, write_listing
    from casetrack.cli.session import open_database
    from casetrack.render.agenda import say_days, write_agenda
    from casetrack.render.listings import HEARING_COLUMNS
    from casetrack.store.query import list_hearings

    check_columns(request, HEARING_COLUMNS)
    today = request.session.today
    first, last = today, today + timedelta(days=DAYS_SHOWN - 1)
    if when:
        days = read_option(ctx, "WHEN", " ".join(when), today, ahead=True)
        first, last = days.first, days.last
    request.values.update(since=first.isoformat(), until=last.isoformat())
    with open_database(request.session) as store:
        rows = list_hearings(store, build_filters(store, request))
    if request.format == "table" and not request.columns and not request.sort:
        write_agenda(rows, today, sys.stdout)
    else:
        write_listing(request, rows, HEARING_COLUMNS, "hearings")
    if not rows:
        tell_nothing(request, f"Nothing is on {say_days(first, last)}.")
