"""Filters as SQL: every value a parameter, names matched without regard to case and accents."""

from __future__ import annotations

from typing import Any

from casetrack.store.connect import fold
from casetrack.store.rows import Filters


def typed(text: str) -> str:
    """Give what a person typed as text that SQLite takes, whatever bytes the terminal sent."""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\0", "").strip()


class Where:
    """Conditions joined with `and`, and the values they ask for."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.values: list[Any] = []

    def add(self, condition: str, *values: Any) -> None:
        """Add a condition with its values."""
        self.parts.append(condition)
        self.values += values

    def equal(self, column: str, value: str | None) -> None:
        """Add `column = value` unless there is nothing to ask."""
        if value is not None:
            self.add(f"{column} = ?", typed(value))

    def like(self, column: str, value: str | None) -> None:
        """Add that a column holds the words typed."""
        if value is not None:
            self.add(f"fold({column}) like ? escape '\\'", self.pattern(value))

    def exists(self, query: str, value: str | None) -> None:
        """Add that a query finds something."""
        if value is not None:
            self.add(f"exists ({query})", value)

    def case_filters(self, case: str, filters: Filters) -> None:
        """Add what is asked of a case: itself, its kind, court, judge and party."""
        if filters.case is not None:
            self.add(f"{case}.id = ?", filters.case)
        self.equal(f"{case}.kind", filters.kind)
        if filters.court is not None:
            self.add(
                f"{case}.court_id in (select id from courts where id = ? or fold(name) like ? escape '\\')",
                typed(filters.court).lower(),
                self.pattern(filters.court),
            )
        if filters.judge is not None:
            self.add(
                f"{case}.id in (select cp.case_id from case_people cp join people p on p.id = cp.person_id"
                " where cp.role = 'judge' and fold(p.name) like ? escape '\\')",
                self.pattern(filters.judge),
            )
        if filters.party is not None:
            self.add(
                f"{case}.searched like ? escape '\\' and exists (select 1 from parties"
                f" where case_id = {case}.id and fold(name) like ? escape '\\')",
                self.pattern(filters.party),
                self.pattern(filters.party),
            )

    def article_filters(self, article: str, filters: Filters) -> None:
        """Add what is asked of an article: its outlet, its day, and a case that it reports."""
        inner = Where()
        inner.case_filters("c", filters)
        if inner.parts:
            self.add(
                f"{article}.id in (select ca.article_id from case_articles ca"
                f" join cases c on c.id = ca.case_id {inner.sql()})",
                *inner.values,
            )
        self.like(f"{article}.source", filters.source)
        date_span(self, f"{article}.published", filters)

    def sure_facts(self, fact: str, kind: str, filters: Filters) -> None:
        """Add that a sentence tells a ruling or hearing so surely, or that a person entered it."""
        if filters.min_confidence is not None:
            self.add(
                f"({fact}.entered is not null or {fact}.id in"
                f" (select {kind}_id from {kind}_sources where confidence >= ?))",
                filters.min_confidence,
            )

    def sql(self) -> str:
        """Give the `where` clause, empty when nothing is asked."""
        return "where " + " and ".join(self.parts) if self.parts else ""

    @staticmethod
    def pattern(text: str) -> str:
        """Give words typed as a LIKE pattern, its own signs taken literally."""
        folded = fold(typed(text)) or ""
        for sign in ("\\", "%", "_"):
            folded = folded.replace(sign, "\\" + sign)
        return f"%{folded}%"


def date_span(where: Where, column: str, filters: Filters) -> None:
    """Add since and until; a month or a year counts when it could lie in the span.

    Each is said twice: roughly first, so that an index finds the place to begin or to end.
    """
    if filters.since or filters.until:
        where.add(f"({column} is null) = 0")
    if filters.since:
        where.add(f"{column} >= substr(?, 1, 4)", filters.since)
        where.add(f"{column} >= substr(?, 1, length({column}))", filters.since)
    if filters.until:
        where.add(f"{column} <= ? || '~'", filters.until)
        where.add(f"substr({column}, 1, ?) <= ?", len(filters.until), filters.until)


def undated_last(column: str, filters: Filters) -> str:
    """Give what an order begins with for undated rows to come last; nothing where `date_span` leaves none."""
    return "" if filters.since or filters.until else f"{column} is null, "


def limit_of(filters: Filters) -> str:
    """Give the `limit` clause."""
    if filters.limit is None and not filters.offset:
        return ""
    limit = -1 if filters.limit is None else int(filters.limit)
    return f" limit {limit} offset {int(filters.offset)}"
