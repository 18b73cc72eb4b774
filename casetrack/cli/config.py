"""`casetrack.toml`: what a person would otherwise type every time.

It is looked for where `--config` or `CASETRACK_CONFIG` says, else in the configuration folder of the
platform. What is typed goes before what it says.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import typer

from casetrack.cli.checks import one_of, suggest
from casetrack.cli.words import CASE_KINDS, CASE_STATUSES, DISPOSITIONS, HEARING_STATUSES, HEARING_TYPES
from casetrack.errors import UsageError

FILE_NAME = "casetrack.toml"
KEYS = ("database", "source", "wait", "filters")
FILTERS = ("judge", "court", "party", "kind", "source", "disposition", "type", "status")
WORDS_OF = {
    "kind": CASE_KINDS,
    "disposition": DISPOSITIONS,
    "type": HEARING_TYPES,
    "status": (*CASE_STATUSES, *HEARING_STATUSES),
}


@dataclass(frozen=True, slots=True)
class Config:
    """What the file says: `source` is the outlet of articles that name none, `filters` those of listings."""

    path: Path | None = None
    database: str | None = None
    source: str | None = None
    wait: float | None = None
    filters: Mapping[str, str] = field(default_factory=dict)


def load_config(named: str | None) -> Config:
    """Read the file that is named, else the one at its usual place, if there is any.

    Raises:
        UsageError: a file that was named is missing, or one says what cannot be understood.
    """
    asked = named or os.environ.get("CASETRACK_CONFIG")
    path = Path(asked).expanduser() if asked else usual_place()
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        if not asked:
            return Config()
        raise UsageError(f"There is no configuration at {path}; --config names a file") from None
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read: {error}") from error
    try:
        return _check(tomllib.loads(text), path)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{path} is no TOML: {error}") from error


def usual_place() -> Path:
    """Give where the file is looked for when nobody names one."""
    from platformdirs import user_config_path

    return user_config_path("casetrack", appauthor=False) / FILE_NAME


def apply_filters(config: Config, asked: dict[str, Any]) -> None:
    """Let the filters of the file stand where none was typed; a case that was named goes before all."""
    if asked.get("case"):
        return
    for name, words in config.filters.items():
        for option in (name, f"case_{name}", f"hearing_{name}"):
            fits = name != "status" or words in (CASE_STATUSES if option[0] == "c" else HEARING_STATUSES)
            if option in asked and asked[option] is None and fits:
                asked[option] = words


def _check(said: dict[str, Any], path: Path) -> Config:
    _check_names(said, KEYS, path)
    filters = said.get("filters", {})
    if not isinstance(filters, dict):
        raise UsageError(f"{path}: filters is a table, as [filters]")
    _check_names(filters, FILTERS, path)
    for name in ("database", "source"):
        _check_text(name, said.get(name, ""), path)
    wait = said.get("wait")
    if wait is not None and (isinstance(wait, bool) or not isinstance(wait, int | float) or wait < 0):
        raise UsageError(f"{path}: wait is a number of seconds, as wait = 30")
    database = said.get("database")
    return Config(
        path=path,
        database=str(path.parent / Path(database).expanduser()) if database else None,
        source=said.get("source") or None,
        wait=wait,
        filters={name: _check_filter(name, words, path) for name, words in filters.items()},
    )


def _check_names(said: Mapping[str, Any], known: tuple[str, ...], path: Path) -> None:
    for name in said:
        if name not in known:
            hint = suggest(name, known) or f" There are {', '.join(known)}."
            raise UsageError(f"{path}: {name!r} means nothing here.{hint}")


def _check_text(name: str, value: Any, path: Path) -> str:
    if not isinstance(value, str):
        raise UsageError(f'{path}: {name} is text, as {name} = "..."')
    return value


def _check_filter(name: str, words: Any, path: Path) -> str:
    text = _check_text(name, words, path)
    if name not in WORDS_OF:
        return text
    try:
        return one_of(WORDS_OF[name])(text) or text
    except typer.BadParameter as error:
        raise UsageError(f"{path}: {name}: {error}") from None
