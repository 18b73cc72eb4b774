"""Find the sides of a civil case in the ordinary wording of suits: who won, lost, was awarded, must pay.

"Lost its lawsuit", "won dismissal of a lawsuit", "awarded Ann Porter $2 million", "the verdict against the
mill", "wanted $20 million from the label", "a blogger ... The blogger, Ann Porter,". Whom a court orders
about is read in `contested.py`, who sues outright in `suits.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from casetrack.extract.aggrieved import aggrieved_readers
from casetrack.extract.alleged import ALLEGED_READERS
from casetrack.extract.asking import SUITS, asks_court_to, asks_to_end
from casetrack.extract.awards import PAID, SUMS
from casetrack.extract.chunks import Clause
from casetrack.extract.claims import CLAIM_READERS
from casetrack.extract.contested import weigh_sides
from casetrack.extract.court_goers import GOER_READERS
from casetrack.extract.faulted import FAULT_READERS
from casetrack.extract.filings import FILING_READERS
from casetrack.extract.grammar import find_subject, read_verb
from casetrack.extract.names import NameMention
from casetrack.extract.party_find import PARTY_KINDS, TOWNS, PartyFind, party_words, read_list, side_called
from casetrack.extract.party_sides import make_sides
from casetrack.extract.people import Roster
from casetrack.extract.plain_suits import PLAIN_READERS
from casetrack.extract.policies import governing
from casetrack.extract.regulators import REGULATOR_READERS
from casetrack.extract.relief import find_relief, relief_words
from casetrack.extract.sentences import Sentence
from casetrack.extract.settlements import SETTLEMENT_READERS
from casetrack.extract.suit_targets import find_challenged
from casetrack.extract.suitors import (
    FILES,
    at_request_of,
    case_of,
    find_held,
    found_for,
    led_suit,
    named_at,
    sued_by_another,
    went_to_court,
)
from casetrack.extract.suits import AMONG, KIN, names_of_subject
from casetrack.extract.together import listed_subjects

Reader = Callable[[Clause, int, int, Roster], list[PartyFind]]
FURTHER = (
    CLAIM_READERS, FILING_READERS, FAULT_READERS, REGULATOR_READERS, SETTLEMENT_READERS, PLAIN_READERS,
    ALLEGED_READERS, GOER_READERS,
)  # fmt: skip
ENDS = frozenset({"overturn", "toss", "dismiss", "escape", "undo", "avoid"})  # "lost its bid to"
OUT_OF_WORK = frozenset({"unfair", "wrongful", "constructive"})  # a dismissal of a person, not of a suit
DECIDED = frozenset({"dismissal", "appeal", "bid", "approval"})
WINNINGS = frozenset({"ruling", "verdict", "judgment", "award"})
WON_REACH = 11  # so many words after "won" may name the suit and against whom
MONEY_RE = re.compile(r"\$\s?\d")


def find_litigants(sentence: Sentence, chunks: Clause, number: int, roster: Roster) -> list[PartyFind]:
    """Find the sides one sentence of a civil story shows."""
    found: list[PartyFind] = []
    paid = "$" in sentence.text and MONEY_RE.search(sentence.text) is not None
    readers, relief, faults = _readers(), relief_words(), party_words("contested", "fault")
    for at, chunk in enumerate(chunks[:-1]):
        for read in readers.get(chunk.lower, ()):
            found += read(chunks, at, number, roster)
        if chunk.lower in relief:
            found += find_relief(chunks, at, number, roster)
        if chunk.lower in PAID and (paid or not SUMS.isdisjoint(chunks.words)):
            found += PAID[chunk.lower](chunks, at, number, roster)
        if chunk.kind == "name" and PSEUDONYM_RE.fullmatch(chunk.text):
            found += make_sides([chunk.value], "plaintiff", number, at, 1.2, chunks, roster)
        if (chunk.lower in BINDING or chunk.lower in faults) and RULED_RE.search(
            sentence.text, chunks.end(at) - sentence.start
        ):
            found += _bound_subject(chunks, at, number, roster)
    return found


@cache
def _readers() -> dict[str, tuple[Reader, ...]]:
    """Give for each word that shows a side the rules that read it."""
    rules: dict[str, Reader] = {
        "granted grants granting denied denies denying": _relieved,
        "lost loses won wins": _winner_or_loser,
        "sought requested obtained": _sought_by,
        "brought filed": _brought,
        "claims claim allegations award verdict judgment ruling decision": _judgment_for,
        "appealed appealing appeal appeals": _appellant,
        "challenged challenges challenging contested": _challenger,
        "challenge": find_challenged,
        "court": went_to_court,
        "defendant defendants": _called_defendant,
        "habeas": find_held,
        "request": at_request_of,
        "led headed spearheaded": led_suit,
        "case": case_of,
        "found finding": found_for,
        "dismiss toss throw": asks_to_end,
        "overturn reverse review revive reinstate reconsider hear undo vacate": asks_court_to,
        "let allow lift stay intervene restore reopen": asks_court_to,
        "strike invalidate": asks_court_to,
        "block halt stop bar order force compel declare require unseal": asks_court_to,
        "win victory triumph defeat setback blow loss": _victory,
        "lawyer attorney lawyers attorneys": _counsel_from,
        "represents representing behalf": _represented,
    }
    readers: dict[str, tuple[Reader, ...]] = {
        word: (read,) for words, read in rules.items() for word in words.split()
    }
    for further in (*FURTHER, aggrieved_readers()):
        readers |= {word: (*readers.get(word, ()), read) for word, read in further.items()}
    return readers


def _relieved(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Granted asylum to Ann Porter", "denied Bo Lee citizenship": who asks for it for oneself."""
    near = chunks[at + 1 : at + 6]
    if party_words("civil", "relief").isdisjoint([c.lower for c in near]):
        return []
    if near[0].lower in {"him", "her"}:  # "granting him asylum"
        return side_called("he" if near[0].lower == "him" else "she", "plaintiff", 1.4, number, at)
    named = [c.value for c in near if c.kind == "name" and not c.possessive]
    fits = [value for value in named[:1] if isinstance(value, NameMention)]
    return make_sides(fits, "plaintiff", number, at, 1.4, chunks, roster)


