"""Who is accused or sues together with whom, each with what they are: one sentence each."""

# ruff: noqa: E501 - a case stays on its line
from __future__ import annotations

import pytest
from conftest import MakeArticle

from casetrack.extract import extract_report

VOSS, LEE, DOW = "Lena Voss", "Bo Lee", "Al Dow"
CHICAGO = "in federal court in Chicago"

TOGETHER = [
    (
        f"Lena Voss and her husband, Bo Lee, were sentenced on Tuesday to five years in prison {CHICAGO}.",
        [VOSS, LEE],
    ),
    (
        f"Lena Voss, the firm's founder, and its chief executive, Bo Lee, were charged with fraud on Tuesday {CHICAGO}.",
        [VOSS, LEE],
    ),
    (f"Lena Voss, Bo Lee and two others were charged with fraud on Tuesday {CHICAGO}.", [VOSS, LEE]),
    (
        f"Three former officers — Lena Voss, Bo Lee and Al Dow — were convicted of fraud on Tuesday {CHICAGO}.",
        [VOSS, LEE, DOW],
    ),
    (
        f"Prosecutors on Tuesday charged Lena Voss, a former nurse at the jail, and Bo Lee, her supervisor, with fraud {CHICAGO}.",
        [VOSS, LEE],
    ),
    (
        f"A jury on Tuesday convicted Lena Voss, a nurse, and Bo Lee, a teacher, of fraud {CHICAGO}.",
        [VOSS, LEE],
    ),
    (f"Lena Voss and Bo Lee, both of Reno, pleaded guilty on Tuesday to fraud {CHICAGO}.", [VOSS, LEE]),
]
ALONE = [
    f"Lena Voss, the wife of Bo Lee, was convicted of fraud on Tuesday {CHICAGO}.",
    f"Lena Voss, a nurse from Reno, and her lawyer, Bo Lee, were in the room as she was convicted of fraud on Tuesday {CHICAGO}.",
    f"The killer of Bo Lee, Lena Voss, was convicted of murder on Tuesday {CHICAGO}.",
]


@pytest.mark.parametrize(("text", "names"), [*TOGETHER, *((text, [VOSS]) for text in ALONE)])
def test_who_is_accused_together(make_article: MakeArticle, text: str, names: list[str]) -> None:
    (case,) = extract_report(make_article(text, "2021-03-10")).cases
    assert [(party.name, party.role) for party in case.parties] == [(name, "defendant") for name in names]


SUING = [
    (
        f"The suit was filed by Lena Voss, a lawyer and founder of the group Tern Watch, and Bo Lee, the father of a clerk, {CHICAGO} on Tuesday.",
        {VOSS, LEE},
        set(),
    ),
    (
        f"Lena Voss, 44, a nurse from Tern, and Bo Lee, 31, a teacher, sued Halden Corp. on Tuesday {CHICAGO}.",
        {VOSS, LEE},
        {"Halden Corp"},
    ),
    (
        f"Lena Voss sued Halden Corp., which runs the mine, and Dow Inc., its owner, on Tuesday {CHICAGO}.",
        {VOSS},
        {"Halden Corp", "Dow Inc"},
    ),
]


@pytest.mark.parametrize(("text", "suing", "sued"), SUING)
def test_who_sues_together(make_article: MakeArticle, text: str, suing: set[str], sued: set[str]) -> None:
    (case,) = extract_report(make_article(text, "2021-03-10")).cases
    told = [(party.name.rstrip("."), party.role) for party in case.parties]
    assert {name for name, role in told if role == "plaintiff"} == suing
    assert {name for name, role in told if role == "defendant"} == sued


ABROAD = [
    (
        "SEOUL, South Korea — Former President Park Geun-hee was sentenced to 24 years in prison on Friday by a court.",
        ["Park Geun-hee"],
    ),
    (
        "CAIRO — An Egyptian court on Monday sentenced three Al Bahr journalists, Peter Voss, Omar Fahm and Baher Moham, to prison.",
        ["Peter Voss", "Omar Fahm", "Baher Moham"],
    ),
    (
        "Nine leaders of the protests were found guilty on Tuesday by a court, among them Benny Voss, Chan Kin-lun and Bo Lee.",
        ["Benny Voss", "Chan Kin-lun", "Bo Lee"],
    ),
    (
        "Brazil's top court rejected on Thursday a bid by former President Luiz Voss to stay out of jail.",
        ["Luiz Voss"],
    ),
    (
        "Patrick Voss (43), of Clonlara, Co Clare, and formerly of Limerick, was found guilty by a jury on Tuesday.",
        ["Patrick Voss"],
    ),
]


