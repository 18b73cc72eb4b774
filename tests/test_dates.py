"""Dates of one sentence. A case marks its mentions inline: "denied it on [[Friday|2017-11-10]]".

After the date may stand what else is asserted: a kind (weekday, relative, week, range_end, absolute)
or a direction (past, future, same, unknown).
"""

# ruff: noqa: E501 - a case stays on its line

from __future__ import annotations

import re
import string

import pytest
from conftest import MakeArticle
from hypothesis import given, settings
from hypothesis import strategies as st

from casetrack.extract.date_math import (
    match_day,
    parse_day,
    pick_month,
    pick_next_weekday,
    pick_weekday,
    pick_year,
    shift_months,
)
from casetrack.extract.dates import DateMention, find_dates
from casetrack.extract.scan import scan_article
from casetrack.lexicon import load_table

WEDNESDAY = "2017-11-15"
MARK_RE = re.compile(r"\[\[([^|\]]*)\|([^\]]*)\]\]")


def unmark(marked: str) -> tuple[str, list[tuple[int, int, list[str]]]]:
    """Take the marks out; give the plain text and (start, end, asserted words) of each mark."""
    plain, wanted, at = "", [], 0
    for mark in MARK_RE.finditer(marked):
        plain += marked[at : mark.start()]
        wanted.append((len(plain), len(plain) + len(mark[1]), mark[2].split()))
        plain += mark[1]
        at = mark.end()
    return plain + marked[at:], wanted


def show(mention: DateMention) -> tuple[str, str]:
    return mention.text, mention.iso


ABSOLUTE = {
    "abbreviated month": "The hearing on [[Dec. 6|2017-12-06 absolute]] will be closed.",
    "full month": "The jury convicted him on [[October 6|2017-10-06 past]].",
    "with a year": "She was charged on [[Dec. 6, 2016|2016-12-06]].",
    "year without a comma": "She was charged on [[Dec. 6 2016|2016-12-06]].",
    "no blank after the comma": "She was charged on [[Dec. 6,2016|2016-12-06]].",
    "comma for the dot": "In his [[Nov, 9|2017-11-09]] ruling the judge agreed.",
    "no dot": "The vote was on [[Nov 9|2017-11-09]].",
    "day first": "He was arrested on [[6 December 2016|2016-12-06]] in Leeds.",
    "day first, ordinal": "Jurors met on the [[15th of May|2017-05-15]].",
    "day first, no year": "The inquest opened on [[6 November|2017-11-06]].",
    "legal day": "Signed this [[3rd day of April, 2015|2015-04-03]].",
    "ordinal after": "The panel ruled on [[May 15th|2017-05-15]].",
    "weekday and year": "It opened [[Thursday, April 2, 2015|2015-04-02]].",
    "weekday without a year": "The trial begins [[Monday, Nov. 20|2017-11-20 future]].",
    "short weekday": "Doors open [[Fri., Nov. 17|2017-11-17]].",
    "weekday picks the year": "He was freed at dawn on [[Wednesday, March 12|2014-03-12]].",
    "weekday with a part of day": "He was held [[Friday night, May 4, 2012|2012-05-04]], by police.",
    "blank before the ordinal": "It happened on the [[4 th of May|2017-05-04]].",
    "weekday wrong in print": "The trial begins [[Friday, Nov. 20|2017-11-20]].",
    "American figures": "Filed on [[11/13/2017|2017-11-13]] with the clerk.",
    "short figures": "Filed [[3/4/16|2016-03-04]].",
    "day first in figures": "Filed [[25/03/2016|2016-03-25]].",
    "dotted figures": "Updated [[06.26.2016|2016-06-26]].",
    "ISO": "Docketed [[2017-11-13|2017-11-13]].",
    "ISO with a clock": "Docketed [[2017-11-13|2017-11-13]]T10:00:00Z.",
    "capitals": "POSTED [[MARCH 4, 2015|2015-03-04]]",
    "in brackets": "The order ([[Jan. 9, 2017|2017-01-09]]) stands.",
    "possessive": "The [[Oct. 3|2017-10-03]]'s argument is online.",
    "curly possessive": "[[Thursday|2017-11-09]]’s ruling stunned the defense.",
    "last with a date": "He has been held since [[last Dec. 6|2016-12-06]].",
    "of last year": "The attack was on [[March 13 of last year|2016-03-13]].",
    "last year after": "She was fired [[Oct. 2 last year|2016-10-02]].",
    "of this year": "The order took effect [[July 1 of this year|2017-07-01]].",
    "leap day": "He was booked on [[Feb. 29, 2016|2016-02-29]].",
}

