"""What the judge of another court decided, beside the story's case: "a judge in Ohio, Ann Porter, halted".

A case is tried before one court. A second judge who is told to sit elsewhere decided in a case of its own,
known by those whom the sentence names; where it names none, it is no case that a reader could find again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from casetrack.extract.central import central_name
from casetrack.extract.drafts import CRIMINAL_VALUES, Draft
from casetrack.extract.party_find import PartyFind
from casetrack.extract.people import fold, surname_of
from casetrack.extract.scan import Scan
from casetrack.extract.scene import RulingFind
from casetrack.extract.sentences import rest_of_paragraph
from casetrack.extract.separate import of_those
from casetrack.extract.suit_targets import AGENCY_RE
from casetrack.extract.word_sets import holds_word

MOVED_RE = re.compile(
    r"\b(?:transfer\w*|moved|reassign\w*|recus\w+|took\sover|taken\sover|replac\w+|original(?:ly)?|venue|different\sjudge)\b"
)
"""How one case comes to have two judges."""
SEAT_RE = re.compile(
    r"(?:,|\s\([^()]{3,40}\),?)?\s(?:who\s(?:sits|presides)\s)?(?:in|of)\s(?:the\s)?(?P<place>[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+)*)"
)
"""Behind the name of a judge: where the court sits."""
HOME_RE = re.compile(
    r"(?:\b(?:judge|justice|magistrate)\s(?:in|of)\s(?:the\s)?(?P<behind>[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+)*),"
    r"|\b(?P<before>[A-Z][\w.’'-]+)\s(?:\w+\s)?(?:judge|justice|magistrate),)\s$"
)
"""Before it: "a judge in Ohio, Ann Porter", "a London judge, Ann Porter"."""
NEAR = 60
FEDERAL_RE = re.compile(r"\b(?:U\.?S\.?|[Ff]ederal)\b")
LOCAL_RE = re.compile(r"\b(?:Superior|County|Circuit Court|Common Pleas|Parish)\b")


OPENING = 5
"""So many sentences tell where the story's case is."""


@dataclass(slots=True)
class _Seat:
    """What a story tells of where a judge sits."""

    courts: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    systems: set[str] = field(default_factory=set)
    first: int = OPENING
    """The number of the sentence that names the judge first."""
    below: bool = False
    """A magistrate, or a judge in bankruptcy: one who decides beside a district judge, in the same case."""


BELOW_RE = re.compile(r"\b(?:[Mm]agistrate|[Bb]ankruptcy)\b")


def part_benches(scan: Scan, drafts: Sequence[Draft]) -> list[Draft]:
    """Take from each case what another court's judge decided; give the cases that makes."""
    parted: list[Draft] = []
    for draft in drafts:
        heads = list(dict.fromkeys(judge for find in draft.rulings if (judge := _sole(find))))
        if len(heads) < 2 or draft.starts is not None:
            continue
        for judge in heads[1:]:
            if sits_elsewhere(judge, heads[0], scan):
                parted += _take(draft, judge, scan)
    return parted


def _sole(find: RulingFind) -> str:
    """Give the one judge of a trial court who decided; "" for a panel, a jury, or nobody named."""
    decider = find.decider
    if decider is None or decider.by != "judge" or len(decider.judges) != 1:
        return ""
    return decider.judges[0]


def _seat_of(judge: str, scan: Scan) -> _Seat:
    seat = _Seat()
    for number, (sentence, names, courts) in enumerate(
        zip(scan.sentences, scan.names, scan.courts, strict=True)
    ):
        for name in names:
            if name.kind not in {"person", "surname"} or scan.roster.resolve(name) != judge:
                continue
            seat.first = min(seat.first, number)
            start, end = name.start - sentence.start, name.end - sentence.start
            seat.below |= BELOW_RE.search(sentence.text, max(0, start - NEAR), start) is not None
            seat.courts |= {
                m.court.id or m.court.name
                for m in courts
                if m.court.level == "trial" and name.start - NEAR < m.end and m.start < name.end + NEAR
            }
            behind, before = SEAT_RE.match(sentence.text, end), HOME_RE.search(sentence.text, 0, start)
            if behind:
                seat.places.add(behind["place"])
            if before:
                seat.places.add(before["behind"] or before["before"])
            title = name.title or ""
            if FEDERAL_RE.search(title) or "ankruptcy" in title:
                seat.systems.add("federal")
            elif LOCAL_RE.search(title):
                seat.systems.add("state")
    return seat


def sits_elsewhere(judge: str, other: str, scan: Scan) -> bool:
    """Tell whether a story seats a judge in another trial court than another judge's."""
    seat, own = _seat_of(judge, scan), _seat_of(other, scan)
    if seat.systems and own.systems and seat.systems.isdisjoint(own.systems):
        return True
    if seat.below or own.below:
        return False
    if seat.courts and own.courts:
        return seat.courts.isdisjoint(own.courts)
    if seat.places and own.places:
        return seat.places.isdisjoint(own.places)
    opening = " ".join(sentence.text for sentence in scan.sentences[: min(OPENING, seat.first)])
    return bool(seat.places) and not any(place in opening for place in seat.places)


def _take(draft: Draft, judge: str, scan: Scan) -> list[Draft]:
    """Take what one judge decided from a case; give the case that has it, or nothing where it has no name."""
    numbers = {s.start: n for n, s in enumerate(scan.sentences)}
    told = [numbers[find.sentence.start] for find in draft.rulings if _sole(find) == judge]
    if any(MOVED_RE.search(scan.sentences[n].text) for n in told):
        return []
    inside = {n for number in told for n in rest_of_paragraph(scan.sentences, number)}
    taken = [f for f in draft.rulings if numbers[f.sentence.start] in inside and _sole(f) in {judge, ""}]
    hers = {n for n, names in enumerate(scan.names) if any(scan.roster.resolve(m) == judge for m in names)}
    held = [f for f in draft.hearings if numbers[f.sentence.start] in inside | hers]
    draft.rulings = [find for find in draft.rulings if find not in taken]
    draft.hearings = [find for find in draft.hearings if find not in held]
    other = _case_of(draft, min(told), inside, any(f.value in CRIMINAL_VALUES for f in taken), scan)
    if other is None:
        return []
    other.rulings, other.hearings, other.second = taken, held, True
    other.starts = {scan.sentences[n].start for n in inside}
    return [other]


def _case_of(draft: Draft, number: int, inside: set[int], criminal: bool, scan: Scan) -> Draft | None:
    text = " ".join(fold(scan.sentences[n].text) for n in sorted(inside))
    named = [name for name in draft.parties if holds_word(text, surname_of(name))]
    name = central_name(scan, number)
    if name is not None and scan.roster.resolve(name) not in draft.parties:
        full = scan.roster.resolve(name) if name.kind in {"person", "surname"} else name.text
        kind = "person" if name.kind in {"person", "surname"} else "organization"
        find = PartyFind(full, kind, "defendant", criminal, 1.0, number, number, name.age)
        return Draft("criminal" if criminal else "civil", {full: find}, {full: "defendant"}, 1.0, number)
    if all(draft.parties[n].kind == "government" or AGENCY_RE.search(n) for n in named):
        return None  # whom many sue at once: nobody could tell the case by it
    other = of_those(draft, named)
    other.first = number
    return other
