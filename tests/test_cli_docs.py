"""The README speaks of commands and options that exist, of every exit code, and shows a real docket.

`REFRESH=1 pytest tests/test_cli_docs.py` writes the docket anew after the reading of it has changed;
look at the difference before keeping it.
"""

from __future__ import annotations

import os
import re
import shlex
from typing import Any

import pytest
import typer
from conftest import ROOT, RunCasetrack
from html_page import svg_words

from casetrack.cli.app import COMMANDS, EXIT_CODES, app

GROUP: Any = typer.main.get_command(app)
CONTEXT = typer.Context(GROUP, info_name="casetrack")
README = (ROOT / "README.md").read_text(encoding="utf-8")
LINE_RE = re.compile(r"^    casetrack (?!--version)(.+)$", re.MULTILINE)
PICTURE = ROOT / "docs" / "docket.svg"
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


def test_the_docket_shown_is_the_one_that_the_demo_prints(ask: RunCasetrack) -> None:
    """Word for word; how it is drawn may differ with the version of rich."""
    assert "docket Guzman" in (ROOT / "Makefile").read_text(encoding="utf-8")
    assert "](docs/docket.svg)" in README
    printed = ask("docket", "Guzman", "--format", "svg").stdout
    if os.environ.get("REFRESH"):
        PICTURE.write_text(printed, encoding="utf-8")
    assert svg_words(PICTURE.read_text(encoding="utf-8")) == svg_words(printed)


def test_every_page_spoken_of_is_there() -> None:
    for page in ("README.md", "docs/cron.md", "docs/output.md"):
        text = (ROOT / page).read_text(encoding="utf-8")
        for target in re.findall(r"\]\((?!https?:)([^)]+)\)", text):
            assert ((ROOT / page).parent / target).exists(), f"{page}: {target}"
