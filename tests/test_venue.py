"""Which court has a case: where it is pending, not where it may go next."""

from __future__ import annotations

from dataclasses import replace

import pytest
from conftest import MakeArticle

from casetrack.extract import extract_report

RULED = "U.S. District Judge Helen Marsh on Tuesday blocked the sale of Corvane Dairy to Altamere Farms."
VENUES = [
    pytest.param(RULED, "MINNEAPOLIS", "mnd", id="district-judge-and-dateline"),
    pytest.param(
        f"{RULED} The companies may appeal to the 8th U.S. Circuit Court of Appeals in St. Louis.",
        "MINNEAPOLIS",
        "mnd",
        id="where-it-may-go-next",
    ),
    pytest.param(
        "A judge in Minneapolis has put a stop to the sale of two dairies.\n\nFederal Judge Helen Marsh ruled"
        " yesterday that Altamere Farms and Corvane Dairy can't become one company.",
        "FARGO, N.D.",
        "mnd",
        id="judge-in-a-town",
    ),
    pytest.param(
        "The 8th U.S. Circuit Court of Appeals on Tuesday upheld an injunction against Corvane Dairy. U.S."
        " District Judge Helen Marsh had blocked the sale.",
        "ST. LOUIS",
        "ca8",
        id="court-of-appeals-that-acted",
    ),
]


@pytest.mark.parametrize(("text", "dateline", "court"), VENUES)
def test_court_of_the_case(make_article: MakeArticle, text: str, dateline: str, court: str) -> None:
    report = extract_report(make_article(text, "2024-09-18", dateline=dateline))
    assert [case.court and case.court.id for case in report.cases] == [court]


def test_the_court_of_a_release_is_that_of_the_office(make_article: MakeArticle) -> None:
    article = make_article(
        "Marco Bell was sentenced today to three years in prison for wire fraud.", "2024-09-18"
    )
    office = replace(article, source="U.S. Attorney's Office, Northern District of Iowa")
    (case,) = extract_report(office).cases
    assert case.court is not None
    assert case.court.id == "iand"
