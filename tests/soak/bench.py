"""Where things are broken on purpose: articles to read, databases to break, and runs of the real program.

A run is a process of its own, forked from this one after all is imported, so that hundreds cost little and
a fault falls on the work and not on the start; every so often it is the command started from nothing.
With `remembered` a run takes what it would extract from memory (extraction is a pure function of the
article), so that faults fall on reading, resolving and writing.
"""

from __future__ import annotations

import os
import random
import re
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import IO, Any, NoReturn

import casetrack.pool
from casetrack.cli import main
from casetrack.extract import extract_report
from casetrack.models import Article, Report
from casetrack.read import read_article
from casetrack.sources import RawInput
from tests.benchmarks.news import write_news

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = ROOT / "data" / "articles"
MADE_UP = 220
"""Articles besides the samples: enough for several transactions."""
AS_OF = ("--as-of", "2026-01-05", "--wait", "60", "--config", os.devnull)
PATIENCE = 100.0
"""Seconds after which a run is taken to hang."""
REFUSED = 3
INSTANT_RE = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:\+00:00)?")
NOT_DUMPED = {"imports", "import_errors", "_sqlite_migrations"}
"""Tables that tell of runs, of which there are more when one was killed."""

Rows = dict[str, list[tuple[Any, ...]]]


class LossError(Exception):
    """More was lost than may be."""


@dataclass(slots=True)
class Run:
    """A run of the program in a process group of its own; what it says on standard error is kept."""

    pid: int
    args: tuple[str, ...]
    said: IO[bytes]
    ended: int | None = None

    def poll(self) -> int | None:
        """Give how it ended, as `subprocess` does; None while it runs."""
        if self.ended is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.ended = os.waitstatus_to_exitcode(status)
        return self.ended

    def wait(self, *allowed: int) -> int:
        """Wait for the end; anything but the exit codes allowed is a loss (none given: any is right)."""
        give_up = time.monotonic() + PATIENCE
        while self.poll() is None:
            if time.monotonic() > give_up:
                self.signal(signal.SIGKILL)
                raise LossError(f"{self.name} hangs")
            time.sleep(0.002)
        ended = self.ended or 0
        if ended == 1 and self.unbegun():
            ended = -signal.SIGINT
        if allowed and ended not in allowed:
            raise LossError(f"{self.name} ended with {ended}: {self.told()[-300:]!r}")
        if ("Traceback" in (told := self.told()) and not self.unbegun()) or "should not happen" in told:
            raise LossError(f"{self.name}: {told[-600:]!r}")
        return ended

    def signal(self, number: int) -> None:
        """Send a signal to the run and wait for nothing."""
        os.kill(self.pid, number)

    def told(self) -> str:
        """Give what it said on standard error until now."""
        self.said.seek(0)
        return self.said.read().decode(errors="replace")

    def unbegun(self) -> bool:
        """Tell whether an interrupt met Python on its way to the program, whose `main` had not begun."""
        lines = self.told().strip().splitlines()
        ends = lines[:1] + lines[-1:] == ["Traceback (most recent call last):", "KeyboardInterrupt"]
        return ends and not any(line.endswith(", in main") for line in lines)

    @property
    def name(self) -> str:
        return f"`casetrack {' '.join(self.args)[:120]}`"


