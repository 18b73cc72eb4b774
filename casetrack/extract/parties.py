"""Find the sides of the cases an article speaks of: who is accused, who sues whom.

Each find is one sentence's word for one party. Grouping finds into cases is for `cases.py`. A person
named as victim, witness, lawyer or judge is no party.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from casetrack.extract.chunks import Chunk
from casetrack.extract.grammar import find_subject, read_verb
from casetrack.extract.names import NameMention
from casetrack.extract.people import Roster
from casetrack.extract.sentences import Sentence
from casetrack.lexicon import load_table

PARTY_KINDS = frozenset({"name", "organization", "place"})
CAPTION_RE = re.compile(
    r"((?:[A-Z][\w.’'&-]*|of|the|ex rel\.)(?:\s+(?:[A-Z][\w.’'&-]*|of|the|and|for|&))*?)\s+(?:v\.|vs\.?|versus)\s+((?:[A-Z][\w.’'&-]*)(?:\s+(?:[A-Z][\w.’'&-]*|of|and|for|the|&)){0,5})"
)
LISTED_RE = re.compile(
    r"^\s*(?:Defendant\s+)?([A-Z][^,\d]{3,50}?),\s+(\d{2}),?\s+of\s+[A-Z][^.]{2,60}[;.,]?(?:\s+and)?$"
)


COURT_RE = re.compile(r"\b(?:judges?|courts?|lawsuits?|sued|suit|injunction|appeals?|ruling|justices)\b")
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
CLIENT_WORDS = frozenset({"attorney", "attorneys", "lawyer", "lawyers", "counsel"})
LIST_GROUP = -1
"""The group of all names set out one a line: they are accused together."""


@dataclass(frozen=True, slots=True)
class PartyFind:
    """One party in one sentence; `side` is defendant or plaintiff, `weight` how sure."""

    name: str
    kind: str
    side: str
    criminal: bool
    weight: float
    sentence: int
    group: int
    age: int | None = None


@cache
def _table(group: str, key: str) -> frozenset[str]:
    return frozenset(load_table("parties")[group][key])


@cache
def _quick_re() -> re.Pattern[str]:
    words: set[str] = set()
    for keys in load_table("parties").values():
        for value in keys.values():
            words |= {word.split()[-1] for word in value}
    return re.compile(
        r"\b(?:defendants?|plaintiffs?|challengers|petitioners|administration|against|identified|v\.|ban|order|policy|rule|request|bid|motion|attorneys?|lawyers?|right|"
        + "|".join(sorted(words))
        + r")\b",
        re.IGNORECASE,
    )


def find_parties(sentence: Sentence, chunks: list[Chunk], number: int, roster: Roster) -> list[PartyFind]:
    """Find the parties one sentence shows; `number` counts the article's sentences."""
    listed = LISTED_RE.match(sentence.text)
    if listed and chunks and len(sentence.text) < 120:
        return [
            PartyFind(
                listed.group(1).strip(),
                "person",
                "defendant",
                True,
                1.5,
                number,
                LIST_GROUP,
                int(listed.group(2)),
            )
        ]
    if not _quick_re().search(sentence.text):
        return []
    found: list[PartyFind] = []
    for at, chunk in enumerate(chunks):
        lower = chunk.lower
        if lower in _table("criminal", "passive"):
            found += _passive(chunks, at, number, roster)
        if lower in _table("criminal", "active"):
            found += _active(chunks, at, number, roster)
        if lower in _table("criminal", "object"):
            found += _object(chunks, at, number, roster)
        if lower == "against":
            found += _against(chunks, at, number, roster)
        if lower in {"defendant", "defendants"}:
            found += _labelled(chunks, at, number, roster)
        if lower in _table("civil", "sue"):
            found += _sue(chunks, at, number, roster)
        if lower in {"sided", "backed"}:
            found += _favoured(chunks, at, number, roster)
        if lower in {"challengers", "plaintiffs", "petitioners"}:
            found += _challengers(chunks, at, number, roster)
        if (
            chunk.possessive
            and isinstance(chunk.value, NameMention)
            and chunk.kind in {"name", "place", "organization"}
        ):
            found += _policy(chunks, at, number, roster) + _asking(chunks, at, number, roster)
        if lower == "administration" and at:
            found += _administration(chunks, at, number, roster)
        if lower in _table("civil", "suit"):
            found += _suit(chunks, at, number, roster)
        if chunk.possessive and chunk.kind == "name" and isinstance(chunk.value, NameMention):
            found += _owned(chunks, at, number, roster)
        if lower == "guilty" and any(c.lower in {"found", "finds"} for c in chunks[max(0, at - 9) : at]):
            found += _found_guilty(chunks, at, number, roster)
    return found


