"""Forget articles for good: their text, what they told, what decisions quote of them, and every trace.

A hash is all that stays, so that the text is not taken in again. `scrub` then writes the file anew, since
SQLite leaves what was deleted in free pages, and a full-text index in old segments.
"""

from __future__ import annotations

import contextlib
import re
import sqlite3
from collections.abc import Iterable, Sequence

from casetrack.decisions.rows import Change, Outcome
from casetrack.errors import NotFoundError, UsageError
from casetrack.store.connect import Store
from casetrack.store.difference import compare, take_snapshot
from casetrack.store.edits import decisions_about, drop_decision, rewrite_target
from casetrack.store.filters import typed
from casetrack.store.place import Written, read_clock, select_parts
from casetrack.store.query import find_case, get_article, list_articles
from casetrack.store.rows import ArticleRow, Filters
from casetrack.store.write import drop_article, settle, sweep_orphans

NAMED_RE = re.compile(r"(article|case)[:\s]\s*(.+)", re.IGNORECASE)


def find_articles(store: Store, reference: str) -> list[ArticleRow]:
    """Find what is to be forgotten: an article, or every article that reports a case.

    Raises:
        UsageError: a bare number, which may be either. NotFoundError, AmbiguousError: as of the queries.
    """
    text = typed(reference)
    match = NAMED_RE.fullmatch(text)
    if match is None and text.isdecimal():
        raise UsageError(f"Is {text} an article or a case? Say article:{text} or case:{text}")
    kind, name = (match[1].lower(), match[2]) if match else (None, text)
    if kind != "case":
        try:
            return [get_article(store, name).article]
        except NotFoundError:
            if kind == "article":
                raise
    return list_articles(store, Filters(case=find_case(store, name).id))


def forget_articles(
    store: Store, articles: Sequence[ArticleRow], at: str | None, *, dry_run: bool
) -> Outcome:
    """Forget articles, all or none; `scrub` afterwards takes their traces out of the file."""
    with store.write(keep=not dry_run) as db:
        before = take_snapshot(db)
        written = Written(at=at or read_clock(), origin="edit")
        hashes = {article.sha256 for article in articles}
        facts = _facts_told(db, hashes)
        gone = [Change("article", "gone", a.id, a.cases[0].id if a.cases else 0, a.path) for a in articles]
        gone += _forget_decisions(db, hashes, written)
        for article in articles:
            _forget_files(db, article.id)
            drop_article(db, article.id, written)
        db.executemany("insert or replace into forgotten values (?, ?)", [(h, written.at) for h in hashes])
        settle(db, written)
        sweep_orphans(db)
        changes = (*gone, *compare(db, before))
        _forget_log(db, facts)
        db.execute("insert into articles_fts(articles_fts) values ('rebuild')")
        return Outcome(dry_run, (), changes)


def _facts_told(db: sqlite3.Connection, hashes: Iterable[str]) -> list[str]:
    """Give the uids of all facts that the articles ever told."""
    sql = "select uid from known_facts where instr(anchors, ?)"
    return sorted({row[0] for sha256 in hashes for row in db.execute(sql, (f"{sha256[:16]}:",))})


def _forget_files(db: sqlite3.Connection, article_id: int) -> None:
    met = "select path from article_files where article_id = ?1 union select path from articles where id = ?1"
    db.execute(f"delete from files where path in ({met})", (article_id,))


def _forget_decisions(db: sqlite3.Connection, hashes: set[str], written: Written) -> list[Change]:
    """Take what decisions say of the articles out of them; those that are about nothing else go."""
    gone = []
    for decision in decisions_about(db, hashes, undone=True):
        written.articles |= decision.articles()
        left = decision.without(hashes)
        if left is not None:
            rewrite_target(db, left)
        else:
            drop_decision(db, decision)
            gone.append(Change("decision", "gone", decision.number, 0, decision.action))
    return gone


def _forget_log(db: sqlite3.Connection, facts: Sequence[str]) -> None:
    """Take out of the log what it says of facts that the articles told; what others tell stays known."""
    select_parts(db, "delete from changes where uid in ({marks})", facts)
    select_parts(db, "delete from known_facts where gone and uid in ({marks})", facts)


def scrub(store: Store) -> bool:
    """Write the file anew without what was deleted; tells whether nobody else held it."""
    with contextlib.suppress(sqlite3.OperationalError):
        store.db.execute("vacuum")
        busy = store.db.execute("pragma wal_checkpoint(truncate)").fetchone()[0]
        return not busy
    return False
