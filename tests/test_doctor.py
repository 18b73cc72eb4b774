"""`doctor` sees each kind of damage and mends what it may; `backup` and `restore` lose nothing."""

from __future__ import annotations

import json
import os
import sqlite3
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import RunCasetrack

STORY = (
    "BOSTON, May 4, 2017 (Wire) - U.S. District Judge Ann Shore on Thursday denied a motion by Lee Park, "
    "who is charged with fraud, to dismiss the indictment.\n\nPark is scheduled to be sentenced on May 19."
)


@pytest.fixture
def database(tmp_path: Path, cli: RunCasetrack) -> Path:
    """A database of one article, its file beside it."""
    (tmp_path / "park.txt").write_text(STORY)
    path = tmp_path / "docket.db"
    assert cli("--db", path, "ingest", tmp_path / "park.txt").returncode == 0
    return path


def damage(path: Path, *statements: str) -> None:
    with sqlite3.connect(path) as db:
        db.execute("pragma foreign_keys = off")
        for statement in statements:
            db.execute(statement)
    db.close()


def findings(run: RunCasetrack, path: Path, *flags: str) -> tuple[int, dict[str, int]]:
    done = run("--db", path, "doctor", "--format", "json", *flags)
    return done.returncode, {f["check"]: f["count"] for f in json.loads(done.stdout) if f["count"]}


def test_a_healthy_database_has_nothing_wrong(database: Path, cli: RunCasetrack) -> None:
    done = cli("--db", database, "doctor")
    assert done.returncode == 0
    assert {line.split()[0] for line in done.stdout.splitlines()} == {"ok"}
    assert len(done.stdout.splitlines()) == 6


DAMAGES = [
    ("rows refer to rows that exist", ["update case_articles set case_id = 99"], True),
    (
        "search agrees with the articles",
        ["insert into articles_fts(articles_fts, rowid, title, text) values ('delete', 1, null, 'charged')"],
        True,
    ),
    ("sentences stand where they were read", ["update articles set text = ' ' || text"], False),
    ("every fact has a source", ["delete from ruling_sources"], True),
]


@pytest.mark.parametrize(("check", "statements", "mendable"), DAMAGES, ids=[d[0] for d in DAMAGES])
def test_each_damage_is_seen_and_mended_where_it_can_be(
    database: Path, cli: RunCasetrack, check: str, statements: list[str], mendable: bool
) -> None:
    damage(database, *statements)
    code, found = findings(cli, database)
    assert code == 1
    assert found[check] >= 1
    code, found = findings(cli, database, "--fix")
    assert (code, check in found) == ((0, False) if mendable else (1, True))


def test_damaged_pages_are_told_and_the_file_is_left_as_it_is(database: Path, cli: RunCasetrack) -> None:
    data = bytearray(database.read_bytes())
    data[8192:12288] = b"\xff" * 4096
    database.write_bytes(data)
    done = cli("--db", database, "doctor", "--fix")
    assert done.returncode == 1
    assert "restore" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert database.read_bytes() == bytes(data)


def test_a_file_that_is_gone_is_worth_a_note_only(database: Path, cli: RunCasetrack) -> None:
    (database.parent / "park.txt").unlink()
    assert findings(cli, database) == (0, {"files are where they were read": 1})


def test_doctor_makes_no_database(tmp_path: Path, cli: RunCasetrack) -> None:
    done = cli("--db", tmp_path / "none.db", "doctor", "--fix")
    assert done.returncode == 1
    assert "no database" in done.stderr
    assert not (tmp_path / "none.db").exists()


def test_backup_and_restore_give_the_same_dockets(database: Path, cli: RunCasetrack) -> None:
    copy = database.with_name("copy.db")
    assert cli("--db", database, "backup", copy).returncode == 0
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    before = _docket(cli, database)
    assert _docket(cli, copy) == before
    damage(database, "delete from rulings")
    done = cli("--db", database, "restore", copy)
    assert done.returncode == 0
    assert _docket(cli, database) == before
    kept = database.with_name("docket.db.before-restore")
    assert "docket.db.before-restore" in done.stderr
    assert json.loads(cli("--db", kept, "rulings", "--format", "json").stdout) == []


def _docket(run: RunCasetrack, path: Path) -> str:
    return run("--db", path, "docket", "--format", "json", "park").stdout


def test_backup_writes_over_nothing_unless_told(database: Path, cli: RunCasetrack) -> None:
    copy = database.with_name("copy.db")
    copy.write_text("mine")
    done = cli("--db", database, "backup", copy)
    assert (done.returncode, copy.read_text()) == (1, "mine")
    assert "--force" in done.stderr
    assert cli("--db", database, "backup", "--force", copy).returncode == 0
    assert _docket(cli, copy)


def _shorten(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2 // 4096 * 4096)


BAD_BACKUPS: list[tuple[str, Callable[[Path], object]]] = [
    ("foreign", lambda path: sqlite3.connect(path).execute("create table t (x)")),
    ("text", lambda path: path.write_text("no database at all, but long enough to be looked at" * 20)),
    ("empty", lambda path: path.touch()),
    ("half", lambda path: (path.write_bytes((path.parent / "docket.db").read_bytes()), _shorten(path))),
]


@pytest.mark.parametrize(("name", "make"), BAD_BACKUPS, ids=[b[0] for b in BAD_BACKUPS])
def test_a_bad_backup_replaces_nothing(
    database: Path, cli: RunCasetrack, name: str, make: Callable[[Path], object]
) -> None:
    bad = database.with_name(f"{name}.db")
    make(bad)
    before = database.read_bytes()
    done = cli("--db", database, "restore", bad)
    assert done.returncode == 1
    assert str(bad) in done.stderr
    assert "Traceback" not in done.stderr
    assert database.read_bytes() == before
