"""`casetrack man`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from casetrack.cli.options import Request, takes

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
@takes()
def man(
    request: Request,
    folder: Annotated[
        Path | None,
        typer.Argument(
            metavar="FOLDER", help="Where the pages go; made if missing: ~/.local/share/man/man1."
        ),
    ] = None,
) -> None:
    """Write the pages of the manual into a folder, or the first of them to standard output.

    \b
    Examples:
      casetrack man ~/.local/share/man/man1
      casetrack man | man -l -
    """
    from casetrack.cli.manual import write_manual
    from casetrack.cli.session import say
    from casetrack.render.phrases import count

    pages = write_manual()
    if folder is None:
        sys.stdout.write(pages["casetrack.1"])
        return
    target = folder.expanduser()
    target.mkdir(parents=True, exist_ok=True)
    for name, text in pages.items():
        (target / name).write_text(text, encoding="utf-8")
    if not request.session.quiet:
        say(f"Wrote {count(len(pages), 'page')} to {target}.")
