"""Hearings as a calendar, read back by icalendar and by khal."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, RunCasetrack
from icalendar import Calendar
from made_reports import HEARING as MADE
from made_reports import report, take
from sample_rows import HEARING, SOURCE

from casetrack.render.ics import write_calendar
from casetrack.store import Store, open_store
from casetrack.store.place import Written, set_constraints
from casetrack.store.query import list_cases, list_hearings
from casetrack.store.rows import Filters
from casetrack.store.write import derive_all, settle

ROW = replace(HEARING, uid="a1b2", sequence=3, changed_at="2017-05-04T06:00:00+00:00")
TRULY_HOSTILE = 'x\r\nEND:VEVENT\nBEGIN:VALARM;,:"\\n\x1b]0;t\x07\u202e\x00'


def events(text: str) -> list[Any]:
    return list(Calendar.from_ical(text).walk("VEVENT"))


def write(*rows: Any, alarm: timedelta | None = None) -> str:
    stream = io.StringIO()
    write_calendar(rows, alarm, stream)
    return stream.getvalue()


def test_an_event_says_all_that_is_known() -> None:
    (event,) = events(write(ROW))
    assert event["uid"] == "a1b2@casetrack"
    assert event["sequence"] == 3
    assert event["summary"] == "Motion hearing: United States v. Guzman"
    assert event["dtstart"].dt == datetime(2017, 5, 5, 16, 30)
    assert event["location"] == f"Courtroom 8D, {ROW.court}"
    said = str(event["description"])
    for part in (
        ROW.caption,
        ROW.court,
        "Brian Cogan",
        SOURCE.quote,
        "Courthouse News Service",
        SOURCE.title,
    ):
        assert str(part) in said
    assert "Moved from: 2017-05-01" in said


STATES = [
    ("scheduled", "CONFIRMED", "Motion hearing: "),
    ("held", "CONFIRMED", "Motion hearing: "),
    ("postponed", "TENTATIVE", "Postponed: motion hearing: "),
    ("cancelled", "CANCELLED", "Cancelled: motion hearing: "),
]


@pytest.mark.parametrize(("status", "expected", "start"), STATES)
def test_a_status_is_one_that_calendars_know(status: str, expected: str, start: str) -> None:
    (event,) = events(write(replace(ROW, status=status)))
    assert event["status"] == expected
    assert event["summary"].startswith(start)


def test_without_a_time_an_event_is_all_day() -> None:
    (event,) = events(write(replace(ROW, time=None)))
    assert event["dtstart"].dt == date(2017, 5, 5)
    assert type(event["dtstart"].dt) is date


def test_an_alarm_goes_before_the_hearing_but_not_before_a_cancelled_one() -> None:
    text = write(ROW, replace(ROW, uid="off", status="cancelled"), alarm=timedelta(days=1))
    alarms = [[part["trigger"].dt for part in event.walk("VALARM")] for event in events(text)]
    assert alarms == [[timedelta(days=-1)], []]
    assert "VALARM" not in write(ROW)


def test_the_same_hearings_give_the_same_bytes() -> None:
    assert write(ROW, ROW) == write(ROW, ROW)


def test_a_link_is_a_web_address_or_nothing() -> None:
    for url, expected in (
        ("https://example.org/a?b=c", "https://example.org/a?b=c"),
        ("javascript:alert(1)", None),
        ("https://example.org/\r\nX-EVIL:1", None),
        (None, None),
    ):
        (event,) = events(write(replace(ROW, sources=(replace(SOURCE, url=url),))))
        assert event.get("url") == expected


def test_no_text_of_an_article_can_add_a_line() -> None:
    hostile = dict.fromkeys(("caption", "purpose", "location", "court", "slug"), TRULY_HOSTILE)
    source = replace(SOURCE, quote=TRULY_HOSTILE, title=TRULY_HOSTILE, source=TRULY_HOSTILE)
    text = write(replace(ROW, **hostile, judges=(TRULY_HOSTILE,), sources=(source,)))
    assert len(events(text)) == text.count("\r\nEND:VEVENT\r\n") == 1
    assert "\nBEGIN:VALARM" not in text
    assert not re.search("[\x00-\x09\x0b\x0c\x0e-\x1f\u202e]", text)
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75


STORY = """\
MILWAUKEE (CN) — A federal judge on Monday ordered Ada Quill, 34, held without bail on fraud charges.

