"""Decisions that have no effect because what they are about is gone: they are told of and kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from casetrack.combine import combine_members
from casetrack.decisions import Decision
from casetrack.decisions.correct import correct_case
from casetrack.decisions.rows import DecisionRow
from casetrack.decisions.say import say_about, say_values
from casetrack.store.derive import load_members
from casetrack.store.edits import Finder, decisions_of_case

NO_ARTICLE = "none of its articles is here"


def find_lost(db: sqlite3.Connection, decisions: Iterable[Decision]) -> dict[str, str]:
    """Give for each standing decision that finds nothing the reason, by uid."""
    finder = Finder(db)
    corrected: dict[int, frozenset[str]] = {}
    lost: dict[str, str] = {}
    for decision in decisions:
        if decision.undone_at is not None:
            continue
        reason = _why_lost(decision, finder)
        if reason is None and decision.fact is not None:
            reason = _why_fact_lost(db, decision, finder, corrected)
        if reason is not None:
            lost[decision.uid] = reason
    return lost


def _why_lost(decision: Decision, finder: Finder) -> str | None:
    sides = [side for side in (decision.case, decision.other) if side]
    found = [{report for anchor in side if (report := finder.find_report(anchor))} for side in sides]
    if not any(found):
        return NO_ARTICLE
    if decision.action == "merge":
        return None if len(set().union(*found)) > 1 else "all but one of its articles are gone"
    return None if all(found) else "the articles of one side are gone"


def _why_fact_lost(
    db: sqlite3.Connection, decision: Decision, finder: Finder, corrected: dict[int, frozenset[str]]
) -> str | None:
    for case_id in finder.find_cases(decision.case):
        if case_id not in corrected:
            members = load_members(db, [case_id]).get(case_id, [])
            hashes = {member.article_id: member.sha256 for member in members}
            about = decisions_of_case(db, case_id, members, finder)
            corrected[case_id] = correct_case(combine_members(members), about, hashes)[1]
        if decision.uid in corrected[case_id]:
            return None
    kind = decision.fact.kind if decision.fact else "fact"
    return f"its {kind} is no longer read there"


def describe_decisions(db: sqlite3.Connection, decisions: Iterable[Decision]) -> tuple[DecisionRow, ...]:
    """Give decisions as rows, with why those are lost that are."""
    listed = list(decisions)
    lost = find_lost(db, listed)
    return tuple(
        DecisionRow(
            d.number,
            d.uid,
            d.made_at,
            d.action,
            say_about(d),
            say_values(d),
            d.reason,
            d.undone_at,
            lost.get(d.uid),
        )
        for d in listed
    )
