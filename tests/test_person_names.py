"""People whose names mean something else as well, or stand behind what they are: accused all the same."""

# ruff: noqa: E501 - a list stays a list
from __future__ import annotations

import pytest
from conftest import MakeArticle

from casetrack.extract import extract_report

NAMES = [
    "Bill Voss", "Bill de Voss", "Ann White", "Jim Black", "Sarah Hall", "Nathan Lane", "T.J. Lane", "Jack Law", "Ben State",
    "April Voss", "June Voss", "Christian Voss", "AJ Voss", "Joan Page", "Carl Day", "Adam Driver", "Kim West", "Mike Judge",
    "Ana de los Voss", "Voss Lap Seng", "Cardi Q", "Rufus “Teflon” Voss", "Ana Su’a", "Mahina Ka'ahu",
]  # fmt: skip
CALLED = [
    ("Officer Jason Voss", "Jason Voss"),
    ("Pfc. Bradley Voss", "Bradley Voss"),
    ("ex-officer Drew Voss", "Drew Voss"),
    ("“Harbor Lights” actor Ron Voss", "Ron Voss"),
    ("“Ferry Bro” Martin Voss", "Martin Voss"),
    ("former Reno River Otters tight end Aaron Voss", "Aaron Voss"),
    ("Tern Bay Times reporter Aaron Voss", "Aaron Voss"),
]
TOLD = [
    "{} was convicted of fraud on Tuesday by a federal jury in Chicago.",
    "A federal judge in Chicago sentenced {} to five years in prison on Tuesday.",
    "{} pleaded guilty to fraud on Tuesday in federal court in Chicago.",
    "Prosecutors in Chicago on Tuesday charged {} with fraud.",
    "A judge in Chicago on Tuesday denied {}’s request for bail, saying there was a risk of flight.",
]


@pytest.mark.parametrize(("called", "name"), [*((name, name) for name in NAMES), *CALLED])
def test_whoever_it_is_stands_accused(make_article: MakeArticle, called: str, name: str) -> None:
    for sentence in TOLD:
        text = sentence.format(called)
        (case,) = extract_report(make_article(text[0].upper() + text[1:], "2021-03-10")).cases
        assert [(party.name, party.role) for party in case.parties] == [(name, "defendant")], sentence


NOBODY = [
    "A judge ruled on Tuesday that Bill 20 is unlawful.",
    "In April Voss County sued the mill, and a judge dismissed the suit on Tuesday.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_what_is_no_person(make_article: MakeArticle, text: str) -> None:
    for case in extract_report(make_article(text, "2021-03-10")).cases:
        assert not {"Bill", "April"} & {party.name.split()[0] for party in case.parties}


def test_a_trial_is_told_of_one_with_a_nickname(make_article: MakeArticle) -> None:
    text = "The trial of Rufus “Teflon” Voss on fraud charges began on Tuesday in federal court in Chicago."
    (case,) = extract_report(make_article(text, "2021-03-10")).cases
    assert [(hearing.type, hearing.date) for hearing in case.hearings] == [("trial", "2021-03-09")]


ASKING = [
    "Lawyers for Lena Voss asked a judge in Chicago on Tuesday to throw out her fraud conviction.",
    "Lena Voss filed an appeal on Tuesday of her fraud conviction, court records in Chicago show.",
    "Lawyers for Lena Voss want her trial on fraud charges moved out of Chicago, they told a judge Tuesday.",
    "Lena Voss's lawyers asked a court Tuesday to move her trial from Chicago, where she is charged with murder.",
    "Lena Voss turned herself in on Tuesday in Chicago, where a judge had signed a warrant on 12 counts of fraud.",
    "Lena Voss was extradited from Mexico on Tuesday to face drug charges in federal court in Chicago.",
    "Texas plans to execute Lena Voss on Tuesday for murder. The Supreme Court has her last appeal.",
]


@pytest.mark.parametrize("text", ASKING)
def test_who_asks_or_surrenders_is_accused(make_article: MakeArticle, text: str) -> None:
    (case,) = extract_report(make_article(text, "2021-03-10")).cases
    assert (case.kind, [party.name for party in case.parties]) == ("criminal", ["Lena Voss"])
    assert case.rulings == ()


PRINTED = [
    (
        "BO LEE, 34, of Fresno, was found guilty Tuesday of murder by a jury in Superior Court.",
        "Bo Lee",
        "State v. Lee",
    ),
    (
        "ANN O'BRIEN-LEE JR., 34, was convicted Tuesday of murder by a jury in Superior Court.",
        "Ann O'Brien-Lee Jr.",
        None,
    ),
    (
        "T.J. MCVOSS III, 34, was convicted Tuesday of murder by a jury in Superior Court.",
        "T.J. McVoss III",
        None,
    ),
    (
        "Bo Lee aka Dice was found guilty Tuesday of murder by a jury in Superior Court.",
        "Bo Lee",
        "State v. Lee",
    ),
]


@pytest.mark.parametrize(("text", "name", "caption"), PRINTED)
def test_a_name_is_printed_as_names_are(
    make_article: MakeArticle, text: str, name: str, caption: str | None
) -> None:
    (case,) = extract_report(make_article(text, "2021-03-10")).cases
    assert [party.name for party in case.parties] == [name]
    assert caption in {None, case.caption}


def test_parole_denied_to_somebody_is_the_boards_case(make_article: MakeArticle) -> None:
    text = (
        "The Parole Board yesterday denied parole to Bo Lee, 64, who has served 30 years for a murder. "
        "He will be eligible again in 2026."
    )
    (case,) = extract_report(make_article(text, "2021-03-10")).cases
    assert (case.caption, case.kind) == ("In re Bo Lee", "administrative")


def test_who_praised_a_sentence_did_not_get_it(make_article: MakeArticle) -> None:
    text = (
        "Gov. Lena Voss and Mayor Bo Lee praised the sentence given Tuesday to Al Dow, a gang leader. "
        "Dow got life in prison from U.S. District Judge Ines Calder."
    )
    (case,) = extract_report(make_article(text, "2021-03-10")).cases
    assert [party.name for party in case.parties] == ["Al Dow"]
