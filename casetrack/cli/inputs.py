"""What `ingest` and `extract` have in common: which files they read."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

SOME_REFUSED = 3

Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATH...", help="Files, folders (searched through: clippings/), or - for standard input."
    ),
]
FromFile0 = Annotated[
    str | None,
    typer.Option(
        "--from-file0",
        metavar="FILE",
        help="Read the paths in FILE too, each ended by NUL, as find -print0 does; - is standard input.",
    ),
]


def gather_paths(paths: list[str] | None, from_file0: str | None) -> list[str]:
    """Gather the paths that were typed and those listed in a file; an empty list is no error."""
    if not paths and from_file0 is None:
        raise typer.BadParameter("Missing argument: name a PATH, or a list of them with --from-file0.")
    if from_file0 is None:
        return paths or []
    if from_file0 == "-" and "-" in (paths or ()):
        raise typer.BadParameter("Standard input is a list of paths or an article, not both.")
    data = sys.stdin.buffer.read() if from_file0 == "-" else Path(from_file0).read_bytes()
    return [*(paths or ()), *(os.fsdecode(name) for name in data.split(b"\0") if name)]
