"""A story of several suits: each with who brings it, against whom, before which court, and what became of it."""

# ruff: noqa: E501 - a case stays on its line
from __future__ import annotations

import pytest
from conftest import ROOT, MakeArticle

from casetrack.extract import extract_report
from casetrack.models import CaseReport
from casetrack.read import read_article
from casetrack.sources import RawInput

ARTICLES = ROOT / "data" / "articles"

DAY = "2018-03-14"  # a Wednesday
WAVE = (
    "Dolores Yazzie of Phoenix sued Halyard Mobility Inc on Monday in Maricopa County Superior Court over a fire that she "
    "says began in an electric bicycle.\n\n"
    "Halyard says its bicycles are safe.\n\n"
    "In Seattle last Friday, U.S. District Judge Colin Prew dismissed a class action brought by Joel Abrams against the "
    "company.\n\n"
    "Colorado went the other way. In December a federal judge in Denver refused to throw out a suit by Luis Ortiz, a cook.\n"
)


def tell(case: CaseReport) -> tuple[str, list[str]]:
    rulings = [f"{r.disposition} {r.date}" for r in case.rulings]
    return case.caption, rulings + [f"{h.type} {h.date}" for h in case.hearings]


def test_each_of_a_wave_of_suits_is_a_case(make_article: MakeArticle) -> None:
    assert [tell(case) for case in extract_report(make_article(WAVE, DAY)).cases] == [
        ("Yazzie v. Halyard Mobility Inc", []),
        ("Abrams v. Halyard Mobility Inc", ["dismissed 2018-03-09"]),
        ("Ortiz v. Halyard Mobility Inc", ["denied 2017-12"]),
    ]


ONE_SUIT = [
    "Two of those who sued, Ann Dell and Bo Lee, asked Reno District Judge Ines Calder to stop the dam. Calder refused Monday.",
    "Ann Dell sued the Elm Water District over the dam.\n\nBo Lee, who joined the suit last year, said he was glad. Tern County Superior Court Judge Ines Calder refused Monday to stop the dam.",
    "Ann Dell sued the Elm Water District over the dam.\n\nA state appeals court on Monday let the dam go ahead.\n\nDell's paper, the Elm Courier, sued in 2016. Superior Court Judge Ines Calder had stopped the dam in May.",
]


@pytest.mark.parametrize("text", ONE_SUIT)
def test_those_who_sue_together_have_one_case(make_article: MakeArticle, text: str) -> None:
    assert len(extract_report(make_article(text, DAY)).cases) == 1


def test_a_place_that_opens_a_sentence_sues_nobody(make_article: MakeArticle) -> None:
    text = "In California, an insurer that paid for the fire is suing Halyard Mobility Inc in Alameda County Superior Court."
    (case,) = extract_report(make_article(text, DAY)).cases
    assert [party.name for party in case.parties] == ["Halyard Mobility Inc"]


def test_each_case_printed_by_name_has_its_number_and_no_bystander(make_article: MakeArticle) -> None:
    text = (
        "WASHINGTON — The Supreme Court on Monday turned away an appeal over a county's jail fees, Elm County v. Roza, "
        "No. 12-417.\n\n"
        "The court agreed to hear one case, Delta Barge Company v. Hollis, No. 12-203, which will probably be argued in April.\n\n"
        "The justices also asked the Porter administration for its views on a challenge to an Ohio law on milk, Northern Creameries v. "
        "Sorrel, No. 12-588.\n"
    )
    cases = extract_report(make_article(text, DAY, dateline="WASHINGTON")).cases
    assert [(*tell(case), case.docket_numbers) for case in cases] == [
        ("Elm County v. Roza", ["denied 2018-03-12"], ("12-417",)),
        ("Delta Barge Company v. Hollis", ["granted 2018-03-12", "oral_argument 2018-04"], ("12-203",)),
        ("Northern Creameries v. Sorrel", ["ordered 2018-03-12"], ("12-588",)),
    ]


