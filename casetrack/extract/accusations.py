"""Find who stands accused: one sentence's words for what was charged, tried and found.

"Ann Porter was charged", "a jury convicted Ann Porter", "the defendant, Ann Porter", "along with her aide".
A person named as victim, lawyer or judge is none.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from casetrack.extract.addresses import is_year_old
from casetrack.extract.chunks import Chunk, Clause
from casetrack.extract.grammar import find_subject, read_verb
from casetrack.extract.names import NameMention
from casetrack.extract.party_find import (
    LIST_GROUP,
    PartyFind,
    is_adjective,
    party_words,
    past_title,
    read_list,
)
from casetrack.extract.people import Roster
from casetrack.extract.together import (
    KIN,
    counted_one,
    described_object,
    listed_objects,
    named_subjects,
    names_around,
)


def read_listed(line: re.Match[str], number: int) -> PartyFind:
    """Read a line of a list of accused: "Ann Porter, 31, of Reseda;"."""
    name, age = line.group(1).strip(), int(line.group(2))
    return PartyFind(name, "person", "defendant", True, 1.5, number, LIST_GROUP, age)


def accuse(names: list[NameMention], number: int, at: int, weight: float, roster: Roster) -> list[PartyFind]:
    out = []
    for mention in names:
        if mention.kind in {"place", "other", "weak"} or NO_ACCUSED_RE.search(mention.text):
            continue
        if mention.text.lower() in party_words("criminal", "passive"):
            continue  # a headline: "Two Co-Defendants Indicted"
        if roster.is_judge(mention) or (mention.title and weight < _needed_of(mention.title)):
            continue
        name = roster.resolve(mention)
        kind = "organization" if mention.kind in {"organization", "acronym", "other"} else "person"
        if kind == "organization" and len(name.split()) > 6:
            continue
        out.append(PartyFind(name, kind, "defendant", True, weight, number, number * 1000 + at, mention.age))
    return out


def _needed_of(title: str) -> float:
    """Give how plainly one of such an office must be accused: prosecutors are told of, officers may be."""
    if re.search(r"(?:Attorney|Prosecutor|DA|Counsel)s?$", title):
        return 2
    return 1.2 if re.search(r"(?:Detective|Officer|Agent|Sheriff)s?$", title) else 0


NO_ACCUSED_RE = re.compile(
    r"^(?:Jane|John) (?:Doe|Roe|Poe|Moe)\b"
    r"|\b(?:Justice|Detention|Court|Civic) (?:Center|Centre|Complex)\b"
    r"|\b(?:Secretary|Minister|Commissioner|Governor|Chairman|Chairwoman|Director|Manager|Officer)$"
    r"|\b(?:Bandits?|Killer|Rapist|Bomber|Strangler|Slasher|Robber|Burglar|Ripper)$"
)
"""Names of victims, of houses of courts, of offices, and those the police give a man before they have his."""
COUNTS = frozenset({"count", "counts", "charge", "charges", "indictment"})


NEEDED = {
    "denied": (frozenset({"parole", "bail", "bond"}), 3),
    "held": (frozenset({"bail", "bond", "answer", "custody"}), 5),
    "remanded": (frozenset({"custody", "bail", "jail"}), 4),
    "cleared": (frozenset({"of"}), 1),
}
"""What must follow within so many words where the passive alone tells nothing of a charge."""
VIOLENT = frozenset({"killing", "murdering", "stabbing", "strangling", "raping", "robbing", "shooting"})
""" "Accused of" these, one stands accused of a crime and not in a suit."""
STAYS = frozenset({"remains", "remained", "stands", "stood"})
""" "Ann Porter remains charged", "stands accused"."""


def find_passive(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    ordered = at > 0 and chunks[at - 1].lower == "ordered"  # "Ann Porter was ordered held without bail"
    use = read_verb(chunks, at - ordered, "dn")
    if use.negated:
        return []
    weight = 0.6 if chunks[at].lower in party_words("criminal", "weak") else 1.5
    after = [c.lower for c in chunks[at + 1 : at + 4]]
    if chunks[at].lower == "tried" and after in (["as", "an", "adult"], ["as", "a", "juvenile"]):
        weight = 1.2
    if chunks[at].lower == "accused" and after[:1] == ["of"] and not VIOLENT.isdisjoint(after):
        weight = 1.0
    needed, reach = NEEDED.get(chunks[at].lower, (frozenset(), 0))
    if reach and needed.isdisjoint([c.lower for c in chunks[at + 1 : at + 1 + reach]]):
        return []
    if chunks[at].lower == "arrested" and not COUNTS & {c.lower for c in chunks[at + 1 :]}:
        return []
    aside = _beside_name(chunks, at)
    if aside is not None:
        return accuse([aside], number, at, weight, roster)
    stays = at > 0 and chunks[at - 1].lower in STAYS
    among = _among(chunks, at) if "among" in chunks.words else None
    if among is not None:
        return _accused_together(chunks, among, number, at, weight, roster)
    if use.voice != "passive" and not stays and not any(c.kind == "be" for c in chunks[max(0, at - 4) : at]):
        return []
    first = at - 1 if stays else awaited(chunks, use.first)
    found = _accused_together(chunks, first, number, at, weight, roster)
    return found + _accused_with(chunks, at, number, weight, roster)


def awaited(chunks: list[Chunk], first: int) -> int:
    """Step from the "to" or "for" of "is scheduled to be tried", "is set for trial" to its "is"."""
    if first > 1 and chunks[first].lower in {"to", "for"}:
        back = first - 2 if chunks[first - 1].lower in AWAITS else first - 1
        if chunks[back].kind == "be":
            return back
    return first


AWAITS = frozenset({"scheduled", "set", "due", "slated", "expected"})


def _beside_name(chunks: list[Chunk], at: int) -> NameMention | None:
    """Give Ann Porter of "Ann Porter, 31, charged with theft, was bailed", "ordered Ann Porter, 31, held"."""
    if at < 2 or at + 1 == len(chunks) or chunks[at - 1].kind != "comma":
        return None
    held = chunks[at].lower == "held" and "ordered" in {c.lower for c in chunks[max(0, at - 7) : at]}
    if chunks[at + 1].lower != "with" and not held:
        return None
    told = at - 2
    if chunks[told].lower.isdigit() and told > 1 and chunks[told - 1].kind == "comma":
        told -= 2
    value = chunks[told].value
    named = chunks[told].kind == "name" and not chunks[told].possessive
    return value if named and isinstance(value, NameMention) else None


JOINTS = frozenset({("along", "with"), ("together", "with"), ("among", "them")})
JOINING = frozenset({"along", "together", "among", "including"})


def _accused_with(chunks: Clause, at: int, number: int, weight: float, roster: Roster) -> list[PartyFind]:
    """ "Was charged last week along with her aide, Bo Lee", "were charged, among them Bo Lee": he is too."""
    if JOINING.isdisjoint(chunks.words):
        return []
    told = ((i, chunks[i].lower, chunks[i + 1].lower) for i in range(at + 1, min(len(chunks) - 1, at + 12)))
    joint = next(
        (
            i + (word != "including")
            for i, word, after in told
            if (word, after) in JOINTS or word == "including"
        ),
        None,
    )
    if joint is None:
        return []
    kinds = {"person"} if chunks[joint].lower in {"including", "them"} else {"person", "surname"}
    named = [m for m in read_list(chunks, joint + 1) if m.kind in kinds]
    found = accuse(named, number, at, weight, roster)
    return [replace(f, group=number * 1000 + at) for f in found]


def _accused_together(
    chunks: list[Chunk], first: int, number: int, at: int, weight: float, roster: Roster
) -> list[PartyFind]:
    """Give those who are named together before the verb group at `first`, else its subject."""
    subject = find_subject(chunks, first)
    counted = counted_one(chunks, subject, first)
    named = named_subjects(chunks, first) if counted is None else [chunks[counted].value]
    together = accuse(named, number, at, weight, roster)
    return together or accused_subject(chunks, subject, number, at, weight, roster)


def accused_subject(
    chunks: list[Chunk], subject: int | None, number: int, at: int, weight: float, roster: Roster
) -> list[PartyFind]:
    """Give the accused at a subject; "a Brooklyn man" is kept without a name, to be named later."""
    if subject is None:
        return []
    subject = _described(chunks, _outside_relative(chunks, _before_bracket(chunks, subject)))
    if subject > 2 and chunks[subject - 1].lower == "of" and chunks[subject - 2].lower in KIN:
        subject -= 2  # "The son of Senator Bo Lee was charged"
    if subject > 1 and chunks[subject - 1].lower in ALIAS:  # "Ann Porter aka Dice was charged"
        subject -= 2
    spoken = chunks[subject].lower if chunks[subject].lower in {"he", "she"} else None
    told = chunks[subject].kind == "person" or spoken is not None
    if is_year_old(chunks[subject]):
        told, spoken = True, "he" if subject and chunks[subject - 1].lower == "the" else None
    elif chunks[subject].lower in TOGETHER:
        told, spoken = True, "they"
    if told and weight >= 1.0:
        return [PartyFind("", "person", "defendant", True, weight, number, number * 1000 + at, noun=spoken)]
    return accuse(names_around(chunks, subject), number, at, weight, roster)


def _before_bracket(chunks: list[Chunk], subject: int) -> int:
    """In "Ann Porter (D.O.B. 2/9/92) of Mattapan was arraigned", step from where she lives to her."""
    if subject < 4 or chunks[subject - 1].lower not in {"of", "from"} or chunks[subject - 2].text != ")":
        return subject
    opening = next((i for i in range(subject - 3, 0, -1) if chunks[i].text == "("), 0)
    return opening - 1 if opening and chunks[opening - 1].kind == "name" else subject


def _among(chunks: list[Chunk], at: int) -> int | None:
    """Give the "are" of "Ann Porter and Bo Lee are among those charged"."""
    among = next((i for i in range(at - 1, max(0, at - 6), -1) if chunks[i].lower == "among"), None)
    return among - 1 if among and chunks[among - 1].kind == "be" else None


ALIAS = frozenset({"aka", "a.k.a", "a.k.a.", "alias"})
TOGETHER = frozenset({"they", "pair", "duo", "trio", "couple", "both"})
"""Words for accused of whom the sentences before tell."""


def _outside_relative(chunks: list[Chunk], subject: int) -> int:
    """In "the man who shot Ann Porter was sentenced", step from her to the man."""
    for back in range(subject - 1, max(0, subject - 9), -1):
        if chunks[back].kind == "comma":
            return subject
        if chunks[back].lower == "who" and subject - back > 1 and chunks[back - 1].kind in {"person", "word"}:
            return back - 1
    return subject


def _described(chunks: list[Chunk], subject: int) -> int:
    """In "was Ann Porter, a former sales manager who pleaded guilty", step from the manager to her."""
    near = [c.lower for c in chunks[subject + 1 : subject + 3]]
    if chunks[subject].kind != "person" or (near[:1] != ["who"] and near != [",", "who"]):
        return subject
    for back in range(subject - 1, max(0, subject - 9), -1):
        if chunks[back].kind == "comma":
            told = chunks[back - 1].kind == "name" and chunks[back + 1].kind == "det"
            return back - 1 if told else subject
        if chunks[back].kind in {"be", "have", "prep", "conj"}:
            return subject
    return subject


PLEADING = frozenset({"pleaded", "pled", "pleads", "plead"})  # as a company may that stands accused
APPEARANCES = frozenset({"appearance", "appearances"})


def find_active(chunks: list[Chunk], at: int, number: int, roster: Roster) -> list[PartyFind]:
    if not any(c.lower in party_words("criminal", "active_needs") for c in chunks[at + 1 : at + 9]):
        return []
    if chunks[at].lower == "made" and not any(c.lower in APPEARANCES for c in chunks[at + 1 : at + 6]):
        return []
    weight = (
        0.4
        if chunks[at].lower in {"appeared", "surrendered", "faces", "faced", "face", "awaits", "awaiting"}
        else 1.5
    )
    tried = chunks[at + 1].lower in TRIED or _is_own_trial(chunks, at)
    if weight < 1 and (tried or _is_of_charge(chunks, at)):
        weight = 1.2
    first = awaited(chunks, read_verb(chunks, at, "dsbg").first)
    subject = find_subject(chunks, first)
    if subject is not None and chunks[subject].kind == "organization" and chunks[at].lower in PLEADING:
        value = chunks[subject].value
        named = [value] if isinstance(value, NameMention) and not chunks[subject].possessive else []
        return accuse(named, number, at, weight, roster)
    found = _accused_together(chunks, first, number, at, weight, roster)
    if not found and chunks[at].lower == "pleading":  # "Ann Porter is cooperating after pleading guilty"
        opening = next((c.value for c in chunks[:4] if c.kind == "name" and not c.possessive), None)
        found = accuse([opening] if opening else [], number, at, 1.2, roster)
    if chunks[at].lower in APPEARS:
        found = [replace(f, weight=AGED) if f.age is not None else f for f in found]
    return found


TRIED = frozenset({"trial", "retrial", "sentencing"})
OWN = frozenset({"his", "her", "their", "own", "a", "an", "another"})


def _is_own_trial(chunks: list[Chunk], at: int) -> bool:
    """Tell "face their own murder trial", "faces a fraud trial": its kind stands before it."""
    near = [c.lower for c in chunks[at + 1 : at + 6]]
    told = next((step for step, word in enumerate(near) if word in TRIED), 0)
    return near[:1] != [] and near[0] in OWN and not party_words("criminal", "crime").isdisjoint(near[:told])


def _is_of_charge(chunks: list[Chunk], at: int) -> bool:
    """Tell "appeared before Judge Lee on a count of theft", "appeared in court charged with theft"."""
    if chunks[at].lower not in APPEARS:
        return False
    words = [c.lower for c in chunks[at : at + 14]]
    return "charged" in words or any(
        word in COUNTS and "on" in words[max(0, step - 4) : step] for step, word in enumerate(words)
    )


APPEARS = frozenset({"appeared", "appears"})
AGED = 0.9
"""How sure it is of one whose age is told, as reporters tell it of the accused."""


def find_object(chunks: list[Chunk], at: int, number: int, roster: Roster) -> list[PartyFind]:
    told_of = any(c.kind == "be" for c in chunks[max(0, at - 2) : at]) and not chunks[at].lower.endswith(
        "ing"
    )
    served = chunks[at].lower == "sentences" and at > 0 and chunks[at - 1].kind in {"word", "prep", "det"}
    if told_of or served or _names_office(chunks, at):
        return []  # "a bill to ease prison sentences"
    if chunks[at].lower in {"charged", "charging"} and "$" in [c.lower for c in chunks[at + 1 : at + 7]]:
        return []  # "charged 1,900 people $600 each"
    if chunks[at].lower == "cleared" and not FAULT.isdisjoint(c.lower for c in chunks[at + 1 : at + 14]):
        return []  # "cleared Dr. Ann Porter of any fault": in a suit
    if [c.lower for c in chunks[at + 1 : at + 3]] == ["one", "of"]:
        return accuse(_one_of(chunks, at), number, at, 1.5, roster)
    names: list[NameMention] = []
    passed, of_body = 0, False
    for here, (before, chunk) in enumerate(pairwise(chunks[at : at + 14]), at + 1):
        passed = passed or (past_title(chunks, here) if chunk.kind == "quote" else 0)
        if here < passed:
            continue
        if isinstance(chunk.value, NameMention) and chunk.kind == "name" and not chunk.possessive:
            of_body = is_adjective(chunks, here)
            if not of_body:
                names.append(chunk.value)
        elif (
            chunk.kind == "prep"
            # "Charged her husband, Ann Porter": what he is called stands before the name.
            or (chunk.kind == "comma" and not names and before.kind != "person" and not of_body)
            or (names and (chunk.lower in {"who", "that", ";"} or chunk.kind in {"be", "have", "modal"}))
        ):
            break
    described = None if names else described_object(chunks, at + 1)
    if described is not None:
        names.append(chunks[described].value)
    together = listed_objects(chunks, at + 1) if names else []
    if len(together) > len(names) and together[0] == names[0]:
        names = [name for name in together if name.kind != "organization"]
    return accuse(names, number, at, 1.5, roster)


FAULT = frozenset({"fault", "negligence", "liability", "malpractice", "responsibility"})


def _one_of(chunks: list[Chunk], at: int) -> list[NameMention]:
    """Give Ann Porter of "acquitted one of them, Ann Porter, in May"."""
    for before, chunk in pairwise(chunks[at + 3 : at + 7]):
        if before.kind == "comma" and chunk.kind == "name" and isinstance(chunk.value, NameMention):
            return [chunk.value]
    return []


def _names_office(chunks: list[Chunk], at: int) -> bool:
    """Tell "Prosecuting attorney Ann Porter", whose office it is to prosecute."""
    return (
        chunks[at].lower.endswith("ing")
        and at + 1 < len(chunks)
        and chunks[at + 1].lower in {"attorney", "attorneys", "counsel", "officer"}
    )


FINDING = frozenset({"found", "finds", "find", "finding"})


def find_found_guilty(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "A jury found Ann Porter guilty", "Ann Porter was found guilty"."""
    if FINDING.isdisjoint([c.lower for c in chunks[max(0, at - 9) : at]]):
        return []
    verb = next(i for i in range(at - 1, -1, -1) if chunks[i].lower in FINDING)
    whom = any(c.kind == "name" for c in chunks[verb + 1 : at])
    names = [
        c.value
        for i, c in enumerate(chunks[:at])
        if i >= (verb if whom else at - 8)  # "Ann Lee asked the judge to find Al Dow guilty"
        and isinstance(c.value, NameMention)
        and c.kind == "name"
        and not c.possessive
        and not (i and chunks[i - 1].lower == "of")
    ]
    if any(c.kind == "be" for c in chunks[max(0, at - 5) : at]):
        found = next((i for i in range(at, -1, -1) if chunks[i].lower in {"found", "finds"}), at)
        first = read_verb(chunks, found, "n").first
        subjects = _accused_together(chunks, first, number, at, 1.5, roster)
        return subjects + _accused_with(chunks, at, number, 1.5, roster)
    near = {c.lower for c in chunks[max(0, at - 3) : at]}
    if not names and near & {"him", "her"} and near & {"finding", "found", "find"}:
        return [PartyFind("", "person", "defendant", True, 1.5, number, number * 1000 + at, noun="he")]
    return accuse(names, number, at, 1.5, roster)
