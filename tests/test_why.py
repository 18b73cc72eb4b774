"""`why`: what the program says of two cases, of one case, of two articles."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import RunCasetrack

ARTICLES = Path(__file__).parent.parent / "data" / "articles"


@pytest.fixture
def stored(cli: RunCasetrack) -> RunCasetrack:
    done = cli("ingest", "-q", ARTICLES)
    assert done.returncode == 0, done.stderr
    return cli


def ask(cli: RunCasetrack, *args: str) -> dict[str, Any]:
    done = cli("why", *args, "--format", "json")
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_namesakes_are_two_cases_with_the_reason(stored: RunCasetrack) -> None:
    ids = [
        str(c["id"]) for c in json.loads(stored("cases", "--party", "whitlock", "--format", "json").stdout)
    ]
    found = ask(stored, *ids)
    assert found["verdict"] == "two cases"
    assert found["reason"]
    assert {found["case"]["id"], found["other"]["id"]} == set(map(int, ids))
    text = stored("why", *ids).stdout
    assert found["reason"] in " ".join(text.split())


def test_one_case_shows_what_ties_its_articles(stored: RunCasetrack) -> None:
    found = ask(stored, "guzman")
    assert found["verdict"] == "one case"
    (pair,) = found["pairs"]
    assert pair["verdict"] == "join"
    assert pair["score"] >= found["join_at"]
    assert round(sum(part["weight"] for part in pair["parts"]), 2) == pair["score"]
    assert {"party", "court", "judge"} <= {part["evidence"] for part in pair["parts"]}
    shown = stored("why", "guzman").stdout
    assert all(part["detail"] in shown for part in pair["parts"])
    assert f"{found['case']['caption']}) is one case" in shown


def test_two_articles_of_one_case(stored: RunCasetrack) -> None:
    names = [path.name for path in sorted(ARTICLES.glob("*guzman*"))]
    found = ask(stored, *names)
    assert found["verdict"] == "one case"
    assert {Path(found["pairs"][0][key]).name for key in ("path", "other_path")} == set(names)


@pytest.mark.parametrize("args", [("nobody-of-that-name",), ("guzman", "nobody-of-that-name")])
def test_a_reference_that_fits_nothing(stored: RunCasetrack, args: tuple[str, ...]) -> None:
    done = stored("why", *args)
    assert (done.returncode, done.stdout) == (4, "")
    assert "nobody-of-that-name" in done.stderr
