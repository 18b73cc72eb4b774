"""Split the article proper into sentences.

Works from `Article.body_start` to `Article.body_end`. Lines that a scraper broke in mid-sentence are joined;
lines that are no prose (navigation, contact blocks) are left out. Offsets are the article's:
`article.text[s.start:s.end] == s.text`, in order, never overlapping. Finds no facts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from casetrack.extract.sentence_ends import CLOSING, SENTENCE_TAIL, cut_long, split_block
from casetrack.extract.word_sets import word_set
from casetrack.lexicon import alternation, load_table
from casetrack.models import Article

CAPTION_MAX = 600
"""A longer line is no caption, though it names the one who took the picture."""
TAIL = CAPTION_MAX + 1
"""So much of what stands before a line is looked at, lest long blocks be read again at every line."""
SOME, FEW = 4, 0.2
"""So many paragraphs show the manner of an article, and so small a share may differ."""
NARROW = 90
"""No line of an article broken at a margin is longer."""
LINK_MAX = 200
MAX_SENTENCE = 2000
"""A longer one is no sentence (a transcript without full stops, a table): it is cut at a blank."""
LINE_TAIL = 30
"""The words that end a link or a caption take no more than this."""
PROSE_MIN = 40
"""A line shorter than this (characters) is prose only when it ends like a sentence."""

END_CLOSING = ")]."
STOPS = ".!?…"
OPEN_LINE_RE = re.compile(
    r"(?:,|\b(?:the|a|an|of|and|or|to|in|on|at|by|for|with|from|his|her|their|its))\s*$"
)
LABEL_RE = re.compile(r"(?:WHO|WHAT|WHEN|WHERE|WHY|HOW|CONTACT|NOTE):")
"""Begins a line of a media advisory, which goes on with no line before it."""
LOOSE_START_RE = re.compile(r"[a-z,;.]|[:?!)](?=\s)")
CAPTION_LABEL_RE = re.compile(r"[A-Z][\w’' -]{2,40}: ?[A-Z]")
LOOSE_LINE_RE = re.compile(r"\s*[a-z,;]")
"""A line that begins in mid-sentence was cut out of one, and what follows it goes on with it."""
ADDRESS_RE = re.compile(r"\s*(?:https?://|www\.)")
"""A scraper cuts an address out of its sentence."""
ENDED_RE = re.compile(r"[.!?…;][\"”’)]*$|,\s\d{2},\s")
OPENS_LIST_RE = re.compile(r"\b(?:[Cc]ourt|[Jj]ustices|[Jj]udges?|[Pp]anel)(?: also)?:$")
"""Ends the short line that opens a list: "Also Monday, the court:"."""
LABELLED_RE = re.compile(r"(?:WHO|WHAT|WHEN|WHERE|DATE|TIME|DEFENDANTS?)\s?:\s")
"""The short lines of an advisory."""


class Sentence(NamedTuple):
    """One sentence; `kind` is title or body, `paragraph` counts from 0, `words` are those of `word_set`."""

    start: int
    end: int
    text: str
    paragraph: int
    words: frozenset[str]
    kind: str = "body"


def _sentence_at(text: str, start: int, end: int, paragraph: int, kind: str = "body") -> Sentence:
    told = text[start:end]
    return Sentence(start, end, told, paragraph, word_set(told), kind)


@cache
def _box_re() -> re.Pattern[str]:
    table = load_table("boilerplate")
    begun = rf"{alternation(table['box_start'])}(?!\w)[^.!?…\n]{{0,40}}"
    return re.compile(rf"^\s*(?:{alternation(table['box'])}|{begun})\s*(?::\s*)?$", re.IGNORECASE)


@cache
def _told_re() -> re.Pattern[str]:
    words = [*load_table("boilerplate")["telling"], *load_table("outlets")["weekdays"]]
    return re.compile(rf"(?<!\w){alternation(words)}(?!\w)")


@cache
def _caption_re() -> re.Pattern[str]:
    return re.compile(alternation(load_table("boilerplate")["caption_mark"]))


@cache
def _skip_re() -> re.Pattern[str]:
    return re.compile(rf"^\s*{alternation(load_table('boilerplate')['skip_prefix'])}", re.IGNORECASE)


@cache
def _credit_re() -> re.Pattern[str]:
    """Match who wrote a story, where no line of its own says so: "(Reporting by Ann Porter; Editing by"."""
    return re.compile(alternation(load_table("boilerplate")["credit_sentence"]), re.IGNORECASE)


@cache
def _link_re() -> re.Pattern[str]:
    """Match a link that a scraper left behind a sentence: "READ MORE"."""
    words = alternation(load_table("boilerplate")["link_end"])
    return re.compile(rf"[…–—\s-]{{0,4}}{words}[.…»\s]{{0,4}}", re.IGNORECASE)


@cache
def _end_re() -> re.Pattern[str]:
    """Match the end of a link to another story, and of a picture's caption."""
    table = load_table("boilerplate")
    link = rf"[^.!?”\"\s]\s{{1,3}}{alternation(table['link_end'])}$"
    return re.compile(rf"{link}|{alternation(table['caption_end'])}[)\].]{{0,2}}$")


