"""What a decision is keyed to: the reports of a case, the sentences of a fact, as content."""

from __future__ import annotations

import sqlite3

from casetrack.decisions import FactAnchor, ReportAnchor, SpanAnchor
from casetrack.decisions.correct import ENTERED, read_key
from casetrack.store.edits import list_decisions

ENOUGH = 9
"""Reports that stand for a case when a decision is about the case, not about which reports it has."""


def anchor_reports(db: sqlite3.Connection, case_id: int) -> tuple[ReportAnchor, ...]:
    """Give every report of a case, the first published first."""
    rows = db.execute(
        "select a.sha256, c.position, json_extract(unpack(c.report), '$.caption') from case_articles c"
        " join articles a on a.id = c.article_id where c.case_id = ?"
        " order by coalesce(a.published, '9999'), a.sha256, c.position",
        (case_id,),
    )
    return tuple(ReportAnchor(*row) for row in rows)


def anchor_case(db: sqlite3.Connection, case_id: int) -> tuple[ReportAnchor, ...]:
    """Give the reports that stand for a case."""
    return anchor_reports(db, case_id)[:ENOUGH]


def anchor_fact(
    db: sqlite3.Connection, kind: str, fact_id: int
) -> tuple[tuple[ReportAnchor, ...], FactAnchor]:
    """Give the reports that tell a ruling or hearing, and the fact as it was read."""
    case_id, key = db.execute(f"select case_id, fact_key from {kind}s where id = ?", (fact_id,)).fetchone()
    word, date, about = read_key(key.partition(":")[2])
    rows = db.execute(
        f"select a.sha256, s.start, s.end, s.quote from {kind}_sources s"
        f" join articles a on a.id = s.article_id where s.{kind}_id = ? order by s.rank",
        (fact_id,),
    )
    spans = tuple(SpanAnchor(*row) for row in rows)
    entered = key.split(":")[1].removeprefix(ENTERED) if not spans else None
    told = {span.article for span in spans}
    if entered:
        case = next(d.case for d in list_decisions(db) if d.uid == entered)
    else:
        case = tuple(anchor for anchor in anchor_reports(db, case_id) if anchor.article in told)
    return case, FactAnchor(kind, word, date, about, spans, entered)
