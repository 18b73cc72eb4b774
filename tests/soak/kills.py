"""`kill -9` at a random instant: of taking articles in, reading them again, deciding, migrating, copying."""

from __future__ import annotations

import contextlib
import gzip
import random
import sqlite3
import time
from functools import partial
from pathlib import Path

from casetrack.store.migrations import NEWEST
from tests.soak.bench import (
    ROOT,
    Bench,
    LossError,
    Rows,
    check_sound,
    check_whole,
    compare,
    dump,
    remove,
    strike,
)

SCHEMAS = sorted((ROOT / "tests" / "schemas").glob("schema-*.db.gz"))
TRIES = 20
"""Runs to start until one is hit at work."""
DECISIONS: tuple[tuple[str, ...], ...] = (
    ("merge", "5", "9", "12", "--reason", "one indictment"),
    ("split", "2", "{article}"),
    ("link", "5", "9", "--appeal-of"),
    ("set", "ruling:3", "date=2017-05-04", "disposition=denied"),
    ("drop", "hearing:2"),
    ("add", "ruling", "7", "disposition=granted", "date=2020-01-02", "--source", "the court's list"),
    ("alias", "7", "the harbour case"),
    ("undo",),
    ("decisions", "load", "{decisions}"),
    ("forget", "case:6", "--yes"),
)


def kill_ingest(bench: Bench, rng: random.Random, number: int) -> bool:
    """Kill a run up to three times over, then let one finish: nothing tells that it was killed."""
    wanted = bench.remember("whole", lambda: dump(bench.whole))
    hit = False
    for attempt in range(TRIES):
        database = bench.fresh(number * 100 + attempt)
        afresh = number % 10 == 0
        for _ in range(rng.randint(1, 3)):
            run = bench.run("--db", database, "ingest", bench.articles, afresh=afresh)
            hit |= strike(run, rng, bench.spans["ingest"] + afresh)
            run.wait()
            check_whole(bench, database)
        bench.run("--db", database, "ingest", bench.articles).wait(0)
        check_whole(bench, database)
        compare(dump(database), wanted)
        remove([database])
        if hit:
            break
    return hit


def kill_rebuild(bench: Bench, rng: random.Random, number: int) -> bool:
    """Kill the reading again of a database whose reports are of old rules: all of it or nothing."""
    aged = bench.remember("aged", partial(make_aged, bench))
    return _kill_change(bench, rng, number, aged, "rebuild", ("rebuild",), 1.0)


def kill_decision(bench: Bench, rng: random.Random, number: int) -> bool:
    """Kill a correction: it is made whole, or not at all; `forget` is a command like the others."""
    decided = bench.remember("decided", partial(make_decided, bench))
    command = DECISIONS[number % len(DECISIONS)]
    words = tuple(
        word.format(article=_an_article(decided), decisions=bench.home / "decisions.toml") for word in command
    )
    return _kill_change(bench, rng, number, decided, command[0], words, 0.4)


def kill_migration(bench: Bench, rng: random.Random, number: int) -> bool:
    """Kill a run that brings an old database up to date: it is old or new, and what was is kept beside it."""
    old, schema = unpack_schema(bench, number)
    for attempt in range(TRIES):
        database = bench.copy(old, number * 100 + attempt, "old")
        command = rng.choice((("cases",), ("doctor",), ("ingest", bench.home / "nothing")))
        (bench.home / "nothing").mkdir(exist_ok=True)
        run = bench.run("--db", database, *command)
        hit = strike(run, rng, 0.12)
        run.wait()
        check_sound(database)
        if schema_of(database) not in (schema, NEWEST):
            raise LossError(f"half way: schema {schema_of(database)}")
        if schema_of(database) == schema:
            compare(dump(database), dump(old))
        bench.run("--db", database, "cases").wait(0)
        compare(
            dump(database, instants=False),
            bench.remember(f"migrated {schema}", partial(migrate_undisturbed, bench, old, number)),
        )
        kept = database.with_name(f"{database.name}.schema-{schema}")
        compare(dump(kept), dump(old))
        remove([database])
        if hit:
            return True
    return False


