"""Tables for people: laid out to the width there is, or one plain line a row where none is set.

Where the width has no limit (a pipe, a file) only the ruler of rich is imported, not its tables,
which keeps tens of thousands of rows quick.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TextIO

from casetrack.render.columns import Column, Columns, Row, table_columns
from casetrack.render.console import UNLIMITED, find_width, make_console, print_trimmed
from casetrack.render.layout import Need, lay_out
from casetrack.render.marks import Marks, choose_marks, mark_text, spell_marks
from casetrack.render.text import clean_line

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

GAP = 2


def write_table(rows: Sequence[Row], columns: Columns[Row], stream: TextIO, *, headers: bool = True) -> None:
    """Write the rows as a table; no rows, nothing."""
    if not rows:
        return
    shown = table_columns(columns)
    if find_width(stream) >= UNLIMITED:
        _write_plain(rows, shown, stream, headers)
    else:
        console = make_console(stream)
        print_trimmed(console, _build_table(rows, shown, console, headers))


def draw_table(rows: Sequence[Row], columns: Columns[Row], title: str, stream: TextIO) -> None:
    """Write the rows as a picture (SVG) with their title; columns are left out where it is too narrow."""
    from rich.console import Group
    from rich.text import Text

    from casetrack.render.picture import write_svg

    heading = Text(f"{clean_line(title)}\n", style="bold")
    shown = table_columns(columns)
    write_svg(lambda console: Group(heading, _build_table(rows, shown, console, True)), title, stream)


def _write_plain(rows: Sequence[Row], columns: Columns[Row], stream: TextIO, headers: bool) -> None:
    from rich.cells import cell_len

    lines = [[column.header or "" for column in columns]] if headers else []
    lines += [[spell_marks(clean_line(column.words(row))) for column in columns] for row in rows]
    widths = [max(map(cell_len, cells)) for cells in zip(*lines, strict=True)]
    for line in lines:
        cells = []
        for cell, width, column in zip(line, widths, columns, strict=True):
            blanks = " " * (width - cell_len(cell))
            cells.append(blanks + cell if column.justify == "right" else cell + blanks)
        stream.write((" " * GAP).join(cells).rstrip() + "\n")


def _build_table(rows: Sequence[Row], columns: Columns[Row], console: Console, headers: bool) -> Table:
    from rich import box
    from rich.table import Table

    marks = choose_marks(console)
    cells = [[_make_cell(column, row, marks) for row in rows] for column in columns]
    needs = [_measure(column, texts) for column, texts in zip(columns, cells, strict=True)]
    widths = lay_out(needs, console.width, GAP)
    table = Table(
        box=box.SIMPLE_HEAD if headers else None,
        show_header=headers,
        show_edge=False,
        pad_edge=False,
        padding=(0, GAP - 1, 0, 0),
        header_style="bold",
        border_style="dim",
    )
    for place, width in widths.items():
        column = columns[place]
        table.add_column(column.header or "", justify=column.justify, width=width, overflow="fold")
    for number in range(len(rows)):
        table.add_row(*(cells[place][number] for place in widths))
    return table


def _measure(column: Column[Row], texts: Sequence[Text]) -> Need:
    from rich.cells import cell_len

    header = cell_len(column.header or "")
    words = max(text.cell_len for text in texts)
    full = max(header, words)
    least = full if column.wrap is None else min(full, max(header, column.wrap))
    return Need(full if words else 0, least, column.rank)


def _make_cell(column: Column[Row], row: Row, marks: Marks) -> Text:
    text = mark_text(clean_line(column.words(row)), marks)
    if column.style:
        text.stylize(column.style(row))
    return text
