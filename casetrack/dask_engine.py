"""Read and extract on the workers of a Dask cluster: one that is running, or one made on this machine.

A bounded number of portions is under way at any time, and what comes of them is taken in the order in
which they were sent, so that neither memory nor order depends on how many workers there are. A worker that
dies costs time: Dask gives its portions to another. Dask is imported when a cluster is asked for.
"""

from __future__ import annotations

import logging
import os
import pkgutil
import signal
import threading
import time
import warnings
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from casetrack.errors import CasetrackError, EngineError, InputError, MissingExtraError
from casetrack.models import Report
from casetrack.portions import (
    Chosen,
    Finished,
    Outcome,
    Part,
    Portion,
    ReadSettings,
    cut_inputs,
    digest_rules,
    join_outcomes,
    read_portion,
)
from casetrack.sources import printable

if TYPE_CHECKING:
    from distributed import Client, Future

AHEAD = 4
"""Portions under way for each thread of the workers: enough that none waits while results are written."""
LEAST_AHEAD = 8
LOOK = 0.005
"""Seconds between two looks at whether a portion has come."""
COUNT_AGAIN = 2.0
"""Seconds for which the number of workers is taken to be as it was."""
START = "Start one with `dask scheduler`, and `dask worker ADDRESS` on every machine that is to read."
GO_ON = "What came in until then is kept; run the same command again, and it goes on from there."
PRIVATE: dict[str, list[object]] = {
    "distributed.scheduler.http.routes": [],
    "distributed.worker.http.routes": [],
}
"""What a cluster of this run's own shows over HTTP: nothing."""
LEAVE_SIGNALS = "import signal; [signal.signal(n, signal.SIG_IGN) for n in (signal.SIGINT, signal.SIGTERM)]"
"""What workers of this machine run first: a Ctrl-C is for the process that writes."""
LOGGERS = ("distributed", "tornado", "asyncio", "bokeh")


@contextmanager
def open_engine(
    scheduler: str | None, workers: int | None = None, *, tell: bool = False
) -> Iterator[DaskEngine]:
    """Connect to a scheduler, or start a cluster on this machine that ends with the run.

    Args:
        scheduler: its address, as tcp://host:8786; None for a cluster of this machine's own.
        workers: processes of that cluster; None for one a core.
        tell: let Dask say on standard error what it does.

    Raises:
        MissingExtraError: Dask is not installed.
        EngineError: no scheduler answers, or it has no workers.
    """
    try:
        import distributed
    except ImportError as error:
        raise MissingExtraError(
            f"--engine dask needs Dask, which is not installed ({error}): pip install 'casetrack[dask]'."
        ) from None
    if not tell:
        for name in [*LOGGERS, *logging.root.manager.loggerDict]:
            if name.startswith(LOGGERS):  # each of Dask's loggers has a level of its own
                logging.getLogger(name).setLevel(logging.CRITICAL + 1)
        warnings.filterwarnings("ignore", module="distributed")
    with ExitStack() as stack:
        if scheduler is None:
            client = stack.enter_context(_start_cluster(distributed, workers, tell))
        else:
            client = stack.enter_context(_connect(distributed, scheduler))
        yield DaskEngine(client, scheduler or "this machine")


@contextmanager
def _start_cluster(distributed: Any, workers: int | None, tell: bool) -> Iterator[Client]:
    """Start workers that only this run can speak to: keys made for it, nothing left on disk."""
    import dask.config

    try:
        security = distributed.Security.temporary()
    except ImportError as error:
        raise MissingExtraError(f"{error}: pip install 'casetrack[dask]'.") from None
    with (
        dask.config.set(PRIVATE),
        TemporaryDirectory(prefix="casetrack-", ignore_cleanup_errors=True) as folder,
        distributed.LocalCluster(
            n_workers=workers or os.cpu_count(),
            threads_per_worker=1,
            host="tls://127.0.0.1",
            security=security,
            dashboard_address="127.0.0.1:0",
            local_directory=folder,
            memory_limit=0,
            preload=[LEAVE_SIGNALS],
            silence_logs=False if tell else logging.CRITICAL,
        ) as cluster,
        distributed.Client(cluster, security=security) as client,
    ):
        yield client


@contextmanager
def _connect(distributed: Any, address: str) -> Iterator[Client]:
    """Connect to a scheduler that is running; Dask's configuration says how long to wait, and the keys."""
    from distributed.comm.addressing import parse_address
    from distributed.comm.registry import get_backend

    try:
        get_backend(parse_address(address)[0])
        client = distributed.Client(address, set_as_default=False)
    except (OSError, ValueError, TypeError, ImportError, RuntimeError) as error:
        raise EngineError(f"No scheduler answers at {address} ({_brief(error)}). {START}") from error
    try:
        _see_it_fit(client, address)
        yield client
    finally:
        with suppress(Exception):
            client.close(timeout=1)


def _see_it_fit(client: Client, address: str) -> None:
    """See that there are workers, and that they and the scheduler have a casetrack to import."""
    try:
        client.wait_for_workers(1, timeout=_patience())
    except TimeoutError as error:
        raise EngineError(
            f"The scheduler at {address} has no workers. Start some with `dask worker {address}`."
        ) from error
    try:  # asked by what every Python has, as a worker ends when it is sent what it cannot import
        client.run_on_scheduler(pkgutil.resolve_name, "casetrack:__version__")
        client.run(pkgutil.resolve_name, "casetrack:__version__")
    except (ImportError, AttributeError) as error:
        raise EngineError(
            f"The scheduler at {address} or a worker of it has no casetrack ({_brief(error)}): install the "
            "one that is here on all of them."
        ) from error