def kill_copy(bench: Bench, rng: random.Random, number: int) -> bool:
    """Kill a backup or a restore: the copy is whole or not there, the database as it was or as restored."""
    decided = bench.remember("decided", partial(make_decided, bench))
    before, after = (bench.remember(f"dump {p}", partial(dump, p)) for p in (bench.whole, decided))
    for attempt in range(TRIES):
        database, copy = bench.copy(bench.whole, number * 100 + attempt), bench.fresh(number, "copy")
        if number % 2:
            run = bench.run("--db", decided, "backup", copy)
        else:
            run = bench.run("--db", database, "restore", decided)
        hit = strike(run, rng, 0.25)
        run.wait()
        if copy.exists():
            compare(dump(copy), after)
        check_sound(database)
        found = dump(database)
        compare(found, after if found == after else before)
        if not number % 2:
            bench.run("--db", database, "restore", decided).wait(0)
            compare(dump(database), after)
        remove([database, copy])
        if hit:
            return True
    return False


def _kill_change(
    bench: Bench,
    rng: random.Random,
    number: int,
    base: Path,
    name: str,
    words: tuple[str, ...],
    span: float,
) -> bool:
    """Kill what changes a copy of a database: it is as before or as after, and ends as after."""
    before: Rows = bench.remember(f"dump {base}", partial(dump, base))
    after: Rows = bench.remember(f"after {name}", partial(_change, bench, base, name, words))
    span = bench.spans.get(name, span)
    for attempt in range(TRIES):
        database = bench.copy(base, number * 100 + attempt)
        run = bench.run("--db", database, *words)
        hit = strike(run, rng, span)
        run.wait()
        check_sound(database)
        found = dump(database)
        if found != after:
            compare(found, before)
            bench.run("--db", database, *words).wait(0)
            compare(dump(database), after)
        remove([database])
        if hit:
            return True
    return False


def _change(bench: Bench, base: Path, name: str, words: tuple[str, ...]) -> Rows:
    """Make a change undisturbed; what the database then holds, which must not be what it held."""
    database = bench.copy(base, 0, f"undisturbed-{name}")
    begun = time.monotonic()
    bench.run("--db", database, *words).wait(0)
    bench.spans[name] = time.monotonic() - begun
    rows = dump(database)
    if rows == dump(base):
        raise LossError(f"{words} changes nothing, so that its kills would show nothing")
    remove([database])
    return rows


def unpack_schema(bench: Bench, number: int) -> tuple[Path, int]:
    """Give an old database and its schema, one after another by number."""
    packed = SCHEMAS[number % len(SCHEMAS)]
    old = bench.home / packed.name.removesuffix(".gz")
    if not old.exists():
        draft = bench.fresh(number, "draft")
        draft.write_bytes(gzip.decompress(packed.read_bytes()))
        draft.rename(old)
    return old, int(packed.name.split("-")[1].split(".")[0])


def make_aged(bench: Bench) -> Path:
    """Make a database whose reports are not what this program reads, as those of an older one."""
    database = bench.copy(make_decided(bench), 0, "aged")
    with sqlite3.connect(database) as db:
        db.execute(
            "update case_articles set report = (select y.report from case_articles y"
            " where y.id = case_articles.id + 1)"
            " where id % 3 = 0 and id + 1 in (select id from case_articles)"
        )
        db.execute("update rulings set subject = 'as it was read once' where id % 4 = 0")
        db.execute("update cases set status = 'decided'")
    db.close()
    return database


def make_decided(bench: Bench) -> Path:
    """Make a database in which a few decisions were made, and a file of others."""
    database = bench.copy(bench.whole, 0, "decided")
    for words in (("merge", "3", "4"), ("set", "hearing:1", "time=10:30"), ("drop", "ruling:2")):
        bench.run("--db", database, *words).wait(0)
    other = bench.copy(bench.whole, 0, "other")
    for words in (("merge", "10", "11"), ("alias", "8", "the mill case")):
        bench.run("--db", other, *words).wait(0)
    bench.run("--db", other, "decisions", "dump", bench.home / "decisions.toml").wait(0)
    return database


def _an_article(database: Path) -> str:
    with sqlite3.connect(database) as db:
        return str(
            db.execute(
                "select path from articles a join case_articles x on x.article_id = a.id where case_id = 2"
            ).fetchone()[0]
        )


def migrate_undisturbed(bench: Bench, old: Path, number: int) -> Rows:
    """Give what an old database holds once it is up to date."""
    database = bench.copy(old, number, "undisturbed-old")
    bench.run("--db", database, "cases").wait(0)
    rows = dump(database, instants=False)
    remove([database])
    return rows


def schema_of(database: Path) -> int:
    """Give the schema of a database; 0 while there is none."""
    with contextlib.closing(sqlite3.connect(database)) as db:
        return int(db.execute("pragma user_version").fetchone()[0])
