"""Whether what two reports tell fits into one case: the same sessions and rulings, in a possible order.

Pure and symmetric. Days are ISO dates; a month or a year alone fits nothing and contradicts nothing.
"""

from __future__ import annotations

from casetrack.resolve.card import Card, Event

OPENING = frozenset({"arraignment", "initial_appearance", "preliminary"})
"""Sessions with which a criminal case begins."""
CLOSING = frozenset({"sentenced", "acquitted"})
RULED_AT = {
    "sentencing": frozenset({"sentenced"}),
    "trial": frozenset({"convicted", "acquitted", "mistrial"}),
    "bail": frozenset({"granted", "denied", "ordered"}),
    "motion": frozenset({"granted", "denied", "granted_in_part", "dismissed"}),
}
"""What a session may end in."""
TOO_LATE = 45
"""Days after a sentence from which a first appearance belongs to another case."""


def shared_event(a: Card, b: Card) -> tuple[str, str] | None:
    """Give the surest event that both tell, with how: same ruling, same session, or its outcome."""
    found: list[tuple[int, str, str]] = []
    for one in a.events:
        for two in b.events:
            if len(one.date) == 10 and one.date == two.date:
                rank = _rank(one, two)
                if rank is not None:
                    found.append((rank, "same day", f"{min(one.what, two.what)} {one.date}"))
            elif one.session and two.session and one.what == two.what and _moved(one, two):
                found.append((1, "moved", f"{one.what} {min(one.date, two.date)}"))
    return min(found)[1:] if found else None


def _rank(one: Event, two: Event) -> int | None:
    if one.what == two.what and one.session == two.session:
        return 0
    if one.session != two.session:
        session, ruling = (one, two) if one.session else (two, one)
        if ruling.what in RULED_AT.get(session.what, ()):
            return 1
    return None


def _moved(one: Event, two: Event) -> bool:
    return one.moved_from == two.date or two.moved_from == one.date


def contradicts(a: Card, b: Card) -> str | None:
    """Say which events cannot be of one case: who was sentenced appears for the first time much later."""
    for one, two in ((a, b), (b, a)):
        closed = [e for e in one.events if not e.session and e.what in CLOSING and len(e.date) == 10]
        opened = [e for e in two.events if e.session and e.what in OPENING and len(e.date) == 10]
        for end in closed:
            for start in opened:
                if _days(end.date, start.date) > TOO_LATE:
                    return f"{end.what} {end.date}, {start.what.replace('_', ' ')} {start.date}"
    return None


def _days(one: str, two: str) -> int:
    """Give the days from one date to another, near enough."""
    first, second = (int(d[:4]) * 365 + int(d[5:7]) * 30 + int(d[8:]) for d in (one, two))
    return second - first
