"""Extract articles in this process or in several, in the order they came, in bounded memory.

Extraction is a pure function, so how many processes share it changes nothing but the time it takes.
Whatever is no article passes through in its place. An article on which extraction fails becomes an
`InputError` in its place: one bad input never stops a run.
"""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

from casetrack.errors import CasetrackError, InputError, blame_input
from casetrack.extract import extract_report
from casetrack.models import Article, Report
from casetrack.portions import cut_portions

if TYPE_CHECKING:
    from concurrent.futures import Future

Other = TypeVar("Other")
AHEAD = 3
"""Portions under way for each process: enough that none waits while results are written."""


def extract_reports(items: Iterable[Article | Other], jobs: int = 1) -> Iterator[Report | Other | InputError]:
    """Extract every article of a stream.

    Args:
        jobs: processes to extract in; with 1 it is this one.
    Raises:
        CasetrackError: a process was ended from outside, as by a system that is short of memory.
    """
    if jobs <= 1:
        for item in items:
            yield _extract_one(item)
        return
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import active_children, get_context

    under_way: deque[Future[list[Report | Other | InputError]]] = deque()
    with ProcessPoolExecutor(jobs, get_context("spawn"), _serve) as pool:
        try:
            for portion in cut_portions(items, _length_of):
                try:
                    under_way.append(pool.submit(_extract_portion, portion))
                except (ValueError, OSError) as error:  # its pipes were closed while it was told of more
                    raise BrokenProcessPool(str(error)) from error
                if len(under_way) >= jobs * AHEAD:
                    yield from under_way.popleft().result()
            while under_way:
                yield from under_way.popleft().result()
        except BrokenProcessPool as error:
            for reader in active_children():
                reader.kill()  # asked to end, as the pool does, they would not: see `_serve`
            raise CasetrackError(
                "A process that was reading was ended from outside, perhaps for want of memory; run again,"
                " with fewer --jobs: what was written is whole"
            ) from error
        finally:
            pool.shutdown(cancel_futures=True)


def _length_of(item: object) -> int:
    return len(item.text) if isinstance(item, Article) else 0


def _extract_one(item: Article | Other) -> Report | Other | InputError:
    if not isinstance(item, Article):
        return item
    try:
        return extract_report(item)
    except Exception as error:
        return blame_input(item.path, error)


def _extract_portion(portion: Sequence[Article | Other]) -> list[Report | Other | InputError]:
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
