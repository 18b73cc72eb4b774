"""Stories of a city's paper: what follows the lede, in other words and about others, told in our own words."""
# ruff: noqa: E501

from __future__ import annotations

import pytest
from conftest import MakeArticle

from casetrack.extract import extract_report

DAY = "2018-03-14"  # a Wednesday

RULINGS = [
    (
        "she-is-the-countys-judge",
        "Macomb County Circuit Judge Anita Prell ruled Tuesday that Jamar Tull will be tried as an adult in the killing. She also set his bond at $500,000.",
        ["ordered 2018-03-13", "ordered 2018-03-13"],
    ),
    (
        "one-held-another-freed",
        "A pharmacist accused of selling pills will remain behind bars until trial, a federal magistrate judge in Miami ruled Tuesday. Magistrate Judge Simon Grell set bond for the nephew and co-defendant of Orestes Balb, Yasman Rull, 27, at $250,000. A third defendant, Dr. Helen Sard, 63, of Coral Gables, was released on a $500,000 bond last week.",
        ["ordered 2018-03-13", "ordered 2018-03-13", "ordered 2018-03"],
    ),
    (
        "at-the-same-time",
        "In January, U.S. District Judge Marian Oke refused to throw out the suit of Karin Lind against Luis Arroyo. At the same time, she dismissed the claims against the city of Dale.",
        ["denied 2018-01", "dismissed 2018-01"],
    ),
    (
        "in-an-opinion-issued",
        "U.S. District Judge Marian Oke on Tuesday denied a bid to throw out Karin Lind's suit against Luis Arroyo. A three-judge panel of the 9th Circuit upheld an earlier order of hers in the suit in an opinion issued Feb. 28.",
        ["denied 2018-03-13", "affirmed 2018-02-28"],
    ),
    (
        "a-day-in-court",
        "A jury in Reno on Monday convicted Bo Mott of theft.\n\nMiguel Reyna, 36, failed to appear Tuesday for a pretrial conference on a charge of battery. District Judge Owen Barl revoked his bond.",
        ["convicted 2018-03-12", "ordered 2018-03-13"],
    ),
    (
        "a-judge-froze",
        "A Reno judge on Tuesday denied bail for Bo Mott. A judge in February froze his assets, and trial is set for Oct. 4.",
        ["denied 2018-03-13", "enjoined 2018-02"],
    ),
    (
        "a-dismissal-and-an-order",
        "Judge Ray Dunn on Tuesday dismissed the suit of Opal Finn against the town of Dale and ordered her to pay its fees.",
        ["dismissed 2018-03-13", "ordered 2018-03-13"],
    ),
    (
        "an-execution-moved",
        "A state judge on Tuesday moved Ruben Sott's execution from March 22 to July 19.",
        ["stayed 2018-03-13"],
    ),
    (
        "a-confession-in-a-case",
        "A Cuyahoga County grand jury on Tuesday declined to indict an officer. Common Pleas Judge Nan Stoke on Monday threw out a confession in the case of Ray Bell, who is accused of arson.",
        ["granted 2018-03-12"],
    ),
    (
        "but-he",
        "Judge Thomas Dorn refused Tuesday to throw out the suit of Gerald Pew against the Dale school board. But he dismissed Pew's claim against the superintendent, Rita Holl.",
        ["denied 2018-03-13", "dismissed 2018-03-13"],
    ),
    (
        "what-she-expects",
        "District Judge Owen Barl on Tuesday denied bail for Bo Mott at his trial in Reno. Barl told jurors she expects them to be done next week.",
        ["denied 2018-03-13"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), [row[1:] for row in RULINGS], ids=[row[0] for row in RULINGS])
def test_each_decision_has_its_day(make_article: MakeArticle, text: str, told: list[str]) -> None:
    cases = extract_report(make_article(text, DAY)).cases
    assert sorted(f"{r.disposition} {r.date}" for c in cases for r in c.rulings) == sorted(told)


SESSIONS = [
    (
        "plea-of-last-year",
        "A judge on Tuesday sentenced Ann Mott to jail for theft. A co-defendant, Billy Stinn, 38, pleaded guilty last year to aiding the robbery.",
        ["plea 2017"],
    ),
    (
        "a-plea-and-who-died",
        "A former day-care worker admitted Tuesday that she shook a boy in Wright County.\n\nTessa Hokan, 34, of Maple Lake, pleaded guilty to murder in the death of Owen Lind, who died on Jan. 17, 2016.",
        ["plea 2018-03-13"],
    ),
    (
        "a-new-trial-date",
        "The trial of a priest was put off Tuesday after his lawyer fell ill. County Court Judge Rob Marr set Oct. 15 as the new trial date for the Rev. Paul Dunn, 61, who is accused of theft. Jury selection had been due to start Monday.",
        ["trial 2018-10-15", "jury_selection 2018-03-19"],
    ),
    ("told-a-jury", "A friend of the accused, Ann Mott, told a Reno jury Tuesday that she was home.", ["trial 2018-03-13"]),
    ("told-a-grand-jury", "A judge on Tuesday fined Ann Mott. She told a federal grand jury Monday that she was home.", []),
    ("the-year-of-the-deed", "A judge on Tuesday fined Ann Mott, who pleaded guilty to a 2016 theft.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), [row[1:] for row in SESSIONS], ids=[row[0] for row in SESSIONS])
def test_each_session_has_its_day(make_article: MakeArticle, text: str, told: list[str]) -> None:
    cases = extract_report(make_article(text, DAY)).cases
    assert [f"{h.type} {h.date}" for c in cases for h in c.hearings] == told


PARTIES = [
    (
        "a-town-is-not-charged",
        "District Judge Harold Wehr on Tuesday dismissed all charges against Joshua Bens, 20, also of Sunbury.",
        ["Joshua Bens"],
    ),
    (
        "whose-co-defendant",
        "Magistrate Judge Simon Grell said Tuesday that Orestes Balb, 58, was a risk of flight. He set bond for Balb's nephew and co-defendant, Yasman Rull, 27, at $250,000.",
        ["Orestes Balb", "Yasman Rull"],
    ),
    ("on-a-count", "Kyle Brann appeared before Magistrate Lori Hensh on Tuesday on one count of theft.", ["Kyle Brann"]),
    (
        "under-indictment",
        "Douglas Pell also is under federal indictment in Portland. U.S. District Judge Anna Cast will hear a motion to dismiss on April 24.",
        ["Douglas Pell"],
    ),
    (
        "who-seeks-it-sues",
        "A fired teacher sued the Marlow school district Tuesday. In the suit, filed in Bexar County district court, Owen Tatt seeks $1 million.",
        ["Marlow", "Owen Tatt"],
    ),
    (
        "bankrupt-by-a-short-name",
        "A bankruptcy judge in Eugene, Ore., on Tuesday approved the sale of Bay Harbor Medical Center. Bay Harbor filed for Chapter 11 protection in November after its manager, Croft Partners, quit. The hospital is suing Croft.",
        ["Bay Harbor Medical Center"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), [row[1:] for row in PARTIES], ids=[row[0] for row in PARTIES])
def test_whose_case_it_is(make_article: MakeArticle, text: str, names: list[str]) -> None:
    first = extract_report(make_article(text, DAY)).cases[0]
    assert sorted(p.name for p in first.parties) == names


def test_one_judge_sits_in_many_cases_of_a_log(make_article: MakeArticle) -> None:
    text = (
        "Dustin Orr, 44, was sentenced Monday to two years in prison for theft by District Judge Owen Barl.\n\n"
        "Shawna Pick, 28, pleaded guilty Tuesday to possession of drugs. District Judge Owen Barl set sentencing for May 2.\n"
    )
    cases = extract_report(make_article(text, DAY)).cases
    assert [(c.caption, c.judges) for c in cases] == [
        ("State v. Orr", ("Owen Barl",)), ("State v. Pick", ("Owen Barl",)),
    ]  # fmt: skip


def test_a_countys_numbered_court_is_the_countys(make_article: MakeArticle) -> None:
    text = (
        "HOUSTON - A Harris County jury on Tuesday awarded $41 million to the widow of Hector Villar. "
        "Jurors found Brazos Lift & Rigging negligent in the death of Villar.\n\n"
        "The trial opened March 5 in the 152nd District Court. Before it began, Judge Gordon Pell fined Brazos $85,000 and "
        "told jurors they could assume that its logs were false."
    )
    cases = extract_report(make_article(text, DAY)).cases
    assert [c.caption for c in cases] == ["Villar v. Brazos Lift & Rigging"]
    assert [f"{h.type} {h.date}" for h in cases[0].hearings] == ["trial 2018-03-05"]


def test_a_us_judges_case_is_before_no_county_court(make_article: MakeArticle) -> None:
    text = (
        "U.S. District Judge Donald Merr on Tuesday halted a mine in a lawsuit by the Rock Lake Alliance "
        "against the Forest Service.\n\nA related case over its water permit is pending in Lewis and Clark County District "
        "Court, where a hearing is set for April 11 before Judge Carla Hoyle."
    )
    cases = extract_report(make_article(text, DAY, dateline="HELENA, Mont.")).cases
    assert cases[0].court is not None
    assert cases[0].court.id == "mtd"
    assert [(c.judges, [h.date for h in c.hearings]) for c in cases][1:] == [
        (("Carla Hoyle",), ["2018-04-11"])
    ]


def test_a_separate_case_may_have_the_same_judge(make_article: MakeArticle) -> None:
    text = (
        "MANSFIELD, Ohio - Richland County Common Pleas Judge Thomas Dorn on Monday upheld a zoning rule in a suit by "
        "Kess Gravel Co. against Franklin Township. The gravel firm will appeal.\n\nThe rule bars pits near homes.\n\n"
        "In a separate case, Dorn refused Tuesday to throw out a lawsuit by Gerald Pew against the Dale "
        "Valley school board.\n\nDorn said Pew had shown enough. Pew asks for his job. A trial is set for April 18."
    )
    cases = extract_report(make_article(text, DAY)).cases
    assert [(c.caption, [r.date for r in c.rulings], [h.date for h in c.hearings]) for c in cases] == [
        ("Kess Gravel Co v. Franklin Township", ["2018-03-12"], []),
        ("Pew v. Dale Valley", ["2018-03-13"], ["2018-04-18"]),
    ]


def test_whom_a_lawyer_works_for_is_no_lawyer(make_article: MakeArticle) -> None:
    text = (
        "A housing court judge on Tuesday ordered Brightway Homes LLC to restore heat. "
        "The tenants, represented by Legal Aid attorney Don Fisk, sued in January."
    )
    cases = extract_report(make_article(text, DAY)).cases
    assert [a.name for c in cases for a in c.attorneys] == ["Don Fisk"]


def test_a_pronoun_is_no_subject_of_a_ruling(make_article: MakeArticle) -> None:
    text = "Bo Mott is charged with theft in Reno District Court. He was freed Monday on $5,000 bond."
    cases = extract_report(make_article(text, DAY)).cases
    assert [(r.disposition, r.subject) for c in cases for r in c.rulings] == [("ordered", None)]
