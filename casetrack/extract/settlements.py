"""Find the sides of a suit that is settled: who pays was sued, who is paid has sued.

"Acme Co agreed to settle a government lawsuit", "the family of Ann Porter will receive $6 million from the
city to settle a lawsuit".
"""

from __future__ import annotations

from collections.abc import Callable

from casetrack.extract.chunks import Clause
from casetrack.extract.grammar import find_subject, read_verb
from casetrack.extract.names import NameMention
from casetrack.extract.party_find import PartyFind, party_words, read_list
from casetrack.extract.party_sides import make_sides
from casetrack.extract.people import Roster
from casetrack.extract.suit_targets import AGENCY_RE
from casetrack.extract.suitors import named_at
from casetrack.extract.suits import names_of_subject
from casetrack.extract.together import listed_subjects


def _settling(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Acme Co, which agreed to settle a U.S. government lawsuit": who settles was sued, by whom it says."""
    verb = next(
        (
            i
            for i in range(at - 1, max(-1, at - 7), -1)
            if chunks[i].lower in {"settle", "settled", "settles", "end", "resolve", "resolves"}
        ),
        None,
    )
    if verb is None:
        return []
    got = next((i for i in range(verb - 1, max(0, verb - 16), -1) if chunks[i].lower in GETTING), None)
    if got is not None:
        return _paid_by(chunks, got, verb, number, roster)
    first = _agreeing(chunks, verb)
    subject = find_subject(chunks, first)
    both = listed_subjects(chunks, first)
    if both and chunks[at - 1].lower in {"his", "her", "their"}:
        return _own_suit(both, number, at, chunks, roster)
    sued = names_of_subject(chunks, subject, verb) if subject is not None else []
    if not sued and subject and chunks[subject].lower in OFFICIALS:
        sued = named_at(chunks, subject - 1)
    suing = [c.value for c in chunks[verb + 1 : at] if isinstance(c.value, NameMention)][:1]
    if not sued:
        return []
    if not suing and {"u.s", "u.s."} & {c.lower for c in chunks[verb + 1 : at]}:
        out = [PartyFind("United States", "government", "plaintiff", False, 1.6, number, number * 1000 + at)]
    else:
        out = make_sides(suing, "plaintiff", number, at, 1.6, chunks, roster)
    return out + make_sides(sued, "defendant", number, at, 1.6, chunks, roster)


def _settled_with(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "The family of a veteran has settled for $4 million with Acme Co": who pays them was sued.

    "Acme Co settled with the Labor Department": who settles with an agency was sued by it.
    """
    near = range(at + 1, min(len(chunks) - 1, at + 9))
    between = next((i for i in near if chunks[i].lower == "between"), None)
    if between is not None and chunks[at].lower in {"settlement", "accord"}:
        return _settled_between(read_list(chunks, between + 1), number, at, chunks, roster)
    joint = next((i for i in near if chunks[i].lower == "with"), None)
    if joint is None or any(c.kind == "comma" for c in chunks[at:joint]):
        return []
    verb = at if chunks[at].lower not in {"settlement", "accord"} else _verb_before(chunks, at)
    subject = find_subject(chunks, read_verb(chunks, verb, "ds").first) if verb is not None else None
    if subject is None:
        return []
    bodies = [m for m in read_list(chunks, joint + 1) if m.kind in {"organization", "acronym"}]
    own = [m for m in names_of_subject(chunks, subject, at) if m.kind in {"organization", "acronym"}]
    if own and any(map(_regulates, bodies)):
        own, bodies = bodies, own
    people = [] if own else names_of_subject(chunks, subject, at)
    return make_sides(own or people, "plaintiff", number, at, 1.4, chunks, roster) + make_sides(
        bodies, "defendant", number, at, 1.6, chunks, roster
    )


def _regulates(body: NameMention) -> bool:
    known = body.text.lower() in party_words("civil", "regulators")
    return known or AGENCY_RE.search(body.text) is not None


def _settled_between(
    both: list[NameMention], number: int, at: int, chunks: Clause, roster: Roster
) -> list[PartyFind]:
    """ "A settlement between Ann Porter and Acme Co": a person sues a body but an agency sues anybody."""
    if len(both) != 2:
        return []
    one, other = sorted(both, key=lambda m: (not _regulates(m), m.kind not in {"person", "surname"}))
    return make_sides([one], "plaintiff", number, at, 1.4, chunks, roster) + make_sides(
        [other], "defendant", number, at, 1.4, chunks, roster
    )


def _verb_before(chunks: Clause, at: int) -> int | None:
    return next((i for i in range(at - 1, max(-1, at - 5), -1) if chunks[i].lower in REACHED), None)


REACHED = frozenset({"reached", "reaches", "announced"})
OFFICIALS = frozenset({"commissioners", "supervisors", "trustees", "council", "officials", "leaders"})


def _own_suit(
    both: list[NameMention], number: int, at: int, chunks: Clause, roster: Roster
) -> list[PartyFind]:
    """ "Acme Co and Ann Porter have settled her lawsuit": hers it is, against the other."""
    people = [m for m in both if m.kind in {"person", "surname"}]
    bodies = [m for m in both if m not in people]
    if not people or not bodies:
        return []
    return make_sides(people, "plaintiff", number, at, 1.6, chunks, roster) + make_sides(
        bodies, "defendant", number, at, 1.6, chunks, roster
    )


GETTING = frozenset({"receive", "receives", "received", "get", "gets"})


def _paid_by(chunks: Clause, got: int, end: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Ann Porter's family will receive $6 million from the city to settle a lawsuit": who pays was sued."""
    source = next((i for i in range(got + 1, end) if chunks[i].lower == "from"), None)
    subject = find_subject(chunks, read_verb(chunks, got, "dsb").first)
    if source is None or subject is None:
        return []
    suing = names_of_subject(chunks, subject, got) or read_list(chunks[:got], subject + 1)[:1]
    return make_sides(suing, "plaintiff", number, got, 1.6, chunks, roster) + make_sides(
        read_list(chunks[:end], source + 1), "defendant", number, got, 1.6, chunks, roster
    )


def _agreeing(chunks: Clause, verb: int) -> int:
    """Step from "settle" back over "agreed to pay $6 million to" to where the verb group begins."""
    near = range(verb - 1, max(-1, verb - 9), -1)
    paying = next((i for i in near if chunks[i].lower in {"pay", "paid", "pays"}), verb)
    agreed = next((i for i in near if chunks[i].lower in {"agreed", "agrees"}), paying)
    return read_verb(chunks, agreed, "dsb").first


SETTLEMENT_READERS: dict[str, Callable[[Clause, int, int, Roster], list[PartyFind]]] = {
    **dict.fromkeys(
        ("lawsuit", "lawsuits", "suit", "suits", "complaint", "action", "actions", "claims"), _settling
    ),
    **dict.fromkeys(("settled", "settles", "settlement", "accord"), _settled_with),
}
"""Words that show a side, each with the rule that reads it."""
