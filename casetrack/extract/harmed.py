"""Who was killed or hurt, by the words around a name: "the murder of Kay Tran", "Tran, who was killed"."""

from __future__ import annotations

import re

from casetrack.extract.names import NameMention
from casetrack.lexicon import alternation

HARM = frozenset([
    "murder", "murdering", "murdered", "murders", "kill", "killing", "killed", "killings", "slay",
    "slaying", "death", "deaths", "homicide", "manslaughter", "stabbing", "stabbed", "shooting", "shot",
    "beating", "beat", "strangling", "strangled", "bludgeoning", "rape", "raping", "raped", "robbing",
    "robbed", "assault", "assaulting", "assaulted", "attack", "attacking", "attacked", "kidnapping",
    "kidnapped", "abduction", "molesting", "molested", "stalking", "stalked", "struck", "striking",
    "defrauding", "defrauded", "kidnap", "shoot", "stab", "rob", "abduct", "assassinate",
    "extort", "blackmail",
])  # fmt: skip
SUFFERED = frozenset([
    "killed", "murdered", "shot", "stabbed", "slain", "strangled", "beaten", "raped", "robbed", "struck",
    "dead",
])  # fmt: skip
HARMED = HARM | SUFFERED | {"victim", "victims", "died", "bled", "suffered", "pronounced"}
"""Of these words each of the patterns needs one."""
BEFORE_RE = re.compile(
    rf"\b{alternation(HARM)}\s+(?:(?<=shooting\s)at\s+)?(?:(?!(?:by|before|after|when|while|with|for|from|in|on|at|who|that|against|testified)\b)[a-z\d’'-]+,?\s+){{0,7}}$"
)
CALLED_RE = re.compile(r"\b[Vv]ictims?(?:\s+(?:was|were|is|as|named|identified\s+as))?,?\s+$")
AFTER_RE = re.compile(
    r"^(?:,\s+\d{1,3},?|\s+\(\d{1,3}\))?,?\s+(?:(?:who|both|and|then)\s+)*(?:(?:was|were)\s+(?:found\s+)?"
    rf"(?:{alternation(SUFFERED)}|pronounced\s+dead)"
    r"|died|the\s+victim\b|bled\s+to\s+death|suffered)(?!\w)"
)


def is_harmed(name: NameMention, text: str, offset: int) -> bool:
    """Tell whether a sentence `text` that begins at `offset` tells of one who was killed or hurt."""
    start, end = name.start - offset, name.end - offset
    if name.title:
        start = max(0, text.rfind(name.title, 0, start)) if name.title in text[:start] else start
        if name.title.endswith("Victim"):
            return True
    before = text[max(0, start - 110) : start]
    return bool(BEFORE_RE.search(before) or CALLED_RE.search(before) or AFTER_RE.match(text[end : end + 90]))
