"""Ingesting: again, changed, refused; one case told twice, and two cases that look like one."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import RunCasetrack

from casetrack.ingest import IngestOptions, IngestSummary, ingest_paths
from casetrack.store import Store, open_store

ARTICLES = Path(__file__).parent.parent / "data" / "articles"
DERIVED = {
    "case_articles",
    "report_keys",
    "report_pairs",
    "case_names",
    "docket_numbers",
    "parties",
    "case_people",
}
DERIVED |= {"cases", "rulings", "hearings", "ruling_judges", "ruling_sources", "hearing_sources", "review"}
KEPT = DERIVED | {"articles", "courts", "people"}

FIRST = """\
Mayor's aide convicted of taking bribes
By Ann Lee
Harbor Courier
March 6, 2019

TACOMA, Wash. — A federal jury on Tuesday convicted Corwin Ashgrove of wire fraud in Tacoma.

U.S. District Judge Helen Marsh set sentencing for June 11, 2019. Ashgrove, 52, was charged in 2018.
"""
SECOND = """\
Jury finds aide guilty
By Bo Park
Sound Wire
March 6, 2019

TACOMA, Wash. — Jurors on Tuesday found Corwin Ashgrove guilty of wire fraud in federal court.

U.S. District Judge Helen Marsh will sentence Ashgrove on June 11, 2019.
"""
OTHER = """\
Judge dismisses charges in ferry case
By Ann Lee
Harbor Courier
March 8, 2019

BOSTON — U.S. District Judge Omar Field on Thursday dismissed the indictment of Petra Lindqvist.

Lindqvist was charged with perjury last year.
"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "docket.db", create=True) as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "clippings"
    made.mkdir()
    return made


def ingest(store: Store, *paths: Path, **options: Any) -> IngestSummary:
    return ingest_paths(store, [str(path) for path in paths], IngestOptions(**options))


