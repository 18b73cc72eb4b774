"""Who sat, when only the court is named: the judges who wrote or joined are named some sentences on.

"The appeals court upheld the law. ... Judge Lee wrote for the majority": the opinion's judges belong to the
decision told last before them. Of a panel all its judges count, those who dissent too; of a supreme court the
one who wrote. A single judge is the one the next sentences name. A trial judge never decides on appeal.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from casetrack.extract.chunks import Chunk, Clause
from casetrack.extract.deciders import Decider
from casetrack.extract.names import NameMention
from casetrack.extract.people import Roster, surname_of
from casetrack.extract.scene import RulingFind

BEARERS = frozenset({"judge", "name", "organization", "place", "court"})
"""The kinds of chunks that can name a judge."""
REACH = 40
"""So many sentences after the decision its judges may be named."""
ASIDE_REACH = 3
NEXT = 3
WROTE_RE = re.compile(
    r"\b(?:wrote|writes|writing|written|signed|authored|author|penned|opinions?|majority|unanimous|ruled|joined|joining"
    r"|siding with|sided with|sided against|concluded|three-judge|panel)\b",
    re.IGNORECASE,
)
DISSENT_RE = re.compile(r"\bdissent\w*\b", re.IGNORECASE)
MAJORITY_RE = re.compile(r"\b(?:majority|for the court|unanimous)\b", re.IGNORECASE)
TRIAL_RE = re.compile(r"\b(?:District|Superior|County|Magistrate|Trial|Bankruptcy|Commissioner)\b")


@dataclass(frozen=True, slots=True)
class Seat:
    """A judge whom a sentence names: on which bench, and whether as one who wrote or dissented."""

    number: int
    name: str
    bench: str
    wrote: bool
    dissents: bool
    leads: bool


def name_writers(
    finds: Sequence[RulingFind], numbers: dict[int, int], chunks: Sequence[Clause], roster: Roster
) -> list[RulingFind]:
    """Give the finds with the judges that other sentences name; `numbers` is sentence by offset."""
    if all(find.decider is None or find.decider.judges for find in finds):
        return list(finds)
    told: dict[int, list[int]] = {}
    for at, find in enumerate(finds):
        told.setdefault(numbers[find.sentence.start], []).append(at)
    homes: dict[int, list[Seat]] = {}
    every: dict[int, list[Seat]] = {}
    for seat in _find_seats(finds, chunks, roster):
        every.setdefault(seat.number, []).append(seat)
        for home in _homes_of(seat, finds, told):
            homes.setdefault(home, []).append(seat)
    return [
        _with_judges(find, homes.get(at, []), every, numbers[find.sentence.start])
        for at, find in enumerate(finds)
    ]


def _find_seats(finds: Sequence[RulingFind], chunks: Sequence[Clause], roster: Roster) -> list[Seat]:
    alone = {j for f in finds if f.decider and f.decider.by == "judge" for j in f.decider.judges}
    told: dict[str, set[str]] = {}
    for chunk in (c for sentence in chunks if "judge" in sentence.kinds for c in sentence):
        if isinstance(chunk.value, NameMention) and chunk.value.title and chunk.kind == "judge":
            told.setdefault(surname_of(chunk.value.text), set()).add(chunk.value.title)
    titles = {surname: " ".join(sorted(found)) for surname, found in told.items()}
    seats: list[Seat] = []
    full: dict[str, str] = {}
    for number, sentence in enumerate(chunks):
        if BEARERS.isdisjoint(sentence.kinds) or not (roster.judges or "judge" in sentence.kinds):
            continue
        judges = [
            (at, chunk)
            for at, chunk in enumerate(sentence)
            if isinstance(chunk.value, NameMention) and roster.is_judge(chunk.value)
        ]
        if not judges:
            continue
        text = " ".join(c.text for c in sentence)
        wrote = bool(WROTE_RE.search(text))
        dissents = bool(DISSENT_RE.search(text)) and not MAJORITY_RE.search(text)
        for at, chunk in judges:
            name = full.get(chunk.value.text) or roster.resolve(chunk.value)
            if " " in chunk.value.text:
                full[chunk.value.text] = name
            title = titles.get(surname_of(name), "")
            if not title and seats and seats[-1].number == number:
                title = titles.get(surname_of(seats[-1].name), "")
            seats.append(
                Seat(
                    number,
                    name,
                    _bench_of(title, name in alone),
                    wrote and not chunk.possessive,
                    dissents,
                    _leads(sentence, at),
                )
            )
    return seats


def _bench_of(title: str, alone: bool) -> str:
    """Tell a trial judge, a judge of a panel and a justice by the titles the article gives."""
    if TRIAL_RE.search(title):
        return "trial"
    if "Justice" in title:
        return "justice"
    if "Circuit" in title or "Judges" in title.split():
        return "panel"
    return "trial" if alone else "judge"


def _leads(sentence: Sequence[Chunk], at: int) -> bool:
    """Tell whether a judge is the first who acts in the sentence."""
    acting = {"judge", "name", "court", "panel", "jury", "board", "organization", "prosecution"}
    first = next((i for i, c in enumerate(sentence) if c.kind in acting), None)
    return first == at


def _homes_of(seat: Seat, finds: Sequence[RulingFind], told: dict[int, list[int]]) -> list[int]:
    """Give the decisions of a higher court that a judge's words belong to.

    It is the last told before them; a panel's, with what the same court is told to have decided before.
    """
    homes: list[int] = []
    for gap in range(REACH + 1):
        for at in reversed(told.get(seat.number - gap, [])):
            find = finds[at]
            near = gap <= (ASIDE_REACH if find.background else REACH)
            if not near or not _is_open(find) or not _sits_on(seat, find):
                continue
            if homes and not _is_of_one_panel(find, finds[homes[-1]]):
                return homes
            homes.append(at)
    return homes


def _is_of_one_panel(earlier: RulingFind, later: RulingFind) -> bool:
    one, other = earlier.decider, later.decider
    if one is None or other is None or other.another or one.by != "panel" or other.by != "panel":
        return False
    told = one.court is not None and other.court is not None
    return not (earlier.background or later.background) and (not told or one.court == other.court)


def _is_open(find: RulingFind) -> bool:
    decider = find.decider
    return (
        decider is not None
        and decider.by in {"panel", "supreme court"}
        and not decider.judges
        and find.sentence.kind != "title"
    )


def _sits_on(seat: Seat, find: RulingFind) -> bool:
    above = find.decider is not None and find.decider.by == "supreme court"
    if above:
        return seat.bench == "justice" and seat.wrote and not seat.dissents
    return seat.bench in {"panel", "judge"} and (seat.wrote or seat.leads or seat.bench == "panel")


def _with_judges(
    find: RulingFind, seats: Sequence[Seat], every: dict[int, list[Seat]], number: int
) -> RulingFind:
    if find.decider is None or find.decider.judges:
        return find
    if seats:
        names = _of_supreme(seats) if find.decider.by == "supreme court" else [s.name for s in seats]
        return replace(find, decider=_named(find.decider, names[:3]))
    alone = find.decider.by == "judge" and find.sentence.kind != "title"
    if alone and (find.decider.kind == "judge" or (find.decider.kind == "court" and not find.generic)):
        for gap in range(NEXT + 1):
            for seat in every.get(number + gap, []):
                if _sits_alone(seat, gap, find.background):
                    return replace(find, decider=_named(find.decider, [seat.name]))
    return find


def _sits_alone(seat: Seat, gap: int, background: bool) -> bool:
    """ "A federal judge blocked the law. ... U.S. District Judge Lee said": named in the next sentences."""
    if seat.bench == "trial" and gap == 0:
        return True
    return 0 < gap <= (1 if background else NEXT) and seat.leads and seat.bench in {"trial", "judge"}


def _of_supreme(seats: Sequence[Seat]) -> list[str]:
    """Of justices only those of the first sentence that says who wrote."""
    return [seat.name for seat in seats if seat.number == seats[0].number]


def _named(decider: Decider, names: Sequence[str]) -> Decider:
    return replace(decider, judges=tuple(dict.fromkeys(names)))
