"""Find who answers for an act a court weighs: the official whose order it is, the companies of a deal."""

from __future__ import annotations

from dataclasses import replace

from casetrack.extract.accusations import accuse
from casetrack.extract.chunks import Chunk, Clause
from casetrack.extract.names import NameMention
from casetrack.extract.party_find import COURT_RE, PartyFind, party_words, read_list
from casetrack.extract.party_sides import make_sides
from casetrack.extract.people import Roster, surname_of

POLICY_WORDS = frozenset(
    {
        "ban",
        "bans",
        "order",
        "orders",
        "policy",
        "proclamation",
        "rule",
        "rules",
        "plan",
        "plans",
        "decision",
        "effort",
        "efforts",
        "move",
        "directive",
        "mandate",
        "law",
        "program",
        "pick",
        "appointment",
        "bid",
        "attempt",
        "restrictions",
    }
)


def find_administration(chunks: list[Chunk], at: int, number: int, roster: Roster) -> list[PartyFind]:
    """An administration whose act a court weighs is a side: "block the Porter administration's rule"."""
    before = chunks[at - 1] if at else None
    if before is not None and before.lower == "the":
        return _presidents_own(chunks, at, number)
    if before is None or not isinstance(before.value, NameMention) or before.kind != "name":
        return []
    text = " ".join(c.lower for c in chunks)
    if not COURT_RE.search(text) or {"brief", "backed", "views"} & {c.lower for c in chunks[at + 1 : at + 6]}:
        return []
    return governing(chunks, at, number, 0.9)


def _presidents_own(chunks: list[Chunk], at: int, number: int) -> list[PartyFind]:
    """ "Stopped President Lee's order, ruling that the administration may not": the Lee administration."""
    follows = chunks[at + 1].kind if at + 1 < len(chunks) else ""
    if follows not in {"modal", "be", "have"} or not COURT_RE.search(" ".join(c.lower for c in chunks)):
        return []
    heads = (i for i, c in enumerate(chunks[:at]) if getattr(c.value, "title", None) == "President")
    head = next(heads, None)
    return [] if head is None else governing(chunks, head + 1, number, 0.9)


def governing(chunks: list[Chunk], at: int, number: int, weight: float) -> list[PartyFind]:
    """Give "the Porter administration", whose name stands before the chunk `at`, as the one sued."""
    before = chunks[at - 1]
    if not isinstance(before.value, NameMention) or before.kind != "name":
        return []
    name = f"{before.value.text.split()[-1]} administration"
    return [PartyFind(name, "government", "defendant", False, weight, number, number * 1000 + at)]


def find_favoured(chunks: list[Chunk], at: int, number: int, roster: Roster) -> list[PartyFind]:
    """An official a court sides with is the one who was sued."""
    mention = next(iter(read_list(chunks, at + 2 if chunks[at].lower == "sided" else at + 1)), None)
    if mention is None or not mention.title or not COURT_RE.search(" ".join(c.lower for c in chunks)):
        return []
    return [PartyFind(roster.resolve(mention), "person", "defendant", False, 1.0, number, number * 1000 + at)]


BUYING = frozenset({"buying", "acquiring", "purchasing", "merging", "taking"})
CLOSING = frozenset({"completing", "closing", "finishing"})


