"""The errors a user can meet, each with the exit code that `casetrack` ends with.

Every message says what is wrong and what to do. Codes: 1 error, 2 usage, 3 some inputs refused,
4 nothing or several things fit a reference, 5 nothing matched, 75 busy, 130 interrupted.
"""

from __future__ import annotations

import traceback


class CasetrackError(Exception):
    """Any failure that is told to the user in one sentence."""

    exit_code = 1


class UsageError(CasetrackError):
    """An option or argument that cannot be understood."""

    exit_code = 2


class InputError(CasetrackError):
    """One input that cannot be taken; the run goes on with the others."""

    exit_code = 3

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason
        self.trace = ""
        """Where it went wrong, as text, where that was in this program."""

    def __reduce__(self) -> tuple[type[InputError], tuple[str, str], dict[str, str]]:
        """Go from one process to another whole."""
        return InputError, (self.path, self.reason), {"trace": self.trace}


def blame_input(path: str, error: Exception) -> InputError:
    """Make what went wrong in this program with one input a refusal of that input, so that a run goes on."""
    refused = InputError(path, f"casetrack failed on it ({type(error).__name__}: {error}); please report it")
    refused.trace = "".join(traceback.format_exception(error)).rstrip()
    return refused


class NotFoundError(CasetrackError):
    """No case, article, ruling or hearing fits a reference."""

    exit_code = 4


class AmbiguousError(CasetrackError):
    """Several fit a reference; `candidates` are lines that tell them apart."""

    exit_code = 4

    def __init__(self, message: str, candidates: tuple[str, ...]) -> None:
        super().__init__(message)
        self.candidates = candidates


class DatabaseError(CasetrackError):
    """The database cannot be opened, is damaged, is foreign, or is newer than this program."""


class MissingExtraError(CasetrackError):
    """Something asked for needs a library that is not installed."""


class EngineError(CasetrackError):
    """The machines that are to read cannot be reached, went away, or read otherwise than this one."""


class BusyError(CasetrackError):
    """Another process holds the database; try again."""

    exit_code = 75
