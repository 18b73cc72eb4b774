"""Find who sues whom: the sides of civil cases, one sentence at a time."""

from __future__ import annotations

import re

from casetrack.extract.chunks import Chunk
from casetrack.extract.grammar import find_subject, read_verb
from casetrack.extract.names import NameMention
from casetrack.extract.party_find import COURT_RE, PARTY_KINDS, PartyFind, party_words, read_list
from casetrack.extract.people import Roster

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


def make_sides(
    mentions: list[NameMention],
    side: str,
    number: int,
    at: int,
    weight: float,
    chunks: list[Chunk],
    roster: Roster,
) -> list[PartyFind]:
    out = []
    for mention in mentions:
        if roster.is_judge(mention) or (
            mention.title
            and re.search(
                r"(?:District|Assistant|Deputy|Trial|State[’']s) (?:\w+ )*Attorneys?$", mention.title
            )
        ):
            continue
        name, kind = party_name(mention, chunks, roster)
        if name:
            out.append(PartyFind(name, kind, side, False, weight, number, number * 1000 + at, mention.age))
    return out


def party_name(mention: NameMention, chunks: list[Chunk], roster: Roster) -> tuple[str, str]:
    """Give a party's name and kind: "Trump" before "administration" is a government."""
    at = next((i for i, c in enumerate(chunks) if c.start == mention.start), None)
    following = chunks[at + 1].lower if at is not None and at + 1 < len(chunks) else ""
    if following in {"administration"}:
        return f"{mention.text} administration" if mention.kind == "surname" else roster.resolve(
            mention
        ), "government"
    if mention.text in {"U.S", "U.S.", "United States", "United", "America"}:
        return "United States", "government"
    if mention.kind in {"organization", "other", "acronym"}:
        government = re.search(
            r"\b(?:Department|Agency|Bureau|Commission|County|City|State|Administration|Office|Service)\b",
            mention.text,
        )
        return mention.text, "government" if government else "organization"
    if mention.kind == "place":
        return mention.text, "government"
    return roster.resolve(mention), "person"


def find_sue(chunks: list[Chunk], at: int, number: int, roster: Roster) -> list[PartyFind]:
    use = read_verb(chunks, at, "dsbg")
    weight = 1.2 if chunks[at].lower == "challenged" else 2.0
    if weight < 2.0 and not COURT_RE.search(" ".join(c.lower for c in chunks)):
        return []
    if use.negated or any(
        c.lower in {"threatened", "threatening", "could", "may", "might", "can"}
        for c in chunks[max(0, at - 4) : at]
    ):
        return []
    subject = find_subject(chunks, use.first)
    sides = (
        make_sides(_np_names(chunks, subject, use.first), "plaintiff", number, at, weight, chunks, roster)
        if subject is not None
        else []
    )
    if weight < 2.0:
        return sides
    return sides + make_sides(read_list(chunks, at + 1), "defendant", number, at, 2.0, chunks, roster)


def find_administration(chunks: list[Chunk], at: int, number: int, roster: Roster) -> list[PartyFind]:
    """An administration whose act a court weighs is a side: "block the Porter administration's rule"."""
    before = chunks[at - 1]
    if not isinstance(before.value, NameMention) or before.kind != "name":
        return []
    text = " ".join(c.lower for c in chunks)
    if not COURT_RE.search(text):
        return []
    return [
        PartyFind(
            f"{before.value.text.split()[-1]} administration",
            "government",
            "defendant",
            False,
            0.9,
            number,
            number * 1000 + at,
        )
    ]


def find_challengers(chunks: list[Chunk], at: int, number: int, roster: Roster) -> list[PartyFind]:
    """Read "challengers, including the state of Hawaii and the Union"."""
    for step in range(at + 1, min(len(chunks), at + 4)):
        if chunks[step].lower in {"including", "include", "are"}:
            return make_sides(read_list(chunks, step + 1), "plaintiff", number, at, 1.3, chunks, roster)
    return []


def find_favoured(chunks: list[Chunk], at: int, number: int, roster: Roster) -> list[PartyFind]:
    """An official a court sides with is the one who was sued."""
    mention = next(iter(read_list(chunks, at + 2 if chunks[at].lower == "sided" else at + 1)), None)
    if mention is None or not mention.title or not COURT_RE.search(" ".join(c.lower for c in chunks)):
        return []
    return [PartyFind(roster.resolve(mention), "person", "defendant", False, 1.0, number, number * 1000 + at)]


DEAL_WORDS = frozenset({"purchase", "acquisition", "takeover", "merger", "buyout", "deal"})


