"""Ordinary court stories: who goes to court, what was decided and set, and on which day."""

# ruff: noqa: E501 - a case stays on its line
from __future__ import annotations

import pytest
from conftest import MakeArticle

from casetrack.extract import extract_report

DAY = "2018-03-14"  # a Wednesday
LEE = "Bo Lee is charged with murder in Tern County Circuit Court."

SIDES = [
    ("A jury in Tern County on Monday convicted a bookkeeper of theft. Prosecutors said Ann Porter, 58, pocketed $90,000 from the clinic.", {("Ann Porter", "defendant")}),
    ("A judge on Monday approved a settlement of a suit over tainted feed. Acme Feeds admitted no wrongdoing.", {("Acme Feeds", "defendant")}),
    ("A federal jury on Monday awarded $8 million in damages to Ann Porter over a faulty lift.", {("Ann Porter", "plaintiff")}),
    ("A judge on Monday cut the $3 million in punitive damages against Acme Lifts over a fall.", {("Acme Lifts", "defendant")}),
    ("A federal judge ruled Monday that Sheriff Ann Porter is not immune from suit over a jail death.", {("Ann Porter", "defendant")}),
    ("A federal judge on Monday allowed a suit over spoiled milk to go forward. Acme Dairy was named as a defendant.", {("Acme Dairy", "defendant")}),
    ("The appeals court on Monday lifted an injunction that Milwaukee won in July against the Rail Agency.", {("Milwaukee", "plaintiff"), ("Rail Agency", "defendant")}),
    ("A judge on Monday heard arguments in a case about a license. Secretary Ann Porter, whom the Reno Clinic is suing, was not there.", {("Reno Clinic", "plaintiff"), ("Ann Porter", "defendant")}),
    ("The Labor Agency has taken Acme Mills to court over unpaid wages, and a judge on Monday refused to throw the case out.", {("Labor Agency", "plaintiff"), ("Acme Mills", "defendant")}),
    ("A federal appeals court on Monday let the Clerks Federation press its claim against Tern County.", {("Clerks Federation", "plaintiff"), ("Tern County", "defendant")}),
    ("A judge on Monday, over the objection of the Records Office, granted the petition of Ann Porter for her files.", {("Ann Porter", "plaintiff")}),
    ("A judge on Monday dismissed Minnesota's case against the vape maker Cloudmere.", {("Minnesota", "plaintiff"), ("Cloudmere", "defendant")}),
    ("The Lakekeepers Association had argued that the Mining Board approved the pit too fast. A judge on Monday agreed and halted the work.", {("Lakekeepers Association", "plaintiff"), ("Mining Board", "defendant")}),
    ("Ann Porter sued in 2016, asserting that Acme Rail broke the law. A judge on Monday dismissed the suit.", {("Ann Porter", "plaintiff"), ("Acme Rail", "defendant")}),
    ("The groups, led by the Rivers Alliance, had sued over a dam. A judge on Monday blocked it.", {("Rivers Alliance", "plaintiff")}),
    ("The suit, led by the Toledo Police and Fire Retirement System, was filed in 2016. A judge on Monday dismissed it.", {("Toledo Police and Fire Retirement System", "plaintiff")}),
    ("A federal judge on Tuesday blocked a law on ballots. The lawsuit was filed in May by Kansans for Fair Votes.", {("Kansans for Fair Votes", "plaintiff")}),
    ("A jury on Monday acquitted Officer Dan Marsh in the shooting of Bo Lee.", {("Dan Marsh", "defendant")}),
    ("Attorneys for Bo Lee, 29, asked Monday for a new trial in Tern County Circuit Court; Judge Ines Calder denied it. Lee is serving 40 years for murder.", {("Bo Lee", "defendant")}),
    ("A federal judge on Monday dismissed the most serious count against Dr. Ann Porter, a Dayton surgeon charged with fraud.", {("Ann Porter", "defendant")}),
    ("Roger Dean, 41, was sentenced Monday to nine years for arson.", {("Roger Dean", "defendant")}),
    ("Prince Ellis, 22, pleaded guilty Monday to robbery and was sentenced to four years.", {("Prince Ellis", "defendant")}),
    ("A jury on Monday awarded $8 million to Ann Porter in a suit against Tern Hospital. They cleared a second doctor, Peter Marsh, of any fault.", {("Ann Porter", "plaintiff"), ("Tern Hospital", "defendant")}),
    ("Justice Owen Marsh of the B.C. Supreme Court said Monday that Tidewater Ltd. had made out a strong case and granted an injunction. Bo Lee, one of five named defendants, called it a draw.", {("Tidewater Ltd", "plaintiff"), ("Bo Lee", "defendant")}),
    ("The districts, led by Ely Elementary, say the state has broken a promise. A judge on Monday barred them in a lawsuit over school aid from showing a video.", {("Ely Elementary", "plaintiff")}),
    ("The High Court on Monday granted an injunction to Acme Ltd against Bo Lee.", {("Acme Ltd", "plaintiff"), ("Bo Lee", "defendant")}),
    ("The Supreme Court of Canada on Monday ruled that the federal government must pay Bo Lee.", {("Bo Lee", "plaintiff")}),
    ("Judge Ines Calder signed off Monday on a $3 million settlement between Acme Inc. and Ann Porter.", {("Ann Porter", "plaintiff"), ("Acme Inc", "defendant")}),
    ("A hearing on the Rivers Alliance's request for an injunction against Tern County is set for June 4.", {("Rivers Alliance", "plaintiff"), ("Tern County", "defendant")}),
    ("The Rivers Alliance lost its bid Monday to stop Tern County from cutting oaks when a judge ruled that the plan was lawful.", {("Rivers Alliance", "plaintiff"), ("Tern County", "defendant")}),
    ("A judge on Monday appointed a receiver for Acme Lifts, which the Labor Agency sued in May.", {("Labor Agency", "plaintiff"), ("Acme Lifts", "defendant")}),
    ("A judge on Monday dismissed a case over a dam. The Rivers Alliance, which sued Tern County, said it would appeal.", {("Rivers Alliance", "plaintiff"), ("Tern County", "defendant")}),
    ("Judge Ines Calder on Monday sealed the file in the divorce of Bo Lee and Ann Porter.", {("Bo Lee", "plaintiff"), ("Ann Porter", "defendant")}),
    ("Judge Harold Wenz on Tuesday gave Loretta Stipek, 58, of Ely, 30 months behind bars for theft and told her to pay back $211,480 to the Guilford Fire District.", {("Loretta Stipek", "defendant")}),
    ("Bo Lee, a driver accused of a crash on the Mill Freeway, pleaded not guilty Monday.", {("Bo Lee", "defendant")}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), SIDES, ids=[case[0][:70] for case in SIDES])
