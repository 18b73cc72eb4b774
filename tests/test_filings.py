"""Who sues whom in the news that a suit was filed or settled, or that a court blames somebody: one sentence each."""

# ruff: noqa: E501 - a case stays on its line
from __future__ import annotations

import pytest
from conftest import MakeArticle

from casetrack.extract import extract_report

VOSS, HALDEN = "Lena Voss", "Halden Corp"
IN_COURT = "The suit was filed in federal court in Chicago."

SIDES = [
    ("In her lawsuit against Halden Corp., filed Tuesday in federal court in Chicago, Lena Voss says a former governor knew of the leak.", {VOSS}, {HALDEN}),
    ("Two dozen women have sued Halden Corp. The federal suit, filed Tuesday in Los Angeles, also names Bo Lee.", set(), {HALDEN, "Bo Lee"}),
    ("A federal appeals court ruled Friday that the Harbor Security Agency's collection of phone records is lawful. The suit had been filed in federal court.", set(), {"Harbor Security Agency"}),
    (f"A group of gun owners and the Tern Amendment Foundation sued Halden Corp. on Tuesday. {IN_COURT}", {"Tern Amendment Foundation"}, {HALDEN}),
    (f"The Ohio Club for Growth sued Halden Corp. on Tuesday. {IN_COURT}", {"Ohio Club for Growth"}, {HALDEN}),
    ("The legal group Tern Watch has asked a federal judge in Chicago to reopen its suit over a mayor's emails.", {"Tern Watch"}, set()),
    (f"A dozen states filed suit Tuesday to stop the Education Department from delaying a rule. {IN_COURT}", set(), {"Education Department"}),
    (f"The Tern Liberties Union filed a lawsuit Tuesday challenging an Ohio law on ballots. {IN_COURT}", {"Tern Liberties Union"}, {"Ohio"}),
    ("A group of voters challenged Ohio's congressional map in federal court in Cleveland on Tuesday.", set(), {"Ohio"}),
    (f"The Tern Times filed a lawsuit Tuesday seeking records from the Labor Department. {IN_COURT}", {"Tern Times"}, {"Labor Department"}),
    (f"Halden Corp. was hit with a lawsuit on Tuesday over claims that its pumps leak. {IN_COURT}", set(), {HALDEN}),
    (f"Halden Corp. was accused in a lawsuit on Tuesday of stealing designs. {IN_COURT}", set(), {HALDEN}),
    ("A lawsuit filed Tuesday in federal court in Chicago accuses Halden Corp. of cheating drivers.", set(), {HALDEN}),
    ("A proposed class action filed Tuesday in federal court in Chicago says Halden Corp. slowed old phones.", set(), {HALDEN}),
    ("The Bargemen's Union and the Tern River Alliance joined a suit against Halden Corp. in federal court in Chicago on Tuesday.", {"Bargemen's Union", "Tern River Alliance"}, {HALDEN}),
    (f"The Harbor Commission went to federal court in Chicago on Tuesday to block Halden Corp. from buying Voss Inc. {IN_COURT}", {"Harbor Commission"}, {HALDEN, "Voss Inc"}),
    (f"A former aide to Gov. Bo Lee sued him on Tuesday, saying he harassed her. Lena Voss, 31, filed the complaint. {IN_COURT}", {VOSS}, {"Bo Lee"}),
    (f"Four women who say they were groped by Bo Lee sued him and his company, Lee Studios, on Tuesday. {IN_COURT}", set(), {"Bo Lee", "Lee Studios"}),
    (f"Investors in Halden Corp. sued the company and its chief executive, Bo Lee, on Tuesday. {IN_COURT}", set(), {HALDEN, "Bo Lee"}),
    (f"The Growers Committee sued Gov. Bo Lee of Ohio on Tuesday. {IN_COURT}", {"Growers Committee"}, {"Bo Lee"}),
    (f"A dancer has sued the Reno police. Lena Voss's suit was filed Tuesday. {IN_COURT}", {VOSS}, {"Reno police"}),
    (f"The Voss campaign sued Nevada on Tuesday to stop the counting of mail ballots. {IN_COURT}", {"Voss campaign"}, {"Nevada"}),
    ("A federal judge on Tuesday threw out the Voss campaign's lawsuit against the Tern Times.", {"Voss campaign"}, {"Tern Times"}),
    (f"The SEC charged Bo Lee and Halden Corp. with fraud on Tuesday. {IN_COURT}", {"SEC"}, {"Bo Lee", HALDEN}),
    (f"Bo Lee was charged by the SEC on Tuesday with misleading investors. {IN_COURT}", {"SEC"}, {"Bo Lee"}),
    (f"Bo Lee was accused of fraud on Tuesday in a lawsuit by the SEC, which wants him barred from his board. {IN_COURT}", {"SEC"}, {"Bo Lee"}),
    ("A federal judge in Chicago on Tuesday approved a settlement between Bo Lee and the SEC over his posts.", {"SEC"}, {"Bo Lee"}),
    ("The family of Lena Voss will receive $6 million from Halden Corp. to settle a lawsuit over her death, according to a filing Tuesday in federal court.", {VOSS}, {HALDEN}),
    ("A federal judge ruled Tuesday that Education Secretary Bo Lee illegally delayed a rule on loans.", set(), {"Bo Lee"}),
    ("A federal judge ruled Tuesday that the Education Department unlawfully delayed a rule on loans.", set(), {"Education Department"}),
    ("A federal judge on Tuesday found Education Secretary Bo Lee in contempt of court.", set(), {"Bo Lee"}),
    ("The Ohio Supreme Court ruled Tuesday that Gov. Bo Lee overstepped when he closed the parks. The suit was filed by the Growers Union.", {"Growers Union"}, {"Bo Lee"}),
    ("A jury in Chicago awarded $5 million on Tuesday to a woman who said she was burned by Halden Corp. heaters.\n\nLena Voss, 63, had used them for years.", {VOSS}, {HALDEN}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "suing", "sued"), SIDES)
