"""Markdown with tables: what an article says can form no link, no markup and no row of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TextIO

from casetrack.render.columns import Columns, Row, table_columns
from casetrack.render.marks import spell_marks
from casetrack.render.text import clean_line, safe_link

SPECIAL_RE = re.compile(r"[\\`*_\[\]<>|~$]|&(?=#?\w+;)")
LINE_START_RE = re.compile(r"^(?:(?=[-+=#])|(\d+)(?=[.)]))")


def write_markdown(
    rows: Sequence[Row], columns: Columns[Row], stream: TextIO, *, headers: bool = True
) -> None:
    """Write the rows as a table, a line each; no rows, nothing."""
    if not rows:
        return
    shown = table_columns(columns)
    if headers:
        write_cells([escape_markdown(column.header or "") for column in shown], stream)
        write_cells(["---:" if column.justify == "right" else "---" for column in shown], stream)
    for row in rows:
        cells = []
        for column in shown:
            said = escape_markdown(spell_marks(clean_line(column.words(row))))
            cells.append(link_markdown(said, column.link(row) if column.link else None))
        write_cells(cells, stream)


def write_cells(cells: Iterable[str], stream: TextIO) -> None:
    """Write one line of a table."""
    stream.write("| " + " | ".join(cells) + " |\n")


def escape_markdown(text: str) -> str:
    """Give a line of text as markdown that shows just that."""
    return LINE_START_RE.sub(r"\1\\", SPECIAL_RE.sub(r"\\\g<0>", clean_line(text)))


def link_markdown(escaped: str, address: str | None) -> str:
    """Make escaped words a link where the address is one that a browser may open."""
    link = safe_link(address)
    if not link or not escaped:
        return escaped
    return f"[{escaped}]({link.replace('(', '%28').replace(')', '%29').replace('|', '%7C')})"
