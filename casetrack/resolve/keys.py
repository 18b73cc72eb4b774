"""Under which keys a report is looked for: those it must share with every report it could join.

A key is narrow on purpose, never a bare surname: what shares it grows with a case, not with the store.
A report is kept under some keys and looks under others: who is told by a full name looks among full names
that begin or end like it, and among bare surnames and initials, but not among all namesakes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from casetrack.resolve.card import Card, NameCard, PartyCard
from casetrack.resolve.names import PLACEHOLDERS, formal, skeleton

MOST_PARTIES = 12
"""So many parties of a report give keys: more are a list of signatories."""
EDGE = 2
"""Letters of a given name, at its beginning or end, that one slip of spelling leaves as they are."""


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys that a report is `kept` under, and those it is to `look` for others under."""

    kept: tuple[str, ...]
    look: tuple[str, ...]


def blocking_keys(card: Card) -> Keys:
    """Give a report's keys: docket numbers, people, suits, captions printed, victims."""
    both = {f"n:{number}" for number in card.numbers}
    both |= {f"c:{caption}" for caption in card.captions if not caption.startswith("in re ")}
    parties = [p for p in card.parties if p.words and p.words[-1] not in PLACEHOLDERS][:MOST_PARTIES]
    where = _surroundings(card)
    kept: set[str] = set()
    look: set[str] = set()
    for party in parties:
        if party.kind == "person":
            for mine, theirs in (*_surname_keys(party, where), *_given_name_keys(party)):
                kept.add(mine)
                look |= set(theirs)
            both |= _spelling_keys(party)
            # "Altamere Seed" without its "Co." reads like a person's name.
            if card.kind == "civil" and len(party.words) > 1 and party.born is None:
                both |= {f"o:{' '.join(party.words)}|{place}" for place in where}
        else:
            both |= {f"o:{name}|{place}" for name, place in product(_sides(party), where)}
    both |= _suit_keys(parties)
    both |= {f"v:{' '.join(victim.words)}" for victim in card.victims if _is_named(victim)}
    return Keys(tuple(sorted(kept | both)), tuple(sorted(look | both)))


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


Ways = Iterator[tuple[str, tuple[str, ...]]]
"""Keys to be kept under, each with those to look under."""


def _surname_keys(party: PartyCard, where: list[str]) -> Ways:
    """Give keys of the surname with what it must share: who is told by that alone may be anybody of it.

    Two who share a victim may be one case though their given names differ.
    """
    for place in where:
        bare, full = f"s:{party.words[-1]}|{place}", f"f:{party.words[-1]}|{place}"
        if len(party.words) < 2:
            yield bare, (bare, full)
        else:
            yield full, (bare, full) if place.startswith("v:") else (bare,)


def _given_name_keys(party: PartyCard) -> Ways:
    """Give keys of the given name; an initial may be any that begins so, a name short for another."""
    if len(party.words) < 2:
        return
    first, *_, last = party.words
    letter, whole = f"i:{last}/{first[0]}", f"w:{last}/{first[0]}"
    if len(first) == 1:
        yield letter, (letter, whole)
        return
    yield whole, (letter,)
    for given in {first, formal(first)}:
        for key in (f"p:{last}/{given[:EDGE]}", f"p:{last}/{given[0]}-{given[-EDGE:]}"):
            yield key, (key,)


def _spelling_keys(party: PartyCard) -> set[str]:
    """Give keys by what slips of spelling leave of a surname, by the halves of a double one, by nicknames."""
    if len(party.words) < 2:
        return set()
    given = formal(party.words[0])
    keys = {f"a:{alias}" for alias in party.aliases} | {f"q:{skeleton(party.words[-1])}/{given}"}
    return keys | {f"h:{word}/{given}" for word in party.words[1:][-2:]}


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
