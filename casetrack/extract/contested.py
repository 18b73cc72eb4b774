"""Find the sides of a civil case in what a court does about them: whom it orders, whose request or law it
weighs.

"Ordered the Energy Department to", "a request by the union", "struck down a Nevada law", "the group, one
of the plaintiffs": each shows one side. Who sues outright is read in `suits.py`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from casetrack.extract.chunks import Chunk, Clause
from casetrack.extract.grammar import find_subject, is_finite, read_verb
from casetrack.extract.lawgivers import find_bound_state, find_lawgiver
from casetrack.extract.names import NameMention
from casetrack.extract.party_find import (
    COURT_RE,
    COURT_WORDS,
    STATES,
    TOWNS,
    PartyFind,
    is_adjective,
    party_words,
    read_list,
)
from casetrack.extract.party_sides import NO_PARTY_RE, make_sides
from casetrack.extract.people import Roster
from casetrack.extract.suit_targets import AGENCY_RE, find_meant
from casetrack.extract.suitors import called_plaintiff, fought_with, made_good, sued_by_another

DECIDERS = frozenset({"judge", "court", "panel", "jury"})
PLAINTIFF_WORDS = frozenset(
    {"plaintiff", "plaintiffs", "petitioner", "petitioners", "challenger", "challengers"}
)
OFFICE_TITLE_RE = re.compile(
    r"(?:President|Governor|Gov|Secretary|Secretary of State|Attorney General"
    r"|Mayor|Commissioner|Director|Sheriff|Administrator"
    r"|Premier|Minister|Superintendent)\.?$"
)


OF_TOWNS = TOWNS | {f"{town}{owned}" for town in TOWNS for owned in ("'s", "’s")}
WON = frozenset({"favor", "sided", "siding", "sides"})


@cache
def _telling_words(weighed: bool) -> frozenset[str]:
    """Give the words at which a side may show, in a sentence that tells a decision or in any."""
    always = party_words("contested", "bind") | party_words("contested", "request") | PLAINTIFF_WORDS | WON
    if not weighed:
        return always
    return (
        always
        | party_words("contested", "law")
        | party_words("contested", "hold")
        | STATES
        | OF_TOWNS
        | party_words("contested", "suer")
        | {"that", "back", "led", "who", "whether"}
    )


def find_contested(chunks: Clause, number: int, roster: Roster, weighed: bool) -> list[PartyFind]:
    """Find the sides one sentence shows by what a court does about them; `weighed`: it tells a decision."""
    telling = _telling_words(weighed)
    if telling.isdisjoint(chunks.words):
        return []
    if COURT_WORDS.isdisjoint(chunks.words) and not COURT_RE.search(" ".join([c.lower for c in chunks])):
        return []
    places = [at for at, chunk in enumerate(chunks) if chunk.lower in telling]
    bind, request, law, hold = (party_words("contested", key) for key in ("bind", "request", "law", "hold"))
    found: list[PartyFind] = []
    for at in places:
        chunk = chunks[at]
        if chunk.lower in bind:
            found += _bound(chunks, at, number, roster)
        if chunk.lower in request:
            found += _asking(chunks, at, number, roster)
        if weighed and chunk.lower in law:
            found += find_lawgiver(chunks, at, number, roster)
        if weighed and (chunk.lower in STATES or chunk.lower in OF_TOWNS):
            found += find_bound_state(chunks, at, number)
        if weighed and chunk.lower == "that" and at:
            found += _held_to(chunks, at, number, roster)
        if weighed and chunk.lower == "back" and at + 1 < len(chunks) and chunks[at + 1].lower == "to":
            back = [m for m in _bodies(read_list(chunks[: at + 7], at + 2)[:1]) if m.kind == "organization"]
            back = [m for m in back if not m.text.endswith((" County", " Court"))]
            found += make_sides(back, "defendant", number, at, 1.2, chunks, roster)
        if weighed and chunk.lower in hold:
            found += _blamed(chunks, at, number, roster)
        if weighed and chunk.lower == "who":
            found += _accused_by_claimant(chunks, at, number, roster)
        if weighed and chunk.lower in party_words("contested", "suer"):
            found += _named_groups(chunks, at, number, roster)
        if weighed and chunk.lower == "whether":
            found += _at_stake(chunks, at, number, roster)
        if weighed and chunk.lower == "led":
            found += _led_by(chunks, at, number, roster)
        if chunk.lower in WON or (
            chunk.lower == "ruled" and [c.lower for c in chunks[at + 1 : at + 2]] == ["for"]
        ):
            found += _winning(chunks, at, number, roster)
        if chunk.lower in PLAINTIFF_WORDS:
            found += called_plaintiff(chunks, at, number, roster)
    return found


DECLINED = frozenset({"declined", "refused", "declines", "refuses"})


def _bound(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "A judge ordered the Energy Department to": whoever an order is addressed to."""
    use = read_verb(chunks, at, "g" if chunks[at].lower.endswith("ing") else "dsb")
    declined = use.voice == "infinitive" and not DECLINED.isdisjoint(
        _lowers(chunks, max(0, use.first - 2), 2)
    )
    unreal = not use.real and use.voice != "gerund" and not declined
    if use.voice == "passive" or unreal or not _is_deciding(chunks, at, use.first, use.voice):
        return []
    kinds = {"organization", "place", "name"}
    near = range(at + 1, min(len(chunks), at + 6))
    addressed = next((i for i in near if chunks[i].kind in kinds and not is_adjective(chunks, i)), None)
    if addressed is not None and _is_where(chunks, addressed):
        return []
    if addressed is None:
        follows = {"to", "from"} & {*_lowers(chunks, at + 3, 2)}
        return find_meant(chunks, at + 1, at + 3, number, 1.2) if follows else []
    if chunks[addressed].possessive:
        return []
    reach = 5 if chunks[at].lower in {"gave", "gives"} else 3  # "gave the agency two weeks to"
    bodies = _bodies([chunks[addressed].value])
    bound = {"to", "from", "must"}
    if bound.isdisjoint(_lowers(chunks, addressed + 1, reach - 1)):
        listed = _bodies(read_list(chunks[: addressed + 12], addressed))
        last = max(
            (i for i in range(addressed, min(len(chunks), addressed + 12)) if chunks[i].value in listed),
            default=0,
        )
        apart = any(c.kind == "prep" for c in chunks[addressed:last])
        firm = chunks[addressed].kind == "organization"
        if not firm or len(listed) < 2 or apart or bound.isdisjoint(_lowers(chunks, last + 1, 2)):
            return []
        bodies = listed  # "ordered Acme Co and its owner, Bo Lee, to pay"
    repaid = made_good(chunks, addressed) if chunks[addressed].kind == "organization" else []
    return make_sides(bodies, "defendant", number, at, 1.3, chunks, roster) + make_sides(
        repaid, "plaintiff", number, at, 1.2, chunks, roster
    )


