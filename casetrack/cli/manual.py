"""The pages of the manual (roff, section 1), made of the commands' own help like docs/commands.md."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import typer

from casetrack import __version__
from casetrack.cli.app import EXIT_CODES, app
from casetrack.cli.days import FORMS
from casetrack.cli.options import SESSION
from casetrack.cli.reference import list_params, name_param, split_help

ENVIRONMENT = (
    ("CASETRACK_DB", "The database, where --db names none."),
    ("CASETRACK_CONFIG", "The configuration, where --config names none."),
    ("COLUMNS", "How wide output may be, on a terminal and off it."),
    ("NO_COLOR, FORCE_COLOR, TERM", "Whether output has colour."),
)
FILES = (
    ("~/.local/share/casetrack/casetrack.db", "The database, on Linux, where none is named."),
    ("~/.config/casetrack/casetrack.toml", "The configuration, on Linux, where none is named."),
)
DAYS_TEXT = "Days are words or dates. Words of more than one part go in quotes or take hyphens."


def write_manual() -> dict[str, str]:
    """Write every page, by its file name: `casetrack.1` and one a command."""
    group: Any = typer.main.get_command(app)
    context = typer.Context(group, info_name="casetrack")
    commands = {name: group.get_command(context, name) for name in group.list_commands(context)}
    pages = {"casetrack.1": _join(_write_main(group, commands))}
    for name, command in commands.items():
        pages[f"casetrack-{name}.1"] = _join(_write_command(name, command))
    return pages


def _join(lines: Iterator[str]) -> str:
    return "\n".join(lines) + "\n"


def _write_main(group: Any, commands: dict[str, Any]) -> Iterator[str]:
    paragraphs, examples = split_help(group)
    yield from _head("casetrack", paragraphs[0])
    yield from (
        ".SH SYNOPSIS",
        f"{_bold('casetrack')} [{_italic('OPTIONS')}] {_italic('COMMAND')} [{_italic('ARGS')}]",
    )
    yield from _describe(paragraphs)
    yield ".SH COMMANDS"
    for name, command in commands.items():
        yield from _item(f"{_bold(f'casetrack-{name}')}(1)", split_help(command)[0][0])
    yield from _options(group.params)
    yield from _table("DAYS", FORMS, DAYS_TEXT)
    yield from _table("EXIT STATUS", tuple((str(code), said) for code, said in EXIT_CODES.items()))
    yield from _table("ENVIRONMENT", ENVIRONMENT)
    yield from _table("FILES", FILES)
    yield from _examples(examples)


def _write_command(name: str, command: Any) -> Iterator[str]:
    paragraphs, examples = split_help(command)
    arguments, options = list_params(command)
    yield from _head(f"casetrack-{name}", paragraphs[0])
    words = [
        _bold(f"casetrack {name}"),
        f"[{_italic('OPTIONS')}]",
        *(_italic(name_param(a)) for a in arguments),
    ]
    yield from (".SH SYNOPSIS", " ".join(words))
    yield from _describe(paragraphs)
    if arguments:
        yield ".SH ARGUMENTS"
        for argument in arguments:
            yield from _item(_italic(name_param(argument)), argument.help)
    yield from _options(options)
    yield ".PP"
    every = ", ".join(_bold(param.opts[-1]) for param in command.params if param.name in SESSION)
    yield f"Every command takes {every} too; see {_bold('casetrack')}(1), also for days and exit codes."
    yield from _examples(examples)
    yield from (".SH SEE ALSO", f"{_bold('casetrack')}(1)")


def _head(title: str, first: str) -> Iterator[str]:
    yield f'.TH {title.upper()} 1 "" "casetrack {__version__}" "casetrack"'
    yield from (".SH NAME", rf"{_escape(title)} \- {_escape(_lower(first))}")


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:].rstrip(".")


def _describe(paragraphs: list[str]) -> Iterator[str]:
    yield ".SH DESCRIPTION"
    for number, paragraph in enumerate(paragraphs):
        if number:
            yield ".PP"
        yield _escape(paragraph)


def _options(options: list[Any]) -> Iterator[str]:
    if options:
        yield ".SH OPTIONS"
    for option in options:
        value = "" if option.is_flag else f" {_italic(name_param(option))}"
        default = f" Default: {option.default}." if isinstance(option.default, str) else ""
        flags = ", ".join(_bold(flag) for flag in (*option.opts, *option.secondary_opts))
        yield from _item(flags + value, option.help + default)


def _table(title: str, rows: tuple[tuple[str, str], ...], text: str = "") -> Iterator[str]:
    yield f".SH {title}"
    if text:
        yield _escape(text)
    for term, said in rows:
        yield from _item(_bold(term), said)


def _examples(lines: list[str]) -> Iterator[str]:
    if lines:
        yield from (".SH EXAMPLES", ".nf", *map(_escape, lines), ".fi")


def _item(term: str, said: str) -> Iterator[str]:
    yield from (".TP", term, _escape(said))


def _bold(text: str) -> str:
    return rf"\fB{_escape(text)}\fR"


def _italic(text: str) -> str:
    return rf"\fI{_escape(text)}\fR"


def _escape(text: str) -> str:
    r"""Give a line as roff that prints just that: `\` and `-` are spelled, no line begins with a request."""
    said = text.replace("\\", r"\e").replace("-", r"\-")
    return re.sub(r"^(?=[.'])", r"\\&", said)
