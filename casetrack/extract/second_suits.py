"""Tell where a story of one suit speaks of a second: "A separate challenge has gone nowhere in state court".

What is told of it stands in one paragraph, from the sentence that brings it up. A text without paragraphs
shows only the second suits that another court decides: "In Ohio, a judge threw out a suit by growers".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set

from casetrack.extract.scene import RulingFind
from casetrack.extract.sentences import Sentence, rest_of_paragraph

OTHER_CASE = (
    r"(?:(?:similar|separate|related|parallel|unrelated|another|other) (?:\w+ )?(?:case|suit|lawsuit|action))"
)
"""Words for a case that is not the story's."""
SUIT = (
    r"(?:suits?|lawsuits?|challenges?|cases?|actions?|complaints?|petitions?|matters?|appeals?|fights?|disputes?"
    r"|battles?)"
)
SECOND_RE = re.compile(
    rf"\b(?:(?:[Aa]|[Ii]n a)\s(?:separate|second|similar|different|related|parallel|companion)|[Aa]nother)"
    rf"\s(?:[\w-]+\s){{0,2}}?{SUIT}\b"
    rf"|(?:\b[Aa]n?|[’']s?)\s(?:(?:nearly|almost|virtually)\s)?(?:identical|near-identical|parallel|separate)\s{SUIT}\b"
    r"|\b[Aa]\s(?:third|fourth)\s(?:case|suit|lawsuit|challenge)\b"
    r"|\b[Tt]he\sother\s(?:(?!(?:in|of|to|on|for|with|from|the|a|that|this|who)\b)[\w.-]+\s){0,3}?"
    r"(?:case|suit|lawsuit|challenge)\b(?!\sin\swhich)"
    r"|\b(?:remains?|is\salso)\sa\sdefendant\sin\san?\s(?:[\w-]+\s){0,2}?(?:case|suit|lawsuit)\b"
    r"|\b[Ii]n\s(?:a\s(?:separate|second|related|different)|another)\s(?:order|ruling|decision|opinion)\b"
    r"(?=[^.;]*\b(?:suit|lawsuit|case|petition|appeal|complaint|challenge)\s(?:filed\s|brought\s)?(?:by|from)\b)"
    rf"|\b(?:[Ss]uit|[Ll]awsuit|[Cc]ase|[Cc]hallenge)\sis\sone\sof\s(?:two|three)\b"
    r"|^(?:Separately|Meanwhile),\s[^.;,]{3,50}?\s(?:(?:has|have|had|also|is|are)\s)*(?:sued|suing)\b"
    r"|\b(?:is|are|was|were|has|have)\s(?:also\s(?:been\s)?|been\salso\s)(?:being\s)?sued\sby\b"
)
NEEDED = frozenset([
    "separate", "second", "similar", "different", "related", "parallel", "companion", "another", "one",
    "identical", "near-identical", "third", "fourth", "other", "defendant", "separately", "meanwhile", "also",
])  # fmt: skip
"""Of these words the pattern needs one."""
OPENING = 60
"""The second suit is brought up in so many characters from where a sentence begins."""
FIRST = 3
"""So many sentences tell of the story's own suit, and stand in a paragraph of their own."""


SUIT_OF_RE = re.compile(
    r"\b(?:an?|another)\s(?:[\w-]+\s){0,4}?(?:suit|lawsuit|class action|challenge|case|complaint|petition)\s"
    r"(?:(?:brought|filed|lodged)\s)?(?:by|from)\b"
    r"|[’']s?\s(?:[\w-]+\s){0,2}?(?:suit|lawsuit|class action|challenge)\b"
    r"|\bsued\sto\s[a-z]+\s"
)
"""Whose suit it is: "a class action by nurses", "Ohio's suit", "Ohio sued to block it"."""
WHERE = r"(?:[Ii]n|[Aa]t|of)\s(?:the\s)?[A-Z]"
ELSEWHERE_RE = re.compile(
    rf"In\s[A-Z][\w.’' ]{{2,30}},\s|\b[Aa]n?\s(?:[\w.-]+\s){{0,3}}?(?:judge|court|panel|jury)\s{WHERE}"
)
"""Another court than those told of before: "In Ohio, a judge", "a state judge in Dayton"."""


def second_passages(sentences: Sequence[Sentence], rulings: Sequence[RulingFind]) -> list[tuple[range, bool]]:
    """Give the numbers of the sentences of each passage about a second suit; whether it is called one."""
    passages: list[tuple[range, bool]] = []
    for number in range(1, len(sentences)):
        sentence = sentences[number]
        if passages and number in passages[-1][0]:
            continue
        rest = rest_of_paragraph(sentences, number)
        begins = number >= FIRST and sentences[number - FIRST].paragraph != sentence.paragraph
        if begins and not NEEDED.isdisjoint(sentence.words) and _brings_up(sentence.text):
            passages.append((rest, True))
        elif _is_decided_elsewhere(sentence, rulings):
            apart = sentences[number - 1].paragraph != sentence.paragraph
            passages.append((rest if apart else rest[:1], False))
    return passages