def _is_where(chunks: Clause, at: int) -> bool:
    """Tell the place of "a judge in Dayton" from one that is bound."""
    return chunks[at].kind == "place" and chunks[at - 1].lower in {"in", "near", "outside"}


def _lowers(chunks: Clause, start: int, count: int) -> list[str]:
    return [c.lower for c in chunks[start : start + count]]


def _blamed(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Judge Lee said the Energy Department exceeded its power": whom a court finds at fault is sued."""
    first = next((i for i, c in enumerate(chunks[at + 1 : at + 4], at + 1) if c.kind == "organization"), None)
    if first is None or chunks[first].possessive or not _is_deciding(chunks, at, at, "active"):
        return []
    listed = {"organization", "conj", "det", "comma"}
    end = next((i for i in range(first + 1, len(chunks)) if chunks[i].kind not in listed), first + 1)
    told = {c.lower for c in chunks[end : end + 4]}
    unproven = bool(told & party_words("contested", "unproven"))
    if not unproven and party_words("contested", "fault").isdisjoint(told):
        return []
    side = "plaintiff" if unproven else "defendant"
    named = [c.value for c in chunks[first:end] if c.kind == "organization" and not c.possessive]
    return make_sides(_bodies(named), side, number, at, 1.3, chunks, roster)


def _accused_by_claimant(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "A suit by workers who say that Acme Co. cheated them": whom those who claim speak of is sued."""
    if not any(c.lower in party_words("contested", "claim") for c in chunks[max(0, at - 9) : at]):
        return []
    verb = at + 2 if at + 2 < len(chunks) and chunks[at + 1].kind in {"have", "adverb"} else at + 1
    if verb + 2 >= len(chunks) or chunks[verb].lower not in party_words("civil", "tell"):
        return []
    body = verb + 2 if chunks[verb + 1].lower in {"that", "the"} else verb + 1
    body += chunks[body].kind == "det"
    if body + 1 >= len(chunks) or chunks[body].kind != "organization" or chunks[body].possessive:
        return []
    return make_sides(_bodies([chunks[body].value]), "defendant", number, at, 1.2, chunks, roster)


def _named_groups(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Found that two groups, the Lantern Project and Acme Rights, had not shown": those named sue."""
    if at + 2 >= len(chunks) or chunks[at + 1].kind != "comma":
        return []
    named = read_list(chunks[: at + 14], at + 2)
    first = next((c for c in chunks[at + 2 : at + 4] if c.kind != "det"), None)
    if not named or first is None or first.value is not named[0]:
        return []
    bodies = [m for m in _bodies(named) if m.kind == "organization"]
    return make_sides(bodies, "plaintiff", number, at, 1.2, chunks, roster)


def _at_stake(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Heard arguments on whether Acme Co. must stop digging": who may be bound is sued."""
    near = range(at + 1, min(len(chunks) - 1, at + 5))
    body = next((i for i in near if chunks[i].kind in {"organization", "place", "name"}), None)
    if body is None or chunks[body].possessive or chunks[body + 1].lower not in _after_body(chunks, body):
        return []
    return make_sides(_bodies([chunks[body].value]), "defendant", number, at, 1.2, chunks, roster)


def _after_body(chunks: Clause, body: int) -> frozenset[str]:
    """Give the words that tell a body at stake; "can" and "may" only of "the city of Reno"."""
    named = chunks[body].kind == "organization"
    town = body > 1 and chunks[body - 1].lower == "of" and chunks[body - 2].lower in TOWNS
    return AT_STAKE | {"can", "may", "could"} if town else AT_STAKE if named else frozenset()


AT_STAKE = frozenset({"must", "should", "has", "violated", "broke", "discriminated", "infringed", "owes"})


def _led_by(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "An injunction sought by a coalition led by the Tern Chamber of Commerce": who leads those who sue."""
    before = [c.lower for c in chunks[max(0, at - 5) : at]]
    if at + 1 == len(chunks) or chunks[at + 1].lower != "by":
        return []
    if party_words("contested", "suer").isdisjoint(before):
        return []
    leading = read_list(chunks, at + 2)
    states = all(m.kind == "place" for m in leading)  # "led by Ohio and Utah"
    named = leading if states else leading[:1]
    return make_sides(_bodies(named), "plaintiff", number, at, 1.2, chunks, roster)


def _is_deciding(chunks: Clause, at: int, first: int, voice: str) -> bool:
    if voice in {"gerund", "infinitive"}:
        return any(c.kind in DECIDERS for c in chunks[:at])
    subject = find_subject(chunks, first)
    return subject is not None and (
        chunks[subject].kind in DECIDERS | {"instrument"} or chunks[subject].lower in {"he", "she", "it"}
    )


def _held_to(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Ruled that the Energy Department must disclose": whoever a holding binds or blames."""
    kinds = {"organization", "place", "name"}
    first = next((i for i in range(at + 1, min(len(chunks), at + 6)) if chunks[i].kind in kinds), None)
    if first is None or chunks[first].possessive or chunks[at - 1].lower in {"argued", "said", "saying"}:
        return []
    if _is_where(chunks, first):
        return []
    verb = next((i for i in range(first + 1, min(len(chunks), first + 8)) if _ends_names(chunks[i])), None)
    if verb is None:
        return []
    public = AGENCY_RE.search(chunks[first].text) is not None and chunks[at - 1].lower in RULED
    if chunks[verb].lower.replace("’", "'") not in HOLDING_VERBS and not (public and is_finite(chunks, verb)):
        return []
    named = [m for m in read_list(chunks[:verb], first) if m.kind != "surname"]
    told = _lowers(chunks, verb, 8)
    unproven = not party_words("contested", "unproven").isdisjoint(told[:5]) or {"made", "out", "case"} <= {
        *told
    }
    side = "plaintiff" if unproven else "defendant"  # "had not shown harm": who sues has to show it
    bound = make_sides(_bodies(named), side, number, at, 1.2, chunks, roster)
    return bound + _paid(chunks, verb, number, roster) if bound else bound


RULED = frozenset({"ruling", "ruled", "finding", "found", "holding", "held", "concluding", "concluded"})


def _paid(chunks: Clause, verb: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Must pay $142 million to Acme Networks": who is to be paid has sued."""
    if [c.lower for c in chunks[verb : verb + 2]] not in (["must", "pay"], ["should", "pay"]):
        return []
    to = next((i for i in range(verb + 2, min(len(chunks), verb + 9)) if chunks[i].lower == "to"), None)
    named = [] if to is None else [m for m in read_list(chunks, to + 1)[:1] if m.kind != "place"]
    return make_sides(named, "plaintiff", number, verb, 1.2, chunks, roster)


def _ends_names(chunk: Chunk) -> bool:
    """Tell where the names of a holding end: "that Acme Co and Widget Inc can't"."""
    kinds = {"organization", "place", "name", "comma", "conj", "det", "adverb"}
    return chunk.kind not in kinds and chunk.text != "."  # of "Co."


HOLDING_VERBS = frozenset([
    "must", "cannot", "can", "can't", "may", "could", "couldn't", "had", "has", "have", "violated",
    "violates", "exceeded", "acted", "failed", "was", "were", "did", "should", "improperly",
    "unlawfully", "illegally", "wrongly", "discriminated", "lacked", "lacks",
])  # fmt: skip


def _bodies(mentions: list[NameMention]) -> list[NameMention]:
    named = [m for m in mentions if isinstance(m, NameMention) and not NO_PARTY_RE.search(m.text)]
    return [m for m in named if m.text != "House"]  # short for what a suit calls by its whole name


def _asking(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Rejected a request by the union": who asks is a side, an office the one that is sued."""
    before = {c.lower for c in chunks[max(0, at - 7) : at]}
    if not before & party_words("contested", "weigh"):
        return []
    if at > 1 and chunks[at - 1].lower.startswith("administration") and chunks[at - 2].kind == "name":
        name = f"{chunks[at - 2].value.text.split()[-1]} administration"
        return [PartyFind(name, "government", "defendant", False, 1.0, number, number * 1000 + at)]
    by = next((i for i in (at + 1, at + 2) if i < len(chunks) and chunks[i].lower in {"by", "from"}), None)
    if by is None and {"dismiss", "summary"} & {*_lowers(chunks, at + 1, 3)}:
        late = next((i for i in range(at + 3, min(len(chunks) - 1, at + 7)) if chunks[i].lower == "by"), None)
        named = [] if late is None else read_list(chunks, late + 1)
        return make_sides(_bodies(named), "defendant", number, at, 1.4, chunks, roster)
    owner = chunks[at - 1] if at else None
    if by is None and chunks[at].lower in {"claim", "claims"} and owner and owner.possessive:
        named = [owner.value] if isinstance(owner.value, NameMention) and owner.kind == "name" else []
        return weigh_sides(_bodies(named), number, at, 1.2, chunks, roster)
    if by is None:
        return []
    named = _bodies(read_list(chunks, by + 1))
    if "dismiss" in _lowers(chunks, by + 2, 6):  # "a motion by Acme Co to dismiss"
        return make_sides(named, "defendant", number, at, 1.4, chunks, roster)
    sides = weigh_sides(named, number, at, 1.2, chunks, roster)
    if chunks[at].lower in {"argument", "arguments", "appeal", "appeals"}:  # either side makes them
        sides = [replace(f, side="client") if f.side == "plaintiff" else f for f in sides]
    return sides


def _winning(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Ruled in favor of the growers", "sided with Governor Lee": whom a court sides with is a side."""
    joints = {"for"} if chunks[at].lower == "ruled" else {"of", "with"}
    joint = next((i for i in (at + 1, at + 2) if i < len(chunks) and chunks[i].lower in joints), None)
    if joint is None:
        return []
    named = _bodies(read_list(chunks, joint + 1))
    if sued_by_another(chunks, joint + 1):
        return make_sides(named, "defendant", number, at, 1.4, chunks, roster)
    beaten = fought_with(chunks, joint + 1)
    if beaten:
        return make_sides(named, "plaintiff", number, at, 1.2, chunks, roster) + make_sides(
            beaten, "defendant", number, at, 1.2, chunks, roster
        )
    return weigh_sides(named, number, at, 1.2, chunks, roster)


def weigh_sides(
    named: list[NameMention], number: int, at: int, weight: float, chunks: Clause, roster: Roster
) -> list[PartyFind]:
    """Take an office or a government for the one that is sued, anybody else for the one who sues."""
    sides = make_sides(named, "plaintiff", number, at, weight, chunks, roster)
    offices = {m.text for m in named if _is_office(m, chunks)}
    return [
        replace(f, side="defendant")
        if f.kind == "government" or offices & {f.name, f.name.split()[-1]}
        else f
        for f in sides
    ]


def _is_office(mention: NameMention, chunks: Clause) -> bool:
    at = chunks.find_start(mention.start)
    following = chunks[at + 1].lower if at is not None and at + 1 < len(chunks) else ""
    return following == "administration" or bool(mention.title and OFFICE_TITLE_RE.search(mention.title))