BRIEFS = """BUSINESS BRIEFS
Suncoast Daily, Tampa, Fla.
March 14, 2018

Marlin holders can't vote yet

A Delaware judge on Monday put the shareholder vote on the sale of Marlin Holdings on ice. Vice Chancellor Ines Calder acted in a suit by the Teamsters Pension Fund.

Grower gets a lifeline

Palmetto Growers can borrow $14 million, U.S. Bankruptcy Judge Carla Espin ruled Friday in Tampa. The cooperative sought Chapter 11 protection in January.

Broker charged

The trader, Neil Farr, is under indictment in Fort Lauderdale, where he's to stand trial in September on insider trading charges, federal prosecutors said Monday.

Bank up 8 percent

Suncoast Bancshares earned $22.4 million in the quarter. It will appeal to younger customers with an app, and has closed the book on its trial of Saturday hours.
"""


def test_each_brief_of_a_column_is_read_by_itself(make_article: MakeArticle) -> None:
    article = make_article(BRIEFS, DAY, body_start=BRIEFS.index("Marlin"))
    assert [tell(case) for case in extract_report(article).cases] == [
        ("In re Teamsters Pension Fund", ["enjoined 2018-03-12"]),
        ("In re Palmetto Growers", ["granted 2018-03-09"]),
        ("United States v. Farr", ["trial 2018-09"]),
    ]


def test_a_suit_in_a_federal_court_makes_no_federal_crime(make_article: MakeArticle) -> None:
    text = (
        "Judge Ines Calder on Monday sent home the jury in the manslaughter trial of Bo Lee, a former deputy.\n\n"
        "The family's civil rights suit is on hold in Baton Rouge federal court.\n"
    )
    (case,) = extract_report(make_article(text, DAY, dateline="LIVINGSTON, La.")).cases
    assert (case.caption, case.court) == ("State v. Lee", None)


GROUPS = ["Citizens for Open Petitions", "Parents for Safe Streets", "Mothers Against Noise"]


@pytest.mark.parametrize("name", GROUPS)
def test_a_group_is_for_something(make_article: MakeArticle, name: str) -> None:
    text = f"A suit by {name} against Elm County is set for trial on Nov. 14 in Tern County Superior Court."
    (case,) = extract_report(make_article(text, DAY)).cases
    assert case.parties[0].name == name


def test_two_captions_against_one_board_are_two_cases(make_article: MakeArticle) -> None:
    text = (
        "The Supreme Court on Tuesday turned away an appeal from the Elm school district. The justices last took up school"
        " libraries in Board of Education v. Pico, a 1982 case.\n\nAlso on Tuesday, the court agreed to decide whether"
        " a teacher in Ohio may be disciplined. The case, Landis v. Mentor Lakes Board of Education, will be argued"
        " next year."
    )
    cases = {case.caption: case for case in extract_report(make_article(text, "2018-03-14")).cases}
    landis = cases["Landis v. Mentor Lakes Board of Education"]
    assert [(ruling.disposition, ruling.date) for ruling in landis.rulings] == [("granted", "2018-03-13")]
    assert not any(case.rulings for caption, case in cases.items() if "Pico" in caption)


ROUNDUP = """Court roundup: Man gets 18 years in Tern shooting
Tern Daily News
Friday, Oct. 24, 2014

TERN — Bo Lee, 25, was sentenced Thursday to 18 years in prison for shooting a man outside a bar, and Tern County Circuit Judge Ines Calder told him to expect no mercy.

Former treasurer pleads guilty

Lena Voss, 44, of Reno, pleaded guilty Wednesday to stealing $86,000 from a league. Judge Hal Whitcomb will sentence her Nov. 26.

Trial delayed in crash

The trial of Al Dow, 38, charged in a wrong-way crash, was moved from Nov. 3 to Feb. 9. Judge Whitcomb granted the delay.
"""


def test_a_column_headed_by_its_first_brief_is_read_brief_by_brief(make_article: MakeArticle) -> None:
    cases = extract_report(make_article(ROUNDUP, "2014-10-24")).cases
    assert [case.parties[0].name for case in cases] == ["Bo Lee", "Lena Voss", "Al Dow"]
    assert [case.judges for case in cases] == [("Ines Calder",), ("Hal Whitcomb",), ("Hal Whitcomb",)]
    assert len({case.court for case in cases}) == 1
    assert cases[0].court is not None


