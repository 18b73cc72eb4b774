"""The listings, each described once for every format.

Names are those of the row's fields. A fact's first sentence is spelled out in columns of its own
for csv; json carries all of its sentences as `sources` instead.
"""

from __future__ import annotations

from casetrack.decisions.rows import DecisionRow, FollowupRow, ReviewItem
from casetrack.render.columns import Column, Columns, data_columns
from casetrack.render.marks import spell_marks
from casetrack.render.phrases import cite_fact, hearing_style, name_decider, quote_briefly, ruling_style
from casetrack.render.text import spell
from casetrack.store.rows import ArticleRow, CaseRow, DocketEntry, HearingRow, RulingRow, SearchHit, SourceRow


def _say_subject(row: RulingRow) -> str:
    return row.subject or quote_briefly(row.sources, 80)


def _say_purpose(row: HearingRow) -> str:
    return row.purpose or quote_briefly(row.sources, 80)


def _say_when(row: HearingRow) -> str:
    return " ".join(filter(None, (row.date, row.time)))


def _name_court(row: CaseRow | RulingRow | HearingRow | FollowupRow) -> str | None:
    """Name the court by its id where that is one that people use, such as nyed, else in full."""
    known_by_id = row.court_id is not None and len(row.court_id) <= 7
    return row.court_id if known_by_id else row.court or row.court_id


CASE_COLUMNS: Columns[CaseRow] = (
    Column("id", lambda row: row.id, "ID", justify="right"),
    Column("slug", lambda row: row.slug),
    Column("caption", lambda row: row.caption, "CASE", style=lambda row: "bold", wrap=18),
    Column("kind", lambda row: row.kind, "KIND", rank=4),
    Column("court_id", lambda row: row.court_id),
    Column("court", lambda row: row.court),
    Column("court_level", lambda row: row.court_level),
    Column("where", _name_court, "COURT", wrap=12, rank=2, only="table"),
    Column("judges", lambda row: row.judges, "JUDGE", wrap=12, rank=5),
    Column("docket_numbers", lambda row: row.docket_numbers, "DOCKET", wrap=14, rank=6),
    Column("status", lambda row: row.status, "STATUS", rank=2),
    Column("first_reported", lambda row: row.first_reported, "FIRST", rank=8),
    Column("last_reported", lambda row: row.last_reported, "REPORTED"),
    Column("next_hearing", lambda row: row.next_hearing, "NEXT", style=lambda row: "bold cyan", rank=1),
    Column("articles", lambda row: row.articles, "ART", rank=7, justify="right"),
    Column("rulings", lambda row: row.rulings, "RUL", rank=3, justify="right"),
    Column("hearings", lambda row: row.hearings, "HRG", rank=3, justify="right"),
)

ARTICLE_COLUMNS: Columns[ArticleRow] = (
    Column("id", lambda row: row.id, "ID", justify="right"),
    Column("published", lambda row: row.published, "PUBLISHED"),
    Column("source", lambda row: row.source, "SOURCE", wrap=12, rank=2),
    Column(
        "title",
        lambda row: row.title,
        "TITLE",
        show=lambda row: row.title or row.path,
        wrap=20,
        link=lambda row: row.url,
    ),
    Column("author", lambda row: row.author),
    Column("dateline", lambda row: row.dateline, "DATELINE", wrap=12, rank=3),
    Column("cases", lambda row: row.cases, only="json"),
    Column("cases", lambda row: [case.slug for case in row.cases], only="csv"),
    Column("names", lambda row: [case.caption for case in row.cases], "CASES", wrap=20, rank=1, only="table"),
    Column("path", lambda row: row.path, "PATH", wrap=24, rank=4),
    Column("url", lambda row: row.url),
    Column("chars", lambda row: row.chars),
    Column("sha256", lambda row: row.sha256),
    Column("ingested_at", lambda row: row.ingested_at),
)


def _first(row: RulingRow | HearingRow) -> SourceRow | None:
    return row.sources[0] if row.sources else None


def _source_column(name: str, field: str) -> Column[RulingRow | HearingRow]:
    return Column(name, lambda row: getattr(_first(row), field, None), only="csv")


