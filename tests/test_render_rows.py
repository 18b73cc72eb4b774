"""One row type, four formats."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import fields, replace

import pytest
from sample_rows import (
    ARTICLE,
    CASE,
    HEARING,
    HIT,
    OTHER_CASE,
    QUOTE,
    RECORD,
    RULING,
    STATS,
    UNDATED_RULING,
)

from casetrack.render import FORMATS, write_rows
from casetrack.render.columns import Columns, data_columns, table_columns
from casetrack.render.csv import make_cell
from casetrack.render.json import dump_json
from casetrack.render.listings import (
    ARTICLE_COLUMNS,
    CASE_COLUMNS,
    ENTRY_COLUMNS,
    HEARING_COLUMNS,
    HIT_COLUMNS,
    RULING_COLUMNS,
)
from casetrack.render.records import FACT_COLUMNS, list_facts
from casetrack.render.stats import FIGURE_COLUMNS, write_stats

LISTINGS = [
    pytest.param(CASE, CASE_COLUMNS, id="cases"),
    pytest.param(ARTICLE, ARTICLE_COLUMNS, id="articles"),
    pytest.param(RULING, RULING_COLUMNS, id="rulings"),
    pytest.param(HEARING, HEARING_COLUMNS, id="hearings"),
    pytest.param(HIT, HIT_COLUMNS, id="search"),
]
EVERY_COLUMNS = [
    pytest.param(columns, id=name)
    for name, columns in {
        "cases": CASE_COLUMNS,
        "articles": ARTICLE_COLUMNS,
        "rulings": RULING_COLUMNS,
        "hearings": HEARING_COLUMNS,
        "search": HIT_COLUMNS,
        "docket": ENTRY_COLUMNS,
        "extract": FACT_COLUMNS,
        "stats": FIGURE_COLUMNS,
    }.items()
]
HOSTILE = "\x1b[31m=cmd()\u202e [bold]x[/bold] [/sic] :smile: \x9b2J"


@pytest.fixture(autouse=True)
def plain_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("COLUMNS", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)


def written(rows: list[object], columns: Columns[object], form: str) -> str:
    stream = io.StringIO()
    write_rows(rows, columns, form, stream)
    return stream.getvalue()


@pytest.mark.parametrize(("row", "columns"), LISTINGS)
def test_json_carries_every_field_of_the_row(row: object, columns: Columns[object]) -> None:
    (parsed,) = json.loads(written([row], columns, "json"))
    assert set(parsed) >= {field.name for field in fields(row)}  # type: ignore[arg-type]
    assert json.loads(written([row, row], columns, "ndjson").splitlines()[1]) == parsed


@pytest.mark.parametrize(("row", "columns"), LISTINGS)
def test_csv_is_read_back_by_its_own_reader(row: object, columns: Columns[object]) -> None:
    header, first, second = csv.reader(io.StringIO(written([row, row], columns, "csv")))
    assert header == [column.name for column in data_columns(columns, "csv")]
    assert first == second
    assert len(first) == len(header)


@pytest.mark.parametrize("columns", EVERY_COLUMNS)
def test_no_name_stands_twice(columns: Columns[object]) -> None:
    for chosen in (data_columns(columns, "json"), data_columns(columns, "csv"), table_columns(columns)):
        names = [column.name for column in chosen]
        assert len(names) == len(set(names))


@pytest.mark.parametrize(("row", "columns"), LISTINGS)
@pytest.mark.parametrize("width", [40, 80, 120, 200])
def test_a_table_fits_its_width(
    row: object, columns: Columns[object], width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    lines = written([row, row], columns, "table").splitlines()
    assert max(map(len, lines)) <= width
    assert lines[0].split()[0] == "ID"
    assert all(line == line.rstrip() for line in lines)


def test_nothing_is_an_empty_answer_in_every_format() -> None:
    nothing = {form: written([], CASE_COLUMNS, form) for form in FORMATS}
    assert nothing["json"] == "[]\n"
    assert nothing["table"] == nothing["ndjson"] == ""
    assert nothing["csv"].startswith("id,slug,caption")


def test_piped_a_row_is_one_line_however_long() -> None:
    lines = written([CASE, OTHER_CASE], CASE_COLUMNS, "table").splitlines()
    assert len(lines) == 3
    assert OTHER_CASE.caption in lines[2]
    assert lines[0].startswith("ID  CASE")
    assert lines[1].index("criminal") == lines[2].index("civil") == lines[0].index("KIND")


def test_at_80_columns_the_columns_that_matter_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert "STATUS   REPORTED    NEXT" in written([CASE, OTHER_CASE], CASE_COLUMNS, "table")
    ruling = written([RULING], RULING_COLUMNS, "table")
    assert ruling.splitlines()[0].split() == ["ID", "DATE", "RULING", "ABOUT", "CASE"]
    assert "[bail]" in ruling
    hearing = written([HEARING], HEARING_COLUMNS, "table")
    assert "2017-05-05" in hearing
    assert "16:30" in hearing


def test_a_ruling_that_says_nothing_of_its_subject_shows_the_sentence() -> None:
    assert "“U.S. District Judge Brian Cogan" in written([UNDATED_RULING], RULING_COLUMNS, "table")


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("width", ["", "200"])
def test_hostile_text_is_inert(form: str, width: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", width)
    text = written([replace(CASE, caption=HOSTILE)], CASE_COLUMNS, form)
    assert not {"\x1b", "\x9b", "\u202e"} & set(text)
    assert "[bold]x[/bold] [/sic] :smile:" in text.replace("\\", "")


def test_json_keeps_what_it_escapes() -> None:
    text = dump_json({"a": HOSTILE, "b": "naïve\u2028"})
    assert json.loads(text) == {"a": HOSTILE, "b": "naïve\u2028"}
    assert "naïve" in text


FORMULAS = [
    pytest.param("=1+1", "'=1+1", id="equals"),
    pytest.param("+1", "'+1", id="plus"),
    pytest.param("-1", "'-1", id="minus"),
    pytest.param("@SUM(A1)", "'@SUM(A1)", id="at"),
    pytest.param("\t=1", "'=1", id="behind a tab"),
    pytest.param("\r=1", "'=1", id="behind a carriage return"),
    pytest.param("\x00=1", "'=1", id="behind a control character"),
    pytest.param("\uff1d1", "'\uff1d1", id="full width"),
    pytest.param("a=1", "a=1", id="not at the start"),
    pytest.param(-1, "-1", id="a number is no formula"),
    pytest.param(0.5, "0.5", id="a fraction"),
    pytest.param(None, "", id="nothing"),
    pytest.param(("=a", "b"), "'=a; b", id="a list"),
    pytest.param(("Cogan", "Smith"), "Cogan; Smith", id="a plain list"),
]


@pytest.mark.parametrize(("value", "cell"), FORMULAS)
def test_no_cell_runs_as_a_formula(value: object, cell: str) -> None:
    assert make_cell(value) == cell


def test_found_words_are_marked_where_there_is_no_style() -> None:
    assert "of **solitary**." in written([HIT], HIT_COLUMNS, "table")
    assert "of **solitary**." in json.loads(written([HIT], HIT_COLUMNS, "json"))[0]["snippet"]


def test_found_words_are_styled_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    text = written([HIT], HIT_COLUMNS, "table")
    assert "\x1b[1;33msolitary\x1b[0m" in text
    assert "**" not in text


def test_ruling_csv_spells_out_its_first_sentence() -> None:
    (row,) = csv.DictReader(io.StringIO(written([RULING], RULING_COLUMNS, "csv")))
    assert row["quote"] == QUOTE
    assert (row["source"], row["source_count"], row["judges"]) == (
        "Courthouse News Service",
        "2",
        "Brian Cogan",
    )


def test_extraction_records_as_rows() -> None:
    facts = list(list_facts([RECORD, RECORD | {"cases": []}]))
    fact, nothing = csv.DictReader(io.StringIO(written(facts, FACT_COLUMNS, "csv")))
    assert (fact["fact"], fact["word"], fact["quote"]) == ("ruling", "denied", QUOTE)
    assert (nothing["path"], nothing["caption"]) == (RECORD["path"], "")
    assert "request to leave solitary [bail]" in written(facts, FACT_COLUMNS, "table")


def test_stats_are_an_object_for_programs_and_figures_for_people() -> None:
    as_json, as_csv, as_table = io.StringIO(), io.StringIO(), io.StringIO()
    write_stats(STATS, "json", as_json)
    write_stats(STATS, "csv", as_csv)
    write_stats(STATS, "table", as_table)
    assert json.loads(as_json.getvalue())["dispositions"][1] == {"value": "granted_in_part", "count": 1}
    assert "rulings by disposition,granted_in_part,1" in as_csv.getvalue()
    assert "granted in part" in as_table.getvalue()