def _accused(
    names: list[NameMention], number: int, at: int, weight: float, roster: Roster
) -> list[PartyFind]:
    out = []
    for mention in names:
        if roster.is_judge(mention) or (
            mention.title
            and re.search(
                r"(?:Attorney|Prosecutor|DA|Counsel|Detective|Officer|Agent|Sheriff)s?$", mention.title
            )
            and weight < 2
        ):
            continue
        name = roster.resolve(mention)
        kind = "organization" if mention.kind in {"organization", "acronym", "other"} else "person"
        if kind == "organization" and len(name.split()) > 6:
            continue
        out.append(PartyFind(name, kind, "defendant", True, weight, number, number * 1000 + at, mention.age))
    return out


def names_around(chunks: list[Chunk], at: int) -> list[NameMention]:
    """Give the names joined to the one at `at`: "Manafort, 68, and Gates", leftwards."""
    chunk = chunks[at]
    names = (
        [chunk.value]
        if isinstance(chunk.value, NameMention) and chunk.kind in {"name", "place"} and not chunk.possessive
        else []
    )
    back = at - 1
    while back >= 0 and names and at - back < 30:
        here = chunks[back]
        if isinstance(here.value, NameMention) and here.kind == "name" and not here.possessive:
            if any(c.kind in {"conj", "comma"} for c in chunks[back + 1 : back + 8]) and _only_list(
                chunks[back + 1 : at]
            ):
                names.insert(0, here.value)
            else:
                break
        back -= 1
    return names


def _only_list(between: list[Chunk]) -> bool:
    allowed = {"comma", "conj", "name", "det", "place"}
    return any(c.lower in {"and", ";"} or c.kind == "comma" for c in between) and all(
        c.kind in allowed
        or c.lower.isdigit()
        or c.lower
        in {
            "his",
            "her",
            "of",
            "associate",
            "business",
            "co-defendant",
            "former",
            "aide",
            "wife",
            "brother",
            "son",
            "partner",
        }
        for c in between
    )


def _passive(chunks: list[Chunk], at: int, number: int, roster: Roster) -> list[PartyFind]:
    use = read_verb(chunks, at, "dn")
    weight = 0.6 if chunks[at].lower in _table("criminal", "weak") else 1.5
    if chunks[at].lower == "denied" and not any(
        c.lower in {"parole", "bail", "bond"} for c in chunks[at + 1 : at + 4]
    ):
        return []
    if chunks[at].lower == "held" and not any(
        c.lower in {"bail", "bond", "answer", "custody"} for c in chunks[at + 1 : at + 6]
    ):
        return []
    if use.voice != "passive" and not any(c.kind == "be" for c in chunks[max(0, at - 4) : at]):
        return []
    subject = find_subject(chunks, use.first)
    return _accused_subject(chunks, subject, number, at, weight, roster)


def _accused_subject(
    chunks: list[Chunk], subject: int | None, number: int, at: int, weight: float, roster: Roster
) -> list[PartyFind]:
    """Give the accused at a subject; "a Brooklyn man" is kept without a name, to be named later."""
    if subject is None:
        return []
    if chunks[subject].kind == "person" and weight >= 1.0:
        return [PartyFind("", "person", "defendant", True, weight, number, number * 1000 + at)]
    return _accused(names_around(chunks, subject), number, at, weight, roster)


def _active(chunks: list[Chunk], at: int, number: int, roster: Roster) -> list[PartyFind]:
    if not any(c.lower in _table("criminal", "active_needs") for c in chunks[at + 1 : at + 9]):
        return []
    weight = (
        0.4
        if chunks[at].lower in {"appeared", "surrendered", "faces", "faced", "awaits", "awaiting"}
        else 1.5
    )
    subject = find_subject(chunks, read_verb(chunks, at, "dsbg").first)
    return _accused_subject(chunks, subject, number, at, weight, roster)


