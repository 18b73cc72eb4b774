"""Which courts above or below its own a case is told to have come from or to go to.

"The 9th Circuit said the federal judge in Missoula got it right": of the case before the circuit, the
district court. It is evidence of which case is an appeal of which, and no public fact.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from casetrack.extract.scan import Scan
from casetrack.lexicon import alternation, load_table
from casetrack.lexicon.courts import RANK, load_courts
from casetrack.models import CourtRef

MOST_COURTS = 4


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """Give a pattern for each way of saying it; the name of an appeals court is none."""
    return {
        entry["id"]: re.compile(
            rf"\b{alternation(entry['phrases'])}\b(?! (?:court|panel|judge|board|council)s?\b)"
        )
        for entry in load_table("appeals")["review"]
    }


def match_review(text: str) -> list[str]:
    """Give the entries of lexicon/appeals.toml by which a sentence speaks of one court reviewing another."""
    return [name for name, pattern in _patterns().items() if pattern.search(text)]


def find_reviewed(scan: Scan, numbers: Sequence[int], court: CourtRef | None) -> tuple[str, ...]:
    """Give the courts of other levels, by id or name, that a case's sentences tell of with a review.

    Args:
        numbers: the sentences of the case.
        court: the court it is before; of a case whose court is unknown nothing is above or below.
    """
    if court is None or court.level not in RANK:
        return ()
    found: dict[str, None] = {}
    for number in numbers:
        others = [
            mention.court
            for mention in scan.courts[number]
            if mention.court.level in RANK
            and mention.court.level != court.level
            and load_courts().may_review(mention.court, court)
        ]
        if others and match_review(scan.sentences[number].text):
            found.update(dict.fromkeys(other.id or other.name for other in others))
    return tuple(found)[:MOST_COURTS]
