"""`casetrack restore`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from casetrack.cli.options import Request, takes

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
@takes()
def restore(
    request: Request,
    source: Annotated[Path, typer.Argument(metavar="FILE", help="A copy that `casetrack backup` wrote.")],
) -> None:
    """Put a backup in the place of the database; what was there is kept beside it.

    \b
    Examples:
      casetrack restore casetrack-2026-05-04.db
      casetrack --db other.db restore casetrack-2026-05-04.db
    """
    from casetrack.cli.session import find_database, find_wait, say
    from casetrack.render.phrases import count
    from casetrack.store import copies

    held, kept = copies.restore(find_database(request.session), source, find_wait(request.session))
    if not request.session.quiet:
        before = f" What was there is in {kept}." if kept else ""
        say(f"Restored {count(held['articles'], 'article')}, {count(held['cases'], 'case')}.{before}")