TERM = """WASHINGTON — The U.S. Supreme Court heard arguments Tuesday in the case of Bo Lee, who was convicted of murder in New Mexico.

Several justices did not seem convinced. Justice Ann Porter asked about the police.

A decision is expected by June. The court also issued orders Tuesday.

The justices agreed to decide whether a county may keep a house over an unpaid tax bill. The 3rd U.S. Circuit Court of Appeals ruled for Tern County and against the homeowner, Lena Voss, in 2016.

They turned away an appeal from a Missouri pharmacist, Al Dow, who was fired for refusing to fill prescriptions.

And the court told a federal appeals court in Atlanta to take another look at the sentence of Georgia death row inmate Cy Moss.
"""


def test_each_petition_a_supreme_court_story_tells_in_turn_is_a_case(make_article: MakeArticle) -> None:
    cases = {case.caption: case for case in extract_report(make_article(TERM, "2018-03-14")).cases}
    told = {
        caption: [(ruling.disposition, ruling.date) for ruling in case.rulings]
        for caption, case in cases.items()
        if "Lee" not in caption
    }
    assert told == {
        "Voss v. Tern County": [("granted", "2018-03-13"), ("denied", "2016")],
        "In re Al Dow": [("denied", "2018-03-13")],
        "United States v. Moss": [("ordered", "2018-03-13")],
    }
    assert cases["In re Al Dow"].kind == "civil"


QUARRY = """CONCORD — The New Hampshire Supreme Court ruled Thursday in a fight over a gravel pit.

In a unanimous decision, the justices overturned a Superior Court judge who said the board was wrong to deny Cold Brook Aggregates a special exception. The court sent the case back.

Cold Brook first came to the board in 2015 with a plan to crush gravel.

In a separate order the same day, the court upheld the dismissal of a suit filed by former selectman Merle Voss.
"""


def test_a_second_suit_decided_the_same_day_takes_nothing_of_the_first(make_article: MakeArticle) -> None:
    cases = extract_report(make_article(QUARRY, "2018-03-14")).cases
    assert [case.caption for case in cases] == ["In re Cold Brook Aggregates", "In re Merle Voss"]
    first, second = ({ruling.disposition for ruling in case.rulings} for case in cases)
    assert "reversed" in first
    assert second == {"affirmed"}
    assert "affirmed" not in first


CRIME = """DAYTON — Former mayor Bo Lee was sentenced Monday to nine years in prison for fraud. U.S. District Judge Ines Calder gave him the most she could.

Lee pleaded guilty in June. Prosecutors said he took bribes.

"He sold the city," the prosecutor said.

His lawyer asked for mercy. The courtroom was full.

{suit}
"""
BESIDE = [
    ("Cy Moss, who was held on a small charge, has a civil rights lawsuit pending in federal court against Lee. Judge Hal Whitcomb in 2015 stayed that case.", "Cy Moss", "stayed"),
    ("A civil suit the city filed against Lee is on hold. District Judge Hal Whitcomb in 2015 stayed the suit.", "Bo Lee", "stayed"),
    ("Meanwhile, a separate lawsuit over the insurance money is on hold. U.S. District Judge Hal Whitcomb in 2015 granted a request from Western Trust Mutual to put that case on pause.", "Western Trust Mutual", "granted"),
    ("The city is also suing him. Judge Hal Whitcomb in 2015 stayed that case.", "Bo Lee", "stayed"),
]  # fmt: skip


@pytest.mark.parametrize(("suit", "side", "value"), BESIDE)
def test_a_suit_beside_a_crime_is_a_case(make_article: MakeArticle, suit: str, side: str, value: str) -> None:
    crime, civil = extract_report(make_article(CRIME.format(suit=suit), "2018-03-14")).cases
    assert (crime.kind, civil.kind) == ("criminal", "civil")
    assert [ruling.disposition for ruling in crime.rulings] == ["sentenced"]
    assert side in [party.name for party in civil.parties]
    assert value in [ruling.disposition for ruling in civil.rulings]


