"""Find the sessions of a court that one sentence reports as held, set, moved or called off.

`sessions.py` finds the words for a session; here each is joined to the day that belongs to it, and
its status, time and place are read. What has no day in its own sentence is left for
`loose_sessions.py`. Joining what several sentences tell of one session is for `events.py`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from casetrack.extract.characters import has_figure
from casetrack.extract.chunks import Chunk
from casetrack.extract.date_math import parse_day
from casetrack.extract.dates import DateMention
from casetrack.extract.hearing_status import read_status
from casetrack.extract.names import NameMention
from casetrack.extract.scene import Scene
from casetrack.extract.sentences import Sentence
from casetrack.extract.session_days import pair_sessions
from casetrack.extract.sessions import Session, find_sessions
from casetrack.extract.times import TimeMention, find_times

PLACE_NAME = r"(?:[A-Z][\w.’'-]+\s){1,6}(?:Center|Courthouse|Building|Court)"
LOCATION_RE = re.compile(
    r"\b(?:in\s+)?((?:Department|Dept\.|Courtroom|Division|Room|Part)\s+[A-Z]{0,3}-?\d{1,4}[A-Z]?"
    rf"(?:,?\s+(?:(?:of|at|in)\s+)?(?:the\s+)?{PLACE_NAME})?(?:,\s+[A-Z][a-z]+(?:\s[A-Z][a-z]+){{0,2}})?)"
)
PURPOSE_RE = re.compile(
    r"\b(?:hearing|arguments?|conference)\s+(?:on|over|about|regarding|to)\s+(.{5,140}?)"
    r"(?=[.;]|,\s|\s+(?:is|was|will)\s|$)",
    re.IGNORECASE,
)
APPEALS_RE = re.compile(
    r"\b(?:(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|D\.C\.|federal)"
    r"\s(?:U\.S\.\s)?circuit|appeals?\s(?:court|judges?|panel)|courts?\sof\sappeals?|appellate)\b",
    re.IGNORECASE,
)
SETTLED_BY = (
    ("parole", re.compile(r"\bparole\b(?!e)", re.IGNORECASE)),
    ("bail", re.compile(r"\b(?:bail|bond|detention|detained)\b", re.IGNORECASE)),
    ("status_conference", re.compile(r"\bstatus\b", re.IGNORECASE)),
    ("sentencing", re.compile(r"\bsentencing\b", re.IGNORECASE)),
)
ARGUED_IN_TRIAL_COURTS = frozenset({"oral_argument.bench"})
TRIAL_RE = re.compile(
    r"\b(?:(?:District|Superior|County|Magistrate|Bankruptcy) (?:Court )?[Jj]udge"
    r"|(?:[Aa]|[Tt]he|federal|district|trial|state) judge)\b"
    r"|\bbefore\s(?:[A-Z][\w.]{1,20}\s){0,4}?Judge\s[A-Z]"
    r"|\bJudge\s(?:[A-Z][\w.’'-]{0,20}\s){1,4}(?:(?:will|is\sto|is\sexpected\sto|is\sscheduled\sto)\s)?(?:hear|heard|hears)\b"
)
MOTIONS_RE = re.compile(r"\s(?:on|over|about)\s(?:[\w’'-]+\s){0,5}motions?\b")
FOR_RE = re.compile(
    r"(?:(?!\b(?:and(?!\s(?:[A-Z][a-z]+\.?\s)?\d)|but|who|after|before|that|as|to|about)\b)[^;“”]){0,70}?\s?\bfor\s(?:(?!(?:since|after|before|ahead|from|on)\b)[\w’'-]+\s){0,5}"
)
AT_RE = re.compile(
    r"(?:(?!\b(?:and(?!\s(?:\w+\s){1,3}(?:at|during)\s)|but|who|after|before|that|as)\b)[^,;“”]){0,90}?\s(?:at|during|in)\s(?:a|an|the|his|her|their)\s(?:[\w-]+\s){0,2}"
)
SUMMONS = frozenset({"other.court_date", "other.told_to_return"})
PLEAS = frozenset({"plea", "arraignment"})
GENERIC = frozenset({"motion.hearing", "other.court_date"})
NEAR_TOPIC = 70
TIME_REACH = 60


@dataclass(frozen=True, slots=True)
class HearingFind:
    """One session as one sentence tells it."""

    sentence: Sentence
    type: str
    rule: str
    status: str
    date: str
    time: str | None
    purpose: str | None
    location: str | None
    moved_from: str | None
    at: int
    confidence: float
    exact: bool


@dataclass(frozen=True, slots=True)
class LooseSession:
    """A session whose sentence gives no day that belongs to it, and the days its sentence does give."""

    sentence: Sentence
    session: Session
    type: str
    dates: tuple[DateMention, ...]
    times: tuple[TimeMention, ...]


def _has_judge(chunks: list[Chunk], scene: Scene) -> bool:
    """Tell "Lowe will hear arguments on March 23" of a judge the story knows."""
    values = (c.value for c in chunks if c.kind == "name")
    return any(isinstance(value, NameMention) and scene.roster.is_judge(value) for value in values)


def find_hearings(
    sentence: Sentence, chunks: list[Chunk], scene: Scene
) -> tuple[list[HearingFind], list[LooseSession]]:
    """Find the sessions of one sentence, in text order: those with their day, and those without."""
    told = find_sessions(sentence.text, lambda: _has_judge(chunks, scene))
    sessions = _join_appearances(told, sentence.text)
    if not sessions:
        return [], []
    times = find_times(sentence.text, sentence.start)
    dates = [
        c.value
        for at, c in enumerate(chunks)
        if c.kind == "date"
        and isinstance(c.value, DateMention)
        and not (at and chunks[at - 1].lower == "since" and not _goes_back(chunks, at))
    ]
    pairs = pair_sessions(sentence, sessions, dates)
    found = [
        find
        for session, date, sure in pairs
        if (find := _make_find(sentence, (session, date, sure), dates, times, scene)) is not None
    ]
    spent = {session.start for session, _, _ in pairs}
    loose = [
        LooseSession(sentence, session, settle_type(session, sentence.text), tuple(dates), tuple(times))
        for session in sessions
        if session.start not in spent
    ]
    return _without_moved(found), loose


def _goes_back(chunks: list[Chunk], at: int) -> bool:
    """Tell "on probation since March 2012, when she pleaded guilty", whose day is that of what follows."""
    return [c.lower for c in chunks[at + 1 : at + 3]] == [",", "when"]


def _join_appearances(sessions: list[Session], text: str) -> list[Session]:
    """Make one session of two words for it: "due in court for an arraignment", "admitted it at a hearing"."""
    joined: list[Session] = []
    for session in sessions:
        last = joined[-1] if joined else None
        between = text[last.end : session.start] if last else ""
        if last and last.rule in SUMMONS and FOR_RE.fullmatch(between):
            joined[-1] = replace(session, start=last.start, linked=False)
        elif last and last.type in PLEAS and session.rule in GENERIC and AT_RE.fullmatch(between):
            joined[-1] = replace(last, end=session.end)
        else:
            joined.append(session)
    return joined


def _without_moved(found: list[HearingFind]) -> list[HearingFind]:
    """Drop the old day of a session that was moved to another."""
    moved = {(find.type, find.moved_from) for find in found if find.moved_from}
    return [find for find in found if find.moved_from or (find.type, find.date) not in moved]


def _make_find(
    sentence: Sentence,
    pair: tuple[Session, DateMention, bool],
    dates: Sequence[DateMention],
    times: Sequence[TimeMention],
    scene: Scene,
) -> HearingFind | None:
    session, date, sure = pair
    status, moved_from, date = read_status(sentence, session, date, dates, scene.published)
    if status == "cancelled":
        date = _yet_to_come(date, scene.published)
    if session.ahead and (status == "held" or (scene.published or "") > date.iso):
        return None
    kind = settle_type(session, sentence.text)
    if kind == "motion" and status == "scheduled" and _is_plain(session, sentence.text):
        kind = "other"
    if kind == "sentencing" and status == "held" and not _goes_on(sentence, session):
        return None  # the sentence tells of it
    if kind == "trial" and status == "held" and ELSEWHERE_RE.match(sentence.text, session.end):
        return None
    confidence = (0.92 if sure else 0.85) if status != "held" else 0.85
    if sentence.kind == "title":
        confidence -= 0.2
    return HearingFind(
        sentence, kind, session.rule, status, date.iso, _time_for(date, times),
        purpose_of(sentence.text, session), location_of(sentence.text, session), moved_from,
        sentence.start + session.start, confidence, date.precision == "day",
    )  # fmt: skip


LONG_AGO = 120
"""A session so many days ago would hardly be called off now."""


def _yet_to_come(date: DateMention, published: str | None) -> DateMention:
    """Take the day without a year of "The June 4 trial has been scrapped" for the next June 4."""
    day, today = parse_day(date.iso), parse_day(published)
    if day is None or today is None or date.iso[:4] in date.text or (today - day).days < LONG_AGO:
        return date
    ahead = parse_day(f"{day.year + 1:04d}{date.iso[4:]}")
    return replace(date, iso=ahead.isoformat(), direction="future") if ahead and ahead > today else date


ELSEWHERE_RE = re.compile(r"\s(?:was|has\sbeen|had\sbeen)\s(?:later\s)?(?:moved|relocated|transferred)\b")
"""Another place for it, not another day: "his trial was moved last week"."""
GOES_ON_RE = re.compile(
    r"(?:\s\w+)?,?\s(?:which\s|that\s)?(?:began|begins|opened|started|resumed|continued)\b"
)
"""A session of several days: "the sentencing hearing, which began Monday"."""


def _goes_on(sentence: Sentence, session: Session) -> bool:
    return GOES_ON_RE.match(sentence.text, session.end) is not None


DAY = r"(?:(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\b|\d|\w+day\b)"
MATTER_RE = re.compile(
    r"\b(?:motions?|requests?|bids?|injunction|restraining order|petition|challenge|dismiss\w*|suppress\w*"
    r"|whether|argu\w+|objections?|proposal|settlement|disqualify|fees|damages|evidence|lawsuit|suit)\b"
    rf"|\bhearings?\b[^.;]{{0,40}}?\b(?:on|over|about|regarding)\s(?!{DAY})"
    r"|\bhearings?\sto\s(?!be\b|begin\b|start\b|take\b)",
    re.IGNORECASE,
)
"""What a hearing is on, or that there is something to decide."""


def _is_plain(session: Session, text: str) -> bool:
    """Tell a hearing that is set without a word of what it is on: "set the next hearing for Aug. 9"."""
    return session.rule == "motion.hearing" and MATTER_RE.search(text) is None


def purpose_of(text: str, session: Session) -> str | None:
    """Give what a session is about, in the words of its sentence."""
    purpose = PURPOSE_RE.search(text, max(0, session.start - 20))
    return purpose.group(1).strip() if purpose else None


def location_of(text: str, session: Session) -> str | None:
    """Give the courtroom or department printed with a session."""
    if not has_figure(text):
        return None
    place = LOCATION_RE.search(text, session.start) or LOCATION_RE.search(text)
    return place.group(1).strip() if place else None


BOUND_OVER_RE = re.compile(
    r"\b(?:ordered|bound|committed)\b[^.;]{0,80}\bto\sstand\strial\b|\bbound\sover\b|\bheld\sfor\s(?:court|trial)\b"
)
"""What comes of a preliminary hearing."""
ARRESTED_RE = re.compile(
    r"\b(?:was|were)\sarrested\b[^.;]{0,80}\b(?:will|to|is|are|was|were)\s(?:\w+\s){0,3}?(?:appear|due|appearing)\b"
)
"""Who has just been arrested appears for the first time."""
ADMITTED_RE = re.compile(
    r"\b(?:admitted|admits|denied|denies)\s(?!that\b)[^,;.]{4,80}?\sat\s(?:an?|the|his|her)\s(?:[\w-]+\s){0,2}hearing$"
)
"""At such a hearing somebody pleads: "admitted fraud by abuse of position at a hearing in May"."""


def settle_type(session: Session, text: str) -> str:
    """Give the type, of a plain "hearing" or "in court" by the words around it."""
    if session.rule == "motion.hearing" and BOUND_OVER_RE.search(text):
        return "preliminary"
    if session.rule == "motion.hearing" and ADMITTED_RE.search(text, 0, session.end):
        return "plea"
    if session.rule in ARGUED_IN_TRIAL_COURTS or (
        session.type == "oral_argument"
        and (TRIAL_RE.search(text) or MOTIONS_RE.match(text, session.end))
        and not APPEALS_RE.search(text)
        and "appeal" not in text[session.start : session.end]
    ):
        near = text[max(0, session.start - NEAR_TOPIC) : session.end + NEAR_TOPIC]
        appellate = APPEALS_RE.search(text) or re.search(
            r"\b(?:[Ss]upreme|[Jj]ustices|[Hh]igh [Cc]ourt)\b", text
        )
        return "oral_argument" if appellate else "bail" if SETTLED_BY[1][1].search(near) else "motion"
    if session.rule not in {"motion.hearing", "motion.heard", "other.court_date"}:
        return session.type
    near = text[max(0, session.start - NEAR_TOPIC) : session.end + NEAR_TOPIC]
    if SETTLED_BY[0][1].search(text):
        return "parole"
    if session.rule == "other.court_date" and ARRESTED_RE.search(text, 0, session.end):
        return "initial_appearance"
    if APPEALS_RE.search(near):
        return "oral_argument"
    for kind, words in SETTLED_BY[1:]:
        if (kind != "bail" or session.rule == "motion.hearing") and words.search(near):
            return kind
    return session.type


def _time_for(date: DateMention, times: Sequence[TimeMention]) -> str | None:
    def gap(time: TimeMention) -> int:
        return min(abs(time.start - date.end), abs(date.start - time.end))

    near = min(times, key=gap, default=None)
    return near.iso if near and gap(near) < TIME_REACH else None
