"""Find the sides of a suit in what one says of the other, what was granted to whom, and who must face it.

"The tribe says the Bureau of Reclamation broke a treaty", "issued an injunction to Ann Porter", "Acme must
face a lawsuit", "acted with malice in its stories about Bo Lee".
"""

from __future__ import annotations

from collections.abc import Callable

from casetrack.extract.chunks import Clause
from casetrack.extract.contested import DECIDERS
from casetrack.extract.grammar import find_subject, read_verb
from casetrack.extract.names import NameMention
from casetrack.extract.party_find import PARTY_KINDS, PartyFind, party_words, read_list
from casetrack.extract.party_sides import make_sides
from casetrack.extract.people import Roster
from casetrack.extract.suits import names_of_subject

SUITS = frozenset({"lawsuit", "suit", "lawsuits", "suits", "claims", "claim"})
ISSUED = frozenset({"issued", "granted", "gave", "awarded"})
WRITINGS = frozenset(
    {"stories", "story", "articles", "article", "report", "reports", "statements", "posts", "remarks"}
)
DEFAMING = frozenset(
    {"malice", "defamed", "defamation", "defamatory", "libel", "libeled", "slander", "slandered"}
)


def _facing(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Acme must face a lawsuit claiming it underpaid drivers": who faces it was sued."""
    if SUITS.isdisjoint(c.lower for c in chunks[at + 1 : at + 6]):
        return []
    subject = find_subject(chunks, read_verb(chunks, at, "dsb").first)
    named = [] if subject is None else names_of_subject(chunks, subject, at)
    return make_sides(named, "defendant", number, at, 1.4, chunks, roster)


def _telling(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "The tribe says the Bureau of Reclamation broke a treaty": who says so sues whom it speaks of."""
    body = next(
        (i for i in range(at + 1, min(len(chunks) - 1, at + 4)) if chunks[i].kind in PARTY_KINDS), None
    )
    if body is None or chunks[body].kind == "name" or chunks[body].possessive:
        return []
    accused = chunks[body].value
    if chunks[body + 1].lower not in party_words("contested", "fault") | party_words("relief", "harm"):
        return []
    subject = find_subject(chunks, at)
    if subject is None or chunks[subject].kind in DECIDERS or not isinstance(accused, NameMention):
        return []
    last = chunks.end(subject)  # of "experts at Brill College say" nobody sues
    named = [
        m
        for m in names_of_subject(chunks, subject, at)
        if m.kind not in {"place", "surname"} and m.start < last
    ]
    telling = make_sides(named, "plaintiff", number, at, 1.2, chunks, roster)
    return telling + make_sides([accused], "defendant", number, at, 1.2, chunks, roster) if telling else []


def _granted_to(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Issued a temporary injunction Monday to Ann and Bo Porter": who gets an order has sued."""
    to = next((i for i in range(at + 1, min(len(chunks) - 1, at + 3)) if chunks[i].lower == "to"), None)
    if to is None or ISSUED.isdisjoint(c.lower for c in chunks[max(0, at - 4) : at]):
        return []
    if all(c.kind not in PARTY_KINDS for c in chunks[to + 1 : to + 3]):
        return []
    named = [m for m in read_list(chunks, to + 1) if m.kind != "place"]
    return make_sides(named, "plaintiff", number, at, 1.3, chunks, roster)


def _written_about(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Acted with malice in its stories about Ann Porter": whom a libel is about has sued."""
    if chunks[at + 1].lower not in {"about", "on"} or DEFAMING.isdisjoint(chunks.words):
        return []
    named = [m for m in read_list(chunks[: at + 6], at + 2)[:1] if m.kind in {"person", "surname"}]
    told = make_sides(named, "plaintiff", number, at, 1.2, chunks, roster)
    writing = [c.value for c in chunks[:at] if c.kind == "organization" and isinstance(c.value, NameMention)]
    return told + make_sides(writing[-1:], "defendant", number, at, 1.2, chunks, roster) if told else []


CLAIM_READERS: dict[str, Callable[[Clause, int, int, Roster], list[PartyFind]]] = {
    "face": _facing,
    "faces": _facing,
    **dict.fromkeys(("say", "says", "argue", "argues", "allege", "alleges", "contend", "contends"), _telling),
    **dict.fromkeys(("injunction", "order", "judgment"), _granted_to),
    **dict.fromkeys(WRITINGS, _written_about),
}
"""Words that show a side, each with the rule that reads it."""
