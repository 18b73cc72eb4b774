"""Find the sides of a suit in the news that it was filed, where neither "sued" nor "against" tells them.

"Acme Co was hit with a lawsuit", "was accused in a suit of", "a lawsuit that says Acme Co slowed", "joined a
suit", "seeking records from the agency", "challenging a Kentucky law", "went to federal court to block".
"""

from __future__ import annotations

from collections.abc import Callable

from casetrack.extract.chunks import Clause
from casetrack.extract.grammar import find_subject, is_finite, read_verb
from casetrack.extract.lawgivers import state_names
from casetrack.extract.names import NameMention
from casetrack.extract.party_find import PartyFind, party_words, read_list
from casetrack.extract.party_sides import make_sides
from casetrack.extract.people import Roster
from casetrack.extract.suit_targets import find_stopped
from casetrack.extract.suitors import named_at
from casetrack.extract.suits import names_of_subject

SUITS = frozenset({"lawsuit", "suit", "lawsuits", "suits", "complaint", "action"})
BODIES = frozenset({"organization", "acronym"})
PAPERS = frozenset({"records", "documents", "emails", "files", "transcripts", "memos", "communications"})


def _hit_with(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Acme Co was hit with a lawsuit": it was sued."""
    near = [c.lower for c in chunks[at + 1 : at + 10]]
    if "with" not in near or SUITS.isdisjoint(near[near.index("with") :]):
        return []
    return _passive_subject(chunks, at, number, roster)


def _accused_in(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Acme Co was accused in a lawsuit of stealing", "of fraud in a suit by the SEC": it was sued."""
    near = [c.lower for c in chunks[at + 1 : at + 16]]
    suit = next((i for i, word in enumerate(near) if word in SUITS), 0)
    if "in" not in near[max(0, suit - 4) : suit]:
        return []
    return _passive_subject(chunks, at, number, roster)


def _passive_subject(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    use = read_verb(chunks, at, "dn")
    subject = find_subject(chunks, use.first) if use.voice == "passive" and not use.negated else None
    named = [] if subject is None else names_of_subject(chunks, subject, use.first)
    return make_sides(named, "defendant", number, at, 1.6, chunks, roster)


def _says(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "A class action filed Tuesday says Acme Co slowed old phones": of whom a suit speaks is sued."""
    suit = next((i for i, c in enumerate(chunks[: min(at, 5)]) if c.lower in SUITS), None)
    if suit is None or any(c.kind in BODIES | {"name", "comma"} for c in chunks[:at]):
        return []
    body = at + 2 if chunks[at + 1].lower == "that" else at + 1
    new = chunks[0].lower in {"a", "an"} and "filed" in [c.lower for c in chunks[suit:at]]
    if body + 1 >= len(chunks) or chunks[body].kind not in (BODIES | {"name"} if new else BODIES):
        return []
    if chunks[body + 1].kind == "be" or not is_finite(chunks, body + 1):
        return []
    return make_sides(named_at(chunks, body), "defendant", number, at, 1.6 if new else 1.0, chunks, roster)


def _seeks_in_it(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "In the suit, filed in Reno, Ann Lee seeks $1 million": who seeks it sues."""
    opening = [c.lower for c in chunks[:3]]
    if opening[0] != "in" or SUITS.isdisjoint(opening) or at < 4 or chunks[at - 1].kind != "name":
        return []
    return make_sides([chunks[at - 1].value], "plaintiff", number, at, 1.4, chunks, roster)


def _joined(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "The union joined a suit against the agency": it sues as well."""
    if SUITS.isdisjoint([c.lower for c in chunks[at + 1 : at + 6]]):
        return []
    use = read_verb(chunks, at, "ds")
    subject = None if use.voice == "passive" or use.negated else find_subject(chunks, use.first)
    named = [] if subject is None else names_of_subject(chunks, subject, use.first)
    return make_sides(named, "plaintiff", number, at, 1.4, chunks, roster)


def _seeking_from(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Filed a lawsuit seeking records from the FBI": who has them is sued."""
    source = next((i for i in range(at + 1, min(len(chunks), at + 4)) if chunks[i].lower == "from"), None)
    before = {c.lower for c in chunks[max(0, at - 12) : at]}
    if (
        source is None
        or SUITS.isdisjoint(before)
        or before.isdisjoint({"seeking", "for", "over", "demanding"})
    ):
        return []
    named = [m for m in read_list(chunks[: source + 6], source + 1)[:1] if m.kind in BODIES]
    return make_sides(named, "defendant", number, at, 1.4, chunks, roster)


def _against_law(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "A lawsuit challenging a Kentucky law", "challenged Ohio's map in court": whose law it is is sued."""
    laws = party_words("contested", "law")
    near = chunks[at + 1 : at + 7]
    place = next((i for i, c in enumerate(near) if c.kind == "place"), None)
    if place is None or laws.isdisjoint([c.lower for c in near[place + 1 : place + 5]]):
        return []
    value = near[place].value
    told = SUITS & {c.lower for c in chunks[max(0, at - 8) : at]} or any(c.kind == "court" for c in chunks)
    if not told or not isinstance(value, NameMention) or value.text not in state_names():
        return []
    return make_sides([value], "defendant", number, at, 1.5, chunks, roster)


def _went_to(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "The commission went to federal court in Chicago to block": it sues."""
    if at + 2 >= len(chunks) or chunks[at + 1].lower != "to" or chunks[at + 2].kind != "court":
        return []
    subject = find_subject(chunks, read_verb(chunks, at, "ds").first)
    suing = make_sides(named_at(chunks, subject), "plaintiff", number, at, 1.6, chunks, roster)
    return suing + (find_stopped(chunks, at + 2, number, roster) if suing else [])


def _administration(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Mayor Ann Porter's administration sued": an administration that sues has sued."""
    before = chunks[at - 1] if at else None
    if before is None or not isinstance(before.value, NameMention) or before.kind != "name":
        return []
    after = [c.lower for c in chunks[at + 1 : at + 7]]
    filed = "filed" in after[:2] and not SUITS.isdisjoint(after)
    name = f"{before.value.text.split()[-1]} administration"
    if "sued" in after[:2] or filed:
        return [PartyFind(name, "government", "plaintiff", False, 2.0, number, number * 1000 + at)]
    fought = not OUTCOME.isdisjoint(after) and any(c.kind in {"judge", "court"} for c in chunks)
    side = PartyFind(name, "government", "defendant", False, 1.2, number, number * 1000 + at)
    return [side] if fought else []


OUTCOME = frozenset({"won", "lost", "wins", "loses", "scored", "suffered"})
CAMPAIGNING = frozenset({"sued", "filed", "asked", "appealed", "challenged", "lost", "won"})


def _campaign(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "The Porter campaign sued", "threw out the Porter campaign's suit": a campaign sues as a body."""
    before = chunks[at - 1] if at else None
    if before is None or not isinstance(before.value, NameMention) or before.possessive:
        return []
    name = f"{before.value.text} campaign"
    after = [c.lower for c in chunks[at + 1 : at + 5]]
    owns = chunks[at].possessive and not OWNED.isdisjoint(after)
    side = "plaintiff" if owns or not CAMPAIGNING.isdisjoint(after[:2]) else None
    if side is None and at > 1 and "against" in [c.lower for c in chunks[at - 3 : at - 1]]:
        side = "defendant"
    if side is None:
        return []
    return [PartyFind(name, "organization", side, False, 1.6, number, number * 1000 + at)]


OWNED = frozenset(
    {"lawsuit", "lawsuits", "suit", "challenge", "appeal", "request", "bid", "complaint", "effort", "motion"}
)


FILING_READERS: dict[str, Callable[[Clause, int, int, Roster], list[PartyFind]]] = {
    **dict.fromkeys(("hit", "slapped", "served"), _hit_with),
    "accused": _accused_in,
    **dict.fromkeys(("says", "alleges", "claims", "contends", "argues"), _says),
    **dict.fromkeys(("campaign", "campaign's", "campaign’s"), _campaign),
    "administration": _administration,
    **dict.fromkeys(("joined", "joins"), _joined),
    **dict.fromkeys(("seeks", "demands", "asks"), _seeks_in_it),
    **dict.fromkeys(PAPERS, _seeking_from),
    **dict.fromkeys(("challenging", "challenged", "challenges"), _against_law),
    **dict.fromkeys(("went", "goes"), _went_to),
}
"""Words that show a side, each with the rule that reads it."""