SOURCE_COLUMNS: tuple[Column[RulingRow | HearingRow], ...] = (
    Column("sources", lambda row: row.sources, only="json"),
    Column(
        "by",
        cite_fact,
        "REPORTED BY",
        wrap=20,
        rank=5,
        only="table",
        link=lambda row: row.sources[0].url if row.sources else None,
    ),
    Column("source_count", lambda row: len(row.sources), only="csv"),
    _source_column("source", "source"),
    _source_column("published", "published"),
    _source_column("article_id", "article_id"),
    _source_column("path", "path"),
    _source_column("url", "url"),
    _source_column("start", "start"),
    _source_column("end", "end"),
    _source_column("quote", "quote"),
    _source_column("rule", "rule"),
    _source_column("confidence", "confidence"),
)

BY_HAND_COLUMNS: tuple[Column[RulingRow | HearingRow], ...] = (
    Column("entered", lambda row: row.entered),
    Column("corrected", lambda row: row.corrected),
)


def _entry_column(name: str) -> Column[DocketEntry]:
    return Column(name, lambda row: getattr(row.fact, name, None))


def _on_fact(column: Column[RulingRow | HearingRow]) -> Column[DocketEntry]:
    return Column(column.name, lambda row: column.get(row.fact))


FACT_CASE_COLUMNS: tuple[Column[RulingRow | HearingRow], ...] = (
    Column("caption", lambda row: row.caption, "CASE", style=lambda row: "bold", wrap=18),
    Column("case_id", lambda row: row.case_id),
    Column("slug", lambda row: row.slug),
    Column("kind", lambda row: row.kind),
    Column("court_id", lambda row: row.court_id),
    Column("court", lambda row: row.court),
    Column("where", _name_court, "COURT", wrap=12, rank=3, only="table"),
)

RULING_COLUMNS: Columns[RulingRow] = (
    Column("id", lambda row: row.id, "ID", justify="right"),
    Column("date", lambda row: row.date, "DATE"),
    Column(
        "disposition",
        lambda row: row.disposition,
        "RULING",
        show=lambda row: spell(row.disposition),
        style=ruling_style,
    ),
    Column("subject", lambda row: row.subject, "ABOUT", show=_say_subject, wrap=36),
    *FACT_CASE_COLUMNS,
    Column("movant", lambda row: row.movant, "SOUGHT BY", wrap=14, rank=4),
    Column("decided_by", lambda row: row.decided_by),
    Column("judges", lambda row: row.judges),
    Column("decider", name_decider, "BY", wrap=10, rank=2, only="table"),
    *SOURCE_COLUMNS,
    *BY_HAND_COLUMNS,
    Column("uid", lambda row: row.uid),
)

HEARING_COLUMNS: Columns[HearingRow] = (
    Column("id", lambda row: row.id, "ID", justify="right"),
    Column("date", lambda row: row.date, "DATE", show=_say_when, wrap=10),
    Column("time", lambda row: row.time),
    Column("type", lambda row: row.type, "TYPE", show=lambda row: spell(row.type), wrap=11),
    Column("status", lambda row: row.status, "STATUS", style=hearing_style),
    Column("purpose", lambda row: row.purpose, "ABOUT", show=_say_purpose, wrap=24),
    *FACT_CASE_COLUMNS,
    Column("location", lambda row: row.location, "WHERE", wrap=12, rank=4),
    Column("moved_from", lambda row: row.moved_from, "MOVED FROM", rank=4),
    Column("judges", lambda row: row.judges, "JUDGE", wrap=12, rank=4),
    *SOURCE_COLUMNS,
    *BY_HAND_COLUMNS,
    Column("uid", lambda row: row.uid),
    Column("sequence", lambda row: row.sequence),
    Column("changed_at", lambda row: row.changed_at),
)

ENTRY_COLUMNS: Columns[DocketEntry] = (
    Column("entry", lambda row: row.kind),
    Column("id", lambda row: row.fact.id),
    Column("date", lambda row: row.date),
    _entry_column("time"),
    _entry_column("disposition"),
    _entry_column("type"),
    _entry_column("status"),
    _entry_column("subject"),
    _entry_column("purpose"),
    _entry_column("movant"),
    _entry_column("decided_by"),
    _entry_column("judges"),
    _entry_column("location"),
    _entry_column("moved_from"),
    *(_on_fact(column) for column in (*data_columns(SOURCE_COLUMNS, "csv"), *BY_HAND_COLUMNS)),
)

