"""A decision in words: what it is about, and what it says of that."""

from __future__ import annotations

from collections.abc import Iterable

from casetrack.decisions.model import Decision, FactAnchor, ReportAnchor

JOINED = {"merge": " + ", "link": " | ", "split": " | "}


def say_about(decision: Decision) -> str:
    """Say what a decision is about: a fact as it was read, else the captions of its cases."""
    if decision.fact is not None:
        return say_fact(decision.fact)
    sides = [_say_captions(side) for side in (decision.case, decision.other) if side]
    return JOINED.get(decision.action, " | ").join(sides)


def say_fact(fact: FactAnchor) -> str:
    """Say what a ruling or hearing was when it was read."""
    told = (fact.kind, fact.word.replace("_", " "), fact.date, fact.about)
    return " ".join(filter(None, told))


def _say_captions(anchors: Iterable[ReportAnchor]) -> str:
    """Name the captions that articles print, each once, and count the articles."""
    listed = list(anchors)
    captions = list(dict.fromkeys(anchor.caption for anchor in listed))
    articles = len({anchor.article for anchor in listed})
    shown = " / ".join(captions[:2]) + (" / ..." if len(captions) > 2 else "")
    return f"{shown} ({articles} article{'' if articles == 1 else 's'})"


def say_values(decision: Decision) -> str | None:
    """Say what a decision sets, as a person would type it; None when it sets nothing."""
    values = decision.values
    if not values:
        return None
    if decision.action in ("link", "alias", "confirm", "skip"):
        return " ".join(str(value) for value in values.values())
    return ", ".join(f"{name}={value or ''}" for name, value in values.items())
