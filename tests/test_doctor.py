"""`doctor` sees each kind of damage and mends what it may; `backup` and `restore` lose nothing."""

from __future__ import annotations

import gzip
import json
import os
import sqlite3
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ROOT, RunCasetrack

from casetrack.store.health import CHECKS

STORY = (
    "BOSTON, May 4, 2017 (Wire) - U.S. District Judge Ann Shore on Thursday denied a motion by Lee Park, "
    "who is charged with fraud, to dismiss the indictment.\n\n"
    "Park is scheduled to be sentenced before Shore on May 19. "
    "The trial of Park, 40, is set for June 3, 2017."
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
    assert len(done.stdout.splitlines()) == 1 + len(CHECKS)


DAMAGES: list[tuple[str, str, list[str], bool]] = [
    ("a case that is not there", "rows refer to rows that exist",
     ["update case_articles set case_id = 99"], True),
    ("a court that is not there", "rows refer to rows that exist", ["delete from courts"], True),
    ("a key of a report that is not there", "rows refer to rows that exist",
     ["insert into report_keys values (1, 2017, 999)"], True),
    ("a path of an article that is not there", "rows refer to rows that exist",
     ["insert into article_files values ('gone.txt', 999)"], True),
    ("a word that the index does not know", "search agrees with the articles",
     ["insert into articles_fts(articles_fts, rowid, title, text) values ('delete', 1, null, 'charged')"],
     True),
    ("an index that is empty", "search agrees with the articles",
     ["insert into articles_fts(articles_fts) values ('delete-all')"], True),
    ("a text that was changed", "sentences stand where they were read",
     ["update articles set text = ' ' || text"], False),
    ("a ruling without a sentence", "every fact has a source", ["delete from ruling_sources"], True),
    ("a hearing without a sentence", "every fact has a source", ["delete from hearing_sources"], True),
    ("a case without an article", "every fact has a source",
     ["insert into cases (id, slug, caption, kind) values (77, 'x', 'X', 'other')"], True),
    ("a report that is cut", "what articles report can be read",
     ["update case_articles set report = substr(report, 1, 5)"], False),
    ("a report in no case", "what articles report can be read",
     ["update case_articles set case_id = null"], True),
    ("a decision that is no JSON", "decisions find what they are about",
     ["update edits set target = 'x'"], False),
]  # fmt: skip


@pytest.mark.parametrize(
    ("check", "statements", "mendable"), [d[1:] for d in DAMAGES], ids=[d[0] for d in DAMAGES]
)
def test_each_damage_is_seen_and_mended_where_it_can_be(
    database: Path, cli: RunCasetrack, check: str, statements: list[str], mendable: bool
) -> None:
    assert cli("--db", database, "alias", "park", "the fraud case").returncode == 0
    before = _docket(cli, database)
    damage(database, *statements)
    code, found = findings(cli, database)
    assert code == 1
    assert found[check] >= 1
    code, found = findings(cli, database, "--fix")
    assert (code, check in found) == ((0, False) if mendable else (1, True))
    if mendable:
        assert _docket(cli, database) == before


def test_every_check_has_a_damage_that_shows_it() -> None:
    shown = {damaged[1] for damaged in DAMAGES} | {"files are where they were read"}
    assert len(shown) == len(CHECKS)


def test_a_decision_about_nothing_is_told_and_kept(database: Path, cli: RunCasetrack) -> None:
    assert cli("--db", database, "drop", "ruling:1").returncode == 0
    damage(database, "delete from case_articles")
    done = cli("--db", database, "doctor", "--fix")
    assert "decisions find what they are about: 1 not, first decision 1 (drop)" in done.stdout
    assert json.loads(cli("--db", database, "history", "--format", "json").stdout)[0]["id"] == 1


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


def test_a_restore_leaves_the_backup_alone_and_reaches_who_reads(
    database: Path, cli: RunCasetrack, tmp_path: Path
) -> None:
    """Also one of an older schema: what is put in place is a copy, brought up to date when it is used."""
    old = tmp_path / "old.db"
    old.write_bytes(gzip.decompress((ROOT / "tests" / "schemas" / "schema-3.db.gz").read_bytes()))
    before = old.read_bytes()
    reader = sqlite3.connect(database)
    assert reader.execute("select count(*) from articles").fetchone() == (1,)
    done = cli("--db", database, "restore", old)
    assert done.returncode == 0, done.stderr
    assert old.read_bytes() == before
    assert [path.name for path in tmp_path.glob("*old*")] == ["old.db"]
    assert reader.execute("select count(*) from articles").fetchone() == (3,)
    reader.close()
    captions = [case["caption"] for case in json.loads(cli("--db", database, "cases", "--json").stdout)]
    assert sorted(captions) == ["United States v. Guzman", "United States v. Renwick"]
    assert database.with_name("docket.db.schema-3").exists()
    assert not list(tmp_path.glob(".*"))


def test_a_restore_takes_the_place_of_what_is_no_database(database: Path, cli: RunCasetrack) -> None:
    copy = database.with_name("copy.db")
    assert cli("--db", database, "backup", copy).returncode == 0
    before = _docket(cli, database)
    database.write_text("notes, and no database")
    assert cli("--db", database, "restore", copy).returncode == 0
    assert _docket(cli, database) == before
    assert database.with_name("docket.db.before-restore").read_text() == "notes, and no database"
    assert stat.S_IMODE(database.stat().st_mode) == 0o600


def test_a_restore_waits_for_who_writes_and_then_gives_up(database: Path, cli: RunCasetrack) -> None:
    copy = database.with_name("copy.db")
    assert cli("--db", database, "backup", copy).returncode == 0
    writer = sqlite3.connect(database, isolation_level=None)
    writer.execute("begin immediate")
    done = cli("--db", database, "--wait", "0.3", "restore", copy)
    writer.execute("rollback")
    writer.close()
    assert (done.returncode, "in use by another process" in done.stderr) == (75, True)


@pytest.mark.parametrize("command", ["backup", "restore"])
def test_a_database_is_no_copy_of_itself(database: Path, cli: RunCasetrack, command: str) -> None:
    linked = database.with_name("linked.db")
    linked.symlink_to(database)
    before = database.read_bytes()
    for path in (database, linked):
        done = cli("--db", database, command, *(("--force",) * (command == "backup")), path)
        assert (done.returncode, "is the database itself" in done.stderr) == (1, True)
    assert database.read_bytes() == before


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
