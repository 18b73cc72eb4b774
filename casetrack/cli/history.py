"""`casetrack history`."""

from __future__ import annotations

from typing import Annotated

import typer

from casetrack.cli.complete import of_names
from casetrack.cli.deciding import REF_HELP, read_target
from casetrack.cli.options import LISTING, Request, takes

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
@takes(*LISTING)
def history(
    request: Request,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="REF", autocompletion=of_names("case"), help=REF_HELP)
    ] = None,
) -> None:
    """List what people decided, undone decisions too, in the order it was decided.

    \b
    Examples:
      casetrack history
      casetrack history guzman
      casetrack history ruling:5 --format json
    """
    from casetrack.cli.listing import check_columns, tell_nothing, write_listing
    from casetrack.cli.session import open_database
    from casetrack.render.listings import DECISION_COLUMNS
    from casetrack.store.history import list_history

    check_columns(request, DECISION_COLUMNS)
    with open_database(request.session) as store:
        rows = list_history(store, *read_target(words)) if words else list_history(store)
    write_listing(request, rows, DECISION_COLUMNS, "decisions", whole=True)
    if not rows:
        tell_nothing(request, "No decisions match.")
