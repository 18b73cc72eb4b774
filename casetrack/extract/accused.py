"""Cases in the making of those who stand accused: who is tried with whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from casetrack.extract.chunks import word_kinds
from casetrack.extract.drafts import MIN_WEIGHT, Draft
from casetrack.extract.names import NameMention
from casetrack.extract.party_find import LIST_GROUP, PartyFind, subjects_before
from casetrack.extract.people import PROSECUTOR_RE, surname_of
from casetrack.extract.scan import Scan
from casetrack.extract.summoned import LAWYERS
from casetrack.extract.word_sets import word_set
from casetrack.lexicon import alternation


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
    names |= {n for n, weight in besides.items() if " " in n and weight >= ACCUSED}
    finds += [f for f in every if f.beside and f.name in names]
    home: dict[str, Draft] = {}
    together: dict[int, list[PartyFind]] = {}
    for find in finds:
        together.setdefault(find.group, []).append(find)
    for group in together.values():
        if any(find.name in names for find in group):
            _add_group(group, home)
    _add_tied(scan, home, {n for n in weights if " " in n and weights[n] >= HINTED} - names)
    _join_tied(scan, home)
    unique = list({id(d): d for d in home.values()}.values())
    for draft in unique:
        draft.parties = dict(sorted(draft.parties.items(), key=lambda item: item[1].sentence))
    return [d for d in unique if d.parties]


HINTED = 0.5
OUTRIGHT = 1.5
ACCUSED = 0.9
"""So much must be said of one who is accused: outright, or hinted at twice."""


def _add_tied(scan: Scan, home: dict[str, Draft], hinted: set[str]) -> None:
    """Add to a case those who are only hinted at but named beside one of its accused for what they did."""
    for number, sentence in enumerate(scan.sentences):
        if not hinted or not PARTNER_RE.search(sentence.text) or _tells_elsewhere(sentence.text):
            continue
        for one, two in _pairs_named(scan, number):
            known, new = (one, two) if one in home else (two, one)
            if known in home and new in hinted:
                _add_group([next(f for f in scan.parties if f.name == new)], home)
                _absorb(home[known], home[new], home)
        hinted = hinted - home.keys()


def _pairs_named(scan: Scan, number: int) -> Iterator[tuple[str, str]]:
    """Give the people a sentence names one beside the other: "Ann Porter and her aide, Bo Lee"."""
    text, offset = scan.sentences[number].text, scan.sentences[number].start
    people = [name for name in scan.names[number] if name.kind in {"person", "surname"}]
    for first, second in pairwise(people):
        between = text[first.end - offset : second.start - offset]
        if len(between) < NEAR and BESIDE_RE.search(between):
            yield scan.roster.resolve(first), scan.roster.resolve(second)


NEAR = 60
BESIDE_RE = re.compile(
    r"\b(?:and|with|against|or)\b|^[’']s (?:co-?defendant|wife|husband|girlfriend|boyfriend|brother)"
)


def _join_tied(scan: Scan, home: dict[str, Draft]) -> None:
    """Join those the article ties together: a co-defendant to the others, two who are named as one, and
    all of them where the opening speaks of several accused ("Three men were sentenced today")."""
    several = home and _opens_with_several(scan)
    if several and not any(_tells_elsewhere(s.text) for s in scan.sentences):
        first, *rest = home.values()
        for draft in rest:
            _absorb(first, draft, home)
    _join_kin(scan, home)
    if home:
        _join_same_case(scan, home)
    for number, sentence in enumerate(scan.sentences if home else ()):
        named = [full for name in scan.names[number] if (full := scan.roster.resolve(name)) in home]
        if named and not _tells_elsewhere(sentence.text):
            _join_named(scan, number, named, home)


def _opens_with_several(scan: Scan) -> bool:
    opening = scan.sentences[:LEDE]
    if all(SEVERAL.isdisjoint(sentence.words) for sentence in opening):
        return False
    return SEVERAL_RE.search(" ".join([sentence.text for sentence in opening])) is not None


def _join_named(scan: Scan, number: int, named: list[str], home: dict[str, Draft]) -> None:
    """Join the accused one sentence names where it ties them to each other, or to all told before."""
    text = scan.sentences[number].text
    if not CODEFENDANT_WORDS.isdisjoint(word_set(text)) and CODEFENDANT_RE.search(text):
        named = named + [other for other, draft in home.items() if draft.first <= number]
        for name in named[1:]:
            _absorb(home[named[0]], home[name], home)
    if len(set(named)) > 1 and (TIED_RE.search(text) or PARTNER_RE.search(text)):
        for one, two in _pairs_named(scan, number):
            if one in home and two in home:
                _absorb(home[one], home[two], home)


SAME_CASE = frozenset({"same", "that", "helping", "aiding", "assisting", "hiding", "also"})
"""Of these words the next pattern needs one."""
SAME_CASE_RE = re.compile(
    r"\b(?:others?|other (?:defendants|men|women|people))\b[^.;]{0,40}\b(?:charged|indicted|named)\b"
    r"[^.;]{0,20}\b(?:in|with) (?:the same|that) (?:indictment|case|complaint)\b"
    r"|\b(?:people|others?|men|women|friends|suspects)\b[^.;]{0,30}\b(?:accused of|charged with|suspected of)"
    r" (?:helping|aiding|assisting|hiding)\b"
    r"|\bAlso (?:convicted|charged|indicted|sentenced|arrested|acquitted|found guilty) (?:was|were)\b",
    re.IGNORECASE,
)


def _join_same_case(scan: Scan, home: dict[str, Draft]) -> None:
    """ "Two others were charged in the same indictment": those whom the next sentences name are tried with
    the first."""
    for number, sentence in enumerate(scan.sentences):
        if SAME_CASE.isdisjoint(sentence.words) or not SAME_CASE_RE.search(sentence.text):
            continue
        first = min(home.values(), key=lambda draft: draft.first)
        near = range(number, min(len(scan.sentences), number + 3))
        named = {scan.roster.resolve(name) for at in near for name in scan.names[at]} & home.keys()
        for name in sorted(named):
            _absorb(first, home[name], home)


def _tells_elsewhere(text: str) -> bool:
    words = word_set(text)
    return not (ELSEWHERE.isdisjoint(words) or MATTERS.isdisjoint(words)) and bool(ELSEWHERE_RE.search(text))


def _join_kin(scan: Scan, home: dict[str, Draft]) -> None:
    """Two of one surname who stand accused are tried together when the article calls them kin."""
    if len({surname_of(name) for name in home}) == len(home):
        return
    text = " ".join(sentence.text for sentence in scan.sentences)
    if APART_RE.search(text) or not KIN_RE.search(text):
        return
    for name in list(home):
        first = next(other for other in home if surname_of(other) == surname_of(name))
        _absorb(home[first], home[name], home)


LEDE = 4
SEVERAL = frozenset([
    "men", "women", "people", "defendants", "members", "teens", "teenagers", "youths", "brothers",
    "sisters", "suspects", "associates", "officers", "deputies", "executives", "employees", "doctors",
    "teachers", "offenders", "felons", "drivers", "relatives", "friends", "others",
])  # fmt: skip
SEVERAL_RE = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2}|several)\s+(?:[\w-]+\s+){0,4}?"
    rf"{alternation(SEVERAL)}\s+"
    r"(?:\([^)]*\)\s+)?(?:[\w-]+ly\s+)?(?:were|was|are|will|have|face|pleaded|pled|accused|charged|convicted|sentenced|guilty"
    r"|indicted|arraigned|appeared)\b",
    re.IGNORECASE,
)
CODEFENDANT_WORDS = frozenset([
    "co", "codefendant", "codefendants", "coconspirator", "coconspirators", "coaccused", "accomplice",
    "accomplices", "took", "another", "other", "second", "third",
])  # fmt: skip
"""Of these words the next pattern needs one."""
CODEFENDANT_RE = re.compile(
    r"\bco-?(?:defendants?|conspirators?|accused)\b|\baccomplices?\b|\btook part in the\b"
    r"|\b(?:another|the other|a second|a third)\s"
    r"(?:man|woman|suspect|defendant|teen\w*|\d{1,2}[- ]year[- ]old)\b",
    re.IGNORECASE,
)
KIN_RE = re.compile(
    r"\b(?:twins?|brothers?|sisters?|siblings?|wife|husband|couple|father|mother|sons?|daughters?|parents)\b"
)
APART_RE = re.compile(r"\bno relation\b|\bnot related\b|\bseparately\b|\bunrelated\b", re.IGNORECASE)
TIED_RE = re.compile(
    r"\b(?:both|together|conspir\w+|accomplices?|girlfriend|boyfriend|wife|husband|couple|brothers?|sisters?|sons?"
    r"|daughters?|father|mother|cousins?|friends?|associates?|partners?|defendants|plan with|along with"
    r"|accused|charged|indicted|convicted|sentenced|arraigned|arrested|drove|went|took|told|lied|robbed|stole)\b",
    re.IGNORECASE,
)
PARTNER_RE = re.compile(
    r"\b(?:conspir\w+|accomplices?|testified against|took part|taking part|along with|followed|helped"
    r"|joined)\b",
    re.IGNORECASE,
)
"""What makes partners in a crime of two who are named together."""
ELSEWHERE = frozenset({"unrelated", "separate", "separately", "different", "another", "other"})
MATTERS = frozenset({"case", "cases", "matter", "matters", "trial", "trials"})
ELSEWHERE_RE = re.compile(rf"\b{alternation(ELSEWHERE)} (?:\w+ )?{alternation(MATTERS)}\b")
"""What tells that two who are named together are not tried together."""


def _add_group(group: list[PartyFind], home: dict[str, Draft]) -> None:
    draft = next((home[f.name] for f in group if f.name in home), None) or Draft("criminal")
    for find in group:
        other = home.get(find.name)
        if other is not None and other is not draft:
            _absorb(draft, other, home)
        home[find.name] = draft
        kept = draft.parties.setdefault(find.name, find)
        if kept.age is None and find.age is not None:
            draft.parties[find.name] = find
        draft.weight += find.weight
        draft.first = min(draft.first, find.sentence)


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


KIN_WORD = (
    r"(?:son|daughter|brother|sister|wife|husband|father|mother|cousin|nephew|niece|uncle|aunt|stepson|stepfather|girlfriend"
    r"|boyfriend|friend|lawyer|attorney|family|relatives)"
)
KIN_OF_RE = re.compile(rf"\b{KIN_WORD}\s(?:of|to)\s(?:[\w’'-]+\s){{0,5}}$")
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
    for first in subjects_before(find.sentence, 2, scan.sentences, scan.names):
        if _prosecutes(first, scan) or KIN_OWNED_RE.match(_text_after(first, scan)):
            continue
        if not first.title and not scan.roster.is_judge(first):
            full = scan.roster.resolve(first)
            return replace(find, name=full, age=first.age) if " " in full else find
    return find


def _text_after(name: NameMention, scan: Scan) -> str:
    sentence = next(s for s in scan.sentences if s.start <= name.start < s.end)
    return sentence.text[name.end - sentence.start :]


def _prosecutes(name: NameMention, scan: Scan) -> bool:
    """Tell whether the article calls whoever bears this surname a prosecutor somewhere."""
    bearers = scan.roster.by_surname.get(surname_of(name.text), ())
    return any(one.title and PROSECUTOR_RE.search(one.title) for one in bearers)


def _absorb(into: Draft, other: Draft, home: dict[str, Draft]) -> None:
    if into is other:
        return
    into.parties.update(other.parties)
    into.weight += other.weight
    into.first = min(into.first, other.first)
    for name in other.parties:
        home[name] = into
    other.parties = {}
