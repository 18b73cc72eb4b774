"""A week at a desk: articles arrive day by day, cron's lines are run, a digest and a calendar follow.

docs/week.md is the transcript. `REFRESH=1 pytest tests/test_week.py` writes it anew after the reading of
articles has changed; look at the difference before keeping it.
"""

from __future__ import annotations

import json
import os
import shlex
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, RunCasetrack, make_runner, make_surroundings
from icalendar import Calendar

STORIES = sorted((ROOT / "tests" / "golden" / "week").glob("*.txt"))
PAGE = ROOT / "docs" / "week.md"
DAYS = [date(2024, 5, 6) + timedelta(days=number) for number in range(7)]
HEAD = """# A week

Seven days of a desk that follows one case, as the commands print them: what came in, what was new, what
the calendar then held. The articles are in `tests/golden/week/`. Written by
`REFRESH=1 pytest tests/test_week.py`; the tests run it as it stands.
"""
CASE = "United States v. Quill"


@dataclass
class Day:
    """What one day's commands came to."""

    printed: list[str] = field(default_factory=list)
    news: list[tuple[str, str]] = field(default_factory=list)
    codes: list[int] = field(default_factory=list)
    calendar: dict[str, Any] = field(default_factory=dict)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> tuple[RunCasetrack, list[Day]]:
    """Live through the week once; each day's commands are told that it is that day."""
    folder = tmp_path_factory.mktemp("week")
    (folder / "clippings").mkdir()
    cli = make_runner(make_surroundings(folder), folder)
    return cli, [live_through(cli, day, folder) for day in DAYS]


@pytest.fixture(scope="module")
def week(desk: tuple[RunCasetrack, list[Day]]) -> list[Day]:
    return desk[1]


def live_through(cli: RunCasetrack, day: date, folder: Path) -> Day:
    lived = Day()
    for story in STORIES:
        if story.name.startswith(day.isoformat()):
            shutil.copyfile(story, folder / "clippings" / story.name)

    def run(*args: str, shown: bool = True) -> str:
        done = cli("--as-of", day.isoformat(), *args)
        lived.codes.append(done.returncode)
        if shown:
            lived.printed.append(f"$ casetrack --as-of {day} {shlex.join(args)}\n{done.stderr}{done.stdout}")
        return done.stdout

    run("ingest", "clippings")
    if day == DAYS[0]:
        run("follow", "quill", "--note", "ask for the transcript")
    news = run("digest", "--format", "json", shown=False)
    entries = json.loads(news)["entries"] if news else []
    lived.news = [(entry["section"], entry["caption"]) for entry in entries]
    run("digest", "--mark", "--exit-code")
    run("agenda")
    events = Calendar.from_ical(run("hearings", "--ics", "--all", shown=False)).walk("VEVENT")
    lived.calendar = {str(event["uid"]): event for event in events}
    lived.printed.append(
        "\n".join(["$ casetrack hearings --all --ics  # summed up", *map(sum_up, events)]) + "\n"
    )
    return lived


def sum_up(event: Any) -> str:
    starts = event["dtstart"].dt
    when = f"{starts:%Y-%m-%d %H:%M}" if isinstance(starts, datetime) else str(starts)
    return f"{when:<16} {event['status']:<9} {event['summary']} (change {event['sequence']})"


def of_case(days: Sequence[Day], caption: str) -> list[tuple[int, str]]:
    return [(number, section) for number, day in enumerate(days) for section, of in day.news if of == caption]


def test_each_thing_is_told_once_on_its_day(week: list[Day]) -> None:
    assert of_case(week, CASE) == [(0, "cases"), (0, "rulings"), (0, "set"), (2, "moved"), (4, "cancelled")]
    assert [number for number, day in enumerate(week) if not day.news] == [1, 5]


def test_the_exit_codes_tell_of_news_and_of_what_was_refused(week: list[Day]) -> None:
    digests = [day.codes[-3] for day in week]
    assert digests == [0 if day.news else 5 for day in week]
    assert [day.codes[0] for day in week] == [0, 0, 0, 0, 3, 3, 3]  # an empty file lies there from Friday on


def test_the_calendar_keeps_its_events_and_counts_their_changes(week: list[Day]) -> None:
    for before, after in pairwise(week):
        assert before.calendar.keys() <= after.calendar.keys()
        for uid, event in before.calendar.items():
            assert event["sequence"] <= after.calendar[uid]["sequence"]
    (uid,) = (uid for uid, event in week[0].calendar.items() if str(event["summary"]).endswith(CASE))
    life = [week[number].calendar[uid] for number in (0, 2, 4)]
    assert [str(event["status"]) for event in life] == ["CONFIRMED", "TENTATIVE", "CANCELLED"]
    assert [f"{event['dtstart'].dt:%Y-%m-%d}" for event in life] == ["2024-06-03", "2024-06-10", "2024-06-10"]


def test_the_same_week_told_afterwards_is_the_same(desk: tuple[RunCasetrack, list[Day]]) -> None:
    cli, week = desk
    told = []
    for day in DAYS:
        news = cli("--as-of", day.isoformat(), "digest", "--since", "today", "--format", "json").stdout
        told.append(sorted((e["section"], e["caption"]) for e in json.loads(news)["entries"]) if news else [])
    assert told == [sorted(day.news) for day in week]


def test_the_transcript_is_what_is_printed(week: list[Day]) -> None:
    parts = [HEAD]
    for day, lived in zip(DAYS, week, strict=True):
        parts.append(f"## {day:%A} {day.day} {day:%B}\n\n```text\n" + "\n".join(lived.printed) + "```\n")
    text = "\n".join(parts)
    if os.environ.get("REFRESH"):
        PAGE.write_text(text, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == text
