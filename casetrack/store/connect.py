"""Opening the database: guards against foreign, damaged and newer files, and the one writer."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

DEFAULT_WAIT = 10.0


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

    def __exit__(self, *exc: object) -> None:
        self.close()

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """Hold the write lock: all that is written inside is kept, or nothing is."""
        raise NotImplementedError
        yield self.db


def open_store(
    path: str | Path, *, create: bool = False, readonly: bool = False, wait: float = DEFAULT_WAIT
) -> Store:
    """Open a casetrack database.

    Args:
        path: the file; with `create`, made (mode 0600, with its folder) when it is not there.
        create: a missing file is no error.
        readonly: nothing can be written through this store.
        wait: seconds to wait for another process before BusyError.
    Raises:
        DatabaseError: the file is missing, foreign, damaged, newer than this program, or cannot
            be opened; the message says what to do, and the file is as it was.
        BusyError: another process held the database for longer than `wait`.
    """
    raise NotImplementedError
