"""Split the article proper into sentences.

Works from `Article.body_start` to the first line that starts the page's foot (lists of other
stories, share bars, newsletter forms). Lines that a scraper broke in mid-sentence are joined;
lines that are no prose (navigation, contact blocks) are left out. Offsets are the article's:
`article.text[s.start:s.end] == s.text`, in order, never overlapping. Finds no facts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from casetrack.lexicon import alternation, load_table
from casetrack.models import Article

PROSE_MIN = 40
"""A line shorter than this (characters) is prose only when it ends like a sentence."""

TERMINAL_RE = re.compile(r"[.!?…][\"”’')\]]*\s*$")
OPEN_LINE_RE = re.compile(
    r"(?:,|\b(?:the|a|an|of|and|or|to|in|on|at|by|for|with|from|his|her|their|its))\s*$"
)
LABEL_RE = re.compile(r"(?:WHO|WHAT|WHEN|WHERE|WHY|HOW|CONTACT|NOTE):")
"""Begins a line of a media advisory, which goes on with no line before it."""
LOOSE_LINE_RE = re.compile(r"\s*[a-z,;]")
"""A line that begins in mid-sentence was cut out of one, and what follows it goes on with it."""
BULLET_RE = re.compile(r"\s*[•·*▪‣◦–—-]*\s*")
TITLE_END_RE = re.compile(
    r"\b(?:Lt|Col|Sgt|Capt|Maj|Gov|Sen|Rep|Reps|Sens|Atty|Gen|Mr|Mrs|Ms|Dr|St|vs?|No|Nos|Hon|Messrs|Prof|Rev|Det"
    r"|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec)\.$"
)
OPEN_END_RE = re.compile(r"\b(?:[A-Z]|Inc|Corp|Co|Ltd|Jr|Sr|[ap]\.m|(?:[A-Z]\.)+[A-Z]|[A-Z][a-z]{1,5})\.$")
ENDED_RE = re.compile(r"[.!?…;][\"”’)]*$|,\s\d{2},\s")
LABELLED_RE = re.compile(r"(?:WHO|WHAT|WHEN|WHERE|DATE|TIME|DEFENDANTS?)\s?:\s")
"""The short lines of an advisory."""
INITIAL_END_RE = re.compile(r"(?:\b[A-Z][a-z]+|\bU\.S\.|^)\s[A-Z]\.$")
MISSED_SPLIT_RE = re.compile(
    r"(?<=[a-z]{2}[.!?])[”\"’]?\s+(?=[“\"‘]?[A-Z])|(?<=[a-z\d)%][.!?,][”\"])\s+(?=[“\"]?[A-Z])"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; `kind` is title or body, `paragraph` counts from 0."""

    start: int
    end: int
    text: str
    paragraph: int
    kind: str = "body"


@cache
def _foot_re() -> re.Pattern[str]:
    return re.compile(rf"^\s*{alternation(load_table('boilerplate')['foot'])}\s*:?\s*$", re.IGNORECASE)


@cache
def _skip_re() -> re.Pattern[str]:
    return re.compile(rf"^\s*{alternation(load_table('boilerplate')['skip_prefix'])}", re.IGNORECASE)


def split_sentences(article: Article) -> list[Sentence]:
    """Split an article; the headline, if known, comes first with kind "title"."""
    found: list[Sentence] = []
    title = _locate_title(article)
    if title:
        found.append(Sentence(title[0], title[1], article.text[title[0] : title[1]], 0, "title"))
    for number, (start, end) in enumerate(_find_blocks(article), 1):
        for left, right in _split_block(article.text, start, end):
            found.append(Sentence(left, right, article.text[left:right], number))
    return found


def _locate_title(article: Article) -> tuple[int, int] | None:
    if not article.title:
        return None
    at = article.text.find(article.title)
    return None if at < 0 or at >= article.body_start else (at, at + len(article.title))


