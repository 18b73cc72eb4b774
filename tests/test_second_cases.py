"""A story that tells of a second case: whose it is, and which of the facts are its own.

Each text goes on from a story about Tom Baker, whom Judge Ines Calder sentenced.
"""

# ruff: noqa: E501 - a case stays on its line
from __future__ import annotations

import pytest
from conftest import MakeArticle

from casetrack.extract import extract_report
from casetrack.models import CaseReport

DAY = "2021-03-10"  # a Wednesday
STORY = (
    "A Fairview man was sentenced Tuesday to 10 years in prison for killing his wife.\n\n"
    "Marion County Judge Ines Calder sentenced Tom Baker, 45, after a jury convicted him last month of "
    "manslaughter. Baker said nothing in court.\n\n"
)
SECOND = [
    ("charge-dropped", "A charge of breaking and entering against Cole Marsh, 20, of Pine Fork, was dropped Monday.", "Cole Marsh", ["dismissed 2021-03-08"]),
    ("bond-set-for", "Bond was set at $5,000 for Cole Marsh, 22, of Salem.", "Cole Marsh", ["ordered 2021-03-09"]),
    ("warrant-for", "A warrant was issued for Cole Marsh, 40, after he missed court. His bail hearing is set for March 22.", "Cole Marsh", ["bail 2021-03-22"]),
    ("held-on-a-charge", "Magistrate Judge Bea Lund found probable cause Thursday to hold Cole Marsh, 31, on a charge of threatening a ranger.", "Cole Marsh", ["ordered 2021-03-04"]),
    ("ordered-held", "She ordered Cole R. Marsh, 44, held without bond on charges of armed robbery.", "Cole R. Marsh", ["ordered 2021-03-09"]),
    ("conviction-of-a-former", "The conviction of a former sheriff, Cole Marsh, was overturned in January.", "Cole Marsh", ["reversed 2021-01"]),
    ("mistrial-in-the-case-of", "A mistrial was declared Friday in the case of Cole Marsh, a former deputy accused of assault.", "Cole Marsh", ["mistrial 2021-03-05"]),
    ("case-continued", "The judge continued the case of Cole Marsh, 51, to April 12.", "Cole Marsh", ["other 2021-04-12"]),
    ("had-the-case-put-off", "Cole Marsh, 41, of Rochester, had his case put off to May 4 after he asked for a new lawyer.", "Cole Marsh", ["other 2021-05-04"]),
    ("placed-on-probation", "Lena Voss, 57, of Salem, was placed on five years' probation Monday for grand larceny.", "Lena Voss", ["sentenced 2021-03-08"]),
    ("got-probation", "Also Monday, Cole Marsh, 33, of Dale, admitted stealing a truck and got two years' probation.", "Cole Marsh", ["sentenced 2021-03-08"]),
    ("community-order", "His former partner, Lena Voss, 39, of Dale, was given a 12-month community order by magistrates last month.", "Lena Voss", ["ordered 2021-02"]),
    ("suppression-hearing-for", "A suppression hearing for accused bank robber Lena Voss was moved to July 30.", "Lena Voss", ["evidentiary 2021-07-30"]),
    ("trial-of-one-accused", "The trial of Cole Marsh, 61, accused of shooting a bull, was moved from March 20 to April 6.", "Cole Marsh", ["trial 2021-04-06"]),
    ("a-second-man-charged", "In a second fire, a man charged over the blaze, Cole Wade Marsh, 41, had his trial put off to July 28.", "Cole Wade Marsh", ["trial 2021-07-28"]),
    ("she-goes-on", "The bartender who served him, Lena Voss, is charged with perjury. She was granted bond of $20,000 last year. Her pretrial conference is scheduled for Nov. 28.", "Lena Voss", ["granted 2020", "pretrial 2021-11-28"]),
]  # fmt: skip


def tell(case: CaseReport) -> list[str]:
    rulings = [f"{ruling.disposition} {ruling.date}" for ruling in case.rulings]
    return rulings + [f"{hearing.type} {hearing.date}" for hearing in case.hearings]


