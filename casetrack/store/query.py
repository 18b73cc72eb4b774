"""Questions to the store: filters in, rows out. Reads only, and in a fixed order.

An id that nothing has gives NotFoundError, a reference that fits several cases AmbiguousError
(`candidates` are lines to print), a raw search with faulty syntax UsageError. The listings never
raise for filters that match nothing: they return an empty list.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import Any

from casetrack.errors import AmbiguousError, NotFoundError
from casetrack.store.assemble import (
    article_rows,
    case_rows,
    hearing_rows,
    make_passage,
    ruling_rows,
)
from casetrack.store.connect import Store, fold_line
from casetrack.store.filters import Where, date_span, limit_of, typed, undated_last
from casetrack.store.rows import (
    ArticleDetail,
    ArticleRow,
    CaseRow,
    CounselRow,
    Count,
    Docket,
    DocketEntry,
    FactDetail,
    Filters,
    HearingRow,
    LinkRow,
    PartyRow,
    RulingRow,
    Stats,
)
from casetrack.store.search import search_articles

__all__ = [
    "count_stats",
    "find_case",
    "get_article",
    "get_docket",
    "get_hearing",
    "get_ruling",
    "list_articles",
    "list_cases",
    "list_hearings",
    "list_rulings",
    "search_articles",
    "select_ids",
]


def list_cases(store: Store, filters: Filters) -> list[CaseRow]:
    """List cases, the most lately reported first; since/until are about the days of their reports."""
    return case_rows(store.db, select_ids(store, "case", filters))


def _case_query(filters: Filters) -> tuple[str, list[Any]]:
    where = Where()
    where.case_filters("c", filters)
    where.equal("c.status", filters.status)
    where.exists("select 1 from rulings r where r.case_id = c.id and r.disposition = ?", filters.disposition)
    where.exists("select 1 from hearings h where h.case_id = c.id and h.type = ?", filters.type)
    if filters.since:
        where.add("c.last_reported >= substr(?, 1, length(c.last_reported))", filters.since)
    if filters.until:
        where.add("substr(c.first_reported, 1, ?) <= ?", len(filters.until), filters.until)
    order = "order by c.last_reported is null, c.last_reported desc, c.id desc"
    return f"select c.id from cases c {where.sql()} {order}", where.values


def list_articles(store: Store, filters: Filters) -> list[ArticleRow]:
    """List articles, newest first, undated ones last."""
    where = Where()
    where.article_filters("a", filters)
    sql = (
        f"select a.id from articles a {where.sql()} order by a.published is null, a.published desc, a.id desc"
    )
    return article_rows(store.db, _ids(store.db, sql + limit_of(filters), where.values))


def list_rulings(store: Store, filters: Filters) -> list[RulingRow]:
    """List rulings, newest first, undated ones last."""
    return ruling_rows(store.db, select_ids(store, "ruling", filters))


def _ruling_query(filters: Filters) -> tuple[str, list[Any]]:
    where = Where()
    where.case_filters(
        "c", Filters(case=filters.case, court=filters.court, party=filters.party, kind=filters.kind)
    )
    where.equal("r.disposition", filters.disposition)
    if filters.judge:
        where.add(
            "r.id in (select j.ruling_id from ruling_judges j join people p on p.id = j.person_id"
            " where fold(p.name) like ? escape '\\')",
            Where.pattern(filters.judge),
        )
    if filters.source:
        where.add(
            "r.id in (select s.ruling_id from ruling_sources s join articles a on a.id = s.article_id"
            " where fold(a.source) like ? escape '\\')",
            Where.pattern(filters.source),
        )
    where.sure_facts("r", "ruling", filters)
    date_span(where, "r.date", filters)
    order = f"order by {undated_last('r.date', filters)}r.date desc, r.id"
    return f"select r.id from rulings r join cases c on c.id = r.case_id {where.sql()} {order}", where.values


def list_hearings(store: Store, filters: Filters) -> list[HearingRow]:
    """List hearings by day, the earliest first unless asked otherwise, undated ones last."""
    return hearing_rows(store.db, select_ids(store, "hearing", filters))


def _hearing_query(filters: Filters) -> tuple[str, list[Any]]:
    where = Where()
    where.case_filters("c", filters)
    where.equal("h.type", filters.type)
    where.equal("h.status", filters.status)
    if filters.source:
        where.add(
            "h.id in (select s.hearing_id from hearing_sources s join articles a on a.id = s.article_id"
            " where fold(a.source) like ? escape '\\')",
            Where.pattern(filters.source),
        )
    where.sure_facts("h", "hearing", filters)
    date_span(where, "h.date", filters)
    turned = " desc" if filters.newest_first else ""
    order = f"order by {undated_last('h.date', filters)}h.date{turned}, h.time{turned}, h.id"
    return f"select h.id from hearings h join cases c on c.id = h.case_id {where.sql()} {order}", where.values


QUERIES = {"case": _case_query, "ruling": _ruling_query, "hearing": _hearing_query}


def select_ids(store: Store, kind: str, filters: Filters) -> list[int]:
    """Give the ids of the cases, rulings or hearings that fit, in the order of their listing."""
    sql, values = QUERIES[kind](filters)
    return _ids(store.db, sql + limit_of(filters), values)


def _ids(db: sqlite3.Connection, sql: str, values: Sequence[Any]) -> list[int]:
    return [int(row[0]) for row in db.execute(sql, values)]


BY_CAPTION = "select id from cases where searched"
"""The caption is the first line."""


def find_case(store: Store, reference: str) -> CaseRow:
    """Find the one case a person means by an id, slug, docket number or part of a name."""
    text = typed(reference)
    name = fold_line(text)
    for sql, value in (
        ("select id from cases where id = ?", _as_id(text)),
        ("select id from cases where slug = ?", text.lower()),
        ("select case_id from docket_numbers where number = ? collate nocase", text),
        (
            "select id from cases where searched = ?1 or searched between ?1 || char(10) and ?1 || char(11)",
            name,
        ),
        ("select case_id from former_ids where old_id = ?", _as_id(text)),
        ("select case_id from former_slugs where slug = ?", text.lower()),
    ):
        found = _ids(store.db, sql, (value,)) if value is not None else []
        if len(found) == 1:
            return case_rows(store.db, found)[0]
    return _one_case(store, text, _by_name(store.db, text))


def _as_id(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 18 else None


def _by_name(db: sqlite3.Connection, text: str) -> list[int]:
    """Find cases by part of a caption, a party or a docket number, on word edges."""
    pattern = Where.pattern(text)
    spaced = "replace(replace(replace(searched, '-', ' '), '“', ' '), '”', ' ')"
    lines = f"' ' || replace({spaced}, char(10), ' ' || char(10) || ' ') || ' '"
    words = [f"%{word}%" for word in pattern[1:-1].split()]  # cheaper to look for, so first
    if not words:  # an accent or a soft hyphen alone folds to nothing
        return []
    likely = " and ".join(["searched like ? escape '\\'"] * len(words))
    whole = f"select id from cases where {likely} and {lines} like ? escape '\\' order by id"
    return _ids(db, whole, (*words, f"% {pattern[1:-1]} %")) or _ids(
        db,
        "select id from cases where searched like ?1 escape '\\'"
        " union select case_id from docket_numbers where fold(number) like ?1 escape '\\'",
        (pattern,),
    )


def _one_case(store: Store, text: str, found: Sequence[int]) -> CaseRow:
    if not found:
        raise NotFoundError(f"No case fits {text!r}; `casetrack cases` lists them")
    rows = case_rows(store.db, sorted(found))
    if len(rows) > 1:
        lines = tuple(f"{r.id}  {r.slug}  {r.caption}  {r.court or ''}".rstrip() for r in rows[:30])
        raise AmbiguousError(f"{len(rows)} cases fit {text!r}; name one by its id or slug", lines)
    return rows[0]


def get_docket(store: Store, case_id: int) -> Docket:
    """Get a case in full."""
    rows = case_rows(store.db, [case_id])
    if not rows:
        raise NotFoundError(f"No case {case_id}; `casetrack cases` lists them")
    db = store.db
    narrowed = Filters(case=case_id)
    facts: list[RulingRow | HearingRow] = [*list_rulings(store, narrowed), *list_hearings(store, narrowed)]
    facts.sort(key=lambda f: (f.date is None, f.date or "", isinstance(f, RulingRow), f.id))
    names = [
        r[0]
        for r in db.execute(
            "select distinct name from case_names where case_id = ? order by rowid", (case_id,)
        )
    ]
    return Docket(
        case=rows[0],
        names=tuple(name for name in names if name != rows[0].caption),
        parties=tuple(
            PartyRow(*row)
            for row in db.execute(
                "select name, kind, role from parties where case_id = ? order by id", (case_id,)
            )
        ),
        counsel=tuple(
            CounselRow(*row)
            for row in db.execute(
                "select p.name, cp.represents from case_people cp join people p on p.id = cp.person_id"
                " where cp.case_id = ? and cp.role = 'attorney' order by cp.rowid",
                (case_id,),
            )
        ),
        entries=tuple(
            DocketEntry("ruling" if isinstance(f, RulingRow) else "hearing", f.date, f) for f in facts
        ),
        articles=tuple(reversed(list_articles(store, narrowed))),
        links=(*_links_of(db, case_id), *_likely_appeals(db, case_id)),
    )


def _links_of(db: sqlite3.Connection, case_id: int) -> Iterator[LinkRow]:
    """Give the cases tied to one, from whichever end the tie was made; an appeal has two ends."""
    rows = db.execute(
        "select l.kind, c.id, c.slug, c.caption, l.evidence from case_links l"
        " join cases c on c.id = l.other_id where l.case_id = ?1"
        " union select replace(l.kind, 'appeal_of', 'appealed_in'), c.id, c.slug, c.caption, l.evidence"
        " from case_links l join cases c on c.id = l.case_id where l.other_id = ?1 order by 1, 4, 2",
        (case_id,),
    )
    for kind, other, slug, caption, evidence in rows:
        yield LinkRow(kind, other, slug, caption, tuple(json.loads(evidence)) if evidence else ())


def _likely_appeals(db: sqlite3.Connection, case_id: int) -> Iterator[LinkRow]:
    """Give the cases left apart for review that a court above or below this one's has: perhaps one appeal."""
    rank = "case {}.level when 'trial' then 0 when 'appeals' then 1 when 'supreme' then 2 end"
    rows = db.execute(
        f"select {rank.format('t')} - {rank.format('u')}, c.id, c.slug, c.caption from cases me"
        " join courts t on t.id = me.court_id"
        " join (select other_id as id from review where case_id = ?1"
        "  union select case_id from review where other_id = ?1) left_apart"
        " join cases c on c.id = left_apart.id join courts u on u.id = c.court_id"
        " where me.id = ?1 and not exists (select 1 from case_links l"
        "  where ?1 in (l.case_id, l.other_id) and c.id in (l.case_id, l.other_id)) order by 4, 2",
        (case_id,),
    )
    for above, *other in rows:
        if above:
            yield LinkRow("perhaps_appeal_of" if above > 0 else "perhaps_appealed_in", *other)


