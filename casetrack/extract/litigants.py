"""Find the sides of a civil case in the ordinary wording of suits: who won, lost, was awarded, must pay.

"Lost its lawsuit", "won dismissal of a lawsuit", "awarded Ann Porter $2 million", "the verdict against the
mill", "wanted $20 million from the label", "a blogger ... The blogger, Ann Porter,". Whom a court orders
about is read in `contested.py`, who sues outright in `suits.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise

from casetrack.extract.chunks import Chunk, Clause
from casetrack.extract.contested import weigh_sides
from casetrack.extract.grammar import find_subject, read_verb
from casetrack.extract.names import NameMention
from casetrack.extract.party_find import PARTY_KINDS, PartyFind, party_words, read_list
from casetrack.extract.party_sides import make_sides
from casetrack.extract.people import Roster
from casetrack.extract.sentences import Sentence
from casetrack.extract.suitors import case_of, found_for, named_at, spoken_before, went_to_court
from casetrack.extract.suits import KIN, names_of_subject

Reader = Callable[[Clause, int, int, Roster], list[PartyFind]]
SUITS = frozenset(
    {"lawsuit", "lawsuits", "suit", "suits", "complaint", "case", "claim", "claims", "action", "petition"}
)
DECIDED = frozenset({"dismissal", "appeal", "bid", "approval"})
REQUESTS = frozenset({"motion", "bid", "request", "effort", "attempt"})
ASKED = REQUESTS | {"asked", "asks", "asking", "urged", "urges", "moved", "sought", "wants"}
WON_REACH = 11
"""So many words after "won" may name the suit and against whom."""
MONEY_RE = re.compile(r"\$\s?\d")
SUM_WORDS = frozenset({"million", "billion", "damages", "money", "compensation", "back", "restitution"})


def find_litigants(sentence: Sentence, chunks: Clause, number: int, roster: Roster) -> list[PartyFind]:
    """Find the sides one sentence of a civil story shows."""
    found: list[PartyFind] = []
    paid = "$" in sentence.text and MONEY_RE.search(sentence.text) is not None
    readers = _readers()
    for at, chunk in enumerate(chunks[:-1]):
        read = readers.get(chunk.lower)
        if read is not None:
            found += read(chunks, at, number, roster)
        if paid and chunk.lower in PAID:
            found += PAID[chunk.lower](chunks, at, number, roster)
        if chunk.kind == "name" and PSEUDONYM_RE.fullmatch(chunk.text):
            found += make_sides([chunk.value], "plaintiff", number, at, 1.2, chunks, roster)
        if chunk.lower in {"must", "cannot", "can"} and RULED_RE.search(
            sentence.text, chunks.end(at) - sentence.start
        ):
            found += _bound_subject(chunks, at, number, roster)
    return found


@cache
def _readers() -> dict[str, Reader]:
    """Give for each word that shows a side the rule that reads it."""
    rules: dict[str, Reader] = {
        "granted grants denied denies": _relieved,
        "lost loses won wins": _winner_or_loser,
        "sought requested obtained": _sought_by,
        "brought filed": _brought,
        "claims claim allegations award verdict judgment ruling decision": _judgment_for,
        "appealed appealing appeal appeals": _appellant,
        "challenged challenges challenging contested": _challenger,
        "challenge": _challenge_to,
        "court": went_to_court,
        "case": case_of,
        "found": found_for,
        "dismiss toss throw": _asks_to_end,
        "overturn reverse review revive reinstate reconsider hear undo vacate": _asks_court_to,
        "block halt stop bar": _asks_court_to,
        "win victory triumph defeat setback blow loss": _victory,
        "said says announced": _answering,
        "lawyer attorney lawyers attorneys": _counsel_from,
        "represents representing behalf": _represented,
    }
    return {word: read for words, read in rules.items() for word in words.split()}


def _relieved(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Granted asylum to Ann Porter", "denied Bo Lee citizenship": who asks for it for oneself."""
    near = chunks[at + 1 : at + 6]
    if party_words("civil", "relief").isdisjoint([c.lower for c in near]):
        return []
    named = [c.value for c in near if c.kind == "name" and not c.possessive]
    fits = [value for value in named[:1] if isinstance(value, NameMention)]
    return make_sides(fits, "plaintiff", number, at, 1.4, chunks, roster)


