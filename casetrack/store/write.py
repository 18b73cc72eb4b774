"""Write articles and the cases they report; every function runs inside one write transaction.

An article's reports are kept as they were read; a case's rows are derived from all its reports
anew whenever one of them comes or goes. Nothing here reads text.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from casetrack.combine import Combined, Member, combine_members
from casetrack.models import Article, CaseReport, Hearing, Report, Ruling
from casetrack.resolve import Candidate, blocking_keys, resolve_case
from casetrack.store.codec import report_from_json, report_to_json
from casetrack.store.connect import fold
from casetrack.store.facts import add_person, store_court, write_facts

MAX_CANDIDATES = 60
"""A key that so many cases share tells nothing: the latest of them are looked at."""


@dataclass(slots=True)
class Written:
    """What a batch changed."""

    new_cases: set[int] = field(default_factory=set)
    touched: set[int] = field(default_factory=set)
    weak: list[tuple[int, int, str, float, tuple[str, ...]]] = field(default_factory=list)


def known_hashes(db: sqlite3.Connection, hashes: Sequence[str]) -> set[str]:
    """Give those of the hashes that are stored."""
    found: set[str] = set()
    for at in range(0, len(hashes), 500):
        part = hashes[at : at + 500]
        marks = ",".join("?" * len(part))
        found |= {
            row[0] for row in db.execute(f"select sha256 from articles where sha256 in ({marks})", part)
        }
    return found


def find_by_path(db: sqlite3.Connection, path: str) -> int | None:
    """Give the id of the article read from a path."""
    row = db.execute("select id from articles where path = ? and path != '-'", (path,)).fetchone()
    return int(row[0]) if row else None


def give_way(
    db: sqlite3.Connection, article_id: int, path: str, copies: Mapping[str, str], written: Written
) -> None:
    """Make room at a path whose text has changed.

    Args:
        copies: paths where stored texts were met again, by hash; such a copy keeps the article alive.
    """
    sha256 = db.execute("select sha256 from articles where id = ?", (article_id,)).fetchone()[0]
    copy = copies.get(sha256, path)
    if copy == path:
        drop_article(db, article_id, written)
    else:
        db.execute("update articles set path = ? where id = ?", (copy, article_id))


def drop_article(db: sqlite3.Connection, article_id: int, written: Written) -> None:
    """Remove an article and what it alone told; its cases are derived from what is left."""
    cases = {
        int(row[0])
        for row in db.execute("select case_id from case_articles where article_id = ?", (article_id,))
    }
    db.execute("delete from articles where id = ?", (article_id,))
    gone = derive_cases(db, cases)
    written.touched |= cases - gone
    written.touched -= gone
    written.new_cases -= gone


def sweep_orphans(db: sqlite3.Connection) -> None:
    """Remove people and courts that no case, ruling or hearing speaks of any more."""
    db.execute(
        "delete from people where id not in (select person_id from case_people)"
        " and id not in (select person_id from ruling_judges)"
    )
    db.execute(
        "delete from courts where id not in (select court_id from cases where court_id is not null)"
        " and id not in (select court_id from rulings where court_id is not null)"
        " and id not in (select court_id from hearings where court_id is not null)"
    )


def add_report(db: sqlite3.Connection, report: Report, now: str, written: Written) -> int:
    """Store an article and put each case it reports where it belongs; gives the article's id."""
    article = report.article
    article_id = _insert_article(db, article, now)
    for position, case in enumerate(report.cases):
        case_id, score, reasons = _place_case(db, article, case, article_id, written)
        db.execute(
            "insert into case_articles (case_id, article_id, position, report, score, reasons)"
            " values (?, ?, ?, ?, ?, ?)",
            (
                case_id,
                article_id,
                position,
                report_to_json(case),
                score,
                json.dumps(reasons, ensure_ascii=False),
            ),
        )
        db.executemany(
            "insert or ignore into case_keys (key, case_id) values (?, ?)",
            [(key, case_id) for key in blocking_keys(case)],
        )
        written.touched.add(case_id)
    return article_id


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


def _place_case(
    db: sqlite3.Connection, article: Article, case: CaseReport, article_id: int, written: Written
) -> tuple[int, float, tuple[str, ...]]:
    candidates = _candidates(db, case, article_id)
    found = resolve_case(case, article.published, candidates)
    case_id = found.case_id
    if case_id is None:
        case_id = _insert_case(db, case)
        written.new_cases.add(case_id)
    for other, score, reasons in found.ambiguous:
        if other == case_id:
            continue
        db.execute(
            "insert or ignore into review (case_id, other_id, article_id, score, reasons)"
            " values (?, ?, ?, ?, ?)",
            (case_id, other, article_id, score, json.dumps(reasons, ensure_ascii=False)),
        )
        written.weak.append((case_id, other, article.path, score, reasons))
    return case_id, found.score, found.reasons


def _candidates(db: sqlite3.Connection, case: CaseReport, article_id: int) -> list[Candidate]:
    """Give the stored cases that share a key, without those this very article already reports."""
    keys = blocking_keys(case)
    if not keys:
        return []
    marks = ",".join("?" * len(keys))
    ids = [
        row[0]
        for row in db.execute(
            f"select case_id, count(*) as hits from case_keys where key in ({marks})"
            " and case_id not in (select case_id from case_articles where article_id = ?)"
            " group by case_id order by hits desc, case_id limit ?",
            (*keys, article_id, MAX_CANDIDATES),
        )
    ]
    return [
        Candidate(case_id, tuple((m.published, m.report) for m in load_members(db, case_id)))
        for case_id in ids
    ]


