"""Opening the database: guards against foreign, damaged and newer files, and the one writer."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
import unicodedata
import zlib
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
UNEXPECTED = (
    LookupError, ValueError, TypeError, AttributeError, ArithmeticError, AssertionError, zlib.error,
)  # fmt: skip
"""What goes wrong where rows are not as the program wrote them, or where it has a defect."""
PAUSE = 0.05
"""Seconds between two tries to open a database that is busy."""


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
        """Close; what SQLite said goes on as a sentence for the user, and so does what damage leads to."""
        damage = self._find_damage() if isinstance(error, UNEXPECTED) else None
        self.close()
        if isinstance(error, sqlite3.Error):
            raise explain(self.path, error) from error
        if damage:
            raise DatabaseError(
                f"{self.path} is damaged ({damage}); casetrack doctor tells more, casetrack restore puts a"
                " backup in its place"
            ) from error

    def _find_damage(self) -> str | None:
        """Say what is wrong with the database, where that may be why something failed."""
        from casetrack.store.health import examine

        self._roll_back()
        try:
            wrong = [finding for finding in examine(self.db) if finding.count and not finding.harmless]
        except (sqlite3.Error, *UNEXPECTED) as error:
            return f"{type(error).__name__}: {error}"
        return f"not true: {wrong[0].check}" if wrong else None

    @contextmanager
    def write(self, *, keep: bool = True) -> Iterator[sqlite3.Connection]:
        """Hold the write lock: all that is written inside is kept, or nothing is; nothing without `keep`."""
        try:
            self.db.execute("begin immediate")
        except sqlite3.OperationalError as error:
            raise explain(self.path, error) from error
        try:
            yield self.db
            self.db.execute("commit" if keep else "rollback")
        except sqlite3.Error as error:
            self._roll_back()
            raise explain(self.path, error) from error
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
    give_up = time.monotonic() + wait
    while True:
        left = max(0.0, give_up - time.monotonic())
        try:
            return Store(path, _connect(path, create, readonly, left), readonly)
        except BusyError:  # some of what opening does SQLite refuses at once, whatever it may wait
            if not left:
                raise
            time.sleep(min(left, PAUSE))


def _connect(path: Path, create: bool, readonly: bool, wait: float) -> sqlite3.Connection:
    """Connect to a file that is there; see `open_store`."""
    mode = "ro" if readonly else "rw"
    connection: sqlite3.Connection | None = None
    try:
        address = f"{path.absolute().as_uri()}?mode={mode}{as_it_lies(path) if readonly else ''}"
        connection = sqlite3.connect(address, uri=True, timeout=wait, isolation_level=None)
        connection.create_function("fold", 1, fold, deterministic=True)
        connection.create_function("unpack", 1, unpack_text, deterministic=True)
        connection.execute("pragma foreign_keys = on")
        check_content(path, connection, create and not readonly)
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
    except (sqlite3.Error, DatabaseError, BusyError, UnicodeDecodeError) as error:
        if connection is not None:
            connection.close()
        if isinstance(error, DatabaseError | BusyError):
            raise
        raise explain(path, error) from error
    return connection


def as_it_lies(path: Path) -> str:
    """Give what lets SQLite read a database in a folder where it may write nothing, not even its `-shm`."""
    is_closed = not Path(f"{path}-wal").exists()
    return "&immutable=1" if is_closed and not os.access(path.parent, os.W_OK) else ""


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
    if path.is_file():
        return
    if path.exists():  # a pipe would be waited on, a device would be read
        raise DatabaseError(f"{path} is no regular file, and no database; name a file with --db")
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


def check_content(path: Path, connection: sqlite3.Connection, create: bool = False) -> None:
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


def explain(path: Path, error: sqlite3.Error | UnicodeDecodeError) -> DatabaseError | BusyError:
    """Say in a sentence what SQLite means and what to do; it may name what is damaged, which is no text."""
    message = str(error)
    if any(word in message for word in ("locked", "busy", "locking protocol")):
        return BusyError(f"{path} is in use by another process; try again")
    if "not a database" in message:
        return DatabaseError(f"{path} is not a database; name another file with --db")
    if "malformed" in message or "decode" in message:
        return DatabaseError(f"{path} is damaged ({message}); restore a backup")
    if "readonly" in message:
        return DatabaseError(f"{path} cannot be written; check its permissions or name another with --db")
    if "unable to open" in message:
        return DatabaseError(f"{path} cannot be opened; check its permissions or name another with --db")
    if "full" in message:
        return DatabaseError(f"No room left on the disk of {path}; make room and run again")
    if "I/O" in message:
        return DatabaseError(
            f"The disk of {path} does not read or write ({message}); see whether there is room on it and"
            " whether it is sound"
        )
    return DatabaseError(f"{path}: {message}")
