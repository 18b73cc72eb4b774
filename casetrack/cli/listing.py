"""How any listing runs: filters from the options, rows from the store, one format out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import typer

from casetrack.cli.options import Request
from casetrack.cli.session import open_database, say
from casetrack.render import write_rows
from casetrack.render.columns import Columns, Row

if TYPE_CHECKING:
    from casetrack.store import Store
    from casetrack.store.rows import Filters

NOTHING_MATCHED = 5
FILTERS = ("judge", "court", "party", "source", "kind", "disposition", "type", "since", "until", "limit")


def list_rows(
    request: Request, query: Callable[[Store, Filters], Sequence[Row]], columns: Columns[Row], noun: str
) -> None:
    """Ask the store and write what it answers."""
    with open_database(request.session) as store:
        rows = query(store, build_filters(store, request))
    write_found(request, rows, columns, noun)


def build_filters(store: Store, request: Request) -> Filters:
    """Build the filters from the options that were given; a case is found by what a person calls it."""
    from casetrack.store.query import find_case
    from casetrack.store.rows import Filters

    values = request.values
    reference = values.get("case")
    asked: dict[str, Any] = {name: values.get(name) for name in FILTERS}
    return Filters(
        case=find_case(store, reference).id if reference else None,
        status=values.get("case_status") or values.get("hearing_status"),
        **asked,
    )


def write_found(request: Request, rows: Sequence[Row], columns: Columns[Row], noun: str) -> None:
    """Write rows to standard output; say so when there are none."""
    write_rows(rows, columns, request.format, sys.stdout)
    if not rows:
        tell_nothing(request, f"No {noun} match.")


def tell_nothing(request: Request, said: str) -> None:
    """Say that nothing matched, and exit as `--exit-code` asks."""
    if not request.session.quiet:
        say(said)
    if request.values.get("exit_code"):
        raise typer.Exit(NOTHING_MATCHED)
