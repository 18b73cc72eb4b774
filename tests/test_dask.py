"""Reading on Dask's workers: the database of one process, whatever becomes of the workers.

Nothing here is a stand-in: a scheduler and workers run on loopback and are killed. Where a test has to
break something half way, the run reads two folders with standard input between them, and waits there.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from conftest import ROOT, RunCasetrack, make_runner, make_surroundings
from dask_cluster import PATIENCE, Cluster, start_cluster, wait_until

from casetrack.cli.ingest import stop_when_asked
from casetrack.dask_engine import LEAST_AHEAD, open_engine, put_off_signals
from casetrack.models import Report
from casetrack.portions import PORTION, Chosen, ReadSettings
from tests.benchmarks.news import write_news
from tests.soak.bench import check_sound, told_by

ARTICLES = ROOT / "data" / "articles"
OLD = 1.5e9
"""A time of change long past, so that a file is remembered as read."""
WRITTEN_AT_RE = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?\+00:00")
LINE = "A line that tells of nothing.\n"
FIRST, SECOND = 450, 120
"""Articles before the gate and after it: enough that a batch of the first is written with the gate shut."""


MakeCluster = Callable[..., Cluster]


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    made = start_cluster(tmp_path_factory.mktemp("dask") / "cluster")
    yield made
    made.end()


@pytest.fixture
def brittle(tmp_path: Path) -> Iterator[MakeCluster]:
    """Make clusters for a test to break."""
    made: list[Cluster] = []

    def make(**env: str) -> Cluster:
        made.append(start_cluster(tmp_path / f"cluster-{len(made)}", env=env))
        return made[-1]

    yield make
    for one in made:
        one.end()


def write_file(path: Path, data: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    os.utime(path, (OLD, OLD))


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a folder with every kind of input, some of it broken, and more of it than one portion."""
    home = tmp_path_factory.mktemp("archive")
    folder = home / "archive"
    for file in ARTICLES.glob("*.txt"):
        write_file(folder / "samples" / file.name, file.read_bytes())
    stories = [(story.name, story.text) for story in write_news(240, 60)]
    for name, text in stories[:40]:
        write_file(folder / "files" / name, text)
    lines = [json.dumps({"text": text, "source": "Harbor Courier"}) for _, text in stories[40:]]
    lines[10:10] = ["", "{broken", json.dumps({"text": ""})]
    lines[150:150] = [json.dumps({"text": "A judge ruled. " * 40_000}), "", ""]
    write_file(
        folder / "2017-05-04#news.jsonl", "\n".join(lines)
    )  # several stretches, no line end at its end
    write_file(folder / "packed.jsonl.gz", gzip.compress("\n".join(lines[:80]).encode()))
    write_file(folder / "cut.jsonl.gz", gzip.compress("\n".join(lines[:20]).encode())[:-30])
    write_file(folder / "hidden-gzip.jsonl", gzip.compress("\n".join(lines[20:40]).encode()))
    write_file(folder / "one.txt.gz", gzip.compress(stories[0][1].encode()))
    write_file(folder / "empty.txt", b"")
    write_file(folder / "binary.txt", bytes(range(256)) * 20)
    write_file(folder / os.fsdecode(b"name-\xff.txt"), stories[1][1] + "More.\n")
    (folder / "loop").symlink_to(folder)
    return home


def tell(database: Path) -> list[str]:
    """All that a database holds, row numbers too; the times it was written at aside."""
    with sqlite3.connect(database) as db:
        return [WRITTEN_AT_RE.sub("now", line) for line in db.iterdump()]


def refusals(said: str) -> list[str]:
    return [line for line in said.splitlines() if line.startswith("Refused: ")]


