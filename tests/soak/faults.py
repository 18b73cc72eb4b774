"""The faults: what is broken, how often in full and in the suite, and what must hold.

A fault is a function of a bench, a source of randomness and a number. It breaks something once and raises
`LossError` when more was lost than may be; it tells whether what it broke was at work. A fault is drawn
from a seed, so that a failure can be had again.
"""

from __future__ import annotations

import os
import random
import sqlite3
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

from tests.soak import damage, kills, loads
from tests.soak.bench import Bench, LossError


@dataclass(frozen=True, slots=True)
class Fault:
    """What is broken, and how often: in full and in the suite. `can` tells whether it can be done here."""

    make: Callable[[Bench, random.Random, int], bool]
    full: int
    short: int
    can: Callable[[], bool] = lambda: True


FAULTS = {
    "kill -9 during ingest": Fault(kills.kill_ingest, 150, 2),
    "kill -9 during rebuild": Fault(kills.kill_rebuild, 75, 1),
    "kill -9 during merge and other decisions": Fault(kills.kill_decision, 100, 2),
    "kill -9 during a migration": Fault(kills.kill_migration, 75, 2),
    "kill -9 during backup and restore": Fault(kills.kill_copy, 50, 2),
    "8 writers and 4 readers at once": Fault(loads.crowd, 50, 1),
    "no room: a limit on file size": Fault(loads.fill_disk, 63, 7),
    "no room: a full tmpfs": Fault(loads.fill_tmpfs, 63, 2, loads.can_mount),
    "SIGINT or SIGTERM": Fault(loads.stop, 50, 2),
    "output pipe closed": Fault(loads.close_pipe, 50, 2),
    "no database in its place": Fault(damage.refuse_bad_file, 66, 11),
    "database damaged at random": Fault(damage.meet_damage, 100, 3),
}
_bench: list[Bench] = []
"""The bench of this process, inherited by those forked from it."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How often a fault was made, how often it struck something at work, and what was lost."""

    tried: int
    struck: int
    lost: tuple[str, ...]


def try_fault(bench: Bench, name: str, times: int, seed: int, cores: int = 1) -> Tally:
    """Make a fault so often, shared among processes; what was lost comes with what shows it again."""
    _bench[:] = [bench]
    tasks = [(name, number, seed) for number in range(times)]
    if cores == 1:
        return _count(map(_try_once, tasks))
    with ProcessPoolExecutor(cores, get_context("fork")) as pool:
        return _count(pool.map(_try_once, tasks))


def _count(results: Iterable[tuple[bool, str | None]]) -> Tally:
    listed = list(results)
    return Tally(len(listed), sum(hit for hit, _ in listed), tuple(lost for _, lost in listed if lost))


def _try_once(task: tuple[str, int, int]) -> tuple[bool, str | None]:
    name, number, seed = task
    try:
        return FAULTS[name].make(_bench[0], random.Random(f"{seed}-{name}-{number}"), number), None
    except (LossError, OSError, sqlite3.Error) as error:
        return True, f"{name}, seed {seed}, number {number}: {type(error).__name__}: {error}"


def count_cores() -> int:
    """Give how many processes may work at once here."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
