"""Courts in sentences: every example of the lexicon, then what only a sentence can trip over.

In an example the words of a court stand as `[[words|id]]`, or `[[words|name]]` where it has no id.
"""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from typing import Any

import pytest

from casetrack.extract.courts import (
    CourtMention,
    find_court_hints,
    find_courts,
    match_county_court,
    match_place_court,
)
from casetrack.lexicon.courts import load_counties, load_courts

MARK_RE = re.compile(r"\[\[([^|\]]+)\|([^\]]+)\]\]")
TABLE: dict[str, Any] = tomllib.loads(files("casetrack.lexicon").joinpath("courts.toml").read_text("utf-8"))
ENTRIES = [*TABLE["form"], *TABLE["named"], TABLE["foreign"], *TABLE["wording"]]


def entry_name(entry: dict[str, Any]) -> str:
    return str(entry.get("id") or entry.get("name") or entry.get("words", ["foreign"])[0])


EXAMPLES = [pytest.param(text, id=f"{entry_name(e)}-{text[:40]}") for e in ENTRIES for text in e["examples"]]
COUNTEREXAMPLES = [
    pytest.param(text, id=f"{entry_name(e)}-{text[:40]}") for e in ENTRIES for text in e["counterexamples"]
]


def read_marks(marked: str) -> tuple[str, list[tuple[str, str]]]:
    return MARK_RE.sub(r"\1", marked), [(m[1], m[2]) for m in MARK_RE.finditer(marked)]


def shown(mentions: list[CourtMention]) -> list[tuple[str, str]]:
    return [(m.text, m.court.id or m.court.name) for m in mentions]


@pytest.mark.parametrize("marked", EXAMPLES)
def test_an_example_finds_its_courts_and_no_other(marked: str) -> None:
    text, expected = read_marks(marked)
    assert shown(find_courts(text, 0)) == expected


@pytest.mark.parametrize("text", COUNTEREXAMPLES)
def test_a_counterexample_finds_none(text: str) -> None:
    assert shown(find_courts(text, 0)) == []
