"""Whom a case is about that is no party: people killed or hurt, named by the sentence that tells it.

"the murder of strip club owner Kay Tran", "the victim, Kay Tran", "Tran, who was killed". A victim
is evidence of which case an article means; it is no public fact.
"""

from __future__ import annotations

from collections.abc import Collection

from casetrack.extract.harmed import HARMED, is_harmed
from casetrack.extract.people import surname_of
from casetrack.extract.scan import Scan

MOST_VICTIMS = 8


def find_victims(scan: Scan, numbers: Collection[int], parties: Collection[str]) -> tuple[str, ...]:
    """Give the people harmed in some sentences of an article, by their fullest names, each once.

    Args:
        numbers: which sentences.
        parties: names of the case's parties, none of whom is a victim.
    """
    sides = {surname_of(name) for name in parties}
    found: dict[str, None] = {}
    for number in sorted(numbers):
        sentence = scan.sentences[number]
        if HARMED.isdisjoint(sentence.words):
            continue
        for name in scan.names[number]:
            if name.kind not in {"person", "surname"} or scan.roster.is_judge(name):
                continue
            full = scan.roster.resolve(name)
            if " " in full and full not in parties and is_harmed(name, sentence.text, sentence.start):
                found.setdefault(full)
    return tuple(v for v in found if surname_of(v) not in sides or v.split()[0] not in _given(parties))[
        :MOST_VICTIMS
    ]


def _given(parties: Collection[str]) -> set[str]:
    return {name.split()[0] for name in parties if name}
