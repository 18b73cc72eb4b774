"""Hearings day by day, for a reader: a heading a day, what is on below it in order of time.

A hearing known by its month or year alone stands under that month or year, after the days.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, TextIO

from casetrack.render.console import make_console, print_trimmed
from casetrack.render.marks import choose_glyphs
from casetrack.render.phrases import hearing_style, quote_briefly, say_by_hand, say_type
from casetrack.render.text import clean_line, spell
from casetrack.store.rows import HearingRow

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

MAX_WIDTH = 110
TIME_WIDTH = 5
WORD_WIDTH = 20
FULL_DATE = 10


def write_agenda(rows: Sequence[HearingRow], today: date, stream: TextIO) -> None:
    """Write the hearings under their days; none, nothing."""
    from rich.console import Group
    from rich.text import Text

    if not rows:
        return
    console = make_console(stream, MAX_WIDTH)
    ordered = sorted(rows, key=lambda row: (len(row.date or "") < FULL_DATE, row.date or "", row.time or ""))
    parts: list[Text | Table] = []
    for day, group in groupby(ordered, key=lambda row: row.date or ""):
        heading = Text(name_day(day), style="bold underline")
        heading.append(_say_distance(day, today), style="not bold not underline dim")
        parts += [heading, _build_day(list(group), console), Text()]
    print_trimmed(console, Group(*parts[:-1]))


def name_day(day: str) -> str:
    """Name a day as one would write it above a list: `Friday 5 May 2017`, `May 2017, day not known`."""
    if len(day) == FULL_DATE:
        return f"{date.fromisoformat(day):%A} {_spell_date(date.fromisoformat(day))}"
    if len(day) > 4:
        return f"{date.fromisoformat(day + '-01'):%B %Y}, day not known"
    return f"{day}, day not known" if day else "Without a date"


def say_days(first: date, last: date) -> str:
    """Say a span of days in words: `Friday 5 May 2017`, `from ... to ...`, `from ... on`."""
    start, end = f"{first:%A} {_spell_date(first)}", f"{last:%A} {_spell_date(last)}"
    if first == last:
        return start
    if last == date.max:
        return f"from {start} on"
    return f"up to {end}" if first == date.min else f"from {start} to {end}"


def _spell_date(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def _say_distance(day: str, today: date) -> str:
    if len(day) != FULL_DATE:
        return ""
    off = (date.fromisoformat(day) - today).days
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}
    return f" · {near[off]}" if off in near else ""


def _build_day(rows: Sequence[HearingRow], console: Console) -> Table:
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 2, 0, 0))
    if any(row.time for row in rows):
        grid.add_column(no_wrap=True, width=TIME_WIDTH)
    grid.add_column(width=min(WORD_WIDTH, console.width // 4))
    grid.add_column(overflow="fold")
    glyphs = choose_glyphs(console)
    for row in rows:
        what = Text(
            f"{glyphs.get(row.status, ' ')} {say_type(clean_line(row.type))}", style=hearing_style(row)
        )
        if row.status != "scheduled":
            what.append(f"\n  {spell(clean_line(row.status))}")
        cells = [what, _say_about(row)]
        grid.add_row(*([Text(row.time or "")] if any(r.time for r in rows) else []), *cells)
    return grid


def _say_about(row: HearingRow) -> Text:
    from rich.text import Text

    text = Text(clean_line(row.caption), style="bold")
    about = row.purpose or quote_briefly(row.sources)
    if about:
        text.append("\n" + clean_line(about), style="not bold")
    moved = f"moved from {row.moved_from}" if row.moved_from else None
    place = [row.court, ", ".join(row.judges), row.location, moved, say_by_hand(row), f"hearing {row.id}"]
    text.append("\n" + " · ".join(clean_line(part) for part in place if part), style="not bold dim")
    return text
