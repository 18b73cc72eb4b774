"""The decisions of a list, "In other action Monday, the court:", each in a case of its own.

An item names who appealed, or nobody; what it tells belongs to none of the cases the story tells before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from casetrack.extract.drafts import Draft
from casetrack.extract.names import NameMention
from casetrack.extract.party_find import PartyFind
from casetrack.extract.people import fold
from casetrack.extract.scan import Scan
from casetrack.extract.word_sets import holds_word
from casetrack.lexicon.courts import load_courts

CRIME_RE = re.compile(
    r"\b(?:death row|inmate|prisoner|convicted|convictions?|murder\w*|sentenced|executions?)\b", re.IGNORECASE
)
PUBLIC_RE = re.compile(
    r"\b(?:Court|Circuit|Congress|administration|Administration|Justice Department|House|Senate)\b"
)
STATE_RE = re.compile(r"\b(?:state of|between|against|from the state of)\s$")
AGAINST_RE = re.compile(r"\b(?:against|and)\s(?:the\s)?$")
"""Between who appealed and whom the appeal is against: "between Montana and the Blackfeet Nation"."""


def listed_drafts(scan: Scan, drafts: Sequence[Draft]) -> list[Draft]:
    """Give the cases of the items whose sides no case has; an item that names nobody gives none."""
    numbers = {s.start: n for n, s in enumerate(scan.sentences)}
    found: list[Draft] = []
    for ruling in scan.rulings:
        number = numbers[ruling.sentence.start]
        if ruling.item and not _is_told(number, scan, [*drafts, *found]):
            draft = _draft_of(number, scan)
            if draft.parties:
                found.append(draft)
    return found


def _is_told(number: int, scan: Scan, drafts: Sequence[Draft]) -> bool:
    text = fold(scan.sentences[number].text)
    return any(holds_word(text, name) for draft in drafts for name in draft.surnames())


def _draft_of(number: int, scan: Scan) -> Draft:
    sentence = scan.sentences[number]
    criminal = CRIME_RE.search(sentence.text) is not None
    draft = Draft("criminal" if criminal else "civil", weight=1.0, first=number)
    named = [n for n in scan.names[number] if _may_appeal(n, sentence.text[: n.start - sentence.start], scan)]
    for at, name in enumerate(named[:2]):
        beside = sentence.text[named[0].end - sentence.start : name.start - sentence.start]
        if at and (criminal or not AGAINST_RE.search(beside)):
            break
        side = "defendant" if criminal or at else "plaintiff"
        full = scan.roster.resolve(name) if name.kind == "person" else name.text
        kind = "person" if name.kind == "person" else "organization"
        draft.parties[full] = PartyFind(full, kind, side, criminal, 1.0, number, number * 1000)
        draft.roles[full] = side
    last = number
    while last + 1 < len(scan.sentences) and scan.sentences[last + 1].paragraph == sentence.paragraph:
        last += 1
    draft.starts = {s.start for s in scan.sentences[number : last + 1]}
    return draft


def _may_appeal(name: NameMention, before: str, scan: Scan) -> bool:
    if name.kind not in {"person", "organization", "acronym", "place"} or scan.roster.is_judge(name):
        return False
    if name.kind == "place":  # "between Montana and", never "a Kentucky coal company"
        return name.text in load_courts().states and STATE_RE.search(before) is not None
    return PUBLIC_RE.search(name.text) is None