def _object(chunks: list[Chunk], at: int, number: int, roster: Roster) -> list[PartyFind]:
    if any(c.kind == "be" for c in chunks[max(0, at - 2) : at]):
        return []
    names: list[NameMention] = []
    for chunk in chunks[at + 1 : at + 14]:
        if isinstance(chunk.value, NameMention) and chunk.kind == "name" and not chunk.possessive:
            names.append(chunk.value)
        elif (
            chunk.kind == "prep"
            or chunk.lower in {"with", "who", "that", ";"}
            or chunk.kind in {"be", "have", "modal"}
        ):
            if names or chunk.kind == "prep":
                break
    return _accused(names, number, at, 1.5, roster)


def _found_guilty(chunks: list[Chunk], at: int, number: int, roster: Roster) -> list[PartyFind]:
    names = [
        c.value
        for c in chunks[max(0, at - 8) : at]
        if isinstance(c.value, NameMention) and c.kind == "name" and not c.possessive
    ]
    if any(c.kind == "be" for c in chunks[max(0, at - 5) : at]):
        found = next((i for i in range(at, -1, -1) if chunks[i].lower in {"found", "finds"}), at)
        subject = find_subject(chunks, read_verb(chunks, found, "n").first)
        names = names_around(chunks, subject) if subject is not None else []
    return _accused(names, number, at, 1.5, roster)


def _against(chunks: list[Chunk], at: int, number: int, roster: Roster) -> list[PartyFind]:
    before = {c.lower for c in chunks[max(0, at - 4) : at]}
    names = [m for m in read_list(chunks, at + 1) if m.kind in {"person", "surname"}]
    if before & {"ruled", "rules", "ruling"}:
        return _sides(
            [
                m
                for m in read_list(chunks, at + 1)[:1]
                if m.kind != "place" and not (m.title or "").endswith("President")
            ],
            "plaintiff",
            number,
            at,
            0.8,
            chunks,
            roster,
        )
    if not before & _table("criminal", "against"):
        return []
    strong = bool(before & {"charges", "charge", "indictment", "indictments", "prosecution", "counts"})
    return _accused(names, number, at, 1.2 if strong else 0.5, roster)


def _labelled(chunks: list[Chunk], at: int, number: int, roster: Roster) -> list[PartyFind]:
    """Read "defendant Ann Porter", "identified the defendant as Ann Porter, 65"."""
    after = chunks[at + 1 : at + 5]
    names: list[NameMention] = []
    for step, chunk in enumerate(after):
        if isinstance(chunk.value, NameMention) and chunk.kind == "name" and not chunk.possessive:
            names = read_list(chunks, at + 1 + step)
            break
        if chunk.kind not in {"comma", "dash"} and chunk.lower not in {
            "as",
            "is",
            "include",
            "including",
            "are",
            "in",
        }:
            break
    if (
        not names
        and chunks[at].lower == "defendants"
        and any(c.lower in {"include", "includes"} for c in chunks[at : at + 8])
    ):
        step = next(i for i in range(at, len(chunks)) if chunks[i].lower in {"include", "includes"})
        names = read_list(chunks, step + 1)
    return [
        replace(f, group=LIST_GROUP)
        for f in _accused([n for n in names if n.kind in {"person", "surname"}], number, at, 2.0, roster)
    ]


def _owned(chunks: list[Chunk], at: int, number: int, roster: Roster) -> list[PartyFind]:
    near = [c.lower for c in chunks[at + 1 : at + 4]]
    mention = chunks[at].value
    if any(word in CLIENT_WORDS for word in near) or near[:1] == ["right"]:
        if roster.is_judge(mention) or (mention.title and mention.title.endswith("President")):
            return []
        return [
            PartyFind(roster.resolve(mention), "person", "client", False, 0.8, number, number * 1000 + at)
        ]
    if not any(word in _table("criminal", "owned") for word in near):
        return []
    return _accused([chunks[at].value], number, at, 0.5, roster)


