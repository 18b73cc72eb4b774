"""`hearings` and `agenda`: which days they show, and how a day looks. Today is Thursday 4 May 2017."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, RunCasetrack

TODAY = ("--as-of", "2017-05-04")
# The day of a hearing, who is accused, what the judge set.
SET = {
    "2017-04-28": ("Ada Quill, 34", "a status conference for April 28"),
    "2017-05-04": ("Bruno Vask, 41", "trial for May 4 at 9:30 a.m. in Courtroom 4B"),
    "2017-05-05": ("Carla Denning, 52", "sentencing for May 5"),
    "2017-05-10": ("Dirk Almaro, 29", "an arraignment for May 10 at 2 p.m."),
    "2017-06": ("Enid Forge, 38", "trial for June"),
}


@pytest.fixture(scope="module")
def set_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with one hearing on each day of SET; tests only read it."""
    folder = tmp_path_factory.mktemp("set")
    for number, (who, what) in enumerate(SET.values()):
        text = (
            f"MILWAUKEE (CN) — A federal judge on Monday ordered {who}, held without bail on fraud charges."
            f"\n\nU.S. District Judge Lena Orbach set {what}.\n"
        )
        (folder / f"2017-04-{number + 10}.txt").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "casetrack", "ingest", "-q", "--db", folder / "set.db", folder]
    subprocess.run(command, check=True, env=os.environ | {"PYTHONPATH": str(ROOT)})
    return folder / "set.db"


@pytest.fixture
def calendar(cli: RunCasetrack, set_database: Path) -> RunCasetrack:
    def run(*args: str | Path, **options: Any) -> subprocess.CompletedProcess[str]:
        return cli("--db", set_database, *args, **options)

    return run


def days(cli: RunCasetrack, *args: str) -> list[str]:
    rows: list[dict[str, Any]] = json.loads(cli("hearings", *TODAY, *args, "--format", "json").stdout)
    return [row["date"] for row in rows]


EVERY = [*SET]
ASKED = [
    pytest.param((), EVERY[1:], id="from today on"),
    pytest.param(("--past",), ["2017-04-28"], id="before today"),
    pytest.param(("--all",), EVERY, id="whatever the day"),
    pytest.param(("--on", "today"), ["2017-05-04"], id="today"),
    pytest.param(("--on", "thursday"), ["2017-05-04"], id="today's own name is today"),
    pytest.param(("--on", "friday"), ["2017-05-05"], id="a bare weekday is the next one"),
    pytest.param(("--on", "last friday"), ["2017-04-28"], id="the last of its name"),
    pytest.param(("--on", "next week"), ["2017-05-10"], id="all of next week"),
    pytest.param(("--on", "2017-06"), ["2017-06"], id="a month"),
    pytest.param(("--on", "2017-06-15"), ["2017-06"], id="a month known by name alone could be that day"),
    pytest.param(("--since", "tomorrow", "--until", "+30d"), EVERY[2:], id="tomorrow to thirty days on"),
    pytest.param(("--since", "2017-04"), EVERY, id="since a month gone by"),
    pytest.param(("--until", "tomorrow"), ["2017-05-04", "2017-05-05"], id="until alone begins today"),
    pytest.param(("--until", "yesterday"), ["2017-04-28"], id="until a day gone by is of the past"),
    pytest.param(("--all", "--until", "today"), EVERY[:2], id="all until today"),
    pytest.param(("--limit", "1"), ["2017-05-04"], id="the next one"),
]


@pytest.mark.parametrize(("args", "expected"), ASKED)
def test_the_days_asked_for(calendar: RunCasetrack, args: tuple[str, ...], expected: list[str]) -> None:
    assert days(calendar, *args) == expected


def test_the_past_runs_backwards(calendar: RunCasetrack) -> None:
    found = days(calendar, "--past", "--as-of", "2017-05-06")
    assert found == ["2017-05-05", "2017-05-04", "2017-04-28"]


