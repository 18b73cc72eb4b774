"""What a person may set of a case, a ruling or a hearing, and how each value is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date

from casetrack.errors import UsageError
from casetrack.words import CASE_KINDS, CASE_STATUSES, DECIDERS, DISPOSITIONS, HEARING_STATUSES, HEARING_TYPES

DATE_RE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
TIME_RE = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)", re.ASCII)
Reader = Callable[[str], str]


def _read_words(text: str) -> str:
    return " ".join(text.split())


def read_date(text: str) -> str:
    """Check a date of ISO 8601, a day, a month or a year; ValueError says what is wrong with it."""
    match = DATE_RE.fullmatch(text)
    if not match:
        raise ValueError("is not a date such as 2017-05-04, 2017-05 or 2017")
    try:
        date(*(int(part or 1) for part in match.groups()))
    except ValueError:
        raise ValueError("is not a day of the calendar") from None
    return text


def _read_time(text: str) -> str:
    match = TIME_RE.fullmatch(text)
    if not match:
        raise ValueError("is not a time such as 09:30 or 16:00")
    return f"{int(match[1]):02}:{match[2]}"


def _one_of(words: tuple[str, ...]) -> Reader:
    def read(text: str) -> str:
        bare = re.sub(r"[\s_-]+", "_", text.lower())
        found = next((word for word in words if word.replace(" ", "_") == bare), None)
        if found is None:
            raise ValueError(f"is not one of {', '.join(words)}")
        return found

    return read


FIELDS: dict[str, dict[str, Reader]] = {
    "case": {
        "caption": _read_words,
        "kind": _one_of(CASE_KINDS),
        "court": _read_words,
        "status": _one_of(CASE_STATUSES),
    },
    "ruling": {
        "date": read_date,
        "disposition": _one_of(DISPOSITIONS),
        "subject": _read_words,
        "movant": _read_words,
        "decided_by": _one_of(DECIDERS),
    },
    "hearing": {
        "date": read_date,
        "time": _read_time,
        "type": _one_of(HEARING_TYPES),
        "status": _one_of(HEARING_STATUSES),
        "purpose": _read_words,
        "location": _read_words,
    },
}
NEEDED = {
    "case": ("caption", "kind", "status"),
    "ruling": ("disposition", "decided_by"),
    "hearing": ("type", "status"),
}
"""Fields that cannot be emptied."""


def check_value(kind: str, name: str, text: str | None) -> str | None:
    """Read what a person wants a field to say; nothing empties it, where it may be empty.

    Raises:
        UsageError: there is no such field, or it cannot say that; the message is a sentence.
    """
    reader = FIELDS[kind].get(name)
    if reader is None:
        raise UsageError(f"A {kind} has no field {name!r}; it has {', '.join(FIELDS[kind])}")
    if text is None or not text.strip():
        if name in NEEDED[kind]:
            raise UsageError(f"The {name} of a {kind} cannot be empty")
        return None
    try:
        return reader(text.strip())
    except ValueError as error:
        raise UsageError(f"{name}={text}: {text!r} {error}") from None


def check_values(kind: str, values: Mapping[str, str | None]) -> dict[str, str | None]:
    """Read several fields, in the order of FIELDS."""
    read = {name: check_value(kind, name, text) for name, text in values.items()}
    return {name: read[name] for name in FIELDS[kind] if name in read}