@cache
def _end_words() -> tuple[str, ...]:
    """Give the last words of what `_end_re` matches, without what may close after them."""
    table = load_table("boilerplate")
    words = [phrase.split()[-1] for phrase in (*table["link_end"], *table["caption_end"])]
    return tuple({word.rstrip(END_CLOSING) for word in words})


MOST_SENTENCES = 2_000
MOST_CHARACTERS = 200_000
MOST_LINES = 10_000
"""No article has so many, the longest of hundreds a twentieth of it; what goes on after them is a file of
something else, and is not read. What is held of an article grows no further than this."""


def rest_of_paragraph(sentences: Sequence[Sentence], number: int) -> range:
    """Give the numbers of the sentences from one to the end of its paragraph."""
    end = number + 1
    while end < len(sentences) and sentences[end].paragraph == sentences[number].paragraph:
        end += 1
    return range(number, end)


def split_sentences(article: Article) -> list[Sentence]:
    """Split an article; the headline, if known, comes first with kind "title"."""
    return read_sentences(article)[0]


def read_sentences(article: Article) -> tuple[list[Sentence], int | None]:
    """Split an article and tell where that stopped (characters) if the article is too long."""
    found: list[Sentence] = []
    length = 0
    spans = _lines(article.text, article.body_start, article.body_end)
    title = _locate_title(article)
    if title:
        found.append(_sentence_at(article.text, *title, 0, "title"))
    for number, (start, end) in enumerate(_find_blocks(article, spans), 1):
        for left, right in split_block(article.text, start, end):
            if len(found) >= MOST_SENTENCES or length >= MOST_CHARACTERS:
                return found, left
            length += right - left
            if right - left <= LINE_TAIL and _link_re().fullmatch(article.text, left, right):
                continue
            if _credit_re().match(article.text, left, right):
                continue
            if right - left <= MAX_SENTENCE:
                found.append(_sentence_at(article.text, left, right, number))
                continue
            pieces = cut_long(article.text, left, right, MAX_SENTENCE)
            found += [_sentence_at(article.text, a, b, number) for a, b in pieces]
    last = spans[-1][1] if spans else article.body_start
    return found, last if article.text[last : article.body_end].strip() else None


def _locate_title(article: Article) -> tuple[int, int] | None:
    """Find the headline above the story, over however many lines it is printed."""
    words = (article.title or "").split()
    text, stop = article.text, article.body_start
    start = text.find(words[0], 0, stop) if words else -1
    while start >= 0:
        end = _match_words(text, words, start, stop)
        if end is not None:
            return start, end
        start = text.find(words[0], start + 1, stop)
    return None


def _match_words(text: str, words: list[str], at: int, stop: int) -> int | None:
    """Give where words end that stand at a place, each after blanks."""
    for number, word in enumerate(words):
        blank = at
        while number and at < stop and text[at].isspace():
            at += 1
        if (number and at == blank) or not text.startswith(word, at, stop):
            return None
        at += len(word)
    return at