MONTHS_AND_YEARS = {
    "month and year": "Jurors acquitted him in [[November 2016|2016-11 absolute]].",
    "month comma year": "Jurors acquitted him in [[November, 2016|2016-11]].",
    "month of year": "They worked together in [[September of 2016|2016-09]].",
    "month of last year": "They met in [[November of last year|2016-11]].",
    "abbreviated": "They met in [[Nov. 2016|2016-11]].",
    "most recent month": "The judge ruled in [[July|2017-07 past]].",
    "this very month": "The judge ruled earlier in [[November|2017-11 past]].",
    "month ahead": "The trial will begin in [[July|2018-07 future]].",
    "month past, early in the year": ("2018-01-09", "The panel ruled in [[December|2017-12]]."),
    "until a month": "Lawmakers have until [[June|2018-06]] to act.",
    "due in a month": "Reports are due in [[December|2017-12]].",
    "late month ahead": "The review is set to expire in late [[January|2018-01]].",
    "end of a month ahead": "The review is to be done before the end of [[March|2018-03]].",
    "mid-month": "The court gave permission in [[mid-October|2017-10]].",
    "mid-month with a year": "The court agreed in [[mid-May 2016|2016-05]].",
    "last month by name": "Conversations [[last December|2016-12]] were recorded.",
    "last month by name, in that month": (
        "2017-12-01",
        "Their talks [[last December|2016-12]] were recorded.",
    ),
    "this month by name": "Voters will decide [[this November|2017-11]].",
    "next month by name": "She retires [[next June|2018-06]].",
    "month before its noun": "In her [[October|2017-10 past]] ruling she agreed.",
    "month of a trial ahead": "He was jailed to await a [[July|2018-07 future]] trial.",
    "month of a trial held": "He was convicted after a [[July|2017-07 past]] trial.",
    "May in the past": "A jury found her guilty in [[May|2017-05]] of disrupting it.",
    "May before its noun": "They appealed the [[May|2017-05]] ruling.",
    "March before its noun": "A formal appeal of the [[March|2017-03]] decision is pending.",
    "since May": "Since [[May|2017-05]], each month has been worse.",
    "June opens the sentence": "[[July|2017-07]] brought a second indictment.",
    "year for two months": "They met in [[August|2016-08]] and [[September of 2016|2016-09]].",
    "year for a span of months": "It happened between [[March|2016-03]] and [[June 2016|2016-06]].",
    "year after in": "Banks were robbed between [[May|2011-05]] and [[June in 2011|2011-06]].",
    "months over New Year": "It happened between [[November|2015-11]] and [[March 2016|2016-03]].",
    "in a year": "In [[2010|2010]], the board granted parole.",
    "a year before its noun": "It followed a [[2009|2009]] ruling.",
    "an early year": "An [[1898|1898]] ruling controls.",
    "several years": "Parole was denied in [[1993|1993]], [[2001|2001]] and [[2022|2022]].",
    "years from and to": "Records from [[2011|2011]] to [[2016|2016]] were sought.",
    "years with a dash": "The [[2007|2007]]–[[2009|2009 range_end]] crisis led to it.",
    "term over two years": "In the [[2016-17|2016]] term it heard 70 cases.",
    "early in a year": "He worked there until early [[2016|2016]].",
    "mid-year": "It has been pending since [[mid-2016|2016]].",
    "season of a year": "He met her in the [[summer of 2016|2016]].",
    "season and year": "In [[spring 2015|2015]] he moved.",
    "season of last year": "She sued in the [[fall of last year|2016]].",
    "last summer, over": "The court turned it down [[last summer|2017]].",
    "last summer, long ago": ("2017-03-08", "The court turned it down [[last summer|2016]]."),
    "next spring": "A decision is expected [[next spring|2018]].",
    "this spring": "He was nominated [[this spring|2017]].",
}

