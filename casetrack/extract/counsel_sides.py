"""For whom the lawyers of a story act: which side of which of its cases."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from casetrack.extract.counsel import NEAR, Appearance, find_appearances
from casetrack.extract.drafts import Draft
from casetrack.extract.organizations import COMPANY_END_RE
from casetrack.extract.party_find import party_words
from casetrack.extract.people import fold, surname_of
from casetrack.extract.scan import Scan
from casetrack.extract.suits import KIN as SUING_KIN
from casetrack.extract.together import KIN
from casetrack.extract.word_sets import holds_word
from casetrack.models import Attorney

SUING = frozenset({"plaintiff", "petitioner", "appellant"})
PRONOUNS = frozenset({"his", "her", "their", "its", "whose", "him", "them", "he", "she", "they"})
STATES = frozenset([
    "government", "state", "prosecution", "crown", "administration", "states", "commonwealth",
    "dpp", "doj", "u.s",
])  # fmt: skip
STATE_RE = re.compile(r"\b(?:justice department|department of justice|united states|federal government)\b")
ACCUSED = frozenset([
    "defendant", "defendants", "accused", "suspect", "suspects", "man", "woman", "teen", "teenager",
    "driver", "boy", "girl", "officer", "officers", "defense", "defence", "client",
])  # fmt: skip
HARMED = SUING_KIN | KIN | {"families", "victim", "victims", "accuser", "accusers", "survivor"}
"""In a criminal case their lawyers appear for neither side; in a suit they mostly sue."""
CAUSES = frozenset({"group", "groups", "coalition", "union", "tribe", "association", "nonprofit", "charity"})
"""Bodies that go to court more often than they are taken there."""
SUED = frozenset({"defendant", "defendants", "accused", "defense", "defence", "officer", "officers"})
GOVERNING = frozenset({"city", "county", "district", "board", "agency", "department", "town", "village"})
OTHER_NAME_RE = re.compile(r"[A-Z]\w+\s[A-Z]\w+")
"""Somebody named who is no party: "a lawyer for the singer Ann Porter"."""
SHORTEST = 3
"""So many letters at least of a client's name are those of a firm's: "a lawyer for Acme" of Acme Oil."""
DEFENDER_RE = re.compile(r"\b(?:legal aid|defenders?|innocence)\b")


@cache
def _bodies() -> frozenset[str]:
    """Give the words for bodies that sue or are sued; in court news a panel is one of judges."""
    bodies = party_words("civil", "body") | party_words("civil", "group") | GOVERNING
    return bodies - {"panel"}


def assign_counsel(scan: Scan, drafts: Sequence[Draft], main: int) -> list[tuple[Attorney, ...]]:
    """Give each case its lawyers, each once, in order of mention."""
    cases = [_Sides(draft) for draft in drafts]
    told: list[dict[str, str]] = [{} for _ in drafts]
    appearances = find_appearances(scan)
    counsel = {one.name for one in appearances}
    for one in appearances:
        at, side = _place(one, cases, main, scan, counsel)
        if side is not None and surname_of(one.name) not in cases[at].roles:
            told[at].setdefault(one.name, side)
    return [tuple(Attorney(name, side) for name, side in found.items()) for found in told]


def _known_by(name: str, kind: str) -> str:
    """Give the folded words by which a side is known: a surname, a firm's name without its "Inc"."""
    return surname_of(name) if kind == "person" else fold(COMPANY_END_RE.sub("", name)) or fold(name)


class _Sides:
    """The sides of one case: who is on which, by surname, and what kind of case it is."""

    def __init__(self, draft: Draft) -> None:
        self.criminal = draft.kind != "civil"
        self.roles = {
            _known_by(name, find.kind): "plaintiff"
            if not self.criminal and draft.roles.get(name, find.side) in SUING
            else "defendant"
            for name, find in draft.parties.items()
        }
        known = [(name, find, _known_by(name, find.kind)) for name, find in draft.parties.items()]
        self.people = {fold(name): self.roles[key] for name, find, key in known if find.kind == "person"}
        self.bodies = {key: self.roles[key] for _, find, key in known if find.kind != "person"}

    def role_of(self, client: str, *, whole: bool = False) -> str | None:
        """Give the side of one whom a client's words name.

        Args:
            whole: not by a part of a body's name, as "New York" is of "New York Post".
        """
        if whole:
            return next((role for name, role in self.roles.items() if holds_word(client, name)), None)
        told = (role for name, role in self.roles.items() if holds_word(client, name))
        short = (
            role for name, role in self.bodies.items() if len(client) >= SHORTEST and holds_word(name, client)
        )
        called = (role for name, role in self.people.items() if client and client in name.split(" "))
        return next(told, None) or next(short, None) or next(called, None)


