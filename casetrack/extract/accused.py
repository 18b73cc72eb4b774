"""Cases in the making of those who stand accused: who is tried with whom."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from casetrack.extract.chunks import word_kinds
from casetrack.extract.codefendants import add_group, add_tied, join_tied
from casetrack.extract.drafts import MIN_WEIGHT, Draft
from casetrack.extract.harmed import is_harmed
from casetrack.extract.names import NameMention
from casetrack.extract.party_find import LIST_GROUP, PartyFind, subjects_before
from casetrack.extract.people import PROSECUTOR_RE, surname_of
from casetrack.extract.scan import Scan
from casetrack.extract.summoned import LAWYERS
from casetrack.extract.venue import tells_of_suit


def criminal_drafts(scan: Scan) -> list[Draft]:
    """Group the accused: those of one list or one coordination stand trial together."""
    every = [f for f in scan.parties if f.criminal and (scan.criminal or f.group != LIST_GROUP)]
    finds = [f for f in every if not f.beside]
    known = any(f.name and f.weight >= 2.0 for f in finds)
    finds = [f if f.name or known else _named(f, scan) for f in finds]
    finds += [one for f in finds if f.noun == "they" for one in _told_together(f, scan)]
    finds += [one for f in finds if not f.name for one in _apposed(f, scan)]
    if scan.criminal and not any(f.side == "plaintiff" and f.weight >= MIN_WEIGHT for f in scan.parties):
        finds += [replace(f, side="defendant", criminal=True) for f in scan.parties if f.side == "client"]
    finds = [f for f in finds if f.name]
    weights: dict[str, float] = {}
    for find in finds:
        weights[find.name] = weights.get(find.name, 0.0) + find.weight
    names = {
        n for n in weights if weights[n] >= ACCUSED and (" " in n or n.endswith(".") or weights[n] >= 2.5)
    }
    if not names and weights and (scan.criminal or max(weights.values()) >= OUTRIGHT):
        names = {max(weights, key=lambda n: (" " in n, weights[n]))}
    besides: dict[str, float] = dict(weights)
    for find in every:
        if find.beside and find.name:
            besides[find.name] = besides.get(find.name, 0.0) + find.weight
    if scan.criminal or not any(map(tells_of_suit, scan.sentences)):
        names |= {n for n, weight in besides.items() if " " in n and weight >= ACCUSED}
    names |= _due_in_court(finds, scan) if scan.criminal else set()
    finds += [f for f in every if f.beside and f.name in names]
    home: dict[str, Draft] = {}
    together: dict[int, list[PartyFind]] = {}
    for find in finds:
        together.setdefault(find.group, []).append(find)
    for group in together.values():
        if any(find.name in names for find in group):
            add_group(group, home)
    add_tied(scan, home, {n for n in weights if " " in n and weights[n] >= HINTED} - names)
    join_tied(scan, home)
    unique = list({id(d): d for d in home.values()}.values())
    for draft in unique:
        draft.parties = dict(sorted(draft.parties.items(), key=lambda item: item[1].sentence))
    return [d for d in unique if d.parties]


def _due_in_court(finds: Sequence[PartyFind], scan: Scan) -> set[str]:
    """Give those hinted at in a sentence that sets a trial."""
    tried = {f.sentence.start for f in scan.hearings if f.type == "trial" and f.status == "scheduled"}
    return {
        f.name
        for f in finds
        if f.weight > HINTED and " " in f.name and scan.sentences[f.sentence].start in tried
    }


HINTED = 0.5
OUTRIGHT = 1.5
ACCUSED = 0.9
"""So much must be said of one who is accused: outright, or hinted at twice."""


PUNISHED_RE = re.compile(
    r"\b(?:ordered|sentenced|gave|told|released|jailed|convicted|freed|(?:bail|bond)\b[^.;]{0,24}\bfor)\s$"
)
NEXT_WORD_RE = re.compile(r"\s([a-z-]+)\b")
REPORTS_RE = re.compile(r"\s(?:reports?|reported)\b")
PERSON_NEXT_RE = re.compile(
    r"\s+(?:man|woman|men|women|couple|teen\w*|resident|native|father|mother|doctor|pastor)\b"
)
"""What follows a place in "a San Luis Obispo man", never a person's name."""


