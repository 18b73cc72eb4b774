"""`review`: what is in doubt is asked once, a verdict has its effect, lasts, and can be undone."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from conftest import RunCasetrack
from sample_rows import HEARING as HEARING_ROW
from sample_rows import RULING as RULING_ROW
from sample_rows import SOURCE
from test_changes import HEARING, RULING, report, take

from casetrack.decisions.conflict import find_conflict
from casetrack.models import Hearing, Report, Ruling
from casetrack.rebuild import derive_all
from casetrack.store import Store, open_store
from casetrack.store.decide import undo
from casetrack.store.history import list_history
from casetrack.store.query import list_cases, list_rulings
from casetrack.store.review import find_item, give_verdict, list_review
from casetrack.store.rows import Filters, HearingRow, RulingRow

OTHER = replace(SOURCE, article_id=9)
ONE = replace(RULING_ROW, sources=(SOURCE,), subject="the motion to suppress the recordings", movant=None)
TWO = replace(ONE, id=8, sources=(OTHER,))
GUILTY = replace(ONE, disposition="convicted", subject=None, decided_by="jury", judges=())
GUILTY_TOO = replace(GUILTY, id=8, sources=(OTHER,))
TO_STAY = replace(ONE, subject="a stay of the order", disposition="granted")
SET = replace(HEARING_ROW, sources=(SOURCE,), purpose=None)
SET_TOO = replace(SET, id=8, sources=(OTHER,))
PLEA = replace(SET, type="plea", status="held")
PLEA_TOO = replace(PLEA, id=8, sources=(OTHER,))
TRIAL = replace(SET, type="trial", date="2017-05-15")
TRIAL_TOO = replace(TRIAL, id=8, sources=(OTHER,))
CONFLICTS: list[tuple[str, Any, Any, str]] = [
    ("another-outcome", ONE, replace(TWO, disposition="granted"), "outcome: denied or granted"),
    ("in-other-words", ONE, replace(TWO, disposition="granted", subject="a request to suppress recordings"),
     "outcome: denied or granted"),
    ("the-one-says-more", ONE,
     replace(TWO, disposition="granted", subject="suppress the recordings of a treasurer"),
     "outcome: denied or granted"),
    ("told-by-a-surname", replace(ONE, judges=("Brian Cogan",)),
     replace(TWO, disposition="granted", judges=("Cogan",)), "outcome: denied or granted"),
    ("another-day", ONE, replace(TWO, date="2017-05-05"), "date: 2017-05-04 or 2017-05-05"),
    ("a-verdict-needs-no-subject", GUILTY, replace(GUILTY_TOO, disposition="acquitted"),
     "outcome: convicted or acquitted"),
    ("a-verdict-comes-once", GUILTY, replace(GUILTY_TOO, disposition="mistrial", date="2017-05-05"),
     "outcome: convicted or mistrial"),
    ("a-verdict-by-whom-nobody-says", GUILTY,
     replace(GUILTY_TOO, disposition="acquitted", decided_by="judge"), "outcome: convicted or acquitted"),
    ("a-sentence-on-another-day", replace(GUILTY, disposition="sentenced"),
     replace(GUILTY_TOO, disposition="sentenced", date="2017-05-03"), "date: 2017-05-04 or 2017-05-03"),
    ("a-hearing-on-another-day", SET, replace(SET_TOO, date="2017-05-06"), "date: 2017-05-05 or 2017-05-06"),
    ("a-hearing-at-another-time", SET, replace(SET_TOO, time="09:00"), "time: 16:30 or 09:00"),
    ("a-trial-to-begin-on-another-day", TRIAL, replace(TRIAL_TOO, date="2017-05-16"),
     "date: 2017-05-15 or 2017-05-16"),
    ("a-plea-held-on-another-day", PLEA, replace(PLEA_TOO, date="2017-05-04"),
     "date: 2017-05-05 or 2017-05-04"),
]  # fmt: skip
LATER = replace(OTHER, published="2017-05-15")
NO_CONFLICT: list[tuple[str, Any, Any]] = [
    ("the-same", ONE, TWO),
    ("told-by-one-article", ONE, replace(TWO, disposition="granted", sources=(SOURCE,))),
    ("about-something-else", ONE, replace(TWO, disposition="granted", subject="his bail")),
    ("two-motions", ONE, replace(TWO, disposition="granted", subject="the motion for a new trial")),
    ("two-things-to-suppress", replace(ONE, subject="Guzman's motion to suppress the wiretap"),
     replace(TWO, disposition="granted", subject="Guzman's motion to suppress his confession")),
    ("two-orders-of-a-week", replace(ONE, disposition="ordered", subject="all parties"),
     replace(TWO, disposition="ordered", subject="the parties to return for a status hearing",
             date="2017-05-02")),
    ("two-orders-to-two", replace(ONE, disposition="ordered", subject="the jail to hand over its records"),
     replace(TWO, disposition="ordered", subject="the sheriff to hand over a diary", date="2017-05-05")),
    ("outcomes-that-go-together", ONE, replace(TWO, disposition="ordered")),
    ("denied-and-then-granted", ONE, replace(TWO, disposition="granted", date="2017-05-06")),
    ("a-denial-needs-a-subject", replace(ONE, subject=None),
     replace(TWO, disposition="granted", subject=None)),
    ("asked-for-by-the-other-side", replace(TO_STAY, movant="the city"),
     replace(TO_STAY, id=8, sources=(OTHER,), disposition="denied", movant="Tamarack Mill")),
    ("another-judge", replace(ONE, judges=("Brian Cogan",)),
     replace(TWO, disposition="granted", judges=("Ruth Amsel",))),
    ("the-court-above", TO_STAY,
     replace(TO_STAY, id=8, sources=(OTHER,), disposition="denied", court_id="ca2")),
    ("the-panel-and-the-judge", replace(TO_STAY, judges=("Brian Cogan",)),
     replace(TO_STAY, id=8, sources=(OTHER,), disposition="denied", decided_by="panel", judges=())),
    ("two-accused", replace(GUILTY, subject="Ann Teller"),
     replace(GUILTY_TOO, disposition="acquitted", subject="Bo Rask")),
    ("two-charges", replace(GUILTY, subject="Guzman on murder"),
     replace(GUILTY_TOO, disposition="acquitted", subject="Guzman on robbery")),
    ("entered-by-a-person", replace(ONE, sources=()), replace(TWO, disposition="granted")),
    ("a-hearing-without-a-time", SET, replace(SET_TOO, time=None)),
    ("two-sorts-of-hearing", SET, replace(SET_TOO, type="trial", date="2017-05-06")),
    ("two-hearings", replace(SET, purpose="the effort to disqualify David Patton"),
     replace(SET_TOO, purpose="bail for his cousin", date="2017-05-06")),
    ("set-and-held", SET, replace(SET_TOO, status="held", date="2017-05-06")),
    ("two-days-of-a-trial", replace(TRIAL, status="held"),
     replace(TRIAL_TOO, status="held", date="2017-05-16")),
    ("the-next-day-of-a-trial", TRIAL, replace(TRIAL_TOO, date="2017-05-16", sources=(LATER,))),
    ("pleas-of-two", replace(PLEA, purpose="Ann Teller"),
     replace(PLEA_TOO, purpose="Bo Rask", date="2017-05-04")),
]  # fmt: skip
PAIRS = [*CONFLICTS, *((*pair, None) for pair in NO_CONFLICT)]


@pytest.mark.parametrize(("one", "other", "said"), [p[1:] for p in PAIRS], ids=[p[0] for p in PAIRS])
def test_what_contradicts_what(
    one: RulingRow | HearingRow, other: RulingRow | HearingRow, said: str | None
) -> None:
    assert find_conflict(one, other) == said
    assert (find_conflict(other, one) is None) == (said is None)


def like(day: str, name: str, *facts: Hearing | Ruling) -> Report:
    """A report that is like others of the surname before the court, but not enough to be joined."""
    made = report(day, *facts, name=name)
    (case,) = made.cases
    bare = replace(case, docket_numbers=(), judges=(), caption="United States v. Quill")
    return replace(made, cases=(bare,))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """One doubt of each sort."""
    opened = open_store(tmp_path / "r.db", create=True)
    denied = replace(RULING, subject="suppress recordings of the treasurer")
    take(
        opened,
        report("2024-05-06", denied, name="Cora Hale"),
        report("2024-05-07", denied, name="Cora Hale"),
        report("2024-05-08", replace(denied, disposition="granted"), name="Cora Hale"),
        report("2024-05-06", replace(HEARING, date=None), name="Bruno Vask"),
        report("2024-05-06", replace(HEARING, confidence=0.5), name="Al Orr"),
        like("2024-05-06", "Quill", HEARING),
        like("2024-05-20", "Ada Quill", replace(HEARING, type="plea", date="2024-05-20")),
    )
    return opened


def doubts(store: Store, **narrowed: Any) -> list[str]:
    return [item.doubt for item in list_review(store, **narrowed)]


def decide(store: Store, doubt: str, verdict: str) -> None:
    item = next(item for item in list_review(store, skipped=True) if item.doubt == doubt)
    give_verdict(store, [item.id], verdict, None, None, dry_run=False)


def test_one_of_each(store: Store) -> None:
    assert doubts(store) == ["match", "conflict", "undated", "unsure"]
    match, conflict, undated, unsure = list_review(store)
    assert (match.caption, match.other_id is not None) == ("United States v. Quill", True)
    assert match.reasons
    assert conflict.reasons == ("outcome: denied or granted",)  # two articles against one
    assert undated.about == "sentencing scheduled"
    assert (unsure.score, unsure.quote) == (0.5, HEARING.quote)
    assert list_review(store, ["unsure"], case=unsure.case_id) == [unsure]
    assert find_item(store, match.id[:6]) == match


def outcomes(store: Store) -> list[str]:
    return [ruling.disposition for ruling in list_rulings(store, Filters())]


def count_cases(party: str, hearing: str | None = None) -> Callable[[Store], int]:
    return lambda store: len(list_cases(store, Filters(party=party, type=hearing)))


EFFECTS: list[tuple[str, str, Callable[[Store], Any], Any]] = [
    ("match", "accept", count_cases("quill"), 1),
    ("match", "reject", count_cases("quill"), 2),
    ("conflict", "accept", outcomes, ["denied"]),
    ("conflict", "reject", outcomes, ["denied", "granted"]),
    ("undated", "accept", count_cases("vask", "sentencing"), 1),
    ("undated", "reject", count_cases("vask", "sentencing"), 0),
    ("unsure", "accept", count_cases("orr", "sentencing"), 1),
    ("unsure", "reject", count_cases("orr", "sentencing"), 0),
]


@pytest.mark.parametrize(
    ("doubt", "verdict", "look", "expected"), EFFECTS, ids=[f"{e[0]}-{e[1]}" for e in EFFECTS]
)
def test_a_verdict(
    store: Store, doubt: str, verdict: str, look: Callable[[Store], Any], expected: Any
) -> None:
    before = list_review(store)
    decide(store, doubt, verdict)
    assert (look(store), doubt in doubts(store, skipped=True)) == (expected, False)
    with store.write() as db:
        derive_all(db)
    assert (look(store), doubt in doubts(store, skipped=True)) == (expected, False)
    undo(store, None, None, dry_run=False)
    assert [replace(item, ref=None, case_id=0, other_id=0) for item in list_review(store)] == [
        replace(item, ref=None, case_id=0, other_id=0) for item in before
    ]


@pytest.mark.parametrize("doubt", ["match", "conflict", "undated", "unsure"])
def test_what_is_skipped_is_put_aside(store: Store, doubt: str) -> None:
    decide(store, doubt, "skip")
    assert doubt not in doubts(store)
    assert [item.doubt for item in list_review(store, skipped=True) if item.skipped] == [doubt]
    assert [row.lost for row in list_history(store)] == [None]
    decide(store, doubt, "accept")
    assert doubt not in doubts(store, skipped=True)


def test_scripts_decide_by_id(store: Store, cli: RunCasetrack) -> None:
    store.close()

    def run(*args: str) -> subprocess.CompletedProcess[str]:
        return cli("--db", "r.db", "review", *args)

    rows = json.loads(run("list", "--json").stdout)
    assert json.loads(run("--json").stdout) == rows  # no terminal: nobody is asked
    facts = [row["id"] for row in rows if row["doubt"] in ("undated", "unsure")]
    assert json.loads(run("show", facts[0], "--json").stdout)["id"] == facts[0]
    looked = json.loads(run("reject", *facts, "--dry-run", "--json").stdout)
    done = run("reject", *facts, "--json", "--reason", "no hearings")
    assert json.loads(done.stdout)["changes"] == looked["changes"]
    assert [d["action"] for d in json.loads(done.stdout)["decisions"]] == ["drop", "drop"]
    assert [row["doubt"] for row in json.loads(run("list", "--json").stdout)] == ["match", "conflict"]
    for name in ("match", "conflict"):
        (row,) = json.loads(run("list", "--doubt", name, "--json").stdout)
        shown = run("show", row["id"])
        assert (shown.returncode, row["id"] in shown.stdout) == (0, True)
        assert run("accept", row["id"]).returncode == 0
    nothing = run("list", "--exit-code")
    assert (nothing.returncode, nothing.stdout, nothing.stderr) == (5, "", "Nothing to review.\n")


WRONG = [
    (("accept",), 2, "Say what to accept"),
    (("list", "abc"), 2, "list takes no ID"),
    (("marry", "abc"), 2, "is not one of list, show, accept"),
    (("accept", "zzz"), 4, "Nothing to review is called 'zzz'"),
    (("accept", ""), 4, "Nothing to review is called ''"),
    (("list", "--doubt", "doubtful"), 2, "is not one of match, conflict"),
]


@pytest.mark.parametrize(("args", "code", "said"), WRONG, ids=lambda value: str(value))
def test_what_cannot_be_said(
    store: Store, cli: RunCasetrack, args: tuple[str, ...], code: int, said: str
) -> None:
    store.close()
    done = cli("--db", "r.db", "review", *args)
    assert (done.returncode, done.stdout) == (code, "")
    assert said in done.stderr


def test_on_a_terminal_it_asks_in_turn(store: Store, cli_env: dict[str, str], tmp_path: Path) -> None:
    store.close()
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "casetrack", "--db", "r.db", "review"],
        stdin=theirs, stdout=theirs, stderr=theirs, env=cli_env | {"TERM": "dumb"}, cwd=tmp_path,
    )  # fmt: skip
    os.close(theirs)
    os.write(ours, b"a\nn\ns\nq\n")
    said = b""
    try:
        while part := os.read(ours, 4096):
            said += part
    except OSError:  # the other end is closed
        pass
    os.close(ours)
    assert process.wait(timeout=30) == 0
    text = said.decode()
    assert [f"{n} to review" in text for n in (4, 3, 2, 1)] == [True] * 4
    assert text.count("[a]ccept, [r]eject, [s]kip, [n]ext, [q]uit") == 4
    with open_store(tmp_path / "r.db") as again:
        assert doubts(again) == ["conflict", "unsure"]
