"""What a column is. A row type is described once, as a tuple of columns, for every format."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, Literal, TypeVar

from casetrack.errors import UsageError

Row = TypeVar("Row")
Row_contra = TypeVar("Row_contra", contravariant=True)
Target = Literal["json", "csv"]


@dataclass(frozen=True, slots=True)
class Column(Generic[Row_contra]):
    """One column of a listing.

    `get` gives the value for programs; `only` keeps a column to one kind of output. A column with a
    `header` stands in tables, where `show` gives its words if the value is not said as it is.

    `link` gives the address that the words lead to in formats that have links.

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
    link: Callable[[Row_contra], str | None] | None = None

    def words(self, row: Row_contra) -> str:
        """Say the cell as a table does; nothing known is an empty cell."""
        return self.show(row) if self.show else say_value(self.get(row))


Columns = Sequence[Column[Row]]
SCHEMA_VERSION = 1
"""The grammar that JSON follows, docs/output.md: raised when a key goes or comes to mean something else."""
VERSION_COLUMN: Column[Any] = Column("schema_version", lambda row: SCHEMA_VERSION, only="json")


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


def name_columns(columns: Columns[Row], form: str) -> list[str]:
    """Name the columns that may be chosen in a format, each once: whole objects only where it has them."""
    hidden = ("table",) if is_json(form) else ("table", "json")
    return list(dict.fromkeys(column.name for column in columns if column.only not in hidden))


def is_json(form: str) -> bool:
    """Tell whether a format carries values that are no text."""
    return form in ("json", "ndjson")


def pick_columns(columns: Columns[Row], names: Sequence[str], form: str) -> list[Column[Row]]:
    """Pick columns by name, in the order asked for; each then stands in every format.

    Raises:
        UsageError: the format has no column of that name; the message lists those it has.
    """
    known = name_columns(columns, form)
    wanted = "json" if is_json(form) else "csv"
    picked = []
    for name in dict.fromkeys(names):
        if name not in known:
            raise UsageError(f"There is no column {name!r} for {form}; there are {', '.join(known)}")
        fitting = [column for column in columns if column.name == name and column.only != "table"]
        best = next((column for column in fitting if column.only == wanted), fitting[0])
        header = best.header or name.replace("_", " ").upper()
        picked.append(
            replace(best, only=None, header=header, rank=0, wrap=best.wrap or UNWRAPPED.get(name, 12))
        )
    return picked


UNWRAPPED = {"id": None, "date": None, "time": None, "case_id": None, "published": None}
"""Columns whose words are never broken."""


def sort_rows(rows: Sequence[Row], columns: Columns[Row], keys: Sequence[str], form: str) -> list[Row]:
    """Sort rows by columns: `date`, `-date` or `date desc`; what is not known comes last either way.

    Raises:
        UsageError: there is no column of that name.
    """
    ordered = list(rows)
    for key in reversed(keys):
        name, descending = read_sort_key(key)
        (column,) = pick_columns(columns, [name], form)
        known = [row for row in ordered if column.get(row) is not None]
        known.sort(key=lambda row, column=column: _order(column.get(row)), reverse=descending)  # type: ignore[misc]
        ordered = known + [row for row in ordered if column.get(row) is None]
    return ordered


def read_sort_key(key: str) -> tuple[str, bool]:
    """Read one sort key: the name of a column, and whether the greatest comes first."""
    words = key.strip().removeprefix("-").split()
    descending = key.strip().startswith("-") or words[1:] == ["desc"]
    if not words or (words[1:] and words[1:] not in (["desc"], ["asc"])):
        raise UsageError(f"{key!r} is no order; give a column, as date, -date or 'date desc'")
    return words[0], descending


def _order(value: Any) -> tuple[int, float, str]:
    """Order numbers before words, words without regard to case."""
    if isinstance(value, bool | int | float):
        return (0, float(value), "")
    return (1, 0.0, say_value(value).casefold())
