"""CSV, and the same with tabs. No cell can run as a formula, move a cursor or break a line."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import Any, TextIO

from casetrack.render.columns import Columns, Row, data_columns, say_value
from casetrack.render.text import clean_line

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")  # noqa: RUF001


def write_csv(
    rows: Iterable[Row],
    columns: Columns[Row],
    stream: TextIO,
    *,
    headers: bool = True,
    tabs: bool = False,
) -> None:
    """Write the rows; a list is one cell, its items parted by semicolons."""
    carried = data_columns(columns, "csv")
    writer = csv.writer(stream, delimiter="\t" if tabs else ",", lineterminator="\n")
    if headers:
        writer.writerow(column.name for column in carried)
    for row in rows:
        writer.writerow(make_cell(column.get(row)) for column in carried)


def make_cell(value: Any) -> str:
    """Say a value as a cell; text that a spreadsheet would run as a formula is led by an apostrophe.

    The guard looks at the text before and after cleaning: an invisible character in front of an
    equals sign hides it from neither.
    """
    if isinstance(value, bool | int | float):
        return str(value)
    said = say_value(value)
    cell = clean_line(said)
    return f"'{cell}" if said.startswith(FORMULA_STARTS) or cell.startswith(FORMULA_STARTS) else cell
