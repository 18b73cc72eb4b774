"""`casetrack backup`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from casetrack.cli.options import Request, takes

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
@takes()
def backup(
    request: Request,
    target: Annotated[Path, typer.Argument(metavar="FILE", help="The copy to write.")],
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
) -> None:
    """Copy the database to a file, and open the copy to see that it is whole.

    Others may read and write meanwhile. A damaged database gives no backup.

    \b
    Examples:
      casetrack backup casetrack-2026-05-04.db
      casetrack backup --force /mnt/safe/casetrack.db
    """
    from casetrack.cli.session import find_database, say
    from casetrack.render.phrases import count
    from casetrack.store.copies import back_up

    held = back_up(find_database(request.session), target, force=force)
    if not request.session.quiet:
        say(f"Wrote {target}: {count(held['articles'], 'article')}, {count(held['cases'], 'case')}.")
