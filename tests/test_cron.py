"""What scripts and cron rely on: silence, exit codes, lists of files, the log of runs, the configuration."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from conftest import RunCasetrack

STORY = """\
MILWAUKEE (CN) — A federal judge on Monday ordered {who}, 34, held without bail on fraud charges.

U.S. District Judge Lena Orbach set sentencing for June 3.
"""


@pytest.fixture
def clippings(tmp_path: Path) -> Path:
    folder = tmp_path / "clippings"
    folder.mkdir()
    for day, who in ((6, "Ada Quill"), (13, "Bruno Vask")):
        (folder / f"2024-05-{day:02}-a b\n.txt").write_text(STORY.format(who=who), encoding="utf-8")
    return folder


def rows(cli: RunCasetrack, *args: str) -> list[dict[str, Any]]:
    done = cli(*args, "--format", "json")
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("command", ["ingest", "extract"])
def test_a_long_list_of_files(cli: RunCasetrack, clippings: Path, tmp_path: Path, command: str) -> None:
    names = b"".join(os.fsencode(path) + b"\0" for path in sorted(clippings.iterdir()))
    (tmp_path / "list").write_bytes(names)
    for args, stdin in ((("--from-file0", "-"), names), (("--from-file0", "list"), b"")):
        done = cli(command, *args, stdin=stdin)
        assert (done.returncode, len(done.stdout.splitlines())) == (0, 2 if command == "extract" else 0)
    assert cli(command, "--from-file0", "-", stdin=b"").returncode == 0
    assert cli(command, "--from-file0", "missing").returncode == 1
    assert cli(command, "-", "--from-file0", "-").returncode == 2


def test_a_busy_database_is_waited_for_and_then_given_up(cli: RunCasetrack, clippings: Path) -> None:
    cli("ingest", "-q", clippings, "--db", "a.db")
    with sqlite3.connect(clippings.parent / "a.db", isolation_level=None) as other:
        other.execute("begin immediate")
        started = time.monotonic()
        done = cli("ingest", "-q", clippings, "--db", "a.db", "--wait", "0.3")
        assert (done.returncode, done.stdout) == (75, "")
        assert done.stderr == "Error: a.db is in use by another process; try again\n"
        assert 0.3 <= time.monotonic() - started < 10
        assert cli("cases", "--db", "a.db", "--wait", "0").returncode == 0  # reading needs no turn
        other.execute("rollback")
    assert cli("--wait", "5", "ingest", "-q", clippings, "--db", "a.db").returncode == 0


def test_one_who_waits_gets_its_turn(cli_env: dict[str, str], cli: RunCasetrack, clippings: Path) -> None:
    cli("ingest", "-q", clippings, "--db", "a.db")
    with sqlite3.connect(clippings.parent / "a.db", isolation_level=None) as other:
        other.execute("begin immediate")
        command = [
            sys.executable,
            "-m",
            "casetrack",
            "ingest",
            "-q",
            clippings,
            "--db",
            "a.db",
            "--wait",
            "30",
        ]
        waiting = subprocess.Popen(command, env=cli_env, cwd=clippings.parent)
        time.sleep(0.7)
        assert waiting.poll() is None
        other.execute("rollback")
    assert waiting.wait(timeout=30) == 0


def test_the_log_says_what_each_run_took_skipped_and_refused(cli: RunCasetrack, clippings: Path) -> None:
    assert cli("log").returncode == 1
    cli("ingest", "-q", clippings, "--as-of", "2024-05-13")
    (clippings / "empty.txt").write_bytes(b"")
    cli("ingest", "-q", clippings)
    later, first = rows(cli, "log")
    assert [(run["taken"], run["skipped"], run["refused"]) for run in (first, later)] == [
        (2, 0, 0),
        (0, 2, 1),
    ]
    assert (first["started_at"], first["seconds"]) == ("2024-05-13T00:00:00+00:00", 0)
    assert [error["path"] for error in later["errors"]] == [str(clippings / "empty.txt")]
    table = cli("log", "--limit", "1").stdout
    assert table.splitlines()[0].split()[:5] == ["RUN", "STARTED", "TOOK", "TAKEN", "SKIPPED"]
    assert cli("log", "--csv", "-c", "id,refused").stdout == "id,refused\n2,1\n1,0\n"


def test_a_run_that_was_killed_has_no_end(cli: RunCasetrack, clippings: Path) -> None:
    cli("ingest", "-q", clippings)
    with sqlite3.connect(clippings.parent / "home/.local/share/casetrack/casetrack.db") as db:
        db.execute("update imports set ended_at = null")
    db.close()
    assert "no end" in cli("log").stdout
    (run,) = rows(cli, "log")
    assert (run["ended_at"], run["seconds"]) == (None, None)


def test_what_was_refused_stands_until_it_is_taken(cli: RunCasetrack, clippings: Path) -> None:
    bad, lines = clippings / "bad.txt", clippings / "lines.jsonl"
    bad.write_bytes(b"")
    lines.write_text('{"text": \n{"text": "A judge ruled."}\n', encoding="utf-8")
    for _ in range(2):
        assert cli("ingest", "-q", clippings).returncode == 3
    assert [row["path"] for row in rows(cli, "errors")] == [str(bad), f"{lines}#1"]
    assert len(rows(cli, "errors", "--all")) == 4
    assert len(rows(cli, "errors", "--run", "1")) == 2
    assert cli("errors", "--run", "99").returncode == 4
    bad.write_text(STORY.format(who="Al Orr"), encoding="utf-8")
    done = cli("errors", "--retry")
    assert (done.returncode, done.stdout) == (3, "")
    assert "Articles: 1 added, 1 unchanged, 0 replaced, 1 refused" in done.stderr
    assert [row["path"] for row in rows(cli, "errors")] == [f"{lines}#1"]
    lines.write_text('{"text": "A judge ruled."}\n', encoding="utf-8")
    os.utime(lines, (1, 1))
    assert cli("errors", "--retry", "-q").stderr == ""
    assert rows(cli, "errors") == []
    assert cli("errors", "--exit-code").returncode == 5


def test_a_larger_limit_lets_a_refused_file_in(cli: RunCasetrack, clippings: Path) -> None:
    cli("ingest", "-q", clippings, "--max-size", "50")
    assert len(rows(cli, "errors")) == 2
    assert cli("errors", "--retry", "-q").returncode == 0
    assert (rows(cli, "errors"), len(rows(cli, "cases"))) == ([], 2)


def test_what_will_never_be_taken_can_be_let_go(cli: RunCasetrack, clippings: Path) -> None:
    cli("ingest", "-q", clippings, "gone.txt")
    cli("ingest", "-q", "-", stdin=b"")
    assert [row["path"] for row in rows(cli, "errors")] == ["gone.txt", "-"]
    assert "0 added, 0 unchanged, 0 replaced, 1 refused" in cli("errors", "--retry").stderr
    assert cli("errors", "--forget").returncode == 0
    assert rows(cli, "errors") == []
    assert cli("errors", "--retry", "--forget").returncode == 2


CONFIG = """\
database = "news/docket.db"
source = "Tamwick Ledger"
wait = 2.5

