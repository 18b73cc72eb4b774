"""Decisions in turn into what holds now: which reports are one case, which must be two.

The later decision outweighs the earlier one: a split takes out of a merge what it names, a merge ends
what kept its reports apart. Pure; reports go by any number that tells them apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from casetrack.decisions.model import Decision, ReportAnchor
from casetrack.resolve.names import fold_name

Pairs = set[tuple[int, int]]
EVERY_CAPTION = frozenset(
    ("in", "re", "v", "vs", "the", "of", "and", "united", "states", "state", "people", "commonwealth")
)
"""Words that tell no caption from another."""


def match_report(anchor: ReportAnchor, reports: Sequence[tuple[int, str]]) -> int | None:
    """Find the report that an anchor stands for among those of its article, each its position and caption.

    An article read anew may tell its cases in another order and call them otherwise.
    """
    wanted = _name_words(anchor.caption)
    ranked = [
        (caption == anchor.caption, len(wanted & _name_words(caption)), position == anchor.position, -at)
        for at, (position, caption) in enumerate(reports)
    ]
    best = max(ranked, default=None)
    if best is None or not (best[0] or best[1] or len(reports) == 1):
        return None
    return -best[3]


def _name_words(caption: str) -> set[str]:
    return set(fold_name(caption).split()) - EVERY_CAPTION


@dataclass(slots=True)
class _State:
    """Groups that are one case each (a report leads to its group), and pairs that are two."""

    groups: dict[int, frozenset[int]] = field(default_factory=dict)
    apart: Pairs = field(default_factory=set)

    def unite(self, reports: Iterable[int]) -> None:
        """Make the groups of some reports one."""
        whole: frozenset[int] = frozenset()
        for report in reports:
            whole |= self.groups.get(report, frozenset({report}))
        self.groups |= dict.fromkeys(whole, whole)
        self.apart = {pair for pair in self.apart if not whole.issuperset(pair)}

    def separate(self, leaving: set[int], staying: set[int]) -> None:
        """Take reports out of whatever group they share with those that stay."""
        for group in {self.groups[r] for r in leaving if r in self.groups}:
            if group & staying:
                for part in (group & leaving, group - leaving):
                    self.groups |= dict.fromkeys(part, part)
        self.apart |= {(min(a, b), max(a, b)) for a in leaving for b in staying if a != b}


def replay_reports(
    decisions: Iterable[Decision], find: Callable[[ReportAnchor], int | None]
) -> tuple[Pairs, Pairs]:
    """Give the pairs of reports that are one case, just enough to tie each, and those that are two.

    Args:
        find: gives the report that an anchor stands for; None where it is gone.
    """
    state = _State()
    for decision in sorted(decisions, key=lambda d: d.order):
        case, other = (
            {r for a in side if (r := find(a)) is not None} for side in (decision.case, decision.other)
        )
        if decision.action == "merge":
            state.unite(case | other)
        elif decision.action == "split":
            state.separate(other, case - other)
            state.unite(other)
        elif decision.action == "link":  # an appeal, a companion, a related case is a case of its own
            state.separate(other, case - other)
    return _reduce(state)


def _reduce(state: _State) -> tuple[Pairs, Pairs]:
    """Tie each group by a star, and keep one pair of any two groups that must be two."""
    groups = set(state.groups.values())
    join = {(min(group), other) for group in groups for other in group if other != min(group)}
    heads = {report: min(group) for report, group in state.groups.items()}
    pairs = ((heads.get(a, a), heads.get(b, b)) for a, b in state.apart)
    return join, {(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]}
