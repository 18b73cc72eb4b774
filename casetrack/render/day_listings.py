"""The listings of a person's day, each described once for every format: what is followed, what runs did."""

from __future__ import annotations

from datetime import datetime

from casetrack.render.columns import Column, Columns
from casetrack.store.day_rows import FollowRow, RefusedRow, RunRow

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


def _say_span(row: RunRow) -> str:
    seconds = count_seconds(row)
    if seconds is None:
        return "no end"
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"


def count_seconds(row: RunRow) -> float | None:
    """Count how long a run took; None for one that has not ended."""
    if row.ended_at is None:
        return None
    return (datetime.fromisoformat(row.ended_at) - datetime.fromisoformat(row.started_at)).total_seconds()


def _say_reasons(row: RunRow) -> str:
    """Name the first file that a run refused and count the others."""
    if not row.errors:
        return ""
    first = f"{row.errors[0].path}: {row.errors[0].reason}"
    return first if len(row.errors) == 1 else f"{first} (and {len(row.errors) - 1:,} more)"


RUN_COLUMNS: Columns[RunRow] = (
    Column("id", lambda row: row.id, "RUN", justify="right"),
    Column("started_at", lambda row: row.started_at, "STARTED", show=lambda row: row.started_at[:16]),
    Column("ended_at", lambda row: row.ended_at),
    Column("seconds", count_seconds, "TOOK", show=_say_span, justify="right", rank=3),
    Column("taken", lambda row: row.taken, "TAKEN", justify="right"),
    Column("skipped", lambda row: row.skipped, "SKIPPED", justify="right"),
    Column("refused", lambda row: row.refused, "REFUSED", style=lambda row: "red" * bool(row.refused),
           justify="right"),
    Column("added", lambda row: row.added),
    Column("replaced", lambda row: row.replaced),
    Column("undated", lambda row: row.undated, "UNDATED", justify="right", rank=4),
    Column("errors", lambda row: row.errors, only="json"),
    Column("reasons", _say_reasons, "WHAT", wrap=16, rank=2, only="table"),
)  # fmt: skip

REFUSED_COLUMNS: Columns[RefusedRow] = (
    Column("id", lambda row: row.id),
    Column("run", lambda row: row.run, "RUN", justify="right"),
    Column("at", lambda row: row.at, "WHEN", show=lambda row: row.at[:16], rank=2),
    Column("path", lambda row: row.path, "FILE", style=lambda row: "bold", wrap=24),
    Column("reason", lambda row: row.reason, "REASON", wrap=16),
    Column("settled_at", lambda row: row.settled_at),
)
