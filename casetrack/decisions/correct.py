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
from casetrack.resolve.names import fold_name

Told = tuple[str, Source]
"""The hash of an article, and the sentence in it."""
SPELLED = 4
"""What tells a court that no table knows: id, name, level and jurisdiction."""
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
        by_hand = anchor.entered is not None and joined.entered_by == anchor.entered
        alike = _count_alike(anchor, told) + by_hand
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
    """Give the court that an id or the name of a federal district stands for.

    `id; name; level; jurisdiction` spells one out; any other words are its name.
    """
    spelled = name.split("; ")
    if len(spelled) == SPELLED:
        return CourtRef(*(part or None for part in spelled))  # type: ignore[arg-type]
    by_id = next((court for court in _courts() if court.id == name), None)
    return by_id or load_courts().districts.get(name) or CourtRef(None, name)


def known_courts() -> dict[str, str]:
    """Give the courts that have an id of CourtListener's, each with its name."""
    return {court.id: court.name for court in _courts() if court.id}


def _courts() -> Iterable[CourtRef]:
    table = load_courts()
    return (
        *table.districts.values(),
        *table.circuits.values(),
        *(named.court for named in table.named.values()),
        *table.forms.values(),
    )


def _add_fact(case: Combined, decision: Decision) -> Combined:
    """Add a fact; one that articles tell too is the same, and what they leave open is filled in."""
    values = dict(decision.values or {})
    kind, source = values.pop("kind"), values.pop("source")
    fact = build_fact(str(kind), values)
    facts = case.rulings if isinstance(fact, Ruling) else case.hearings
    told = next((at for at, joined in enumerate(facts) if _is_same_event(joined.fact, fact)), None)
    if told is None:
        return _with_facts(case, str(kind), (*facts, _enter_fact(fact, decision.uid, source)))
    joined = facts[told]
    open_fields: Any = {name: v for name, v in values.items() if getattr(joined.fact, name) is None}
    filled = replace(joined.fact, **open_fields)
    joined = replace(joined, fact=filled, entered=source, entered_by=decision.uid)
    return _with_facts(case, str(kind), (*facts[:told], joined, *facts[told + 1 :]))


def _is_same_event(told: Ruling | Hearing, fact: Ruling | Hearing) -> bool:
    """Tell whether articles tell the very event that a person entered."""
    if not fact.date or told.date != fact.date:
        return False
    if isinstance(told, Ruling) and isinstance(fact, Ruling):
        about = [set(fold_name(ruling.subject or "").split()) for ruling in (told, fact)]
        return told.disposition == fact.disposition and (not all(about) or bool(about[0] & about[1]))
    return isinstance(told, Hearing) and isinstance(fact, Hearing) and told.type == fact.type


def _enter_fact(fact: Ruling | Hearing, uid: str, source: str | None) -> Joined:
    what = fact.disposition if isinstance(fact, Ruling) else fact.type
    more = fact.subject if isinstance(fact, Ruling) else fact.time
    key = f"{ENTERED}{uid}:0:{what}:{fact.date or ''}:{more or ''}"
    return Joined(fact, key, (), None, entered=source, entered_by=uid)


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
