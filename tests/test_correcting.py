"""The commands that correct: real runs on a real database, previewed, made, undone."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, RunCasetrack

ARTICLES = ROOT / "data" / "articles"
WHITLOCKS = ("2023-02-07-darnell-whitlock-held.txt", "2023-02-09-judith-whitlock-sentenced.txt")
GUZMAN = ("2017-05-04-guzman-stays-in-solitary.txt", "2017-05-05-guzman-lawyer-conflict-hearing.txt")


@pytest.fixture
def run(cli: RunCasetrack) -> RunCasetrack:
    """The command on a small database: two namesakes, and one case told twice."""
    assert cli("ingest", "-q", *(ARTICLES / name for name in (*WHITLOCKS, *GUZMAN))).returncode == 0
    return cli


def ask(run: RunCasetrack, *args: str) -> Any:
    done = run(*args, "--format", "json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def captions(run: RunCasetrack) -> list[tuple[int, str, int]]:
    return [(c["id"], c["caption"], c["articles"]) for c in ask(run, "cases", "--sort", "id")]


def docket(run: RunCasetrack, case: str = "guzman") -> dict[str, Any]:
    found: dict[str, Any] = ask(run, "docket", case)
    return found


def first_fact(run: RunCasetrack, kind: str) -> dict[str, Any]:
    return next(entry["fact"] for entry in docket(run)["entries"] if entry["kind"] == kind)


def test_a_merge_is_previewed_made_and_undone(run: RunCasetrack) -> None:
    before = captions(run)
    ids = [str(case[0]) for case in before if "Whitlock" in case[1]]
    slugs = [docket(run, case)["case"]["slug"] for case in ids]
    preview = run("merge", *ids, "--dry-run")
    assert (preview.returncode, captions(run)) == (0, before)
    assert "nothing was (--dry-run)" in preview.stderr
    assert ask(run, "history") == []
    made = run("merge", *ids, "--reason", "cousins, I thought")
    assert made.stdout == preview.stdout
    assert f"case {ids[1]} (People v. Whitlock): merged into case {ids[0]}" in made.stdout
    assert [case[2] for case in captions(run)] == [2, 2]
    assert {docket(run, name)["case"]["id"] for name in (*ids, *slugs)} == {int(ids[0])}  # old names lead on
    (decision,) = ask(run, "history")
    assert (decision["action"], decision["reason"], decision["undone_at"]) == (
        "merge",
        "cousins, I thought",
        None,
    )
    assert run("undo").returncode == 0
    assert captions(run) == before
    assert [docket(run, slug)["case"]["id"] for slug in slugs] == [int(case) for case in ids]
    assert ask(run, "history")[0]["undone_at"] is not None


def test_what_comes_later_joins_what_was_merged_against_the_evidence(cli: RunCasetrack) -> None:
    """Of two courts, one criminal case in each: the next article of either belongs to the one case."""
    first, later = ARTICLES / GUZMAN[0], ARTICLES / GUZMAN[1]
    cli("ingest", "-q", first, ARTICLES / WHITLOCKS[0])
    assert cli("merge", "guzman", "whitlock").returncode == 0
    cli("ingest", "-q", later)
    assert [case[2] for case in captions(cli)] == [3]
    assert cli("undo").returncode == 0
    assert sorted(case[2] for case in captions(cli)) == [1, 2]


def test_two_cases_that_one_article_tells_can_be_one(cli: RunCasetrack) -> None:
    cli("ingest", "-q", ARTICLES / "2022-08-26-conestoga-courthouse-notebook.txt")
    facts = [len(ask(cli, kind, *args)) for kind, *args in (("rulings",), ("hearings", "--all"))]
    (told,) = [len(article["cases"]) for article in ask(cli, "articles")]
    assert cli("merge", "commonwealth-v-pfautz", "commonwealth-v-zook").returncode == 0
    assert [len(article["cases"]) for article in ask(cli, "articles")] == [told - 1]
    assert [len(ask(cli, kind, *args)) for kind, *args in (("rulings",), ("hearings", "--all"))] == facts
    assert cli("rebuild").stdout == ""


def test_a_split_is_a_case_of_its_own(run: RunCasetrack) -> None:
    made = run("split", "guzman", GUZMAN[1])
    assert made.returncode == 0, made.stderr
    assert [case[1:] for case in captions(run) if "Guzm" in case[1]] == [
        ("United States v. Guzman", 1),
        ("United States v. Guzmán", 1),
    ]
    assert run("ingest", "-q", "--check-content", ARTICLES / GUZMAN[1]).returncode == 0
    assert len(captions(run)) == 4


EDITS: list[tuple[str, Sequence[str], str, str]] = [
    (
        "caption",
        ("set", "guzman", "caption=United States v. Guzman Loera"),
        "caption",
        "United States v. Guzman Loera",
    ),
    ("court", ("set", "case:guzman", "court=Southern District of New York"), "court_id", "nysd"),
    ("court-of-our-own", ("set", "guzman", "court=Moot Court"), "court_id", "x-moot-court"),
    ("court-of-a-state", ("set", "guzman", "court=cal"), "court_id", "cal"),
    ("court-by-id", ("set", "guzman", "court=nysd"), "court_id", "nysd"),
    ("status", ("set", "guzman", "status=decided"), "status", "decided"),
]


@pytest.mark.parametrize(("args", "key", "expected"), [e[1:] for e in EDITS], ids=[e[0] for e in EDITS])
def test_fields_of_a_case(run: RunCasetrack, args: Sequence[str], key: str, expected: str) -> None:
    before = docket(run)["case"][key]
    assert run(*args).returncode == 0
    assert docket(run)["case"][key] == expected
    assert run("undo").returncode == 0
    assert docket(run)["case"][key] == before


def test_fields_of_a_fact(run: RunCasetrack) -> None:
    ruling = first_fact(run, "ruling")
    ref = f"ruling:{ruling['id']}"
    made = run("set", ref, "date=2017-05-03", "disposition=granted in part")
    assert f"{ref.replace(':', ' ')} of case" in made.stdout
    after = ask(run, "show", *ref.split(":"))["fact"]
    assert (after["date"], after["disposition"]) == ("2017-05-03", "granted_in_part")
    assert after["corrected"] == ["date", "disposition"]
    assert (after["uid"], after["sources"]) == (ruling["uid"], ruling["sources"])
    assert "date, disposition set by a person" in " ".join(run("docket", "guzman").stdout.split())
    assert [row["action"] for row in ask(run, "history", ref)] == ["set"]
    run("undo")
    assert ask(run, "show", *ref.split(":"))["fact"] == ruling


def test_a_fact_that_is_wrong(run: RunCasetrack) -> None:
    hearing = first_fact(run, "hearing")
    assert run("drop", "hearing", str(hearing["id"])).returncode == 0
    assert [entry["kind"] for entry in docket(run)["entries"]] == ["ruling", "ruling"]
    assert run("ingest", "-q", "--check-content", ARTICLES).returncode == 0
    assert "hearing" not in [entry["kind"] for entry in docket(run)["entries"]]
    run("undo")
    assert first_fact(run, "hearing")["uid"] == hearing["uid"]


def test_a_fact_that_no_article_tells(run: RunCasetrack) -> None:
    args = ("add", "hearing", "guzman", "type=sentencing", "date=2017-09-14", "time=9:30")
    assert run(*args).returncode == 2  # --source is missing
    assert run(*args, "--source", "court calendar").returncode == 0
    (added,) = (e["fact"] for e in docket(run)["entries"] if e["fact"].get("type") == "sentencing")
    assert (added["time"], added["entered"], added["sources"]) == ("09:30", "court calendar", [])
    assert "entered by a person: court calendar" in " ".join(run("docket", "guzman").stdout.split())
    assert "court calendar" in run("show", "hearing", str(added["id"])).stdout
    for args in (("agenda", "2017-09"), ("hearings", "--all", "--ics"), ("hearings", "--all", "--csv")):
        shown = run(*args).stdout.replace("\r\n ", "")
        assert "court calendar" in " ".join(shown.split())
    assert run("doctor", "--fix").returncode == 0
    ref = f"hearing:{added['id']}"
    assert run("set", ref, "status=held").returncode == 0
    assert ask(run, "show", *ref.split(":"))["fact"]["status"] == "held"
    assert [row["action"] for row in ask(run, "history", ref)] == ["add", "set"]
    assert run("drop", ref).returncode == 0
    assert "sentencing" not in run("docket", "guzman").stdout


def unfold(text: str) -> str:
    """Give the words of a picture, a calendar or a narrow column on one line."""
    text = text.replace("\r", "")
    plain = text.replace("\n ", "") if text.startswith("BEGIN:VCALENDAR") else text.replace("&#160;", " ")
    return " ".join(plain.split()).lower()


SHOWN = [
    pytest.param(("docket", "guzman"), id="docket"),
    pytest.param(("docket", "guzman", "--format", "html"), id="a page"),
    pytest.param(("docket", "guzman", "--format", "markdown"), id="markdown"),
    pytest.param(("docket", "guzman", "--format", "svg"), id="a picture"),
    pytest.param(("timeline", "guzman"), id="timeline"),
    pytest.param(("timeline", "guzman", "--format", "svg"), id="a picture of a timeline"),
    pytest.param(("agenda", "2017-09"), id="agenda"),
    pytest.param(("hearings", "--all"), id="hearings"),
    pytest.param(("digest",), id="digest"),
    pytest.param(("digest", "--format", "html"), id="a page of a digest"),
    pytest.param(("hearings", "--all", "--ics"), id="a calendar"),
    pytest.param(("show", "hearing", "{entered}"), id="show"),
]


@pytest.mark.parametrize("args", SHOWN)
def test_wherever_a_fact_shows_it_says_that_a_person_entered_it(
    run: RunCasetrack, args: tuple[str, ...]
) -> None:
    added = ("type=sentencing", "date=2017-09-14", "--source", "a note")
    run("add", "hearing", "guzman", *added)
    (entered,) = (row["id"] for row in ask(run, "hearings", "--all") if row["entered"])
    shown = run(*(word.format(entered=entered) for word in args), env={"COLUMNS": "160"})
    assert shown.returncode == 0
    said = unfold(shown.stdout)
    assert "entered by a person" in said
    assert "a note" in said


MARKED = [("timeline", "guzman"), ("docket", "guzman"), ("agenda", "2017-05"), ("hearings", "--all", "--ics")]


@pytest.mark.parametrize("args", MARKED, ids=" ".join)
def test_wherever_a_fact_shows_it_says_what_a_person_set(run: RunCasetrack, args: tuple[str, ...]) -> None:
    run("set", f"hearing:{first_fact(run, 'hearing')['id']}", "time=09:15")
    said = unfold(run(*args, env={"COLUMNS": "160"}).stdout)
    assert "time set by a person" in said or "set by a person: time" in said


def test_a_name_of_its_own(run: RunCasetrack) -> None:
    assert run("docket", "chapo tunnel").returncode == 4
    assert run("alias", "guzman", "The Chapo Tunnel case").returncode == 0
    assert "The Chapo Tunnel case" in docket(run, "chapo tunnel")["names"]


LINKS = [
    ("--appeal-of", "appeal_of", "appealed_in", "Appeal of"),
    ("--related", "related", "related", "Related to"),
    ("--companion", "companion", "companion", "Companion"),
]


@pytest.mark.parametrize(("option", "there", "back", "label"), LINKS)
def test_cases_that_hang_together(run: RunCasetrack, option: str, there: str, back: str, label: str) -> None:
    first, second = (str(case[0]) for case in captions(run) if "Whitlock" in case[1])
    made = run("link", first, second, option)
    assert made.returncode == 0, made.stderr
    assert [(link["kind"], link["id"]) for link in docket(run, first)["links"]] == [(there, int(second))]
    assert [(link["kind"], link["id"]) for link in docket(run, second)["links"]] == [(back, int(first))]
    assert label in run("docket", first).stdout
    assert run("merge", "guzman", second).returncode == 0  # the tie goes where the case goes
    assert [link["caption"] for link in docket(run, first)["links"]] == ["United States v. Guzman"]
    run("undo")
    run("undo")
    assert docket(run, first)["links"] == []


CREEK = ("2021-06-04-copper-creek-suit-filed.txt", "2021-10-07-big-sky-public-radio-copper-creek.txt")
THEN = [
    pytest.param((), "appeal_of", "appealed_in", id="read"),
    pytest.param(("link", "{above}", "{below}", "--appeal-of"), "appeal_of", "appealed_in", id="said so"),
    pytest.param(("link", "{below}", "{above}", "--related"), "related", "related", id="said otherwise"),
    pytest.param(("link", "{above}", "{below}", "--not-same"), None, None, id="said not"),
]


@pytest.mark.parametrize("option", ["--appeal-of", "--related", "--companion", "--not-same"])
def test_what_is_linked_is_two_cases_whatever_else_is_told(cli: RunCasetrack, option: str) -> None:
    """Two articles of one case were taken for two: nothing that comes later makes one of them again."""
    cli("ingest", "-q", *(ARTICLES / name for name in GUZMAN))
    cli("split", "guzman", GUZMAN[1])
    cli("link", *(str(case["id"]) for case in ask(cli, "cases")), option)
    cli("undo", "1")
    cli("rebuild", "-q")
    assert [case["articles"] for case in ask(cli, "cases")] == [1, 1]
    assert cli("merge", *(str(case["id"]) for case in ask(cli, "cases"))).returncode == 0
    assert [case["articles"] for case in ask(cli, "cases")] == [2]


@pytest.mark.parametrize(("then", "down", "up"), THEN)
def test_a_docket_shows_an_appeal_until_a_person_says_otherwise(
    cli: RunCasetrack, then: tuple[str, ...], down: str | None, up: str | None
) -> None:
    """A court of appeals says of the judge below that she was right: its case and hers are linked by that."""
    cli("ingest", "-q", *(ARTICLES / name for name in CREEK))
    levels = {case["court_level"]: str(case["id"]) for case in ask(cli, "cases")}
    above, below = levels["appeals"], levels["trial"]

    def links() -> list[list[tuple[str, bool]]]:
        ends = (docket(cli, case)["links"] for case in (above, below))
        return [[(link["kind"], bool(link["evidence"])) for link in end] for end in ends]

    read = [[("appeal_of", True)], [("appealed_in", True)]]
    assert links() == read
    if then:
        assert cli(*(word.format(above=above, below=below) for word in then)).returncode == 0
        said = [[(kind, False)] if kind else [] for kind in (down, up)]
        assert links() == said
        assert ("linked by a person" in " ".join(cli("docket", above).stdout.split())) is bool(down)
        cli("rebuild", "-q")
        cli("ingest", "-q", ARTICLES)
        assert links() == said
        cli("undo")
    assert links() == read
    assert "linked by a person" not in cli("docket", above).stdout
    assert ask(cli, "review", "list", "--doubt", "match") == []


def test_two_that_are_not_the_same(run: RunCasetrack) -> None:
    ids = [str(case[0]) for case in captions(run) if "Whitlock" in case[1]]
    assert run("link", *ids, "--not-same").returncode == 0
    assert ask(run, "why", *ids)["reason"] == "a person keeps them apart"
    assert run("merge", *ids).returncode == 0  # a later decision outweighs it
    assert len(captions(run)) == 2


WRONG = [
    (("merge", "guzman"), 2, "OTHER"),
    (("merge", "guzman", "guzman"), 2, "are one case already"),
    (("merge", "guzman", "nobody"), 4, "No case fits 'nobody'"),
    (("merge", "whitlock", "guzman"), 4, "2 cases fit 'whitlock'"),
    (("split", "guzman", WHITLOCKS[0]), 2, "does not report case"),
    (("split", "guzman", *GUZMAN), 2, "all the articles of case"),
    (("split", "guzman", "no.txt"), 4, "No article fits"),
    (("link", "guzman", "1"), 2, "Give one of --appeal-of"),
    (("link", "guzman", "1", "--related", "--companion"), 2, "Give one of --appeal-of"),
    (("alias", "guzman", "  "), 2, "at least one letter"),
    (("set", "guzman"), 2, "and then FIELD=VALUE"),
    (("set", "caption=x"), 2, "and then FIELD=VALUE"),
    (("set", "guzman", "caption=United", "States"), 2, "'States' is no FIELD=VALUE"),
    (("set", "guzman", "caption=a", "caption=b"), 2, "is given twice"),
    (
        ("set", "guzman", "court=nyde"),
        2,
        "No court has the id 'nyde'; near it are nyed (U.S. District Court for",
    ),
    (("set", "guzman", "court=zzzzz"), 2, "No court has the id 'zzzzz'; name a court by its id, or in more"),
    (("set", "ruling:1", "disposition=refused"), 2, "is not one of granted, denied"),
    (("set", "ruling:99", "date=2017"), 4, "No ruling 99"),
    (("set", "ruling:x", "date=2017"), 4, "'x' is no id of a ruling"),
    (("drop", "guzman"), 2, "is no ruling:N or hearing:N"),
    (("add", "ruling", "guzman", "date=2017", "--source", "s"), 2, "needs its disposition"),
    (("add", "ruling", "ruling:1", "disposition=denied", "--source", "s"), 2, "is added to a case"),
    (("add", "verdict", "guzman", "x=y", "--source", "s"), 2, "is not one of ruling, hearing"),
    (("undo",), 4, "no decision to undo"),
    (("undo", "7"), 4, "No decision 7"),
    (("history", "nobody"), 4, "No case fits"),
]


@pytest.mark.parametrize(("args", "code", "said"), WRONG, ids=lambda value: str(value)[:40])
def test_what_cannot_be_done_changes_nothing(
    run: RunCasetrack, args: Sequence[str], code: int, said: str
) -> None:
    done = run(*args)
    assert (done.returncode, done.stdout) == (code, ""), done.stderr
    assert said in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr
    assert ask(run, "history") == []


def test_what_is_undone_cannot_be_undone_again(run: RunCasetrack) -> None:
    run("alias", "guzman", "A")
    run("alias", "guzman", "B")
    assert run("undo", "1").returncode == 0
    assert docket(run)["names"][-1] == "B"
    assert run("undo", "1").returncode == 2


def test_a_database_that_is_not_there_is_not_made(cli: RunCasetrack) -> None:
    assert cli("merge", "1", "2").returncode == 1
    assert cli("merge", "1", "2").stderr.startswith("Error: There is no database")


def test_a_corrected_story_keeps_what_was_decided(cli: RunCasetrack, tmp_path: Path) -> None:
    """Its file has another hash, its sentences other places; another story in the file is another story."""
    path = tmp_path / "story.txt"
    text = (ARTICLES / GUZMAN[0]).read_text(encoding="utf-8")
    path.write_text(text, encoding="utf-8")
    cli("ingest", "-q", path)
    cli("alias", "guzman", "El Chapo case")
    cli("set", "ruling:1", "movant=Guzman")
    assert cli("history", "--json").stdout.count('"lost": null') == 2
    path.write_text(text.replace("drug kingpin", "kingpin"), encoding="utf-8")
    assert "1 replaced" in cli("ingest", path).stderr
    assert [row["lost"] for row in ask(cli, "history")] == [None, None]
    assert "El Chapo case" in docket(cli)["names"]
    assert "Guzman" in [entry["fact"].get("movant") for entry in docket(cli)["entries"]]
    path.write_text((ARTICLES / WHITLOCKS[0]).read_text(encoding="utf-8"), encoding="utf-8")
    assert "Decisions without effect: 2;" in cli("ingest", path).stderr
    assert {row["lost"] for row in ask(cli, "history")} == {"none of its articles is here"}
    path.write_text(text.replace("drug kingpin", "kingpin"), encoding="utf-8")
    cli("ingest", "-q", path)
    assert [row["lost"] for row in ask(cli, "history")] == [None, None]
