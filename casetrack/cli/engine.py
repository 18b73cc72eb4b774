"""The options that say where articles are read: by processes of this machine, or by Dask's workers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from casetrack.cli.options import choice

if TYPE_CHECKING:
    from casetrack.portions import Engine

ENGINES = ("processes", "dask")

EngineName = Annotated[str, choice("--engine", ENGINES, "What reads the articles")]
Scheduler = Annotated[
    str | None,
    typer.Option(
        "--scheduler",
        metavar="ADDRESS",
        help="With --engine dask, read on the workers of this scheduler: tcp://10.0.0.5:8786.",
    ),
]
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        metavar="N",
        min=1,
        max=256,
        help="Read with N processes of this machine: 4. Else one; with --engine dask one a core.",
    ),
]


@contextmanager
def open_chosen(name: str, scheduler: str | None, jobs: int | None, *, tell: bool) -> Iterator[Engine | None]:
    """Open the engine that was asked for; None for processes of this machine."""
    if name != "dask":
        if scheduler is not None:
            raise typer.BadParameter("--scheduler goes with --engine dask.", param_hint="'--scheduler'")
        yield None
        return
    if scheduler is not None and jobs is not None:
        raise typer.BadParameter("The scheduler has workers of its own.", param_hint="'--jobs'")
    from casetrack.dask_engine import open_engine

    with open_engine(scheduler, jobs, tell=tell) as engine:
        yield engine