def _apposed(find: PartyFind, scan: Scan) -> list[PartyFind]:
    """Give Ann Porter of "A fourth defendant, former bookkeeper Ann Porter, pleaded guilty"."""
    sentence = scan.sentences[find.sentence]
    for name in scan.names[find.sentence]:
        before = sentence.text[: name.start - sentence.start]
        after = sentence.text[name.end - sentence.start :]
        if name.kind == "person" and APPOSED_RE.search(before) and after.startswith(","):
            return [replace(find, name=scan.roster.resolve(name), age=name.age)]
    return []


APPOSED_RE = re.compile(
    r"\b(?:co-?)?defendant,\s(?:[a-z][\w-]*\s){0,4}$"
    r"|\b(?:man|woman|teen|teenager|suspect|boy|girl|person)\s(?:who\s(?:is|was)\s)?(?:charged|accused|arrested)\b[^.,;]{0,60},\s$"
)


def _told_together(find: PartyFind, scan: Scan) -> list[PartyFind]:
    """Give those whom "the pair" or "they" were: of the last sentence that told the ages of two or more."""
    for number in range(find.sentence, max(-1, find.sentence - TOGETHER), -1):
        aged = [name for name in scan.names[number] if name.kind == "person" and name.age is not None]
        if len(aged) > 1:
            return [replace(find, name=scan.roster.resolve(n), age=n.age, noun=None) for n in aged]
    return _introduced_pair(find, scan) or _last_pair(find, scan)


def _introduced_pair(find: PartyFind, scan: Scan) -> list[PartyFind]:
    """Give the two whom a story goes on to name: "A Reno couple pleaded guilty ... Wes and Darla Porter"."""
    return _pair_in(range(find.sentence, min(len(scan.names), find.sentence + PAIR_REACH)), find, scan)


def _last_pair(find: PartyFind, scan: Scan) -> list[PartyFind]:
    """Give the two whom the sentence before named: "the founders, Ann Porter and Bo Lee. The two are"."""
    return _pair_in(range(find.sentence - 1, max(-1, find.sentence - 2), -1), find, scan)


def _pair_in(numbers: range, find: PartyFind, scan: Scan) -> list[PartyFind]:
    for number in numbers:
        sentence = scan.sentences[number]
        for one, two in pairwise(scan.names[number]):
            between = sentence.text[one.end - sentence.start : two.start - sentence.start]
            if between == " and " and {one.kind, two.kind} == {"person"} and not (one.title or two.title):
                return [replace(find, name=scan.roster.resolve(n), noun=None) for n in (one, two)]
    return []


PAIR_REACH = 3


TOGETHER = 6


def _named(find: PartyFind, scan: Scan) -> PartyFind:
    """Name "a Brooklyn man" after the first person the next sentences introduce."""
    if find.name:
        return find
    if find.noun in {"he", "she"}:
        return _spoken_of(find, scan)
    if find.noun == "they":
        return find
    for number in range(find.sentence, min(len(scan.names), find.sentence + 4)):
        sentence = scan.sentences[number]
        for name in scan.names[number]:
            if name.kind != "person" or name.title or scan.roster.is_judge(name):
                continue
            start = name.start - sentence.start
            if _is_of_another(name, sentence.text, start, scan.names[number]):
                continue
            if PERSON_NEXT_RE.match(sentence.text, name.end - sentence.start):
                continue
            following = NEXT_WORD_RE.match(sentence.text, name.end - sentence.start)
            if following and word_kinds().get(following[1]) == "person":
                continue  # "a former Anson Aquatics coach"
            before = sentence.text[max(0, start - 40) : start].lower()
            if CLIENT_RE.search(before):
                return replace(find, name=scan.roster.resolve(name), age=name.age)
            if before.endswith("the ") or REPORTS_RE.match(sentence.text, name.end - sentence.start):
                continue  # "The Halvorsen Plainsman reports"
            if re.search(
                r"victim|lawyer|attorney|spokes|prosecutor|wife|mother|son |daughter|girlfriend"
                r"|(?:murder|kill|stabb|shot|shoot|rob|beat|rap|strangl|attack|assault|slay|death)\w*\s"
                r"(?:of\s)?(?:[\w’'-]+\s){0,2}$",
                before,
            ):
                continue
            if start < 30 or name.age is not None or "defendant" in before or PUNISHED_RE.search(before):
                return replace(find, name=scan.roster.resolve(name), age=name.age)
    return find


