"""Break things on purpose, with the real program and real files, and see what is lost.

Each fault is a function that breaks something once and raises `LossError` when more was lost than may
be. A fault is drawn from a seed, so that a failure can be had again.
"""

from __future__ import annotations

import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = ROOT / "data" / "articles"


class LossError(Exception):
    """More was lost than may be."""


@dataclass(frozen=True, slots=True)
class Bench:
    """Where faults are made: a folder of their own, articles to read, and what reading them gives."""

    home: Path
    articles: Path
    whole: dict[str, list[tuple[object, ...]]]

    @classmethod
    def prepare(cls, home: Path, articles: Path = ARTICLES) -> Bench:
        """Copy the articles and read them once, undisturbed."""
        folder = home / "articles"
        shutil.copytree(articles, folder)
        database = home / "whole.db"
        finished = start("--db", database, "ingest", folder).wait(120)
        if finished not in (0, 3):
            raise LossError(f"an undisturbed run ended with {finished}")
        return cls(home, folder, content(database))

    def fresh(self, number: int) -> Path:
        """Give the path of a database that is not there yet."""
        return self.home / f"fault-{number}.db"


def start(*args: str | Path, **options: object) -> subprocess.Popen[bytes]:
    """Start the program, quiet, in a process group of its own."""
    settings = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "start_new_session": True}
    command = [sys.executable, "-m", "casetrack", *map(str, args)]
    return subprocess.Popen(command, cwd=ROOT, **{**settings, **options})  # type: ignore[call-overload, no-any-return]


def content(database: Path) -> dict[str, list[tuple[object, ...]]]:
    """Give what a database tells, free of row numbers and of when it was read."""
    with sqlite3.connect(database) as db:
        return {
            "articles": sorted(db.execute("select sha256, path, published, text from articles")),
            "cases": sorted(db.execute("select slug, caption, kind, court_id, status from cases")),
            "rulings": sorted(
                db.execute(
                    "select c.slug, ifnull(r.date, ''), r.disposition, s.start, s.quote from rulings r"
                    " join cases c on c.id = r.case_id join ruling_sources s on s.ruling_id = r.id"
                )
            ),
            "hearings": sorted(
                db.execute(
                    "select c.slug, ifnull(h.date, ''), h.type, s.start, s.quote from hearings h"
                    " join cases c on c.id = h.case_id join hearing_sources s on s.hearing_id = h.id"
                )
            ),
            "search": sorted(
                db.execute("select rowid > 0 from articles_fts where articles_fts match 'judge'")
            ),
        }


def check_whole(database: Path) -> None:
    """See that a database is sound in itself: pages, references, search, no half articles."""
    with sqlite3.connect(database) as db:
        for pragma in ("integrity_check", "foreign_key_check"):
            rows = db.execute(f"pragma {pragma}").fetchall()
            if rows not in ([], [("ok",)]):
                raise LossError(f"{pragma}: {rows[:3]}")
        tables = db.execute("select count(*) from sqlite_master").fetchone()[0]
        if not tables:
            return
        db.execute("insert into articles_fts(articles_fts, rank) values ('integrity-check', 1)")
        for kind in ("ruling", "hearing"):
            bare = db.execute(
                f"select count(*) from {kind}s where id not in (select {kind}_id from {kind}_sources)"
            ).fetchone()[0]
            if bare:
                raise LossError(f"{bare} {kind}s without a sentence")
        db.rollback()


def finish(bench: Bench, database: Path) -> None:
    """Run undisturbed over what a fault left, and compare with a run that never met one."""
    ended = start("--db", database, "ingest", bench.articles).wait(120)
    if ended not in (0, 3):
        raise LossError(f"the next run ended with {ended}")
    check_whole(database)
    found = content(database)
    for name, rows in bench.whole.items():
        if found[name] != rows:
            lost = [row for row in rows if row not in found[name]]
            more = [row for row in found[name] if row not in rows]
            raise LossError(f"{name}: {len(lost)} lost, {len(more)} more, as {(lost + more)[:1]}")
    for suffix in ("", "-wal", "-shm"):
        Path(f"{database}{suffix}").unlink(missing_ok=True)


def kill_ingest(bench: Bench, rng: random.Random, number: int) -> None:
    """Kill a run at a random instant, up to three times over, then let one finish."""
    database = bench.fresh(number)
    for _ in range(rng.randint(1, 3)):
        process = start("--db", database, "ingest", bench.articles)
        time.sleep(rng.uniform(0.05, 1.6))
        process.kill()
        process.wait(60)
        if database.exists():
            check_whole(database)
    finish(bench, database)


