"""What a run leaves for people who were not there: lines in a file, and one JSON object a run.

Both files are only added to, a line at a time, and made for their owner alone: they hold names and paths.
"""

from __future__ import annotations

import os
import sys
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from casetrack import __version__
from casetrack.errors import CasetrackError

STANDARD_ERROR = "-"
MOST = 200
"""Characters of a command that the line of its end repeats."""


@dataclass(slots=True)
class RunRecord:
    """The record of this run; nothing is kept where nobody asked for it."""

    log: int | None = None
    """The descriptor of the file of lines."""
    json: int | None = None
    told: dict[str, Any] = field(default_factory=dict)
    """What a command tells of itself in the JSON object."""
    began: float = 0.0
    began_at: str = ""

    def open(self, log_file: str | None, log_json: str | None) -> None:
        """Open the files asked for, each once.

        Raises:
            CasetrackError: one cannot be written; nothing was done yet.
        """
        if not self.began:
            self.began, self.began_at = time.monotonic(), _now()
        if log_file and self.log is None:
            self.log = _open(log_file)
        if log_json and self.json is None:
            self.json = _open(log_json)

    def note(self, line: str) -> None:
        """Add a line to the file of lines."""
        if self.log is not None:
            _write(self.log, f"{_now()} casetrack[{os.getpid()}]: {line}\n")

    def tell(self, **told: Any) -> None:
        """Have the JSON object say more."""
        self.told |= told

    def close(self, exit_code: int) -> None:
        """Write how the run ended; closing again writes nothing."""
        seconds = round(time.monotonic() - self.began, 3)
        command = _plain(" ".join(sys.argv[1:]))
        self.note(f"{command[:MOST]}{'…' * (len(command) > MOST)}: ended with {exit_code} after {seconds} s")
        if self.json is not None:
            from casetrack.render.columns import SCHEMA_VERSION
            from casetrack.render.json import dump_json

            ran = {
                "schema_version": SCHEMA_VERSION, "started_at": self.began_at, "seconds": seconds,
                "casetrack": __version__, "args": list(map(_plain, sys.argv[1:])), "exit_code": exit_code,
            }  # fmt: skip
            _write(self.json, dump_json({**ran, **self.told}) + "\n")
        for descriptor in {self.log, self.json} - {None, 2}:
            os.close(descriptor or 0)
        self.log = self.json = None


RECORD = RunRecord()
"""That of the one run of this process."""


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _plain(text: str) -> str:
    """Give words as text that a file takes, whatever bytes the terminal sent."""
    from casetrack.render.text import clean_line

    return clean_line(os.fsencode(text).decode("utf-8", "backslashreplace"))


def _open(name: str) -> int:
    if name == STANDARD_ERROR:
        return 2
    try:
        return os.open(os.path.expanduser(name), os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)  # noqa: PTH111
    except OSError as error:
        raise CasetrackError(f"Cannot write the log {name}: {error.strerror}; name another file") from error


def _write(descriptor: int, line: str) -> None:
    """Write a whole line at once, so that runs that share a file do not mix; a full disk loses a log line."""
    try:
        os.write(descriptor, line.encode("utf-8", "backslashreplace"))
    except OSError as error:
        print(f"The log cannot be written: {error.strerror}", file=sys.stderr)