def read_list(chunks: list[Chunk], start: int) -> list[NameMention]:
    """Read a list of names that begins near `start`, going right: "A, 31, and the B Council"."""
    names: list[NameMention] = []
    gap = 0
    for at in range(start, min(len(chunks), start + 60)):
        chunk = chunks[at]
        if isinstance(chunk.value, NameMention) and chunk.kind in PARTY_KINDS:
            names.append(chunk.value)
            gap = 0
            if chunk.possessive:
                break
            continue
        if chunk.kind in {"comma", "conj", "det"} or chunk.lower.isdigit() or chunk.lower in {"jr", "."}:
            continue
        gap += 1
        limit = 5 if not names else 3
        if (
            chunk.kind in {"be", "have", "modal", "relative", "dash", "quote", "if"}
            or (chunk.kind == "prep" and chunk.lower not in {"of"})
            or gap > limit
        ):
            break
        if names and chunk.kind == "word" and chunk.lower.endswith("ed") and chunk.lower not in {"united"}:
            break
    return names


def _sides(
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


def _sue(chunks: list[Chunk], at: int, number: int, roster: Roster) -> list[PartyFind]:
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
        _sides(_np_names(chunks, subject, use.first), "plaintiff", number, at, weight, chunks, roster)
        if subject is not None
        else []
    )
    if weight < 2.0:
        return sides
    return sides + _sides(read_list(chunks, at + 1), "defendant", number, at, 2.0, chunks, roster)


def _administration(chunks: list[Chunk], at: int, number: int, roster: Roster) -> list[PartyFind]:
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


def _challengers(chunks: list[Chunk], at: int, number: int, roster: Roster) -> list[PartyFind]:
    """Read "challengers, including the state of Hawaii and the Union"."""
    for step in range(at + 1, min(len(chunks), at + 4)):
        if chunks[step].lower in {"including", "include", "are"}:
            return _sides(read_list(chunks, step + 1), "plaintiff", number, at, 1.3, chunks, roster)
    return []


def _favoured(chunks: list[Chunk], at: int, number: int, roster: Roster) -> list[PartyFind]:
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
    return _sides([chunks[at].value, *bought], "defendant", number, at, 1.5, chunks, roster)


def _policy(chunks: list[Chunk], at: int, number: int, roster: Roster) -> list[PartyFind]:
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


def _asking(chunks: list[Chunk], at: int, number: int, roster: Roster) -> list[PartyFind]:
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
    return _sides([chunks[at].value], "plaintiff", number, at, 1.0, chunks, roster)


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


def _suit(chunks: list[Chunk], at: int, number: int, roster: Roster) -> list[PartyFind]:
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
            strong or any(c.lower in _table("civil", "brought") for c in chunks[at:step]) or step == at + 1
        ):
            out += _sides(read_list(chunks, step + 1), "plaintiff", number, at, weight, chunks, roster)
            break
    for step in range(at + 1, min(len(chunks), at + 9)):
        if chunks[step].lower == "against" and strong:
            out += _sides(read_list(chunks, step + 1), "defendant", number, at, weight, chunks, roster)
            break
    if strong:
        for step in range(at + 1, min(len(chunks), at + 9)):
            if chunks[step].lower in {"stop", "stopping", "block", "blocking", "halt", "halting"}:
                stopped = [
                    m
                    for m in read_list(chunks, step + 1)[:1]
                    if m.kind in {"organization", "acronym", "other"}
                ]
                out += _sides(stopped, "defendant", number, at, 1.2, chunks, roster)
    before = [
        i
        for i in range(max(0, at - 4), at)
        if chunks[i].possessive and chunks[i].kind in PARTY_KINDS and isinstance(chunks[i].value, NameMention)
    ]
    if before and (strong or word in {"challenge", "petition"}):
        out += _sides([chunks[before[-1]].value], "plaintiff", number, at, weight, chunks, roster)
    filed = next(
        (i for i in range(max(0, at - 6), at) if chunks[i].lower in {"filed", "files", "brought"}), None
    )
    if filed is not None and strong:
        use = read_verb(chunks, filed, "ds")
        subject = find_subject(chunks, use.first) if use.voice == "active" else None
        if subject is not None:
            out += _sides(_np_names(chunks, subject, use.first), "plaintiff", number, at, 1.6, chunks, roster)
    return out
