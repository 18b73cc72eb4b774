"""Put reports into cases: keep their keys and pairs, cluster whatever hangs together, name the cases.

Every function runs inside one write transaction. The cases that come out depend on the reports stored
and on what people decided, never on the order of arrival: a report is compared with those that share
a key, and all reports that strong pairs tie together are clustered anew. Only ids tell what came first.

A key that very many reports share (one case in the news for years) has each compared with those
nearest in time: `NEAREST` before it and as many after.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from casetrack.models import CaseReport, Report
from casetrack.resolve import (
    JOIN,
    Card,
    Constraints,
    Pair,
    Ref,
    Told,
    blocking_keys,
    cluster_reports,
    compare,
    make_card,
)
from casetrack.store.codec import pack_report, unpack_report
from casetrack.store.ties import index_ties

NEAREST = 40
"""Reports of one key that a new one is compared with, on either side of its day."""
DAY, BITS = 99_999_999, 36
"""The day of reports without one, later than any, and the bits of a place in time that are content."""


def read_clock() -> str:
    """Give the instant it is, to the second, in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")


@dataclass(slots=True)
class Written:
    """What a batch changed. `reports` and `cards` keep what was read, for reports met again.

    `at` is the instant to note, as ISO text; `origin` is what brought the changes about: ingest, edit or
    rebuild.
    """

    new_cases: set[int] = field(default_factory=set)
    touched: set[int] = field(default_factory=set)
    unplaced: set[int] = field(default_factory=set)
    """Reports whose cases are still to be settled."""
    cards: dict[int, Card] = field(default_factory=dict)
    reports: dict[int, CaseReport] = field(default_factory=dict)
    articles: set[str] = field(default_factory=set)
    """Hashes of articles that came or went, or that a decision now made or undone speaks of."""
    at: str = field(default_factory=read_clock)
    origin: str = "edit"


def store_reports(db: sqlite3.Connection, article_id: int, report: Report, written: Written) -> None:
    """Store an article's reports with their keys and pairs; `place_reports` then finds their cases."""
    article = report.article
    written.articles.add(article.sha256)
    for position, case in enumerate(report.cases):
        cursor = db.execute(
            "insert into case_articles (article_id, position, report) values (?, ?, ?)",
            (article_id, position, pack_report(case)),
        )
        report_id = int(cursor.lastrowid or 0)
        written.reports[report_id] = case
        written.cards[report_id] = make_card(Told(Ref(article.sha256, position), article.published, case))
        index_report(db, report_id, written)
        written.unplaced.add(report_id)


def index_report(db: sqlite3.Connection, report_id: int, written: Written) -> None:
    """Keep a report's keys, and the pairs it makes with the reports that share one."""
    card = load_cards(db, [report_id], written)[report_id]
    stand = _stand(card)
    keys = blocking_keys(card)
    look = json.dumps([number_text(key) for key in keys.look])
    near: set[int] = set()
    for (key,) in db.execute(KEYS_IN_USE, (look,)).fetchall():
        near.update(row[0] for row in db.execute(NEAREST_OF_KEY, (key, stand)))
    db.executemany(
        "insert into report_keys (key, stand, report_id) values (?, ?, ?)",
        [(number_text(key), stand, report_id) for key in keys.kept],
    )
    others = load_cards(db, sorted(near - {report_id}), written)
    index_ties(db, report_id, card, others | _load_siblings(db, report_id, written))
    rows = []
    for other_id, other in others.items():
        pair = compare(card, other)
        if pair is not None:
            a, b = (report_id, other_id) if pair.a == card.ref else (other_id, report_id)
            rows.append((a, b, pair.score, pair.surname))
    db.executemany("insert into report_pairs (a, b, score, surname) values (?, ?, ?, ?)", rows)


def _load_siblings(db: sqlite3.Connection, report_id: int, written: Written) -> dict[int, Card]:
    """Give the cards of the reports of the same article that came before."""
    if not written.cards[report_id].ref.position:
        return {}
    sql = (
        "select x.id from case_articles x join case_articles y on y.article_id = x.article_id"
        " where y.id = ? and x.id < y.id order by x.id"
    )
    return load_cards(db, [row[0] for row in db.execute(sql, (report_id,))], written)