def test_an_order_list_told_in_prose_keeps_each_petition_to_its_paragraph() -> None:
    path = ARTICLES / "2022-10-31-supreme-court-order-list.txt"
    article = read_article(RawInput(path.name, path.read_bytes(), {}))
    told = {case.caption: [r.disposition for r in case.rulings] for case in extract_report(article).cases}
    assert told["Tidewater Oyster Co v. Virginia"] == ["affirmed"]
    assert told["United States v. Marsh"] == ["denied", "affirmed"]
    assert "granted" in told["Bureau of Inland Waterways v. Great Lakes Bargemen’s Union"]


def test_the_committee_that_sued_is_the_last_one_named(make_article: MakeArticle) -> None:
    text = (
        "A federal judge on Tuesday ordered a former official, Gordon Pell, to turn over documents. She said the House"
        " Natural Resources Committee had shown why it needed them. The committee sued in March. Last month, another"
        " judge upheld a subpoena of the House Oversight Committee."
    )
    case, *_ = extract_report(make_article(text, "2018-03-14")).cases
    assert "House Natural Resources Committee" in [p.name for p in case.parties if p.role == "plaintiff"]


LOOK = """Court roundup: Teen's murder trial begins; coach gets probation
Posted March 12, 2018

TERN, N.C. — Here is a look at cases in area courts Monday:

Jury selection began in the trial of a teenager charged with first-degree murder in the 2012 shooting of a driver. Bo Lee, 18, was 16 when Ricky Moss, 41, was killed. Superior Court Judge Ines Calder ruled last week that jurors can hear a statement. Opening statements are expected Thursday.

A former coach was placed on probation for five years after he pleaded guilty to theft. Al Dow, 36, must also pay it back, Superior Court Judge Hal Whitcomb said.

A Tern man made his first court appearance. A judge set bond at $200,000 for Cy Creech, 29, who is charged with fleeing a crash. He is due back in court on April 21.
"""


def test_a_look_at_the_cases_of_a_day_is_read_case_by_case(make_article: MakeArticle) -> None:
    cases = extract_report(make_article(LOOK, "2018-03-12")).cases
    assert [[party.name for party in case.parties] for case in cases] == [
        ["Bo Lee"],
        ["Al Dow"],
        ["Cy Creech"],
    ]
    assert {case.kind for case in cases} == {"criminal"}
    told = [[(hearing.type, hearing.date) for hearing in case.hearings] for case in cases]
    assert ("plea", "2018-03-12") in told[1]
    assert ("initial_appearance", "2018-03-12") in told[2]


ROUND_UP = (
    "Three rulings in four days reshaped the fight over maps.\n\nThe biggest came Friday in Georgia, where a federal panel "
    "threw out a map that lawmakers drew in December.\n\n“You lost,” said Lena Voss, an attorney for the voters who brought "
    "the suit, Tern Voters Coalition v. Dow.\n\nOn Saturday, the Wisconsin Court of Appeals declined to revive a challenge to "
    "the lines there. A Dane County circuit judge, Ines Calder, dismissed the suit in November.\n\nThen on Monday, U.S. "
    "District Judge Al Moss in Little Rock rejected a claim that lawmakers unlawfully split three districts.\n\nErnestine "
    "Lee, a retired teacher who is the lead plaintiff, said she would appeal."
)


def test_a_round_up_of_states_is_read_state_by_state(make_article: MakeArticle) -> None:
    cases = extract_report(make_article(ROUND_UP, "2024-01-30")).cases
    assert {case.caption: [(r.disposition, r.date) for r in case.rulings] for case in cases} == {
        "Tern Voters Coalition v. Dow": [("reversed", "2024-01-26")],
        "In re Wisconsin": [("denied", "2024-01-27"), ("dismissed", "2023-11")],
        "Lee v. Arkansas": [("denied", "2024-01-29")],
    }


def test_a_paragraph_on_the_law_of_another_state_is_a_case(make_article: MakeArticle) -> None:
    text = (
        "A federal appeals court on Friday struck down Ohio’s limits on voting.\n\nThe suit was brought by the Tern Voters Union.\n\n"
        "And on July 20, the U.S. Court of Appeals for the 5th Circuit held that Texas’ voting law discriminates. Judge Nelva "
        "Calder has scheduled a hearing for Aug. 17."
    )
    cases = extract_report(make_article(text, "2016-07-30")).cases
    assert [(case.caption, len(case.rulings), len(case.hearings)) for case in cases] == [
        ("Tern Voters Union v. Ohio", 1, 0),
        ("In re Texas", 1, 1),
    ]


