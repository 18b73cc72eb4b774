"""One pass over an article's sentences: mentions first, then facts, sentence by sentence.

Gives everything that cases are made of, with the sentence each was found in, and who decided last,
so that "he" and "the court" in the next sentence are known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache

from casetrack.extract.calendars import Calendar, day_at, read_calendar
from casetrack.extract.cast import cast_names, learn_judges
from casetrack.extract.chunks import Clause
from casetrack.extract.court_aliases import settle_aliases, settle_at_home
from casetrack.extract.courts import CourtMention, find_courts
from casetrack.extract.cutting import cut_chunks
from casetrack.extract.date_math import is_of_week
from casetrack.extract.dates import DateMention, find_dates
from casetrack.extract.deciders import DECIDING, Decider, read_decider
from casetrack.extract.described import Told
from casetrack.extract.hearings import HearingFind, LooseSession, find_hearings
from casetrack.extract.litigants import find_litigants
from casetrack.extract.loose_sessions import Story, settle_sessions
from casetrack.extract.names import NameMention
from casetrack.extract.parties import find_parties
from casetrack.extract.party_find import PartyFind
from casetrack.extract.people import Roster
from casetrack.extract.regulators import tells_of_regulator
from casetrack.extract.ruling_days import as_signed, day_returned, day_signed
from casetrack.extract.ruling_writers import name_writers
from casetrack.extract.rulings import find_rulings
from casetrack.extract.scene import RulingFind, Scene
from casetrack.extract.sentences import Sentence, read_sentences
from casetrack.extract.side_names import name_sides
from casetrack.extract.undated_sessions import find_undated
from casetrack.models import Article

CRIMINAL = frozenset([
    "charged", "indicted", "indictment", "convicted", "sentenced", "pleaded", "pled", "arraigned",
    "defendant", "prosecutor", "prosecutors", "felony", "murder", "manslaughter", "parole", "guilty",
    "inmate", "arson", "homicide", "robbery", "burglary", "kidnapping", "confession", "acquitted",
    "convict", "convicts", "conviction", "detective", "detectives",
])  # fmt: skip
CIVIL = frozenset([
    "lawsuit", "lawsuits", "sued", "sues", "suing", "suit", "suits", "plaintiff", "plaintiffs", "injunction",
    "damages", "settlement", "challengers", "divorce", "patent", "antitrust", "unconstitutional",
])  # fmt: skip
CRIMINAL_LEADS = frozenset({"accused", "defense", "behind", "prison", "jail"})
CRIMINAL_RE = re.compile(
    r"\b(?:accused of|defense attorneys?|(?:months|years) (?:behind bars|in prison|in jail))\b", re.IGNORECASE
)
"""Words of crime; those of two words begin with one of the leads."""
COURT_KINDS = frozenset({"judge", "court", "jury", "panel", "instrument"})
OUTCOMES = frozenset([
    "jail", "prison", "sentenced", "sentence", "guilty", "convicted", "acquitted", "probation", "conviction",
    "appeal", "custody", "bail", "verdict",
])  # fmt: skip
"""Words by which an opening tells what a court did without naming one."""
FOCAL = DECIDING | {"name", "prosecution"}
"""Whom a sentence can be about, so far as decisions go."""
MOST_WORDS = 40_000
"""No article has so many; what goes on after them is read no further."""
SHORT = 6
"""A brief has so many sentences at most."""
OPENING = 5
"""So many sentences open a story."""
ANCHOR_REACH = 1
"""So many sentences without a date may stand before "the next day"."""
COURT_WORD_RE = re.compile(
    r"(?:judges?|justices?|courts?|tribunals?|jury|jurors|circuit|parole|lawsuits?|sued|suing|suit|charged|charges?"
    r"|indict\w*|convict\w*|acquit\w*|guilty|mistrial|(?:re)?sentence[ds]?|sentencing|bail|bond|probation"
    r"|prison|jail\w*|pleaded|pled|arraign\w*|(?:re|mis)?trials?|hearings?|deliberat\w+|pretrial"
    r"|magistrate|injunction|verdict|plaintiffs?|defendants?|prosecut\w+|ruling|appeals?|attorney)"
)
COURT_PHRASE_RE = re.compile(r"\b(?:status conference|v\.|behind bars|vice chancellor)(?!\w)", re.IGNORECASE)


@dataclass(slots=True)
class Scan:
    """What the sentences of one article hold."""

    sentences: list[Sentence]
    names: list[list[NameMention]]
    courts: list[list[CourtMention]]
    chunks: list[Clause]
    roster: Roster
    criminal: bool
    rulings: list[RulingFind] = field(default_factory=list)
    hearings: list[HearingFind] = field(default_factory=list)
    parties: list[PartyFind] = field(default_factory=list)
    calendar: Calendar = ()
    court_day: str | None = None
    """The day on which the opening shows a court at work."""
    verdict_day: str | None = None
    """The day on which the story says that the verdict came."""
    signed_day: str | None = None
    """The day of the written order that the opening tells of."""
    read_to: int | None = None
    """Where reading stopped (characters) of a text too long for an article."""


def scan_article(article: Article, bench: Iterable[str] = (), calendar: Calendar = ()) -> Scan:
    """Read every sentence; an article without a word of courts gives an empty scan.

    Args:
        bench: judges whom the text around the article names in full.
        calendar: the days of the lists that the article is an item of.
    """
    sentences, read_to = read_sentences(article)
    bench = tuple(bench)
    if not bench and not any(_has_court_word(s) for s in sentences):
        return Scan(sentences, [], [], [], Roster(), False, read_to=read_to)
    names, roster = cast_names(sentences)
    courts = settle_aliases(sentences, [find_courts(s.text, s.start) for s in sentences])
    courts = settle_at_home(sentences, courts, article.dateline)
    dates = _dates_of(sentences, article.published)
    chunks: list[Clause] = []
    words = 0
    for sentence, named, told, dated in zip(sentences, names, courts, dates, strict=True):
        if words >= MOST_WORDS:
            read_to = sentence.start
            break
        chunks.append(cut_chunks(sentence.text, sentence.start, named, told, dated))
        words += len(chunks[-1])
    chunks += [Clause([]) for _ in range(len(sentences) - len(chunks))]
    scan = Scan(sentences, names, courts, chunks, roster, _is_criminal(sentences), read_to=read_to)
    scan.calendar = calendar
    learn_judges(scan.sentences, scan.names, scan.roster)
    for judge in bench:
        scan.roster.seat(judge)
    _read_facts(scan, article)
    return scan


def _has_court_word(sentence: Sentence) -> bool:
    return any(map(_is_court_word, sentence.words)) or COURT_PHRASE_RE.search(sentence.text) is not None


@lru_cache(maxsize=4096)
def _is_court_word(word: str) -> bool:
    return COURT_WORD_RE.fullmatch(word) is not None


def _is_criminal(sentences: list[Sentence]) -> bool:
    """Tell whether two sentences speak of crime; one will do in three, or one that opens a short text.

    Not where more speak of a suit.
    """
    if _opens_with_award(sentences):
        return False
    regulated = [s for s in sentences if tells_of_regulator(s)]
    crime = sum(s not in regulated and _speaks_of_crime(s) for s in sentences)
    opens = len(sentences) <= SHORT and any(len(s.words & CRIMINAL) > 1 for s in sentences[:2])
    if crime < 2 and crime * 3 < len(sentences) and not opens:
        return False
    return crime >= sum(s in regulated or not CIVIL.isdisjoint(s.words) for s in sentences)


AWARD_RE = re.compile(r"\b(?:jury|jurors|judge|verdict)\b[^.;]{0,90}\b(?:pay|award\w*)\b[^.;]{0,60}\$\s?\d")
OPENS_WITH = 2


def _opens_with_award(sentences: list[Sentence]) -> bool:
    """Tell a story of money won in court, whatever crime it goes on to speak of."""
    opening = [s for s in sentences[: OPENS_WITH + 1] if s.kind != "title"][:OPENS_WITH]
    told = any("$" in s.text and AWARD_RE.search(s.text) for s in opening)
    return told and not any(map(_speaks_of_crime, opening))


def _speaks_of_crime(sentence: Sentence) -> bool:
    words = sentence.words
    if not CRIMINAL.isdisjoint(words):
        return True
    return not CRIMINAL_LEADS.isdisjoint(words) and CRIMINAL_RE.search(sentence.text) is not None


def _dated_by(find: RulingFind, calendar: Calendar) -> RulingFind:
    """Give a decision that is listed without a day that of its list."""
    day = None if find.date is not None or find.background else day_at(calendar, find.sentence.start)
    return find if day is None else replace(find, date=day)


def _dates_of(sentences: list[Sentence], published: str | None) -> list[list[DateMention]]:
    """Find the dates of every sentence; "the next day" is counted from the day told shortly before it."""
    found: list[list[DateMention]] = []
    anchor: str | None = None
    silent = 0
    for sentence in sentences:
        dates = find_dates(sentence.text, sentence.start, published, anchor)
        told = [d.iso for d in dates if d.precision != "year" and d.kind not in {"range_end", "week"}]
        silent = 0 if told else silent + 1
        anchor = told[-1] if told else anchor if silent <= ANCHOR_REACH else None
        found.append(dates)
    return found


def _read_facts(scan: Scan, article: Article) -> None:
    last: Decider | None = None
    focus: Decider | None = None
    dated: list[HearingFind] = []
    loose: list[LooseSession] = []
    dates = [_dates_in(chunks) for chunks in scan.chunks]
    scene = Scene(scan.roster, article.published, None, scan.criminal, _home_of(scan))
    for number, (sentence, chunks) in enumerate(zip(scan.sentences, scan.chunks, strict=True)):
        _open_list(sentence, chunks, dates[number], scene, article.text)
        decided = find_rulings(sentence, chunks, scene)
        scan.rulings += decided
        found, without_day = find_hearings(sentence, chunks, scene)
        dated += _without_verdict(found, decided) if decided else found
        loose += _without_deliberations(without_day, decided) if decided else without_day
        if sentence.kind != "title":
            weighed = bool(found) or _is_weighed(number, chunks, decided)
            scan.parties += find_parties(sentence, chunks, number, scan.roster, weighed)
            if not scan.criminal:
                scan.parties += find_litigants(sentence, chunks, number, scan.roster)
        deciders = Deciders(chunks, scan.roster, scene.home)
        last = _last_decider(deciders) or last
        focus = _focus_of(deciders, focus)
        scene.ruled_day = decided[-1].date if decided else None
        scene.last_decider = last
        scene.focus = focus
        scene.said = chunks.words
        scene.said_date = _said_date(dates[number]) if dates[number] else None
        scene.before = chunks
        scene.last_org = _organization_of(scan.names[number]) or scene.last_org
    scan.court_day = _court_day(scan, dates, article.published)
    scan.verdict_day = day_returned(scan.sentences, dates)
    scan.signed_day = day_signed(scan.chunks)
    scan.rulings = [as_signed(find, scan.signed_day, article.published) for find in scan.rulings]
    starts = {sentence.start: number for number, sentence in enumerate(scan.sentences)}
    scan.rulings = name_writers(scan.rulings, starts, scan.chunks, scan.roster)
    scan.parties = name_sides(scan.parties, Told(scan.sentences, scan.names, scan.roster, article.dateline))
    scan.calendar = scan.calendar or read_calendar(scan.sentences, dates, article.text, article.published)
    scan.rulings = [_dated_by(find, scan.calendar) for find in scan.rulings]
    story = Story(scan.sentences, dates, article.published, scan.calendar)
    scan.hearings += settle_sessions(dated, loose, story)
    if article.published is None:
        scan.hearings += find_undated(loose)


HOLDING = frozenset({"said", "ruled", "found", "held", "wrote", "declared"})
FOUND = frozenset({"find", "found", "finds", "said", "decided", "concluded", "ruled"})
WEIGHED_REACH = 8


def _is_weighed(number: int, chunks: Clause, decided: list[RulingFind]) -> bool:
    """Tell a sentence in which a court decides, or early in the story says what it thinks."""
    if any(not find.background for find in decided):
        return True
    if number >= WEIGHED_REACH:
        return False
    if "jury" in chunks.kinds and "that" in chunks.words and not FOUND.isdisjoint(chunks.words):
        return True
    if HOLDING.isdisjoint(chunks.words):
        return False
    return any(
        chunk.kind in {"judge", "court", "panel"} and chunks[at + 1].lower in HOLDING
        for at, chunk in enumerate(chunks[:-1])
    )


def _dates_in(chunks: Clause) -> list[DateMention]:
    if "date" not in chunks.kinds:
        return []
    mentions = [chunk.value for chunk in chunks if chunk.value is not None]
    return [value for value in mentions if isinstance(value, DateMention)]


def _without_deliberations(loose: list[LooseSession], decided: list[RulingFind]) -> list[LooseSession]:
    verdict = any(d.value in {"convicted", "acquitted", "mistrial"} for d in decided)
    return [s for s in loose if not (verdict and s.type == "trial")]


def _court_day(scan: Scan, dates: list[list[DateMention]], published: str | None) -> str | None:
    """Give the day that a judge or court has in the opening: "Judge Lee called off the trial on Tuesday".

    Where none has, the day of what a lawyer asked or somebody told in it.
    """
    body = [n for n, sentence in enumerate(scan.sentences) if sentence.kind != "title"][:OPENING]
    days = {n: day for n in body if (day := _said_date(dates[n])) is not None and is_of_week(day, published)}
    for number, day in days.items():
        chunks = scan.chunks[number]
        if not (COURT_KINDS.isdisjoint(chunks.kinds) and OUTCOMES.isdisjoint(chunks.words)):
            return day
    return next((day for n, day in days.items() if not ASKED.isdisjoint(scan.chunks[n].words)), None)


ASKED = frozenset({"asked", "argued", "told", "lawyer", "lawyers", "attorney", "attorneys", "prosecutors"})


def _without_verdict(found: list[HearingFind], decided: list[RulingFind]) -> list[HearingFind]:
    """ "Convicted her Monday after an hour of deliberations" tells the verdict, no day of trial beside it."""
    days = {d.date for d in decided if d.value in {"convicted", "acquitted", "mistrial"}}
    return [f for f in found if not (f.type == "trial" and f.status == "held" and f.date in days)]


def _open_list(sentence: Sentence, chunks: Clause, dates: list[DateMention], scene: Scene, text: str) -> None:
    """Note who opens a list and when: "Also Monday, the court:"; a paragraph without a dash ends it."""
    if sentence.text.rstrip().endswith(":"):
        ends = [at for at in range(max(0, len(chunks) - 3), len(chunks)) if chunks[at].kind in COURT_KINDS]
        scene.opened = read_decider(chunks, ends[0], scene.roster, scene.home) if ends else None
        scene.opened_day = _said_date(dates)
    elif scene.opened is not None:
        before = text[max(0, sentence.start - 8) : sentence.start].rstrip(" \t")
        if before.endswith("\n"):
            scene.opened = None


def _said_date(dates: list[DateMention]) -> str | None:
    days = {d.iso for d in dates if d.precision == "day" and d.direction != "future"}
    return next(iter(days)) if len(days) == 1 else None


class Deciders:
    """Who decides in one sentence, each read once."""

    __slots__ = ("_home", "_read", "chunks", "roster")

    def __init__(self, chunks: Clause, roster: Roster, home: str | None) -> None:
        self.chunks = chunks
        self.roster = roster
        self._home = home
        self._read: dict[int, Decider | None] = {}

    def read(self, at: int) -> Decider | None:
        """Read the chunk as one who decides, see `read_decider`."""
        if at not in self._read:
            self._read[at] = read_decider(self.chunks, at, self.roster, self._home)
        return self._read[at]


def _focus_of(deciders: Deciders, focus: Decider | None) -> Decider | None:
    """Give who a sentence is about, if one who decides: the first it names, or whom its "he" repeats."""
    chunks = deciders.chunks
    if FOCAL.isdisjoint(chunks.kinds) and "pronoun" not in chunks.kinds:
        # "The ruling came in a suit by the group. He put it on hold": about nobody, it changes nothing.
        return focus
    for at, chunk in enumerate(chunks):
        if chunk.kind == "court" and {c.lower for c in chunks[max(0, at - 2) : at]} & {
            "in",
            "to",
            "from",
            "at",
        }:
            continue
        if chunk.kind in FOCAL:
            return deciders.read(at)
        if chunk.kind == "pronoun" and chunk.lower in {"he", "she", "it", "they"}:
            return focus
    return None


def _organization_of(names: list[NameMention]) -> str | None:
    """Give the first organization a sentence names, courts and offices aside."""
    for name in names:
        if name.kind == "organization" and not NO_GROUP_RE.search(name.text):
            return name.text
    return None


NO_GROUP_RE = re.compile(r"\b(?:Court|Circuit|District|County|Department|Office|Center|Jail|Prison|Police)\b")


def _home_of(scan: Scan) -> str | None:
    """Tell what "the court" means here: the first of the lede that decides, if it is none of trial."""
    for chunks in scan.chunks[:4]:
        for at, chunk in enumerate(chunks):
            if chunk.kind not in DECIDING:
                continue
            if any(c.kind == "modal" for c in chunks[at + 1 : at + 3]):
                continue  # "the Supreme Court will decide by June" has decided nothing
            decider = read_decider(chunks, at, scan.roster, owning=True)
            if decider is not None and (decider.by != "judge" or chunk.kind == "judge" or decider.court):
                return decider.by if decider.by in {"supreme court", "panel"} else None
    return None


def _last_decider(deciders: Deciders) -> Decider | None:
    chunks, roster = deciders.chunks, deciders.roster
    if DECIDING.isdisjoint(chunks.kinds) and not (roster.judges and "name" in chunks.kinds):
        return None
    for at, chunk in enumerate(chunks):
        if chunk.kind in DECIDING or (
            chunk.kind == "name" and isinstance(chunk.value, NameMention) and roster.is_judge(chunk.value)
        ):
            decider = deciders.read(at)
            if decider is not None:
                return decider
    return None
