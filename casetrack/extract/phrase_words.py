"""Tell by the words of a text which of many phrases cannot stand in it, before any pattern is tried.

Knows no grammar and no vocabulary: the phrases are its caller's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from casetrack.extract.word_sets import WORDS_RE


class PhraseWords:
    """Phrases by their words; of two phrases of the same words and value one is kept."""

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        """Take pairs of a phrase and the value to give for it; a phrase has at least one word."""
        groups: dict[str, dict[tuple[frozenset[str], str], None]] = {}
        for phrase, value in phrases:
            words = WORDS_RE.findall(phrase.lower())
            groups.setdefault(max(words, key=len), {})[frozenset(words), value] = None
        self._groups = {key: tuple(group) for key, group in groups.items()}

    def values_in(self, words: Set[str]) -> Iterator[str]:
        """Give the value of each phrase all of whose words are there, in whatever order they stand."""
        for key in self._groups.keys() & words:
            for phrase, value in self._groups[key]:
                if phrase <= words:
                    yield value

    def may_stand(self, words: Set[str]) -> bool:
        """Tell whether all words of some phrase are there."""
        return next(self.values_in(words), None) is not None


def word_places(text: str, word: str) -> Iterator[int]:
    """Give where a word stands whole in a text, in order; both are in small letters."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if not (_is_of_word(text[start - 1 : start]) or _is_of_word(text[end : end + 1])):
            yield start
        start = text.find(word, end)


def _is_of_word(char: str) -> bool:
    return char.isalnum() or char == "_"
