"""Opening the database: guards against foreign, damaged and newer files, and the one writer."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from casetrack.errors import BusyError, DatabaseError
from casetrack.store.codec import unpack_text
from casetrack.store.migrations import APPLICATION_ID, NEWEST, apply_migrations

DEFAULT_WAIT = 10.0
CACHE = 8_000
"""KB of the database that a writer keeps at hand: keys lie all over a large one."""
PAGE = 8192
"""Bytes of a page: most articles would have one of the usual 4,096 to themselves, and leave much of it."""


class Store:
    """An open database; use it as a context manager or call `close`."""

    def __init__(self, path: Path, connection: sqlite3.Connection, readonly: bool) -> None:
        self.path = path
        self.db = connection
        self.readonly = readonly

    def close(self) -> None:
        """Close the database."""
        self.db.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        """Close; what SQLite said goes on as a sentence for the user."""
        self.close()
        if isinstance(error, sqlite3.Error):
            raise _explain(self.path, error) from error

    @contextmanager
    def write(self, *, keep: bool = True) -> Iterator[sqlite3.Connection]:
        """Hold the write lock: all that is written inside is kept, or nothing is; nothing without `keep`."""
        try:
            self.db.execute("begin immediate")
        except sqlite3.OperationalError as error:
            raise _explain(self.path, error) from error
        try:
            yield self.db
            self.db.execute("commit" if keep else "rollback")
        except sqlite3.Error as error:
            self._roll_back()
            raise _explain(self.path, error) from error
        except BaseException:
            self._roll_back()
            raise

    @contextmanager
    def snapshot(self) -> Iterator[sqlite3.Connection]:
        """Read one state of the database throughout, whatever others write meanwhile."""
        self.db.execute("begin")
        try:
            yield self.db
        finally:
            self._roll_back()

    def _roll_back(self) -> None:
        if self.db.in_transaction:  # SQLite may have rolled back by itself
            self.db.execute("rollback")


def open_store(
    path: str | Path, *, create: bool = False, readonly: bool = False, wait: float = DEFAULT_WAIT
) -> Store:
    """Open a casetrack database.

    Args:
        path: the file; with `create`, made (mode 0600, with its folder) when it is not there.
        create: a missing file is no error.
        readonly: nothing can be written through this store; an older schema is first brought up to date.
        wait: seconds to wait for another process before BusyError.
    Raises:
        DatabaseError: the file is missing, foreign, damaged, newer than this program, or cannot
            be opened; the message says what to do, and the file is as it was.
        BusyError: another process held the database for longer than `wait`.
    """
    path = Path(path)
    _check_file(path, create)
    mode = "ro" if readonly else "rw"
    connection: sqlite3.Connection | None = None
    try:
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=wait, isolation_level=None
        )
        connection.create_function("fold", 1, fold, deterministic=True)
        connection.create_function("unpack", 1, unpack_text, deterministic=True)
        connection.execute("pragma foreign_keys = on")
        _check_content(path, connection, create and not readonly)
        if readonly:
            if _schema_of(connection) != NEWEST:
                open_store(path, wait=wait).close()
            connection.execute("pragma query_only = on")
        else:
            connection.execute(f"pragma page_size = {PAGE}")  # of a file that is still empty
            connection.execute("pragma journal_mode = wal")
            connection.execute("pragma synchronous = normal")
            connection.execute(f"pragma cache_size = -{CACHE}")
            _migrate(path, connection)
    except (sqlite3.Error, DatabaseError) as error:
        if connection is not None:
            connection.close()
        if isinstance(error, DatabaseError):
            raise
        raise _explain(path, error) from error
    return Store(path, connection, readonly)


def fold(text: str | None) -> str | None:
    """Fold case and accents, for comparing what people type with names."""
    if text is None:
        return None
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(char for char in decomposed if not unicodedata.combining(char)).lower()


def fold_line(text: str) -> str:
    """Fold a text to one line, with single blanks."""
    return " ".join((fold(text) or "").split())


def _check_file(path: Path, create: bool) -> None:
    """See that there is a file, or make an empty one when asked."""
    if path.is_dir():
        raise DatabaseError(f"{path} is a folder, not a database; name a file with --db")
    if path.exists():
        return
    if not create:
        raise DatabaseError(
            f"There is no database at {path}; run `casetrack ingest` first, or name another with --db"
        )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
    except OSError as error:
        raise DatabaseError(
            f"Cannot make a database at {path}: {error.strerror}; name another place with --db"
        ) from error


def _check_content(path: Path, connection: sqlite3.Connection, create: bool) -> None:
    """Refuse a database that is not ours, newer than this program, or blank and not to be made."""
    tables = connection.execute("select count(*) from sqlite_master").fetchone()[0]
    mark = connection.execute("pragma application_id").fetchone()[0]
    known = connection.execute("pragma user_version").fetchone()[0]
    if not (tables or mark or known):
        if create:
            return
        raise DatabaseError(f"{path} is empty; run `casetrack ingest` first, or name another with --db")
    if mark != APPLICATION_ID:
        raise DatabaseError(f"{path} is not a casetrack database; name another file with --db")
    if known > NEWEST:
        raise DatabaseError(
            f"{path} was made by a newer casetrack (schema {known}, this one knows {NEWEST});"
            " upgrade casetrack"
        )


def _migrate(path: Path, connection: sqlite3.Connection) -> None:
    """Bring the schema up to date: all of it with the file's mark, or nothing. What was is kept beside it."""
    known = _schema_of(connection)
    if known == NEWEST:
        return
    from sqlite_utils import Database

    if known:
        _keep_old(connection, path.with_name(f"{path.name}.schema-{known}"))
    connection.execute("begin immediate")
    try:
        if (known := _schema_of(connection)) != NEWEST:  # another process may have been first
            apply_migrations(Database(connection))
            if known:
                _derive_anew(connection)
            connection.execute(f"pragma application_id = {APPLICATION_ID}")
            connection.execute(f"pragma user_version = {NEWEST}")
        connection.execute("commit")
    except BaseException:
        if connection.in_transaction:
            connection.execute("rollback")
        raise


