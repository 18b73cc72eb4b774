"""Which judge and court a sentence names, by whatever title: the name alone, the court by its id or name."""

# ruff: noqa: E501 - a case stays on its line
from __future__ import annotations

import pytest
from conftest import MakeArticle

from casetrack.extract import extract_report

TOLD = [
    ("Manhattan federal judge Ines Calder dismissed Bo Lee's lawsuit against the Tern Times on Tuesday.", ["Ines Calder"], "nysd"),
    ("A federal judge, Ines Calder, dismissed Bo Lee's lawsuit against the Tern Times on Tuesday.", ["Ines Calder"], None),
    ("Old Bailey judge Ines Calder jailed Bo Lee for five years on Tuesday.", ["Ines Calder"], "Central Criminal Court (Old Bailey)"),
    ("A Delaware judge on Tuesday ordered Halden Corp. to open its books to Bo Lee. Vice Chancellor Ines Calder said it had stalled.", ["Ines Calder"], "delch"),
    ("Halden Corp. must face a lawsuit by Bo Lee, a federal judge in Manhattan ruled Tuesday.", [], "nysd"),
    ("Prosecutors told a federal judge Bo Lee had fled, and Lee was convicted of fraud on Tuesday in federal court in Manhattan.", [], "nysd"),
    ("Ines Calder, a federal judge in Manhattan, dismissed Bo Lee's lawsuit against the Tern Times on Tuesday.", ["Ines Calder"], "nysd"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "judges", "court"), TOLD)
def test_judge_and_court(make_article: MakeArticle, text: str, judges: list[str], court: str | None) -> None:
    (case,) = extract_report(make_article(text, "2021-03-10")).cases
    assert list(case.judges) == judges
    assert (case.court and (case.court.id or case.court.name)) == court


HEADLINES = [
    "Judge Blocks Cole Marsh's Road Plan", "Two Federal Judges Have Now Blocked Marsh's Road Plan",
    "Federal Judge Halts Marsh's Road Plan", "Judge Strikes Down Marsh's Road Plan",
]  # fmt: skip


@pytest.mark.parametrize("headline", HEADLINES)
def test_no_judge_is_called_as_a_headline_says_what_was_done(
    make_article: MakeArticle, headline: str
) -> None:
    text = (
        "A federal judge in Boise on Tuesday blocked a road plan of the Marsh administration in a lawsuit by the Orrin Lakekeepers.\n\n"
        "U.S. District Judge Ines Calder said Gov. Marsh had ignored the law."
    )
    (case,) = extract_report(make_article(text, "2021-03-10", title=headline)).cases
    assert list(case.judges) == ["Ines Calder"]


STORY = (
    "A federal judge in Boise on Tuesday refused to throw out a lawsuit by the Orrin Lakekeepers against Halden Corp.\n\n"
    "U.S. District Judge Ines Calder said the group could go on.\n\n"
)
ELSEWHERE = [
    "In 2019, Judge Bea Lund in Tacoma ruled that rivers belong to all.",
    "A federal judge in Ohio, Bea Lund, responded in January by halting dams there until March.",
    "A London judge, Bea Lund, had held in January that the dams did no harm.",
    "Marion County Circuit Judge Bea Lund last month overturned the suspension of angler Cole Marsh.",
    "A similar challenge in Oregon is before U.S. District Judge Bea Lund in Portland.",
]


@pytest.mark.parametrize("text", ELSEWHERE)
def test_a_judge_of_another_court_sits_in_another_case(make_article: MakeArticle, text: str) -> None:
    case = extract_report(make_article(STORY + text, "2021-03-10")).cases[0]
    assert list(case.judges) == ["Ines Calder"]
    assert [ruling.disposition for ruling in case.rulings] == ["denied"]


SAME_CASE = [
    "U.S. Magistrate Judge Bea Lund in Pocatello ordered Halden Corp. in January to hand over its records.",
    "The case was moved from Tacoma, where U.S. District Judge Bea Lund denied an injunction in January.",
]


@pytest.mark.parametrize("text", SAME_CASE)
def test_a_case_may_have_two_judges(make_article: MakeArticle, text: str) -> None:
    (case,) = extract_report(make_article(STORY + text, "2021-03-10")).cases
    assert sorted(case.judges) == ["Bea Lund", "Ines Calder"]
