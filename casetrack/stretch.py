"""A stretch of a file of lines, read as if it were a file of its own.

A line belongs to the stretch in which it begins, so that stretches laid end to end hold every line of the
file once, wherever they were cut.
"""

from __future__ import annotations

from typing import IO

CHUNK = 1 << 20


class LineStretch:
    """The lines of a file that begin at byte `start` or after it, and before `end` (None: the file's end).

    `lines` counts those read so far.
    """

    def __init__(self, start: int, end: int | None) -> None:
        self.lines = 0
        self._start = start
        self._end = end
        self._at = 0
        self._within = False
        self._handle: IO[bytes] | None = None

    def begin(self, handle: IO[bytes]) -> LineStretch:
        """Go to the first line of the stretch in a file that was opened."""
        self._handle = handle
        self._at = max(0, self._start - 1)
        handle.seek(self._at)
        while self._start and (rest := self._read(CHUNK)) and not rest.endswith(b"\n"):
            pass  # the rest of a line that began before
        return self

    def readline(self, limit: int, /) -> bytes:
        """Read up to the end of a line, at most `limit` bytes of it; nothing at the end of the stretch."""
        if not self._within and self._end is not None and self._at >= self._end:
            return b""
        line = self._read(limit)
        self.lines += bool(line) and not self._within
        self._within = bool(line) and not line.endswith(b"\n")
        return line

    def _read(self, limit: int) -> bytes:
        assert self._handle is not None
        line = self._handle.readline(limit)
        self._at += len(line)
        return line
