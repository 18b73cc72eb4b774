"""A database of every schema there ever was opens, loses nothing, and is kept as it was beside itself."""

from __future__ import annotations

import gzip
import json
import sqlite3
import stat
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


def test_every_schema_but_the_newest_is_kept_to_be_tried() -> None:
    assert len(SCHEMAS) == NEWEST - 1, "keep a small database of the schema that was newest until now"


def _texts(path: Path) -> list[tuple[str, str]]:
    with sqlite3.connect(path) as db:
        return sorted(db.execute("select sha256, text from articles"))


def _version(path: Path) -> int:
    with sqlite3.connect(path) as db:
        return int(db.execute("pragma user_version").fetchone()[0])