@pytest.mark.parametrize(("text", "name", "facts"), [s[1:] for s in SECOND], ids=[s[0] for s in SECOND])
def test_a_second_accused_has_a_case_and_its_facts(
    make_article: MakeArticle, text: str, name: str, facts: list[str]
) -> None:
    cases = extract_report(make_article(STORY + text, DAY)).cases
    assert [[party.name for party in case.parties] for case in cases] == [["Tom Baker"], [name]]
    assert tell(cases[0]) == ["sentenced 2021-03-09", "convicted 2021-02"]
    assert tell(cases[1]) == facts


NO_SECOND = [
    ("the-prosecuting-attorney", "Marion County prosecuting attorney Cole Marsh opposed bail."),
    ("bail-for-ones-aide", "The judge set bail for President Cole Marsh's campaign aide."),
    ("a-man-accused-of-killing", "A mistrial was declared Friday in the case of a man accused of robbing a Pine Falls pawn shop owner."),
    ("a-coach-of-a-school", "A mistrial was declared in the case of a former Vista Grande soccer coach."),
    ("a-victims-son", "Marsh's 15-year-old son pleaded guilty to conspiracy in September."),
    ("an-office", "The trial of a former Permanent Secretary in the Ministry of Roads began in January."),
]  # fmt: skip


@pytest.mark.parametrize("text", [n[1] for n in NO_SECOND], ids=[n[0] for n in NO_SECOND])
def test_no_second_accused(make_article: MakeArticle, text: str) -> None:
    cases = extract_report(make_article(STORY + text, DAY)).cases
    assert [party.name for case in cases for party in case.parties] == ["Tom Baker"]


ONE_CASE = [
    "Two people accused of helping Baker get away were also in court. She set bond at $25,000 for Lena Voss, 24, and $10,000 for Cole Marsh, 30.",
    "Also convicted was the town's accountant, Lena Voss.",
]


@pytest.mark.parametrize("text", ONE_CASE)
def test_those_who_are_tried_with_the_first_are_in_its_case(make_article: MakeArticle, text: str) -> None:
    cases = extract_report(make_article(STORY + text, DAY)).cases
    assert len(cases) == 1
    assert "Lena Voss" in [party.name for party in cases[0].parties]


ADDRESSES = [
    "Lena Voss, 43, of Mill Lane, Oswestry, was jailed for four years at Shrewsbury Crown Court on Tuesday.",
    "Lena Voss (43), Mill Lane, Oswestry, pleaded guilty to theft at Shrewsbury Crown Court on Tuesday.",
    "Lena Voss (43), of Clonlara, Co Clare, and formerly of Southill, was found guilty of theft by a jury on Tuesday.",
    "Lena Voss left one couple without a roof, Shrewsbury Crown Court heard.\n\nThe 43-year-old, of Mill Lane, Oswestry, admitted nine counts of fraud and got two years in prison on Tuesday.",
    "Lena Voss, 34, and Cole Marsh, 22, appeared before Principal Magistrate Bernard Ip on Tuesday. The pair are charged with affray.",
]


@pytest.mark.parametrize("text", ADDRESSES)
def test_where_somebody_lives_is_no_name(make_article: MakeArticle, text: str) -> None:
    cases = extract_report(make_article(text, DAY)).cases
    assert [case.parties[0].name for case in cases] == ["Lena Voss"]


HOMES = [
    ("BOSTON", "Commonwealth v. Marsh"),
    ("RIVERTON, Va.", "Commonwealth v. Marsh"),
    ("CHICAGO", "People v. Marsh"),
    ("RIVERTON, Ohio", "State v. Marsh"),
    ("RIVERTON", "State v. Marsh"),
    ("LONDON", "R. v. Marsh"),
    ("HONG KONG", "HKSAR v. Marsh"),
]


@pytest.mark.parametrize(("dateline", "caption"), HOMES)
def test_who_prosecutes_is_told_by_the_dateline(
    make_article: MakeArticle, dateline: str, caption: str
) -> None:
    text = "Cole Marsh, 31, was sentenced to four years in prison on Tuesday for arson."
    (case,) = extract_report(make_article(text, DAY, dateline=dateline)).cases
    assert case.caption == caption