KEYS_IN_USE = "select value from json_each(?) where exists (select 1 from report_keys where key = value)"
NEAREST_OF_KEY = (
    "select report_id from (select report_id from report_keys where key = ?1 and stand < ?2"
    f" order by stand desc, report_id desc limit {NEAREST})"
    " union all select report_id from (select report_id from report_keys where key = ?1 and stand >= ?2"
    f" order by stand, report_id limit {NEAREST})"
)


def number_text(text: str) -> int:
    """Give the 64 bits that stand for a text. Two texts that share them are only looked at in vain."""
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), signed=True)


def _stand(card: Card) -> int:
    """Give where a report stands in time: its article's day, then its content; all of an article are one."""
    day = int(card.published.replace("-", "").ljust(8, "0")) if card.published else DAY
    return day << BITS | number_text(card.ref.sha256) & (1 << BITS) - 1


def load_cards(db: sqlite3.Connection, report_ids: Sequence[int], written: Written) -> dict[int, Card]:
    """Give the cards of reports, read once a batch."""
    missing = [report_id for report_id in report_ids if report_id not in written.cards]
    sql = (
        "select c.id, a.sha256, c.position, a.published, c.report from case_articles c"
        " join articles a on a.id = c.article_id where c.id in ({marks})"
    )
    for report_id, sha256, position, published, packed in select_many(db, sql, missing) if missing else ():
        report = written.reports[report_id] = unpack_report(packed)
        written.cards[report_id] = make_card(Told(Ref(sha256, position), published, report))
    return {report_id: written.cards[report_id] for report_id in report_ids}


def select_many(db: sqlite3.Connection, sql: str, ids: Iterable[int | str]) -> list[tuple[Any, ...]]:
    """Run a query over ids, all at once; its text is always the same, so that it is prepared once."""
    listed = json.dumps(list(ids))
    return db.execute(sql.format(marks="select value from json_each(?1)"), (listed,)).fetchall()


def place_reports(db: sqlite3.Connection, written: Written) -> None:
    """Settle the cases of all reports that wait, and of all that hang together with them."""
    cases = gather_reports(db, written.unplaced)
    written.unplaced.clear()
    cards = load_cards(db, sorted(cases), written)
    ids = {card.ref: report_id for report_id, card in cards.items()}
    resolved = cluster_reports({c.ref: c for c in cards.values()}, _pairs(db, cards), _constraints(db, cards))
    groups = sorted(sorted(ids[ref] for ref in case) for case in resolved.cases)
    chosen = _choose_homes(groups, cases)
    homes = [home or _open_case(db, group, written) for group, home in zip(groups, chosen, strict=True)]
    for group, home in zip(groups, homes, strict=True):
        moved = [report_id for report_id in group if cases[report_id] != home]
        if moved:
            written.touched.add(home)
            written.touched |= {case for r in moved if (case := cases[r]) is not None}
            sql = "update case_articles set case_id = ?1, first_case = coalesce(first_case, ?1) where id = ?2"
            db.executemany(sql, [(home, r) for r in moved])
    _remember_ids(db, groups, homes, cases)


def gather_reports(db: sqlite3.Connection, seeds: Iterable[int]) -> dict[int, int | None]:
    """Give all reports tied to some by strong pairs, by a person or by their case, with their cases."""
    cases: dict[int, int | None] = {}
    fresh = set(seeds)
    while fresh:
        found = dict(
            select_many(db, "select id, case_id from case_articles where id in ({marks})", sorted(fresh))
        )
        cases |= found
        next_to: set[int] = set()
        for one, other in (("a", "b"), ("b", "a")):
            for table, tied in (("pairs", f"score >= {JOIN}"), ("constraints", "verdict = 'join'")):
                sql = f"select {other} from report_{table} where {one} in ({{marks}}) and {tied}"
                next_to |= {row[0] for row in select_many(db, sql, sorted(found))}
        homes = sorted({case for case in found.values() if case is not None})
        together = "select id from case_articles where case_id in ({marks})"
        next_to |= {row[0] for row in select_many(db, together, homes)}
        fresh = next_to - cases.keys()
    return cases