@pytest.mark.parametrize(("text", "names"), ABROAD)
def test_who_is_accused_abroad(make_article: MakeArticle, text: str, names: list[str]) -> None:
    (case,) = extract_report(make_article(text, "2021-03-10")).cases
    assert [party.name for party in case.parties] == names


def test_a_surname_may_stand_first(make_article: MakeArticle) -> None:
    text = "Park Geun-hee was sentenced to 24 years in prison on Friday by a court. Park has boycotted her trial."
    (case,) = extract_report(make_article(text, "2021-03-10")).cases
    assert case.caption.endswith(" v. Park")


def test_a_couple_is_named_further_on(make_article: MakeArticle) -> None:
    text = (
        "A Casper couple pleaded guilty Tuesday to neglecting 14 horses.\n\nUnder a deal with prosecutors, Wes and Darla "
        "Voss will be on probation for three years. Circuit Judge Ines Calder took the pleas."
    )
    (case,) = extract_report(make_article(text, "2021-03-10")).cases
    assert [party.name for party in case.parties] == ["Wes Voss", "Darla Voss"]


def test_a_trial_of_somebody_is_reset(make_article: MakeArticle) -> None:
    text = "District Judge Ines Calder on Tuesday granted a defense request for more time and reset the trial of Bo Lee for Aug. 20."
    (case,) = extract_report(make_article(text, "2021-03-10")).cases
    assert [(h.type, h.date, h.status) for h in case.hearings] == [("trial", "2021-08-20", "postponed")]


AMONG = [
    (f"Actresses Lena Voss and Ruth Oakes are among those charged with fraud on Tuesday {CHICAGO}.", [VOSS, "Ruth Oakes"]),
    (f"A witness agreed to testify against the site's founders, Lena Voss and Bo Lee. The pair are charged with fraud and face trial May 3 {CHICAGO}.", [VOSS, LEE]),
    (f"Lena Voss and Bo Lee, two former cashiers, pleaded guilty to theft on Tuesday {CHICAGO}. A third cashier, Al Dow, is set for trial May 3.", [VOSS, LEE, DOW]),
    (f"Lena Voss pleaded guilty to theft on Tuesday {CHICAGO}. A second witness, Al Dow, is set for May 3.", [VOSS]),
    (f"Lena Voss and two others were charged with fraud on Tuesday {CHICAGO}.", [VOSS]),
    (f"Lena Voss and her husband were charged with fraud on Tuesday {CHICAGO}.", [VOSS]),
    (f"Lena Voss, 34, a nurse from Reno, and three other officers were convicted of fraud on Tuesday {CHICAGO}.", [VOSS]),
    (f"Lena Voss and three co-workers pleaded guilty to fraud on Tuesday {CHICAGO}.", [VOSS]),
    (f"Former Penn State President Lena Voss was sentenced on Tuesday to two months in jail {CHICAGO}.", [VOSS]),
    (f"Voss, 48, the daughter of the firm’s founder, Bo Lee, has been charged with fraud {CHICAGO}. Lena Voss was arrested Tuesday.", [VOSS]),
    (f"County Commissioner Lena Voss was convicted of fraud on Tuesday {CHICAGO}.", [VOSS]),
    (f"Former President Luis Ines Lula da Silva was convicted of fraud on Tuesday {CHICAGO}. Lula was sentenced last year.", ["Luis Ines Lula da Silva"]),
    (f"Lena Voss was ordered held without bail on Tuesday {CHICAGO}.", [VOSS]),
    (f"The driver, LENA VOSS (D.O.B. 2/9/92) of Mattapan, was arraigned on fraud charges on Tuesday {CHICAGO}.", [VOSS]),
    (f"Accused killer Lena Voss was in court Tuesday {CHICAGO}.", [VOSS]),
    (f"Convicted murderer Lena Voss lost her appeal on Tuesday {CHICAGO}.", [VOSS]),
    (f"Lena Voss was released on $5,000 bail on Tuesday {CHICAGO}.", [VOSS]),
    (f"Lena Voss was bound over for trial on Tuesday {CHICAGO}.", [VOSS]),
    (f"Lena Voss was found incompetent on Tuesday to stand trial {CHICAGO}.", [VOSS]),
    (f"Lena Voss was granted parole on Tuesday by a judge {CHICAGO}.", [VOSS]),
    (f"Lena Voss will spend five years in prison, a judge ruled on Tuesday {CHICAGO}.", [VOSS]),
    (f"An indictment unsealed Tuesday {CHICAGO} alleges that Lena Voss and Bo Lee stole $2 million.", [VOSS, LEE]),
    (f"According to the indictment, Lena Voss and Bo Lee stole $2 million. They appeared in court Tuesday {CHICAGO}.", [VOSS, LEE]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), AMONG)
