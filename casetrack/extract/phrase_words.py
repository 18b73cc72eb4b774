"""Tell by the words of a text which of many phrases cannot stand in it, before any pattern is tried.

Knows no grammar and no vocabulary: the phrases are its caller's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from casetrack.extract.word_sets import WORDS_RE

SHORT = 4
"""Words of so few letters are most often those that any sentence has."""


class PhraseWords:
    """Phrases by their words, each kept under a long one of them that few other phrases have."""

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        """Take pairs of a phrase and the value to give for it; a phrase has at least one word."""
        known = dict.fromkeys(
            (frozenset(WORDS_RE.findall(phrase.lower())), value) for phrase, value in phrases
        )
        shared = Counter(word for words, _ in known for word in words)
        groups: dict[str, list[tuple[frozenset[str], str]]] = {}
        for words, value in known:
            key = min(words, key=lambda word: (len(word) <= SHORT, shared[word], -len(word), word))
            groups.setdefault(key, []).append((words, value))
        self._groups = groups
        self._keys = frozenset(groups)
        self._alone = frozenset(word for words, _ in known if len(words) == 1 for word in words)

    def values_in(self, words: frozenset[str]) -> list[str]:
        """Give the value of each phrase all of whose words are there, in whatever order they stand."""
        here = self._keys & words
        if not here:
            return []
        return [value for key in here for phrase, value in self._groups[key] if phrase <= words]

    def may_stand(self, words: frozenset[str]) -> bool:
        """Tell whether all words of some phrase are there."""
        if not self._alone.isdisjoint(words):
            return True
        for key in self._keys & words:
            for phrase, _ in self._groups[key]:
                if phrase <= words:
                    return True
        return False


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
