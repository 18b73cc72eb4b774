"""`followups`: what nobody told the end of, and who has been silent; no word of what is answered."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from inspect import signature
from pathlib import Path

import pytest
from conftest import RunCasetrack
from test_changes import HEARING, RULING, report, take

from casetrack.cli import followups as cli_followups
from casetrack.models import Hearing, Ruling
from casetrack.store import open_store
from casetrack.store.followups import SILENT as DAYS_OF_SILENCE
from casetrack.store.followups import list_followups
from casetrack.store.rows import Filters

TODAY = date(2024, 7, 1)
TRIAL = replace(HEARING, type="trial")
"""A hearing is set for 2024-06-03; a ruling is of 2024-05-06."""


Told = tuple[str, Hearing | Ruling]


def followups(tmp_path: Path, *told: Told, silent_for: int = 30) -> list[tuple[str, int, str]]:
    with open_store(tmp_path / "f.db", create=True) as store:
        take(store, *(report(day, fact) for day, fact in told))
        rows = list_followups(store, Filters(), TODAY, silent_for)
        return [(row.kind, row.days, row.type) for row in rows]


def ruled(day: str, disposition: str) -> Ruling:
    return replace(RULING, date=day, disposition=disposition)


SET, TRIAL_SET = ("2024-05-06", HEARING), ("2024-05-06", TRIAL)
PASSED, SILENT = ("hearing", 28, "sentencing"), ("silent", 56, "sentencing")
CASES = [
    ("its-day-has-passed", [SET], [PASSED]),
    ("told-of-as-held", [SET, ("2024-06-04", replace(HEARING, status="held"))], []),
    ("called-off", [SET, ("2024-05-30", replace(HEARING, status="cancelled"))], []),
    ("its-outcome-is-told", [SET, ("2024-06-03", ruled("2024-06-03", "sentenced"))], []),
    ("a-ruling-soon-after", [SET, ("2024-06-11", ruled("2024-06-10", "denied"))], []),
    ("a-ruling-long-after", [SET, ("2024-06-29", ruled("2024-06-28", "denied"))], [PASSED]),
    ("a-ruling-before", [SET, ("2024-05-20", ruled("2024-05-20", "denied"))], [PASSED]),
    ("the-end-of-the-case", [SET, ("2024-06-29", ruled("2024-06-28", "dismissed"))], []),
    ("a-verdict-after-a-trial", [TRIAL_SET, ("2024-06-29", ruled("2024-06-28", "convicted"))], []),
    ("a-verdict-is-no-sentence", [SET, ("2024-06-29", ruled("2024-06-28", "convicted"))], [PASSED]),
    ("set-anew", [SET, ("2024-06-10", replace(HEARING, date="2024-07-20"))], []),
    ("a-later-stage", [TRIAL_SET, ("2024-06-10", replace(HEARING, date="2024-07-20"))], []),
    ("both-were-set-at-once", [TRIAL_SET, ("2024-05-07", replace(HEARING, date="2024-07-20"))],
     [("hearing", 28, "trial")]),
    ("postponed-to-a-day-that-passed", [("2024-05-06", replace(HEARING, status="postponed"))], [PASSED]),
    ("another-article-says-nothing-of-it", [SET, ("2024-06-20", ruled("2024-05-06", "denied"))],
     [PASSED]),
    ("today-is-not-past", [("2024-06-20", replace(HEARING, date="2024-07-01"))], []),
    ("its-month-is-over", [("2024-05-06", replace(HEARING, date="2024-06"))], [("hearing", 1, "sentencing")]),
    ("its-month-is-not-over", [("2024-06-06", replace(HEARING, date="2024-07"))], []),
    ("its-year-is-not-over", [("2024-06-06", replace(HEARING, date="2024"))], []),
    ("silent-with-a-day-ahead", [("2024-05-06", replace(HEARING, date="2024-09-09"))], [SILENT]),
    ("silent-without-a-day", [("2024-05-06", replace(HEARING, date=None))], [SILENT]),
    ("not-silent-yet", [("2024-06-10", replace(HEARING, date=None))], []),
    ("silent-with-nothing-pending", [("2024-05-06", RULING)], []),
]  # fmt: skip


@pytest.mark.parametrize(("told", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_what_to_ask_after(tmp_path: Path, told: list[Told], expected: list[tuple[str, int, str]]) -> None:
    assert followups(tmp_path, *told) == expected


def test_how_long_silence_is(tmp_path: Path) -> None:
    assert followups(tmp_path, ("2024-06-10", replace(HEARING, date=None)), silent_for=21) != []


def test_another_case_answers_nothing(tmp_path: Path) -> None:
    with open_store(tmp_path / "f.db", create=True) as store:
        take(
            store,
            report("2024-05-06", HEARING),
            report("2024-06-04", ruled("2024-06-03", "sentenced"), name="Al Orr"),
        )
        assert [row.caption for row in list_followups(store, Filters(), TODAY, 30)] == [
            "United States v. Quill"
        ]


def test_a_digest_and_the_command_agree_on_how_long_silence_is() -> None:
    assert signature(cli_followups.followups).parameters["days"].default == DAYS_OF_SILENCE


def test_the_command(cli: RunCasetrack, tmp_path: Path) -> None:
    with open_store(tmp_path / "f.db", create=True) as store:
        take(
            store,
            report("2024-05-06", HEARING),
            report("2024-05-01", replace(TRIAL, date=None), name="Al Orr"),
        )
    run = ("--db", "f.db", "--as-of", "2024-07-01", "followups")
    rows = json.loads(cli(*run, "--json").stdout)
    assert [(row["kind"], row["caption"], row["days"]) for row in rows] == [
        ("hearing", "United States v. Quill", 28),
        ("silent", "United States v. Orr", 61),
    ]
    assert "what came of it" in cli(*run).stdout
    assert (
        cli(*run, "--csv", "--columns", "case_id", "--no-headers", "--limit", "1").stdout
        == f"{rows[0]['case_id']}\n"
    )
    assert json.loads(cli(*run, "--case", "orr", "--json").stdout) == rows[1:]
    assert json.loads(cli(*run, "--days", "90", "--json").stdout) == rows[:1]
    nothing = cli("--db", "f.db", "--as-of", "2024-05-07", "followups", "--exit-code")
    assert (nothing.returncode, nothing.stdout, nothing.stderr) == (5, "", "Nothing to ask after.\n")
