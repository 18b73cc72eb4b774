"""What a person follows: cases by name, and searches whose cases are looked up anew each time.

A followed case is found again after a merge or a rebuild by what its id or slug led to.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any

from casetrack.errors import NotFoundError, UsageError
from casetrack.store.connect import Store
from casetrack.store.day_rows import FollowRow
from casetrack.store.filters import typed
from casetrack.store.place import read_clock, select_many
from casetrack.store.query import find_case
from casetrack.store.search import quote_query

LEADS_TO = (
    "coalesce((select c.id from cases c where c.id = f.case_id and (c.slug = f.slug"
    " or exists (select 1 from former_slugs s where s.slug = f.slug and s.case_id = c.id))),"
    " (select case_id from former_ids where old_id = f.case_id),"
    " (select id from cases where slug = f.slug),"
    " (select case_id from former_slugs where slug = f.slug order by case_id limit 1))"
)
"""SQL for the case that a row `f` of follows leads to now. The id alone is not enough: when the newest case
goes for good, the next one gets its id."""


def follow_case(store: Store, reference: str, note: str | None, at: str | None = None) -> FollowRow:
    """Follow a case; one that is followed already gets the note, if there is one.

    Raises:
        NotFoundError, AmbiguousError: the reference fits no case, or several.
    """
    case = find_case(store, reference)
    known = [row for row in list_follows(store) if row.case_id == case.id]
    if not known:
        return _insert(store, at, case.id, case.slug, None, note)
    return _annotate(store, known[0].id, note)


def follow_query(store: Store, words: str, note: str | None, at: str | None = None) -> FollowRow:
    """Follow every case that an article with these words reports, those still to come too.

    Raises:
        UsageError: there is nothing to look for in the words.
    """
    query = " ".join(typed(words).split())
    if not quote_query(query):
        raise UsageError(f"Nothing to look for in {words!r}; give at least one word")
    known = [row for row in list_follows(store) if row.query == query]
    return _annotate(store, known[0].id, note) if known else _insert(store, at, None, None, query, note)


def unfollow(store: Store, *, case: str | None = None, query: str | None = None) -> FollowRow:
    """Follow a case or a search no more; gives what was followed.

    Raises:
        NotFoundError, AmbiguousError: no such case or search is followed, or the reference fits several.
    """
    follows = list_follows(store)
    if case is not None:
        found = find_case(store, case)
        fitting = [row for row in follows if row.case_id == found.id]
        named = found.caption
    else:
        named = " ".join(typed(query or "").split())
        fitting = [row for row in follows if row.query == named]
    if not fitting:
        raise NotFoundError(f"{named!r} is not followed; `casetrack follow` lists what is")
    with store.write() as db:
        db.executemany("delete from follows where id = ?", [(row.id,) for row in fitting])
    return fitting[0]


def list_follows(store: Store) -> list[FollowRow]:
    """List what is followed, the oldest first; a case that has gone for good keeps its slug alone."""
    rows = store.db.execute(
        f"select f.id, c.id, coalesce(c.slug, f.slug), c.caption, f.query, f.note, f.made_at from follows f"
        f" left join cases c on f.query is null and c.id = {LEADS_TO} order by f.id"
    )
    return [
        FollowRow(*(*row, len(query_cases(store.db, row[4])) if row[4] else int(row[1] is not None)))
        for row in rows.fetchall()
    ]


def followed_cases(store: Store) -> dict[int, tuple[str, ...]]:
    """Give every case that is followed, by name or through a search, with the notes on it."""
    found: dict[int, tuple[str, ...]] = {}
    for row in list_follows(store):
        cases = query_cases(store.db, row.query) if row.query else {row.case_id} - {None}
        for case_id in cases:
            if case_id is not None:
                notes = found.get(case_id, ())
                found[case_id] = (*notes, row.note) if row.note and row.note not in notes else notes
    return found


def forget_follows(db: sqlite3.Connection, cases: Sequence[int]) -> None:
    """Follow the cases that are gone for good no more, and the others by what they are called now."""
    rows = select_many(
        db,
        f"select f.id, {LEADS_TO} from follows f where f.query is null and f.case_id in ({{marks}})",
        cases,
    )
    for follow_id, case_id in rows:
        if case_id is None:
            db.execute("delete from follows where id = ?", (follow_id,))
        else:
            db.execute(
                "update follows set case_id = c.id, slug = c.slug from cases c"
                " where follows.id = ? and c.id = ?",
                (follow_id, case_id),
            )


def query_cases(db: sqlite3.Connection, query: str) -> set[int]:
    """Give the cases that articles with these words report."""
    sql = (
        "select distinct x.case_id from articles_fts"
        " join case_articles x on x.article_id = articles_fts.rowid"
        " where articles_fts match ? and x.case_id is not null"
    )
    return {int(row[0]) for row in db.execute(sql, (quote_query(query),))}


def _insert(store: Store, at: str | None, *values: Any) -> FollowRow:
    with store.write() as db:
        cursor = db.execute(
            "insert into follows (made_at, case_id, slug, query, note) values (?, ?, ?, ?, ?)",
            (at or read_clock(), *values),
        )
    return next(row for row in list_follows(store) if row.id == cursor.lastrowid)


def _annotate(store: Store, follow_id: int, note: str | None) -> FollowRow:
    if note is not None:
        with store.write() as db:
            db.execute("update follows set note = ? where id = ?", (note or None, follow_id))
    return next(row for row in list_follows(store) if row.id == follow_id)
