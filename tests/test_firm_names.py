"""Firms, schools and performers whose names are not spelled as names are, on either side of a suit."""

# ruff: noqa: E501 - a list stays a list
from __future__ import annotations

import pytest
from conftest import MakeArticle

from casetrack.extract import extract_report

NAMES = [
    "JPHalden Voss & Co", "NBCVoss", "OpenQI", "BioNTava", "Voss Investment GmbH", "KfV", "T-Halden", "B-Haul",
    "Toys B Us", "Jay-Q", "Halden Voss III", "Lena Voss King III", "St. Halden's Hospital", "Diocese of St. Halden",
    "the Boy Rangers of America", "Facebook", "Twitter", "3M", "3M Co", "7-Eleven", "23andMe", "EBay", "X Corp", "50 Cent",
    "State Farm", "Blue Cross Blue Shield", "University of California, Berkeley", "McDonald's", "Lowe's", "Moody's",
    "Papa John's", "Wendy's", "Warner Bros.",
]  # fmt: skip
TOLD = [
    ("Ruth Oakes sued {} on Tuesday in federal court in Chicago, saying she was cheated.", "defendant"),
    ("{} sued Ruth Oakes on Tuesday in federal court in Chicago, saying she was paid twice.", "plaintiff"),
    (
        "A federal judge in Chicago on Tuesday dismissed a lawsuit against {} that was filed by Ruth Oakes.",
        "defendant",
    ),
    (
        "A federal judge in Chicago on Tuesday sided with {} in a lawsuit filed by Ruth Oakes.",
        "defendant",
    ),
    (
        "{} must face a lawsuit filed by Ruth Oakes, a federal judge in Chicago ruled Tuesday.",
        "defendant",
    ),
]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_of_any_spelling_is_a_side(make_article: MakeArticle, name: str) -> None:
    for sentence, role in TOLD:
        text = sentence.format(name)
        (case,) = extract_report(make_article(text[0].upper() + text[1:], "2021-03-10")).cases
        sides = {(party.name.rstrip("."), party.role) for party in case.parties}
        other = "plaintiff" if role == "defendant" else "defendant"
        assert sides == {(name.rstrip(".").removeprefix("the "), role), ("Ruth Oakes", other)}, sentence


OWNERS = [
    (
        "Dana Lowe was convicted of fraud on Tuesday. A jury rejected Lowe's claim that he was misled.",
        "Dana Lowe",
    ),
    ("A jury convicted Ann Wendy Moody of theft on Tuesday. Moody's lawyer will appeal.", "Ann Wendy Moody"),
    (
        "Ann McDonald was sentenced on Tuesday to a year in prison. Ms. McDonald's was the last.",
        "Ann McDonald",
    ),
]


@pytest.mark.parametrize(("text", "name"), OWNERS)
def test_who_owns_something_is_no_firm(make_article: MakeArticle, text: str, name: str) -> None:
    (case,) = extract_report(make_article(text, "2021-03-10")).cases
    assert [party.name for party in case.parties] == [name]
