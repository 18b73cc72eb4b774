"""The docket, and a ruling, hearing or article in full."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest
from sample_rows import (
    ARTICLE_DETAIL,
    CASE,
    DOCKET,
    FACT_DETAIL,
    HEARING,
    HELD_HEARING,
    QUOTE,
    RULING,
    SOURCE,
)

from casetrack.render.docket import header_lines, is_ahead, split_entries
from casetrack.render.docket_formats import write_docket_as
from casetrack.render.passages import CONTEXT, cut_around, mark_spans, write_detail
from casetrack.render.phrases import cite_sources, name_decider, say_type
from casetrack.store.rows import Docket, DocketEntry

AT_80 = """\
United States v. Guzman
U.S. District Court for the Eastern District of New York
criminal, pending · reported 2017-05-04 · 2 articles

Case           1, united-states-v-guzman
Judge          Brian Cogan
Docket number  1:09-cr-00466
Plaintiff      United States
Defendant      Joaquin “El Chapo” Guzman
Counsel        David Patton, Michelle Gelernt, for the defendant
               Robert Capers, for the prosecution
Also known as  U.S. v. “El Chapo”

Record
2017-01-20  ● initial appearance  “U.S. District Judge Brian Cogan declined
                                  Thursday to let him out [bail] of solitary.”
                                  Courthouse News Service 2017-05-04 · hearing 1
2017-04     ◌ status conference   “U.S. District Judge Brian Cogan declined
              postponed           Thursday to let him out [bail] of solitary.”
                                  Courthouse News Service 2017-05-04 · hearing 3
2017-05-04  ■ denied              request to be taken out of solitary
                                  confinement and placed in the general
                                  population [bail]
                                  by Brian Cogan, sought by Guzman
                                  Courthouse News Service 2017-05-04 and 1 other
                                  article · ruling 5
            ■ granted in part     Amnesty International’s request to send
                                  observers into the jail
                                  by Brian Cogan, sought by Amnesty
                                  International
                                  Courthouse News Service 2017-05-04 · ruling 6

Ahead, as reported 2017-05-04
2017-05-05  ○ motion hearing      the government’s efforts to disqualify David
16:30         scheduled           Patton
                                  Courtroom 8D, moved from 2017-05-01
                                  Courthouse News Service 2017-05-04 · hearing 2

Without a date
            ■ ordered             “U.S. District Judge Brian Cogan declined
                                  Thursday to let him out [bail] of solitary.”
                                  Courthouse News Service 2017-05-04 · ruling 7
