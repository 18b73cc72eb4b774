"""Name the sides of a suit that a sentence only describes: "a blogger", "the company", "she"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from casetrack.extract.harmed import is_harmed
from casetrack.extract.names import NameMention
from casetrack.extract.party_find import BEGINS, TOWNS, PartyFind, party_words
from casetrack.extract.people import Roster
from casetrack.extract.sentences import Sentence
from casetrack.extract.suitors import couple_before, spoken_before

PUBLIC_RE = re.compile(
    r"\b(?:Court|Circuit|District|County|City|State|University|College|Department|Agency|Administration|Board"
    r"|Office|Police|Congress|Legislature|Commission|Bureau|Supreme|Justice|House|Senate)\b"
)
"""Bodies that no story calls "the group"."""
CLAIMS_RE = re.compile(
    r"(?:,\s(?:\d{1,2}|of\s[^,.;]{2,40}),)?(?:,?\s(?:\d+,\s)?(?:who|a|an)\s[^,.;]{3,80},)?\s(?:had\s|has\s|also\s)?(?:said|says|claim(?:s|ed)|alleg(?:es|ed)|argu(?:es|ed)"
    r"|contend(?:s|ed)|accus(?:es|ed)|sued|filed|wrote\sin|was\s(?:fired|hurt|injured|born|hired|arrested))\b"
)
"""What is said of one who has sued: what she claims, or what was done to her."""
CALLED = {
    "school": re.compile(r"\b(?:University|College|Academy|School|Institute)\b"),
    "university": re.compile(r"\b(?:College|Institute)\b"),
    "hospital": re.compile(r"\b(?:Medical Center|Hospital|Health|Clinic)\b"),
    "bank": re.compile(r"\b(?:Bank|Financial|Bancorp|Trust)\b"),
    "church": re.compile(r"\b(?:Church|Diocese|Archdiocese|Ministries)\b"),
    "agency": re.compile(r"\b(?:Agency|Department|Administration|Commission|Bureau|Service)\b"),
    "tribe": re.compile(r"\b(?:Tribes?|Band|Nation|Pueblo|Rancheria|Indians)\b"),
    "department": re.compile(r"\bDepartment\b"),
    "board": re.compile(r"\bBoard\b"),
    "committee": re.compile(r"\bCommittee\b"),
    "panel": re.compile(r"\b(?:Committee|Commission|Board)\b"),
    "union": re.compile(
        r"\b(?:Union|Local|Workers|Teamsters|Brotherhood|Federation|Guild|Employees|Teachers|Nurses)\b"
    ),
    "newspaper": re.compile(
        r"\b(?:Times|Post|Tribune|News|Journal|Gazette|Herald|Ledger|Star|Sun|Courier|Press|Observer|Record)\b"
    ),
}
"""What bodies are called that have another word, or more, in their names."""
PLACE_NAME = r"[A-Z][\w.’'-]+(?:\s[A-Z][\w’'-]+){0,2}"
TOWN_RE = re.compile(
    rf"\b(?:[Cc]ity|[Tt]own|[Vv]illage|[Bb]orough|[Tt]ownship) of ({PLACE_NAME})"
    r"|\b([A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?) (?:City|Town|Village|Borough)"
    r" (?:Council|Hall|Board|Commission|Manager)\b"
)
POLICE_RE = re.compile(r"\b([A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?) (?:police|Police Department)\b")
COUNTY_RE = re.compile(r"\b([A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?) County\b|(?!)()")
NEXT = 3
"""So many sentences on may stand what one described says."""
DEATH_REACH = 6
"""So many on may tell whose death it is."""
REACH = 12
"""So many sentences on may stand the name of one described in the opening."""


@dataclass(frozen=True, slots=True)
class Told:
    """What an article tells, sentence by sentence, and the town it was written in, whose "the city" it is."""

    sentences: Sequence[Sentence]
    names: Sequence[Sequence[NameMention]]
    roster: Roster
    dateline: str | None


def name_described(finds: Sequence[PartyFind], told: Told) -> list[PartyFind]:
    """Name the sides that were only described: "a blogger" is she of "The blogger, Ann Porter,"."""
    sentences, names, roster = told.sentences, told.names, told.roster
    named: list[PartyFind] = []
    for find in finds:
        if not find.noun or find.criminal:
            named.append(find)
            continue
        if find.noun == "kin":
            full, kind = _introduced_next(find.sentence, sentences, names, roster), "person"
        elif find.noun == "they":
            full, kind = couple_before(find.sentence, sentences, names, roster), "person"
        elif find.noun in {"he", "she"}:
            full, kind = spoken_before(find.sentence, sentences, names, roster), "person"
        elif find.kind == "organization":
            other = {f.name for f in finds if f.side != find.side}
            full, kind = body_called(find.noun, names[: find.sentence + 1], names, other), "organization"
            if not full and find.noun in TOWNS:
                full, kind = town_spoken_of(find.noun, told), "government"
        else:
            full = _bearer(find.noun, find.sentence, sentences, names, roster)
            bodies = {name.text for group in names for name in group if name.kind == "organization"}
            kind = "organization" if full in bodies else "person"
        if full:
            named.append(
                PartyFind(full, kind, find.side, find.criminal, find.weight, find.sentence, find.group)
            )
    return named


def town_spoken_of(noun: str, told: Told) -> str | None:
    """Give the town, or the county, that an article speaks of most; else the town it was written in."""
    pattern = COUNTY_RE if noun == "county" else TOWN_RE
    towns = [found[1] or found[2] for one in told.sentences for found in pattern.finditer(one.text)]
    if not towns and noun in {"city", "town"}:
        towns = [found[1] for one in told.sentences for found in POLICE_RE.finditer(one.text)]
    if towns:
        most = Counter(towns).most_common(1)[0][0].replace("’", "'").removesuffix("'s")
        return most + (" County" if noun == "county" else "")
    if noun == "county" or not told.dateline:
        return None
    return told.dateline.split(",")[0].title()


def body_called(
    noun: str,
    before: Sequence[Sequence[NameMention]],
    names: Sequence[Sequence[NameMention]],
    other: set[str],
) -> str | None:
    """Give the body of an article whose name ends in a noun: "the district".

    It is the one of that kind, or the last that was named before.
    """
    told = [name.text for group in names for name in group if name.kind == "organization"]
    if noun not in party_words("civil", "group") or noun in CALLED:
        full = {text for text in told if text.lower().endswith(" " + noun)} - other
        if not full and noun in CALLED:
            full = {text for text in told if CALLED[noun].search(text)} - other
        if len(full) > 1:  # "the committee": the last that was named before
            named = [n.text for group in before for n in group if n.kind == "organization" and n.text in full]
            full = set(named[-1:])
        return full.pop() if full else None
    full = {text for text in told if not PUBLIC_RE.search(text)} - other
    if len(full) == 1:
        return full.pop()
    last = [n.text for group in before[-2:] for n in group if n.kind == "organization" and n.text in full]
    return last[-1] if last else None


def _bearer(
    noun: str,
    first: int,
    sentences: Sequence[Sentence],
    names: Sequence[Sequence[NameMention]],
    roster: Roster,
) -> str | None:
    lead = re.compile(
        rf"\b(?:[Tt]he|[Hh]er|[Hh]is|[Aa]|[Tt]heir)\s(?:[\w-]+\s)?{re.escape(noun)},\s(?:the\s)?$"
    )
    for number in range(first, min(len(sentences), first + REACH)):
        for name in names[number]:
            before = sentences[number].text[: name.start - sentences[number].start]
            if name.kind in {"person", "organization"} and lead.search(before[-60:]):
                return roster.resolve(name) if name.kind == "person" else name.text
    return _told_next(first, sentences, names, roster)


def _introduced_next(
    first: int,
    sentences: Sequence[Sentence],
    names: Sequence[Sequence[NameMention]],
    roster: Roster,
) -> str | None:
    """Name "a 38-year-old father" after the first person with whom one of the next sentences begins.

    "The family of a woman who died" is that of the one whose death is told first.
    """
    for number in range(first, min(len(sentences), first + DEATH_REACH)):
        for name in names[number]:
            harmed = name.kind == "person" and is_harmed(
                name, sentences[number].text, sentences[number].start
            )
            if harmed and not roster.is_judge(name):
                return roster.resolve(name)
    for number, lead in _leads(first, sentences, names):
        if lead.start - sentences[number].start <= 1 and not roster.is_judge(lead):
            return None if lead.title else roster.resolve(lead)
    return None


def _told_next(
    first: int,
    sentences: Sequence[Sentence],
    names: Sequence[Sequence[NameMention]],
    roster: Roster,
) -> str | None:
    """Give whom the next sentences name first as saying what happened: "Ann Porter said she was fired"."""
    for number, lead in _leads(first, sentences, names):
        if lead.start > sentences[number].start + BEGINS:
            continue
        after = sentences[number].text[lead.end - sentences[number].start :]
        if lead.title or roster.is_judge(lead) or not (lead.age or CLAIMS_RE.match(after)):
            return None
        return roster.resolve(lead)
    return None


def _leads(
    first: int, sentences: Sequence[Sentence], names: Sequence[Sequence[NameMention]]
) -> Iterator[tuple[int, NameMention]]:
    """Give the first person of each of the next sentences, with the number of the sentence."""
    for number in range(first + 1, min(len(sentences), first + 1 + NEXT)):
        lead = next((name for name in names[number] if name.kind == "person"), None)
        if lead is not None:
            yield number, lead
