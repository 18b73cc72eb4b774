"""The text file of decisions: nothing is lost, a faulty one is refused whole, and two stores agree.

One test is the whole story: a wrong merge by hand, a split, a rebuild, an undo, and a second machine.
"""

from __future__ import annotations

import json
import subprocess
import tomllib
from dataclasses import replace
from datetime import UTC
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, RunCasetrack
from hypothesis import given
from hypothesis import strategies as st
from test_order import content

from casetrack.decisions import Decision, FactAnchor, ReportAnchor, SpanAnchor
from casetrack.decisions.text import read_decisions, write_decisions
from casetrack.store import open_store

ARTICLES = ROOT / "data" / "articles"
REPORT = ReportAnchor("a" * 64, 0, "State v. Porter")
MADE = "2026-05-04T08:00:00+00:00"

words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip)
numbers = st.integers(0, 10**6)
reports = st.lists(st.builds(ReportAnchor, words, numbers, words), min_size=1, max_size=3).map(tuple)
facts = st.builds(
    FactAnchor,
    st.sampled_from(["ruling", "hearing"]),
    words,
    st.none() | words,
    st.none() | words,
    st.lists(st.builds(SpanAnchor, words, numbers, numbers, words), max_size=3).map(tuple),
    st.none() | words,
)
instants = st.datetimes(timezones=st.just(UTC)).map(lambda d: d.isoformat())
made = st.one_of(
    st.builds(Decision, words, instants, st.just("merge"), reports, reports, reason=st.none() | words),
    st.builds(
        Decision, words, instants, st.just("drop"), reports, fact=facts, undone_at=st.none() | instants
    ),
    st.builds(Decision, words, instants, st.just("alias"), reports, values=st.builds(dict, name=words)),
    st.builds(
        Decision,
        words,
        instants,
        st.just("set"),
        reports,
        values=st.just({"caption": "A v. B", "court": None}),
    ),
)


@given(st.lists(made, max_size=4, unique_by=lambda decision: decision.uid))
def test_what_is_written_is_read(decisions: list[Decision]) -> None:
    ordered = sorted(decisions, key=lambda d: d.order)
    text = write_decisions(decisions)
    assert read_decisions(text) == ordered
    assert write_decisions(reversed(ordered)) == text


def block(**changed: str | None) -> str:
    """A file of one decision, some of its lines changed or (None) left out."""
    lines = {
        "uid": '"u"', "made_at": f'"{MADE}"', "action": '"alias"',
        "case": '[{ article = "a", position = 0, caption = "A" }]', "values": '{ name = "N" }',
    } | changed  # fmt: skip
    return "version = 1\n[[decision]]\n" + "\n".join(f"{k} = {v}" for k, v in lines.items() if v is not None)


WRONG = [
    ("version = 2", "its version is 2; this casetrack reads 1"),
    ("", "its version is None"),
    ("version = 1\n[[decision]", "line 2"),
    (block(uid=None), "decision 1: it has no uid"),
    (block(uid='""'), "decision 1: '' is no text"),
    (block(made_at='"yesterday"'), "decision 1: Invalid isoformat"),
    (block(made_at='"2026-05-04T08:00:00"'), "does not say its offset"),
    (block(action='"marry"'), "there is no action 'marry'; there are merge, split"),
    (block(case=None), "it does not say what the alias is about"),
    (block(action='"merge"'), "it does not say what the merge is about"),
    (block(action='"drop"'), "it does not say what the drop is about"),
    (block(case='"a"'), "a value is of the wrong sort"),
    (block(case='[{ article = "a" }]'), "it has no position"),
    (block(values=None), "it has no values"),
    (block(action='"set"', values='{ colour = "red" }'), "has no field 'colour'"),
    (block(action='"set"', values='{ kind = "odd" }'), "is not one of criminal"),
    (block(action='"add"', values='{ kind = "verdict", source = "s" }'), "is not one of ruling, hearing"),
    (block(action='"add"', values='{ kind = "ruling" }'), "None is no text"),
    (
        block(action='"link"', other='[{ article = "b", position = 0, caption = "B" }]'),
        "is not one of appeal_of",
    ),
    (block() + "\n" + block().partition("\n")[2], "its uid is that of another"),
]


@pytest.mark.parametrize(("text", "said"), WRONG, ids=[said for _, said in WRONG])
def test_a_faulty_file_is_refused_whole(cli: RunCasetrack, tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ValueError, match=said.replace("(", "\\(")):
        read_decisions(text)
    if text == WRONG[3][0]:  # once through the command
        (tmp_path / "d.toml").write_text(text)
        cli("ingest", "-q", ARTICLES / "2017-05-04-guzman-stays-in-solitary.txt")
        done = cli("decisions", "load", "d.toml")
        assert (done.returncode, done.stderr) == (3, f"Error: d.toml: {said}\n")


