"""Read whether a session is set, was held, was moved or called off, and which of its days stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from casetrack.extract.dates import DateMention
from casetrack.extract.phrase_words import PhraseWords
from casetrack.extract.sentences import Sentence
from casetrack.extract.sessions import Session, words_re
from casetrack.extract.word_sets import word_set
from casetrack.lexicon import load_table

CUE_REACH = 14
"""A word such as "postponed" stands at most so many words from its session."""
DONE = ("pleaded ", "pled ", "admitted ", "entered ")
"""What was done is never put off: "pleaded guilty in May, and the sentencing was put off"."""
MEANT_RE = re.compile(r",\s(?:but|and)\s(?:that|it)\s(?:got|was|has\sbeen)\s(?:\w+\s)?$")
""" "Was to be sentenced Tuesday, but that got pushed back": the session is meant."""
IT_REACH = 22
"""And so many from "it", which means the session: "was to start Monday, but the judge put it off"."""
BREAK_RE = re.compile(r"[;]|,\s(?:and|but|while|as|so)\s")
TO_COME_RE = re.compile(r"\b(?:will|expected|scheduled|are set|is set|due|is to|are to|later today)\b")
ASIDE_RE = re.compile(r",\s(?:who|whose|which)\s[^,]*,")
"""What tells of somebody between the trial and the verb that moves it."""
FROM_RE = re.compile(r"\bfrom\s(?:the\s|its\s)?$")
VACATED_RE = re.compile(
    r"\s(?:the|a|his|her|their|its|that)\s(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}\s|[A-Z][a-z]{2,8}day[’']s\s|jury\s|bench\s|upcoming\s){0,2}"
    r"(?:trial|hearing|sentencing|conference)(?:\s(?:date|setting))?(?=[.,;]|\s(?:set|scheduled|that|and|of|on|for)\b|$)"
)
"""A court vacates a day of its calendar as it does a conviction."""
CONTINUED_RE = re.compile(
    r"\s(?:[\w’'-]+\s){0,4}?(?:to|until|till)\s(?:the\s)?"
    r"(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}\b|next\b|later\b|\d)"
)
"""A hearing "continued to May 4" is put off; one that "continued Tuesday" went on."""
AWAY_RE = re.compile(
    r"\s(?:[\w’'-]+\s){0,4}?(?:to|until|till)\b|\s(?:indefinitely\b|generally\b|sine\sdie\b|without\sa\s(?:new\s)?date\b)"
)
ONCE_RE = re.compile(
    r"\b(?:was|were|been|originally)\s(?:\w+\s)?(?:set|scheduled|slated|planned|due)\s(?:to\s\w+\s)?(?:for\s|on\s|in\s)?$"
)
NOT_NOW_RE = re.compile(
    r"\b(?:will\snot|won[’']t)\s(?:now\s)?(?:(?:go\s(?:to|on)\strial|stand\strial|begin|start|take\splace|be\s(?:tried|sentenced))\b"
    r"|be\sheld\s(?=on\b|as\b|this\b|next\b|(?:Mon|Tues|Wednes|Thurs|Fri)day))"
    r"(?!\s(?:(?:on|in|any|much|the)\s)*(?:until|before|for|earlier|sooner|alone|without)\b)"
)
"""What does not come on its day: "won't go to trial next week", but not "will not begin until June"."""
NOT_NOW_REACH = 40
TO_RE = re.compile(
    r"\b(?:to|until|till|rescheduled for|reset for)\s(?:the\s)?(?:\d{1,2}(?::\d\d)?\s[ap]\.m\.\s)?$"
)


def read_status(
    sentence: Sentence,
    session: Session,
    date: DateMention,
    dates: Sequence[DateMention],
    published: str | None,
) -> tuple[str, str | None, DateMention]:
    """Give the status, the day the session was moved from, and the day that stands."""
    text = sentence.text
    done = text.startswith(DONE, session.start)
    if not done and has_cue("cancelled", text, session):
        return "cancelled", None, date
    if not done and has_cue("postponed", text, session):
        old, new = _two_days(sentence, date, dates)
        return "postponed", old.iso if old else None, new
    if _does_not_come(text, session):
        return "postponed", None, date
    ahead = date.direction == "future" or (published is not None and date.iso > published[: len(date.iso)])
    near = text[max(0, session.start - 120) : session.end + 140]
    if ahead or (date.iso == published and TO_COME_RE.search(near)):
        return "scheduled", None, date
    return "held", None, date


def _does_not_come(text: str, session: Session) -> bool:
    return any(
        hit.start() - NOT_NOW_REACH < session.start < hit.end() and session.end < hit.end() + NOT_NOW_REACH
        for hit in NOT_NOW_RE.finditer(text)
    )


@cache
def _status_words(status: str) -> PhraseWords:
    return PhraseWords((cue, cue) for cue in load_table("hearings")["status"][status])


def has_cue(status: str, text: str, session: Session) -> bool:
    """Tell whether a word of that status belongs to the session: near, and in its clause."""
    if not _status_words(status).may_stand(word_set(text)):
        return False
    for cue in words_re("status", status).finditer(text):
        if cue.start() < session.end and cue.end() > session.start:
            if session.rule == "other.court_date" or " for " not in text[cue.end() : session.end]:
                return True
            # "The case was continued to June 3 for a preliminary hearing", which is set.
            continue
        low, high = sorted(((session.start, session.end), cue.span()))
        between = text[low[1] : high[0]]
        words = len(ASIDE_RE.sub("", between).split())
        after = cue.start() >= session.end
        it = after and (" it " in cue.group() or text.startswith(" it", cue.end()))
        meant = it or (after and MEANT_RE.search(between) is not None)
        reach = IT_REACH if it else CUE_REACH if after else 5
        if words <= reach and (meant or not BREAK_RE.search(between)):
            if cue.group().lower() == "adjourned" and not AWAY_RE.match(text, cue.end()):
                # "Jurors adjourned Wednesday without a verdict."
                continue
            if cue.group().lower().startswith(("delay ", "delaying ")) and cue.start() >= session.end:
                # "A hearing on whether to delay the trial"
                continue
            if cue.group().lower().startswith("vacate") and not VACATED_RE.match(text, cue.end()):
                continue
            if cue.group().lower() == "continued" and not CONTINUED_RE.match(text, cue.end()):
                continue
            if cue.group().lower().endswith(("to", "moved")) and not _moves(text, cue.end()):
                continue
            return True
    return False


def _moves(text: str, end: int) -> bool:
    """ "Moved to May 4", but not "moved to dismiss" or "was moved by"."""
    return bool(
        re.match(
            r"\s(?:[\w’'-]+\s){0,4}?(?:from\s|to\s|until\s)?(?:the\s)?(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}\b"
            r"|next\b|later\b|early\b|late\b|spring|summer|fall|winter|\d)",
            text[end:],
        )
    )


def _two_days(
    sentence: Sentence, date: DateMention, dates: Sequence[DateMention]
) -> tuple[DateMention | None, DateMention]:
    """Tell the old day from the new: "from Tuesday to June 3", "Friday's hearing ... until June 3"."""
    days = [d for d in dates if d.kind != "range_end"]
    left = {d.start: sentence.text[: d.start - sentence.start] for d in days}
    old = next((d for d in days if FROM_RE.search(left[d.start])), None)
    new = next((d for d in days if TO_RE.search(left[d.start]) and d is not old), None)
    if new is None and old is not None:
        new = next((d for d in days if d.start > old.start), None)
    if new is None:
        return None, date
    if old is None:
        once = (d for d in days if d is not new and ONCE_RE.search(left[d.start]))
        old = next(once, date if date is not new else None)
    return (old if old and old.precision == "day" else None), new
