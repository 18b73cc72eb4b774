"""Find who stands accused by what a court does about them, with no word of a charge.

"Bail was set for Ann Porter", "the conviction of a former sheriff, Ann Porter", "Ann Porter, 31, admitted
theft and got probation": what stands there is always somebody who is prosecuted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from casetrack.extract.accusations import AGED, accuse, accused_subject, awaited
from casetrack.extract.chunks import Chunk
from casetrack.extract.grammar import find_subject, is_finite, read_verb
from casetrack.extract.names import NameMention
from casetrack.extract.party_find import LIST_GROUP, PartyFind, party_words, read_list
from casetrack.extract.people import Roster
from casetrack.extract.together import listed_objects, names_around
from casetrack.lexicon import load_table

SURE = 1.2
HINTED = 0.5
NEAR = 8
WAIVED = frozenset({"hearing", "arraignment", "extradition", "indictment"})
"""What only an accused gives up."""
PLEAS = frozenset({"plea", "petition", "application", "request", "bid"})
DEEDS = frozenset([
    "accused", "charged", "convicted", "suspected", "who", "whose", "that", "murder", "killing", "death",
    "slaying", "shooting", "stabbing", "rape", "assault", "kidnapping", "robbery",
])  # fmt: skip
"""After these stand the deed and its victim."""
CRIME = frozenset({"charged", "accused", "mistrial", "murder", "charges", "robber", "suspect", "convicted"})


def find_awaited(chunks: list[Chunk], at: int, number: int, roster: Roster) -> list[PartyFind]:
    """Read "bail was set at $5,000 for Ann Porter", "a plea hearing for Ann Porter"."""
    near = range(at + 1, min(len(chunks), at + 1 + NEAR))
    before = next((i for i in near if chunks[i].lower == "for"), None)
    if at + 2 < len(chunks) and chunks[at + 1].lower in PLEAS and chunks[at + 2].lower in {"by", "of"}:
        before = at + 2  # "a bail plea by developer Ann Porter"
    if before is None:
        return []
    weight = SURE if chunks[at].lower in party_words("summoned", "for_crime") else _weigh_any(chunks)
    return _accuse_people(_list_of(chunks, before + 1), number, at, weight, roster)


def find_under_indictment(chunks: list[Chunk], at: int, number: int, roster: Roster) -> list[PartyFind]:
    """Read "the trader, Ann Porter, is under indictment in Miami"."""
    under = at - 1 - (chunks[at - 1].lower in {"federal", "state", "criminal"}) if at > 3 else 0
    if under < 2 or chunks[under].lower != "under":
        return []
    verb = under - 1 - (chunks[under - 1].kind == "adverb")
    told = chunks[verb].kind == "be" or chunks[verb].lower == "remains"
    subject = find_subject(chunks, verb) if told else None
    return [] if subject is None else accuse(names_around(chunks, subject), number, at, SURE, roster)


def find_case_of(chunks: list[Chunk], at: int, number: int, roster: Roster) -> list[PartyFind]:
    """Read "the conviction of a former sheriff, Ann Porter", "the case of Ann Porter, 51"."""
    if at + 1 == len(chunks) or chunks[at + 1].lower != "of" or (at and chunks[at - 1].lower == "civil"):
        return []
    weight = SURE if chunks[at].lower in party_words("summoned", "of_crime") else _weigh_any(chunks)
    together = listed_objects(chunks, at + 2)  # "the convictions of Ann Porter, of Reno, and Bo Lee, of Elko"
    named = together if len(together) > 1 else _list_of(chunks, at + 2)
    return _accuse_people(named[:2], number, at, weight, roster)


def find_dealt_with(chunks: list[Chunk], at: int, number: int, roster: Roster) -> list[PartyFind]:
    """Read "Ann Porter was given a suspended sentence", "Ann Porter got two years' probation"."""
    near = [c.lower for c in chunks[at + 1 : at + 1 + NEAR]]
    groups = [
        group
        for group in _groups_of()[chunks[at].lower]
        if not party_words("summoned", f"{group}_needs").isdisjoint(near)
    ]
    use = read_verb(chunks, at, "dnsbg") if groups else None
    if use is None or use.negated or not any((g in PASSIVE) == (use.voice == "passive") for g in groups):
        return []
    subject = find_subject(chunks, awaited(chunks, use.first))
    return _as_beside(accused_subject(chunks, subject, number, at, SURE, roster))


PASSIVE = frozenset({"passive", "judged", "sent"})
"""The groups of verbs that tell what was done to the one accused."""
BOARDS = ("Parole Board", "Board of Parole", "Parole Commission", "Board of Pardons", "Pardons Board")
FREEING = frozenset(
    {"turned", "paroled", "freed", "released", "refused", "denied", "rejected", "free", "parole"}
)


def find_paroled(chunks: list[Chunk], at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "The Ohio Parole Board has turned down Ann Porter": whom such a board hears, was convicted."""
    board = any(name in c.text for c in chunks[max(0, at - 6) : at] for name in BOARDS)
    after = at + 1 + (at + 1 < len(chunks) and chunks[at + 1].lower in {"down", "to"})
    if not board or after >= len(chunks):
        return []
    if chunks[at + 1].lower in {"him", "her"}:  # "turned him down", "denied her parole"
        noun = "he" if chunks[at + 1].lower == "him" else "she"
        return [PartyFind("", "person", "defendant", True, SURE, number, number * 1000 + at, noun=noun)]
    return _accuse_people(_list_of(chunks, after)[:1], number, at, SURE, roster)


