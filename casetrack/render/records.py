"""Extraction records as rows: one a fact.

A case or an article that has no fact has a row of its own too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from casetrack.render.columns import SCHEMA_VERSION, Column, Columns
from casetrack.render.phrases import DISPOSITION_STYLES, STATUS_STYLES
from casetrack.render.text import spell

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact with its case and article; `kind` is ruling, hearing or empty, `word` what it came to."""

    article: Record
    case: Record
    kind: str
    fact: Record

    @property
    def word(self) -> str:
        """The disposition of a ruling, the type of a hearing."""
        return str(self.fact.get("disposition") or self.fact.get("type") or "")

    @property
    def status(self) -> str:
        """The status of a hearing, empty for a ruling."""
        return str(self.fact.get("status") or "")


def version_record(record: Record) -> Record:
    """Give a record that says which grammar it follows."""
    return {"schema_version": SCHEMA_VERSION, **record}


def list_facts(records: Iterable[Record]) -> Iterator[FactRow]:
    """Give the rows of each article in turn."""
    for record in records:
        for case in record["cases"]:
            facts = [FactRow(record, case, "ruling", fact) for fact in case["rulings"]]
            facts += [FactRow(record, case, "hearing", fact) for fact in case["hearings"]]
            yield from facts or [FactRow(record, case, "", {})]
        if not record["cases"]:
            yield FactRow(record, {}, "", {})


def _fact_column(name: str) -> Column[FactRow]:
    return Column(name, lambda row: row.fact.get(name))


FACT_COLUMNS: Columns[FactRow] = (
    Column("path", lambda row: row.article["path"], "FILE", show=lambda row: _name_file(row), wrap=16),
    Column("published", lambda row: row.article["published"], "PUBLISHED", rank=3),
    Column("source", lambda row: row.article["source"], "SOURCE", wrap=12, rank=4),
    Column("caption", lambda row: row.case.get("caption"), "CASE", style=lambda row: "bold", wrap=16),
    Column("kind", lambda row: row.case.get("kind")),
    Column("court", lambda row: (row.case.get("court") or {}).get("name")),
    Column("court_id", lambda row: (row.case.get("court") or {}).get("id"), "COURT", rank=2),
    Column("fact", lambda row: row.kind),
    Column("date", lambda row: row.fact.get("date"), "DATE", rank=1),
    _fact_column("time"),
    Column(
        "word",
        lambda row: row.word,
        "FACT",
        show=lambda row: spell(" ".join(filter(None, (row.word, row.status)))),
        style=lambda row: DISPOSITION_STYLES.get(row.word, STATUS_STYLES.get(row.status, "")),
        wrap=12,
    ),
    Column("status", lambda row: row.status),
    Column("about", lambda row: row.fact.get("subject") or row.fact.get("purpose"), "ABOUT", wrap=18),
    _fact_column("start"),
    _fact_column("end"),
    _fact_column("quote"),
    _fact_column("rule"),
    _fact_column("confidence"),
)


def _name_file(row: FactRow) -> str:
    return str(row.article["path"]).rpartition("/")[2]
