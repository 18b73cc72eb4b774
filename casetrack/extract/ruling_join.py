"""Join what several sentences of one article tell of one ruling.

A decision told in the lede and again in detail is one; two motions decided differently are two.
Works within one case of one article. Days are settled after joining: a decision without a day of its
own takes that of the lede, never the other way round.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from casetrack.extract.people import surname_of
from casetrack.extract.ruling_days import VERDICTS, Days, dates_agree, day_of, day_of_verdict, is_fresh
from casetrack.extract.ruling_words import (
    ASKED_FOR,
    is_of_other_matter,
    lets_by_undoing,
    retells,
    shares_words,
)
from casetrack.extract.scene import RulingFind
from casetrack.models import Ruling, Source

ALIKE = (
    frozenset({"granted", "ordered", "enjoined", "lifted", "granted_in_part"}),
    frozenset({"denied", "dismissed"}),
    frozenset({"denied", "affirmed"}),
    frozenset({"reversed", "vacated", "remanded"}),
    frozenset({"reversed", "enjoined"}),
    frozenset({"vacated", "dismissed"}),
    frozenset({"granted_in_part", "dismissed"}),
    frozenset({"stayed", "lifted"}),
    frozenset({"stayed", "granted"}),
    frozenset({"enjoined", "stayed"}),
)
"""Dispositions by which two sentences may tell one decision."""


def join_rulings(finds: Sequence[RulingFind], days: Days) -> list[list[RulingFind]]:
    """Group the finds of one case, each group one decision, in order of first mention."""
    groups: list[list[RulingFind]] = []
    for find in sorted(finds, key=_firmness):
        homes = [g for g in groups if _days_agree(g, find, days) and _same_ruling(g, find, days)]
        home = max(homes, key=lambda g: _nearness(g, find), default=None)
        if home is None:
            groups.append([find])
        else:
            home.append(find)
    return sorted(groups, key=lambda g: (min(f.sentence.start for f in g), g[0].at))


def _days_agree(group: list[RulingFind], find: RulingFind, days: Days) -> bool:
    """Tell whether the days allow one decision: what has none of its own is fresh, unless told as past."""
    if not all(dates_agree(f.date, find.date) for f in group):
        return False
    dates = [f.date for f in group if f.date]
    if find.date is not None and not dates:
        return is_fresh(find.date, days) or all(f.background for f in group)
    if find.date is None and dates and not find.background and not any(is_fresh(d, days) for d in dates):
        first = min(days.number[f.sentence.start] for f in group if f.date)
        return days.number[find.sentence.start] >= first
    return True


def _firmness(find: RulingFind) -> tuple[bool, bool, bool, int, int]:
    """Order the finds so that a group begins with the one that tells the decision best."""
    return (
        find.sentence.kind == "title",
        find.generic,
        find.background and find.date is None,
        find.sentence.start,
        find.at,
    )


def _nearness(group: list[RulingFind], find: RulingFind) -> tuple[bool, bool, int]:
    """Prefer the decision whose movant the sentence names, one of like words, then the nearest told."""
    named = any(f.movant and f.movant in find.sentence.text for f in group)
    return (
        named,
        any(f.value == find.value for f in group),
        -min(abs(find.sentence.start - f.sentence.start) for f in group),
    )


SECOND_RE = re.compile(
    r"In (?:an? |yet )?(?:another|second|third|separate|additional|different) (?:ruling|order)\b"
)
"""What is so told is no decision told before."""


def _same_ruling(group: list[RulingFind], find: RulingFind, days: Days) -> bool:
    head = group[0]
    if not all(_deciders_agree(f, find) and not _other_target(f, find) for f in group):
        return False
    if find.sentence is head.sentence and _turns(head, find):
        return False
    if find.sentence is not head.sentence and (_is_other_item(head, find) or _frees_another(head, find)):
        return False
    if find.sentence is not head.sentence and SECOND_RE.match(find.sentence.text):
        return False
    if find.sentence is head.sentence and find.value == head.value:
        return True
    if head.value != find.value and (_stays_own(head) or _stays_own(find)):
        return False
    if lets_by_undoing(head, find) or lets_by_undoing(find, head):
        return True
    if retells(find) and not head.background and head.value not in OWN_KIND:
        return True
    if find.generic or find.sentence.kind == "title":
        return _may_restate(head, find) and (head.value in KEPT or not DETAINED_RE.search(find.sentence.text))
    if find.value == "remanded" and head.value in UNDONE:
        return True  # "Threw out the verdict. The case goes back to Judge Lee": what follows from it
    if head.value != find.value:
        alike = _are_alike(head.value, find.value) and not _turns(head, find)
        return alike and _tells_again(group, find)
    if _other_movant(head, find):
        return False
    if find.background and find.date is None:
        undated = head.background or head.date is None or head.date == find.date
        return undated or find.in_passing or shares_words(group, find)
    if head.value not in ASKED_FOR or find.sentence is head.sentence:
        return True
    return not (find.distinct or is_of_other_matter(group, find, days.number[find.sentence.start]))


def _is_other_item(a: RulingFind, b: RulingFind) -> bool:
    """Tell two items of a list, and an item from what another paragraph tells."""
    together = a.sentence.paragraph == b.sentence.paragraph
    return (a.item and b.item) or ((a.item or b.item) and not together)


DETAINED_RE = re.compile(
    r"\b(?:with(?:out|\sno)\s(?:bail|bond)|(?:jail(?:ed)?|held|detained|in\scustody|behind\sbars)\s(?:until|pending|awaiting)\s"
    r"(?:(?:his|her|their|the|a)\s)?trial)\b"
)
KEPT = frozenset({"ordered", "denied", "sentenced", "convicted"})
"""What a judge may have decided of one who is said to stay in jail until trial."""
FREEING = frozenset({"ordered.set_bail", "ordered.bail", "ordered.release"})


def _frees_another(a: RulingFind, b: RulingFind) -> bool:
    """ "A doctor will stay jailed until trial, a judge ruled. She set bond for his nephew": two decisions."""
    if a.rule in FREEING and b.rule in FREEING:
        one, other = ({surname_of(name) for name in find.names} for find in (a, b))
        return bool(one and other) and one.isdisjoint(other)
    detains = [DETAINED_RE.search(find.sentence.text) is not None for find in (a, b)]
    return (b.rule in FREEING and detains == [True, False]) or (
        a.rule in FREEING and detains == [False, True]
    )


UNDONE = frozenset({"reversed", "vacated"})
BUT_RE = re.compile(r"\bbut\s+(?:also\s+|then\s+)?$")
BUT_HE_RE = re.compile(r"But\s(?:he|she|they|it|the\s(?:judge|court|panel|justices))\s")


def _turns(a: RulingFind, b: RulingFind) -> bool:
    """Tell two decisions of which the second turns from the first.

    "Ruled that jurors may hear the tape but barred the photos"; "Refused to throw out the suit. But he
    dismissed the claim against Bo Lee".
    """
    first, later = sorted((a, b), key=lambda f: f.at)
    if a.sentence is not b.sentence:
        return BUT_HE_RE.match(later.sentence.text) is not None
    told = later.sentence.text[: later.at - later.sentence.start]
    return first.rule == "ruled.that" and not later.generic and BUT_RE.search(told) is not None


OWN_ORDER_RE = re.compile(r"(?:his|her|its|their)\s(?:own\s)?(?:decision|order|ruling|injunction|judgment)\b")


def _stays_own(find: RulingFind) -> bool:
    """ "He put his decision on hold to allow an appeal": a second decision, never the first told again."""
    return find.value == "stayed" and OWN_ORDER_RE.match(find.subject or "") is not None


BLOCKS = frozenset({"enjoined", "stayed"})
OWN_KIND = frozenset({"convicted", "acquitted", "sentenced", "mistrial", "recused", "stayed", "remanded"})
"""What a general word ("ruled against", "sided with") does not restate."""


def _may_restate(head: RulingFind, find: RulingFind) -> bool:
    if head.value == find.value:
        return True
    if find.rule == "ordered.allow" and head.value in BLOCKS and find.sentence is not head.sentence:
        # "Blocked the rule for big farms. The justices let the rule for small farms take effect."
        return False
    if find.generic and find.date is not None and find.date != head.date:
        long_before = head.date is not None and find.date[:7] < head.date[: len(find.date)][:7]
        if find.distinct or long_before:
            return False
    if {head.value, find.value} & OWN_KIND and (find.sentence is not head.sentence or head.background):
        return _are_alike(head.value, find.value) and find.generic
    return find.generic or _are_alike(head.value, find.value)


def _are_alike(a: str, b: str) -> bool:
    return any({a, b} <= pair for pair in ALIKE)


def _tells_again(group: list[RulingFind], find: RulingFind) -> bool:
    """Tell a decision restated ("has ordered ... to stop"; "issued the restraining order") from a second."""
    if find.distinct or any(f.sentence is find.sentence for f in group):
        return False
    return bool(find.subject and THE_ORDER_RE.match(find.subject)) or shares_words(group, find)


THE_ORDER_RE = re.compile(
    r"(?:the|that|this|its|his|her)\s+(?:[\w-]+\s+){0,3}(?:order|injunction|ruling|decision|ban)\b",
    re.IGNORECASE,
)


def _other_movant(head: RulingFind, find: RulingFind) -> bool:
    """Tell whether another than those the first sentence names asked for this."""
    judges = set(head.decider.judges) if head.decider else set()
    named = [n for n in head.names if n not in judges]
    if not find.movant or not named or find.value != "denied":
        return False
    return find.movant.split()[-1] not in head.sentence.text


def _other_target(a: RulingFind, b: RulingFind) -> bool:
    """Tell two who were sentenced apart: "Ann Lee got 10 years. Bo Lee was sentenced to five"."""
    one, other = (f.target.split() if f.target else [] for f in (a, b))
    if len(one) < 2 or len(other) < 2:
        return False
    return one[0] != other[0] and not ({*one[:-1]} & {*other[:-1]})


def _deciders_agree(a: RulingFind, b: RulingFind) -> bool:
    one, other = a.decider, b.decider
    if one is None or other is None or (b.in_passing and b.background) or (a.in_passing and a.background):
        return True
    if one.another != other.another and (other.start > one.start) == other.another:
        return False
    if one.by == other.by:
        several = one.by in {"panel", "supreme court"}
        named = one.judges and other.judges and not several
        return not (named and not set(one.judges) & set(other.judges))
    if one.lower or other.lower:
        return {one.by, other.by} <= {"judge", "panel"}
    return {one.by, other.by} <= {"jury", "judge"} and a.value == "convicted"


HIGHER = frozenset({"panel", "supreme court"})


def make_rulings(finds: Sequence[RulingFind], judges: Sequence[str], days: Days) -> tuple[Ruling, ...]:
    """Make the rulings of one case; `judges` is who sits, for those whose finds name nobody."""
    sentenced = any(f.value == "sentenced" and not f.background for f in finds)
    if sentenced:
        finds = [replace(f, background=True) if f.value == "convicted" else f for f in finds]
    if any(_is_on_appeal(f) for f in finds):
        finds = [replace(f, background=True) if _is_below(f) else f for f in finds]
    groups = join_rulings(finds, days)
    benches = [f.decider for f in finds if f.decider and f.decider.by in HIGHER]
    above = {judge for bench in benches for judge in bench.judges}
    of_justices = any(bench.by == "supreme court" and bench.judges for bench in benches)
    alone = [] if of_justices else [judge for judge in judges if judge not in above]
    told: list[tuple[int, str]] = []
    verdicts = [(days.number[f.sentence.start], f.date) for f in finds if f.date and f.value in VERDICTS]
    rulings = []
    for group in groups:
        day = day_of_verdict(group, verdicts, days) or day_of(group, told, days)
        told += [(days.number[f.sentence.start], f.date) for f in group if f.date and not f.background]
        rulings.append(make_ruling(group, alone, day))
    return tuple(rulings)


def _is_on_appeal(find: RulingFind) -> bool:
    above = find.decider is not None and find.decider.by in HIGHER
    return above and not find.background and find.sentence.kind != "title" and find.value not in OWN_KIND


def _is_below(find: RulingFind) -> bool:
    """Tell the verdict that a higher court now looks at, when told without its day."""
    return (
        find.date is None and find.decider is None and find.value in {"convicted", "acquitted", "sentenced"}
    )


def make_ruling(group: Sequence[RulingFind], judges: Sequence[str], day: str | None) -> Ruling:
    """Make one ruling of its finds; `judges` is who sits, when the finds name nobody."""
    best = max(
        group, key=lambda f: (not f.generic, f.sentence.kind != "title", f.confidence, -f.sentence.start)
    )
    decider = best.decider or next((f.decider for f in group if f.decider), None)
    named = tuple(dict.fromkeys(j for f in group if f.decider for j in f.decider.judges))
    by = decider.by if decider else ("jury" if best.value in {"convicted", "acquitted"} else "judge")
    if best.value in {"convicted", "acquitted"} and any(f.decider and f.decider.by == "jury" for f in group):
        by, named = "jury", ()
    if not named and by == "judge" and best.value not in {"convicted", "acquitted", "dismissed"}:
        named = tuple(judges)[:1]
    spans = {(f.sentence.start, f.sentence.end): f for f in group if f is not best}
    also = tuple(
        Source(f.sentence.start, f.sentence.end, f.sentence.text, f.rule, round(f.confidence, 2))
        for span, f in sorted(spans.items()) if span != (best.sentence.start, best.sentence.end)
    )  # fmt: skip
    confidence = round(
        max(0.05, min(0.99, best.confidence + 0.03 * len(also) - (0.1 if day is None else 0.0))), 2
    )
    return Ruling(
        date=day, disposition=best.value, subject=best.subject, movant=best.movant,
        decided_by=by, judges=named, start=best.sentence.start, end=best.sentence.end,
        quote=best.sentence.text, rule=best.rule, confidence=confidence, also=also,
    )  # fmt: skip
