"""A bar that says how far a run is, how fast it goes and how long it will take; gone when the run ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO


@contextmanager
def show_bar(stream: TextIO, label: str) -> Iterator[Callable[[int, int | None], None]]:
    """Show a bar on the stream; the function given moves it to `done` of `total`."""
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        ProgressColumn,
        Task,
        TextColumn,
        TimeRemainingColumn,
    )
    from rich.text import Text

    from casetrack.render.console import make_console

    class RateColumn(ProgressColumn):
        """How fast it goes; asked for when the bar is drawn, not at every file."""

        def render(self, task: Task) -> Text:
            return Text(say_rate(task.finished_speed or task.speed))

    left = TimeRemainingColumn(elapsed_when_finished=True)
    columns = (TextColumn(label, markup=False), BarColumn(), MofNCompleteColumn(), RateColumn(), left)
    with Progress(*columns, console=make_console(stream)) as bar:
        task = bar.add_task(label, total=None)

        def move(done: int, total: int | None) -> None:
            bar.update(task, completed=done, total=total)

        yield move


def say_rate(speed: float | None) -> str:
    """Say how many a second; slow work by the minute, nothing while it is not known."""
    if not speed:
        return ""
    return f"{speed:,.0f}/s" if speed >= 1 else f"{speed * 60:,.0f}/min"
