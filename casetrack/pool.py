"""Extract articles in this process or in several, in the order they came, in bounded memory.

Extraction is a pure function, so how many processes share it changes nothing but the time it takes.
Whatever is no article passes through in its place.
"""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from casetrack.extract import extract_report
from casetrack.models import Article, Report

if TYPE_CHECKING:
    from concurrent.futures import Future

Other = TypeVar("Other")
PORTION = 8
"""Articles sent to a process at once."""
AHEAD = 4
"""Portions under way for each process: enough that none waits while results are written."""


def extract_reports(items: Iterable[Article | Other], jobs: int = 1) -> Iterator[Report | Other]:
    """Extract every article of a stream.

    Args:
        jobs: processes to extract in; with 1 it is this one.
    """
    if jobs <= 1:
        for item in items:
            yield _extract_one(item)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    under_way: deque[Future[list[Report | Other]]] = deque()
    stream = iter(items)
    with ProcessPoolExecutor(jobs, get_context("spawn"), _serve) as pool:
        try:
            while portion := list(islice(stream, PORTION)):
                under_way.append(pool.submit(_extract_portion, portion))
                if len(under_way) >= jobs * AHEAD:
                    yield from under_way.popleft().result()
            while under_way:
                yield from under_way.popleft().result()
        finally:
            pool.shutdown(cancel_futures=True)


def _extract_one(item: Article | Other) -> Report | Other:
    return extract_report(item) if isinstance(item, Article) else item


def _extract_portion(portion: list[Article | Other]) -> list[Report | Other]:
    return [_extract_one(item) for item in portion]


def _serve() -> None:
    """Leave Ctrl-C to the process that writes, which lets what is under way come in; end when it ends."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    from multiprocessing import connection, parent_process

    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
