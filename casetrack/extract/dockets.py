"""Find docket numbers: federal (`1:17-cr-00255`), appellate (`No. 17-16426`), and state forms."""

from __future__ import annotations

import re
from collections.abc import Sequence

from casetrack.extract.sentences import Sentence

FEDERAL_RE = re.compile(
    r"\b(?:\d:)?\d{2}-(?:cr|cv|mj|mc|md|bk|ap|po|misc)-\d{2,6}(?:-[A-Z]{2,4}){0,3}(?:-\d{1,3})?\b",
    re.IGNORECASE,
)
LABELLED_RE = re.compile(
    r"\b(?:[Cc]ase|[Dd]ocket|[Ii]ndictment|[Cc]ause)s?\s*(?:[Nn]umbers?|[Nn]os?\.?|#)?\s*[:#]?\s*((?=[\w/-]*\d{3})[A-Z0-9][A-Z0-9/-]{4,20})\b|\bNos?\.\s*(\d{2}-\d{2,6})\b"
)
DIGIT_RE = re.compile(r"\d")
STATE_RE = re.compile(r"\b(?:[A-Z]{1,4}\d{2}-\d{4,6}[A-Z]?|[A-Z]{3}\d{6,8}|\d{2}[A-Z]{2,4}\d{4,6})\b")


def find_docket_numbers(sentences: Sequence[Sentence]) -> tuple[str, ...]:
    """Give the docket numbers of the sentences, as printed, in order, once each."""
    found: list[str] = []
    for sentence in sentences:
        if not DIGIT_RE.search(sentence.text):
            continue
        for pattern in (FEDERAL_RE, LABELLED_RE, STATE_RE):
            for match in pattern.finditer(sentence.text):
                number = (
                    next((g for g in match.groups() if g), match.group()) if match.groups() else match.group()
                )
                if not any(number in known or known in number for known in found):
                    found.append(number)
    return tuple(found)