def test_who_is_among_the_accused(make_article: MakeArticle, text: str, names: list[str]) -> None:
    (case,) = extract_report(make_article(text, "2021-03-10")).cases
    assert [party.name for party in case.parties] == names


def test_a_court_that_may_be_asked_is_not_the_cases(make_article: MakeArticle) -> None:
    text = (
        "A state judge in Ohio ruled Tuesday that a curfew may stand in a suit brought by Lena Voss against Tern.\n\n"
        "Voss said she will ask the U.S. Supreme Court to hear the case."
    )
    (case,) = extract_report(make_article(text, "2021-03-10")).cases
    assert case.court is None


ONE_CASE = [
    "Lena Voss, 58, was sentenced Monday to seven years in federal prison. Two other defendants have pleaded guilty. Bo Lee, 46, of Irving, pleaded guilty in November to conspiracy. A fourth defendant, Al Dow, 61, of Plano, is set for trial on June 8.",
    "Lena Voss was convicted of murder on Monday in Tern County Circuit Court. She is the third person convicted in the killing. Bo Lee was sentenced to nine years in May and Al Dow to six.",
]
APART = [
    "Lena Voss was sentenced Monday to nine years in prison for robbing a bank. In a separate case, a second defendant, Bo Lee, was sentenced to four years for arson.",
]


@pytest.mark.parametrize("text", ONE_CASE)
def test_other_defendants_are_of_the_case(make_article: MakeArticle, text: str) -> None:
    (case,) = extract_report(make_article(text, "2021-03-10")).cases
    assert {VOSS, LEE} <= {party.name for party in case.parties}


@pytest.mark.parametrize("text", APART)
def test_those_of_another_case_are_not(make_article: MakeArticle, text: str) -> None:
    cases = extract_report(make_article(text, "2021-03-10")).cases
    assert [[party.name for party in case.parties] for case in cases] == [[VOSS], [LEE]]


DESCRIBED = [
    ("A witness at the trial was Lena Voss, a former sales manager who pleaded guilty to fraud in May in Chicago.", VOSS),
    ("A state court jury acquitted one of them, Lena Voss, in November.", VOSS),
    ("A former technology analyst was sentenced on Wednesday to two years in prison. Lena Voss, 41, was also fined. (Reporting by Bo Lee; Editing by Al Dow)", VOSS),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), DESCRIBED)
def test_who_is_meant_by_what_they_are_called(make_article: MakeArticle, text: str, name: str) -> None:
    (case,) = extract_report(make_article(text, "2021-03-10")).cases
    assert [party.name for party in case.parties] == [name]


BY_THE_BOARD = [
    "For the fourth time, the Ohio Parole Board has turned down Lena Voss, who set the fire that killed Bo Lee.",
    "The Ohio Parole Board on Monday denied parole to Lena Voss, who killed Bo Lee in 1989.",
]


@pytest.mark.parametrize("text", BY_THE_BOARD)
def test_a_parole_board_decides_on_one_who_was_convicted(make_article: MakeArticle, text: str) -> None:
    (case,) = extract_report(make_article(text, "2021-03-10")).cases
    assert [party.name for party in case.parties] == [VOSS]


def test_one_accused_of_a_killing_is_named_by_a_surname(make_article: MakeArticle) -> None:
    text = (
        "Circuit Judge Ines Calder said she would see what jurors know about Lena Voss. Voss, 31, is accused of"
        " killing Bo Lee. Jury selection is to begin May 16. In another matter Thursday, Calder sentenced Al Dow, 26, to 10 years."
    )
    cases = extract_report(make_article(text, "2021-03-10")).cases
    assert [case.parties[0].name for case in cases] == [VOSS, DOW]


def test_a_sentence_may_end_in_what_one_is_accused_of(make_article: MakeArticle) -> None:
    text = "Prosecutors told a judge in Tern County on Monday what Lena Voss is accused of"
    extract_report(
        make_article(f"{text}\n\nLena Voss was convicted of murder on Tuesday {CHICAGO}.", "2021-03-10")
    )


ON_TRIAL_TOO = [
    "Officer Bo Lee, who drove the van and faces the gravest charge, manslaughter, is scheduled to go on trial on June 6.",
    "Dr. Bo Lee, the county's chief medical officer, who's charged with manslaughter, is to return for a hearing on June 6.",
    "Former union chief Bo Lee and four aides face their own bribery conspiracy trial, which is set to begin June 6.",
    "A judge on Tuesday ordered that Bo Lee, 17, be tried as an adult in the killing of a clerk.",
]


