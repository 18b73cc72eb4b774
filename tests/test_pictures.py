"""Timelines, bars, dockets as pages and pictures: they say what the rows say, and words stay words."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from conftest import RunCasetrack
from html_page import Page, svg_words
from markdown_it import MarkdownIt
from sample_rows import DOCKET, HEARING, RULING

from casetrack.render.docket_formats import write_docket_as
from casetrack.render.groups import draw_bar
from casetrack.render.timeline import Scale, first_day, list_ticks, write_timeline
from casetrack.store.day_rows import GroupRow
from casetrack.store.rows import Docket, DocketEntry


@pytest.mark.parametrize(
    "command",
    [("docket", "guzman"), ("timeline", "guzman"), ("stats", "--by", "court")],
    ids=lambda command: command[0],
)
def test_a_picture_says_what_the_terminal_says(ask: RunCasetrack, command: tuple[str, ...]) -> None:
    plain = ask(*command, env={"COLUMNS": "100"}).stdout
    first = ask(*command, "--format", "svg")
    words = set(svg_words(first.stdout).split())
    assert (first.returncode, first.stderr) == (0, "")
    assert {word for word in plain.split() if word.isalnum()} <= words
    assert ask(*command, "--format", "svg", env={"COLUMNS": "40"}).stdout == first.stdout


SCALES = [
    pytest.param("2017-05-04", "2017-05-04", ["05-04"], id="one day"),
    pytest.param("2017-05-04", "2017-05-20", ["05-04", "05-20"], id="days"),
    pytest.param("2017-05-04", "2017-08-01", ["2017-05", "2017-06", "2017-07", "2017-08"], id="months"),
    pytest.param("2017-05-04", "2019-03-01", ["2017", "2018", "2019"], id="years"),
    pytest.param("1950-01-01", "2019-03-01", None, id="more years than there is room for"),
]


@pytest.mark.parametrize(("first", "last", "labels"), SCALES)
def test_the_scale_above_a_track(first: str, last: str, labels: list[str] | None) -> None:
    scale = Scale(date.fromisoformat(first), date.fromisoformat(last), 40)
    ticks = list_ticks(scale)
    if labels is not None:
        assert [label for _, label in ticks] == labels
    ends = [(cell, cell + len(label)) for cell, label in ticks]
    assert all(before[1] < after[0] for before, after in pairwise(ends))
    assert ends[-1][1] <= 40
    assert (scale.place(scale.first), scale.place(scale.last)) == (0, 39 if first != last else 0)


@pytest.mark.parametrize(
    ("said", "day"), [("2017", "2017-01-01"), ("2017-05", "2017-05-01"), ("2017-05-04", "2017-05-04")]
)
def test_a_month_stands_at_its_beginning(said: str, day: str) -> None:
    assert first_day(said) == date.fromisoformat(day)
    assert first_day(None) is None


def timeline(docket: Docket, monkeypatch: pytest.MonkeyPatch, columns: int = 100) -> list[str]:
    monkeypatch.setenv("COLUMNS", str(columns))
    stream = io.StringIO()
    write_timeline(docket, "text", stream)
    return stream.getvalue().splitlines()


def docket_of(*facts: Any) -> Docket:
    kinds = {type(RULING): "ruling", type(HEARING): "hearing"}
    entries = tuple(DocketEntry(kinds[type(fact)], fact.date, fact) for fact in facts)
    return replace(DOCKET, entries=entries)


def test_events_stand_in_order_on_one_track(monkeypatch: pytest.MonkeyPatch) -> None:
    facts = (replace(RULING, date="2017-01-01"), replace(HEARING, date="2017-07-02"),
             replace(HEARING, date="2017-12-31", status="cancelled"), replace(RULING, date=None))  # fmt: skip
    lines = timeline(docket_of(*facts), monkeypatch)
    rows = [line for line in lines if line.startswith("2017-")]
    places = [next(at for at, sign in enumerate(row) if sign in "■○×") - 12 for row in rows]  # noqa: RUF001
    assert places == [0, 16, 32]
    assert lines[-1] == "1 entry without a date"
    for columns in (100, 80, 40):
        assert max(map(len, timeline(docket_of(*facts), monkeypatch, columns))) <= columns


def test_a_case_of_which_no_day_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    assert timeline(docket_of(replace(RULING, date=None)), monkeypatch)[-1] == "1 entry without a date"
    assert timeline(docket_of(), monkeypatch)[-1] == "0 entries without a date"


HOSTILE = "<script>alert(1)</script> ]]> [red]x[/red] \x1b[31m\u202e \ufffe {0} | `a` &amp; javascript:x"


def hostile_docket() -> Docket:
    ruling = replace(RULING, subject=HOSTILE, caption=HOSTILE, movant=HOSTILE)
    source = replace(RULING.sources[0], url="javascript:alert(1)", source=HOSTILE)
    hearing = replace(HEARING, purpose=HOSTILE, location=HOSTILE, sources=(source,))
    case = replace(DOCKET.case, caption=HOSTILE, court=HOSTILE)
    return replace(docket_of(ruling, hearing), case=case, names=(HOSTILE,))


@pytest.mark.parametrize("form", ["html", "svg", "markdown", "timeline"])
def test_nothing_that_an_article_says_acts(form: str) -> None:
    stream = io.StringIO()
    if form == "timeline":
        write_timeline(hostile_docket(), "svg", stream)
    else:
        write_docket_as(hostile_docket(), form, stream)
    text = stream.getvalue()
    assert not re.search("[\x00-\x08\x1b\u202e]", text)
    if form in ("svg", "timeline"):
        assert "<script>alert(1)</script>" in re.sub(r"\s+", " ", svg_words(text))
        return
    page = Page(text if form == "html" else MarkdownIt("gfm-like", {"linkify": False}).render(text))
    assert not page.tags.keys() & {"script", "img", "iframe", "link"}
    assert not [tag for tag in page.tags.get("a", []) if not str(tag["href"]).startswith("http")]
    assert "<script>alert(1)</script>" in page.text


def test_a_docket_page_stands_alone_and_prints(ask: RunCasetrack) -> None:
    done = ask("docket", "guzman", "--format", "html")
    page = Page(done.stdout)
    assert not page.tags.keys() & {"script", "link", "img", "iframe"}
    assert "default-src 'none'" in str(page.tags["meta"])
    assert "@media print" in done.stdout
    entries = json.loads(ask("docket", "guzman", "--format", "json").stdout)["entries"]
    assert len(page.tags["tr"]) == len(entries)
    for said in ("Brian Cogan", "Amnesty International", "Harbor Wire 2017-05-04", "ruling 3", "2017-05-05"):
        assert said in page.text


def test_a_docket_as_markdown_has_the_same_rows(ask: RunCasetrack) -> None:
    rendered = (
        MarkdownIt("commonmark")
        .enable("table")
        .render(ask("docket", "guzman", "--format", "markdown").stdout)
    )
    page = Page(rendered)
    assert [len(row) for row in page.rows] == [4] * len(page.rows)
    assert page.rows[1][:2] == ["2017-05-04", "denied"]


def groups(ask: RunCasetrack, *args: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(ask("stats", *args, "--format", "json").stdout)
    return found


def test_groups_add_up(ask: RunCasetrack) -> None:
    rulings = json.loads(ask("rulings", "--format", "json").stdout)
    hearings = json.loads(ask("hearings", "--all", "--format", "json").stdout)
    for by in ("court", "month"):
        rows = groups(ask, "--by", by)
        assert sum(row["rulings"] for row in rows) == len(rulings)
        assert sum(row["hearings"] for row in rows) == len(hearings)
    outcomes = groups(ask, "--by", "disposition")
    assert sum(row["rulings"] for row in outcomes) == len(rulings)
    assert {row["hearings"] for row in outcomes} == {None}
    judge = groups(ask, "--by", "judge", "--limit", "1")[0]
    known = [row for row in rulings if judge["judge"] in row["judges"]]
    assert judge["rulings"] == len(known)
    months = [row["month"] for row in groups(ask, "--by", "month") if row["month"]]
    assert months == sorted(months)


def test_groups_are_filtered_and_sorted(ask: RunCasetrack) -> None:
    (row,) = groups(ask, "--by", "court", "--court", "nyed")
    assert (row["court"], row["rulings"], row["hearings"], row["cases"]) == ("nyed", 2, 1, 1)
    (row,) = groups(ask, "--by", "court", "--court", "nyed", "--disposition", "denied")
    assert (row["rulings"], row["hearings"]) == (2, None)
    assert groups(ask, "--by", "month", "--on", "2017-05")[0]["month"] == "2017-05"
    found = [row["cases"] for row in groups(ask, "--by", "court", "--sort", "-cases,court")]
    assert found == sorted(found, reverse=True)


BARS = [
    (GroupRow("a", "a", 1, 30, 0), 30, "#" * 30),
    (GroupRow("a", "a", 1, 15, 15), 30, "#" * 15 + "-" * 15),
    (GroupRow("a", "a", 1, 1, 0), 3000, "#"),
    (GroupRow("a", "a", 1, 0, None), 30, ""),
    (GroupRow("a", "a", 0, 0, 0), 0, ""),
]


@pytest.mark.parametrize(("row", "most", "bar"), BARS, ids=lambda value: str(value)[:20])
def test_a_bar(row: GroupRow, most: int, bar: str) -> None:
    assert draw_bar(row, most, ("#", "-")) == bar


def test_bars_of_letters_where_blocks_cannot_be_shown(ask: RunCasetrack) -> None:
    shown = ask("stats", "--by", "court", env={"PYTHONIOENCODING": "ascii", "COLUMNS": "100"}).stdout
    assert "####" in shown
    assert "█" in ask("stats", "--by", "court", env={"COLUMNS": "100"}).stdout


USAGE = [
    (("stats", "--court", "nyed"), "--court is for --by"),
    (("stats", "--limit", "3"), "--limit is for --by"),
    (("stats", "--format", "svg"), "svg is for --by"),
    (("stats", "--by", "colour"), "'colour' is not one of court, judge"),
    (("timeline", "guzman", "--format", "png"), "'png' is not one of text, svg"),
    (("rulings", "--format", "svg"), "'svg' is not one of table"),
]


@pytest.mark.parametrize(("args", "said"), USAGE, ids=lambda value: str(value))
def test_wrong_usage(ask: RunCasetrack, args: tuple[str, ...], said: str) -> None:
    done = ask(*args)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in " ".join(done.stderr.split())
