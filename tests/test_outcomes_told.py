"""What courts decide and set as news tells it in passing: shared verbs, bare outcomes, who sits where."""

# ruff: noqa: E501 - a case stays on its line
from __future__ import annotations

import pytest
from conftest import MakeArticle

from casetrack.extract import extract_report

DAY = "2018-03-14"  # a Wednesday
LEE = "Bo Lee is charged with murder in Tern County Circuit Court."

RULINGS = [
    ("Bo Lee, 34, was convicted of murder in October 2011 and sentenced to 40 years in prison.", ["convicted 2011-10", "sentenced 2011-10"]),
    ("Bo Lee, 34, was found guilty in October and sentenced to 40 years in prison on Monday.", ["convicted 2017-10", "sentenced 2018-03-12"]),
    ("Bo Lee, 34, was found guilty of murder in October 2011 and later sentenced to 40 years by Circuit Judge Ines Calder.", ["convicted 2011-10", "sentenced None"]),
    (f"{LEE} Judge Ines Calder threw out his confession in a decision dated March 6 and mailed to lawyers the next day.", ["granted 2018-03-06"]),
    ("Bo Lee was convicted of murder in 2011. The 3rd District Appellate Court on Tuesday overturned his conviction.", ["convicted 2011", "reversed 2018-03-13"]),
    ("Bo Lee was convicted of murder in 2011. The Court of Criminal Appeals on Tuesday overturned his conviction.", ["convicted 2011", "reversed 2018-03-13"]),
    ("A Dayton man will spend 14 years behind bars for a string of burglaries. Bo Lee, 30, was sentenced Monday by Judge Ines Calder.", ["sentenced 2018-03-12"]),
    ("Bo Lee pleaded guilty Tuesday to robbery in Tern County Circuit Court. Under the agreement, he will serve five years in prison.", []),
    ("Bo Lee was sentenced Monday to five years in prison in Tern County Circuit Court. Judge Ines Calder ordered the terms to run at the same time.", ["sentenced 2018-03-12"]),
    (f"{LEE} On Monday, Judge Ines Calder forbade Lee any contact with the tenants.", ["ordered 2018-03-12"]),
    (f"{LEE} Lawyers wanted the count dropped; Judge Ines Calder wasn't persuaded Monday.", ["denied 2018-03-12"]),
    (f"{LEE} Judge Ines Calder shot down a change of venue in November.", ["denied 2017-11"]),
    (f"District Attorney Ann Porter today announced that a Tern man has been convicted of murder. {LEE} He was found guilty yesterday by a jury. The jury acquitted him of arson.", ["convicted 2018-03-13", "acquitted 2018-03-13"]),
    (f"{LEE} Six people sent to death row in the state have been exonerated since 1973.", []),
    (f"{LEE} Circuit Judge Ines Calder ordered Bo Lee, who is out on bond, to appear in her Tern courtroom on May 23.", []),
    ("Al Dow sued Tern County. In February the 10th U.S. Circuit Court of Appeals ruled that four deputies could not claim immunity.", ["denied 2018-02"]),
    ("The Ohio Parole Board denied parole to Bo Lee on Monday. The board last turned him down in 2012.", ["denied 2018-03-12", "denied 2012"]),
    ("Bo Lee was sentenced Monday to seven years in prison. Judge Ines Calder imposed the sentence on Lee, who pleaded guilty Jan. 9 to murder.", ["sentenced 2018-03-12"]),
    ("Bo Lee was sentenced Monday to seven years in prison. In March 2017 a jury found Lee guilty of murder. The jury found him not guilty of arson.", ["sentenced 2018-03-12", "convicted 2017-03", "acquitted 2017-03"]),
    ("Bo Lee was convicted of murder in 2011. The 3rd District Appellate Court on Tuesday overturned his conviction. The case goes back to Tern County; the court remanded it for a new trial.", ["convicted 2011", "reversed 2018-03-13"]),
    ("Lawyers for Bo Lee, who is charged with murder, asked Thursday to have the trial moved. Lee, 31, is held in Tern County. Judge Ines Calder did rule on other motions. She denied a request to keep out his words.", ["denied 2018-03-08"]),
    ("Bo Lee, 36, walked out of custody on Monday after five days. Lee is charged with arson. The judge in Tern County Circuit Court knocked back a police request for a curfew.", ["denied 2018-03-12"]),
    ("A woman convicted of killing her husband a decade ago has been sentenced to life, more than the 30 years she had been handed before. Bo Lee, 52, was sentenced this week in Tern County Circuit Court. In 2012, Lee was sentenced to 30 years.", ["sentenced 2018-03", "sentenced 2012"]),
    ("A judge acquitted Bo Lee of murder on Monday, more than two decades after jurors convicted him.", ["acquitted 2018-03-12", "convicted None"]),
    ("Bo Lee was convicted of fraud on Monday. It was Lee's second trial after another jury deadlocked 10-2.", ["convicted 2018-03-12", "mistrial None"]),
    (f"{LEE} Prosecutors won a victory Tuesday in persuading a judge to let jurors hear the tape.", ["granted 2018-03-13"]),
    (f"{LEE} Prosecutors persuaded a judge on Tuesday to delay the trial.", ["granted 2018-03-13"]),
    ("Bo Lee was sentenced Monday to 10 days in Tern County Circuit Court. The jail sentence was suspended.", ["sentenced 2018-03-12"]),
    ("The Tern Clinic sued the state over a ban that takes effect now that the U.S. Supreme Court has overturned Roe v. Wade. A judge on Monday refused to block it.", ["denied 2018-03-12"]),
    (f"{LEE} On Monday a court extended his pretrial detention.", ["ordered 2018-03-12"]),
    ("A vice chancellor in Delaware on Monday ordered Elm Corp. to pay Bo Corp. $3 million.", ["ordered 2018-03-12"]),
    (f"{LEE} Judge Ines Calder on Monday reduced the charge against Lee to a misdemeanor, gave him a suspended 12-month sentence and told him to do 100 hours of work.", ["granted 2018-03-12", "sentenced 2018-03-12"]),
    ("The state Supreme Court on Tuesday overturned Bo Lee's conviction. It voted 8-1 to order a new trial Tuesday for Lee, who was convicted of murder.", ["reversed 2018-03-13", "convicted None"]),
    ("A judge on Monday said Elm Corp. lacked standing and dismissed its suit against Bo Corp.", ["dismissed 2018-03-12"]),
    (f"{LEE} A judge on Monday tossed out Bo Lee's confession, ruling that he had asked for a lawyer.", ["granted 2018-03-12"]),
    ("Elm Corp. sued Bo Corp. in federal court in Marshall, Texas. In November 2015, a jury there found that Bo had willfully infringed both patents.", ["ordered 2015-11"]),
    (f"{LEE} Jurors acquitted both on Tuesday.", ["acquitted 2018-03-13"]),
    ("The state Supreme Court on Tuesday struck down a ban on night fishing in a suit by the Tern Anglers Association. The 5-2 decision upholds a ruling by Judge Ines Calder.", ["reversed 2018-03-13"]),
    ("The state Supreme Court on Tuesday let stand a ban on night fishing in a suit by the Tern Anglers Association. Tuesday’s ruling overturns Judge Ines Calder, who blocked the ban in May.", ["affirmed 2018-03-13", "enjoined 2017-05"]),
    ("A former mayor was sentenced Monday to nine years in prison. Al Dow, 61, was convicted of fraud in January. Judge Ines Calder on Monday sentenced Dow’s former chief of staff, Bo Lee, to 30 months. Eleven people have been charged in the case.", ["sentenced 2018-03-12", "convicted 2018-01", "sentenced 2018-03-12"]),
    ("Two guards were tried for theft in Tern County Circuit Court. The only other person to go to trial, cab driver Bo Lee, was acquitted Monday.", ["acquitted 2018-03-12"]),
    ("Bo Lee was sentenced to death by lethal injection Monday for the 2013 Elm Marathon attack by a federal jury in Reno.", ["sentenced 2018-03-12"]),
    ("A jury of seven women and five men convicted Bo Lee on Monday of murder.", ["convicted 2018-03-12"]),
    (f"{LEE} Judge Ines Calder on Monday ordered Lee acquitted of a lesser count.", ["acquitted 2018-03-12"]),
    ("Bo Lee was convicted of murder in 2011. The 3rd District Appellate Court on Tuesday lengthened his prison term to 12 years.", ["convicted 2011", "sentenced 2018-03-13"]),
    ("Suits that seek to hold Bo Lee to account for the fire can go forward, Judge Ines Calder said Monday in a ruling of 30 pages. Four families sued Lee last year.", ["denied 2018-03-12"]),
    ("Elm Corp. will get a May trial in its lawsuit to hold Bo Lee to a deal, a Delaware judge decided on Monday.", ["granted 2018-03-12"]),
    ("Elm Corp. initially won dismissal in 2016 of a suit by Bo Lee. A federal appeals court revived the suit on Monday.", ["dismissed 2016", "reversed 2018-03-12"]),
    ("The Supreme Court on Monday allowed Elm Corp. to go on with a tower that Bo Lee sued to block. Chief Justice Ann Porter, in an order, stayed a judge’s injunction.", ["stayed 2018-03-12"]),
    ("A judge on Monday said Commissioner Al Dow had gone too far in upholding the ban. Judge Ines Calder undid the suspension of Bo Lee, whose union sued the league.", ["vacated 2018-03-12"]),
    ("Judge Ines Calder ruled Monday for two aides who also spoke at the rally on Jan. 6. Bo Lee sued Al Dow last year.", ["granted 2018-03-12"]),
    ("A jury found Elm Freight negligent on Monday in hiring Bo Lee, who was texting when he killed Kay Tran on May 4, 2017. Tran’s husband sued Elm Freight.", ["ordered 2018-03-12"]),
    ("Bo Lee sued Elm Corp. Judge Ines Calder on Monday turned down his bid to bar a tape. Lee spoke. The firm was glad. Fans cheered. He left. A band played. In an earlier decision, she refused a request by the newspaper to throw the suit out.", ["denied 2018-03-12", "denied None"]),
    ("Jose Lee was found not guilty of murder Monday by a San Francisco jury.", ["acquitted 2018-03-12"]),
    ("The murder trial of Bo Lee ended Tuesday. Judge Ines Calder sent the jury home for good.", ["mistrial 2018-03-13"]),
    ("Elm Corp. sued Bo Lee. On Monday, a judge in that case turned down his request.", ["denied 2018-03-12"]),
    ("Bo Lee sued Elm Corp. The justices on Monday voted 5-4 along ideological lines to put on hold a ruling for him.", ["stayed 2018-03-12"]),
    ("Bo Lee sued Elm Corp. Last July she became the first judge to define it: Judge Ines Calder rejected the motion, too.", ["denied 2017-07"]),
    ("Bo Lee sued Elm Corp. Last July Judge Ines Calder became the first to define it, adopting a broad reading that covered any profit and rejecting the company's request to throw out the case.", ["denied 2017-07"]),
    ("Bo Lee sued Elm Corp. On Feb. 28 Judge Ines Calder made the ban permanent.", ["enjoined 2018-02-28"]),
    ("Bo Lee sued Elm Corp. Judge Ines Calder on Monday ruled out any claim over the plan, a policy it dropped in 2016.", ["dismissed 2018-03-12"]),
    ("Bo Lee sued Elm Corp. Judge Ines Calder dismissed a claim over the plan, a policy it dropped in 2016.", ["dismissed 2018-03-14"]),
    (f"{LEE} Lee was directed by the judge to return the following day.", []),
    (f"{LEE} The charges against him were dismissed on Monday.", ["dismissed 2018-03-12"]),
    (f"{LEE} A judge on Monday set bail, {'9' * 30} days after a court freed him.", ["ordered 2018-03-12"]),
    (f"{LEE} Sen. Ann Porter lifted her hold on a bill about it on Monday.", []),
    (f"{LEE} Prosecutors struck a deal on charges of theft Monday.", []),
    (f"{LEE} His mother sent him away for two years on Monday.", []),
    ("Bo Lee sued Al Dow. Jurors found Monday that neither driver was at fault.", []),
    ("Bo Lee sued Elm Corp. Judge Ines Calder cleared Elm Corp. on Monday to use the road.", []),
    (f"{LEE} Judge Ines Calder said she'd refused last fall to move the trial. She'd rule on the rest later.", ["denied 2017"]),
    (f"{LEE} Jurors on Monday cleared him on two other counts.", ["acquitted 2018-03-12"]),
    ("Bo Lee sued Elm Corp. On Monday, the Supreme Court held in Lee v. Elm Corp. that the rule is void.", ["reversed 2018-03-12"]),
    (f"{LEE} The charges against them, he said, were dismissed as idle by the papers.", []),
    (f"{LEE} Lee wanted bail. Judge Ines Calder on Monday denied that request.", ["denied 2018-03-12"]),
    (f"{LEE} Lee on Monday denied that charge in a letter to Judge Ines Calder.", []),
    ("Bo Lee sued Elm County. The 10th Circuit lifted its stays in the county's cases on Monday.", ["lifted 2018-03-12"]),
    (f"{LEE} “It breaks my heart, but I have a duty I can’t avoid,” Judge Ines Calder said.", []),
    (f"{LEE} Judge Ines Calder found him incompetent in January and sent him to a hospital.", ["ordered 2018-01"]),
    (f"{LEE} A judge on Monday set bail at $250,000 for him, four days after an appeals court threw out his conviction.", ["ordered 2018-03-12", "vacated 2018-03-08"]),
    ("Bo Lee sued Elm Corp. A federal appeals court dismissed the suit on Monday. That undoes the rulings of U.S. District Judge Ines Calder in Greenbelt, Md. Calder in March 2017 found that Lee had standing to sue.", ["dismissed 2018-03-12", "denied 2017-03"]),
    ("Bo Lee sued Elm Corp. The court on Monday didn't just dismiss the case. It told him to pay.", ["dismissed 2018-03-12", "ordered 2018-03-12"]),
    ("Bo Lee sued Elm Corp. It was Judge Ines Calder who first blocked the plan, in January.", ["enjoined 2018-01"]),
    (f"{LEE} On Sept. 15, 2017, Lee was before Judge Ines Calder. He became angry with the judge and was directed to return the following day.", []),
    (f"{LEE} The judge, Army Col. Ines Calder, came late. Calder on Monday refused to throw out the case.", ["denied 2018-03-12"]),
]  # fmt: skip