def test_a_cluster_gives_the_database_that_one_process_gives(
    cli: RunCasetrack, cluster: Cluster, archive: Path, tmp_path: Path
) -> None:
    options = ("--max-size", "400k", "--source", "Desk", "--date", "2017-05-06")
    for name, engine in (("one", ()), ("far", ("--engine", "dask", "--scheduler", cluster.address))):
        done = cli(
            "--db",
            tmp_path / f"{name}.db",
            "ingest",
            *options,
            *engine,
            "archive",
            "gone.txt",
            cwd=archive,
            timeout=PATIENCE,
        )
        assert done.returncode == 3, done.stderr
        if name == "one":
            alone = done.stderr
    assert done.stderr == alone
    assert len(refusals(alone)) > 5
    assert tell(tmp_path / "far.db") == tell(tmp_path / "one.db")
    again = cli(
        "--db",
        tmp_path / "far.db",
        "ingest",
        *options,
        *engine,
        "archive",
        "--check-content",
        cwd=archive,
        timeout=PATIENCE,
    )
    assert re.match(r"(Refused.*\n)+Articles: 0 added, \d+ unchanged, 0 replaced", again.stderr), again.stderr


def test_extract_prints_the_same(cli: RunCasetrack, cluster: Cluster, archive: Path) -> None:
    alone = cli("extract", "--max-size", "400k", "archive", cwd=archive, timeout=PATIENCE)
    far = cli(
        "extract", "--max-size", "400k", "--engine", "dask", "--scheduler", cluster.address, "archive",
        cwd=archive, timeout=PATIENCE,
    )  # fmt: skip
    assert far.returncode == alone.returncode == 3
    assert len(far.stdout.splitlines()) > 250
    assert (far.stdout, far.stderr) == (alone.stdout, alone.stderr)


def test_without_a_scheduler_workers_of_this_machine_read(
    cli: RunCasetrack, tmp_path: Path, archive: Path
) -> None:
    before = set(tmp_path.iterdir())
    done = cli("extract", "--engine", "dask", "--jobs", "2", archive / "archive" / "samples")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == cli("extract", archive / "archive" / "samples").stdout
    assert set(tmp_path.iterdir()) == before


def test_addresses_are_read_and_remembered_like_paths(
    cli: RunCasetrack, cluster: Cluster, archive: Path, tmp_path: Path
) -> None:
    folder = archive / "archive"
    address = f"file://{folder}/files"
    engine = ("--engine", "dask", "--scheduler", cluster.address)
    done = cli("ingest", "--db", "far.db", *engine, address, f"file://{folder}/packed.jsonl.gz")
    assert "Articles: 117 added, 0 unchanged, 0 replaced, 2 refused" in done.stderr
    with sqlite3.connect(tmp_path / "far.db") as db:
        paths = [path for (path,) in db.execute("select path from articles order by id")]
        here = [f"file://{path}" for path in sorted((folder / "files").rglob("*.txt"))]
        assert paths[:40] == here
        assert paths[40] == f"file://{folder}/packed.jsonl.gz#1"
    assert "Articles: 0 added, 40 unchanged" in cli("ingest", "--db", "far.db", address).stderr
    gone = cli("ingest", "--db", "far.db", *engine, f"{address}/gone.txt")
    assert refusals(gone.stderr) == [f"Refused: {address}/gone.txt: no such file or folder"]
    assert "where they were read" in cli("--db", "far.db", "doctor").stdout


def test_progress_is_shown(cli: RunCasetrack, cluster: Cluster, archive: Path) -> None:
    shown = cli(
        "ingest",
        "--progress",
        "--engine",
        "dask",
        "--scheduler",
        cluster.address,
        archive / "archive" / "samples",
    ).stderr
    assert "Reading" in shown
    assert "42/42" in shown