def test_sides_of_a_filed_suit(make_article: MakeArticle, text: str, suing: set[str], sued: set[str]) -> None:
    (case,) = extract_report(make_article(text, "2021-03-10")).cases
    told = [(party.name.rstrip("."), party.role) for party in case.parties]
    assert case.kind == "civil"
    assert {name for name, role in told if role == "plaintiff"} == suing
    assert {name for name, role in told if role == "defendant"} == sued


def test_prosecutors_who_charge_beside_a_regulator_bring_the_criminal_case(make_article: MakeArticle) -> None:
    text = (
        "Prosecutors in Chicago on Tuesday charged Bo Lee with insider trading, and the SEC charged him too.\n\n"
        "Lee, 40, was arrested at his home and pleaded not guilty on Tuesday in federal court."
    )
    cases = extract_report(make_article(text, "2021-03-10")).cases
    assert ("criminal", "United States v. Lee") in {(case.kind, case.caption) for case in cases}


DECIDED = [
    ("Halden Corp. must pay a couple it turned away, a federal jury in Ashland decided Tuesday. Lena Voss and Bo Lee each won $50,000.", {VOSS, "Bo Lee"}, {HALDEN}, ["ordered"]),
    ("A federal judge in Chicago on Tuesday dismissed Lena Voss's suit against Halden Corp., a rival of Dow Inc. and Dean Co.", {VOSS}, {HALDEN}, ["dismissed"]),
    ("A federal judge in Chicago on Tuesday recused herself from Lena Voss's suit against Halden Corp.", {VOSS}, {HALDEN}, ["recused"]),
    ("A federal judge in Chicago on Tuesday said Lena Voss may proceed under a pseudonym in her suit against Halden Corp.", {VOSS}, {HALDEN}, ["granted"]),
    ("A federal judge in Chicago on Tuesday compelled Halden Corp. to hand over emails to Lena Voss, who is suing it.", {VOSS}, {HALDEN}, ["ordered"]),
    ("A federal judge in Chicago on Tuesday entered judgment for Halden Corp. in a suit by Lena Voss.", {VOSS}, {HALDEN}, ["granted"]),
    ("A federal judge in Chicago on Tuesday appointed a monitor for Halden Corp. in a suit by Lena Voss.", {VOSS}, {HALDEN}, ["ordered"]),
    ("A federal judge in Chicago on Tuesday stayed his own ruling in favor of Lena Voss while Halden Corp. appeals.", {VOSS}, {HALDEN}, ["stayed"]),
    ("A federal judge on Tuesday cleared Halden's purchase of Voss Inc., rejecting the Justice Department's suit.", {"Justice Department"}, {"Halden", "Voss Inc"}, ["granted", "denied"]),
    ("A jury on Tuesday ordered Halden Corp. to pay Voss Inc. $533 million for infringing three patents.", {"Voss Inc"}, {HALDEN}, ["ordered"]),
    ("A jury on Tuesday sided with Halden Corp. in a patent fight with Voss Inc.", {HALDEN}, {"Voss Inc"}, ["granted"]),
    ("A jury on Tuesday cleared Halden Corp. in a suit by a smoker's widow.", set(), {HALDEN}, ["acquitted"]),
    ("A federal judge on Tuesday tripled the damages that Halden Corp. must pay Voss Inc.", {"Voss Inc"}, {HALDEN}, ["ordered"]),
    ("A judge on Tuesday denied class status to workers suing Halden Corp.", set(), {HALDEN}, ["denied"]),
    ("A federal judge on Tuesday extended a freeze on the sale of leases in a suit by Lena Voss against Halden Corp.", {VOSS}, {HALDEN}, ["enjoined"]),
    ("A judge on Tuesday kicked Lena Voss off the ballot in Ohio.", set(), {VOSS}, ["ordered"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "suing", "sued", "dispositions"), DECIDED)
def test_sides_and_decision_of_one_sentence(
    make_article: MakeArticle, text: str, suing: set[str], sued: set[str], dispositions: list[str]
) -> None:
    (case,) = extract_report(make_article(text, "2021-03-10")).cases
    told = [(party.name.rstrip("."), party.role) for party in case.parties]
    assert {name for name, role in told if role == "plaintiff"} == suing
    assert {name for name, role in told if role == "defendant"} == sued
    assert [ruling.disposition for ruling in case.rulings] == dispositions


def test_the_day_of_saying_so_is_no_session(make_article: MakeArticle) -> None:
    text = "The Ohio Supreme Court said Tuesday it will hear a challenge by Lena Voss to the city's curfew."
    (case,) = extract_report(make_article(text, "2021-03-10")).cases
    assert [(ruling.disposition, ruling.date) for ruling in case.rulings] == [("granted", "2021-03-09")]
    assert case.hearings == ()


def test_a_ruling_left_in_place_is_not_of_that_day(make_article: MakeArticle) -> None:
    text = "A Tern town's suit is over. The Ohio Supreme Court on Tuesday left in place a ruling that struck down the curfew of Tern."
    (case,) = extract_report(make_article(text, "2021-03-10")).cases
    assert [(r.disposition, r.date) for r in case.rulings if r.disposition == "affirmed"] == [
        ("affirmed", "2021-03-09")
    ]


SETTLED = [
    ("The family of a veteran has settled for $4.5 million with the Labor Department and Halden Corp., lawyers said Tuesday. The suit was to go to trial in federal court in Chicago.", set(), {"Labor Department", HALDEN}),
    ("Halden Corp. reached a settlement Tuesday with the Labor Department over wages. The agency had sued in federal court in Chicago.", {"Labor Department"}, {HALDEN}),
    ("A federal jury on Tuesday awarded $1.5 million to 138 former employees of Halden Corp. in Chicago.", set(), {HALDEN}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "suing", "sued"), SETTLED)
def test_sides_of_what_is_paid(make_article: MakeArticle, text: str, suing: set[str], sued: set[str]) -> None:
    (case,) = extract_report(make_article(text, "2021-03-10")).cases
    told = [(party.name.rstrip("."), party.role) for party in case.parties]
    assert {name for name, role in told if role == "plaintiff"} == suing
    assert {name for name, role in told if role == "defendant"} == sued


def test_a_day_stays_in_its_clause(make_article: MakeArticle) -> None:
    text = (
        "Prosecutors said Tuesday they would not retry Officer Bo Lee.\n\nThree officers had been acquitted by Circuit Judge "
        "Ines Calder, and Lee's first trial ended in a hung jury in December."
    )
    (case,) = extract_report(make_article(text, "2021-03-10")).cases
    assert {r.disposition: r.date for r in case.rulings} == {"acquitted": None, "mistrial": "2020-12"}


ASKING = [
    ("The Voss administration asked the Supreme Court on Tuesday to let it enforce its fishing plan.", set(), {"Voss administration"}),
    ("The Labor Department asked a federal appeals court on Tuesday to lift an order that blocks its rule.", set(), {"Labor Department"}),
    ("Halden Corp. asked the Supreme Court on Tuesday to review a $3 million award to Lena Voss.", {VOSS}, {HALDEN}),
    ("Halden Corp. and Lena Voss have settled her lawsuit over a recipe, according to papers filed Tuesday in federal court in Chicago.", {VOSS}, {HALDEN}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "suing", "sued"), ASKING)
def test_sides_of_what_is_asked(
    make_article: MakeArticle, text: str, suing: set[str], sued: set[str]
) -> None:
    (case,) = extract_report(make_article(text, "2021-03-10")).cases
    told = [(party.name.rstrip("."), party.role) for party in case.parties]
    assert {name for name, role in told if role == "plaintiff"} == suing
    assert {name for name, role in told if role == "defendant"} == sued
    assert case.rulings == ()


def test_a_plea_already_entered_takes_no_day_ahead(make_article: MakeArticle) -> None:
    text = "Lena Voss, who has pleaded not guilty to fraud, also faces charges in Reno, where a trial is set for September."
    (case,) = extract_report(make_article(f"{text} A judge has the case.", "2021-03-10")).cases
    assert [(h.type, h.date, h.status) for h in case.hearings] == [("trial", "2021-09", "scheduled")]


def test_a_ruling_in_a_separate_case_is_none_of_this_one(make_article: MakeArticle) -> None:
    text = (
        f"The Labor Department sued Halden Corp. on Tuesday over its wages. {IN_COURT}\n\n"
        "The Ohio Supreme Court last week refused to block a wage law in a separate case brought by growers."
    )
    (case,) = extract_report(make_article(text, "2021-03-10")).cases
    assert (case.caption, case.rulings) == ("Labor Department v. Halden Corp", ())


def test_a_program_is_no_party(make_article: MakeArticle) -> None:
    text = "A federal judge on Tuesday refused an injunction against Deferred Action for Childhood Arrivals in a suit brought by Texas."
    (case,) = extract_report(make_article(text, "2021-03-10")).cases
    assert [party.name for party in case.parties] == ["Texas"]


def test_each_of_two_decisions_goes_to_whom_it_names(make_article: MakeArticle) -> None:
    text = (
        "Two death row inmates lost on Tuesday. The 8th U.S. Circuit Court of Appeals on Tuesday refused to halt the execution of "
        "Bo Lee, and the state Supreme Court turned down a petition by Lena Voss."
    )
    cases = extract_report(make_article(text, "2021-03-10")).cases
    told = {case.parties[0].name: [ruling.disposition for ruling in case.rulings] for case in cases}
    assert told == {"Lena Voss": ["denied"], "Bo Lee": ["denied"]}


def test_two_pleas_of_one_sentence_are_two(make_article: MakeArticle) -> None:
    text = (
        "Bo Lee was sentenced Tuesday to three years in prison by a federal judge in Chicago.\n\n"
        "Lee pleaded guilty in August to fraud and in November to lying to Congress."
    )
    (case,) = extract_report(make_article(text, "2021-03-10")).cases
    assert [(h.type, h.date) for h in case.hearings] == [("plea", "2020-08"), ("plea", "2020-11")]


def test_an_earlier_mistrial_is_not_of_the_storys_day(make_article: MakeArticle) -> None:
    text = (
        "Bo Lee was sentenced Tuesday to three years in prison by a federal judge in Chicago.\n\n"
        "Lee had pleaded guilty in May after a state murder trial ended in a hung jury."
    )
    (case,) = extract_report(make_article(text, "2021-03-10")).cases
    assert [r.date for r in case.rulings if r.disposition == "mistrial"] == [None]


def test_a_word_that_holds_a_regulators_letters_is_none(make_article: MakeArticle) -> None:
    text = (
        "Bo Lee was charged on Tuesday with a second count of theft from the Harbor Commission.\n\n"
        "Lee, 40, is due in Tern County court on Friday."
    )
    (case,) = extract_report(make_article(text, "2021-03-10")).cases
    assert case.kind == "criminal"


def test_a_hearing_to_decide_whether_has_its_day(make_article: MakeArticle) -> None:
    text = f"Lena Voss sued Halden Corp. {IN_COURT} A hearing to decide whether the suit stays there is set for April 30."
    (case,) = extract_report(make_article(text, "2021-03-10")).cases
    assert [(h.date, h.status) for h in case.hearings] == [("2021-04-30", "scheduled")]


def test_a_verdict_won_by_one_against_another(make_article: MakeArticle) -> None:
    text = (
        "A unanimous Supreme Court on Wednesday tossed out a $21 million verdict won by Lena Voss, a nurse, "
        "against Halden Pharmaceutical Co. Justice Ines Calder wrote the opinion."
    )
    (case,) = extract_report(make_article(text, "2021-03-10")).cases
    assert case.caption == "Voss v. Halden Pharmaceutical Co"


def test_two_captions_of_one_sentence_are_two_cases(make_article: MakeArticle) -> None:
    text = (
        "The Supreme Court on Monday sent back a dispute over a shooting, Voss v. Mesa, and put off until October arguments "
        "in Jennings v. Oakes."
    )
    cases = extract_report(make_article(text, "2021-03-10")).cases
    assert {case.caption for case in cases} == {"Voss v. Mesa", "Jennings v. Oakes"}


def test_what_is_likely_in_a_month_is_ahead(make_article: MakeArticle) -> None:
    text = (
        "The Supreme Court said Friday it would review the convictions of Bo Lee, of San Diego, and Al Dow, of Boston. "
        "Arguments are likely in April."
    )
    (case,) = extract_report(make_article(text, "2021-06-10")).cases
    assert [party.name for party in case.parties] == ["Bo Lee", "Al Dow"]
    assert [(h.date, h.status) for h in case.hearings] == [("2022-04", "scheduled")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Halden Corp. failed to persuade a federal judge on Tuesday to dismiss a class action over its scanners.",
        "Users in Ohio, led by Lena Voss, can sue Halden Corp. over its scanners, a federal judge ruled Tuesday.",
    ],
)
def test_whom_a_class_sues_is_the_defendant(make_article: MakeArticle, sentence: str) -> None:
    (case,) = extract_report(make_article(sentence, "2021-03-10")).cases
    assert [p.name for p in case.parties if p.role == "defendant"] == ["Halden Corp"]


def test_what_is_argued_in_a_courtroom_is_a_hearing(make_article: MakeArticle) -> None:
    text = (
        "RENO, Nev. — Attorneys for Bo Lee argued in a Reno courtroom Monday that he should get a new trial. "
        "Lee was convicted of arson in 2018."
    )
    (case,) = extract_report(make_article(text, "2021-03-10")).cases
    assert [(h.date, h.type) for h in case.hearings] == [("2021-03-08", "motion")]