def test_a_court_rules_for_who_is_sued(make_article: MakeArticle) -> None:
    (case,) = extract_report(
        make_article("Judge Ines Calder ruled for Elm College on Monday in a suit by Bo Lee.", DAY)
    ).cases
    assert [(party.name, party.role) for party in case.parties] == [
        ("Elm College", "defendant"),
        ("Bo Lee", "plaintiff"),
    ]


@pytest.mark.parametrize(("text", "wanted"), RULINGS, ids=[case[0][:70] for case in RULINGS])
def test_what_was_decided(make_article: MakeArticle, text: str, wanted: list[str]) -> None:
    (case,) = extract_report(make_article(text, DAY)).cases
    assert [f"{ruling.disposition} {ruling.date}" for ruling in case.rulings] == wanted


HEARINGS = [
    (f"{LEE} Closing arguments were delivered Monday.", {("2018-03-12", "trial", "held")}),
    ("Bo Lee sued Elm County. The justices heard the cases by telephone on Feb. 12.", {("2018-02-12", "oral_argument", "held")}),
    (f"{LEE} A hearing before Judge Ines Calder set the stage for a trial on October 8.", {("2018-10-08", "trial", "scheduled")}),
    (f"{LEE} Lee was due to go before a judge for his preliminary hearing. That hearing has been moved to Friday.", {("2018-03-16", "preliminary", "postponed")}),
    (f"{LEE} His trial was moved last week to another county.", set()),
    (f"{LEE} Clerks are to write a pre-sentencing report by March 20.", set()),
    (f"{LEE} The sentencing hearing, which began Feb. 26, was long.", {("2018-02-26", "sentencing", "held")}),
    (f"{LEE} Lawyers were in court last Friday for a conference, where Judge Ines Calder set a trial for the week of Sept. 10.", {("2018-03-09", "other", "held"), ("2018-09-10", "trial", "scheduled")}),
    (f"{LEE} Lee is awaiting trial, currently calendared for July 9.", {("2018-07-09", "trial", "scheduled")}),
    (f"{LEE} Lee, who is awaiting trial, was moved Monday to another jail.", set()),
    (f"{LEE} An order of Tuesday clears the way for a jury trial to begin May 7.", {("2018-05-07", "trial", "scheduled")}),
    (f"{LEE} His next court date is 14 May.", {("2018-05-14", "other", "scheduled")}),
    (f"{LEE} He pleaded not guilty to murder and arson at a brief hearing on Monday.", {("2018-03-12", "arraignment", "held")}),
    (f"{LEE} Judge Ines Calder scheduled a hearing for July 8 to choose a new trial date.", {("2018-07-08", "status_conference", "scheduled")}),
    (f"{LEE} His preliminary hearing was put off. Judge Ines Calder set a new hearing for April 6.", {("2018-04-06", "preliminary", "scheduled")}),
    ("A judge refused bail Monday for Bo Lee, who is charged with murder. He appeared in court on Monday in handcuffs.", {("2018-03-12", "bail", "held")}),
    (f"{LEE} Jurors will begin hearing evidence on Thursday.", {("2018-03-15", "trial", "scheduled")}),
    (f"{LEE} According to evidence at the trial, from May 2013 to June 2014 Lee hid a gun.", set()),
    ("The trial of Bo Lee, who is charged with murder in Tern County Circuit Court, has been moved from May 3 to June 9.", {("2018-06-09", "trial", "postponed")}),
    (f"{LEE} He's next in court April 4.", {("2018-04-04", "other", "scheduled")}),
    ("Bo Lee was convicted of murder in Tern County in 2011. The Third Court of Appeals will hear from both sides June 26.", {("2018-06-26", "oral_argument", "scheduled")}),
    ("Elm Corp. sued the city of Reno. U.S. District Judge Ines Calder listened to nearly three hours of argument Monday.", {("2018-03-12", "motion", "held")}),
    ("Elm Corp. sued Bo Corp. U.S. District Judge Ines Calder said she would take up Elm's bid for an injunction on June 22.", {("2018-06-22", "motion", "scheduled")}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), HEARINGS, ids=[case[0][:70] for case in HEARINGS])
