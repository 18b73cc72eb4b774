"""Who is named in one article: the mentions of every sentence, and the roster made of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from casetrack.extract.chunks import is_judge_title
from casetrack.extract.names import NameMention, find_names
from casetrack.extract.people import Roster, build_roster, surname_of
from casetrack.extract.sentences import Sentence


def cast_names(sentences: list[Sentence]) -> tuple[list[list[NameMention]], Roster]:
    """Give the names of every sentence, and who bears them."""
    names = _turn_companies(sentences, [find_names(s.text, s.start) for s in sentences])
    names = _turn_towns(sentences, names)
    names = _drop_headline_words(sentences, names)
    juniors = _find_juniors(sentences, names)
    roster = build_roster([n for group in names for n in group], juniors)
    if _share_openings(sentences, names, roster):
        roster = build_roster([n for group in names for n in group], juniors)
    named = [
        [_firm(n) for n in group if n.kind != "weak" or surname_of(n.text) in roster.by_surname]
        for group in names
    ]
    return named, roster


JUNIOR_RE = re.compile(r"\sJr\.?$")
SON_RE = re.compile(r"\bson,?\s$")


def _find_juniors(sentences: list[Sentence], names: list[list[NameMention]]) -> frozenset[str]:
    """Find the sons who bear their father's name: Bo Lee Jr. of "his son, Bo Lee Jr."."""
    return frozenset(
        name.text
        for sentence, group in zip(sentences, names, strict=True)
        if "jr" in sentence.words and "son" in sentence.words
        for name in group
        if JUNIOR_RE.search(name.text) and SON_RE.search(sentence.text, 0, name.start - sentence.start)
    )


def _drop_headline_words(
    sentences: list[Sentence], names: list[list[NameMention]]
) -> list[list[NameMention]]:
    """Keep of a headline only the names that the story has too: there every word may be capitalized."""
    if not sentences or sentences[0].kind != "title" or not names[0]:
        return names
    headline, *story = names
    last = [(surname_of(name.text), name) for group in story for name in group]
    if not last:
        return names
    told = {surname for surname, _ in last}
    full = {(name.text.split()[0], surname) for surname, name in last if name.kind == "person"}
    people = {surname for surname, name in last if name.kind in {"person", "surname"}}
    bench = {surname for surname, name in last if name.title and is_judge_title(name.title)}
    kept = [
        _only_name(name, full, bench)
        for name in headline
        if surname_of(name.text) in (people if name.title and is_judge_title(name.title) else told)
    ]
    return [kept, *story]


def _only_name(name: NameMention, full: set[tuple[str, str]], bench: set[str]) -> NameMention:
    """Leave the surname of "Judge Halts Lee's Ban", whose other words are no name anywhere in the story."""
    words, surname = name.text.split(), surname_of(name.text)
    if name.kind != "person" or len(words) < 2 or (words[0], surname) in full:
        return name
    called = name.title is not None and is_judge_title(name.title) and surname not in bench
    if not (called or any(last == surname for _, last in full)):
        return name
    return name._replace(start=name.end - len(words[-1]), text=words[-1], kind="surname", title=None)


def _turn_companies(sentences: list[Sentence], names: list[list[NameMention]]) -> list[list[NameMention]]:
    """Take "Halcyon Mobile" for a company where the story goes on "Halcyon said it would".

    A person is called again by the last name, a company by the first word and "it".
    """
    people = {n.text for group in names for n in group if n.kind == "person" and not (n.title or n.age)}
    lone = {n.text for group in names for n in group if " " not in n.text and n.kind in {"weak", "surname"}}
    called = {text for text in people if text.split()[0] in lone and text.split()[-1] not in lone}
    firms = {text for text in called if len(text.split()) == 2 and _is_spoken_of_as_it(text, sentences)}
    if not firms:
        return names
    return [[n._replace(kind="organization") if n.text in firms else n for n in group] for group in names]


