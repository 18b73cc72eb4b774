"""Nothing leaves the machine, and what is kept is for its owner alone."""

from __future__ import annotations

import gzip
import os
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, RunCasetrack

from casetrack.store import open_store
from tests.soak.loads import can_mount

NO_NETWORK = """
import sys
ASKS = ("socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname",
        "socket.__new__", "urllib.Request", "http.client.connect", "ftplib.connect", "smtplib.connect")
def refuse(event, args):
    if event in ASKS:
        print("NETWORK:", event, file=sys.stderr)
        raise OSError("this test has no network")
sys.addaudithook(refuse)
"""
COMMANDS: tuple[tuple[str, ...], ...] = (
    ("ingest", "--jobs", "2", "{articles}"), ("rebuild", "--jobs", "2"),
    ("extract", "{articles}"), ("cases",),
    ("docket", "1", "--format", "html"), ("docket", "1", "--format", "svg"), ("timeline", "1"), ("stats",),
    ("hearings", "--all", "--ics"), ("search", "judge"), ("digest", "--mark", "--format", "markdown"),
    ("merge", "3", "4"), ("undo",), ("follow", "1"), ("review", "list"), ("why", "1"), ("decisions", "dump"),
    ("doctor", "--fix"), ("backup", "{home}/copy.db"), ("restore", "{home}/copy.db"),
    ("forget", "case:5", "-y"),
    ("man",), ("log",), ("errors",), ("followups",), ("agenda", "2024"), ("show", "ruling", "1"),
    ("--version",), ("-h",),
)  # fmt: skip


def test_no_command_asks_for_a_network(cli_env: dict[str, str], tmp_path: Path) -> None:
    """Python tells of every socket that is made, in processes that are spawned too; each is refused."""
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    (hooks / "sitecustomize.py").write_text(NO_NETWORK)
    env = cli_env | {"PYTHONPATH": f"{hooks}{os.pathsep}{ROOT}"}
    for words in COMMANDS:
        args = [word.format(articles=ROOT / "data" / "articles", home=tmp_path) for word in words]
        command = [sys.executable, "-m", "casetrack", "--db", tmp_path / "a.db", *args]
        done = subprocess.run(command, env=env, capture_output=True, text=True, check=False, cwd=tmp_path)
        assert "NETWORK" not in done.stderr, (words, done.stderr)
        assert done.returncode == 0, (words, done.stderr)
    asking = "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')"
    refused = subprocess.run(
        [sys.executable, "-c", asking], env=env, capture_output=True, text=True, check=False
    )
    assert "NETWORK" in refused.stderr, "the hook sees nothing"


@pytest.mark.parametrize("umask", [0o000, 0o022])
def test_whatever_holds_articles_is_for_its_owner_alone(
    cli_env: dict[str, str], tmp_path: Path, umask: int
) -> None:
    home = tmp_path / "home-of-data"
    old = home / "old.db"
    home.mkdir()
    old.write_bytes(gzip.decompress((ROOT / "tests" / "schemas" / "schema-2.db.gz").read_bytes()))
    old.chmod(0o600)
    for words in (("--db", home / "a.db", "ingest", ROOT / "data" / "articles"),
                  ("--db", home / "a.db", "--log-file", home / "log", "backup", home / "copy.db"),
                  ("--db", home / "a.db", "--log-json", home / "json", "restore", home / "copy.db"),
                  ("--db", old, "cases")):  # fmt: skip
        subprocess.run(
            [sys.executable, "-m", "casetrack", *map(str, words)],
            env=cli_env, capture_output=True, check=True, umask=umask,
        )  # fmt: skip
    found = {path.name: stat.S_IMODE(path.stat().st_mode) for path in home.iterdir()}
    assert {"a.db", "copy.db", "a.db.before-restore", "log", "json", "old.db.schema-2"} <= found.keys()
    assert set(found.values()) == {0o600}, found


@pytest.mark.skipif(not can_mount(), reason="only where this user may mount a file system")
def test_a_database_that_cannot_be_written_can_be_read(cli: RunCasetrack, tmp_path: Path) -> None:
    """On a disk that is mounted to be read: it is read as it lies, and a writer is told what to do."""
    disk = tmp_path / "disk"
    disk.mkdir()
    database = disk / "a.db"
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", str(disk)], check=True)
    try:
        assert cli("--db", database, "ingest", ROOT / "data" / "articles").returncode == 0
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        for words, code, said in (
            (("cases", "--json"), 0, ""),
            (("search", "judge"), 0, ""),
            (("doctor",), 0, ""),
            (("backup", tmp_path / "copy.db"), 0, "Wrote"),
            (("ingest", ROOT / "data"), 1, "check its permissions"),
            (("merge", "1", "2"), 1, "check its permissions"),
            (("backup", disk / "copy.db"), 1, "Read-only file system"),
        ):
            done = cli("--db", database, *words)
            assert (done.returncode, said in done.stderr) == (code, True), (words, done.stderr)
        assert [path.name for path in disk.iterdir()] == ["a.db"]
        assert cli("--db", tmp_path / "b.db", "restore", database).returncode == 0
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)


def test_reading_refuses_to_write_whatever_is_asked(tmp_path: Path) -> None:
    """Commands that read get a connection on which SQLite itself refuses every change."""
    open_store(tmp_path / "a.db", create=True).close()
    with open_store(tmp_path / "a.db", readonly=True) as store:
        assert store.db.execute("pragma query_only").fetchone() == (1,)
        for statement in (
            "delete from articles",
            "create table x (y)",
            "insert into courts values (1, 2, 3, 4)",
        ):
            with pytest.raises(sqlite3.OperationalError, match="readonly"):
                store.db.execute(statement)
