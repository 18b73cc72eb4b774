"""Give a day to sessions whose sentence names none: from the story around them, or not at all.

"The decision came at the end of a detention hearing" was on the day of the story; "a day after a hearing"
the day before; "the sentencing was postponed" is the one told of a sentence or two earlier; an advisory
has its day under WHEN. What the story leaves open is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, cached_property

from casetrack.extract.calendars import Calendar, day_at
from casetrack.extract.date_math import parse_day, shift_days
from casetrack.extract.dates import DateMention
from casetrack.extract.hearing_status import has_cue
from casetrack.extract.hearings import GENERIC, HearingFind, LooseSession, location_of, purpose_of
from casetrack.extract.moved_sessions import find_moved, set_anew
from casetrack.extract.sentences import Sentence
from casetrack.extract.sessions import words_re
from casetrack.extract.times import TimeMention, find_times
from casetrack.extract.trial_days import VERDICT_RE, is_told_in_court
from casetrack.extract.undated_pleas import is_plea_of_the_story
from casetrack.extract.word_classes import HOW_MANY
from casetrack.lexicon import alternation, load_table

LEDE = 5
"""The day of the story stands in one of so many sentences."""
STORY = 16
"""A session without a day is that of the story within so many sentences."""
WEEK = 7
BACK = 5
"""So many sentences back may stand the session that "the sentencing" means."""
SHIFT_RE = re.compile(
    r"\b(?P<count>a|one|two|three|four|five|six)\s(?P<unit>day|week|month|year)s?\s(?P<way>after|before)\s(?:a|an|the|his|her|their)\s"
    r"(?:[\w’'-]+\s){0,4}$",
    re.IGNORECASE,
)
WAS_TO_RE = re.compile(
    r"\s(?:was|were|had\sbeen)\s(?:\w+\s)?(?:to|set|scheduled|due|slated|supposed|expected)\b"
)
""" "A day before his trial was to begin": nothing shows that it was held."""
LABEL_RE = re.compile(r"^\W*(?P<label>WHAT|WHEN|WHERE|DATE|TIME|LOCATION|PLACE)\s?:", re.MULTILINE)
GOES_ON_RE = re.compile(
    r"^(?:It|That|The (?:hearing|trial|sentencing|conference|session))\s(?:is|are|was|will)\s(?:\w+\s){0,2}?"
    r"(?:begin|start|be held|run|take place)"
)
PAST_RE = re.compile(
    r"\b(?:[a-z]{2,}ed|said|told|was|were|had|came|took|heard|held|gave|found|made|wrote|went|began|saw|spoke|sat|stood|got"
    r"|left|kept|put|set)\b"
)
NOUN_RE = re.compile(
    r"(?!(?:hear|hears|heard|argued?)\b)(?:.*\s)?(?:hearings?|conference|appearance|arguments?|statements?|selection"
    r"|arraignment|deliberations|summations|examination|check|trial|retrial)",
    re.IGNORECASE | re.DOTALL,
)
THEY_RE = re.compile(
    r"^(?:They(?:[’']ll)?|It|Jurors|The (?:jury|jurors|panel|trial)|Both sides|Deliberations)\s"
)
HAD_BEEN_SET_RE = re.compile(
    r"\b(?:had\sbeen|(?:was|were)\soriginally|originally)\s(?:set|scheduled|slated|due|planned|expected)\b"
)
PUT_OFF_RE = re.compile(
    r"\b(?:delay(?:s|ed)?|postpone[sd]?|pushed\sback|put\soff|rescheduled|moved\s(?:it|the))\b"
)
CALLED_OFF_RE = re.compile(r"\b(?:cancel(?:s|l?ed)?|called\soff|scrapped)\b")
NTH_DAY_RE = re.compile(
    r"\b(?:was|were)\s(?:the|their|its|a|an)\s(?:[\w’'-]+\s)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
    r"|last|final|\d{1,2}(?:st|nd|rd|th))\s(?:full\s)?day\sof\s(?:jury\s)?$"
)
"""A day of the story told by its number: "it was the jury's third day of deliberations"."""
TOLD = 0.8
"""What is surer than this has a day of its own sentence."""
NAMED_BEFORE = 3
BOARD_RE = re.compile(
    r"\b(?:[Tt]he|[A-Z]\w+|city|county|state)\s(?:board|commission|council|agency)\b|\bBoard\sof\s(?!Parole|Pardons)"
)
SPEECH_RE = re.compile(r"(?:opening|closing)\s|summations", re.IGNORECASE)
BAIL_RE = re.compile(
    r"\b(?:without|set|sets|denie[sd]|deny|denying|posted?|on|revoke[sd]?)\s(?:his\s|her\s|their\s)?(?:bail|bond)\b"
    r"|\b(?:denie[sd]|refuse[sd]|grant(?:s|ed))\s(?:[A-Z][\w.’'-]+\s|a\s\w+\s){1,3}(?:bail|bond)\b"
    r"|\brefuse[sd]\s(?:to\sgrant\s)?bail\b|\bdangerousness\b|\btoo\sdangerous\b|\bheld\suntil\strial\b|\bpretrial\sdetention\b",
    re.IGNORECASE,
)
"""A story of bail, by its opening."""
STAGES = frozenset({"trial.stage", "jury_selection.selection"})
DEEDS = frozenset({"plea", "sentencing", "trial", "other"})
LISTED = frozenset({"plea", "arraignment", "initial_appearance", "preliminary"})
"""What an item of a court report tells with no day: it was on that of the list."""


@dataclass(frozen=True)
class Story:
    """What the days of sessions are told from: the sentences, their dates, the day of the story."""

    sentences: Sequence[Sentence]
    dates: Sequence[Sequence[DateMention]]
    published: str | None
    calendar: Calendar = ()

    @cached_property
    def opening(self) -> str:
        return " ".join(sentence.text for sentence in self.sentences[:3])

    def times_of(self, number: int) -> list[TimeMention]:
        """Find the clock times of a sentence, which few need."""
        return find_times(self.sentences[number].text, self.sentences[number].start)


def settle_sessions(
    found: Sequence[HearingFind], loose: Sequence[LooseSession], story: Story
) -> list[HearingFind]:
    """Give the sessions of an article: those with their own day, and those that take one from the story."""
    settled = _add_times(found, story)
    settled += [find for session in loose if (find := _settle(session, story, found)) is not None]
    settled += _going_on(settled, story)
    dated = {find.sentence.start for find in settled}
    dayless = [_make(item, "postponed", "", 0.8) for item in loose if item.sentence.start not in dated]
    moved = find_moved([*settled, *dayless], story.sentences, story.dates)
    every = sorted(moved, key=lambda find: find.at)
    ordered = [find for find in every if find.date]
    ordered = [set_anew(_retype(find, ordered, story), every, story.sentences) for find in ordered]
    return [_called_off(find, story) for find in ordered]


def story_day(story: Story) -> str | None:
    """Give the day the story tells of: the first of these days that its opening names."""
    body = [n for n, sentence in enumerate(story.sentences) if sentence.kind != "title"][:LEDE]
    for number in body:
        for mention in story.dates[number]:
            if (
                mention.precision == "day"
                and mention.kind != "range_end"
                and _is_now(mention, story.published)
            ):
                return mention.iso
    return None


def _is_now(mention: DateMention, published: str | None) -> bool:
    day, now = parse_day(mention.iso), parse_day(published)
    return day is not None and now is not None and timedelta(0) <= now - day <= timedelta(days=WEEK)


def _settle(loose: LooseSession, story: Story, found: Sequence[HearingFind]) -> HearingFind | None:
    number = next(n for n, s in enumerate(story.sentences) if s.start == loose.sentence.start)
    status = _moved_status(loose)
    if status:
        return _of_antecedent(loose, status, number, story)
    if LABEL_RE.match(loose.sentence.text):
        return _advised(loose, number, story)
    listed = day_at(story.calendar, loose.sentence.start) if loose.type in LISTED else None
    if listed is not None and not loose.session.ahead:
        return _make(loose, "held", listed, 0.8)
    if number > STORY or loose.sentence.kind == "title" or loose.session.ahead:
        return None
    day = story_day(story)
    if day is None:
        return None
    before = loose.sentence.text[: loose.session.start]
    if before.endswith((" will ", " must ", " would ")):
        return None  # "will stand trial on murder charges"
    if _is_named_before(before, number, story, found) or _is_elsewhere(loose, story):
        return None
    shift = SHIFT_RE.search(before)
    if shift and (
        shift["unit"].lower() in {"month", "year"} or WAS_TO_RE.match(loose.sentence.text, loose.session.end)
    ):
        return None
    if shift:
        return _make(loose, "held", _shifted(day, shift), 0.75)
    if _is_of_the_story(loose, before, story) or is_plea_of_the_story(loose, number, story.sentences):
        return _make(loose, "held", day, 0.75)
    return None


def _moved_status(loose: LooseSession) -> str | None:
    text, session = loose.sentence.text, loose.session
    return next((s for s in ("cancelled", "postponed") if has_cue(s, text, session)), None)


def _shifted(day: str, shift: re.Match[str]) -> str:
    count = HOW_MANY[shift["count"].lower()] * (7 if shift["unit"] == "week" else 1)
    base = parse_day(day) or date.min
    return shift_days(base, -count if shift["way"].lower() == "after" else count).isoformat()


def _is_named_before(before: str, number: int, story: Story, found: Sequence[HearingFind]) -> bool:
    """ "At that hearing", said of one the sentences before give a day; "At the hearing," of the last."""
    last = re.fullmatch(r"At\sthe\s(?:\w+\s)?", before)
    if not last and not re.search(r"\b[Tt]hat\s(?:\w+\s)?$", before):
        return False
    near = {s.start for s in story.sentences[max(0, number - (1 if last else NAMED_BEFORE)) : number]}
    return any(find.sentence.start in near for find in found if find.status == "held" or not last)


def _is_elsewhere(loose: LooseSession, story: Story) -> bool:
    """Tell the hearing of a board that hears no prisoners, and the closing argument before a verdict."""
    if BOARD_RE.search(loose.sentence.text) and loose.session.rule == "motion.hearing":
        return not _is_of_parole(story)
    told = loose.sentence.text[loose.session.start : loose.session.end]
    return bool(SPEECH_RE.match(told) and VERDICT_RE.search(story.opening))


def _is_of_the_story(loose: LooseSession, before: str, story: Story) -> bool:
    """Tell a session spoken of as the one of the day: "during a hearing", "his trial opened"."""
    days = [d for d in loose.dates if d.precision != "year"]
    told = loose.sentence.text[loose.session.start : loose.session.end]
    if is_told_in_court(loose, story.opening):
        return True
    if not PAST_RE.search(loose.sentence.text) or not NOUN_RE.fullmatch(told):
        return False
    if any(d.direction == "future" for d in days) or len(days) > 1:
        return False
    if NTH_DAY_RE.search(before) and not days:
        return True
    held = _held_re().search(before)
    if held:
        if words_re("held", "other").search(held["which"] or ""):
            return False
        return loose.type not in DEEDS or loose.session.rule in STAGES
    if loose.session.rule != "trial.trial" or days:
        return False
    return _opened_re().match(loose.sentence.text, loose.session.end) is not None


@cache
def _held_re() -> re.Pattern[str]:
    words = alternation(load_table("hearings")["held"]["before"])
    return re.compile(
        rf"\b{words}\s(?:an?|the|his|her|their|its|that|today[’']s|this)\s(?P<which>(?:[\w.’'-]+\s){{0,6}})$",
        re.IGNORECASE,
    )


@cache
def _opened_re() -> re.Pattern[str]:
    words = alternation(load_table("hearings")["held"]["opened"])
    return re.compile(rf"\s{words}\b", re.IGNORECASE)


def _of_antecedent(loose: LooseSession, status: str, number: int, story: Story) -> HearingFind | None:
    """ "The sentencing was postponed": the sentencing a few sentences back, with its day."""
    if not re.search(r"\b[Tt](?:he|hat)\s(?:\w+\s)?$", loose.sentence.text[: loose.session.start]):
        return None
    for earlier in range(number - 1, max(-1, number - 1 - BACK), -1):
        days = [d for d in story.dates[earlier] if d.precision != "year" and d.kind != "range_end"]
        if len(days) == 1 and _names_again(loose, story.sentences[earlier].text):
            return _make(loose, status, days[0].iso, 0.8)
    return None


def _names_again(loose: LooseSession, text: str) -> bool:
    return re.search(rf"\b{re.escape(_stem_of(loose))}", text, re.IGNORECASE) is not None


def _stem_of(loose: LooseSession) -> str:
    """Give the beginning of its noun, which the verb shares: "sentencing", "to be sentenced"."""
    return loose.sentence.text[loose.session.start : loose.session.end].split()[-1][:6]


def _advised(loose: LooseSession, number: int, story: Story) -> HearingFind | None:
    """Read the day under WHEN of an advisory that tells the session under WHAT."""
    found: HearingFind | None = None
    for later in range(number + 1, min(len(story.sentences), number + 5)):
        label = LABEL_RE.match(story.sentences[later].text)
        days = [d for d in story.dates[later] if d.precision == "day"]
        if found is None and days and (label is None or label["label"] in {"WHEN", "DATE"}):
            status = "scheduled" if (story.published or "") <= days[0].iso else "held"
            time = next((t.iso for t in story.times_of(later)), None)
            found = replace(_make(loose, status, days[0].iso, 0.9), time=time)
    return found


def _going_on(settled: Sequence[HearingFind], story: Story) -> list[HearingFind]:
    """ "They will be back on Monday", right after a sentence on a trial's day: its next day."""
    more = []
    trials = {find.sentence.start for find in settled if find.type == "trial"}
    told = {find.sentence.start for find in settled}
    for before, sentence, dates in zip(story.sentences, story.sentences[1:], story.dates[1:], strict=False):
        if before.start in trials and THEY_RE.match(sentence.text) and not dates:
            trials.add(sentence.start)  # "They went home at 5 p.m. They will be back on Monday"
            continue
        if before.start not in trials or sentence.start in told or not THEY_RE.match(sentence.text):
            continue
        verb = words_re("goes_on", "trial").search(sentence.text)
        days = [d for d in dates if d.precision == "day" and d.direction == "future"]
        if verb and len(days) == 1:
            more.append(
                HearingFind(
                    sentence,
                    type="trial",
                    rule="trial.stage",
                    status="scheduled",
                    date=days[0].iso,
                    time=None,
                    purpose=None,
                    location=None,
                    moved_from=None,
                    at=sentence.start + verb.start(),
                    confidence=0.8,
                    exact=True,
                )
            )
    return more