RELATIVE = {
    "today": "She was arraigned [[today|2017-11-15 relative same]].",
    "today with a verb ahead": "The jury will hear closings [[today|2017-11-15]].",
    "earlier today": "[[Earlier today|2017-11-15]], jurors asked a question.",
    "this morning": "Openings begin [[this morning|2017-11-15]].",
    "tonight": "The board votes [[tonight|2017-11-15]].",
    "yesterday": "He was denied parole [[yesterday|2017-11-14 past]].",
    "last night": "A man was convicted [[last night|2017-11-14]] of assault.",
    "tomorrow": "Trial begins [[tomorrow|2017-11-16 future]].",
    "tomorrow spelled out": "Trial begins [[tomorrow|2017-11-16]], [[Thursday, November 16, 2017|2017-11-16]].",
    "the day before yesterday": "He fled [[the day before yesterday|2017-11-13]].",
    "last week": "The judge ruled [[last week|2017-11 week past]].",
    "this week": "The court will hear it [[this week|2017-11 week future]].",
    "this week, in the past": "Earlier, she ruled [[this week|2017-11 week past]].",
    "earlier this week": "He filed it [[earlier this week|2017-11 week past]].",
    "next week": "See you in court [[next week|2017-11 week future]].",
    "week across two months": ("2017-12-04", "The judge ruled [[last week|2017-11 week]]."),
    "last weekend": "He was shot [[last weekend|2017-11 week]].",
    "last month": "He pleaded guilty [[last month|2017-10 past]].",
    "late last month": "He pleaded guilty [[late last month|2017-10]].",
    "last month in January": ("2018-01-09", "He pleaded guilty [[last month|2017-12]]."),
    "this month": "The court ruled [[this month|2017-11 past]].",
    "earlier this month": "He pledged it [[earlier this month|2017-11 past]].",
    "later this month": "He will plead [[later this month|2017-11 future]].",
    "next month": "The justices hear it [[next month|2017-12 future]].",
    "last year": "He ran the campaign [[last year|2016]].",
    "last year's": "During [[last year|2016]]’s election he met her.",
    "earlier this year": "He was convicted [[earlier this year|2017 past]].",
    "later this year": "The court decides [[later this year|2017 future]].",
    "next year": "It takes effect [[next year|2018]].",
    "early next year": "It takes effect [[early next year|2018]].",
    "days ago": "He vanished [[five days ago|2017-11-10 past]].",
    "weeks ago": "The report was done [[three weeks ago|2017-10 week past]].",
    "months ago": "He was fired [[two months ago|2017-09]].",
    "years ago": "He pleaded guilty [[two years ago|2015 past]].",
    "a year ago": "It was filed more than [[a year ago|2016]].",
    "years ago in figures": "It began [[50 years ago|1967]].",
    "a decade ago": "It began [[a decade ago|2007]].",
    "a couple of weeks ago": "It began [[a couple of weeks ago|2017-11]].",
    "a week ago Friday": "He quit [[a week ago Friday|2017-11-03]].",
    "a week from Monday": "The trial starts [[a week from Monday|2017-11-27]].",
    "days from now": "The deadline is [[10 days from now|2017-11-25]].",
    "in two weeks": "He will be sentenced [[in two weeks|2017-11]].",
    "Monday of last week": "She resigned [[Monday of last week|2017-11-06]].",
    "Thursday of next week": "He will testify [[Thursday of next week|2017-11-23]].",
    "Friday last week": "She resigned [[Friday last week|2017-11-10]].",
    "on the 9th, past": "The warrant was served [[on the 9th|2017-11-09]].",
    "on the 9th, ahead": "She will appear [[on the 9th|2017-12-09]].",
    "on the 28th, past": "The warrant was served [[on the 28th|2017-10-28]].",
    "on the 3rd of last month": "He was booked [[on the 3rd of last month|2017-10-03]].",
}

