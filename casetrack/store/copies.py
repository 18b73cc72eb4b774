"""Copies of a whole database: written while others read and write, and opened before they are trusted."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from casetrack.errors import BusyError, DatabaseError
from casetrack.store.connect import DEFAULT_WAIT, as_it_lies, check_content, explain, open_store

COUNTED = ("articles", "cases", "rulings", "hearings", "edits")


def back_up(database: Path, target: Path, *, force: bool = False) -> dict[str, int]:
    """Copy a database, others at work on it or not, to a file of mode 0600; give what the copy holds.

    The copy stands under its name only once it was opened and found whole.

    Raises:
        DatabaseError: the target exists (without `force`), is the database itself, cannot be written, or
            the copy is not whole.
    """
    if target.exists() and _is_same(database, target):
        raise DatabaseError(f"{target} is the database itself; name another file for the copy")
    if target.exists() and (not force or not target.is_file()):
        raise DatabaseError(f"{target} is there already; name another file, or write over it with --force")
    with open_store(database, readonly=True) as store, _beside(target) as draft:
        copy_pages(store.db, draft)
        held = verify(draft)
        draft.replace(target)
    return held


def restore(database: Path, source: Path, wait: float = DEFAULT_WAIT) -> tuple[dict[str, int], Path | None]:
    """Put a backup in the place of a database; what was there is kept beside it.

    The backup is only read, and a copy of it is what is looked at and put in place. Others may be at work
    on the database: they go on with what it then holds. An older schema is brought up to date by whoever
    opens it next.

    Args:
        wait: seconds to wait for another process that writes.
    Returns:
        What the database holds now, and the file with what it held before, if there was one.
    Raises:
        DatabaseError: the backup is not a whole casetrack database, or the place cannot be written.
        BusyError: another process wrote for longer than `wait`; nothing is changed.
    """
    if database.exists() and source.exists() and _is_same(database, source):
        raise DatabaseError(f"{source} is the database itself; name a backup of it")
    if database.exists() and not database.is_file():
        raise DatabaseError(f"{database} is no file; name another place with --db")
    with _beside(database) as draft:
        with contextlib.closing(_open(source)) as pages:
            copy_pages(pages, draft, source)
        held = verify(draft, called=source)
        kept = None
        if database.exists():
            kept = free_name(database.with_name(f"{database.name}.before-restore"))
            if _keep(database, kept) and _write_over(draft, database, wait):
                return held, kept
        for suffix in ("-wal", "-shm"):
            Path(f"{database}{suffix}").unlink(missing_ok=True)
        draft.replace(database)
    return held, kept


def copy_pages(source: sqlite3.Connection, target: Path, called: Path | None = None) -> None:
    """Copy every page of an open database into a file, in one transaction of its own.

    Args:
        called: the file that is read, where it is that which may be wrong.
    """
    copy = sqlite3.connect(target)
    try:
        source.backup(copy)
        copy.execute("pragma journal_mode = delete")
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise explain(called or target, error) from error
    finally:
        copy.close()


def verify(path: Path, called: Path | None = None) -> dict[str, int]:
    """Open a database and read all of it, changing nothing; give how many rows its main tables hold.

    Args:
        called: what messages call it.
    Raises:
        DatabaseError: it is not a casetrack database, or not whole.
    """
    name = called or path
    with contextlib.closing(_open(path)) as db:
        try:
            check_content(name, db)
            state = db.execute("pragma integrity_check(1)").fetchone()[0]
            if state != "ok":
                raise DatabaseError(f"{name} is damaged ({state}); use another backup")
            return {
                table: int(db.execute(f"select count(*) from {table}").fetchone()[0]) for table in COUNTED
            }
        except (sqlite3.Error, UnicodeDecodeError) as error:
            raise explain(name, error) from error


def _write_over(source: Path, database: Path, wait: float) -> bool:
    """Write a whole copy over a database that others may have open, in one transaction.

    Tells whether that could be done; a file that is not like ours is left for `restore` to replace.
    """
    give_up = time.monotonic() + wait

    def lose_patience(status: int, remaining: int, total: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) and time.monotonic() > give_up:
            raise BusyError(f"{database} is in use by another process; try again")

    with (
        contextlib.closing(sqlite3.connect(source)) as pages,
        contextlib.closing(sqlite3.connect(database)) as live,
    ):
        try:
            _take_page_size(pages, live)
            pages.backup(live, progress=lose_patience, sleep=0.05)
        except sqlite3.OperationalError as error:
            if "readonly" not in str(error):  # as SQLite says it of pages of another size
                raise explain(database, error) from error
            return False
        except sqlite3.DatabaseError:
            return False
    return True


def _take_page_size(pages: sqlite3.Connection, live: sqlite3.Connection) -> None:
    """Give a copy the pages of the database that it is to be written over; SQLite mixes no two sizes."""
    wanted = live.execute("pragma page_size").fetchone()[0]
    if pages.execute("pragma page_size").fetchone()[0] != wanted:
        pages.execute(f"pragma page_size = {wanted}")
        pages.execute("vacuum")


def free_name(path: Path) -> Path:
    """Give a name that no file has: the path itself, or with a number."""
    names = (path if n == 1 else path.with_name(f"{path.name}.{n}") for n in range(1, 10_000))
    return next(name for name in names if not name.exists())


def _keep(database: Path, kept: Path) -> bool:
    """Set the present file aside as it is, be it damaged; a whole one is copied with what is in its log.

    Tells whether it was whole.
    """
    try:
        with contextlib.closing(_open(database)) as pages, _beside(kept) as draft:
            copy_pages(pages, draft)
            verify(draft)
            draft.replace(kept)
    except DatabaseError:
        os.link(database, kept)
        return False
    return True


def _open(path: Path) -> sqlite3.Connection:
    """Open a file to read it as it is, whatever its schema."""
    if not path.is_file():
        raise DatabaseError(f"There is no backup at {path}" if not path.exists() else f"{path} is no file")
    try:
        return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro{as_it_lies(path)}", uri=True)
    except sqlite3.Error as error:
        raise explain(path, error) from error


def _is_same(one: Path, other: Path) -> bool:
    return one.exists() and one.samefile(other)


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
