"""Find the sides of a civil case in what a court gives or finds: an order against one, money to another.

"Granted Ann Porter an injunction against Acme Co", "Acme Co must pay $3 million to Ann Porter", "found that
Acme Co defamed Ann Porter", "a settlement between the county and the family of Ann Porter".
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from casetrack.extract.chunks import Clause
from casetrack.extract.contested import weigh_sides
from casetrack.extract.grammar import find_subject, read_verb
from casetrack.extract.names import NameMention
from casetrack.extract.party_find import (
    COURT_RE,
    PARTY_KINDS,
    PartyFind,
    is_adjective,
    party_words,
    read_list,
    side_called,
)
from casetrack.extract.party_sides import make_sides
from casetrack.extract.people import Roster
from casetrack.extract.suit_targets import find_meant
from casetrack.extract.suitors import named_at
from casetrack.extract.suits import KIN, names_of_subject

GIVEN = frozenset({"granted", "grants", "granting", "gave", "awarded", "issued", "denied"})
GOT = frozenset({"won", "wins", "obtained", "secured", "got", "sought", "seeks", "requested", "seeking"})
HIM = {"him": "he", "her": "she"}
CRIMINAL_SUMS = frozenset(
    {"restitution", "fine", "fined", "fines", "sentenced", "prison", "probation", "bail"}
)
"""With these a sum is paid as a punishment, not to the one who sued."""


@cache
def relief_words() -> frozenset[str]:
    """Give the words at which `find_relief` looks."""
    harmed = party_words("relief", "harm")
    told = {"order", "orders", "injunction", "injunctions", "pay", "settlement", "rights", "gets", "get"}
    told |= {"moved", "removed", "handing", "handed", "dealing", "dealt", "granted", "dismissed", "sacked"}
    return harmed | told | OWN_CASES | UNDONE | WINS | party_words("relief", "liable")


def find_relief(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """Find the sides that one of `relief_words` shows."""
    word = chunks[at].lower
    if word in party_words("relief", "harm"):
        return _harmed(chunks, at, number, roster)
    if word == "pay":
        return _paying(chunks, at, number, roster)
    if word in party_words("relief", "liable"):
        return _found_liable(chunks, at, number, roster)
    if word in {"dismissed", "sacked"}:
        return _lost_job(chunks, at, number, roster)
    if word in {"moved", "removed"}:
        return _moved_case(chunks, at, number, roster)
    if word in {"handing", "handed", "dealing", "dealt"}:
        return _handed_victory(chunks, at, number, roster)
    if word == "granted":
        return _granted_body(chunks, at, number, roster)
    if word in OWN_CASES:
        return _own_case_against(chunks, at, number, roster)
    if word in UNDONE:
        return _undone(chunks, at, number, roster)
    if word in {"get", "gets"}:
        return _getting(chunks, at, number, roster)
    if word in WINS:
        return _won_against(chunks, at, number, roster)
    if word == "settlement":
        return _settled_between(chunks, at, number, roster)
    if word == "rights":
        return _whose_rights(chunks, at, number, roster)
    return _ordered_against(chunks, at, number, roster)


WINS = frozenset({"win", "victory", "verdict", "award", "judgment"})


def _won_against(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "A $12 million jury win for Acme Co in a patent case against Bolt Inc": who won had sued."""
    reach = range(at + 2, min(len(chunks), at + 14))
    joint = next((i for i in reach if chunks[i].lower == "against"), None)
    if joint is None or chunks[at + 1].lower != "for" or any(c.kind == "conj" for c in chunks[at:joint]):
        return []
    won, lost = read_list(chunks[:joint], at + 2)[:1], read_list(chunks, joint + 1)[:1]
    if not (won and lost):
        return []
    return make_sides(won, "plaintiff", number, at, 1.4, chunks, roster) + make_sides(
        lost, "defendant", number, at, 1.4, chunks, roster
    )


OWN_CASES = frozenset({"case", "claim", "claims", "battle", "fight", "complaint", "suit", "lawsuit"})
OWNS = frozenset({"its", "his", "her", "their"})
UNDONE = frozenset({"overturned", "overturning", "annulled", "annulling", "voided", "voiding", "nullified"})
"""What a court does to the decision of a council or a board."""


