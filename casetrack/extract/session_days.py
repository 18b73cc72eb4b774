"""Join the sessions of a sentence to the days it names: which day is that of which session?

Every pair is weighed by what stands between them: nothing but a preposition or a word that sets or
opens a session costs least, a clause of its own ("who was charged on Friday") most. The cheapest pairs
hold, one day a session; a list of days ("on Feb. 15, his brother on Feb. 22") may go to one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from casetrack.extract.dates import DateMention
from casetrack.extract.listed_days import Day, find_listed
from casetrack.extract.sentences import Sentence
from casetrack.extract.sessions import Session
from casetrack.lexicon import alternation, load_table

REACH = 14.0
SURE = 4.0
"""A pair that costs at most so much is told plainly."""
VAGUE = 3.0
"""So much dearer is a plain "hearing" or "in court": a more particular session takes the day first."""
SETTING = 6.0
WEEKLONG = 8.0
"""So much dearer is "last week" where a day is told: "last week, on April 26"."""
SETTING_RE = re.compile(
    r"\b(?:in|at|during|for)\s(?:the|a|an|his|her|their|its|(?:[A-Z][\w.-]+\s){0,2}[A-Z][\w.-]+[’']s?)\s(?:[\w.’'-]+\s){0,3}$"
)
ASIDE_RE = re.compile(
    r"\([^()]{0,200}\)|,\s\d{1,2},\s(?:who|accused|charged)\b[^,;()“”]{1,90},(?=\s)"
    r"|,\s[^,;()“”]{1,90},(?=\s)"
)
AWAY_RE = re.compile(
    r"\b(?:that|who|whether|after|when|before|while|whose|said|says|charged|accused|stemming|allegedly|stabb\w+"
    r"|kill\w+|shot|shooting|because|since|signed|arrested|indicted)\b"
)
LINK_AWAY_RE = re.compile(r"\b(?:that|who|whether|after|when|before|while|whose|said|says|because|since)\b")
OWN_RE = re.compile(
    r"^\s(?:on|over|about|to\s(?:decide|determine|consider|weigh))\swhether\b|\b(?:that|which|who)\s(?=(?:is|was|are|were|has|had|will|began|begins|starts|started|opened)\b)"
)
BREAK_RE = re.compile(
    r"[;:]|,\s(?:and|but|while|as|so)\s|\s(?:and|but|while|after|before|when|until|because)\s"
)
FRONT_RE = re.compile(
    r"^[\W_]*(?:(?:and|but|also|earlier|late|later|early|on|in|at|by|just|only|then|meanwhile|separately)\W+){0,3}$",
    re.IGNORECASE,
)
PLAIN_RE = re.compile(
    r"^[\s,]*(?:(?:on|in|for|at|until|to|from|of|this|next|last|late|early|the|a|an|his|her|their|its|’s|'s"
    r"|no earlier than|downtown|morning|afternoon)[\s,]*){0,4}"
    r"(?:\d{1,2}(?::\d\d)?\s[ap]\.m\.,?\s(?:on\s)?)?$",
    re.IGNORECASE,
)
PICTURED_RE = re.compile(
    r"\b(?:pictured|seen|shown|photographed)\s(?:[\w.]+\s){0,3}(?:in|on|at|during)?\s?(?:[\w.]+\s){0,2}$",
    re.IGNORECASE,
)
"""The day of a photograph: "Ann Lee, seen here in June, pleaded guilty"."""
ACT_RE = re.compile(
    r"\b(?:postponed|canceled|cancelled|called off|delayed|adjourned|rescheduled|scrapped|announced"
    r"|put off)\s(?:on\s)?(?:late\s|early\s)?$",
    re.IGNORECASE,
)
RULED_RE = re.compile(
    r",\s(?:[\w.’'-]+\s){1,6}?(?:ruled|decided|found|determined|concluded)\s(?:on\s|late\s|early\s)?$"
)
"""The day of the decision: "Ann Lee will stand trial, a judge ruled Friday"."""
WHEN_RE = re.compile(r",?\s(?:when|at\swhich\stime|at\swhich\spoint)(?=\s)")
"""The day that a clause of its own is about: "on June 28, when both sides are to be back in court"."""
TO_BE_SET_RE = re.compile(
    r"\s(?:is|are|will|was|were|could|may)\s(?:[a-z]+\s){0,3}?(?:set|fixed|picked|chosen|announced)\b"
)
"""A session of which only the day is told then: "on Dec. 8, when a trial date is to be set"."""
AT_TRIAL_RE = re.compile(r"^\W*(?:At|During)\s(?:[\w’'-]+\s){1,4}$")
"""A trial is the scene of what follows: "At the trial over the bridge in August, an engineer said"."""
OTHER_DEED_RE = re.compile(
    r"^,?\s+(?!held\b|heard\b|pleaded\b|pled\b|appeared\b|presided\b|conducted\b|opened\b|began\b|attended\b|argued\b"
    r"|testified\b|followed\b|ensued\b|returned\b|entered\b|admitted\b|set\b|scheduled\b|made\b|resumed\b|seemed\b|deliberated\b)"
    r"(?:[a-z]+ed|said|told|found|wrote|gave|took|made|sent|upheld|struck|put|threw)\b"
)
BESIDE_RE = re.compile(r"[’']?s?\s(?:(?!(?:and|or|but|after|before|following|until|since)\b)[\w’'-]+\s){0,2}")
ORDER_AFTER_RE = re.compile(r"^\s*(?:order|ruling|decision|filing|letter|indictment|opinion|memo)\b")
LINK_TAIL = (
    r"(?:\s(?:not|now|still|also|tentatively|currently|again|be|been|to|for|on|in|at|until|from|early|late|the|a"
    r"|next|as early as|as soon as|no earlier than|no later than|sometime|begin|start|open|resume|continue"
    r"|take place|be held|be heard|run|go|trial|(?:\d{1,2}(?::\d\d)?\s[ap]\.m\.,?)|noon"
    r"|(?:a|one|two|three|four|five|six|several)\s(?:days?|weeks?|months?),?"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2},?)){0,6}\s$"
)
"""What may stand between a word that sets a session and its day: "set Monday for", "put off a week, to"."""
SET_RE = re.compile(
    r"\b(?:(?:re)?scheduled|(?:re)?set|moved|pushed(?:\sback)?|postponed|delayed|continued|adjourned|put\soff)\s"
    r"(?:on\s|late\s|early\s)*$"
)
FOR_RE = re.compile(r"\s(?:for|to|until|till|from)\s(?:late\s|early\s|no\searlier\sthan\s)?")
SETS_RE = re.compile(
    r"\s(?:re)?(?:scheduled|set|moved|pushed|postponed|delayed|canceled|cancelled|adjourned|called\soff)\s"
)
"""After a day these tell what was done on it: "Judge Lee on Monday scheduled the trial for June 3"."""
WITHIN_RE = re.compile(r"\b(?:where|who|that|which|whose)\s[^,;]{4,90}\s$")
"""A day inside of another clause: "the club where 14 died in January"."""
WITHIN = 6.0
DATE_FOR_RE = re.compile(r"\b(?:date|dates)\s(?:(?:of|on)\s[^,;]{1,30}\s)?for\s(?:[\w’'-]+\s){0,4}$")
"""A session whose date is told: "set a date of Nov. 7 for the federal trial"."""
WHO_RE = re.compile(r",\s(?:who|which|whose)\s[^,;]{1,80}$")
"""A day that is told aside: "Ann Lee, who was convicted in November, is due in court"."""
DELAY_RE = re.compile(
    r"\b(?:delay|postpone|put\soff|push\sback|reschedul(?:e|ing)|delaying|postponing)\s(?:[\w.’'-]+\s){1,4}$"
)
UNTIL_RE = re.compile(r"\s(?:to|until|till)\s(?:at\sleast\s|the\s|late\s|early\s)?$")
"""A trial with its new day: "granted a request to delay the trial of Ann Lee until Oct. 7"."""
MARK_RE = re.compile('[“”"]')
AS_RE = re.compile(r"\sas\s(?:the|a|[\w.-]+[’']s)\s(?:new\s)?")
"""Between a day and "trial date": "set Oct. 15 as the new trial date"."""
NEW_RE = re.compile(r"\b(?:new|another)\s$")
"""A "new trial Wednesday" was won that day, not held."""


@cache
def _link_re() -> re.Pattern[str]:
    return re.compile(rf"\b{alternation(load_table('hearings')['link']['words'])}{LINK_TAIL}", re.IGNORECASE)


@cache
def _trial_res() -> tuple[re.Pattern[str], re.Pattern[str]]:
    verbs, before = (alternation(load_table("hearings")["trial"][key]) for key in ("verbs", "before"))
    return (
        re.compile(rf"(?<!\s)(?:,?\s+[\w.’'$-]+){{0,14}}?,?\s+{verbs}\b", re.IGNORECASE),
        re.compile(rf"\b{before}\s+(?:[\w.’'-]+\s+){{0,3}}$", re.IGNORECASE),
    )


def pair_sessions(
    sentence: Sentence, sessions: Sequence[Session], dates: Sequence[DateMention]
) -> list[tuple[Session, DateMention, bool]]:
    """Give each session with its day and whether that is told plainly, in text order; some have none."""
    days = [Day(d, d.start - sentence.start, d.end - sentence.start) for d in dates]
    chosen: dict[int, tuple[int, bool]] = {}
    used: set[int] = set()
    for cost, _, number, at in sorted(_weigh(sentence.text, sessions, days)):
        if number not in chosen and at not in used:
            chosen[number] = (at, cost <= SURE + (VAGUE if sessions[number].vague else 0.0))
            used.add(at)
    pairs = [(sessions[n], days[at].mention, sure) for n, (at, sure) in chosen.items()]
    for number, (at, sure) in chosen.items():
        plea = sessions[number].type == "plea"
        listed = find_listed(sentence.text, days, at, used, plea)
        pairs += [(sessions[number], day.mention, sure) for day in listed]
    return sorted(pairs, key=lambda pair: (pair[0].start, pair[1].start))


def _weigh(
    text: str, sessions: Sequence[Session], days: Sequence[Day]
) -> Iterator[tuple[float, int, int, int]]:
    """Give the cost of every pair that can be, with the place of its session and the numbers of both."""
    for number, session in enumerate(sessions):
        for at, day in enumerate(days):
            if day.mention.kind == "range_end":
                continue
            if day.mention.precision == "year" and not _is_year_of_plea(text, session, day):
                continue
            if PICTURED_RE.search(text[max(0, day.start - 40) : day.start]) or _is_of_setting(text, days, at):
                continue
            if day.mention.direction == "future" and text.startswith(("pleaded", "pled "), session.start):
                continue  # "who has pleaded not guilty, faces trial in June"
            if PAPERS_RE.search(text, 0, day.start) and session.end < day.start:
                continue
            later = at + 1 < len(days) and days[at + 1].start > session.end
            if later and _is_of_order(text, session, day):
                continue  # "was bailed on Monday to appear at the court on 9 April"
            if SAID_RE.search(text, 0, day.start) and WILL_RE.match(text[day.end : session.start]):
                continue
            cost = _cost(text, sessions, number, (day.start, day.end))
            if cost is not None and cost <= REACH:
                cost += VAGUE if session.vague else 0.0
                cost += SETTING if len(sessions) > 1 and _is_setting(text, session) else 0.0
                cost += WEEKLONG if day.mention.kind == "week" and len(days) > 1 else 0.0
                yield cost, session.start, number, at


def _is_of_order(text: str, session: Session, day: Day) -> bool:
    """Tell the day on which somebody was told to appear from the day for which they were told."""
    if session.start < day.start < session.end:  # "bailed on Monday to appear"
        return text[session.start : session.end].endswith("appear")
    beside = text[day.end : session.start].strip() in {"", "to"}
    return beside and APPEAR_RE.match(text, session.start) is not None


def _is_year_of_plea(text: str, session: Session, day: Day) -> bool:
    """Tell the year of "pleaded guilty last year to theft", "pleaded guilty to theft in 2009"."""
    guilty = text.startswith(("pleaded guilty", "pled guilty"), session.start)
    return guilty and YEAR_OF_PLEA_RE.fullmatch(text[session.end : day.start]) is not None


YEAR_OF_PLEA_RE = re.compile(
    r"(?:\sto\s(?:(?!(?:committed|dating|from|that|who|for|a|an)\s)[\w’'-]+\s){1,8})?\s?(?:in\s)?"
)
PAPERS_RE = re.compile(
    r"\baccording\sto\s(?:[\w’'-]+\s){0,4}(?:unsealed|filed|released|made\spublic|obtained)\s(?:on\s)?\Z"
)
""" "After pleading guilty, according to papers unsealed Tuesday": the day is that of the papers."""
APPEAR_RE = re.compile(r"(?:to\s)?appear\b")
SAID_RE = re.compile(r"\b(?:said|announced|ruled|told\s\w+)\s(?:on\s)?\Z")
WILL_RE = re.compile(r",?\s(?:that\s)?(?:it|they|he|she)\s(?:will|would|plans?\sto|intends?\sto)\b")
""" "Said Tuesday it will hear the case": the day is that of saying so."""


def _is_of_setting(text: str, days: Sequence[Day], at: int) -> bool:
    """Tell the day on which another was set: "was set Monday for June 3", "moved Thursday from June 3 to"."""
    if at + 1 == len(days) or not FOR_RE.fullmatch(text[days[at].end : days[at + 1].start]):
        return False
    return bool(SET_RE.search(text[max(0, days[at].start - 30) : days[at].start]))


def _is_setting(text: str, session: Session) -> bool:
    """Tell the trial in which something else takes place: "jury selection resumes Friday in the trial of"."""
    return session.linked and bool(SETTING_RE.search(text[max(0, session.start - 60) : session.start]))


def _cost(text: str, sessions: Sequence[Session], number: int, span: tuple[int, int]) -> float | None:
    """Weigh how far a day is from belonging to a session; None when it cannot."""
    session, (start, end) = sessions[number], span
    if start >= session.start and end <= session.end:
        return 0.0
    if ACT_RE.search(text[max(0, start - 24) : start]):
        return None
    if start >= session.end and RULED_RE.search(text[max(session.end, start - 90) : start]):
        return None
    cost = _after(text, sessions, number, span) if start >= session.end else _before(text, session, span)
    if cost is None or not session.linked:
        return cost
    return cost if _is_open(text, session, span) else None


def _after(text: str, sessions: Sequence[Session], number: int, span: tuple[int, int]) -> float | None:
    """Weigh a day that follows: "arraigned on Monday", "a hearing on the plan is set for Monday"."""
    session, start = sessions[number], span[0]
    between = text[session.end : start]
    if PLAIN_RE.match(between):
        return 0.5
    if _is_coupled(text, session, start):
        return 1.0
    if WHICH_RE.fullmatch(between):
        return 0.5
    if TERM_RE.search(between):
        return None
    told = BENCH_RE.sub(" ", ASIDE_RE.sub(" ", between))
    if _link_re().search(text[max(0, start - 60) : start]) and not LINK_AWAY_RE.search(_own_words(told)):
        breaks = len(BREAK_RE.findall(told))
        leads = not any(
            other.end <= session.start and not BREAK_RE.search(text[other.end : session.start])
            for other in sessions[:number]
        )
        return (1.5 if leads else 6.0) + 0.05 * len(told.split()) + 4.0 * breaks
    return _distance(told)


TERM_RE = re.compile(r"\b(?:its|the|court[’']s)\s(?:(?:new|next)\s)?term\b")
"""What has the day: "will hear the case in its term that begins in October"."""
WHICH_RE = re.compile(
    r",?\s+(?:which|that)\s+(?:began|opened|started|(?:is|was|had\s+been)\s+(?:set|scheduled|expected|due)\s+to\s+(?:begin|start|open)"
    r"|(?:will|was\s+to|is\s+to)\s+(?:begin|start|open))\s+(?:on\s+|in\s+)?"
)
"""What is said of a session between it and its day: "the trial, which began on April 23"."""
BENCH_RE = re.compile(
    r"\s+before\s+(?:(?:the|a|an)\s+(?:[\w.’'-]+\s+){0,3}?(?:panel|judge|court|magistrate|justices)\b"
    r"|(?:[A-Z][\w.’'-]+\s+){0,4}?(?:Judge|Justice|Magistrate)(?:\s+[A-Z][\w.’'-]+){1,4})"
)
"""Before whom it is says nothing of the day."""
SET_BEFORE_RE = re.compile(
    r"\b(?:scheduled|set|slated|planned|due)\s+(?:for|on)\s+[^;]{3,40}?\band\s+(?:an?|the|his|her)\s+(?:\w+\s+)?$"
)
SET_FOR_RE = re.compile(r"(?:\s{1,9}(?:on|in|over)\s[\w’' -]{1,40}?)?\s{1,9}(?:for|on)\s+$")


def _is_coupled(text: str, session: Session, start: int) -> bool:
    """ "A conference is set for June 27 and a trial on what remains for July 22": the verb is said once."""
    before = text[max(0, session.start - 100) : session.start]
    return bool(SET_BEFORE_RE.search(before) and SET_FOR_RE.fullmatch(text[session.end : start]))


def _own_words(between: str) -> str:
    """Leave out "that" and "which" of the session itself: "a hearing that was set for Monday"."""
    return OWN_RE.sub(" ", between)


def _before(text: str, session: Session, span: tuple[int, int]) -> float | None:
    """Weigh a day that comes first: "Monday's hearing", "on Monday pleaded guilty", "On Monday, ..."."""
    start, end = span
    between = text[end : session.start]
    if SETS_RE.match(between):
        return None
    if BESIDE_RE.fullmatch(between) and not OTHER_DEED_RE.match(between):
        owned = between.startswith(("'", "’"))
        return 0.5 if owned or not WITHIN_RE.search(text[max(0, start - 100) : start]) else 0.5 + WITHIN
    if ORDER_AFTER_RE.match(between):
        return None
    if between.lstrip().startswith(",") and WHO_RE.search(text[max(0, start - 90) : start]):
        return None
    when = WHEN_RE.match(between)
    if when is not None and not TO_BE_SET_RE.match(text, session.end):
        return 1.0 + _distance(between[when.end() :])
    told = ASIDE_RE.sub(" ", between)
    if FRONT_RE.match(text[:start]):
        away = len(re.findall(r"\b(?:after|before|said|told|accused|charged|whether)\b", told))
        return 4.0 + 0.12 * len(told.split()) + 4.0 * away + (3.0 if OTHER_DEED_RE.match(between) else 0.0)
    return _distance(told) + 1.0 + (5.0 if OTHER_DEED_RE.match(between) else 0.0)


def _distance(between: str) -> float:
    commas = len(re.findall(r"[,;](?!\s*\d{4})|\s[-–—]\s", between))
    return float(len(between.split())) + 4.0 * commas + 7.0 * len(AWAY_RE.findall(between))


def _is_open(text: str, session: Session, span: tuple[int, int]) -> bool:
    """Tell whether "trial" is a session here: a word of beginning or setting with it, or its day beside."""
    between = text[session.end : span[0]] if span[0] >= session.end else text[span[1] : session.start]
    if span[0] >= session.end and (_is_coupled(text, session, span[0]) or WHICH_RE.fullmatch(between)):
        return True
    if AS_RE.fullmatch(between) and text.startswith("trial date", session.start):
        return True
    beside = PLAIN_RE.match(between) or BESIDE_RE.fullmatch(between)
    if beside and not NEW_RE.search(text[max(0, session.start - 12) : session.start]):
        if not OTHER_DEED_RE.match(between):
            return True
        if span[0] < session.start:
            return False
    if span[0] >= session.end and text.startswith(",", span[1]) and AT_TRIAL_RE.match(text[: session.start]):
        return True
    left = text[max(0, session.start - 60) : session.start]
    if span[0] >= session.end and DELAY_RE.search(left) and UNTIL_RE.search(between):
        return True
    if DATE_FOR_RE.search(text[max(0, session.start - 80) : session.start]):
        return True
    after, before = _trial_res()
    told = ASIDE_RE.sub("", MARK_RE.sub("", text[session.end : session.end + 260]))  # of “the Don” Bo Lee
    return bool(after.match(told) or before.search(text[max(0, session.start - 60) : session.start]))
