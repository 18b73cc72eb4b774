"""What people decided, all of it or about one case, ruling or hearing."""

from __future__ import annotations

from casetrack.decisions import Decision
from casetrack.decisions.rows import DecisionRow
from casetrack.store.anchors import anchor_fact
from casetrack.store.connect import Store
from casetrack.store.edits import Finder, list_decisions
from casetrack.store.lost import describe_decisions
from casetrack.store.query import find_case, get_hearing, get_ruling


def list_history(store: Store, kind: str | None = None, reference: str = "") -> list[DecisionRow]:
    """List decisions in the order they were made; without a kind all, else those about one thing."""
    decisions = list_decisions(store.db)
    if kind == "case":
        decisions = _about_case(store, find_case(store, reference).id, decisions)
    elif kind is not None:
        decisions = _about_fact(store, kind, int(reference), decisions)
    return list(describe_decisions(store.db, decisions))


def _about_case(store: Store, case_id: int, decisions: list[Decision]) -> list[Decision]:
    finder = Finder(store.db)
    return [d for d in decisions if case_id in finder.find_cases((*d.case, *d.other))]


def _about_fact(store: Store, kind: str, number: int, decisions: list[Decision]) -> list[Decision]:
    detail = get_ruling(store, number) if kind == "ruling" else get_hearing(store, number)
    _, fact = anchor_fact(store.db, kind, detail.fact.id)
    told = {(span.article, span.start) for span in fact.spans}
    found = []
    for decision in decisions:
        about = decision.fact
        if about is None:
            same = fact.entered is not None and decision.uid == fact.entered
        else:
            same = (about.kind, about.word, about.entered) == (kind, fact.word, fact.entered)
            same = same and (not told or any((s.article, s.start) in told for s in about.spans))
        if same:
            found.append(decision)
    return found
