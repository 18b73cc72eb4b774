"""The README speaks of commands and options that exist, and of every exit code."""

from __future__ import annotations

import re
import shlex
from typing import Any

import pytest
import typer
from conftest import ROOT

from casetrack.cli import COMMANDS, EXIT_CODES, app

GROUP: Any = typer.main.get_command(app)
CONTEXT = typer.Context(GROUP, info_name="casetrack")
README = (ROOT / "README.md").read_text(encoding="utf-8")
LINE_RE = re.compile(r"^    casetrack (?!--version)(.+)$", re.MULTILINE)
EXAMPLES = LINE_RE.findall(README)


@pytest.mark.parametrize("line", EXAMPLES)
def test_an_example_names_a_command_and_its_options(line: str) -> None:
    words = shlex.split(line.partition(" | ")[0].partition(" > ")[0])
    assert words[0] in COMMANDS
    command = GROUP.get_command(CONTEXT, words[0])
    command.make_context(words[0], words[1:], resilient_parsing=False, parent=CONTEXT).close()


def test_there_are_examples() -> None:
    assert {line.split()[0] for line in EXAMPLES} >= {
        "ingest",
        "docket",
        "rulings",
        "hearings",
        "show",
        "search",
    }


def test_every_exit_code_is_told() -> None:
    assert all(f"| {code} | {meaning} |" in README for code, meaning in EXIT_CODES.items())
