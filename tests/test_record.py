"""What a run leaves behind: lines in a log, a JSON object, reasons with -v; failures that name a file."""

from __future__ import annotations

import json
import os
import re
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import ROOT, RunCasetrack

from tests.benchmarks.news import write_news

STORY = (
    "BOSTON, May {day}, 2017 (Wire) - U.S. District Judge Ann Shore on Thursday denied a motion by Lee Park, "
    "40, of Quincy, who is charged with fraud.{more}"
)
LINE_RE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00 casetrack\[\d+\]: (.*)")
FAILS_ON_ONE = """
import sys
import casetrack.pool
extract = casetrack.pool.extract_report
def fail(article):
    if "POISON" in article.text:
        raise KeyError("a \\x1b[31mrule")
    return extract(article)
casetrack.pool.extract_report = fail
from casetrack.cli import main
sys.argv[0] = "casetrack"
main()
"""


@pytest.fixture
def clippings(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(STORY.format(day=4, more=""))
    (folder / "b.txt").write_text(STORY.format(day=5, more=" The trial of Park is set for June 3, 2017."))
    return folder


def lines_of(path: Path) -> list[str]:
    matches = [LINE_RE.fullmatch(line) for line in path.read_text().splitlines()]
    assert all(matches)
    return [match[1] for match in matches if match]


def test_a_log_holds_all_that_a_quiet_run_does_not_say(
    cli: RunCasetrack, clippings: Path, tmp_path: Path
) -> None:
    log = tmp_path / "run.log"
    for _ in range(2):
        done = cli("--db", tmp_path / "a.db", "ingest", "-q", "--log-file", log, clippings)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    said = lines_of(log)
    assert said[0] == f"Database: {tmp_path / 'a.db'}"
    assert said[1].startswith("Articles: 2 added")
    assert re.fullmatch(r".* ingest -q .*: ended with 0 after \d+\.\d+ s", said[2])
    assert said[4].startswith("Articles: 0 added, 2 unchanged")
    assert stat.S_IMODE(log.stat().st_mode) == 0o600


def test_one_json_object_a_run(cli: RunCasetrack, clippings: Path, tmp_path: Path) -> None:
    log = tmp_path / "runs.ndjson"
    base = ("--db", tmp_path / "a.db", "--log-json", log)
    assert cli(*base, "ingest", clippings, tmp_path / "none.txt").returncode == 3
    assert cli(*base, "docket", "nobody").returncode == 4
    assert cli(*base, "cases", "--no-such-option").returncode == 2
    assert cli(*base, "cases", "--kind", "civil", "--exit-code", "-q").returncode == 5
    runs = [json.loads(line) for line in log.read_text().splitlines()]
    assert [run["exit_code"] for run in runs] == [3, 4, 2, 5]
    assert (runs[0]["added"], runs[0]["refused"], runs[0]["interrupted"]) == (2, 1, False)
    assert runs[0]["errors"] == [{"path": str(tmp_path / "none.txt"), "reason": "no such file or folder"}]
    assert runs[0]["database"] == str(tmp_path / "a.db")
    assert "nobody" in runs[1]["error"]
    assert all(run["seconds"] >= 0 and run["args"] and run["started_at"] for run in runs)
    assert stat.S_IMODE(log.stat().st_mode) == 0o600


def test_a_log_on_standard_error(cli: RunCasetrack, clippings: Path, tmp_path: Path) -> None:
    done = cli("--db", tmp_path / "a.db", "--log-json", "-", "ingest", "-q", clippings)
    assert json.loads(done.stderr)["added"] == 2


def test_a_log_that_cannot_be_written_is_told_before_anything_is_done(
    cli: RunCasetrack, clippings: Path, tmp_path: Path
) -> None:
    done = cli("--db", tmp_path / "a.db", "--log-file", tmp_path / "none" / "x.log", "ingest", clippings)
    assert done.returncode == 1
    assert done.stderr.startswith("Error: Cannot write the log")
    assert not (tmp_path / "a.db").exists()


def test_verbose_tells_where_each_article_went_and_why(
    cli: RunCasetrack, clippings: Path, tmp_path: Path
) -> None:
    (clippings / "c.txt").write_text("BOSTON - The library opens on Monday. There will be cake.")
    said = cli("--db", tmp_path / "a.db", "ingest", "-v", clippings).stderr
    first, second = clippings / "a.txt", clippings / "b.txt"
    went = rf"Took {first}: case 1 \(.*Park.*\), joined to {second} with score \d\.\d\d: "
    joined = went + r"party Lee Park \(name\) \+\d"
    assert re.search(joined, said)
    assert f"Took {clippings / 'c.txt'}: it reports no case" in said
    (clippings / "d.txt").write_text("TAMPA, May 9, 2017 (Wire) - A judge on Tuesday sentenced Bo Rand, 33, "
                                     "to five years in prison for arson.")  # fmt: skip
    said = cli("--db", tmp_path / "a.db", "ingest", "-v", clippings).stderr
    assert f"Took {clippings / 'd.txt'}: case 2" in said
    assert "nothing that was there is alike enough" in said
    assert str(first) not in said


@pytest.mark.parametrize("verbose", [False, True])
@pytest.mark.parametrize("command", ["ingest", "extract"])
def test_a_failure_on_one_article_names_it_and_the_run_goes_on(
    cli_env: dict[str, str], cli: RunCasetrack, clippings: Path, tmp_path: Path, command: str, verbose: bool
) -> None:
    bad = clippings / "a.txt"
    bad.write_text(STORY.format(day=4, more=" POISON"))
    os.utime(bad, (1_600_000_000, 1_600_000_000))
    args = ["--db", tmp_path / "a.db", command, *(["-v"] * verbose), clippings]
    script = [sys.executable, "-c", FAILS_ON_ONE, *map(str, args)]
    done = subprocess.run(script, env=cli_env, capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert (
        f"Refused: {bad}: casetrack failed on it (KeyError: 'a \\x1b[31mrule'); please report it"
        in done.stderr
    )
    assert ("Traceback" in done.stderr, "in fail" in done.stderr) == (verbose, verbose)
    assert "\x1b" not in done.stderr
    if command == "extract":
        assert len(done.stdout.splitlines()) == 1
        return
    assert json.loads(cli("--db", tmp_path / "a.db", "errors", "--json").stdout)[0]["path"] == str(bad)
    again = cli("--db", tmp_path / "a.db", "ingest", clippings)
    assert again.returncode == 0, again.stderr
    assert "Articles: 1 added, 1 unchanged" in again.stderr


def test_a_rebuild_that_fails_on_one_article_names_it_and_changes_nothing(
    cli_env: dict[str, str], cli: RunCasetrack, clippings: Path, tmp_path: Path
) -> None:
    bad = clippings / "b.txt"
    bad.write_text(STORY.format(day=5, more=" POISON"))
    database = tmp_path / "a.db"
    assert cli("--db", database, "ingest", clippings).returncode == 0
    before = cli("--db", database, "cases", "--json").stdout
    script = [sys.executable, "-c", FAILS_ON_ONE, "--db", str(database), "rebuild"]
    done = subprocess.run(script, env=cli_env, capture_output=True, text=True, check=False)
    assert (done.returncode, str(bad) in done.stderr) == (3, True)
    assert cli("--db", database, "cases", "--json").stdout == before


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="no list of children here")
def test_a_reader_process_that_is_killed_ends_the_run_with_a_sentence(
    cli_env: dict[str, str], cli: RunCasetrack, tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number, story in enumerate(write_news(400, 100)):
        (folder / f"{number}.txt").write_text(story.text)
    command = [sys.executable, "-m", "casetrack", "--db", tmp_path / "a.db", "ingest", "--jobs", "2", folder]
    run = subprocess.Popen(command, env=cli_env, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
    readers: list[int] = []
    while run.poll() is None and not readers:
        time.sleep(0.02)
        readers = [pid for pid in _children(run.pid) if b"spawn_main" in _command(pid)]
    os.kill(readers[0], signal.SIGKILL)
    told = run.communicate(timeout=60)[1]
    assert run.returncode == 1, told
    assert told == (
        "Error: A process that was reading was ended from outside, perhaps for want of memory; run again,"
        " with fewer --jobs: what was written is whole\n"
    )
    done = cli("--db", tmp_path / "a.db", "ingest", folder)
    assert done.returncode == 0
    assert len(json.loads(cli("--db", tmp_path / "a.db", "articles", "--json").stdout)) == 400


def _children(pid: int) -> list[int]:
    try:
        return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def _command(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def test_the_log_that_is_full_stops_no_run(cli: RunCasetrack, clippings: Path, tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no device that is full")
    done = cli("--db", tmp_path / "a.db", "--log-file", "/dev/full", "ingest", clippings)
    assert done.returncode == 0
    assert "The log cannot be written: No space left on device" in done.stderr
    assert f"{ROOT}" not in done.stderr