def stop_ingest(bench: Bench, rng: random.Random, number: int) -> None:
    """Ask a run to stop: what it had in hand is kept whole, and it ends with 130."""
    database = bench.fresh(number)
    process = start("--db", database, "ingest", bench.articles)
    time.sleep(rng.uniform(0.6, 2.0))
    process.send_signal(rng.choice((signal.SIGINT, signal.SIGTERM)))
    ended = process.wait(60)
    before_it_began = ended in (-signal.SIGINT, -signal.SIGTERM) and not database.exists()
    if ended not in (0, 3, 130) and not before_it_began:
        raise LossError(f"asked to stop, it ended with {ended}")
    if database.exists():
        check_whole(database)
    finish(bench, database)


def fill_disk(bench: Bench, rng: random.Random, number: int) -> None:
    """Let no file grow past a random size: a clear error, exit 1, and all works once there is room."""
    database = bench.fresh(number)
    limit = rng.randrange(0, 1_500_000)

    def lower() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    process = start(
        "--db", database, "ingest", bench.articles, stderr=subprocess.PIPE, preexec_fn=lower
    )  # fmt: skip
    told = process.communicate(timeout=60)[1].decode()
    if process.returncode not in (0, 1, 3):
        raise LossError(f"no room at {limit:,} bytes: it ended with {process.returncode}")
    if process.returncode == 1 and ("Error:" not in told or "Traceback" in told):
        raise LossError(f"no clear error at {limit:,} bytes: {told[-200:]!r}")
    if database.exists():
        check_whole(database)
    finish(bench, database)


def close_pipe(bench: Bench, rng: random.Random, number: int) -> None:
    """Close the reader of a listing early: it stops quietly, with nothing on standard error."""
    whole = bench.home / "whole.db"
    command = rng.choice((["rulings", "--format", "json"], ["cases"], ["extract", str(bench.articles)]))
    process = start("--db", whole, *command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(rng.randrange(0, 60))
    process.stdout.close()
    told = process.stderr.read().decode()
    process.stderr.close()
    ended = process.wait(60)
    if ended not in (0, 3, 141) or "Traceback" in told or "Broken" in told:
        raise LossError(f"{command[0]}: ended with {ended}: {told[-200:]!r}")


def crowd(bench: Bench, rng: random.Random, number: int, writers: int = 8, readers: int = 4) -> None:
    """Let many take overlapping folders into one database while others read it."""
    database = bench.fresh(number)
    files = sorted(bench.articles.iterdir())
    start("--db", database, "ingest", files[0]).wait(60)
    running = [
        start("--db", database, "ingest", *rng.sample(files, len(files) * 2 // 3), stderr=subprocess.PIPE)
        for _ in range(writers)
    ]
    asking = [
        start("--db", database, "cases", "--format", "json", stderr=subprocess.PIPE) for _ in range(readers)
    ]
    for process, may in [*((p, (0, 3, 75)) for p in running), *((p, (0,)) for p in asking)]:
        told = process.communicate(timeout=300)[1].decode()
        if process.returncode not in may or "locked" in told:
            raise LossError(f"ended with {process.returncode}: {told[-200:]!r}")
    finish(bench, database)


FAULTS: dict[str, tuple[Callable[[Bench, random.Random, int], None], int, int]] = {
    "kill -9 during ingest": (kill_ingest, 300, 3),
    "SIGINT or SIGTERM during ingest": (stop_ingest, 50, 2),
    "no room on the disk": (fill_disk, 100, 3),
    "output pipe closed": (close_pipe, 50, 2),
    "8 writers and 4 readers at once": (crowd, 50, 1),
}
"""What is broken, how, how often in full, and how often in the suite."""


def try_fault(bench: Bench, name: str, times: int, seed: int) -> list[str]:
    """Make a fault so often; what was lost, each with the seed that shows it again."""
    make, lost = FAULTS[name][0], []
    for number in range(times):
        try:
            make(bench, random.Random(f"{seed}-{name}-{number}"), number)
        except (LossError, subprocess.TimeoutExpired, sqlite3.Error) as error:
            lost.append(f"{name}, seed {seed}, number {number}: {error}")
    return lost