def find_called(chunks: list[Chunk], at: int, number: int, roster: Roster) -> list[PartyFind]:
    """Read "accused killer Ann Porter", "the alleged gunman, Bo Lee"."""
    if at + 2 >= len(chunks) or (at and chunks[at - 1].kind in {"be", "have", "name", "judge", "jury"}):
        return []
    noun = chunks[at + 1]
    if noun.kind != "person" and not noun.lower.endswith(("er", "or", "ist", "man")):
        return []
    if noun.lower in party_words("summoned", "called_unless") or noun.possessive:
        return []
    named = chunks[at + 3] if chunks[at + 2].kind == "comma" and at + 3 < len(chunks) else chunks[at + 2]
    fits = named.kind == "name" and not named.possessive and isinstance(named.value, NameMention)
    return accuse([named.value] if fits else [], number, at, SURE, roster)


def find_in_indictment(chunks: list[Chunk], at: int, number: int, roster: Roster) -> list[PartyFind]:
    """Read "the indictment says that Ann Porter stole", "according to the indictment, Ann Porter stole"."""
    by_it = [c.lower for c in chunks[max(0, at - 4) : at]]
    if "according" in by_it and at + 1 < len(chunks) and chunks[at + 1].kind == "comma":
        return _accuse_people(read_list(chunks, at + 2), number, at, SURE, roster)
    near = range(at + 1, min(len(chunks) - 1, at + NEAR))
    verb = next((i for i in near if chunks[i].lower in party_words("summoned", "tells")), None)
    if verb is None:
        return []
    start = verb + 2 if chunks[verb + 1].lower == "that" else verb + 1
    return _accuse_people(read_list(chunks, start), number, at, SURE, roster)


def find_had(chunks: list[Chunk], at: int, number: int, roster: Roster) -> list[PartyFind]:
    """Read "Ann Porter, 41, had her case put off", "Bo Lee waived his preliminary hearing"."""
    near = [c.lower for c in chunks[at + 1 : at + 5]]
    given_up = chunks[at].lower != "had" and not WAIVED.isdisjoint(
        c.lower for c in chunks[at + 1 : at + NEAR]
    )
    if not given_up and near[:1] not in (["his"], ["her"], ["their"]):
        return []
    if given_up or not party_words("summoned", "for_crime").isdisjoint(near[1:]):
        weight = SURE
    elif not (party_words("summoned", "for_any") | party_words("summoned", "of_any")).isdisjoint(near[1:]):
        weight = HINTED
    else:
        return []
    found = accused_subject(chunks, find_subject(chunks, at), number, at, weight, roster)
    return _as_beside(found)


