"""Hearings as an iCalendar file (RFC 5545) that any calendar program can import or subscribe to.

An event keeps its UID for as long as its hearing is known, and its SEQUENCE rises with every change, so
that importing again updates. Times are the court's own (floating); without a time an event is all-day.
A hearing that is told no more comes as cancelled, so that what has it lets go of it. One known by its month
or year alone is no event. The same hearings give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, TextIO

from casetrack.render.phrases import cite_source, say_type
from casetrack.render.text import clean_line, safe_link, spell
from casetrack.store.rows import WITHDRAWN, HearingRow, SourceRow

if TYPE_CHECKING:
    from icalendar import Alarm, Event

STATUSES = {"scheduled": "CONFIRMED", "held": "CONFIRMED", "postponed": "TENTATIVE", "cancelled": "CANCELLED"}
PRODUCER = "-//casetrack//casetrack//EN"
FULL_DATE = 10
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def write_calendar(rows: Iterable[HearingRow], alarm: timedelta | None, stream: TextIO) -> list[HearingRow]:
    """Write the hearings as one calendar; gives those left out because their day is not known.

    Args:
        alarm: how long before a hearing to remind; None for no reminder.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", PRODUCER)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "Court hearings")
    left_out = []
    for row in rows:
        if row.date and len(row.date) == FULL_DATE:
            calendar.add_component(_build_event(row, alarm))
        else:
            left_out.append(row)
    stream.write(calendar.to_ical().decode("utf-8"))
    return left_out


def _build_event(row: HearingRow, alarm: timedelta | None) -> Event:
    from icalendar import Event

    event = Event()
    changed = datetime.fromisoformat(row.changed_at) if row.changed_at else EPOCH
    event.add("uid", f"{row.uid or f'hearing-{row.id}'}@casetrack")
    event.add("dtstamp", changed.astimezone(UTC))
    event.add("last-modified", changed.astimezone(UTC))
    event.add("sequence", row.sequence)
    event.add("dtstart", _start_of(row))
    event.add("status", STATUSES.get(row.status, "CONFIRMED"))
    event.add("summary", clean_line(_summarize(row)))
    event.add("description", "\n".join(clean_line(line) for line in _describe(row)))
    event.add("categories", [clean_line(say_type(row.type))])
    place = clean_line(", ".join(filter(None, (row.location, row.court))))
    if place:
        event.add("location", place)
    link = next((s.url for s in row.sources if safe_link(s.url)), None)
    if link:
        event.add("url", link)
    if alarm is not None and row.status != "cancelled":
        event.add_component(_build_alarm(row, alarm))
    return event


def _start_of(row: HearingRow) -> date | datetime:
    day = date.fromisoformat(row.date or "")
    if not row.time:
        return day
    return datetime.combine(day, datetime.strptime(row.time, "%H:%M").time())


def _summarize(row: HearingRow) -> str:
    what = say_type(row.type)
    state = f"{row.status}: " if row.status in ("postponed", "cancelled") else ""
    said = f"{state}{what}"
    return f"{said[:1].upper()}{said[1:]}: {row.caption}"


def _describe(row: HearingRow) -> list[str]:
    """Say what is known, a line each: what it is about, who sits, then each sentence and its article."""
    known = [
        ("About", row.purpose),
        ("Case", f"{row.caption} ({row.slug})" if row.slug else row.caption),
        ("Court", row.court),
        ("Judge", ", ".join(row.judges)),
        ("Moved from", row.moved_from),
        ("Withdrawn", "a person dropped it, or no article tells it now" if row.id == WITHDRAWN else None),
        ("Entered by a person", row.entered),
        ("Set by a person", ", ".join(map(spell, row.corrected))),
    ]
    lines = [f"{label}: {value}" for label, value in known if value]
    for source in row.sources:
        lines += ["", f"“{source.quote}”", _cite(source)]
    return lines


def _cite(source: SourceRow) -> str:
    """Name the outlet, the day and the article: its headline, else its file."""
    article = source.title or source.path.rpartition("/")[2]
    cited = cite_source(source)
    return " · ".join(filter(None, (cited, "" if article in cited else article, source.url)))


def _build_alarm(row: HearingRow, alarm: timedelta) -> Alarm:
    from icalendar import Alarm

    reminder = Alarm()
    reminder.add("action", "DISPLAY")
    reminder.add("description", clean_line(_summarize(row)))
    reminder.add("trigger", -alarm)
    return reminder


def say_left_out(rows: Sequence[HearingRow]) -> str:
    """Say how many hearings are not in the calendar; nothing when all are."""
    partial = sum(row.date is not None for row in rows)
    undated = len(rows) - partial
    known = f"{partial:,} known by month or year alone" if partial else ""
    none = f"{undated:,} without a date" if undated else ""
    said = " and ".join(filter(None, (known, none)))
    return f"Left out of the calendar: {said}." if said else ""
