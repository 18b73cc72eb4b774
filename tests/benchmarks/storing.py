"""What storing, asking and starting cost, each beside something named; and that nothing is lost at scale."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from casetrack.ingest import IngestOptions, ingest_paths
from casetrack.sources import SETTLED
from casetrack.store.connect import open_store
from tests.benchmarks.news import ARTICLES_A_CASE, write_news
from tests.benchmarks.reading import extract_all
from tests.benchmarks.timing import Row, peak_memory, race, run_casetrack

MORE = 200
WRITTEN_AT_RE = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(?:\.\d+)?\+00:00")
QUESTIONS = {
    "docket": ("docket", "--", "1"),
    "hearings": ("hearings", "--limit", "20"),
    "rulings": ("rulings", "--limit", "20"),
    "search": ("search", "arraigned", "--limit", "20"),
}


def write_folder(folder: Path, articles: int, start: int = 0) -> list[Path]:
    """Write generated articles as files, about cases numbered from `start`."""
    files = []
    for story in write_news(articles, max(1, articles // ARTICLES_A_CASE), start):
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


def measure_memory(home: Path, few: int, many: int) -> Row:
    """Set the peak memory of a long run beside that of a short one, in MB apart."""
    peaks = []
    for count in (few, many):
        folder = home / f"memory-{count}"
        write_folder(folder, count)
        peaks.append(peak_memory(["-q", "--db", home / f"memory-{count}.db", "ingest", folder]) / 1e6)
        shutil.rmtree(folder)
    detail = f"peak {peaks[0]:.0f} MB at {few:,} files, {peaks[1]:.0f} MB at {many:,} (under 200 MB)"
    return Row("memory, MB more at scale", peaks[1] - peaks[0], "at most", 20, detail)


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


def measure_scale(home: Path, small: int, large: int) -> list[Row]:
    """Fill a small and a large database, ask both the same, add the same to both, count what is there."""
    databases = {}
    for count in (small, large):
        folder = home / f"scale-{count}"
        write_folder(folder, count)
        databases[count] = home / f"scale-{count}.db"
        ingest(databases[count], folder)
        shutil.rmtree(folder)
    rows = [_measure_size(databases[large]), _count_all(databases[large], large)]
    for name, command in QUESTIONS.items():
        small_s, large_s = (_ask(databases[count], command) for count in (small, large))
        detail = f"{small_s * 1000:.0f} ms at {small:,} articles, {large_s * 1000:.0f} ms at {large:,}"
        rows.append(Row(f"{name} at scale", large_s / small_s, "at most", 1.5, detail))
    return [*rows, _measure_growth(home, databases)]


def _ask(database: Path, command: Sequence[str]) -> float:
    times = []
    for _ in range(7):
        start = time.perf_counter()
        run_casetrack("--db", database, *command)
        times.append(time.perf_counter() - start)
    return min(times)


def _measure_size(database: Path) -> Row:
    with sqlite3.connect(database) as db:
        text = db.execute("select sum(length(cast(text as blob))) from articles").fetchone()[0]
    size = database.stat().st_size
    detail = f"{size / 1e6:.0f} MB for {text / 1e6:.0f} MB of text"
    return Row("database against its text", size / text, "at most", 3, detail)


def _measure_growth(home: Path, databases: dict[int, Path]) -> Row:
    """Add articles about new cases to both stores, by turns in small batches."""
    small, large = sorted(databases)
    costs: dict[int, list[float]] = {small: [], large: []}
    for turn in range(4):
        folder = home / f"more-{turn}"
        write_folder(folder, MORE, start=large // ARTICLES_A_CASE + turn * MORE)
        for count, database in databases.items():
            costs[count].append(ingest(database, folder) / MORE)
    few, many = (statistics.median(costs[count]) for count in (small, large))
    detail = f"{few * 1000:.1f} ms an article at {small:,} stored, {many * 1000:.1f} ms at {large:,}"
    return Row("ingest at scale", many / few, "at most", 1.3, detail)


def _count_all(database: Path, articles: int) -> Row:
    """Count articles, cases, rulings and hearings against the truth: nothing lost, nothing doubled."""
    wanted: dict[str, set[object]] = {"articles": set(), "cases": set(), "rulings": set(), "hearings": set()}
    for story in write_news(articles, max(1, articles // ARTICLES_A_CASE)):
        wanted["articles"].add(story.name)
        wanted["cases"].add(story.case)
        for fact in story.facts:
            wanted[f"{fact.kind}s"].add((story.case, fact.what, fact.day))
    with sqlite3.connect(database) as db:
        found = {name: db.execute(f"select count(*) from {name}").fetchone()[0] for name in wanted}
    detail = ", ".join(f"{name} {found[name]:,} of {len(wanted[name]):,}" for name in wanted)
    wrong = sum(abs(found[name] - len(wanted[name])) for name in wanted)
    return Row("lost or doubled at scale", float(wrong), "at most", 0, detail)
