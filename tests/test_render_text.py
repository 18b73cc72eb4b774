"""Text from articles is printed, never obeyed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casetrack.render.text import clean_block, clean_line

CASES = [
    pytest.param("let him out [bail]", "let him out [bail]", id="brackets are words"),
    pytest.param("a\x1b[31mred\x1b[0m", "a[31mred[0m", id="an escape sequence loses its escape"),
    pytest.param("a\x9b31mb", "a31mb", id="the one-character CSI of C1"),
    pytest.param("title\x1b]0;pwned\x07", "title]0;pwned", id="a window title and its bell"),
    pytest.param("one\r\ntwo\tthree\u2028four", "one two three four", id="breaks and tabs are blanks"),
    pytest.param("abc\u202edef\u202c", "abcdef", id="no override of direction"),
    pytest.param("a\u2066b\u2069\u200f", "ab", id="no isolates, no marks of direction"),
    pytest.param("in\u00advisible\u200b\ufeff", "invisible", id="soft hyphens and invisible spaces"),
    pytest.param("caf\udce9.txt", "caf\ufffd.txt", id="a byte of a file name that is no UTF-8"),
    pytest.param("Guzmán “El Chapo” — naïve 日本", "Guzmán “El Chapo” — naïve 日本", id="letters stay"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_clean_line(text: str, expected: str) -> None:
    assert clean_line(text) == expected


def test_a_block_keeps_its_lines() -> None:
    assert clean_block("one\r\n\x1b[2Jtwo\n\n\tthree\x85four") == "one\n[2Jtwo\n\n    three\nfour"


@given(st.text())
def test_nothing_printed_steers_a_terminal(text: str) -> None:
    assert not [
        letter for letter in clean_line(text) if unicodedata.category(letter) in ("Cc", "Cs", "Zl", "Zp")
    ]
    assert not [
        letter for letter in clean_block(text) if unicodedata.category(letter) == "Cc" and letter != "\n"
    ]


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean_line(clean_line(text)) == clean_line(text)
    assert clean_block(clean_block(text)) == clean_block(text)
