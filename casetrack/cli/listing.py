"""How any listing runs: filters from the options, rows from the store, one format out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import typer

from casetrack.cli.options import Request
from casetrack.cli.session import open_database, say
from casetrack.render import write_rows
from casetrack.render.columns import VERSION_COLUMN, Columns, Row, pick_columns, sort_rows

if TYPE_CHECKING:
    from casetrack.store import Store
    from casetrack.store.rows import Filters

NOTHING_MATCHED = 5
FILTERS = (
    "judge",
    "court",
    "party",
    "source",
    "kind",
    "disposition",
    "type",
    "since",
    "until",
    "min_confidence",
)


def list_rows(
    request: Request,
    query: Callable[[Store, Filters], Sequence[Row]],
    columns: Columns[Row],
    noun: str,
    *,
    whole: bool = False,
) -> None:
    """Ask the store and write what it answers; `whole` as for `write_listing`."""
    check_columns(request, columns)
    with open_database(request.session) as store:
        rows = query(store, build_filters(store, request))
    write_found(request, rows, columns, noun, whole=whole)


def build_filters(store: Store, request: Request) -> Filters:
    """Build the filters from the options that were given; a case is found by what a person calls it.

    Rows to be sorted are all asked for: `write_listing` takes the first of them.
    """
    from casetrack.store.query import find_case
    from casetrack.store.rows import Filters

    values = request.values
    reference = values.get("case")
    asked: dict[str, Any] = {name: values.get(name) for name in FILTERS}
    if not request.sort:
        asked |= {"limit": values.get("limit"), "offset": values.get("offset", 0)}
    return Filters(
        case=find_case(store, reference).id if reference else None,
        status=values.get("case_status") or values.get("hearing_status"),
        **asked,
    )


def check_columns(request: Request, columns: Columns[Row]) -> None:
    """See that the columns asked for exist, before anything is done."""
    pick_columns(columns, request.columns, request.format)
    sort_rows([], columns, request.sort, request.format)


def write_found(
    request: Request, rows: Sequence[Row], columns: Columns[Row], noun: str, *, whole: bool = False
) -> None:
    """Write rows to standard output; say so when there are none."""
    write_listing(request, rows, columns, noun, whole=whole)
    if not rows:
        tell_nothing(request, f"No {noun} match.")


def write_listing(
    request: Request, rows: Sequence[Row], columns: Columns[Row], noun: str, *, whole: bool = False
) -> None:
    """Write rows in the order, the columns and the format asked for.

    Args:
        whole: the rows are all there are, `--limit` and `--offset` still to be heeded.
    """
    values, form = request.values, request.format
    if request.sort or whole:
        first = values.get("offset") or 0
        limit = values.get("limit")
        ordered = sort_rows(rows, columns, request.sort, form)
        rows = ordered[first : None if limit is None else first + limit]
    shown = pick_columns(columns, request.columns, form) if request.columns else [VERSION_COLUMN, *columns]
    title = noun[:1].upper() + noun[1:]
    write_rows(rows, shown, form, sys.stdout, headers=not values.get("no_headers"), title=title)


def tell_nothing(request: Request, said: str) -> None:
    """Say that nothing matched, and exit as `--exit-code` asks."""
    if not request.session.quiet:
        say(said)
    if request.values.get("exit_code"):
        raise typer.Exit(NOTHING_MATCHED)
