"""The runs of `ingest`: what each took, skipped and refused, and which refusals still stand.

A refusal stands until its file is taken, is refused again, or a person lets it go.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from casetrack.errors import NotFoundError
from casetrack.store.connect import Store
from casetrack.store.day_rows import RefusedRow, RunRow


def start_import(db: sqlite3.Connection, now: str) -> int:
    """Open the record of a run."""
    return int(db.execute("insert into imports (started_at) values (?)", (now,)).lastrowid or 0)


def end_import(
    db: sqlite3.Connection,
    import_id: int,
    now: str,
    counts: dict[str, int],
    errors: Sequence[tuple[str, str]],
) -> None:
    """Close the record of a run, with what it could not take."""
    db.execute(
        "update imports set ended_at = ?, added = ?, unchanged = ?, replaced = ?, refused = ?, undated = ?"
        " where id = ?",
        (
            now,
            counts["added"],
            counts["unchanged"],
            counts["replaced"],
            counts["refused"],
            counts["undated"],
            import_id,
        ),
    )
    settle_errors(db, [path for path, _ in errors], now)
    db.executemany(
        "insert into import_errors (import_id, path, reason) values (?, ?, ?)",
        [(import_id, p, r) for p, r in errors],
    )


def settle_errors(db: sqlite3.Connection, paths: Iterable[str], now: str) -> None:
    """Let what was refused of some paths be of the past."""
    db.executemany(
        "update import_errors set settled_at = ? where settled_at is null and path = ?",
        [(now, path) for path in paths],
    )


def settle_lines(db: sqlite3.Connection, path: str, now: str) -> None:
    """Let what was refused of any line of a file be of the past: it was read whole."""
    db.execute(
        "update import_errors set settled_at = ? where settled_at is null"
        " and substr(path, 1, length(?) + 1) = ? || '#'",
        (now, path, path),
    )


def list_runs(store: Store) -> list[RunRow]:
    """List the runs, the latest first."""
    refused: dict[int, list[RefusedRow]] = {}
    for row in _refused(store.db, "", ()):
        refused.setdefault(row.run, []).append(row)
    rows = store.db.execute(
        "select id, started_at, ended_at, added + replaced, unchanged, refused, added, replaced, undated"
        " from imports order by id desc"
    )
    return [RunRow(*(*row, tuple(refused.get(row[0], ())))) for row in rows]


def list_errors(store: Store, *, run: int | None = None, every: bool = False) -> list[RefusedRow]:
    """List the refusals that stand, the oldest first.

    Args:
        run: those of one run, whether they stand or not.
        every: those of all runs.
    Raises:
        NotFoundError: there was no such run.
    """
    if run is None:
        return _refused(store.db, "" if every else "where e.settled_at is null", ())
    if not store.db.execute("select 1 from imports where id = ?", (run,)).fetchone():
        raise NotFoundError(f"No run {run}; `casetrack log` lists them")
    return _refused(store.db, "where e.import_id = ?", (run,))


def _refused(db: sqlite3.Connection, where: str, values: Sequence[int]) -> list[RefusedRow]:
    sql = (
        "select e.id, e.import_id, coalesce(i.ended_at, i.started_at), e.path, e.reason, e.settled_at"
        f" from import_errors e join imports i on i.id = e.import_id {where} order by e.id"
    )
    return [RefusedRow(*row) for row in db.execute(sql, values)]