FROM_ANOTHER_DATE = {
    "the same day": "It ended on [[Oct. 10|2017-10-10]], but [[the same day|2017-10-10 relative]] a new one began.",
    "the next day": "He was arrested [[Nov. 6|2017-11-06]] and freed [[the next day|2017-11-07]].",
    "the following day": "On [[Oct. 31|2017-10-31]] she sued; [[the following day|2017-11-01]], he quit.",
    "a day earlier": "On [[Tuesday|2017-11-14]] she upheld an order made [[a day earlier|2017-11-13]].",
    "five days later": "He was shot on [[Oct. 2, 2016|2016-10-02]] and died [[five days later|2016-10-07]].",
    "a week earlier": "On [[Oct. 20|2017-10-20]] she kept the order of [[a week earlier|2017-10 week]].",
    "a month later": "The justice died in [[February 2016|2016-02]], and [[a month later|2016-03]] it split.",
    "two years later": "He was indicted in [[2010|2010]] and convicted [[two years later|2012]].",
    "the following year": "He was indicted in [[2010|2010]] and convicted [[the following year|2011]].",
    "the following Monday": "He fled [[Oct. 12, 2016|2016-10-12]] and was caught [[the following Monday|2016-10-17]].",
    "the following month": "In [[March 2016|2016-03]] she sued; [[the following September|2016-09]] she won.",
    "that same weekday": "On [[Oct. 13, 2016|2016-10-13]] he ran; late [[that Thursday|2016-10-13]] he was held.",
    "year goes on": "He was arrested [[Jan. 5, 2012|2012-01-05]], and charged [[Feb. 3|2012-02-03]].",
    "nothing to count from": "He was freed the next day, and a week later rearrested.",
    "nothing to count from, weekday": "He was caught the following Monday.",
    "that weekday, unknown": "At 9:49 p.m. that Tuesday, he called a car.",
    "the day before something": "He was paroled [[March 12|2017-03-12]], the day before he attacked her.",
    "the day before the vote": "It was [[Nov. 6|2017-11-06]], the day before the vote.",
}

RANGES = {
    "days of a month": "The hearing is set for [[Dec. 6|2017-12-06]]-[[8|2017-12-08 range_end]].",
    "days of a month and year": "It ran [[Nov. 6|2015-11-06]]–[[8, 2015|2015-11-08 range_end]].",
    "days in words": "The week of [[Oct. 21|2017-10-21]] to [[25|2017-10-25 range_end]] was chosen.",
    "over two months": "From [[Oct. 29|2017-10-29]] to [[Nov. 3|2017-11-03 range_end]], flights stopped.",
    "over New Year": "From [[Dec. 29, 2015|2015-12-29]] to [[Jan. 3, 2016|2016-01-03 range_end]], flights stopped.",
    "year stands last": "From [[Oct. 29|2015-10-29]] through [[Nov. 3, 2015|2015-11-03 range_end]], flights stopped.",
    "weekdays": "The trial ran from [[Monday|2017-11-13]] through [[Wednesday|2017-11-15 range_end]].",
    "weekdays ahead": "Arguments will run [[Monday|2017-11-20]]-[[Wednesday|2017-11-22 range_end]].",
    "two days listed": "Jurors heard it on [[Oct. 6|2017-10-06]] and [[8|2017-10-08 absolute]].",
    "three days listed, the third lost": "Hearings were held [[Oct. 3|2017-10-03]], [[4|2017-10-04]] and 5.",
    "two weekdays": "Jurors met on [[Monday|2017-11-13]] and [[Tuesday|2017-11-14]].",
    "moved, no range": "It was postponed from [[Nov. 20|2017-11-20]] to [[Dec. 4|2017-12-04 absolute]].",
    "moved from a weekday": "It was moved from [[Thursday|2017-11-16]] to [[Dec. 4|2017-12-04 absolute]].",
    "a count, no second day": "On [[Oct. 6|2017-10-06]] and 12 jurors later it ended.",
}

