"""Whom a case is about that is no party: people killed or hurt, named by the sentence that tells it.

"the murder of strip club owner Kay Tran", "the victim, Kay Tran", "Tran, who was killed". A victim
is evidence of which case an article means; it is no public fact.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from casetrack.extract.names import NameMention
from casetrack.extract.people import surname_of
from casetrack.extract.scan import Scan
from casetrack.extract.word_sets import word_set
from casetrack.lexicon import alternation

HARM = frozenset([
    "murder", "murdering", "murdered", "murders", "kill", "killing", "killed", "killings", "slay",
    "slaying", "death", "deaths", "homicide", "manslaughter", "stabbing", "stabbed", "shooting", "shot",
    "beating", "beat", "strangling", "strangled", "bludgeoning", "rape", "raping", "raped", "robbing",
    "robbed", "assault", "assaulting", "assaulted", "attack", "attacking", "attacked", "kidnapping",
    "kidnapped", "abduction", "molesting", "molested", "stalking", "stalked", "struck", "striking",
    "defrauding", "defrauded",
])  # fmt: skip
SUFFERED = frozenset([
    "killed", "murdered", "shot", "stabbed", "slain", "strangled", "beaten", "raped", "robbed", "struck",
    "dead",
])  # fmt: skip
HARMED = HARM | SUFFERED | {"victim", "victims", "died", "bled", "suffered", "pronounced"}
"""Of these words each of the patterns needs one."""
BEFORE_RE = re.compile(
    rf"\b{alternation(HARM)}\s+(?:(?!(?:by|before|after|when|while|with|for|from|in|on|at|who|that)\b)[a-z\d’'-]+,?\s+){{0,7}}$"
)
CALLED_RE = re.compile(r"\b[Vv]ictims?(?:\s+(?:was|were|is|as|named|identified\s+as))?,?\s+$")
AFTER_RE = re.compile(
    r"^(?:,\s+\d{1,3},?|\s+\(\d{1,3}\))?,?\s+(?:(?:who|both|and|then)\s+)*(?:(?:was|were)\s+(?:found\s+)?"
    rf"(?:{alternation(SUFFERED)}|pronounced\s+dead)"
    r"|died|the\s+victim\b|bled\s+to\s+death|suffered)(?!\w)"
)
MOST_VICTIMS = 8


def find_victims(scan: Scan, numbers: Collection[int], parties: Collection[str]) -> tuple[str, ...]:
    """Give the people harmed in some sentences of an article, by their fullest names, each once.

    Args:
        numbers: which sentences.
        parties: names of the case's parties, none of whom is a victim.
    """
    sides = {surname_of(name) for name in parties}
    found: dict[str, None] = {}
    for number in sorted(numbers):
        sentence = scan.sentences[number]
        if HARMED.isdisjoint(word_set(sentence.text)):
            continue
        for name in scan.names[number]:
            if name.kind not in {"person", "surname"} or scan.roster.is_judge(name):
                continue
            full = scan.roster.resolve(name)
            if " " in full and full not in parties and _is_harmed(name, sentence.text, sentence.start):
                found.setdefault(full)
    return tuple(v for v in found if surname_of(v) not in sides or v.split()[0] not in _given(parties))[
        :MOST_VICTIMS
    ]


def _given(parties: Collection[str]) -> set[str]:
    return {name.split()[0] for name in parties if name}


def _is_harmed(name: NameMention, text: str, offset: int) -> bool:
    start, end = name.start - offset, name.end - offset
    if name.title:
        start = max(0, text.rfind(name.title, 0, start)) if name.title in text[:start] else start
        if name.title.endswith("Victim"):
            return True
    before = text[max(0, start - 110) : start]
    return bool(BEFORE_RE.search(before) or CALLED_RE.search(before) or AFTER_RE.match(text[end : end + 90]))
