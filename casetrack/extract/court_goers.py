"""Who goes to court, told by what they do there: "took Acme Co to court", "asked Judge Porter for an order".

For civil stories, beside the rules on suits: who asks, who presses a claim, over whose objection.
"""

from __future__ import annotations

from collections.abc import Callable

from casetrack.extract.asking import STOPPING
from casetrack.extract.chunks import Clause
from casetrack.extract.grammar import find_subject, is_finite, read_verb
from casetrack.extract.names import NameMention
from casetrack.extract.party_find import PartyFind, read_list
from casetrack.extract.party_sides import make_sides
from casetrack.extract.people import Roster
from casetrack.extract.suit_targets import AGENCY_RE
from casetrack.extract.suitors import named_at
from casetrack.extract.together import listed_subjects

TAKING = frozenset({"took", "taken", "takes", "take", "taking", "hauled", "haul", "hauls", "dragged"})
CLAIMS = frozenset({"claim", "claims", "suit", "lawsuit", "case", "challenge", "complaint", "action"})
OWN = frozenset({"its", "his", "her", "their"})
BENCH = frozenset({"judge", "court", "panel"})


def _subjects(chunks: Clause, at: int) -> list[NameMention]:
    """Give who does what the verb at `at` tells, all of them."""
    first = read_verb(chunks, at, "dsbg").first
    return listed_subjects(chunks, first) or named_at(chunks, find_subject(chunks, first))


