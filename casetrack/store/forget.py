"""Forget articles for good: their text, what they told, what decisions quote of them, and every trace.

A hash is all that stays, so that the text is not taken in again. `scrub` then writes the file anew, since
SQLite leaves what was deleted in free pages, and a full-text index in old segments.
"""

from __future__ import annotations

import contextlib
import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from casetrack.decisions.rows import Change, Outcome
from casetrack.errors import NotFoundError, UsageError
from casetrack.store.connect import Store
from casetrack.store.derive import make_slug
from casetrack.store.difference import compare, take_snapshot
from casetrack.store.edits import decisions_about, drop_decision, rewrite_target
from casetrack.store.filters import typed
from casetrack.store.follows import forget_follows
from casetrack.store.place import Written, read_clock, select_many
from casetrack.store.query import find_case, get_article, list_articles
from casetrack.store.rows import ArticleRow, Filters
from casetrack.store.write import drop_article, settle

SUFFIX_RE = re.compile(r"-[0-9a-f]{6}x*$")
"""What tells the slugs of namesakes apart."""
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
        traces = _find_traces(db, articles)
        gone = [Change("article", "gone", a.id, a.cases[0].id if a.cases else 0, a.path) for a in articles]
        gone += _forget_decisions(db, hashes, written)
        for article in articles:
            _forget_files(db, article.id)
            drop_article(db, article.id, written)
        db.executemany("insert or replace into forgotten values (?, ?)", [(h, written.at) for h in hashes])
        settle(db, written)
        changes = (*gone, *compare(db, before))
        _forget_traces(db, traces)
        db.execute("insert into articles_fts(articles_fts) values ('rebuild')")
        return Outcome(dry_run, (), changes)


@dataclass(frozen=True, slots=True)
class _Traces:
    """What must not outlast articles.

    Uids of all facts that they told, ids of their cases, what these were called, and the paths they had.
    """

    facts: list[str]
    cases: list[int]
    captions: set[str]
    paths: list[str]


def _find_traces(db: sqlite3.Connection, articles: Sequence[ArticleRow]) -> _Traces:
    sql = "select uid from known_facts where instr(anchors, ?)"
    facts = {row[0] for a in articles for row in db.execute(sql, (f"{a.sha256[:16]}:",))}
    ids = [article.id for article in articles]
    reports = (
        "select x.case_id, json_extract(unpack(x.report), '$.caption'), c.caption from case_articles x"
        " left join cases c on c.id = x.case_id where x.article_id in ({marks})"
    )
    told = select_many(db, reports, ids)
    cases = sorted({row[0] for row in told if row[0] is not None})
    former = select_many(db, "select old_id from former_ids where case_id in ({marks})", cases)
    names = select_many(db, "select name from case_names where article_id in ({marks})", ids)
    paths = select_many(db, "select path from article_files where article_id in ({marks})", ids)
    return _Traces(
        sorted(facts),
        sorted({*cases, *(row[0] for row in former)}),
        {name for row in (*(row[1:] for row in told), *names) for name in row if name},
        sorted({*(row[0] for row in paths), *(article.path for article in articles)}),
    )


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


def _forget_traces(db: sqlite3.Connection, traces: _Traces) -> None:
    """Take out of the log, the follows and the old names what the articles alone gave; the rest stays."""
    select_many(db, "delete from changes where uid in ({marks})", traces.facts)
    select_many(db, "delete from known_facts where gone and uid in ({marks})", traces.facts)
    forget_follows(db, traces.cases)
    gone = [case_id for case_id in traces.cases if not _leads_on(db, case_id)]
    select_many(db, "delete from changes where case_id in ({marks})", gone)
    select_many(db, "delete from known_facts where gone and case_id in ({marks})", gone)
    select_many(db, "delete from import_errors where path in ({marks})", traces.paths)
    current = {row[0] for row in db.execute("select caption from cases union select name from case_names")}
    for caption in traces.captions - current:
        _forget_caption(db, caption)
    _forget_slugs(db, traces)


def _leads_on(db: sqlite3.Connection, case_id: int) -> bool:
    sql = "select 1 from cases where id = ?1 union select 1 from former_ids where old_id = ?1"
    return db.execute(sql, (case_id,)).fetchone() is not None


def _forget_caption(db: sqlite3.Connection, caption: str) -> None:
    """Take what a case is called no more out of the log, and the slugs that were made of it."""
    for table, column in (("changes", "before"), ("changes", "after"), ("known_facts", "state")):
        db.execute(
            f"update {table} set {column} = json_remove({column}, '$.caption')"
            f" where json_extract({column}, '$.caption') = ?"
            + (" and gone" if table == "known_facts" else ""),
            (caption,),
        )


def _forget_slugs(db: sqlite3.Connection, traces: _Traces) -> None:
    """Let the cases be found no more by slugs made of what they are called no more."""
    kept = {
        make_slug(row[0]) for row in db.execute("select name from case_names union select caption from cases")
    }
    bases = {make_slug(caption) for caption in traces.captions} - kept
    sql = "select slug, case_id from former_slugs where case_id in ({marks})"
    for slug, case_id in select_many(db, sql, traces.cases):
        if {slug, SUFFIX_RE.sub("", slug)} & bases:
            db.execute("delete from former_slugs where slug = ? and case_id = ?", (slug, case_id))


def scrub(store: Store) -> bool:
    """Write the file anew without what was deleted; tells whether nobody else held it."""
    with contextlib.suppress(sqlite3.OperationalError):
        store.db.execute("vacuum")
        busy = store.db.execute("pragma wal_checkpoint(truncate)").fetchone()[0]
        return not busy
    return False
