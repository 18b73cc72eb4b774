"""Regulators, who charge and accuse in civil suits: "The SEC charged Acme Co with fraud" is no prosecution.

Their names are `regulators` in `lexicon/parties.toml`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from casetrack.extract.chunks import Clause
from casetrack.extract.grammar import find_subject, read_verb
from casetrack.extract.names import NameMention
from casetrack.extract.party_find import PARTY_KINDS, PartyFind, party_words, read_list
from casetrack.extract.party_sides import make_sides
from casetrack.extract.people import Roster
from casetrack.extract.sentences import Sentence
from casetrack.extract.suits import names_of_subject
from casetrack.extract.word_sets import holds_word

CHARGING = frozenset({"charged", "charges", "accused", "accuses", "charging", "accusing"})
PROSECUTING = frozenset([
    "prosecutor", "prosecutors", "indicted", "indictment", "sentenced", "pleaded", "convicted", "guilty",
    "arrested",
])  # fmt: skip


@cache
def _last_words() -> frozenset[str]:
    return frozenset(name.rsplit(" ", 1)[-1] for name in party_words("civil", "regulators"))


def tells_of_regulator(sentence: Sentence) -> bool:
    """Tell a sentence of what a regulator charges somebody with, in which no prosecutor appears."""
    words = sentence.words
    if _last_words().isdisjoint(words) or CHARGING.isdisjoint(words) or not PROSECUTING.isdisjoint(words):
        return False
    text = sentence.text.lower()
    return any(holds_word(text, name) for name in party_words("civil", "regulators"))


def charging_body(chunks: Clause, at: int) -> NameMention | None:
    """Give the regulator that charges or accuses at a verb, before it or after its "by"."""
    near = [*chunks[max(0, at - 6) : at]]
    by = next((i for i in range(at + 1, min(len(chunks) - 1, at + 5)) if chunks[i].lower == "by"), None)
    near += chunks[by + 1 : by + 4] if by is not None else []
    for chunk in near:
        name = chunk.lower.removeprefix("u.s. ")
        if chunk.kind in PARTY_KINDS and name in party_words("civil", "regulators"):
            return chunk.value if isinstance(chunk.value, NameMention) else None
    return None


def _charged_by(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "The SEC charged Acme Co and Bo Lee with fraud", "Bo Lee was charged by the SEC": it sues them."""
    body = charging_body(chunks, at)
    if body is None:
        return []
    use = read_verb(chunks, at, "dsn")
    if use.voice == "passive":
        subject = find_subject(chunks, use.first)
        sued = [] if subject is None else names_of_subject(chunks, subject, use.first)
    else:
        end = next(
            (i for i in range(at + 1, len(chunks)) if chunks[i].lower in {"with", "of", "on"}), len(chunks)
        )
        sued = read_list(chunks[:end], at + 1)
    if not sued:
        return []
    return make_sides([body], "plaintiff", number, at, 2.0, chunks, roster) + make_sides(
        sued, "defendant", number, at, 2.0, chunks, roster
    )


REGULATOR_READERS: dict[str, Callable[[Clause, int, int, Roster], list[PartyFind]]] = dict.fromkeys(
    CHARGING, _charged_by
)
"""Words that show a side, each with the rule that reads it."""
