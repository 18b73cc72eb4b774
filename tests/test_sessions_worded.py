"""Sessions as a court reporter words them in passing: due back, sworn, put off, gone on with, asked for.

A case is a text published Wednesday, 2017-11-15, and its sessions as "type day status", then "from" the
old day where the text gives it. `test_hearings.py` has the plain forms.
"""

# ruff: noqa: E501 - a case stays on its line

from __future__ import annotations

import pytest
from conftest import MakeArticle

from casetrack.extract.hearings import HearingFind
from casetrack.extract.scan import scan_article

TRIALS = [
    ("to-the-jury", "The case went to the jury on Tuesday.", ["trial 2017-11-14 held"]),
    ("jury-gets-it", "The jury is expected to get the case Thursday.", ["trial 2017-11-16 scheduled"]),
    ("home-without-a-verdict", "Jurors who sat through the case of Dale Fenner went home Tuesday without a verdict.", ["trial 2017-11-14 held"]),
    ("under-way", "The trial of a clerk accused of selling the town’s trucks got under way Tuesday.", ["trial 2017-11-14 held"]),
    ("penciled-in", "A trial in Reno has been penciled in for February.", ["trial 2018-02 scheduled"]),
    ("on-the-calendar", "His trial was put on the calendar for Jan. 8.", ["trial 2018-01-08 scheduled"]),
    ("followed", "A three-day bench trial followed in June.", ["trial 2017-06 held"]),
    ("at-the-trial", "At the trial over the bridge in August, an engineer said it was safe.", ["trial 2017-08 held"]),
    ("enters-its-second-week", "The trial enters its second week on Monday.", ["trial 2017-11-20 scheduled"]),
    ("set-the-case-for-trial", "Lowe freed him and set the case for jury trial April 9.", ["trial 2018-04-09 scheduled"]),
    ("judge-of-an-agency", "An administrative trial before the agency’s own judge, Bo Cruz, is scheduled to begin on Nov. 28.", ["trial 2017-11-28 scheduled"]),
    ("two-months-of-one", "Lowe heard six days of testimony in April and May.", ["evidentiary 2017-04 held"]),
    ("rebuttal-testimony", "Rebuttal testimony continued today, with a chemist for the defense.", ["trial 2017-11-15 held"]),
    ("testifying-for-the-prosecution", "A nurse, testifying for the prosecution Monday, said she saw nothing.", ["trial 2017-11-13 held"]),
    ("court-argument", "At the Supreme Court argument on Nov. 9, a lawyer gave ground.", ["oral_argument 2017-11-09 held"]),
    ("told-her-to-return", "The judge told her to return on Dec. 4.", ["other 2017-12-04 scheduled"]),
    ("next-hearing", "The judge set the next hearing for Dec. 4.", ["other 2017-12-04 scheduled"]),
    ("hearing-on-that-request", "The judge set a hearing for Dec. 4 on that request.", ["motion 2017-12-04 scheduled"]),
    ("defense-to-begin", "The defense is to begin presenting its case Thursday.", ["trial 2017-11-16 scheduled"]),
    ("prosecutors-rested", "Prosecutors rested Tuesday after calling 12 witnesses.", ["trial 2017-11-14 held"]),
    ("nth-day", "RENO, Nev. — Jurors asked on Tuesday to see a map again.\nIt was the jury’s third day of deliberations.", ["trial 2017-11-14 held"]),
    ("jury-seated", "A federal judge seated a jury Tuesday in the fraud trial of Dale Fenner.", ["jury_selection 2017-11-14 held"]),
    ("men-and-women", "A jury of seven women and five men was chosen Tuesday.", ["jury_selection 2017-11-14 held"]),
    ("jury-sworn", "The jury was sworn Tuesday.", ["jury_selection 2017-11-14 held"]),
    ("expected-to-be", "He is expected to be cross-examined on Friday by a prosecutor.", ["trial 2017-11-17 scheduled"]),
    ("headed-for", "The case is headed for trial March 5.", ["trial 2018-03-05 scheduled"]),
    ("started", "The trial started Nov. 6.", ["trial 2017-11-06 held"]),
    ("to-be-tried", "He is to be tried March 5 on a count of arson.", ["trial 2018-03-05 scheduled"]),
    ("a-judge-by-surname", "Judge Ann Lowe ruled Tuesday. Lowe will hear arguments on a longer order Nov. 20.", ["motion 2017-11-20 scheduled"]),
    ("no-judge-by-surname", "A court ruled Tuesday. Fenner will hear arguments on a longer lease Nov. 20.", []),
    ("heard-testimony-in-the-trial-of", "Jurors in the trial of Ann Fenner heard testimony Tuesday from a nurse.", ["trial 2017-11-14 held"]),
    ("court-resumes", "A judge sent jurors home. Court is set to resume at 9:30 a.m. Thursday.", ["trial 2017-11-16 scheduled"]),
    ("bound-over-for-trial", "Fenner was bound over for trial Tuesday by a judge.", []),
    ("the-defense-begins", "Prosecutors rested in court. The defense begins its case Thursday.", ["trial 2017-11-16 scheduled"]),
    ("formally-sentenced", "A judge took the plea. Fenner is to be formally sentenced on Jan. 9.", ["sentencing 2018-01-09 scheduled"]),
    ("resentencing", "A judge ruled for Fenner. A resentencing hearing is set for Jan. 9.", ["sentencing 2018-01-09 scheduled"]),
    ("but-the-hearing-was-moved", "An arraignment had been set in court for Friday, but the hearing was moved to Jan. 9.", ["arraignment 2018-01-09 postponed from 2017-11-17"]),
    ("jurors-watched", "Jurors on Tuesday watched a video of the fire.", ["trial 2017-11-14 held"]),
    ("told-jurors", "RENO, Nev. — Witnesses spoke on Tuesday of a fire.\nA friend told jurors that Fenner laughed.", ["trial 2017-11-14 held"]),
]  # fmt: skip
APPEARANCES = [
    ("for-what-it-is", "Fenner is due back in court Dec. 4 at 1:30 p.m. for a preliminary hearing.", ["preliminary 2017-12-04 scheduled"]),
    ("for-the-start", "Fenner appeared in court Tuesday for the start of his trial.", ["trial 2017-11-14 held"]),
    ("to-talk-of-dates", "Both sides will be back before Judge Ann Lowe on Dec. 4 to talk about dates for a trial.", ["other 2017-12-04 scheduled"]),
    ("when-they-are-back", "Lowe gave her until Dec. 4, when both sides are to be back in her courtroom.", ["other 2017-12-04 scheduled"]),
    ("when-a-date-is-set", "The case returns to the magistrate’s court on 8 December, when a trial date is expected to be set.", ["other 2017-12-08 scheduled"]),
    ("in-a-named-court", "Fenner appeared Tuesday in Tule County Superior Court.", ["other 2017-11-14 held"]),
    ("by-video", "Fenner appeared by video Tuesday from the county jail.", ["other 2017-11-14 held"]),
    ("faced-a-judge", "Fenner faced a judge Tuesday on a charge of arson.", ["other 2017-11-14 held"]),
    ("not-there", "Fenner was not in court on Tuesday.", []),
    ("plea-he-entered", "The judge let him take back the guilty plea he entered last month.", ["plea 2017-10 held"]),
    ("plea-taken-back", "Fenner withdrew his guilty plea Tuesday.", []),
    ("plea-accepted", "A magistrate judge accepted the plea Tuesday.", ["plea 2017-11-14 held"]),
    ("admitted-in-court", "Fenner admitted to arson in federal court Tuesday.", ["plea 2017-11-14 held"]),
    ("settlement", "Lawyers are to meet with the judge Dec. 4 for a settlement conference.", ["status_conference 2017-12-04 scheduled"]),
    ("date-at-a-conference", "Lowe said she would pick a trial date at a conference on Dec. 4.", ["status_conference 2017-12-04 scheduled"]),
    ("to-be-heard", "Motions to void the deeds are scheduled to be heard on Dec. 5.", ["motion 2017-12-05 scheduled"]),
    ("hours-of-arguments", "Lowe heard three hours of arguments on the request on Oct. 30.", ["oral_argument 2017-10-30 held"]),
    ("one-judge-hears", "Judge Ann Lowe heard two hours of arguments on the request last week.", ["motion 2017-11 held"]),
    ("that-hearing", "RENO, Nev. — A judge struck down a rule on Tuesday.\nLowe heard arguments in the case in September.\nAt that hearing a lawyer for the state asked for time.", ["oral_argument 2017-09 held"]),
    ("a-ruling-followed-it", "RENO, Nev. — A judge denied Dale Fenner bail on Tuesday.\nThe ruling followed a two-hour hearing in Reno.", ["bail 2017-11-14 held"]),
    ("plea-at-a-hearing", "Fenner admitted nine counts of fraud at a hearing in October and was jailed Tuesday.", ["plea 2017-10 held"]),
    ("was-heard", "The application was heard over two days in Kingston last October.", ["motion 2017-10 held"]),
    ("returnable", "The matter was made returnable to Friday.", ["other 2017-11-17 scheduled"]),
    ("days-argument", "Tuesday’s argument in Fenner v. Lee showed a court of two minds.", ["oral_argument 2017-11-14 held"]),
    ("hears-a-suit", "A state judge in Reno is scheduled to hear a separate lawsuit Friday from the city.", ["motion 2017-11-17 scheduled"]),
    ("argued-its-appeal", "Lawyers for the county argued its appeal Nov. 6 before the court.", ["oral_argument 2017-11-06 held"]),
    ("committal-mention", "She remanded Mr Fenner in custody to appear for a committal mention in Reno on Dec. 4.", ["preliminary 2017-12-04 scheduled"]),
    ("before-a-named-judge", "A hearing before U.S. District Judge Ann Lowe is set for 9 a.m. Dec. 4 in Reno.", ["other 2017-12-04 scheduled"]),
    ("learn-his-sentence", "He will learn his sentence on Jan. 9.", ["sentencing 2018-01-09 scheduled"]),
    ("crown-court", "Fenner, 29, will appear at Reading Crown Court on Dec. 4.", ["other 2017-12-04 scheduled"]),
    ("of-a-plan", "A confirmation hearing on the bankruptcy plan is set for Dec. 4.", ["motion 2017-12-04 scheduled"]),
    ("both-sides-heard", "Judge Ann Lowe heard from both sides Tuesday.", ["motion 2017-11-14 held"]),
    ("parole-board-hears", "The parole board will hear his case Dec. 4.", ["parole 2017-12-04 scheduled"]),
    ("list-of-days", "Pretrial hearings are set for Dec. 4, Dec. 11 and Dec. 18.", ["pretrial 2017-12-04 scheduled", "pretrial 2017-12-11 scheduled", "pretrial 2017-12-18 scheduled"]),
]  # fmt: skip
PUT_OFF = [
    ("continued-the-hearing", "The judge continued the hearing to Nov. 28.", ["motion 2017-11-28 postponed"]),
    ("hearing-continued", "The hearing continued Tuesday in court.", ["motion 2017-11-14 held"]),
    ("case-continued", "Judge Ann Lowe continued the case to Nov. 28.", ["other 2017-11-28 postponed"]),
    ("resumed", "A preliminary examination began Nov. 1 and resumed Tuesday by video.", ["preliminary 2017-11-01 held", "preliminary 2017-11-14 held"]),
    ("moved-it", "Fenner had been scheduled for trial next week. Judge Ann Lowe on Tuesday moved it to Jan. 8.", ["trial 2018-01-08 postponed"]),
    ("moved-from", "The trial had been set for Dec. 4. Lowe put it off until Jan. 8.", ["trial 2018-01-08 postponed from 2017-12-04"]),
    ("moved-something-else", "The trial had been set for Dec. 4. The town moved its office to Reno on Monday.", ["trial 2017-12-04 scheduled"]),
    ("would-move-it", "The trial is set for Dec. 4. Fenner asked that the judge have it moved to Jan. 8.", ["trial 2017-12-04 scheduled"]),
    ("conference-canceled", "A settlement conference that had been scheduled for Dec. 18 has been canceled.", ["status_conference 2017-12-18 cancelled"]),
    ("day-of-what-is-off", "Thursday’s hearing has been canceled.", ["motion 2017-11-16 cancelled"]),
    ("off-the-calendar", "The judge took Thursday’s hearing off the calendar.", ["motion 2017-11-16 cancelled"]),
    ("request-granted", "Lowe on Tuesday granted a defense request to delay the trial of Bo “Buddy” Fenner until Dec. 7.", ["trial 2017-12-07 postponed"]),
    ("continued-for", "The case was continued to Dec. 4 for a probable cause hearing.", ["preliminary 2017-12-04 scheduled"]),
    ("without-a-date", "A status conference scheduled for next Tuesday was adjourned without a date.", ["status_conference 2017-11-21 postponed"]),
    ("had-been-set", "Judge Ann Lowe delayed the trial of Bo Fenner until Jan. 8.\nJury selection had been set to begin Dec. 4.", ["trial 2018-01-08 postponed", "jury_selection 2017-12-04 postponed"]),
    ("vacated", "Lowe vacated the Dec. 4 trial date.", ["trial 2017-12-04 cancelled"]),
]  # fmt: skip
NONE = [
    ("asked-to-put-off", "Prosecutors asked the judge to put off the trial until Jan. 8.", []),
    ("agreed-to-put-off", "The judge agreed to a request to put off the trial until Jan. 8.", ["trial 2018-01-08 postponed"]),
    ("request-denied", "Lowe on Tuesday denied a defense request to delay the trial of Bo Fenner until Dec. 7.", []),
    ("refused", "Judge Ann Lowe refused to delay the trial until Dec. 7.", []),
    ("possible", "A possible hearing in January would settle it, a judge said.", []),
    ("in-its-term", "The Supreme Court will hear the case in its term that begins in October.", []),
    ("hoped-for", "Her lawyer hopes for a trial in February.", []),
    ("denied-one", "A judge denied him a hearing on the tape in August.", []),
    ("a-judge-ruled", "Fenner will stand trial on the count, a judge ruled Tuesday.", []),
    ("of-a-commission", "The city commission approved the plan for the old mill on the river Monday night after a two-hour hearing.", []),
    ("told-senators", "Asked about the case at a hearing in August, Fenner told senators he would wait.", []),
    ("of-a-board", "RENO, Nev. — A judge on Tuesday voided a rule on barbers.\nThe board denied him a license after a hearing of nine minutes.", []),
    ("closing-before-a-verdict", "RENO, Nev. — A jury convicted Dale Fenner on Tuesday.\nA prosecutor said in her closing argument that he lied.", []),
    ("told-jurors-once", "RENO, Nev. — A jury convicted Dale Fenner on Tuesday.\nA friend told jurors that he laughed.", []),
    ("moved-to-delay", "His lawyer moved to delay the trial until Jan. 8.", []),
    ("bid-rejected", "The judge rejected a bid to delay the trial until Jan. 8.", []),
    ("wanted-moved", "Prosecutors want the trial moved to Jan. 8.", []),
    ("filed-and-set", "Prosecutors filed a motion last week to revoke it, and a hearing on that motion is set for Nov. 28.", ["motion 2017-11-28 scheduled"]),
    ("rules-on-picking", "Dec. 4, 2016: The judge found no fault with the rules on jury selection.", []),
]  # fmt: skip


def tell(find: HearingFind) -> str:
    return f"{find.type} {find.date} {find.status}" + (f" from {find.moved_from}" if find.moved_from else "")


@pytest.mark.parametrize(
    ("text", "sessions"),
    [pytest.param(text, told, id=name) for name, text, told in TRIALS + APPEARANCES + PUT_OFF + NONE],
)
def test_sessions(make_article: MakeArticle, text: str, sessions: list[str]) -> None:
    told = f"{text}\nA prosecutor spoke to the judge."
    assert [tell(find) for find in scan_article(make_article(told, "2017-11-15")).hearings] == sessions
