"""What the commands print of a real database: the sample articles, ingested once for all tests here."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from conftest import RunCasetrack

LISTINGS = ("cases", "articles", "rulings", "hearings")
Rows = list[dict[str, Any]]

every_listing = pytest.mark.parametrize("name", LISTINGS)


def listing(name: str) -> tuple[str, ...]:
    """A listing of all it has: hearings look ahead unless asked for all."""
    return (name, "--all") if name == "hearings" else (name,)


def rows(ask: RunCasetrack, name: str, *args: str) -> Rows:
    done = ask(*listing(name), *args, "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    found: Rows = json.loads(done.stdout)
    return found


@every_listing
def test_formats_agree(ask: RunCasetrack, name: str) -> None:
    found = rows(ask, name)
    assert len(found) > 5
    listed = listing(name)
    assert [json.loads(line) for line in ask(*listed, "--format", "ndjson").stdout.splitlines()] == found
    cells = list(csv.DictReader(io.StringIO(ask(*listed, "--format", "csv").stdout)))
    assert [row["id"] for row in cells] == [str(row["id"]) for row in found]
    table = ask(*listed, env={"COLUMNS": ""}).stdout.splitlines()
    assert [line.split()[0] for line in table[1:]] == [str(row["id"]) for row in found]


@every_listing
def test_a_table_at_80_columns(ask: RunCasetrack, name: str) -> None:
    lines = ask(*listing(name)).stdout.splitlines()
    assert len(lines) > 5
    assert max(map(len, lines)) <= 80
    assert not any("\x1b" in line for line in lines)


@every_listing
def test_limit_gives_the_first(ask: RunCasetrack, name: str) -> None:
    assert rows(ask, name, "--limit", "2") == rows(ask, name)[:2]


@every_listing
def test_nothing_matched(ask: RunCasetrack, name: str) -> None:
    nothing = (name, "--judge", "Nobody Whatsoever")
    done = ask(*nothing)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", f"No {name} match.\n")
    assert ask(*nothing, "-q").stderr == ""
    assert ask(*nothing, "--exit-code").returncode == 5
    assert ask(*nothing, "--format", "json").stdout == "[]\n"
    assert ask(*nothing, "--format", "csv").stdout.startswith("id,")


FILTERS = [
    pytest.param("cases", "--kind", "kind", id="cases by kind"),
    pytest.param("cases", "--court", "court_id", id="cases by court"),
    pytest.param("cases", "--status", "status", id="cases by status"),
    pytest.param("rulings", "--disposition", "disposition", id="rulings by disposition"),
    pytest.param("rulings", "--kind", "kind", id="rulings by kind"),
    pytest.param("rulings", "--case", "slug", id="rulings by case"),
    pytest.param("hearings", "--type", "type", id="hearings by type"),
    pytest.param("hearings", "--status", "status", id="hearings by status"),
    pytest.param("hearings", "--case", "slug", id="hearings by case"),
    pytest.param("articles", "--source", "source", id="articles by source"),
]


@pytest.mark.parametrize(("name", "option", "key"), FILTERS)
def test_a_filter_keeps_what_it_names(ask: RunCasetrack, name: str, option: str, key: str) -> None:
    every = rows(ask, name)
    value = next(row[key] for row in every if row[key])
    assert rows(ask, name, option, value) == [row for row in every if row[key] == value]


def test_judge_is_found_by_part_of_a_name(ask: RunCasetrack) -> None:
    every = rows(ask, "cases")
    surname = next(row["judges"][0].split()[-1] for row in every if row["judges"])
    found = rows(ask, "cases", "--judge", surname.lower())
    assert found == [row for row in every if any(surname in judge for judge in row["judges"])]


def test_since_and_until_hold_both_ends(ask: RunCasetrack) -> None:
    days = sorted(row["date"] for row in rows(ask, "rulings") if len(row["date"] or "") == 10)
    day = days[len(days) // 2]
    found = [row["date"] for row in rows(ask, "rulings", "--since", day, "--until", day)]
    assert day in found
    assert all(day.startswith(date) for date in found)


def test_docket_is_found_by_whatever_a_case_is_called(ask: RunCasetrack) -> None:
    case = next(row for row in rows(ask, "cases") if row["docket_numbers"] and row["rulings"])
    shown = ask("docket", case["slug"])
    assert shown.returncode == 0
    assert shown.stdout.startswith(case["caption"][:40])
    for reference in (str(case["id"]), case["docket_numbers"][0], case["caption"]):
        assert ask("docket", reference).stdout == shown.stdout


def test_docket_for_programs(ask: RunCasetrack) -> None:
    case = rows(ask, "cases")[0]
    docket = json.loads(ask("docket", case["slug"], "--format", "json").stdout)
    assert docket["case"]["id"] == case["id"]
    assert len(docket["entries"]) == case["rulings"] + case["hearings"]
    entries = list(csv.DictReader(io.StringIO(ask("docket", case["slug"], "--format", "csv").stdout)))
    assert [row["entry"] for row in entries] == [entry["kind"] for entry in docket["entries"]]


def test_a_reference_that_several_cases_fit_lists_them(ask: RunCasetrack) -> None:
    done = ask("docket", "v")
    assert (done.returncode, done.stdout) == (4, "")
    head, *candidates = done.stderr.splitlines()
    assert head.startswith("Error: ")
    assert len(candidates) > 1
    assert all(line.startswith("  ") for line in candidates)


NO_SUCH = [
    ("docket", "no-such-case"),
    ("rulings", "--case", "no-such-case"),
    ("show", "article", "no-such-article"),
    ("show", "ruling", "999999"),
    ("show", "ruling", "x"),
    ("show", "hearing", "99999999999999999999999"),
]


@pytest.mark.parametrize("args", NO_SUCH, ids=" ".join)
def test_no_such_thing(ask: RunCasetrack, args: tuple[str, ...]) -> None:
    done = ask(*args)
    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr.startswith("Error: ")


@pytest.mark.parametrize("name", ["ruling", "hearing"])
def test_a_fact_is_shown_with_its_sentence_marked(ask: RunCasetrack, name: str) -> None:
    for row in rows(ask, f"{name}s", "--limit", "5"):
        text = ask("show", name, str(row["id"]), env={"COLUMNS": ""}).stdout
        for source in row["sources"]:
            marked = text.partition(f"article {source['article_id']}, characters {source['start']}")[2]
            start = marked.index(">>") + 2
            shown = marked[start : marked.index("<<", start)]
            assert shown.split() == source["quote"].split()


def test_a_shown_fact_is_where_it_says(ask: RunCasetrack) -> None:
    row = rows(ask, "rulings", "--limit", "1")[0]
    detail = json.loads(ask("show", "ruling", str(row["id"]), "--format", "json").stdout)
    passage = detail["passages"][0]
    assert passage["paragraph"][passage["start"] : passage["end"]] == passage["source"]["quote"]


def test_an_article_is_shown_by_id_and_by_file(ask: RunCasetrack) -> None:
    article = next(row for row in rows(ask, "articles") if row["cases"])
    shown = ask("show", "article", str(article["id"]))
    assert shown.returncode == 0
    assert Path(article["path"]).name in "".join(shown.stdout.split())
    assert ask("show", "article", Path(article["path"]).name).stdout == shown.stdout


PUNCTUATION = [
    "O'Brien",
    "U.S.",
    "1:17-cr-00255",
    '"unclosed',
    "(bail",
    "a AND",
    "NOT",
    "*",
    "bail*",
    "^x",
    "x:y",
]


@pytest.mark.parametrize("words", PUNCTUATION)
def test_any_punctuation_is_safe_to_search_for(ask: RunCasetrack, words: str) -> None:
    done = ask("search", "--", words)
    assert done.returncode in (0, 2)
    assert "Traceback" not in done.stderr
    assert "fts5" not in done.stderr.lower()


def test_search_marks_what_it_found(ask: RunCasetrack) -> None:
    hits = rows(ask, "search", "judge", "--limit", "3")
    assert len(hits) == 3
    assert all("**judge" in hit["snippet"].lower() for hit in hits)
    assert "**" in ask("search", "judge").stdout


def test_raw_search_reads_fts_syntax(ask: RunCasetrack) -> None:
    every = {hit["article_id"] for hit in rows(ask, "search", "judge")}
    both = {hit["article_id"] for hit in rows(ask, "search", "--raw", "judge AND trial")}
    less = {hit["article_id"] for hit in rows(ask, "search", "--raw", "judge NOT trial")}
    assert both | less == every
    assert not both & less
    wrong = ask("search", "--raw", "judge AND (")
    assert (wrong.returncode, wrong.stdout) == (2, "")


def test_stats_count_what_the_listings_show(ask: RunCasetrack) -> None:
    stats = json.loads(ask("stats", "--format", "json").stdout)
    for name in LISTINGS:
        assert stats[name] == len(rows(ask, name))
    assert ask("stats").returncode == 0


@pytest.mark.parametrize("name", ["rulings", "hearings"])
@pytest.mark.parametrize("least", ["0", "0.8", "0.9"])
def test_what_was_read_surely_enough(ask: RunCasetrack, name: str, least: str) -> None:
    """A fact counts by the surest of the sentences that tell it."""
    surest = [max(source["confidence"] for source in row["sources"]) for row in rows(ask, name)]
    kept = rows(ask, name, "--min-confidence", least)
    assert len(kept) == sum(confidence >= float(least) for confidence in surest)
    assert least == "0" or len(kept) < len(surest)


def test_extract_leaves_out_what_is_unsure(cli: RunCasetrack) -> None:
    articles = Path(__file__).parent.parent / "data" / "articles"
    every, sure = (
        [json.loads(line) for line in cli("extract", articles, *args).stdout.splitlines()]
        for args in ((), ("--min-confidence", "0.9"))
    )
    for whole, part in zip(every, sure, strict=True):
        assert len(whole["cases"]) == len(part["cases"])
        for before, after in zip(whole["cases"], part["cases"], strict=True):
            assert after["rulings"] == [r for r in before["rulings"] if r["confidence"] >= 0.9]
            assert after["hearings"] == [h for h in before["hearings"] if h["confidence"] >= 0.9]
    assert every != sure


@pytest.mark.parametrize("share", ["1.5", "-1", "sure"])
def test_a_confidence_is_a_share(ask: RunCasetrack, share: str) -> None:
    done = ask("rulings", f"--min-confidence={share}")
    assert done.returncode == 2
    assert "--min-confidence" in done.stderr
