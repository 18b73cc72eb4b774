"""The command line apart from what the database answers: help, usage, exit codes, no traceback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
import typer
from conftest import ROOT, RunCasetrack

from casetrack import __version__
from casetrack.cli.app import COMMANDS, EXIT_CODES, app
from casetrack.cli.checks import check_date, one_of, read_size
from casetrack.cli.words import DISPOSITIONS

GROUP: Any = typer.main.get_command(app)
CONTEXT = typer.Context(GROUP, info_name="casetrack")
READING = [
    ("cases",),
    ("articles",),
    ("rulings",),
    ("hearings",),
    ("agenda",),
    ("docket", "guzman"),
    ("search", "bail"),
    ("show", "ruling", "1"),
    ("stats",),
]

every_command = pytest.mark.parametrize("name", COMMANDS)
every_reader = pytest.mark.parametrize("args", READING, ids=lambda args: args[0])


def test_version(cli: RunCasetrack) -> None:
    done = cli("--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"casetrack {__version__}\n", "")


def test_no_command_is_wrong_usage_and_shows_help(cli: RunCasetrack) -> None:
    done = cli()
    assert done.returncode == 2
    assert "Commands:" in done.stdout + done.stderr


@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_help_lists_every_command_and_exit_code(cli: RunCasetrack, flag: str) -> None:
    done = cli(flag)
    assert done.returncode == 0
    assert all(f"\n  {name}  " in done.stdout for name in COMMANDS)
    assert all(f"{code} {meaning}" in " ".join(done.stdout.split()) for code, meaning in EXIT_CODES.items())
    assert max(map(len, done.stdout.splitlines())) <= 80


@every_command
def test_the_help_of_all_says_of_a_command_what_its_own_help_begins_with(name: str) -> None:
    own = " ".join((GROUP.get_command(CONTEXT, name).help or "").split())
    assert own.startswith(COMMANDS[name].removesuffix("."))


@every_command
def test_every_command_has_help_with_an_example_and_words_for_every_option(name: str) -> None:
    command = GROUP.get_command(CONTEXT, name)
    assert f"      casetrack {name} " in command.help or f"\n  casetrack {name}" in command.help
    assert [param.name for param in command.params if not param.help] == []
    assert {"-q", "-v", "--db"} <= {option for param in command.params for option in param.opts}


USAGE = [
    pytest.param(("ruling",), "No such command 'ruling'. Did you mean 'rulings'?", id="a command mistyped"),
    pytest.param(("rulings", "--dispositon", "denied"), "--disposition", id="an option mistyped"),
    pytest.param(("rulings", "--disposition", "grant"), "Did you mean 'granted'?", id="a word mistyped"),
    pytest.param(("rulings", "--disposition", "zzz"), ", ".join(DISPOSITIONS), id="no such word"),
    pytest.param(
        ("hearings", "--status", "pending"), "'pending' is not one of scheduled", id="a case's status"
    ),
    pytest.param(("cases", "--since", "someday"), "is not a day such as today, friday", id="no day"),
    pytest.param(("cases", "--until", "yesterdy"), "Did you mean 'yesterday'?", id="a day mistyped"),
    pytest.param(("cases", "--on", "2017", "--since", "2016"), "--on stands without", id="on and since"),
    pytest.param(("hearings", "--past", "--all"), "--past stands without", id="past and all"),
    pytest.param(("agenda", "some", "day"), "'some day' is not a day", id="no day of an agenda"),
    pytest.param(("--as-of", "2017-05", "cases"), "is more than one day", id="today is one day"),
    pytest.param(("cases", "--as-of", "nonsense"), "is not a day such as", id="today is a day"),
    pytest.param(("cases", "--since", "2017-02-30"), "is not a day of the calendar", id="no such day"),
    pytest.param(("cases", "--limit", "0"), "--limit", id="a limit of nothing"),
    pytest.param(("cases", "--format", "xml"), "'xml' is not one of table, json, ndjson, csv", id="a format"),
    pytest.param(("ingest",), "Missing argument", id="nothing to ingest"),
    pytest.param(("ingest", "--max-size", "big", "."), "is not a size such as 500k or 5MB", id="a size"),
    pytest.param(
        ("show", "judge", "1"), "'judge' is not one of article, ruling, hearing", id="nothing to show"
    ),
    pytest.param(("search",), "Missing argument", id="no words"),
]


@pytest.mark.parametrize(("args", "said"), USAGE)
def test_wrong_usage_says_what_would_be_right(cli: RunCasetrack, args: tuple[str, ...], said: str) -> None:
    done = cli(*args)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "Usage: casetrack" in done.stderr


DATES = [
    ("2017", "2017"),
    ("2017-05", "2017-05"),
    (" 2017-05-04 ", "2017-05-04"),
    ("2016-02-29", "2016-02-29"),
]
WRONG_DATES = ["2017-5-4", "2017-02-29", "2017-13", "0000", "17-05-04", "2017/05/04", "２０１７", ""]  # noqa: RUF001


@pytest.mark.parametrize(("typed", "expected"), DATES)
def test_check_date(typed: str, expected: str) -> None:
    assert check_date(typed) == expected


@pytest.mark.parametrize("typed", WRONG_DATES)
def test_check_date_refuses(typed: str) -> None:
    with pytest.raises(typer.BadParameter):
        check_date(typed)


@pytest.mark.parametrize(
    "typed", ["granted_in_part", "Granted in Part", "granted-in-part", " GRANTED  IN PART "]
)
def test_words_may_be_typed_as_one_speaks(typed: str) -> None:
    assert one_of(DISPOSITIONS)(typed) == "granted_in_part"


SIZES = [("100", 100), ("2k", 2048), ("5MB", 5 * 2**20), ("1.5 MiB", 3 * 2**19), ("1G", 2**30)]


@pytest.mark.parametrize(("typed", "expected"), SIZES)
def test_read_size(typed: str, expected: int) -> None:
    assert read_size(typed) == expected


@every_reader
def test_a_missing_database_is_an_error_that_says_what_to_do(
    cli: RunCasetrack, args: tuple[str, ...]
) -> None:
    done = cli(*args, "--db", "missing/none.db")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Error: ")
    assert "missing/none.db" in done.stderr
    assert "casetrack ingest" in done.stderr
    assert done.stderr.count("\n") == 1


def test_the_database_is_looked_for_in_the_named_places(cli: RunCasetrack, tmp_path: Path) -> None:
    home = cli("stats").stderr
    assert "casetrack.db" in home
    assert str(tmp_path / "home") in home
    env = {"CASETRACK_DB": "env.db"}
    assert "env.db" in cli("stats", env=env).stderr
    assert "group.db" in cli("--db", "group.db", "stats", env=env).stderr
    assert "command.db" in cli("--db", "group.db", "stats", "--db", "command.db", env=env).stderr


def test_a_traceback_is_shown_only_when_asked_for(cli: RunCasetrack) -> None:
    assert "Traceback" not in cli("stats").stderr
    assert "Traceback" in cli("-v", "stats").stderr
    assert "Traceback" in cli("stats", "-v").stderr


@pytest.mark.parametrize("statement", ["--version", "-h", "rulings -h"])
def test_help_and_version_load_nothing_slow(statement: str) -> None:
    script = (
        f"import sys; sys.argv = ['casetrack', *{statement.split()!r}]\n"
        "from casetrack.cli import main\n"
        "try:\n    main()\n"
        "except SystemExit:\n"
        "    print('LOADED', *{name.partition('.')[0] for name in sys.modules})"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.rpartition("LOADED")[2].split())
    assert not loaded & {"rich", "sqlite_utils", "sqlite3", "nupunkt", "pydantic", "platformdirs"}


def test_interrupted(cli_env: dict[str, str], tmp_path: Path) -> None:
    command = [sys.executable, "-m", "casetrack", "ingest", "-", "--db", "a.db"]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, env=cli_env, cwd=tmp_path, text=True
    )
    database = tmp_path / "a.db"
    until = time.monotonic() + 20
    while not database.exists() and time.monotonic() < until:
        time.sleep(0.05)
    time.sleep(0.5)  # from there it waits for standard input
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=20)
    assert (process.returncode, said) == (130, "Interrupted.\n")


def test_a_closed_standard_output_is_no_error(cli_env: dict[str, str], tmp_path: Path) -> None:
    command = f"{sys.executable} -m casetrack extract - >&-"
    done = subprocess.run(
        ["sh", "-c", command],
        input=b"A judge ruled.\n",
        stderr=subprocess.PIPE,
        env=cli_env,
        cwd=tmp_path,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_full_disk_is_told_in_one_line(cli_env: dict[str, str], tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "casetrack", "extract", "-"],
            input="A judge ruled.\n",
            stdout=full,
            stderr=subprocess.PIPE,
            env=cli_env,
            cwd=tmp_path,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr == "Error: standard output: No space left on device\n"


def test_a_reader_that_leaves_early_is_no_error(cli_env: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "A judge ruled."}\n' * 2000, encoding="utf-8")
    reader, writer = os.pipe()
    process = subprocess.Popen(
        [sys.executable, "-m", "casetrack", "extract", "a.jsonl"],
        stdout=writer,
        stderr=subprocess.PIPE,
        env=cli_env,
        cwd=tmp_path,
        text=True,
    )
    os.close(writer)
    os.read(reader, 10)
    os.close(reader)
    _, said = process.communicate(timeout=60)
    assert (process.returncode, said) == (0, "")