def _derive_anew(connection: sqlite3.Connection) -> None:
    """Derive every case from the reports stored, as this program does it."""
    from casetrack.store.write import derive_all

    derive_all(connection)


def _keep_old(connection: sqlite3.Connection, target: Path) -> None:
    """Write a private copy of a database before its schema changes; one that is there already is older."""
    draft = target.with_name(f"{target.name}.{os.getpid()}")
    try:
        draft.touch(mode=0o600)
        copy = sqlite3.connect(draft)
        connection.backup(copy)
        copy.close()
        with contextlib.suppress(FileExistsError):
            os.link(draft, target)
    except OSError as error:
        raise DatabaseError(
            f"Cannot keep a copy of {target.name} before bringing it up to date: {error.strerror};"
            " make room or let the folder be written"
        ) from error
    finally:
        draft.unlink(missing_ok=True)


def _schema_of(connection: sqlite3.Connection) -> int:
    return int(connection.execute("pragma user_version").fetchone()[0])


def _explain(path: Path, error: sqlite3.Error) -> DatabaseError | BusyError:
    """Say in a sentence what SQLite means and what to do."""
    message = str(error)
    if "locked" in message or "busy" in message:
        return BusyError(f"{path} is in use by another process; try again")
    if "not a database" in message:
        return DatabaseError(f"{path} is not a database; name another file with --db")
    if "malformed" in message:
        return DatabaseError(f"{path} is damaged ({message}); restore a backup")
    if "readonly" in message:
        return DatabaseError(f"{path} cannot be written; check its permissions or name another with --db")
    if "unable to open" in message:
        return DatabaseError(f"{path} cannot be opened; check its permissions or name another with --db")
    if "full" in message:
        return DatabaseError(f"No room left on the disk of {path}; make room and run again")
    return DatabaseError(f"{path}: {message}")
