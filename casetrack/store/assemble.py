"""Rows from ids: every list is built in a few queries, however long it is, and keeps its order."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any

from casetrack.store.rows import ArticleRow, CaseLabel, CaseRow, HearingRow, Passage, RulingRow, SourceRow

PART = 500


def _by_id(db: sqlite3.Connection, sql: str, ids: Sequence[int]) -> dict[int, list[Any]]:
    """Run a query over ids in parts; rows are grouped by their first column."""
    found: dict[int, list[Any]] = {}
    for at in range(0, len(ids), PART):
        part = ids[at : at + PART]
        for row in db.execute(sql.format(marks=",".join("?" * len(part))), part):
            found.setdefault(int(row[0]), []).append(row[1:])
    return found


def _texts(db: sqlite3.Connection, sql: str, ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
    return {key: tuple(row[0] for row in rows) for key, rows in _by_id(db, sql, ids).items()}


def _judges_of_cases(db: sqlite3.Connection, ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
    return _texts(
        db,
        "select cp.case_id, p.name from case_people cp join people p on p.id = cp.person_id"
        " where cp.role = 'judge' and cp.case_id in ({marks}) order by cp.rowid",
        ids,
    )


def case_rows(db: sqlite3.Connection, ids: Sequence[int]) -> list[CaseRow]:
    """Give cases in the order of their ids as listed; ids that nothing has are left out."""
    base = _by_id(
        db,
        "select c.id, c.slug, c.caption, c.kind, c.court_id, t.name, t.level, c.status,"
        " c.first_reported, c.last_reported,"
        " (select min(h.date) from hearings h where h.case_id = c.id"
        "  and h.status in ('scheduled', 'postponed') and h.date >= coalesce(c.last_reported, '')),"
        " (select count(distinct article_id) from case_articles a where a.case_id = c.id),"
        " (select count(*) from rulings r where r.case_id = c.id),"
        " (select count(*) from hearings h where h.case_id = c.id)"
        " from cases c left join courts t on t.id = c.court_id where c.id in ({marks})",
        ids,
    )
    judges = _judges_of_cases(db, ids)
    numbers = _texts(
        db, "select case_id, number from docket_numbers where case_id in ({marks}) order by rowid", ids
    )
    rows = []
    for case_id in ids:
        for row in base.get(case_id, ()):
            gathered = (judges.get(case_id, ()), numbers.get(case_id, ()))
            rows.append(CaseRow(*(case_id, *row[:10], *gathered, *row[10:])))
    return rows


def labels_of_articles(db: sqlite3.Connection, ids: Sequence[int]) -> dict[int, tuple[CaseLabel, ...]]:
    """Give the cases that articles report, each once."""
    rows = _by_id(
        db,
        "select ca.article_id, c.id, c.slug, c.caption from case_articles ca"
        " join cases c on c.id = ca.case_id"
        " where ca.article_id in ({marks}) order by ca.position",
        ids,
    )
    return {key: tuple(dict.fromkeys(CaseLabel(*row) for row in group)) for key, group in rows.items()}


def article_rows(db: sqlite3.Connection, ids: Sequence[int]) -> list[ArticleRow]:
    """Give articles in the order of their ids as listed."""
    base = _by_id(
        db,
        "select id, sha256, path, title, source, author, url, dateline, published, ingested_at, length(text)"
        " from articles where id in ({marks})",
        ids,
    )
    labels = labels_of_articles(db, ids)
    return [ArticleRow(*(i, *row, labels.get(i, ()))) for i in ids for row in base.get(i, ())]


def _sources(db: sqlite3.Connection, kind: str, ids: Sequence[int]) -> dict[int, tuple[SourceRow, ...]]:
    rows = _by_id(
        db,
        f"select s.{kind}_id, a.id, a.path, a.title, a.source, a.published, s.start, s.end,"
        f" s.quote, s.rule, s.confidence, a.url from {kind}_sources s join articles a on a.id = s.article_id"
        f" where s.{kind}_id in ({{marks}}) order by s.rank",
        ids,
    )
    return {key: tuple(SourceRow(*row) for row in group) for key, group in rows.items()}


def _words(text: str | None) -> tuple[str, ...]:
    return tuple(text.split()) if text else ()


def ruling_rows(db: sqlite3.Connection, ids: Sequence[int]) -> list[RulingRow]:
    """Give rulings in the order of their ids as listed."""
    base = _by_id(
        db,
        "select r.id, r.case_id, c.slug, c.caption, c.kind, r.court_id, t.name, r.date, r.disposition,"
        " r.subject, r.movant, r.decided_by, r.uid, r.entered, r.corrected"
        " from rulings r join cases c on c.id = r.case_id"
        " left join courts t on t.id = r.court_id"
        " where r.id in ({marks})",
        ids,
    )
    judges = _texts(
        db,
        "select j.ruling_id, p.name from ruling_judges j join people p on p.id = j.person_id"
        " where j.ruling_id in ({marks}) order by j.rowid",
        ids,
    )
    sources = _sources(db, "ruling", ids)
    return [
        RulingRow(*(i, *row[:-3], judges.get(i, ()), sources.get(i, ()), *row[-3:-1], _words(row[-1])))
        for i in ids
        for row in base.get(i, ())
    ]


def hearing_rows(db: sqlite3.Connection, ids: Sequence[int]) -> list[HearingRow]:
    """Give hearings in the order of their ids as listed."""
    base = _by_id(
        db,
        "select h.id, h.case_id, c.slug, c.caption, c.kind, h.court_id, t.name, h.date, h.time, h.type,"
        " h.status, h.purpose, h.location, h.moved_from, h.uid, coalesce(k.sequence, 0), k.changed_at,"
        " h.entered, h.corrected"
        " from hearings h join cases c on c.id = h.case_id left join courts t on t.id = h.court_id"
        " left join known_facts k on k.uid = h.uid where h.id in ({marks})",
        ids,
    )
    cases = sorted({int(row[0]) for group in base.values() for row in group})
    judges = _judges_of_cases(db, cases)
    sources = _sources(db, "hearing", ids)
    return [
        HearingRow(
            *(i, *row[:-5], judges.get(int(row[0]), ()), sources.get(i, ()), *row[-5:-1], _words(row[-1]))
        )
        for i in ids
        for row in base.get(i, ())
    ]


def make_passage(db: sqlite3.Connection, source: SourceRow) -> Passage:
    """Set a sentence in the paragraph of its article."""
    text: str = db.execute("select text from articles where id = ?", (source.article_id,)).fetchone()[0]
    start = text.rfind("\n", 0, source.start) + 1
    end = text.find("\n", source.end)
    end = len(text) if end < 0 else end
    return Passage(source, text[start:end], source.start - start, source.end - start)
