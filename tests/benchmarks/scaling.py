"""What one core reads and the one writer writes, and what larger tasks then need: `make scaling`.

    python -m tests.benchmarks.scaling                  measure, print the figures
    python -m tests.benchmarks.scaling --write          and keep them, with docs/scaling.md made from them
    python -m tests.benchmarks.scaling --write --kept   make the page again from the figures kept

Reading and writing are timed in seconds of processor time of this process, which others on the machine do
not change; what waits on a disk is in the seconds by the clock, given beside them.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from casetrack.extract import extract_report
from casetrack.ingest import IngestOptions, ingest_paths
from casetrack.models import Report
from casetrack.pool import extract_reports
from casetrack.portions import Chosen, Finished, ReadSettings
from casetrack.read import read_article
from casetrack.sources import RawInput
from casetrack.store.connect import open_store
from tests.benchmarks.news import ARTICLES_A_CASE, FILLER, write_news
from tests.benchmarks.reading import ROOT

KEPT = Path(__file__).with_name("scaling.json")
PAGE = ROOT / "docs" / "scaling.md"
TWO = 2
"""Workers, and processes to set them beside."""


@dataclass(frozen=True, slots=True)
class Kind:
    """The figures of one kind of article; speeds are articles a second."""

    articles: int
    characters: float
    """Of an article, on average."""
    read: float
    """By one core: read and extracted."""
    written: float
    """By the one writer, in processor time, over the first half of the articles."""
    written_late: float
    """The same over the second half, which is of other cases, with the first already stored."""
    written_by_clock: float
    """The same over all, by the clock."""
    rows: float
    """An article, in all tables."""
    stored: float
    """Bytes of the database an article."""


@dataclass(frozen=True, slots=True)
class Figures:
    """All that was measured. `processes` and `workers` are articles a second by the clock, court news."""

    machine: str
    court: Kind
    other: Kind
    processes: float
    workers: float
    without_court: float
    """Share of the cases of the sample articles whose court the article does not tell."""


def measure(articles: int) -> Figures:
    """Measure all of it, each kind with so many articles."""
    half = articles // 2
    cases = max(1, half // ARTICLES_A_CASE)
    court = [story.text for start in (0, cases) for story in write_news(half, cases, start)]
    other = list(write_other(articles))
    with tempfile.TemporaryDirectory() as name:
        kinds = [measure_kind(texts, Path(name) / f"{at}") for at, texts in enumerate((court, other))]
        processes, workers = measure_two(court[: min(len(court), 2000)], Path(name) / "two")
    return Figures(name_machine(), *kinds, processes, workers, share_without_court())


def write_other(articles: int, seed: int = 1) -> Iterator[str]:
    """Write news that tells of no court, of the length of the court news."""
    for number in range(articles):
        rng = random.Random(seed * 1_000_003 + number)
        paragraphs = rng.sample(FILLER, len(FILLER))
        yield "\n\n".join([f"Notes of day {number}", "May 4, 2017", *paragraphs]) + "\n"


class Ready:
    """An engine with nothing left to do: it hands over reports that were made before."""

    def __init__(self, reports: Sequence[Report]) -> None:
        self._reports = reports

    def read(self, chosen: Iterable[Chosen], settings: ReadSettings) -> Iterator[Report | Finished]:
        for one, report in zip(chosen, self._reports, strict=True):
            yield report
            yield Finished(one, 1, 0)


def measure_kind(texts: Sequence[str], home: Path) -> Kind:
    """Read and extract texts in this process, then have the writer write what came of it, in two halves."""
    home.mkdir()
    reports: list[Report] = []
    read_text(texts[0], "warm.txt")
    reading, _ = clock(lambda: reports.extend(read_text(text, f"{n}.txt") for n, text in enumerate(texts)))
    half = len(reports) // 2
    halves = [
        clock(lambda part=part: write_reports(home / "writer.db", part))  # type: ignore[misc]
        for part in (reports[:half], reports[half:])
    ]
    with sqlite3.connect(home / "writer.db") as db:
        db.execute("pragma wal_checkpoint(truncate)")
        rows = count_rows(db)
    size = (home / "writer.db").stat().st_size
    return Kind(
        articles=len(texts),
        characters=sum(map(len, texts)) / len(texts),
        read=len(texts) / reading,
        written=half / halves[0][0],
        written_late=(len(reports) - half) / halves[1][0],
        written_by_clock=len(reports) / (halves[0][1] + halves[1][1]),
        rows=rows / len(texts),
        stored=size / len(texts),
    )


def clock(job: Callable[[], object]) -> tuple[float, float]:
    """Give the seconds of processor time that a job took, and the seconds by the clock."""
    processor, wall = time.process_time(), time.perf_counter()
    job()
    return time.process_time() - processor, time.perf_counter() - wall


def read_text(text: str, path: str) -> Report:
    return extract_report(read_article(RawInput(path, text.encode())))


def write_reports(database: Path, reports: Sequence[Report]) -> None:
    """Write reports as `ingest` does, with nothing left to read."""
    paths = [report.article.path for report in reports]
    with open_store(database, create=True, readonly=False) as store:
        ingest_paths(store, paths, IngestOptions(engine=Ready(reports)))


def count_rows(db: sqlite3.Connection) -> int:
    """Count the rows of all tables but those that the full-text index keeps for itself."""
    names = db.execute("select name from sqlite_master where type = 'table' and sql not like '%virtual%'")
    kept = [name for (name,) in names if "_fts" not in name and not name.startswith("sqlite_")]
    return sum(db.execute(f'select count(*) from "{name}"').fetchone()[0] for name in kept)


def measure_two(texts: Sequence[str], home: Path) -> tuple[float, float]:
    """Set two workers of a cluster that is running beside two processes, over the same files."""
    from casetrack.dask_engine import open_engine

    home.mkdir()
    files = [home / f"{number:06}.txt" for number in range(len(texts))]
    for file, text in zip(files, texts, strict=True):
        file.write_text(text, encoding="utf-8")
    articles = [read_article(RawInput(file.name, file.read_bytes())) for file in files]
    start = time.perf_counter()
    assert sum(1 for _ in extract_reports(articles, TWO)) == len(files)
    processes = len(files) / (time.perf_counter() - start)
    with open_engine(None, TWO) as engine:
        settings = ReadSettings(10**7)
        for _ in engine.read((Chosen(str(file)) for file in files[:64]), settings):
            pass  # both workers have the rules in memory
        start = time.perf_counter()
        found = sum(isinstance(item, Report) for item in engine.read(map(Chosen, map(str, files)), settings))
        workers = len(files) / (time.perf_counter() - start)
    assert found == len(files)
    return processes, workers


def share_without_court() -> float:
    files = sorted((ROOT / "data" / "articles").glob("*.txt"))
    cases = [case for file in files for case in read_text(file.read_text(encoding="utf-8"), file.name).cases]
    return sum(case.court is None or case.court.id is None for case in cases) / len(cases)


def name_machine() -> str:
    python = platform.python_version()
    return f"{platform.machine()}, {os.cpu_count()} cores, {platform.system()}, Python {python}"


def keep(figures: Figures) -> str:
    return json.dumps(asdict(figures), indent=1) + "\n"


def load_figures() -> Figures:
    """Load the figures that were kept."""
    kept = json.loads(KEPT.read_text(encoding="utf-8"))
    return Figures(**{**kept, "court": Kind(**kept["court"]), "other": Kind(**kept["other"])})


def main() -> int:
    from tests.benchmarks.scaling_page import write_figures, write_page

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--articles", type=int, default=4000, help="articles of each kind to measure with")
    parser.add_argument("--write", action="store_true", help="keep the figures and write docs/scaling.md")
    parser.add_argument("--kept", action="store_true", help="measure nothing: take the figures kept")
    options = parser.parse_args()
    figures = load_figures() if options.kept else measure(options.articles)
    print(write_figures(figures))
    if options.write:
        KEPT.write_text(keep(figures), encoding="utf-8")
        PAGE.write_text(write_page(figures), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