ASK_AFTER = {"hearing": "what came of it", "silent": "what is new"}

FOLLOWUP_COLUMNS: Columns[FollowupRow] = (
    Column("kind", lambda row: row.kind, "ASK AFTER", show=lambda row: ASK_AFTER[row.kind]),
    Column("days", lambda row: row.days, "DAYS", justify="right"),
    Column("caption", lambda row: row.caption, "CASE", style=lambda row: "bold", wrap=18),
    Column("case_id", lambda row: row.case_id),
    Column("slug", lambda row: row.slug),
    Column("court_id", lambda row: row.court_id),
    Column("court", lambda row: row.court),
    Column("where", _name_court, "COURT", wrap=12, rank=2, only="table"),
    Column("last_reported", lambda row: row.last_reported, "REPORTED", rank=1),
    Column("hearing_id", lambda row: row.hearing_id, "HRG", justify="right"),
    Column("date", lambda row: row.date, "DATE"),
    Column("type", lambda row: row.type, "TYPE", show=lambda row: spell(row.type), wrap=11),
    Column("status", lambda row: row.status, "STATUS", rank=3),
    Column("purpose", lambda row: row.purpose, "ABOUT", wrap=24, rank=4),
    Column("uid", lambda row: row.uid),
)
REVIEW_COLUMNS: Columns[ReviewItem] = (
    Column("id", lambda row: row.id, "ID"),
    Column("doubt", lambda row: row.doubt, "DOUBT"),
    Column("score", lambda row: row.score, "SCORE", show=lambda row: f"{row.score:.2f}", justify="right"),
    Column("case_id", lambda row: row.case_id),
    Column(
        "caption",
        lambda row: row.caption,
        "CASE",
        show=lambda row: f"{row.caption} ({row.case_id})",
        wrap=18,
    ),
    Column("about", lambda row: row.about, "ABOUT", wrap=24),
    Column("reasons", lambda row: row.reasons, "REASONS", wrap=20, rank=1),
    Column("other_id", lambda row: row.other_id),
    Column("ref", lambda row: row.ref, "REF", rank=2),
    Column("other_ref", lambda row: row.other_ref),
    Column("quote", lambda row: row.quote),
    Column("skipped", lambda row: row.skipped),
)

DECISION_COLUMNS: Columns[DecisionRow] = (
    Column("id", lambda row: row.id, "ID", justify="right"),
    Column("made_at", lambda row: row.made_at, "MADE", show=lambda row: row.made_at[:10]),
    Column("action", lambda row: row.action, "ACTION"),
    Column("about", lambda row: row.about, "ABOUT", wrap=24),
    Column("said", lambda row: row.said, "SAID", wrap=16),
    Column("reason", lambda row: row.reason, "REASON", wrap=16, rank=2),
    Column("state", lambda row: _say_state(row), "STATE", wrap=12, rank=1, only="table"),
    Column("undone_at", lambda row: row.undone_at),
    Column("lost", lambda row: row.lost),
    Column("uid", lambda row: row.uid),
)


def _say_state(row: DecisionRow) -> str | None:
    return "undone" if row.undone_at else row.lost


HIT_COLUMNS: Columns[SearchHit] = (
    Column("article_id", lambda row: row.article_id, "ID", justify="right"),
    Column("published", lambda row: row.published, "PUBLISHED"),
    Column("source", lambda row: row.source, "SOURCE", wrap=12, rank=2),
    Column(
        "heading",
        lambda row: spell_marks(row.heading) if row.heading else None,
        "TITLE",
        show=lambda row: row.heading or row.path,
        wrap=20,
    ),
    Column("snippet", lambda row: spell_marks(row.snippet), "FOUND", show=lambda row: row.snippet, wrap=30),
    Column("cases", lambda row: row.cases, only="json"),
    Column("cases", lambda row: [case.slug for case in row.cases], only="csv"),
    Column("path", lambda row: row.path),
)