def _find_blocks(article: Article, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give the spans of prose among the lines: each a paragraph, or lines that belong to one sentence."""
    text = article.text
    lines = [text[start:end] for start, end in spans]
    blocks: list[tuple[int, int]] = []
    spaced = _is_spaced_or_narrow(lines)
    credits = _caption_re().search(text, article.body_start, spans[-1][1] if spans else 0) is not None
    open_start: int | None = None
    last_end = article.body_start
    boxed = False
    for (start, end), line in zip(spans, lines, strict=True):
        boxed = _in_box(line, boxed)
        apart = boxed or (_is_furniture(line, credits) and not ADDRESS_RE.match(line))
        if open_start is not None:
            before = text[max(open_start, last_end - TAIL) : last_end]
            if apart or not (_continues(before, line) or (spaced and _runs_over(before, line))):
                if not (credits and _is_caption_begun(before, line)):
                    blocks.append((open_start, last_end))
                open_start = None
        if not apart and line.strip():
            open_start = start if open_start is None else open_start
            last_end = end
    if open_start is not None:
        blocks.append((open_start, last_end))
    told = [block for block in blocks if _is_prose(text[block[0] : block[1]], credits)]
    return _without_links(text, told)


def _is_spaced_or_narrow(lines: list[str]) -> bool:
    """Tell where a line break may stand in a sentence: blank lines part the paragraphs, or lines are short.

    In the first manner no closed line has the next one right below it; in the second few lines close.
    """
    lines = [line.strip() for line in lines]
    printed = [line for line in lines if line]
    if len(printed) >= 2 * SOME and max(map(len, printed)) <= NARROW:
        return sum(map(_is_closed, printed)) <= len(printed) / 2
    below = [bool(other) for line, other in pairwise(lines) if _is_closed(line)]
    return len(below) >= SOME and sum(below) <= FEW * len(below)


def _runs_over(before: str, line: str) -> bool:
    """Tell the next line of a paragraph where blank lines part paragraphs: "a phony / Facebook account"."""
    last = before.rsplit("\n", 1)[-1].strip()
    words = [word for word in last.split() if word[0].isalpha()]
    small = sum(word[0].islower() for word in words)
    return len(words) >= 4 and small >= len(words) / 2 and _continues_open(before, line)


def _without_links(text: str, blocks: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Drop the headlines of other stories and captions from between paragraphs: short, open, telling nothing.

    Only where the paragraphs themselves end as they should.
    """
    closed = [_ends(text[max(start, end - SENTENCE_TAIL) : end]) for start, end in blocks]
    if sum(closed) < max(SOME, (1 - FEW) * len(blocks)):
        return blocks
    return [
        (start, end)
        for (start, end), full in zip(blocks, closed, strict=True)
        if full or not _is_link(text[start:end].strip())
    ]


def _is_link(line: str) -> bool:
    if len(line) > LINK_MAX or "\n" in line or line[-1] in ":;," or not line[0].isupper():
        return False
    return bool(CAPTION_LABEL_RE.match(line)) or not _told_re().search(line)


def _in_box(line: str, boxed: bool) -> bool:
    """Tell whether a line heads a box of links or stands in one: headlines, until a paragraph ends it."""
    if _box_re().match(line):
        return True
    return boxed and (not line.strip() or len(line) < PROSE_MIN or not _ends(line))


def _is_furniture(line: str, credits: bool) -> bool:
    """Tell a line that is no prose by its first words, and the caption of a photograph by its credit.

    Args:
        credits: the article has the mark of a credit somewhere.
    """
    stripped = line.strip()
    if _skip_re().match(stripped):
        return True
    if stripped.rstrip(END_CLOSING).endswith(_end_words()) and _end_re().search(
        stripped, max(0, len(stripped) - LINE_TAIL)
    ):
        return True
    return credits and len(stripped) < CAPTION_MAX and bool(_caption_re().search(stripped))


def _is_caption_begun(before: str, line: str) -> bool:
    """Tell the lines of a caption whose credit stands in its last."""
    return len(before) < CAPTION_MAX and not _ends(before) and bool(_caption_re().search(line))


def _ends(text: str) -> bool:
    """Tell whether a text ends as a sentence does: in a full stop, whatever closes after it."""
    return text.rstrip().rstrip(CLOSING).endswith(tuple(STOPS))


def _lines(text: str, start: int, stop: int | None) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    last = len(text) if stop is None else stop
    while start <= last and len(spans) < MOST_LINES:
        end = text.find("\n", start, last)
        end = last if end < 0 else end
        spans.append((start, end))
        start = end + 1
    return spans


def _continues(before: str, line: str) -> bool:
    """Tell whether `line` goes on with a sentence that `before` left open."""
    if not _continues_open(before, line):
        return False
    body = line.lstrip()
    if LOOSE_START_RE.match(body) or OPEN_LINE_RE.search(before):
        return True
    last = before.rsplit("\n", 1)[-1]
    if LOOSE_LINE_RE.match(last) and len(before) >= 60 and "\n" in before:
        return bool(re.match(r"[A-Z\d“\"$(]", body))
    return (
        len(last) >= 60
        and sum(map(str.islower, last)) > len(last) / 2
        and bool(re.match(r"[A-Z\d“\"$(]", body))
    )


def _continues_open(before: str, line: str) -> bool:
    body = line.lstrip()
    return bool(body) and not (_ends(before) or before.rstrip().endswith(":") or LABEL_RE.match(body))


def _is_closed(text: str) -> bool:
    return len(text) >= PROSE_MIN and _ends(text)


def _is_prose(text: str, credits: bool) -> bool:
    stripped = text.strip()
    if _is_furniture(stripped, credits):
        return False
    if not any(map(str.islower, stripped)):
        return False
    return len(stripped) >= PROSE_MIN or (
        bool(ENDED_RE.search(stripped) or LABELLED_RE.match(stripped) or OPENS_LIST_RE.search(stripped))
        and len(stripped.split()) >= 3
    )