def get_article(store: Store, reference: str) -> ArticleDetail:
    """Get an article by its id, path, file name or the beginning of its hash."""
    text = typed(reference)
    found = _ids(store.db, "select id from articles where id = ?", (_as_id(text),))
    if not found:
        found = _ids(store.db, "select id from articles where path = ?", (text,))
    if not found and len(text) >= 6:
        found = _ids(
            store.db, "select id from articles where sha256 like ? escape '\\'", (Where.pattern(text)[1:],)
        )
    if not found:
        every = store.db.execute("select id, path from articles")
        found = [int(i) for i, path in every if text in {PurePath(path).name, PurePath(path).stem}]
    if not found:
        raise NotFoundError(f"No article fits {text!r}; `casetrack articles` lists them")
    if len(found) > 1:
        rows = article_rows(store.db, found)
        raise AmbiguousError(f"{len(found)} articles fit {text!r}", tuple(f"{r.id}  {r.path}" for r in rows))
    body = store.db.execute("select text from articles where id = ?", (found[0],)).fetchone()[0]
    return ArticleDetail(
        article=article_rows(store.db, found)[0],
        text=body,
        rulings=tuple(_facts_of(store.db, "ruling", found[0])),
        hearings=tuple(_facts_of(store.db, "hearing", found[0])),
    )


