"""Where output goes: how wide it may be and whether it may have colour.

A terminal gives its width; anything else is as wide as it needs. `COLUMNS` sets the width of
both. Colour follows the terminal, `NO_COLOR`, `FORCE_COLOR` and `TERM` as rich understands them.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

UNLIMITED = 100_000


def find_width(stream: TextIO) -> int:
    """Find how many cells a line may have; UNLIMITED where nobody says."""
    asked = os.environ.get("COLUMNS", "")
    if asked.isdecimal() and int(asked) > 0:
        return int(asked)
    try:
        return os.get_terminal_size(stream.fileno()).columns or 80
    except (OSError, ValueError):
        return UNLIMITED


def make_console(stream: TextIO, most: int = UNLIMITED) -> Console:
    """Make the console that writes to the stream; it reads no markup, no emoji codes, no numbers.

    Args:
        most: cells of a line beyond which a view reads badly; where there is no limit there is none.
    """
    from rich.console import Console

    width = find_width(stream)
    width = width if width >= UNLIMITED else min(width, most)
    return Console(file=stream, width=width, markup=False, emoji=False, highlight=False)


def print_trimmed(console: Console, renderable: RenderableType) -> None:
    """Print without the blanks that rich pads lines with."""
    with console.capture() as capture:
        console.print(renderable, soft_wrap=False)
    lines = (line.rstrip() for line in capture.get().removesuffix("\n").split("\n"))
    console.file.write("".join(f"{line}\n" for line in lines))
