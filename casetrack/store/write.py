"""Write articles and the cases they report; every function runs inside one write transaction.

An article's reports are kept as they were read; a case's rows are derived from all its reports
anew whenever one of them comes or goes. Nothing here reads text.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from casetrack.decisions.follow import is_same_story
from casetrack.models import Article, Report
from casetrack.store.changes import log_changes
from casetrack.store.codec import pack_text, report_text, unpack_text
from casetrack.store.derive import derive_cases
from casetrack.store.doubts import Weak, derive_review
from casetrack.store.edits import all_hashes, apply_decisions, derive_links, follow_text, touch_decided
from casetrack.store.place import (
    Written,
    gather_reports,
    index_report,
    place_reports,
    select_many,
    store_reports,
)
from casetrack.store.ties import derive_ties

FileState = tuple[int, int, int, int]
"""Device, inode, size in bytes, and time of change in nanoseconds."""


@dataclass(frozen=True, slots=True)
class SeenFile:
    """A file whose texts were all taken; `state` is from before it was read."""

    path: str
    state: FileState
    texts: int


KNOWN = (
    "select exists (select 1 from articles where sha256 = ?1)"
    " or exists (select 1 from forgotten where sha256 = ?1)"
)


def known_hashes(db: sqlite3.Connection, hashes: Iterable[str]) -> set[str]:
    """Give those of the hashes that are stored, or were forgotten for good."""
    return {sha256 for sha256 in hashes if db.execute(KNOWN, (sha256,)).fetchone()[0]}


def free_path(db: sqlite3.Connection, article: Article, written: Written) -> bool:
    """Let the text go that an article's file held before; tell whether there was one."""
    row = db.execute(
        "select id, sha256, text from articles where path = ? and path != '-'", (article.path,)
    ).fetchone()
    if row is None or row[1] == article.sha256:
        return False
    is_gone = give_way(db, row[0], article.path, written)
    if is_gone and is_same_story(row[2], article.text) and not known_hashes(db, [article.sha256]):
        follow_text(db, row[1], article.sha256)
    return True


def give_way(db: sqlite3.Connection, article_id: int, path: str, written: Written) -> bool:
    """Make room at a path whose text has changed; tells whether the old text is gone.

    It stays where it was met elsewhere too.
    """
    db.execute("delete from article_files where path = ?", (path,))
    other = db.execute(
        "select path from article_files where article_id = ? order by path limit 1", (article_id,)
    ).fetchone()
    if other is None:
        drop_article(db, article_id, written)
    else:
        db.execute("update articles set path = ? where id = ?", (other[0], article_id))
    return other is None


def note_path(db: sqlite3.Connection, path: str, sha256: str) -> None:
    """Note that a text stands at a path, besides where it was met first."""
    if path != "-":
        db.execute(
            "insert or replace into article_files select ?, id from articles where sha256 = ?", (path, sha256)
        )


def remember_file(db: sqlite3.Connection, seen: SeenFile) -> None:
    """Remember a file that was read whole, so that it need not be read again while it stays as it is."""
    db.execute("insert or replace into files values (?, ?, ?, ?, ?, ?)", (seen.path, *seen.state, seen.texts))


CROWDED = 4
"""Known files for each one asked after, from which on each is asked after by name."""


def recall_files(db: sqlite3.Connection, states: Mapping[str, FileState]) -> dict[str, int]:
    """Give how many texts each file held that is as it was when it was last read whole.

    Files are walked in the order of their names: all that is known between the first and the last costs
    half of asking for each, unless there is much more of it.
    """
    if not states:
        return {}
    most = CROWDED * len(states)
    between = (min(states), max(states), most)
    rows = db.execute("select * from files where path between ? and ? limit ?", between).fetchall()
    if len(rows) == most:
        marks = ",".join("?" * len(states))
        rows = db.execute(f"select * from files where path in ({marks})", [*states]).fetchall()
    return {
        path: texts
        for path, device, inode, size, modified, texts in rows
        if states.get(path) == (device, inode, size, modified)
    }


def drop_article(db: sqlite3.Connection, article_id: int, written: Written) -> None:
    """Remove an article and what it alone told; `settle` then looks again at whatever it was tied to."""
    told = dict(db.execute("select id, case_id from case_articles where article_id = ?", (article_id,)))
    written.articles |= {
        row[0] for row in db.execute("select sha256 from articles where id = ?", (article_id,))
    }
    written.touched |= {case for case in told.values() if case is not None}
    tied = set(gather_reports(db, told)) - told.keys()
    db.execute("delete from articles where id = ?", (article_id,))
    for report_id in told:
        written.cards.pop(report_id, None)
        written.reports.pop(report_id, None)
    written.unplaced -= told.keys()
    written.unplaced |= tied


SPEAKERS = {
    "people": (
        "select person_id from case_people where case_id in ({marks})"
        " union select j.person_id from rulings r join ruling_judges j on j.ruling_id = r.id"
        " where r.case_id in ({marks})"
    ),
    "courts": (
        "select court_id from cases where id in ({marks}) and court_id is not null"
        " union select court_id from rulings where case_id in ({marks}) and court_id is not null"
        " union select court_id from hearings where case_id in ({marks}) and court_id is not null"
    ),
}
UNSPOKEN = {
    "people": (
        "not exists (select 1 from case_people where person_id = people.id)"
        " and not exists (select 1 from ruling_judges where person_id = people.id)"
    ),
    "courts": (
        "not exists (select 1 from cases where court_id = courts.id)"
        " and not exists (select 1 from rulings where court_id = courts.id)"
        " and not exists (select 1 from hearings where court_id = courts.id)"
    ),
}


