"""Make one case of the reports that tell of it: who is in it, and each ruling and hearing once.

Pure and order-free: members are sorted by day and content first, so that the order of arrival
decides nothing. Two facts of one article are never joined.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from casetrack.models import Attorney, CaseReport, CourtRef, Hearing, Party, Ruling, Source
from casetrack.resolve.names import KEPT, fold_name, fold_organization, is_alike, same_person


@dataclass(frozen=True, slots=True)
class Member:
    """One article's report of the case."""

    article_id: int
    sha256: str
    published: str | None
    report: CaseReport
    position: int = 0
    """Its place among the cases of the article."""


@dataclass(frozen=True, slots=True)
class Joined:
    """A ruling or hearing with the articles' sentences that tell of it, the best first."""

    fact: Ruling | Hearing
    key: str
    sources: tuple[tuple[int, Source], ...]
    court: CourtRef | None = None
    """The court of the report that tells it best."""
    corrected: tuple[str, ...] = ()
    """The fields that a person set."""
    entered: str | None = None
    """Where a person has it from who entered it; it has no sentences unless articles tell it too."""
    entered_by: str | None = None
    """The uid of the decision that entered it."""


@dataclass(frozen=True, slots=True)
class Combined:
    """A case as its members make it."""

    caption: str
    kind: str
    court: CourtRef | None
    judges: tuple[str, ...]
    parties: tuple[Party, ...]
    attorneys: tuple[Attorney, ...]
    docket_numbers: tuple[str, ...]
    names: tuple[tuple[str, int | None], ...]
    """Each with the article that prints it, None for one that a person gave."""
    rulings: tuple[Joined, ...]
    hearings: tuple[Joined, ...]
    first_reported: str | None
    last_reported: str | None
    status: str | None = None
    """Set by a person; else it follows from the facts."""


def combine_members(members: Iterable[Member]) -> Combined:
    """Combine the members of one case; at least one is needed."""
    ordered = sorted(members, key=lambda m: (m.published or "9999", m.sha256, m.position))
    reports = [member.report for member in ordered]
    days = [member.published for member in ordered if member.published]
    printed = [name for report in reports for name in report.names]
    parties = _combine_parties(reports)
    return Combined(
        caption=_choose_caption(reports, printed),
        kind=_most_common([report.kind for report in reports]) or "other",
        court=_choose_court(reports),
        judges=_combine_names(name for report in reports for name in report.judges),
        parties=parties,
        attorneys=_combine_attorneys(reports),
        docket_numbers=tuple(dict.fromkeys(n for report in reports for n in report.docket_numbers)),
        names=_names(ordered),
        rulings=tuple(_join(ordered, "rulings")),
        hearings=tuple(_join(ordered, "hearings")),
        first_reported=min(days, default=None),
        last_reported=max(days, default=None),
    )


def _names(members: Sequence[Member]) -> tuple[tuple[str, int | None], ...]:
    found: dict[str, int | None] = {}
    for member in members:
        for name in (*member.report.names, member.report.caption):
            found.setdefault(name, member.article_id)
    return tuple(found.items())


def _most_common(values: Sequence[str]) -> str | None:
    counted = Counter(values)
    return max(counted, key=lambda value: (counted[value], -values.index(value)), default=None)


def _choose_caption(reports: Sequence[CaseReport], printed: Sequence[str]) -> str:
    both_sides = [report.caption for report in reports if " v. " in report.caption]
    return (
        _most_common(printed)
        or _most_common(both_sides)
        or _most_common([r.caption for r in reports])
        or "In re unnamed"
    )


def _choose_court(reports: Sequence[CaseReport]) -> CourtRef | None:
    known = [report.court for report in reports if report.court]
    settled = [court for court in known if court.id] or known
    counted = Counter(settled)
    return max(counted, key=lambda c: (counted[c], -settled.index(c)), default=None)


def _combine_names(names: Iterable[str]) -> tuple[str, ...]:
    kept: list[str] = []
    for name in names:
        at = next((i for i, known in enumerate(kept) if known == name or same_person(known, name)), None)
        if at is None:
            kept.append(name)
        elif len(name) > len(kept[at]):
            kept[at] = name
    full = [name for name in kept if " " in name]
    return tuple(n for n in kept if " " in n or not any(f.endswith(" " + n) for f in full))