CLIENT_RE = re.compile(r"\b(?:attorneys?|lawyers?|counsel)\s(?:for|representing)\s$")
KIN_WORD = (
    r"(?:son|daughter|brother|sister|wife|husband|father|mother|cousin|nephew|niece|uncle|aunt|stepson|stepfather|girlfriend"
    r"|boyfriend|friend|lawyer|attorney|family|relatives)"
)
KIN_OF_RE = re.compile(rf"\b{KIN_WORD}\s(?:of|to)\s(?:[\w.’'-]+\s){{0,5}}$")
OWNS_RE = re.compile(r"[’']s?\s")
KIN_OWNED_RE = re.compile(rf"[’']s?\s(?:[\w-]+\s){{0,2}}{KIN_WORD}\b")


def _is_of_another(name: NameMention, text: str, start: int, names: Sequence[NameMention]) -> bool:
    """Tell a name that only says whose kin, or of what body, the one described is.

    "Ann Porter's 15-year-old son", "a cousin of former Reno Rovers star Bo Lee".
    """
    end = name.end - (name.start - start)
    if OWNS_RE.match(text, end) or KIN_OF_RE.search(text[:start]):
        return True
    noun = NEXT_WORD_RE.match(text, end)
    return noun is not None and any(other.start - name.start + start == noun.end() + 1 for other in names)


def _spoken_of(find: PartyFind, scan: Scan) -> PartyFind:
    """Name who pleaded in "He pleaded guilty" after the person with whom the sentence before begins.

    In "let Ann Porter, 29, take back the plea she entered" it is she.
    """
    chunks = scan.chunks[find.sentence]
    before = [c.value for c in chunks[: find.group - find.sentence * 1000] if c.kind == "name"]
    aged = [name for name in before if name.age is not None and not scan.roster.is_judge(name)]
    if aged:
        return replace(find, name=scan.roster.resolve(aged[-1]), age=aged[-1].age)
    client = next((c.value for c, after in pairwise(chunks) if c.possessive and after.lower in LAWYERS), None)
    if client is not None and client in before:  # "Ann Porter's lawyers said she is charged"
        return replace(find, name=scan.roster.resolve(client))
    beside = _lone_accused(find.sentence - 1, scan)
    for first in subjects_before(find.sentence, 2, scan.sentences, scan.names):
        if beside is not None and scan.roster.resolve(first) not in {f.name for f in scan.parties}:
            return replace(find, name=beside.name, age=beside.age)
        if _prosecutes(first, scan) or KIN_OWNED_RE.match(_text_after(first, scan)):
            continue
        if not first.title and not scan.roster.is_judge(first):
            full = scan.roster.resolve(first)
            if _is_victim(full, scan):
                continue  # "Lee had been eating on his couch. She was first arrested in May."
            return replace(find, name=full, age=first.age) if " " in full else find
    return find


def _lone_accused(number: int, scan: Scan) -> PartyFind | None:
    """Give the one whom a sentence accuses: Lee of "Dow was a witness at the murder trial of Bo Lee"."""
    told = {f.name: f for f in scan.parties if f.criminal and f.name and f.sentence == number}
    return next(iter(told.values())) if len(told) == 1 else None


def _is_victim(full: str, scan: Scan) -> bool:
    """Tell whether the opening says that it was done to this person."""
    return any(
        is_harmed(name, sentence.text, sentence.start)
        for sentence, names in zip(scan.sentences[:OPENING], scan.names, strict=False)
        for name in names
        if scan.roster.resolve(name) == full
    )


OPENING = 6


def _text_after(name: NameMention, scan: Scan) -> str:
    sentence = next(s for s in scan.sentences if s.start <= name.start < s.end)
    return sentence.text[name.end - sentence.start :]


def _prosecutes(name: NameMention, scan: Scan) -> bool:
    """Tell whether the article calls whoever bears this surname a prosecutor somewhere."""
    bearers = scan.roster.by_surname.get(surname_of(name.text), ())
    return any(
        one.title and (PROSECUTOR_RE.search(one.title) or one.title.endswith("Solicitor")) for one in bearers
    )