def test_what_was_held_or_set(
    make_article: MakeArticle, text: str, wanted: set[tuple[str, str, str]]
) -> None:
    (case,) = extract_report(make_article(text, DAY)).cases
    assert {(h.date, h.type, h.status) for h in case.hearings} == wanted


SIDES = [
    ("Bea Dow's ex-husband, Carl Dow, sued her in Tern County Circuit Court over the house.", {("Carl Dow", "plaintiff"), ("Bea Dow", "defendant")}),
    ("A federal court jury in Reno on Friday found Marlow Hospital liable for $68 million in damages to Bo Lee, who went into a coma.", {("Bo Lee", "plaintiff"), ("Marlow Hospital", "defendant")}),
    ("A federal appeals court on Friday reinstated a $120 million jury win for Acme Inc. (ACM.O) in a patent case against Sellwood Corp.", {("Acme Inc", "plaintiff"), ("Sellwood Corp", "defendant")}),
    ("A judge on Tuesday ruled for Swiss drug maker Marlow Pharma in a suit it brought against Danish rival Sellwood.", {("Marlow Pharma", "plaintiff"), ("Sellwood", "defendant")}),
    ("A federal judge on Tuesday dismissed Bo Lee's $9 million lawsuit targeting comedian Ann Porter.", {("Bo Lee", "plaintiff"), ("Ann Porter", "defendant")}),
    ("A federal judge on Monday dismissed a suit by Moms for Safety against Tern County.", {("Moms for Safety", "plaintiff"), ("Tern County", "defendant")}),
    ("The defamation case brought by Bo Lee against his ex-wife Ann Porter went to the jury Monday.", {("Bo Lee", "plaintiff"), ("Ann Porter", "defendant")}),
    ("Jury deliberations have begun in the Bo Lee v. Ann Porter trial. A judge sided with Porter's lawyers Monday.", {("Bo Lee", "plaintiff"), ("Ann Porter", "defendant")}),
    ("Singer Al Dow's former manager, Bo Lee, is suing him for $3 million in Los Angeles Superior Court.", {("Bo Lee", "plaintiff"), ("Al Dow", "defendant")}),
    ("The manslaughter trial of a former Livingston Parish deputy, Travis Guidry, ended in a mistrial on Tuesday.", {("Travis Guidry", "defendant")}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), SIDES, ids=[case[0][:70] for case in SIDES])
