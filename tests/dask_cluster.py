"""A Dask scheduler and workers on loopback, each a process of its own that a test may stop or kill."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 300.0
"""Seconds that a process gets to do what it surely does."""


def wait_until(happened: Callable[[], object], what: str) -> None:
    """Wait for something that must come; a test fails if it does not."""
    end = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < end, f"waited in vain: {what}"
        time.sleep(0.02)


@dataclass
class Cluster:
    """What runs, and where: `workers` are processes without anybody to start them again."""

    home: Path
    address: str
    scheduler: subprocess.Popen[bytes]
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)
    addresses: dict[int, str] = field(default_factory=dict)
    """Of the workers that a cluster was started with, by process."""

    def add_worker(self, env: Mapping[str, str] | None = None, cwd: Path | None = None) -> None:
        name = f"worker-{len(self.workers)}"
        self.workers.append(
            _start(
                "dask_worker", self.address, "--nthreads", "1", "--no-nanny", "--name", name,
                "--local-directory", self.home / name, env=env, cwd=cwd,
            )
        )  # fmt: skip

    def threads(self) -> int:
        """Count the threads of the workers that the scheduler knows of."""
        with self._ask() as client:
            return sum(client.nthreads().values())

    def holds_work(self, number: int) -> bool:
        """Tell whether a worker was sent something that it has not answered."""
        with self._ask() as client:
            return bool(client.processing().get(self.addresses[self.workers[number].pid]))

    def stop(self, number: int) -> None:
        """Have a worker do nothing more, as one on a machine that hangs."""
        self.workers[number].send_signal(signal.SIGSTOP)

    def end(self) -> None:
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait(PATIENCE)

    @contextmanager
    def _ask(self) -> Iterator[Any]:
        from distributed import Client

        with Client(self.address, set_as_default=False) as client:
            yield client


def start_cluster(home: Path, workers: int = 2, env: Mapping[str, str] | None = None) -> Cluster:
    """Start a scheduler in these surroundings, and workers that look for files from a folder of their own."""
    home.mkdir()
    where = home / "scheduler.json"
    scheduler = _start(
        "dask_scheduler",
        "--host",
        "127.0.0.1",
        "--port",
        "0",
        "--no-dashboard",
        "--scheduler-file",
        where,
        env=env,
    )
    wait_until(lambda: where.exists() and where.read_text().endswith("}"), "the scheduler's address")
    cluster = Cluster(home, json.loads(where.read_text())["address"], scheduler)
    for _ in range(workers):
        cluster.add_worker(cwd=home)
    wait_until(lambda: cluster.threads() == workers, f"{workers} workers")
    with cluster._ask() as client:
        cluster.addresses = {pid: address for address, pid in client.run(os.getpid).items()}
    return cluster


def _start(
    command: str, *args: str | Path, env: Mapping[str, str] | None = None, cwd: Path | None = None
) -> subprocess.Popen[bytes]:
    surroundings = os.environ | {"PYTHONPATH": str(ROOT)} | dict(env or {})
    return subprocess.Popen(
        [sys.executable, "-m", f"distributed.cli.{command}", *map(str, args)],
        env=surroundings, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