[filters]
party = "Quill"
status = "pending"
"""


@pytest.fixture
def configured(cli: RunCasetrack, clippings: Path, tmp_path: Path) -> RunCasetrack:
    place = tmp_path / "home" / ".config" / "casetrack"
    place.mkdir(parents=True)
    (place / "casetrack.toml").write_text(CONFIG, encoding="utf-8")
    assert cli("ingest", "-q", clippings).returncode == 0
    return cli


def captions(cli: RunCasetrack, *args: str, **options: Any) -> list[str]:
    found = json.loads(cli("cases", "--format", "json", *args, **options).stdout)
    return sorted(row["caption"].split()[-1] for row in found)


def test_a_configuration_says_what_was_not_typed(configured: RunCasetrack, tmp_path: Path) -> None:
    database = tmp_path / "home" / ".config" / "casetrack" / "news" / "docket.db"
    assert database.exists()
    assert captions(configured) == ["Quill"]
    assert captions(configured, "--party", "vask") == ["Vask"]
    assert captions(configured, "--party", "") == ["Quill", "Vask"]
    assert len(json.loads(configured("rulings", "--case", "vask", "--format", "json").stdout)) == 1
    assert captions(configured, "--config", "/dev/null", "--db", str(database)) == ["Quill", "Vask"]
    (tmp_path / "other.toml").write_text('[filters]\nkind = "civil"\n', encoding="utf-8")
    for args, env in ((("--config", "other.toml"), {}), ((), {"CASETRACK_CONFIG": "other.toml"})):
        assert captions(configured, *args, "--db", str(database), env=env) == []
    assert "news/docket.db" in configured("-v", "stats").stderr
    assert "else.db" in configured("stats", env={"CASETRACK_DB": "else.db"}).stderr


def test_the_outlet_of_articles_that_name_none(configured: RunCasetrack, tmp_path: Path) -> None:
    story = STORY.replace(" (CN)", "").format(who="Al Orr")
    record = json.loads(configured("extract", "-", stdin=story).stdout)
    assert record["source"] == "Tamwick Ledger"
    assert json.loads(configured("extract", "-", "--source", "X", stdin=story).stdout)["source"] == "X"


WRONG = [
    ("databse = 'x'", "'databse' means nothing here. Did you mean 'database'?"),
    ("zzzz = 1", "There are database, source, wait, filters."),
    ("database = 1", 'database is text, as database = "..."'),
    ("wait = 'long'", "wait is a number of seconds"),
    ("wait = -1", "wait is a number of seconds"),
    ("filters = 1", "filters is a table"),
    ("[filters]\ncolour = 'red'", "'colour' means nothing here"),
    ("[filters]\nkind = 'crime'", "is not one of criminal"),
    ("[filters]\ncourt = 1", "court is text"),
    ("[filters", "is no TOML"),
    ("\xff", "cannot be read"),
]


@pytest.mark.parametrize(("text", "said"), WRONG, ids=lambda value: value[:20])
def test_a_wrong_configuration_says_what_is_wrong(
    cli: RunCasetrack, tmp_path: Path, text: str, said: str
) -> None:
    (tmp_path / "a.toml").write_bytes(text.encode("latin-1"))
    done = cli("--config", "a.toml", "cases")
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "a.toml" in done.stderr


def test_a_configuration_that_was_named_must_be_there(cli: RunCasetrack) -> None:
    done = cli("cases", "--config", "none.toml")
    assert (done.returncode, done.stderr) == (
        2,
        "Error: There is no configuration at none.toml; --config names a file\n",
    )


def test_help_needs_no_configuration(cli: RunCasetrack, tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("[", encoding="utf-8")
    assert cli("cases", "-h", env={"CASETRACK_CONFIG": "a.toml"}).returncode == 0


def test_no_name_or_note_runs_in_a_spreadsheet(cli: RunCasetrack, clippings: Path) -> None:
    cli("ingest", "-q", clippings, "=HYPERLINK(1).txt", "@SUM(1).txt")
    cli("follow", "-q", "quill", "--note", "+1-1")
    for args, cells in (
        (("errors", "--csv", "-c", "path", "--no-headers"), ["'=HYPERLINK(1).txt", "'@SUM(1).txt"]),
        (("follow", "--tsv", "-c", "note", "--no-headers"), ["'+1-1"]),
    ):
        assert cli(*args).stdout.splitlines() == cells


@pytest.mark.parametrize("listing", ["follow", "errors", "stats --by court"])
def test_nothing_to_list_is_an_empty_array(cli: RunCasetrack, tmp_path: Path, listing: str) -> None:
    (tmp_path / "a.txt").write_text("Nothing of the courts.", encoding="utf-8")
    cli("ingest", "-q", "a.txt")
    assert cli(*listing.split(), "--json").stdout == "[]\n"
    assert cli(*listing.split(), "--exit-code").returncode == 5
