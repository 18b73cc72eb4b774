"""The suit that a story of crime speaks of besides: "The city has also sued him; a hearing is set for May 4".

What a court does in it stands in the paragraph that brings it up, and belongs to no prosecution. Where no
side of it is named as such, the suit is against those whom its sentence names, or the accused.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from casetrack.extract.drafts import Draft
from casetrack.extract.party_find import PartyFind
from casetrack.extract.scan import Scan

SUIT = frozenset({"suit", "lawsuit", "complaint", "suing", "sued", "petition"})
"""Of these words the next pattern needs one."""
SUIT_RE = re.compile(
    r"\b(?:(?:civil|separate|federal|wrongful[ -]death|class[ -]action)\s(?:suit|lawsuit|complaint)"
    r"|(?:an?|their|his|her|its)\s(?:\w+\s)?lawsuit|(?:suit|lawsuit)\s(?:was\s)?filed"
    r"|filed\sa\s(?:\w+\s)?(?:suit|lawsuit)"
    r"|(?:is|are|has|have|was|were|had)\s(?:also\s)?(?:suing|sued)|[Tt]he\s\w+\s(?:also\s)?sued"
    r"|petition\sto\shave\s\w+\s(?:\w+\s)?committed)\b"
)
SUED_RE = re.compile(
    r"\b(?:against|suing|sued|have)\s(?:the\s|both\s|former\s)?(?:(?!in\s)[a-z]+\s){0,2}?$|,?\sand\s$"
)
THEM_RE = re.compile(r"\b(?:suing|sued|against)\s(?:both|him|her|them|the\s(?:man|woman|two|couple|pair))\b")
LEDE = 4
"""So many sentences tell what the story is about."""


def suits_beside_crime(scan: Scan, drafts: Sequence[Draft]) -> list[Draft]:
    """Give the suits with a decision or a session that a story of crime tells of and no case is made of."""
    if not scan.criminal or any(draft.kind == "civil" for draft in drafts):
        return []
    busy = {ruling.sentence.start for ruling in scan.rulings}
    busy |= {hearing.sentence.start for hearing in scan.hearings}
    for number, sentence in enumerate(scan.sentences):
        if number < LEDE or sentence.kind == "title" or SUIT.isdisjoint(sentence.words):
            continue
        if not SUIT_RE.search(sentence.text):
            continue
        passage = _passage(number, scan)
        starts = {scan.sentences[n].start for n in passage}
        if not starts & busy:
            continue
        draft = Draft("civil", weight=1.0, first=number, starts=starts)
        _add_sides(draft, passage, scan)
        if not draft.parties:
            _add_sued(draft, number, scan, drafts)
        return [draft] if draft.parties else []
    return []


def _passage(number: int, scan: Scan) -> range:
    """Give the sentences from one to its paragraph's end; in a text without paragraphs, it and the next."""
    paragraph = scan.sentences[number].paragraph
    end = number + 1
    while end < len(scan.sentences) and scan.sentences[end].paragraph == paragraph:
        end += 1
    whole = scan.sentences[0].paragraph == paragraph or end - number > LONGEST
    return range(number, min(end, number + 2) if whole else end)


LONGEST = 5


def _add_sides(draft: Draft, passage: range, scan: Scan) -> None:
    for find in scan.parties:
        court = "Court" in find.name  # "is suing both men in Nova Scotia Supreme Court"
        if find.sentence in passage and not (find.criminal or court or find.side == "client"):
            draft.parties.setdefault(find.name, find)
            draft.roles.setdefault(find.name, find.side)


def _add_sued(draft: Draft, number: int, scan: Scan, drafts: Sequence[Draft]) -> None:
    sentence = scan.sentences[number]
    sued: list[str] = []
    for name in scan.names[number]:
        before = sentence.text[: name.start - sentence.start]
        if name.kind in {"person", "surname", "organization"} and SUED_RE.search(before):
            full = name.text if name.kind == "organization" else scan.roster.resolve(name)
            sued += [full] if sued or not before.endswith(" and ") else []
    if not sued and THEM_RE.search(sentence.text):
        sued = [name for one in drafts[:2] if one.kind == "criminal" for name in list(one.parties)[:2]]
    for full in sued:
        draft.parties[full] = PartyFind(full, "person", "defendant", False, 1.0, number, number * 1000)
        draft.roles[full] = "defendant"