def find_bailed(chunks: list[Chunk], at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Ann Porter is out on bail", "Bo Lee, who is free on bond": whoever is, stands accused."""
    if at < 3 or chunks[at - 1].lower != "on" or chunks[at - 2].lower not in party_words("criminal", "free"):
        return []
    verb = next((i for i in range(at - 3, max(-1, at - 6), -1) if chunks[i].kind in {"be", "have"}), None)
    subject = find_subject(chunks, verb) if verb is not None else None
    return accuse(names_around(chunks, subject), number, at, 1.2, roster) if subject is not None else []


def find_released(chunks: list[Chunk], at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Ordered the release of former governor Ann Porter", "upheld the arrest of Bo Lee"."""
    if at + 2 >= len(chunks) or chunks[at + 1].lower != "of" or chunks[at - 1].kind != "det":
        return []
    if not {c.lower for c in chunks[max(0, at - 3) : at]} & RELEASING:
        return []
    named = [m for m in read_list(chunks[: at + 9], at + 2)[:1] if m.kind in {"person", "surname"}]
    return accuse(named, number, at, 1.2, roster)


RELEASING = frozenset(
    {"ordered", "orders", "ordering", "upheld", "granted", "blocked", "delayed", "approved"}
)


def find_held(chunks: list[Chunk], at: int, number: int, roster: Roster) -> list[PartyFind]:
    """Read "found cause to hold Ann Porter, 31, on a charge", "ordered Ann Porter held without bail"."""
    near = [c.lower for c in chunks[at + 1 : at + 2 * NEAR]]
    if party_words("summoned", "held_needs").isdisjoint(near):
        return []
    named = _list_of(chunks[: at + NEAR], at + 1)[:1]
    return _accuse_people(named, number, at, SURE, roster)


@cache
def _groups_of() -> dict[str, tuple[str, ...]]:
    """Give for each verb the groups it is of, those of `held` aside."""
    groups = [
        key
        for key in load_table("parties")["summoned"]
        if f"{key}_needs" in load_table("parties")["summoned"] and key != "held"
    ]
    found: dict[str, tuple[str, ...]] = {}
    for group in groups:
        for word in party_words("summoned", group):
            found[word] = (*found.get(word, ()), group)
    return found


def dealing_words() -> frozenset[str]:
    """Give the verbs that `find_dealt_with` reads."""
    return frozenset(_groups_of())


def _weigh_any(chunks: list[Chunk]) -> float:
    """Weigh a case or a hearing by whether its sentence speaks of a crime: it may be a suit's."""
    return HINTED if CRIME.isdisjoint([c.lower for c in chunks]) else AGED


def _list_of(chunks: list[Chunk], start: int) -> list[NameMention]:
    """Give the names of a list, none that owns or tells a place: "bail for Ann Porter's aide" is not hers."""
    end = next((i for i in range(start + 1, len(chunks)) if chunks[i].lower in DEEDS), len(chunks))
    named = read_list(chunks[:end], start)
    if not named:
        return named
    aside = [
        id(c.value)
        for at, c in enumerate(chunks[start:end], start)
        if c.possessive or (at + 1 < end and _is_noun(chunks, at + 1))
    ]
    return [name for name in named if id(name) not in aside]


def _is_noun(chunks: list[Chunk], at: int) -> bool:
    """Tell that a name only says where somebody is from: "a former Vista Grande soccer coach"."""
    plain = chunks[at].kind in {"word", "person"} and chunks[at].text[:1].islower()
    return plain and not chunks[at].lower.endswith("ed") and not is_finite(chunks, at)


def _accuse_people(
    named: Sequence[NameMention], number: int, at: int, weight: float, roster: Roster
) -> list[PartyFind]:
    people = [m for m in named if m.kind in {"person", "surname"}]
    return _as_beside(accuse(people, number, at, weight, roster))


def _as_beside(found: list[PartyFind]) -> list[PartyFind]:
    return [
        replace(f, weight=f.weight if f.age is None else max(f.weight, AGED), beside=bool(f.name))
        for f in found
        if f.kind == "person"
    ]


def find_owned_by_pronoun(chunks: list[Chunk], at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Pointed at Ann Porter as her trial opened": the name just before is on trial."""
    if not at or chunks[at - 1].lower not in {"as", "at", "during", "after", "before"}:
        return _appealing(chunks, at, number, roster)
    if not {c.lower for c in chunks[at + 1 : at + 4]} & party_words("criminal", "owned"):
        return []
    before = [c for c in chunks[max(0, at - 4) : at] if c.kind == "name" and not c.possessive]
    return accuse([c.value for c in before[-1:]], number, at, 0.7, roster)


def _appealing(chunks: list[Chunk], at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Ann Porter is appealing her conviction", "asked a court to overturn his sentence": who has it."""
    if party_words("criminal", "imposed").isdisjoint([c.lower for c in chunks[at + 1 : at + 5]]):
        return []
    words = party_words("criminal", "fight")
    verb = next((i for i in range(at - 1, max(-1, at - 6), -1) if chunks[i].lower in words), None)
    if verb is not None and verb and chunks[verb - 1].lower == "to":
        asked = party_words("criminal", "ask")
        verb = next((i for i in range(verb - 2, max(-1, verb - 12), -1) if chunks[i].lower in asked), None)
    if verb is not None and chunks[verb].lower == "appeal":
        verb = next((i for i in range(verb, max(-1, verb - 4), -1) if chunks[i].lower == "filed"), verb)
    if verb is None:
        return []
    subject = find_subject(chunks, read_verb(chunks, verb, "dsg").first)
    if subject is None:
        return []
    return accuse(client_of(chunks, subject) or names_around(chunks, subject), number, at, 1.2, roster)


def find_surrendered(chunks: list[Chunk], at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Ann Porter turned herself in": who does is accused, the more surely beside a word of charges."""
    if at + 1 >= len(chunks) or chunks[at + 1].lower != "in" or chunks[at - 1].lower not in TURNED:
        return []
    subject = find_subject(chunks, read_verb(chunks, at - 1, "ds").first)
    if subject is None:
        return []
    charged = not CHARGED.isdisjoint([c.lower for c in chunks])
    return accuse(names_around(chunks, subject), number, at, SURE if charged else HINTED, roster)


TURNED = frozenset({"turned", "turns"})
CHARGED = frozenset({"charges", "charge", "counts", "count", "charged", "indicted", "warrant"})


def find_bid_of(chunks: list[Chunk], at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "A bid by Ann Porter to stay out of jail", "an appeal by Bo Lee of his sentence": he is accused."""
    if at + 2 >= len(chunks) or chunks[at + 1].lower not in {"by", "from"}:
        return []
    named = [m for m in read_list(chunks[: at + 9], at + 2)[:1] if m.kind in {"person", "surname"}]
    near = [c.lower for c in chunks[at + 3 : at + 16]]
    return [] if OWN_FATE.isdisjoint(near) else accuse(named, number, at, SURE, roster)


OWN_FATE = frozenset(
    {"serving", "jail", "prison", "conviction", "sentence", "bail", "parole", "clemency", "execution"}
)
LAWYERS = frozenset({"lawyer", "lawyers", "attorney", "attorneys"})


def client_of(chunks: list[Chunk], at: int) -> list[NameMention]:
    """Give Ann Porter of "lawyers for Ann Porter", "Ann Porter's lawyers"."""
    if chunks[at].lower not in LAWYERS:
        return []
    owner = chunks[at - 1] if at else None
    if owner is not None and owner.possessive and isinstance(owner.value, NameMention):
        return [owner.value]
    return read_list(chunks[: at + 9], at + 2) if chunks[at + 1].lower == "for" else []


def find_conspired(chunks: list[Chunk], at: int, number: int, roster: Roster) -> list[PartyFind]:
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
    return accuse(names_around(chunks, subject), number, at, 1.2, roster) if subject is not None else []


LABELLING = frozenset({"as", "is", "include", "including", "are", "in", "dr", "."})
"""What stands between "defendant" and the name."""


def find_labelled(chunks: list[Chunk], at: int, number: int, roster: Roster) -> list[PartyFind]:
    """Read "defendant Ann Porter", "identified the defendant as Ann Porter, 65"."""
    after = chunks[at + 1 : at + 5]
    names: list[NameMention] = []
    leading = _leads(chunks, at)
    for step, chunk in enumerate(after):
        if isinstance(chunk.value, NameMention) and chunk.kind == "name" and not chunk.possessive:
            names = [] if step and _acts(chunks, at + 1 + step) else read_list(chunks, at + 1 + step)
            break
        if chunk.kind not in {"comma", "dash"} and chunk.lower not in LABELLING:
            break
    if (
        not names
        and chunks[at].lower == "defendants"
        and any(c.lower in {"include", "includes"} for c in chunks[at : at + 8])
    ):
        step = next(i for i in range(at, len(chunks)) if chunks[i].lower in {"include", "includes"})
        names = read_list(chunks, step + 1)
    named = [name for name in names if name.kind in {"person", "surname"}]
    return [replace(f, group=LIST_GROUP) for f in accuse([*leading, *named], number, at, 2.0, roster)]


def _acts(chunks: list[Chunk], at: int) -> bool:
    """Tell "After calling the defendant, Ann Porter went" from an apposition, which a comma closes."""
    if chunks[at - 1].kind != "comma" or at + 1 >= len(chunks):
        return False
    return is_finite(chunks, at + 1)


def _leads(chunks: list[Chunk], at: int) -> list[NameMention]:
    """Give Ann Porter of "Ann Porter and her three co-defendants", "Ann Porter's co-defendant, Bo Lee"."""
    if not chunks[at].lower.startswith("co"):
        return []
    whose = next(
        (c for c in reversed(chunks[max(0, at - 5) : at]) if c.possessive and c.kind == "name"), None
    )
    if whose is not None and isinstance(whose.value, NameMention):
        return [whose.value]
    owner = next((i for i in range(at - 1, max(0, at - 4), -1) if chunks[i].lower in {"his", "her"}), 0)
    if owner < 2 or chunks[owner - 1].lower != "and":
        return []
    name = chunks[owner - 2]
    is_person = isinstance(name.value, NameMention) and name.value.kind in {"person", "surname"}
    return [name.value] if is_person and name.kind == "name" and not name.possessive else []


PLED_TO = frozenset({"charge", "charges", "count", "counts"})


def find_denied(chunks: list[Chunk], at: int, number: int, roster: Roster) -> list[PartyFind]:
    """Read "Bo Lee, 32, denied a charge of theft": who pleads to it."""
    told = [c.lower for c in chunks[at + 1 : at + 5]]
    use = read_verb(chunks, at, "dsn")
    if use.voice != "active" or use.negated or PLED_TO.isdisjoint(told) or told[:1] in (["bail"], ["bond"]):
        return []
    return accused_subject(chunks, find_subject(chunks, use.first), number, at, 1.0, roster)