"""


@pytest.fixture(autouse=True)
def plain_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("COLUMNS", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)


def written(docket: Docket, form: str = "table") -> str:
    stream = io.StringIO()
    write_docket_as(docket, form, stream)
    return stream.getvalue()


def test_docket_at_80_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert written(DOCKET) == AT_80


@pytest.mark.parametrize("width", [30, 60, 80, 120, 300])
def test_docket_fits_and_is_never_too_wide_to_read(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    lines = written(DOCKET).splitlines()
    assert max(map(len, lines)) <= min(width, 120)


def test_piped_a_subject_is_one_line() -> None:
    assert f"■ denied              {RULING.subject}\n" in written(DOCKET)


def test_docket_of_a_case_without_anything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    bare = replace(CASE, court=None, judges=(), docket_numbers=(), first_reported=None, last_reported=None)
    assert written(Docket(bare, (), (), (), (), ())) == (
        "United States v. Guzman\ncriminal, pending · 2 articles\n\nCase  1, united-states-v-guzman\n"
    )


def test_docket_for_programs() -> None:
    whole = json.loads(written(DOCKET, "json"))
    assert whole == json.loads(written(DOCKET, "ndjson"))
    assert whole["case"]["slug"] == CASE.slug
    assert [entry["fact"]["id"] for entry in whole["entries"]] == [1, 3, 5, 6, 2, 7]
    rows = list(csv.DictReader(io.StringIO(written(DOCKET, "csv"))))
    assert [(row["entry"], row["id"]) for row in rows][:3] == [
        ("hearing", "1"),
        ("hearing", "3"),
        ("ruling", "5"),
    ]
    assert rows[2]["quote"] == QUOTE


def hearing_on(day: str | None, status: str = "scheduled") -> DocketEntry:
    return DocketEntry("hearing", day, replace(HEARING, date=day, status=status))


AHEAD = [
    pytest.param(hearing_on("2017-05-05"), True, id="the day after the last report"),
    pytest.param(hearing_on("2017-05-04"), True, id="that very day"),
    pytest.param(hearing_on("2017-05-03"), False, id="nobody told how it went"),
    pytest.param(hearing_on("2017-05"), True, id="some day of the same month"),
    pytest.param(hearing_on("2017-04"), False, id="a month gone by"),
    pytest.param(hearing_on("2018"), True, id="a year to come"),
    pytest.param(hearing_on("2017-05-05", "cancelled"), False, id="cancelled"),
    pytest.param(hearing_on(None), False, id="no date"),
    pytest.param(DocketEntry("ruling", "2017-05-05", RULING), False, id="a ruling is never ahead"),
]


@pytest.mark.parametrize(("entry", "expected"), AHEAD)
def test_is_ahead(entry: DocketEntry, expected: bool) -> None:
    assert is_ahead(entry, reported="2017-05-04") is expected


def test_a_hearing_whose_day_went_by_was_scheduled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    past = written(replace(DOCKET, entries=(hearing_on("2017-05-03"),)))
    assert "Record\n2017-05-03" in past
    assert "was scheduled" in past
    assert "was scheduled" not in written(
        replace(DOCKET, entries=(hearing_on("2017-05-04"), hearing_on(None)))
    )


def test_every_entry_stands_in_one_section() -> None:
    sections = dict(split_entries(DOCKET))
    assert list(sections) == ["Record", "Ahead, as reported 2017-05-04", "Without a date"]
    assert sorted(entry.fact.id for entries in sections.values() for entry in entries) == [1, 2, 3, 5, 6, 7]


def test_header_counts_its_labels() -> None:
    two = replace(
        DOCKET, case=replace(CASE, judges=("Brian Cogan", "Ann Donnelly")), parties=DOCKET.parties * 2
    )
    labels = [label for label, _ in header_lines(two)]
    assert labels == [
        "Case",
        "Judges",
        "Docket number",
        "Plaintiffs",
        "Defendants",
        "Counsel",
        "Also known as",
    ]


DECIDERS = [
    pytest.param({}, "Brian Cogan", id="the judge by name"),
    pytest.param({"judges": ()}, "", id="a judge whom nobody names"),
    pytest.param({"decided_by": "jury"}, "the jury", id="a jury, whoever presides"),
    pytest.param({"decided_by": "panel", "judges": ()}, "a panel", id="a panel"),
    pytest.param({"decided_by": "parole board", "judges": ()}, "the parole board", id="a board"),
]


@pytest.mark.parametrize(("change", "expected"), DECIDERS)
def test_name_decider(change: dict[str, object], expected: str) -> None:
    assert name_decider(replace(RULING, **change)) == expected  # type: ignore[arg-type]


def test_cite_sources_counts_articles_not_sentences() -> None:
    nameless = replace(SOURCE, source=None, published=None)
    assert cite_sources([]) == ""
    assert cite_sources([nameless]) == "guzman.txt"
    assert cite_sources([SOURCE, SOURCE]) == "Courthouse News Service 2017-05-04"
    third = replace(SOURCE, article_id=9)
    assert cite_sources([SOURCE, *RULING.sources, third]).endswith("and 2 other articles")


def test_say_type_stands_alone() -> None:
    assert [say_type(kind) for kind in ("bail", "trial", "oral_argument", "other")] == [
        "bail hearing",
        "trial",
        "oral argument",
        "hearing",
    ]


def test_article_with_its_facts_marked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    stream = io.StringIO()
    write_detail(ARTICLE_DETAIL, stream)
    text = " ".join(stream.getvalue().split())
    assert text.startswith("Judge Refuses to Move Guzman Article 3 Source Courthouse News Service")
    assert f"for an hour. >>{QUOTE}<< Nobody" in text
    assert "ruling 5 2017-05-04 denied request to be taken out" in text


def test_ruling_in_its_paragraph() -> None:
    stream = io.StringIO()
    write_detail(FACT_DETAIL, stream)
    assert f"for an hour. >>{QUOTE}<< Nobody" in stream.getvalue()
    assert "article 3, characters 29 to 113 · denied.decline, 0.90" in stream.getvalue()


def test_hearing_says_when_and_where() -> None:
    stream = io.StringIO()
    write_detail(replace(FACT_DETAIL, kind="hearing", fact=HEARING, passages=()), stream)
    assert "Date        2017-05-05 16:30\nMoved from  2017-05-01\n" in stream.getvalue()
    stream = io.StringIO()
    write_detail(replace(FACT_DETAIL, kind="hearing", fact=HELD_HEARING, passages=()), stream)
    assert "Moved from" not in stream.getvalue()


def test_a_long_paragraph_is_cut_at_words_around_its_sentence() -> None:
    text = "word " * 1000 + "It was denied." + " more" * 1000
    start = text.index("It was")
    cut, spans = cut_around(text, start, start + 14)
    assert [cut[a:b] for a, b in spans] == ["It was denied."]
    assert cut.startswith("… word word")
    assert cut.endswith("more more …")
    assert len(cut) <= 2 * CONTEXT + 14 + 4
    assert cut_around("It was denied. So.", 0, 14) == ("It was denied. So.", [(0, 14)])


SPANS = [
    pytest.param("abcdef", [(1, 3)], "a>>bc<<def", id="one"),
    pytest.param("abcdef", [(4, 6), (0, 1)], ">>a<<bcd>>ef<<", id="sorted"),
    pytest.param("abcdef", [(0, 4), (2, 5)], ">>abcd<<ef", id="an overlap stays unmarked"),
    pytest.param("a\x1b[1mb", [(4, 6)], "a[1>>mb<<", id="offsets are those of the text as stored"),
    pytest.param("", [], "", id="nothing"),
]


@pytest.mark.parametrize(("text", "spans", "expected"), SPANS)
def test_mark_spans(text: str, spans: list[tuple[int, int]], expected: str) -> None:
    assert mark_spans(text, spans).plain == expected