@dataclass(slots=True)
class Bench:
    """A folder of one's own with articles, what extraction gives of them, and databases made of them."""

    home: Path
    articles: Path
    reports: dict[str, Report]
    whole: Path
    """The database of an undisturbed run over the articles."""
    spans: dict[str, float] = field(default_factory=dict)
    """Seconds that an undisturbed run takes, by what it does."""
    known: dict[str, Any] = field(default_factory=dict)
    """What undisturbed runs of other kinds gave, worked out when first asked for."""

    @classmethod
    def prepare(cls, home: Path, made_up: int = MADE_UP) -> Bench:
        """Write the articles, extract them, and read them once, undisturbed."""
        folder = home / "articles"
        shutil.copytree(ARTICLES, folder)
        for number, story in enumerate(write_news(made_up, max(1, made_up // 4))):
            (folder / f"made-{number:04}.txt").write_text(story.text, encoding="utf-8")
        reports = {}
        for file in sorted(folder.iterdir()):
            os.utime(file, (1_700_000_000, 1_700_000_000))  # else the last would count as still changing
            article = read_article(RawInput(str(file), file.read_bytes()))
            reports[article.sha256] = extract_report(article)
        bench = cls(home, folder, reports, home / "whole.db")
        begun = time.monotonic()
        bench.run("--db", bench.whole, "ingest", folder).wait(0)
        bench.spans["ingest"] = time.monotonic() - begun
        check_whole(bench, bench.whole)
        return bench

    def fresh(self, number: int, name: str = "fault") -> Path:
        """Give the path of a database that is not there yet."""
        return self.home / f"{name}-{os.getpid()}-{number}.db"

    def copy(self, source: Path, number: int, name: str = "fault") -> Path:
        """Copy a closed database to a path that is not there yet."""
        target = self.fresh(number, name)
        shutil.copy(source, target)
        return target

    def run(self, *args: str | Path, **options: Any) -> Run:
        """Start the program on the day of the bench, what it extracts remembered; see `launch`."""
        return launch(*AS_OF, *args, remembered=options.pop("remembered", self.reports), **options)

    def remember(self, name: str, make: Callable[[], Any]) -> Any:
        """Work something out once."""
        if name not in self.known:
            self.known[name] = make()
        return self.known[name]


def launch(
    *args: str | Path,
    remembered: dict[str, Report] | None = None,
    output: int | None = None,
    limit: int | None = None,
    afresh: bool = False,
) -> Run:
    """Start the program.

    Args:
        output: the descriptor for its standard output; else it goes nowhere.
        limit: bytes that no file it writes may grow past.
        afresh: start the command from nothing, as a person does, instead of forking.
    """
    words = tuple(map(str, args))
    said = tempfile.TemporaryFile()  # noqa: SIM115 - read after the run has ended
    if afresh:
        process = subprocess.Popen(
            [sys.executable, "-m", "casetrack", *words], cwd=ROOT, stdout=output or subprocess.DEVNULL,
            stderr=said, stdin=subprocess.DEVNULL, start_new_session=True, preexec_fn=partial(_lower, limit),
        )  # fmt: skip
        process.returncode = 0  # waited for here
        return Run(process.pid, words, said)
    sys.stdout.flush()
    pid = os.fork()
    if pid == 0:
        _become(words, said, output, remembered or {}, limit)
    return Run(pid, words, said)


def _become(
    words: tuple[str, ...],
    said: IO[bytes],
    output: int | None,
    remembered: dict[str, Report],
    limit: int | None,
) -> NoReturn:
    """Be the program from here on."""
    code = 70
    try:
        os.setsid()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL)
        nowhere = os.open(os.devnull, os.O_RDWR)
        for target, source in ((0, nowhere), (1, nowhere if output is None else output), (2, said.fileno())):
            os.dup2(source, target)
        os.closerange(3, 256)
        sys.stdout, sys.stderr = (open(fd, "w", closefd=False) for fd in (1, 2))  # noqa: SIM115
        _lower(limit)
        casetrack.pool.extract_report = partial(_recall, remembered)  # type: ignore[attr-defined]
        sys.argv = ["casetrack", *words]
        main()
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:
        traceback.print_exc()
    finally:
        for stream in (sys.stdout, sys.stderr):
            try:
                stream.flush()
            except (OSError, ValueError):
                code = code or 1
        os._exit(code)


def _recall(remembered: dict[str, Report], article: Article) -> Report:
    report = remembered.get(article.sha256)
    return report if report is not None and report.article == article else extract_report(article)


def _lower(limit: int | None) -> None:
    if limit is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))


def strike(run: Run, rng: random.Random, span: float, number: int = signal.SIGKILL) -> bool:
    """Send a signal at a random instant of what a run may take; tells whether it was still at work."""
    time.sleep(rng.uniform(0, span))
    if run.poll() is not None:
        return False
    run.signal(number)
    return True


def dump(database: Path, *, instants: bool = True) -> Rows:
    """Give every row of every table but those that note runs; `instants` false blots out when it was."""
    with sqlite3.connect(database) as db:
        names = [
            name
            for (name,) in db.execute("select name from sqlite_master where type = 'table' order by name")
            if name not in NOT_DUMPED and not name.startswith("articles_fts")
        ]
        rows: Rows = {name: sorted(db.execute(f'select * from "{name}"'), key=repr) for name in names}
        rows["found"] = db.execute(
            "select rowid from articles_fts where articles_fts match 'judge' order by rowid"
        ).fetchall()
    db.close()
    if instants:
        return rows
    return {name: [tuple(map(_blot, row)) for row in part] for name, part in rows.items()}


