"""Find who is sued in what a court or jury finds about them: an official at fault, a maker of what did harm.

"Ruled that Gov. Ann Porter overstepped", "found the secretary, Ann Porter, in contempt", "awarded $5 million
to a woman who said Acme's powder hurt her".
"""

from __future__ import annotations

import re
from collections.abc import Callable

from casetrack.extract.chunks import Clause
from casetrack.extract.contested import DECIDERS, OFFICE_TITLE_RE
from casetrack.extract.grammar import find_subject, read_verb
from casetrack.extract.names import NameMention
from casetrack.extract.party_find import PARTY_KINDS, PartyFind, party_words, read_list, side_called
from casetrack.extract.party_sides import make_sides
from casetrack.extract.people import Roster
from casetrack.extract.suitors import named_at

WRONGLY = frozenset([
    "illegally", "unlawfully", "improperly", "wrongly", "wrongfully", "unconstitutionally", "arbitrarily",
    "violated", "violates", "exceeded", "overstepped", "overreached",
])  # fmt: skip
TITLE_REACH = 8
"""So many words after "ruled" an office and who holds it may stand."""


def _at_fault(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Ruled that Gov. Ann Porter overstepped", "that the agency illegally delayed it": who did is sued."""
    near = range(at + 1, min(len(chunks) - 1, at + TITLE_REACH))
    who = next((i for i in near if chunks[i].kind in PARTY_KINDS), None)
    if who is None or not isinstance(chunks[who].value, NameMention):
        return []
    subject = find_subject(chunks, read_verb(chunks, at, "ds").first)
    if subject is None or chunks[subject].kind not in DECIDERS:
        return []
    if chunks[who].possessive:
        return _act_weighed(chunks, who, number, at, roster)
    if any(c.kind in {"comma", "prep"} for c in chunks[at + 1 : who]):
        return []
    mention = chunks[who].value
    official = bool(mention.title and OFFICE_TITLE_RE.search(mention.title))
    if chunks[who].kind == "name" and not official:
        return []
    faults = WRONGLY | (party_words("contested", "fault") if official else set())
    if chunks[who + 1].lower not in faults:
        return []
    return make_sides([mention], "defendant", number, at, 1.3, chunks, roster)


def _act_weighed(chunks: Clause, who: int, number: int, at: int, roster: Roster) -> list[PartyFind]:
    """ "Ruled that the agency's collection of records is lawful": whose deed a court weighs is sued."""
    words = [c.lower for c in chunks[who + 1 : who + 16]]
    verb = next((i for i, word in enumerate(words[:-1]) if word in {"is", "was", "are", "were"}), None)
    if verb is None or WEIGHED.isdisjoint(words[verb + 1 : verb + 4]):
        return []
    bodies = [chunks[who].value] if chunks[who].kind == "organization" else []
    return make_sides(bodies, "defendant", number, at, 1.3, chunks, roster)


WEIGHED = frozenset(
    {"lawful", "legal", "unlawful", "illegal", "constitutional", "unconstitutional", "invalid", "valid"}
)


def _in_contempt(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Found Education Secretary Ann Porter in contempt", "held Acme Co in contempt": an order binds it."""
    verb = next((i for i in range(at - 1, max(0, at - 12), -1) if chunks[i].lower in {"found", "held"}), None)
    if verb is None or chunks[at - 1].lower not in {"in", "civil"}:
        return []
    named = [c.value for c in chunks[verb + 1 : at] if c.kind in PARTY_KINDS and not c.possessive]
    fits = [value for value in named if isinstance(value, NameMention)]
    return make_sides(fits, "defendant", number, at, 1.3, chunks, roster)


STAFF = frozenset({"employees", "workers", "drivers", "clerks", "staffers", "nurses", "guards", "users"})


def _employer(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Awarded $1.5 million to 138 former employees of Acme Co": the company was sued."""
    near = range(at + 2, min(len(chunks) - 2, at + 14))
    staff = next((i for i in near if chunks[i].lower in STAFF and chunks[i + 1].lower == "of"), None)
    if staff is None or "to" not in [c.lower for c in chunks[at:staff]]:
        return []
    firms = [m for m in read_list(chunks[: staff + 8], staff + 2)[:1] if m.kind != "person"]
    return make_sides(firms, "defendant", number, at, 1.3, chunks, roster)


def _maker_of_harm(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Awarded $5 million to a woman who said Acme's powder hurt her": whose it is was sued, by her."""
    who = next((i for i in range(at + 2, min(len(chunks) - 2, at + 16)) if chunks[i].lower == "who"), None)
    if who is None or chunks[who - 1].kind not in {"person", "word"} or "to" not in chunks.words:
        return []
    if party_words("civil", "tell").isdisjoint([c.lower for c in chunks[who + 1 : who + 3]]):
        return []
    firms = (c.value for c in chunks[who + 2 : who + 16] if c.kind in {"organization", "name"})
    made = [value for value in firms if isinstance(value, NameMention) and value.kind != "person"][:1]
    suing = side_called(chunks[who - 1].lower, "plaintiff", 1.3, number, at)
    return suing + make_sides(made, "defendant", number, at, 1.3, chunks, roster)


def _awarded_to(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    return _maker_of_harm(chunks, at, number, roster) + _employer(chunks, at, number, roster)


def _answering(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Gov. Ann Porter said the state will not appeal": the official who speaks for the side that lost."""
    if not any(c.lower in {"appeal", "appealing"} for c in chunks[at + 1 : at + 12]):
        return []
    named = named_at(chunks, find_subject(chunks, read_verb(chunks, at, "ds").first))
    official = [m for m in named if m.title and ANSWERING_RE.search(m.title)]
    return make_sides(official, "defendant", number, at, 0.9, chunks, roster)


ANSWERING_RE = re.compile(r"(?:Gov\.|Governor|Mayor|Secretary of State)$")


def _said(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    return _at_fault(chunks, at, number, roster) + _answering(chunks, at, number, roster)


def _cleared(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "A jury cleared Acme Co in a suit by a smoker's widow": it was sued."""
    if CIVIL_TRIALS.isdisjoint([c.lower for c in chunks[at + 2 : at + 9]]):
        return []
    named = [m for m in read_list(chunks[: at + 6], at + 1)[:1] if m.kind != "place"]
    return make_sides(named, "defendant", number, at, 1.6, chunks, roster)


CIVIL_TRIALS = frozenset({"suit", "lawsuit", "liability", "negligence", "malpractice", "patent"})


def _watched(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Appointed a monitor for Acme Co", "a receiver for the firm": what is watched over was sued."""
    if chunks[at + 1].lower != "for" or "appointed" not in [c.lower for c in chunks[max(0, at - 5) : at]]:
        return []
    named = [m for m in read_list(chunks[: at + 8], at + 2)[:1] if m.kind in {"organization", "acronym"}]
    return make_sides(named, "defendant", number, at, 1.3, chunks, roster)


FAULT_READERS: dict[str, Callable[[Clause, int, int, Roster], list[PartyFind]]] = {
    **dict.fromkeys(("ruled", "rules", "found", "held", "concluded", "wrote"), _at_fault),
    **dict.fromkeys(("says", "announced"), _answering),
    "said": _said,
    "cleared": _cleared,
    **dict.fromkeys(("monitor", "receiver", "overseer"), _watched),
    "contempt": _in_contempt,
    **dict.fromkeys(("awarded", "awards"), _awarded_to),
}
"""Words that show a side, each with the rule that reads it."""
