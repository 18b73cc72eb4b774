"""Make one case of the reports that tell of it: who is in it, and each ruling and hearing once.

Pure and order-free: members are sorted by day and content first, so that the order of arrival
decides nothing. Two facts of one article are never joined.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from casetrack.models import Attorney, CaseReport, CourtRef, Hearing, Party, Ruling, Source
from casetrack.resolve import same_person


@dataclass(frozen=True, slots=True)
class Member:
    """One article's report of the case."""

    article_id: int
    sha256: str
    published: str | None
    report: CaseReport


@dataclass(frozen=True, slots=True)
class Joined:
    """A ruling or hearing with the articles' sentences that tell of it, the best first."""

    fact: Ruling | Hearing
    key: str
    sources: tuple[tuple[int, Source], ...]


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
    names: tuple[tuple[str, int], ...]
    rulings: tuple[Joined, ...]
    hearings: tuple[Joined, ...]
    first_reported: str | None
    last_reported: str | None


def combine_members(members: Iterable[Member]) -> Combined:
    """Combine the members of one case; at least one is needed."""
    ordered = sorted(members, key=lambda m: (m.published or "9999", m.sha256))
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


def _names(members: Sequence[Member]) -> tuple[tuple[str, int], ...]:
    found: dict[str, int] = {}
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
                (i for i, k in enumerate(kept) if k.name == party.name or same_person(k.name, party.name)),
                None,
            )
            if at is None:
                kept.append(party)
            elif len(party.name) > len(kept[at].name):
                kept[at] = party
    names = [party.name for party in kept]
    return tuple(p for p in kept if " " in p.name or not any(n.endswith(" " + p.name) for n in names))


def _combine_attorneys(reports: Sequence[CaseReport]) -> tuple[Attorney, ...]:
    kept: list[Attorney] = []
    for attorney in (a for report in reports for a in report.attorneys):
        if not any(k.name == attorney.name or same_person(k.name, attorney.name) for k in kept):
            kept.append(attorney)
    return tuple(kept)


def _join(members: Sequence[Member], which: str) -> list[Joined]:
    groups: list[list[tuple[Member, Ruling | Hearing]]] = []
    for member in members:
        taken: set[int] = set()
        for fact in getattr(member.report, which):
            home = next((i for i, g in enumerate(groups) if i not in taken and _same(g, fact, member)), None)
            if home is None:
                groups.append([(member, fact)])
                taken.add(len(groups) - 1)
            else:
                groups[home].append((member, fact))
                taken.add(home)
    return [_settle(group) for group in groups]


def _same(group: list[tuple[Member, Ruling | Hearing]], fact: Ruling | Hearing, member: Member) -> bool:
    if any(m.article_id == member.article_id for m, _ in group):
        return False
    return all(_agree(known, fact) for _, known in group)


def _agree(a: Ruling | Hearing, b: Ruling | Hearing) -> bool:
    if isinstance(a, Ruling) and isinstance(b, Ruling):
        if a.disposition != b.disposition or not a.date or not b.date or not _dates_agree(a.date, b.date):
            return False
        return not (a.judges and b.judges and not set(a.judges) & set(b.judges))
    if isinstance(a, Hearing) and isinstance(b, Hearing):
        if not a.date or not b.date:
            return False
        if a.type != b.type and not {a.type, b.type} <= {"motion", "other", "oral_argument"}:
            return False
        return _dates_agree(a.date, b.date) or a.moved_from == b.date or b.moved_from == a.date
    return False


def _dates_agree(a: str, b: str) -> bool:
    return a.startswith(b) or b.startswith(a)


STATUS_RANK = {"scheduled": 0, "postponed": 1, "cancelled": 2, "held": 3}


def _settle(group: list[tuple[Member, Ruling | Hearing]]) -> Joined:
    """Keep the exact date and the latest word on status; the best told sentence comes first."""
    ranked = sorted(
        group,
        key=lambda mf: (-len(mf[1].date or ""), -mf[1].confidence, mf[0].published or "9999", mf[0].sha256),
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
    return Joined(best, key, tuple(sources))


def _latest_hearing(best: Hearing, last: Ruling | Hearing, all_told: Sequence[Hearing]) -> Hearing:
    from dataclasses import replace

    if not isinstance(last, Hearing):
        return best
    date = (
        last.date
        if last.status in {"postponed", "held"} and last.date and len(last.date) >= len(best.date or "")
        else best.date
    )
    told = [best, *all_told]
    return replace(
        best,
        status=last.status,
        date=date,
        time=_first_told(told, "time"),
        purpose=_first_told(told, "purpose"),
        location=_first_told(told, "location"),
        moved_from=_first_told(told, "moved_from"),
    )


def _first_told(hearings: Sequence[Hearing], name: str) -> str | None:
    return next((getattr(h, name) for h in hearings if getattr(h, name)), None)
