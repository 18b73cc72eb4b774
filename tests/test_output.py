"""The options of output hold for every listing, and JSON is as docs/output.md says."""

from __future__ import annotations

import csv
import io
import json
import re
import shlex
from dataclasses import replace
from typing import Any

import pytest
from conftest import ROOT, RunCasetrack
from grammar import check, read_page
from html_page import Page
from markdown_it import MarkdownIt
from sample_rows import ARTICLE, CASE, OTHER_CASE, RULING, SOURCE

from casetrack.errors import UsageError
from casetrack.render import FORMATS, write_rows
from casetrack.render.columns import SCHEMA_VERSION, Columns, pick_columns, sort_rows
from casetrack.render.html import link_html
from casetrack.render.listings import ARTICLE_COLUMNS, CASE_COLUMNS, RULING_COLUMNS
from casetrack.render.markdown import escape_markdown, link_markdown

PAGE = (ROOT / "docs" / "output.md").read_text(encoding="utf-8")
GRAMMAR = read_page(PAGE)
LISTINGS = [("cases",), ("articles",), ("rulings",), ("hearings", "--all"), ("agenda", "1900.."),
            ("search", "judge"), ("follow",), ("log",), ("errors",)]  # fmt: skip

every_listing = pytest.mark.parametrize("listing", LISTINGS, ids=lambda listing: listing[0])


@pytest.mark.parametrize("command", GRAMMAR.commands)
def test_json_is_as_the_grammar_says(ask: RunCasetrack, command: str) -> None:
    done = ask(*shlex.split(command), "--format", "json", cwd=ROOT)
    assert done.returncode == 0, done.stderr
    printed = json.loads(done.stdout)
    assert list(check(GRAMMAR, ("name", GRAMMAR.commands[command]), printed)) == []
    first = printed[0] if isinstance(printed, list) else printed
    assert next(iter(first)) == "schema_version"
    assert first["schema_version"] == SCHEMA_VERSION
    assert f"`schema_version` is {SCHEMA_VERSION}." in PAGE


def test_the_checker_of_grammar_finds_what_is_wrong() -> None:
    rule = ("name", "label")
    assert list(check(GRAMMAR, rule, {"id": 1, "slug": "a", "caption": "A"})) == []
    wrong_labels: list[Any] = [
        {"id": 1, "slug": "a"},
        {"id": "1", "slug": "a", "caption": "A"},
        {"id": 1, "slug": "a", "caption": None},
        {"id": 1, "slug": "a", "caption": "A", "more": 1},
        [],
        None,
    ]
    for wrong in wrong_labels:
        assert list(check(GRAMMAR, rule, wrong)), wrong
    case = {"status": "open"} | {key: None for key in GRAMMAR.rules["case"][1] if key != "status"}
    assert any("status" in said for said in check(GRAMMAR, ("name", "case"), case))


def test_every_listing_is_in_the_grammar() -> None:
    assert {command.split()[0] for command in GRAMMAR.commands} >= {
        listing[0] for listing in LISTINGS if listing[0] != "agenda"
    }


def parsed(text: str, form: str) -> list[list[str]]:
    """Read a listing back: the cells of each row, its header first."""
    if form in ("json", "ndjson"):
        rows = json.loads(text) if form == "json" else [json.loads(line) for line in text.splitlines()]
        return [[*rows[0]], *([str(value) for value in row.values()] for row in rows)]
    if form in ("csv", "tsv"):
        return list(csv.reader(io.StringIO(text), delimiter="\t" if form == "tsv" else ","))
    if form == "markdown":
        return Page(MarkdownIt("commonmark").enable("table").render(text)).rows
    if form == "html":
        return Page(text).rows
    return [re.split(r"  +", line.strip()) for line in text.splitlines() if set(line) != {"─"}]


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_tells_the_same(ask: RunCasetrack, form: str) -> None:
    args = ("cases", "--sort", "-rulings,id", "--limit", "3", "--offset", "1", "-c", "id,slug,rulings")
    header, *rows = parsed(ask(*args, "--format", form, env={"COLUMNS": "200"}).stdout, form)
    known = json.loads(ask("cases", "--format", "json").stdout)
    known.sort(key=lambda row: (-row["rulings"], row["id"]))
    assert rows == [[str(row["id"]), row["slug"], str(row["rulings"])] for row in known[1:4]]
    assert [name.lower() for name in header] in (["id", "slug", "rulings"], ["id", "slug", "rul"])


