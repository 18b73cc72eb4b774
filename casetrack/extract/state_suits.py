"""Tell apart the suits over the laws of several states that one story goes through, a paragraph to each.

"A federal appeals court struck down Ohio's law. ... In Kansas, a judge blocked a rule": a paragraph that
brings up a state of its own, and a court that weighs a law of it, tells a case which that state answers for.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from casetrack.extract.lawgivers import state_names
from casetrack.extract.party_find import PartyFind
from casetrack.extract.scan import Scan
from casetrack.extract.second_suits import paragraphs

LAWS = frozenset([
    "law", "laws", "rule", "rules", "ban", "bans", "map", "maps", "lines", "statute", "ordinance", "policy",
    "measure", "limits", "restrictions", "requirement", "amendment",
])  # fmt: skip
"""What a state makes and a court weighs."""
ANSWERS = 1.0
"""How surely a state is sued whose law a court weighs."""


@dataclass(frozen=True, slots=True)
class StatePassage:
    """A paragraph about the law of a state of its own, by the numbers of its sentences."""

    state: str
    sentences: range

    def side(self) -> PartyFind:
        """Give the state as the one sued."""
        first = self.sentences.start
        return PartyFind(self.state, "government", "defendant", False, ANSWERS, first, first * 1000)


def state_passages(scan: Scan, finds: Iterable[PartyFind]) -> list[StatePassage]:
    """Give the passages of a story whose own suit is over the law of another state; none where it is not.

    The first state that is named is the story's own.
    """
    sued = {f.name for f in finds if f.side == "defendant"} & state_names()
    found: list[StatePassage] = []
    home: str | None = None
    for start, end in paragraphs(scan.sentences):
        here = range(start, end)
        named = list(dict.fromkeys(n.text for at in here for n in scan.names[at] if n.text in state_names()))
        home = home or next(iter(named), None)
        known = {home, *(passage.state for passage in found)}
        if home in sued and len(named) == 1 and named[0] not in known and _is_weighed(scan, here):
            found.append(StatePassage(named[0], here))
    return found


def _is_weighed(scan: Scan, here: range) -> bool:
    """Tell a paragraph in which a court decides about a law."""
    starts = {scan.sentences[at].start for at in here if not LAWS.isdisjoint(scan.sentences[at].words)}
    return any(
        r.sentence.start in starts and r.decider is not None and not r.background for r in scan.rulings
    )