def test_whose_case_it_is(make_article: MakeArticle, text: str, wanted: set[tuple[str, str]]) -> None:
    (case,) = extract_report(make_article(text, DAY)).cases
    assert {(party.name, party.role) for party in case.parties} == wanted


SECOND_SUITS = [
    ("A jury in Reno on Tuesday ordered Vantrell Medical to pay $3 million to Ann Dell, who was hurt by a pump. In January, a federal judge in Minnesota threw out a suit by the Teamsters pension fund that accused the company of fraud.",
     [("Dell v. Vantrell Medical", ["ordered 2018-03-13"]), ("Teamsters v. Vantrell Medical", ["dismissed 2018-01"])]),
    ("A judge on Monday refused to stop Halcyon Foods from buying Marlow's. The suit was brought by Maryland and Illinois. In Denver, District Judge Luis Archer last week turned down the companies' effort to dismiss a suit by Colorado.",
     [("Maryland v. Halcyon Foods", ["denied 2018-03-12"]), ("Colorado v. Halcyon Foods", ["denied 2018-03"])]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), SECOND_SUITS, ids=["a-pension-fund", "another-state"])
def test_a_suit_before_another_court_is_a_second_case(
    make_article: MakeArticle, text: str, wanted: list[tuple[str, list[str]]]
) -> None:
    cases = extract_report(make_article(text, DAY)).cases
    assert [(c.caption, [f"{r.disposition} {r.date}" for r in c.rulings]) for c in cases] == wanted


