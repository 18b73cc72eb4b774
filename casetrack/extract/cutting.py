"""Cut a sentence into chunks, from the names, courts and dates found in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from itertools import pairwise
from operator import itemgetter
from typing import Any

from casetrack.extract.chunks import (
    Chunk,
    Clause,
    is_judge_title,
    pass_ending,
    possessive_after,
    read_word,
    word_kinds,
)
from casetrack.extract.courts import CourtMention
from casetrack.extract.dates import DateMention
from casetrack.extract.names import NameMention
from casetrack.extract.unsettled import UNSETTLED, settle_kinds

TOKEN_RE = re.compile(
    r"(?:[A-Z]\.){2,}|\d{1,3}(?:,\d{3})+(?!\w)"
    r"|\b(?:[Ww]ho|[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Tt]hat)(?=[’'](?:s|re|ve|ll|d)\b)|[’'](?:s|re|ve|ll|d)\b"
    r"|\w+(?:[.’'&–-]\w+)*(?:[’'](?!\w))?|[^\w\s]"
)
"""A word, a figure or a mark; "who's", "they've" and "she'd" are two words."""
COURT_NAME_RE = re.compile(
    r"\b(?:(?:Supreme|High|Superior|District|Circuit|Appeals|Appellate|Commonwealth|Chancery|County|Crown|Family"
    r"|Juvenile|Municipal|Probate|Criminal|Civil|Bankruptcy|Housing|Immigration|Pleas)"
    r"|Magistrates?[’']s?) Court$"
    r"|\bCourt of (?:(?:Criminal |Civil |Special )?Appeals?|Common Pleas|Claims|Chancery)$"
    r"|\bAppellate (?:Division|District|Term)$"
)
COURT_ENDS = (
    *(" Court", " Appeal", " Appeals", " Common Pleas", " Claims", " Chancery"),
    *("Appellate Division", "Appellate District", "Appellate Term"),
)
BOARD_NAME_RE = re.compile(r"\b(?:Parole|Pardons?|Clemency) Board$|^Board of (?:Parole|Pardons?|Clemency)\b")


def cut_chunks(
    text: str, offset: int, names: list[NameMention], courts: list[CourtMention], dates: list[DateMention]
) -> Clause:
    """Cut one sentence; mentions that overlap an earlier kept one give way (dates, courts, names)."""
    chunks: list[Chunk] = []
    at = 0
    titled = False
    for start, end, kind, value in _choose_spans(names, courts, dates):
        if start - offset > at:
            _cut_words(chunks, text[at : start - offset])
        chunk = _make_chunk(text, start - offset, end - offset, kind, value)
        chunks.append(chunk)
        at = pass_ending(text, end - offset, chunk)
        titled = titled or kind == "judge"
    _cut_words(chunks, text[at:])
    cut = Clause(chunks, text, offset)
    if "court" in cut.kinds or not UNSETTLED.isdisjoint(cut.words):
        settled = settle_kinds(cut)
        cut = cut if settled is cut else Clause(settled, text, offset)
    return Clause(_join_titles(cut, text, offset), text, offset) if titled else cut


TITLE_WORD_RE = re.compile(
    r"U\.?S\.?|United|States|Chief|Senior|Associate|District|Circuit|Magistrate|Superior|Supreme|County|Court"
    r"|Bankruptcy|Federal|State|Presiding|Appeals|Administrative|Law|Judges?|Justices?|Commissioner"
)


def _join_titles(chunks: Clause, text: str, offset: int) -> list[Chunk]:
    """Let a judge's chunk begin with the title: "U.S. District Judge Ann Lee" is one."""
    out: list[Chunk] = []
    for at, chunk in enumerate(chunks):
        if chunk.kind == "judge" and isinstance(chunk.value, NameMention):
            first = at
            while out and out[-1].value is None and TITLE_WORD_RE.fullmatch(out[-1].text):
                out.pop()
                first -= 1
            words = text[chunks.start(first) - offset : chunks.end(at) - offset]
            chunk = replace(chunk, text=words, lower=words.lower())
        out.append(chunk)
    return out


def _choose_spans(
    names: list[NameMention], courts: list[CourtMention], dates: list[DateMention]
) -> list[tuple[int, int, str, Any]]:
    first: list[tuple[int, int, str, Any]] = [(d.start, d.end, "date", d) for d in dates]
    if courts:
        judges = [n for n in names if n.title and is_judge_title(n.title)]
        for court in courts:
            if not any(n.start < court.end and court.start < n.end for n in judges):
                first.append((court.start, court.end, "court", court.court))
    kinds = word_kinds()
    named = [(n.start, n.end, _name_kind(n), n) for n in names if n.text.lower() not in kinds]
    first += [span for span in named if span[2] == "court"]
    rest = [span for span in named if span[2] != "court"] if len(first) > len(dates) else named
    if not first and len(rest) < 2:
        return rest
    spans = sorted([*first, *rest], key=itemgetter(0))
    if all(left[1] <= right[0] for left, right in pairwise(spans)):
        return spans
    first.sort(key=_by_place)
    rest.sort(key=_by_place)
    kept: list[tuple[int, int, str, Any]] = []
    for span in (*first, *rest):
        at = bisect_left(kept, span[0], key=itemgetter(0))
        before_next = at == len(kept) or span[1] <= kept[at][0]
        if before_next and (at == 0 or kept[at - 1][1] <= span[0]):
            kept.insert(at, span)
    return kept


def _by_place(span: tuple[int, int, str, Any]) -> tuple[int, int]:
    return span[0], -span[1]


CHUNK_KINDS = {"person": "name", "surname": "name", "acronym": "organization", "other": "organization"}


def _name_kind(name: NameMention) -> str:
    if name.title and is_judge_title(name.title):
        return "judge"
    if name.text.endswith(COURT_ENDS) and COURT_NAME_RE.search(name.text):
        return "court"
    if "Board" in name.text and BOARD_NAME_RE.search(name.text):
        return "board"
    return CHUNK_KINDS.get(name.kind, name.kind)


def _make_chunk(text: str, start: int, end: int, kind: str, value: Any) -> Chunk:
    words = text[start:end]
    named = kind == "organization"  # "Lowe's"
    owned = (words[-2:] in {"’s", "'s"} and not named) or bool(possessive_after(text, end))
    return Chunk(kind, words, words.lower(), value, owned)


class Pieces(dict[str, tuple[Chunk, ...]]):
    """The chunks of what stands between two blanks, cut once for all texts.

    Emptied when full: to look a piece up as `lru_cache` does, some hundred times an article, takes longer.
    """

    def __missing__(self, piece: str) -> tuple[Chunk, ...]:
        found = TOKEN_RE.findall(piece)
        chunks = tuple(read_word(piece if word == piece else word) for word in found)
        if len(piece) <= LONGEST_PIECE:
            if len(self) >= MOST_PIECES:
                self.clear()
            self[piece] = chunks
        return chunks


MOST_PIECES = 16384
LONGEST_PIECE = 30
"""A longer one is seldom met twice, and may hold hundreds of tokens."""
PIECES = Pieces()


def _cut_words(chunks: list[Chunk], text: str) -> None:
    """Add what stands between mentions; no token goes over a blank, so each piece is cut by itself."""
    pieces = PIECES
    for piece in text.split(" "):
        chunks += pieces[piece]
