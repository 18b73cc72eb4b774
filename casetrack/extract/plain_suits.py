"""Find the sides of a suit in the plainest telling of it, where no rule of a narrower kind does.

"Ann Porter accused Acme Co of fraud in a lawsuit", "in a lawsuit, Ann Porter said", "the defendants include
Acme Co", "won her case against the city", "ruled for a designer, Ann Porter".
"""

from __future__ import annotations

from collections.abc import Callable

from casetrack.extract.asking import SUITS
from casetrack.extract.chunks import Clause
from casetrack.extract.grammar import find_subject, read_verb
from casetrack.extract.names import NameMention
from casetrack.extract.party_find import PartyFind, party_words, read_list
from casetrack.extract.party_sides import make_sides
from casetrack.extract.people import Roster
from casetrack.extract.suitors import named_at
from casetrack.extract.together import described_object

REACH = 16
OWN = frozenset({"his", "her", "its", "their"})
COURTS = frozenset({"judge", "court", "panel", "jury"})


def _accused(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Ann Porter has accused Bo Lee of fraud in a lawsuit": who accuses there has sued."""
    near = [c.lower for c in chunks[at + 1 : at + REACH]]
    suit = next((i for i, word in enumerate(near) if word in SUITS), 0)
    use = read_verb(chunks, at, "dsn")
    if "in" not in near[max(0, suit - 4) : suit] or use.voice != "active" or use.negated:
        return []
    suing = named_at(chunks, find_subject(chunks, use.first))
    sued = read_list(chunks[: at + 6], at + 1)[:1]
    return _both_sides(suing, sued, 1.6, chunks, at, number, roster)


def _both_sides(
    suing: list[NameMention], sued: list[NameMention], weight: float,
    chunks: Clause, at: int, number: int, roster: Roster,
) -> list[PartyFind]:  # fmt: skip
    """Give who sues and who is sued; neither where nobody is known to sue."""
    sides = ((suing, "plaintiff"), (sued, "defendant")) if suing else ()
    return [f for names, side in sides for f in make_sides(names, side, number, at, weight, chunks, roster)]


def _said_in(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "In a lawsuit filed Monday, Ann Porter said": who speaks in it has brought it."""
    comma = next((i for i in range(at + 1, min(len(chunks) - 2, at + 9)) if chunks[i].text == ","), None)
    opens = at > 1 and chunks[at - 2].lower == "in" and at < 6 and chunks[at - 1].kind == "det"
    if comma is None or not opens:
        return []
    verb = comma + 2 + (chunks[comma + 2].kind in {"adverb", "have"})
    if verb >= len(chunks) or chunks[verb].lower not in party_words("civil", "tell"):
        return []
    return make_sides(named_at(chunks, comma + 1), "plaintiff", number, at, 1.4, chunks, roster)


def _from_whom(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Acme Co faces a lawsuit from Ann Porter": from whom a suit comes."""
    if at + 2 >= len(chunks) or chunks[at + 1].lower != "from":
        return _said_in(chunks, at, number, roster)
    return make_sides(read_list(chunks[: at + 8], at + 2)[:1], "plaintiff", number, at, 1.4, chunks, roster)


def _included(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "The defendants include Acme Co and Widget Inc": those named so."""
    if chunks[at + 1].lower not in {"include", "are", "included", "were"}:
        return []
    named = [m for m in read_list(chunks, at + 2) if m.kind in {"organization", "acronym", "person"}]
    return make_sides(named, "defendant", number, at, 1.5, chunks, roster)


def _won_against(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Ann Porter won her case against the city of Reno", "won a court order against Acme Co"."""
    against = next((i for i in range(at + 1, min(len(chunks), at + 8)) if chunks[i].lower == "against"), None)
    if against is None:
        return []
    between = chunks[at + 1 : against]
    own = bool(between) and between[0].lower in OWN and any(c.lower in {"case", "fight"} for c in between)
    if not own and not any(c.kind == "instrument" for c in between):
        return []
    use = read_verb(chunks, at, "ds")
    if use.negated or use.voice != "active":
        return []
    suing = named_at(chunks, find_subject(chunks, use.first))
    sued = read_list(chunks[: against + 8], against + 1)[:1]
    return _both_sides(suing, sued, 1.4, chunks, at, number, roster)


def _ruled_for(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "The justices ruled 6-3 on Monday for a web designer, Ann Porter": she had asked them to."""
    joint = next((i for i in range(at + 1, min(len(chunks) - 1, at + 7)) if chunks[i].lower == "for"), None)
    if joint is None or not any(c.kind in COURTS for c in chunks[max(0, at - 5) : at]):
        return []
    named = described_object(chunks, joint + 1)
    value = chunks[named].value if named is not None else None
    fits = [value] if isinstance(value, NameMention) else []
    return make_sides(fits, "plaintiff", number, at, 1.2, chunks, roster)


PLAIN_READERS: dict[str, Callable[[Clause, int, int, Roster], list[PartyFind]]] = {
    **dict.fromkeys(("accused", "accuses"), _accused),
    **dict.fromkeys(("lawsuit", "suit", "complaint"), _from_whom),
    "defendants": _included,
    **dict.fromkeys(("won", "wins"), _won_against),
    **dict.fromkeys(("ruled", "rules"), _ruled_for),
}
"""Words that show a side, each with the rule that reads it."""
