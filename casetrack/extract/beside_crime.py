"""The suit that a story of crime speaks of besides: "The city has also sued him; a hearing is set for May 4".

What a court does in it stands in the paragraph that brings it up, and belongs to no prosecution. Where no
side of it is named as such, the suit is against those whom its sentence names, or the accused.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from casetrack.extract.drafts import Draft, is_only_governed
from casetrack.extract.party_find import PartyFind
from casetrack.extract.scan import Scan
from casetrack.extract.sentences import rest_of_paragraph
from casetrack.extract.venue import tells_of_suit

SUED_RE = re.compile(r"\b(?:against|suing|sued)\s(?:(?!in\s)[a-z]+\s){0,3}?$")
BRINGS_RE = re.compile(r"(?:,\s[^;]{3,80}?,)?\s(?:has|have|had|filed|brought|sued|is\ssuing|are\ssuing)\b")
LET_OUT_RE = re.compile(r"\sfrom\s(?:that|the|this)\s(?:\w+\s)?(?:suit|lawsuit|class\saction)\b")
""" "Dropped Bo Lee from that suit": he was sued."""
THEM_RE = re.compile(r"\b(?:suing|sued|against)\s(?:both|him|her|them|the\s(?:man|woman|two|couple|pair))\b")
LEDE = 4
"""So many sentences tell what the story is about."""


def suits_beside_crime(scan: Scan, drafts: Sequence[Draft]) -> list[Draft]:
    """Give the suits with a decision or a session that a story of crime tells of and no case is made of."""
    if not scan.criminal or any(draft.kind == "civil" and not is_only_governed(draft) for draft in drafts):
        return []
    busy = {ruling.sentence.start for ruling in scan.rulings}
    busy |= {hearing.sentence.start for hearing in scan.hearings}
    for number, sentence in enumerate(scan.sentences):
        if number < LEDE or sentence.kind == "title" or not tells_of_suit(sentence):
            continue
        passage = _passage(number, scan)
        starts = {scan.sentences[n].start for n in passage}
        if not starts & busy:
            continue
        draft = Draft("civil", weight=1.0, first=number, starts=starts)
        _add_sides(draft, passage, scan)
        for told in passage:
            _add_named(draft, told, scan, drafts)
        if draft.parties:
            return [draft]
    return []


def _passage(number: int, scan: Scan) -> range:
    """Give the sentences from one to its paragraph's end; in a text without paragraphs, it and the next."""
    rest = rest_of_paragraph(scan.sentences, number)
    undivided = scan.sentences[0].paragraph == scan.sentences[number].paragraph or len(rest) > LONGEST
    return rest[:2] if undivided else rest


LONGEST = 5


def _add_sides(draft: Draft, passage: range, scan: Scan) -> None:
    for find in scan.parties:
        if find.sentence in passage and not find.criminal and find.side != "client":
            draft.parties.setdefault(find.name, find)
            draft.roles.setdefault(find.name, find.side)


KIND_OF = {"place": "government", "organization": "organization"}


def _add_named(draft: Draft, number: int, scan: Scan, drafts: Sequence[Draft]) -> None:
    """Add the side that nobody has yet, by the sentence: "Ann Porter has a suit pending against Bo Lee"."""
    sentence = scan.sentences[number]
    told: list[tuple[str, str, str]] = []
    for name in scan.names[number]:
        before = sentence.text[: name.start - sentence.start]
        place = name.kind == "place" and SUED_RE.search(before) is not None
        if name.kind not in {"person", "surname", "organization"} and not place:
            continue
        kind = KIND_OF.get(name.kind, "person")
        full = scan.roster.resolve(name) if kind == "person" else name.text
        if not before and BRINGS_RE.match(sentence.text, name.end - sentence.start):
            told.append((full, kind, "plaintiff"))
        elif (
            SUED_RE.search(before)
            or LET_OUT_RE.match(sentence.text, name.end - sentence.start)
            or (told and before.endswith(" and ") and told[-1][2] == "defendant")
        ):
            told.append((full, kind, "defendant"))
    if not (told or draft.parties) and THEM_RE.search(sentence.text):
        accused = [name for one in drafts if one.kind == "criminal" for name in one.parties]
        told = [(name, "person", "defendant") for name in accused[:2]]
    known = set(draft.roles.values())
    for full, kind, side in told:
        if side in known:
            continue
        draft.parties[full] = PartyFind(full, kind, side, False, 1.0, number, number * 1000)
        draft.roles[full] = side
