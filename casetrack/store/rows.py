"""What the store answers with: plain values, ready to render.

Every class is frozen and holds text, numbers and tuples. An absent value is None or an empty
tuple. Dates are ISO 8601 text, as precise as the articles are. `sources` is never empty for a
fact read from an article, and its first entry is the one to show when only one is shown.
Lists keep a fixed order: the same database gives the same rows in the same order.
"""

from __future__ import annotations

from dataclasses import dataclass

MARK_START = "\ue000"
"""Opens a matched word in `SearchHit.snippet` and `SearchHit.heading`."""
MARK_END = "\ue001"
"""Closes a matched word."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What a listing is narrowed to; fields combine with *and*, None narrows nothing.

    `judge`, `court` and `party` are words a person typed: parts of names, without regard to case
    and accents; `court` may be a court id (`nyed`) too. `status` is a case's status for cases, a
    hearing's for hearings. `since` and `until` are ISO dates, both days included; a date that is
    only a month or a year counts when it could lie in the span, an undated row never does.
    `source` is part of an outlet's name. `min_confidence`, 0 to 1, is that of the surest sentence of a
    ruling or hearing; what a person entered is always sure enough. `newest_first` turns the order of
    hearings round. `limit` and `offset`, rows to leave out before it counts, are applied last.
    """

    case: int | None = None
    judge: str | None = None
    court: str | None = None
    party: str | None = None
    kind: str | None = None
    disposition: str | None = None
    type: str | None = None
    status: str | None = None
    since: str | None = None
    until: str | None = None
    source: str | None = None
    min_confidence: float | None = None
    limit: int | None = None
    newest_first: bool = False
    offset: int = 0


@dataclass(frozen=True, slots=True)
class CaseLabel:
    """Enough of a case to name it."""

    id: int
    slug: str
    caption: str


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One proceeding. `articles`, `rulings` and `hearings` are counts.

    `status` is decided or pending. `next_hearing` is the first hearing still scheduled on or after
    the day the case was last reported (no clock is read).
    """

    id: int
    slug: str
    caption: str
    kind: str
    court_id: str | None
    court: str | None
    court_level: str | None
    status: str
    first_reported: str | None
    last_reported: str | None
    next_hearing: str | None
    judges: tuple[str, ...]
    docket_numbers: tuple[str, ...]
    articles: int
    rulings: int
    hearings: int


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One article without its text; `chars` is the text's length, `cases` what it reports."""

    id: int
    sha256: str
    path: str
    title: str | None
    source: str | None
    author: str | None
    url: str | None
    dateline: str | None
    published: str | None
    ingested_at: str
    chars: int
    cases: tuple[CaseLabel, ...]


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One sentence that reports a fact: `articles.text[start:end] == quote`.

    `source` is the outlet, `rule` the lexicon entry that found the fact there.
    """

    article_id: int
    path: str
    title: str | None
    source: str | None
    published: str | None
    start: int
    end: int
    quote: str
    rule: str
    confidence: float
    url: str | None = None


@dataclass(frozen=True, slots=True)
class RulingRow:
    """One decision, with its case; `judges` are those who decided it.

    `uid` names it for good, whatever becomes of its id. `entered` says where a person has it from who
    entered it, and then it may have no sources; `corrected` names the fields that a person set.
    """

    id: int
    case_id: int
    slug: str
    caption: str
    kind: str
    court_id: str | None
    court: str | None
    date: str | None
    disposition: str
    subject: str | None
    movant: str | None
    decided_by: str
    judges: tuple[str, ...]
    sources: tuple[SourceRow, ...]
    uid: str | None = None
    entered: str | None = None
    corrected: tuple[str, ...] = ()


WITHDRAWN = 0
"""The id of a hearing that is told no more."""


@dataclass(frozen=True, slots=True)
class HearingRow:
    """One session, with its case; `judges` are the judges of the case.

    `moved_from` is the day it was set for before it was moved. `uid` names it for good; `sequence`
    counts the changes of what is known of it, the last at `changed_at`. `entered` and `corrected` are as in
    `RulingRow`.
    """

    id: int
    case_id: int
    slug: str
    caption: str
    kind: str
    court_id: str | None
    court: str | None
    date: str | None
    time: str | None
    type: str
    status: str
    purpose: str | None
    location: str | None
    moved_from: str | None
    judges: tuple[str, ...]
    sources: tuple[SourceRow, ...]
    uid: str | None = None
    sequence: int = 0
    changed_at: str | None = None
    entered: str | None = None
    corrected: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PartyRow:
    """A person, organization or government in a case."""

    name: str
    kind: str
    role: str


@dataclass(frozen=True, slots=True)
class CounselRow:
    """A lawyer in a case; `represents` is defendant, plaintiff, prosecution, government or other."""

    name: str
    represents: str


@dataclass(frozen=True, slots=True)
class DocketEntry:
    """One line of a case's history. `kind` is ruling or hearing and says what `fact` is."""

    kind: str
    date: str | None
    fact: RulingRow | HearingRow


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A case that another hangs together with.

    `kind` says what the other is to it: appeal_of (the case below), appealed_in (the case above), related
    or companion; perhaps_appeal_of and perhaps_appealed_in where it is for a person to say. `evidence` is
    what speaks for a link that was read; one that a person made has none.
    """

    kind: str
    id: int
    slug: str
    caption: str
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Docket:
    """A case in full. `names` are other captions; `entries` run in time order, undated ones last."""

    case: CaseRow
    names: tuple[str, ...]
    parties: tuple[PartyRow, ...]
    counsel: tuple[CounselRow, ...]
    entries: tuple[DocketEntry, ...]
    articles: tuple[ArticleRow, ...]
    links: tuple[LinkRow, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchHit:
    """An article that holds the words; `snippet` and `heading` mark them with MARK_START, MARK_END.

    `heading` is the title; hits come best first.
    """

    article_id: int
    path: str
    heading: str | None
    source: str | None
    published: str | None
    snippet: str
    cases: tuple[CaseLabel, ...]


@dataclass(frozen=True, slots=True)
class ArticleDetail:
    """An article with its text and the facts read from it."""

    article: ArticleRow
    text: str
    rulings: tuple[RulingRow, ...]
    hearings: tuple[HearingRow, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence in its paragraph: `paragraph[start:end] == source.quote`."""

    source: SourceRow
    paragraph: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class FactDetail:
    """A ruling or hearing (`kind`) with every sentence that reports it, each in its paragraph."""

    kind: str
    fact: RulingRow | HearingRow
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class WhyPart:
    """One piece of evidence, by its word in docs/resolution.md, with what was alike and its weight."""

    evidence: str
    detail: str
    weight: float