def _own_case_against(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "The agency can pursue its fraud case against Acme Co": whom it is against, and whose it is."""
    joint = next(
        (i for i in range(at + 1, min(len(chunks) - 1, at + 4)) if chunks[i].lower == "against"), None
    )
    if OWNS.isdisjoint([c.lower for c in chunks[max(0, at - 4) : at]]):
        return []
    if joint is None:
        return _own_claim(chunks, at, number, roster)
    sued = make_sides(read_list(chunks, joint + 1), "defendant", number, at, 1.4, chunks, roster)
    owner = next((c for c in reversed(chunks[: max(0, at - 1)]) if c.kind in {"organization", "name"}), None)
    named = [owner.value] if sued and owner is not None and isinstance(owner.value, NameMention) else []
    return sued + make_sides(named, "plaintiff", number, at, 1.3, chunks, roster)


def _own_claim(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Ann Porter has won her claim of unfair dismissal", "failed in his claim": whose claim it is."""
    if chunks[at].lower not in CLAIMS:
        return []
    verb = next((i for i in range(at - 1, max(0, at - 6), -1) if chunks[i].lower in FARES), None)
    subject = None if verb is None else find_subject(chunks, read_verb(chunks, verb, "dsbg").first)
    if subject is None:
        return []
    if chunks[subject].lower in {"he", "she"}:
        return side_called(chunks[subject].lower, "plaintiff", 1.3, number, at)
    named = [m for m in names_of_subject(chunks, subject, at)[-1:] if m.kind in {"person", "surname"}]
    return make_sides(named, "plaintiff", number, at, 1.3, chunks, roster)


CLAIMS = frozenset({"claim", "claims", "lawsuit", "suit"})
FARES = frozenset({"won", "wins", "lost", "loses", "failed", "succeeded", "pursue", "withdrew", "dropped"})
"""What becomes of one's own claim."""
WRONGLY = frozenset({"unfairly", "wrongfully", "constructively", "unlawfully"})


def _lost_job(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Ann Porter was unfairly dismissed by Acme Ltd", "Acme Ltd unfairly dismissed Ann Porter"."""
    if at == 0 or chunks[at - 1].lower not in WRONGLY:
        return []
    use = read_verb(chunks, at, "dsgn")
    if use.voice != "passive":
        return _harmed(chunks, at, number, roster)
    subject = find_subject(chunks, use.first)
    named = [] if subject is None else names_of_subject(chunks, subject, at)[-1:]
    by = at + 1 < len(chunks) and chunks[at + 1].lower == "by"
    sued = read_list(chunks, at + 2)[:1] if by else []
    return make_sides(named, "plaintiff", number, at, 1.3, chunks, roster) + make_sides(
        sued, "defendant", number, at, 1.3, chunks, roster
    )


def _found_liable(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Jurors found the hospital 80 percent at fault and Bo Lee 20 percent": who is at fault was sued."""
    reach = range(at - 1, max(-1, at - 14), -1)
    found = next((i for i in reach if chunks[i].lower in {"found", "finding"}), None)
    if at + 1 < len(chunks) and chunks[at + 1].lower in {"on", "to"} and _is_share(chunks, at):
        shares = [
            m for c in chunks[at + 2 :] if c.kind in PARTY_KINDS and isinstance(m := c.value, NameMention)
        ]
        return make_sides(shares, "defendant", number, at, 1.3, chunks, roster)
    if found is None or not any(c.kind in {"jury", "judge", "court", "pronoun"} for c in chunks[: found + 1]):
        return []
    near = range(found + 1, min(len(chunks), at + 6))
    places = [i for i in near if chunks[i - 1].kind != "prep" and chunks[i].kind in PARTY_KINDS]
    values = [chunks[i].value for i in places if not is_adjective(chunks, i)]
    named = [value for value in values if isinstance(value, NameMention)]
    meant = find_meant(chunks, found + 1, min(len(chunks), found + 3), number, 1.3)
    paid = [i for i in range(at + 2, min(len(chunks), at + 10)) if chunks[i - 1].lower == "to"]
    sums = any(
        c.lower in {"damages", "million", "compensation"} or "$" in c.text for c in chunks[at : at + 9]
    )
    owed = [chunks[i].value for i in paid if sums and chunks[i].kind == "name" and not chunks[i].possessive]
    sued = make_sides(named, "defendant", number, at, 1.3, chunks, roster) + meant
    return sued + make_sides(owed, "plaintiff", number, at, 1.3, chunks, roster)


def _is_share(chunks: Clause, at: int) -> bool:
    """Tell "put 70 percent of the fault on Acme Co and 30 percent on Bo Lee"."""
    return any(c.lower == "percent" or c.text.endswith("%") for c in chunks[max(0, at - 4) : at])


def _handed_victory(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Handing the Seneca Nation a partial victory": whom a decision helps or hurts."""
    near = [c.lower for c in chunks[at + 1 : at + 9]]
    if {"victory", "win", "defeat", "setback", "blow", "loss"}.isdisjoint(near):
        return []
    named = read_list(chunks[: at + 5], at + 1)[:1]
    return weigh_sides([m for m in named if m.kind != "place"], number, at, 1.0, chunks, roster)


def _granted_body(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Granted the tribe judgment on its claim that the Energy Department broke it": who, and whose act."""
    near = [c.lower for c in chunks[at + 1 : at + 8]]
    if near[:1] != ["the"] or {"judgment", "injunction", "order"}.isdisjoint(near):
        return []
    asking = [replace(find, side="plaintiff") for find in find_meant(chunks, at + 1, at + 3, number, 1.3)]
    claim = next((i for i in range(at + 4, min(len(chunks) - 2, at + 12)) if chunks[i].lower == "that"), None)
    if not asking or claim is None or chunks[claim - 1].lower not in {"claim", "claims"}:
        return asking
    blamed = [m for m in read_list(chunks[: claim + 5], claim + 1)[:1] if m.kind == "organization"]
    return asking + make_sides(blamed, "defendant", number, at, 1.3, chunks, roster)


def _moved_case(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Acme Co moved the case to federal court": only who is sued can do that."""
    after = [c.lower for c in chunks[at + 1 : at + 6]]
    if not {"case", "suit", "lawsuit"} & {*after[:3]} or "federal" not in after:
        return []
    moving = named_at(chunks, find_subject(chunks, read_verb(chunks, at, "d").first))
    return make_sides(moving, "defendant", number, at, 1.3, chunks, roster)


def _undone(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Overturning a decision by the county commission": the body that took it is sued."""
    by = next(
        (i for i in range(at + 2, min(len(chunks) - 1, at + 6)) if chunks[i].lower in {"by", "of"}), None
    )
    if by is None or DECISIONS.isdisjoint([c.lower for c in chunks[at + 1 : by]]):
        return []
    named = [m for m in read_list(chunks[: by + 8], by + 1)[:1] if m.kind == "organization"]
    return make_sides(named, "defendant", number, at, 1.3, chunks, roster)


DECISIONS = frozenset({"decision", "denial", "approval", "vote", "rejection", "refusal"})


def _getting(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Will get $800,000 from Acme Co": who pays was sued."""
    near = chunks[at + 1 : at + 8]
    source = next((i for i, c in enumerate(near, at + 1) if c.lower == "from"), None)
    if source is None or not any(c.text.startswith("$") for c in near):
        return []
    return make_sides(read_list(chunks, source + 1)[:1], "defendant", number, at, 1.3, chunks, roster)


def _ordered_against(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Granted Ann Porter an injunction against Acme Co": who gets an order, and whom it is against."""
    if at + 2 >= len(chunks) or chunks[at + 1].lower != "against":
        return []
    against = [m for m in read_list(chunks[: at + 14], at + 2) if not m.title or m.kind != "surname"]
    found = make_sides(against, "defendant", number, at, 1.5, chunks, roster)
    verb = next((i for i in range(at - 1, max(-1, at - 10), -1) if chunks[i].lower in GIVEN | GOT), None)
    if verb is None or not found:
        return found
    if chunks[verb].lower in GIVEN and read_verb(chunks, verb, "dsg").voice != "passive":
        gets = chunks[verb + 1]
        if gets.lower in HIM:
            return found + _meant_by(HIM[gets.lower], chunks, verb, number, at, roster)
        named = read_list(chunks[:at], verb + 1)
        return found + make_sides(named[:2], "plaintiff", number, at, 1.4, chunks, roster)
    subject = find_subject(chunks, read_verb(chunks, verb, "dsg").first)
    asking = names_of_subject(chunks, subject, verb) if subject is not None else []
    return found + make_sides(asking, "plaintiff", number, at, 1.4, chunks, roster)


def _meant_by(
    spoken: str, chunks: Clause, verb: int, number: int, at: int, roster: Roster
) -> list[PartyFind]:
    """Name whom "her" means: the last one named before the verb, or to be named by the sentences before."""
    values = [c.value for c in chunks[:verb] if c.kind == "name" and isinstance(c.value, NameMention)]
    people = [m for m in values if m.kind in {"person", "surname"} and not roster.is_judge(m)]
    if people:
        return make_sides(people[-1:], "plaintiff", number, at, 1.4, chunks, roster)
    return side_called(spoken, "plaintiff", 1.4, number, at)


def _paying(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Acme Co must pay $3 million to Ann Porter", "told Bo Lee to pay Ann Porter $900": who, and whom."""
    near = chunks[max(0, at - 8) : at + 14]
    if not any(c.text.startswith("$") or c.lower in {"million", "support"} for c in near):
        return []
    if not CRIMINAL_SUMS.isdisjoint([c.lower for c in chunks]):
        return []
    first = next((i for i in range(at + 1, min(len(chunks), at + 5)) if chunks[i].kind == "name"), None)
    straight = first is not None and all(c.kind in {"person", "det"} for c in chunks[at + 1 : first])
    payee = named_at(chunks, first) if straight else []
    to = next((i for i in range(at + 1, min(len(chunks) - 1, at + 9)) if chunks[i].lower == "to"), None)
    if not payee and to is not None:
        payee = [m for m in _of_kin(chunks, to + 1)[:2] if m.kind != "place"]
    if not payee:
        return []
    payer = _payer(chunks, at)
    bound = names_of_subject(chunks, payer, at) if payer is not None else []
    return make_sides(payee, "plaintiff", number, at, 1.3, chunks, roster) + make_sides(
        bound, "defendant", number, at, 1.3, chunks, roster
    )


def _payer(chunks: Clause, at: int) -> int | None:
    if at > 1 and chunks[at - 1].lower == "to" and chunks[at - 2].kind in PARTY_KINDS:
        return at - 2
    told = next(
        (i for i in range(at - 1, max(0, at - 9), -1) if chunks[i].lower in {"ordered", "told"}), None
    )
    if told is not None and chunks[told - 1].kind == "be":
        return find_subject(chunks, read_verb(chunks, told, "n").first)
    return find_subject(chunks, read_verb(chunks, at, "b").first)


def _harmed(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Found that Acme Co defamed Ann Porter", "infringed a patent held by Acme": who did it, to whom."""
    if not COURT_RE.search(" ".join([c.lower for c in chunks])):
        return []
    use = read_verb(chunks, at, "dsg")
    if use.voice == "passive" or use.negated:
        return []
    harmed = _whom_harmed(chunks, at)
    doing = named_at(chunks, find_subject(chunks, use.first)) if harmed else []
    if not doing:
        return []
    return make_sides(doing, "defendant", number, at, 1.3, chunks, roster) + make_sides(
        harmed, "plaintiff", number, at, 1.3, chunks, roster
    )


def _whom_harmed(chunks: Clause, at: int) -> list[NameMention]:
    """Give the names behind a verb of harm: its object, who holds it, or who owns it."""
    end = next(
        (i for i in range(at + 1, min(len(chunks), at + 9)) if chunks[i].kind in {"relative", "quote", "if"}),
        min(len(chunks), at + 9),
    )
    first = next((i for i in range(at + 1, end) if chunks[i].kind in {"name", "organization"}), None)
    if first is None:
        return []
    if chunks[first].possessive:
        value = chunks[first].value
        return [value] if isinstance(value, NameMention) else []
    before = chunks[first - 1].lower
    if chunks[first - 1].kind == "prep" and before not in {"by", "against", "with"}:
        return []
    return read_list(chunks[:end], first)[:2]


def _settled_between(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "A settlement between the county and the family of Ann Porter": a body was sued by a person."""
    if at + 2 >= len(chunks) or chunks[at + 1].lower != "between":
        return []
    joint = next((i for i in range(at + 2, min(len(chunks), at + 12)) if chunks[i].lower == "and"), None)
    if joint is None:
        return []
    named = [*read_list(chunks[:joint], at + 2)[:1], *_of_kin(chunks, joint + 1)[:1]]
    people = [m for m in named if m.kind in {"person", "surname"}]
    bodies = [m for m in named if m.kind not in {"person", "surname"}]
    if any(m.text.lower() in party_words("civil", "regulators") for m in bodies):
        people, bodies = bodies, people  # with the SEC, which sues
    if not people or not bodies:
        return []
    return make_sides(people, "plaintiff", number, at, 1.4, chunks, roster) + make_sides(
        bodies, "defendant", number, at, 1.4, chunks, roster
    )


def _of_kin(chunks: Clause, start: int) -> list[NameMention]:
    """Give whom "the family of Ann Porter" stands for, or the names that stand there themselves."""
    kin = next((i for i in range(start, min(len(chunks) - 2, start + 3)) if chunks[i].lower in KIN), None)
    return read_list(chunks, kin + 2 if kin is not None and chunks[kin + 1].lower == "of" else start)


def _whose_rights(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Acme City violated the rights of Ann Porter", "Ann Porter's rights": whose rights they are sued."""
    verbs = {"violated", "violate", "violates", "violating", "infringed", "trampled"}
    if verbs.isdisjoint([c.lower for c in chunks[max(0, at - 6) : at]]):
        return []
    owner = next((c for c in chunks[max(0, at - 3) : at] if c.kind == "name" and c.possessive), None)
    if owner is not None and isinstance(owner.value, NameMention):
        return weigh_sides([owner.value], number, at, 1.2, chunks, roster)
    if at + 2 >= len(chunks) or chunks[at + 1].lower != "of":
        return []
    return weigh_sides(read_list(chunks[: at + 9], at + 2), number, at, 1.2, chunks, roster)
