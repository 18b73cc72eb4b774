"""Find the sides of the cases an article speaks of: who is accused, who sues whom.

Each find is one sentence's word for one party. Grouping finds into cases is for `cases.py`. A person
named as victim, witness, lawyer or judge is no party.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from itertools import pairwise, takewhile

from casetrack.extract.accusations import (
    accuse,
    awaited,
    find_active,
    find_found_guilty,
    find_object,
    find_passive,
    read_listed,
)
from casetrack.extract.alleged import find_alleged
from casetrack.extract.chunks import Chunk, Clause
from casetrack.extract.contested import find_contested
from casetrack.extract.family import find_custody, find_divorce
from casetrack.extract.grammar import find_subject, read_verb
from casetrack.extract.names import NameMention
from casetrack.extract.party_find import LIST_GROUP, PartyFind, party_words, read_list
from casetrack.extract.party_lists import ITEM_RE, SENTENCED_WERE_RE, find_listing, read_lines
from casetrack.extract.party_sides import make_sides
from casetrack.extract.people import Roster
from casetrack.extract.policies import (
    DEAL_WORDS,
    find_administration,
    find_asking,
    find_buyer,
    find_deal,
    find_favoured,
    find_office_policy,
    find_policy,
)
from casetrack.extract.regulators import tells_of_regulator
from casetrack.extract.sentences import Sentence
from casetrack.extract.suits import find_among, find_challengers, find_sue, find_suit
from casetrack.extract.summoned import (
    FREEING,
    dealing_words,
    find_awaited,
    find_bailed,
    find_bid_of,
    find_called,
    find_case_of,
    find_conspired,
    find_dealt_with,
    find_denied,
    find_had,
    find_held,
    find_in_indictment,
    find_labelled,
    find_owned_by_pronoun,
    find_paroled,
    find_released,
    find_surrendered,
    find_under_indictment,
)
from casetrack.extract.together import named_subjects, names_around
from casetrack.extract.word_sets import word_set

Reader = Callable[[Clause, int, int, Roster], list[PartyFind]]
CLIENT_WORDS = frozenset({"attorney", "attorneys", "lawyer", "lawyers", "counsel"})
CHALLENGERS = frozenset({"challengers", "plaintiffs", "petitioners"})
LABELS = frozenset(
    {"defendant", "defendants", "co-defendant", "co-defendants", "codefendant", "codefendants"}
)


@cache
def _readers() -> dict[str, tuple[Reader, ...]]:
    """Give for each word at which a side may be shown the rules that read it, in their order."""
    rules: tuple[tuple[frozenset[str], Reader], ...] = (
        (party_words("criminal", "passive"), find_passive),
        (party_words("criminal", "active"), find_active),
        (party_words("criminal", "object"), find_object),
        (party_words("criminal", "conspire"), find_conspired),
        (frozenset({"against"}), _against),
        (CLIENT_WORDS, _client),
        (LABELS, find_labelled),
        (party_words("civil", "sue"), find_sue),
        (frozenset({"divorce"}), find_divorce),
        (frozenset({"custody"}), find_custody),
        (frozenset({"among"}), find_among),
        (frozenset({"backed"}), find_favoured),
        (CHALLENGERS, find_challengers),
        (DEAL_WORDS, find_deal),
        (frozenset({"from"}), find_buyer),
        (frozenset({"administration"}), find_administration),
        (party_words("civil", "suit"), find_suit),
        (frozenset({"his", "her"}), find_owned_by_pronoun),
        (frozenset({"himself", "herself"}), find_surrendered),
        (frozenset({"bid", "appeal", "request", "plea", "motion", "petition"}), find_bid_of),
        (frozenset({"guilty"}), find_found_guilty),
        (frozenset({"bail", "bond"}), find_bailed),
        (frozenset({"release", "arrest", "detention", "extradition"}), find_released),
        (party_words("criminal", "tried"), _tried),
        (party_words("summoned", "for_crime") | party_words("summoned", "for_any"), find_awaited),
        (party_words("summoned", "of_crime") | party_words("summoned", "of_any"), find_case_of),
        (dealing_words(), find_dealt_with),
        (frozenset({"indictment"}), find_under_indictment),
        (frozenset({"indictment"}), find_in_indictment),
        (party_words("summoned", "called"), find_called),
        (party_words("summoned", "held"), find_held),
        (frozenset({"had", "waived", "waives"}), find_had),
        (FREEING, find_paroled),
        (frozenset({"denied"}), find_denied),
        (frozenset({"prosecutors"}), find_alleged),
    )
    found: dict[str, tuple[Reader, ...]] = {}
    for words, read in rules:
        for word in words:
            found[word] = (*found.get(word, ()), read)
    return found


@cache
def _reader_words() -> frozenset[str]:
    return frozenset(_readers())


def find_parties(
    sentence: Sentence, chunks: Clause, number: int, roster: Roster, weighed: bool
) -> list[PartyFind]:
    """Find the parties one sentence shows.

    Args:
        number: which of the article's sentences it is.
        weighed: whether a decision or session is told in it.
    """
    heading = SENTENCED_WERE_RE.match(sentence.text) or find_listing(sentence.text)
    if chunks and heading:
        return _on_heading(chunks, sentence.start + heading.end(), number, roster)
    item = ITEM_RE.match(sentence.text)
    if item:
        return [replace(read_listed(item, number), group=number * 1000)]
    listed = read_lines(sentence.text) if chunks else []
    if listed:
        return [read_listed(line, number) for line in listed]
    initials = _identified(sentence.text, number) if "identified" in chunks.words else []
    found = initials + find_contested(chunks, number, roster, weighed)
    telling, readers = _reader_words() & chunks.words, _readers()
    for at, chunk in enumerate(chunks):
        if chunk.lower in telling:
            for read in readers[chunk.lower]:
                found += read(chunks, at, number, roster)
        if chunk.possessive:
            found += _owner(chunks, at, number, roster)
    return [f for f in found if not f.criminal] if found and tells_of_regulator(sentence) else found


INITIALS = r"(?:[A-Z]\.){2,4}"
AS_RE = rf"identified\b[^.;]{{0,40}}?\b(?:as|initials,?)\s({INITIALS})"
ACCUSED_AS_RE = re.compile(
    r"\b(?:boy|girl|teen|teenager|youth|juvenile|minor|defendant|suspect|man|woman)\b"
    rf"[^.;,]{{0,20}},?\s(?:who\s(?:is|was)\s)?{AS_RE}(?![A-Za-z])"
)
PARENTS_AS_RE = re.compile(
    rf"\b(?:parents|couple|spouses|mother and father)\b[^.;,]{{0,20}},?\s{AS_RE}\sand\s({INITIALS})"
    r"(?![A-Za-z])"
)
CHARGED = frozenset(
    {"charged", "tried", "accused", "murder", "adult", "prosecutors", "sentenced", "convicted"}
)
"""What tells that the one who is identified stands accused, and is no victim."""


def _identified(text: str, number: int) -> list[PartyFind]:
    """Read "the parents, identified only as K.B. and T.M.": courts name children and parents so."""
    parents = PARENTS_AS_RE.search(text)
    if parents is not None:
        sides = (("plaintiff", parents[1]), ("defendant", parents[2]))
        return [PartyFind(name, "person", side, False, 1.6, number, number * 1000) for side, name in sides]
    found = ACCUSED_AS_RE.search(text)
    if found is None or CHARGED.isdisjoint(word_set(text)):
        return []
    return [PartyFind(found[1], "person", "defendant", True, 1.5, number, number * 1000)]


def _owner(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """Read what is somebody's: "Ann Porter's trial", "the governor's order", "Acme Co.'s attorney"."""
    chunk = chunks[at]
    found: list[PartyFind] = []
    if isinstance(chunk.value, NameMention) and chunk.kind in {"name", "place", "organization"}:
        found += find_policy(chunks, at, number, roster) + find_asking(chunks, at, number, roster)
    if chunk.lower[:-2] in roster.officials:
        found += find_office_policy(chunks, at, number, roster)
    if chunk.kind == "organization" and chunk.value is not None:
        found += _company_client(chunks, at, number, roster)
    if chunk.kind == "name" and isinstance(chunk.value, NameMention):
        found += _owned(chunks, at, number, roster)
    return found


