"""`casetrack errors`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from casetrack.cli.options import INPUTS, LISTING, Request, takes

if TYPE_CHECKING:
    from casetrack.store.day_rows import RefusedRow

app = typer.Typer(add_completion=False, rich_markup_mode=None)
LINE_RE = re.compile(r"(.+)#\d+")
STANDARD_INPUT = "-"


@app.command()
@takes(*INPUTS, *LISTING)
def errors(
    request: Request,
    run: Annotated[
        int | None,
        typer.Option("--run", metavar="N", help="Those of one run, as casetrack log numbers it: 12."),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Those of the past too.")] = False,
    retry: Annotated[bool, typer.Option("--retry", help="Read these files again.")] = False,
    forget: Annotated[bool, typer.Option("--forget", help="Let these be of the past, taken or not.")] = False,
) -> None:
    """List the files that ingest refused and that it has not taken since, with the reason.

    --retry reads them again, with the options of ingest, and leaves those that are still refused (exit
    code 3). Names that do not begin at the root are read from the folder one is in.

    \b
    Examples:
      casetrack errors
      casetrack errors --retry --max-size 50MB
      casetrack errors --csv --columns path,reason
    """
    from casetrack.cli.ingest import ingest_and_tell
    from casetrack.cli.listing import check_columns, write_found
    from casetrack.cli.session import open_database
    from casetrack.render.day_listings import REFUSED_COLUMNS
    from casetrack.store.place import read_clock
    from casetrack.store.runs import list_errors, settle_errors

    if (retry or forget) and (every or (retry and forget)):
        raise typer.BadParameter("--retry, --forget and --all stand alone.")
    check_columns(request, REFUSED_COLUMNS)
    with open_database(request.session, write=forget, create=False) as store:
        rows = list_errors(store, run=run, every=every)
        if forget:
            with store.write() as db:
                settle_errors(db, [row.path for row in rows], request.session.instant or read_clock())
    if retry:
        ingest_and_tell(request, _name_files(rows))
    elif not forget:
        write_found(request, rows, REFUSED_COLUMNS, "refused files", whole=True)


def _name_files(rows: Sequence[RefusedRow]) -> list[str]:
    """Name the files to read again, each once: that of a JSON line is the whole file."""
    files = []
    for row in rows:
        match = LINE_RE.fullmatch(row.path)
        files.append(match[1] if match and not Path(row.path).exists() else row.path)
    return [name for name in dict.fromkeys(files) if name != STANDARD_INPUT]
