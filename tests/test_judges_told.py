"""Which judge and court a sentence names, by whatever title: the name alone, the court by its id or name."""

# ruff: noqa: E501 - a case stays on its line
from __future__ import annotations

import pytest
from conftest import MakeArticle

from casetrack.extract import extract_report

TOLD = [
    ("Manhattan federal judge Ines Calder dismissed Bo Lee's lawsuit against the Tern Times on Tuesday.", ["Ines Calder"], "nysd"),
    ("A federal judge, Ines Calder, dismissed Bo Lee's lawsuit against the Tern Times on Tuesday.", ["Ines Calder"], None),
    ("Old Bailey judge Ines Calder jailed Bo Lee for five years on Tuesday.", ["Ines Calder"], "Central Criminal Court (Old Bailey)"),
    ("A Delaware judge on Tuesday ordered Halden Corp. to open its books to Bo Lee. Vice Chancellor Ines Calder said it had stalled.", ["Ines Calder"], "delch"),
    ("Halden Corp. must face a lawsuit by Bo Lee, a federal judge in Manhattan ruled Tuesday.", [], "nysd"),
    ("Prosecutors told a federal judge Bo Lee had fled, and Lee was convicted of fraud on Tuesday in federal court in Manhattan.", [], "nysd"),
    ("Ines Calder, a federal judge in Manhattan, dismissed Bo Lee's lawsuit against the Tern Times on Tuesday.", ["Ines Calder"], "nysd"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "judges", "court"), TOLD)
def test_judge_and_court(make_article: MakeArticle, text: str, judges: list[str], court: str | None) -> None:
    (case,) = extract_report(make_article(text, "2021-03-10")).cases
    assert list(case.judges) == judges
    assert (case.court and (case.court.id or case.court.name)) == court
