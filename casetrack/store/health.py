"""Look a database over and mend what can be mended without a person.

Every check gives how many things are wrong and one example; a check that finds nothing is a check
that was made. Mending removes references to nothing and derives anew what is derived: it never touches
an article, what it was read to report, or a correction.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from casetrack.store.codec import unpack_report
from casetrack.store.edits import list_decisions
from casetrack.store.lost import describe_decisions
from casetrack.store.write import derive_all, sweep_orphans


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
    """Put right what `examine` calls mendable; run inside the caller's write transaction.

    References to nothing go, and whatever is derived is derived anew from the reports stored, so that a
    ruling, hearing or case that some article tells is there again.
    """
    for table, column, target, key in _broken_references(db):
        is_broken = f'"{column}" is not null and "{column}" not in (select "{key}" from "{target}")'
        if _may_be_none(db, table, column):
            db.execute(f'update "{table}" set "{column}" = null where {is_broken}')
        else:
            db.execute(f'delete from "{table}" where {is_broken}')
    for table in ("rulings", "hearings"):
        db.execute(f"delete from {table} where id in ({_unsourced(table)})")
    db.execute("delete from cases where id not in (select case_id from case_articles where case_id not null)")
    db.execute("insert into articles_fts(articles_fts) values ('rebuild')")
    if not _unreadable_reports(db):
        derive_all(db)
    sweep_orphans(db)


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


def _broken_references(db: sqlite3.Connection) -> list[tuple[str, str, str, str]]:
    """Give each column that holds references to nothing: its table, its name, the table and key it means."""
    broken = {(row[0], row[3]) for row in db.execute("pragma foreign_key_check")}
    found = []
    for table, number in sorted(broken):
        for row in db.execute(f'pragma foreign_key_list("{table}")'):
            if row[0] == number:
                found.append((table, row[3], row[2], row[4] or "id"))
    return found


def _may_be_none(db: sqlite3.Connection, table: str, column: str) -> bool:
    rows = db.execute(f'pragma table_info("{table}")')
    return any(name == column and not (required or key) for _, name, _, required, _, key in rows)


def _check_references(db: sqlite3.Connection) -> Finding:
    broken = db.execute("pragma foreign_key_check").fetchall()
    example = None
    if broken:
        row = f"row {broken[0][1]}" if broken[0][1] is not None else "a row"
        example = f"{row} of {broken[0][0]}"
    return Finding("rows refer to rows that exist", len(broken), example, "--fix removes them", mendable=True)


def _check_search(db: sqlite3.Connection) -> Finding:
    """Ask the full-text index whether it agrees with the articles; one that was never told cannot answer."""
    problem: str | None = None
    scratch = sqlite3.connect("")  # on disk, and gone when it is closed: the question counts as a write
    try:
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


def _unreadable_reports(db: sqlite3.Connection) -> list[str]:
    wrong = []
    for number, path, report in db.execute(
        "select x.id, a.path, x.report from case_articles x join articles a on a.id = x.article_id"
    ):
        try:
            unpack_report(report)
        except (ValueError, TypeError, KeyError, AttributeError, zlib.error) as error:
            wrong.append(f"report {number} of {path} ({type(error).__name__})")
    return wrong


def _check_reports(db: sqlite3.Connection) -> Finding:
    """Read what every article reports as deriving would, and see that it is in a case."""
    wrong = _unreadable_reports(db)
    homeless = [
        f"report {number} of {path}, which is in no case"
        for number, path in db.execute(
            "select x.id, a.path from case_articles x join articles a on a.id = x.article_id"
            " where x.case_id is null"
        )
    ]
    remedy = "read the articles anew: casetrack rebuild" if wrong else "--fix finds its case"
    found = wrong + homeless
    return Finding(
        "what articles report can be read", len(found), found[0] if found else None, remedy,
        mendable=not wrong,
    )  # fmt: skip


def _check_decisions(db: sqlite3.Connection) -> Finding:
    """Look for what every decision is about; one that finds nothing is kept for when it comes back."""
    try:
        lost = [row for row in describe_decisions(db, list_decisions(db)) if row.lost]
    except (ValueError, TypeError, KeyError, AttributeError, sqlite3.OperationalError) as error:
        return Finding(
            "decisions find what they are about", 1, f"one that cannot be read ({type(error).__name__})",
            "restore a backup, or load a file that casetrack decisions dump wrote",
        )  # fmt: skip
    example = f"decision {lost[0].id} ({lost[0].action}): {lost[0].lost}" if lost else None
    return Finding(
        "decisions find what they are about", len(lost), example,
        "they are kept and hold when it comes back: casetrack decisions check", harmless=True,
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
        for row in db.execute(
            "select id from cases where id not in (select case_id from case_articles where case_id not null)"
        )
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
    _check_reports,
    _check_quotes,
    _check_orphans,
    _check_decisions,
    _check_files,
)