SUIT = (
    "A federal judge on Tuesday blocked Ohio from enforcing a law on petitions.\n\n"
    "U.S. District Judge Ines Calder issued the order at the request of the Osprey Alliance, a nonprofit.\n\n"
    "Lawmakers passed the law in April. It was to take effect on Wednesday.\n\n"
    "A separate challenge has gone nowhere in state court. In January, Judge Bea Lund threw out a suit by the "
    "Halden Growers Guild over an earlier version of the rules.\n"
)


def test_a_second_suit_has_its_side_and_its_ruling(make_article: MakeArticle) -> None:
    cases = extract_report(make_article(SUIT, DAY)).cases
    assert [[party.name for party in case.parties if party.role == "plaintiff"] for case in cases] == [
        ["Osprey Alliance"],
        ["Halden Growers Guild"],
    ]
    assert [[f"{r.disposition} {r.date}" for r in case.rulings] for case in cases] == [
        ["enjoined 2021-03-09"],
        ["dismissed 2021-01"],
    ]


def test_a_suit_over_a_crime_keeps_what_is_decided_in_it(make_article: MakeArticle) -> None:
    text = (
        "Her mother, Lena Voss, has filed a federal lawsuit against Baker. U.S. District Judge Bea Lund last "
        "year put that case on hold until the charges are resolved."
    )
    criminal, civil = extract_report(make_article(STORY + text, DAY)).cases
    assert criminal.caption == "State v. Baker"
    assert tell(criminal) == ["sentenced 2021-03-09", "convicted 2021-02"]
    assert (civil.kind, tell(civil), civil.judges) == ("civil", ["stayed 2020"], ("Bea Lund",))


BENCHES = [
    (
        "another-judge",
        "A co-defendant, Cy Dow, goes on trial May 11 in front of a different judge, Ruth Gill.",
    ),
    ("a-related-suit", "In a related case, a judge in Reno, Ruth Gill, has set a bench trial for May 11."),
    (
        "no-judge-at-all",
        "Baker killed Ruth Gill, a social justice activist, as she waited for a judge to call.",
    ),
]


@pytest.mark.parametrize("text", [b[1] for b in BENCHES], ids=[b[0] for b in BENCHES])
def test_who_sits_elsewhere_is_not_this_storys_judge(make_article: MakeArticle, text: str) -> None:
    first, *_ = extract_report(make_article(STORY + text, DAY)).cases
    assert first.caption == "State v. Baker"
    assert "Ruth Gill" not in first.judges


SUITS = [
    (
        "The Voss family also has a civil rights lawsuit against Baker and the city pending in federal court. The case was put on hold until the trial was over.",
        "In re Tom Baker",
        ["stayed 2021-03-09"],
    ),
    (
        "Her family has sued in federal court. In January, Magistrate Judge Bea Lund dismissed their claims against Salem and its former sheriff, Cy Dow.",
        "In re Salem",
        ["dismissed 2021-01"],
    ),
    (
        "A class action by tenants goes on in Salem. On Feb. 1, U.S. District Judge Bea Lund dropped Mayor Cy Dow from that suit.",
        "In re Cy Dow",
        ["dismissed 2021-02-01"],
    ),
]


@pytest.mark.parametrize(("text", "caption", "facts"), SUITS)
def test_whom_a_suit_beside_a_crime_is_against(
    make_article: MakeArticle, text: str, caption: str, facts: list[str]
) -> None:
    criminal, civil = extract_report(
        make_article(f"{STORY}Nobody from her family was there to speak.\n\n{text}", DAY)
    ).cases
    assert tell(criminal) == ["sentenced 2021-03-09", "convicted 2021-02"]
    assert (civil.caption, tell(civil)) == (caption, facts)


ELSEWHERE = [
    "Baker's troubles are not over. He is facing a separate federal trial in Chicago, where he is charged with fraud. A status hearing there is set for April 20 before U.S. District Judge Bea Lund.",
    "Baker pleaded guilty in June in U.S. District Court in Seattle to five federal charges. U.S. District Judge Bea Lund is to sentence him on April 20.",
    "Baker's troubles are not over. He is scheduled to go on trial in the District of Columbia on April 20. The judge in that case, Bea Lund, is new to it.",
]


