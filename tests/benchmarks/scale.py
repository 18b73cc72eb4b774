"""What a large store costs beside a small one: size, memory, questions, ingest; and that nothing is lost.

Both stores are filled once, by the program itself with all cores. With a folder of one's own they stay
there and are used again.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from casetrack.extract import extract_report
from casetrack.models import Report
from casetrack.read import read_article
from casetrack.sources import RawInput
from casetrack.store import Store
from casetrack.store.connect import fold, open_store
from casetrack.store.place import Written
from casetrack.store.query import find_case, get_docket, list_hearings, list_rulings, search_articles
from casetrack.store.rows import Filters
from casetrack.store.write import add_report, settle
from tests.benchmarks.news import ARTICLES_A_CASE, LIVES, Story, count_cases, make_cast, tell, write_news
from tests.benchmarks.storing import ingest, write_folder
from tests.benchmarks.timing import Row, peak_memory, race, run_casetrack

MORE = 200
"""Articles added to both stores to see what one costs."""
TURNS = 5
KNOWN = 1
"""The number of a case that both stores have."""
MOST_MEMORY = 200
MEMORY_FILES = 20_000
"""Files of the long run whose memory is set beside that of a short one."""
SINCE = "2010-01-01"
WORD = "arraigned"
"""A word of half of all articles."""
QUESTIONS: dict[str, tuple[str, ...]] = {
    "docket": ("docket", make_cast(KNOWN, 1).name),
    "hearings": ("hearings", "--since", SINCE, "--limit", "20"),
    "rulings": ("rulings", "--limit", "20"),
    "search for a name": ("search", make_cast(KNOWN, 1).name, "--limit", "20"),
    "search for a common word": ("search", WORD, "--limit", "20"),
}
QUERIES: dict[str, Callable[[Store], object]] = {
    "docket": lambda store: get_docket(store, find_case(store, make_cast(KNOWN, 1).name).id),
    "hearings": lambda store: list_hearings(store, Filters(since=SINCE, limit=20)),
    "rulings": lambda store: list_rulings(store, Filters(limit=20)),
    "search": lambda store: search_articles(store, WORD, False, Filters(limit=20)),
}


class Stores:
    """A small and a large store of generated news, filled when first asked for."""

    def __init__(self, home: Path, small: int, large: int) -> None:
        self.home = home
        self.sizes = (small, large)
        self._filled: dict[int, dict[str, float]] = {}

    def path(self, articles: int) -> Path:
        """Give the database with so many articles."""
        self.fill(articles)
        return self.home / f"scale-{articles}.db"

    def fill(self, articles: int) -> dict[str, float]:
        """Fill a store unless it is there; gives the seconds it took and the peak memory in bytes."""
        if articles not in self._filled:
            note = self.home / f"scale-{articles}.json"
            if not note.exists():
                note.write_text(json.dumps(self._ingest(articles)))
            self._filled[articles] = json.loads(note.read_text())
        return self._filled[articles]

    def _ingest(self, articles: int) -> dict[str, float]:
        folder = self.home / f"scale-{articles}"
        write_folder(folder, articles)
        database = self.home / f"scale-{articles}.db"
        start = time.perf_counter()
        jobs = str(os.cpu_count() or 1)
        peak = peak_memory(["-q", "--db", database, "ingest", "--jobs", jobs, folder])
        seconds = time.perf_counter() - start
        shutil.rmtree(folder)
        return {"seconds": seconds, "peak": peak}


def measure_memory(stores: Stores) -> Row:
    """Set the peak memory of a long run beside that of a short one, in MB apart."""
    few, many = stores.sizes[0], min(MEMORY_FILES, stores.sizes[1])
    peaks = [stores.fill(count)["peak"] / 1e6 for count in (few, many)]
    detail = f"the largest process {peaks[0]:.0f} MB at {few:,} files, {peaks[1]:.0f} MB at {many:,}"
    apart = peaks[1] - peaks[0] if peaks[1] < MOST_MEMORY else float("inf")
    return Row("memory, MB more at scale", apart, "at most", 20, f"{detail} (under {MOST_MEMORY} MB)")


def measure_scale(stores: Stores) -> list[Row]:
    """Ask a small and a large store the same, add the same to both, and count what is there."""
    small, large = stores.sizes
    rows = [_measure_size(stores.path(large)), _count_all(stores.path(large), large)]
    for name, command in QUESTIONS.items():
        small_s, large_s = (_ask(stores.path(count), command) for count in stores.sizes)
        detail = f"{small_s * 1000:.0f} ms at {small:,} articles, {large_s * 1000:.0f} ms at {large:,}"
        rows.append(Row(f"{name} at scale", large_s / small_s, "at most", 1.5, detail))
    rows += [_measure_query(stores.path(large), name) for name in QUERIES]
    return [*rows, _measure_resolving(stores), _measure_growth(stores)]


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


def _measure_query(database: Path, name: str) -> Row:
    """Set a query beside its own statements run bare, one after another."""
    with open_store(database, readonly=True) as store, sqlite3.connect(database) as bare:
        bare.create_function("fold", 1, fold, deterministic=True)
        statements: list[str] = []
        store.db.set_trace_callback(statements.append)
        QUERIES[name](store)
        store.db.set_trace_callback(None)
        asked = [sql for sql in statements if sql.lstrip().startswith("select")]
        ours, theirs = race(
            lambda: QUERIES[name](store),
            lambda: [bare.execute(sql).fetchall() for sql in asked],
            2 * TURNS,
        )
    detail = f"{ours * 1000:.2f} ms; its {len(asked)} statements in sqlite3 {theirs * 1000:.2f} ms"
    return Row(f"query of {name} against SQL", ours / theirs, "at most", 2, detail)


def _measure_resolving(stores: Stores) -> Row:
    """Place the same number of reports into both stores, half of them about cases that are there."""
    costs: dict[int, float] = {}
    reports = {count: [_report(story) for story in _next_stories(count)] for count in stores.sizes}
    for _ in range(TURNS):
        for count in stores.sizes:
            with open_store(stores.path(count)) as store, store.write(keep=False) as db:
                start = time.perf_counter()
                written = Written(origin="ingest")
                for report in reports[count]:
                    add_report(db, report, written)
                settle(db, written)
                cost = (time.perf_counter() - start) / len(reports[count])
            costs[count] = min(cost, costs.get(count, cost))
    few, many = (costs[count] * 1000 for count in stores.sizes)
    cases = [count_cases(count) for count in stores.sizes]
    detail = f"{few:.2f} ms an article at {cases[0]:,} cases, {many:.2f} ms at {cases[1]:,}"
    return Row("resolving and writing at scale", many / few, "at most", 2, detail)


def _next_stories(articles: int) -> list[Story]:
    """Write what comes next of cases all over a store, and as many first stories of new ones."""
    cases = count_cases(articles)
    known = [cases * at // (MORE // 2) for at in range(MORE // 2)]
    stages = [(number, LIVES[number % len(LIVES)]) for number in known]
    stages += [(10**6 + at, 0) for at in range(MORE // 2)]
    return [tell(make_cast(number, 1), stage, 10**7 + at) for at, (number, stage) in enumerate(stages)]


def _report(story: Story) -> Report:
    return extract_report(read_article(RawInput(story.name, story.text.encode())))


def _measure_growth(stores: Stores) -> Row:
    """Add articles about new cases to a copy of both stores, by turns in small batches."""
    costs: dict[int, list[float]] = {count: [] for count in stores.sizes}
    copies = {count: stores.home / f"copy-{count}.db" for count in stores.sizes}
    for count, copy in copies.items():
        shutil.copy(stores.path(count), copy)
    for turn in range(TURNS):
        folder = stores.home / f"more-{turn}"
        write_folder(folder, MORE, start=max(stores.sizes) // ARTICLES_A_CASE + turn * MORE)
        for count, copy in copies.items():
            costs[count].append(ingest(copy, folder) / MORE)
        shutil.rmtree(folder)
    for copy in copies.values():
        copy.unlink()
    few, many = (min(costs[count]) * 1000 for count in stores.sizes)
    sizes = stores.sizes
    detail = f"{few:.1f} ms an article at {sizes[0]:,} stored, {many:.1f} ms at {sizes[1]:,}"
    detail += f" (medians {statistics.median(costs[sizes[0]]) * 1000:.1f}"
    detail += f" and {statistics.median(costs[sizes[1]]) * 1000:.1f})"
    return Row("ingest at scale", many / few, "at most", 1.3, detail)


def _count_all(database: Path, articles: int) -> Row:
    """Hold a store against the truth: each article, each case with its articles, each ruling and hearing."""
    wanted: dict[str, set[object]] = {"articles": set(), "cases": set(), "rulings": set(), "hearings": set()}
    home: dict[str, int] = {}
    for story in write_news(articles):
        home[story.name] = story.case
        wanted["articles"].add(story.name)
        wanted["cases"].add(story.case)
        for fact in story.facts:
            wanted[f"{fact.kind}s"].add((story.case, fact.what, fact.day))
    with sqlite3.connect(database) as db:
        found = _read_all(db, home)
    detail = ", ".join(f"{name} {len(found[name]):,} of {len(wanted[name]):,}" for name in wanted)
    wrong = sum(len(set(found[name]) ^ wanted[name]) for name in wanted)
    doubled = sum(len(found[name]) - len(set(found[name])) for name in wanted)
    return Row("lost or doubled at scale", float(wrong + doubled), "at most", 0, detail)


def _read_all(db: sqlite3.Connection, home: dict[str, int]) -> dict[str, list[object]]:
    """Give what a store holds in the words of the truth, doubled where it is there twice."""
    names = {
        key: "/".join(Path(path).parts[-2:]) for key, path in db.execute("select id, path from articles")
    }
    numbers: dict[int, set[int]] = {}
    for case_id, article in db.execute("select case_id, article_id from case_articles"):
        numbers.setdefault(case_id, set()).add(home.get(names[article], -1))
    number = {case_id: min(found) if len(found) == 1 else -1 for case_id, found in numbers.items()}
    facts = {
        f"{kind}s": [
            (number[case_id], what, day)
            for case_id, what, day in db.execute(f"select case_id, {word}, date from {kind}s")
        ]
        for kind, word in (("ruling", "disposition"), ("hearing", "type"))
    }
    return {"articles": list(names.values()), "cases": list(number.values()), **facts}
