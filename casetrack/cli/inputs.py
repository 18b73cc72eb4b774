"""What `ingest` and `extract` have in common."""

from __future__ import annotations

from typing import Annotated

import typer

SOME_REFUSED = 3

Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH...", help="Files, folders (searched through), or - for standard input."),
]
