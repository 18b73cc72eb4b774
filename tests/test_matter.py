"""What a case is about: offences by the lexicon, victims, towns, and which sentences are whose."""

from __future__ import annotations

from typing import Any

import pytest
from conftest import MakeArticle

from casetrack.extract import extract_report
from casetrack.extract.charges import find_charges
from casetrack.lexicon import load_table

OFFENCES = load_table("offences")["offence"]


@pytest.mark.parametrize("offence", OFFENCES, ids=[offence["id"] for offence in OFFENCES])
def test_offence_is_found_in_its_examples_alone(offence: dict[str, Any]) -> None:
    assert offence["examples"]
    assert offence["counterexamples"]
    for text in offence["examples"]:
        assert offence["id"] in find_charges([text]), text
    for text in offence["counterexamples"]:
        assert offence["id"] not in find_charges([text]), text


def test_no_phrase_means_two_offences() -> None:
    phrases = [phrase for offence in OFFENCES for phrase in offence["phrases"]]
    assert len(phrases) == len(set(phrases))


def test_offence_told_of_outside_court_is_no_charge() -> None:
    assert find_charges(["The town had not seen a murder in ten years."]) == ()
    assert find_charges(["She was charged with murder, arson and murder."]) == ("murder", "arson")


VICTIMS = [
    pytest.param("A jury convicted Ann Porter of the murder of club owner Kay Tran.", ("Kay Tran",), id="of"),
    pytest.param("Ann Porter was convicted of killing Kay Tran with a car.", ("Kay Tran",), id="killing"),
    pytest.param("Ann Porter was charged. The victim, Kay Tran, was 30.", ("Kay Tran",), id="called-victim"),
    pytest.param("Ann Porter was charged. Kay Tran, 30, died at the scene.", ("Kay Tran",), id="died"),
    pytest.param("Ann Porter was charged with murder, Sheriff Kay Tran said.", (), id="the-sheriff-said"),
    pytest.param("Ann Porter was convicted of murder by Judge Kay Tran.", (), id="the-judge"),
    pytest.param("Ann Porter was convicted of murder. Ann Porter was shot.", (), id="the-accused"),
]


@pytest.mark.parametrize(("text", "victims"), VICTIMS)
def test_victims(make_article: MakeArticle, text: str, victims: tuple[str, ...]) -> None:
    (case,) = extract_report(make_article(f"{text} So the court heard.", "2019-03-06")).cases
    assert case.victims == victims


def test_each_case_of_an_article_has_its_own_matter(make_article: MakeArticle) -> None:
    text = (
        "TACOMA, Wash. — A federal judge on Tuesday sentenced Ann Porter to nine years for arson. Porter"
        " burned two barns in Yelm.\n\nIn another courtroom a jury convicted Bo Lindqvist of perjury."
        " Lindqvist had lied about a ferry contract, prosecutors said."
    )
    report = extract_report(make_article(text, "2019-03-06", dateline="TACOMA, Wash."))
    assert [(case.caption, case.charges) for case in report.cases] == [
        ("United States v. Porter", ("arson",)),
        ("United States v. Lindqvist", ("perjury",)),
    ]
    arson, perjury = (set(case.about) for case in report.cases)
    assert "barn" in arson - perjury
    assert "ferry" in perjury - arson
    assert all("tacoma" in case.places for case in report.cases)
