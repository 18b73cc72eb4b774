"""Every line of docs/cron.md is run: the crontab's commands, the units, the configuration, each recipe."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, RunCasetrack
from icalendar import Calendar

PAGE = (ROOT / "docs" / "cron.md").read_text(encoding="utf-8")
BLOCK_RE = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
BLOCKS = BLOCK_RE.findall(PAGE)
RECIPES = [text for language, text in BLOCKS if language == "sh"]
CRON_LINES = [
    line.split(None, 5)[5]
    for language, text in BLOCKS
    if language == "crontab"
    for line in text.splitlines()
    if not re.match(r"[A-Z]+=", line)
]
UNITS = dict(zip(("casetrack.service", "casetrack.timer"),
                 [text for language, text in BLOCKS if language == "ini"], strict=True))  # fmt: skip
CASETRACK = f'#!/bin/sh\nexec "{sys.executable}" -m casetrack "$@"\n'
MAIL = '#!/bin/sh\n{ echo "$@"; cat; } >> "$HOME/sent"\n'


@pytest.fixture
def desk(cli_env: dict[str, str], sample_database: Path, tmp_path: Path) -> dict[str, str]:
    """A desk with a folder of clippings, a database, the command and a mailer; gives the surroundings."""
    home, tools = Path(cli_env["HOME"]), tmp_path / "bin"
    tools.mkdir()
    for name, script in (("casetrack", CASETRACK), ("mail", MAIL)):
        (tools / name).write_text(script, encoding="utf-8")
        (tools / name).chmod(0o755)
    shutil.copytree(ROOT / "data" / "articles", home / "clippings", copy_function=shutil.copyfile)
    database = home / ".local" / "share" / "casetrack" / "casetrack.db"
    database.parent.mkdir(parents=True)
    shutil.copyfile(sample_database, database)
    return cli_env | {"PATH": f"{tools}:{cli_env['PATH']}", "LC_ALL": "C.UTF-8"}


def run_in_shell(script: str, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    command = ["sh", "-e", "-u", "-c", script]
    return subprocess.run(command, env=env, cwd=env["HOME"], capture_output=True, text=True, timeout=120)


def test_the_page_has_what_it_promises() -> None:
    assert len(RECIPES) > 8
    assert len(CRON_LINES) == 5
    assert not any("%" in line for line in CRON_LINES), "cron takes a % for the end of the line"


@pytest.mark.parametrize("line", CRON_LINES, ids=lambda line: line[:40])
def test_a_line_of_the_crontab(desk: dict[str, str], line: str) -> None:
    done = run_in_shell(line, desk)
    assert (done.returncode, done.stderr) == (0, "")
    if "digest" in line:
        assert max(map(len, done.stdout.splitlines())) <= 78
        assert run_in_shell(line, desk).stdout == ""
    if "--ics" in line:
        text = (Path(desk["HOME"]) / "hearings.ics").read_text(encoding="utf-8")
        assert Calendar.from_ical(text)["version"] == "2.0"
    if "ingest" in line:
        assert done.stdout == ""


@pytest.mark.parametrize("script", RECIPES, ids=lambda script: script.splitlines()[0][:50])
def test_a_recipe(desk: dict[str, str], script: str) -> None:
    if "jq" in script and not shutil.which("jq"):
        pytest.skip("jq is not installed here")
    done = run_in_shell(script, desk)
    assert "Traceback" not in done.stderr
    assert done.returncode == (5 if "--on tomorrow" in script else 0), done.stderr
    home = Path(desk["HOME"])
    if "Court news" in script:
        assert "-s Court news desk@example.org\nWhat is known\n" in (home / "sent").read_text(
            encoding="utf-8"
        )
        run_in_shell(script, desk)
        assert (home / "sent").read_text(encoding="utf-8").count("Court news") == 1


def test_the_page_on_publishing_gives_pages(desk: dict[str, str]) -> None:
    if not shutil.which("jq"):
        pytest.skip("jq is not installed here")
    (script,) = (script for script in RECIPES if "public" in script)
    assert run_in_shell("casetrack follow -q guzman\n" + script, desk).returncode == 0
    made = {path.name for path in (Path(desk["HOME"]) / "public").iterdir()}
    assert made == {"united-states-v-guzman.html", "united-states-v-guzman.svg", "months.svg"}


def test_the_configuration_shown_is_one(desk: dict[str, str], cli: RunCasetrack, tmp_path: Path) -> None:
    (text,) = (text for language, text in BLOCKS if language == "toml")
    (tmp_path / "a.toml").write_text(text, encoding="utf-8")
    done = cli("--config", "a.toml", "-v", "cases")
    assert str(Path(desk["HOME"]) / "news" / "docket.db") in done.stderr


def test_the_units_are_ones_that_systemd_takes(desk: dict[str, str], tmp_path: Path) -> None:
    units = tmp_path / "units"
    units.mkdir()
    for name, text in UNITS.items():
        (units / name).write_text(text, encoding="utf-8")
    (line,) = re.findall(r"^ExecStart=(.*)$", UNITS["casetrack.service"], re.MULTILINE)
    done = run_in_shell(line.replace("%h", desk["HOME"]), desk)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    if not shutil.which("systemd-analyze"):
        pytest.skip("systemd-analyze is not installed here")
    command = ["systemd-analyze", "--user", "--man=no", "verify", *map(str, units.iterdir())]
    checked = subprocess.run(
        command, capture_output=True, text=True, env=desk | {"XDG_RUNTIME_DIR": str(tmp_path)}
    )
    assert (checked.returncode, checked.stderr) == (0, "")
