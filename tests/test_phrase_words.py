"""What readers ask of a sentence before they try a pattern: its words, its figures, its marks."""

from __future__ import annotations

import re

import pytest

from casetrack.extract.characters import fold_marks, has_figure
from casetrack.extract.courts import _fold, _head_re, _starts, find_courts
from casetrack.extract.dates import find_dates
from casetrack.extract.phrase_words import PhraseWords, word_places
from casetrack.extract.word_sets import word_set
from casetrack.lexicon import load_table

PHRASES = PhraseWords([("change-of-plea hearing", "plea"), ("bail hearing", "bail"), ("bail", "money")])


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("A bail hearing is set.", {"bail", "money"}),
        ("The Hearing on BAIL", {"bail", "money"}),
        ("A change-of-plea\nhearing", {"plea"}),
        ("The hearings on bails", set()),
        ("", set()),
    ],
)
def test_a_phrase_may_stand_only_where_all_its_words_do(text: str, values: set[str]) -> None:
    assert set(PHRASES.values_in(word_set(text))) == values
    assert PHRASES.may_stand(word_set(text)) == bool(values)


@pytest.mark.parametrize("text", ["may day, mayor of may", "dismay may_be", "", "may"])
def test_a_word_is_found_whole_wherever_it_stands(text: str) -> None:
    assert list(word_places(text, "may")) == [hit.start() for hit in re.finditer(r"\bmay\b", text)]


def test_marks_are_folded_and_nothing_moves() -> None:
    text = "The judge’s\n“30\N{NO-BREAK SPACE}days”"
    assert fold_marks(text, {}) == "The judge's “30 days”"
    assert len(fold_marks(text, {"“": '"'})) == len(text)
    assert has_figure(text)
    assert not has_figure("no figure")


def court_examples() -> list[str]:
    """Give the sentences of the lexicon in which courts are named, without their marks."""
    rows = [row for rows in load_table("courts").values() if isinstance(rows, list) for row in rows]
    return [sentence.replace("[[", "") for row in rows for sentence in row.get("examples", ())]


@pytest.mark.parametrize("sentence", court_examples())
def test_the_head_words_of_a_court_begin_where_they_are_looked_for(sentence: str) -> None:
    folded = _fold(sentence)
    assert {head.start() for head in _head_re().finditer(folded)} <= set(_starts(folded))


def test_a_name_broken_over_a_line_is_a_court() -> None:
    assert [court.text for court in find_courts("She faced the Prisoner Review\nBoard.", 0)] == [
        "Prisoner Review\nBoard"
    ]


def test_letters_that_look_like_s_and_i_are_read_as_those() -> None:
    assert find_courts("the Board of Parole Hear\u0131ngs", 0)
    assert [date.iso for date in find_dates("thi\u017f afternoon", 0, "2017-11-15")] == ["2017-11-15"]