def _blot(value: Any) -> Any:
    return INSTANT_RE.sub("then", value) if isinstance(value, str) else value


def told_by(database: Path) -> Rows:
    """Give what a database tells, free of row numbers: for runs that took articles in another order."""
    cases = "join cases c on c.id = x.case_id"
    questions = {
        "articles": "select sha256, published, title, source, text from articles",
        "cases": "select slug, caption, kind, court_id, status, first_reported, last_reported from cases",
        "reports": f"select slug, sha256, position, report from case_articles x {cases}"
        " join articles a on a.id = x.article_id",
        "parties": f"select slug, x.name, x.kind, x.role from parties x {cases}",
        "people": f"select slug, p.name, x.role, represents from case_people x {cases}"
        " join people p on p.id = x.person_id",
        "numbers": f"select slug, number from docket_numbers x {cases}",
        "rulings": f"select slug, date, disposition, subject, start, quote, sha256 from rulings x {cases}"
        " join ruling_sources s on s.ruling_id = x.id join articles a on a.id = s.article_id",
        "hearings": f"select slug, date, time, type, x.status, start, quote, sha256 from hearings x {cases}"
        " join hearing_sources s on s.hearing_id = x.id join articles a on a.id = s.article_id",
        "found": "select sha256 from articles_fts f join articles a on a.id = f.rowid"
        " where articles_fts match 'judge'",
    }
    with sqlite3.connect(database) as db:
        rows = {name: sorted(db.execute(sql), key=repr) for name, sql in questions.items()}
    db.close()
    return rows


def compare(found: Rows, wanted: Rows) -> None:
    """See that two states are the same, to the row."""
    for name in wanted.keys() | found.keys():
        rows, expected = found.get(name, []), wanted.get(name, [])
        if rows != expected:
            lost = [row for row in expected if row not in rows]
            more = [row for row in rows if row not in expected]
            raise LossError(f"{name}: {len(lost)} lost, {len(more)} more, as {str((lost + more)[:1])[:300]}")


def check_sound(database: Path) -> bool:
    """See that a file is sound in itself: pages, references, search. Tells whether it has a schema."""
    if not database.exists():
        return False
    with sqlite3.connect(database) as db:
        for pragma in ("integrity_check", "foreign_key_check"):
            rows = db.execute(f"pragma {pragma}").fetchall()
            if rows not in ([], [("ok",)]):
                raise LossError(f"{pragma}: {rows[:3]}")
        made = bool(db.execute("select count(*) from sqlite_master").fetchone()[0])
        if made:
            db.execute("insert into articles_fts(articles_fts, rank) values ('integrity-check', 1)")
            db.rollback()
    db.close()
    return made


def check_whole(bench: Bench, database: Path) -> int:
    """See that a database holds whole articles only, each with its cases; gives how many."""
    if not check_sound(database):
        return 0
    with sqlite3.connect(database) as db:
        stored = db.execute(
            "select sha256, text, count(x.id), count(x.case_id) from articles a"
            " left join case_articles x on x.article_id = a.id group by a.id"
        ).fetchall()
        for kind in ("ruling", "hearing"):
            sql = f"select count(*) from {kind}s where id not in (select {kind}_id from {kind}_sources)"
            if bare := db.execute(sql).fetchone()[0]:
                raise LossError(f"{bare} {kind}s without a sentence")
        if nameless := db.execute("select count(*) from cases where caption = ''").fetchone()[0]:
            raise LossError(f"{nameless} cases without a name")
    db.close()
    for sha256, text, reported, placed in stored:
        report = bench.reports[sha256]
        if (text, reported, placed) != (report.article.text, len(report.cases), len(report.cases)):
            raise LossError(f"half an article: {report.article.path}")
    return len(stored)


def remove(paths: Iterable[Path]) -> None:
    """Remove databases with all that lies beside them under their names."""
    for path in paths:
        for file in path.parent.glob(f"*{path.name}*"):
            file.unlink(missing_ok=True)
