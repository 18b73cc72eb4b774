"""Find the sides of family cases: who divorces whom, who fights for custody with whom."""

from __future__ import annotations

from casetrack.extract.chunks import Clause
from casetrack.extract.grammar import find_subject, read_verb
from casetrack.extract.names import NameMention
from casetrack.extract.party_find import PartyFind, read_list
from casetrack.extract.party_sides import make_sides
from casetrack.extract.people import Roster
from casetrack.extract.suits import names_of_subject

DISPUTES = frozenset({"battle", "fight", "dispute", "war", "case", "feud"})


def find_custody(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Ann Porter's custody fight with Bo Lee", "Ann Porter is in a custody battle with Bo Lee"."""
    joint = next((i for i in range(at + 1, min(len(chunks) - 1, at + 8)) if chunks[i].lower == "with"), None)
    disputed = joint is not None and not DISPUTES.isdisjoint([c.lower for c in chunks[at + 1 : joint]])
    if joint is None or not (disputed or chunks[at + 1].lower == "of"):
        return []
    other = [m for m in read_list(chunks[: joint + 7], joint + 1)[:1] if m.kind in {"person", "surname"}]
    values = [c.value for c in chunks[:at] if c.kind == "name" and isinstance(c.value, NameMention)]
    people = [m for m in values if m.kind in {"person", "surname"} and not roster.is_judge(m)]
    return make_sides(people[:1], "plaintiff", number, at, 1.6, chunks, roster) + make_sides(
        other, "defendant", number, at, 1.6, chunks, roster
    )


def find_divorce(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """Read "Ann Porter filed for divorce from Bo Lee", "in divorce from Bo Lee", "Ann Porter's divorce"."""
    after = chunks[at + 1].lower if at + 1 < len(chunks) else ""
    both = read_list(chunks[: at + 8], at + 2)[:2] if after in {"of", "between"} else []
    if [mention.kind for mention in both] == ["person", "person"]:  # "the divorce of Ann Dow and Bo Lee"
        return make_sides(both[:1], "plaintiff", number, at, 1.4, chunks, roster) + make_sides(
            both[1:], "defendant", number, at, 1.4, chunks, roster
        )
    other = make_sides(read_list(chunks[: at + 6], at + 2), "defendant", number, at, 1.6, chunks, roster)
    other = [find for find in other if find.kind == "person"] if after == "from" else []
    if other and at and chunks[at - 1].lower in {"in", "his", "her"}:
        people = [c.value for c in chunks[:at] if c.kind == "name" and not c.possessive]
        named = [m for m in people if isinstance(m, NameMention) and not roster.is_judge(m)][:1]
        return make_sides(named, "plaintiff", number, at, 1.6, chunks, roster) + other
    if (
        at > 1
        and chunks[at - 1].lower == "for"
        and chunks[at - 2].lower in {"filed", "files", "file", "sued"}
    ):
        subject = find_subject(chunks, read_verb(chunks, at - 2, "dsb").first)
        named = names_of_subject(chunks, subject, at - 2) if subject is not None else []
        return make_sides(named[:1], "plaintiff", number, at, 2.0, chunks, roster) + other
    return other