LED = [
    ("Twenty states, headed by Texas and its attorney general, Bo Lee, filed the suit in February. Judge Ines Calder on Monday struck down the law.", "Texas"),
    ("On Tuesday, 17 states, led by Ohio, sued the Labor Department in federal court in Seattle.", "Ohio"),
    ("Kansas Attorney General Bo Lee, who led the challenge, hailed the ruling. A federal judge in Kansas on Monday blocked a Labor Department rule.", "Kansas"),
    ("Texas Governor Bo Lee, who launched the suit in December, hailed the ruling. A federal judge in Texas on Monday blocked a Labor Department rule.", "Texas"),
    ("The Tern Rights Union brought the case in February. A federal judge in San Diego on Monday ordered the Labor Department to stop.", "Tern Rights Union"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), LED)
def test_who_leads_a_suit_has_brought_it(make_article: MakeArticle, text: str, name: str) -> None:
    (case,) = extract_report(make_article(text, DAY)).cases
    assert [party.name for party in case.parties if party.role == "plaintiff"] == [name]


def test_a_verdict_is_never_of_the_suit_told_beside_it(make_article: MakeArticle) -> None:
    text = (
        "Jose Lee was found not guilty of murder Thursday by a San Francisco jury. It found him guilty of a single count of theft.\n\n"
        "Last week, U.S. District Judge Al Moss blocked the order, in suits brought by San Francisco and Santa Clara County."
    )
    cases = {case.kind: case for case in extract_report(make_article(text, "2017-12-01")).cases}
    assert [r.disposition for r in cases["criminal"].rulings] == ["acquitted", "convicted"]
    assert [r.disposition for r in cases["civil"].rulings] == ["enjoined"]


def test_who_was_shot_at_is_not_the_one_convicted(make_article: MakeArticle) -> None:
    text = (
        "A Tern man was found guilty on Friday of attempted murder for shooting at Bo Lee. Al Dow, 37, was convicted by a jury.\n\n"
        "A jury in 2013 acquitted Lee, 32, of murder in an unrelated case."
    )
    cases = extract_report(make_article(text, "2016-09-19")).cases
    assert [(c.caption, [r.disposition for r in c.rulings]) for c in cases] == [
        ("State v. Dow", ["convicted"]),
        ("State v. Lee", ["acquitted"]),
    ]


def test_who_sued_years_ago_is_no_side_of_the_case_of_now(make_article: MakeArticle) -> None:
    text = (
        "The Supreme Court appeared ready on Tuesday to side with the Dow administration in its effort to end a program.\n\n"
        "The Tern Rights Union sued to block the move. Judge Ines Calder blocked it in May. The government appealed.\n\n"
        "The stakes are high. Many will be watching.\n\nIn 2016, the court split in a case brought by Texas and 25 other states."
    )
    (case,) = extract_report(make_article(text, "2019-11-12")).cases
    assert {party.name for party in case.parties} == {"Dow administration", "Tern Rights Union"}


HEADLINES = [
    "Two Judges Halt Dow’s Ban",
    "Judge Rips Dow, Strikes Down Ban",
]  # fmt: skip


@pytest.mark.parametrize("title", HEADLINES)
def test_a_headline_names_no_judge_of_its_verbs(make_article: MakeArticle, title: str) -> None:
    body = "U.S. District Judge Ines Calder on Monday blocked President Al Dow’s ban on visas. The Tern Rights Union sued Dow."
    text = f"{title}\n\n{body}"
    (case,) = extract_report(make_article(text, "2018-03-14", title=title, body_start=len(title) + 2)).cases
    assert case.judges == ("Ines Calder",)


