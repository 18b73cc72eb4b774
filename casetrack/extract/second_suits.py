"""Tell where a story of one suit speaks of a second: "A separate challenge has gone nowhere in state court".

What is told of it stands in one paragraph, from the sentence that brings it up; a text without paragraphs
shows none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from casetrack.extract.sentences import Sentence

OTHER_CASE = (
    r"(?:(?:similar|separate|related|parallel|unrelated|another|other) (?:\w+ )?(?:case|suit|lawsuit|action))"
)
"""Words for a case that is not the story's."""
SUIT = r"(?:suits?|lawsuits?|challenges?|cases?|actions?|complaints?|petitions?|matters?|appeals?)"
SECOND_RE = re.compile(
    rf"\b(?:(?:[Aa]|[Ii]n a)\s(?:separate|second|similar|different|related|parallel|companion)|[Aa]nother)"
    rf"\s(?:[\w-]+\s){{0,2}}?{SUIT}\b"
    rf"|\b(?:[Ss]uit|[Ll]awsuit|[Cc]ase|[Cc]hallenge)\sis\sone\sof\s(?:two|three)\b"
)
SECOND = frozenset({"separate", "second", "similar", "different", "related", "parallel", "companion"})
"""Of these words, "another" or "one", the pattern needs one."""
NEEDED = SECOND | {"another", "one"}
OPENING = 60
"""The second suit is brought up in so many characters from where a sentence begins."""
FIRST = 3
"""So many sentences tell of the story's own suit, and stand in a paragraph of their own."""


def second_passages(sentences: Sequence[Sentence]) -> list[range]:
    """Give the numbers of the sentences of each passage about a second suit."""
    passages: list[range] = []
    for number in range(FIRST, len(sentences)):
        sentence = sentences[number]
        if passages and number in passages[-1]:
            continue
        if NEEDED.isdisjoint(sentence.words) or not SECOND_RE.search(sentence.text, 0, OPENING):
            continue
        end = number + 1
        while end < len(sentences) and sentences[end].paragraph == sentence.paragraph:
            end += 1
        if sentences[number - FIRST].paragraph != sentence.paragraph:
            passages.append(range(number, end))
    return passages