def _facts_of(db: sqlite3.Connection, kind: str, article_id: int) -> list[Any]:
    ids = _ids(
        db,
        f"select {kind}_id from {kind}_sources where article_id = ?"
        f" group by {kind}_id order by min(start), {kind}_id",
        (article_id,),
    )
    rows: list[Any] = list(ruling_rows(db, ids) if kind == "ruling" else hearing_rows(db, ids))
    return rows


def get_ruling(store: Store, ruling_id: int) -> FactDetail:
    """Get a ruling with its sentences."""
    rows = ruling_rows(store.db, [ruling_id])
    if not rows:
        raise NotFoundError(f"No ruling {ruling_id}; `casetrack rulings` lists them")
    return FactDetail("ruling", rows[0], tuple(make_passage(store.db, s) for s in rows[0].sources))


def get_hearing(store: Store, hearing_id: int) -> FactDetail:
    """Get a hearing with its sentences."""
    rows = hearing_rows(store.db, [hearing_id])
    if not rows:
        raise NotFoundError(f"No hearing {hearing_id}; `casetrack hearings --format json` lists them")
    return FactDetail("hearing", rows[0], tuple(make_passage(store.db, s) for s in rows[0].sources))


def count_stats(store: Store) -> Stats:
    """Count what the database holds."""
    db = store.db

    def one(sql: str) -> Any:
        return db.execute(sql).fetchone()[0]

    def counted(sql: str) -> tuple[Count, ...]:
        return tuple(Count(str(value), count) for value, count in db.execute(sql) if value is not None)

    def by(table: str, column: str) -> tuple[Count, ...]:
        return counted(f"select {column}, count(*) from {table} group by 1 order by 2 desc, 1")

    size = one("pragma page_count") * one("pragma page_size")
    return Stats(
        articles=one("select count(*) from articles"),
        undated=one("select count(*) from articles where published is null"),
        first_published=one("select min(published) from articles"),
        last_published=one("select max(published) from articles"),
        cases=one("select count(*) from cases"),
        courts=one("select count(*) from courts"),
        judges=one("select count(distinct person_id) from case_people where role = 'judge'"),
        parties=one("select count(*) from parties"),
        rulings=one("select count(*) from rulings"),
        hearings=one("select count(*) from hearings"),
        imports=one("select count(*) from imports"),
        import_errors=one("select count(*) from import_errors"),
        ambiguous=one("select count(*) from review"),
        kinds=by("cases", "kind"),
        dispositions=by("rulings", "disposition"),
        hearing_types=by("hearings", "type"),
        hearing_statuses=by("hearings", "status"),
        sources=by("articles", "source"),
        database_schema=one("pragma user_version"),
        bytes=size,
    )
