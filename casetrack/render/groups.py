"""How much lies with each court, judge, month or outcome, with bars: a listing, or a picture."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from casetrack.render.columns import Column, Columns
from casetrack.store.day_rows import GroupRow

BAR_WIDTH = 30
FULL, LIGHT = "█", "░"
PLAIN_FULL, PLAIN_LIGHT = "#", "-"
UNKNOWN = "not known"
HEADERS = {"court": "COURT", "judge": "JUDGE", "month": "MONTH", "disposition": "OUTCOME"}


def group_columns(rows: Sequence[GroupRow], by: str, stream: TextIO | None = None) -> Columns[GroupRow]:
    """Describe the listing; the bars of its rows are drawn to one scale, for what the stream can show."""
    most = max((row.rulings + (row.hearings or 0) for row in rows), default=0)
    signs = (FULL, LIGHT) if _shows_blocks(stream) else (PLAIN_FULL, PLAIN_LIGHT)
    return (
        Column(by, lambda row: row.value, HEADERS[by], show=lambda row: row.value or UNKNOWN,
               style=lambda row: "bold", wrap=12),
        Column("name", lambda row: row.name),
        Column("cases", lambda row: row.cases, "CASES", justify="right", rank=2),
        Column("rulings", lambda row: row.rulings, "RULINGS", justify="right"),
        Column("hearings", lambda row: row.hearings, "HEARINGS", justify="right"),
        Column("bar", lambda row: draw_bar(row, most, signs), f"{signs[0]} RULINGS {signs[1]} HEARINGS",
               wrap=BAR_WIDTH, rank=1, only="table", style=lambda row: "cyan"),
    )  # fmt: skip


def draw_bar(row: GroupRow, most: int, signs: tuple[str, str]) -> str:
    """Draw rulings and hearings one after the other; whatever there is shows as one sign at least."""
    cells = [
        max(1, round(number / most * BAR_WIDTH)) if number else 0
        for number in (row.rulings, row.hearings or 0)
    ]
    return signs[0] * cells[0] + signs[1] * cells[1]


def _shows_blocks(stream: TextIO | None) -> bool:
    return stream is None or (getattr(stream, "encoding", None) or "").lower().startswith("utf")
