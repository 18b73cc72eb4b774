"""Linear time: no input makes reading and extracting raise, or take more than its length in time.

Each unit is repeated to one, two and four times a length, alone and after a sentence that makes it court
news. What is asserted is the ratio of the times; the machine may be as slow as it likes.
"""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casetrack.errors import InputError
from casetrack.extract import extract_report
from casetrack.extract.sentences import split_sentences
from casetrack.read import read_article
from casetrack.sources import RawInput

LEDE = "RENO, Nev. (AP) — A jury on Tuesday convicted Dale Fenner of arson in a federal court. "
MEGABYTE = 1_000_000
LONG = 32_000
LIMIT = 9.0
"""Four times the input may take so many times as long; what grows with the square takes sixteen."""
NOISE = 0.05
"""A run shorter than this (seconds) is counted as this long."""
TRIES = 3

PLAIN = ["a", '"', "“", "(", ")", "[", "1", " ", "\n", " \n", "-"]
WORDS = [
    "A ", "A.", "a. ", "a, ", "— ", "$1 ", "Smith ", "Judge ", "Gov. ", "U.S. ", 'said." A', " v. ",
    "(AP) ", "a b c\n", "May 4, 2017 ", "May 4, 2017\n", "10:30 a.m. ", "Ada Finch and ",
    "Judge Ann Lowe, ", "By Ada Finch\n", "Cole Ash/AP\n", "the judge denied the motion and ",
    "a hearing on May 4 and ", "who said that ", "Department of Justice ", "the U.S. District Court ",
    "Smith v. Jones, ", "No. 17-cv-1234 ", "The judge denied the motion\n", "Mr. Smith said. ",
    "Sign up for it\n", "Copyright 2017\n", "Tags: a, b\n", "Related\n", "Home > ",
    "Ada Finch covers courts\n",
]  # fmt: skip


def take(text: str) -> float:
    """Read and extract; give the seconds it took."""
    before = time.perf_counter()
    try:
        extract_report(read_article(RawInput("a.txt", text.encode())))
    except InputError:
        assert not text.strip()
    return max(time.perf_counter() - before, NOISE)


def ratio(start: str, unit: str, length: int) -> float:
    """Time it at a quarter, a half and the whole of the length, and compare the last with the first."""
    times = [take(start + unit * (length * share // 4 // len(unit))) for share in (1, 2, 4)]
    print(
        f"{unit!r} after {start[:4]!r}:", *(f"{one:.2f}" for one in times), f"ratio {times[2] / times[0]:.1f}"
    )
    return times[2] / times[0]


@pytest.mark.parametrize("start", ["", LEDE], ids=["alone", "after a lede"])
@pytest.mark.parametrize("unit", PLAIN)
def test_a_megabyte_of_one_character_takes_linear_time(unit: str, start: str) -> None:
    assert any(ratio(start, unit, MEGABYTE) < LIMIT for _ in range(TRIES))


@pytest.mark.parametrize("unit", WORDS)
def test_words_without_end_take_linear_time(unit: str) -> None:
    assert any(ratio(LEDE, unit, LONG) < LIMIT for _ in range(TRIES))


PIECES = st.sampled_from(
    [*PLAIN, *WORDS, LEDE, "\n\n", "The judge denied it.", "Tuesday", "###", "©", "FILE - "]
)


@given(st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=30).map("".join))
def test_any_text_is_extracted_and_its_sentences_are_its_own(text: str) -> None:
    try:
        article = read_article(RawInput("a.txt", text.encode("utf-8", "replace")))
    except InputError:
        return
    extract_report(article)
    body = [one for one in split_sentences(article) if one.kind == "body"]
    assert all(article.text[one.start : one.end] == one.text for one in body)
    assert all(one.text.strip() == one.text != "" for one in body)
    assert all(one.end <= other.start for one, other in pairwise(body))
    assert all(
        article.body_start <= one.start and one.end <= (article.body_end or len(text) * 2) for one in body
    )
