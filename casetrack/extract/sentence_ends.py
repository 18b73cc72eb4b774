"""Cut a paragraph into sentences.

The tokenizer's cuts, and those it missed; put together again where the full stop belonged to an
abbreviation. Offsets are those of the text the paragraph stands in. Knows no lines and no furniture.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nupunkt import PunktSentenceTokenizer

SENTENCE_TAIL = 80
"""So much of a sentence tells whether its full stop belongs to an abbreviation."""
ABBREVIATION = 8
"""No abbreviation of these patterns is longer, its full stop counted."""
WORDS = 0.3
"""Prose has more letters than this share."""

CLOSING = "\"”’')]"
INNER_STOP_RE = re.compile(r"[.!?…][^\w.,-]")
"""A full stop and what may follow it at the end of a sentence: the tokenizer cuts nowhere else."""
US_END_RE = re.compile(r"\bU\.(?:S|K)\.$")
US_NOUN_RE = re.compile(
    r"(?:Senators?|Sens?\.|Reps?\.|Representatives?|House|Senate|Congress|President|Secretary|Ambassador|Solicitor|Attorneys?"
    r"|District|Circuit|Supreme|Court|Courts|Magistrate|Bankruptcy|Judge|Justice|Department|Marshals?|Customs|Army|Navy|Air|Coast"
    r"|Border|Immigration|Treasury|Postal|Forest|Fish|Environmental|Securities|Food|Capitol|Constitution|Code|Probation|Patent"
    r"|International|Tax|Office|Prime|Government|Embassy|Olympic|Open|Steel|Bank)\b"
)
BULLET_RE = re.compile(r"\s*[•·*▪‣◦–—-]*\s*")
TITLE_END_RE = re.compile(
    r"\b(?:Lt|Col|Sgt|Capt|Maj|Gov|Sen|Rep|Reps|Sens|Atty|Gen|Mr|Mrs|Ms|Dr|St|vs?|No|Nos|Hon|Messrs|Prof|Rev|Det|Pfc|Pvt|Spc|Cpl|Supt"
    r"|Cmdr|Adm|Brig|Msgr|Insp|Amb|Ald|Assemb|Asst"
    r"|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec)\.$"
)
STREET_ENDS = ("St.", "Ave.", "Blvd.", "Rd.")
STREET_END_RE = re.compile(r"\b[A-Z][a-z]+\s(?:St|Ave|Blvd|Rd)\.$")
NEW_SENTENCE_RE = re.compile(r"(?:The|A|An|He|She|It|They|We|His|Her|In|On|At|But|Police|Prosecutors)\b")
FULL_STOP_RE = re.compile(
    r"\.\s+(?=(?:The|An?|He|She|It|They|We|His|Her|Its|Their|In|On|But)\s[a-z]"
    r"|(?:Chief\sJustice|Justice|Judge|U\.S\.\s(?:District|Magistrate|Circuit)\sJudge)\s[A-Z])"
)
STOPPED_RE = re.compile(r"\b(?:Inc|Corp|Co|Ltd|Jr|Sr|L\.L\.C|[ap]\.m)\Z")
"""An abbreviation may end a sentence: "a suit against Halden Co. Her lawyer said"."""
STATE_END_RE = re.compile(
    r",\s(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore"
    r"|Pa|Tenn|Va|Vt|Wash|Wis|Wyo|N\.[CDHJMY]|[SW]\.[CDV]|R\.I|D\.C)\.\s+(?=[A-Z][a-z’']+\s[a-z])"
)
"""A state in short ends a sentence where no comma follows: "sits in Greenbelt, Md. Porter in March found"."""
OPEN_END_RE = re.compile(r"\b(?:[A-Z]|[ap]\.m|(?:[A-Z]\.)+[A-Z]|[A-Z][a-z]{1,5})\.$")
"""What before a figure may be short for something."""
SHORT_END_RE = re.compile(
    r"\b(?:[A-Z]|[ap]\.m|(?:[A-Z]\.)+[A-Z]|[A-Z][a-z]|Inc|Corp|Ltd|Bros|Assn|Assoc|Dept|Univ|Intl|Natl|Govt|Esq"
    r"|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ill|Ind|Kan|Mass|Mich|Minn|Miss|Mont|Neb|Nev|Okla|Ore|Penn|Tenn|Tex"
    r"|Wash|Wis|Wyo|Ont|Que|Ave|Blvd|Bldg|Hwy|Rte|Apt|Ste|Adm|Cmdr|Cdr|Supt|Sec|Treas|Pres|Dist|Asst|Dir|Cpl|Pfc"
    r"|Pvt|Brig|Insp|Const|Msgr|Mmes|Art|Vol|Fig|Ext|Tel)\.$"
)
"""What before a capital is short for something; a short surname is not: "Judge Tim Foxx. Ann Lee sued"."""
INITIAL_END_RE = re.compile(r"(?:\b[A-Z][a-z]+|\bU\.S\.|^)\s[A-Z]\.$")
MISSED_SPLIT_RE = re.compile(
    r"[.!?”\"](?:"
    r"(?<=[a-z]{2}[.!?])[”\"’]?\s+(?=[“\"‘]?[A-Z])|(?<=[a-z\d)%][.!?,][”\"])\s+(?=[“\"]?[A-Z])"
    r"|(?<=[a-z]{3}[.!?])(?=[A-Z][a-z]*\s[a-z])|(?<=[a-z][.!?]”)(?=[A-Z“]))"
)
SPLIT_HINT_RE = re.compile(r"[.!?”\"][”\"’]?(?:\s+[“\"‘]?[A-Z]|[A-Z“])")
"""What every place has that the two patterns above find."""


LONGEST_BLOCK = 50_000
"""Characters of a paragraph that are looked at together: none is so long, and the tables grow with it."""


def split_block(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the sentences of the paragraph from `start` to `end`, without bullets and blanks around them.

    A long one is read piece by piece, so that whoever has enough of them stops and holds no more.
    """
    while end - start > LONGEST_BLOCK:
        cut = max(text.rfind(" ", start, start + LONGEST_BLOCK), start + LONGEST_BLOCK // 2)
        yield from _split(text, start, cut)
        start = cut
    yield from _split(text, start, end)


def _split(text: str, start: int, end: int) -> list[tuple[int, int]]:
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


def cut_long(text: str, start: int, end: int, longest: int) -> list[tuple[int, int]]:
    """Cut what is too long for a sentence, so that no work over one grows with the article.

    Of the pieces those without words are dropped: rules of dashes, numbers of a table.
    """
    pieces = []
    while end - start > longest:
        blank = text.rfind(" ", start + 1, start + longest)
        cut = blank if blank > 0 else start + longest
        pieces.append(_trim(text, start, cut))
        start = cut
    pieces.append(_trim(text, start, end))
    return [(a, b) for a, b in pieces if sum(map(str.isalpha, text[a:b])) > (b - a) * WORDS]


def _tail(block: str, left: int, right: int) -> str:
    return block[max(left, right - SENTENCE_TAIL) : right]


def _punkt_spans(block: str) -> list[tuple[int, int]]:
    """Give the sentences that the tokenizer sees, one ending where the next begins."""
    told = block.rstrip().rstrip(CLOSING)
    if told and not INNER_STOP_RE.search(told):
        return [(0, len(block))]
    starts = [start for start, _ in _tokenizer().span_tokenize(block.replace("\n", " "))]
    return list(pairwise([*starts, len(block)]))


@cache
def _tokenizer() -> PunktSentenceTokenizer:
    import nupunkt

    return nupunkt.load("default")


def _split_missed(block: str, left: int, right: int) -> list[tuple[int, int]]:
    """Cut where the tokenizer saw no end: a full stop or closing quote before a capital."""
    if not SPLIT_HINT_RE.search(block, max(0, left - 1), right):
        return [(left, right)]
    edges = {left, right}
    for found in MISSED_SPLIT_RE.finditer(block, max(0, left - 1), right):
        if not _abbreviated(_tail(block, left, found.end()).rstrip()):
            edges.add(found.end())
    for found in FULL_STOP_RE.finditer(block, left, right):
        if STOPPED_RE.search(block, max(left, found.start() - ABBREVIATION), found.start()):
            edges.add(found.end())
    edges.update(found.end() for found in STATE_END_RE.finditer(block, left, right))
    return list(pairwise(sorted(edges)))


def _abbreviated(text: str) -> bool:
    if text[-1:] in '”"' and text[-2:-1] == ",":
        return True
    if not text.endswith("."):
        return False
    last = max(0, len(text) - ABBREVIATION)
    return bool(TITLE_END_RE.search(text, last) or SHORT_END_RE.search(text, last))


def _runs_on(before: str, after: str) -> bool:
    """Tell whether a full stop belonged to an abbreviation: "Lt. Col.", "U.S. marshals", "U.S. Senator"."""
    if not before.endswith("."):
        return False
    if before.endswith(STREET_ENDS) and STREET_END_RE.search(before) and NEW_SENTENCE_RE.match(after):
        return False
    last = max(0, len(before) - ABBREVIATION)
    if TITLE_END_RE.search(before, last) or (before[-2:-1].isupper() and INITIAL_END_RE.search(before)):
        return True
    if US_END_RE.search(before, last) and US_NOUN_RE.match(after):
        return True
    if after[0].islower():
        return True
    return after[0].isdigit() and bool(OPEN_END_RE.search(before, last))


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    if start < end and not text[start].isalnum():
        match = BULLET_RE.match(text, start, end)
        start = match.end() if match else start
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