def _winner_or_loser(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "COWT lost its lawsuit" had brought it; whoever "won dismissal of a lawsuit" was sued."""
    use = read_verb(chunks, at, "dsn")
    after = [c.lower for c in chunks[at + 1 : at + WON_REACH]]
    if use.negated or use.voice == "passive" or not set(after) & (SUITS | DECIDED | {"ruling"}):
        return []
    subject = find_subject(chunks, use.first)
    named = named_at(chunks, subject)
    if subject is not None and (named or chunks[subject].lower in KIN):
        named = names_of_subject(chunks, subject, at)
    side = "defendant" if "dismissal" in after else "plaintiff"
    strong = "dismissal" in after or bool(set(after[:3]) & {"lawsuit", "suit"})
    against = next((i for i, word in enumerate(after, at + 1) if word == "against"), None)
    weight = 1.6 if strong else 1.3 if against is not None and set(after) & SUITS else 0.8
    found = make_sides(named, side, number, at, weight, chunks, roster)
    if side == "plaintiff" and against is not None:
        beaten = read_list(chunks[: against + 8], against + 1)[:1]
        found += make_sides(beaten, "defendant", number, at, 1.3, chunks, roster)
    return found


def _asks_to_end(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Acme Co asked the judge to toss the suit", "Acme's motion to dismiss": who wants it over was sued."""
    ends_suit = bool({c.lower for c in chunks[at + 1 : at + 6]} & SUITS)
    asked = next((i for i in range(at - 1, max(-1, at - 9), -1) if chunks[i].lower in ASKED), None)
    if asked is None or chunks[at - 1].lower != "to":
        return []
    if chunks[asked].lower in REQUESTS:
        owner = chunks[asked - 1] if asked else None
        named = [owner.value] if owner and owner.possessive and owner.kind in PARTY_KINDS else []
        fits = [value for value in named if isinstance(value, NameMention)]
        return make_sides(fits, "defendant", number, at, 1.4, chunks, roster)
    subject = find_subject(chunks, read_verb(chunks, asked, "dsg").first) if ends_suit else None
    moving = names_of_subject(chunks, subject, asked) if subject is not None else []
    return make_sides(moving[:1], "defendant", number, at, 1.4, chunks, roster)


def _asks_court_to(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Acme Co. asked the Supreme Court to review the award": who asks a court to undo or stop something."""
    asked = next((i for i in range(at - 1, max(-1, at - 9), -1) if chunks[i].lower in ASKED - REQUESTS), None)
    if asked is None or chunks[at - 1].lower != "to":
        return []
    if not any(c.kind in {"court", "judge", "panel"} for c in chunks[asked + 1 : at - 1]):
        return []
    subject = find_subject(chunks, read_verb(chunks, asked, "dsg").first)
    moving = names_of_subject(chunks, subject, asked) if subject is not None else []
    return weigh_sides(moving[:1], number, at, 1.2, chunks, roster)


def _challenge_to(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Its challenge to an Energy Department rule": whose rule is fought over is sued."""
    tail = chunks[at + 1 : at + 7]
    if not tail or tail[0].lower != "to":
        return []
    things = party_words("contested", "law") | party_words("contested", "act")
    for body, thing in pairwise(tail):
        if body.kind == "organization" and thing.lower in things and isinstance(body.value, NameMention):
            return make_sides([body.value], "defendant", number, at, 1.3, chunks, roster)
    return []


def _sought_by(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "An injunction sought by the growers": who asked for what was ordered."""
    asked = {"stay", "review", "recusal", "delay"}
    if chunks[at + 1].lower != "by" or not any(
        c.kind == "instrument" or c.lower in asked for c in chunks[max(0, at - 4) : at]
    ):
        return []
    return make_sides(read_list(chunks, at + 2), "plaintiff", number, at, 1.3, chunks, roster)


def _brought(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "The suit that the Energy Department brought": who stands between the suit and the verb."""
    suit = next((i for i in range(at - 1, max(-1, at - 9), -1) if chunks[i].lower in SUITS), None)
    if suit is None or chunks[at].lower not in {"brought", "filed"} or chunks[suit + 1].kind != "relative":
        return []
    values = [c.value for c in chunks[suit + 2 : at] if c.kind in PARTY_KINDS and not c.possessive]
    named = [value for value in values if isinstance(value, NameMention)]
    return make_sides(named, "plaintiff", number, at, 1.6, chunks, roster)


def _awarded(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Awarded the neighbor, Ann Porter, $215,000", "$215,000 to Ann Porter": who gets it sued for it.

    Of "former Acme Co machinist Ann Porter" it is she.
    """
    for index, chunk in enumerate(chunks[at + 1 : at + 13], at + 1):
        if chunk.kind in {"name", "organization"} and isinstance(chunk.value, NameMention):
            worker = next((c for c in chunks[index + 2 : index + 4] if c.kind == "name"), None)
            if worker and chunks[index + 1].kind in {"word", "person"} and chunks[index + 1].text.islower():
                continue
            return make_sides([chunk.value], "plaintiff", number, at, 1.3, chunks, roster)
        if chunk.kind in {"relative", "be", "have", "modal"} or (
            chunk.kind == "prep" and chunk.lower != "to"
        ):
            break
    return []


def _judgment_for(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "The verdict against the mill", "a $9 million award to Ann Porter", "a ruling for Dorr County"."""
    joint = chunks[at + 1].lower
    if joint not in {"against", "for", "to"} or (joint == "to") != (chunks[at].lower == "award"):
        return []
    named = read_list(chunks[: at + 9], at + 2)[:1]
    official = bool(named) and named[0].kind == "place"
    side = "defendant" if joint == "against" or official else "plaintiff"
    return make_sides(named, side, number, at, 1.2, chunks, roster)


def _answering(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Gov. Ann Porter said the state will not appeal": the official who speaks for the side that lost."""
    if not any(c.lower in {"appeal", "appealing"} for c in chunks[at + 1 : at + 12]):
        return []
    named = named_at(chunks, find_subject(chunks, read_verb(chunks, at, "ds").first))
    official = [m for m in named if m.title and ANSWERING_RE.search(m.title)]
    return make_sides(official, "defendant", number, at, 0.9, chunks, roster)


ANSWERING_RE = re.compile(r"(?:Gov\.|Governor|Mayor|Secretary of State)$")


def _counsel_from(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "A lawyer from the union argued against the ban": the group that argues is a side of the case."""
    if chunks[at + 1].lower not in {"from", "with", "for"}:
        return []
    named = [m for m in read_list(chunks[: at + 9], at + 2)[:1] if m.kind == "organization"]
    argues = {c.lower for c in chunks[at + 2 : at + 9]} & {"argued", "urged", "asked", "told"}
    return make_sides(named, "plaintiff", number, at, 1.2, chunks, roster) if argues else []


PSEUDONYM_RE = re.compile(r"(?:Jane|John) (?:Doe|Roe|Poe|Moe|Coe)(?:\s(?:No\.\s)?\d)?")
"""The names by which courts let people sue in secret; in a criminal story they are victims."""


def _represented(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "The union, which represents several groups, including the Refuge Project": those acted for."""
    if not {c.lower for c in chunks} & (SUITS | {"sued", "plaintiffs", "plaintiff", "challenge"}):
        return []
    including = next((i for i in range(at, min(len(chunks), at + 9)) if chunks[i].lower == "including"), at)
    named = [m for m in read_list(chunks, including + 1) if m.kind in {"organization", "person"}]
    return make_sides(named, "plaintiff", number, at, 1.2, chunks, roster)


def _victory(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "The decision is a win for the union": whom a court's decision helps or hurts, if it may be a side."""
    told = any(c.kind in {"instrument", "court", "judge"} for c in chunks[:at])
    if not told or chunks[at + 1].lower not in {"for", "to"}:
        return []
    named = [m for m in read_list(chunks[: at + 8], at + 2)[:1] if m.kind in {"organization", "person"}]
    return weigh_sides(named, number, at, 0.8, chunks, roster)


def _claim_of_money(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Ann Porter wanted $20 million from the label": who wants it, and from whom."""
    source = next((i for i in range(at + 1, min(len(chunks), at + 9)) if chunks[i].lower == "from"), None)
    if source is None or not any(c.lower in SUM_WORDS or c.lower.isdigit() for c in chunks[at + 1 : source]):
        return []
    asking = named_at(chunks, find_subject(chunks, read_verb(chunks, at, "dsb").first))
    sued = read_list(chunks[: source + 8], source + 1)[:1]
    return make_sides(asking, "plaintiff", number, at, 1.3, chunks, roster) + make_sides(
        sued, "defendant", number, at, 1.3, chunks, roster
    )


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
        waiting = at > 1 and chunks[at - 2].lower == "while"
        return make_sides(
            named_at(chunks, at - 1) if waiting else [], "plaintiff", number, at, 1.2, chunks, roster
        )
    filed = range(at - 1, max(-1, at - 4), -1)
    verb = at if chunks[at].lower != "appeal" else next((i for i in filed if _files(chunks[i])), None)
    if verb is None:
        return []
    rest = {c.lower for c in chunks[at + 1 :]}
    if not rest & {"verdict", "judgment", "award", "damages"}:
        return []
    named = named_at(chunks, find_subject(chunks, read_verb(chunks, verb, "dsg").first))
    return make_sides(named, "defendant", number, at, 1.6, chunks, roster)


def _files(chunk: Chunk) -> bool:
    return chunk.lower in {"filed", "files", "lodged"}


def _challenger(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Ann Porter challenged the toll": who fights a law or a fee brought the case about it."""
    thing = {c.lower for c in chunks[at + 1 : at + 5]}
    if not thing & (party_words("contested", "law") | party_words("contested", "act")):
        return []
    named = named_at(chunks, find_subject(chunks, read_verb(chunks, at, "dsg").first))
    return make_sides(named, "plaintiff", number, at, 1.2, chunks, roster)


def _bound_subject(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Acme Co must pay, a judge ruled Friday": the one a ruling is about opens the sentence."""
    subject = find_subject(chunks, at)
    if subject is None or subject > 6:
        return []
    return make_sides(named_at(chunks, subject), "defendant", number, at, 1.3, chunks, roster)


RULED_RE = re.compile(
    r",\s(?:[\w.’'-]+\s){0,7}?(?:judge|court|panel|jury|justices|(?:Judge|Justice)(?:\s[A-Z][\w.’'-]+){1,3})"
    r"\s(?:[\w.]+\s){0,4}?(?:ruled|said|held|found|decided|wrote|concluded)\b"
)


def name_described(
    finds: Sequence[PartyFind],
    sentences: Sequence[Sentence],
    names: Sequence[Sequence[NameMention]],
    roster: Roster,
) -> list[PartyFind]:
    """Name the sides that were only described: "a blogger" is she of "The blogger, Ann Porter,"."""
    named: list[PartyFind] = []
    for find in finds:
        if not find.noun or find.criminal:
            named.append(find)
            continue
        if find.noun in {"he", "she"}:
            full, kind = spoken_before(find.sentence, sentences, names, roster), "person"
        elif find.kind == "organization":
            other = {f.name for f in finds if f.side != find.side}
            full, kind = _body_called(find.noun, names, other), "organization"
        else:
            full, kind = _bearer(find.noun, find.sentence, sentences, names, roster), "person"
        if full:
            named.append(
                PartyFind(full, kind, find.side, find.criminal, find.weight, find.sentence, find.group)
            )
    return named


def _body_called(noun: str, names: Sequence[Sequence[NameMention]], other: set[str]) -> str | None:
    """Give the one body of an article whose name ends in a noun: "the district"."""
    full = {name.text for group in names for name in group if name.kind == "organization"} - other
    if noun in party_words("civil", "group"):
        full = {text for text in full if not PUBLIC_RE.search(text)}
    else:
        full = {text for text in full if text.lower().endswith(" " + noun)}
    return full.pop() if len(full) == 1 else None


PUBLIC_RE = re.compile(
    r"\b(?:Court|Circuit|District|County|City|State|University|College|Department|Agency|Administration|Board"
    r"|Office|Police|Congress|Legislature|Commission|Bureau|Supreme|Justice|House|Senate)\b"
)
"""Bodies that no story calls "the group"."""


def _bearer(
    noun: str,
    first: int,
    sentences: Sequence[Sentence],
    names: Sequence[Sequence[NameMention]],
    roster: Roster,
) -> str | None:
    lead = re.compile(
        rf"\b(?:[Tt]he|[Hh]er|[Hh]is|[Aa]|[Tt]heir)\s(?:[\w-]+\s)?{re.escape(noun)},\s(?:the\s)?$"
    )
    for number in range(first, min(len(sentences), first + REACH)):
        for name in names[number]:
            before = sentences[number].text[: name.start - sentences[number].start]
            if name.kind in {"person", "organization"} and lead.search(before[-60:]):
                return roster.resolve(name) if name.kind == "person" else name.text
    return None


REACH = 12
"""So many sentences on may stand the name of one described in the opening."""


PAID: dict[str, Reader] = {
    **dict.fromkeys(("awarded", "awards", "awarding"), _awarded),
    **dict.fromkeys(("wanted", "sought", "seeks", "demanded", "wants"), _claim_of_money),
}
"""Words that show a side in a sentence that speaks of a sum."""