def _place(
    one: Appearance, cases: Sequence[_Sides], main: int, scan: Scan, counsel: set[str]
) -> tuple[int, str | None]:
    """Give the case a lawyer appears in, and for whom; None where it is nobody's of these."""
    client = re.sub(r"[’']s?$", "", fold(one.client)).strip()
    if one.side in {"state", "defense", "bare"} and not client:
        at = _near(one, cases, main, scan, criminal=one.side != "bare")
        return at, _unnamed(one.side, cases[at]) or _of_body_told(one, cases[at], scan)
    suits = [at for at, case in enumerate(cases) if not case.criminal]
    if one.side == "plaintiff":
        return (main if main in suits else suits[0], "plaintiff") if suits else (main, None)
    for at in (main, *range(len(cases))):
        role = cases[at].role_of(client, whole=one.side == "of state")
        if role is not None:
            return at, role
    if one.side == "of state":
        return main, None
    words = frozenset(client.replace("-", " ").split())
    if suits and not HARMED.isdisjoint(words):
        return main if main in suits else suits[0], "plaintiff"
    if not PRONOUNS.isdisjoint(words):
        return _of_him(one, cases, main, scan, counsel)
    at = _near(one, cases, main, scan, criminal=not ACCUSED.isdisjoint(words))
    return at, _described(words, client, one.client, cases[at])


def _unnamed(side: str, case: _Sides) -> str | None:
    """Give the side of counsel told by their office; None of a lawyer in a suit told of as no more."""
    if side == "state":
        return "prosecution" if case.criminal else "government"
    return "defendant" if case.criminal or side == "defense" else None


def _described(words: frozenset[str], client: str, printed: str, case: _Sides) -> str | None:
    """Give the side of a client who is told by a noun: "the company", "the families", "the government"."""
    named = printed[:1].isupper() and not printed.lower().startswith("the ")
    if not named and (not STATES.isdisjoint(words) or STATE_RE.search(client)):
        return "prosecution" if case.criminal else "government"
    if not HARMED.isdisjoint(words):
        return None if case.criminal else "plaintiff"
    if not named and not ACCUSED.isdisjoint(words):
        return "defendant" if case.criminal or not SUED.isdisjoint(words) else "plaintiff"
    if not _bodies().isdisjoint(words) and not case.criminal:
        return _side_of_body(words, case)
    if named:
        if DEFENDER_RE.search(client):
            return "defendant" if case.criminal else "plaintiff"
        several = " " in printed or printed.isupper()
        return "plaintiff" if several and not case.criminal else None
    if case.criminal:
        if not GOVERNING.isdisjoint(words):
            return None
        return None if OTHER_NAME_RE.search(printed) else "defendant"
    return "plaintiff"


def _side_of_body(words: frozenset[str], case: _Sides) -> str:
    """Give the side of "the county", "the company"; who governs is sued unless a name says otherwise."""
    told = next((role for name, role in case.bodies.items() if not words.isdisjoint(name.split(" "))), None)
    if told is not None or not GOVERNING.isdisjoint(words):
        return told or "defendant"
    roles = case.bodies.values()
    if not CAUSES.isdisjoint(words) and "plaintiff" in roles:
        return "plaintiff"
    return "defendant" if "defendant" in roles else next(iter(roles), "other")


def _of_him(
    one: Appearance, cases: Sequence[_Sides], main: int, scan: Scan, counsel: set[str]
) -> tuple[int, str | None]:
    """Give the case of one whom "his lawyer" speaks of: the last person or body named before."""
    for number in range(one.sentence, max(-1, one.sentence - NEAR - 1), -1):
        before = [n for n in scan.names[number] if number < one.sentence or n.start < one.at]
        ordered = reversed(before) if number == one.sentence else iter(before)
        for name in ordered:
            full = scan.roster.resolve(name)
            if full in counsel or scan.roster.is_judge(name) or name.kind in {"place", "other", "weak"}:
                continue
            known = fold(full)
            for at in (main, *range(len(cases))):
                role = cases[at].role_of(known)
                if role is not None:
                    return at, role
            if name.kind == "person" and name.title is None:
                return main, None
    return main, _of_body_told(one, cases[main], scan)


def _of_body_told(one: Appearance, case: _Sides, scan: Scan) -> str:
    """Give the side of the one body spoken of: "The company may appeal. Its lawyer said"."""
    if case.criminal:
        return "defendant"
    spoken = scan.sentences[max(0, one.sentence - 1) : one.sentence + 1]
    words = _bodies() & frozenset(word for s in spoken for word in s.words)
    return _side_of_body(words, case) if len(words) == 1 else "other"


def _near(one: Appearance, cases: Sequence[_Sides], main: int, scan: Scan, *, criminal: bool) -> int:
    """Give the case of whom the sentences up to the lawyer's name; else the main one, or one of that kind."""
    fits = [at for at, case in enumerate(cases) if case.criminal or not criminal] or [main]
    if len(fits) > 1:
        for number in range(one.sentence, max(-1, one.sentence - NEAR - 1), -1):
            folded = fold(scan.sentences[number].text)
            named = [at for at in fits if any(holds_word(folded, name) for name in cases[at].roles)]
            if named:
                return main if main in named else named[0]
    return main if main in fits else fits[0]