def test_she_who_was_arrested_is_not_whom_she_killed(make_article: MakeArticle) -> None:
    text = (
        "Former officer Amber Dow was sentenced Wednesday to 10 years in prison for murdering Bo Jean.\n\nDow, 31, had faced 99 years. "
        "Judge Ines Calder heard the case.\n\nDow mistook his rooms for her own. Jean had been eating on his couch.\n\nShe was first "
        "arrested on a manslaughter charge, and later indicted for murder."
    )
    (case,) = extract_report(make_article(text, "2019-10-02")).cases
    assert [party.name for party in case.parties] == ["Amber Dow"]


OWN_SUIT = (
    "The city of Reno lost on Monday. U.S. District Judge Ines Calder on Monday dismissed a suit that the city of Reno "
    "brought against Halyard Mobility Inc over its bicycles. Calder gave the city 30 days to try again.\n\n"
    '"We will," said the mayor.\n\n'
)
CALLED_ANOTHER = [
    (
        "In a separate opinion, the judge dismissed outright a parallel case brought by Elko County over the same fires.",
        ("Elko County v. Halyard Mobility Inc", ["dismissed 2018-03-12"]),
    ),
    (
        "Last month 40 owners brought a separate suit accusing Halyard Mobility Inc of fraud. District Judge Bea Lund refused on Friday to dismiss that complaint.",
        ("In re Halyard Mobility Inc", ["denied 2018-03-09"]),
    ),
    (
        "A third case, filed in Elko by the group Neighbors for Safe Rides, was dismissed in January by District Judge Bea Lund.",
        ("Neighbors for Safe Rides v. Halyard Mobility Inc", ["dismissed 2018-01"]),
    ),
    (
        "In Utah, U.S. District Judge Bea Lund is presiding over a parallel challenge by insurers. Lund ruled on Friday that they could go ahead.",
        ("In re Halyard Mobility Inc", ["granted 2018-03-09"]),
    ),
    (
        "The other big bicycle case, the state's suit accusing Tern Rides Inc of fraud, is before Judge Bea Lund. She has set that trial for September 2018.",
        ("In re Tern Rides Inc", ["trial 2018-09"]),
    ),
    (
        "Reno's nearly identical lawsuit against Tern Rides Inc goes on in Elko. On Friday, a judge in that case turned down the company's request.",
        ("Reno v. Tern Rides Inc", ["denied 2018-03-09"]),
    ),
    (
        "It also remains a defendant in a Utah case over a fire in Moab, which is scheduled for trial in April.",
        ("In re Halyard Mobility Inc", ["trial 2018-04"]),
    ),
]


@pytest.mark.parametrize(("text", "told"), CALLED_ANOTHER)
def test_what_a_story_calls_another_suit_is_one(
    make_article: MakeArticle, text: str, told: tuple[str, list[str]]
) -> None:
    first, second = extract_report(make_article(OWN_SUIT + text, DAY)).cases
    assert tell(first) == ("Reno v. Halyard Mobility Inc", ["dismissed 2018-03-12"])
    assert tell(second) == told


def test_another_suit_told_of_before_the_storys_own_takes_nothing_of_it(make_article: MakeArticle) -> None:
    text = (
        "Neighbors of a quarry won on Monday when a judge upheld a village's refusal.\n\nThey had fought it for years. "
        "They were glad.\n\nIn a separate case, Judge Ines Calder refused Tuesday to throw out a lawsuit by a former "
        "teacher who claims the Elm school board fired him.\n\nBut she dismissed Bo Lee's claim against Superintendent "
        "Ann Dell. A trial is set for April 18."
    )
    assert len(extract_report(make_article(text, DAY)).cases) == 1


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Center for Science and Democracy", "the center"),
        ("Neighbors for Safe Rides", "NFSR"),
        ("Citizens for Liberty and Justice", "the group"),
    ],
)
def test_a_group_is_for_two_things_and_has_a_short_name(
    make_article: MakeArticle, name: str, short: str
) -> None:
    text = f"The {name} sued Halyard Mobility Inc on Monday. A judge refused to dismiss a suit by {short} against Halyard."
    (case,) = extract_report(make_article(text, DAY)).cases
    assert [party.name for party in case.parties] == [name, "Halyard Mobility Inc"]


