"""Make every fault in full and print what was tried and what was lost: `python -m tests.soak`."""

from __future__ import annotations

import argparse
import multiprocessing
import platform
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from tests.soak.bench import Bench
from tests.soak.faults import FAULTS, Tally, count_cores, try_fault
from tests.soak.hostile import MILLS, read_hostile, swell

HOSTILE = 200_000
LARGE_FILES = 250
PUMPED = 8
"""Texts a pattern, and pieces a text, that are repeated."""
MOST_LOST = 20
"""Losses of a fault that are told one by one."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--share", type=float, default=1.0, help="the part of the full count to make")
    parser.add_argument("--only", default="", help="only the faults with this word in their name")
    options = parser.parse_args()
    cores = count_cores()
    begun = time.monotonic()
    rows: dict[str, Callable[[], Tally]] = {}
    with tempfile.TemporaryDirectory() as name:
        bench = Bench.prepare(Path(name))
        for fault, what in FAULTS.items():
            if what.can():
                times = _part(what.full, options.share)
                rows[fault] = partial(try_fault, bench, fault, times, options.seed, cores)
        for mill, how in MILLS.items():
            times = _part(HOSTILE * how.share // 100, options.share)
            rows[f"hostile: {mill}"] = partial(_mill, mill, times, options.seed, cores)
        rows["hostile: 20 KB to 1 MB, their memory"] = partial(
            _swell, _part(LARGE_FILES, options.share), options.seed, cores
        )
        rows["hostile: patterns, pumped"] = partial(_pump, _part(PUMPED, options.share), options.seed)
        print(f"{'fault':48} {'tried':>8} {'struck':>8} {'lost':>5} {'seconds':>8}", flush=True)
        lost = [line for fault, make in rows.items() if options.only in fault for line in _print(fault, make)]
    print(
        f"{len(lost)} lost in {(time.monotonic() - begun) / 60:.1f} minutes, {_worked() / 60:.1f} of work"
        f" for {cores} cores,"
        f" {platform.python_implementation()} {platform.python_version()},"
        f" SQLite {sqlite3.sqlite_version}, {platform.system()}, seed {options.seed}"
    )
    return 1 if lost else 0


def _worked() -> float:
    """Give the seconds that processors worked for this, whoever else they worked for meanwhile."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def _part(full: int, share: float) -> int:
    return max(1, round(full * share))


def _print(fault: str, make: Callable[[], Tally]) -> tuple[str, ...]:
    begun = time.monotonic()
    tally = make()
    seconds = time.monotonic() - begun
    print(f"{fault:48} {tally.tried:8,} {tally.struck:8,} {len(tally.lost):5} {seconds:8.0f}", flush=True)
    for line in tally.lost[:MOST_LOST]:
        print(line, file=sys.stderr, flush=True)
    return tally.lost


def _mill(name: str, times: int, seed: int, cores: int) -> Tally:
    lost = read_hostile(name, times, seed, cores)
    return Tally(times, times, tuple(lost))


def _swell(times: int, seed: int, cores: int) -> Tally:
    with ProcessPoolExecutor(cores, multiprocessing.get_context("fork")) as pool:
        lost = [line for line in pool.map(partial(swell, seed=seed), range(times)) if line]
    return Tally(times, times, tuple(lost))


def _pump(tries: int, seed: int) -> Tally:
    """Pump every pattern, in a process that compiles them all anew."""
    command = [sys.executable, "-m", "tests.soak.patterns", "--tries", str(tries), "--seed", str(seed)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    lost = done.stdout.splitlines() or ([] if done.returncode == 0 else done.stderr.splitlines()[-1:])
    tried = int(done.stderr.split()[0]) if done.returncode == 0 else 0
    return Tally(tried, tried, tuple(lost))


if __name__ == "__main__":
    sys.exit(main())
