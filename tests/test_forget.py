"""`forget` leaves no trace: not in tables, not in the search index, not in the bytes of the file."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, RunCasetrack

ARTICLES = ROOT / "data" / "articles"
GUZMAN = ("2017-05-04-guzman-stays-in-solitary.txt", "2017-05-05-guzman-lawyer-conflict-hearing.txt")


@pytest.fixture
def run(cli: RunCasetrack, tmp_path: Path) -> RunCasetrack:
    """The command on a database of three articles, which lie in `in/`."""
    (tmp_path / "in").mkdir()
    for name in (*GUZMAN, "2024-07-18-renwick-sentenced.txt"):
        shutil.copy(ARTICLES / name, tmp_path / "in")

    def on_database(*args: Any, **options: Any) -> Any:
        return cli("--db", "d.db", *args, **options)

    assert on_database("ingest", "-q", "in").returncode == 0
    return on_database


def ask(run: RunCasetrack, *args: str) -> Any:
    return json.loads(run(*args, "--format", "json").stdout)


def traces(folder: Path, word: str) -> list[str]:
    """Name the files of the database that hold a word, whatever table or free page it is in."""
    return [path.name for path in folder.glob("d.db*") if word.lower().encode() in path.read_bytes().lower()]


def test_a_case_is_forgotten_with_every_article_of_it(run: RunCasetrack, tmp_path: Path) -> None:
    run("alias", "guzman", "El Chapo case")
    run("merge", "guzman", "renwick")
    run("undo")
    run("set", "ruling:1", "movant=Guzman's lawyers")
    assert traces(tmp_path, "guzman")
    looked = run("forget", "guzman", "--dry-run")
    assert looked.returncode == 0
    assert len(ask(run, "articles")) == 3
    done = run("forget", "guzman", "--yes")
    assert (done.returncode, done.stdout) == (0, looked.stdout)
    assert traces(tmp_path, "guzman") == []
    assert traces(tmp_path, "solitary") == []
    captions = [case["caption"] for case in ask(run, "cases")]
    assert captions == ["United States v. Gantz", "United States v. Renwick"]
    assert ask(run, "search", "solitary") == []
    assert run("doctor").returncode == 0


def test_it_is_not_taken_in_again(run: RunCasetrack, tmp_path: Path) -> None:
    assert run("forget", f"in/{GUZMAN[0]}", "--yes").returncode == 0
    for args in (["in"], ["--check-content", "in"]):
        assert "0 added, 3 unchanged" in run("ingest", *args).stderr
    shutil.copy(tmp_path / "in" / GUZMAN[0], tmp_path / "in" / "copy.txt")
    assert "0 added" in run("ingest", "in").stderr
    assert len(ask(run, "articles")) == 2


def test_an_article_is_forgotten_and_its_case_lives_on(run: RunCasetrack, tmp_path: Path) -> None:
    run("set", "ruling:1", "date=2017-05-03")
    before = ask(run, "docket", "guzman")
    assert before["case"]["articles"] == 2
    assert run("forget", GUZMAN[1], "--yes").returncode == 0
    after = ask(run, "docket", "guzman")
    assert after["case"]["articles"] == 1
    assert traces(tmp_path, "Gowanus") == []  # the outlet of the other article
    rulings = {e["fact"]["uid"]: e["fact"]["date"] for e in after["entries"] if e["kind"] == "ruling"}
    assert "2017-05-03" in rulings.values()
    assert [row["lost"] for row in ask(run, "history")] == [None]


def test_a_merge_holds_what_is_left_of_it(run: RunCasetrack) -> None:
    run("split", "guzman", GUZMAN[1])
    ids = [str(case["id"]) for case in ask(run, "cases", "--sort", "id")]
    assert len(ids) == 4
    run("merge", *ids)
    assert len(ask(run, "cases")) == 1
    run("forget", GUZMAN[0], "--yes")
    (case,) = ask(run, "cases")
    assert case["articles"] == 2


def test_decisions_of_another_machine_bring_nothing_back(run: RunCasetrack, tmp_path: Path) -> None:
    run("set", "ruling:1", "movant=Guzman")
    run("alias", "renwick", "The Renwick case")
    text = run("decisions", "dump").stdout
    run("forget", "guzman", "--yes")
    run("undo")
    loaded = run("decisions", "load", "-", stdin=text)
    assert (loaded.returncode, traces(tmp_path, "guzman")) == (0, [])
    assert run("decisions", "load", "-", stdin=text.replace("The Renwick", "Another")).returncode == 0


STANHOPE = "2015_03_02_milwaukee_mistrial.txt"
TOUCHED = [
    pytest.param(("follow", "stanhope"), id="followed"),
    pytest.param(("add", "ruling", "stanhope", "disposition=denied", "--source", "phone"), id="entered"),
    pytest.param(("set", "stanhope", "caption=The Stanhope case"), id="renamed"),
    pytest.param(("drop", "hearing:1"), id="a hearing taken off"),
    pytest.param(("link", "stanhope", "renwick", "--related"), id="linked"),
    pytest.param(("merge", "renwick", "stanhope"), id="merged away"),
    pytest.param(("digest", "--mark"), id="told in a digest"),
]


@pytest.mark.parametrize(
    "then", [(), ("undo",), ("rebuild", "-q")], ids=lambda args: " ".join(args) or "as is"
)
@pytest.mark.parametrize("touch", TOUCHED)
def test_nothing_a_person_did_keeps_a_name(
    cli: RunCasetrack, tmp_path: Path, touch: tuple[str, ...], then: tuple[str, ...]
) -> None:
    """Whatever was done with a case before, its name is in no table, log or free page afterwards."""
    (tmp_path / "in").mkdir()
    shutil.copy(ARTICLES / STANHOPE, tmp_path / "in" / "a.txt")
    shutil.copy(ARTICLES / "2024-07-18-renwick-sentenced.txt", tmp_path / "in" / "b.txt")
    for args in (("ingest", "-q", "in"), touch, then):
        assert not args or cli("--db", "d.db", *args).returncode in (0, 4)  # a digest cannot be undone
    assert traces(tmp_path, "stanhope")
    assert cli("--db", "d.db", "forget", "in/a.txt", "--yes").returncode == 0
    assert traces(tmp_path, "stanhope") == []
    assert cli("--db", "d.db", "doctor").returncode == 0
    for args in (("digest",), ("follow",), ("history",), ("rebuild",), ("decisions", "dump")):
        assert cli("--db", "d.db", *args).returncode == 0
    assert traces(tmp_path, "stanhope") == []


def test_a_file_that_was_refused_first_is_named_no_more(cli: RunCasetrack, tmp_path: Path) -> None:
    (tmp_path / "vask.txt").write_text("", encoding="utf-8")
    assert cli("--db", "d.db", "ingest", "-q", "vask.txt").returncode == 3
    shutil.copy(ARTICLES / STANHOPE, tmp_path / "vask.txt")
    assert cli("--db", "d.db", "ingest", "-q", "vask.txt").returncode == 0
    assert cli("--db", "d.db", "forget", "article:vask.txt", "--yes").returncode == 0
    assert traces(tmp_path, "vask") == []


def test_a_follow_does_not_go_over_to_the_next_case(cli: RunCasetrack, tmp_path: Path) -> None:
    """The next case may get the id that was free."""
    for name in (STANHOPE, "2024-07-18-renwick-sentenced.txt"):
        shutil.copy(ARTICLES / name, tmp_path)
    on = ("--db", "d.db")
    cli(*on, "ingest", "-q", STANHOPE)
    cli(*on, "follow", "stanhope")
    (tmp_path / STANHOPE).write_text("The county fair opens today.\n", encoding="utf-8")
    cli(*on, "ingest", "-q", STANHOPE)
    cli(*on, "ingest", "-q", "2024-07-18-renwick-sentenced.txt")
    (followed,) = json.loads(cli(*on, "follow", "--json").stdout)
    assert (followed["caption"], followed["slug"]) == (None, "state-v-stanhope")
    assert cli(*on, "digest", "--followed", "--only", "cases").stdout == ""


REFUSED = [
    (("forget", "1", "--yes"), 2, "Say article:1 or case:1"),
    (("forget", "guzman"), 2, "then say --yes"),
    (("forget", "nobody", "--yes"), 4, "No case fits"),
    (("forget", "article:nothing.txt", "--yes"), 4, "No article fits"),
    (("forget", "case:99", "--yes"), 4, "No case fits"),
]


@pytest.mark.parametrize(("args", "code", "said"), REFUSED, ids=lambda value: str(value)[:30])
def test_what_is_not_clear_is_not_forgotten(
    run: RunCasetrack, args: tuple[str, ...], code: int, said: str
) -> None:
    done = run(*args)
    assert (done.returncode, done.stdout) == (code, "")
    assert said in done.stderr
    assert len(ask(run, "articles")) == 3


def test_a_number_with_its_kind(run: RunCasetrack) -> None:
    (article,) = (a for a in ask(run, "articles") if "renwick" in a["path"])
    assert run("forget", f"article:{article['id']}", "--yes").returncode == 0
    assert run("forget", "case:guzman", "-y").returncode == 0
    assert ask(run, "articles") == []
