"""Tell who sued only in what a court did years ago: "In 2016, it split in a case brought by Texas"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from casetrack.extract.party_find import PartyFind
from casetrack.extract.sentences import Sentence

PAST_RE = re.compile(r"(?:[Bb]ack\s|[Aa]nd\s)?[Ii]n\s((?:19|20)\d\d),")
YEARS = 2
"""What a court did so many years ago is history."""
OPENING = 4
"""What so many sentences tell first the story is about, however old."""


def without_history(
    finds: Sequence[PartyFind], sentences: Sequence[Sentence], published: str | None
) -> list[PartyFind]:
    """Leave out who sues only in sentences on what a court did years ago."""
    past = {n for n in {f.sentence for f in finds} if n > OPENING and _is_past(sentences[n], published)}
    now = {f.name for f in finds if f.sentence not in past}
    return [f for f in finds if f.sentence not in past or f.side != "plaintiff" or f.name in now]


def _is_past(sentence: Sentence, published: str | None) -> bool:
    year = PAST_RE.match(sentence.text)
    return year is not None and published is not None and int(year[1]) <= int(published[:4]) - YEARS