def test_what_a_judge_sets_is_of_the_case_she_has(make_article: MakeArticle) -> None:
    text = (
        "A federal judge in Oakland, California, on Tuesday barred the Porter administration from enforcing a voucher "
        "rule. The order from US District Judge Priya Lind applies across the country. California and 13 other states "
        "sued in March.\n\nIn Boston, US District Judge Walter Eames heard arguments Monday in a challenge brought by the "
        "Chelsea Tenants Union.\n\nLind told both sides to return June 7 for a scheduling conference."
    )
    cases = extract_report(make_article(text, DAY)).cases
    assert [(c.judges, [h.date for h in c.hearings]) for c in cases] == [
        (("Priya Lind",), ["2018-06-07"]),
        (("Walter Eames",), ["2018-03-12"]),
    ]


def test_the_judge_of_a_court_day_sits_in_what_is_listed(make_article: MakeArticle) -> None:
    text = (
        "COURT NEWS\n\nLaw and motion day at the Tern County Courthouse Tuesday kept Judge Ines Calder busy with 19 matters.\n\n"
        "Ty Kessel, 27, of Ely, pleaded guilty to criminal endangerment. He will be sentenced June 12.\n\n"
        "Jesse Lund, 34, of Ely, charged with theft, missed his hearing, and a warrant went out for him.\n\n"
        "Debra Stock, 51, of Dale, was sentenced to three years in prison for theft.\n"
    )
    cases = extract_report(make_article(text, DAY)).cases
    assert [(c.caption, c.judges) for c in cases] == [
        ("State v. Kessel", ("Ines Calder",)), ("State v. Lund", ("Ines Calder",)), ("State v. Stock", ("Ines Calder",)),
    ]  # fmt: skip


