"""Round-ups: several briefs in one text, each under its own dateline, are read apart."""

from __future__ import annotations

from conftest import MakeArticle

from casetrack.extract import extract_report
from casetrack.extract.sections import split_sections
from casetrack.read import read_article
from casetrack.sources import RawInput

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


REPORT = """COURT REPORT

The following cases were heard Monday in Tule County Circuit Court with Judge Ines Calder presiding.

— Marco Bell, 41, of Dorton, pleaded guilty to theft. Calder sentenced him to 10 years in prison.

— A charge of arson against Lena Voss, 20, of Pine Fork, was dropped at the request of the prosecutor.

— Cole Marsh, 52, of Dorton, was found in contempt. Sentencing was set for April 8.

In Tule County General District Court on March 4, Judge Ada Finch heard the following:

— Otis Crane, 61, of Pine Fork, was found not guilty of assault on a neighbor.
"""
DAYS_ALONE = """CIRCUIT COURT NEWS

The following matters came before Judge Ines Calder in Tule County Circuit Court last week.

Monday, March 1

Marco Bell, 41, Dorton, pleaded guilty to burglary for entering a barn after hours in November.

Tuesday, March 2

Lena Voss, 58, of Pine Fork, was sentenced to five years for running a cockfighting pit there.

Thursday, March 4

The theft charge against Otis Crane, 67, of Dorton, was dismissed at the request of the prosecutor.

Coming up: the trial of Cole Marsh, 33, of Dorton, accused of arson, begins March 15.
"""


def test_a_list_is_of_the_day_and_the_court_that_open_it(make_article: MakeArticle) -> None:
    cases = extract_report(make_article(REPORT, DAY)).cases
    assert [(case.parties[0].name, [ruling.date for ruling in case.rulings]) for case in cases] == [
        ("Marco Bell", ["2021-03-08"]),
        ("Lena Voss", ["2021-03-08"]),
        ("Cole Marsh", ["2021-03-08"]),
        ("Otis Crane", ["2021-03-04"]),
    ]
    assert [hearing.date for hearing in cases[0].hearings] == ["2021-03-08"]


def test_a_line_with_a_day_dates_what_is_listed_under_it(make_article: MakeArticle) -> None:
    cases = extract_report(make_article(DAYS_ALONE, DAY)).cases
    facts = {case.parties[0].name: [f.date for f in (*case.rulings, *case.hearings)] for case in cases}
    assert facts == {
        "Marco Bell": ["2021-03-01"],
        "Lena Voss": ["2021-03-02"],
        "Otis Crane": ["2021-03-04"],
        "Cole Marsh": ["2021-03-15"],
    }
    assert {case.court.name for case in cases if case.court} == {"Tule County Circuit Court"}


COUNTED = """Four sentenced Thursday in Tule County court

March 12, 2021

Judge Ines Calder sentenced four people on Thursday in Tule County Circuit Court.

Marco Bell, 41, of Dorton, got six years in prison for burglary of a feed store.

Lena Voss, 58, of Pine Fork, was placed on probation for three years for theft from her employer.

Cole Marsh, 33, of Dorton, was sentenced to nine months in jail for assault on a neighbor.

A jury convicted Marsh in January after a trial of two days in the same courtroom.

Otis Crane, 67, of Dorton, was ordered to serve 30 days for driving under suspension.
"""


def test_a_headline_that_counts_the_sentenced_opens_a_list_of_their_cases() -> None:
    article = read_article(RawInput("a.txt", COUNTED.encode(), {}), None)
    cases = extract_report(article).cases
    told = [(case.caption, [f"{r.disposition} {r.date}" for r in case.rulings]) for case in cases]
    assert told == [
        ("State v. Bell", ["sentenced 2021-03-11"]),
        ("State v. Voss", ["sentenced 2021-03-11"]),
        ("State v. Marsh", ["sentenced 2021-03-11", "convicted 2021-01"]),
        ("State v. Crane", ["sentenced 2021-03-11"]),
    ]
    assert {case.judges for case in cases} == {("Ines Calder",)}


WEEK = """The week ahead in court

March 7, 2021

Here is what the courts of Tule County have on.

Monday: Jury selection begins before Judge Ines Calder in the arson trial of Marco Bell, a cook.

Tuesday: Former clerk Lena Voss is due before Judge Ada Finch to change her plea in a theft case.

Thursday: The bail hearing of Otis Crane, who is charged with robbery, is set for 2 p.m.
"""


def test_a_list_of_the_week_ahead_is_read_day_by_day() -> None:
    article = read_article(RawInput("a.txt", WEEK.encode(), {}), None)
    cases = extract_report(article).cases
    assert [(case.parties[0].name, case.judges, [h.date for h in case.hearings]) for case in cases] == [
        ("Marco Bell", ("Ines Calder",), ["2021-03-08"]),
        ("Lena Voss", ("Ada Finch",), ["2021-03-09"]),
        ("Otis Crane", (), ["2021-03-11"]),
    ]
