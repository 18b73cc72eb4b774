"""What a person follows, and what is new since then: told once, as it stands, and marked when written."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from conftest import RunCasetrack
from made_reports import HEARING, RULING, report, take
from markdown_it import MarkdownIt

from casetrack.cli import digest as cli_digest
from casetrack.errors import NotFoundError, UsageError
from casetrack.models import Hearing, Ruling
from casetrack.render.digest import NOUNS, TITLES
from casetrack.store import Store, open_store
from casetrack.store.day_rows import SECTIONS, Digest
from casetrack.store.digest import NEWS, Span, Wanted, read_bookmark, read_digest, set_bookmark
from casetrack.store.follows import follow_case, follow_query, followed_cases, list_follows, unfollow
from casetrack.store.place import Written, set_constraints
from casetrack.store.rows import Filters
from casetrack.store.write import derive_all, drop_article, settle

MONDAY, TUESDAY, WEDNESDAY = (f"2024-05-{day:02}T08:00:00+00:00" for day in (6, 7, 8))
Fact = Hearing | Ruling


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(tmp_path / "a.db", create=True)


def told(digest: Digest) -> list[tuple[str, str, str | None]]:
    return [(entry.section, entry.what, entry.fact.date if entry.fact else None) for entry in digest.entries]


def news(store: Store, since: str | None = TUESDAY, **wanted: Any) -> list[tuple[str, str, str | None]]:
    return told(read_digest(store, Span(since=since), Wanted(**wanted)))


MOVED = replace(HEARING, date="2024-06-10", moved_from="2024-06-03")
AGAIN = replace(HEARING, date="2024-06-17", moved_from="2024-06-10")
OFF = replace(HEARING, status="cancelled")
NEXT = [
    pytest.param([], [MOVED], [("moved", "moved", "2024-06-10")], id="moved"),
    pytest.param([], [MOVED, AGAIN], [("moved", "moved", "2024-06-17")], id="moved twice is told once"),
    pytest.param([], [replace(HEARING, time="09:30")], [("moved", "moved", "2024-06-03")], id="an hour"),
    pytest.param([], [OFF], [("cancelled", "cancelled", "2024-06-03")], id="cancelled"),
    pytest.param([], [replace(HEARING, status="postponed")], [("cancelled", "postponed", "2024-06-03")],
                 id="postponed"),
    pytest.param([], [replace(HEARING, status="held")], [("held", "held", "2024-06-03")], id="held"),
    pytest.param([], [replace(HEARING, location="4B")], [], id="a room is too small to be told"),
    pytest.param([], [HEARING], [], id="the same again is no news"),
    pytest.param([], [RULING], [("rulings", "new", "2024-05-06")], id="a ruling"),
    pytest.param([], [replace(HEARING, type="trial", date="2024-09-09", start=100, end=130)],
                 [("set", "new", "2024-09-09")], id="another hearing set"),
    pytest.param([], [replace(HEARING, type="plea", status="held", start=100, end=130)],
                 [("held", "held", "2024-06-03")], id="one that is known only once it was held"),
]  # fmt: skip


@pytest.mark.parametrize(("known", "later", "expected"), NEXT)
def test_what_became_of_a_hearing(
    store: Store, known: Sequence[Fact], later: Sequence[Fact], expected: list[tuple[str, str, str]]
) -> None:
    take(store, report("2024-05-06", HEARING, *known), at=MONDAY)
    for number, fact in enumerate(later):
        take(store, report(f"2024-05-{7 + number:02}", fact), at=TUESDAY)
    assert news(store) == expected


def test_a_new_case_with_all_that_is_new_about_it(store: Store) -> None:
    take(store, report("2024-05-06", HEARING, RULING), at=MONDAY)
    everything = [("cases", "new", None), ("rulings", "new", "2024-05-06"), ("set", "new", "2024-06-03")]
    assert news(store, None) == everything
    assert news(store, None, sections=("rulings", "moved")) == everything[1:2]
    assert news(store) == []


def test_set_and_gone_within_the_span_is_nothing_and_gone_later_is_told(store: Store) -> None:
    take(store, report("2024-05-06", HEARING), report("2024-05-07", RULING), at=MONDAY)
    written = Written(at=TUESDAY, origin="ingest")
    with store.write() as db:
        drop_article(db, 1, written)
        settle(db, written)
    assert news(store) == [("withdrawn", "gone", None)]
    (entry,) = read_digest(store, Span(since=TUESDAY), Wanted()).entries
    assert (entry.caption, entry.before and entry.before["date"]) == ("United States v. Quill", "2024-06-03")
    assert ("set", "new", "2024-06-03") not in news(store, None)


def test_a_back_run_tells_what_was_known_then(store: Store) -> None:
    take(store, report("2024-05-06", HEARING), at=MONDAY)
    take(store, report("2024-05-07", MOVED), at=TUESDAY)
    monday = read_digest(store, Span(before=TUESDAY), Wanted())
    assert told(monday) == [("cases", "new", None), ("set", "new", "2024-06-03")]
    assert monday.last_change == 2
    assert told(read_digest(store, Span(after=monday.last_change), Wanted())) == [
        ("moved", "moved", "2024-06-10")
    ]


def test_a_rebuild_is_no_news(store: Store) -> None:
    take(store, report("2024-05-06", HEARING), at=MONDAY)
    with store.write() as db:
        db.execute("update hearings set uid = null")
        db.execute("delete from known_facts")
        derive_all(db)
    assert news(store) == []


def test_a_case_merged_away_is_not_new(store: Store) -> None:
    take(store, report("2024-05-06", HEARING), at=MONDAY)
    take(store, report("2024-05-07", RULING, name="Al Orr"), at=TUESDAY)
    pair = tuple(row[0] for row in store.db.execute("select id from case_articles order by id"))
    written = Written(at=WEDNESDAY, origin="edit")
    with store.write() as db:
        set_constraints(db, [pair], [], written)
        settle(db, written)
    assert [section for section, *_ in news(store)] == ["rulings"]


FILTERS = [
    ({"include": Filters(court="wied")}, 3),
    ({"include": Filters(court="nyed")}, 0),
    ({"include": Filters(disposition="denied")}, 1),
    ({"include": Filters(type="sentencing")}, 1),
    ({"exclude": (Filters(disposition="denied"),)}, 2),
    ({"exclude": (Filters(kind="criminal"),)}, 0),
    ({"exclude": (Filters(court="nyed"), Filters(type="sentencing"))}, 2),
    ({"include": Filters(judge="orbach"), "exclude": (Filters(party="quill"),)}, 0),
    ({"followed": True}, 0),
]


@pytest.mark.parametrize(("wanted", "left"), FILTERS, ids=lambda value: str(value)[:60])
def test_filters(store: Store, wanted: dict[str, Any], left: int) -> None:
    take(store, report("2024-05-06", HEARING, RULING), at=MONDAY)
    assert len(news(store, None, **wanted)) == left


def test_a_bookmark_is_where_the_last_digest_ended(store: Store) -> None:
    take(store, report("2024-05-06", HEARING), at=MONDAY)
    assert read_bookmark(store) == (0, None)
    set_bookmark(store, read_digest(store, Span(), Wanted()).last_change, at=MONDAY)
    assert read_bookmark(store) == (2, MONDAY)
    assert read_bookmark(store, "desk") == (0, None)
    take(store, report("2024-05-07", MOVED), at=MONDAY)  # the same instant: the number tells them apart
    assert told(read_digest(store, Span(after=2), Wanted())) == [("moved", "moved", "2024-06-10")]


def test_what_is_followed_is_told_with_its_notes(store: Store) -> None:
    take(store, report("2024-05-06", HEARING), report("2024-05-06", RULING, name="Bruno Vask"), at=MONDAY)
    follow_case(store, "quill", "call the lawyer")
    follow_query(store, "ada", "the sister")
    found = read_digest(store, Span(), Wanted(followed=True)).entries
    assert {(entry.caption, entry.notes) for entry in found} == {
        ("United States v. Quill", ("call the lawyer", "the sister"))
    }
    every = read_digest(store, Span(), Wanted()).entries
    assert [entry.followed for entry in every if entry.section == "cases"] == [True, False]


def test_a_followed_case_is_followed_through_a_merge(store: Store) -> None:
    take(store, report("2024-05-06", HEARING), report("2024-05-07", RULING, name="Al Orr"), at=MONDAY)
    follow_case(store, "orr", None)
    pair = tuple(row[0] for row in store.db.execute("select id from case_articles order by id"))
    written = Written()
    with store.write() as db:
        set_constraints(db, [pair], [], written)
        settle(db, written)
    assert len(followed_cases(store)) == 1
    (row,) = list_follows(store)
    assert row.caption == store.db.execute("select caption from cases").fetchone()[0]


def test_following_again_changes_the_note_and_unfollowing_ends_it(store: Store) -> None:
    take(store, report("2024-05-06", HEARING), at=MONDAY)
    assert follow_case(store, "1", "a").id == follow_case(store, "quill", "b").id
    assert follow_query(store, "  ada  quill ", None).id == follow_query(store, "ada quill", None).id
    assert [(row.query, row.note, row.cases) for row in list_follows(store)] == [
        (None, "b", 1),
        ("ada quill", None, 1),
    ]
    assert unfollow(store, case="quill").caption == "United States v. Quill"
    assert unfollow(store, query="ada quill").query == "ada quill"
    for wrong in ({"case": "quill"}, {"query": "ada"}):
        with pytest.raises(NotFoundError, match="is not followed"):
            unfollow(store, **wrong)
    with pytest.raises(UsageError):
        follow_query(store, "...", None)


STORY = """\
MILWAUKEE (CN) — A federal judge on Monday ordered Ada Quill, 34, held without bail on fraud charges.