def find_buyer(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "A bid to stop Acme Co from buying Widget Inc": the companies whose deal a court weighs."""
    if at < 2 or at + 2 >= len(chunks) or chunks[at + 1].lower not in BUYING | CLOSING:
        return []
    if not COURT_RE.search(" ".join(c.lower for c in chunks)):
        return []
    buyer = chunks[at - 1].value if chunks[at - 1].kind == "organization" else None
    start = at + 2
    if chunks[at + 1].lower in CLOSING:  # "from completing its $2 billion purchase of Widget Inc"
        deal = next(
            (i for i in range(at + 2, min(len(chunks), at + 10)) if chunks[i].lower in DEAL_WORDS), None
        )
        if deal is None:
            return []
        start = deal + 2
    bought = [m for m in read_list(chunks[: start + 5], start)[:1] if m.kind in COMPANY_KINDS]
    named = [buyer, *bought] if isinstance(buyer, NameMention) else []
    return make_sides(named, "defendant", number, at, 1.5, chunks, roster)


DEAL_WORDS = frozenset(
    {"purchase", "acquisition", "takeover", "merger", "buyout", "deal", "tie-up", "combination", "settlement"}
)


COMPANY_KINDS = frozenset({"organization", "acronym", "other", "person"})


def find_deal(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Halted the merger of Acme Co and Widget Inc": the companies whose deal a court weighs."""
    if at + 2 >= len(chunks) or chunks[at + 1].lower not in {"of", "between", "with"}:
        return []
    if not COURT_RE.search(" ".join(c.lower for c in chunks)):
        return []
    named = [
        m for m in read_list(chunks, at + 2)[:2] if m.kind in {"organization", "acronym", "other", "person"}
    ]
    if chunks[at].lower == "settlement" and any(m.kind == "person" for m in named):
        return []  # of a suit, not of a deal
    found = make_sides(named, "defendant", number, at, 1.5, chunks, roster)
    return [replace(f, kind="organization") for f in found]


def _dealing(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """A company whose deal a court weighs is a side: "blocked Acme Co.'s purchase of Widget Inc."."""
    near = [c.lower for c in chunks[at + 1 : at + 7]]
    if not DEAL_WORDS & set(near) or not COURT_RE.search(" ".join(c.lower for c in chunks)):
        return []
    bought = [m for m in read_list(chunks, at + 2) if m.kind in {"organization", "acronym"}][:1]
    return make_sides([chunks[at].value, *bought], "defendant", number, at, 1.5, chunks, roster)


def find_policy(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """An official whose ban, order or rule a court weighs is a side: "blocked the governor's order"."""
    mention = chunks[at].value
    lone = (
        mention.kind == "surname" and not mention.title and surname_of(mention.text) not in roster.by_surname
    )
    if mention.kind in {"organization", "acronym"} or (
        lone and any(c.lower in DEAL_WORDS for c in chunks[at + 1 : at + 2])
    ):
        return _dealing(chunks, at, number, roster)
    if mention.kind not in {"person", "surname"} or roster.is_judge(mention):
        return []
    near = [c.lower for c in chunks[at + 1 : at + 6]]
    if not any(word in POLICY_WORDS for word in near) or not COURT_RE.search(
        " ".join(c.lower for c in chunks)
    ):
        return []
    name = roster.resolve(mention)
    return [PartyFind(name, "person", "defendant", False, 0.9, number, number * 1000 + at)]


def find_office_policy(chunks: list[Chunk], at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "The governor's order", before a court: the official of that title whom the article names."""
    near = {c.lower for c in chunks[at + 1 : at + 6]}
    if not near & POLICY_WORDS or not COURT_RE.search(" ".join(c.lower for c in chunks)):
        return []
    name = roster.officials[chunks[at].lower[:-2]]
    return [PartyFind(name, "person", "defendant", False, 0.9, number, number * 1000 + at)]


def find_asking(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """One whose request a court refuses or grants is a side: "denied the union's request"."""
    near = {c.lower for c in chunks[at + 1 : at + 5]}
    if ASKED.isdisjoint(near) or ANSWERED.isdisjoint([c.lower for c in chunks[max(0, at - 5) : at]]):
        return []
    tail = {c.lower for c in chunks[at + 1 : at + 9]}
    if not tail.isdisjoint(JOINING):
        return []
    own_trial = "trial" in tail and not tail.isdisjoint({"his", "her"})
    if near & party_words("criminal", "sought") or own_trial:
        return accuse([chunks[at].value], number, at, 1.5, roster)
    if not COURT_RE.search(" ".join(c.lower for c in chunks)):
        return []
    return make_sides([chunks[at].value], "plaintiff", number, at, 1.0, chunks, roster)


ASKED = frozenset(
    {"request", "bid", "argument", "challenge", "claims", "petition", "motion", "plea", "application"}
)
ANSWERED = frozenset([
    "rejected", "denied", "granted", "dismissed", "refused", "approved", "rejects", "denies", "granting",
    "rejecting", "denying", "refusing", "grants",
])  # fmt: skip
JOINING = frozenset({"join", "intervene"})
"""Who asks for that is no side yet."""
