"""Name what a civil case is about when the article names no side: the act, law or plan that is fought over.

"The Voting Rights Act", "Nevada’s ban on drones", "the city’s towing ordinance". Short, and the same in
another article about the same case, so that it can serve as a caption: "In re Voting Rights Act".
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from casetrack.extract.chunks import Chunk, Clause
from casetrack.extract.party_find import party_words
from casetrack.extract.scan import Scan

NAMED_LAW_RE = re.compile(
    r"\b(?:Prop(?:osition|\.)?\s\d+|(?:Title|Section|Article)\s(?:[IVX]+|\d+)(?:\sof\sthe\s[A-Z]\w+(?:\s[A-Z]\w+)*)?"
    r"|(?:[A-Z][\w’'-]+\s)(?:(?:of|and|for|the|in|to|[A-Z][\w’'-]+)\s){0,6}(?:Act|Amendment|Plan|Mandate))\b"
)
BEFORE = 4
"""So many words before "law" or "ban" tell which."""
AFTER = 5
PLAIN = frozenset(
    {
        "law",
        "laws",
        "order",
        "orders",
        "rule",
        "rules",
        "policy",
        "measure",
        "ban",
        "bans",
        "plan",
        "plans",
        "program",
    }
)
OTHER_HEADS = frozenset(
    {
        "merger",
        "takeover",
        "acquisition",
        "pipeline",
        "mandate",
        "plan",
        "plans",
        "order",
        "program",
        "fees",
        "tax",
        "case",
        "subsidies",
    }
)
JOINERS = frozenset(
    {"on", "against", "of", "for", "barring", "banning", "limiting", "requiring", "restricting"}
)
JUDGING = frozenset(
    [
        "new",
        "controversial",
        "still-controversial",
        "so-called",
        "sweeping",
        "landmark",
        "key",
        "major",
        "latest",
        "revised",
        "entire",
        "federal",
        "state",
        "signature",
        "same",
        "similar",
        "current",
        "such",
        "whole",
        "original",
    ]
)
"""Adjectives that tell nothing of which law it is."""
SKIPPED = frozenset({"said", "says", "the", "a", "an", "this", "that", "its", "his", "her", "their", "s"})


def name_dispute(scan: Scan, numbers: Iterable[int]) -> str | None:
    """Give the law or act that these sentences are about, the first that is more than a bare word."""
    ordered = [n for n in numbers if n < len(scan.chunks)]
    for number in ordered:
        named = NAMED_LAW_RE.search(scan.sentences[number].text)
        if named:
            return " ".join(named.group().split())
    for number in ordered:
        phrase = _law_phrase(scan.chunks[number], scan.sentences[number].text, scan.sentences[number].start)
        if phrase:
            return phrase
    return None


def name_act(scan: Scan) -> str | None:
    """Give the act, title or proposition that an article names most often, the first of equals."""
    named = [" ".join(m.group().split()) for s in scan.sentences for m in NAMED_LAW_RE.finditer(s.text)]
    return max(named, key=named.count, default="").removeprefix("The ") or None


def _law_phrase(chunks: Clause, text: str, offset: int) -> str | None:
    for at, chunk in enumerate(chunks):
        if chunk.lower not in party_words("contested", "law") | OTHER_HEADS:
            continue
        first = _phrase_start(chunks, at)
        last = _phrase_end(chunks, at)
        while first < at and chunks[first].lower in JUDGING:
            first += 1
        if first == at and (last == at or chunk.lower not in PLAIN):
            continue
        return trim_phrase(text[chunks.start(first) - offset : chunks.end(last) - offset].split())
    return None


def trim_phrase(words: list[str]) -> str | None:
    """Drop the words that never begin the name of a matter, and those that never end it."""
    while words and words[0].lower() in party_words("matter", "leading"):
        words = words[1:]
    while words and words[-1].lower() in party_words("matter", "dangling"):
        words = words[:-1]
    return " ".join(words) if words and words[0].lower() not in party_words("matter", "pronouns") else None


def _phrase_start(chunks: list[Chunk], at: int) -> int:
    first = at
    while first > 0 and at - first < BEFORE:
        before = chunks[first - 1]
        named = before.kind in {"name", "place", "organization"}
        if before.lower in SKIPPED or not (named or (before.kind == "word" and before.text[-1:].isalnum())):
            break
        if (
            before.kind == "word"
            and (before.lower.endswith("ed") or (before.lower.endswith("ing") and first < at))
            and not named
            and "-" not in before.lower
        ):
            break
        first -= 1
    return first


def _phrase_end(chunks: list[Chunk], at: int) -> int:
    if at + 2 >= len(chunks) or chunks[at + 1].lower not in JOINERS:
        return at
    last = at + 1
    while (
        last + 1 < len(chunks)
        and last - at < AFTER
        and chunks[last + 1].kind in {"word", "place", "organization", "person"}
    ):
        if chunks[last + 1].text[:1] in ".,;:":
            break
        last += 1
    return last if last > at + 1 else at