def _patience() -> float:
    """Give the seconds to wait for what does not come: distributed.comm.timeouts.connect of Dask."""
    import dask.config
    from dask.utils import parse_timedelta

    return float(parse_timedelta(dask.config.get("distributed.comm.timeouts.connect")))


class DaskEngine:
    """Reads and extracts files on the workers of a cluster."""

    def __init__(self, client: Client, name: str) -> None:
        self._client = client
        self._name = name
        self._threads = 0
        self._counted = 0.0

    def read(
        self, chosen: Iterable[Chosen], settings: ReadSettings
    ) -> Iterator[Report | InputError | Finished]:
        """Read files on the workers; what they hold, and that each was read, in the order of the files.

        Raises:
            EngineError: the scheduler or all workers went away, or the workers cannot read as this machine.
        """
        asked = replace(settings, rules=digest_rules())
        return join_outcomes(self._map(cut_inputs(chosen, settings.max_size), asked))

    def _map(self, portions: Iterable[Portion], settings: ReadSettings) -> Iterator[tuple[Part, Outcome]]:
        under_way: deque[tuple[Portion, Future]] = deque()
        stream = iter(portions)
        try:
            while True:
                while len(under_way) < self._room() and (portion := next(stream, None)) is not None:
                    under_way.append((portion, self._send(portion, settings)))
                if not under_way:
                    return
                yield from self._take(*under_way.popleft(), settings)
        finally:
            with suppress(Exception):
                self._client.cancel([future for _, future in under_way])

    def _send(self, portion: Portion, settings: ReadSettings) -> Future:
        with self._told():
            return self._client.submit(read_portion, portion, settings, pure=False)

    def _room(self) -> int:
        """Give how many portions may be under way, with the workers there are now."""
        if time.monotonic() - self._counted > COUNT_AGAIN:
            self._threads = self._count_threads()
        return max(LEAST_AHEAD, AHEAD * self._threads)

    def _count_threads(self) -> int:
        with self._told():
            self._counted = time.monotonic()
            return sum(self._client.nthreads().values())

    def _take(
        self, portion: Portion, future: Future, settings: ReadSettings
    ) -> Iterator[tuple[Part, Outcome]]:
        """Take what came of a portion; one that no worker survives is read file by file, to name the file."""
        from distributed.scheduler import KilledWorker

        try:
            outcomes = self._wait(future)
        except KilledWorker:
            if len(portion) > 1:
                for part in portion:
                    yield from self._take((part,), self._send((part,), settings), settings)
                return
            name = printable(portion[0].chosen.path)
            outcomes = [Outcome((InputError(name, "every worker that read it ended while it did"),))]
        yield from zip(portion, outcomes, strict=True)

    def _wait(self, future: Future) -> list[Outcome]:
        """Wait for what comes of a portion, as long as there are workers to do it.

        Its status is looked at rather than waited for: a wait of Dask's that ends by itself may cancel what
        was about to come, and then raises an UnboundLocalError.
        """
        without = asked = time.monotonic()
        while True:
            while future.status == "pending":
                time.sleep(LOOK)
                if time.monotonic() - asked < COUNT_AGAIN:
                    continue
                asked = time.monotonic()
                without = self._see_workers(without)
            with self._told(future), suppress(TimeoutError, UnboundLocalError):
                outcomes = future.result(timeout=_patience())
                future.release()  # not left to __del__, in which a Ctrl-C would be lost
                return outcomes  # type: ignore[no-any-return]
            without = self._see_workers(without)  # what was finished may have gone with its worker

    def _see_workers(self, without: float) -> float:
        """Give since when there are no workers, or now if there are; too long without any is an error."""
        now = time.monotonic()
        if self._count_threads():
            return now
        if now - without > _patience():
            raise EngineError(f"The scheduler at {self._name} has no workers any more. {GO_ON}")
        return without

    @contextmanager
    def _told(self, future: Future | None = None) -> Iterator[None]:
        """Tell in one sentence what cannot be mended here."""
        from distributed.scheduler import KilledWorker

        try:
            with put_off_signals():
                yield
        except (CasetrackError, KilledWorker):
            raise
        except (CancelledError, Exception) as error:
            running = self._client.status == "running"
            if isinstance(error, TimeoutError | UnboundLocalError) and future is not None and running:
                raise  # it is not there yet
            own = future is not None and future.status == "error"
            if not own and (isinstance(error, CancelledError | OSError) or not running):
                raise EngineError(f"The scheduler at {self._name} went away. {GO_ON}") from error
            raise EngineError(
                f"A worker could not read ({_brief(error)}); -v tells where. {GO_ON}"
            ) from error


@contextmanager
def put_off_signals() -> Iterator[None]:
    """Let a Ctrl-C or SIGTERM act once the code within is left: Dask's would leave an object half made.

    A second one is not put off. Only the main thread is ever sent one.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    came: list[int] = []

    def act() -> None:
        for number, handler in before.items():
            signal.signal(number, handler)
        if came:
            last = came.pop()
            came.clear()
            signal.raise_signal(last)

    def note(number: int, frame: object) -> None:
        came.append(number)
        if len(came) > 1:
            act()

    for number in before:
        signal.signal(number, note)
    try:
        yield
    finally:
        act()


def _brief(error: BaseException) -> str:
    """Give the first line of what an error says, or its name where it says nothing."""
    lines = str(error).strip().splitlines()
    return lines[0][:200].rstrip(".") if lines else type(error).__name__
