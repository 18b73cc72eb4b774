"""A file in the place of the database that is none, or none any more: a sentence, and the file untouched."""

from __future__ import annotations

import contextlib
import os
import random
import sqlite3
from collections.abc import Callable
from functools import partial
from pathlib import Path

from casetrack.store.migrations import NEWEST
from tests.soak.bench import Bench, LossError, remove
from tests.soak.kills import make_decided

READING: tuple[tuple[str, ...], ...] = (
    ("cases",), ("rulings", "--json"), ("hearings", "--all"), ("docket", "1"), ("search", "judge"),
    ("articles", "--csv"), ("show", "ruling", "1"), ("timeline", "2"), ("stats",), ("digest",), ("log",),
    ("history",), ("decisions", "dump"), ("review", "list"), ("doctor",), ("followups",), ("agenda",),
    ("backup", "{target}"), ("why", "1", "2"),
)  # fmt: skip
WRITING: tuple[tuple[str, ...], ...] = (
    ("ingest", "{articles}"), ("rebuild",), ("merge", "5", "9"), ("doctor", "--fix"), ("undo",),
    ("digest", "--mark"), ("follow", "5"), ("forget", "case:6", "--yes"), ("alias", "7", "the harbour case"),
)  # fmt: skip
NOBODY = 65534


def _foreign(path: Path, bench: Bench) -> None:
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.execute("create table cases (id integer primary key)")


def _newer(path: Path, bench: Bench) -> None:
    path.write_bytes(bench.whole.read_bytes())
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.execute(f"pragma user_version = {NEWEST + 1}")
        db.execute("pragma journal_mode = delete")


def _cut(share: float, path: Path, bench: Bench) -> None:
    data = bench.whole.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])


def _no_head(path: Path, bench: Bench) -> None:
    path.write_bytes(b"\x5a" * 100 + bench.whole.read_bytes()[100:])


def _head_alone(path: Path, bench: Bench) -> None:
    path.write_bytes(bench.whole.read_bytes()[:100] + b"\xff" * 8092)


BAD: dict[str, Callable[[Path, Bench], object]] = {
    "folder": lambda path, bench: path.mkdir(),
    "empty": lambda path, bench: path.touch(),
    "text": lambda path, bench: path.write_text("A clerk's notes, and no database at all.\n" * 300),
    "short text": lambda path, bench: path.write_text("notes"),
    "foreign": _foreign,
    "newer": _newer,
    "cut in half": partial(_cut, 0.5),
    "cut to a few bytes": partial(_cut, 0.00001),
    "no head": _no_head,
    "a head alone": _head_alone,
    "pipe": lambda path, bench: os.mkfifo(path),
}


def refuse_bad_file(bench: Bench, rng: random.Random, number: int) -> bool:
    """Put what is no database in its place, and ask anything of it."""
    kind = list(BAD)[number % len(BAD)]
    path, target = bench.fresh(number, "bad"), bench.fresh(number, "copy-of-bad")
    BAD[kind](path, bench)
    before = _look(path)
    commands = [words for words in (*READING, *WRITING) if kind != "empty" or words[0] != "ingest"]
    for words in rng.sample(commands, 6):
        args = [word.format(articles=bench.articles, target=target) for word in words]
        run = bench.run("--db", path, *args)
        run.wait(1)
        told = run.told()
        if not told.startswith("Error: ") or str(path) not in told or len(told.splitlines()) > 1:
            raise LossError(f"{kind}: {run.name} says {told!r}")
        if _look(path) != before or target.exists():
            raise LossError(f"{kind}: {run.name} touched it")
    if path.is_dir():
        path.rmdir()
    remove([path])
    return True


def meet_damage(bench: Bench, rng: random.Random, number: int) -> bool:
    """Damage a database at random places: no traceback, no hang, and a backup is refused or whole."""
    decided = bench.remember("decided", partial(make_decided, bench))
    path, target = bench.fresh(number, "damaged"), bench.fresh(number, "copy")
    data = bytearray(decided.read_bytes())
    for _ in range(rng.choice((1, 1, 3, 10, 40))):
        at = rng.choice(
            (rng.randrange(100, len(data)), rng.randrange(len(data) // 4096) * 4096 + rng.randrange(16))
        )
        length = rng.choice((1, 4, 64, 4096))
        data[at : at + length] = rng.choice((bytes(length), b"\xff" * length, rng.randbytes(length)))
    path.write_bytes(data[: len(data) // 4096 * 4096])
    for words in (*rng.sample(READING, 4), ("doctor",), ("backup", "{target}"), *rng.sample(WRITING, 1)):
        args = [word.format(articles=bench.articles, target=target) for word in words]
        run = bench.run("--db", path, *args)
        run.wait(0, 1, 3, 4)
        if run.ended == 1 and words[0] not in ("doctor",) and "Error: " not in run.told():
            raise LossError(f"{run.name} says {run.told()!r}")
        if target.exists():
            with contextlib.closing(sqlite3.connect(target)) as db:
                if db.execute("pragma integrity_check").fetchall() != [("ok",)]:
                    raise LossError("a backup of a damaged database is damaged")
            target.unlink()
    remove([path, target])
    return True


def _look(path: Path) -> tuple[object, ...]:
    """Give what is at a path, to the byte, and beside it; SQLite's own `-shm` may come and go."""
    beside = {str(file) for file in path.parent.glob(f"*{path.name}*")} - {f"{path}-shm", f"{path}-wal"}
    return (sorted(beside), path.stat().st_mtime_ns, path.read_bytes() if path.is_file() else None)
