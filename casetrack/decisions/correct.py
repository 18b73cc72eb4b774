"""A case as its reports tell it, with what people decided of it: names, fields, facts dropped and added.

Pure. What was read stays what a fact is known by, so that a corrected fact is found again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from casetrack.combine import Combined, Joined
from casetrack.decisions.fields import FIELDS
from casetrack.decisions.model import Decision, FactAnchor
from casetrack.lexicon.courts import load_courts
from casetrack.models import CourtRef, Hearing, Ruling, Source

Told = tuple[str, Source]
"""The hash of an article, and the sentence in it."""
ENTERED = "edit-"
"""What the key of a fact that a person entered begins with; the uid of the decision follows."""


def correct_case(
    case: Combined, decisions: Iterable[Decision], hashes: Mapping[int, str]
) -> tuple[Combined, frozenset[str]]:
    """Correct a case by the decisions about it, in the order they were made.

    Args:
        hashes: the articles' hashes by their ids.
    Returns:
        The case, and the uids of the decisions that found what they are about.
    """
    found = set()
    for decision in sorted(decisions, key=lambda d: d.order):
        if decision.fact is None:
            case = CASE_ACTIONS.get(decision.action, _leave)(case, decision)
            found.add(decision.uid)
            continue
        facts = case.rulings if decision.fact.kind == "ruling" else case.hearings
        at = find_fact(facts, decision.fact, hashes, strict=decision.action == "drop")
        if at is not None:
            found.add(decision.uid)
            case = _with_facts(case, decision.fact.kind, _correct_fact(facts, at, decision))
    return case, frozenset(found)


def _with_facts(case: Combined, kind: str, facts: tuple[Joined, ...]) -> Combined:
    return replace(case, rulings=facts) if kind == "ruling" else replace(case, hearings=facts)


def find_fact(
    facts: Sequence[Joined], anchor: FactAnchor, hashes: Mapping[int, str], *, strict: bool = False
) -> int | None:
    """Find a fact by its sentences and by what was read there; gives its place.

    Args:
        strict: the same disposition or type must still be read there; else a sentence's only fact will do.
    """
    ranked = []
    for at, joined in enumerate(facts):
        told = [(hashes[article], source) for article, source in joined.sources]
        alike = _count_alike(anchor, told) if told else int(_entered_by(joined) == anchor.entered)
        word, date, about = read_key(joined.key)
        if alike:
            ranked.append((word == anchor.word, about == anchor.about, date == anchor.date, alike, -at))
    best = max(ranked, default=None)
    if best is None or not (best[0] or (len(ranked) == 1 and not strict)):
        return None
    return -best[4]


def _count_alike(anchor: FactAnchor, told: Sequence[Told]) -> int:
    """Count the sentences that are still told: in their place, or elsewhere in the article word for word."""
    return sum(
        any(
            sha256 == span.article
            and ((source.start < span.end and span.start < source.end) or source.quote == span.quote)
            for sha256, source in told
        )
        for span in anchor.spans
    )


def read_key(key: str) -> tuple[str, str | None, str | None]:
    """Read what a fact was when it was read: disposition or type, date, and what tells it apart."""
    _, _, word, date, about = key.split(":", 4)
    return word, date or None, about or None


def _entered_by(joined: Joined) -> str | None:
    first = joined.key.partition(":")[0]
    return first.removeprefix(ENTERED) if first.startswith(ENTERED) else None


def _correct_fact(facts: tuple[Joined, ...], at: int, decision: Decision) -> tuple[Joined, ...]:
    joined = facts[at]
    if decision.action == "drop":
        return facts[:at] + facts[at + 1 :]
    if decision.action == "set":
        values: Any = dict(decision.values or {})
        names = tuple(dict.fromkeys((*joined.corrected, *values)))
        joined = replace(joined, fact=replace(joined.fact, **values), corrected=names)
    return (*facts[:at], joined, *facts[at + 1 :])


def _leave(case: Combined, decision: Decision) -> Combined:
    return case


def _add_name(case: Combined, decision: Decision) -> Combined:
    name = decision.value("name") or ""
    known = {known for known, _ in case.names}
    return case if name in known else replace(case, names=(*case.names, (name, None)))


def _set_fields(case: Combined, decision: Decision) -> Combined:
    values: dict[str, Any] = dict(decision.values or {})
    if "court" in values:
        values["court"] = find_court(values["court"]) if values["court"] else None
    return replace(case, **values)


def find_court(name: str) -> CourtRef:
    """Give the court that an id or the name of a federal district stands for; other words are its name."""
    table = load_courts()
    known = (*table.districts.values(), *table.circuits.values(), *(n.court for n in table.named.values()))
    by_id = next((court for court in known if court.id == name), None)
    return by_id or table.districts.get(name) or CourtRef(None, name)


def _add_fact(case: Combined, decision: Decision) -> Combined:
    values = dict(decision.values or {})
    kind, source = values.pop("kind"), values.pop("source")
    fact = build_fact(str(kind), values)
    what = fact.disposition if isinstance(fact, Ruling) else fact.type
    more = fact.subject if isinstance(fact, Ruling) else fact.time
    key = f"{ENTERED}{decision.uid}:0:{what}:{fact.date or ''}:{more or ''}"
    joined = Joined(fact, key, (), None, entered=source)
    facts = case.rulings if isinstance(fact, Ruling) else case.hearings
    return _with_facts(case, str(kind), (*facts, joined))


def build_fact(kind: str, values: Mapping[str, str | None]) -> Ruling | Hearing:
    """Make a ruling or hearing of what a person entered."""
    blank: dict[str, Any] = dict.fromkeys(FIELDS[kind])
    read: dict[str, Any] = {"start": 0, "end": 0, "quote": "", "rule": "entered", "confidence": 1.0}
    if kind == "ruling":
        return Ruling(**{**blank, "decided_by": "judge", "judges": (), **read, **values})
    return Hearing(**{**blank, "status": "scheduled", **read, **values})


CASE_ACTIONS: Mapping[str, Callable[[Combined, Decision], Combined]] = {
    "alias": _add_name,
    "set": _set_fields,
    "add": _add_fact,
}