@dataclass(frozen=True, slots=True)
class WhyPair:
    """Two articles' reports compared. `verdict` is join, review or apart; a `veto` outweighs all.

    Of the evidence of a link it is what the link says.
    """

    article_id: int
    path: str
    published: str | None
    other_article_id: int
    other_path: str
    other_published: str | None
    score: float
    verdict: str
    veto: str | None
    parts: tuple[WhyPart, ...]


@dataclass(frozen=True, slots=True)
class WhyLink:
    """How two cases hang together: `kind` says what the first is to the second.

    It is appeal_of, appealed_in, companion or related. `pair` is the evidence of a link that was read, None
    for one that a person made.
    """

    kind: str
    pair: WhyPair | None


@dataclass(frozen=True, slots=True)
class Why:
    """The decision on two cases: one case, two cases, or left apart for review.

    `reason` says what kept them apart, or that a person decided. `pairs` are those that say most:
    the best of two cases; of one case those that tie its articles. `join_at` and `review_at` are the
    scores from which reports join or are shown to a person, `tie_at` that from which two cases are linked.
    """

    case: CaseLabel
    other: CaseLabel
    verdict: str
    reason: str | None
    join_at: float
    review_at: float
    tie_at: float
    pairs: tuple[WhyPair, ...]
    links: tuple[WhyLink, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """How many rows bear one value."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Stats:
    """What the database holds. `undated` counts articles, `ambiguous` weak matches left apart."""

    articles: int
    undated: int
    first_published: str | None
    last_published: str | None
    cases: int
    courts: int
    judges: int
    parties: int
    rulings: int
    hearings: int
    imports: int
    import_errors: int
    ambiguous: int
    kinds: tuple[Count, ...]
    dispositions: tuple[Count, ...]
    hearing_types: tuple[Count, ...]
    hearing_statuses: tuple[Count, ...]
    sources: tuple[Count, ...]
    database_schema: int
    bytes: int
