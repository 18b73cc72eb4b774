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
from casetrack.extract.sentences import Sentence, rest_of_paragraph
from casetrack.extract.word_sets import holds_word
from casetrack.lexicon.courts import load_courts

CRIME_RE = re.compile(
    r"\b(?:death row|inmate|prisoner|convicted|convictions?|murder\w*|sentenced|executions?)\b", re.IGNORECASE
)
PUBLIC_RE = re.compile(
    r"\b(?:Court|Circuit|Congress|administration|Administration|Justice Department|House|Senate)\b"
)
STATE_RE = re.compile(r"\b(?:state of|between|against|from the state of)\s$")
LOST_RE = re.compile(r"\sand\sagainst\b[^.;]{0,30}$")
"""Between who won and who then appealed: "ruled for Elm County and against the owner, Ann Porter"."""
AGAINST_RE = re.compile(rf"\b(?:against|and)\s(?:the\s)?$|{LOST_RE.pattern}")
"""Between two sides: "an appeal by Acme Co against Bo Lee", "between Montana and the Blackfeet Nation"."""


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
    """Give the cases of the items whose sides no case has; an item that names nobody gives none.

    A case of `drafts` that only an item tells of is kept to it, and is civil where it tells of no crime.
    """
    numbers = {s.start: n for n, s in enumerate(scan.sentences)}
    found: list[Draft] = []
    for number in dict.fromkeys(numbers[ruling.sentence.start] for ruling in scan.rulings if ruling.item):
        paragraph = rest_of_paragraph(scan.sentences, number)
        _keep_to(paragraph, scan, drafts)
        if not _is_told(number, scan, [*drafts, *found]):
            draft = _draft_of(paragraph, scan)
            found += [draft] if draft.parties else []
    return found


def _keep_to(paragraph: range, scan: Scan, drafts: Sequence[Draft]) -> None:
    starts = {scan.sentences[n].start for n in paragraph}
    courts = {mention.court for n in paragraph for mention in scan.courts[n]}
    crime = any(CRIME_RE.search(scan.sentences[n].text) for n in paragraph)
    for draft in drafts:
        if draft.starts is not None:
            draft.starts -= starts
        if draft.parties and all(find.sentence in paragraph for find in draft.parties.values()):
            draft.starts = (draft.starts or set()) | starts
            draft.court = draft.court if draft.court in courts else None
            if draft.kind == "criminal" and not crime:
                _make_civil(draft)


def _make_civil(draft: Draft) -> None:
    draft.kind = "civil"
    draft.parties = {n: replace(f, side="plaintiff", criminal=False) for n, f in draft.parties.items()}
    draft.roles = dict.fromkeys(draft.parties, "plaintiff")


def _is_told(number: int, scan: Scan, drafts: Sequence[Draft]) -> bool:
    if any(scan.sentences[number].start in draft.own for draft in drafts):
        return True
    text = fold(scan.sentences[number].text)
    return any(holds_word(text, name) for draft in drafts for name in draft.surnames())


def _draft_of(paragraph: range, scan: Scan) -> Draft:
    """Make the case of an item of those whom its first sentence with a name tells of."""
    criminal = CRIME_RE.search(scan.sentences[paragraph[0]].text) is not None
    draft = Draft("criminal" if criminal else "civil", weight=1.0, first=paragraph[0])
    draft.starts = {scan.sentences[n].start for n in paragraph}
    number = next((n for n in paragraph if _named_in(n, scan)), paragraph[0])
    named = _named_in(number, scan)[:2]
    against = _is_against(named, scan.sentences[number])
    lost = against and LOST_RE.match(_between(named, scan.sentences[number]))
    for name in named[::-1] if lost else named if against and not criminal else named[:1]:
        side = "defendant" if criminal or draft.parties else "plaintiff"
        full = scan.roster.resolve(name) if name.kind == "person" else name.text
        kind = "person" if name.kind == "person" else "organization"
        draft.parties[full] = PartyFind(full, kind, side, criminal, 1.0, number, number * 1000)
        draft.roles[full] = side
    return draft


def _is_against(named: Sequence[NameMention], sentence: Sentence) -> bool:
    """Tell two who stand against each other, in whichever order."""
    return len(named) > 1 and AGAINST_RE.search(_between(named, sentence)) is not None


def _between(named: Sequence[NameMention], sentence: Sentence) -> str:
    return sentence.text[named[0].end - sentence.start : named[1].start - sentence.start]


def _named_in(number: int, scan: Scan) -> list[NameMention]:
    sentence = scan.sentences[number]
    return [n for n in scan.names[number] if _may_appeal(n, sentence.text[: n.start - sentence.start], scan)]


def _may_appeal(name: NameMention, before: str, scan: Scan) -> bool:
    if name.kind not in {"person", "organization", "acronym", "place"} or scan.roster.is_judge(name):
        return False
    if name.kind == "place":  # "between Montana and", never "a Kentucky coal company"
        return name.text in load_courts().states and STATE_RE.search(before) is not None
    return PUBLIC_RE.search(name.text) is None
