"""Rulings as newsrooms tell them: disposition, day and judges.

A case is a text published Thursday, 2017-05-04 and its rulings as "disposition day judges" ("-" for a day
or judge that the text does not give). All texts are our own.
"""

# ruff: noqa: E501 - a case stays on its line

from __future__ import annotations

import pytest
from conftest import MakeArticle

from casetrack.extract.events import join_hearings, make_hearing
from casetrack.extract.ruling_days import read_days
from casetrack.extract.ruling_join import make_rulings
from casetrack.extract.scan import scan_article
from casetrack.models import Ruling

CASES = [
    ("bare-answer", "Lawyers asked Judge Ann Lowe on Tuesday to declare a mistrial. She refused.", ["denied 2017-05-02 Ann Lowe"]),
    ("bare-answer-of-a-witness", "The judge asked the witness on Tuesday to speak up. She refused.", []),
    ("rejected-arguments", "Judge Ann Lowe rejected arguments on Tuesday that the charges be dismissed.", ["denied 2017-05-02 Ann Lowe"]),
    ("won-approval", "Halden Stone Inc. won approval from a federal judge on Tuesday of its bankruptcy plan.", ["granted 2017-05-02 -"]),
    ("jury-found-for", "A jury on Tuesday found for Bo Cruz in his suit against a dairy.", ["granted 2017-05-02 -"]),
    ("deed-by-noun", "Judge Ann Lowe's dismissal Monday of the lawsuit ended the fight.", ["dismissed 2017-05-01 Ann Lowe"]),
    ("sentence-a-judge-handed", "The 12-year sentence that U.S. District Judge Ann Lowe handed to Bo Cruz on March 14 was too long, his lawyers say.", ["sentenced 2017-03-14 Ann Lowe"]),
    ("convicted-but-acquitted", "Bo Cruz was convicted of fraud Wednesday but acquitted of two other counts.", ["convicted 2017-05-03 -", "acquitted 2017-05-03 -"]),
    ("convicted-long-ago", "A judge on Wednesday rejected the appeal of Bo Cruz, who was convicted of murder in 1994 and sentenced to death.", ["denied 2017-05-03 -", "convicted 1994 -"]),
    ("two-sentenced", "Bo Cruz was sentenced to 10 years in prison Wednesday. Cy Dow was sentenced to five years.", ["sentenced 2017-05-03 -", "sentenced 2017-05-03 -"]),
    ("writer-and-dissenter-of-a-panel", "A divided appeals court on Wednesday upheld a fine on a dairy.\n\nJudge Ann Lowe, writing for the majority, said the fine was fair. Judge Bo Cruz dissented.", ["affirmed 2017-05-03 Ann Lowe, Bo Cruz"]),
    ("writer-of-a-supreme-court", "The Supreme Court on Wednesday upheld the fine.\n\nWriting for the court, Justice Ann Lowe said the creek belonged to all.", ["affirmed 2017-05-03 Ann Lowe"]),
    ("judge-named-in-the-next-sentence", "A federal judge has blocked a law on rainwater.\n\nU.S. District Judge Ann Lowe said Tuesday that the law tramples on commerce.", ["enjoined 2017-05-02 Ann Lowe"]),
    ("day-of-the-verdict-in-the-next-sentence", "A jury cleared a former deputy of murder.\n\nThe verdict came Wednesday after two days of deliberations.", ["acquitted 2017-05-03 -"]),
    ("older-ruling-a-year-before", "The appeals court upheld the fee Monday, a year after a judge set it aside.", ["affirmed 2017-05-01 -", "vacated - -"]),
    ("day-told-aside", "Bo Cruz, convicted of fraud in November, was sentenced Monday to 10 years.", ["sentenced 2017-05-01 -"]),
    ("year-of-the-order", "In a 2015 ruling, an appeals court upheld the fee.", ["affirmed 2015 -"]),
    ("told-twice-in-one-sentence", "A federal judge on Wednesday threw out the state's voter law, issuing an injunction against it.", ["enjoined 2017-05-03 -"]),
    ("who-was-acquitted-last-year", "Bo Cruz, who was acquitted of fraud last year, announced a run for mayor on Wednesday.", ["acquitted 2016 -"]),
    ("day-of-the-main-clause", "Bo Cruz, who was sentenced to six years for fraud, asked Wednesday for a transfer.", ["sentenced - -"]),
    ("at-night", "A federal judge in Boston late Monday night halted the deportation of Bo Cruz.", ["stayed 2017-05-01 -"]),
    ("each", "Bo Cruz and Cy Dow were each sentenced Wednesday to 12 years in prison.", ["sentenced 2017-05-03 -"]),
    ("a-parole-board", "Bo Cruz can leave prison, the state parole board ruled Wednesday.", ["granted 2017-05-03 -"]),
    ("a-school-board", "The coach must go, the school board ruled Wednesday.", []),
    ("second-of-a-list-after-could", "The judge could order a new trial, reduce the award or let the verdict stand.", []),
    ("hoped-for", "Bo Cruz hopes that the appeals court overturns his conviction.", []),
    ("to-be-sentenced", "Bo Cruz faces 20 years in prison when he is sentenced June 20.", []),
    ("a-ruling-that-would", "A ruling striking down the law would hurt hospitals, the brief told the justices.", []),
    ("a-grand-jury", "A grand jury declined Wednesday to indict the officer.", []),
    ("by-regulators", "The company was ordered Monday by regulators to pay $21 million, its lawyers told the court.", []),
    ("people-counted", "At least 10 other former officials have been convicted or acquitted.", []),
    ("would-deny", "Judge Ann Lowe said Wednesday that she would deny the motion.", ["denied 2017-05-03 Ann Lowe"]),
    ("would-deny-if", "Judge Ann Lowe said Wednesday that she would deny the motion if it came late.", []),
    ("would-have-denied", "Justice Ann Lowe said Wednesday that she would have denied the motion.", []),
    ("others-say-it", "Prosecutors said Wednesday that the judge would grant the motion.", []),
    ("her-and-a-day", "Lena Voss wept as Judge Ann Lowe sentenced her Wednesday in Ely.", ["sentenced 2017-05-03 Ann Lowe"]),
    ("she-who-can", "Jurors in the Bo Cruz case told Judge Ann Lowe on Wednesday that they were stuck, and she declared a mistrial.", ["mistrial 2017-05-03 Ann Lowe"]),
    ("that-follows-from-it", "A judge granted summary judgment Wednesday to the city, ending a lawsuit by Bo Cruz.", ["granted 2017-05-03 -"]),
    ("own-order-on-hold", "Judge Ann Lowe blocked the rule Wednesday. She put her order on hold for a week.", ["enjoined 2017-05-03 Ann Lowe", "stayed 2017-05-03 Ann Lowe"]),
    ("a-year-in-its-clause", "Cy Dow, a federal judge who in 1971 ordered the schools to admit all, died Sunday.", ["ordered 1971 -"]),
    ("a-law-further-off", "A law that bars sleeping in parks was struck down Wednesday by a county judge.", ["reversed 2017-05-03 -"]),
    ("said-after-who", "The top court ruled Wednesday that owners who accused a bank of fraud filed their claims too late.", ["denied 2017-05-03 -"]),
    ("was-right-to", "The appeals court said Wednesday that a judge was right to toss the lawsuit.", ["affirmed 2017-05-03 -"]),
    ("did-not-err", "The appeals court found Wednesday that Judge Ann Lowe did not err in letting jurors see the film.", ["affirmed 2017-05-03 -"]),
    ("struck-off", "An appeals court disbarred Bo Cruz on Wednesday.", ["ordered 2017-05-03 -"]),
    ("a-decision-reverses", "Wednesday's 5-2 decision reverses the Court of Appeals.", ["reversed 2017-05-03 -"]),
    ("a-decision-of-others", "Wednesday's decision blocks the road, the mayor told the court.", []),
    ("a-federal-jury-in", "A federal jury in Boston awarded a nurse $5 million Wednesday. The jury weighed the case for two days before siding with Lena Voss.", ["ordered 2017-05-03 -"]),
    ("gave-it-two-weeks", "A judge on Wednesday gave the agency two weeks to turn over the emails of Bo Cruz.", ["ordered 2017-05-03 -"]),
    ("gave-them-time-to-file", "A judge on Wednesday gave the lawyers of Bo Cruz two weeks to file briefs.", []),
    ("when-a-judge-sentences", "Bo Cruz faces life in prison when Judge Ann Lowe sentences him Aug. 28.", []),
    ("threw-out-a-permit", "The appeals court threw out the pipeline's permit Wednesday.", ["vacated 2017-05-03 -"]),
    ("jury-discharged", "The jury was discharged Wednesday after failing to reach a verdict.", ["mistrial 2017-05-03 -"]),
    ("jury-discharged-after-a-verdict", "The jury was discharged Wednesday after its verdict.", []),
    ("signed-an-order", "Judge Ann Lowe signed an order Wednesday that bars the mill from digging.", ["enjoined 2017-05-03 Ann Lowe"]),
    ("a-mayor-signed-an-order", "The mayor signed an order Wednesday barring cars from the street, the court heard.", []),
    ("and-ordered", "A judge on Wednesday denied the motion of Acme Corp. and ordered it to pay $5 million to Bo Cruz.", ["denied 2017-05-03 -", "ordered 2017-05-03 -"]),
    ("also-ordered", "Judge Ann Lowe ordered Bo Cruz on Wednesday to leave. She also ordered him to pay $2,000.", ["ordered 2017-05-03 Ann Lowe", "ordered 2017-05-03 Ann Lowe"]),
    ("month-of-an-inner-verb", "The 8th Circuit granted a stay Wednesday of a permit that the agency issued in March.", ["stayed 2017-05-03 -"]),
    ("who-oversees-a-case", "The judge overseeing the case against Sheriff Bo Cruz took himself off it Wednesday.", ["recused 2017-05-03 -"]),
    ("for-the-fourth-time", "For the fourth time, the state parole board turned down Bo Cruz on Wednesday.", ["denied 2017-05-03 -"]),
    ("who-with-an-age", "The judge spoke to Bo Cruz, 41, who was convicted in April of fraud.", ["convicted 2017-04 -"]),
    ("not-swayed", "Judge Ann Lowe was not swayed by the company's bid for a new trial Wednesday.", ["denied 2017-05-03 -"]),
    ("who-refused", "A judge on Wednesday granted asylum to Bo Cruz, a baker who fled after refusing to pay a gang.", ["granted 2017-05-03 -"]),
    ("in-percent", "Of those tried, 57% were convicted, the court said.", []),
    ("in-a-scene", "In the best scene, a judge holds the nurse in contempt.", []),
    ("a-novel", "In the novel, a jury acquits the banker.", []),
    ("adverb-between-commas", "Judge Ann Lowe would not, however, release the car, she said Wednesday.", ["denied 2017-05-03 Ann Lowe"]),
    ("she-ruled", "Judge Ann Lowe took up a dispute over the tape Wednesday. She ruled that jurors may hear it.", ["ordered 2017-05-03 Ann Lowe"]),
    ("ruled-but-barred", "Judge Ann Lowe ruled Wednesday that prosecutors may play the tape but barred them from showing photos.", ["enjoined 2017-05-03 Ann Lowe", "ordered 2017-05-03 Ann Lowe"]),
    ("told-to-return", "Judge Ann Lowe ordered Bo Cruz on Wednesday to appear in court on June 7.", []),
    ("told-to-appear-by-no-day", "Judge Ann Lowe ordered Bo Cruz on Wednesday to appear in person.", ["ordered 2017-05-03 Ann Lowe"]),
    ("held-since-an-arrest", "Bo Cruz has been held without bail since his arrest Wednesday. A judge has the case.", []),
    ("day-of-the-announcement", "Bo Cruz has been sentenced to 10 years in prison, the prosecutor announced Wednesday.\n\nCruz was sentenced Monday by Judge Ann Lowe.", ["sentenced 2017-05-01 Ann Lowe"]),
    ("took-a-jury", "It took a jury 40 minutes Wednesday to acquit Bo Cruz.", ["acquitted 2017-05-03 -"]),
    ("a-chancellor-of-chancery", "Chancellor Ann Lowe voided the vote in court Wednesday. The chancellor also denied legal fees.", ["denied 2017-05-03 -", "vacated 2017-05-03 Ann Lowe"]),
    ("a-chancellor-of-a-school", "The chancellor denied the request of the students Wednesday, a court heard.", []),
    ("no-and-a-clause", "Lawyers wanted the trial moved. Judge Ann Lowe said no Wednesday before they had finished.", ["denied 2017-05-03 Ann Lowe"]),
    ("faces-says-the-judge", "Bo Cruz faces 10 years in prison, Judge Ann Lowe said Wednesday.", []),
    ("declared-void", "Judge Ann Lowe declared the board's vote void Wednesday.", ["vacated 2017-05-03 Ann Lowe"]),
    ("will-stand-trial", "Bo Cruz will stand trial for arson, a judge ruled Wednesday.", ["ordered 2017-05-03 -"]),
    ("by-staff-the-court-heard", "A permit was approved Wednesday by junior staff, the court heard.", []),
    ("a-list-that-the-court-opens", "The judge sat Monday.\n\nAlso Monday, the court:\n\n— Turned away an appeal by Bo Cruz.\n\n— Left in place a verdict against a mill.\n\nTurned away at the door, Cy Dow wept over his appeal.", ["affirmed 2017-05-01 -", "denied 2017-05-01 -"]),
    ("a-list-that-a-council-opens", "The judge sat Monday.\n\nAlso Monday, the council:\n\n— Turned away an appeal by Bo Cruz.", []),
    ("day-of-an-inner-verb", "An appeals court upheld a fine that a city imposed on March 8.", ["affirmed 2017-05-04 -"]),
    ("a-court-at-work-that-day", "Bo Cruz told jurors Tuesday that he was asleep.\n\n" + "The hall was full. " * 9 + "\n\nJudge Ann Lowe turned down a request to move the trial.", ["denied 2017-05-02 Ann Lowe"]),
    ("a-path-asked-about", "Two justices asked about a middle path: sending the case back.", []),
    ("refused-bail", "A man accused of burning a woolshed was refused bail Wednesday in court.", ["denied 2017-05-03 -"]),
    ("it-goes-on-of-that-year", "The state's top court ruled last year that the fee is lawful. It upheld a fine on a dairy.", ["affirmed 2016 -"]),
    ("a-court-of-appeal-by-number", "The governor sued, and the Third District Court of Appeal upheld the fine Tuesday.", ["affirmed 2017-05-02 -"]),
    ("a-state-court-of-appeals", "The state Court of Appeals reversed the verdict Tuesday.", ["reversed 2017-05-02 -"]),
    ("he-received-a-sentence", "He pleaded guilty in court in April and received a five-year suspended sentence.", ["sentenced 2017-04 -"]),
    ("she-received-an-ovation", "She received an ovation in court for her years of work Wednesday.", []),
    ("a-fourth-who-is-described", "A fourth defendant, former clerk Bo Cruz, pleaded guilty last year and was sentenced Tuesday to two years.", ["sentenced 2017-05-02 -"]),
    ("overrules-a-mayor", "An appeals court overruled the mayor on Tuesday.", []),
    ("they-found-for", "Jurors in Ely sat for two days. On Wednesday they found for Bo Cruz in his suit against a dairy.", ["granted 2017-05-03 -"]),
    ("they-found-it", "Jurors in Ely sat for two days. On Wednesday they found it cold.", []),
    ("of-a-town-and-its-state", "Bo Cruz, 39, of Sparks, Nevada, was sentenced Wednesday to four years.", ["sentenced 2017-05-03 -"]),
    ("of-a-town-and-its-state-abridged", "Bo Cruz, 39, of Sparks, Nev., was sentenced Wednesday to four years.", ["sentenced 2017-05-03 -"]),
    ("aged-and-from-a-town", "Bo Cruz, age 39, from Marne Center, Iowa, was sentenced Wednesday to four years.", ["sentenced 2017-05-03 -"]),
    ("both-of-a-town", "Bo Cruz, 39, and Cy Dow, 41, both of Sparks, Nevada, were sentenced Wednesday to four years.", ["sentenced 2017-05-03 -"]),
    ("a-judge-of-a-town-and-its-state", "Judge Ann Lowe, of Reno, Nevada, denied the motion Wednesday.", ["denied 2017-05-03 Ann Lowe"]),
    ("also-convicted", "Jurors acquitted Bo Cruz Wednesday. Also convicted was the town's clerk, Cy Dow.", ["acquitted 2017-05-03 -", "convicted 2017-05-03 -"]),
    ("also-reversed", "A court upheld the award Wednesday. Also reversed was an order on costs.", ["affirmed 2017-05-03 -", "reversed 2017-05-03 -"]),
    ("was-also-convicted-of-nothing", "Jurors acquitted Bo Cruz Wednesday. She was also a clerk.", ["acquitted 2017-05-03 -"]),
    ("to-have-it-thrown-out", "Her lawyer told the court Wednesday she would move to have the charge thrown out.", []),
]  # fmt: skip


def tell(ruling: Ruling) -> str:
    return f"{ruling.disposition} {ruling.date or '-'} {', '.join(ruling.judges) or '-'}"


@pytest.mark.parametrize(("text", "rulings"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_rulings(make_article: MakeArticle, text: str, rulings: list[str]) -> None:
    scan = scan_article(make_article(text, published="2017-05-04"))
    numbers = {sentence.start: number for number, sentence in enumerate(scan.sentences)}
    days = read_days(scan.rulings, numbers, "2017-05-04", court=scan.court_day)
    assert sorted(map(tell, make_rulings(scan.rulings, (), days))) == sorted(rulings)


def test_sessions_of_a_story_of_an_unknown_day(make_article: MakeArticle) -> None:
    """The words for the day tell two sessions apart, and no day is made up."""
    text = (
        "Bo Cruz was arraigned Monday. His next court date is Feb. 4. Cy Dow is due back in court on Jan. 14."
    )
    scan = scan_article(make_article(text, published=None))
    told = [make_hearing(group) for group in join_hearings(scan.hearings)]
    assert [(h.type, h.status, h.date) for h in told] == [
        ("arraignment", "held", None),
        ("other", "scheduled", None),
        ("other", "scheduled", None),
    ]
