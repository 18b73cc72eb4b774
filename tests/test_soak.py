"""The short form of every fault; `make soak` makes each in full and prints what was lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.soak.faults import FAULTS, Bench, try_fault
from tests.soak.hostile import read_some


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    return Bench.prepare(tmp_path_factory.mktemp("soak"))


@pytest.mark.parametrize("name", FAULTS)
def test_nothing_is_lost(bench: Bench, name: str) -> None:
    assert try_fault(bench, name, FAULTS[name][2], seed=7) == []


def test_hostile_text_neither_raises_nor_hangs() -> None:
    assert read_some(300, seed=7) == []


def test_a_fault_that_loses_something_is_told(bench: Bench, tmp_path: Path) -> None:
    """The checks can fail: a case that was read is missed when it is gone."""
    whole = dict(bench.whole)
    whole["cases"] = [*whole["cases"], ("never-read", "X v. Y", "civil", None, "pending")]
    assert (
        "1 lost" in try_fault(Bench(tmp_path, bench.articles, whole), "kill -9 during ingest", 1, seed=7)[0]
    )
