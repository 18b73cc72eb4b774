"""The command line. `main` is its entry, `app` has the commands, each in the module of its name.

What is slow to import (the database, tables) is imported only inside the functions that use it.
"""

from __future__ import annotations

import os
import signal
import sys


def main() -> None:
    """Run the command line and exit with its code; an interrupt is quiet from the first import on.

    SIGTERM is an interrupt like Ctrl-C: what is half written is rolled back, and the code is 130.
    """
    try:
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        _prepare_streams()
        from casetrack.cli.app import app

        app(prog_name="casetrack")
    except KeyboardInterrupt:
        sys.exit(130)


def _prepare_streams() -> None:
    """Make printing safe: a closed stream swallows all, a letter that cannot be printed gets a stand-in.

    A file name may hold bytes that are no letters at all.
    """
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w")  # noqa: PTH123, SIM115
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w")  # noqa: PTH123, SIM115
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