def _dealing(chunks: list[Chunk], at: int, number: int, roster: Roster) -> list[PartyFind]:
    """A company whose deal a court weighs is a side: "blocked Acme Co.'s purchase of Widget Inc."."""
    near = [c.lower for c in chunks[at + 1 : at + 7]]
    if not DEAL_WORDS & set(near) or not COURT_RE.search(" ".join(c.lower for c in chunks)):
        return []
    bought = [m for m in read_list(chunks, at + 2) if m.kind in {"organization", "acronym"}][:1]
    return make_sides([chunks[at].value, *bought], "defendant", number, at, 1.5, chunks, roster)


def find_policy(chunks: list[Chunk], at: int, number: int, roster: Roster) -> list[PartyFind]:
    """An official whose ban, order or rule a court weighs is a side: "blocked the governor's order"."""
    mention = chunks[at].value
    if mention.kind in {"organization", "acronym"}:
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


def find_asking(chunks: list[Chunk], at: int, number: int, roster: Roster) -> list[PartyFind]:
    """One whose request a court refuses or grants is a side: "denied the union's request"."""
    before = {c.lower for c in chunks[max(0, at - 5) : at]}
    near = {c.lower for c in chunks[at + 1 : at + 4]}
    if not near & {
        "request",
        "bid",
        "argument",
        "challenge",
        "claims",
        "petition",
        "motion",
    } or not before & {
        "rejected",
        "denied",
        "granted",
        "dismissed",
        "refused",
        "approved",
        "rejects",
        "denies",
    }:
        return []
    if not COURT_RE.search(" ".join(c.lower for c in chunks)):
        return []
    return make_sides([chunks[at].value], "plaintiff", number, at, 1.0, chunks, roster)


def _np_names(chunks: list[Chunk], head: int, end: int) -> list[NameMention]:
    """Give the names of a noun phrase: its head, or the groups it is made of."""
    names = []
    if isinstance(chunks[head].value, NameMention) and chunks[head].kind in PARTY_KINDS:
        names = [chunks[head].value]
        if head > 1 and chunks[head - 1].lower == "and":
            names = [
                c.value
                for c in chunks[max(0, head - 8) : head]
                if isinstance(c.value, NameMention) and c.kind in PARTY_KINDS and not c.possessive
            ] + names
    elif chunks[head].lower in {"state", "states", "city", "county"}:
        names = [
            c.value
            for c in chunks[head + 1 : head + 4]
            if isinstance(c.value, NameMention) and c.kind in {"place", "name"}
        ][:1]
    elif chunks[head].kind in {"word", "person"}:
        names = [
            c.value
            for c in chunks[head + 1 : end]
            if isinstance(c.value, NameMention) and c.kind == "organization" and not c.possessive
        ][:2]
    return names


def find_suit(chunks: list[Chunk], at: int, number: int, roster: Roster) -> list[PartyFind]:
    """Read "a lawsuit filed by A against B", "A's lawsuit against B", "A filed a lawsuit"."""
    out: list[PartyFind] = []
    word = chunks[at].lower
    strong = word in {"lawsuit", "lawsuits", "suit", "suits", "complaint"}
    weight = 1.6 if strong else 0.8
    for step in range(at + 1, min(len(chunks), at + 12)):
        lower = chunks[step].lower
        if lower in {";", "that"}:
            break
        if lower == "by" and (
            strong
            or any(c.lower in party_words("civil", "brought") for c in chunks[at:step])
            or step == at + 1
        ):
            out += make_sides(read_list(chunks, step + 1), "plaintiff", number, at, weight, chunks, roster)
            break
    for step in range(at + 1, min(len(chunks), at + 9)):
        if chunks[step].lower == "against" and strong:
            out += make_sides(read_list(chunks, step + 1), "defendant", number, at, weight, chunks, roster)
            break
    if strong:
        for step in range(at + 1, min(len(chunks), at + 9)):
            if chunks[step].lower in {"stop", "stopping", "block", "blocking", "halt", "halting"}:
                stopped = [
                    m
                    for m in read_list(chunks, step + 1)[:1]
                    if m.kind in {"organization", "acronym", "other"}
                ]
                out += make_sides(stopped, "defendant", number, at, 1.2, chunks, roster)
    before = [
        i
        for i in range(max(0, at - 4), at)
        if chunks[i].possessive and chunks[i].kind in PARTY_KINDS and isinstance(chunks[i].value, NameMention)
    ]
    if before and (strong or word in {"challenge", "petition"}):
        out += make_sides([chunks[before[-1]].value], "plaintiff", number, at, weight, chunks, roster)
    filed = next(
        (i for i in range(max(0, at - 6), at) if chunks[i].lower in {"filed", "files", "brought"}), None
    )
    if filed is not None and strong:
        use = read_verb(chunks, filed, "ds")
        subject = find_subject(chunks, use.first) if use.voice == "active" else None
        if subject is not None:
            out += make_sides(
                _np_names(chunks, subject, use.first), "plaintiff", number, at, 1.6, chunks, roster
            )
    return out
