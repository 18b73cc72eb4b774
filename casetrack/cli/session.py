"""The database a run works on, and what is said on standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from casetrack.cli.options import Session
from casetrack.cli.record import RECORD
from casetrack.errors import AmbiguousError, InputError

if TYPE_CHECKING:
    from casetrack.store import Store


def find_database(session: Session) -> Path:
    """Find the database: as asked, else CASETRACK_DB, the configuration's, the user's data folder."""
    named = session.database or os.environ.get("CASETRACK_DB") or session.config.database
    if named:
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path("casetrack", appauthor=False) / "casetrack.db"


def find_wait(session: Session) -> float:
    """Find how many seconds to wait for a busy database."""
    from casetrack.store.connect import DEFAULT_WAIT

    return next((given for given in (session.wait, session.config.wait) if given is not None), DEFAULT_WAIT)


@contextmanager
def open_database(session: Session, *, write: bool = False, create: bool = True) -> Iterator[Store]:
    """Open the database to read it, or to write it; then make it where it is missing, unless told not to."""
    from casetrack.store import open_store

    path = find_database(session)
    wait = find_wait(session)
    say(f"Database: {path}", shown=session.verbose)
    RECORD.tell(database=os.fspath(path))
    with open_store(path, create=write and create, readonly=not write, wait=wait) as store:
        yield store


def say(line: str, *, shown: bool = True) -> None:
    """Say a line on standard error and in the log; `shown` false keeps it to the log."""
    from casetrack.render.text import clean_line

    cleaned = clean_line(line)
    RECORD.note(cleaned)
    if shown:
        print(cleaned, file=sys.stderr)


def say_trace(trace: str) -> None:
    """Say where something went wrong, its lines kept; what an article says in it can do nothing."""
    from casetrack.render.text import clean_block

    for line in clean_block(trace).splitlines():
        RECORD.note(line)
        print(line, file=sys.stderr)


def say_refused(error: InputError, session: Session) -> None:
    """Name an input that was refused, with the reason, and with -v where this program failed on it."""
    say(f"Refused: {error}")
    if error.trace and session.verbose:
        say_trace(error.trace)


def say_cut_short(path: str, read_to: int, length: int, *, shown: bool) -> None:
    """Tell that a text is too long to be one article, and how much of it was read (characters)."""
    say(
        f"Read in part: {path}: {read_to:,} of {length:,} characters; no article is longer. If it holds "
        "several, give each a file of its own.",
        shown=shown,
    )


def say_error(error: Exception) -> None:
    """Say what went wrong, and what the reference may have meant when several things fit it."""
    from casetrack.render.text import clean_line

    say(f"Error: {error}")
    if isinstance(error, AmbiguousError):
        for candidate in error.candidates:
            print(f"  {clean_line(candidate)}", file=sys.stderr)
