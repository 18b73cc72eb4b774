"""Join what several sentences of one article tell of one hearing.

Works within one case of one article. Rulings are joined in `ruling_join.py`.
"""

from __future__ import annotations

from collections.abc import Sequence

from casetrack.extract.hearings import HearingFind
from casetrack.extract.ruling_days import dates_agree
from casetrack.extract.undated_sessions import UNKNOWN
from casetrack.models import Hearing, Source

NEAR_TYPES = frozenset({"motion", "other", "oral_argument", "status_conference", "bail", "pretrial"})


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
        date=None if best.date.startswith(UNKNOWN) else best.date, time=_first_told(told, "time"),
        type=lead.type, status=firm.status, purpose=_first_told(told, "purpose"),
        location=_first_told(told, "location"),
        start=best.sentence.start, end=best.sentence.end, quote=best.sentence.text, rule=best.rule,
        confidence=round(best.confidence, 2), moved_from=_first_told(told, "moved_from"), also=also,
    )  # fmt: skip


def _first_told(finds: Sequence[HearingFind], name: str) -> str | None:
    return next((getattr(f, name) for f in finds if getattr(f, name)), None)
