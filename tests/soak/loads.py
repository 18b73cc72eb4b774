"""A disk without room, a signal, a reader that leaves, and many processes at once."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
from functools import partial
from pathlib import Path

from casetrack.store.migrations import NEWEST
from tests.soak.bench import (
    Bench,
    LossError,
    Rows,
    Run,
    check_sound,
    check_whole,
    compare,
    dump,
    remove,
    strike,
    told_by,
)
from tests.soak.kills import (
    DECISIONS,
    TRIES,
    make_aged,
    make_decided,
    migrate_undisturbed,
    schema_of,
    unpack_schema,
)

INTERRUPTED = 130
BROKEN_OFF = (-signal.SIGINT, -signal.SIGTERM)
"""How a run ends that is asked to stop before the program is there to be asked.

Python ends so too, after all was tidied, when the signal came while it made a class.
"""


def fill_disk(bench: Bench, rng: random.Random, number: int) -> bool:
    """Let no file grow past a random size: a clear error, exit 1, and all as it was; then give it room."""
    return _run_out(bench, rng, number, None)


def fill_tmpfs(bench: Bench, rng: random.Random, number: int) -> bool:
    """The same on a file system that is as small, where the user may mount one."""
    room = bench.fresh(number, "tmpfs")
    room.mkdir()
    try:
        return _run_out(bench, rng, number, room)
    finally:
        subprocess.run(["umount", "-l", str(room)], capture_output=True, check=False)
        room.rmdir()


def can_mount() -> bool:
    """Tell whether this user may mount a file system."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and Path("/proc/filesystems").exists()


def _run_out(bench: Bench, rng: random.Random, number: int, room: Path | None) -> bool:
    step = ("ingest", "ingest more", "rebuild", "decide", "migrate", "backup", "restore")[number % 7]
    base, words, wanted = _plan_step(bench, step, number)
    size = base.stat().st_size if base else 0
    for _ in range(TRIES):
        kind = rng.random()
        spare = rng.randrange(0, 60_000) if kind < 0.3 else rng.randrange(0, 3_500_000)
        if room is not None:
            _mount(room, 2 * size * (step == "restore") + size + spare)
        database = (room or bench.home) / f"full-{os.getpid()}-{number}.db"
        if base is not None:
            database.write_bytes(base.read_bytes())
        target = database.with_name(f"{database.name}.copy")
        args = [str(target) if word == "{target}" else word for word in words]
        run = bench.run("--db", database, *args, limit=None if room else spare)
        ended = run.wait(0, 1)
        told = run.told()
        if ended == 1:
            if not told.startswith("Error:") or len(told.splitlines()) > 1:
                raise LossError(f"{run.name} without room: no clear error: {told[-400:]!r}")
            if target.exists():
                raise LossError(f"{run.name} without room left half a copy")
        if room is not None:
            subprocess.run(["mount", "-o", "remount,size=64m", str(room)], check=True)
        if base is None or step == "ingest more":
            check_whole(bench, database)
        elif ended == 1:
            check_sound(database)
            compare(dump(database, instants=step != "migrate"), dump(base, instants=step != "migrate"))
        if ended == 1:
            bench.run("--db", database, *args).wait(0)
        if wanted is not None:
            compare(dump(database, instants=step != "migrate"), wanted)
        if target.exists():
            compare(dump(target), dump(database))
        remove([database])
        if room is not None:
            subprocess.run(["umount", str(room)], check=True)
        if ended == 1:
            return True
    return False


def _plan_step(bench: Bench, step: str, number: int) -> tuple[Path | None, tuple[str, ...], Rows | None]:
    """Give the database to begin with, the command, and what it leaves when it has room."""
    whole = bench.remember("whole", partial(dump, bench.whole))
    decided = bench.remember("decided", partial(make_decided, bench))
    if step == "ingest":
        return None, ("ingest", str(bench.articles)), whole
    if step == "ingest more":
        some = bench.remember("some", partial(_take_some, bench))
        return some, ("ingest", str(bench.articles)), None
    if step == "rebuild":
        aged = bench.remember("aged", partial(make_aged, bench))
        return aged, ("rebuild",), bench.remember("after rebuild", partial(_after, bench, aged, ("rebuild",)))
    if step == "decide":
        words = DECISIONS[0]
        return decided, words, bench.remember("after merge", partial(_after, bench, decided, words))
    if step == "migrate":
        old, schema = unpack_schema(bench, number)
        done = bench.remember(f"migrated {schema}", partial(migrate_undisturbed, bench, old, number))
        return old, ("cases",), done
    if step == "backup":
        return decided, ("backup", "--force", "{target}"), None
    return bench.whole, ("restore", str(decided)), bench.remember("dump decided", partial(dump, decided))


def _after(bench: Bench, base: Path, words: tuple[str, ...]) -> Rows:
    database = bench.copy(base, 0, f"after-{words[0]}")
    bench.run("--db", database, *words).wait(0)
    rows = dump(database)
    remove([database])
    return rows


