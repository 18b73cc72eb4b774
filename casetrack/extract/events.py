"""Join what several sentences of one article tell of one ruling or hearing.

A decision told in the lede and again in detail is one; two motions decided differently are two.
Works within one case of one article.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casetrack.extract.hearings import HearingFind
from casetrack.extract.scene import RulingFind
from casetrack.models import Hearing, Ruling, Source

ALIKE = (
    frozenset({"granted", "ordered", "enjoined", "lifted", "granted_in_part"}),
    frozenset({"denied", "dismissed"}),
    frozenset({"denied", "affirmed"}),
    frozenset({"reversed", "vacated"}),
    frozenset({"stayed", "lifted"}),
)
NEAR_TYPES = frozenset({"motion", "other", "oral_argument", "status_conference", "bail", "pretrial"})


def dates_agree(a: str | None, b: str | None) -> bool:
    """Tell whether two dates can be one: either unknown, or one within the other."""
    return a is None or b is None or a.startswith(b) or b.startswith(a)


def join_rulings(finds: Sequence[RulingFind]) -> list[list[RulingFind]]:
    """Group the finds of one case, each group one decision, in order of first mention."""
    groups: list[list[RulingFind]] = []
    ordered = sorted(finds, key=lambda f: (f.sentence.kind == "title", f.generic, f.sentence.start, f.at))
    for find in ordered:
        homes = [g for g in groups if _same_ruling(g, find)]
        home = max(homes, key=lambda g: _nearness(g, find), default=None)
        if home is None:
            groups.append([find])
        else:
            home.append(find)
    return sorted(groups, key=lambda g: (min(f.sentence.start for f in g), g[0].at))


def _nearness(group: list[RulingFind], find: RulingFind) -> tuple[bool, int]:
    """Prefer the decision whose movant the sentence names, then the one told last before it."""
    named = any(f.movant and f.movant in find.sentence.text for f in group)
    return named, -min(abs(find.sentence.start - f.sentence.start) for f in group)


def _same_ruling(group: list[RulingFind], find: RulingFind) -> bool:
    head = group[0]
    if not _deciders_agree(head, find):
        return False
    if not any(dates_agree(f.date, find.date) for f in group):
        return False
    if find.sentence is head.sentence and find.value == head.value:
        return True
    if find.generic or find.sentence.kind == "title":
        return (
            find.generic
            or head.value == find.value
            or any({head.value, find.value} <= pair for pair in ALIKE)
        )
    if head.value != find.value or _other_movant(head, find):
        return False
    if (head.date is None and find.date is None) or head.date == find.date:
        return not (
            find.distinct and find.sentence is not head.sentence and head.value in {"denied", "granted"}
        )
    return not (find.background != head.background and find.date is None)


def _other_movant(head: RulingFind, find: RulingFind) -> bool:
    """Tell whether another than those the first sentence names asked for this."""
    judges = set(head.decider.judges) if head.decider else set()
    named = [n for n in head.names if n not in judges]
    if not find.movant or not named or find.value != "denied":
        return False
    return find.movant not in head.sentence.text


def _deciders_agree(a: RulingFind, b: RulingFind) -> bool:
    if a.decider is None or b.decider is None:
        return True
    if a.decider.judges and b.decider.judges and not set(a.decider.judges) & set(b.decider.judges):
        return False
    if a.decider.by == b.decider.by:
        return True
    return {a.decider.by, b.decider.by} <= {"jury", "judge"} and a.value == "convicted"


def make_ruling(group: Sequence[RulingFind], judges: Sequence[str], published: str | None) -> Ruling:
    """Make one ruling of its finds; `judges` is who sits, when the finds name nobody."""
    best = max(
        group, key=lambda f: (not f.generic, f.sentence.kind != "title", f.confidence, -f.sentence.start)
    )
    decider = best.decider or next((f.decider for f in group if f.decider), None)
    date = max((f.date for f in group if f.date), key=len, default=None)
    named = tuple(dict.fromkeys(j for f in group if f.decider for j in f.decider.judges))
    by = decider.by if decider else ("jury" if best.value in {"convicted", "acquitted"} else "judge")
    if best.value in {"convicted", "acquitted"} and any(f.decider and f.decider.by == "jury" for f in group):
        by, named = "jury", ()
    if not named and by == "judge" and best.value not in {"convicted", "acquitted", "dismissed"}:
        named = tuple(judges)[:1]
    spans = {(f.sentence.start, f.sentence.end): f for f in group if f is not best}
    also = tuple(
        Source(f.sentence.start, f.sentence.end, f.sentence.text, f.rule, round(f.confidence, 2))
        for span, f in sorted(spans.items()) if span != (best.sentence.start, best.sentence.end)
    )  # fmt: skip
    confidence = round(
        max(0.05, min(0.99, best.confidence + 0.03 * len(also) - (0.1 if date is None else 0.0))), 2
    )
    return Ruling(
        date=date, disposition=best.value, subject=best.subject, movant=best.movant,
        decided_by=by, judges=named, start=best.sentence.start, end=best.sentence.end,
        quote=best.sentence.text, rule=best.rule, confidence=confidence, also=also,
    )  # fmt: skip


def join_hearings(finds: Sequence[HearingFind]) -> list[list[HearingFind]]:
    """Group the finds of one case, each group one session."""
    groups: list[list[HearingFind]] = []
    for find in sorted(
        finds,
        key=lambda f: (f.sentence.kind == "title", f.type in {"motion", "other"}, f.sentence.start, f.at),
    ):
        home = next((g for g in groups if _same_hearing(g[0], find)), None)
        if home is None:
            groups.append([find])
        else:
            home.append(find)
    return sorted(groups, key=lambda g: min(f.sentence.start for f in g))


def _same_hearing(a: HearingFind, b: HearingFind) -> bool:
    if not dates_agree(a.date, b.date):
        return False
    if a.type == b.type:
        return True
    if {a.type, b.type} <= {"arraignment", "plea", "initial_appearance"}:
        return a.date == b.date
    return a.date == b.date and (b.type in {"motion", "other"} or {a.type, b.type} <= NEAR_TYPES)


def make_hearing(group: Sequence[HearingFind]) -> Hearing:
    """Make one session of its finds; the most exact date and the firmest status stand."""
    best = max(
        group,
        key=lambda f: (
            f.sentence.kind != "title",
            f.exact,
            f.time is not None,
            f.confidence,
            -f.sentence.start,
        ),
    )
    firm = next((f for f in group if f.status in {"cancelled", "postponed"}), best)
    lead = group[0]
    spans = {(f.sentence.start, f.sentence.end): f for f in group}
    spans.pop((best.sentence.start, best.sentence.end), None)
    also = tuple(
        Source(f.sentence.start, f.sentence.end, f.sentence.text, f.rule, round(f.confidence, 2))
        for _, f in sorted(spans.items())
    )
    told = [best, *group]
    return Hearing(
        date=best.date, time=_first_told(told, "time"), type=lead.type, status=firm.status,
        purpose=_first_told(told, "purpose"), location=_first_told(told, "location"),
        start=best.sentence.start, end=best.sentence.end, quote=best.sentence.text, rule=best.rule,
        confidence=round(best.confidence, 2), moved_from=_first_told(told, "moved_from"), also=also,
    )  # fmt: skip


def _first_told(finds: Sequence[HearingFind], name: str) -> str | None:
    return next((getattr(f, name) for f in finds if getattr(f, name)), None)


def shift(find: RulingFind, date: str | None) -> RulingFind:
    """Give the find with another date."""
    return replace(find, date=date)