def _turn_towns(sentences: list[Sentence], names: list[list[NameMention]]) -> list[list[NameMention]]:
    """Take Surf Haven for a place, wherever it is named, where the story says "the town of Surf Haven"."""
    towns = {
        name.text
        for sentence, group in zip(sentences, names, strict=True)
        if not TOWN.isdisjoint(sentence.words)
        for name in group
        if name.kind == "person" and TOWN_OF_RE.search(sentence.text, 0, name.start - sentence.start)
    }
    if not towns:
        return names
    return [[n._replace(kind="place") if n.text in towns else n for n in group] for group in names]


TOWN = frozenset({"town", "city", "village", "township", "borough", "county"})
TOWN_OF_RE = re.compile(r"\b(?:[Tt]own|[Cc]ity|[Vv]illage|[Tt]ownship|[Bb]orough|[Cc]ounty) of $")


def _is_spoken_of_as_it(name: str, sentences: list[Sentence]) -> bool:
    first = name.split()[0]
    for sentence in sentences:
        if IT.isdisjoint(sentence.words) or first not in sentence.text:
            continue
        if re.search(rf"\b{re.escape(first)}(?:[’']s)?\s(?:[a-z]+\s){{0,3}}?(?:it|its)\b", sentence.text):
            return True
    return False


IT = frozenset({"it", "its"})


def _share_openings(sentences: list[Sentence], names: list[list[NameMention]], roster: Roster) -> bool:
    """Give "Ann and Todd Barr sued" both their surname, if nobody here is called by the first alone."""
    shared = False
    for sentence, group in zip(sentences, names, strict=True):
        if len(group) < 2 or group[0].start != sentence.start or sentence.kind == "title":
            continue
        first, second = group[:2]
        if first.kind not in {"surname", "weak"} or second.kind != "person" or second.title:
            continue
        between = sentence.text[first.end - sentence.start : second.start - sentence.start]
        words = second.text.split()
        if first.title is not None or " " in first.text or between != " and " or len(words) != 2:
            continue
        if surname_of(first.text) not in roster.by_surname:
            group[0] = first._replace(text=f"{first.text} {words[-1]}", kind="person")
            shared = True
    return shared


def _firm(name: NameMention) -> NameMention:
    return name._replace(kind="surname") if name.kind == "weak" else name


CALLED_JUDGE_RE = re.compile(
    r",\s+(?:a|an|the)\s+(?:(?!(?:social|criminal|racial|environmental|climate)\sjustice)[\w.-]+\s+){0,4}"
    r"(?:judge|justice|magistrate)\b"
    r"(?!(?:(?!\bwho\b)[^,;.]){0,60}\b(?:ruled|said|found|decided|held|declared|concluded|wrote|determined"
    r"|ordered)\b)"
)
"""Of "Ann Porter, a federal judge in Ohio,", never of "sued by Ann Porter, a federal judge ruled"."""
BENCH = r"(?:judge|justice|magistrate)\s$"
OF_RANK = r"(?:[A-Z][\w.’'-]+|federal|state|district|circuit|county|trial|appeals?|court|senior)\s"
LOWER_TITLE_RE = re.compile(rf"(?:^|[\s“]){OF_RANK}{BENCH}")
"""Before a judge's name: "Manhattan federal judge Ann Porter"."""
OF_ONE_RE = re.compile(rf"\b(?:[Aa]n?|[Tt]he|that|this|another|one)\s(?:{OF_RANK}){{1,4}}{BENCH}")
""" "Told a federal judge Ann Porter lied": no judge of that name."""
THE_JUDGE_RE = re.compile(
    rf"(?:^|[,;—–]\s|\b(?:and|but|when|after|as|where|while)\s)[Tt]he\s(?:{OF_RANK}){{0,3}}{BENCH}"
)
"""Opens a clause in the British manner: "In Spokane, the judge Ann Porter forbade"."""
BENCH_WORDS = frozenset({"judge", "justice", "magistrate"})
JUDGE_APPOSITIVE_RE = re.compile(
    r"\b(?:judge|justice|magistrate)(?=,|\s(?:who|in|on|of|for|from|over|presiding|overseeing|handling|hearing|assigned"
    r"|appointed|with|at)\b)[^.;,]{0,80},\s+(?:(?:Army|Navy|Air\sForce|Marine(?:\sCorps)?|Coast\sGuard)\s)?"
    r"(?:(?:Lt|Col|Maj|Capt|Cmdr|Gen|Brig)\.?\s|(?:Colonel|Major|Captain|Commander|Lieutenant)\s){0,2}$"
)