BY_NAME_RE = re.compile(
    r"\b(?:case|suit|lawsuit|class\saction|action)\b|\bchallenge\s(?:by|from|to|brought|filed|in\s[A-Z])"
)
"""By one of these a second suit is told where nobody is shown to sue in it."""
CITED_RE = re.compile(r"\b(?:cit(?:ed|es|ing)|precedents?|reli(?:ed|es)\son|pointed\sto)\b")


def is_told_by_name(text: str) -> bool:
    """Tell "a separate suit accusing", of which something is told, from a hurdle and from a case cited."""
    return BY_NAME_RE.search(text) is not None and CITED_RE.search(text) is None


BEHIND_RE = re.compile(r"\bbehind\s(?:the|this)\s(?:original\s)?(?:suit|lawsuit|case|challenge)\b")
"""Tells that whose second appeal it is brought the story's own suit."""


def _brings_up(text: str) -> bool:
    second = SECOND_RE.search(text)
    if second is None or BEHIND_RE.search(text):
        return False
    before = text[: second.start()]
    return second.end() <= OPENING or (BROUGHT_RE.search(before) is not None and "," not in before[OPENING:])


BROUGHT_RE = re.compile(
    r"\b(?:brought|filed|pursuing|weighing|hearing|overseeing|presid(?:es|ing)\sover|(?:has|have|faces|facing))\s$"
)
"""Before it, a second suit is what its sentence tells, however late."""


def _is_decided_elsewhere(sentence: Sentence, rulings: Sequence[RulingFind]) -> bool:
    """Tell a suit of which a court decides that had no part in what was told before."""
    decided = [r for r in rulings if r.sentence is sentence and r.decider is not None]
    before = [r for r in rulings if r.sentence.start < sentence.start and r.decider is not None]
    if not decided or not before or not SUIT_OF_RE.search(sentence.text):
        return False
    if ELSEWHERE_RE.search(sentence.text):
        return True
    judges = {name for r in decided if r.decider for name in r.decider.judges}
    known = {name for r in before if r.decider for name in r.decider.judges}
    return bool(judges and known) and judges.isdisjoint(known)


def own_passages(
    sentences: Sequence[Sentence],
    suing: Mapping[str, set[int]],
    benches: Sequence[frozenset[tuple[str, str]]],
) -> list[tuple[range, frozenset[str]]]:
    """Give the passages that tell of a suit of their own, each with those who sue in it alone.

    Such a passage is a paragraph that names who sues, told of nowhere else, and another court, or judge,
    than those named before it; the next paragraphs go on with it where they speak of the same.

    Args:
        suing: who sues, with the numbers of the sentences that say so.
        benches: the courts and judges of each sentence, each with which of the two it is.
    """
    found: list[tuple[range, frozenset[str]]] = []
    known: set[tuple[str, str]] = set()
    for start, end in paragraphs(sentences):
        here = range(start, end)
        named = {bench for number in here for bench in benches[number]}
        own = frozenset(name for name, told in suing.items() if all(number in here for number in told))
        text = " ".join(sentences[number].text for number in here)
        elsewhere = {kind for kind, _ in known} & {kind for kind, _ in named - known}
        if own and elsewhere and SUING_RE.search(text) and not JOINTLY_RE.search(text):
            found.append((here, own))
        elif found and found[-1][0].stop == start and not named - known:
            last, whose = found[-1]
            if _goes_on(sentences[start:end], whose):
                found[-1] = range(last.start, end), whose
        known |= named
    return found


SUING_RE = re.compile(
    r"\b(?:suits?|lawsuits?|sue[ds]?|suing|class action|challenge[ds]?|complaint|at the request of)\b"
)
JOINTLY_RE = re.compile(
    r"\b(?:joined|joining|along with|together with|also sued|co-plaintiffs?|plaintiffs (?:in|are|include)"
    r"|one of the plaintiffs|among (?:those|the))\b"
)
"""What makes those of a paragraph sue with others."""
GOES_ON_RE = re.compile(
    r"(?:He|She|They|It|His|Her|Their|That|The (?:judge|case|suit|lawsuit|trial)|On|Trial)\b"
)


def _goes_on(paragraph: Sequence[Sentence], whose: frozenset[str]) -> bool:
    text = " ".join(sentence.text for sentence in paragraph)
    return GOES_ON_RE.match(text) is not None or any(name.split()[-1] in text for name in whose)


def goes_on_to(passage: range, until: int, sentences: Sequence[Sentence], whose: Set[str]) -> range:
    """Add to a passage the next paragraphs before `until` that each name one of those whose suit it is."""
    last = {name.split()[-1] for name in whose}
    for start, end in paragraphs(sentences):
        text = " ".join(sentence.text for sentence in sentences[start:end])
        if start == passage.stop and end <= until and any(name in text for name in last):
            passage = range(passage.start, end)
    return passage


def paragraphs(sentences: Sequence[Sentence]) -> Iterator[tuple[int, int]]:
    """Give where each paragraph of the body begins and ends, by numbers of sentences."""
    start = 0
    for number in range(1, len(sentences) + 1):
        if number == len(sentences) or sentences[number].paragraph != sentences[start].paragraph:
            if sentences[start].kind != "title":
                yield start, number
            start = number
