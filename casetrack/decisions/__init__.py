"""What a person decided, as values: which reports are one case, which facts are wrong, what is missing.

Pure. A decision is keyed to content (the hash of an article, the place of a report or sentence in it,
names), never to the numbers of rows: it holds on any machine that has the same articles, whatever order
they came in, and outlasts reading them again.

    Decision, ReportAnchor, FactAnchor   the values (model)
    check_value                          what a field of a fact may be set to (fields)
    replay_reports                       decisions in turn into what must be one case and what two (replay)
    correct_case                         a case with what people decided of it (correct)
    write_decisions, read_decisions      the text file (text)
"""

from __future__ import annotations

from casetrack.decisions.model import ACTIONS, DOUBTS, LINKS, Decision, FactAnchor, ReportAnchor, SpanAnchor

__all__ = ["ACTIONS", "DOUBTS", "LINKS", "Decision", "FactAnchor", "ReportAnchor", "SpanAnchor"]