DIRECTION = {
    "subject then verb": "A judge on [[Thursday|2017-11-09 weekday past]] denied the request.",
    "verb then day": "The judge denied the request [[Thursday|2017-11-09]].",
    "day of the story, past": "A judge on [[Wednesday|2017-11-15 same]] denied the request.",
    "day of the story, ahead": "He will appear in court on [[Wednesday|2017-11-15 same]].",
    "next on the day of the story": "He will appear [[next Wednesday|2017-11-22]].",
    "last on the day of the story": "He appeared [[last Wednesday|2017-11-08]].",
    "two clauses": "A judge on [[Thursday|2017-11-09]] denied a bid to halt the vote, which is set for [[Tuesday|2017-11-21]].",
    "said and will be": "His lawyer said [[Friday|2017-11-10]] that the hearing will be [[Monday|2017-11-20]].",
    "said and will be, no that": "His lawyer said [[Friday|2017-11-10]] the hearing will be [[Monday|2017-11-20]].",
    "convicted and will be sentenced": "He was convicted [[Monday|2017-11-13]] and will be sentenced [[Friday|2017-11-17]].",
    "sentence after a comma": "Smith, who was convicted [[Monday|2017-11-13]], will be sentenced [[Friday|2017-11-17]].",
    "day opens, verb ahead": "On [[Friday|2017-11-17]], the court will hold a hearing.",
    "day opens, verb past": "On [[Friday|2017-11-10]], the court held a hearing.",
    "is scheduled to": "She is scheduled to be sentenced on [[Feb. 6|2018-02-06 future]].",
    "was scheduled to": "Arguments were set to open no sooner than [[Friday|2017-11-17]] morning.",
    "had been scheduled for": "A second trial had been scheduled for [[Nov. 20|2017-11-20]].",
    "had been scheduled for, and gone": "A second trial had been scheduled for [[Nov. 10|2017-11-10 past]].",
    "set a date for": "The judge set the next conference for [[Jan. 16|2018-01-16]].",
    "set a date, clock between": "The hearing is set for 3 p.m. (1900 GMT) on [[Thursday|2017-11-16]].",
    "for and a clock": "She set arguments for 9:30 a.m. [[Monday|2017-11-20]].",
    "ordered to return": "She ordered the parties to return for a hearing on [[Dec. 11|2017-12-11]].",
    "told to resume": "He told jurors to resume deliberating on [[Thursday|2017-11-16]].",
    "declined to": "The justices declined to hear the case [[Monday|2017-11-13]].",
    "asked to": "The White House asked the court on [[Monday|2017-11-13]] to lift the order.",
    "due in court": "He is due in court [[Monday|2017-11-20]].",
    "due back": "He is due back before the judge [[Dec. 6|2017-12-06]].",
    "being heard": "The appeal is being heard on [[Dec. 8|2017-12-08]].",
    "meeting": "The justices are meeting in private [[Friday|2017-11-17]].",
    "present for the future": "The court on [[Friday|2017-11-17]] weighs the marriage law.",
    "begins": "The trial begins [[Monday|2017-11-20]].",
    "began": "The trial began [[Monday|2017-11-13]].",
    "by": "Prosecutors must answer by [[Monday|2017-11-20]].",
    "until": "She gave the state until [[Friday|2017-11-17]].",
    "since": "He has been in jail since [[Friday|2017-11-10]].",
    "dated": "In a letter dated [[Monday|2017-11-13]] he objected.",
    "is Monday": "The arraignment is [[Monday|2017-11-20]].",
    "would": "The judge said she would rule [[Monday|2017-11-20]].",
    "after a hearing": "She ruled after a hearing on [[Tuesday|2017-11-14]].",
    "following a hearing": "She ruled following a hearing on [[Tuesday|2017-11-14]].",
    "his ruling": "[[Monday|2017-11-13]]'s ruling will be appealed.",
    "the hearing ahead": "[[Monday|2017-11-20]]'s hearing will be closed.",
    "the hearing behind": "[[Monday|2017-11-13]]'s hearing was closed.",
    "a noun after its day": "The [[Wednesday|2017-11-15]] order may be appealed.",
    "his interview": "In his [[Sunday|2017-11-12]] interview he may have erred.",
    "bond set at an arraignment": "It concerns bond set at [[Monday|2017-11-13]]’s arraignment.",
    "this past": "He was held [[this past Friday|2017-11-10]].",
    "this coming": "He appears [[this coming Friday|2017-11-17]].",
    "last": "He was held [[last Friday|2017-11-10]].",
    "next, in this week": "He appears [[next Friday|2017-11-24]].",
    "next, over the weekend": ("2017-11-18", "He appears [[next Tuesday|2017-11-21]]."),
    "no verb at all": "Verdict [[Tuesday|2017-11-14]]",
    "headline": "Judge to rule [[Friday|2017-11-17]] on bail",
    "brought by": "It will weigh a suit brought by the union on [[Friday|2017-11-17]].",
    "issued by": "It will appeal an order issued by the judge on [[Friday|2017-11-10]].",
    "faces trial": "A man faces trial [[Monday|2017-11-20]] for killing his wife.",
    "tried for a deed": "He will be arraigned [[Monday|2017-11-20]] for killing a man on [[Sunday|2017-11-12]].",
    "charged with a deed": "She will stand trial on charges of robbing a bank [[Friday|2017-11-10]].",
    "apposition": "The trial date, [[Sept. 9|2018-09-09]], is not affected, he said.",
    "date without year, near ahead": ("2017-12-01", "The hearing: [[Dec. 6|2017-12-06]]."),
    "date without year, near behind": ("2018-01-05", "The hearing: [[Dec. 6|2017-12-06]]."),
    "past date over New Year": ("2018-01-05", "He was arrested [[Oct. 30|2017-10-30]]."),
    "future date over New Year": "He will be sentenced [[Feb. 6|2018-02-06]].",
    "order of a day": "After the [[Jan. 27|2017-01-27]] order by the president, agents held him.",
}

