"""What became known when: a fact keeps its name whatever happens to it, and each change is logged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from made_reports import HEARING, RULING, report, take

from casetrack.models import Hearing, Report
from casetrack.store import Store, open_store
from casetrack.store.place import Written, set_constraints
from casetrack.store.query import list_hearings, list_rulings
from casetrack.store.rows import Filters, HearingRow
from casetrack.store.write import add_report, derive_all, drop_article, settle


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(tmp_path / "a.db", create=True)


def hearings(store: Store) -> list[HearingRow]:
    return list_hearings(store, Filters())


def log(store: Store, after: int = 0) -> list[tuple[Any, ...]]:
    sql = "select kind, what from changes where id > ? order by id"
    return store.db.execute(sql, (after,)).fetchall()


def last_change(store: Store) -> int:
    return int(store.db.execute("select max(id) from changes").fetchone()[0])


def test_what_is_new_is_logged_once(store: Store) -> None:
    take(store, report("2024-05-06", HEARING, RULING))
    assert log(store) == [("case", "new"), ("ruling", "new"), ("hearing", "new")]
    before = last_change(store)
    take(store, report("2024-05-07", RULING))
    assert log(store, before) == []  # told again by another article: the same ruling
    (row,) = list_rulings(store, Filters())
    assert len(row.sources) == 2


MOVED = replace(HEARING, date="2024-06-10", moved_from="2024-06-03", status="scheduled")
NEXT = [
    pytest.param(MOVED, ("moved", "2024-06-10", "scheduled"), id="moved to another day"),
    pytest.param(replace(HEARING, time="09:30"), ("moved", "2024-06-03", "scheduled"), id="given a time"),
    pytest.param(
        replace(HEARING, status="cancelled"), ("cancelled", "2024-06-03", "cancelled"), id="cancelled"
    ),
    pytest.param(
        replace(HEARING, status="postponed"), ("postponed", "2024-06-03", "postponed"), id="postponed"
    ),
    pytest.param(replace(HEARING, status="held"), ("held", "2024-06-03", "held"), id="held"),
    pytest.param(replace(HEARING, location="4B"), ("changed", "2024-06-03", "scheduled"), id="given a room"),
]


@pytest.mark.parametrize(("told", "expected"), NEXT)
def test_a_hearing_keeps_its_name_through_a_change(
    store: Store, told: Hearing, expected: tuple[str, str, str]
) -> None:
    take(store, report("2024-05-06", HEARING))
    (first,) = hearings(store)
    before = last_change(store)
    take(store, report("2024-05-13", told), at="2024-05-13T08:00:00+00:00")
    (second,) = hearings(store)
    assert (second.uid, second.sequence) == (first.uid, first.sequence + 1)
    assert second.changed_at == "2024-05-13T08:00:00+00:00"
    assert [*log(store, before), (second.date, second.status)] == [("hearing", expected[0]), expected[1:]]


def uids(store: Store) -> dict[str | None, int]:
    return {row.uid: row.sequence for row in hearings(store)}


def test_names_outlast_a_rebuild(store: Store) -> None:
    take(store, report("2024-05-06", HEARING, RULING), report("2024-05-07", HEARING, name="Bruno Vask"))
    known, before = uids(store), last_change(store)
    with store.write() as db:
        derive_all(db)
    assert uids(store) == known
    assert log(store, before) == []


def test_names_outlast_a_merge_and_a_split(store: Store) -> None:
    one, other = (
        report("2024-05-06", HEARING),
        report("2024-05-07", replace(HEARING, type="trial"), name="Al Orr"),
    )
    take(store, one, other)
    known = {row.type: row.uid for row in hearings(store)}
    pair = tuple(row[0] for row in store.db.execute("select id from case_articles order by id"))
    for join, cases in (([pair], 1), ([], 2)):
        written = Written()
        with store.write() as db:
            set_constraints(db, join, [], written)
            settle(db, written)
        assert len({row.case_id for row in hearings(store)}) == cases
        assert {row.type: row.uid for row in hearings(store)} == known


def test_a_corrected_article_keeps_what_it_still_says(store: Store) -> None:
    take(store, report("2024-05-06", HEARING, RULING))
    (first,) = hearings(store)
    before = last_change(store)
    shifted = replace(HEARING, start=15, end=45)
    written = Written(at="2024-05-08T08:00:00+00:00", origin="ingest")
    with store.write() as db:
        drop_article(db, 1, written)
        add_report(db, report("2024-05-06", shifted), written)
        settle(db, written)
    (second,) = hearings(store)
    assert second.uid == first.uid
    assert log(store, before) == [("ruling", "gone")]


def test_what_was_gone_and_comes_back_has_its_name_again(store: Store) -> None:
    take(store, report("2024-05-06", RULING), report("2024-05-08", HEARING))
    known = uids(store)
    written = Written()
    with store.write() as db:
        drop_article(db, 2, written)
        settle(db, written)
    assert uids(store) == {}
    take(store, report("2024-05-08", HEARING))
    assert uids(store) == {uid: sequence + 2 for uid, sequence in known.items()}  # it went, and it came


def test_two_facts_of_one_sentence_have_two_names(store: Store) -> None:
    plea, trial = replace(HEARING, type="plea"), replace(HEARING, type="trial", date="2024-09-09")
    take(store, report("2024-05-06", plea, trial))
    first = {row.type: row.uid for row in hearings(store)}
    assert len(set(first.values())) == 2
    take(store, report("2024-05-07", replace(plea, time="10:00"), trial))
    assert {row.type: row.uid for row in hearings(store)} == first


def test_a_session_told_of_two_cases_has_two_names(store: Store) -> None:
    both = report("2024-05-06", HEARING), report("2024-05-06", HEARING, name="Bruno Vask")
    shared = Report(both[0].article, (*both[0].cases, *both[1].cases))
    take(store, shared)
    assert len(uids(store)) == 2


def test_a_database_of_before_is_named_when_opened(tmp_path: Path) -> None:
    """What was there before the log is known, and nothing of it is news."""
    store = open_store(tmp_path / "a.db", create=True)
    take(store, report("2024-05-06", HEARING, RULING))
    for table in ("known_facts", "changes", "follows", "bookmarks"):
        store.db.execute(f"drop table {table}")
    for table in ("rulings", "hearings"):
        store.db.execute(f"drop index {table}_uid")
        store.db.execute(f"alter table {table} drop column uid")
    store.db.execute("delete from _sqlite_migrations where name like 'm004%'")
    store.db.execute("pragma user_version = 3")
    store.close()
    with open_store(tmp_path / "a.db") as again:
        assert None not in uids(again)
        news: Sequence[Any] = again.db.execute(
            "select kind from changes where origin != 'rebuild'"
        ).fetchall()
        assert news == [("case",)]
