"""Tell apart the suits over the laws of several states that one story goes through, a paragraph to each.

"A federal appeals court struck down Ohio's law. ... In Kansas, a judge blocked a rule": a paragraph that
brings up a state of its own, and a court that weighs a law of it, tells a case which that state answers for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from casetrack.extract.lawgivers import state_names
from casetrack.extract.party_find import PartyFind
from casetrack.extract.scan import Scan
from casetrack.extract.second_suits import paragraphs
from casetrack.lexicon.courts import load_courts

LAWS = frozenset([
    "law", "laws", "rule", "rules", "ban", "bans", "map", "maps", "lines", "districts", "statute",
    "ordinance", "policy", "measure", "limits", "restrictions", "requirement", "amendment",
])  # fmt: skip
"""What a state makes and a court weighs."""
OWN_SUIT_RE = re.compile(r"\bstate[’']s\s(?:[\w-]+\s)?(?:suit|lawsuit|case|challenge)\b")
ANSWERS = 1.0
"""How surely a state is sued whose law a court weighs."""


@dataclass(frozen=True, slots=True)
class StatePassage:
    """A paragraph about the law of a state of its own, by the numbers of its sentences."""

    state: str
    sentences: range
    side: str
    """That of the state: it is sued over its law, or sues."""

    def find(self) -> PartyFind:
        """Give the state as a side."""
        first = self.sentences.start
        return PartyFind(self.state, "government", self.side, False, ANSWERS, first, first * 1000)


def state_passages(scan: Scan, finds: Iterable[PartyFind]) -> list[StatePassage]:
    """Give the passages of a story whose own suit is over the law of another state; none where it is not.

    The first state that is named is the story's own, if its law is fought over; in a round-up every state is.
    """
    sides = {f.name for f in finds} & state_names()
    found: dict[str, StatePassage] = {}
    home: str | None = None
    for start, end in paragraphs(scan.sentences):
        here = range(start, end)
        named = _states_told(scan, here)
        home = home or next(iter(named), None)
        if len(named) == 1 and _is_weighed(scan, here):
            text = " ".join(scan.sentences[at].text for at in here)
            side = "plaintiff" if OWN_SUIT_RE.search(text) else "defendant"
            found.setdefault(named[0], StatePassage(named[0], here, side))
    if home in sides:
        found.pop(home, None)
    elif len(found) < FEWEST:
        return []
    return list(found.values())


FEWEST = 2
"""So many states at least are gone through in a round-up."""


def _states_told(scan: Scan, here: range) -> list[str]:
    """Give the states a paragraph names, and those whose courts it does, each once."""
    told = [n.text for at in here for n in scan.names[at] if n.text in state_names()]
    table = load_courts().state_names
    for mention in (mention for at in here for mention in scan.courts[at]):
        court = mention.court
        federal = (court.jurisdiction, court.level) == ("us", "trial")
        code = (court.id or "")[:2] if federal else court.jurisdiction or ""
        if code in table:
            told.append(table[code])
    return list(dict.fromkeys(told))


def _is_weighed(scan: Scan, here: range) -> bool:
    """Tell a paragraph in which a court decides about a law."""
    starts = {scan.sentences[at].start for at in here if not LAWS.isdisjoint(scan.sentences[at].words)}
    return any(
        r.sentence.start in starts and r.decider is not None and not r.background for r in scan.rulings
    )
