"""Which supreme court "the justices" sit on, when the story is about another than the nation's.

A sentence that says only "the justices" or "the high court" means the supreme court named last; after
"the state Supreme Court", whose state no sentence tells, it means that one, which has no name here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from casetrack.extract.courts import CourtMention
from casetrack.extract.sentences import Sentence

NATION = "scotus"
OF_STATE_RE = re.compile(
    r"\b(?:[Ss]tate|[Cc]ommonwealth)(?:[’']s)?\s(?:[Ss]upreme|[Hh]igh(?:est)?|[Tt]op)\s[Cc]ourt\b"
)


def settle_aliases(
    sentences: Sequence[Sentence], courts: Sequence[list[CourtMention]]
) -> list[list[CourtMention]]:
    """Give the courts of every sentence, each alias with the court that the story has named."""
    if not any(m.kind == "alias" and m.court.id == NATION for group in courts for m in group):
        return list(courts)
    named: CourtMention | None = None
    of_state = False
    settled: list[list[CourtMention]] = []
    for sentence, group in zip(sentences, courts, strict=True):
        of_state = of_state or bool(OF_STATE_RE.search(sentence.text))
        kept: list[CourtMention] = []
        for mention in group:
            if mention.kind != "alias" or mention.court.id != NATION:
                named = mention if mention.court.level == "supreme" else named
                kept.append(mention)
            elif named is not None:
                kept.append(replace(mention, court=named.court))
            elif not of_state:
                kept.append(mention)
        settled.append(kept)
    return settled