NOTHING = [
    "The judge may rule for either side.",
    "Judges may 2 times a year confer.",
    "They march on the courthouse.",
    "The March for Life filled the mall.",
    "Prime Minister Theresa May was cited.",
    "Clerk June Osborne read the verdict to April Dunn.",
    "Black Friday sales and Super Tuesday polls were mentioned.",
    "He watched Saturday Night Live and the Today show.",
    "USA Today reported it.",
    "The 18-year-old and a woman, 42, were held.",
    "He stole $2,016 and $2016 in cash.",
    "Title 18, Section 2 and Section 1983 apply.",
    "The Civil Rights Act of 1964 bars it.",
    "The 1996 Defense of Marriage Act and the 2010 Dodd-Frank reform law bar it.",
    "The 2000-page opinion took 1900 hours.",
    "Guards work 24/7, and the 9/11 case goes on.",
    "Case No. 17-1234, docket 1:17-cr-00255 and 2017-CR-1200 were joined.",
    "The 5-4 vote and the 2-1 ruling stand.",
    "He was second; the second count was dropped in a second.",
    "The sun sat low; they wed.",
    "The clerk's office is closed on Mondays and every Friday.",
    "About 2000 people marched.",
    "He lives at 1900 Main.",
    "She drove a 1997 Toyota.",
    "In the 1990s and mid-1990s it was legal.",
    "Years ago, hours later, at last, the last year of his term ended.",
    "He was born (dob 10/8/84) abroad.",
    "The date 13/13/2016 and Feb. 30, 2016 are on no calendar.",
    "It was the day before the vote.",
    "The 9th Circuit ruled on the 3rd count.",
    "Chapter 11 and Article 2018 were cited.",
    "Fox News Sunday aired it.",
    "SUPER BOWL SUNDAY MURDER",
    "The fourth amendment, the first of three.",
    "",
]

TABLES = [ABSOLUTE, MONTHS_AND_YEARS, RELATIVE, FROM_ANOTHER_DATE, RANGES, DIRECTION]
CASES = [pytest.param(case, id=name) for table in TABLES for name, case in table.items()]


@pytest.mark.parametrize("case", CASES)
def test_marked_dates_are_found_and_resolved(case: str | tuple[str, str]) -> None:
    published, marked = (WEDNESDAY, case) if isinstance(case, str) else case
    text, wanted = unmark(marked)
    found = find_dates(text, 0, published)
    assert [show(m) for m in found] == [(text[a:b], words[0]) for a, b, words in wanted]
    for mention, (start, end, words) in zip(found, wanted, strict=True):
        assert (mention.start, mention.end) == (start, end)
        assert set(words[1:]) <= {mention.kind, mention.direction}


@pytest.mark.parametrize("text", NOTHING)
def test_look_alikes_are_no_dates(text: str) -> None:
    assert [show(m) for m in find_dates(text, 0, WEDNESDAY)] == []


@pytest.mark.parametrize(
    ("iso", "precision"), [("2016-12-06", "day"), ("2016-12", "month"), ("2016", "year")]
)
def test_precision_is_that_of_the_words(iso: str, precision: str) -> None:
    text = {"day": "on Dec. 6, 2016", "month": "in December 2016", "year": "in 2016"}[precision]
    assert [(m.iso, m.precision) for m in find_dates(text, 0, None)] == [(iso, precision)]


def test_offsets_are_those_of_the_article() -> None:
    [mention] = find_dates("He was held Friday.", 100, WEDNESDAY)
    assert (mention.start, mention.end, mention.text) == (112, 118, "Friday")


def test_without_a_publication_day_only_full_dates_are_dates() -> None:
    text = "On Friday, yesterday, last month, in July, on Dec. 6 and two years ago; Dec. 6, 2016."
    assert [(m.iso, m.direction) for m in find_dates(text, 0, None)] == [("2016-12-06", "unknown")]