class Gated:
    """A run that has read one folder, and reads the next when its standard input ends."""

    def __init__(self, database: Path, folder: Path, address: str | None, env: dict[str, str]) -> None:
        self.database = database
        self.process = subprocess.Popen(
            [
                sys.executable, "-m", "casetrack", "--db", database, "ingest",
                "--engine", "dask", *(("--scheduler", address) if address else ()),
                folder / "first", "-", folder / "second",
            ],
            env=env | {"PYTHONFAULTHANDLER": "1"}, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, start_new_session=True,
        )  # fmt: skip

    def stored(self) -> int:
        try:
            with sqlite3.connect(f"file:{self.database}?mode=ro", uri=True) as db:
                return int(db.execute("select count(*) from articles").fetchone()[0])
        except sqlite3.OperationalError:  # not made yet
            return 0

    def wait_half_way(self) -> None:
        wait_until(lambda: self.stored() >= 100 or self.process.poll() is not None, "the first batch")
        assert self.process.poll() is None, self.process.communicate()

    def open_gate(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(LINE.encode())
        self.process.stdin.close()

    def end(self) -> tuple[int, str]:
        """Give the exit code and what was said; one that does not end has to say where it hangs."""
        assert self.process.stdout is not None
        assert self.process.stderr is not None
        killing = threading.Timer(PATIENCE, self._kill)
        killing.start()
        try:
            said = self.process.stderr.read().decode()
        finally:
            killing.cancel()
        self.process.stdout.close()
        self.process.stderr.close()
        return self.process.wait(PATIENCE), said

    def _kill(self) -> None:
        self.process.send_signal(signal.SIGABRT)
        self.process.wait(PATIENCE)
        with suppress(ProcessLookupError):  # workers of its own hold standard error open
            os.killpg(self.process.pid, signal.SIGKILL)


@pytest.fixture(scope="module")
def halves(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make two folders to be read one after the other, and what one process makes of them."""
    folder = tmp_path_factory.mktemp("halves")
    for number, story in enumerate(write_news(FIRST + SECOND, 150)):
        write_file(folder / ("first" if number < FIRST else "second") / f"{number:04}.txt", story.text)
    return folder


@pytest.fixture(scope="module")
def undisturbed(halves: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the database that one process makes of both, with a line from standard input between them."""
    home = tmp_path_factory.mktemp("one")
    run = make_runner(make_surroundings(home), home)
    database = home / "one.db"
    inputs = (halves / "first", "-", halves / "second")
    done = run("--db", database, "ingest", *inputs, stdin=LINE, timeout=PATIENCE)
    assert f"{FIRST + SECOND + 1} added" in done.stderr
    return database


@pytest.mark.parametrize("failures", ["3", "0"], ids=["given-to-another", "given-up-by-dask"])
def test_a_worker_killed_half_way_loses_nothing(
    brittle: MakeCluster,
    halves: Path,
    undisturbed: Path,
    cli_env: dict[str, str],
    tmp_path: Path,
    failures: str,
) -> None:
    cluster = brittle(DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES=failures)
    run = Gated(tmp_path / "far.db", halves, cluster.address, cli_env)
    run.wait_half_way()
    cluster.stop(0)
    run.open_gate()
    wait_until(lambda: cluster.holds_work(0), "work for the worker that hangs")
    cluster.workers[0].kill()
    ended, said = run.end()
    assert (ended, said.count("\n")) == (0, 1), said
    assert f"{FIRST + SECOND + 1} added" in said
    assert tell(run.database) == tell(undisturbed)


def test_a_scheduler_that_goes_away_is_told_and_the_next_run_goes_on(
    cli: RunCasetrack,
    brittle: MakeCluster,
    halves: Path,
    undisturbed: Path,
    cli_env: dict[str, str],
    tmp_path: Path,
) -> None:
    cluster = brittle()
    run = Gated(tmp_path / "far.db", halves, cluster.address, cli_env)
    run.wait_half_way()
    cluster.scheduler.kill()
    run.open_gate()
    ended, said = run.end()
    assert ended == 1
    assert said == (
        f"Error: The scheduler at {cluster.address} went away. What came in until then is kept; run the same "
        "command again, and it goes on from there.\n"
    )
    assert 100 <= run.stored() < FIRST
    other = Gated(run.database, halves, brittle().address, cli_env)
    other.open_gate()
    ended, said = other.end()
    assert ended == 0, said
    check_sound(run.database)
    assert told_by(run.database) == told_by(undisturbed)


def test_all_workers_gone_is_told(
    brittle: MakeCluster, halves: Path, cli_env: dict[str, str], tmp_path: Path
) -> None:
    cluster = brittle()
    patience = {"DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "3s"}
    run = Gated(tmp_path / "far.db", halves, cluster.address, cli_env | patience)
    run.wait_half_way()
    for worker in cluster.workers:
        worker.kill()
    run.open_gate()
    ended, said = run.end()
    assert ended == 1
    assert said.startswith(f"Error: The scheduler at {cluster.address} has no workers any more. What came in")


def test_ctrl_c_ends_a_run_and_keeps_what_came_in(
    cluster: Cluster, halves: Path, cli_env: dict[str, str], tmp_path: Path
) -> None:
    run = Gated(tmp_path / "far.db", halves, cluster.address, cli_env)
    run.wait_half_way()
    run.process.send_signal(signal.SIGINT)  # standard input may never come, so it ends at once
    ended, said = run.end()
    assert (ended, said) == (130, "Interrupted.\n")
    assert 100 <= run.stored() < FIRST


def test_ctrl_c_at_a_terminal_ends_workers_of_this_machine_too(
    halves: Path, cli_env: dict[str, str], tmp_path: Path
) -> None:
    """Everything that runs in the terminal is sent the signal, the workers as well."""
    run = Gated(tmp_path / "far.db", halves, None, cli_env)
    run.wait_half_way()
    os.killpg(run.process.pid, signal.SIGINT)
    ended, said = run.end()
    assert (ended, said) == (130, "Interrupted.\n")
    assert 100 <= run.stored() < FIRST


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize(("times", "done"), [(1, ["begun", "ended"]), (2, ["begun"])], ids=["one", "two"])
def test_a_signal_leaves_nothing_half_made_unless_it_is_sent_twice(
    number: int, times: int, done: list[str]
) -> None:
    steps = []

    def work() -> None:
        with stop_when_asked(at_once=True), put_off_signals():
            steps.append("begun")
            for _ in range(times):
                signal.raise_signal(number)
            steps.append("ended")

    with pytest.raises(KeyboardInterrupt):
        work()
    assert steps == done


class Dying:
    def __del__(self) -> None:
        signal.raise_signal(signal.SIGTERM)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_signal_that_comes_while_python_discards_what_is_raised_still_ends_the_run() -> None:
    with stop_when_asked(at_once=True) as should_stop:
        assert not should_stop()
        Dying()
        assert should_stop()


def test_no_more_is_looked_at_than_the_workers_need(cluster: Cluster, halves: Path) -> None:
    looked_at = 0

    def choose() -> Iterator[Chosen]:
        nonlocal looked_at
        for file in sorted((halves / "first").iterdir()) * 3:
            looked_at += 1
            yield Chosen(str(file))

    with open_engine(cluster.address) as engine:
        found = engine.read(choose(), ReadSettings(10**6))
        assert isinstance(next(found), Report)
        assert looked_at <= (LEAST_AHEAD + 1) * PORTION < FIRST * 3


WRONG = [
    pytest.param(("--engine", "spark"), 2, "'spark' is not one of processes, dask.", id="unknown-engine"),
    pytest.param(
        ("--scheduler", "tcp://127.0.0.1:9"), 2, "--scheduler goes with --engine dask", id="no-engine"
    ),
    pytest.param(
        ("--engine", "dask", "--scheduler", "tcp://127.0.0.1:9", "--jobs", "2"), 2,
        "The scheduler has workers of its own", id="jobs-elsewhere",
    ),
    pytest.param(
        ("--engine", "dask", "--scheduler", "tcp://127.0.0.1:9"), 1,
        "Error: No scheduler answers at tcp://127.0.0.1:9 ", id="no-scheduler",
    ),
    pytest.param(
        ("--engine", "dask", "--scheduler", "nonsense://x"), 1,
        "Error: No scheduler answers at nonsense://x ", id="no-address",
    ),
]  # fmt: skip


@pytest.mark.parametrize("command", ["ingest", "extract"])
@pytest.mark.parametrize(("options", "code", "said"), WRONG)
def test_what_cannot_be_is_told(
    cli: RunCasetrack, command: str, options: tuple[str, ...], code: int, said: str
) -> None:
    env = {"DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "1s"}
    done = cli(command, *options, ARTICLES, env=env)
    assert done.returncode == code
    assert said in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr


def test_a_scheduler_without_workers_is_told(cli: RunCasetrack, tmp_path: Path) -> None:
    cluster = start_cluster(tmp_path / "cluster", workers=0)
    try:
        env = {"DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "1s"}
        done = cli("ingest", "--engine", "dask", "--scheduler", cluster.address, ARTICLES, env=env)
    finally:
        cluster.end()
    assert (done.returncode, done.stderr) == (
        1,
        f"Error: The scheduler at {cluster.address} has no workers. Start some with `dask worker "
        f"{cluster.address}`.\n",
    )


@pytest.mark.parametrize(("library", "needs"), [("distributed", "Dask"), ("cryptography", "cryptography")])
def test_a_missing_extra_is_told(cli: RunCasetrack, tmp_path: Path, library: str, needs: str) -> None:
    hidden = tmp_path / "hidden" / f"{library}.py"
    write_file(hidden, f"raise ModuleNotFoundError(\"No module named '{library}'\")\n")
    env = {"PYTHONPATH": f"{hidden.parent}{os.pathsep}{ROOT}"}
    done = cli("extract", "--engine", "dask", ARTICLES, env=env)
    assert done.returncode == 1
    assert needs in done.stderr
    assert "pip install 'casetrack[dask]'" in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("address", "hidden", "said"),
    [
        ("file:///x.txt", "fsspec", "needs fsspec: pip install 'casetrack[dask]'"),
        ("s3://x/y.txt", "s3fs", "s3fs"),
    ],
)
def test_an_address_that_no_library_reads_is_told(
    cli: RunCasetrack, tmp_path: Path, address: str, hidden: str, said: str
) -> None:
    write_file(
        tmp_path / "hidden" / f"{hidden}.py", f"raise ModuleNotFoundError(\"No module named '{hidden}'\")\n"
    )
    done = cli("extract", address, env={"PYTHONPATH": f"{tmp_path / 'hidden'}{os.pathsep}{ROOT}"})
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert said in done.stderr


def test_workers_with_another_casetrack_are_not_trusted(cli: RunCasetrack, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(ROOT / "casetrack", other / "casetrack", ignore=shutil.ignore_patterns("__pycache__"))
    with (other / "casetrack" / "lexicon" / "rulings.toml").open("a", encoding="utf-8") as lexicon:
        lexicon.write("# one word more\n")
    cluster = start_cluster(tmp_path / "cluster", workers=0)
    try:
        cluster.add_worker({"PYTHONPATH": str(other)}, cwd=tmp_path)
        done = cli("ingest", "--engine", "dask", "--scheduler", cluster.address, ARTICLES)
    finally:
        cluster.end()
    assert done.returncode == 1
    assert done.stderr.startswith("Error: The workers have another casetrack than this machine")


def test_workers_without_casetrack_are_told(cli: RunCasetrack, tmp_path: Path) -> None:
    write_file(
        tmp_path / "none" / "casetrack.py", "raise ModuleNotFoundError(\"No module named 'casetrack'\")\n"
    )
    cluster = start_cluster(tmp_path / "cluster", workers=0)
    try:
        cluster.add_worker({"PYTHONPATH": str(tmp_path / "none")}, cwd=tmp_path)
        done = cli("ingest", "--engine", "dask", "--scheduler", cluster.address, ARTICLES)
    finally:
        cluster.end()
    assert done.returncode == 1
    assert "has no casetrack (No module named 'casetrack'): install the one that is here" in done.stderr
    assert "Traceback" not in done.stderr