TOLD_BY_ONE_VERB = [
    (
        "Superior Court Judge Ann Reed on Monday reduced the charge against Thomas Hill to manslaughter.",
        "granted",
    ),
    ("U.S. Bankruptcy Judge Ann Reed on Monday confirmed Vantrell Corp.'s reorganization plan.", "granted"),
    (
        "U.S. District Judge Ann Reed on Monday enforced a congressional subpoena to the Hill Group.",
        "ordered",
    ),
    ("A federal jury in Texas on Monday cleared Vantrell Corp. of fraud.", "acquitted"),
    ("A Dade County jury on Monday recommended the death penalty for Thomas Hill.", "sentenced"),
    ("The Supreme Court split 4-4 on Monday in Friedlin v. Vantrell Teachers Union.", "affirmed"),
    ("The state Supreme Court on Monday suspended Thomas Hill's law license for two years.", "ordered"),
    ("Superior Court Judge Ann Reed on Monday terminated the parental rights of Thomas Hill.", "ordered"),
]


@pytest.mark.parametrize(("text", "disposition"), TOLD_BY_ONE_VERB)
def test_one_verb_tells_a_decision(make_article: MakeArticle, text: str, disposition: str) -> None:
    cases = extract_report(make_article(text, DAY)).cases
    assert [(r.disposition, r.date) for c in cases for r in c.rulings] == [(disposition, "2018-03-12")]