def _combine_parties(reports: Sequence[CaseReport]) -> tuple[Party, ...]:
    kept: list[Party] = []
    for report in reports:
        for party in report.parties:
            at = next(
                (i for i, k in enumerate(kept) if _is_same_party(k, party)),
                None,
            )
            if at is None:
                kept.append(party)
            elif len(party.name) > len(kept[at].name):
                kept[at] = party
    names = [party.name for party in kept]
    return tuple(p for p in kept if " " in p.name or not any(n.endswith(" " + p.name) for n in names))


def _is_same_party(one: Party, two: Party) -> bool:
    if one.name == two.name or same_person(one.name, two.name):
        return True
    organized = one.kind != "person" and two.kind != "person"
    return organized and fold_organization(one.name) == fold_organization(two.name)


def _combine_attorneys(reports: Sequence[CaseReport]) -> tuple[Attorney, ...]:
    kept: list[Attorney] = []
    for attorney in (a for report in reports for a in report.attorneys):
        if not any(k.name == attorney.name or same_person(k.name, attorney.name) for k in kept):
            kept.append(attorney)
    return tuple(kept)


Told = tuple[Member, Ruling | Hearing]
"""One telling of a fact: the member and what it says."""


def _join(members: Sequence[Member], which: str) -> list[Joined]:
    """Put the tellings of one fact together, the likest first; an article tells a fact once."""
    accused = _surnames(members, "defendant")
    groups: list[list[Told]] = []
    for member in members:
        facts: Sequence[Ruling | Hearing] = getattr(member.report, which)
        pairs = sorted(
            (-likeness, number, at)
            for number, fact in enumerate(facts)
            for at, group in enumerate(groups)
            if (likeness := _group_likeness(group, fact, accused)) >= 0
            and all(known.article_id != member.article_id for known, _ in group)
        )
        home: dict[int, int] = {}
        for _, number, at in pairs:
            if number not in home and at not in home.values():
                home[number] = at
        for number, fact in enumerate(facts):
            if number in home:
                groups[home[number]].append((member, fact))
            else:
                groups.append([(member, fact)])
    return [_settle(group) for group in groups]


def _surnames(members: Sequence[Member], role: str) -> frozenset[str]:
    people = (p for m in members for p in m.report.parties if p.kind == "person" and p.role == role)
    return frozenset(_content_words(person.name)[-1] for person in people if _content_words(person.name))


def _group_likeness(group: Sequence[Told], fact: Ruling | Hearing, accused: frozenset[str]) -> float:
    """Say how like a fact is to those of a group, -1 for another fact; days it was moved from are past."""
    left = {known.moved_from for _, known in group if isinstance(known, Hearing)} - {None}
    current = [known for _, known in group if not (isinstance(known, Hearing) and known.date in left)]
    likeness = [_likeness(known, fact, accused) for known in current or [known for _, known in group]]
    return -1.0 if min(likeness) < 0 else max(likeness)


def _likeness(a: Ruling | Hearing, b: Ruling | Hearing, accused: frozenset[str]) -> float:
    """Say how like two facts are, 0 and more for one fact told twice, -1 for two facts."""
    if not a.date or not b.date:
        return -1.0
    if isinstance(a, Ruling) and isinstance(b, Ruling):
        return _ruling_likeness(a, b, accused)
    if isinstance(a, Hearing) and isinstance(b, Hearing):
        if a.type != b.type and not {a.type, b.type} <= ARGUED:
            return -1.0
        if _dates_agree(a.date, b.date):
            return 2.0 if a.date == b.date else 1.0
        return 1.0 if a.moved_from == b.date or b.moved_from == a.date else -1.0
    return -1.0


