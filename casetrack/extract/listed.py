"""The decisions of a list, "In other action Monday, the court:", each in a case of its own.

An item names who appealed, or nobody; what it tells belongs to none of the cases the story tells before it.
So does a paragraph on another petition for certiorari: "They turned away an appeal from Ann Porter".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from casetrack.extract.drafts import Draft
from casetrack.extract.names import NameMention
from casetrack.extract.party_find import PartyFind
from casetrack.extract.people import fold
from casetrack.extract.scan import Scan
from casetrack.extract.scene import RulingFind
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


FOR_RE = re.compile(r"\b(?:for|of)\s(?:the\s)?$")
LOST_RE = re.compile(r"\sand\sagainst\b[^.;]{0,30}$")


def told_in_turn(scan: Scan) -> list[RulingFind]:
    """Give the decisions, as items of a list those on petitions a supreme court's story tells in turn."""
    lede = [m.court.level for group in scan.courts[:LEDE] for m in group]
    if "supreme" not in lede:
        return scan.rulings
    numbers = {s.start: n for n, s in enumerate(scan.sentences)}
    told = [f.date for f in scan.rulings if f.date and numbers[f.sentence.start] < LEDE]
    told += [f.date for f in scan.hearings if f.status == "held" and numbers[f.sentence.start] < LEDE]
    opening = next(iter(told), None)
    items: list[RulingFind] = []
    for find in scan.rulings:
        number = numbers[find.sentence.start]
        if _is_petition(number, scan):
            first = next((f for f in items if f.sentence is find.sentence), find)
            between = find.sentence.text[first.at - find.sentence.start : find.at - find.sentence.start]
            if RELATIVE_RE.search(between):
                continue  # "let stand a decision that allows Virginia to shut the beds"
            own = "date" in scan.chunks[number].kinds
            find = replace(find, item=True, date=find.date if own else opening)
        items.append(find)
    return items


RELATIVE_RE = re.compile(r"\b(?:that|which|who|whose)\b")


def _is_petition(number: int, scan: Scan) -> bool:
    """Tell whether a sentence opens a paragraph on another petition."""
    sentence = scan.sentences[number]
    if number < LEDE or scan.sentences[number - 1].paragraph == sentence.paragraph:
        return False
    return PETITION_RE.match(sentence.text) is not None


LEDE = 4
PETITION_RE = re.compile(
    r"(?:(?:And|Also|Separately|Meanwhile|In (?:an)?other)\b[^.;]{0,30}?)?"
    r"(?:[Tt]he (?:U\.S\. )?(?:Supreme Court|high court|court|justices)|They)"
    r"\s(?:also\s|[A-Z]\w+day\s|on\s){0,3}"
    r"(?:agreed? to (?:hear|decide|review|consider|take up)\b|will (?:hear|decide|review)\b"
    r"|(?:turned (?:away|down|aside)|rejected|refused to hear|declined to (?:hear|review|take up)|denied)"
    r" (?:an?|the) (?:[\w-]+ ){0,2}(?:appeal|bid|petition|challenge|case|request|plea)s?\b"
    r"|(?:told|ordered) an? (?:[\w-]+ ){0,3}(?:court|judges)\b"
    r"|(?:let stand|left in place|left intact) (?:an?|the)\b)"
    r"|In an? (?:other|unsigned|brief|second|separate|one-sentence) (?:\w+ ){0,4}\w+,"
    r" (?:the (?:high court|court|justices)|they)\b"
)


def listed_drafts(scan: Scan, drafts: Sequence[Draft]) -> list[Draft]:
    """Give the cases of the items whose sides no case has; an item that names nobody gives none."""
    numbers = {s.start: n for n, s in enumerate(scan.sentences)}
    found: list[Draft] = []
    for ruling in scan.rulings:
        number = numbers[ruling.sentence.start]
        if ruling.item:
            _without_crime(number, scan, drafts)
            _keep_to_paragraph(number, scan, drafts)
        if ruling.item and not _is_told(number, scan, [*drafts, *found]):
            draft = _draft_of(number, scan)
            if draft.parties:
                found.append(draft)
    return found