def test_judges_named_later_decided_all_that_their_panel_did(make_article: MakeArticle) -> None:
    text = (
        "The 9th U.S. Circuit Court of Appeals on Monday upheld a ruling that blocks Oregon's fee on trucks.\n\n"
        "The judges said the lower court erred by freezing the fee's refunds.\n\n"
        "In their opinion, Judges Ida Mora, Paul Renn and Joan Fisk vacated that part of the ruling."
    )
    cases = extract_report(make_article(text, DAY)).cases
    panel = ("Ida Mora", "Paul Renn", "Joan Fisk")
    assert [(r.disposition, r.judges) for c in cases for r in c.rulings] == [
        ("affirmed", panel),
        ("enjoined", ()),
        ("vacated", panel),
    ]


def test_judges_are_known_by_initials_too_and_never_by_a_headline(make_article: MakeArticle) -> None:
    text = (
        "Two Judges In Two Days Block Ban\n\nA federal appeals court on Monday dismissed a suit by Ohio against Halden Corp. "
        "Judge Ines Calder of the 4th Circuit wrote the opinion. She was joined by Judges Ann Dell and A. Marvin Roza Jr."
    )
    (case,) = extract_report(make_article(text, DAY)).cases
    assert case.judges == ("Ines Calder", "Ann Dell", "A. Marvin Roza Jr.")


def test_the_judge_of_another_suit_sits_in_that(make_article: MakeArticle) -> None:
    text = (
        "U.S. District Judge Ines Calder on Monday dismissed a suit by Ohio against Halden Corp. She gave it 30 days. "
        "It may appeal.\n\nIt said so.\n\nThe other big case, the state's suit accusing Tern Corp. of fraud, is before a "
        "different judge, Ann Dell. She has set that trial for September."
    )
    cases = extract_report(make_article(text, DAY)).cases
    assert [(case.caption, case.judges) for case in cases] == [
        ("Ohio v. Halden Corp", ("Ines Calder",)),
        ("In re Tern Corp", ("Ann Dell",)),
    ]


def test_a_verdict_and_a_plea_are_of_those_they_name(make_article: MakeArticle) -> None:
    text = (
        "Judge Ines Calder on Monday sentenced Ann Porter, 49, to a year for theft in Tern County Circuit Court. "
        "Porter's boss, Bea Marsh, was acquitted in January of a similar charge. "
        "Porter pleaded guilty in November, before Marsh's charge was dropped by Judge Al Kane."
    )
    cases = extract_report(make_article(text, DAY)).cases
    told = {
        c.caption: [f"{r.disposition} {r.date}" for r in c.rulings] + [h.type for h in c.hearings]
        for c in cases
    }
    assert "plea" in told["State v. Porter"]
    assert "acquitted 2018-01" in told["State v. Marsh"]
