"""Find the sides of the cases an article speaks of: who is accused, who sues whom.

Each find is one sentence's word for one party. Grouping finds into cases is for `cases.py`. A person
named as victim, witness, lawyer or judge is no party.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from casetrack.extract.chunks import Chunk
from casetrack.extract.contested import find_contested
from casetrack.extract.grammar import find_subject, read_verb
from casetrack.extract.names import NameMention
from casetrack.extract.party_find import LIST_GROUP, PartyFind, party_words, read_list
from casetrack.extract.party_sides import make_sides
from casetrack.extract.people import Roster
from casetrack.extract.policies import (
    find_administration,
    find_asking,
    find_favoured,
    find_office_policy,
    find_policy,
)
from casetrack.extract.sentences import Sentence
from casetrack.extract.suits import find_challengers, find_sue, find_suit
from casetrack.lexicon import load_table

LISTED_RE = re.compile(
    r"^\s*(?:Defendant\s+)?([A-Z][^,\d]{3,50}?),\s+(\d{2}),?\s+of\s+[A-Z][^.]{2,60}[;.,]?(?:\s+and)?$"
)


CLIENT_WORDS = frozenset({"attorney", "attorneys", "lawyer", "lawyers", "counsel"})
LABELS = frozenset(
    {"defendant", "defendants", "co-defendant", "co-defendants", "codefendant", "codefendants"}
)


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


def find_parties(
    sentence: Sentence, chunks: list[Chunk], number: int, roster: Roster, weighed: bool
) -> list[PartyFind]:
    """Find the parties one sentence shows.

    Args:
        number: which of the article's sentences it is.
        weighed: whether a decision or session is told in it.
    """
    listed = [LISTED_RE.match(line) for line in sentence.text.split("\n")]
    if chunks and all(listed) and len(sentence.text) < 120 * len(listed):
        return [_on_list(line, number) for line in listed if line]
    if not _quick_re().search(sentence.text):
        return []
    found = find_contested(chunks, number, roster, weighed)
    for at, chunk in enumerate(chunks):
        lower = chunk.lower
        if lower in party_words("criminal", "passive"):
            found += _passive(chunks, at, number, roster)
        if lower in party_words("criminal", "active"):
            found += _active(chunks, at, number, roster)
        if lower in party_words("criminal", "object"):
            found += _object(chunks, at, number, roster)
        if lower in {"conspired", "schemed", "plotted", "colluded"}:
            found += _conspired(chunks, at, number, roster)
        if lower == "against":
            found += _against(chunks, at, number, roster)
        if lower in CLIENT_WORDS and at + 2 < len(chunks) and chunks[at + 1].lower == "for":
            found += _client(chunks, at, number, roster)
        if lower in LABELS:
            found += _labelled(chunks, at, number, roster)
        if lower in party_words("civil", "sue"):
            found += find_sue(chunks, at, number, roster)
        if lower == "backed":
            found += find_favoured(chunks, at, number, roster)
        if lower in {"challengers", "plaintiffs", "petitioners"}:
            found += find_challengers(chunks, at, number, roster)
        if (
            chunk.possessive
            and isinstance(chunk.value, NameMention)
            and chunk.kind in {"name", "place", "organization"}
        ):
            found += find_policy(chunks, at, number, roster) + find_asking(chunks, at, number, roster)
        if chunk.possessive and lower[:-2] in roster.officials:
            found += find_office_policy(chunks, at, number, roster)
        if lower == "administration" and at:
            found += find_administration(chunks, at, number, roster)
        if lower in party_words("civil", "suit"):
            found += find_suit(chunks, at, number, roster)
        if chunk.possessive and chunk.kind == "name" and isinstance(chunk.value, NameMention):
            found += _owned(chunks, at, number, roster)
        if (
            lower in {"his", "her"}
            and at
            and chunks[at - 1].lower in {"as", "at", "during", "after", "before"}
        ):
            found += _owned_by_pronoun(chunks, at, number, roster)
        if lower == "guilty" and any(
            c.lower in {"found", "finds", "find"} for c in chunks[max(0, at - 9) : at]
        ):
            found += _found_guilty(chunks, at, number, roster)
    return found


def _on_list(line: re.Match[str], number: int) -> PartyFind:
    """Read a line of a list of accused: "Ann Porter, 31, of Reseda;"."""
    name, age = line.group(1).strip(), int(line.group(2))
    return PartyFind(name, "person", "defendant", True, 1.5, number, LIST_GROUP, age)


def _accused(
    names: list[NameMention], number: int, at: int, weight: float, roster: Roster
) -> list[PartyFind]:
    out = []
    for mention in names:
        if mention.kind in {"place", "other"}:
            continue
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
    if use.negated:
        return []
    weight = 0.6 if chunks[at].lower in party_words("criminal", "weak") else 1.5
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
    subject = _outside_relative(chunks, subject)
    if chunks[subject].kind == "person" and weight >= 1.0:
        return [PartyFind("", "person", "defendant", True, weight, number, number * 1000 + at)]
    return _accused(names_around(chunks, subject), number, at, weight, roster)


def _outside_relative(chunks: list[Chunk], subject: int) -> int:
    """In "the man who shot Ann Porter was sentenced", step from her to the man."""
    for back in range(subject - 1, max(0, subject - 9), -1):
        if chunks[back].kind == "comma":
            return subject
        if chunks[back].lower == "who" and subject - back > 1 and chunks[back - 1].kind in {"person", "word"}:
            return back - 1
    return subject


def _active(chunks: list[Chunk], at: int, number: int, roster: Roster) -> list[PartyFind]:
    if not any(c.lower in party_words("criminal", "active_needs") for c in chunks[at + 1 : at + 9]):
        return []
    weight = (
        0.4
        if chunks[at].lower in {"appeared", "surrendered", "faces", "faced", "face", "awaits", "awaiting"}
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
            or (chunk.kind == "comma" and not names)
            or (names and (chunk.lower in {"who", "that", ";"} or chunk.kind in {"be", "have", "modal"}))
        ):
            break
    return _accused(names, number, at, 1.5, roster)


def _found_guilty(chunks: list[Chunk], at: int, number: int, roster: Roster) -> list[PartyFind]:
    names = [
        c.value
        for i, c in enumerate(chunks[:at])
        if i >= at - 8
        and isinstance(c.value, NameMention)
        and c.kind == "name"
        and not c.possessive
        and not (i and chunks[i - 1].lower == "of")
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
        return make_sides(
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
    if not before & party_words("criminal", "against"):
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


def _conspired(chunks: list[Chunk], at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "The indictment says Ann Porter and her aide Bo Lee conspired": a charge, told as what they did."""
    if not {c.lower for c in chunks[:at]} & {
        "indictment",
        "complaint",
        "charges",
        "prosecutors",
        "charged",
        "accused",
    }:
        return []
    subject = find_subject(chunks, read_verb(chunks, at, "dn").first)
    return _accused(names_around(chunks, subject), number, at, 1.2, roster) if subject is not None else []


def _owned_by_pronoun(chunks: list[Chunk], at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Pointed at Ann Porter as her trial opened": the name just before is on trial."""
    if not {c.lower for c in chunks[at + 1 : at + 4]} & party_words("criminal", "owned"):
        return []
    before = [c for c in chunks[max(0, at - 4) : at] if c.kind == "name" and not c.possessive]
    return _accused([c.value for c in before[-1:]], number, at, 0.7, roster)


def _client(chunks: list[Chunk], at: int, number: int, roster: Roster) -> list[PartyFind]:
    """Read "lawyers for Ann Porter"."""
    named = [m for m in read_list(chunks, at + 2) if m.kind in {"person", "surname"}]
    return [
        PartyFind(roster.resolve(m), "person", "client", False, 0.8, number, number * 1000 + at)
        for m in named
        if not roster.is_judge(m) and not (m.title or "").endswith("President")
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
    if not any(word in party_words("criminal", "owned") for word in near):
        return []
    return _accused([chunks[at].value], number, at, 0.5, roster)