def test_the_case_a_story_ends_with_is_its_own(make_article: MakeArticle) -> None:
    text = (
        "WASHINGTON — The Supreme Court on Monday ruled that a program that took grain from growers was unconstitutional. "
        "The vote was 8-1.\n\nIt voted on Monday, too, to strike down a Reno ordinance. In that case, City of Reno v. Patel, "
        "the justices affirmed a 2013 decision.\n\nThe case is Voss v. Department of Agriculture, No. 14-275."
    )
    cases = {case.caption: tell(case)[1] for case in extract_report(make_article(text, DAY)).cases}
    assert cases["Voss v. Department of Agriculture"] == ["reversed 2018-03-12"]


def test_the_courts_printed_beside_captions_tell_whose_a_ruling_is(make_article: MakeArticle) -> None:
    text = (
        "NEW YORK — U.S. District Judge Ines Calder in Manhattan on Wednesday refused to dismiss a suit by Bo Lee against "
        "Halden Corp.\n\nA trial before U.S. District Judge Bea Lund in Washington over its merger was put off. On March 5 "
        "she put the litigation on hold.\n\nThe case is Lee v. Halden Corp, U.S. District Court, Southern District of New York, "
        "No. 11-1. The antitrust case is U.S. v. Tern Group Inc et al, U.S. District Court, District of Columbia, No. 13-2."
    )
    told = {
        case.caption: (tell(case)[1], case.kind) for case in extract_report(make_article(text, DAY)).cases
    }
    assert told == {
        "Lee v. Halden Corp": (["denied 2018-03-14"], "civil"),
        "U.S. v. Tern Group Inc": (["stayed 2018-03-05"], "civil"),
    }


def test_the_lawsuit_a_story_presents_by_name_is_its_own(make_article: MakeArticle) -> None:
    text = (
        "A federal appeals court on Tuesday blocked a rule of the Labor Department in a suit by Halden Corp.\n\nThe case, Roza "
        "v. Acosta, was brought by owners of mills. Judge Ines Calder had upheld the rule in January."
    )
    (case,) = extract_report(make_article(text, DAY)).cases
    assert tell(case) == ("Roza v. Acosta", ["enjoined 2018-03-13", "affirmed 2018-01"])


def test_a_headlines_verb_is_no_judges_name(make_article: MakeArticle) -> None:
    text = "Judge Rejects New York's Plan\n\nJudge Ines Calder on Monday blocked a plan of New York in a suit by Bo Lee."
    (case,) = extract_report(
        make_article(text, DAY, title="Judge Rejects New York's Plan", body_start=31)
    ).cases
    assert case.judges == ("Ines Calder",)


SAME_SUIT = [
    "The other defendants in the case include Bo Lee, who ran the plant. Trial is set for June 4.",
    "The other plaintiffs in the lawsuit live near Halden. A hearing on their claims is set for June 4.",
    "The city faces another challenge: Halden must be shown to have known of it. Trial is set for June 4.",
    "A separate complaint, which the city of Reno made to the state, is pending. Trial is set for June 4.",
    "Its lawyers cited a similar case. In it, the 9th Circuit ruled in 2015 that no city could sue Halden over a bicycle.",
]


@pytest.mark.parametrize("text", SAME_SUIT)
def test_what_only_sounds_like_another_suit_is_none(make_article: MakeArticle, text: str) -> None:
    assert len(extract_report(make_article(OWN_SUIT + text, DAY)).cases) == 1


def test_another_suit_is_before_the_court_that_decides_in_it(make_article: MakeArticle) -> None:
    text = "In a separate case brought by the Ohio Farm Union, the 6th U.S. Circuit Court of Appeals on Friday blocked the fees."
    _, second = extract_report(make_article(OWN_SUIT + text, DAY)).cases
    assert (second.caption, second.court and second.court.id) == ("In re Ohio Farm Union", "ca6")


@pytest.mark.parametrize("told", ["who's sued Bo Lee twice, lost", "who says she's sued Bo Lee, lost"])
def test_who_has_sued_is_not_sued(make_article: MakeArticle, told: str) -> None:
    (case,) = extract_report(
        make_article(f"Ann Porter, {told} on Tuesday. Judge Ines Calder refused to block a vote.", DAY)
    ).cases
    assert ("Bo Lee", "defendant") in [(party.name, party.role) for party in case.parties]
