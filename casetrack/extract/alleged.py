"""Sides shown by what is laid at their door, and what they answer: in a criminal story and in a civil one.

"Prosecutors said Ann Porter, 58, pocketed the money", "Acme Co admitted no wrongdoing", "$3 million in
damages against Acme Co", "arguing for the Tenants Council".
"""

from __future__ import annotations

from collections.abc import Callable

from casetrack.extract.accusations import accuse
from casetrack.extract.chunks import Clause
from casetrack.extract.grammar import find_subject, is_finite, read_verb
from casetrack.extract.names import NameMention
from casetrack.extract.party_find import PartyFind, read_list
from casetrack.extract.party_sides import make_sides
from casetrack.extract.people import Roster
from casetrack.extract.suitors import named_at

HINT = 0.5
"""So much tells what prosecutors say that somebody did."""
SAYING = frozenset({"said", "say", "allege", "alleged", "contend", "contended", "argued", "claim"})
SUFFERED = frozenset([
    "died", "told", "testified", "saw", "heard", "reported", "suffered", "lived", "survived", "lost",
    "called",
    "was", "were", "had", "has", "is", "identified", "recalled", "agreed", "asked", "worked", "knew",
])  # fmt: skip
"""What prosecutors say of those who were harmed, saw it, or helped them as often as of the accused."""


def find_alleged(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """Read "Prosecutors said Ann Porter, 58, pocketed", "prosecutors say that Bo Lee lied"."""
    if at + 3 >= len(chunks) or chunks[at + 1].lower not in SAYING:
        return []
    who = at + 2 + (chunks[at + 2].lower == "that")
    if chunks[who].kind != "name" or chunks[who].possessive:
        return []
    aged = who + 4 < len(chunks) and chunks[who + 1].kind == "comma" and chunks[who + 2].lower.isdigit()
    verb = who + 4 if aged else who + 1
    while verb < len(chunks) and chunks[verb].kind == "adverb":
        verb += 1
    if verb >= len(chunks) or chunks[verb].lower in SUFFERED or not is_finite(chunks, verb):
        return []
    mention = chunks[who].value
    return accuse([mention], number, at, HINT, roster) if isinstance(mention, NameMention) else []


def _denying(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Acme Co admitted no wrongdoing", "Acme Co has denied any wrongdoing": who answers so was sued."""
    near = range(at - 1, max(-1, at - 5), -1)
    verb = next((i for i in near if chunks[i].lower in DENYING), None)
    if verb is None:
        return []
    named = named_at(chunks, find_subject(chunks, read_verb(chunks, verb, "dsbg").first))
    return make_sides(named, "defendant", number, at, 1.2, chunks, roster)


DENYING = frozenset(
    {"admitted", "admit", "admits", "admitting", "denied", "denies", "deny", "denying", "acknowledge"}
)


def _damages(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "$8 million in damages to Ann Porter", "punitive damages against Acme Co"."""
    if at + 2 >= len(chunks) or chunks[at + 1].lower not in {"to", "against"}:
        return []
    side = "plaintiff" if chunks[at + 1].lower == "to" else "defendant"
    named = [m for m in read_list(chunks[: at + 10], at + 2)[:1] if m.kind != "place"]
    return make_sides(named, side, number, at, 1.3, chunks, roster)


def _arguing(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Ann Porter, arguing for the Tenants Council, said": the body is a side, which one others tell."""
    if at < 2 or at + 2 >= len(chunks) or chunks[at + 1].lower != "for" or chunks[at - 1].kind != "comma":
        return []
    bodies = [m for m in read_list(chunks[: at + 9], at + 2)[:1] if m.kind in {"organization", "acronym"}]
    return make_sides(bodies, "client", number, at, 0.8, chunks, roster)


ALLEGED_READERS: dict[str, Callable[[Clause, int, int, Roster], list[PartyFind]]] = {
    "wrongdoing": _denying,
    "damages": _damages,
    **dict.fromkeys(("arguing", "appearing"), _arguing),
}
"""Those of a civil story."""
