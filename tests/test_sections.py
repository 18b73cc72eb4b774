"""Round-ups: several briefs in one text, each under its own dateline, are read apart."""

from __future__ import annotations

from conftest import MakeArticle

from casetrack.extract import extract_report
from casetrack.extract.sections import split_sections

DAY = "2021-03-10"
BRIEFS = """SPRINGFIELD (AP) — Marco Bell, 27, was sentenced to 40 years in prison on Tuesday for arson.

Judge Ines Calder presided.

Trial delayed for former clerk

RIVERTON (AP) — Lena Voss, 31, is charged with theft. Her trial is set for May 31.

Group wins over gravel pit

BIG FORK (AP) — A judge on Tuesday voided a permit for a pit. The Save Our Valley group had sued Dorr County.
"""


def test_each_brief_is_read_with_its_own_case(make_article: MakeArticle) -> None:
    article = make_article(BRIEFS, DAY)
    cases = extract_report(article).cases
    assert [[party.name for party in case.parties] for case in cases] == [
        ["Marco Bell"],
        ["Lena Voss"],
        ["Save Our Valley", "Dorr County"],
    ]
    facts = [fact for case in cases for fact in (*case.rulings, *case.hearings)]
    assert all(article.text[fact.start : fact.end] == fact.quote for fact in facts)
    assert [[ruling.disposition for ruling in case.rulings] for case in cases] == [
        ["sentenced"],
        [],
        ["vacated"],
    ]


def test_a_brief_has_the_headline_and_the_town_above_it(make_article: MakeArticle) -> None:
    sections = split_sections(make_article(BRIEFS, DAY))
    assert [section.dateline for section in sections] == ["SPRINGFIELD", "RIVERTON", "BIG FORK"]
    assert [section.title for section in sections][1:] == [
        "Trial delayed for former clerk",
        "Group wins over gravel pit",
    ]


def test_a_story_with_one_dateline_is_one_section(make_article: MakeArticle) -> None:
    article = make_article(BRIEFS.split("\n\nTrial")[0], DAY)
    assert split_sections(article) == [article]
    two = make_article(BRIEFS.split("\n\nGroup")[0], DAY)
    assert split_sections(two) == [two]


COLUMN = """IN THE COURTS

County District Court had a full calendar last week, with Judge Warren Isley on the bench Thursday.

Colter Yost, 22, Rimrock, was given a three-year deferred sentence by Isley for a felony on March 4.

Roberta Fisk, 44, Hale City, denied violating her probation. Isley set a hearing for April 5.

Judge Kay Brand sentenced Shawna Tull, 31, of Sula Creek, to five years on March 5 for theft.

Daryl Whitford, 19, appeared Monday on a burglary charge. Justice of the Peace Norma Keech set bail.
"""


def test_a_court_column_is_read_item_by_item(make_article: MakeArticle) -> None:
    cases = extract_report(make_article(COLUMN, DAY)).cases
    assert [[party.name for party in case.parties] for case in cases] == [
        ["Colter Yost"],
        ["Roberta Fisk"],
        ["Shawna Tull"],
        ["Daryl Whitford"],
    ]
    assert [case.judges for case in cases] == [
        ("Warren Isley",),
        ("Warren Isley",),
        ("Kay Brand",),
        ("Norma Keech",),
    ]


def test_defendants_of_one_case_are_no_column(make_article: MakeArticle) -> None:
    article = make_article(COLUMN.replace("IN THE COURTS", "FIVE SENTENCED"), DAY)
    assert split_sections(article) == [article]
