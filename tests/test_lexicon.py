"""The lexicon proves itself: every entry has examples that it finds and near misses that it does not."""

from __future__ import annotations

import re
from typing import Any

import pytest

from casetrack.extract.scan import scan_article
from casetrack.lexicon import alternation, load_table
from casetrack.models import Article

KINDS = ("entry", "phrase", "noun", "answer", "deed")
ENTRIES = [(e, "rulings") for key in KINDS for e in load_table("rulings")[key]]
ENTRIES += [(e, "hearings") for e in load_table("hearings")["entry"]]
ENTRIES = [(e, which) for e, which in ENTRIES if not e.get("title_only")]


def rules_in(text: str, which: str) -> set[str]:
    """Give the rules that fire on a text published Wednesday, 2017-11-15."""
    told = f"{text} The judge was in court."
    scan = scan_article(Article(text=told, sha256="", path="-", published="2017-11-15"))
    return {find.rule for find in getattr(scan, which)}


@pytest.mark.parametrize(
    ("entry", "which"), ENTRIES, ids=lambda value: value["id"] if isinstance(value, dict) else value
)
def test_entry_has_both(entry: dict[str, Any], which: str) -> None:
    assert entry["examples"], which
    assert entry["counterexamples"], which


EXAMPLES = [(e["id"], text, which) for e, which in ENTRIES for text in e["examples"]]
NEAR_MISSES = [(e["id"], text, which) for e, which in ENTRIES for text in e["counterexamples"]]


@pytest.mark.parametrize(("rule", "text", "which"), EXAMPLES)
def test_example_is_found(rule: str, text: str, which: str) -> None:
    assert rule in rules_in(text, which)


@pytest.mark.parametrize(("rule", "text", "which"), NEAR_MISSES)
def test_near_miss_is_not_found(rule: str, text: str, which: str) -> None:
    assert rule not in rules_in(text, which)


ALTERNATIONS = [
    pytest.param(["ring", "ringing", "rings"], "ringing twice", "ringing", id="the longest of those alike"),
    pytest.param(["ring", "ringing"], "ringed", "ring", id="a shorter one where the longer goes wrong"),
    pytest.param(["bail hearing", "bail"], "bail\n hearing", "bail\n hearing", id="a blank is any blanks"),
    pytest.param(["U.S.", "U"], "UXSX", "U", id="a stop is a stop"),
    pytest.param(["ring"], "sing", None, id="no word"),
]


@pytest.mark.parametrize(("words", "text", "found"), ALTERNATIONS)
def test_alternation(words: list[str], text: str, found: str | None) -> None:
    match = re.match(alternation(words), text)
    assert (match and match.group()) == found


def test_alternation_gives_way_to_a_shorter_word() -> None:
    """What follows in the pattern decides among words that begin alike, as in a plain list of them."""
    match = re.match(alternation(["status", "status conference"]) + r"(?!\w)", "status conferences")
    assert match is not None
    assert match.group() == "status"