def _to_court(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "The agency has taken Acme Co to court": who takes, and whom."""
    if not at or chunks[at - 1].lower != "to":
        return []
    verb = next((i for i in range(at - 2, max(-1, at - 12), -1) if chunks[i].lower in TAKING), None)
    if verb is None or verb + 1 == at - 1:
        return []
    if read_verb(chunks, verb, "dsn").voice == "passive":
        return make_sides(_subjects(chunks, verb), "defendant", number, at, 1.4, chunks, roster)
    taken = read_list(chunks[: at - 1], verb + 1)
    return make_sides(_subjects(chunks, verb), "plaintiff", number, at, 1.4, chunks, roster) + make_sides(
        taken, "defendant", number, at, 1.4, chunks, roster
    )


def _pressing(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Let the Clerks Federation press its claim", "may proceed with her suit": whose claim it is."""
    near = [c.lower for c in chunks[at + 1 : at + 8]]
    own = next((step for step, word in enumerate(near) if word in OWN), None)
    if own is None or own > 1 or CLAIMS.isdisjoint(near[own + 1 :]):
        return []
    who = at - 1 - (at > 0 and chunks[at - 1].lower == "to")
    if who >= 0 and chunks[who].lower in {"may", "can"}:
        return make_sides(_subjects(chunks, at), "plaintiff", number, at, 1.4, chunks, roster)
    if who < 0 or LETTING.isdisjoint([c.lower for c in chunks[max(0, who - 6) : who]]):
        return []
    return make_sides(named_at(chunks, who), "plaintiff", number, at, 1.4, chunks, roster)


LETTING = frozenset(
    {"let", "lets", "allowed", "allows", "allowing", "letting", "permitted", "clears", "cleared"}
)


def _asked(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Ann Porter and Acme Co had asked Judge Lee for an order": who asks for what only a court gives."""
    bench = next((i for i in range(at + 1, min(len(chunks), at + 5)) if chunks[i].kind in BENCH), None)
    if bench is None or not any(c.kind == "instrument" for c in chunks[bench + 1 : bench + 6]):
        return []
    if "for" not in [c.lower for c in chunks[bench + 1 : bench + 3]] or read_verb(chunks, at, "ds").negated:
        return []
    return make_sides(_subjects(chunks, at), "plaintiff", number, at, 1.3, chunks, roster)


def _sought(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Sons of the Ridge, whose members meet there, had sought the order": who sought it."""
    near = chunks[at + 1 : at + 5]
    if not near or near[0].kind != "det" or not any(c.kind == "instrument" for c in near):
        return []
    use = read_verb(chunks, at, "ds")
    if use.voice != "active" or use.negated:
        return []
    return make_sides(_subjects(chunks, at), "plaintiff", number, at, 1.3, chunks, roster)


def _over_objection(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Over the objection of the Records Office, the judge granted": a body that objects is a side."""
    over = [c.lower for c in chunks[max(0, at - 3) : at]]
    if "over" not in over or at + 2 >= len(chunks) or chunks[at + 1].lower not in {"of", "from", "by"}:
        return []
    acts = (i for i, c in enumerate(chunks[:-2]) if c.kind in BENCH and _acts(chunks, i + 1))
    if next(acts, None) is None:
        return []
    bodies = [m for m in read_list(chunks[: at + 9], at + 2)[:1] if m.kind in {"organization", "acronym"}]
    return make_sides(bodies, "defendant", number, at, 0.9, chunks, roster)


def _acts(chunks: Clause, at: int) -> bool:
    step = at + sum(c.kind in {"adverb", "date", "prep"} for c in chunks[at : at + 2])
    return is_finite(chunks, at) or (step < len(chunks) and is_finite(chunks, step))


def _petition_of(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Granted the petition of Ann Porter": whose it is."""
    if at + 2 >= len(chunks) or chunks[at + 1].lower != "of":
        return []
    people = [m for m in named_at(chunks, at + 2) if m.kind in {"person", "organization"}]
    return make_sides(people, "plaintiff", number, at, 1.3, chunks, roster)


def _judgment_to(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Granted summary judgment to the Hall Academy": a side, which one others tell."""
    if not at or chunks[at - 1].lower != "summary" or at + 2 >= len(chunks):
        return []
    if chunks[at + 1].lower not in {"to", "for"}:
        return []
    return make_sides(read_list(chunks[: at + 9], at + 2)[:1], "client", number, at, 0.8, chunks, roster)


def _case_against(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Minnesota's case against the vape maker Cloudmere": whose case it is, and against whom.

    Who "had made out a strong case" has sued too.
    """
    made = next((i for i in range(at - 1, max(0, at - 5), -1) if chunks[i].lower == "made"), None)
    if made is not None and chunks[made + 1].lower == "out" and any(c.kind in BENCH for c in chunks[:made]):
        return make_sides(_subjects(chunks, made), "plaintiff", number, at, 1.3, chunks, roster)
    owner = next((c for c in reversed(chunks[max(0, at - 3) : at]) if c.possessive), None)
    if owner is None or owner.kind not in {"place", "organization"} or at + 2 >= len(chunks):
        return []
    if chunks[at + 1].lower != "against" or not isinstance(owner.value, NameMention):
        return []
    return make_sides([owner.value], "plaintiff", number, at, 1.4, chunks, roster) + make_sides(
        read_list(chunks[: at + 10], at + 2)[:1], "defendant", number, at, 1.4, chunks, roster
    )


def _argued_that(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "The Lakekeepers had argued that the Mining Board approved it": those who fault an agency sue it."""
    if at + 3 >= len(chunks) or chunks[at + 1].lower != "that":
        return []
    body = at + 2 + (chunks[at + 2].kind == "det")
    value = chunks[body].value
    if not isinstance(value, NameMention) or chunks[body].possessive or not AGENCY_RE.search(value.text):
        return []
    if body + 1 >= len(chunks) or not is_finite(chunks, body + 1):
        return []
    bodies = [mention for mention in _subjects(chunks, at) if mention.kind in {"organization", "acronym"}]
    if not bodies:
        return []
    return make_sides(bodies, "plaintiff", number, at, 1.0, chunks, roster) + make_sides(
        [value], "defendant", number, at, 1.0, chunks, roster
    )


BINDING = STOPPING | {"force", "keep", "prevent", "compel", "make"}


def _bid(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    return _requested_by(chunks, at, number, roster) or _bid_against(chunks, at, number, roster)


def _bid_against(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Lost its bid Monday to stop Tern County from cutting": whom it would stop."""
    to = at + 1 + (at + 1 < len(chunks) and chunks[at + 1].kind == "date")
    if to + 3 >= len(chunks) or chunks[to].lower != "to" or chunks[to + 1].lower not in BINDING:
        return []
    if chunks[at - 1].lower not in OWN and not chunks[at - 1].possessive:
        return []
    who = to + 2 + (chunks[to + 2].kind == "det")
    ends = [c.lower for c in chunks[who + 1 : who + 2]]
    if chunks[who].possessive or ends not in (["from"], ["to"]):
        return []
    return make_sides(read_list(chunks[: who + 1], who)[:1], "defendant", number, at, 1.2, chunks, roster)


def _enjoined(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Granted an injunction to Acme Ltd against Bo Lee": whom it is against."""
    near = range(at + 1, min(len(chunks) - 1, at + 6))
    against = next((i for i in near if chunks[i].lower == "against"), None)
    if against is None or any(c.kind in {"comma", "relative"} for c in chunks[at:against]):
        return []
    suing = read_list(chunks[:against], at + 2)[:1] if chunks[at + 1].lower == "to" else []
    return make_sides(suing, "plaintiff", number, at, 1.3, chunks, roster) + make_sides(
        read_list(chunks[: against + 9], against + 1), "defendant", number, at, 1.3, chunks, roster
    )


def _requested_by(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "A hearing on the Rivers Alliance's request for an injunction": whose request it is."""
    if not at or at + 2 >= len(chunks) or not chunks[at - 1].possessive or chunks[at + 1].lower != "for":
        return []
    if not any(c.kind == "instrument" for c in chunks[at + 2 : at + 6]):
        return []
    owner = chunks[at - 1].value
    named = [owner] if isinstance(owner, NameMention) else []
    return make_sides(named, "plaintiff", number, at, 1.3, chunks, roster)


def _must_pay(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Ruled that the company must pay Bo Lee": who is to be paid has sued."""
    if not at or chunks[at - 1].lower != "must" or not any(c.kind in BENCH for c in chunks):
        return []
    paid = read_list(chunks[: at + 3], at + 1)[:1]
    return make_sides(paid, "plaintiff", number, at, 1.3, chunks, roster)


GOER_READERS: dict[str, Callable[[Clause, int, int, Roster], list[PartyFind]]] = {
    "court": _to_court,
    **dict.fromkeys(("press", "pursue", "proceed", "continue", "pressing"), _pressing),
    **dict.fromkeys(("asked", "asks"), _asked),
    **dict.fromkeys(("sought", "requested"), _sought),
    **dict.fromkeys(("objection", "objections"), _over_objection),
    "petition": _petition_of,
    **dict.fromkeys(("injunction", "injunctions"), _enjoined),
    "pay": _must_pay,
    **dict.fromkeys(("bid", "effort", "attempt", "request", "motion", "fight"), _bid),
    "judgment": _judgment_to,
    "case": _case_against,
    **dict.fromkeys(("argued", "contended"), _argued_that),
}
