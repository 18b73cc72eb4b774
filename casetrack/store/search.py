"""Full-text search over articles: anything a person types is safe."""

from __future__ import annotations

import json
import re
import sqlite3
from typing import Any

from casetrack.errors import UsageError
from casetrack.store.assemble import labels_of_articles
from casetrack.store.connect import Store
from casetrack.store.filters import Where, limit_of, typed
from casetrack.store.rows import MARK_END, MARK_START, Filters, SearchHit

TERM_RE = re.compile(r'"([^"]*)"|(\S+)')


def search_articles(store: Store, words: str, raw: bool, filters: Filters) -> list[SearchHit]:
    """Find articles by what they say, best first.

    All words must occur; "a phrase in quotes" stays together; a trailing * matches beginnings.
    Any other punctuation is safe. With `raw` the words are an FTS5 expression. Words with nothing
    to look for give UsageError.
    """
    query = typed(words) if raw else quote_query(typed(words))
    if not query.strip():
        raise UsageError(f"Nothing to look for in {words!r}; give at least one word")
    try:
        best = _rank_articles(store.db, query, filters)
        rows = _show_matches(store.db, query, best)
    except sqlite3.OperationalError as error:
        if raw:
            raise UsageError(
                f"The search {words!r} is no FTS5 expression: {error}; leave out --raw"
            ) from error
        raise
    labels = labels_of_articles(store.db, best)
    return [SearchHit(*(*row[:-1], " ".join(row[-1].split()), labels.get(row[0], ()))) for row in rows]


def _rank_articles(db: sqlite3.Connection, query: str, filters: Filters) -> list[int]:
    """Give the articles that hold the words by their ids, the best first."""
    where = Where()
    where.add("articles_fts match ?", query)
    where.article_filters("a", filters)
    joined = " join articles a on a.id = articles_fts.rowid" if len(where.parts) > 1 else ""
    sql = (
        f"select articles_fts.rowid from articles_fts{joined} {where.sql()} order by rank, articles_fts.rowid"
    )
    return [row[0] for row in db.execute(sql + limit_of(filters), where.values)]


def _show_matches(db: sqlite3.Connection, query: str, ids: list[int]) -> list[tuple[Any, ...]]:
    """Give what is shown of articles, in this order; only of these the words are looked for in the text."""
    sql = (
        f"select a.id, a.path, highlight(articles_fts, 0, '{MARK_START}', '{MARK_END}'),"
        " a.source, a.published,"
        f" snippet(articles_fts, 1, '{MARK_START}', '{MARK_END}', ' … ', 24)"
        " from articles_fts join articles a on a.id = articles_fts.rowid"
        " where articles_fts match ? and articles_fts.rowid in (select value from json_each(?))"
    )
    found = {row[0]: row for row in db.execute(sql, (query, json.dumps(ids)))}
    return [found[article_id] for article_id in ids]


def quote_query(words: str) -> str:
    """Turn what a person typed into an FTS5 expression that cannot fail."""
    terms = []
    for phrase, word in TERM_RE.findall(words.replace("“", '"').replace("”", '"')):
        text = phrase or word.replace('"', " ")
        if not re.search(r"\w", text):
            continue
        terms.append('"' + text.rstrip("*") + '"' + ("*" if word.endswith("*") else ""))
    return " ".join(terms)