def _take_some(bench: Bench) -> Path:
    database = bench.home / "some.db"
    bench.run("--db", database, "ingest", *sorted(bench.articles.iterdir())[::3]).wait(0)
    return database


def _mount(room: Path, size: int) -> None:
    command = ["mount", "-t", "tmpfs", "-o", f"size={max(size, 4096)}", "tmpfs", str(room)]
    subprocess.run(command, check=True, capture_output=True)


def stop(bench: Bench, rng: random.Random, number: int) -> bool:
    """Ask a run to stop: what it has in hand is kept whole, it ends with 130, and the next one finishes."""
    whole = bench.remember("told", partial(told_by, bench.whole))
    aged = bench.remember("aged", partial(make_aged, bench))
    again = number % 3 == 2
    for attempt in range(TRIES):
        database = bench.copy(aged, number * 100 + attempt) if again else bench.fresh(number * 100 + attempt)
        words = ("rebuild",) if again else ("ingest", bench.articles, *(("--jobs", "2") * (number % 3 == 1)))
        run = bench.run("--db", database, *words, remembered=None, afresh=number % 3 == 1)
        hit = strike(run, rng, 2.0, rng.choice((signal.SIGINT, signal.SIGTERM)))
        ended = run.wait(0, INTERRUPTED, *BROKEN_OFF)
        begun = database.exists() and not again
        quiet = run.told().strip() in ("", "Interrupted.") or run.unbegun()
        if ended in BROKEN_OFF and (begun or not quiet):
            raise LossError(f"{run.name} was at work and ended with {ended}: {run.told()!r}")
        if ended == INTERRUPTED and begun and "Interrupted." not in run.told():
            raise LossError(f"{run.name} does not say that it was interrupted: {run.told()!r}")
        if again:
            check_sound(database)
            if ended:
                compare(dump(database), bench.remember("dump aged", partial(dump, aged)))
        else:
            check_whole(bench, database)
            bench.run("--db", database, "ingest", bench.articles).wait(0)
            check_whole(bench, database)
            compare(told_by(database), whole)
        remove([database])
        if hit and ended == INTERRUPTED:
            return True
    return False


LISTINGS = (
    ("rulings", "--format", "json"), ("cases",), ("hearings", "--all", "--csv"), ("articles", "--nl"),
    ("docket", "1"), ("digest", "--since", "2000-01-01"), ("history",), ("timeline", "1"),
)  # fmt: skip


def close_pipe(bench: Bench, rng: random.Random, number: int) -> bool:
    """Close the reader of a listing early: it stops quietly, with nothing on standard error."""
    words = LISTINGS[number % len(LISTINGS)] if number % 3 else ("extract", str(bench.articles))
    reading, writing = os.pipe()
    run = bench.run("--db", bench.whole, *words, output=writing, afresh=number % 4 == 0)
    os.close(writing)
    if rng.random() < 0.7:
        os.read(reading, rng.randrange(1, 200))
    os.close(reading)
    run.wait(0)
    if run.told() and "No " not in run.told():
        raise LossError(f"{run.name} said of its closed pipe: {run.told()[-300:]!r}")
    return True


WRITERS, READERS = 8, 4


def crowd(bench: Bench, rng: random.Random, number: int) -> bool:
    """Let eight take overlapping folders into one database while four go on reading it."""
    database = bench.fresh(number, "crowd")
    files = sorted(bench.articles.iterdir())[::3]
    if number % 2:
        bench.run("--db", database, "ingest", files[0]).wait(0)  # else they even race to make it
    writers = [
        bench.run("--db", database, "ingest", *rng.sample(files, len(files) * 2 // 3)) for _ in range(WRITERS)
    ]
    readers: list[tuple[Run, int]] = []
    asked = 0
    while any(writer.poll() is None for writer in writers):
        while len(readers) < READERS and _is_made(database):
            reading, writing = os.pipe()
            words = (("cases", "--json"), ("rulings", "--json"), ("articles", "--json"))[asked % 3]
            readers.append((bench.run("--db", database, *words, output=writing), reading))
            os.close(writing)
            asked += 1
        if readers:
            _read_out(*readers.pop(0))
    for reader in readers:
        _read_out(*reader)
    for writer in writers:
        writer.wait(0)
    bench.run("--db", database, "ingest", *files).wait(0)
    check_whole(bench, database)
    compare(told_by(database), bench.remember("told of some", partial(_told_of_some, bench)))
    remove([database])
    return asked > READERS


def _is_made(database: Path) -> bool:
    return database.exists() and database.stat().st_size > 0 and schema_of(database) == NEWEST


def _read_out(run: Run, reading: int) -> None:
    """Read what a reader prints to its end: whole JSON, and no complaint."""
    with os.fdopen(reading, "rb") as output:
        data = output.read()
    run.wait(0)
    json.loads(data)
    if run.told() and not run.told().startswith("No "):
        raise LossError(f"{run.name} said {run.told()[-300:]!r}")


def _told_of_some(bench: Bench) -> Rows:
    database = bench.home / "third.db"
    bench.run("--db", database, "ingest", *sorted(bench.articles.iterdir())[::3]).wait(0)
    return told_by(database)
