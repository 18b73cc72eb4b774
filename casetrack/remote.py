"""Files at addresses such as s3://bucket/2017/, by way of fsspec and whatever it finds installed.

Nothing here is reached for a path of this machine. What goes wrong with an address comes out as the
`OSError` that the same fault of a file would be.
"""

from __future__ import annotations

import errno
import hashlib
import io
import re
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import IO, Any, cast

from casetrack.errors import CasetrackError, MissingExtraError

ADDRESS_RE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
TELLTALES = ("ETag", "etag", "md5Hash", "content_md5", "checksum")
"""Where file systems say what changes with the content."""
CHANGED = ("LastModified", "last_modified", "mtime", "updated")
"""Where they say when it changed."""
SETTLED = 2.0
"""Seconds after which a file that is changed again gets another time."""
FAULTS = {
    FileNotFoundError: errno.ENOENT,
    PermissionError: errno.EACCES,
    IsADirectoryError: errno.EISDIR,
}


def is_remote(path: str) -> bool:
    """Tell an address from a path."""
    return "://" in path and ADDRESS_RE.match(path) is not None


def list_remote(address: str) -> list[str] | None:
    """List all files under an address, by names relative to it, in the order in which folders are walked.

    None if it is no folder.

    Raises:
        MissingExtraError: fsspec, or what it needs for this kind of address, is not installed.
        OSError: it cannot be listed.
    """
    with _as_os_errors():
        system, top = _find_system(address)
        if not system.isdir(top):
            return None
        names = [name[len(top) :].lstrip("/") for name in system.find(top)]
        return sorted(names, key=lambda name: name.split("/"))


@contextmanager
def open_remote(address: str) -> Iterator[IO[bytes]]:
    """Open the file at an address; faults while it is read are told as those of opening it.

    Raises:
        MissingExtraError: as for `list_remote`.
        OSError: it cannot be opened or read.
    """
    with _as_os_errors():
        system, path = _find_system(address)
        with system.open(path, "rb") as handle:
            yield cast(IO[bytes], io.BufferedReader(handle))


def remote_state(address: str) -> tuple[int, int, int, int] | None:
    """Give what tells this file from itself after a change, in the form of `sources.file_state`.

    That is 0, a number for its tag, its size, and its time of change in nanoseconds, 0 where not told.
    None if it is no file, or has neither tag nor time, or changed so lately that it may change unseen.
    """
    try:
        info = _look_at(address)
    except (OSError, CasetrackError):
        return None
    tag = next((str(info[name]) for name in TELLTALES if info.get(name)), "")
    changed = _seconds(next((info[name] for name in CHANGED if info.get(name)), 0))
    if info.get("type") != "file" or not (tag or changed) or (not tag and time.time() - changed < SETTLED):
        return None
    number = int.from_bytes(hashlib.sha256(tag.encode()).digest()[:7])
    return 0, number, int(info.get("size") or 0), int(changed * 1e9)


def remote_size(address: str) -> int | None:
    """Give the size of a file in bytes; None if it is none or does not say."""
    try:
        info = _look_at(address)
    except (OSError, CasetrackError):
        return None
    return info.get("size") if info.get("type") == "file" else None


def _look_at(address: str) -> dict[str, Any]:
    with _as_os_errors():
        system, path = _find_system(address)
        return cast(dict[str, Any], system.info(path))


def _seconds(changed: object) -> float:
    if isinstance(changed, datetime):
        return changed.timestamp()
    return float(changed) if isinstance(changed, int | float) else 0.0


def _find_system(address: str) -> tuple[Any, str]:
    try:
        from fsspec.core import url_to_fs
    except ImportError:
        raise MissingExtraError(
            f"{address}: reading from an address needs fsspec: pip install 'casetrack[dask]'."
        ) from None
    try:
        system, path = url_to_fs(address)
    except ImportError as error:
        raise MissingExtraError(f"{address}: {error}. Workers need it too.") from None
    return system, path.rstrip("/")


@contextmanager
def _as_os_errors() -> Iterator[None]:
    """Turn what the libraries behind fsspec raise into an `OSError` with the number of its fault."""
    try:
        yield
    except (CasetrackError, EOFError, zlib.error):
        raise
    except OSError as error:
        number = error.errno or next((n for kind, n in FAULTS.items() if isinstance(error, kind)), None)
        raise OSError(number, str(error)) if number else error from None
    except ValueError:
        raise
    except Exception as error:
        raise OSError(f"{type(error).__name__}: {error}") from error