DID_RE = re.compile(r"\b(?!(?:assigned|appointed|named|based|nominated|elected|retired)\b)\w+ed\b|\bsaid\b")
"""What a judge did stands between: "a judge on Tuesday denied a request by the parents, Ann Porter and"."""
RANK_RE = re.compile(
    r"(?:Col|Maj|Capt|Cmdr|Lt|Gen|Brig)\.?$|(?:Colonel|Major|Captain|Commander|Lieutenant|General|Admiral)$"
)
"""Officers, who sit as judges of courts-martial."""


def learn_judges(
    sentences: Sequence[Sentence], names_of: Sequence[Sequence[NameMention]], roster: Roster
) -> None:
    """ "The judge overseeing the trial, William Walls": a judge without the title before the name."""
    for sentence, names in zip(sentences, names_of, strict=True):
        _learn_listed(sentence, names, roster)
        _learn_second(sentence, names, roster)
        if BENCH_WORDS.isdisjoint(sentence.words):
            continue
        for name in names:
            if name.kind != "person" or (name.title and not RANK_RE.search(name.title)):
                continue
            before = sentence.text[max(0, name.start - sentence.start - 100) : name.start - sentence.start]
            after = sentence.text[name.end - sentence.start : name.end - sentence.start + 120]
            told = JUDGE_APPOSITIVE_RE.search(before)
            if (
                (told and not DID_RE.search(told.group()))
                or CALLED_JUDGE_RE.match(after)
                or (LOWER_TITLE_RE.search(before) and not OF_ONE_RE.search(before))
                or THE_JUDGE_RE.search(before)
            ):
                roster.judges.setdefault(surname_of(name.text), name.text)


def _learn_listed(sentence: Sentence, names: Sequence[NameMention], roster: Roster) -> None:
    """ "Judges Ann Lee, Bo Cruz and Cy Dow": the title is everybody's."""
    for before, name in pairwise(names):
        if name.kind not in {"person", "surname"}:
            continue
        plural = before.title is not None and before.title.endswith(("Judges", "Justices"))
        known = roster.judges and not before.title
        if plural or (known and roster.judges.get(surname_of(before.text)) == before.text):
            between = sentence.text[before.end - sentence.start : name.start - sentence.start]
            if LIST_RE.fullmatch(between):
                roster.judges.setdefault(surname_of(name.text), roster.resolve(name))


def _learn_second(sentence: Sentence, names: Sequence[NameMention], roster: Roster) -> None:
    """ "Judges Ann Lee, an appointee of Bo Cruz, and Cy Dow": the title is that of the last, too."""
    titled = [name for name in names if name.title]
    if not titled:
        return
    first = next((name for name in titled if str(name.title).endswith(("Judges", "Justices"))), None)
    if first is None:
        return
    for name in names:
        if name.start - first.end > SECOND_REACH:
            break
        between = sentence.text[first.end - sentence.start : name.start - sentence.start]
        if name.kind == "person" and name.start > first.end and SECOND_RE.fullmatch(between):
            roster.judges.setdefault(surname_of(name.text), roster.resolve(name))


SECOND_REACH = 90
SECOND_RE = re.compile(r",\s+[^,;()]{3,70},\s+and\s+")
LIST_RE = re.compile(r",?\s+(?:and\s+)?|,\s+")
