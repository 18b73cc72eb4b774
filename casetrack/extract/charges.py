"""What a case is about: offences charged and claims made, by the names of lexicon/offences.toml.

An offence counts where its sentence speaks of charges, a plea, a verdict, a sentence or a suit.
Finds no parties and no events.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from casetrack.extract.phrase_words import PhraseWords
from casetrack.extract.word_sets import word_set
from casetrack.lexicon import load_table

CONTEXT_RE = re.compile(
    r"(?:charg\w+|accus\w+|convict\w*|guilty|counts?|indict\w*|sentenc\w+|plead\w*|pled|arraign\w*|arrested"
    r"|trial|acquit\w*|faces?|offen[cs]es?|allegations?|su(?:ed|es|ing|it|its)|lawsuits?|claims?|complaint"
    r"|verdict|jury|contest)"
)
"""The words of such a sentence, in small letters."""
WORD_RE = re.compile(r"[a-z]+(?:[-’'][a-z]+)*")
MOST_CHARGES = 12


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Give the phrases by their first word, the longest first, each with its offence."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for offence in load_table("offences")["offence"]:
        for phrase in offence["phrases"]:
            words = tuple(phrase.split())
            found.setdefault(words[0], []).append((words, offence["id"]))
    return {first: sorted(group, key=lambda entry: -len(entry[0])) for first, group in found.items()}


@cache
def _phrase_words() -> PhraseWords:
    offences = load_table("offences")["offence"]
    return PhraseWords((phrase, offence["id"]) for offence in offences for phrase in offence["phrases"])


def find_charges(sentences: Iterable[str]) -> tuple[str, ...]:
    """Give the offences that sentences speak of, each once, in order of mention."""
    found: dict[str, None] = {}
    for text in sentences:
        words = word_set(text)
        if _phrase_words().may_stand(words) and any(map(_is_context, words)):
            found.update(dict.fromkeys(match_offences(text)))
    return tuple(found)[:MOST_CHARGES]


@lru_cache(maxsize=4096)
def _is_context(word: str) -> bool:
    return CONTEXT_RE.fullmatch(word) is not None


def match_offences(text: str) -> list[str]:
    """Give the offences whose phrases a text holds, in order, whatever the text is about."""
    words = WORD_RE.findall(text.lower())
    found = []
    begun, end = _phrases(), 0
    for at, word in enumerate(words):
        if word not in begun or at < end:
            continue
        for phrase, offence in begun[word]:
            if tuple(words[at : at + len(phrase)]) == phrase:
                found.append(offence)
                end = at + len(phrase)
                break
    return found