def set_constraints(
    db: sqlite3.Connection,
    join: Iterable[tuple[int, int]],
    apart: Iterable[tuple[int, int]],
    written: Written,
) -> None:
    """Make these all that people decided of pairs of reports, by their ids; `settle` then acts on it.

    A pair that is in both must be apart.
    """
    wanted = {(min(pair), max(pair)): "join" for pair in join}
    wanted |= {(min(pair), max(pair)): "apart" for pair in apart}
    stored = {(a, b): verdict for a, b, verdict in db.execute("select * from report_constraints")}
    for pair in {p for p in wanted.keys() | stored.keys() if wanted.get(p) != stored.get(p)}:
        written.unplaced |= set(gather_reports(db, pair))
        db.execute("delete from report_constraints where a = ? and b = ?", pair)
        if pair in wanted:
            db.execute("insert into report_constraints values (?, ?, ?)", (*pair, wanted[pair]))
        written.unplaced |= set(gather_reports(db, pair))
    written.touched |= {case for case in gather_reports(db, written.unplaced).values() if case is not None}


def _pairs(db: sqlite3.Connection, cards: dict[int, Card]) -> list[Pair]:
    sql = f"select a, b, score, surname from report_pairs where a in ({{marks}}) and score >= {JOIN}"
    rows = select_many(db, sql, sorted(cards))
    return [Pair(cards[a].ref, cards[b].ref, score, last) for a, b, score, last in rows if b in cards]


def _constraints(db: sqlite3.Connection, cards: dict[int, Card]) -> Constraints:
    rows = select_many(db, "select a, b, verdict from report_constraints where a in ({marks})", sorted(cards))
    known = [(cards[a].ref, cards[b].ref, verdict) for a, b, verdict in rows if b in cards]
    return Constraints(
        frozenset((a, b) for a, b, verdict in known if verdict == "join"),
        frozenset((a, b) for a, b, verdict in known if verdict == "apart"),
    )


def _choose_homes(groups: Sequence[Sequence[int]], cases: dict[int, int | None]) -> list[int | None]:
    """Give each group the case that most of it was; between equals the older case, then the first group."""
    claims = [
        (-count, case, number)
        for number, group in enumerate(groups)
        for case, count in Counter(cases[r] for r in group).items()
        if case is not None
    ]
    homes: list[int | None] = [None] * len(groups)
    taken: set[int] = set()
    for _, case, number in sorted(claims):
        if homes[number] is None and case not in taken:
            homes[number] = case
            taken.add(case)
    return homes


def _open_case(db: sqlite3.Connection, reports: Sequence[int], written: Written) -> int:
    """Make a case without a name, under the id that most of its reports had at first if that is free.

    Any other id is a new one: an id never comes to mean another case.
    """
    first = Counter(
        row[1]
        for row in select_many(
            db,
            "select c.id, c.first_case from case_articles c join former_ids f on f.old_id = c.first_case"
            " where c.id in ({marks}) and c.first_case not in (select id from cases)",
            reports,
        )
    )
    case_id = min(first, key=lambda case: (-first[case], case), default=None) or _next_id(db)
    db.execute("delete from former_ids where old_id = ?", (case_id,))
    db.execute(
        "insert into cases (id, slug, caption, kind) values (?, ?, '', 'other')", (case_id, f"~{case_id}")
    )
    written.new_cases.add(case_id)
    return case_id


def _next_id(db: sqlite3.Connection) -> int:
    newest = "coalesce((select max({}) from {}), 0)"
    sql = f"select max({newest.format('id', 'cases')}, {newest.format('old_id', 'former_ids')})"
    return int(db.execute(sql).fetchone()[0]) + 1


def _remember_ids(
    db: sqlite3.Connection,
    groups: Sequence[Sequence[int]],
    homes: Sequence[int],
    cases: dict[int, int | None],
) -> None:
    """Let the ids of cases that went up in another lead there."""
    where = {r: home for group, home in zip(groups, homes, strict=True) for r in group}
    lost = {case for case in cases.values() if case is not None} - set(homes)
    for case in sorted(lost):
        taken = Counter(home for r, home in where.items() if cases[r] == case)
        if not taken:
            continue
        heir = min(taken, key=lambda h: (-taken[h], h))
        slug = db.execute("select slug from cases where id = ?", (case,)).fetchone()[0]
        for table in ("former_ids", "former_slugs"):
            db.execute(f"update or ignore {table} set case_id = ? where case_id = ?", (heir, case))
        db.execute("insert or replace into former_ids values (?, ?)", (case, heir))
        db.execute("insert or ignore into former_slugs values (?, ?)", (slug, heir))