U.S. District Judge Lena Orbach set sentencing for {day}.
"""
CALM = ("--as-of", "2024-05-06")


@pytest.fixture
def first_day(cli: RunCasetrack, tmp_path: Path) -> RunCasetrack:
    (tmp_path / "2024-05-06-a.txt").write_text(STORY.format(day="June 3"), encoding="utf-8")
    assert cli(*CALM, "ingest", "-q", "2024-05-06-a.txt").returncode == 0
    return cli


def test_following_nothing_says_how_to_follow(first_day: RunCasetrack) -> None:
    none = first_day("follow", "--exit-code")
    assert (none.returncode, none.stdout) == (5, "")
    assert none.stderr.startswith("Nothing is followed yet: follow a case with `casetrack follow CASE`")
    assert first_day("follow", "--format", "json").stdout == "[]\n"
    assert first_day("follow", "quill").returncode == 0
    shown = first_day("follow", "--exit-code")
    assert (shown.returncode, "Quill" in shown.stdout, shown.stderr) == (0, True, "")


def test_nothing_new_is_no_output(first_day: RunCasetrack) -> None:
    for form in ("text", "markdown", "html", "json"):
        assert first_day("digest", *CALM, "--format", form).stdout
    assert first_day("digest", *CALM, "--mark").stdout.startswith("What is known\n1 new case, 1 ruling, ")
    for form in ("text", "markdown", "html", "json"):
        done = first_day("digest", *CALM, "--format", form, "--exit-code")
        assert (done.returncode, done.stdout, done.stderr) == (5, "", "")
    assert first_day("digest", *CALM).returncode == 0


def test_every_format_tells_the_same(first_day: RunCasetrack) -> None:
    found = json.loads(first_day("digest", *CALM, "--format", "json").stdout)
    assert [entry["section"] for entry in found["entries"]] == ["cases", "rulings", "set"]
    plain = first_day("digest", *CALM).stdout
    page = first_day("digest", *CALM, "--format", "html").stdout
    markdown = MarkdownIt("commonmark").render(first_day("digest", *CALM, "--format", "markdown").stdout)
    for text in (plain, page, markdown):
        for said in ("New cases", "Hearings set", "United States v. Quill", "2024-06-03", "sentencing"):
            assert said in text
    assert max(map(len, plain.splitlines())) <= 80


def test_the_bookmark_moves_only_after_all_is_written(
    first_day: RunCasetrack, cli_env: dict[str, str], tmp_path: Path
) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    command = [sys.executable, "-m", "casetrack", "digest", *CALM, "--mark"]
    with Path("/dev/full").open("w") as full:
        failed = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, env=cli_env, cwd=tmp_path)
    assert failed.returncode == 1
    assert first_day("digest", *CALM, "--mark").stdout.startswith("What is known\n")
    assert first_day("digest", *CALM, "--mark").stdout == ""


def test_since_when(first_day: RunCasetrack, tmp_path: Path) -> None:
    (tmp_path / "2024-05-08-b.txt").write_text(
        STORY.format(day="June 10").replace("Monday", "Wednesday"), encoding="utf-8"
    )
    first_day("ingest", "-q", "2024-05-08-b.txt", "--as-of", "2024-05-08")
    titles = {
        when: first_day("digest", "--since", when, "--as-of", "2024-05-08").stdout.partition("\n")[0]
        for when in ("last", "2024-05-07", "today", "3d", "24h", "2024-05")
    }
    assert titles == {
        "last": "What is known",
        "2024-05-07": "What is new since Tuesday 7 May 2024",
        "today": "What is new since Wednesday 8 May 2024",
        "3d": "What is new since Sunday 5 May 2024",
        "24h": "What is new since Tuesday 7 May 2024",
        "2024-05": "What is new since Wednesday 1 May 2024",
    }
    assert "New cases" not in first_day("digest", "--since", "today", "--as-of", "2024-05-08").stdout
    assert first_day("digest", "--since", "1h", "--as-of", "2024-05-07").stdout == ""
    assert first_day("digest", "--since", "tomorrow", *CALM).stdout == ""


@pytest.mark.parametrize("zone", ["America/New_York", "Pacific/Auckland"])
def test_a_day_is_one_of_the_place(cli: RunCasetrack, tmp_path: Path, zone: str) -> None:
    """What was read in on a day is new that day, however far its midnight is from that of Greenwich."""
    (tmp_path / "2024-05-06-a.txt").write_text(STORY.format(day="June 3"), encoding="utf-8")
    cli("ingest", "-q", "2024-05-06-a.txt", *CALM, env={"TZ": zone})
    told = [
        bool(cli("digest", "--since", since, "--as-of", today, env={"TZ": zone}).stdout)
        for since, today in (("today", "2024-05-06"), ("today", "2024-05-05"), ("2024-05-07", "2024-05-08"))
    ]
    assert told == [True, False, False]


def test_the_sections_that_can_be_asked_for_are_those_there_are() -> None:
    assert cli_digest.SECTIONS == SECTIONS
    assert {section for news in NEWS.values() for section in news.values()} == {*SECTIONS} - {"cases", "due"}
    assert TITLES.keys() == NOUNS.keys() == {*SECTIONS}


LATE = STORY.format(day="June 20").replace("Ada Quill, 34", "Bruno Vask, 51")
DUE = [
    pytest.param((), "2024-06-03", [], id="on its day a hearing is not over"),
    pytest.param((), "2024-06-04", [("Quill", "passed", 1)], id="the day after"),
    pytest.param(("--since", "today"), "2024-06-04", [("Quill", "passed", 1)], id="due today"),
    pytest.param(("--since", "today"), "2024-06-05", [], id="due yesterday"),
    pytest.param(("--since", "24h"), "2024-06-04", [("Quill", "passed", 1)], id="24 hours back"),
    pytest.param(("--since", "24h"), "2024-06-05", [], id="more than 24 hours back"),
    pytest.param((), "2024-06-30", [("Quill", "passed", 27)], id="due since the bookmark"),
    pytest.param(("--only", "set"), "2024-06-30", [], id="another section"),
    pytest.param(("--followed",), "2024-06-30", [], id="of a case that is not followed"),
    pytest.param(("--type", "sentencing"), "2024-06-30", [("Quill", "passed", 27)], id="of its type"),
    pytest.param(("--type", "trial"), "2024-06-30", [], id="of another type"),
    pytest.param(("--exclude", "court=wied"), "2024-06-30", [], id="of a court left out"),
]


def due(run: RunCasetrack, *args: str) -> list[tuple[str, str, int]]:
    news = run("digest", "--format", "json", *args).stdout
    entries = json.loads(news)["entries"] if news else []
    return [(e["caption"].split()[-1], e["what"], e["days"]) for e in entries if e["section"] == "due"]


@pytest.mark.parametrize(("args", "day", "expected"), DUE)
def test_a_hearing_is_to_be_asked_after_when_its_day_is_over(
    first_day: RunCasetrack, args: tuple[str, ...], day: str, expected: list[tuple[str, str, int]]
) -> None:
    first_day("digest", *CALM, "--mark")
    assert due(first_day, *args, "--as-of", day) == expected


def test_what_is_due_is_told_once_and_no_more_when_it_is_answered(
    first_day: RunCasetrack, tmp_path: Path
) -> None:
    first_day("digest", *CALM, "--mark")
    told = first_day("digest", "--as-of", "2024-06-04", "--mark", "--exit-code")
    assert told.returncode == 0
    said = " ".join(told.stdout.split())
    assert "1 follow-up due" in said
    assert "1 day ago; no article tells what came of it" in said
    assert first_day("digest", "--as-of", "2024-06-05", "--exit-code").returncode == 5
    sentence = "MILWAUKEE (CN) — A federal judge on Monday sentenced Ada Quill, 34, to two years for fraud.\n"
    (tmp_path / "2024-06-06-c.txt").write_text(sentence, encoding="utf-8")
    first_day("ingest", "-q", "2024-06-06-c.txt", "--as-of", "2024-06-06")
    assert due(first_day, "--since", "2024-05-07", "--as-of", "2024-06-06") == []


def test_a_case_fallen_silent_is_told_on_the_day_it_has(first_day: RunCasetrack, tmp_path: Path) -> None:
    (tmp_path / "2024-05-06-b.txt").write_text(LATE, encoding="utf-8")
    first_day("ingest", "-q", "2024-05-06-b.txt", *CALM)
    assert [due(first_day, "--since", "today", "--as-of", f"2024-06-{day:02}") for day in (4, 5, 6)] == [
        [("Quill", "passed", 1)],
        [("Vask", "silent", 30)],
        [],
    ]
    printed = " ".join(first_day("digest", "--since", "today", "--as-of", "2024-06-05").stdout.split())
    assert "no article for 30 days; waits for sentencing on 2024-06-20" in printed


def test_a_hearing_heard_of_only_after_its_day_is_due_at_once(
    first_day: RunCasetrack, tmp_path: Path
) -> None:
    first_day("digest", "--as-of", "2024-07-15", "--mark")
    (tmp_path / "2024-05-06-b.txt").write_text(LATE, encoding="utf-8")
    first_day("ingest", "-q", "2024-05-06-b.txt", "--as-of", "2024-07-16")
    assert due(first_day, "--as-of", "2024-07-16", "--mark") == [("Vask", "passed", 26)]
    assert due(first_day, "--as-of", "2024-07-17") == []


def test_what_a_person_took_off_is_not_said_to_be_the_articles_doing(first_day: RunCasetrack) -> None:
    first_day("digest", *CALM, "--mark")
    first_day("drop", "hearing:1", *CALM)
    found = json.loads(first_day("digest", *CALM, "--format", "json").stdout)
    assert [(e["section"], e["origin"]) for e in found["entries"]] == [("withdrawn", "edit")]
    assert "hearing, taken off by a decision" in " ".join(first_day("digest", *CALM).stdout.split())
    first_day("undo", *CALM)
    assert first_day("digest", *CALM).stdout == ""


USAGE = [
    (("digest", "--since", "soonish"), "is not a day such as"),
    (("digest", "--exclude", "nyed"), "is not like court=nyed"),
    (("digest", "--exclude", "colour=red"), "there are case, judge, court"),
    (("digest", "--exclude", "kind=crime"), "is not one of criminal"),
    (("digest", "--only", "rulngs"), "Did you mean 'rulings'?"),
    (("follow", "quill", "--query", "x"), "--query stands without CASE"),
    (("follow", "--note", "x"), "--note is for a CASE or a --query"),
    (("unfollow",), "Name a CASE or a --query"),
]


@pytest.mark.parametrize(("args", "said"), USAGE, ids=lambda value: str(value))
def test_wrong_usage(first_day: RunCasetrack, args: tuple[str, ...], said: str) -> None:
    done = first_day(*args)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in " ".join(done.stderr.split())


HOSTILE = "<script>alert(1)</script> [red]x[/red] \x1b[31m | `a`"


def test_a_note_never_acts(first_day: RunCasetrack) -> None:
    first_day("follow", "quill", "--note", HOSTILE)
    page = first_day("digest", *CALM, "--format", "html").stdout
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    plain = first_day("digest", *CALM).stdout
    assert "\x1b" not in plain
    assert "[red]x[/red]" in " ".join(plain.split())
    markdown = first_day("digest", *CALM, "--format", "markdown").stdout
    assert "<script" not in MarkdownIt("commonmark").render(markdown)
