"""Hearings that are none any more: dropped by a person, or told by no article since one was corrected.

A calendar that has such a hearing keeps it until it is sent again as cancelled, under its UID and with a
higher SEQUENCE. What was forgotten for good is not among them.
"""

from __future__ import annotations

import json

from casetrack.store.connect import Store
from casetrack.store.filters import Where, date_span
from casetrack.store.rows import WITHDRAWN, Filters, HearingRow

DAY = "json_extract(k.state, '$.date')"
CAPTION = "json_extract(k.state, '$.caption')"
"""Taken off when a case is forgotten."""
LEADS_TO = (
    "coalesce(f.case_id, (select id from cases where id = k.case_id), (select min(id) from cases"
    f" where caption = {CAPTION} having count(*) = 1))"
)
"""SQL for the case it was of: under its id, what that led to, or alone of its caption (its article was
corrected, and the case made anew)."""


def list_withdrawn(store: Store, filters: Filters) -> list[HearingRow]:
    """List hearings of a known day that went, as cancelled, by day; their sentences are not asked after."""
    if filters.status not in (None, "cancelled"):
        return []
    where = Where()
    where.add(f"k.kind = 'hearing' and k.gone and length({DAY}) = 10 and {CAPTION} is not null")
    where.case_filters("c", filters)
    where.equal("json_extract(k.state, '$.type')", filters.type)
    date_span(where, DAY, filters)
    rows = store.db.execute(
        "select k.uid, k.sequence, k.changed_at, k.state, k.case_id, c.slug, c.kind, c.court_id, t.name"
        " from known_facts k left join former_ids f on f.old_id = k.case_id"
        f" left join cases c on c.id = {LEADS_TO}"
        f" left join courts t on t.id = c.court_id {where.sql()} order by {DAY}, k.uid",
        where.values,
    )
    return [_make_row(*row) for row in rows]


def _make_row(
    uid: str,
    sequence: int,
    changed_at: str,
    state: str,
    case_id: int,
    slug: str | None,
    kind: str | None,
    court_id: str | None,
    court: str | None,
) -> HearingRow:
    told = json.loads(state)
    return HearingRow(
        id=WITHDRAWN,
        case_id=case_id,
        slug=slug or "",
        caption=told["caption"],
        kind=kind or "other",
        court_id=court_id,
        court=court,
        date=told.get("date"),
        time=told.get("time"),
        type=told["type"],
        status="cancelled",
        purpose=told.get("purpose"),
        location=told.get("location"),
        moved_from=None,
        judges=(),
        sources=(),
        uid=uid,
        sequence=sequence,
        changed_at=changed_at,
    )
