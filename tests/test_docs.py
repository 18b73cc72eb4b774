"""What is written from the code is as the code is: pages of docs/, the manual, the help of every option."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import typer
from conftest import ROOT, RunCasetrack

from casetrack.cli.app import COMMANDS, EXIT_CODES, app
from casetrack.cli.manual import write_manual
from casetrack.cli.pages import write_pages
from casetrack.cli.reference import split_help
from casetrack.store.schema import COLUMNS, describe_schema

GROUP: Any = typer.main.get_command(app)
CONTEXT = typer.Context(GROUP, info_name="casetrack")
PAGES = write_pages()
MANUAL = write_manual()
VALUES = [
    pytest.param(name, param, id=f"{name} {param.opts[-1]}")
    for name in COMMANDS
    for param in GROUP.get_command(CONTEXT, name).params
    if not (getattr(param, "is_flag", False) or param.hidden)
]
EXAMPLE_RE = re.compile(r": \S|, as |such as|\(\S+\)|^[a-z]+(, | or )[a-z]+")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_as_the_code_is(name: str) -> None:
    assert (ROOT / "docs" / name).read_text(encoding="utf-8") == PAGES[name], "run: make docs"


@pytest.mark.parametrize(("command", "param"), VALUES)
def test_what_takes_a_value_shows_one(command: str, param: Any) -> None:
    examples = "\n".join(split_help(GROUP.get_command(CONTEXT, command))[1])
    flags = [flag for flag in param.opts if flag.startswith("-")]
    shown = any(flag in examples for flag in flags) if flags else examples
    assert shown or EXAMPLE_RE.search(param.help), f"{param.opts}: {param.help}"


def test_every_column_described_is_there() -> None:
    public, own = describe_schema()
    known = {f"{table.name}.{column.name}" for table in (*public, *own) for column in table.columns}
    assert known >= COLUMNS.keys()
    assert {"articles", "cases", "rulings", "hearings", "docket", "imports"} <= {
        table.name for table in public
    }


def test_the_manual_has_a_page_for_every_command(cli: RunCasetrack, tmp_path: Path) -> None:
    assert MANUAL.keys() == {"casetrack.1", *(f"casetrack-{name}.1" for name in COMMANDS)}
    done = cli("man", "out/man1")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", f"Wrote {len(MANUAL)} pages to out/man1.\n")
    for name, text in MANUAL.items():
        assert (tmp_path / "out" / "man1" / name).read_text(encoding="utf-8") == text
    assert cli("man").stdout == MANUAL["casetrack.1"]


@pytest.mark.parametrize("name", MANUAL)
def test_a_page_of_the_manual_is_sound(name: str, tmp_path: Path) -> None:
    text = MANUAL[name]
    assert re.findall(r"^\.SH (.*)$", text, re.MULTILINE)[:3] == ["NAME", "SYNOPSIS", "DESCRIPTION"]
    (tmp_path / name).write_text(text, encoding="utf-8")
    checkers = {"mandoc": ["-Tlint", "-W", "warning"], "groff": ["-man", "-ww", "-z"]}
    found = [tool for tool in checkers if shutil.which(tool)]
    if not found:
        pytest.skip("neither mandoc nor groff is installed here")
    for tool in found:
        command = [tool, *checkers[tool], str(tmp_path / name)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        said = [line for line in (done.stdout + done.stderr).splitlines() if "missing date" not in line]
        assert said == []


def test_the_manual_tells_every_exit_code_and_option() -> None:
    plain = {name: text.replace("\\-", "-") for name, text in MANUAL.items()}
    assert all(f"\\fB{code}\\fR" in plain["casetrack.1"] for code in EXIT_CODES)
    for name in COMMANDS:
        options = [
            param for param in GROUP.get_command(CONTEXT, name).params if param.opts[0].startswith("-")
        ]
        for param in options:
            assert param.hidden or f"\\fB{param.opts[-1]}\\fR" in plain[f"casetrack-{name}.1"]