def _winner_or_loser(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "COWT lost its lawsuit" had brought it; whoever "won dismissal of a lawsuit" was sued."""
    use = read_verb(chunks, at, "dsn")
    after = [c.lower for c in chunks[at + 1 : at + WON_REACH]]
    told = {*after}
    if use.negated or use.voice == "passive":
        return []
    if after[:1] == ["$"]:  # "Ann Porter and Bo Lee each won $50,000"
        both = listed_subjects(chunks, use.first) or named_at(chunks, find_subject(chunks, use.first))
        return make_sides(both, "plaintiff", number, at, 1.2, chunks, roster)
    if not told & (SUITS | DECIDED | WINNINGS):
        return []
    subject = find_subject(chunks, use.first)
    named = named_at(chunks, subject)
    if subject is not None and (named or chunks[subject].lower in KIN):
        named = names_of_subject(chunks, subject, at)
    ended = ("dismissal" in told and OUT_OF_WORK.isdisjoint(told)) or bool(
        ENDS & told and told & (SUITS | WINNINGS)
    )
    side = "defendant" if ended else "plaintiff"
    strong = ended or bool(set(after[:3]) & {"lawsuit", "suit"})
    against = next((i for i, word in enumerate(after, at + 1) if word == "against"), None)
    weight = 1.6 if strong else 1.3 if against is not None and told & (SUITS | WINNINGS) else 0.8
    found = make_sides(named, side, number, at, weight, chunks, roster)
    if side == "plaintiff" and against is not None:
        beaten = read_list(chunks[: against + 8], against + 1)[:1]
        found += make_sides(beaten, "defendant", number, at, 1.3, chunks, roster)
    return found


def _called_defendant(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "The defendants, Acme Co and Widget Inc, say": bodies that are called so are sued."""
    step = at + 2 if chunks[at + 1].kind == "comma" else at + 1
    if step >= len(chunks) or chunks[step].kind not in {"organization", "det"}:
        return []
    named = [m for m in read_list(chunks, step) if m.kind == "organization"]
    return make_sides(named, "defendant", number, at, 1.6, chunks, roster)


def _sought_by(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "An injunction sought by the growers": who asked for what was ordered."""
    asked = {"stay", "review", "recusal", "delay"}
    if chunks[at + 1].lower != "by" or not any(
        c.kind == "instrument" or c.lower in asked for c in chunks[max(0, at - 4) : at]
    ):
        return []
    if at + 3 < len(chunks) and chunks[at + 2].lower in AMONG and chunks[at + 3].lower == "of":
        return []  # "sought by alumni of Brill High"
    return make_sides(read_list(chunks, at + 2), "plaintiff", number, at, 1.3, chunks, roster)


def _brought(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "The suit that the Energy Department brought": who stands between the suit and the verb."""
    if (
        at > 1
        and at + 2 < len(chunks)
        and chunks[at - 2].lower in ONE_OF_SUITS
        and chunks[at + 1].lower == "by"
    ):
        return make_sides(read_list(chunks, at + 2), "plaintiff", number, at, 1.4, chunks, roster)
    suit = next((i for i in range(at - 1, max(-1, at - 9), -1) if chunks[i].lower in SUITS), None)
    if suit is None or chunks[at].lower not in {"brought", "filed"} or suit + 1 == at:
        return []
    between = chunks[suit + 1 : at]
    if between[0].kind not in {"relative", "det", "organization", "name", "place"}:
        return []
    values = [c.value for c in between if c.kind in PARTY_KINDS and not c.possessive]
    named = [value for value in values if isinstance(value, NameMention)]
    if not named and between[0].lower == "the" and between[-1].lower in TOWNS and len(between) == 2:
        return side_called(between[-1].lower, "plaintiff", 1.6, number, at)
    return make_sides(named, "plaintiff", number, at, 1.6, chunks, roster)


ONE_OF_SUITS = frozenset({"first", "second", "third", "one", "other"})
"""A suit of several, told by its number: "The first was brought by Nebraska"."""


def _judgment_for(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "The verdict against the mill", "a $9 million award to Ann Porter", "a ruling for Dorr County"."""
    joint = chunks[at + 1].lower
    if joint == "won" and at + 3 < len(chunks) and chunks[at + 2].lower == "by":
        return _won_by(chunks, at + 3, number, roster)
    if joint not in {"against", "for", "to"} or (joint == "to") != (chunks[at].lower == "award"):
        return []
    named = read_list(chunks[: at + 9], at + 2)[:1]
    official = bool(named) and named[0].kind == "place"
    lost = joint == "against" or official or sued_by_another(chunks, at + 2)
    side = "defendant" if lost else "plaintiff"
    return make_sides(named, side, number, at, 1.2, chunks, roster)


def _counsel_from(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "A lawyer from the union argued against the ban": the group that argues is a side of the case."""
    if chunks[at + 1].lower not in {"from", "with", "for"}:
        return []
    named = [m for m in read_list(chunks[: at + 9], at + 2)[:1] if m.kind == "organization"]
    argues = {c.lower for c in chunks[at + 2 : at + 9]} & {"argued", "urged", "asked", "told"}
    return make_sides(named, "plaintiff", number, at, 1.2, chunks, roster) if argues else []


def _won_by(chunks: Clause, start: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "A verdict won by Ann Porter, a nurse, against Acme Co": by whom and against whom."""
    near = range(start + 1, min(len(chunks) - 1, start + 13))
    against = next((i for i in near if chunks[i].lower == "against"), None)
    beaten = read_list(chunks[: against + 8], against + 1)[:1] if against is not None else []
    return make_sides(
        read_list(chunks, start)[:1], "plaintiff", number, start, 1.4, chunks, roster
    ) + make_sides(beaten, "defendant", number, start, 1.4, chunks, roster)


PSEUDONYM_RE = re.compile(r"(?:Jane|John) (?:Doe|Roe|Poe|Moe|Coe)(?:\s(?:No\.\s)?\d)?")
"""The names by which courts let people sue in secret; in a criminal story they are victims."""


def _represented(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "The union, which represents several groups, including the Refuge Project": those acted for."""
    kin = next((i for i in range(at + 1, min(len(chunks) - 2, at + 4)) if chunks[i].lower in KIN), None)
    owned = kin is not None and chunks[kin - 1].possessive and chunks[kin + 1].kind == "comma"
    if not owned and not {c.lower for c in chunks} & (
        SUITS | {"sued", "plaintiffs", "plaintiff", "challenge"}
    ):
        return []
    including = next((i for i in range(at, min(len(chunks), at + 9)) if chunks[i].lower == "including"), at)
    if owned and kin is not None:
        including = kin + 1  # "represents Ochoa's mother, Teresa Ochoa"
    if any(c.lower == "similar" for c in chunks[max(0, at - 6) : at]):
        return []  # "rejected a similar claim made on behalf of Ann Porter"
    named = [m for m in read_list(chunks, including + 1) if m.kind in {"organization", "person"}]
    return make_sides(named, "plaintiff", number, at, 1.2, chunks, roster)


def _victory(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "The decision is a win for the union": whom a court's decision helps or hurts, if it may be a side."""
    told = any(c.kind in {"instrument", "court", "judge"} for c in chunks[:at])
    if not told or chunks[at + 1].lower not in {"for", "to"}:
        return []
    named = [m for m in read_list(chunks[: at + 8], at + 2)[:1] if m.kind in {"organization", "person"}]
    return weigh_sides(named, number, at, 0.8, chunks, roster)


def _appellant(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """Who appeals a verdict lost it as the one sued; an appeal of anything else tells no side.

    "Declined to block the law while Acme Co. appeals": who waits for its appeal has asked for that.
    """
    if chunks[at].lower == "appeal" and chunks[at + 1].lower == "of":
        named = [m for m in read_list(chunks[: at + 9], at + 2) if m.kind in {"person", "organization"}]
        following = chunks[at + 2] if at + 2 < len(chunks) else None
        told = following is not None and following.kind in {"name", "organization"}
        return make_sides(named if told else [], "plaintiff", number, at, 1.2, chunks, roster)
    if chunks[at].lower == "appeals":
        waiting = named_at(chunks, at - 1) if at > 1 and chunks[at - 2].lower == "while" else []
        side = "defendant" if "favor" in [c.lower for c in chunks[:at]] else "plaintiff"
        return make_sides(waiting, side, number, at, 1.2, chunks, roster)
    subject = find_subject(chunks, read_verb(chunks, at, "dsg").first)
    if chunks[at].lower == "appealed" and subject and chunks[subject].lower == "administration":
        return governing(chunks, subject, number, 1.6)
    filed = range(at - 1, max(-1, at - 4), -1)
    verb = at if chunks[at].lower != "appeal" else next((i for i in filed if chunks[i].lower in FILES), None)
    if verb is None:
        return []
    rest = {c.lower for c in chunks[at + 1 :]}
    if not rest & {"verdict", "judgment", "award", "damages"}:
        return []
    named = named_at(chunks, find_subject(chunks, read_verb(chunks, verb, "dsg").first))
    return make_sides(named, "defendant", number, at, 1.6, chunks, roster)


def _challenger(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Ann Porter challenged the toll": who fights a law or a fee brought the case about it."""
    near = chunks[at + 1 : at + 8]
    owner = next((c for c in near if c.possessive and c.kind == "organization"), None)
    thing = {c.lower for c in (near if owner else near[:4])}
    if not thing & (party_words("contested", "law") | party_words("contested", "act")):
        return []
    owning = [owner.value] if owner and isinstance(owner.value, NameMention) else []
    named = named_at(chunks, find_subject(chunks, read_verb(chunks, at, "dsg").first))
    return make_sides(named, "plaintiff", number, at, 1.2, chunks, roster) + make_sides(
        owning, "defendant", number, at, 1.2, chunks, roster
    )


def _bound_subject(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Acme Co must pay, a judge ruled Friday": the one a ruling is about opens the sentence."""
    subject = find_subject(chunks, at)
    if subject is None or subject > 6:
        return []
    if chunks[at].lower == "may" and chunks[at + 1].lower != "not":
        return []
    allowed = chunks[at].lower == "can" and chunks[at + 1].lower not in {"be", "not"}
    if allowed:  # "Acme Quarries can dig there, a judge ruled": who was let do it had asked for that
        return weigh_sides(named_at(chunks, subject), number, at, 1.0, chunks, roster)
    return make_sides(named_at(chunks, subject), "defendant", number, at, 1.3, chunks, roster)


RULED_RE = re.compile(
    r",\s(?:[\w.’'-]+\s){0,7}?(?:judge|court|panel|jury|justices|(?:Judge|Justice)(?:\s[A-Z][\w.’'-]+){1,3})"
    r"\s(?:[\w.]+\s){0,4}?(?:ruled|said|held|found|decided|wrote|concluded)\b"
)


BINDING = frozenset({"must", "cannot", "can", "may"})
