"""The figures of a database: an object for programs, named figures in groups for people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TextIO

from casetrack.render import write_rows
from casetrack.render.columns import Column, Columns
from casetrack.render.json import dump_json
from casetrack.render.text import spell
from casetrack.store.rows import Count, Stats


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: `group` is what is counted, `name` which of them."""

    group: str
    name: str
    value: int | str | None


def _say_figure(row: Figure) -> str:
    return f"{row.value:,}" if isinstance(row.value, int) else row.value or ""


FIGURE_COLUMNS: Columns[Figure] = (
    Column("group", lambda row: row.group, "OF", style=lambda row: "bold"),
    Column("name", lambda row: row.name, "WHAT", show=lambda row: spell(row.name)),
    Column("value", lambda row: row.value, "FIGURE", show=_say_figure, justify="right"),
)


def write_stats(stats: Stats, form: str, stream: TextIO) -> None:
    """Write the figures in one of FORMATS; json and ndjson give one object."""
    if form in ("json", "ndjson"):
        stream.write(dump_json(stats, indent=2 if form == "json" else None) + "\n")
    else:
        write_rows(list_figures(stats), FIGURE_COLUMNS, form, stream)


def list_figures(stats: Stats) -> list[Figure]:
    """List every figure in a fixed order."""
    plain = {
        "articles": ("articles", "undated", "first_published", "last_published"),
        "cases": ("cases", "courts", "judges", "parties", "ambiguous"),
        "facts": ("rulings", "hearings"),
        "runs": ("imports", "import_errors"),
        "database": ("database_schema", "bytes"),
    }
    counted: dict[str, tuple[Count, ...]] = {
        "cases by kind": stats.kinds,
        "rulings by disposition": stats.dispositions,
        "hearings by type": stats.hearing_types,
        "hearings by status": stats.hearing_statuses,
        "articles by source": stats.sources,
    }
    figures = [Figure(group, name, getattr(stats, name)) for group, names in plain.items() for name in names]
    return figures + [
        Figure(group, item.value, item.count) for group, items in counted.items() for item in items
    ]
