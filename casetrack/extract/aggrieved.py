"""Find who has sued in whom a court protects from the other side, or has it make good to.

"The city may not evict Ann Porter, a judge ruled", "barred the Navy from discharging Ann Porter", "must
rehire Ann Porter", "cannot enforce its law against the growers", "was wrong to deny Elm Gravel a permit".
"""

from __future__ import annotations

from collections.abc import Callable

from casetrack.extract.chunks import Clause
from casetrack.extract.grammar import find_subject, read_verb
from casetrack.extract.names import NameMention
from casetrack.extract.party_find import PartyFind, party_words, read_list
from casetrack.extract.party_sides import make_sides
from casetrack.extract.people import Roster
from casetrack.extract.suitors import named_at

COURTS = frozenset({"judge", "court", "panel", "jury"})
ENFORCING = frozenset({"enforce", "enforcing", "enforced", "apply", "applying"})


def _spared(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "May not fire Ann Porter", "must rehire Ann Porter", "barred the Navy from discharging Ann Porter"."""
    if not _is_decided(chunks):
        return []
    before = [c.lower for c in chunks[max(0, at - 8) : at]]
    if chunks[at].lower.endswith("ing"):
        if before[-1:] != ["from"] or party_words("contested", "bind").isdisjoint(
            [c.lower for c in chunks[max(0, at - 14) : at]]
        ):
            return []
        return _suing(chunks, at, number, roster)
    use = read_verb(chunks, at, "b")
    modal = next((c for c in chunks[use.first : at] if c.kind == "modal"), None)
    ordered = use.voice == "infinitive" and not party_words("contested", "bind").isdisjoint(before)
    if ordered and chunks[at].lower in party_words("contested", "restore"):
        return _suing(chunks, at, number, roster)
    if modal is None:
        return []
    bound = use.negated or modal.lower in {"cannot", "can't", "can’t"}
    if bound == (chunks[at].lower in party_words("contested", "restore")):
        return []
    if not bound and modal.lower != "must":
        return []
    suing = _suing(chunks, at, number, roster)
    sued = named_at(chunks, find_subject(chunks, use.first)) if suing else []
    return suing + make_sides(sued, "defendant", number, at, 1.3, chunks, roster)


def _suing(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    return make_sides(_objects(chunks, at + 1), "plaintiff", number, at, 1.3, chunks, roster)


def _objects(chunks: Clause, at: int) -> list[NameMention]:
    """Give the people and bodies named at a place, none that owns what is meant."""
    return [
        m
        for m in read_list(chunks[: at + 8], at)
        if m.kind in {"person", "surname", "organization"} and not _owns(chunks, m)
    ]


def _owns(chunks: Clause, mention: NameMention) -> bool:
    at = chunks.find_start(mention.start)
    return at is not None and chunks[at].possessive


def _is_decided(chunks: Clause) -> bool:
    return any(c.kind in COURTS for c in chunks)


def _enforced_against(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Blocked Ohio from enforcing its law against Ann Porter": against whom it may not has sued."""
    near = chunks[max(0, at - 8) : at]
    if ENFORCING.isdisjoint([c.lower for c in near]) or not _is_decided(chunks):
        return []
    return _suing(chunks, at, number, roster)


REFUSING = frozenset({"deny", "denied", "denying", "refuse", "refused", "refusing"})
LEAVE = frozenset(
    {"permit", "permits", "license", "licence", "variance", "exception", "approval", "rezoning"}
)
"""What an applicant is refused before it goes to court."""


def _refused_leave(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "The board was wrong to deny Elm Gravel a permit": who was refused has gone to court."""
    after = [c.lower for c in chunks[at + 1 : at + 10]]
    if LEAVE.isdisjoint(after) or not _is_decided(chunks) or chunks[at - 1].kind in COURTS:
        return []
    suing = _suing(chunks, at, number, roster)
    return suing if suing and after[0] not in LEAVE else []


def aggrieved_readers() -> dict[str, Callable[[Clause, int, int, Roster], list[PartyFind]]]:
    """Give the words that show a side, each with the rule that reads it."""
    verbs = {*party_words("contested", "spare"), *(party_words("contested", "restore") - {"pay", "give"})}
    return {
        "against": _enforced_against,
        **dict.fromkeys(verbs, _spared),
        **dict.fromkeys(REFUSING, _refused_leave),
    }
