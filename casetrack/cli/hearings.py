"""`casetrack hearings`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from io import TextIOWrapper
from typing import TYPE_CHECKING, Annotated

import typer

from casetrack.cli.options import LISTING, OF_CASES, SPAN, Request, takes

if TYPE_CHECKING:
    from casetrack.store import Store
    from casetrack.store.rows import Filters, HearingRow

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
@takes("case", *OF_CASES, "type", "hearing_status", "source", "min_confidence", *SPAN, *LISTING, ahead=True)
def hearings(
    request: Request,
    past: Annotated[bool, typer.Option("--past", help="Those before today, the latest first.")] = False,
    every: Annotated[bool, typer.Option("--all", help="Whatever their day, undated ones too.")] = False,
    ics: Annotated[bool, typer.Option("--ics", help="As an iCalendar file.")] = False,
    alarm: Annotated[
        str | None,
        typer.Option("--alarm", metavar="TIME", help="With --ics, remind so long before: 30m, 2h, 1d, 1w."),
    ] = None,
) -> None:
    """List hearings from today on, the earliest first.

    A hearing known by its month or year alone counts when it could lie in the days asked for. A calendar
    leaves it out and says so on standard error. Importing a calendar again updates it: a hearing keeps
    its UID whatever becomes of it, a postponed one is tentative, and one that was dropped or is told no more
    is cancelled.

    \b
    Examples:
      casetrack hearings
      casetrack hearings --on 'next week' --court nyed
      casetrack hearings --since tomorrow --until +30d --type sentencing --format csv
      casetrack hearings --past --status postponed
      casetrack hearings --all --ics --alarm 1d > hearings.ics
    """
    from casetrack.cli.checks import read_spell
    from casetrack.cli.listing import build_filters, check_columns, tell_nothing, write_listing
    from casetrack.cli.session import open_database
    from casetrack.render.listings import HEARING_COLUMNS
    from casetrack.store.query import list_hearings
    from casetrack.store.withdrawn import list_withdrawn

    if past and (every or request.values["since"] or request.values["until"]):
        raise typer.BadParameter("--past stands without --all, --on, --since and --until.")
    spell = read_spell(alarm)
    if spell is not None and not ics:
        raise typer.BadParameter("--alarm is for a calendar: add --ics.")
    if ics and request.format != "table":
        raise typer.BadParameter("--ics is a format of its own: leave out --format.")
    check_columns(request, HEARING_COLUMNS)
    with open_database(request.session) as store:
        asked = build_filters(store, request)
        filters = asked if every else _narrow(asked, request, past)
        rows = list_hearings(store, filters)
        withdrawn = list_withdrawn(store, filters) if ics else []
        hint = "" if rows else _hint(store, filters)
    if ics:
        _write_ics(request, [*rows, *withdrawn], spell)
    else:
        write_listing(request, rows, HEARING_COLUMNS, "hearings")
    if not rows:
        tell_nothing(request, f"No hearings match.{hint}")


def _write_ics(request: Request, rows: Sequence[HearingRow], spell: timedelta | None) -> None:
    from casetrack.cli.session import say
    from casetrack.render.ics import say_left_out, write_calendar

    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="")
    left_out = say_left_out(write_calendar(rows, spell, sys.stdout))
    if left_out and not request.session.quiet:
        say(left_out)


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
