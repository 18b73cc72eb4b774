"""Look a database over and mend what can be mended without a person.

Every check gives how many things are wrong and one example; a check that finds nothing is a check
that was made. Mending only removes what nothing refers to and rebuilds what is derived: it never
touches an article, a correction or a fact that still has its sentence.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from casetrack.store.write import sweep_orphans


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found: `count` things wrong, the first of them as `example`, and what to do.

    `mendable` tells that `mend` puts it right; `harmless` that it is only worth knowing.
    """

    check: str
    count: int
    example: str | None
    remedy: str
    mendable: bool = False
    harmless: bool = False


def examine(db: sqlite3.Connection) -> list[Finding]:
    """Make every check; the file itself first, since nothing else means anything if that fails."""
    damage = _check_pages(db)
    if damage.count:
        return [damage]
    return [damage, *(check(db) for check in CHECKS)]


def mend(db: sqlite3.Connection) -> None:
    """Put right what `examine` calls mendable; run inside the caller's write transaction."""
    for table, rowid in _broken_references(db):
        db.execute(f'delete from "{table}" where rowid = ?', (rowid,))
    for table in ("rulings", "hearings"):
        db.execute(f"delete from {table} where id in ({_unsourced(table)})")
    db.execute("delete from cases where id not in (select case_id from case_articles)")
    sweep_orphans(db)
    db.execute("insert into articles_fts(articles_fts) values ('rebuild')")


def _check_pages(db: sqlite3.Connection) -> Finding:
    try:
        lines = [str(row[0]) for row in db.execute("pragma integrity_check(100)")]
    except sqlite3.DatabaseError as error:
        lines = [str(error)]
    wrong = [] if lines == ["ok"] else lines
    return Finding(
        "the file is whole", len(wrong), wrong[0] if wrong else None,
        "restore a backup: casetrack restore FILE",
    )  # fmt: skip


def _broken_references(db: sqlite3.Connection) -> list[tuple[str, int]]:
    return [(row[0], row[1]) for row in db.execute("pragma foreign_key_check") if row[1] is not None]


def _check_references(db: sqlite3.Connection) -> Finding:
    broken = _broken_references(db)
    example = f"row {broken[0][1]} of {broken[0][0]}" if broken else None
    return Finding("rows refer to rows that exist", len(broken), example, "--fix removes them", mendable=True)


def _check_search(db: sqlite3.Connection) -> Finding:
    """Ask the full-text index whether it agrees with the articles; one that was never told cannot answer."""
    problem: str | None = None
    try:
        scratch = sqlite3.connect(":memory:")
        db.backup(scratch)
        scratch.execute("insert into articles_fts(articles_fts, rank) values ('integrity-check', 1)")
    except sqlite3.DatabaseError as error:
        problem = str(error)
    finally:
        scratch.close()
    return Finding(
        "search agrees with the articles", int(problem is not None), problem, "--fix builds the index anew",
        mendable=True,
    )  # fmt: skip


def _check_quotes(db: sqlite3.Connection) -> Finding:
    """Compare every quoted sentence with the characters it was read from."""
    wrong: list[str] = []
    for kind in ("ruling", "hearing"):
        rows = db.execute(
            f"select s.{kind}_id, a.path from {kind}_sources s join articles a on a.id = s.article_id"
            " where substr(a.text, s.start + 1, s.end - s.start) != s.quote"
        )
        wrong += [f"{kind} {number} in {path}" for number, path in rows]
    return Finding(
        "sentences stand where they were read", len(wrong), wrong[0] if wrong else None,
        "read the articles anew: casetrack rebuild",
    )  # fmt: skip


def _unsourced(table: str) -> str:
    kind = table.removesuffix("s")
    told = f"id not in (select {kind}_id from {kind}_sources)"
    return f"select id from {table} where entered is null and {told}"


def _check_orphans(db: sqlite3.Connection) -> Finding:
    """Count facts without a sentence and cases without an article."""
    found = [
        f"{table.removesuffix('s')} {row[0]}"
        for table in ("rulings", "hearings")
        for row in db.execute(_unsourced(table))
    ]
    found += [
        f"case {row[0]}"
        for row in db.execute("select id from cases where id not in (select case_id from case_articles)")
    ]
    return Finding(
        "every fact has a source", len(found), found[0] if found else None, "--fix removes them",
        mendable=True,
    )  # fmt: skip


def _check_files(db: sqlite3.Connection) -> Finding:
    """Count articles whose file is no longer where it was read; their text is in the database."""
    gone = [
        path
        for (path,) in db.execute("select path from articles where path != '-' order by path")
        if "://" not in path and not Path(path.partition("#")[0]).exists()
    ]
    return Finding(
        "files are where they were read", len(gone), gone[0] if gone else None,
        "nothing is lost: their text is in the database", harmless=True,
    )  # fmt: skip


CHECKS: tuple[Callable[[sqlite3.Connection], Finding], ...] = (
    _check_references,
    _check_search,
    _check_quotes,
    _check_orphans,
    _check_files,
)