def test_a_coarse_publication_date_is_none() -> None:
    assert find_dates("He was held Friday.", 0, "2017-11") == []


def test_the_date_before_the_sentence_is_counted_from_when_given() -> None:
    [mention] = find_dates("The next day, jurors were sent home.", 0, WEDNESDAY, anchor="2017-10-26")
    assert mention.iso == "2017-10-27"


def entries() -> list[object]:
    table = load_table("dates")
    rows = [
        (key, row) for key, value in table.items() for row in (value if isinstance(value, list) else [value])
    ]
    return [
        pytest.param(example, id=f"{key}: {example['text']}")
        for key, row in rows
        if key != "numbers"
        for example in (*row["examples"], *row["counterexamples"])
    ]


@pytest.mark.parametrize("example", entries())
def test_lexicon_entries_prove_themselves(example: dict[str, object]) -> None:
    found = find_dates(str(example["text"]), 0, WEDNESDAY)
    assert [m.iso for m in found] == example.get("gives", [])


def test_every_number_word_counts() -> None:
    base = parse_day(WEDNESDAY)
    assert base is not None
    for word, count in load_table("dates")["numbers"].items():
        [mention] = find_dates(f"He left {word} years ago.", 0, WEDNESDAY)
        assert mention.iso == str(base.year - count)


WORDS = [
    "Monday", "Friday's", "last", "next", "this", "week", "month", "year", "today", "the", "on", "in", "until",
    "Dec.", "6", "6-8", "May", "March", "2016", "2017-11-13", "11/13/17", "ago", "two", "years", "later", "will",
    "said", "be", "sentenced", ",", ";", "“", "”", "and", "to", "of", "from", "day", "same", "that", "mid-", "\n",
]  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS), max_size=25),
    st.sampled_from([None, "2017-11-15", "2016-02-29", "0001-01-01", "9999-12-31"]),
)
def test_any_words_give_ordered_spans_and_real_dates(words: list[str], published: str | None) -> None:
    text = " ".join(words)
    found = find_dates(text, 7, published)
    edge = 7
    for mention in found:
        assert edge <= mention.start < mention.end <= len(text) + 7
        assert text[mention.start - 7 : mention.end - 7] == mention.text
        assert len(mention.iso) == {"day": 10, "month": 7, "year": 4}[mention.precision]
        assert len(mention.iso) < 10 or parse_day(mention.iso) is not None
        edge = mention.end
    assert found == find_dates(text, 7, published)


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=string.printable + "’“”–—§\u00a0", max_size=120))
def test_no_text_raises(text: str) -> None:
    find_dates(text, 0, WEDNESDAY)


class TestCalendar:
    def test_a_day_no_calendar_has_is_none(self) -> None:
        assert match_day(2017, 2, 29) is None
        assert parse_day("2017-02-30") is None
        assert parse_day("2017-02") is None

    def test_weekdays_look_both_ways(self) -> None:
        base = match_day(2017, 11, 15)
        assert base is not None
        assert str(pick_weekday(base, 2, "past")) == str(pick_weekday(base, 2, "future")) == WEDNESDAY
        assert str(pick_weekday(base, 1, "future")) == "2017-11-21"
        assert str(pick_next_weekday(base, 0)) == "2017-11-20"

    def test_months_wrap_the_year(self) -> None:
        base = match_day(2018, 1, 31)
        assert base is not None
        assert shift_months(base, -1) == "2017-12"
        assert shift_months(base, 12) == "2019-01"
        assert pick_month(base, 1, "past") == "2018-01"
        assert pick_month(base, 1, "past", strictly=True) == "2017-01"

    def test_a_leap_day_finds_its_year(self) -> None:
        base = match_day(2017, 11, 15)
        assert base is not None
        assert str(pick_year(base, 2, 29, "past")) == "2016-02-29"
        assert str(pick_year(base, 2, 29, "future")) == "2020-02-29"


def test_words_counted_from_the_sentence_before(make_article: MakeArticle) -> None:
    text = (
        "RENO, Nev. — Dale Fenner was arrested on Aug. 11 in Reno on a federal charge of arson.\n"
        "Fenner appeared before a magistrate judge the following day, according to court records.\n"
        "His trial is set for Feb. 3 in federal court.\n"
    )
    scan = scan_article(make_article(text, "2014-08-21"))
    assert [find.date for find in scan.hearings] == ["2014-08-12", "2015-02-03"]