def test_a_file_may_be_written_by_hand() -> None:
    (decision,) = read_decisions(block(made_at='"2026-05-04T10:00:00+02:00"'))
    assert decision == Decision(
        "u", MADE, "alias", (replace(REPORT, article="a", caption="A"),), values={"name": "N"}
    )


def ask(run: RunCasetrack, *args: str | Path) -> Any:
    done = run(*args, "--format", "json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def dockets(path: Path) -> dict[str, list[Any]]:
    with open_store(path) as store:
        return content(store)


def test_a_wrong_merge_is_put_right_here_and_on_another_machine(cli: RunCasetrack, tmp_path: Path) -> None:
    mine, theirs = tmp_path / "mine.db", tmp_path / "theirs.db"

    def run(*args: str | Path) -> subprocess.CompletedProcess[str]:
        return cli("--db", mine, *args)

    run("ingest", "-q", ARTICLES)
    at_first = dockets(mine)
    quinones, ostrander = ("united-states-v-quinones", "state-v-ostrander")

    assert run("merge", quinones, ostrander, "--reason", "by mistake").returncode == 0
    merged = dockets(mine)
    assert len(merged["cases"]) == len(at_first["cases"]) - 1

    assert run("split", quinones, "2022-06-09-quinones-plea.txt").returncode == 0
    assert dockets(mine)["articles"] == at_first["articles"]
    assert run("set", "ruling:3", "date=2017-05-03", "--reason", "typo").returncode == 0
    put_right = dockets(mine)

    rebuilt = run("rebuild")
    assert (rebuilt.returncode, rebuilt.stdout) == (0, "")
    assert dockets(mine) == put_right

    assert run("undo").returncode == 0
    assert dockets(mine) == at_first
    assert run("undo", "2").returncode == 0  # the split
    assert dockets(mine) == merged
    assert run("split", quinones, "2022-06-09-quinones-plea.txt").returncode == 0
    assert run("add", "ruling", "guzman", "disposition=denied", "--source", "docket entry 88").returncode == 0

    assert run("decisions", "dump", "decisions.toml").returncode == 0
    text = (tmp_path / "decisions.toml").read_text(encoding="utf-8")
    assert [d["action"] for d in tomllib.loads(text)["decision"]] == ["merge", "split", "set", "split", "add"]

    cli("--db", theirs, "ingest", "-q", *sorted(ARTICLES.glob("*.txt"), reverse=True))
    assert cli("--db", theirs, "decisions", "check", "decisions.toml").returncode == 0
    assert dockets(theirs) == at_first  # looking changes nothing
    loaded = cli("--db", theirs, "decisions", "load", "decisions.toml")
    assert (loaded.returncode, "5 decisions taken" in loaded.stderr) == (0, True)
    assert dockets(theirs) == dockets(mine)
    again = cli("--db", theirs, "decisions", "load", "-", stdin=text)
    assert (again.stdout, "0 decisions taken from -, 5 known already." in again.stderr) == ("", True)
    assert cli("--db", theirs, "decisions", "dump").stdout == text


def test_what_is_undone_there_is_undone_here(cli: RunCasetrack, tmp_path: Path) -> None:
    for name in ("a.db", "b.db"):
        cli("--db", name, "ingest", "-q", ARTICLES / "2017-05-04-guzman-stays-in-solitary.txt")
    cli("--db", "a.db", "alias", "guzman", "El Chapo")
    cli("--db", "b.db", "decisions", "load", "-", stdin=cli("--db", "a.db", "decisions", "dump").stdout)
    cli("--db", "b.db", "undo")
    text = cli("--db", "b.db", "decisions", "dump").stdout
    assert "1 decision taken" in cli("--db", "a.db", "decisions", "load", "-", stdin=text).stderr
    assert "El Chapo" not in ask(cli, "--db", tmp_path / "a.db", "docket", "guzman")["names"]


def test_decisions_come_before_their_articles(cli: RunCasetrack, tmp_path: Path) -> None:
    cli("--db", "a.db", "ingest", "-q", ARTICLES)
    cli("--db", "a.db", "alias", "guzman", "El Chapo")
    text = cli("--db", "a.db", "decisions", "dump").stdout
    cli("--db", "b.db", "ingest", "-q", ARTICLES / "2024-07-18-renwick-sentenced.txt")
    early = cli("--db", "b.db", "decisions", "load", "-", stdin=text)
    assert (early.returncode, "has no effect now: none of its articles is here" in early.stderr) == (0, True)
    assert cli("--db", "b.db", "decisions", "check").returncode == 1
    cli("--db", "b.db", "ingest", "-q", ARTICLES)
    assert cli("--db", "b.db", "decisions", "check").returncode == 0
    assert dockets(tmp_path / "a.db") == dockets(tmp_path / "b.db")
