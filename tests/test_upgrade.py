"""A database of every schema there ever was opens, loses nothing, and is kept as it was beside itself."""

from __future__ import annotations

import gzip
import json
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, RunCasetrack

from casetrack.store.migrations import NEWEST

SCHEMAS = sorted((ROOT / "tests" / "schemas").glob("schema-*.db.gz"))
ARTICLES = (
    "2017-05-04-guzman-stays-in-solitary.txt",
    "2017-05-05-guzman-lawyer-conflict-hearing.txt",
    "2024-07-18-renwick-sentenced.txt",
)
"""What each of the old databases was made from."""


@pytest.mark.parametrize("packed", SCHEMAS, ids=lambda path: path.name)
def test_an_old_database_is_brought_up_to_date(packed: Path, cli: RunCasetrack, tmp_path: Path) -> None:
    old = tmp_path / "docket.db"
    old.write_bytes(gzip.decompress(packed.read_bytes()))
    number = int(packed.name.split("-")[1].split(".")[0])
    before = _texts(old)
    done = cli("--db", old, "ingest", *(ROOT / "data" / "articles" / name for name in ARTICLES))
    assert done.returncode == 0, done.stderr
    assert "0 added" in done.stderr
    assert _texts(old) == before
    assert _version(old) == NEWEST
    captions = [case["caption"] for case in json.loads(cli("--db", old, "cases", "--format", "json").stdout)]
    assert sorted(captions) == ["United States v. Guzman", "United States v. Renwick"]
    assert cli("--db", old, "doctor").returncode == 0
    kept = tmp_path / f"docket.db.schema-{number}"
    assert (_version(kept), _texts(kept)) == (number, before)
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


@pytest.mark.parametrize("packed", SCHEMAS, ids=lambda path: path.name)
def test_an_old_database_can_be_read_first(packed: Path, cli: RunCasetrack, tmp_path: Path) -> None:
    old = tmp_path / "docket.db"
    old.write_bytes(gzip.decompress(packed.read_bytes()))
    done = cli("--db", old, "hearings", "--all", "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    assert len(json.loads(done.stdout)) > 1
    assert (_version(old), (tmp_path / f"docket.db.{packed.name[:-6]}").exists()) == (NEWEST, True)


ONE_SCHEMA_ON = """
import sys
import casetrack.store.connect as connect
connect.NEWEST += 1
from casetrack.cli import main
sys.argv[0] = "casetrack"
main()
"""


def test_decisions_are_replayed_when_a_schema_is_brought_up_to_date(
    cli: RunCasetrack, cli_env: dict[str, str], tmp_path: Path
) -> None:
    """By a program that knows a schema more: what it derives anew is as people decided."""
    database = tmp_path / "docket.db"
    run = ("--db", database)
    assert cli(*run, "ingest", ROOT / "data" / "articles").returncode == 0
    for words in (("merge", "3", "4", "--reason", "one suit"), ("set", "ruling:1", "date=2017-05-03"),
                  ("drop", "hearing:2"), ("alias", "7", "the quarry case"), ("link", "8", "9", "--related"),
                  ("add", "ruling", "7", "disposition=granted", "--source", "the list")):  # fmt: skip
        assert cli(*run, *words).returncode == 0
    # What is derived goes missing, so that only replaying can bring it back.
    before = {name: cli(*run, *words).stdout for name, words in TOLD.items()}
    with sqlite3.connect(database) as db:
        db.execute("delete from rulings where entered is not null")
        db.execute("update rulings set date = null, corrected = null")
        db.execute("delete from case_links")
        db.execute("delete from case_names where article_id is null")
    db.close()
    for name, words in TOLD.items():
        script = [sys.executable, "-c", ONE_SCHEMA_ON, *map(str, (*run, *words))]
        done = subprocess.run(script, env=cli_env, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, ""), name
        assert done.stdout == before[name], name
    assert _version(database) == NEWEST + 1
    assert _version(tmp_path / f"docket.db.schema-{NEWEST}") == NEWEST
    assert "newer casetrack" in cli(*run, "cases").stderr


TOLD = {
    "decisions": ("decisions", "dump"),
    "cases": ("cases", "--csv", "--columns", "slug,caption,status"),
    "rulings": ("rulings", "--csv", "--columns", "date,disposition,caption,quote,corrected,entered"),
    "hearings": ("hearings", "--all", "--csv", "--columns", "date,type,caption"),
    "docket": ("docket", "8", "--format", "markdown"),
    "alias": ("docket", "quarry", "--format", "markdown"),
}


def test_every_schema_but_the_newest_is_kept_to_be_tried() -> None:
    assert len(SCHEMAS) == NEWEST - 1, "keep a small database of the schema that was newest until now"


def _texts(path: Path) -> list[tuple[str, str]]:
    with sqlite3.connect(path) as db:
        return sorted(db.execute("select sha256, text from articles"))


def _version(path: Path) -> int:
    with sqlite3.connect(path) as db:
        return int(db.execute("pragma user_version").fetchone()[0])
