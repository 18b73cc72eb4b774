"""Which courts can hear one case: the same one, or one above the other.

Ids are CourtListener's. Where the words settled no court, nothing is held against a case.
"""

from __future__ import annotations

from functools import lru_cache

from casetrack.lexicon.courts import RANK, load_courts
from casetrack.models import CourtRef
from casetrack.resolve.names import KEPT, fold_name


@lru_cache(maxsize=KEPT)
def courts_differ(one: CourtRef | None, two: CourtRef | None) -> bool:
    """Tell whether two courts cannot hear one case; an appeal takes a case to the court above."""
    if one is None or two is None:
        return False
    if one.level != two.level:
        return one.level in RANK and two.level in RANK and not load_courts().may_review(one, two)
    if one.id and two.id:
        return one.id != two.id and not _is_bankruptcy_pair(one.id, two.id)
    if one.jurisdiction and two.jurisdiction and one.jurisdiction != two.jurisdiction:
        return True
    names = (fold_name(one.name), fold_name(two.name))
    return not (one.id or two.id) and names[0] not in names[1] and names[1] not in names[0]


def same_court(one: CourtRef | None, two: CourtRef | None) -> bool:
    """Tell whether two reports name one court."""
    if one is None or two is None:
        return False
    return one.id == two.id if one.id and two.id else one.name == two.name


def court_label(court: CourtRef | None) -> str:
    """Give a court's id, or its name."""
    return (court.id or court.name) if court else "?"


def _is_bankruptcy_pair(one: str, two: str) -> bool:
    """A bankruptcy court is part of its district court, which hears its appeals."""
    return one[:-1] == two[:-1] and {one[-1], two[-1]} == {"b", "d"}
