"""How a benchmark measures: side by side in one run, the best of several turns, as a ratio."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: `ratio` is what was measured, `bar` what is asked.

    `sense` is "at most" or "at least"; `detail` says what stood against what, with its own figures.
    A row that could not be measured has no ratio, and `detail` says why.
    """

    name: str
    ratio: float | None
    sense: str
    bar: float
    detail: str

    @property
    def met(self) -> bool | None:
        if self.ratio is None:
            return None
        return self.ratio <= self.bar if self.sense == "at most" else self.ratio >= self.bar


def race(first: Callable[[], object], second: Callable[[], object], turns: int) -> tuple[float, float]:
    """Time two jobs by turns, so that both meet the same noise; seconds of each one's best turn."""
    best = [float("inf"), float("inf")]
    for _ in range(turns):
        for at, job in enumerate((first, second)):
            start = time.perf_counter()
            job()
            best[at] = min(best[at], time.perf_counter() - start)
    return best[0], best[1]


def run_casetrack(*args: str | Path) -> subprocess.CompletedProcess[bytes]:
    """Run the program as a user does; its standard output is kept, and a failure is the benchmark's."""
    command = [sys.executable, "-m", "casetrack", *map(str, args)]
    return subprocess.run(command, check=True, capture_output=True)


def peak_memory(args: Sequence[str | Path]) -> int:
    """Run the program and give its greatest resident size in bytes."""
    process = subprocess.Popen(
        [sys.executable, "-m", "casetrack", *map(str, args)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, "casetrack")
    return usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