U.S. District Judge Lena Orbach set {what}.
"""
CANCELLED = """\
MILWAUKEE (CN) — The June 10 sentencing of Ada Quill, 34, was canceled Monday. U.S. District Judge Lena \
Orbach gave no reason. Quill pleaded guilty to fraud charges.
"""
AS_OF = ("--as-of", "2024-05-01")


@pytest.fixture
def khal(cli_env: dict[str, str], tmp_path: Path) -> Any:
    """Run khal on a calendar of its own; gives what it prints."""
    config = tmp_path / "khal.conf"
    config.write_text(
        f"[calendars]\n[[court]]\npath = {tmp_path}/court\n[sqlite]\npath = {tmp_path}/khal.db\n"
        "[locale]\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
        "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
        "local_timezone = UTC\ndefault_timezone = UTC\n",
        encoding="utf-8",
    )

    def run(*args: str | Path) -> str:
        command = [str(Path(sys.executable).with_name("khal")), "-c", str(config), *map(str, args)]
        if not Path(command[0]).exists():
            pytest.skip("khal is not installed here")
        return subprocess.run(command, check=True, capture_output=True, text=True, env=cli_env).stdout

    return run


def test_a_hearing_through_its_life_in_a_calendar_program(
    cli: RunCasetrack, khal: Any, tmp_path: Path
) -> None:
    """Set, corrected to another day, cancelled: always the one event, in the program of another author."""
    clippings = tmp_path / "clippings"
    clippings.mkdir()
    sure = "CONFIRMED"
    steps = [
        ("2024-05-06-a.txt", STORY.format(what="sentencing for June 3 at 2 p.m."), "2024-06-03 14:00", sure),
        ("2024-05-06-a.txt", STORY.format(what="sentencing for June 10"), "2024-06-10", sure),
        ("2024-05-13-b.txt", CANCELLED, "2024-06-10", "CANCELLED"),
    ]  # fmt: skip
    seen = []
    for name, text, starts, status in steps:
        (clippings / name).write_text(text, encoding="utf-8")
        cli("ingest", "-q", clippings)
        done = cli("hearings", "--ics", "--alarm", "2h", *AS_OF)
        assert (done.returncode, done.stderr) == (0, "")
        (event,) = events(done.stdout)
        seen.append((event["uid"], event["sequence"]))
        assert (event["status"], event["summary"].endswith("United States v. Quill")) == (status, True)
        (tmp_path / "hearings.ics").write_text(done.stdout, encoding="utf-8", newline="")
        khal("import", "--batch", tmp_path / "hearings.ics")
        shown = khal("list", "2024-05-01", "90d", "--format", "{start-long}|{title}|{status}", "-df", "")
        (line,) = shown.strip().splitlines()
        assert line.startswith(starts + "|")
        assert line.rstrip().endswith(f"|{status}")
    assert len({uid for uid, _ in seen}) == 1
    assert [sequence for _, sequence in seen] == sorted({sequence for _, sequence in seen})


def test_a_hearing_that_is_none_is_taken_back(cli: RunCasetrack, khal: Any, tmp_path: Path) -> None:
    """A person drops it and brings it back, the article is corrected, the article is forgotten."""
    story = tmp_path / "2024-05-06-a.txt"
    story.write_text(STORY.format(what="sentencing for June 3 at 2 p.m."), encoding="utf-8")
    cli("ingest", "-q", story)
    (hearing,) = json.loads(cli("hearings", "--json", *AS_OF).stdout)
    sequences = []

    def check(status: str) -> None:
        text = cli("hearings", "--ics", "--alarm", "2h", "--case", "quill", *AS_OF).stdout
        (event,) = events(text)
        assert (event["uid"], event["status"]) == (f"{hearing['uid']}@casetrack", status)
        assert event["dtstart"].dt == datetime(2024, 6, 3, 14, 0)
        assert bool(event.walk("VALARM")) is (status == "CONFIRMED")
        sequences.append(event["sequence"])
        (tmp_path / "hearings.ics").write_text(text, encoding="utf-8", newline="")
        khal("import", "--batch", tmp_path / "hearings.ics")
        shown = khal("list", "2024-05-01", "90d", "--format", "{start-long}|{status}", "-df", "")
        assert shown.strip() == f"2024-06-03 14:00|{status}"

    check("CONFIRMED")
    cli("drop", f"hearing:{hearing['id']}")
    check("CANCELLED")
    assert "Withdrawn: a person dropped it" in unfold(cli("hearings", "--ics", *AS_OF).stdout)
    assert json.loads(cli("hearings", "--json", *AS_OF).stdout) == []
    for narrowed in (
        ("--type", "trial"),
        ("--since", "2024-06-04"),
        ("--status", "scheduled"),
        ("--court", "x"),
    ):
        assert events(cli("hearings", "--ics", *narrowed, *AS_OF).stdout) == []
    cli("undo")
    check("CONFIRMED")
    story.write_text(STORY.format(what="a bond of $5,000"), encoding="utf-8")
    cli("ingest", "-q", story)
    check("CANCELLED")
    assert sequences == sorted(set(sequences))
    assert cli("forget", "case:quill", "--yes").returncode == 0
    assert events(cli("hearings", "--ics", *AS_OF).stdout) == []


def unfold(text: str) -> str:
    return text.replace("\r\n ", "")


def test_ingesting_again_changes_no_byte(cli: RunCasetrack, tmp_path: Path) -> None:
    (tmp_path / "2024-05-06-a.txt").write_text(STORY.format(what="sentencing for June 3"), encoding="utf-8")
    cli("ingest", "-q", "2024-05-06-a.txt")
    first = cli("hearings", "--ics", *AS_OF).stdout
    cli("ingest", "-q", "2024-05-06-a.txt")
    assert cli("hearings", "--ics", *AS_OF).stdout == first
    assert first.count("BEGIN:VEVENT") == 1


def test_what_has_no_day_is_counted_and_left_out(cli: RunCasetrack, tmp_path: Path) -> None:
    (tmp_path / "2024-05-06-a.txt").write_text(STORY.format(what="trial for September"), encoding="utf-8")
    cli("ingest", "-q", "2024-05-06-a.txt")
    done = cli("hearings", "--ics", *AS_OF)
    assert done.stderr == "Left out of the calendar: 1 known by month or year alone.\n"
    assert events(done.stdout) == []
    assert Calendar.from_ical(done.stdout)["version"] == "2.0"
    assert cli("hearings", "--ics", "-q", *AS_OF).stderr == ""


def test_a_calendar_program_knows_every_status(khal: Any, tmp_path: Path) -> None:
    rows = [replace(ROW, uid=status, status=status) for status, *_ in STATES]
    (tmp_path / "all.ics").write_text(write(*rows, alarm=timedelta(days=1)), encoding="utf-8", newline="")
    khal("import", "--batch", tmp_path / "all.ics")
    shown = khal(
        "list", "2017-05-05", "1d", "--format", "{start-time}|{title}|{status}|{location}", "-df", ""
    )
    told = {tuple(part.strip() for part in line.split("|")) for line in shown.strip().splitlines()}
    place = f"Courtroom 8D, {ROW.court}"
    assert told == {("16:30", f"{start}{ROW.caption}", status, place) for _, status, start in STATES}


def test_an_event_outlasts_a_rebuild_and_a_merge(tmp_path: Path) -> None:
    """The articles are read anew, and its case goes up in another: the event is the one it was."""
    with open_store(tmp_path / "a.db", create=True) as store:
        take(
            store,
            report("2024-05-06", MADE),
            report("2024-05-07", replace(MADE, type="trial"), name="Al Orr"),
        )
        known = [uids(store)]
        with store.write() as db:
            derive_all(db)
        known.append(uids(store))
        written = Written()
        with store.write() as db:
            pair = tuple(row[0] for row in db.execute("select id from case_articles order by id"))
            set_constraints(db, [pair], [], written)
            settle(db, written)
        known.append(uids(store))
        assert len(list_cases(store, Filters())) == 1
    assert known[0] == known[1] == known[2]
    assert len(known[0]) == 2


def uids(store: Store) -> set[str]:
    return {str(event["uid"]) for event in events(write(*list_hearings(store, Filters())))}


USAGE = [
    (("--alarm", "1d"), "add --ics"),
    (("--ics", "--alarm", "soon"), "is not a time such as 30m, 2h, 1d or 1w"),
    (("--ics", "--format", "json"), "leave out --format"),
]


@pytest.mark.parametrize(("args", "said"), USAGE, ids=lambda value: str(value))
def test_wrong_usage(cli: RunCasetrack, args: tuple[str, ...], said: str) -> None:
    done = cli("hearings", *args)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


DECIDED = [
    pytest.param((("merge", "guzman", "renwick"), ("undo",)), (0, 0), id="merged and parted again"),
    pytest.param((("set", "{hearing}", "date=2017-05-08"), ("undo",)), (1, 2), id="set and set back"),
    pytest.param((("set", "{hearing}", "status=cancelled"), ("rebuild",)), (1, 1), id="set and read again"),
    pytest.param((("drop", "{hearing}"), ("undo",)), (1, 2), id="taken off and brought back"),
    pytest.param((("set", "guzman", "caption=The Guzman case"), ("rebuild",)), (1, 1), id="the case renamed"),
    pytest.param((("alias", "guzman", "Chapo"), ("link", "guzman", "renwick", "--related")), (0, 0),
                 id="what is not shown"),
]  # fmt: skip


@pytest.mark.parametrize(("decided", "expected"), DECIDED)
def test_an_event_is_the_same_whatever_people_decide(
    cli: RunCasetrack, tmp_path: Path, decided: tuple[tuple[str, ...], ...], expected: tuple[int | None, ...]
) -> None:
    """Its UID stays, so that a calendar has it once; SEQUENCE rises when what it says has changed."""
    for name in ("2017-05-05-guzman-lawyer-conflict-hearing.txt", "2024-07-18-renwick-sentenced.txt"):
        shutil.copy(ROOT / "data" / "articles" / name, tmp_path)
    cli("--db", "d.db", "ingest", "-q", ".")
    hearing = json.loads(cli("--db", "d.db", "hearings", "--all", "--case", "guzman", "--json").stdout)[0]

    def sequence() -> int | None:
        found = events(cli("--db", "d.db", "hearings", "--all", "--ics").stdout)
        known = {str(event["uid"]): int(event["sequence"]) for event in found}
        return known.get(f"{hearing['uid']}@casetrack")

    first = sequence()
    assert first is not None
    changes = []
    for args in decided:
        words = [word.format(hearing=f"hearing:{hearing['id']}") for word in args]
        assert cli("--db", "d.db", *words).returncode == 0
        now = sequence()
        changes.append(None if now is None else now - first)
    assert tuple(changes) == expected


def test_an_event_says_what_a_person_set_and_which_article_has_no_headline() -> None:
    source = replace(SOURCE, title=None, path="clippings/2017-05-04-a.txt")
    (event,) = events(write(replace(ROW, corrected=("date", "time"), sources=(source,))))
    said = str(event["description"])
    assert "Set by a person: date, time" in said
    assert "Courthouse News Service 2017-05-04 · 2017-05-04-a.txt" in said
