"""What storing and starting cost, each beside something named."""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from casetrack.ingest import IngestOptions, ingest_paths
from casetrack.sources import SETTLED
from casetrack.store.connect import open_store
from tests.benchmarks.news import write_news
from tests.benchmarks.reading import extract_all
from tests.benchmarks.timing import Row, race, run_casetrack

WRITTEN_AT_RE = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(?:\.\d+)?\+00:00")


def write_folder(folder: Path, articles: int, start: int = 0) -> list[Path]:
    """Write generated articles as files, about cases numbered from `start`."""
    files = []
    for story in write_news(articles, start):
        file = folder / story.name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(story.text, encoding="utf-8")
        files.append(file)
    return files


def ingest(database: Path, *inputs: Path, options: IngestOptions | None = None) -> float:
    """Take inputs into a database in this process; the seconds it took."""
    start = time.perf_counter()
    with open_store(database, create=True, readonly=False) as store:
        ingest_paths(store, [str(path) for path in inputs], options or IngestOptions())
    return time.perf_counter() - start


def dump(database: Path) -> str:
    """Give all that a database holds as text, the times it was written at aside."""
    with sqlite3.connect(database) as db:
        return "\n".join(WRITTEN_AT_RE.sub("now", line) for line in db.iterdump())


def measure_ingest(home: Path, articles: int) -> Row:
    """Set the whole way into a fresh database beside extraction alone."""
    folder = home / "whole"
    files = write_folder(folder, articles)
    fresh = home / "whole.db"

    def whole() -> None:
        fresh.unlink(missing_ok=True)
        ingest(fresh, folder)

    ours, alone = race(whole, lambda: extract_all(files), 2)
    detail = f"{articles:,} articles: {articles / ours:.0f} a second; extract alone {articles / alone:.0f}"
    return Row("ingest against extract", ours / alone, "at most", 1.4, detail)


def measure_jobs(home: Path, articles: int) -> Row:
    """Set two processes beside one; their databases must be the same to the byte of their dump."""
    folder = home / "jobs"
    write_folder(folder, articles)
    time.sleep(SETTLED / 1e9)  # a file just written is not yet remembered as read
    seconds, dumps = [], []
    for jobs in (1, 2):
        database = home / f"jobs-{jobs}.db"
        database.unlink(missing_ok=True)
        start = time.perf_counter()
        run_casetrack("--db", database, "ingest", "--jobs", str(jobs), folder)
        seconds.append(time.perf_counter() - start)
        dumps.append(dump(database))
    same = "the same database" if dumps[0] == dumps[1] else "DIFFERENT DATABASES"
    detail = f"{articles:,} articles: {seconds[0]:.1f} s with one, {seconds[1]:.1f} s with two; {same}"
    ratio = seconds[0] / seconds[1] if dumps[0] == dumps[1] else None
    return Row("--jobs 2 against --jobs 1", ratio, "at least", 1.7, detail)


def measure_again(home: Path, articles: int) -> Row:
    """Set a run over unchanged files beside a bare walk that looks at each one's size and time."""
    folder = home / "again"
    write_folder(folder, articles)
    database = home / "again.db"
    time.sleep(SETTLED / 1e9)
    ingest(database, folder)

    def walk() -> None:
        for top, _, names in os.walk(folder):
            for name in names:
                os.stat(os.path.join(top, name))  # noqa: PTH116, PTH118 - the bare way, as the floor

    ours, bare = race(lambda: ingest(database, folder), walk, 3)
    detail = f"{articles:,} unchanged files: {ours:.2f} s; walk and stat {bare:.2f} s"
    return Row("ingest again against a walk", ours / bare, "at most", 2, detail)


def measure_start() -> list[Row]:
    """Set the program's start beside importing typer."""
    rows = []
    for flag in ("--version", "-h"):
        ours, typer = race(
            lambda flag=flag: run_casetrack(flag),  # type: ignore[misc]
            lambda: subprocess.run([sys.executable, "-c", "import typer"], check=True),
            15,
        )
        detail = f"{ours * 1000:.0f} ms; python -c 'import typer' {typer * 1000:.0f} ms"
        rows.append(Row(f"casetrack {flag} against typer", ours / typer, "at most", 1.5, detail))
    return rows
