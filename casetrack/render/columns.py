"""What a column is. A row type is described once, as a tuple of columns, for every format."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

Row = TypeVar("Row")
Row_contra = TypeVar("Row_contra", contravariant=True)
Target = Literal["json", "csv"]


@dataclass(frozen=True, slots=True)
class Column(Generic[Row_contra]):
    """One column of a listing.

    `get` gives the value for programs; `only` keeps a column to one kind of output. A column with a
    `header` stands in tables, where `show` gives its words if the value is not said as it is.

    `wrap` is the number of cells that words wrapped to still read well in; without it they do not
    wrap. Where not all columns fit, those of the highest `rank` are left out; rank 0 always stays.
    """

    name: str
    get: Callable[[Row_contra], Any]
    header: str | None = None
    show: Callable[[Row_contra], str] | None = None
    style: Callable[[Row_contra], str] | None = None
    wrap: int | None = None
    rank: int = 0
    justify: Literal["left", "right"] = "left"
    only: Literal["json", "csv", "table"] | None = None

    def words(self, row: Row_contra) -> str:
        """Say the cell as a table does; nothing known is an empty cell."""
        return self.show(row) if self.show else say_value(self.get(row))


Columns = Sequence[Column[Row]]


def say_value(value: Any) -> str:
    """Say a value in one cell: nothing for None, items of a list parted by semicolons."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return "; ".join(say_value(item) for item in value)
    return str(value)


def data_columns(columns: Columns[Row], target: Target) -> list[Column[Row]]:
    """Select the columns that a format for programs carries."""
    return [column for column in columns if column.only in (None, target)]


def table_columns(columns: Columns[Row]) -> list[Column[Row]]:
    """Select the columns that a table shows where it has the room."""
    return [column for column in columns if column.header is not None]