def test_a_bare_weekday_is_the_last_one_for_what_has_happened(calendar: RunCasetrack) -> None:
    wednesday = ("--as-of", "2017-04-12", "--format", "json")
    on = {
        words: [row["published"] for row in json.loads(calendar("articles", *words, *wednesday).stdout)]
        for words in (("--on", "monday"), ("--on", "wed"), ("--since", "tuesday", "--until", "today"))
    }
    assert [*on.values()] == [["2017-04-10"], ["2017-04-12"], ["2017-04-12", "2017-04-11"]]


def test_as_of_holds_before_the_command_and_after_it(calendar: RunCasetrack) -> None:
    before = calendar(*TODAY, "hearings", "--on", "today", "--format", "json")
    assert json.loads(before.stdout)[0]["date"] == "2017-05-04"
    assert days(calendar, "--on", "tomorrow", "--as-of", "2017-05-09") == ["2017-05-10"]


def test_where_else_hearings_lie_is_told(calendar: RunCasetrack) -> None:
    done = calendar("hearings", "--as-of", "2030-01-01")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "No hearings match. Some lie before 2030-01-01: --past or --all lists them.\n"
    assert calendar("hearings", "--party", "nobody").stderr == "No hearings match.\n"
    assert "--all lists them" in calendar("hearings", "--on", "2016").stderr


AGENDA = """\
Thursday 4 May 2017 · today
09:30  ○ trial              """


def test_an_agenda_goes_day_by_day(calendar: RunCasetrack) -> None:
    shown = calendar("agenda", *TODAY).stdout
    assert shown.startswith(AGENDA)
    heads = [line for line in shown.splitlines() if line[:1].isalpha()]
    assert heads == [
        "Thursday 4 May 2017 · today",
        "Friday 5 May 2017 · tomorrow",
        "Wednesday 10 May 2017",
    ]
    assert "Courtroom 4B" in " ".join(shown.split())
    assert max(map(len, shown.splitlines())) <= 80


@pytest.mark.parametrize(
    ("when", "heads"),
    [
        (("friday",), ["Friday 5 May 2017 · tomorrow"]),
        (("next", "week"), ["Wednesday 10 May 2017"]),
        (("2017-06",), ["June 2017, day not known"]),
        (("60d", "--type", "arraignment"), ["Wednesday 10 May 2017"]),
        (("60d", "--judge", "nobody"), []),
    ],
    ids=lambda value: " ".join(value),
)
def test_an_agenda_of_the_days_asked_for(
    calendar: RunCasetrack, when: tuple[str, ...], heads: list[str]
) -> None:
    shown = calendar("agenda", *when, *TODAY).stdout
    assert [line for line in shown.splitlines() if line[:1].isalpha()] == heads


def test_an_agenda_of_nothing_says_which_days(calendar: RunCasetrack) -> None:
    done = calendar("agenda", "--as-of", "2018-01-01", "--exit-code")
    assert (done.returncode, done.stdout) == (5, "")
    assert done.stderr == "Nothing is on from Monday 1 January 2018 to Sunday 7 January 2018.\n"
    assert calendar("agenda", "tomorrow", "--as-of", "2018-01-01").stderr == (
        "Nothing is on Tuesday 2 January 2018.\n"
    )


def test_an_agenda_for_programs_is_the_list_of_hearings(calendar: RunCasetrack) -> None:
    shown = calendar("agenda", "30d", *TODAY, "--format", "json").stdout
    assert shown == calendar("hearings", "--on", "30d", *TODAY, "--format", "json").stdout


def test_as_of_is_the_day_that_an_ingest_notes(cli: RunCasetrack, set_database: Path) -> None:
    cli("ingest", "-q", "--as-of", "2017-05-04", set_database.parent, "--glob", "2017-04-10.txt")
    (article,) = json.loads(cli("articles", "--format", "json").stdout)
    assert article["ingested_at"] == "2017-05-04T00:00:00+00:00"
    (row,) = json.loads(cli("hearings", "--all", "--format", "json").stdout)
    assert (row["sequence"], row["changed_at"]) == (0, article["ingested_at"])