def dump(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    return {t: sorted(store.db.execute(f"select * from {t}").fetchall(), key=repr) for t in KEPT}


def ask(store: Store, sql: str) -> list[Any]:
    """Give the rows, each of a single column as its value alone."""
    return [row[0] if len(row) == 1 else row for row in store.db.execute(sql)]


def test_second_run_changes_nothing(store: Store, folder: Path) -> None:
    shutil.copytree(ARTICLES, folder / "news")
    first = ingest(store, folder)
    before = dump(store)
    again = ingest(store, folder)
    assert first.added == again.unchanged == len(list(ARTICLES.glob("*.txt")))
    assert (again.added, again.replaced, again.refused) == (0, 0, 0)
    assert (again.cases_new, again.cases_updated, again.rulings, again.hearings) == (0, 0, 0, 0)
    assert dump(store) == before


def test_summary_counts_what_is_stored(store: Store) -> None:
    summary = ingest(store, ARTICLES)
    assert summary.rulings == ask(store, "select count(*) from rulings")[0] > 0
    assert summary.hearings == ask(store, "select count(*) from hearings")[0] > 0
    assert summary.cases_new == ask(store, "select count(*) from cases")[0] > 0
    assert summary.undated == ask(store, "select count(*) from articles where published is null")[0]


def test_stored_sentences_stand_in_their_articles(store: Store) -> None:
    ingest(store, ARTICLES)
    for kind in ("ruling", "hearing"):
        wrong = ask(
            store,
            f"select s.quote from {kind}_sources s join articles a on a.id = s.article_id"
            " where substr(a.text, s.start + 1, s.end - s.start) != s.quote",
        )
        untold = ask(store, f"select id from {kind}s where id not in (select {kind}_id from {kind}_sources)")
        assert (wrong, untold) == ([], [])


def test_a_copy_elsewhere_is_the_same_article(store: Store, folder: Path) -> None:
    (folder / "a.txt").write_text(FIRST)
    (folder / "b.txt").write_text(FIRST)
    summary = ingest(store, folder)
    assert (summary.added, summary.unchanged) == (1, 1)


def test_few_files_among_many_that_were_read_are_remembered(store: Store, folder: Path) -> None:
    """What is known between the two is many times what is asked after."""
    files = [folder / f"{number:03}.txt" for number in range(50)]
    for number, file in enumerate(files):
        file.write_text(f"{FIRST}\nRow {number}.\n")
        os.utime(file, (1.5e9, 1.5e9))
    ingest(store, folder)
    files[-1].write_text(OTHER)
    summary = ingest(store, files[0], files[-1])
    assert (summary.unchanged, summary.replaced) == (1, 1)
    assert ask(store, "select path from files where path like '%/000.txt'") == [str(files[0])]


def test_changed_content_replaces_the_facts(store: Store, folder: Path) -> None:
    path = folder / "story.txt"
    path.write_text(FIRST)
    ingest(store, path)
    path.write_text(OTHER)
    summary = ingest(store, path)
    assert (summary.added, summary.replaced, summary.unchanged) == (0, 1, 0)
    assert ask(store, "select name from parties where name like '%Ashgrove%'") == []
    assert ask(store, "select disposition from rulings") == ["dismissed"]
    assert ask(store, "select count(*) from hearings") == [0]


def test_a_change_leaves_what_another_article_tells(store: Store, folder: Path) -> None:
    first, second = folder / "a.txt", folder / "b.txt"
    first.write_text(FIRST)
    second.write_text(SECOND)
    ingest(store, folder)
    case = ask(store, "select id from cases")
    first.write_text(OTHER)
    ingest(store, folder)
    article = ask(store, f"select id from articles where path like '%{second.name}'")
    assert ask(
        store, "select c.id from cases c join parties p on p.case_id = c.id where p.name like '%Ashgrove%'"
    )
    assert ask(store, f"select distinct article_id from case_articles where case_id = {case[0]}") == article
    assert ask(store, "select distinct s.article_id from ruling_sources s join rulings r on r.id = ruling_id"
                      f" where case_id = {case[0]}") == article  # fmt: skip


def test_replacing_leaves_no_orphans(store: Store, folder: Path) -> None:
    path = folder / "story.txt"
    for text in (FIRST, OTHER, SECOND, FIRST):
        path.write_text(text)
        ingest(store, path)
    assert store.db.execute("pragma foreign_key_check").fetchall() == []
    article = ask(store, "select id from articles")
    assert len(article) == 1
    for table in ("case_articles", "ruling_sources", "hearing_sources", "case_names"):
        assert ask(store, f"select distinct article_id from {table}") == article, table
    assert ask(store, "select id from cases where id not in (select case_id from case_articles)") == []
    assert ask(store, "select count(*) from articles_fts where articles_fts match 'perjury'") == [0]


def test_dates_and_outlets_by_default_fill_gaps_only(store: Store, folder: Path) -> None:
    (folder / "a.txt").write_text(FIRST)
    (folder / "b.txt").write_text("A federal judge in Boston convicted nobody on Tuesday.")
    ingest(store, folder, default_date="2020-01-02", default_source="Desk")
    assert ask(store, "select source, published from articles order by path") == [
        ("Harbor Courier", "2019-03-06"),
        ("Desk", "2020-01-02"),
    ]


REFUSED = [
    pytest.param(b"", id="empty"),
    pytest.param(b" \n\t\n", id="blank"),
    pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 4, id="binary"),
    pytest.param(b"A judge ruled. " * 1000, id="too-big"),
]


@pytest.mark.parametrize("data", REFUSED)
def test_refused_input_is_recorded_and_the_run_goes_on(store: Store, folder: Path, data: bytes) -> None:
    (folder / "a.txt").write_text(FIRST)
    (folder / "m.txt").write_bytes(data)
    (folder / "z.txt").write_text(OTHER)
    summary = ingest(store, folder, max_size=10_000)
    assert (summary.added, summary.refused) == (2, 1)
    assert [Path(error.path).name for error in summary.errors] == ["m.txt"]
    ((path, reason),) = ask(store, "select path, reason from import_errors")
    assert Path(path).name == "m.txt"
    assert reason
    assert ask(store, "select added, refused, ended_at is not null from imports") == [(2, 1, 1)]


