"""docs/scaling.md is what the figures kept come to, and its SQL asks two databases at once."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from tests.benchmarks.scaling import PAGE, Figures, load_figures, measure, write_other
from tests.benchmarks.scaling_page import TASKS, work_out, write_figures, write_page


@pytest.fixture(scope="module")
def figures() -> Figures:
    return load_figures()


def test_the_page_is_as_the_figures_are(figures: Figures) -> None:
    assert PAGE.read_text(encoding="utf-8") == write_page(figures), "run: make scaling SCALING_ARGS=--kept"


def test_twice_the_speed_is_half_the_hours(figures: Figures) -> None:
    kinds = (figures.court, figures.other)
    court, other = (replace(kind, read=2 * kind.read, written_late=4 * kind.written_late) for kind in kinds)
    for task in TASKS:
        slow = work_out(task, figures)
        fast = work_out(task, replace(figures, court=court, other=other))
        assert fast.read == pytest.approx(slow.read / 2)
        assert fast.written == pytest.approx(slow.written / 4)
        assert fast.limit == pytest.approx(slow.limit * 2)
        assert fast.stored == slow.stored


def test_a_measurement_gives_all_that_the_page_needs() -> None:
    measured = measure(16)
    assert (measured.court.articles, measured.other.articles) == (16, 16)
    assert measured.court.rows > measured.other.rows
    assert write_page(measured).count(write_figures(measured)) == 1
    assert len({*write_other(20)}) == 20


def test_the_sql_of_the_page_asks_several_databases(sample_database: Path) -> None:
    (sql,) = re.findall(r"```sql\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    *attach, question = [part.strip() for part in sql.split(";") if part.strip()]
    with sqlite3.connect(":memory:") as db:
        for line in attach:
            db.execute(re.sub(r"'\w+\.db'", f"'{sample_database}'", line))
        rows = db.execute(question).fetchall()
    assert len(rows) == 20
    assert {row[0] for row in rows} == {"second", "ninth"}
