"""Tell the proceedings of one article apart by the courts that act in them.

A trial court, the court that hears its appeals and the Supreme Court above them are one proceeding; two
circuits, two districts, or a court that rules "in a separate case" are two. Each sentence belongs to
the proceeding last spoken of. Who the parties are is not looked at here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from casetrack.extract.courts import CourtMention, match_place_court
from casetrack.extract.date_math import parse_day
from casetrack.extract.dates import DateMention
from casetrack.extract.hearings import HearingFind
from casetrack.extract.people import fold, surname_of
from casetrack.extract.scan import Scan
from casetrack.extract.scene import RulingFind
from casetrack.lexicon.courts import RANK, load_courts
from casetrack.models import CourtRef

APART_RE = re.compile(
    r"\b(?:separate|another|different|parallel|similar|companion|related|unrelated|second|third)\s+(?:\w+\s+){0,2}"
    r"(?:cases?|lawsuits?|suits?|challenges?|appeals?|actions?)\b"
    r"|\b(?:another|second|third|different)\s+(?:\w+\s+){0,3}(?:judge|court|panel)\b"
    r"|\b(?:in|by) contrast\b"
)
"""What tells a decision of another proceeding from the next step of this one."""
SEAT_RE = re.compile(
    r",?\s+(?:who (?:sits|presides) |based )?in ([A-Z][\w.]+(?: [A-Z][\w.]+)?(?:, [A-Z][\w.]+)?)"
)


FRESH_DAYS = 4


@dataclass(slots=True)
class Forum:
    """One proceeding: the courts that act in it, the first first, and the sentences that speak of it."""

    courts: list[CourtRef] = field(default_factory=list)
    sentences: set[int] = field(default_factory=set)
    starts: set[int] = field(default_factory=set)
    """Where the sentences of its decisions and sessions start."""
    acting: set[int] = field(default_factory=set)
    """The sentences in which its courts are named or act."""
    judges: set[str] = field(default_factory=set)
    """The surnames of those who sit in it."""
    firm: bool = False
    """Whether it was seen to act of late, not only told of as background."""
    unnamed: set[str] = field(default_factory=set)
    """The days on which an appeals court acted in it that the story did not name there."""

    def court(self) -> CourtRef | None:
        """Give the highest of its own courts; what the Supreme Court has, it has from them."""
        return max(self.courts, key=lambda court: RANK.get(court.level or "trial", 0), default=None)


@dataclass(frozen=True, slots=True)
class _Act:
    """A decision or session as far as its court goes."""

    number: int
    at: int
    court: CourtRef | None
    level: str | None
    date: str | None
    background: bool
    below: CourtRef | None = None
    """The court whose decision the Supreme Court weighs, where the sentence names it."""


def find_forums(scan: Scan, published: str | None) -> list[Forum]:
    """Give the proceedings in the order they are first spoken of; one when nothing parts them."""
    acts = _read_acts(scan, published)
    forums: list[Forum] = []
    current: Forum | None = None
    for number, sentence in enumerate(scan.sentences):
        if sentence.kind == "title":
            continue
        sitting = {surname_of(n.text) for n in scan.names[number] if scan.roster.is_judge(n)}
        nearest = ([current] if current else []) + forums
        seated = next((forum for forum in nearest if sitting and sitting <= forum.judges), None)
        for act in acts.get(number, ()):
            # "In a separate case," the judge may even be that of the case before.
            opened = act.court is None and _opens_apart(sentence.text)
            if act.court is None and seated is not None and not opened:
                current = seated
            else:
                current = _home_of(act, sentence.text, forums, current, acts)
            if opened:
                current.judges |= sitting
            court = act.below or act.court
            if court is not None and not _is_top(court) and court not in current.courts:
                current.courts.append(court)
            if court is None and act.level == "appeals" and act.date is not None:
                current.unnamed.add(act.date)
            current.starts.add(sentence.start)
            current.sentences.add(number)
            if act.court is not None and not _is_top(act.court):
                current.acting.add(number)
            current.firm |= not act.background
        if number not in acts:
            named = _named_forum(scan.courts[number], forums)
            current = named or seated or current
            if current is not None:
                current.sentences.add(number)
            if named is not None:
                named.acting.add(number)
        if current is not None:
            current.judges |= sitting - {judge for forum in forums for judge in forum.judges}
    firm = [forum for forum in forums if forum.firm]
    if forums and firm:
        opening = next(iter(firm)).sentences
        opening.update(range(min(opening)))
    return firm


def _is_top(court: CourtRef) -> bool:
    return court.level == "supreme" and court.jurisdiction == "us"


def _read_acts(scan: Scan, published: str | None) -> dict[int, list[_Act]]:
    numbers = {sentence.start: number for number, sentence in enumerate(scan.sentences)}
    seats = _judge_courts(scan)
    found = [_act_of_ruling(r, numbers[r.sentence.start], scan, seats, published) for r in scan.rulings]
    found += [_act_of_hearing(h, numbers[h.sentence.start], scan) for h in scan.hearings]
    acts: dict[int, list[_Act]] = {}
    for act in sorted(found, key=lambda act: act.at):
        acts.setdefault(act.number, []).append(act)
    return acts


def _judge_courts(scan: Scan) -> dict[str, CourtRef]:
    """Learn where judges sit: "U.S. District Judge Ann Lee in Honolulu", "Lee, in Oakland, California"."""
    seats: dict[str, CourtRef] = {}
    for sentence, names, courts in zip(scan.sentences, scan.names, scan.courts, strict=True):
        for name in names:
            if name.kind not in {"person", "surname"} or not scan.roster.is_judge(name):
                continue
            key = surname_of(name.text)
            over = next((m.court for m in courts if m.start < name.end and name.start < m.end), None)
            place = SEAT_RE.match(sentence.text, name.end - sentence.start)
            court = over or (match_place_court(place.group(1)) if place else None)
            if court is not None:
                seats.setdefault(key, court)
    return seats


def _act_of_ruling(
    find: RulingFind, number: int, scan: Scan, seats: dict[str, CourtRef], published: str | None
) -> _Act:
    decider = find.decider
    court = decider.court if decider else None
    if court is None and decider is not None:
        court = next((seats[key] for j in decider.judges if (key := surname_of(j)) in seats), None)
    if (
        court is None
        and decider is not None
        and decider.by == "judge"
        and APART_RE.search(find.sentence.text)
    ):
        court = _court_of_place(number, scan)
    level = "appeals" if decider is not None and decider.by == "panel" else None
    below = None
    if court is not None and _is_top(court):
        below = next((m.court for m in scan.courts[number] if m.court.level == "appeals"), None)
    history = find.background or SIMILAR_RE.search(find.sentence.text) is not None
    told = history and not _is_news(find.date, published)
    return _Act(number, find.at, court, level, find.date, told, below)


SIMILAR_RE = re.compile(r"\bsimilar (?:case|lawsuit|suit)s? against\b")


def _is_news(date: str | None, published: str | None) -> bool:
    """Tell a decision of these days, which a story may report beside its main one."""
    day, today = parse_day(date), parse_day(published)
    return day is not None and today is not None and (today - day).days <= FRESH_DAYS


def _court_of_place(number: int, scan: Scan) -> CourtRef | None:
    """ "In a parallel case from Nevada, a judge": the one district of the place named."""
    places = (name.text for name in scan.names[number] if name.kind == "place")
    return next((court for place in places if (court := match_place_court(place))), None)


def _act_of_hearing(find: HearingFind, number: int, scan: Scan) -> _Act:
    """Take the court named nearest to the word for the session."""
    sentence = scan.sentences[number]
    told = [
        m for m in scan.courts[number] if not BELONGS_RE.search(sentence.text, 0, m.start - sentence.start)
    ]
    before = [m for m in told if m.end <= find.at]
    near = before[-1] if before else next(iter(told), None)
    return _Act(number, find.at, near.court if near else None, None, find.date, False)


BELONGS_RE = re.compile(
    r"\b(?:belong(?:s|ed)?|should\sbe\s\w+|appeal\w*|petition\w*)\s(?:in|before|to)\s(?:the\s)?$"
)
"""Before a court that does not sit here: "argued that the dispute belonged in the Court of Claims"."""


def _home_of(
    act: _Act, text: str, forums: list[Forum], current: Forum | None, acts: dict[int, list[_Act]]
) -> Forum:
    begun = current is not None and act.number in current.sentences
    apart = not begun and bool(forums) and APART_RE.search(text) is not None
    if act.court is None or _is_top(act.court):
        if (
            current is not None
            and not (apart and act.court is None)
            and not _is_earlier(act, text, current, acts)
        ):
            return current
        return _new_forum(forums)
    for forum in forums:
        if act.court in forum.courts:
            return forum
    if not apart:
        for forum in ([current] if current else []) + forums:
            if all(_are_joined(act.court, court) for court in forum.courts) and not _is_other(act, forum):
                return forum
    return _new_forum(forums)


def _opens_apart(text: str) -> bool:
    found = APART_RE.search(text)
    return found is not None and text[: found.start()] in {"In a ", "In an ", "In "}


def _is_other(act: _Act, forum: Forum) -> bool:
    """Tell "on July 20 the 5th Circuit held" from what an appeals court without a name did on Friday."""
    if forum.courts or act.court is None or act.court.level != "appeals" or not forum.unnamed:
        return False
    day = act.date or ""
    return len(day) == 10 and not any(day.startswith(known) for known in forum.unnamed)


def _new_forum(forums: list[Forum]) -> Forum:
    forums.append(Forum())
    return forums[-1]


def _are_joined(one: CourtRef, two: CourtRef) -> bool:
    """Tell whether one proceeding may be before both: they are of two levels, one above the other."""
    if one.level == two.level:
        if one.jurisdiction == two.jurisdiction and _is_numbered_of(one.name, two.name):
            return True
        return not (one.id and two.id) and fold(one.name) == fold(two.name)
    return one.level in RANK and two.level in RANK and load_courts().may_review(one, two)


NUMBERED_RE = re.compile(r"\d+(?:st|nd|rd|th) (?:Judicial )?(District|Circuit) Court\b")


def _is_numbered_of(one: str, two: str) -> bool:
    """Tell "the 152nd District Court" beside the district court of the county it sits in."""
    for number, county in ((one, two), (two, one)):
        found = NUMBERED_RE.match(number)
        if found and county.startswith(f"{found.group(1)} Court of ") and "County" in county:
            return True
    return False


def _is_earlier(act: _Act, text: str, forum: Forum, acts: dict[int, list[_Act]]) -> bool:
    """Tell "On Friday, a U.S. appeals court ..." from the appeal of what a trial judge did on Saturday."""
    if act.level != "appeals" or act.date is None or len(act.date) < 10 or act.background:
        return False
    if not forum.courts or any(court.level != "trial" for court in forum.courts):
        return False
    if not re.search(r"\ban? (?:[\w.]+ )?(?:appeals|appellate) court\b", text):
        return False
    days = [
        a.date for number in forum.sentences for a in acts.get(number, ()) if a.date and len(a.date) == 10
    ]
    return bool(days) and act.date < min(days)


def _named_forum(mentions: list[CourtMention], forums: list[Forum]) -> Forum | None:
    """Give the proceeding whose court a sentence names without telling what it did."""
    named = [mention.court for mention in mentions if not _is_top(mention.court)]
    return next((forum for forum in forums if named and named[0] in forum.courts), None)


def split_by_argument(scan: Scan) -> list[set[int]]:
    """Give the sentences of each case that a court is to hear argued on a day of its own, if two or more."""
    numbers = {sentence.start: number for number, sentence in enumerate(scan.sentences)}
    days: dict[str, set[int]] = {}
    for hearing in scan.hearings:
        if hearing.type == "oral_argument" and hearing.status == "scheduled" and len(hearing.date) == 10:
            days.setdefault(hearing.date, set()).add(numbers[hearing.sentence.start])
    if len(days) < 2:
        return []
    for number, chunks in enumerate(scan.chunks):
        for chunk in chunks:
            if isinstance(chunk.value, DateMention) and chunk.value.iso in days:
                days[chunk.value.iso].add(number)
    return list(days.values())
