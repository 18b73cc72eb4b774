"""Sessions of a court: their type, day, status and hour, as newsrooms tell them.

A case is a text published Wednesday, 2017-11-15, and its sessions as "type day status", then the hour and
"from" the old day where the text gives them.
"""

# ruff: noqa: E501 - a case stays on its line

from __future__ import annotations

import pytest
from conftest import MakeArticle

from casetrack.extract.hearings import HearingFind
from casetrack.extract.scan import scan_article

SET = [
    (
        "motions-to-be-heard",
        "Motions to be heard on Jan. 8 include one to move the trial, the court said.",
        ["motion 2018-01-08 scheduled"],
    ),
    (
        "arguments-set",
        "Oral arguments before the appeals court are set for Feb. 6.",
        ["oral_argument 2018-02-06 scheduled"],
    ),
    (
        "two-set-with-one-verb",
        "A pretrial conference in the Fenner case is scheduled for Jan. 8 and a bench trial on what remains for Feb. 6, the court said.",
        ["pretrial 2018-01-08 scheduled", "trial 2018-02-06 scheduled"],
    ),
    (
        "sentences-him-later",
        "Fenner faces life in prison when Judge Ann Lowe sentences him Jan. 9.",
        ["sentencing 2018-01-09 scheduled"],
    ),
    ("bailed-to-return", "Fenner was bailed to return on Jan. 9.", ["other 2018-01-09 scheduled"]),
    ("matter-listed", "A bench of two judges listed the matter for Jan. 15.", ["other 2018-01-15 scheduled"]),
    ("adjourned-case", "The magistrate adjourned the case to Jan. 9.", ["other 2018-01-09 postponed"]),
    (
        "enter-the-plea",
        "Fenner is scheduled to enter the plea in federal court on Dec. 21.",
        ["plea 2017-12-21 scheduled"],
    ),
    (
        "commencement",
        "The court fixed Jan. 28 for commencement of trial.",
        ["trial 2018-01-28 scheduled"],
    ),
    ("is-due-back-in-court", "Fenner is due back in court on Dec. 4.", ["other 2017-12-04 scheduled"]),
    (
        "faces-sentencing",
        "Fenner, who faces sentencing Jan. 9, declined to comment outside the courthouse.",
        ["sentencing 2018-01-09 scheduled"],
    ),
    (
        "will-sentence-him",
        "U.S. District Judge Ann Lowe will sentence him on Feb. 6.",
        ["sentencing 2018-02-06 scheduled"],
    ),
    (
        "sentencing-with-hour",
        "Sentencing was set for 10 a.m. on March 2 before Judge Ann Lowe.",
        ["sentencing 2018-03-02 scheduled 10:00"],
    ),
    (
        "two-on-two-days",
        "The judge will sentence Fenner on Feb. 15, his brother on Feb. 22.",
        ["sentencing 2018-02-15 scheduled", "sentencing 2018-02-22 scheduled"],
    ),
    (
        "jury-selection-begins",
        "Jury selection begins Monday in Reno, with opening statements to follow on Nov. 27, the court said.",
        ["jury_selection 2017-11-20 scheduled", "trial 2017-11-27 scheduled"],
    ),
    ("goes-on-trial", "Fenner goes on trial in January in state court.", ["trial 2018-01 scheduled"]),
    ("stand-trial", "Fenner is to stand trial on Jan. 22, prosecutors said.", ["trial 2018-01-22 scheduled"]),
    (
        "trial-with-aside",
        "The trial of Dale Fenner, accused of burning three barns in 2016, is to open Dec. 12, prosecutors said.",
        ["trial 2017-12-12 scheduled"],
    ),
    ("trial-date-set", "Judge Ann Lowe set a trial date of April 16.", ["trial 2018-04-16 scheduled"]),
    ("attributive-month", "Fenner, who faces a March trial, is in jail.", ["trial 2018-03 scheduled"]),
    (
        "status-conference",
        "Lowe scheduled a status conference for Jan. 16 at 2:30 p.m. in Courtroom 5.",
        ["status_conference 2018-01-16 scheduled 14:30"],
    ),
    (
        "arraigned-tomorrow",
        "Fenner will be arraigned tomorrow in Superior Court.",
        ["arraignment 2017-11-16 scheduled"],
    ),
    (
        "detention-hearing",
        "A magistrate judge ordered him held until a detention hearing on Friday.",
        ["bail 2017-11-17 scheduled"],
    ),
    (
        "preliminary-hearing",
        "A preliminary hearing is set for Nov. 29.",
        ["preliminary 2017-11-29 scheduled"],
    ),
    (
        "the-justices-weigh",
        "The justices weigh the fence feud on Monday.",
        ["oral_argument 2017-11-20 scheduled"],
    ),
    (
        "argued-in-a-month",
        "The appeal, Fenner v. Tule County, will be argued in February.",
        ["oral_argument 2018-02 scheduled"],
    ),
    (
        "panel-hears",
        "A three-judge panel of the 9th Circuit is to hear arguments Dec. 6 in Seattle.",
        ["oral_argument 2017-12-06 scheduled"],
    ),
    (
        "case-is-being-heard",
        "A companion case is being heard on Dec. 12 by the 4th Circuit.",
        ["oral_argument 2017-12-12 scheduled"],
    ),
    (
        "head-of-the-phrase",
        "A hearing on whether to delay the trial is scheduled for Dec. 1 before the judge.",
        ["motion 2017-12-01 scheduled"],
    ),
    (
        "which-is-scheduled",
        "Lowe kept the date of a hearing on the families’ request to proceed as a class, which is scheduled for March 18.",
        ["motion 2018-03-18 scheduled"],
    ),
    ("take-up-a-motion", "Lowe will take up the motion on Dec. 19.", ["motion 2017-12-19 scheduled"]),
    (
        "before-a-judge",
        "The parties are to be before U.S. Bankruptcy Judge Hester Quill on Thursday at 4:30 p.m. EST to seek a loan.",
        ["other 2017-11-16 scheduled 16:30"],
    ),
    (
        "jury-returns",
        "Jurors are to return Thursday for a second day of deliberations.",
        ["trial 2017-11-16 scheduled"],
    ),
    (
        "they-will-be-back",
        "Jurors deliberated for six hours on Wednesday. They will be back on Thursday.",
        ["trial 2017-11-15 held", "trial 2017-11-16 scheduled"],
    ),
    (
        "parole-hearing",
        "The inmate’s next parole hearing is in 2018, on March 6.",
        ["parole 2018-03-06 scheduled"],
    ),
    (
        "advisory",
        "WHAT: Fenner will be sentenced for arson in county court.\nWHEN: Friday, November 17, 2017, at 8:30 a.m.\nWHERE: Department 21, Tule County Superior Court",
        ["sentencing 2017-11-17 scheduled 08:30"],
    ),
    (
        "hour-in-the-next-sentence",
        "The judge set a hearing for Dec. 5. It is to begin at 9 a.m. in Courtroom 508.",
        ["other 2017-12-05 scheduled 09:00"],
    ),
]
HELD = [
    (
        "a-divided-bench",
        "A federal appeals court panel in Denver appeared divided Tuesday over the wall.",
        ["oral_argument 2017-11-14 held"],
    ),
    (
        "pressed-lawyers",
        "A federal judge on Tuesday pressed lawyers for both sides on whether he may hear the suit.",
        ["motion 2017-11-14 held"],
    ),
    (
        "pleaded-guilty",
        "Dale Fenner pleaded guilty on Tuesday in federal court to fraud.",
        ["plea 2017-11-14 held"],
    ),
    (
        "plea-last-month",
        "Fenner was sentenced Tuesday, following his guilty plea to fraud last month.",
        ["plea 2017-10 held"],
    ),
    ("plea-of-not-guilty", "He entered a plea of not guilty last Thursday.", ["arraignment 2017-11-09 held"]),
    ("arraigned-today", "Fenner was arraigned today before Judge Ann Lowe.", ["arraignment 2017-11-15 held"]),
    (
        "fronted-day",
        "Last week, a federal judge in Reno who was appointed in 2009 appeared skeptical in a hearing about the ban.",
        ["motion 2017-11 held"],
    ),
    (
        "heard-arguments",
        "The 9th Circuit heard arguments in the case, Fenner v. Tule County, on Tuesday.",
        ["oral_argument 2017-11-14 held"],
    ),
    (
        "seemed-ready",
        "Ninth Circuit judges seemed ready Tuesday to revive the suit.",
        ["oral_argument 2017-11-14 held"],
    ),
    (
        "went-before-the-court",
        "On Wednesday the feud went before the Supreme Court for argument.",
        ["oral_argument 2017-11-15 held"],
    ),
    (
        "trial-began",
        "The trial began Monday in federal court with testimony from a chemist.",
        ["trial 2017-11-13 held"],
    ),
    (
        "jury-seated",
        "A jury was seated on Friday after two days of questions.",
        ["jury_selection 2017-11-10 held"],
    ),
    (
        "defense-rested",
        "The defense rested on Tuesday without calling Fenner to the witness stand.",
        ["trial 2017-11-14 held"],
    ),
    (
        "verdict-after-a-trial-that-began",
        "A jury convicted him Tuesday after a trial that began Oct. 31.",
        ["trial 2017-10-31 held"],
    ),
    (
        "at-the-end-of-a-hearing",
        "RENO, Nev. — A judge freed Dale Fenner on bond Tuesday.\nThe decision came at the end of a two-hour detention hearing in Reno.",
        ["bail 2017-11-14 held"],
    ),
    (
        "a-day-after-a-hearing",
        "RENO, Nev. — A judge on Tuesday blocked the mine.\nThe decision came a day after a three-hour hearing at which a biologist testified.",
        ["motion 2017-11-13 held"],
    ),
    (
        "said-at-the-hearing",
        "RENO, Nev. — Appeals court judges on Tuesday asked about the tweets.\n“That is tricky,” Mott said at the hearing of the 4th Circuit in Richmond.",
        ["oral_argument 2017-11-14 held"],
    ),
    (
        "trial-opened",
        "RENO, Nev. — Jurors were shown a photograph of a boat on Tuesday.\n“He took it,” a prosecutor said as the federal trial opened in a packed courtroom.",
        ["trial 2017-11-14 held"],
    ),
    (
        "clashed-in-court",
        "Earlier Tuesday, prosecutors and Fenner’s attorneys clashed in court over his bail.",
        ["bail 2017-11-14 held"],
    ),
]
MOVED = [
    (
        "from-to",
        "Judge Ann Lowe moved the hearing from Tuesday to Dec. 4.",
        ["motion 2017-12-04 postponed from 2017-11-14"],
    ),
    (
        "postponed-to",
        "Fenner’s sentencing, which had been set for Nov. 20, was postponed to Jan. 9, the court said.",
        ["sentencing 2018-01-09 postponed from 2017-11-20"],
    ),
    ("pushed-back-until", "The judge pushed back the trial until March 5.", ["trial 2018-03-05 postponed"]),
    (
        "adjourned",
        "The status conference was adjourned until Dec. 12.",
        ["status_conference 2017-12-12 postponed"],
    ),
    (
        "cancelled",
        "A bond hearing for Fenner that was set for Thursday has been canceled, the judge said.",
        ["bail 2017-11-16 cancelled"],
    ),
    (
        "postponed-with-no-day",
        "Fenner was to be sentenced Friday.\nThe sentencing was postponed after a contentious day in court.",
        ["sentencing 2017-11-17 scheduled", "sentencing 2017-11-17 postponed"],
    ),
    ("set-on-a-day-for-another", "The trial was set Monday for Jan. 9.", ["trial 2018-01-09 scheduled"]),
    (
        "scheduled-on-a-day-for-another",
        "Judge Ann Lowe on Monday scheduled the trial of Bo Cruz for Jan. 9.",
        ["trial 2018-01-09 scheduled"],
    ),
    (
        "moved-on-a-day",
        "The retrial was moved Monday from Dec. 4 to Jan. 9.",
        ["trial 2018-01-09 postponed from 2017-12-04"],
    ),
    (
        "put-off-by-weeks",
        "A hearing in court has been pushed back two weeks, to Dec. 4.",
        ["motion 2017-12-04 postponed"],
    ),
    ("the-day-of-the-act-is-not-it", "The hearing in the judge’s courtroom was called off Monday.", []),
    (
        "vacated-a-conviction",
        "The court vacated the conviction and set a hearing for Dec. 4.",
        ["other 2017-12-04 scheduled"],
    ),
    (
        "moved-to-dismiss",
        "His lawyers moved to dismiss the case at a hearing on Tuesday, the judge said.",
        ["motion 2017-11-14 held"],
    ),
]
NONE = [
    ("senate-hearing", "The Senate Judiciary Committee will hold a hearing on Friday on the court pick.", []),
    ("confirmation", "The judge’s confirmation hearing is set for Dec. 5.", []),
    ("council", "The city council set a hearing on the courthouse budget for Dec. 5.", []),
    ("zoning", "The zoning board holds a public hearing on Dec. 5 about the old court.", []),
    ("drug-trial", "A clinical trial of the pill begins Dec. 5, according to court papers.", []),
    ("trial-court", "The trial court ruled on Tuesday.", []),
    ("asked-for-one", "Fenner asked on Tuesday for a hearing in the case before the judge.", []),
    ("agreed-to-hear", "The Supreme Court agreed on Monday to hear the case.", []),
    ("took-up", "The justices on Monday took up the government’s appeal.", []),
    (
        "agreement-to-take-up",
        "The court’s agreement to hear the appeal came weeks after the justices heard arguments.",
        [],
    ),
    ("whether-to-hear", "The court could tell as early as Monday whether it will take the case.", []),
    ("will-not-be", "“Go ahead today and you will not be sentenced to prison,” the judge said.", []),
    ("to-await-trial", "A judge on Tuesday ordered him to jail to await two trials.", []),
    ("move-the-trial", "A motion to move her trial to Tampa was denied on Tuesday by the judge.", []),
    ("forced-to-plead", "Last month a judge rejected claims that he was forced to plead guilty.", []),
    ("could-be-sentenced", "Fenner could be sentenced on Friday to 20 years in prison.", []),
    (
        "hearing-expected-to-focus",
        "The hearing is expected to turn on whether a payment was due on Oct. 31, lawyers told the court.",
        [],
    ),
    ("every-day-business", "Buses take migrants to immigration court and return them after the hearing.", []),
    ("board-of-hearings", "The Board of Parole Hearings on Tuesday found the inmate unsuitable.", []),
    ("year-only", "He pleaded guilty in 2009 in federal court.", ["plea 2009 held"]),
]


def tell(find: HearingFind) -> str:
    old = f"from {find.moved_from}" if find.moved_from else None
    return " ".join(filter(None, (find.type, find.date, find.status, find.time, old)))


@pytest.mark.parametrize(
    ("text", "sessions"),
    [pytest.param(text, told, id=name) for name, text, told in SET + HELD + MOVED + NONE],
)
def test_sessions(make_article: MakeArticle, text: str, sessions: list[str]) -> None:
    told = f"{text}\nA prosecutor spoke to the judge."
    assert [tell(find) for find in scan_article(make_article(told, "2017-11-15")).hearings] == sessions
