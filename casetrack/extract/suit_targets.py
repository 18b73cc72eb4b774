"""Find whom a suit is brought against where no "against" says so: whom it would stop, names or accuses."""

from __future__ import annotations

import re
from itertools import pairwise

from casetrack.extract.chunks import Clause
from casetrack.extract.grammar import is_finite
from casetrack.extract.names import NameMention
from casetrack.extract.party_find import (
    PARTY_KINDS,
    STATES,
    TOWNS,
    PartyFind,
    party_words,
    read_list,
    side_called,
)
from casetrack.extract.party_sides import make_sides
from casetrack.extract.people import Roster

AGENCY_RE = re.compile(
    r"\b(?:Department|Agency|Bureau|Commission|Administration|Service|Board|Authority|Corps|Council)\b"
)
STOP_WORDS = frozenset([
    "stop", "stopping", "block", "blocking", "halt", "halting", "prevent", "preventing", "bar",
    "barring", "keep", "keeping", "force", "forcing", "compel", "compelling",
])  # fmt: skip


def find_stopped(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Filed suit to prevent President Lee from naming": whoever the suit is to stop."""
    for step in range(at + 1, min(len(chunks) - 1, at + 15)):
        if chunks[step].lower in FORCING and chunks[step - 1].lower == "to":
            return _forced(chunks, step, number, at, roster)
        if chunks[step].lower not in STOP_WORDS:
            continue
        end = next((i for i in range(step + 1, min(len(chunks), step + 30)) if chunks[i].lower == "from"), 0)
        named = [c.value for c in chunks[step + 1 : end or step + 4] if isinstance(c.value, NameMention)]
        fits = [
            m
            for m in (named if end else named[:1])
            if m.kind in {"organization", "acronym", "other"} or (end and m.kind in {"person", "surname"})
        ]
        filed = {"filed", "brought"} & {c.lower for c in chunks[max(0, at - 3) : at]}
        return make_sides(fits, "defendant", number, at, 1.6 if filed else 1.2, chunks, roster)
    return []


FORCING = frozenset({"force", "compel", "hold", "make"})


def _forced(chunks: Clause, step: int, number: int, at: int, roster: Roster) -> list[PartyFind]:
    """ "A suit to hold Bo Lee to his deal", "to force Acme Co to pay"."""
    whom = chunks[step + 1]
    if whom.possessive or not isinstance(whom.value, NameMention):
        return []
    if step + 2 >= len(chunks) or chunks[step + 2].lower not in {"to", "accountable", "liable"}:
        return []
    return make_sides([whom.value], "defendant", number, at, 1.4, chunks, roster)


BEFORE_BLAME = frozenset({"relative", "comma", "word", "court", "date", "adverb", "prep"})
NAMING = frozenset({"names", "named"})


def find_blamed(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "A lawsuit by the city that blames Acme Oil": whom a suit accuses is sued."""
    words = party_words("civil", "blame")
    verb = next((i for i in range(at + 1, min(len(chunks), at + 10)) if chunks[i].lower in words), None)
    if verb is None or chunks[verb - 1].kind not in PARTY_KINDS | BEFORE_BLAME:
        return []
    kinds = {"organization", "acronym"}
    sure = chunks[verb].lower.startswith("accus") or (
        chunks[verb].lower in NAMING and (verb == at + 1 or chunks[verb - 1].kind in {"relative", "adverb"})
    )
    if sure:
        kinds |= {"person", "surname"}
    end = next(
        (i for i in range(verb + 1, min(len(chunks), verb + 15)) if chunks[i].lower == "of"), verb + 15
    )
    named = [m for m in read_list(chunks[:end], verb + 1) if m.kind in kinds]
    meant = find_meant(chunks, verb + 1, verb + 3, number, 1.4)
    return make_sides(named, "defendant", number, at, 1.6, chunks, roster) + meant


def find_described(chunks: Clause, against: int, number: int, weight: float) -> list[PartyFind]:
    """Keep whom "a libel suit against a blogger" is brought against by the noun, to be named later."""
    near = range(against + 1, min(len(chunks), against + 5))
    plain = [i for i in near if chunks[i].kind in {"word", "person"} and chunks[i].text.isalpha()]
    nouns = [i for i in plain if not is_finite(chunks, i)]
    if not nouns or chunks[against + 1].kind != "det":
        return []
    first, *more = nouns
    beside = bool(more) and chunks.start(more[0]) - chunks.end(first) <= 1
    noun = chunks[more[0] if beside else first].lower
    return side_called(noun, "defendant", weight, number, against)


UNDOING = frozenset([
    "undo", "overturn", "reverse", "void", "cancel", "annul", "invalidate", "block", "stop", "halt", "vacate",
    "challenge", "end", "strike", "delay", "restore", "save",
])  # fmt: skip


def find_undone(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Sued in November to undo the Drug Agency's approval of the pill": whose act the suit is against."""
    for step in range(at + 1, min(len(chunks) - 2, at + REACH)):
        if chunks[step].lower == "to" and chunks[step + 1].lower in UNDOING:
            near = chunks[step + 2 : step + 5]
            owner = next((c for c in near if c.kind == "organization" and c.possessive), None)
            named = [owner.value] if owner is not None and isinstance(owner.value, NameMention) else []
            return make_sides(named, "defendant", number, at, 1.6, chunks, roster)
        if chunks[step].kind in PARTY_KINDS:
            break
    return []


CLAIMING = frozenset(
    {"alleging", "asserting", "claiming", "arguing", "contending", "saying", "accusing", "charging"}
)


def find_charged_with(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Sued in 2018, asserting that Acme Co broke the law": whose wrong the suit tells."""
    near = range(at + 1, min(len(chunks) - 2, at + CLAIM_REACH))
    verb = next((i for i in near if chunks[i].lower in CLAIMING and chunks[i - 1].kind == "comma"), None)
    if verb is None or any(c.kind in PARTY_KINDS for c in chunks[at + 1 : verb]):
        return []
    who = verb + 1 + (chunks[verb + 1].lower == "that")
    if chunks[who].possessive or chunks[who].kind not in PARTY_KINDS or not is_finite(chunks, who + 1):
        return []
    named = [m for m in read_list(chunks[: who + 1], who)[:1] if m.kind != "place"]
    return make_sides(named, "defendant", number, at, 1.6, chunks, roster)


CLAIM_REACH = 12


ISSUED = frozenset(
    {"issued", "granted", "made", "approved", "adopted", "imposed", "written", "planned", "proposed"}
)


def find_challenged(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Its challenge to an Energy Department rule", "to a permit issued by the city": whose act it is."""
    tail = chunks[at + 1 : at + 7]
    if not tail or tail[0].lower != "to":
        return []
    things = party_words("contested", "law") | party_words("contested", "act")
    for body, thing in pairwise(tail):
        if body.kind == "organization" and thing.lower in things and isinstance(body.value, NameMention):
            return make_sides([body.value], "defendant", number, at, 1.3, chunks, roster)
    return make_sides(_issuers(chunks, at + 3), "defendant", number, at, 1.3, chunks, roster)


def _issuers(chunks: Clause, start: int) -> list[NameMention]:
    """Give the body of "a permit issued by the Army Corps", "layoffs planned by the board"."""
    for at in range(start, min(len(chunks) - 2, start + REACH)):
        if chunks[at].lower in ISSUED and chunks[at + 1].lower == "by":
            return [m for m in read_list(chunks, at + 2)[:1] if m.kind in {"organization", "acronym"}]
    return []


REACH = 7


def find_police(chunks: Clause, at: int, number: int) -> list[PartyFind]:
    """ "Sued the Reno police": the force of a town, and none of its officers."""
    near = chunks[at + 1 : at + 5]
    place = next((i for i, c in enumerate(near) if c.kind in {"place", "name"}), None)
    if place is None or [c.lower for c in near[place + 1 : place + 2]] != ["police"]:
        return []
    if any(c.kind in {"person", "word"} and c.text.isalpha() for c in near[place + 2 : place + 3]):
        return []
    name = f"{near[place].text} police"
    return [PartyFind(name, "government", "defendant", False, 2.0, number, number * 1000 + at)]


def find_several(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Sued several firms, among them Acme Co", "sued three makers, including Acme Co"."""
    near = range(at + 2, min(len(chunks) - 2, at + 9))
    comma = next((i for i in near if chunks[i].kind == "comma"), None)
    if comma is None or any(c.kind in PARTY_KINDS for c in chunks[at + 1 : comma]):
        return []
    lead = [c.lower for c in chunks[comma + 1 : comma + 3]]
    start = comma + 2 if lead[:1] == ["including"] else comma + 3 if lead == ["among", "them"] else None
    named = [] if start is None else read_list(chunks, start)
    return make_sides(named, "defendant", number, at, 2.0, chunks, roster)


def find_accused(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Sued, accusing the hospital and Dr. Ann Porter of": whom a suit accuses is sued."""
    verb = next((i for i in range(at + 1, min(len(chunks), at + 9)) if chunks[i].lower == "accusing"), None)
    if verb is None:
        return []
    end = next((i for i in range(verb + 1, min(len(chunks), verb + 16)) if chunks[i].lower == "of"), verb)
    values = [c.value for c in chunks[verb + 1 : end] if c.kind in PARTY_KINDS and not c.possessive]
    named = [value for value in values if isinstance(value, NameMention)]
    meant = find_meant(chunks, verb + 1, end, number, 1.6)
    return make_sides(named, "defendant", number, at, 1.6, chunks, roster) + meant


def find_meant(chunks: Clause, start: int, end: int, number: int, weight: float) -> list[PartyFind]:
    """Keep "the hospital", "the school board" as one sued, to be named by the one body that is called so."""
    spoken = party_words("civil", "body") | party_words("civil", "group")
    found = []
    for at in range(start, min(end, len(chunks)) - 1):
        if chunks[at].lower != "the" or chunks[at + 1].lower not in spoken:
            continue
        after = chunks[at + 2] if at + 2 < len(chunks) else None
        noun = after if after is not None and after.lower in spoken else chunks[at + 1]
        if not noun.possessive:
            found += side_called(noun.lower, "defendant", weight, number, at, "organization")
    return found


def find_held_back(chunks: Clause, verb: int, number: int) -> list[PartyFind]:
    """ "Asked a judge to stop the state from enforcing it", "to block cuts planned by the board"."""
    for issuer in _issuers(chunks, verb + 2):
        return [PartyFind(issuer.text, "organization", "defendant", False, 1.2, number, number * 1000 + verb)]
    for at in range(verb + 1, min(len(chunks) - 1, verb + 6)):
        after, noun = chunks[at + 1].lower, chunks[at].lower
        if chunks[at - 1].lower == "the" and after in {"from", "to"} and noun in STATES | TOWNS:
            return side_called(noun, "defendant", 1.2, number, at)
        ruled = after in party_words("contested", "law") | party_words("contested", "act")
        if ruled and chunks[at].kind == "organization" and isinstance(chunks[at].value, NameMention):
            government = AGENCY_RE.search(chunks[at].text)
            name = chunks[at].value.text
            kind = "government" if government else "organization"
            return [PartyFind(name, kind, "defendant", False, 1.2, number, number * 1000 + at)]
    return []
