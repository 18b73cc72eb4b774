"""Name the sides that sentences show: those only described, organizations in full, "the state"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from casetrack.extract.described import Told, name_described
from casetrack.extract.lawgivers import state_names
from casetrack.extract.names import NameMention
from casetrack.extract.opposed import find_opposed
from casetrack.extract.organizations import OrganizationNames
from casetrack.extract.party_find import THE_STATE, PartyFind
from casetrack.extract.party_sides import ITS_LAWYER
from casetrack.extract.people import Roster, surname_of
from casetrack.extract.sentences import Sentence
from casetrack.lexicon import alternation

BRACKET_RE = re.compile(r"\.?\s+\(([A-Z][A-Z&.-]{1,9})\)")
OPENING = 5
"""So many sentences open a story."""
LETTERHEAD_RE = re.compile(r"\b(?:State|Commonwealth) of ([A-Z]\w+(?: [A-Z]\w+)?)$")


def name_sides(finds: Sequence[PartyFind], told: Told) -> list[PartyFind]:
    """Give the sides by the fullest names that all the article prints: "ACLU" spelled out."""
    sides = name_described(finds, told)
    sides += find_opposed(sides, told)
    mentions = [name for group in told.names for name in group]
    brackets = (
        (bracket.group(1), name.text)
        for sentence, group in zip(told.sentences, told.names, strict=True)
        if "(" in sentence.text
        for name in group
        if name.kind == "organization"
        and (bracket := BRACKET_RE.match(sentence.text, name.end - sentence.start))
    )
    known = OrganizationNames(mentions, brackets)
    named = [
        replace(f, name=full, kind="organization" if f.kind == "person" else f.kind)
        if (full := _full_name(f, known, told.roster)) != f.name
        else f
        for f in sides
    ]
    state = _state_of_letterhead(told.sentences) or _state_spoken_of(mentions) or ""
    states = {THE_STATE: state, ITS_LAWYER: state or ITS_LAWYER}
    named = [replace(f, name=states[f.name]) if f.name in states else f for f in named]
    return [f for f in named if f.name or f.criminal]


def _full_name(find: PartyFind, known: OrganizationNames, roster: Roster) -> str:
    """Give an organization's fullest name; a lone word that no person bears may be the short form of one."""
    if find.kind == "person" and (
        " " in find.name or not find.name or surname_of(find.name) in roster.by_surname
    ):
        return find.name
    return known.resolve(find.name)


def _state_of_letterhead(sentences: Sequence[Sentence]) -> str | None:
    """Give the state of a release's letterhead, or whose attorney general the opening names."""
    found = next((LETTERHEAD_RE.search(s.text) for s in sentences[:1]), None)
    if found:
        return found[1]
    told = (_its_lawyer_re().search(s.text) for s in sentences[:OPENING] if "Attorney General" in s.text)
    return next((hit[1] for hit in told if hit), None)


@cache
def _its_lawyer_re() -> re.Pattern[str]:
    return re.compile(rf"\b({alternation(state_names())}) Attorney General\b")


def _state_spoken_of(mentions: Sequence[NameMention]) -> str | None:
    """Give the state an article is about: the one named most, the first of equals."""
    states = [m.text for m in mentions if m.kind == "place" and m.text in state_names()]
    return Counter(states).most_common(1)[0][0] if states else None