@every_listing
def test_a_listing_takes_every_option(ask: RunCasetrack, listing: tuple[str, ...]) -> None:
    every = json.loads(ask(*listing, "--json").stdout)
    names = [name for name in every[0] if name != "schema_version"]
    key = "article_id" if listing[0] == "search" else "id"
    turned = ask(*listing, "--sort", f"-{key}", "--nl", "-c", f"{names[-1]},{key}").stdout.splitlines()
    assert [json.loads(line)[key] for line in turned] == sorted((row[key] for row in every), reverse=True)
    assert list(json.loads(turned[0])) == [names[-1], key]
    short = ask(*listing, "--csv", "--no-headers", "--limit", "2", "--offset", "3", "--columns", key).stdout
    assert short.splitlines() == [str(row[key]) for row in every[3:5]]
    assert ask(*listing, "--tsv", "--limit", "1").stdout.split("\t")[0] in ("id", "article_id")


@every_listing
@pytest.mark.parametrize("option", ["--columns", "--sort"])
def test_a_column_that_is_not_there_is_wrong_usage(
    ask: RunCasetrack, listing: tuple[str, ...], option: str
) -> None:
    done = ask(*listing, option, "nonsense")
    assert (done.returncode, done.stdout) == (2, "")
    assert "There is no column 'nonsense' for table; there are " in done.stderr


def test_extract_prints_rows_or_records(cli: RunCasetrack) -> None:
    articles = ROOT / "data" / "articles"
    rows = cli("extract", articles, "--nl", "--columns", "fact,word", "--sort", "word").stdout.splitlines()
    assert len(rows) > 20
    assert json.loads(rows[0]).keys() == {"fact", "word"}
    assert json.loads(cli("extract", articles).stdout.splitlines()[0])["schema_version"] == SCHEMA_VERSION


def test_no_headers(ask: RunCasetrack) -> None:
    for form in ("table", "csv", "tsv", "markdown", "html"):
        shown = ask("cases", "--format", form, "--no-headers", "--limit", "1", "-c", "slug").stdout
        rows = parsed(shown, form) if form != "markdown" else [shown.strip("| \n").split("|")]
        assert len(rows) == 1
        assert "slug" not in rows[0][0].lower()


SORTS = [
    (["rulings"], [2, 12]),
    (["-rulings"], [12, 2]),
    (["rulings desc"], [12, 2]),
    (["rulings asc"], [2, 12]),
    (["kind", "id"], [12, 2]),
    (["next_hearing"], [2, 12]),
    (["-next_hearing"], [2, 12]),  # what is not known comes last either way
]


@pytest.mark.parametrize(("keys", "expected"), SORTS, ids=lambda value: str(value))
def test_sorting(keys: list[str], expected: list[int]) -> None:
    rows = [replace(CASE, id=2, rulings=9), replace(OTHER_CASE, id=12, rulings=10)]
    if keys == ["kind", "id"]:
        expected = [12, 2]
    assert [row.id for row in sort_rows(rows, CASE_COLUMNS, keys, "table")] == expected


@pytest.mark.parametrize("key", ["-", "date up", "date desc asc"])
def test_no_order(key: str) -> None:
    with pytest.raises(UsageError):
        sort_rows([], RULING_COLUMNS, [key], "table")


