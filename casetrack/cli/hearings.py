"""`casetrack hearings`."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from casetrack.cli.options import LISTING, OF_CASES, SPAN, Request, takes

if TYPE_CHECKING:
    from casetrack.store import Store
    from casetrack.store.rows import Filters, HearingRow

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
@takes("case", *OF_CASES, "type", "hearing_status", "source", *SPAN, *LISTING, ahead=True)
def hearings(
    request: Request,
    past: Annotated[bool, typer.Option("--past", help="Those before today, the latest first.")] = False,
    every: Annotated[bool, typer.Option("--all", help="Whatever their day, undated ones too.")] = False,
) -> None:
    """List hearings from today on, the earliest first.

    A hearing known by its month or year alone counts when it could lie in the days asked for.

    \b
    Examples:
      casetrack hearings
      casetrack hearings --on 'next week' --court nyed
      casetrack hearings --since tomorrow --until +30d --type sentencing --format csv
      casetrack hearings --past --status postponed
    """
    from casetrack.cli.listing import build_filters, write_found
    from casetrack.cli.session import open_database
    from casetrack.render.listings import HEARING_COLUMNS
    from casetrack.store.query import list_hearings

    if past and (every or request.values["since"] or request.values["until"]):
        raise typer.BadParameter("--past stands without --all, --on, --since and --until.")
    with open_database(request.session) as store:
        asked = build_filters(store, request)
        filters = asked if every else _narrow(asked, request, past)
        rows = list_hearings(store, filters)
        hint = "" if rows else _hint(store, filters)
    write_found(request, rows, HEARING_COLUMNS, "hearings", hint)


def _narrow(asked: Filters, request: Request, past: bool) -> Filters:
    """Look from today on where nothing else was asked; what ends before today is asked of the past."""
    today = request.session.today
    if past:
        return replace(asked, until=(today - timedelta(days=1)).isoformat(), newest_first=True)
    if asked.since or (asked.until and asked.until < today.isoformat()):
        return asked
    return replace(asked, since=today.isoformat())


def _hint(store: Store, filters: Filters) -> str:
    """Say where hearings are that fit but for their day."""
    from casetrack.store.query import list_hearings

    def fits(**days: str | None) -> list[HearingRow]:
        return list_hearings(store, replace(filters, limit=1, **days))  # type: ignore[arg-type]

    if not fits(since=None, until=None):
        return ""
    if filters.since and fits(since=None, until=filters.since):
        return f" Some lie before {filters.since}: --past or --all lists them."
    return " Some lie on other days: --all lists them."