def _retype(find: HearingFind, finds: Sequence[HearingFind], story: Story) -> HearingFind:
    """Settle by the story what the sentence leaves open.

    A hearing before a parole board; testimony on a day before the trial begins.
    """
    if find.rule in GENERIC and find.type in {"motion", "other"} and _is_of_parole(story):
        return replace(find, type="parole")
    plain = find.type == "motion" and find.rule in GENERIC
    if plain and find.confidence < TOLD and BAIL_RE.search(story.opening):
        return replace(find, type="bail")
    if find.status == "held" and (plain or (find.rule == "other.court_date" and find.type == "other")):
        of_bail = find.date == story_day(story) and BAIL_RE.search(story.opening)
        return replace(find, type="bail") if of_bail else find
    if find.rule == "trial.stage" and find.status == "held" and "stand" in find.sentence.text:
        later = [f for f in finds if f.rule == "trial.trial" and f.status != "held" and f.date > find.date]
        if later and not any(f.type == "trial" and f.date < find.date for f in finds):
            return replace(find, type="evidentiary")
    return find


def _called_off(find: HearingFind, story: Story) -> HearingFind:
    """ "It had been set for March 4", beside a sentence that puts it off: that day no longer stands."""
    if find.status != "scheduled" or not HAD_BEEN_SET_RE.search(find.sentence.text):
        return find
    number = next(n for n, s in enumerate(story.sentences) if s.start == find.sentence.start)
    near = " ".join(s.text for s in story.sentences[max(0, number - 1) : number + 2])
    if CALLED_OFF_RE.search(near):
        return replace(find, status="cancelled")
    return replace(find, status="postponed") if PUT_OFF_RE.search(near) else find


def _is_of_parole(story: Story) -> bool:
    """Tell a story of a parole board by its headline and opening."""
    return len(re.findall(r"\bparole\b", story.opening, re.IGNORECASE)) >= 2


def _add_times(found: Sequence[HearingFind], story: Story) -> list[HearingFind]:
    """Add "It is to begin at 9 a.m. in Courtroom 508" to the session of the sentence before."""
    starts = {s.start: n for n, s in enumerate(story.sentences)}
    settled = []
    for find in found:
        number = starts[find.sentence.start] + 1
        if find.time is None and number < len(story.sentences) and not story.dates[number]:
            text = story.sentences[number].text
            times = story.times_of(number) if GOES_ON_RE.match(text) else []
            find = replace(find, time=times[0].iso) if times else find
        settled.append(find)
    return settled


def _make(loose: LooseSession, status: str, day: str, confidence: float) -> HearingFind:
    text, session = loose.sentence.text, loose.session
    return HearingFind(
        loose.sentence, loose.type, session.rule, status, day, None, purpose_of(text, session),
        location_of(text, session), None, loose.sentence.start + session.start, confidence, len(day) == 10,
    )  # fmt: skip
