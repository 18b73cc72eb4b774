"""Split the article proper into sentences.

Works from `Article.body_start` to `Article.body_end`. Lines that a scraper broke in mid-sentence are joined;
lines that are no prose (navigation, contact blocks) are left out. Offsets are the article's:
`article.text[s.start:s.end] == s.text`, in order, never overlapping. Finds no facts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from casetrack.extract.word_sets import word_set
from casetrack.lexicon import alternation, load_table
from casetrack.models import Article

CAPTION_MAX = 600
"""A longer line is no caption, though it names the one who took the picture."""
TAIL = CAPTION_MAX + 1
"""So much of what stands before a line is looked at, lest long blocks be read again at every line."""
SENTENCE_TAIL = 80
"""So much of a sentence tells whether its full stop belongs to an abbreviation."""
SOME, FEW = 4, 0.2
"""So many paragraphs show the manner of an article, and so small a share may differ."""
NARROW = 90
"""No line of an article broken at a margin is longer."""
LINK_MAX = 200
MAX_SENTENCE = 2000
"""A longer one is no sentence (a transcript without full stops, a table): it is cut at a blank."""
WORDS = 0.3
"""Prose has more letters than this share."""
LINE_TAIL = 30
"""The words that end a link or a caption take no more than this."""
PROSE_MIN = 40
"""A line shorter than this (characters) is prose only when it ends like a sentence."""

TERMINAL_RE = re.compile(r"[.!?…][\"”’')\]]*\s*$")
OPEN_LINE_RE = re.compile(
    r"(?:,|\b(?:the|a|an|of|and|or|to|in|on|at|by|for|with|from|his|her|their|its))\s*$"
)
LABEL_RE = re.compile(r"(?:WHO|WHAT|WHEN|WHERE|WHY|HOW|CONTACT|NOTE):")
"""Begins a line of a media advisory, which goes on with no line before it."""
US_END_RE = re.compile(r"\bU\.(?:S|K)\.$")
US_NOUN_RE = re.compile(
    r"(?:Senators?|Sens?\.|Reps?\.|Representatives?|House|Senate|Congress|President|Secretary|Ambassador|Solicitor|Attorneys?"
    r"|District|Circuit|Supreme|Court|Courts|Magistrate|Bankruptcy|Judge|Justice|Department|Marshals?|Customs|Army|Navy|Air|Coast"
    r"|Border|Immigration|Treasury|Postal|Forest|Fish|Environmental|Securities|Food|Capitol|Constitution|Code|Probation|Patent"
    r"|International|Tax|Office|Prime|Government|Embassy|Olympic|Open|Steel|Bank)\b"
)
LOOSE_START_RE = re.compile(r"[a-z,;.]|[:?!)](?=\s)")
CAPTION_LABEL_RE = re.compile(r"[A-Z][\w’' -]{2,40}: ?[A-Z]")
LOOSE_LINE_RE = re.compile(r"\s*[a-z,;]")
"""A line that begins in mid-sentence was cut out of one, and what follows it goes on with it."""
ADDRESS_RE = re.compile(r"\s*(?:https?://|www\.)")
"""A scraper cuts an address out of its sentence."""
BULLET_RE = re.compile(r"\s*[•·*▪‣◦–—-]*\s*")
TITLE_END_RE = re.compile(
    r"\b(?:Lt|Col|Sgt|Capt|Maj|Gov|Sen|Rep|Reps|Sens|Atty|Gen|Mr|Mrs|Ms|Dr|St|vs?|No|Nos|Hon|Messrs|Prof|Rev|Det"
    r"|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec)\.$"
)
STREET_END_RE = re.compile(r"\b[A-Z][a-z]+\s(?:St|Ave|Blvd|Rd)\.$")
NEW_SENTENCE_RE = re.compile(r"(?:The|A|An|He|She|It|They|We|His|Her|In|On|At|But|Police|Prosecutors)\b")
FULL_STOP_RE = re.compile(
    r"\b(?:Inc|Corp|Co|Ltd|Jr|Sr|L\.L\.C|[ap]\.m)\.\s+(?=(?:The|An?|He|She|It|They|We|His|Her|Its|Their|In|On|But)\s[a-z])"
)
"""An abbreviation may end a sentence: "a suit against Halden Co. Her lawyer said"."""
OPEN_END_RE = re.compile(r"\b(?:[A-Z]|Inc|Corp|Co|Ltd|Jr|Sr|[ap]\.m|(?:[A-Z]\.)+[A-Z]|[A-Z][a-z]{1,5})\.$")
ENDED_RE = re.compile(r"[.!?…;][\"”’)]*$|,\s\d{2},\s")
LABELLED_RE = re.compile(r"(?:WHO|WHAT|WHEN|WHERE|DATE|TIME|DEFENDANTS?)\s?:\s")
"""The short lines of an advisory."""
INITIAL_END_RE = re.compile(r"(?:\b[A-Z][a-z]+|\bU\.S\.|^)\s[A-Z]\.$")
MISSED_SPLIT_RE = re.compile(
    r"(?<=[.!?”\"])(?:"  # tried first, as most places follow a letter
    r"(?<=[a-z]{2}[.!?])[”\"’]?\s+(?=[“\"‘]?[A-Z])|(?<=[a-z\d)%][.!?,][”\"])\s+(?=[“\"]?[A-Z])"
    r"|(?<=[a-z]{3}[.!?])(?=[A-Z][a-z]*\s[a-z])|(?<=[a-z][.!?]”)(?=[A-Z“]))"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; `kind` is title or body, `paragraph` counts from 0."""

    start: int
    end: int
    text: str
    paragraph: int
    kind: str = "body"

    @property
    def words(self) -> frozenset[str]:
        """Give the sentence's words in small letters; see `word_set`."""
        return word_set(self.text)


