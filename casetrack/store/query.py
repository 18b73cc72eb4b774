"""Questions to the store: filters in, rows out. Reads only, and in a fixed order.

An id that nothing has gives NotFoundError, a reference that fits several cases AmbiguousError
(`candidates` are lines to print), a raw search with faulty syntax UsageError. The listings never
raise for filters that match nothing: they return an empty list.
"""

from __future__ import annotations

from casetrack.store.connect import Store
from casetrack.store.rows import (
    ArticleDetail,
    ArticleRow,
    CaseRow,
    Docket,
    FactDetail,
    Filters,
    HearingRow,
    RulingRow,
    SearchHit,
    Stats,
)


def list_cases(store: Store, filters: Filters) -> list[CaseRow]:
    """List cases, the most lately reported first; since/until are about the days of their reports."""
    raise NotImplementedError


def list_articles(store: Store, filters: Filters) -> list[ArticleRow]:
    """List articles, newest first, undated ones last."""
    raise NotImplementedError


def list_rulings(store: Store, filters: Filters) -> list[RulingRow]:
    """List rulings, newest first, undated ones last."""
    raise NotImplementedError


def list_hearings(store: Store, filters: Filters) -> list[HearingRow]:
    """List hearings by day, the earliest first, undated ones last."""
    raise NotImplementedError


def find_case(store: Store, reference: str) -> CaseRow:
    """Find the one case a person means by an id, slug, docket number or part of a name."""
    raise NotImplementedError


def get_docket(store: Store, case_id: int) -> Docket:
    """Get a case in full."""
    raise NotImplementedError


def search_articles(store: Store, words: str, raw: bool, filters: Filters) -> list[SearchHit]:
    """Find articles by what they say, best first.

    All words must occur; "a phrase in quotes" stays together; a trailing * matches beginnings.
    Any other punctuation is safe. With `raw` the words are an FTS5 expression. Words with nothing
    to look for give UsageError.
    """
    raise NotImplementedError


def get_article(store: Store, reference: str) -> ArticleDetail:
    """Get an article by its id, path, file name or the beginning of its hash."""
    raise NotImplementedError


def get_ruling(store: Store, ruling_id: int) -> FactDetail:
    """Get a ruling with its sentences."""
    raise NotImplementedError


def get_hearing(store: Store, hearing_id: int) -> FactDetail:
    """Get a hearing with its sentences."""
    raise NotImplementedError


def count_stats(store: Store) -> Stats:
    """Count what the database holds."""
    raise NotImplementedError
