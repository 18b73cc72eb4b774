"""Write the reference of all commands as markdown: `python -m casetrack.cli.reference > docs/commands.md`."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from typing import Any

import typer

from casetrack.cli.app import EXIT_CODES, app
from casetrack.cli.days import FORMS
from casetrack.cli.options import SESSION

HEAD = """# Commands

Written by `python -m casetrack.cli.reference`; change the commands' own help, not this page.

Data goes to standard output, everything else to standard error. Every command takes the options
below too, before its name or after it.
"""

DAYS = """Days after `--on`, `--since`, `--until`, `--as-of` and `agenda` are words or dates. Words of more
than one part go in quotes or take hyphens: `--on next-week`. With today fixed by `--as-of`, a command
answers the same on any day.
"""


def write_reference() -> str:
    """Write the page."""
    group: Any = typer.main.get_command(app)
    context = typer.Context(group, info_name="casetrack")
    codes = [f"- {code}: {meaning}" for code, meaning in EXIT_CODES.items()]
    days = ["| words | days |", "|---|---|", *(f"| {words} | {meaning} |" for words, meaning in FORMS)]
    parts = [HEAD, "\n".join(_list_options(group.params)), "Exit codes:", "\n".join(codes)]
    parts += [DAYS, "\n".join(days)]
    for name in group.list_commands(context):
        parts += _describe(name, group.get_command(context, name))
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def _describe(name: str, command: Any) -> Iterator[str]:
    arguments = [param for param in command.params if param.param_type_name == "argument"]
    options = [p for p in command.params if p.param_type_name == "option" and p.name not in SESSION]
    yield f"## {name}"
    yield f"    casetrack {' '.join([name, *(['[OPTIONS]'] if options else []), *map(_metavar, arguments)])}"
    text, _, examples = inspect.cleandoc(command.help).partition("\b\n")
    yield "\n\n".join(_unwrap(paragraph) for paragraph in text.strip().split("\n\n"))
    yield "\n".join([*_list_arguments(arguments), *_list_options(options)])
    if examples:
        yield f"```sh\n{inspect.cleandoc(examples.partition(chr(10))[2])}\n```"


def _unwrap(paragraph: str) -> str:
    return " ".join(paragraph.split())


def _escape(text: str) -> str:
    return text.replace("*", "\\*").replace("_", "\\_")


def _metavar(param: Any) -> str:
    return str(param.metavar or param.name.upper())


def _list_arguments(arguments: list[Any]) -> Iterator[str]:
    for argument in arguments:
        yield f"- `{_metavar(argument)}` {argument.help}"


def _list_options(options: list[Any]) -> Iterator[str]:
    for option in options:
        flags = ", ".join((*option.opts, *option.secondary_opts))
        value = "" if option.is_flag else f" {_metavar(option)}"
        default = f" Default: {option.default}." if isinstance(option.default, str) else ""
        yield f"- `{flags}{value}` {_escape(option.help)}{default}"


if __name__ == "__main__":
    sys.stdout.write(write_reference())
