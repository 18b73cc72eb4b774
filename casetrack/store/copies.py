"""Copies of a whole database: written while others read and write, and opened before they are trusted."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

from casetrack.errors import DatabaseError
from casetrack.store.connect import open_store

COUNTED = ("articles", "cases", "rulings", "hearings", "edits")


def back_up(database: Path, target: Path, *, force: bool = False) -> dict[str, int]:
    """Copy a database, others at work on it or not, to a file of mode 0600; give what the copy holds.

    The copy stands under its name only once it was opened and found whole.

    Raises:
        DatabaseError: the target exists (without `force`), cannot be written, or the copy is not whole.
    """
    if target.exists() and (not force or target.is_dir()):
        raise DatabaseError(f"{target} is there already; name another file, or write over it with --force")
    with open_store(database, readonly=True) as store, _beside(target) as draft:
        copy_pages(store.db, draft)
        held = verify(draft)
        draft.replace(target)
    return held


def restore(database: Path, source: Path) -> tuple[dict[str, int], Path | None]:
    """Put a backup in the place of a database; what was there is kept beside it.

    Returns:
        What the database holds now, and the file with what it held before, if there was one.
    Raises:
        DatabaseError: the backup is not a whole casetrack database, or the place cannot be written.
    """
    held = verify(source)
    kept = None
    if database.exists():
        kept = free_name(database.with_name(f"{database.name}.before-restore"))
        _keep(database, kept)
    with _beside(database) as draft, contextlib.closing(_open(source)) as pages:
        copy_pages(pages, draft)
        verify(draft)
        for suffix in ("-wal", "-shm"):
            Path(f"{database}{suffix}").unlink(missing_ok=True)
        draft.replace(database)
    return held, kept


def copy_pages(source: sqlite3.Connection, target: Path) -> None:
    """Copy every page of an open database into a file, in one transaction of its own."""
    copy = sqlite3.connect(target)
    try:
        source.backup(copy)
        copy.execute("pragma journal_mode = delete")
    except sqlite3.Error as error:
        raise DatabaseError(f"Cannot write {target}: {error}") from error
    finally:
        copy.close()


def verify(path: Path) -> dict[str, int]:
    """Open a database and read all of it; give how many rows its main tables hold.

    Raises:
        DatabaseError: it is not a casetrack database, or not whole.
    """
    with open_store(path, readonly=True) as store:
        state = store.db.execute("pragma integrity_check(1)").fetchone()[0]
        if state != "ok":
            raise DatabaseError(f"{path} is damaged ({state}); use another backup")
        return {name: int(store.db.execute(f"select count(*) from {name}").fetchone()[0]) for name in COUNTED}


def free_name(path: Path) -> Path:
    """Give a name that no file has: the path itself, or with a number."""
    names = (path if n == 1 else path.with_name(f"{path.name}.{n}") for n in range(1, 10_000))
    return next(name for name in names if not name.exists())


def _keep(database: Path, kept: Path) -> None:
    """Set the present file aside as it is, be it damaged; a whole one is copied with what is in its log."""
    try:
        back_up(database, kept)
    except DatabaseError:
        os.link(database, kept)


def _open(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)


@contextlib.contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """Lend a new private file in the target's folder, removed again if it was not put in place."""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent or ".")
    except OSError as error:
        raise DatabaseError(f"Cannot write {target}: {error.strerror}; name another place") from error
    os.close(handle)
    draft = Path(name)
    try:
        yield draft
    finally:
        draft.unlink(missing_ok=True)
