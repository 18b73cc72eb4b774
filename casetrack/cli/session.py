"""The database a run works on, and what is said on standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from casetrack.cli.options import Session
from casetrack.errors import AmbiguousError

if TYPE_CHECKING:
    from casetrack.store import Store


def find_database(session: Session) -> Path:
    """Find the database: as asked, else CASETRACK_DB, the configuration's, the user's data folder."""
    named = session.database or os.environ.get("CASETRACK_DB") or session.config.database
    if named:
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path("casetrack", appauthor=False) / "casetrack.db"


@contextmanager
def open_database(session: Session, *, write: bool = False, create: bool = True) -> Iterator[Store]:
    """Open the database to read it, or to write it; then make it where it is missing, unless told not to."""
    from casetrack.store import open_store
    from casetrack.store.connect import DEFAULT_WAIT

    path = find_database(session)
    wait = next((given for given in (session.wait, session.config.wait) if given is not None), DEFAULT_WAIT)
    if session.verbose:
        say(f"Database: {path}")
    with open_store(path, create=write and create, readonly=not write, wait=wait) as store:
        yield store


def say(line: str) -> None:
    """Say a line on standard error."""
    from casetrack.render.text import clean_line

    print(clean_line(line), file=sys.stderr)


def say_error(error: Exception) -> None:
    """Say what went wrong, and what the reference may have meant when several things fit it."""
    from casetrack.render.text import clean_line

    say(f"Error: {error}")
    if isinstance(error, AmbiguousError):
        for candidate in error.candidates:
            print(f"  {clean_line(candidate)}", file=sys.stderr)