def test_whole_objects_are_columns_of_json_alone() -> None:
    assert [c.name for c in pick_columns(RULING_COLUMNS, ["sources", "quote"], "json")] == [
        "sources",
        "quote",
    ]
    with pytest.raises(UsageError, match="no column 'sources' for csv"):
        pick_columns(RULING_COLUMNS, ["sources"], "csv")


PAGE_TAGS = {
    "html", "head", "meta", "title", "style", "body", "h1", "div",
    "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
HOSTILE = [
    "<script>alert(1)</script>",
    "[click](javascript:alert(1))",
    "![x](https://evil.example/p.png)",
    "| a | b |",
    "`code` *bold* __bold__ ~~gone~~",
    "# head",
    "- item",
    "1. item",
    "= under",
    "&lt;b&gt; &#60;",
    "$x$ and $500,000",
    "a\nb\r\nc\u2028d",
    "\x1b[31mred\u202e",
    "\\| \\",
    "<!-- -->",
    "https://example.org/_a_",
    "'\" onmouseover=x",
]


def shown(text: str) -> str:
    return re.sub("[\x00-\x1f\u2028 ]+", " ", text).replace("\x1b", "").replace("\u202e", "").strip()


@pytest.mark.parametrize("text", HOSTILE)
def test_words_of_an_article_stay_words(text: str) -> None:
    columns: Columns[Any] = pick_columns(CASE_COLUMNS, ["id", "caption"], "csv")
    row = replace(CASE, caption=text)
    for form in ("html", "markdown"):
        stream = io.StringIO()
        write_rows([row], columns, form, stream)
        page = Page(stream.getvalue() if form == "html" else
                     MarkdownIt("gfm-like", {"linkify": False}).render(stream.getvalue()))  # fmt: skip
        assert len(page.rows) == 2
        assert [cell.replace("\x1b", "") for cell in page.rows[1]] == ["1", shown(text)]
        assert not page.tags.keys() - PAGE_TAGS
    line = MarkdownIt("gfm-like", {"linkify": False}).render(escape_markdown(text))
    assert re.fullmatch(r"<p>[^<]*</p>\n?", line.replace("<br>", "")), line


LINKS = [
    ("https://example.org/a_(b)?c=d&e=f#g", True),
    ("HTTP://example.org", True),
    ("javascript:alert(1)", False),
    ("https://example.org/\"onclick='x'", False),
    ("https://example.org/<script>", False),
    ("https://example.org/ b", False),
    ("ftp://example.org", False),
    ("//example.org", False),
    (None, False),
]


@pytest.mark.parametrize(("address", "linked"), LINKS)
def test_only_web_addresses_become_links(address: str | None, linked: bool) -> None:
    page = Page(link_html("words", address))
    assert [tag["href"] for tag in page.tags.get("a", [])] == ([address] if linked else [])
    rendered = Page(MarkdownIt("commonmark").render(link_markdown("words", address)))
    assert len(rendered.tags.get("a", [])) == linked


def test_articles_and_facts_link_to_where_they_were_printed() -> None:
    stream = io.StringIO()
    write_rows([replace(ARTICLE, url="https://example.org/a")], ARTICLE_COLUMNS, "html", stream)
    assert '<a href="https://example.org/a" rel="noopener noreferrer">Judge Refuses' in stream.getvalue()
    row = replace(RULING, sources=(replace(SOURCE, url="https://example.org/b"),))
    stream = io.StringIO()
    write_rows([row], RULING_COLUMNS, "markdown", stream)
    assert "](https://example.org/b)" in stream.getvalue()


def test_a_page_fetches_nothing_and_runs_nothing(ask: RunCasetrack) -> None:
    text = ask("rulings", "--format", "html").stdout
    page = Page(text)
    assert not page.tags.keys() & {"script", "link", "img", "iframe", "object", "embed", "form", "base"}
    assert "default-src 'none'" in str(page.tags["meta"])
    assert "@media print" in text
    assert "url(" not in text
    assert "@import" not in text
