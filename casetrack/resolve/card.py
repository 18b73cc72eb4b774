"""What a report shows of its case, folded once so that many comparisons are cheap.

Pure. A `Told` is a report with its place in an article and the article's day; its `Card` is what is
compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from casetrack.models import CaseReport, CourtRef, Party
from casetrack.resolve.names import acronym, fold_name, fold_organization, name_suffix, name_words

NUMBER_RE = re.compile(r"(?:\d:)?(\d{2,4}-[A-Z]{1,4}-\d+)\b")
"""A full federal number; before it the office, after it the judges' initials and a defendant's number."""
SUING = frozenset({"plaintiff", "petitioner", "appellant"})


@dataclass(frozen=True, slots=True, order=True)
class Ref:
    """A report's name on any machine: its article's hash, and its place among the article's cases."""

    sha256: str
    position: int


@dataclass(frozen=True, slots=True)
class Told:
    """One article's report of a case; `published` is the article's day, None when it has none."""

    ref: Ref
    published: str | None
    report: CaseReport


@dataclass(frozen=True, slots=True)
class PartyCard:
    """A party: `words` of a person (surname last), `folded` of an organization, `born` about when.

    `aliases` and `initials` hold what else it goes by, folded: nicknames, and short forms.
    """

    name: str
    kind: str
    suing: bool
    words: tuple[str, ...]
    suffix: str
    folded: str
    aliases: frozenset[str]
    initials: frozenset[str]
    born: int | None


@dataclass(frozen=True, slots=True)
class Event:
    """A ruling (`what`: its disposition) or a session (`what`: its type) with its date."""

    what: str
    date: str
    session: bool
    moved_from: str | None = None


@dataclass(frozen=True, slots=True)
class NameCard:
    """A person who is no party: the name as told, and its words folded."""

    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A report, ready to be compared; `captions` are folded, printed ones alone."""

    ref: Ref
    published: str | None
    kind: str
    court: CourtRef | None
    numbers: frozenset[str]
    full_number: bool
    parties: tuple[PartyCard, ...]
    judges: tuple[NameCard, ...]
    counsel: tuple[NameCard, ...]
    victims: tuple[NameCard, ...]
    captions: frozenset[str]
    caption_words: frozenset[str]
    charges: frozenset[str]
    places: frozenset[str]
    about: frozenset[str]
    reviewed: frozenset[str]
    events: tuple[Event, ...]


def make_card(told: Told) -> Card:
    """Fold a report."""
    report = told.report
    year = int(told.published[:4]) if told.published else None
    return Card(
        ref=told.ref,
        published=told.published,
        kind=report.kind,
        court=report.court,
        numbers=frozenset(bare_number(number) for number in report.docket_numbers),
        full_number=any(NUMBER_RE.match(n.upper().strip()) for n in report.docket_numbers),
        parties=tuple(_party_card(party, year) for party in report.parties),
        judges=_name_cards(report.judges),
        counsel=_name_cards(attorney.name for attorney in report.attorneys),
        victims=_name_cards(report.victims),
        captions=frozenset(fold_name(name) for name in report.names),
        caption_words=frozenset(fold_name(" ".join((report.caption, *report.names))).split()),
        charges=frozenset(report.charges),
        places=frozenset(report.places),
        about=frozenset(report.about),
        reviewed=frozenset(report.reviewed),
        events=_events(report),
    )


def _party_card(party: Party, year: int | None) -> PartyCard:
    folded = fold_organization(party.name)
    short = acronym(party.name).lower()
    person = party.kind == "person"
    others = frozenset(fold_name(alias) for alias in party.aliases)
    return PartyCard(
        name=party.name,
        kind=party.kind,
        suing=party.role in SUING,
        words=name_words(party.name),
        suffix=name_suffix(party.name),
        folded=folded,
        aliases=others | {fold_name(party.name)} if person else frozenset(),
        initials=frozenset() if person else others | {folded} | ({short} if len(short) > 2 else set()),
        born=None if year is None or party.age is None else year - party.age,
    )


def _events(report: CaseReport) -> tuple[Event, ...]:
    """Give the dated rulings and sessions."""
    rulings = (Event(r.disposition, r.date, False) for r in report.rulings if r.date)
    sessions = (Event(h.type, h.date, True, h.moved_from) for h in report.hearings if h.date)
    return tuple(dict.fromkeys((*rulings, *sessions)))


def _name_cards(names: Iterable[str]) -> tuple[NameCard, ...]:
    return tuple(NameCard(name, name_words(name)) for name in dict.fromkeys(names))


def bare_number(number: str) -> str:
    """Give a docket number without its office, its judges' initials and the zeros that pad it."""
    plain = number.upper().strip()
    full = NUMBER_RE.match(plain)
    return re.sub(r"(?<![0-9])0+(?=\d)", "", full.group(1) if full else plain)