def _on_heading(chunks: Clause, start: int, number: int, roster: Roster) -> list[PartyFind]:
    """Read "Sentenced on Friday were: Ann Porter, 20; her cousin, Bo Lee, 21; and Cy Dow, 23."."""
    first = next((at for at in range(len(chunks)) if chunks.start(at) >= start), len(chunks))
    listed = chunks[first:]
    if first and chunks[first - 1].kind == "dash":  # the list ends where the dash closes it
        listed = list(takewhile(lambda c: c.kind != "dash", listed))
    named = [
        c.value for c in listed if c.kind == "name" and not c.possessive and isinstance(c.value, NameMention)
    ]
    return [replace(f, group=LIST_GROUP) for f in accuse(named, number, 0, 1.5, roster)]


def _against(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    before = {c.lower for c in chunks[max(0, at - 4) : at]}
    if before.isdisjoint(CHARGES) and CHARGES & {c.lower for c in chunks[max(0, at - 9) : at]}:
        before |= _charge_of(chunks, at)
    names = [m for m in read_list(chunks, at + 1) if m.kind in {"person", "surname"}]
    if before & {"ruled", "rules", "ruling"}:
        after = [c.lower for c in chunks[at + 1 : at + 12]]
        own = any(pair in IN_ITS for pair in pairwise(after)) and not SUED_OVER.isdisjoint(after)
        return make_sides(
            [
                m
                for m in read_list(chunks, at + 1)[:1]
                if m.kind != "place" and not (m.title or "").endswith("President")
            ],
            "plaintiff",
            number,
            at,
            1.2 if own else 0.8,
            chunks,
            roster,
        )
    if not before & party_words("criminal", "against"):
        return []
    crime = before & party_words("criminal", "crime") and before & {"case", "trial"}
    strong = bool(before & CHARGES) or bool(crime)
    return accuse(names, number, at, 1.2 if strong else 0.5, roster)


IN_ITS = frozenset({("in", "its"), ("in", "their"), ("in", "his"), ("in", "her")})
"""Of "ruled against the club in its challenge to": who lost has sued."""
SUED_OVER = frozenset({"challenge", "suit", "lawsuit", "petition"})
CHARGES = frozenset({"charges", "charge", "indictment", "indictments", "prosecution", "counts", "count"})


def _charge_of(chunks: list[Chunk], at: int) -> set[str]:
    """Give the charge of "a charge of breaking and entering against Ann Porter", its offence between."""
    told = next(i for i in range(at - 1, -1, -1) if chunks[i].lower in CHARGES)
    of = chunks[told + 1].lower == "of" and all(c.kind != "comma" for c in chunks[told:at])
    return {chunks[told].lower} if of else set()


def _tried(chunks: list[Chunk], at: int, number: int, roster: Roster) -> list[PartyFind]:
    """Read "the murder trial of Ann Porter", "ordered Ann Porter to stand trial"."""
    after = chunks[at + 1].lower if at + 1 < len(chunks) else ""
    before = chunks[at - 1] if at else None
    if after == "of":
        if before is not None and before.lower in party_words("criminal", "civil_trial"):
            return []
        plain = party_words("criminal", "plain_trial")
        told = before is not None and before.kind == "word" and before.lower not in plain
        end = next((i for i in range(at + 2, len(chunks)) if chunks[i].kind == "prep"), len(chunks))
        named = [m for m in read_list(chunks[:end], at + 2) if m.kind in {"person", "surname"}]
        return accuse(named, number, at, 1.2 if told or chunks[at].lower == "retrial" else 0.8, roster)
    if at < 2:
        return []
    if chunks[at - 1].lower != "stand" or chunks[at - 2].lower not in {"to", "will", "must"}:
        return _set_for_trial(chunks, at, number, roster)
    near = [c.value for c in chunks[max(0, at - 5) : at - 2] if c.kind == "name"]
    named = [value for value in near if isinstance(value, NameMention)]
    subject = None if named else find_subject(chunks, awaited(chunks, at - 2))
    if subject is not None:
        named = names_around(chunks, subject)
    return accuse(named[-1:], number, at, 1.2, roster)


def _set_for_trial(chunks: list[Chunk], at: int, number: int, roster: Roster) -> list[PartyFind]:
    """Read "Ann Porter is scheduled for sentencing", "Ann Porter went on trial"."""
    before, last = chunks[at - 2].lower, chunks[at - 1].lower
    first = at - 1
    if last == "for":
        first = awaited(chunks, at - 1)
    elif last in {"on", "to"} and before in WENT:
        first = awaited(chunks, read_verb(chunks, at - 2, "dsb").first)
    stays = first == at - 1 and last != "stood"
    subject = None if stays else find_subject(chunks, first)
    if subject is None or not CIVIL_CASES.isdisjoint(c.lower for c in chunks):
        return []
    told = CHARGES | {"murder", "manslaughter"}
    charged = not told.isdisjoint(c.lower for c in chunks)
    named = named_subjects(chunks, first) or names_around(chunks, subject)
    return accuse(named, number, at, 1.2 if charged else 0.6, roster)


OF_CRIME = frozenset(
    {"confession", "indictment", "conviction", "bail", "charges", "murder", "plea", "execution"}
)
"""Of these a lawyer speaks for one who stands accused."""
WENT = frozenset({"go", "goes", "went", "is", "was", "are", "were"})
CIVIL_CASES = frozenset({"civil", "suit", "lawsuit", "suing", "sued"})


def _company_client(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """Read "Acme Co.'s attorney"."""
    if not any(c.lower in CLIENT_WORDS for c in chunks[at + 1 : at + 3]):
        return []
    found = make_sides([chunks[at].value], "client", number, at, 0.8, chunks, roster)
    return [f for f in found if f.kind == "organization"]


def _client(chunks: list[Chunk], at: int, number: int, roster: Roster) -> list[PartyFind]:
    """Read "lawyers for Ann Porter"."""
    if at + 2 >= len(chunks) or chunks[at + 1].lower != "for":
        return []
    commas = [i for i in range(at + 2, min(len(chunks), at + 9)) if chunks[i].text == ","]
    # "A lawyer for Ann Porter, Bo Lee, said": whom two commas part from the client is the lawyer.
    aside = len(commas) > 1 and commas[1] == commas[0] + 2
    listed = read_list(chunks[: commas[0]] if aside else chunks, at + 2)
    named = [m for m in listed if m.kind in {"person", "surname"}]
    told = {c.lower for c in chunks[at:]}
    if told & OF_CRIME and told.isdisjoint(CIVIL_CASES):
        return accuse([m for m in named if not roster.is_judge(m)], number, at, 1.2, roster)
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
    return accuse([chunks[at].value], number, at, 1.2 if near[:1] == ["execution"] else 0.5, roster)
