"""The annotations stand in their articles, and what is read from those is sound.

How many of the annotated facts are found is the business of test_accuracy.py.

An annotation lists the cases an article reports (`optional` ones may be left out), each with the
captions that are right for it, and for each fact a piece of its sentence (`anchor`).
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from casetrack.combine import Member, combine_members
from casetrack.extract import extract_report
from casetrack.models import CaseReport, Report, Ruling
from casetrack.read import read_article
from casetrack.sources import RawInput, load_inputs

ROOT = Path(__file__).parent.parent
GOLDEN = ROOT / "tests" / "golden"
SAMPLES = sorted((ROOT / "data" / "articles").glob("*.txt"))
TRAPS = sorted((GOLDEN / "traps").glob("*.txt"))

NOT_COURT_NEWS = [
    "2014-04-17-custody-of-the-cup",
    "2016-11-13-commentary-the-shrinking-jury",
    "2018-09-12-senate-panel-hearing-judicial-nominee",
    "2019-07-25-agency-postpones-grain-dust-rule",
    "2020-02-16-profile-judge-ellery-boone",
    "2021-08-30-drug-trial-results",
]
"""The articles without a case."""


@cache
def read_report(path: Path) -> Report:
    (raw,) = load_inputs(str(path), 10**7)
    assert isinstance(raw, RawInput)
    return extract_report(read_article(raw))


@cache
def annotation_of(path: Path) -> dict[str, Any]:
    folder = GOLDEN / ("traps" if path in TRAPS else "articles")
    wanted: dict[str, Any] = json.loads((folder / f"{path.stem}.json").read_text(encoding="utf-8"))
    return wanted


def find_anchor(text: str, anchor: str) -> int:
    """Give where an anchor begins, whatever blanks and line ends it runs over; -1 for nowhere."""
    found = re.search(r"\s+".join(map(re.escape, anchor.split())), text)
    return found.start() if found else -1


def test_every_article_has_its_annotation() -> None:
    for folder, paths in (("articles", SAMPLES), ("traps", TRAPS)):
        assert {path.stem for path in (GOLDEN / folder).glob("*.json")} == {path.stem for path in paths}


@pytest.mark.parametrize("path", SAMPLES + TRAPS, ids=lambda path: path.stem)
def test_every_anchor_stands_in_its_article(path: Path) -> None:
    text = read_report(path).article.text
    for case in annotation_of(path)["cases"]:
        for fact in (*case["rulings"], *case["hearings"]):
            for anchor in (fact["anchor"], *fact["also"]):
                assert find_anchor(text, anchor) >= 0, anchor


@pytest.mark.parametrize("path", TRAPS, ids=lambda path: path.stem)
def test_day_of_publication_of_a_trap(path: Path) -> None:
    assert read_report(path).article.published == annotation_of(path)["published"]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_outlet(path: Path) -> None:
    assert read_report(path).article.source == annotation_of(path)["source"]


def test_articles_without_a_case_are_known() -> None:
    assert {path.stem for path in SAMPLES if not annotation_of(path)["cases"]} == set(NOT_COURT_NEWS)


@pytest.mark.parametrize("stem", NOT_COURT_NEWS)
def test_no_case_is_seen_where_there_is_none(stem: str) -> None:
    assert read_report(ROOT / "data" / "articles" / f"{stem}.txt").cases == ()


@pytest.mark.parametrize("path", SAMPLES + TRAPS, ids=lambda path: path.stem)
def test_report_is_sound(path: Path) -> None:
    report = read_report(path)
    assert extract_report(report.article) == report
    for case in report.cases:
        assert case.caption
        check_facts(report.article.text, case)


def check_facts(text: str, case: CaseReport) -> None:
    for fact in (*case.rulings, *case.hearings):
        spans = [(fact.start, fact.end, fact.quote), *((s.start, s.end, s.quote) for s in fact.also)]
        assert len(set(spans)) == len(spans)
        for start, end, quote in spans:
            assert text[start:end] == quote != ""
        assert fact.date is None or fact.date.count("-") in {0, 1, 2}


def test_guzman_articles_tell_one_case_with_both_denials() -> None:
    reports = [read_report(path) for path in SAMPLES if "guzman" in path.stem]
    assert [len(report.cases) for report in reports] == [1, 1]
    case = combine_members(
        Member(number, report.article.sha256, report.article.published, report.cases[0])
        for number, report in enumerate(reports, 1)
    )
    assert (case.kind, case.judges) == ("criminal", ("Brian Cogan",))
    told = [joined.fact for joined in case.rulings if isinstance(joined.fact, Ruling)]
    assert [(r.disposition, r.date) for r in told] == [("denied", "2017-05-04")] * 2
    assert {r.movant for r in told if r.movant} == {"Amnesty International"}
