"""Who is accused in prosecutors' releases and media advisories: their forms, not one office's words."""

from __future__ import annotations

import pytest
from conftest import MakeArticle

from casetrack.extract import extract_report

RELEASES = [
    pytest.param(
        "RIVERTON – A bookkeeper was convicted today of grand theft. Ann Porter, 41, Santa Rosa,"
        " was found guilty by a jury of both counts of grand theft.",
        [["Ann Porter"]],
        id="town-after-the-age-is-no-party",
    ),
    pytest.param(
        "RIVERTON – Two men were sentenced today for robbery. Bo Lindqvist, 52, of Glen Hollow, and Carl"
        " Osei, 33, of Elm Ridge, pleaded guilty to robbery.",
        [["Bo Lindqvist", "Carl Osei"]],
        id="several-with-their-towns",
    ),
    pytest.param(
        "RIVERTON – A clerk was convicted today of stealing from the court.\nLee Marsh Jr., 55,\nOrange\n,"
        " was found guilty by a jury of both counts of theft.",
        [["Lee Marsh Jr."]],
        id="junior-with-an-age-on-broken-lines",
    ),
    pytest.param(
        "MEDIA ADVISORY\nWHO: Dana Marie Frost, 37, and Evan Holt, 39\nWHAT: Will be arraigned on charges of"
        " badly hurting a rower in a crash.\nWHEN: Tuesday, May 3, 2011\nWHERE: Department C-5",
        [["Dana Marie Frost", "Evan Holt"]],
        id="advisory-names-them-under-who",
    ),
    pytest.param(
        "MEDIA ADVISORY\nThe District Attorney’s Office posted the opening statements in the"
        " trial of defendants Dana Frost and Evan Holt for the murder of Kay Tran.",
        [["Dana Frost", "Evan Holt"]],
        id="defendants-named-by-that-word",
    ),
    pytest.param(
        "RIVERTON – A man was killed on Tuesday. The victim Kay Tran, 30, died at the scene. Prosecutors have"
        " charged nobody with murder. Detective Sal Ortiz, 44, is investigating the homicide.",
        [],
        id="victims-and-officers-are-not-accused",
    ),
]


@pytest.mark.parametrize(("text", "cases"), RELEASES)
def test_accused_of_a_release(make_article: MakeArticle, text: str, cases: list[list[str]]) -> None:
    report = extract_report(make_article(text, "2011-05-02"))
    assert [[party.name for party in case.parties] for case in report.cases] == cases
