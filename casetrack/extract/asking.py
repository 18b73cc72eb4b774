"""Find a side in what it asks a court for: to end a suit, to undo an award, to stop the other side.

"Acme Co asked the judge to toss the suit", "the administration asked the Supreme Court to let it".
"""

from __future__ import annotations

from casetrack.extract.chunks import Clause
from casetrack.extract.contested import weigh_sides
from casetrack.extract.grammar import find_subject, read_verb
from casetrack.extract.names import NameMention
from casetrack.extract.party_find import PARTY_KINDS, PartyFind, side_called
from casetrack.extract.party_sides import make_sides
from casetrack.extract.people import Roster
from casetrack.extract.policies import governing
from casetrack.extract.suit_targets import find_held_back
from casetrack.extract.suits import names_of_subject
from casetrack.extract.summoned import client_of

SUITS = frozenset(
    {"lawsuit", "lawsuits", "suit", "suits", "complaint", "case", "claim", "claims", "action", "petition"}
)
REQUESTS = frozenset({"motion", "bid", "request", "effort", "attempt"})
ASKED = REQUESTS | {"asked", "asks", "asking", "urged", "urges", "moved", "sought", "wants"}
PERSUADED = frozenset({"persuade", "convince", "persuaded", "convinced"})
FAILED = frozenset({"failed", "fails", "tried", "managed", "hopes", "hoped"})
SUM_WORDS = frozenset(
    {"award", "verdict", "million", "billion", "damages", "money", "compensation", "back", "restitution"}
)


def asks_to_end(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Acme Co asked the judge to toss the suit", "Acme's motion to dismiss": who wants it over was sued."""
    ends_suit = bool({c.lower for c in chunks[at + 1 : at + 6]} & SUITS)
    asked = next(
        (i for i in range(at - 1, max(-1, at - 9), -1) if chunks[i].lower in ASKED | PERSUADED), None
    )
    if asked is None or chunks[at - 1].lower != "to":
        return []
    if chunks[asked].lower in PERSUADED:  # "Acme Co failed to persuade a judge to dismiss"
        asked = next(
            (i for i in range(asked - 1, max(-1, asked - 4), -1) if chunks[i].lower in FAILED), asked
        )
    if chunks[asked].lower in REQUESTS:
        owner = chunks[asked - 1]
        owns = asked > 0 and owner.possessive and owner.kind in PARTY_KINDS
        fits = [owner.value] if owns and isinstance(owner.value, NameMention) else []
        return make_sides(fits, "defendant", number, at, 1.4, chunks, roster)
    subject = find_subject(chunks, read_verb(chunks, asked, "dsg").first) if ends_suit else None
    moving = []
    if subject is not None:
        moving = client_of(chunks, subject) or names_of_subject(chunks, subject, asked)
    return make_sides(moving[:1], "defendant", number, at, 1.4, chunks, roster)


def asks_court_to(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Acme Co. asked the Supreme Court to review the award": who asks a court to undo or stop something."""
    asked = next((i for i in range(at - 1, max(-1, at - 9), -1) if chunks[i].lower in ASKED - REQUESTS), None)
    if asked is None or chunks[at - 1].lower != "to":
        return []
    if not any(c.kind in {"court", "judge", "panel"} for c in chunks[asked + 1 : at - 1]):
        return []
    subject = find_subject(chunks, read_verb(chunks, asked, "dsg").first)
    if subject is None and chunks[asked].lower == "asking":  # "Acme Co joined parents in asking a court to"
        subject = next(
            (i for i, c in enumerate(chunks[:8]) if c.kind in PARTY_KINDS and not c.possessive), None
        )
    moving = names_of_subject(chunks, subject, asked) if subject is not None else []
    if subject and chunks[subject].lower == "administration":
        return governing(chunks, subject, number, 1.6)
    moving = [m for m in moving if m.text != "White House"]  # which speaks for the administration
    bodies = all(m.kind not in {"person", "surname"} for m in moving)
    told = 1.6 if bodies and chunks[asked].lower in {"asked", "asks"} else 1.2
    stopping = chunks[at].lower in STOPPING
    if stopping and not moving and subject is not None:
        called = next((c.lower for c in reversed(chunks[: subject + 1]) if c.lower in OF_BODIES), None)
        asking = side_called(called, "plaintiff", 1.2, number, at, "organization") if called else []
    elif stopping and not any(c.kind == "instrument" for c in chunks[at + 1 : at + 7]):
        asking = make_sides(moving[:1], "plaintiff", number, at, told, chunks, roster)
    elif _won_by_another(chunks, at):
        asking = make_sides(moving[:1], "defendant", number, at, told, chunks, roster)
    else:
        asking = weigh_sides(moving[:1], number, at, told, chunks, roster)
    return asking + (find_held_back(chunks, at, number) if asking else [])


OF_BODIES = frozenset({"union", "group", "coalition", "nonprofit", "tribe", "league", "association"})
STOPPING = frozenset({"block", "halt", "stop", "bar"})
"""Who asks a court to stop anything but an order of a court has sued."""


def _won_by_another(chunks: Clause, at: int) -> bool:
    """Tell "review a $3 million award to Ann Porter", which whoever asks has lost to her."""
    tail = chunks[at + 1 : at + 16]
    summed = next((i for i, c in enumerate(tail[:8]) if c.lower in SUM_WORDS), None)
    return summed is not None and any(
        c.kind == "name" and tail[i - 1].lower in {"to", "by"} for i, c in enumerate(tail) if i > summed
    )