def sweep_orphans(db: sqlite3.Connection) -> None:
    """Remove people and courts that no case, ruling or hearing speaks of any more."""
    for table, unspoken in UNSPOKEN.items():
        db.execute(f"delete from {table} where {unspoken}")


def _spoken_of(db: sqlite3.Connection, cases: Iterable[int]) -> dict[str, set[int | str]]:
    """Give the people and courts that some cases speak of, by their ids."""
    listed = list(cases)
    return {table: {row[0] for row in select_many(db, sql, listed)} for table, sql in SPEAKERS.items()}


def _sweep(db: sqlite3.Connection, before: dict[str, set[int | str]], cases: Iterable[int]) -> None:
    """Remove those people and courts that nothing speaks of now that these cases do not."""
    after = _spoken_of(db, cases)
    for table, known in before.items():
        lost = sorted(known - after[table], key=str)
        if lost:
            select_many(db, f"delete from {table} where id in ({{marks}}) and {UNSPOKEN[table]}", lost)


def add_report(db: sqlite3.Connection, report: Report, written: Written) -> int:
    """Store an article with the cases it reports; gives the article's id. `settle` finds their cases."""
    article_id = _insert_article(db, report.article, written.at)
    if report.article.path != "-":
        db.execute("insert or replace into article_files values (?, ?)", (report.article.path, article_id))
    store_reports(db, article_id, report, written)
    return article_id


HEADER = ("title", "source", "author", "url", "dateline", "published", "text")
"""The columns of an article that reading it may change."""


def stored_articles(db: sqlite3.Connection) -> Iterator[Article]:
    """Give all articles as they are stored, the one that came first before the others.

    Each is looked up when it is its turn: the caller may write meanwhile.
    """
    columns = ("sha256", "path", *HEADER)
    for (article_id,) in db.execute("select id from articles order by id").fetchall():
        sql = f"select {', '.join(columns)} from articles where id = ?"
        yield Article(**dict(zip(columns, db.execute(sql, (article_id,)).fetchone(), strict=True)))


def rewrite_report(db: sqlite3.Connection, report: Report) -> bool:
    """Put what a stored article tells now in the place of what it told; tells whether it is otherwise.

    `derive_all` then finds the cases.
    """
    article = report.article
    header = [getattr(article, name) for name in HEADER]
    article_id, *known = db.execute(
        f"select id, {', '.join(HEADER)} from articles where sha256 = ?", (article.sha256,)
    ).fetchone()
    if known != header:
        settings = ", ".join(f"{name} = ?" for name in HEADER)
        db.execute(f"update articles set {settings} where id = ?", (*header, article_id))
    sql = "select report from case_articles where article_id = ? order by position"
    before = [unpack_text(row[0]) for row in db.execute(sql, (article_id,))]
    now = [report_text(case) for case in report.cases]
    for position, told in enumerate(now):
        db.execute(
            "insert into case_articles (article_id, position, report) values (?, ?, ?)"
            " on conflict (article_id, position) do update set report = excluded.report",
            (article_id, position, pack_text(told)),
        )
    db.execute("delete from case_articles where article_id = ? and position >= ?", (article_id, len(now)))
    return before != now or known != header


def derive_all(db: sqlite3.Connection, at: str | None = None) -> None:
    """Find the cases of all reports stored, from their keys and pairs on, and make all decisions again."""
    written = Written(origin="rebuild", articles=all_hashes(db))
    written.at = at or written.at
    db.execute("delete from report_keys")
    db.execute("delete from report_pairs")
    db.execute("delete from report_ties")
    written.touched = {row[0] for row in db.execute("select id from cases")}
    for row in db.execute("select id from case_articles order by id").fetchall():
        written.unplaced.add(row[0])
        index_report(db, row[0], written)
    settle(db, written)


def settle(db: sqlite3.Connection, written: Written) -> list[Weak]:
    """Find the cases of all that was written, unsettled or decided; gives the weak matches that are new."""
    apply_decisions(db, written)
    place_reports(db, written)
    links = touch_decided(db, written)
    before = _spoken_of(db, written.touched)
    gone = derive_cases(db, written.touched, written.reports)
    _sweep(db, before, written.touched)
    written.touched -= gone
    written.new_cases -= gone
    if links:
        derive_links(db)
    derive_ties(db, written.touched)
    log_changes(db, written, gone)
    return derive_review(db, written.touched, written)


def _insert_article(db: sqlite3.Connection, article: Article, now: str) -> int:
    cursor = db.execute(
        "insert into articles (sha256, path, title, source, author, url, dateline, published, text,"
        " ingested_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            article.sha256, article.path, article.title, article.source, article.author, article.url,
            article.dateline, article.published, article.text, now,
        ),
    )  # fmt: skip
    return int(cursor.lastrowid or 0)


def count_articles(db: sqlite3.Connection) -> int:
    """Count articles."""
    return int(db.execute("select count(*) from articles").fetchone()[0])


def count_facts(db: sqlite3.Connection) -> tuple[int, int]:
    """Count rulings and hearings."""
    return (
        int(db.execute("select count(*) from rulings").fetchone()[0]),
        int(db.execute("select count(*) from hearings").fetchone()[0]),
    )