def _find_blocks(article: Article) -> list[tuple[int, int]]:
    """Give the spans of prose: each a paragraph, or lines that belong to one sentence."""
    blocks: list[tuple[int, int]] = []
    open_start: int | None = None
    last_end = article.body_start
    for start, end in _lines(article.text, article.body_start):
        line = article.text[start:end]
        if _foot_re().match(line) and any(_is_closed(article.text[a:b]) for a, b in blocks):
            break
        joins = open_start is not None and _continues(article.text[open_start:last_end], line)
        if not joins and open_start is not None:
            blocks.append((open_start, last_end))
            open_start = None
        if line.strip():
            open_start = start if open_start is None else open_start
            last_end = end
    if open_start is not None:
        blocks.append((open_start, last_end))
    return [block for block in blocks if _is_prose(article.text[block[0] : block[1]])]


def _lines(text: str, start: int) -> list[tuple[int, int]]:
    spans = []
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        spans.append((start, end))
        start = end + 1
    return spans


def _continues(before: str, line: str) -> bool:
    """Tell whether `line` goes on with a sentence that `before` left open."""
    body = line.lstrip()
    if not body or TERMINAL_RE.search(before) or before.rstrip().endswith(":") or LABEL_RE.match(body):
        return False
    if re.match(r"[a-z,;.]", body) or OPEN_LINE_RE.search(before):
        return True
    last = before.rsplit("\n", 1)[-1]
    if LOOSE_LINE_RE.match(last) and len(before) >= 60 and "\n" in before:
        return bool(re.match(r"[A-Z\d“\"$(]", body))
    return (
        len(last) >= 60
        and sum(map(str.islower, last)) > len(last) / 2
        and bool(re.match(r"[A-Z\d“\"$(]", body))
    )


def _is_closed(text: str) -> bool:
    return len(text) >= PROSE_MIN and bool(TERMINAL_RE.search(text))


def _is_prose(text: str) -> bool:
    stripped = text.strip()
    if _skip_re().match(stripped):
        return False
    if not any(char.islower() for char in stripped):
        return False
    return len(stripped) >= PROSE_MIN or (
        bool(ENDED_RE.search(stripped) or LABELLED_RE.match(stripped)) and len(stripped.split()) >= 3
    )


def _split_block(text: str, start: int, end: int) -> list[tuple[int, int]]:
    block = text[start:end]
    out: list[tuple[int, int]] = []
    for left, right in _punkt_spans(block):
        for a, b in _split_missed(block, left, right):
            a, b = _trim(block, a, b)
            if b <= a:
                continue
            if out and _runs_on(block[out[-1][0] - start : out[-1][1] - start], block[a]):
                out[-1] = (out[-1][0], start + b)
            else:
                out.append((start + a, start + b))
    return out


def _punkt_spans(block: str) -> list[tuple[int, int]]:
    import nupunkt

    return [(int(a), int(b)) for a, b in nupunkt.sent_spans(block.replace("\n", " "))]


def _split_missed(block: str, left: int, right: int) -> list[tuple[int, int]]:
    """Cut where the tokenizer saw no end: a full stop or closing quote before a capital."""
    cuts = [m.end() for m in MISSED_SPLIT_RE.finditer(block, left, right)]
    kept = [cut for cut in cuts if not _abbreviated(block[left:cut].rstrip())]
    edges = [left, *kept, right]
    return list(pairwise(edges))


def _abbreviated(text: str) -> bool:
    if text[-1:] in '”"' and text[-2:-1] == ",":
        return True
    return bool(TITLE_END_RE.search(text) or OPEN_END_RE.search(text))


def _runs_on(before: str, first: str) -> bool:
    """Tell whether a full stop belonged to an abbreviation: "Lt. Col.", "U.S. marshals"."""
    if TITLE_END_RE.search(before) or INITIAL_END_RE.search(before):
        return True
    return bool(OPEN_END_RE.search(before)) and (first.islower() or first.isdigit())


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    match = BULLET_RE.match(text, start, end)
    start = match.end() if match else start
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
