"""Under which keys a report is looked for: those it must share with every report it could join.

A key is narrow on purpose, never a bare surname: what shares it grows with a case, not with the store.
"""

from __future__ import annotations

from itertools import product

from casetrack.resolve.card import Card, NameCard, PartyCard
from casetrack.resolve.names import PLACEHOLDERS, formal, skeleton

MOST_PARTIES = 12
"""So many parties of a report give keys: more are a list of signatories."""


def blocking_keys(card: Card) -> tuple[str, ...]:
    """Give a report's keys: docket numbers, people, suits, captions printed, victims."""
    keys = {f"n:{number}" for number in card.numbers}
    keys |= {f"c:{caption}" for caption in card.captions if not caption.startswith("in re ")}
    parties = [p for p in card.parties if p.words and p.words[-1] not in PLACEHOLDERS][:MOST_PARTIES]
    where = _surroundings(card)
    for party in parties:
        if party.kind == "person":
            keys |= {f"s:{party.words[-1]}|{place}" for place in where}
            keys |= _full_name_keys(party)
            # "Altamere Seed" without its "Co." reads like a person's name.
            if card.kind == "civil" and len(party.words) > 1 and party.born is None:
                keys |= {f"o:{' '.join(party.words)}|{place}" for place in where}
        else:
            keys |= {f"o:{name}|{place}" for name, place in product(_sides(party), where)}
    keys |= _suit_keys(parties)
    keys |= {f"v:{' '.join(victim.words)}" for victim in card.victims if _is_named(victim)}
    return tuple(sorted(keys))


def _is_named(victim: NameCard) -> bool:
    return len(victim.words) > 1 and victim.words[-1] not in PLACEHOLDERS


def _surroundings(card: Card) -> list[str]:
    """Give what a surname must share its case with."""
    found = [f"j:{judge.words[-1]}" for judge in card.judges if judge.words]
    victims = [victim.words[-1] for victim in card.victims if victim.words]
    found += [f"v:{victim}" for victim in victims if victim not in PLACEHOLDERS]
    if card.court is not None:
        found.append(f"t:{card.court.id or card.court.jurisdiction or card.court.name}")
    return found


def _full_name_keys(party: PartyCard) -> set[str]:
    """Give keys by the initial of the given name as told and in full (B. for Bob, R. for Robert),
    by what slips of spelling leave of the surname, by either half of a double one, by nicknames.
    """
    if len(party.words) < 2:
        return set()
    first, last = party.words[0], party.words[-1]
    initials = {first[0], formal(first)[0]}
    keys = {f"p:{last}/{initial}" for initial in initials} | {f"a:{alias}" for alias in party.aliases}
    keys |= {f"q:{skeleton(last)}/{initial}" for initial in initials}
    if len(party.words) > 2:
        keys |= {f"p:{party.words[-2]}/{initial}" for initial in initials}
    return keys


def _suit_keys(parties: list[PartyCard]) -> set[str]:
    """Give a key for each two who face each other."""
    suing = {name for p in parties if p.suing for name in _sides(p)}
    sued = {name for p in parties if not p.suing for name in _sides(p)}
    return {f"b:{one}|{two}" for one, two in product(sorted(suing), sorted(sued))}


def _sides(party: PartyCard) -> set[str]:
    """Give the names a party goes by in a key: a surname; an organization's words and initials."""
    if party.kind == "person":
        return {party.words[-1]}
    return set(party.initials) | {party.folded}