def test_two_outlets_on_one_verdict_are_one_ruling_with_two_sources(store: Store, folder: Path) -> None:
    (folder / "a.txt").write_text(FIRST)
    (folder / "b.txt").write_text(SECOND)
    summary = ingest(store, folder)
    assert summary.cases_new == 1
    assert ask(store, "select disposition, date from rulings") == [("convicted", "2019-03-05")]
    assert ask(store, "select count(distinct article_id) from ruling_sources") == [2]
    assert ask(store, "select type, date from hearings where status = 'scheduled'") == [
        ("sentencing", "2019-06-11")
    ]


def test_six_outlets_on_one_merger_are_one_case(store: Store) -> None:
    ingest(store, *ARTICLES.glob("*2024-09-1*"))
    assert ask(store, "select count(*) from cases") == [1]


def test_one_defendant_over_time_is_one_case(store: Store) -> None:
    ingest(store, *ARTICLES.glob("*guzman*"))
    assert ask(store, "select count(distinct article_id) from case_articles group by case_id") == [2]


def test_namesakes_in_one_court_stay_two_cases(store: Store) -> None:
    ingest(store, *ARTICLES.glob("*whitlock*"))
    assert ask(store, "select count(*) from case_articles group by case_id") == [1, 1]
    assert len(ask(store, "select distinct slug from cases")) == 2


def test_order_of_arrival_does_not_decide_the_facts(tmp_path: Path, folder: Path) -> None:
    (folder / "a.txt").write_text(FIRST)
    (folder / "b.txt").write_text(SECOND)
    (folder / "c.txt").write_text(OTHER)
    found = []
    for name in ("abc", "cba", "bca"):
        with open_store(tmp_path / f"{name}.db", create=True) as store:
            for letter in name:
                ingest(store, folder / f"{letter}.txt")
            rulings = "select c.caption, r.date, disposition from rulings r join cases c on c.id = case_id"
            found.append(
                (sorted(ask(store, rulings)), sorted(ask(store, "select caption, status from cases")))
            )
    assert found[0] == found[1] == found[2]


def test_a_run_that_was_stopped_goes_on_where_it_stopped(tmp_path: Path) -> None:
    told = []
    for name, stops in (("whole", ()), ("parts", (1, 7, 20))):
        with open_store(tmp_path / f"{name}.db", create=True) as store:
            for stop in stops:
                asked = iter(range(stop))
                summary = ingest(store, ARTICLES, should_stop=lambda asked=asked: next(asked, None) is None)
                assert summary.interrupted
            summary = ingest(store, ARTICLES)
            assert not summary.interrupted
            told.append([ask(store, f"select * from {table}") for table in ("cases", "rulings", "hearings")])
    assert summary.unchanged
    assert told[0] == told[1]


def _tell(path: Path) -> list[str]:
    """All that a database holds, the times it was written at aside."""
    with sqlite3.connect(path) as db:
        return [
            re.sub(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?\+00:00", "now", line) for line in db.iterdump()
        ]


def test_two_processes_give_the_database_that_one_gives(cli: RunCasetrack, tmp_path: Path) -> None:
    for jobs in ("1", "2"):
        done = cli("--db", tmp_path / f"{jobs}.db", "ingest", "--jobs", jobs, ARTICLES)
        assert done.returncode == 0, done.stderr
    assert _tell(tmp_path / "1.db") == _tell(tmp_path / "2.db")


def test_a_file_that_looks_as_it_did_is_not_read_again_unless_asked(
    cli: RunCasetrack, tmp_path: Path
) -> None:
    story, database = tmp_path / "story.txt", tmp_path / "docket.db"
    old = "BOSTON, May 4, 2017 (Wire) - U.S. District Judge Ann Shore on Thursday denied Lee Park's motion."
    new = old.replace("denied", "barred")
    for text in (old, new):  # as many bytes, and the time set back: nothing shows that it changed
        story.write_text(text)
        os.utime(story, (1.5e9, 1.5e9))
        said = cli("--db", database, "ingest", story).stderr
    assert "0 added, 1 unchanged" in said
    assert "1 replaced" in cli("--db", database, "ingest", "--check-content", story).stderr
    story.write_text(new + " More.")
    assert "1 replaced" in cli("--db", database, "ingest", story).stderr
