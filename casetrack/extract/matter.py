"""What else an article shows of a case: its offences, victims, places, and the words it is told in.

None of it is a public fact; it tells which case the article means. Each case of an article has its
own sentences: those that name its parties, and those after them until another case's are named.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from string import ascii_lowercase

from casetrack.extract.characters import has_figure
from casetrack.extract.charges import find_charges
from casetrack.extract.people import fold
from casetrack.extract.scan import Scan
from casetrack.extract.victims import find_victims
from casetrack.lexicon import load_table
from casetrack.models import Article, Party

MOST_PLACES = 8
MOST_WORDS = 60
SHORTEST = 3
"""A word of fewer letters tells nothing."""
TOKEN_RE = re.compile(r"[a-z]{3,}|\d[\d,.]*\d")
LETTERS = bytes(code if chr(code) in ascii_lowercase else ord(" ") for code in range(256))
"""Everything but small letters turned into a blank, for `bytes.translate`."""


ENDINGS = {"s": (("ies", "y"), ("es", ""), ("s", "")), "g": (("ing", ""),), "d": (("ed", ""),)}
"""By the last letter: the endings to cut, and what is left of them."""


@dataclass(frozen=True, slots=True)
class Matter:
    """See `CaseReport`, whose fields these become."""

    charges: tuple[str, ...]
    victims: tuple[str, ...]
    places: tuple[str, ...]
    about: tuple[str, ...]


def own_sentences(scan: Scan, surnames: Sequence[set[str]]) -> list[list[int]]:
    """Give for each case of an article the numbers of its sentences; one alone has all."""
    if len(surnames) < 2:
        return [list(range(len(scan.sentences)))] * len(surnames)
    owned: list[list[int]] = [[] for _ in surnames]
    current: list[int] = []
    for number, sentence in enumerate(scan.sentences):
        words = set(re.findall(r"[\w’'-]+", fold(sentence.text)))
        words |= {word.removesuffix("’s").removesuffix("'s") for word in words}
        named = [at for at, names in enumerate(surnames) if names & words]
        current = named or current
        for at in current:
            owned[at].append(number)
    return owned


def read_matter(article: Article, scan: Scan, numbers: Sequence[int], parties: Sequence[Party]) -> Matter:
    """Read what the sentences of one case show of it."""
    texts = [scan.sentences[number].text for number in numbers]
    names = [party.name for party in parties]
    return Matter(
        charges=find_charges(texts),
        victims=find_victims(scan, numbers, names),
        places=_find_places(article, scan, numbers),
        about=_find_words(texts, {word for name in names for word in TOKEN_RE.findall(fold(name))}),
    )


@cache
def _states() -> frozenset[str]:
    return frozenset(fold(name) for names in load_table("courts")["state"].values() for name in names)


def _find_places(article: Article, scan: Scan, numbers: Sequence[int]) -> tuple[str, ...]:
    """Give the towns named, the dateline's first; states are too wide to tell anything."""
    found: dict[str, None] = {}
    if article.dateline:
        found.setdefault(fold(article.dateline.split(",")[0]).strip())
    for number in numbers:
        for name in scan.names[number]:
            if name.kind == "place":
                found.setdefault(fold(name.text))
    return tuple(place for place in found if place and place not in _states())[:MOST_PLACES]


@cache
def _plain_words() -> frozenset[str]:
    return frozenset(load_table("plain_words")["words"])


def _find_words(texts: Sequence[str], names: set[str]) -> tuple[str, ...]:
    """Give the words that tell this matter from others, the first sentences' first."""
    found: dict[str | None, None] = {None: None}
    stems = STEMS
    for text in texts:
        words = _words_of(text)
        if not names.isdisjoint(words):
            words = [word for word in words if word not in names]
        found.update(dict.fromkeys([stems[word] for word in words]))
        if len(found) > MOST_WORDS:
            break
    return tuple(stem for stem in found if stem is not None)[:MOST_WORDS]


def _words_of(text: str) -> list[str]:
    """Give the words and numbers of a text; without figures no pattern is needed."""
    folded = fold(text)
    if has_figure(text if text.isascii() else folded):
        return TOKEN_RE.findall(folded)
    return folded.encode("ascii", "replace").translate(LETTERS).decode().split()


class Stems(dict[str, str | None]):
    """What is kept of a word: None of one that tells nothing. Emptied when full, as `cutting.Pieces` is."""

    def __missing__(self, word: str) -> str | None:
        if len(self) >= MOST_STEMS:
            self.clear()
        tells = word not in _plain_words() and (len(word) >= SHORTEST or not word.isalpha())
        stem = self[word] = _stem(word) if tells else None
        return stem


MOST_STEMS = 8192
STEMS = Stems()


def _stem(word: str) -> str:
    """Cut the endings of nouns and verbs: "robberies", "robbery"; "merging", "merged"."""
    if word[0].isdigit():
        return word.replace(",", "").rstrip(".")
    for ending, left in ENDINGS.get(word[-1], ()):
        if word.endswith(ending) and len(word) - len(ending) > 3:
            return word.removesuffix(ending) + left
    return word
