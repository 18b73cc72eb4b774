"""Which reports are of one case? Weighted, named evidence, in the manner of a tagged-music matcher.

Pure: reports in, cases with their reasons out, whatever the order of the reports.

    resolve_reports(told, constraints)   all at once
    make_card, blocking_keys, compare    a report against those that share a key
    cluster_reports                      the pairs so found into cases
    score_cards                          two reports, piece by piece
"""

from __future__ import annotations

from casetrack.resolve.card import Card, Ref, Told, make_card
from casetrack.resolve.cluster import (
    Constraints,
    Doubt,
    Pair,
    Resolved,
    cluster_reports,
    compare,
    find_obstacle,
    resolve_reports,
)
from casetrack.resolve.evidence import JOIN, REVIEW, Part, Score, score_cards
from casetrack.resolve.keys import Keys, blocking_keys

__all__ = [
    "JOIN",
    "REVIEW",
    "Card",
    "Constraints",
    "Doubt",
    "Keys",
    "Pair",
    "Part",
    "Ref",
    "Resolved",
    "Score",
    "Told",
    "blocking_keys",
    "cluster_reports",
    "compare",
    "find_obstacle",
    "make_card",
    "resolve_reports",
    "score_cards",
]