@cache
def _box_re() -> re.Pattern[str]:
    table = load_table("boilerplate")
    begun = rf"{alternation(table['box_start'])}(?!\w)[^.!?…\n]{{0,40}}"
    return re.compile(rf"^\s*(?:{alternation(table['box'])}|{begun})\s*:?\s*$", re.IGNORECASE)


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


def split_sentences(article: Article) -> list[Sentence]:
    """Split an article; the headline, if known, comes first with kind "title"."""
    found: list[Sentence] = []
    title = _locate_title(article)
    if title:
        found.append(Sentence(title[0], title[1], article.text[title[0] : title[1]], 0, "title"))
    for number, (start, end) in enumerate(_find_blocks(article), 1):
        for left, right in _split_block(article.text, start, end):
            if right - left <= LINE_TAIL and _link_re().fullmatch(article.text, left, right):
                continue
            pieces = _cut_long(article.text, left, right)
            found += [Sentence(a, b, article.text[a:b], number) for a, b in pieces]
    return found


def _locate_title(article: Article) -> tuple[int, int] | None:
    """Find the headline above the story, over however many lines it is printed."""
    if not article.title:
        return None
    words = r"\s+".join(map(re.escape, article.title.split()))
    found = re.compile(words).search(article.text, 0, article.body_start)
    return found.span() if found else None


def _find_blocks(article: Article) -> list[tuple[int, int]]:
    """Give the spans of prose: each a paragraph, or lines that belong to one sentence."""
    blocks: list[tuple[int, int]] = []
    spaced = _is_spaced_or_narrow(article)
    open_start: int | None = None
    last_end = article.body_start
    boxed = False
    for start, end in _lines(article.text, article.body_start, article.body_end):
        line = article.text[start:end]
        boxed = _in_box(line, boxed)
        apart = boxed or (_is_furniture(line) and not ADDRESS_RE.match(line))
        before = "" if open_start is None else article.text[max(open_start, last_end - TAIL) : last_end]
        joins = open_start is not None and (_continues(before, line) or (spaced and _runs_over(before, line)))
        if (apart or not joins) and open_start is not None:
            if not _is_caption_begun(before, line):
                blocks.append((open_start, last_end))
            open_start = None
        if line.strip() and not apart:
            open_start = start if open_start is None else open_start
            last_end = end
    if open_start is not None:
        blocks.append((open_start, last_end))
    told = [block for block in blocks if _is_prose(article.text[block[0] : block[1]])]
    return _without_links(article.text, told)


