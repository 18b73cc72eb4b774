"""Who is paid and who pays: "awarded Ann Porter $2 million", "to the widow of Ed Porter".

Whoever is awarded money has sued for it, the kin of the dead for them.
"""

from __future__ import annotations

from collections.abc import Callable

from casetrack.extract.asking import SUM_WORDS
from casetrack.extract.chunks import Clause
from casetrack.extract.grammar import find_subject, read_verb
from casetrack.extract.names import NameMention
from casetrack.extract.party_find import PartyFind, read_list, side_called
from casetrack.extract.party_sides import make_sides
from casetrack.extract.people import Roster
from casetrack.extract.suitors import named_at
from casetrack.extract.suits import KIN

Reader = Callable[[Clause, int, int, Roster], list[PartyFind]]
SUMS = frozenset({"damages", "sum"})


def _awarded(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Awarded the neighbor, Ann Porter, $215,000", "$215,000 to Ann Porter": who gets it sued for it.

    Of "former Acme Co machinist Ann Porter" it is she.
    """
    kin = _paid_kin(chunks, at, number, roster)
    if kin:
        return kin
    near = range(at + 2, min(len(chunks) - 1, at + 13))
    to = next((i for i in near if chunks[i].lower == "to"), None)
    told = chunks[to + 1 : to + 9] if to is not None else []
    if any(c.possessive for c in told[:6]) and told and told[-1].kind != "name":
        called = next((c for c in told[1:] if c.kind == "person" and not c.possessive), None)
        if called is not None and not any(c.kind == "name" and not c.possessive for c in told):
            return side_called("kin", "plaintiff", 1.3, number, at)
    for index, chunk in enumerate(chunks[at + 1 : at + 13], at + 1):
        if chunk.kind in {"name", "organization"} and isinstance(chunk.value, NameMention):
            worker = next((c for c in chunks[index + 2 : index + 4] if c.kind == "name"), None)
            if worker and chunks[index + 1].kind in {"word", "person"} and chunks[index + 1].text.islower():
                continue
            return make_sides([chunk.value], "plaintiff", number, at, 1.3, chunks, roster)
        if chunk.kind in {"relative", "be", "have", "modal"} or (
            chunk.kind == "prep" and chunk.lower != "to" and chunks[index - 1].lower not in KIN
        ):
            break
    return []


def _paid_kin(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Ordered Acme Co to pay $9 million to the husband and children of a nurse": they have sued."""
    end = min(len(chunks) - 3, at + 30)
    kin = next((i for i in range(at + 1, end) if chunks[i].lower in KIN | HEIRS), None)
    if kin is None or "to" not in {c.lower for c in chunks[max(at, kin - 2) : kin]}:
        return []
    while kin + 2 < end and chunks[kin + 1].lower == "and":
        kin += 3 if chunks[kin + 2].kind == "det" or chunks[kin + 2].lower not in KIN | HEIRS else 2
    if chunks[kin + 1].kind == "comma" and chunks[kin + 2].kind == "name" and chunks[kin - 1].lower in HIS:
        return make_sides([chunks[kin + 2].value], "plaintiff", number, at, 1.3, chunks, roster)
    if kin + 2 >= len(chunks) or chunks[kin + 1].lower != "of":
        return []
    if chunks[kin + 2].lower in {"a", "an"}:
        return side_called("kin", "plaintiff", 1.3, number, at)
    named = read_list(chunks[: kin + 8], kin + 2)[:1]
    return make_sides(named, "plaintiff", number, at, 1.3, chunks, roster)


HIS = frozenset({"his", "her", "their"})
HEIRS = frozenset({"husband", "wife", "children", "son", "sons", "daughter", "daughters", "widower"})


def _claim_of_money(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Ann Porter wanted $20 million from the label": who wants it, and from whom."""
    source = next((i for i in range(at + 1, min(len(chunks), at + 9)) if chunks[i].lower == "from"), None)
    if source is None or not any(
        c.lower in SUM_WORDS or c.text[:1].isdigit() for c in chunks[at + 1 : source]
    ):
        return []
    asking = named_at(chunks, find_subject(chunks, read_verb(chunks, at, "dsb").first))
    sued = read_list(chunks[: source + 8], source + 1)[:1]
    return make_sides(asking, "plaintiff", number, at, 1.3, chunks, roster) + make_sides(
        sued, "defendant", number, at, 1.3, chunks, roster
    )


def _awarded_kin(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "The widow of Ed Porter was awarded $6 million" has sued for him."""
    if not at or chunks[at - 1].kind != "be":
        return _awarded(chunks, at, number, roster)
    subject = find_subject(chunks, read_verb(chunks, at, "n").first)
    kin = next((i for i, c in enumerate(chunks[:at]) if c.lower in KIN and chunks[i + 1].lower == "of"), None)
    named = named_at(chunks, subject) if kin is None else read_list(chunks[:at], kin + 2)[:1]
    return make_sides(named, "plaintiff", number, at, 1.3, chunks, roster)


PAID: dict[str, Reader] = {
    **dict.fromkeys(("awarded", "awards", "awarding"), _awarded_kin),
    **dict.fromkeys(("pay", "paying"), _paid_kin),
    **dict.fromkeys(("wanted", "sought", "seeks", "demanded", "wants"), _claim_of_money),
}
"""Words that show a side in a sentence that speaks of a sum."""