@pytest.mark.parametrize("text", ON_TRIAL_TOO)
def test_who_is_on_trial_beside_another(make_article: MakeArticle, text: str) -> None:
    lede = (
        f"Lena Voss was convicted of manslaughter on Monday {CHICAGO}.\n\nJudge Ann Hill thanked the jurors."
    )
    cases = extract_report(make_article(f"{lede}\n\n{text}", "2018-03-14")).cases
    assert [party.name for case in cases for party in case.parties] == [VOSS, LEE]


def test_a_trial_of_a_suit_accuses_nobody(make_article: MakeArticle) -> None:
    (case,) = extract_report(
        make_article("Halden Corp. sued Lena Voss. She faces a patent trial in May.", "2018-03-14")
    ).cases
    assert case.kind == "civil"


@pytest.mark.parametrize("text", ["Some said they've stopped trying.", "Clerks say they've halted there."])
def test_what_people_say_they_stopped_is_no_ruling(make_article: MakeArticle, text: str) -> None:
    lede = "A federal judge on Monday dismissed a suit by Lena Voss against Halden Corp."
    (case,) = extract_report(make_article(f"{lede} {text}", "2018-03-14")).cases
    assert [ruling.disposition for ruling in case.rulings] == ["dismissed"]


def test_whoever_is_to_go_on_trial_in_a_story_of_crime_is_accused(make_article: MakeArticle) -> None:
    text = (
        f"Lena Voss was sentenced Monday to 20 years in prison for fraud {CHICAGO}.\n\nOthers are still to have their day "
        "in court. Two former accountants, Bo Lee and Al Dow, are to go on trial Sept. 10."
    )
    _, second = extract_report(make_article(text, "2018-03-14")).cases
    assert [party.name for party in second.parties] == [LEE, DOW]
    assert [hearing.date for hearing in second.hearings] == ["2018-09-10"]


def test_several_guards_are_tried_together(make_article: MakeArticle) -> None:
    text = (
        f"Three former Halden guards were convicted Monday {CHICAGO}.\n\nLena Voss was found guilty of murder. The two other "
        "guards — Bo Lee and Al Dow — were found guilty of manslaughter."
    )
    (case,) = extract_report(make_article(text, "2018-03-14")).cases
    assert [party.name for party in case.parties] == [VOSS, LEE, DOW]


def test_a_fifth_of_the_name_is_known_by_his_surname(make_article: MakeArticle) -> None:
    (case,) = extract_report(
        make_article(f"A jury convicted George Voss V of murder on Monday {CHICAGO}.", "2018-03-14")
    ).cases
    assert case.caption == "United States v. Voss"


def test_one_convicted_in_the_same_trial_is_tried_with_the_first(make_article: MakeArticle) -> None:
    text = (
        f"Bo Voss was sentenced Tuesday to two years in prison for bribery {CHICAGO}.\n\nLena Voss, convicted in the same "
        "trial of nine counts, is to be sentenced by Judge Ann Hill on April 20."
    )
    (case,) = extract_report(make_article(text, "2018-03-14")).cases
    assert [party.name for party in case.parties] == ["Bo Voss", VOSS]


def test_the_murder_case_against_somebody_is_a_prosecution(make_article: MakeArticle) -> None:
    text = "Circuit Judge Ines Calder declared a mistrial on Monday in the murder case against former officer Bo Lee."
    (case,) = extract_report(make_article(text, "2018-03-14")).cases
    assert (case.kind, [party.name for party in case.parties]) == ("criminal", [LEE])


def test_one_who_was_also_acquitted_is_tried_with_the_first(make_article: MakeArticle) -> None:
    text = f"Bo Voss was acquitted of bribery Monday {CHICAGO}. His aide, Lena Voss-Reed, was also acquitted on both charges."
    (case,) = extract_report(make_article(text, "2018-03-14")).cases
    assert [party.name for party in case.parties] == ["Bo Voss", "Lena Voss-Reed"]


@pytest.mark.parametrize("kind", ["a lengthy", "an impeachment", "a wrongful death", "a securities"])
def test_not_every_trial_one_faces_is_for_a_crime(make_article: MakeArticle, kind: str) -> None:
    text = f"Ann Dell sued Bo Lee over a well. A judge on Tuesday refused to dismiss the suit. Lee faces {kind} trial in June."
    assert [case.kind for case in extract_report(make_article(text, "2018-03-14")).cases] == ["civil"]
