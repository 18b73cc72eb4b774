"""Full-text search over articles: anything a person types is safe."""

from __future__ import annotations

import re
import sqlite3

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
    where = Where()
    where.add("articles_fts match ?", query)
    where.article_filters("a", filters)
    sql = (
        f"select a.id, a.path, highlight(articles_fts, 0, '{MARK_START}', '{MARK_END}'),"
        " a.source, a.published,"
        f" snippet(articles_fts, 1, '{MARK_START}', '{MARK_END}', ' … ', 24)"
        f" from articles_fts join articles a on a.id = articles_fts.rowid {where.sql()} order by rank, a.id"
    )
    try:
        rows = store.db.execute(sql + limit_of(filters), where.values).fetchall()
    except sqlite3.OperationalError as error:
        if raw:
            raise UsageError(
                f"The search {words!r} is no FTS5 expression: {error}; leave out --raw"
            ) from error
        raise
    labels = labels_of_articles(store.db, [row[0] for row in rows])
    return [
        SearchHit(r[0], r[1], r[2], r[3], r[4], " ".join(r[5].split()), labels.get(r[0], ())) for r in rows
    ]


def quote_query(words: str) -> str:
    """Turn what a person typed into an FTS5 expression that cannot fail."""
    terms = []
    for phrase, word in TERM_RE.findall(words.replace("“", '"').replace("”", '"')):
        text = phrase or word.replace('"', " ")
        if not re.search(r"\w", text):
            continue
        terms.append('"' + text.rstrip("*") + '"' + ("*" if word.endswith("*") else ""))
    return " ".join(terms)
