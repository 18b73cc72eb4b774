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
from casetrack.extract.word_classes import HOW_MANY

HINT = 0.5
"""So much tells what prosecutors say that somebody did."""
SAYING = frozenset({"said", "say", "allege", "alleged", "contend", "contended", "argued", "claim"})
SUFFERED = frozenset([
    "died", "told", "testified", "saw", "heard", "reported", "suffered", "lived", "survived", "lost",
    "called", "was", "were", "had", "has", "is", "identified", "recalled", "agreed", "asked", "worked",
    "knew",
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


def _immune(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Held that Ann Porter is immune from suit", "immunity for Ann Porter": who claims it was sued."""
    if chunks[at].lower == "immune":
        verb = next((i for i in range(at - 1, max(-1, at - 4), -1) if chunks[i].kind == "be"), None)
        named = (
            [] if verb is None else named_at(chunks, find_subject(chunks, read_verb(chunks, verb, "b").first))
        )
    else:
        to = at + 1 < len(chunks) and chunks[at + 1].lower in {"to", "for"}
        named = read_list(chunks[: at + 8], at + 2) if to else []
    people = [mention for mention in named if mention.kind in {"person", "surname"}]
    return make_sides(people, "defendant", number, at, 1.2, chunks, roster)


def _called_side(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Acme Co, the defendant in both,", "Ann Porter was the defendant", "named Acme as a defendant"."""
    side = chunks[at].lower.rstrip("s")
    if at > 2 and chunks[at - 1].lower in {"as", "a"} and "as" in [c.lower for c in chunks[at - 2 : at]]:
        return _named_as(chunks, at, side, number, roster)
    back = at - 1
    while back > 0 and chunks[back].lower in CALLING:
        back -= 1
    if back < 1 or (at + 1 < len(chunks) and chunks[at + 1].kind in {"name", "organization"}):
        return []
    if chunks[back].kind == "be":
        named = named_at(chunks, find_subject(chunks, back))
    elif chunks[back].kind == "comma" and chunks[back - 1].kind in {"name", "organization"}:
        ends = at + 1 < len(chunks) and (
            chunks[at + 1].kind == "comma" or chunks[at + 1].lower in {"in", "."}
        )
        named = named_at(chunks, back - 1) if ends else []
    else:
        return []
    return make_sides(named, side, number, at, 1.4, chunks, roster)


CALLING = frozenset(HOW_MANY) | {
    "the", "lead", "named", "only", "sole", "main", "first", "principal", "of", "several",
}  # fmt: skip


def _named_as(chunks: Clause, at: int, side: str, number: int, roster: Roster) -> list[PartyFind]:
    verb = next((i for i in range(at - 1, max(-1, at - 25), -1) if chunks[i].lower in NAMING), None)
    if verb is None:
        return []
    if chunks[verb - 1].kind == "be":
        named = named_at(chunks, find_subject(chunks, verb - 1))
    else:
        named = read_list(chunks[:at], verb + 1)
    return make_sides(named, side, number, at, 1.6, chunks, roster)


NAMING = frozenset({"named", "names", "naming", "listed", "lists", "listing", "added", "adding"})


def _won_by(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "An injunction that Milwaukee won in July": who got what a court gave has asked for it."""
    who = at - 1
    if who < 1 or chunks[who].kind not in {"name", "organization", "place"} or chunks[who].possessive:
        return []
    before = who - 1 - (chunks[who - 1].lower in {"that", "which", "the"})
    before -= before > 0 and chunks[before].lower in {"that", "which"}
    if before < 0 or chunks[before].kind != "instrument":
        return []
    return make_sides(named_at(chunks, who), "plaintiff", number, at, 1.3, chunks, roster)


def _whom(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Secretary Ann Porter, whom the Reno Clinic is suing": who stands before "whom" is sued."""
    near = range(at + 1, min(len(chunks), at + 9))
    verb = next((i for i in near if chunks[i].lower in {"sued", "suing", "sues"}), None)
    if verb is None or at < 2 or (chunks[at].lower == "which" and chunks[at + 1].kind not in WHO_SUES):
        return []  # "Acme Co, which sued Ann Porter"
    named = named_at(chunks, at - 1 - (chunks[at - 1].kind == "comma"))
    suing = [c.value for c in chunks[at + 1 : verb] if isinstance(c.value, NameMention)][:1]
    return make_sides(named, "defendant", number, at, 1.6, chunks, roster) + make_sides(
        suing, "plaintiff", number, at, 1.6, chunks, roster
    )


WHO_SUES = frozenset({"det", "name", "organization", "place"})


def _appealed(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Acme Co appealed": a side, which one others tell."""
    ends = at + 1 == len(chunks) or chunks[at + 1].text in {",", ".", ";"}
    if not ends or not at or chunks[at - 1].kind not in {"name", "organization"}:
        return []
    return make_sides(named_at(chunks, at - 1), "client", number, at, 0.8, chunks, roster)


ALLEGED_READERS: dict[str, Callable[[Clause, int, int, Roster], list[PartyFind]]] = {
    "wrongdoing": _denying,
    "damages": _damages,
    **dict.fromkeys(("immune", "immunity"), _immune),
    **dict.fromkeys(("defendant", "defendants", "plaintiff", "plaintiffs"), _called_side),
    **dict.fromkeys(("won", "obtained", "secured"), _won_by),
    **dict.fromkeys(("whom", "which"), _whom),
    "appealed": _appealed,
    **dict.fromkeys(("arguing", "appearing"), _arguing),
}
"""Those of a civil story."""
