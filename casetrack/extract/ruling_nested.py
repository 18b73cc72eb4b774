"""Which of the decisions found in one sentence are one: the particular stands for the general, the first
for its echo.
"""

from __future__ import annotations

import re
from dataclasses import replace

from casetrack.extract.ruling_join import OWN_KIND
from casetrack.extract.scene import RulingFind


def drop_nested(found: list[RulingFind]) -> list[RulingFind]:
    """In "ruled ... allowing", "sided ... in declining", keep the particular over the generic."""
    if len(found) < 2:
        return found
    specific = _without_echo([f for f in found if not f.generic])
    if all(f.value in OWN_KIND for f in specific):
        return [*[f for f in found if f.generic][:1], *specific]
    undone = any(f.value in {"vacated", "reversed"} for f in specific)
    lead = [
        f for f in specific if not f.rule.startswith("ordered.") and not (undone and f.value == "remanded")
    ]
    kept = [f for f in specific if f in lead or _goes_on(f, lead) or all(_other_decider(f, s) for s in lead)]
    return kept + [
        f
        for f in found
        if f.generic and (_contrasts(f, specific) or all(_other_decider(f, s) for s in specific))
    ]


BUT_RE = re.compile(r"\bbut\s+(?:also\s+|then\s+)?$")


def _contrasts(find: RulingFind, specific: list[RulingFind]) -> bool:
    """ "Dismissed the city from the suit but refused to dismiss the rest": a second decision.

    So is the first of "ruled that jurors may hear the tape but barred the photos".
    """
    if find.value == "denied" and BUT_RE.search(_text_before(find)):
        return True
    later = [f for f in specific if f.at > find.at]
    return find.rule == "ruled.that" and bool(later) and all(BUT_RE.search(_text_before(f)) for f in later)


def _text_before(find: RulingFind) -> str:
    return find.sentence.text[: find.at - find.sentence.start]


DONE_WITH = frozenset({"denied", "dismissed", "convicted"})
"""What leaves nothing to order, so that an order beside it is a decision of its own."""
ALSO_RE = re.compile(r"\b(?:and|but)\s+(?:also\s+|then\s+|instead\s+)?$")


def _goes_on(find: RulingFind, lead: list[RulingFind]) -> bool:
    """ "Denied the motion and ordered the mill to pay": what is ordered beside a refusal is another."""
    if any(other.value not in DONE_WITH or other.at > find.at for other in lead):
        return False
    text = find.sentence.text[: find.at - find.sentence.start]
    return ALSO_RE.search(text) is not None


def _without_echo(found: list[RulingFind]) -> list[RulingFind]:
    """Drop what says a decision twice: "declined to hear the appeal, leaving the ruling in place".

    The first stands, but an injunction tells more than that a law was thrown out, and what was agreed to
    more than "agreed".
    """
    kept: list[RulingFind] = []
    for find in found:
        last = range(len(kept) - 1, max(-1, len(kept) - 1 - ECHO_REACH), -1)
        twin = next((i for i in last if _is_echo(kept[i], find)), None)
        if twin is None:
            kept.append(find)
        elif find.value == "enjoined":
            kept[twin] = replace(kept[twin], value="enjoined")
        elif kept[twin].rule.startswith("granted.agree"):
            kept[twin] = find
    return kept


def _is_echo(a: RulingFind, b: RulingFind) -> bool:
    if b.rule == "dismissed.end":
        # "Granted the city judgment, ending the lawsuit": what follows from the decision.
        return not _other_decider(a, b)
    if a.rule.startswith("granted.agree") and 0 < b.at - a.at < AGREED_REACH:
        start = a.sentence.start
        return "," not in a.sentence.text[a.at - start : b.at - start]
    if "denied.reject_suit" in {a.rule, b.rule} and {a.value, b.value} == {"denied", "dismissed"}:
        return not _other_decider(a, b)
    if {a.value, b.value} not in ECHOES or a.date != b.date or _other_decider(a, b):
        return False
    return {a.value, b.value} != {"denied", "affirmed"} or "affirmed.let_stand" in {a.rule, b.rule}


ECHO_REACH = 4
AGREED_REACH = 40
"""So near is what was agreed to: "agreed Monday to unseal the files"."""
ECHOES = ({"denied", "affirmed"}, {"vacated", "enjoined"}, {"reversed", "enjoined"})


def _other_decider(a: RulingFind, b: RulingFind) -> bool:
    if a.decider is None or b.decider is None:
        return False
    return a.decider.by != b.decider.by or (
        a.decider.start != b.decider.start and bool(a.decider.judges) != bool(b.decider.judges)
    )
