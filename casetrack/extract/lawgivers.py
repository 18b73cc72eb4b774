"""Find the government that answers for a law or a rule a court weighs, by how the law is called."""

from __future__ import annotations

from functools import cache

from casetrack.extract.chunks import Clause
from casetrack.extract.names import NameMention
from casetrack.extract.party_find import PartyFind, party_words, side_called
from casetrack.extract.party_sides import make_sides
from casetrack.extract.people import Roster
from casetrack.extract.suit_targets import AGENCY_RE
from casetrack.lexicon import load_table


@cache
def state_names() -> frozenset[str]:
    """Give every name and abbreviation of a state."""
    return frozenset(name for names in load_table("courts")["state"].values() for name in names)


def find_lawgiver(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Struck down Nevada's ban", "blocked a Labor Department rule": whose it is answers for it."""
    if "under" in [c.lower for c in chunks[max(0, at - 5) : at]]:
        return []  # "damages allowed under Alabama's law"
    body = chunks[at - 1] if at else None
    if body is not None and body.kind == "organization" and AGENCY_RE.search(body.text):
        return make_sides([body.value], "defendant", number, at, 1.2, chunks, roster)
    for back in range(at - 1, max(-1, at - 6), -1):
        chunk = chunks[back]
        if chunk.kind == "organization" and chunk.possessive and isinstance(chunk.value, NameMention):
            return make_sides([chunk.value], "defendant", number, at, 1.2, chunks, roster)
        if chunk.kind == "place" and _unowned(chunk.text) in state_names():
            return make_sides([chunk.value], "defendant", number, at, 1.2, chunks, roster)
        if chunk.kind in {"prep", "comma", "be", "have", "relative", "judge", "court"}:
            break
    return []


def _unowned(text: str) -> str:
    """Give Texas of "Texas'" and Ohio of "Ohio's"."""
    return text.replace("’", "'").removesuffix("'s").removesuffix("'")


def find_bound_state(chunks: Clause, at: int, number: int) -> list[PartyFind]:
    """ "Blocked the state from enforcing", "struck down the city's ban": which it is, the article tells."""
    if at == 0 or chunks[at - 1].lower != "the" or at + 1 >= len(chunks):
        return []
    after = [c.lower for c in chunks[at + 1 : at + 7]]
    bound = after[0] in {"from", "to"} and chunks[at - 2].lower in party_words("contested", "bind")
    owned = chunks[at].possessive and bool(set(after) & party_words("contested", "law"))
    if not bound and not owned:
        return []
    noun = chunks[at].lower.replace("’", "'").removesuffix("'s")
    return side_called(noun, "defendant", 1.2, number, at)