def load_members(db: sqlite3.Connection, case_id: int) -> list[Member]:
    """Give the reports that make up a case."""
    rows = db.execute(
        "select a.id, a.sha256, a.published, c.report from case_articles c"
        " join articles a on a.id = c.article_id"
        " where c.case_id = ? order by a.id, c.position",
        (case_id,),
    )
    return [Member(row[0], row[1], row[2], report_from_json(row[3])) for row in rows]


def _insert_case(db: sqlite3.Connection, case: CaseReport) -> int:
    cursor = db.execute(
        "insert into cases (slug, caption, kind) values (?, ?, ?)",
        (_free_slug(db, case.caption), case.caption, case.kind),
    )
    return int(cursor.lastrowid or 0)


def _free_slug(db: sqlite3.Connection, caption: str) -> str:
    base = re.sub(r"[^a-z0-9]+", "-", fold(caption) or "").strip("-")[:60].strip("-") or "case"
    slug, number = base, 1
    while db.execute("select 1 from cases where slug = ?", (slug,)).fetchone():
        number += 1
        slug = f"{base}-{number}"
    return slug


def derive_cases(db: sqlite3.Connection, case_ids: Iterable[int]) -> set[int]:
    """Derive the rows of cases from their reports; gives the cases that had none left and are gone."""
    gone: set[int] = set()
    for case_id in sorted(case_ids):
        members = load_members(db, case_id)
        if not members:
            db.execute("delete from cases where id = ?", (case_id,))
            gone.add(case_id)
            continue
        _write_case(db, case_id, combine_members(members))
        _write_keys(db, case_id, members)
    return gone


def _write_keys(db: sqlite3.Connection, case_id: int, members: Sequence[Member]) -> None:
    db.execute("delete from case_keys where case_id = ?", (case_id,))
    keys = {key for member in members for key in blocking_keys(member.report)}
    db.executemany(
        "insert into case_keys (key, case_id) values (?, ?)", [(key, case_id) for key in sorted(keys)]
    )


def _write_case(db: sqlite3.Connection, case_id: int, case: Combined) -> None:
    court_id = store_court(db, case.court)
    pending = any(
        isinstance(h.fact, Hearing)
        and h.fact.status in {"scheduled", "postponed"}
        and (h.fact.date or "9") >= (case.last_reported or "")
        for h in case.hearings
    )
    final = any(
        isinstance(r.fact, Ruling) and r.fact.disposition in {"sentenced", "acquitted", "dismissed"}
        for r in case.rulings
    )
    db.execute(
        "update cases set caption = ?, kind = ?, court_id = ?, status = ?,"
        " first_reported = ?, last_reported = ? where id = ?",
        (
            case.caption,
            case.kind,
            court_id,
            "decided" if final and not pending else "pending",
            case.first_reported,
            case.last_reported,
            case_id,
        ),
    )
    for table in ("docket_numbers", "case_names", "parties", "case_people"):
        db.execute(f"delete from {table} where case_id = ?", (case_id,))
    db.executemany("insert into docket_numbers values (?, ?)", [(case_id, n) for n in case.docket_numbers])
    db.executemany(
        "insert into case_names values (?, ?, ?)", [(case_id, name, article) for name, article in case.names]
    )
    db.executemany(
        "insert into parties (case_id, name, kind, role) values (?, ?, ?, ?)",
        [(case_id, p.name, p.kind, p.role) for p in case.parties],
    )
    for judge in case.judges:
        add_person(db, case_id, judge, "judge", None)
    for attorney in case.attorneys:
        add_person(db, case_id, attorney.name, "attorney", attorney.represents)
    write_facts(db, case_id, court_id, "ruling", case.rulings)
    write_facts(db, case_id, court_id, "hearing", case.hearings)


def count_facts(db: sqlite3.Connection) -> tuple[int, int]:
    """Count rulings and hearings."""
    return (
        int(db.execute("select count(*) from rulings").fetchone()[0]),
        int(db.execute("select count(*) from hearings").fetchone()[0]),
    )


def start_import(db: sqlite3.Connection, now: str) -> int:
    """Open the record of a run."""
    return int(db.execute("insert into imports (started_at) values (?)", (now,)).lastrowid or 0)


def end_import(
    db: sqlite3.Connection,
    import_id: int,
    now: str,
    counts: dict[str, int],
    errors: Sequence[tuple[str, str]],
) -> None:
    """Close the record of a run, with what it could not take."""
    db.execute(
        "update imports set ended_at = ?, added = ?, unchanged = ?, replaced = ?, refused = ?, undated = ?"
        " where id = ?",
        (
            now,
            counts["added"],
            counts["unchanged"],
            counts["replaced"],
            counts["refused"],
            counts["undated"],
            import_id,
        ),
    )
    db.executemany(
        "insert into import_errors (import_id, path, reason) values (?, ?, ?)",
        [(import_id, p, r) for p, r in errors],
    )
