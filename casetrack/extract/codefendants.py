"""Tell which of the accused are tried together, by what ties them in the text.

A list or a coordination makes one group; so do "two other defendants", partners in the deed, kin, and an
opening that speaks of several accused. What the text calls separate or unrelated stays apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from casetrack.extract.drafts import Draft
from casetrack.extract.party_find import PartyFind
from casetrack.extract.people import surname_of
from casetrack.extract.scan import Scan
from casetrack.extract.sentences import Sentence
from casetrack.lexicon import alternation


def add_tied(scan: Scan, home: dict[str, Draft], hinted: set[str]) -> None:
    """Add to a case those who are only hinted at but named beside one of its accused for what they did."""
    for number, sentence in enumerate(scan.sentences if home and hinted else ()):
        if not hinted or _tells_elsewhere(sentence):
            continue
        for name in scan.names[number]:
            before = sentence.text[: name.start - sentence.start]
            if scan.roster.resolve(name) in hinted and COUNTED_RE.search(before):
                add_group([f for f in scan.parties if f.name == scan.roster.resolve(name)], home)
        if not PARTNER_RE.search(sentence.text):
            continue
        for one, two in _pairs_named(scan, number):
            known, new = (one, two) if one in home else (two, one)
            if known in home and new in hinted:
                add_group([next(f for f in scan.parties if f.name == new)], home)
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


COUNTED_RE = re.compile(
    r"\b(?:A|[Aa]nd a|[Tt]he) (?:second|third|fourth|fifth|sixth) "
    r"(?!witness|victim|juror|judge|lawyer|attorney|prosecutor|expert)[a-z-]+(?: [a-z-]+)?, (?:[a-z-]+ )?$"
)
"""Before a name: "two cashiers pleaded guilty. A third cashier, Bo Lee, is set for trial"."""
NEAR = 60
BESIDE_RE = re.compile(
    r"\b(?:and|with|against|or)\b|^[’']s (?:co-?defendant|wife|husband|girlfriend|boyfriend|brother)"
)


NUMBERS = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"


def join_tied(scan: Scan, home: dict[str, Draft]) -> None:
    """Join those the article ties together: a co-defendant to the others, two who are named as one, and
    all of them where the opening speaks of several accused ("Three men were sentenced today")."""
    if len(set(home.values())) < 2:
        return
    apart = any(_tells_elsewhere(s) for s in scan.sentences) or _before_other_courts(scan, home)
    if _opens_with_several(scan) and not apart:
        first, *rest = home.values()
        for draft in rest:
            _absorb(first, draft, home)
    _join_kin(scan, home)
    _join_same_case(scan, home)
    _join_counted(scan, home)
    for number, sentence in enumerate(scan.sentences):
        named = [full for name in scan.names[number] if (full := scan.roster.resolve(name)) in home]
        if named and not _tells_elsewhere(sentence):
            _join_named(scan, number, named, home)


def _before_other_courts(scan: Scan, home: dict[str, Draft]) -> bool:
    """Tell "a Georgia board spared Bo Lee" and "a Texas court stayed the execution of Cy Dow": two cases."""
    courts = [{m.court.name for m in scan.courts[draft.first]} for draft in home.values()]
    named = [told for told in courts if told]
    return any(one.isdisjoint(other) for one, other in pairwise(named))


def _opens_with_several(scan: Scan) -> bool:
    opening = scan.sentences[:LEDE]
    if all(SEVERAL.isdisjoint(sentence.words) for sentence in opening):
        return False
    return SEVERAL_RE.search(" ".join([sentence.text for sentence in opening])) is not None


def _join_named(scan: Scan, number: int, named: list[str], home: dict[str, Draft]) -> None:
    """Join the accused one sentence names where it ties them to each other, or to all told before."""
    sentence = scan.sentences[number]
    if not CODEFENDANT_WORDS.isdisjoint(sentence.words) and _tells_of_codefendant(scan, number):
        named = named + [other for other, draft in home.items() if draft.first <= number]
        for name in named[1:]:
            _absorb(home[named[0]], home[name], home)
    if len(set(named)) > 1 and (TIED_RE.search(sentence.text) or PARTNER_RE.search(sentence.text)):
        for one, two in _pairs_named(scan, number):
            if one in home and two in home:
                _absorb(home[one], home[two], home)


def _tells_of_codefendant(scan: Scan, number: int) -> bool:
    """Tell a sentence that speaks of a co-defendant, or counts one on: "a third cashier, Bo Lee"."""
    sentence = scan.sentences[number]
    if CODEFENDANT_RE.search(sentence.text):
        return True
    befores = (sentence.text[: name.start - sentence.start] for name in scan.names[number])
    return any(COUNTED_RE.search(before) for before in befores)


FURTHER = frozenset([
    "other", "others", "people", "men", "women", "friends", "suspects", "second", "third", "fourth", "fifth",
    "sixth", "also", "same",
])  # fmt: skip
DEALT_WITH = frozenset([
    "charged", "indicted", "named", "accused", "suspected", "convicted", "sentenced", "arrested", "acquitted",
    "found", "be", "plead", "defendant", "defendants", "codefendant", "codefendants", "conspirator",
    "conspirators", "coconspirator", "coconspirators",
])  # fmt: skip
"""The next pattern needs a word of each."""
SAME_CASE_RE = re.compile(
    r"\b(?:others?|other (?:defendants|men|women|people))\b[^.;]{0,40}\b(?:charged|indicted|named)\b"
    r"[^.;]{0,20}\b(?:in|with) (?:the same|that) (?:indictment|case|complaint)\b"
    r"|\b(?:people|others?|men|women|friends|suspects)\b[^.;]{0,30}\b(?:accused of|charged with|suspected of)"
    r" (?:helping|aiding|assisting|hiding)\b"
    r"|\b(?:one|two|three|four|five|six|seven|several|the) other (?:co-?)?(?:defendants?|conspirators?)\b"
    r"|\b(?:an?|the) (?:second|third|fourth|fifth|sixth) (?:person|man|woman|defendant) (?:[\w-]+ ){0,3}"
    r"(?:convicted|charged|indicted|sentenced|to be|to plead)\b"
    r"|\b(?:convicted|tried|charged|indicted)\s(?:\w+\s){0,2}?in the same (?:trial|indictment|case)\b"
    r"|\b(?:was|were) also (?:acquitted|convicted|found (?:not )?guilty)\b"
    r"|\bAlso (?:convicted|charged|indicted|sentenced|arrested|acquitted|found guilty) (?:was|were)\b",
    re.IGNORECASE,
)


def _join_same_case(scan: Scan, home: dict[str, Draft]) -> None:
    """ "Two others were charged in the same indictment": those whom the next sentences name are tried with
    the first."""
    for number, sentence in enumerate(scan.sentences):
        words = sentence.words
        if FURTHER.isdisjoint(words) or DEALT_WITH.isdisjoint(words):
            continue
        if SAME_CASE_RE.search(sentence.text) is None:
            continue
        first = min(home.values(), key=lambda draft: draft.first)
        near = range(number, min(len(scan.sentences), number + 3))
        named = {scan.roster.resolve(name) for at in near for name in scan.names[at]} & home.keys()
        for name in sorted(named):
            _absorb(first, home[name], home)


DEALT = frozenset({"charged", "indicted", "convicted", "pleaded", "arrested", "implicated", "sentenced"})
CASES = frozenset({"case", "investigation", "inquiry", "probe", "scheme", "conspiracy", "scandal", "plot"})
"""The next pattern needs a word of each."""
IN_THE_CASE_RE = re.compile(
    rf"\b(?:{NUMBERS}|dozens?|several|\d{{1,3}})\s(?:[\w-]+\s){{0,3}}?(?:people|men|women|others|defendants|suspects)\b"
    rf"[^.;]{{0,40}}?\b{alternation(DEALT)}\b[^.;]{{0,30}}?"
    rf"\bin (?:the|this) (?:\w+ )?{alternation(CASES)}\b",
    re.IGNORECASE,
)


def _join_counted(scan: Scan, home: dict[str, Draft]) -> None:
    """ "Eleven people have been charged in the case": whomever the story accuses, but of another one."""
    told = (s for s in scan.sentences if not (DEALT.isdisjoint(s.words) or CASES.isdisjoint(s.words)))
    if not any(IN_THE_CASE_RE.search(sentence.text) for sentence in told):
        return
    first = min(home.values(), key=lambda draft: draft.first)
    for draft in list({id(d): d for d in home.values()}.values()):
        if draft is not first and not ANOTHER_RE.search(scan.sentences[draft.first].text):
            _absorb(first, draft, home)


ANOTHER_RE = re.compile(r"\b(?:unrelated|separate|different|another|similar|neighboring|nearby|earlier)\b")


def _tells_elsewhere(sentence: Sentence) -> bool:
    if ELSEWHERE.isdisjoint(sentence.words) or MATTERS.isdisjoint(sentence.words):
        return False
    return ELSEWHERE_RE.search(sentence.text) is not None


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
    "teachers", "offenders", "felons", "drivers", "relatives", "friends", "others", "guards", "soldiers",
    "agents", "players", "students", "aides", "traders", "bankers", "lawyers", "nurses", "priests",
    "protesters", "workers",
])  # fmt: skip
SEVERAL_RE = re.compile(
    rf"\b(?:{NUMBERS}|\d{{1,2}}|several)\s+(?:[\w-]+\s+){{0,4}}?"
    rf"{alternation(SEVERAL)}\s+"
    r"(?:\([^)]*\)\s+)?(?:[\w-]+ly\s+)?(?:were|was|are|will|have|face|pleaded|pled|accused|charged|convicted|sentenced|guilty"
    r"|indicted|arraigned|appeared)\b",
    re.IGNORECASE,
)
CODEFENDANT_WORDS = frozenset([
    "co", "codefendant", "codefendants", "coconspirator", "coconspirators", "coaccused", "accomplice",
    "accomplices", "took", "another", "other", "second", "third", "fourth", "fifth", "sixth", "remaining",
    "final", "last",
])  # fmt: skip
"""Of these words the next pattern needs one."""
CODEFENDANT_RE = re.compile(
    r"\bco-?(?:defendants?|conspirators?|accused)\b|\baccomplices?\b|\btook part in the\b"
    r"|\b(?:another|the other|(?:an?|the) (?:second|third|fourth|fifth|sixth|remaining|final|last))\s"
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


def add_group(group: list[PartyFind], home: dict[str, Draft]) -> None:
    draft = next((home[f.name] for f in group if f.name in home), None) or Draft("criminal")
    for find in group:
        other = home.get(find.name)
        if other is not None and other is not draft:
            _absorb(draft, other, home)
        home[find.name] = draft
        kept = draft.parties.setdefault(find.name, find)
        if kept.age is None and find.age is not None:
            draft.parties[find.name] = kept = find
        if kept.weight < find.weight:  # accused first of something, then charged with it
            draft.parties[find.name] = replace(kept, weight=find.weight)
        draft.weight += find.weight
        draft.first = min(draft.first, find.sentence)


def _absorb(into: Draft, other: Draft, home: dict[str, Draft]) -> None:
    if into is other:
        return
    into.parties.update(other.parties)
    into.weight += other.weight
    into.first = min(into.first, other.first)
    for name in other.parties:
        home[name] = into
    other.parties = {}
