"""Tell by the words of two sentences whether they speak of one decision.

Who decided and on which day is not looked at here; see `ruling_join.py`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from casetrack.extract.ruling_details import VAGUE_RE
from casetrack.extract.scene import RulingFind
from casetrack.lexicon import load_table

ASKED_FOR = frozenset({"denied", "granted", "ordered"})
"""Of these a court may decide several in one case."""
RESTATED = 5
"""So many sentences of a story may tell one decision in words of their own each."""
TELLING = 2


def is_of_other_matter(group: Sequence[RulingFind], find: RulingFind, number: int) -> bool:
    """ "Turned down the bid to bar Ann Lee. Earlier, she refused to throw out the suit": no word is the same.

    Args:
        number: which of the article's sentences tells `find`.
    """
    if find.value == "ordered" or find.date is not None or find.subject is None:
        return False
    told = find.sentence.text[: find.at - find.sentence.start].lower()  # "the motion is denied for"
    if number <= RESTATED or VAGUE_RE.search(told) or VAGUE_RE.match(find.subject):
        return False
    return len(_content(find)) >= TELLING and not shares_words(group, find)


UNDOING = frozenset({"stayed", "lifted", "vacated", "reversed"})
INJUNCTION_RE = re.compile(r"\b(?:injunction|order|ruling|decision|stay)\b")


def lets_by_undoing(one: RulingFind, other: RulingFind) -> bool:
    """ "Allowed the work to go on. The order stayed an injunction": one decision, told by what it allows."""
    if one.rule != "ordered.allow" or other.value not in UNDOING or one.sentence is other.sentence:
        return False
    return not (one.background or other.background) and INJUNCTION_RE.search(other.subject or "") is not None


RETOLD_RE = re.compile(
    r"(?:^[“\"]?(?:The|This)|\b(?:the|this)|\b\w+day[’']s)\s(?:[\w-]+\s){0,3}?(?:ruling|decision|opinion)\s$"
)
REVIEWED = frozenset({"affirmed", "reversed", "vacated"})


def retells(find: RulingFind) -> bool:
    """ "Struck down the ban. The 5-2 decision upholds a ruling by Judge Lee": what one decision also does."""
    if find.decider is not None or find.background or find.value not in REVIEWED:
        return False
    return RETOLD_RE.search(find.sentence.text[: find.at - find.sentence.start]) is not None


WORD_RE = re.compile(r"[A-Za-z][\w’'-]{3,}")


@cache
def _common() -> frozenset[str]:
    return frozenset(load_table("actors")["common"])


def _content(find: RulingFind) -> set[str]:
    text = find.subject or find.sentence.text
    return {w.lower().rstrip("’'s")[:7] for w in WORD_RE.findall(text)} - _common()


def shares_words(group: Sequence[RulingFind], find: RulingFind) -> bool:
    words = _content(find)
    return any(words & _content(f) for f in group)
