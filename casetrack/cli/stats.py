"""`casetrack stats`."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from casetrack.cli.options import FORMAT, LISTING, OF_CASES, SPAN, Request, choice, takes
from casetrack.render import FORMATS

app = typer.Typer(add_completion=False, rich_markup_mode=None)
GROUPS = ("court", "judge", "month", "disposition")


@app.command()
@takes("case", *OF_CASES, "disposition", *SPAN, *LISTING, formats=(*FORMATS, "svg"))
def stats(
    request: Request,
    ctx: typer.Context,
    by: Annotated[
        str | None,
        choice("--by", GROUPS, "Count by"),
    ] = None,
) -> None:
    """Count what the database holds, or its rulings and hearings by one thing, with bars.

    The filters, and the options of a listing, are for --by. A ruling of several judges counts for each.
    --disposition counts rulings alone.

    \b
    Examples:
      casetrack stats
      casetrack stats --by judge --court nyed --since 2017
      casetrack stats --by month --format svg > months.svg
    """
    from casetrack.cli.session import open_database
    from casetrack.render.stats import write_stats
    from casetrack.store.query import count_stats

    if by is not None:
        _count_by(request, by)
        return
    typed = [name for name in request.values if _was_typed(ctx, name) and name not in FORMAT]
    if typed or request.format == "svg":
        raise typer.BadParameter(f"{_flag(ctx, typed[0]) if typed else 'svg'} is for --by.")
    with open_database(request.session) as store:
        figures = count_stats(store)
    write_stats(figures, request.format, sys.stdout)


def _count_by(request: Request, by: str) -> None:
    from dataclasses import replace

    from casetrack.cli.listing import build_filters, check_columns, write_found
    from casetrack.cli.session import open_database
    from casetrack.render.groups import group_columns
    from casetrack.render.table import draw_table
    from casetrack.store.groups import count_groups

    check_columns(request, group_columns((), by))
    with open_database(request.session) as store:
        asked = build_filters(store, request)
        rows = count_groups(store, by, replace(asked, limit=None, offset=0))
    columns = group_columns(rows, by, sys.stdout)
    if request.format == "svg":
        draw_table(rows, group_columns(rows, by), f"Rulings and hearings by {by}", sys.stdout)
    else:
        write_found(request, rows, columns, "rulings or hearings", whole=True)


def _was_typed(ctx: typer.Context, name: str) -> bool:
    source = ctx.get_parameter_source(name)
    return source is not None and source.name == "COMMANDLINE"


def _flag(ctx: typer.Context, name: str) -> str:
    return next(param.opts[0] for param in ctx.command.params if param.name == name)