def _is_spaced_or_narrow(article: Article) -> bool:
    """Tell where a line break may stand in a sentence: blank lines part the paragraphs, or lines are short.

    In the first manner no closed line has the next one right below it; in the second few lines close.
    """
    lines = [article.text[a:b].strip() for a, b in _lines(article.text, article.body_start, article.body_end)]
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
    closed = [bool(TERMINAL_RE.search(text[max(start, end - SENTENCE_TAIL) : end])) for start, end in blocks]
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
    return boxed and (not line.strip() or len(line) < PROSE_MIN or not TERMINAL_RE.search(line))


def _is_furniture(line: str) -> bool:
    """Tell a line that is no prose by its first words, and the caption of a photograph by its credit."""
    stripped = line.strip()
    if _skip_re().match(stripped) or _end_re().search(stripped, max(0, len(stripped) - LINE_TAIL)):
        return True
    return len(stripped) < CAPTION_MAX and bool(_caption_re().search(stripped))


def _is_caption_begun(before: str, line: str) -> bool:
    """Tell the lines of a caption whose credit stands in its last."""
    return len(before) < CAPTION_MAX and not TERMINAL_RE.search(before) and bool(_caption_re().search(line))


def _lines(text: str, start: int, stop: int | None) -> list[tuple[int, int]]:
    spans = []
    last = len(text) if stop is None else stop
    while start <= last:
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
    return bool(body) and not (
        TERMINAL_RE.search(before) or before.rstrip().endswith(":") or LABEL_RE.match(body)
    )


def _is_closed(text: str) -> bool:
    return len(text) >= PROSE_MIN and bool(TERMINAL_RE.search(text))


def _is_prose(text: str) -> bool:
    stripped = text.strip()
    if _is_furniture(stripped):
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
            last = _tail(block, out[-1][0] - start, out[-1][1] - start) if out else ""
            if last and _runs_on(last, block[a : a + SENTENCE_TAIL]):
                out[-1] = (out[-1][0], start + b)
            else:
                out.append((start + a, start + b))
    return out


def _cut_long(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut what is too long for a sentence, so that no work over one grows with the article.

    Of the pieces those without words are dropped: rules of dashes, numbers of a table.
    """
    if end - start <= MAX_SENTENCE:
        return [(start, end)]
    pieces = []
    while end - start > MAX_SENTENCE:
        blank = text.rfind(" ", start + 1, start + MAX_SENTENCE)
        cut = blank if blank > 0 else start + MAX_SENTENCE
        pieces.append(_trim(text, start, cut))
        start = cut
    pieces.append(_trim(text, start, end))
    return [(a, b) for a, b in pieces if sum(map(str.isalpha, text[a:b])) > (b - a) * WORDS]


def _tail(block: str, left: int, right: int) -> str:
    return block[max(left, right - SENTENCE_TAIL) : right]


def _punkt_spans(block: str) -> list[tuple[int, int]]:
    import nupunkt

    return [(int(a), int(b)) for a, b in nupunkt.sent_spans(block.replace("\n", " "))]


def _split_missed(block: str, left: int, right: int) -> list[tuple[int, int]]:
    """Cut where the tokenizer saw no end: a full stop or closing quote before a capital."""
    cuts = [m.end() for m in MISSED_SPLIT_RE.finditer(block, left, right)]
    kept = [cut for cut in cuts if not _abbreviated(_tail(block, left, cut).rstrip())]
    kept += [m.end() for m in FULL_STOP_RE.finditer(block, left, right)]
    edges = [left, *sorted(set(kept)), right]
    return list(pairwise(edges))


def _abbreviated(text: str) -> bool:
    if text[-1:] in '”"' and text[-2:-1] == ",":
        return True
    return bool(TITLE_END_RE.search(text) or OPEN_END_RE.search(text))


def _runs_on(before: str, after: str) -> bool:
    """Tell whether a full stop belonged to an abbreviation: "Lt. Col.", "U.S. marshals", "U.S. Senator"."""
    if STREET_END_RE.search(before) and NEW_SENTENCE_RE.match(after):
        return False
    if TITLE_END_RE.search(before) or INITIAL_END_RE.search(before):
        return True
    if US_END_RE.search(before) and US_NOUN_RE.match(after):
        return True
    if before.endswith(".") and after[0].islower():
        return True
    return bool(OPEN_END_RE.search(before)) and after[0].isdigit()


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    match = BULLET_RE.match(text, start, end)
    start = match.end() if match else start
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
