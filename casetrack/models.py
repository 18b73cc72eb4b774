"""The values that pass from stage to stage.

Every class here is frozen and holds only text, numbers and tuples of them, so that a report
can cross a process boundary unchanged. Offsets count characters of `Article.text`, half open:
`text[start:end] == quote`. Dates are ISO 8601 text, as precise as the article is:
`2017-05-04`, `2017-05`, `2017`. An absent value is None or an empty tuple, never an empty string.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it was read. `text` is the whole clipping and never changes after `read`."""

    text: str
    sha256: str
    path: str
    title: str | None = None
    source: str | None = None
    author: str | None = None
    url: str | None = None
    dateline: str | None = None
    published: str | None = None
    body_start: int = 0
    """Where the article proper begins: header lines, byline and dateline lie before it."""
    body_end: int | None = None
    """Where it ends: lists of other stories, share bars and forms lie after it. None: with the text."""


@dataclass(frozen=True, slots=True)
class Source:
    """One sentence that reports a fact, and the lexicon entry (`rule`) that found it there."""

    start: int
    end: int
    quote: str
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class CourtRef:
    """A court as an article speaks of it; `id` is CourtListener's, None when the words settle none."""

    id: str | None
    name: str
    level: str | None = None
    jurisdiction: str | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """A person, organization or government in a case.

    `kind` is person, organization or government; `role` is defendant, plaintiff, appellant,
    appellee, petitioner, respondent, intervenor or amicus. `age` is in years at publication.
    """

    name: str
    kind: str
    role: str
    aliases: tuple[str, ...] = ()
    age: int | None = None


@dataclass(frozen=True, slots=True)
class Attorney:
    """A lawyer; `represents` is defendant, plaintiff, prosecution, government or other."""

    name: str
    represents: str


@dataclass(frozen=True, slots=True)
class Ruling:
    """One decision. The best sentence is spelled out, the others that report it are in `also`."""

    date: str | None
    disposition: str
    subject: str | None
    movant: str | None
    decided_by: str
    judges: tuple[str, ...]
    start: int
    end: int
    quote: str
    rule: str
    confidence: float
    also: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Hearing:
    """One session. `moved_from` is the day it was first set for, when the article says it moved."""

    date: str | None
    time: str | None
    type: str
    status: str
    purpose: str | None
    location: str | None
    start: int
    end: int
    quote: str
    rule: str
    confidence: float
    moved_from: str | None = None
    also: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseReport:
    """What one article says of one case.

    `names` are captions as the article printed them, beside the `caption` derived. `charges` are
    entries of lexicon/offences.toml. `victims`, `places` (folded town names), `about` (stems of the
    words that tell this matter) and `reviewed` (courts above or below its own, by id or name, that it is
    told to go to or come from) are no public facts: they are evidence of which case this is.
    """

    caption: str
    kind: str
    court: CourtRef | None = None
    docket_numbers: tuple[str, ...] = ()
    judges: tuple[str, ...] = ()
    parties: tuple[Party, ...] = ()
    attorneys: tuple[Attorney, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    hearings: tuple[Hearing, ...] = ()
    names: tuple[str, ...] = ()
    victims: tuple[str, ...] = ()
    charges: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    reviewed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """One article with the cases it reports, in the order in which it first speaks of them."""

    article: Article
    cases: tuple[CaseReport, ...] = ()
    read_to: int | None = None
    """Where reading stopped (characters) of a text too long for an article. None: it was read to its end."""