def test_whose_case_it_is(make_article: MakeArticle, text: str, wanted: set[tuple[str, str]]) -> None:
    (case,) = extract_report(make_article(text, DAY)).cases
    assert {(party.name, party.role) for party in case.parties} == wanted


RULINGS = [
    (f"{LEE} His lawyer filed a motion to drop the count, which Judge Ines Calder denied Monday.", ["denied 2018-03-12"]),
    (f"{LEE} His lawyer asked for a delay, which the judge denied on Monday.", ["denied 2018-03-12"]),
    (f"{LEE} His lawyer said it was unclear which judge denied the motion Monday.", []),
    ("The Rivers Alliance asked Judge Ines Calder for an injunction against the dam, and on Monday she refused.", ["denied 2018-03-12"]),
    ("Tern Schools sued the Teachers Union. Lawyer Al Dow asked Judge Ines Calder on Monday to put her order on hold so that he could appeal, but she declined.", ["denied 2018-03-12"]),
    (f"{LEE} His motion was argued and denied Monday.", ["denied 2018-03-12"]),
    (f"{LEE} The motion was filed on February 6 and denied by Judge Victor Marsh on Monday.", ["denied 2018-03-12"]),
    (f"{LEE} The ruling was issued Monday and denied rumors, the paper said.", []),
    (f"{LEE} On Monday the judge did not go along with the lawyers' request to drop a count.", ["denied 2018-03-12"]),
    (f"{LEE} Lee's bail was extended Monday on condition that he hand in his passport.", ["ordered 2018-03-12"]),
    (f"{LEE} Judge Ines Calder on Monday denied a motion to move the trial. In a second ruling, Calder said prosecutors may call a swimmer to testify that Lee sent notes in 2010.", ["denied 2018-03-12", "ordered 2018-03-12"]),
    ("Bo Lee was convicted of arson in October 2015 after a trial in Tern County Superior Court. Judge Ines Calder sentenced him the next day.", ["convicted 2015-10", "sentenced 2015-10"]),
    ("Bo Lee, 56, was convicted of burning a building in October 2015 after a trial in Tern County Superior Court.", ["convicted 2015-10"]),
    ("The state Supreme Court tossed Lee's conviction in 2013 arson. Bo Lee is in prison.", ["vacated 2018-03-14"]),
    ("Bo Lee, 40, pleaded guilty Monday to making threats. Lee was arrested Jan. 6 in Reno. He has been in jail since Judge Ines Calder denied him bail that month.", ["denied 2018-01"]),
    ("Bo Lee, 51, was jailed for four years on Friday for fraud. A second charge of theft, which he denied, was ordered to lie on file.", ["sentenced 2018-03-09", "ordered 2018-03-09"]),
    ("Attorney General Ann Porter announced today that a Tern County judge ordered Acme Roofing to pay $60,000 in restitution. The ruling, filed Tuesday, follows a trial in May.", ["ordered 2018-03-13"]),
    ("A Tern County judge ordered striking Acme Corp. workers to return to their shops Thursday morning. Acme sued the Mill Workers Union.", ["ordered 2018-03-14"]),
    ("A Tern County judge on Monday ruled that the Mill Board acted within its authority when it turned down a permit. Acme Stone sued the board.", ["affirmed 2018-03-12"]),
    ("The Ohio Supreme Court on Tuesday upheld the sentence of Bo Lee. Justice Ruth Ann Marsh dissented. She said she would have sent the case back because the judge did not give enough weight to Lee's youth.", ["affirmed 2018-03-13"]),
    ("Bo Lee was sentenced to 10 years on Monday. He had been convicted of murder on May 4.", ["sentenced 2018-03-12", "convicted None"]),
    ("Bo Lee was sentenced to 10 years on Monday. In June, a jury deliberated two hours before convicting him of murder.", ["sentenced 2018-03-12", "convicted 2017-06"]),
    (f"{LEE} His bid to have the charge thrown out failed Monday.", ["denied 2018-03-12"]),
    ("Bo Lee walked free Monday after a Tern County jury found he acted in self-defense when he shot a neighbor. He was charged with murder.", ["acquitted 2018-03-12"]),
    ("The Crown withdrew the theft charge against Bo Lee on Monday in Tern provincial court.", ["dismissed 2018-03-12"]),
    (f"{LEE} A judge on Monday sent the case against Lee up to circuit court.", ["ordered 2018-03-12"]),
    ("A jury on Friday could not come to a verdict in the trial of Ann Porter, charged with arson, and Judge Lee Dunn declared a mistrial.", ["mistrial 2018-03-09"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), RULINGS, ids=[case[0][-70:] for case in RULINGS])
def test_what_was_decided_on_which_day(make_article: MakeArticle, text: str, wanted: list[str]) -> None:
    (case,) = extract_report(make_article(text, DAY)).cases
    assert [f"{ruling.disposition} {ruling.date}" for ruling in case.rulings] == wanted


def test_an_order_made_at_a_sentencing_is_of_its_day(make_article: MakeArticle) -> None:
    text = (
        "A builder has been jailed for four years. Bo Lee, 51, of Lincoln, stole from a woman, Lincoln Crown Court "
        "heard.\n\nSentencing Lee on Friday, Judge Ines Calder said it was mean.\n\n"
        '"She trusted you," the judge told him.\n\nHis barrister spoke of shame. His wife was in court. He will sell his '
        "house.\n\nThe judge also made a restraining order banning Lee from contacting the woman for 10 years."
    )
    (case,) = extract_report(make_article(text, DAY)).cases
    assert [f"{r.disposition} {r.date}" for r in case.rulings] == [
        "sentenced 2018-03-09",
        "ordered 2018-03-09",
    ]


def test_what_defence_and_prosecution_argue_is_of_no_suit(make_article: MakeArticle) -> None:
    text = (
        "Judge Ines Calder on Monday denied a motion to move the trial of Bo Lee, who is charged with theft.\n\n"
        "However, the judge sided with the defense on a request to keep from jurors a complaint that the school district "
        "looked into.\n\nTwo swimmers have also sued Lee and the Tern Unified School District. A judge put that lawsuit on "
        "hold last year."
    )
    crime, suit = extract_report(make_article(text, DAY)).cases
    assert crime.kind == "criminal"
    assert suit.kind == "civil"
    assert [f"{ruling.disposition} {ruling.date}" for ruling in suit.rulings] == ["stayed 2017"]


HEARINGS = [
    (f"{LEE} His trial was supposed to start next week, but on Monday Judge Ines Calder agreed to push it back to April 20 because a witness is away.", ["trial postponed 2018-04-20"]),
    (f"{LEE} The hearing was set for Monday, but Judge Ines Calder postponed it to May 3.", ["motion postponed 2018-05-03"]),
    (f"{LEE} A trial is set for April 2, and lawyers want to move it to Dayton.", ["trial scheduled 2018-04-02"]),
    ("Bo Lee pleaded guilty to theft. Lee was ordered to return to court on April 19th at 9 a.m. in Department B for sentencing.", ["sentencing scheduled 2018-04-19"]),
    ("Bo Lee pleaded guilty to theft. Judge Ines Calder told him to return June 18 for sentencing.", ["sentencing scheduled 2018-06-18"]),
    ("Judge Ines Calder ordered striking Acme Corp. workers to return to their shops Thursday morning. Acme sued the Mill Workers Union.", []),
    ("Bo Lee, charged with burglary, went before a Harbor County judge Monday.", ["other held 2018-03-12"]),
    ("Bo Lee, charged with burglary, is scheduled for pre-trial April 11.", ["pretrial scheduled 2018-04-11"]),
    ("Magistrate Ines Calder on Monday committed Bo Lee, 40, to stand trial on a murder charge.", []),
    ("Bo Lee, 51, was jailed for four years on Friday for fraud. Lee admitted fraud by abuse of position at a hearing in February.", ["plea held 2018-02"]),
    ("Ty Kim, who was arrested Monday in Louisville, will appear in federal court there on Friday before being moved to Reno. He is charged with robbery.", ["initial_appearance scheduled 2018-03-16"]),
    ("Bo Lee, 32, of Mill Lane, Ely, denied a charge of theft at Tern Magistrates' Court on Monday.", ["arraignment held 2018-03-12"]),
    ("Bo Lee, 32, of Mill Lane, Ely, admitted theft when he appeared at Tern Magistrates' Court on Monday.", ["plea held 2018-03-12"]),
    ("Bo Lee, 32, was bailed on Monday to appear at Tern Crown Court on 9 April. He is charged with theft.", ["other scheduled 2018-04-09"]),
    ("Bo Lee pleaded guilty in January to theft and was to be sentenced on Tuesday, but that got pushed back three weeks, to April 3.", ["plea held 2018-01", "sentencing postponed 2018-04-03"]),
    ("Bo Lee will stand trial on a murder charge. Judge Ines Calder sent the case against Lee up to circuit court Monday.", []),
    (f"{LEE} The June 4 trial has been scrapped.", ["trial cancelled 2018-06-04"]),
    (f"{LEE} The defense is expected to wrap up its case Thursday.", ["trial scheduled 2018-03-15"]),
    (f"{LEE} The judge told both sides to be back June 10.", ["other scheduled 2018-06-10"]),
    ("The motion was heard on February 16 and denied by Judge Victor Marsh. Bo Lee is charged with theft.", ["motion held 2018-02-16"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), HEARINGS, ids=[case[0][-70:] for case in HEARINGS])
def test_what_was_held_or_set(make_article: MakeArticle, text: str, wanted: list[str]) -> None:
    (case,) = extract_report(make_article(text, DAY)).cases
    assert [f"{hearing.type} {hearing.status} {hearing.date}" for hearing in case.hearings] == wanted


OPENING = (
    "A judge on Monday dismissed a suit by Ann Porter against Acme Lifts over a fall.\n\nJudge Ines Calder said Porter had "
    "waited too long.\n\nPorter said she would appeal. Her lawyer called it unfair.\n\n"
)
SECOND_SUITS = [
    ("Separately, the Labor Agency sued Acme Lifts in June over wages. A hearing in that case is set for April 9.", "Labor Agency", ["2018-04-09"]),
    ("Acme Lifts was also sued by Dorn Homes in Texas, where a judge refused in January to throw out the case.", "Dorn Homes", ["2018-01"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "plaintiff", "days"), SECOND_SUITS, ids=[case[1] for case in SECOND_SUITS])
def test_who_sues_separately_has_a_case_apart(
    make_article: MakeArticle, text: str, plaintiff: str, days: list[str]
) -> None:
    first, second = extract_report(make_article(OPENING + text, DAY)).cases
    assert [ruling.date for ruling in first.rulings] == ["2018-03-12"]
    assert [party.name for party in second.parties if party.role == "plaintiff"] == [plaintiff]
    assert [fact.date for fact in (*second.rulings, *second.hearings)] == days


def test_old_wires_quote_between_back_quotes(make_article: MakeArticle) -> None:
    text = (
        "The bribery trial of Mayor Bo Lee fell apart Monday. Judge Ines Calder of Tern County Circuit Court declared a "
        "mistrial.\n\n``I take no pleasure in this,'' Calder told jurors.\n\n``I'm the mayor. I've got "
        "potholes. My town needs me,'' Lee said."
    )
    (case,) = extract_report(make_article(text, DAY)).cases
    assert [f"{ruling.disposition} {ruling.date}" for ruling in case.rulings] == ["mistrial 2018-03-12"]


def test_a_court_is_not_named_with_its_judge(make_article: MakeArticle) -> None:
    text = "Judge Ann Porter of Harbor County Circuit Court sentenced Bo Lee on Monday to two years for burglary."
    (case,) = extract_report(make_article(text, DAY)).cases
    assert case.court is not None
    assert case.court.name == "Harbor County Circuit Court"
    assert case.judges == ("Ann Porter",)
