"""The short form of every fault; `make soak` makes each in full and prints what was lost."""

from __future__ import annotations

import dataclasses
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.soak import bench as benches
from tests.soak.bench import Bench, LossError, check_whole, dump
from tests.soak.faults import FAULTS, try_fault
from tests.soak.hostile import (
    MILLS,
    RawInput,
    articles,
    extract_report,
    read_article,
    read_some,
    swell,
    swell_with,
)

TIMES = {"bytes through reading and extraction": 300}


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    return Bench.prepare(tmp_path_factory.mktemp("soak"), made_up=80)


@pytest.mark.parametrize("name", FAULTS)
def test_nothing_is_lost(bench: Bench, name: str) -> None:
    if not FAULTS[name].can():
        pytest.skip("only where this user may mount a file system")
    tally = try_fault(bench, name, FAULTS[name].short, seed=7)
    assert tally.lost == ()
    assert tally.struck or tally.tried == 1  # one try alone may find the run it was to meet already ended


@pytest.mark.parametrize("name", MILLS)
def test_hostile_input_neither_raises_nor_hangs(name: str) -> None:
    assert read_some((name, TIMES.get(name, 500), 7)) == []


@pytest.mark.parametrize("number", range(3))
def test_a_large_file_takes_no_more_memory_than_twenty_times_its_size(number: int) -> None:
    assert swell(number, seed=7) is None


def test_no_pattern_hangs_on_what_it_almost_matches() -> None:
    command = [sys.executable, "-m", "tests.soak.patterns", "--tries", "2", "--seed", "7"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == ""
    assert int(done.stderr.split()[0]) > 500


@pytest.mark.parametrize(
    "line", ["Q" * 1000, "Case" + " " * 5000, "More stories" + " " * 5000], ids=["capitals", "case", "more"]
)
def test_a_line_that_a_pattern_almost_matches_hangs_nothing(line: str) -> None:
    data = articles()[0] + b"\n\n" + line.encode() + b"\n"
    extract_report(read_article(RawInput("a.txt", line.encode() + b"\n" + data)))


SWELLING = {
    "days without a month's end": b"Jan. 0",
    "short sentences": b"The judge denied it. ",
    "bytes of no encoding": b"\xff\xfe",
    "breaks of all kinds": b"\r\r\n",
    "breaks that few know": b"\xe2\x80\xa8",
    "pictures": b"\xf0\x9f\x92\xa9",
    "names": b"Title: ",
    "one letter": b"a ",
}


@pytest.mark.parametrize("kind", SWELLING)
def test_an_article_that_goes_on_with_one_thing_does_not_swell(kind: str) -> None:
    assert swell_with(articles()[0], SWELLING[kind]) is None


def test_a_fault_that_loses_something_is_told(bench: Bench) -> None:
    """The checks can fail: a row that an undisturbed run gave is missed when it is gone."""
    rows = dump(bench.whole)
    rows["cases"] = [*rows["cases"], ("never read", "X v. Y")]
    blind = dataclasses.replace(bench, known={"whole": rows})
    assert "1 lost" in try_fault(blind, "kill -9 during ingest", 1, seed=7).lost[0]


DAMAGES = {
    "an article without one of its cases": "delete from case_articles where id = 3",
    "a text that is cut": "update articles set text = substr(text, 1, 100) where id = 2",
    "a reference to nothing": "pragma foreign_keys = off; delete from courts",
    "a search index that was not told": "insert into articles_fts(articles_fts) values ('delete-all')",
    "a ruling without a sentence": "delete from ruling_sources where ruling_id = 1",
}


@pytest.mark.parametrize("name", DAMAGES)
def test_the_check_of_a_whole_database_can_fail(bench: Bench, name: str) -> None:
    database = bench.copy(bench.whole, 0, "checked")
    assert check_whole(bench, database) == len(bench.reports)
    with sqlite3.connect(database) as db:
        db.executescript(DAMAGES[name])
    db.close()
    with pytest.raises((LossError, sqlite3.DatabaseError)):
        check_whole(bench, database)
    benches.remove([database])


def test_a_run_that_ends_otherwise_is_told(bench: Bench, tmp_path: Path) -> None:
    with pytest.raises(LossError, match="ended with 1"):
        bench.run("--db", tmp_path / "none.db", "cases").wait(0)
