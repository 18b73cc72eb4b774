"""Text never acts: a file of attacks, put wherever an article can put text, through every renderer.

The attacks stand in every column that is shown, in the names and fields of files that are read, and in what
a person types. Each format is then read as its own readers read it, and may hold what is shown and nothing
that acts.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
import sqlite3
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from conftest import ROOT, RunCasetrack
from html_page import Page
from icalendar import Calendar
from markdown_it import MarkdownIt

from casetrack.cli.manual import _escape as escape_roff
from casetrack.render import FORMATS
from casetrack.render.csv import FORMULA_STARTS
from tests.soak.bench import launch

ATTACKS: dict[str, str] = tomllib.loads((ROOT / "tests" / "attacks.toml").read_text(encoding="utf-8"))
UNSAFE_RE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
STYLE_RE = re.compile("\x1b\\[[0-9;]*m")
"""What a terminal is told by our own colours; nothing else may begin with an escape."""
NUMBER_RE = re.compile(r"[-+]?\d+(\.\d+)?")
SHOWN = {
    "articles": "title source author url dateline",
    "cases": "caption", "courts": "name", "parties": "name", "people": "name",
    "docket_numbers": "number", "case_names": "name", "rulings": "subject movant",
    "hearings": "purpose location",
    "ruling_sources": "quote", "hearing_sources": "quote", "follows": "note query", "edits": "reason",
    "import_errors": "path reason", "review": "",
}  # fmt: skip
LISTINGS = (
    ("cases",), ("articles",), ("rulings",), ("hearings", "--all"), ("search", "judge"), ("followups",),
    ("log",), ("errors", "--all"), ("history",), ("review", "list"), ("agenda", "2017"),
    ("follow",),
)  # fmt: skip
KINDS = ("ruling", "hearing", "article")
VIEWS = (
    *((("docket", str(n)), (*FORMATS, "svg")) for n in (1, 2, 5, 9)),
    *((("timeline", str(n)), ("text", "svg")) for n in (1, 3)),
    *((("stats", "--by", by), (*FORMATS, "svg")) for by in ("court", "judge")),
    *((("show", kind, str(n)), ("text", "json")) for kind in KINDS for n in (1, 7)),
    (("digest", "--since", "2000-01-01", "--as-of", "2030-01-01"), ("text", "markdown", "html", "json")),
    (("why", "3"), ("table", "json")),
    (("why", "1", "2"), ("table", "json")),
    (("undo", "--dry-run"), ("text", "json")),
    (("set", "case:2", "caption=x", "--dry-run"), ("text", "json")),
)  # fmt: skip


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory: pytest.TempPathFactory, sample_database: Path) -> Path:
    """The sample database with an attack in every column that is shown, each row another one."""
    path = tmp_path_factory.mktemp("attacks") / "poisoned.db"
    path.write_bytes(sample_database.read_bytes())
    with sqlite3.connect(path) as db:
        db.create_function("attack", 1, lambda number: list(ATTACKS.values())[number % len(ATTACKS)])
        for number, (table, columns) in enumerate(SHOWN.items()):
            for place, column in enumerate(columns.split()):
                salt = 7 * number + 13 * place
                where = f"where {column} is not null" if table in ("follows",) else ""
                db.execute(f"update or ignore {table} set {column} = attack(rowid * 5 + {salt}) {where}")
        db.execute("update articles set path = '/a/' || attack(id)")
    db.close()
    return path


def run(*args: str | Path, env: dict[str, str] | None = None) -> tuple[int, str, str]:
    """Run the program with its output in a file; the code, and both outputs."""
    with tempfile.TemporaryFile() as output, _surroundings({"NO_COLOR": "1", **(env or {})}):
        ended = launch("--config", os.devnull, "--as-of", "2017-05-05", *args, output=output.fileno())
        code = ended.wait(0, 1, 2, 3, 4)
        output.seek(0)
        return code, output.read().decode("utf-8"), ended.told()


class _surroundings:
    """Set variables of the environment for a while; None takes one away."""

    def __init__(self, values: dict[str, str]) -> None:
        self.values = values
        self.before = dict(os.environ)

    def __enter__(self) -> None:
        for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
            os.environ.pop(name, None)
        os.environ.update(self.values)

    def __exit__(self, *error: object) -> None:
        os.environ.clear()
        os.environ.update(self.before)


def check(form: str, text: str) -> None:
    """See that nothing in a format acts, as its own readers take it."""
    found = UNSAFE_RE.search(text)
    assert found is None, (form, text[max(0, found.start() - 80) : found.end() + 20])
    assert "\t" not in text or form == "tsv"
    CHECKS.get(form, lambda text: None)(text)


def _check_json(text: str) -> None:
    json.loads(text)


def _check_ndjson(text: str) -> None:
    for line in text.splitlines():
        json.loads(line)


def _check_cells(text: str, delimiter: str = ",") -> None:
    rows = list(csv.reader(io.StringIO(text), delimiter=delimiter))
    assert len({len(row) for row in rows}) <= 1
    for cell in (cell for row in rows for cell in row):
        assert not cell.startswith(FORMULA_STARTS) or NUMBER_RE.fullmatch(cell), cell


def _check_html(text: str) -> None:
    page = Page(text)
    allowed = {
        "html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "div", "table", "thead", "tbody",
        "tr", "th", "td", "a", "p", "ul", "ol", "li", "span", "section", "header", "footer", "main", "dl",
        "dt",
        "dd", "time", "blockquote", "q", "cite", "small", "strong", "em", "b", "i", "br", "mark", "nav", "hr",
        "article", "figure", "code", "s", "del", "pre", "details", "summary", "abbr",
    }  # fmt: skip
    assert not page.tags.keys() - allowed, page.tags.keys() - allowed
    assert len(page.tags.get("style", [])) <= 1
    for attributes in (one for found in page.tags.values() for one in found):
        assert not [name for name in attributes if name.startswith("on")]
        assert str(attributes.get("href", "https://")).startswith(("http://", "https://", "#"))
        assert "src" not in attributes


def _check_markdown(text: str) -> None:
    page = MarkdownIt("gfm-like", {"linkify": False, "html": True}).render(text)
    _check_html(page)


def _check_svg(text: str) -> None:
    allowed = {"svg", "title", "style", "defs", "clipPath", "rect", "g", "text", "desc"}
    for element in ElementTree.fromstring(text).iter():
        assert element.tag.rpartition("}")[2] in allowed
        assert not [name for name in element.attrib if name.startswith("on") or name.endswith("href")]


CHECKS = {
    "json": _check_json,
    "ndjson": _check_ndjson,
    "csv": _check_cells,
    "tsv": lambda text: _check_cells(text, "\t"),
    "html": _check_html,
    "markdown": _check_markdown,
    "svg": _check_svg,
}


def _cases() -> Iterator[tuple[tuple[str, ...], str]]:
    for words in LISTINGS:
        yield from ((words, form) for form in FORMATS)
    for words, formats in VIEWS:
        yield from ((words, form) for form in formats)


def test_every_column_that_is_shown_holds_an_attack(poisoned: Path) -> None:
    with sqlite3.connect(poisoned) as db:
        held = {row[0] for row in db.execute("select caption from cases union select path from articles")}
        everything = "\n".join(str(row) for t in SHOWN for row in db.execute(f"select * from {t}"))
    db.close()
    assert len(held & set(ATTACKS.values())) > 15
    assert all(repr(text)[1:-1] in everything or text in everything for text in ATTACKS.values())


@pytest.mark.parametrize("form", sorted({form for _, form in _cases()}))
def test_no_attack_acts_in_any_format(poisoned: Path, form: str) -> None:
    for words in [words for words, one in _cases() if one == form]:
        code, text, told = run("--db", poisoned, *words, "--format", form)
        assert code == 0, (words, told)
        assert text or form not in ("json", "csv", "html", "svg"), words
        check(form, text)
        check("text", told)


@pytest.mark.parametrize("columns", ["40", "80", "200"])
def test_no_attack_acts_on_a_terminal(poisoned: Path, columns: str) -> None:
    """With colour, all that a terminal is told is the colour of words."""
    for words in [*LISTINGS, *(words for words, formats in VIEWS if formats[0] in ("table", "text"))]:
        env = {"FORCE_COLOR": "1", "NO_COLOR": "", "COLUMNS": columns, "TERM": "xterm-256color"}
        code, text, told = run("--db", poisoned, *words, env=env)
        assert code == 0, (words, told)
        check("text", STYLE_RE.sub("", text))
        check("text", STYLE_RE.sub("", told))


def test_no_attack_gets_into_a_calendar(poisoned: Path) -> None:
    code, text, told = run("--db", poisoned, "hearings", "--all", "--ics", "--alarm", "1d")
    assert code == 0, told
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    check("text", text.replace("\r\n", "\n"))
    calendar = Calendar.from_ical(text)
    kinds = [part.name for part in calendar.walk()]
    events = kinds.count("VEVENT")
    assert events > 0
    assert set(kinds) == {"VCALENDAR", "VEVENT", "VALARM"}
    for event in calendar.walk("VEVENT"):
        assert set(event) <= {
            "UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "STATUS", "SUMMARY", "DESCRIPTION",
            "CATEGORIES", "LOCATION", "URL",
        }  # fmt: skip
        assert str(event.get("URL", "https://")).startswith("http")
        assert len(event.walk("VALARM")) <= 1
    for alarm in calendar.walk("VALARM"):
        assert (set(alarm), str(alarm["ACTION"])) == ({"ACTION", "DESCRIPTION", "TRIGGER"}, "DISPLAY")


def test_json_gives_every_character_back(poisoned: Path) -> None:
    with sqlite3.connect(poisoned) as db:
        stored = sorted(row[0] for row in db.execute("select caption from cases"))
    db.close()
    told = json.loads(run("--db", poisoned, "cases", "--json")[1])
    assert sorted(case["caption"] for case in told) == stored


def test_decisions_with_attacks_are_dumped_as_text_that_loads_again(poisoned: Path, tmp_path: Path) -> None:
    code, text, _ = run("--db", poisoned, "decisions", "dump")
    assert code == 0
    assert UNSAFE_RE.search(text) is None
    assert tomllib.loads(text)["decision"]


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_that_is_read_or_typed_is_text(name: str, tmp_path: Path) -> None:
    """In the fields and the text of an article, in its file's name, and as what a person types."""
    attack = ATTACKS[name]
    lines = {
        "text": f"BOSTON - U.S. District Judge {attack} on Thursday denied a motion by {attack}.\n{attack}"
    }
    lines |= dict.fromkeys(("title", "author", "source", "url"), attack) | {"date": "2017-05-04"}
    database, file = tmp_path / "a.db", tmp_path / "a.jsonl"
    file.write_text(json.dumps(lines) + "\n")
    named = tmp_path / (re.sub("[/\0]", "", attack)[:60] + ".txt")
    named.write_text("BOSTON, May 4, 2017 - A judge on Thursday denied a motion by Lee Park to dismiss it.")
    code, _, told = run(
        "--db", database, "ingest", "-v", file, named, tmp_path / f"no {attack}".replace("\0", "")
    )
    assert code == 3
    check("text", told)
    for words, form in ((("articles",), "table"), (("articles",), "csv"), (("articles",), "html"),
                        (("show", "article", "1"), "text"), (("extract", str(file)), "html")):  # fmt: skip
        code, text, told = run("--db", database, *words, "--format", form)
        assert code in (0, 3), told  # 3 where the text is taken for no text at all
        check(form, text)
    typed = attack.replace("\0", "")
    for words in (("search", "--", typed), ("docket", "--", typed), ("show", "article", "--", typed),
                  ("search", "--raw", "--", typed), ("rulings", f"--judge={typed}"),
                  ("hearings", f"--since={typed}"), ("cases", f"--sort={typed}"),
                  (f"--db=./{typed}", "cases"), (typed,)):  # fmt: skip
        _, text, told = run("--db", database, *words)
        check("text", text)
        check("text", told)


