"""The listings of a person's day, each described once for every format: what is followed, what runs did."""

from __future__ import annotations

from casetrack.render.columns import Column, Columns
from casetrack.store.day_rows import FollowRow

FOLLOW_COLUMNS: Columns[FollowRow] = (
    Column("id", lambda row: row.id, "ID", justify="right"),
    Column("case_id", lambda row: row.case_id),
    Column("slug", lambda row: row.slug),
    Column("caption", lambda row: row.caption),
    Column("query", lambda row: row.query),
    Column(
        "followed",
        lambda row: row.caption or row.slug or f"articles with: {row.query}",
        "FOLLOWED",
        style=lambda row: "bold",
        wrap=24,
        only="table",
    ),
    Column("cases", lambda row: row.cases, "CASES", rank=1, justify="right"),
    Column("note", lambda row: row.note, "NOTE", wrap=20),
    Column("made_at", lambda row: row.made_at, "SINCE", show=lambda row: row.made_at[:10], rank=2),
)
