"""What a sentence is cut into: names, courts, dates and actors whole, every other word alone.

The careful rules (who did what to whom) walk over chunks instead of characters. A plain word is the same
chunk wherever it stands: its place is the clause's to tell. Offsets are the article's, half open, in
order, never overlapping. Nothing here knows what a ruling is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from casetrack.extract.word_classes import DETERMINER
from casetrack.lexicon import load_table
from casetrack.models import CourtRef

POSSESSIVE_RE = re.compile(r"[’']s?$")
JUDGE_WORDS = frozenset([
    "Judge", "Judges", "Justice", "Justices", "Magistrate", "Commissioner", "Chancellor", "Surrogate",
    "Master", "Honorable", "Hon.", "Recorder",
])  # fmt: skip
BENCH = frozenset({"Court", "Judicial", "Juvenile", "Family", "Traffic"})
BE = frozenset([
    "is", "are", "was", "were", "be", "been", "being", "am", "gets", "got", "get", "isn't", "isn’t",
    "aren't", "aren’t", "wasn't", "wasn’t", "weren't", "weren’t", "'s", "’s", "'re", "’re",
])  # fmt: skip
HAVE = frozenset([
    "has", "have", "had", "having", "hasn't", "hasn’t", "haven't", "haven’t", "hadn't", "hadn’t",
    "'ve", "’ve", "'d", "’d",
])  # fmt: skip
DO = frozenset(["did", "does", "do", "didn't", "didn’t", "doesn't", "doesn’t", "don't", "don’t"])
MODAL = frozenset(
    [
        "will",
        "'ll",
        "’ll",
        "would",
        "could",
        "may",
        "might",
        "should",
        "must",
        "can",
        "shall",
        "cannot",
        "can't",
        "can’t",
        "won't",
        "won’t",
        "wouldn't",
        "wouldn’t",
        "couldn't",
        "couldn’t",
        "shouldn't",
        "shouldn’t",
    ]
)
NEGATIVE = frozenset(["not", "never", "neither", "nor", "without", "no", "hardly"])
PREPOSITION = frozenset(
    [
        "of",
        "in",
        "on",
        "for",
        "from",
        "at",
        "with",
        "by",
        "to",
        "into",
        "over",
        "under",
        "against",
        "about",
        "after",
        "before",
        "during",
        "since",
        "until",
        "through",
        "between",
        "among",
        "within",
        "without",
        "despite",
        "per",
        "via",
        "upon",
        "toward",
        "towards",
        "regarding",
        "concerning",
        "including",
        "following",
        "alongside",
        "outside",
        "inside",
        "near",
        "amid",
        "around",
        "across",
        "as",
        "like",
    ]
)
PRONOUN = frozenset(
    [
        "he",
        "she",
        "it",
        "they",
        "him",
        "her",
        "them",
        "we",
        "i",
        "you",
        "himself",
        "herself",
        "itself",
        "themselves",
    ]
)
RELATIVE = frozenset(["who", "which", "that", "whom", "whose", "where", "when"])
CONJUNCTION = frozenset(["and", "or", "but", "nor", "yet"])
SUBORDINATE = frozenset(
    ["if", "whether", "unless", "until", "although", "though", "because", "while", "lest"]
)


@dataclass(slots=True)
class Chunk:
    """One unit of a sentence, never changed: not frozen, as to make hundreds of frozen ones costs time.

    `kind` is name, organization, place, judge, court, panel, jury, board, prosecution, instrument,
    person, date, time, be, have, do, modal, not, prep, pronoun, relative, conj, if, det, adverb,
    comma, dash, quote, stop or word. `value` is the mention behind it, None behind a plain word; `lower`
    the text folded.
    """

    kind: str
    text: str
    lower: str
    value: Any = None
    possessive: bool = False

    def as_kind(self, kind: str) -> Chunk:
        """Give the same words as another kind."""
        return Chunk(kind, self.text, self.lower, self.value, self.possessive)


class Clause(list[Chunk]):
    """The chunks of one sentence, in order, with the words and the kinds there are: what is not there
    need not be looked for. Few of their places are ever asked for, so these are found when one is."""

    __slots__ = ("_offset", "_reached", "_starts", "_text", "kinds", "words")

    def __init__(self, chunks: list[Chunk], text: str = "", offset: int = 0) -> None:
        """Take the chunks of a sentence `text` that begins at `offset` in its article."""
        super().__init__(chunks)
        self.words = frozenset([chunk.lower for chunk in chunks])
        self.kinds = frozenset([chunk.kind for chunk in chunks])
        self._text = text
        self._offset = offset
        self._reached = 0
        self._starts: list[int] = []

    def single_words(self) -> frozenset[str]:
        """Give the words, those of names one by one too."""
        several = [word for word in self.words if " " in word]
        return self.words.union(" ".join(several).split(" ")) if several else self.words

    def start(self, at: int) -> int:
        """Give where a chunk begins in the article."""
        if at >= len(self._starts):
            self._locate(at)
        return self._starts[at]

    def end(self, at: int) -> int:
        """Give where a chunk ends in the article."""
        return self.start(at) + len(self[at].text)

    def find_start(self, start: int) -> int | None:
        """Give which chunk begins at a place in the article."""
        self._locate(len(self) - 1)
        return self._starts.index(start) if start in self._starts else None

    def _locate(self, last: int) -> None:
        """Find where the chunks begin up to the `last`, from where the search was left."""
        text, reached = self._text, self._reached
        for chunk in self[len(self._starts) : last + 1]:
            start = text.index(chunk.text, reached)
            self._starts.append(self._offset + start)
            reached = start + len(chunk.text)
            if chunk.value is not None:
                reached = pass_ending(text, reached, chunk)
        self._reached = reached


OWNING_MARKS = frozenset([".", "'", "’"])
OWNING_RE = re.compile(r"\.?[’']s?(?!\w)")


def pass_ending(text: str, at: int, chunk: Chunk) -> int:
    """Step over what belongs to a mention that ends at `at` and is no part of its chunk: "'s", the stop of
    "Co."."""
    if chunk.kind == "organization" and text[at : at + 2] == ". " and text[at + 2 : at + 3].islower():
        at += 1
    return at + len(possessive_after(text, at)) if chunk.possessive else at


def possessive_after(text: str, at: int) -> str:
    """Give the ending of a possessive that stands at a place; nothing where none does."""
    if text[at : at + 1] not in OWNING_MARKS:
        return ""
    match = OWNING_RE.match(text, at)
    return match.group() if match else ""


@cache
def word_kinds() -> dict[str, str]:
    table = load_table("actors")
    kinds: dict[str, str] = {}
    for kind in ("person", "instrument", "prosecution", "board", "jury", "panel", "court", "judge"):
        kinds.update(dict.fromkeys(table[kind], kind))
    kinds.update(dict.fromkeys(table["adverbs"], "adverb"))
    for kind, words in (
        ("det", DETERMINER), ("conj", CONJUNCTION), ("relative", RELATIVE), ("pronoun", PRONOUN),
        ("prep", PREPOSITION), ("if", SUBORDINATE), ("modal", MODAL), ("do", DO), ("have", HAVE), ("be", BE),
        ("not", NEGATIVE),
    ):  # fmt: skip
        kinds.update(dict.fromkeys(words, kind))
    return kinds


@lru_cache(maxsize=16384)
def read_word(word: str) -> Chunk:
    """Give the chunk of a plain word; a few thousand make up the news.

    The word in it is the one that is kept, so that a long text holds each but once.
    """
    lower = word.lower()
    owned = lower[-2:] in {"’s", "'s"} or (lower[-1:] in {"’", "'"} and len(lower) > 1)
    return Chunk(_kind_of(lower), word, word if lower == word else lower, None, owned)


def _kind_of(lower: str) -> str:
    kind = word_kinds().get(lower) or word_kinds().get(POSSESSIVE_RE.sub("", lower))
    if kind:
        return kind
    if lower in {",", ";", "(", ")"}:
        return "comma"
    if lower in {"—", "–", "-", ":"}:
        return "dash"
    if lower in {"“", "”", '"'}:
        return "quote"
    if lower.endswith("ly") and len(lower) > 4:
        return "adverb"
    return "word"


@lru_cache(maxsize=4096)
def is_judge_title(title: str) -> bool:
    if title.endswith("County Recorder"):
        return False  # who keeps a county's deeds
    if title.endswith("Commissioner"):
        return not BENCH.isdisjoint(title.split())  # most are a county's, a league's or an agency's
    return title.split()[-1] in JUDGE_WORDS or title.endswith(("Hearing Officer", "Justice of the Peace"))


def court_of(chunk: Chunk) -> CourtRef | None:
    """Give the court a chunk names, if it names one."""
    return chunk.value if isinstance(chunk.value, CourtRef) else None