@pytest.mark.parametrize("name", ATTACKS)
def test_no_attack_is_a_request_of_a_manual_page(name: str) -> None:
    for line in ATTACKS[name].split("\n"):
        said = escape_roff(line)
        assert not said.startswith((".", "'"))
        assert not re.sub(r"\\(?:e|-|&)", "", said).count("\\")


def test_the_manual_has_no_request_but_its_own(cli: RunCasetrack, tmp_path: Path) -> None:
    assert cli("man", tmp_path / "man").returncode == 0
    for page in (tmp_path / "man").iterdir():
        requests = {line.split()[0] for line in page.read_text().splitlines() if line[:1] in (".", "'")}
        assert requests <= {".TH", ".SH", ".TP", ".PP", ".nf", ".fi"}


def test_the_checks_find_what_acts() -> None:
    acting = {
        "text": "a\x1b[31mb", "csv": "a\n=1+1\n", "html": "<p onclick=x>",
        "markdown": "[a](javascript:b) <img>",
        "svg": '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', "json": '"\u202e"',
    }  # fmt: skip
    for form, text in acting.items():
        with pytest.raises(AssertionError):
            check(form, text)


def test_no_article_marks_its_own_words_as_found(cli: RunCasetrack, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "BOSTON, May 4, 2017 - A judge denied \ue000the motion\ue001 on Thursday."
    )
    assert cli("--db", tmp_path / "a.db", "ingest", tmp_path / "a.txt").returncode == 0
    assert "**judge** denied the motion" in cli("--db", tmp_path / "a.db", "search", "judge").stdout
