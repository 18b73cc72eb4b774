"""Find docket numbers: federal (`1:17-cr-00255`), appellate (`No. 17-16426`), and state forms."""

from __future__ import annotations

import re
from collections.abc import Sequence

from casetrack.extract.characters import has_figure
from casetrack.extract.sentences import Sentence

FEDERAL_RE = re.compile(
    r"\b(?:\d:)?\d{2}-(?:cr|cv|mj|mc|md|bk|ap|po|misc)-\d{2,6}(?:-[A-Z]{2,4}){0,3}(?:-\d{1,3})?\b",
    re.IGNORECASE,
)
LABELLED_RE = re.compile(
    r"\b(?:[Cc]ase|[Dd]ocket|[Ii]ndictment|[Cc]ause)s?(?:\s*(?:[Nn]umbers?|[Nn]os?\.?|#))?(?:\s*[:#])?\s*((?=[\w/-]*\d{3})[A-Z0-9][A-Z0-9/-]{4,20})\b|\bNos?\.\s*(\d{2}-\d{2,6})\b"
)
HINT_RE = re.compile(r"\d\d(?:-[cmbapCMBAP\d]|[A-Z]|\d{4})")
"""What every docket number has but one that only its label tells: three figures, see below."""
FIGURES_RE = re.compile(r"\d{3}")
STATE_RE = re.compile(r"\b(?:[A-Z]{1,4}\d{2}-\d{4,6}[A-Z]?|[A-Z]{3}\d{6,8}|\d{2}[A-Z]{2,4}\d{4,6})\b")


def find_docket_numbers(sentences: Sequence[Sentence]) -> tuple[str, ...]:
    """Give the docket numbers of the sentences, as printed, in order, once each."""
    found: list[str] = []
    for sentence in sentences:
        for pattern in _patterns_for(sentence.text):
            for match in pattern.finditer(sentence.text):
                number = (
                    next((g for g in match.groups() if g), match.group()) if match.groups() else match.group()
                )
                if not any(number in known or known in number for known in found):
                    found.append(number)
    return tuple(found)


def _patterns_for(text: str) -> tuple[re.Pattern[str], ...]:
    """Give the patterns that may match in a sentence; in most there is no docket number of any form."""
    if not has_figure(text):
        return ()
    if HINT_RE.search(text):
        return FEDERAL_RE, LABELLED_RE, STATE_RE
    labelled = "ase" in text or "ause" in text or "ocket" in text or "ndictment" in text
    return (LABELLED_RE,) if labelled and FIGURES_RE.search(text) else ()
