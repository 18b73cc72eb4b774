"""The reference of all commands as markdown, docs/commands.md, made of their own help."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Any

import typer

from casetrack.cli.app import EXIT_CODES, app
from casetrack.cli.days import FORMS
from casetrack.cli.options import SESSION

HEAD = """# Commands

Written by `make docs`; change the commands' own help, not this page.

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
    arguments, options = list_params(command)
    yield f"## {name}"
    words = [name, *(["[OPTIONS]"] if options else []), *map(name_param, arguments)]
    yield f"    casetrack {' '.join(words)}"
    paragraphs, examples = split_help(command)
    yield "\n\n".join(paragraphs)
    yield "\n".join([*_list_arguments(arguments), *_list_options(options)])
    if examples:
        yield "\n".join(["```sh", *examples, "```"])


def split_help(command: Any) -> tuple[list[str], list[str]]:
    """Split a command's help into paragraphs, each on one line, and the lines of its examples."""
    text, _, examples = inspect.cleandoc(command.help).partition("\b\n")
    lines = inspect.cleandoc(examples.removeprefix("Examples:\n")).splitlines()
    return [" ".join(paragraph.split()) for paragraph in text.strip().split("\n\n")], lines


def list_params(command: Any) -> tuple[list[Any], list[Any]]:
    """List a command's arguments, and the options that not every command takes."""
    arguments = [param for param in command.params if param.param_type_name == "argument"]
    options = [p for p in command.params if p.param_type_name == "option" and p.name not in SESSION]
    return arguments, [option for option in options if not option.hidden]


def _escape(text: str) -> str:
    return text.replace("*", "\\*").replace("_", "\\_")


def name_param(param: Any) -> str:
    """Name the value of an argument or option as its help does."""
    return str(param.metavar or param.name.upper())


def _list_arguments(arguments: list[Any]) -> Iterator[str]:
    for argument in arguments:
        yield f"- `{name_param(argument)}` {argument.help}"


def _list_options(options: list[Any]) -> Iterator[str]:
    for option in options:
        flags = ", ".join((*option.opts, *option.secondary_opts))
        value = "" if option.is_flag else f" {name_param(option)}"
        default = f" Default: {option.default}." if isinstance(option.default, str) else ""
        yield f"- `{flags}{value}` {_escape(option.help)}{default}"
