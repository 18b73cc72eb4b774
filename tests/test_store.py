"""Opening a database, and what another program finds in it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database

from casetrack.errors import BusyError, DatabaseError
from casetrack.models import CaseReport
from casetrack.store import Store, open_store
from casetrack.store.codec import report_text
from casetrack.store.migrations import APPLICATION_ID, BASE, NEWEST, _statements
from casetrack.store.place import number_text

# The public tables: other programs read these names.
COLUMNS = {
    "articles": "id sha256 path title source author url dateline published text ingested_at",
    "courts": "id name level jurisdiction",
    "cases": "id slug caption kind court_id status first_reported last_reported",
    "docket_numbers": "case_id number",
    "case_names": "case_id name article_id",
    "parties": "id case_id name kind role",
    "people": "id name role",
    "case_people": "case_id person_id role represents",
    "rulings": "id case_id date disposition subject movant decided_by court_id",
    "ruling_judges": "ruling_id person_id",
    "hearings": "id case_id date time type status purpose court_id location",
    "case_articles": "case_id article_id",
    "ruling_sources": "ruling_id article_id start end quote rule confidence",
    "hearing_sources": "hearing_id article_id start end quote rule confidence",
    "edits": "id made_at action target value undone_at",
    "imports": "id",
    "import_errors": "id path reason",
    "docket": "case_id date",
    "upcoming_hearings": "case_id date time type status",
}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "docket.db", create=True) as opened:
        yield opened


def _foreign(path: Path) -> None:
    other = sqlite3.connect(path)
    other.execute("create table articles (id integer primary key)")
    other.commit()
    other.close()


def _newer(path: Path) -> None:
    open_store(path, create=True).close()
    changed = sqlite3.connect(path)
    changed.execute(f"pragma user_version = {NEWEST + 1}")
    changed.close()


def _damaged(path: Path) -> None:
    open_store(path, create=True).close()
    # The mark of SQLite stays; the page after it does not.
    whole = path.read_bytes()
    path.write_bytes(whole[:100] + b"\xff" * (len(whole) - 100))


REFUSED = [
    pytest.param(lambda p: None, "no database", id="missing"),
    pytest.param(lambda p: p.mkdir(), "is a folder", id="folder"),
    pytest.param(_foreign, "not a casetrack database", id="database-of-another-program"),
    pytest.param(lambda p: p.write_text("A judge ruled. " * 99), "not a database", id="text-file"),
    pytest.param(_newer, "newer casetrack", id="newer-schema"),
    pytest.param(_damaged, "damaged", id="damaged-pages"),
]


@pytest.mark.parametrize("readonly", [False, True], ids=["to-write", "to-read"])
@pytest.mark.parametrize(("make", "message"), REFUSED)
def test_open_refuses_and_leaves_the_file_alone(
    tmp_path: Path, make: Callable[[Path], object], message: str, readonly: bool
) -> None:
    path = tmp_path / "docket.db"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(DatabaseError, match=message):
        open_store(path, readonly=readonly).close()
    assert (path.read_bytes() if path.is_file() else None) == before


@pytest.mark.parametrize(("make", "message"), [case for case in REFUSED if case.id != "missing"])
def test_create_is_no_licence_to_take_over_a_file(
    tmp_path: Path, make: Callable[[Path], object], message: str
) -> None:
    path = tmp_path / "docket.db"
    make(path)
    with pytest.raises(DatabaseError, match=message):
        open_store(path, create=True).close()


def test_create_makes_the_folder_and_a_private_marked_file(tmp_path: Path) -> None:
    path = tmp_path / "news" / "desk" / "docket.db"
    with open_store(path, create=True) as store:
        assert store.db.execute("pragma application_id").fetchone()[0] == APPLICATION_ID
        assert store.db.execute("pragma user_version").fetchone()[0] == NEWEST
        assert store.db.execute("pragma foreign_keys").fetchone()[0] == 1
    assert path.stat().st_mode & 0o777 == 0o600


def test_create_takes_an_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "docket.db"
    path.touch()
    with open_store(path, create=True) as store:
        assert store.db.execute("select count(*) from cases").fetchone()[0] == 0


def test_readonly_store_refuses_to_write(store: Store) -> None:
    with (
        open_store(store.path, readonly=True) as reader,
        pytest.raises(DatabaseError, match="cannot be written"),
        reader.write() as db,
    ):
        db.execute("insert into courts values ('nyed', 'E.D.N.Y.', null, null)")
    assert store.db.execute("select count(*) from courts").fetchone()[0] == 0


def test_second_writer_is_told_the_database_is_busy(store: Store) -> None:
    with (
        open_store(store.path, wait=0.05) as second,
        store.write(),
        pytest.raises(BusyError, match="in use"),
        second.write(),
    ):
        pass


def test_failed_write_leaves_nothing(store: Store) -> None:
    sql = "insert into courts values ('nyed', 'E.D.N.Y.', null, null)"
    with pytest.raises(DatabaseError), store.write() as db:
        db.executemany(sql, [(), ()])
    assert store.db.execute("select count(*) from courts").fetchone()[0] == 0


@pytest.mark.parametrize("table", COLUMNS)
def test_public_table_has_its_columns(store: Store, table: str) -> None:
    found = {row[1] for row in store.db.execute(f"pragma table_info({table})")}
    assert set(COLUMNS[table].split()) <= found


def test_opening_again_changes_no_schema(store: Store) -> None:
    schema = store.db.execute("select name, sql from sqlite_master order by name").fetchall()
    with open_store(store.path) as again:
        assert again.db.execute("select name, sql from sqlite_master order by name").fetchall() == schema


def _matches(db: sqlite3.Connection, word: str) -> list[int]:
    sql = "select rowid from articles_fts where articles_fts match ? order by rowid"
    return [row[0] for row in db.execute(sql, (word,))]


def test_search_index_follows_the_articles(store: Store) -> None:
    insert = "insert into articles (sha256, path, title, text, ingested_at) values (?, ?, ?, ?, '2020-01-01')"
    with store.write() as db:
        db.execute(insert, ("a", "a.txt", "Verdict in Tampa", "The jury acquitted the mayor."))
        db.execute(insert, ("b", "b.txt", None, "The jury hung."))
    assert _matches(store.db, "jury") == [1, 2]
    assert _matches(store.db, "tampa") == [1]
    with store.write() as db:
        db.execute("update articles set text = 'The panel agreed.' where id = 1")
    assert _matches(store.db, "jury") == [2]
    assert _matches(store.db, "panel") == [1]
    with store.write() as db:
        db.execute("delete from articles where id = 1")
    assert _matches(store.db, "panel") == []
    store.db.execute("insert into articles_fts(articles_fts) values ('integrity-check')")


def _first_schema(path: Path) -> None:
    """Make a database of the first schema, with one article's report in it."""
    old = sqlite3.connect(path)
    for statement in _statements(BASE):
        old.execute(statement)
    Database(old)["_sqlite_migrations"].insert(
        {"migration_set": "casetrack", "name": "m001_base", "applied_at": ""}
    )
    old.execute(
        "insert into articles (id, sha256, path, text, ingested_at) values (1, 'a', 'a.txt', 'text', '2020')"
    )
    old.execute(
        "insert into cases (id, slug, caption, kind) values (1, 'state-v-hale', 'State v. Hale', 'criminal')"
    )
    old.execute(
        "insert into case_articles values (1, 1, 0, ?, 0, '[]')",
        (report_text(CaseReport("State v. Hale", "criminal", docket_numbers=("17-cr-1",))),),
    )
    old.execute(f"pragma application_id = {APPLICATION_ID}")
    old.execute("pragma user_version = 1")
    old.commit()
    old.close()


def test_a_database_of_the_first_schema_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "docket.db"
    _first_schema(path)
    with open_store(path) as store:
        assert store.db.execute("select id, slug from cases").fetchall() == [(1, "state-v-hale")]
        assert store.db.execute("select case_id, article_id from case_articles").fetchall() == [(1, 1)]
        key = number_text("n:17-CR-1")
        assert store.db.execute("select key from report_keys").fetchall() == [(key,)]
        assert store.db.execute("pragma user_version").fetchone() == (NEWEST,)
        assert store.db.execute("pragma foreign_key_check").fetchall() == []
