"""The decisions of a list ("In other action Monday, the court:") and others told in passing beside the main one."""

# ruff: noqa: E501 - a case stays on its line
from __future__ import annotations

import pytest
from conftest import MakeArticle

from casetrack.extract import extract_report
from casetrack.models import CaseReport

DAY = "2018-03-14"  # a Wednesday
LIST = """The Supreme Court agreed Monday to hear the appeal of Martin Ruz, who was convicted of assault in Arizona.

In other action Monday, the court:

-- Turned away an appeal from a Kentucky coal company, Black Fork Mining, that was ordered to pay $19 million. The 6th U.S. Circuit Court of Appeals affirmed the award in 2012.

-- Told a federal appeals court in Atlanta to take another look at a lawsuit by a Florida prison inmate, Ty Beal, who says he was denied treatment.

-- Asked the Porter administration for its views on whether to hear a dispute between the state of Montana and the Blackfeet Nation over water rights.

-- Turned away an appeal by a Georgia death row inmate who says his lawyer slept.
"""


def tell(case: CaseReport) -> tuple[str, list[str]]:
    return case.caption, [f"{r.disposition} {r.date}" for r in case.rulings]


def test_each_item_of_a_list_is_a_case_of_its_own(make_article: MakeArticle) -> None:
    """An item that names nobody is in none of them."""
    cases = extract_report(make_article(LIST, DAY)).cases
    assert [tell(case) for case in cases if case.caption != "State v. Ruz"] == [
        ("In re Black Fork Mining", ["denied 2018-03-12", "affirmed 2012"]),
        ("In re Ty Beal", ["ordered 2018-03-12"]),
        ("Montana v. Blackfeet Nation", ["ordered 2018-03-12"]),
    ]
    assert sum(len(case.rulings) for case in cases) == 6


KESS = "Dana Kess pleaded no contest Tuesday to drunken driving in Los Angeles Superior Court."
ELM = "Elm Corp. sued the state of Ohio."
BESIDE = [
    (f"{KESS} A charge of leaving the scene of an accident was dropped as part of the deal.", ["dismissed 2018-03-13"]),
    (f"{KESS} In January, a different judge issued a warrant for Kess's arrest.", ["ordered 2018-01"]),
    (f"{ELM} The state asked Judge Ann Roe on Monday to put her decision on hold. She agreed to a seven-day stay.", ["stayed 2018-03-12"]),
    (f"{ELM} U.S. District Judge Ann Roe on Friday denied a restraining order but agreed to hear more evidence at a hearing on July 29.", ["denied 2018-03-09"]),
    ("A federal judge on Monday refused to let Sen. Vic Carb withdraw his guilty plea, but agreed to push back his sentencing by six weeks.", ["denied 2018-03-12", "granted 2018-03-12"]),
    ("A jury found Dwayne Lutz guilty of robbery after a two-day trial in February. Lutz was sentenced Tuesday to seven years. Judge Ann Roe also ordered him to pay $612 in restitution.", ["convicted 2018-02", "sentenced 2018-03-13"]),
    ("Bo Lee was acquitted of harboring a felon by a separate jury last month.", ["acquitted 2018-02"]),
    ("Karen Weid, 45, pleaded guilty Tuesday to one count of theft by failure to make required disposition of funds.", []),
    ("Clerk Claire Hadd was sued by Elm Corp. in Tern County Superior Court. Her lawyer said she will do what the courts tell her to do.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), BESIDE, ids=[case[0][-70:] for case in BESIDE])
def test_what_is_decided_beside(make_article: MakeArticle, text: str, wanted: list[str]) -> None:
    (case,) = extract_report(make_article(text, DAY)).cases
    assert [f"{r.disposition} {r.date}" for r in case.rulings] == wanted


SESSIONS = [
    (f"{KESS} Kess must return to Judge Ann Roe's courtroom on May 7.", [("2018-03-13", "plea"), ("2018-05-07", "other")]),
    ("Vic Carb is charged with bribery. He was to be sentenced next Tuesday. U.S. District Judge Ann Roe moved the date to April 23.", [("2018-04-23", "sentencing")]),
    ("Jurors could not agree in the murder trial of Bo Lee. Judge Ann Roe scheduled a hearing for April 2 to set a new trial date.", [("2018-04-02", "status_conference")]),
    ("The state Parole Board on Tuesday denied parole to Bo Lee. The decision came after Lee appeared before the board on Feb. 6. At the hearing, Lee apologized.", [("2018-02-06", "parole")]),
    (f"{ELM} U.S. District Judge Ann Roe on Friday agreed to hear more evidence at a hearing on July 29.", [("2018-07-29", "motion")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), SESSIONS, ids=[case[0][-70:] for case in SESSIONS])
def test_what_is_on(make_article: MakeArticle, text: str, wanted: list[tuple[str, str]]) -> None:
    (case,) = extract_report(make_article(text, DAY)).cases
    assert [(h.date, h.type) for h in case.hearings] == wanted


SIDES = [
    ("A federal judge in Chicago on Monday approved a $58 million settlement between Brandt's Home Stores and customers whose card numbers were stolen.", {"Brandt's Home Stores"}),
    ("In Ohio, the state chapter of the N.A.A.C.P. sued Secretary of State Jon Hust over early voting. A federal judge in Dayton blocked the law Monday.", {"N.A.A.C.P.", "Jon Hust"}),
    ("Judge Ann Roe ruled Monday for the House Oversight Committee. The committee wants to question Claire Hadd. She failed to show up in August. The panel sued her in September.", {"House Oversight Committee", "Claire Hadd"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), SIDES, ids=[case[0][:70] for case in SIDES])
def test_whose_case_it_is(make_article: MakeArticle, text: str, wanted: set[str]) -> None:
    (case,) = extract_report(make_article(text, DAY)).cases
    assert {party.name for party in case.parties} == wanted


def test_the_defense_of_an_accused_is_no_side_of_the_suit_over_the_crime(make_article: MakeArticle) -> None:
    text = (
        "Officer Dale Horv, 38, was charged with manslaughter in the death of Andre Wilk in Tern County Circuit Court. "
        "Horv's attorney, Robert Glenn, said his client was disappointed.\n\n"
        "The trial began Feb. 26. In January, Judge Ann Roe rejected a defense request to move it to another county.\n\n"
        "Wilk's mother, Denise Wilk, sued Horv in federal court last year. A federal judge in January put that lawsuit on hold."
    )
    cases = extract_report(make_article(text, DAY)).cases
    assert [tell(case) for case in cases] == [
        ("State v. Horv", ["denied 2018-01"]), ("Wilk v. Horv", ["stayed 2018-01"]),
    ]  # fmt: skip
    assert [h.date for h in cases[0].hearings] == ["2018-02-26"]
