"""`ingest` and `extract` as a person runs them."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import RunCasetrack

STORY = """\
BROOKLYN, N.Y. (CN) — U.S. District Judge Ann Merrow on Thursday denied Victor Tull's request [bail] to be \
moved out of solitary confinement.

The court will hold a hearing Friday on the government's efforts to disqualify defense attorney Dana Pike.
"""


@pytest.fixture
def clippings(tmp_path: Path) -> Path:
    folder = tmp_path / "clippings"
    folder.mkdir()
    (folder / "2017-05-04-tull.txt").write_text(STORY, encoding="utf-8")
    return folder


def test_ingest_says_what_it_did_on_standard_error(cli: RunCasetrack, clippings: Path) -> None:
    done = cli("ingest", clippings)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith(
        "Articles: 1 added, 0 unchanged, 0 replaced, 0 refused. Cases: 1 new, 0 updated."
    )
    again = cli("ingest", clippings)
    assert again.stderr.startswith(
        "Articles: 0 added, 1 unchanged, 0 replaced, 0 refused. Cases: 0 new, 0 updated."
    )


def test_quiet_says_nothing_when_all_is_well(cli: RunCasetrack, clippings: Path) -> None:
    for place in (("-q", "ingest"), ("ingest", "-q")):
        done = cli(*place, clippings)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_changed_file_replaces_its_article(cli: RunCasetrack, clippings: Path) -> None:
    cli("ingest", clippings)
    (clippings / "2017-05-04-tull.txt").write_text(STORY.replace("denied", "granted"), encoding="utf-8")
    assert "0 added, 0 unchanged, 1 replaced" in cli("ingest", clippings).stderr
    found = json.loads(cli("rulings", "--format", "json").stdout)
    assert [row["disposition"] for row in found] == ["granted"]


REFUSED = {
    "empty.txt": b"",
    "binary.txt": bytes(range(256)) * 20,
    "broken.txt.gz": gzip.compress(STORY.encode())[:-20],
    "large.txt": STORY.encode() * 200,
    "lines.jsonl": b'{"text": "' + b"A judge ruled. " * 5 + b'"}\n{"text": \n',
}


@pytest.mark.parametrize("command", ["ingest", "extract"])
def test_inputs_that_cannot_be_taken_are_named_and_the_run_goes_on(
    cli: RunCasetrack, clippings: Path, command: str
) -> None:
    for name, data in REFUSED.items():
        (clippings / name).write_bytes(data)
    done = cli(command, clippings, "vanished.txt", "--max-size", "20k", *["--glob", "*"])
    assert done.returncode == 3
    refused = [line for line in done.stderr.splitlines() if line.startswith("Refused: ")]
    for name in (*REFUSED, "vanished.txt"):
        assert sum(name in line for line in refused) == 1
    assert "Traceback" not in done.stderr
    if command == "ingest":
        assert "2 added, 0 unchanged, 0 replaced, 6 refused" in done.stderr
        assert cli("ingest", "-q", clippings, "--max-size", "20k", "--glob", "*").stderr.count("\n") == 5
    else:
        assert len(done.stdout.splitlines()) == 2


@pytest.mark.parametrize(
    ("more", "read"),
    [
        ("The judge denied the motion. " * 9000, "58,"),
        ("v. v. v. v. v. " * 9000, "6"),
        ("Word\n" * 20_000, "50,"),
    ],
    ids=["sentences", "words", "lines"],
)
def test_what_is_too_long_for_an_article_is_read_in_part_and_named(
    cli: RunCasetrack, tmp_path: Path, more: str, read: str
) -> None:
    path = tmp_path / "long.txt"
    path.write_text(STORY + more)
    told = "Read in part: {}: {}"
    for command in ("ingest", "extract"):
        done = cli(command, path, "--log-json", tmp_path / "runs.ndjson")
        assert done.returncode == 0
        (line,) = [line for line in done.stderr.splitlines() if line.startswith("Read in part: ")]
        assert line.startswith(told.format(path, read))
        assert f"of {len(path.read_text()):,} characters" in line
    (one,) = json.loads((tmp_path / "runs.ndjson").read_text().splitlines()[0])["cut_short"]
    assert (one["path"], one["length"]) == (str(path), len(path.read_text()))
    assert "Read in part" not in cli("ingest", "-q", "--check-content", path).stderr


def test_an_article_without_a_date_is_counted(cli: RunCasetrack) -> None:
    assert "(1 without a date)" in cli("ingest", "-", stdin=STORY).stderr
    assert "without a date" not in cli("ingest", "-", "--date", "2017-05-05", stdin=STORY + "More.\n").stderr


def test_extract_needs_no_database(cli: RunCasetrack, clippings: Path, tmp_path: Path) -> None:
    done = cli("extract", clippings)
    assert (done.returncode, done.stderr) == (0, "")
    record = json.loads(done.stdout)
    (case,) = record["cases"]
    assert record["published"] == "2017-05-04"
    assert [(row["disposition"], row["date"]) for row in case["rulings"]] == [("denied", "2017-05-04")]
    assert [(row["status"], row["date"]) for row in case["hearings"]] == [("scheduled", "2017-05-05")]
    assert not list(tmp_path.rglob("*.db"))


def test_extract_formats_agree(cli: RunCasetrack, clippings: Path) -> None:
    record = json.loads(cli("extract", clippings).stdout)
    assert json.loads(cli("extract", clippings, "--format", "json").stdout) == [record]
    cells = list(csv.DictReader(io.StringIO(cli("extract", clippings, "--format", "csv").stdout)))
    assert [row["fact"] for row in cells] == ["ruling", "hearing"]
    table = cli("extract", clippings, "--format", "table").stdout
    assert "[bail]" in table or "denied" in table


def test_extract_reads_standard_input_with_a_date_and_source(cli: RunCasetrack) -> None:
    story = STORY.replace("(CN) ", "")
    done = cli("extract", "-", "--date", "2017-05-04", "--source", "Tamwick Ledger", stdin=story)
    record = json.loads(done.stdout)
    assert (record["published"], record["source"]) == ("2017-05-04", "Tamwick Ledger")


def on_terminal(command: list[str], env: dict[str, str], cwd: Path, columns: int = 80) -> str:
    """Run with a terminal of that width on standard output and error; give what it was sent."""
    import fcntl
    import struct
    import termios

    master, terminal = pty.openpty()
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-m", "casetrack", *command], stdout=terminal, stderr=terminal, env=env, cwd=cwd
    )
    os.close(terminal)
    chunks = []
    try:
        while chunk := os.read(master, 65536):
            chunks.append(chunk)
    except OSError:  # how Linux says that nobody holds the other end any more
        pass
    os.close(master)
    assert process.wait(timeout=60) == 0
    return b"".join(chunks).decode()


@pytest.fixture
def terminal_env(cli_env: dict[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in cli_env.items() if name not in ("COLUMNS", "NO_COLOR")}
    return kept | {"TERM": "xterm-256color"}


def test_a_bar_is_shown_on_a_terminal(terminal_env: dict[str, str], clippings: Path, tmp_path: Path) -> None:
    shown = on_terminal(["ingest", str(clippings)], terminal_env, tmp_path)
    assert "Reading" in shown
    assert "1/1" in shown
    assert "1 unchanged" in on_terminal(["ingest", "--no-progress", str(clippings)], terminal_env, tmp_path)
    assert on_terminal(["ingest", "-q", str(clippings)], terminal_env, tmp_path) == ""


def test_no_bar_where_there_is_no_terminal(cli: RunCasetrack, clippings: Path) -> None:
    assert "Reading" not in cli("ingest", clippings).stderr
    assert "Reading" in cli("ingest", clippings, "--progress").stderr


@pytest.mark.parametrize("columns", [80, 120])
def test_tables_fit_the_terminal_and_have_colour(
    terminal_env: dict[str, str], clippings: Path, tmp_path: Path, columns: int
) -> None:
    on_terminal(["ingest", str(clippings)], terminal_env, tmp_path)
    for command in (["rulings"], ["docket", "Tull"]):
        coloured = on_terminal(command, terminal_env, tmp_path, columns)
        assert "\x1b[31m" in coloured
        plain = on_terminal(command, terminal_env | {"NO_COLOR": "1"}, tmp_path, columns)
        assert "\x1b[31m" not in plain
        assert "\x1b" not in on_terminal(command, terminal_env | {"TERM": "dumb"}, tmp_path, columns)
    dumb = on_terminal(["rulings"], terminal_env | {"TERM": "dumb"}, tmp_path, columns)
    assert max(map(len, dumb.splitlines())) <= columns


def test_ambiguous_words_of_a_file_name_are_inert(cli: RunCasetrack, tmp_path: Path) -> None:
    name = "a\x1b[31m\u202e[bold].txt"
    (tmp_path / name).write_bytes(b"")
    done = cli("ingest", name)
    assert done.returncode == 3
    assert "a[31m[bold].txt" in done.stderr
    assert "\x1b" not in done.stderr
