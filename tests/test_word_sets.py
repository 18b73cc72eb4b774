"""The words of a sentence, by which reading passes over patterns that cannot match."""

from __future__ import annotations

import re

import pytest

from casetrack.extract.word_sets import word_set


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A Judge's “ruling”—filed 3–2…", {"a", "judge", "s", "ruling", "filed", "3", "2"}),
        ("pre-trial, snake_case\tand\nnew lines", {"pre", "trial", "snake_case", "and", "new", "lines"}),
        ("José • Peña\u00a0v. O’Neil", {"josé", "peña", "v", "o", "neil"}),
        ("— … ’", set()),
        ("", set()),
    ],
)
def test_a_word_is_a_run_of_letters_and_digits_in_small_letters(text: str, words: set[str]) -> None:
    assert word_set(text) == words


@pytest.mark.parametrize(
    "text", ["The Ke\u017fler ruling", "İNMATE", "\u0131n court", "30\u212a fine", "BAİL"]
)
def test_no_word_that_a_pattern_without_case_would_find_is_missing(text: str) -> None:
    looked_for = {"kesler", "inmate", "in", "30k", "bail"}
    found = re.findall(rf"\b(?:{'|'.join(looked_for)})\b", text, re.IGNORECASE)
    assert len(found) == 1
    assert looked_for & word_set(text)