def _ruling_likeness(a: Ruling, b: Ruling, accused: frozenset[str]) -> float:
    if a.disposition != b.disposition or not _dates_agree(a.date or "", b.date or ""):
        return -1.0
    same_judge = any(is_alike(one, two) for one in a.judges for two in b.judges)
    if a.judges and b.judges and not same_judge:
        return -1.0
    about, other = set(_content_words(a.subject)), set(_content_words(b.subject))
    if a.disposition in PERSONAL and about & accused and other & accused and not about & other & accused:
        return -1.0
    if a.movant and b.movant and not set(_content_words(a.movant)) & set(_content_words(b.movant)):
        return -1.0
    shared = len(about & other) / min(len(about), len(other)) if about and other else 0.5
    same_body = a.decided_by == b.decided_by and a.decided_by not in {"judge", "other"}
    return shared if shared or same_judge or same_body else -1.0


@lru_cache(maxsize=KEPT)
def _content_words(text: str | None) -> tuple[str, ...]:
    words = fold_name(text or "").split()
    return tuple(word for word in words if len(word) > 2 and word not in EMPTY_WORDS)


def _dates_agree(a: str, b: str) -> bool:
    return a.startswith(b) or b.startswith(a)


STATUS_RANK = {"scheduled": 0, "postponed": 1, "cancelled": 2, "held": 3}
ARGUED = frozenset({"motion", "other", "oral_argument"})
"""Types that outlets use for the same session."""
PERSONAL = frozenset({"convicted", "acquitted", "sentenced"})
"""Outcomes that each of the accused meets alone."""
EMPTY_WORDS = frozenset({"the", "and", "for", "that", "with", "from", "his", "her", "its", "their", "was"})


def _settle(group: list[tuple[Member, Ruling | Hearing]]) -> Joined:
    """Keep the exact date and the latest word on status; the best told sentence comes first."""
    ranked = sorted(
        group,
        key=lambda mf: (
            -len(mf[1].date or ""),
            -round(mf[1].confidence, 1),
            -_detail(mf[1]),
            mf[0].published or "9999",
            mf[0].sha256,
        ),
    )
    best = ranked[0][1]
    if isinstance(best, Hearing):
        last = max(group, key=lambda mf: (mf[0].published or "", STATUS_RANK[mf[1].status]))[1]  # type: ignore[union-attr]
        best = _latest_hearing(best, last, [f for _, f in group if isinstance(f, Hearing)])
    sources: list[tuple[int, Source]] = []
    for member, fact in ranked:
        sources.append(
            (member.article_id, Source(fact.start, fact.end, fact.quote, fact.rule, fact.confidence))
        )
        sources += [(member.article_id, source) for source in fact.also]
    first = min(group, key=lambda mf: (mf[0].published or "9999", mf[0].sha256, mf[1].start))
    what = best.disposition if isinstance(best, Ruling) else best.type
    more = best.subject if isinstance(best, Ruling) else best.time
    key = f"{first[0].sha256[:16]}:{first[1].start}:{what}:{best.date or ''}:{more or ''}"
    court = next((member.report.court for member, _ in ranked if member.report.court), None)
    return Joined(best, key, tuple(sources), court)


def _detail(fact: Ruling | Hearing) -> int:
    """Say how much a telling says of what the fact was about; beyond a clause more is no better."""
    about = fact.subject if isinstance(fact, Ruling) else fact.purpose
    return min(len(_content_words(about)), 6)


def _latest_hearing(best: Hearing, last: Ruling | Hearing, all_told: Sequence[Hearing]) -> Hearing:
    if not isinstance(last, Hearing):
        return best
    left = {hearing.moved_from for hearing in all_told} - {None}
    date = best.date
    if last.date and last.date not in left and len(last.date) >= len(best.date or ""):
        date = last.date
    elif date in left:
        date = next((h.date for h in reversed(all_told) if h.date and h.date not in left), date)
    held = any(hearing.status == "held" for hearing in all_told) and last.status == "scheduled"
    told = [best, *all_told]
    of_that_day = [hearing for hearing in (last, *told) if _dates_agree(hearing.date or "", date or "")]
    return replace(
        best,
        status="held" if held else last.status,
        date=date,
        time=_first_told(of_that_day, "time"),
        purpose=_first_told(told, "purpose"),
        location=_first_told(told, "location"),
        moved_from=min((day for day in left if day), default=None),
    )


def _first_told(hearings: Sequence[Hearing], name: str) -> str | None:
    return next((getattr(h, name) for h in hearings if getattr(h, name)), None)