@pytest.mark.parametrize("text", ELSEWHERE)
def test_one_accused_may_have_another_case_elsewhere(make_article: MakeArticle, text: str) -> None:
    first, second = extract_report(
        make_article(f"{STORY}Nobody from her family was there to speak.\n\n{text}", DAY)
    ).cases
    assert (tell(first), first.judges) == (["sentenced 2021-03-09", "convicted 2021-02"], ("Ines Calder",))
    assert [party.name for party in second.parties] == ["Tom Baker"]
    assert [hearing.date for hearing in second.hearings if hearing.status == "scheduled"] == ["2021-04-20"]
    assert second.judges == ("Bea Lund",)


def test_the_three_men_have_another_case(make_article: MakeArticle) -> None:
    text = (
        "A Salem judge on Tuesday sentenced Tom Baker, Cole Marsh and Al Dow to life in prison for the murder of Kay Tran in "
        "Marion County Superior Court. They wept.\n\nKin spoke for an hour. Tran was 25.\n\nThe three men face a second "
        "trial next month in U.S. District Court, where they are charged with hate crimes. It is about Tran too."
    )
    first, second = extract_report(make_article(text, DAY)).cases
    assert [party.name for party in second.parties] == [party.name for party in first.parties]
    assert len(second.parties) == 3


ONE_TRIAL = [
    "Baker pleaded guilty to three separate counts in Salem, and a judge set sentencing for April 20.",
    "Baker was convicted in 2009 of theft in state court in Reno and got two years.",
    "Baker, a guard at a federal prison, faces state charges too, and trial is set for April 20.",
    "In 2015, Marion County Judge Bea Lund had sentenced Baker to a year for theft.",
    "Baker faces a second trial, on arson counts, on April 20.",
    "Baker faces another hearing on April 20.",
    "A separate trial of his brother is set for April 20.",
]


def test_another_judge_who_sentenced_him_of_late_had_another_case(make_article: MakeArticle) -> None:
    text = "There, U.S. District Judge Bea Lund on Thursday gave Baker four years for fraud. A jury convicted him on Jan. 21."
    story = f"{STORY}Nobody from her family was there to speak.\n\nThe contrast with Reno was on all minds. {text}"
    first, second = extract_report(make_article(story, DAY)).cases
    assert (tell(first), first.judges) == (["sentenced 2021-03-09", "convicted 2021-02"], ("Ines Calder",))
    assert (tell(second), second.judges) == (["sentenced 2021-03-04", "convicted 2021-01-21"], ("Bea Lund",))


def test_one_sentenced_elsewhere_of_late_has_one_case(make_article: MakeArticle) -> None:
    text = (
        "U.S. District Judge Bea Lund in Reno on Thursday sentenced Cole Marsh, 40, to four years for fraud."
    )
    cases = extract_report(
        make_article(f"{STORY}Nobody from her family was there to speak.\n\n{text}", DAY)
    ).cases
    assert [[party.name for party in case.parties] for case in cases] == [["Tom Baker"], ["Cole Marsh"]]


def test_the_states_case_of_one_tried_in_a_federal_court(make_article: MakeArticle) -> None:
    text = (
        "A federal jury on Tuesday convicted Tom Baker, 45, of murder in Salem. U.S. District Judge Ines Calder thanked the "
        "jurors.\n\nBaker said nothing in court. His father wept.\n\nBaker faces nine counts of murder in state court, where "
        "that trial had been scheduled to begin April 17."
    )
    first, second = extract_report(make_article(text, DAY)).cases
    assert (tell(first), [h.date for h in second.hearings]) == (["convicted 2021-03-09"], ["2021-04-17"])


@pytest.mark.parametrize("text", ONE_TRIAL)
def test_another_session_is_no_other_case(make_article: MakeArticle, text: str) -> None:
    assert (
        len(
            extract_report(
                make_article(f"{STORY}Nobody from her family was there to speak.\n\n{text}", DAY)
            ).cases
        )
        == 1
    )


def test_their_trial_is_of_those_named_before(make_article: MakeArticle) -> None:
    text = (
        "Cole Marsh and Lena Voss are charged with murder. Their trial was pushed back to April 20, as people had heard too "
        "much of Baker's trial."
    )
    first, second = extract_report(
        make_article(f"{STORY}Nobody from her family was there to speak.\n\n{text}", DAY)
    ).cases
    assert (first.hearings, [hearing.date for hearing in second.hearings]) == ((), ["2021-04-20"])