def _without_crime(number: int, scan: Scan, drafts: Sequence[Draft]) -> None:
    """Make a civil case of one who appealed in a story of crime, where the item tells of none."""
    own = {n for n, s in enumerate(scan.sentences) if s.paragraph == scan.sentences[number].paragraph}
    if any(CRIME_RE.search(scan.sentences[n].text) for n in own):
        return
    for draft in drafts:
        if draft.kind == "criminal" and {find.sentence for find in draft.parties.values()} <= own:
            draft.kind = "civil"
            draft.parties = {
                name: replace(find, side="plaintiff", criminal=False) for name, find in draft.parties.items()
            }
            draft.roles = dict.fromkeys(draft.parties, "plaintiff")


def _keep_to_paragraph(number: int, scan: Scan, drafts: Sequence[Draft]) -> None:
    """Give the sentences of an item's paragraph to the case told in it alone, and to no other."""
    own = {n for n, s in enumerate(scan.sentences) if s.paragraph == scan.sentences[number].paragraph}
    starts = {scan.sentences[n].start for n in own}
    told = [d for d in drafts if d.parties and {find.sentence for find in d.parties.values()} <= own]
    for draft in drafts:
        if draft.starts is not None:
            draft.starts -= starts
    courts = {mention.court for n in own for mention in scan.courts[n]}
    for draft in told:
        draft.starts = (draft.starts or set()) | starts
        draft.court = draft.court if draft.court in courts else None


def _is_told(number: int, scan: Scan, drafts: Sequence[Draft]) -> bool:
    if any(scan.sentences[number].start in draft.own for draft in drafts):
        return True
    text = fold(scan.sentences[number].text)
    return any(holds_word(text, name) for draft in drafts for name in draft.surnames())


def _draft_of(number: int, scan: Scan) -> Draft:
    sentence = scan.sentences[number]
    criminal = CRIME_RE.search(sentence.text) is not None
    draft = Draft("criminal" if criminal else "civil", weight=1.0, first=number)
    last = number
    while last + 1 < len(scan.sentences) and scan.sentences[last + 1].paragraph == sentence.paragraph:
        last += 1
    draft.starts = {s.start for s in scan.sentences[number : last + 1]}
    named = _named_in(number, scan)
    while (
        not named and number < last
    ):  # "a county can keep a house. The 3rd Circuit ruled against Ann Porter"
        number += 1
        sentence = scan.sentences[number]
        named = _named_in(number, scan)
    if len(named) > 1 and FOR_RE.search(sentence.text[: named[0].start - sentence.start]):
        between = sentence.text[named[0].end - sentence.start : named[1].start - sentence.start]
        if LOST_RE.match(between):  # "ruled for Elm County and against the owner, Ann Porter", who appealed
            named = [named[1], named[0]]
            criminal = False
    for at, name in enumerate(named[:2]):
        beside = sentence.text[named[0].end - sentence.start : name.start - sentence.start]
        lost = name.start < named[0].start
        if at and (criminal or not (lost or AGAINST_RE.search(beside))):
            break
        side = "defendant" if criminal or at else "plaintiff"
        full = scan.roster.resolve(name) if name.kind == "person" else name.text
        kind = "person" if name.kind == "person" else "organization"
        draft.parties[full] = PartyFind(full, kind, side, criminal, 1.0, number, number * 1000)
        draft.roles[full] = side
    return draft


def _named_in(number: int, scan: Scan) -> list[NameMention]:
    sentence = scan.sentences[number]
    return [n for n in scan.names[number] if _may_appeal(n, sentence.text[: n.start - sentence.start], scan)]


def _may_appeal(name: NameMention, before: str, scan: Scan) -> bool:
    if name.kind not in {"person", "organization", "acronym", "place"} or scan.roster.is_judge(name):
        return False
    if name.kind == "place":  # "between Montana and", never "a Kentucky coal company"
        return name.text in load_courts().states and STATE_RE.search(before) is not None
    return PUBLIC_RE.search(name.text) is None
