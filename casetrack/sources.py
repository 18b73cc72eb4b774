"""Walk the inputs a person names, and hand out the bytes of one article after another.

Folders are read recursively in the order of their names; links to folders are followed, but a folder is
read once. Only regular files are opened, never a pipe or a device found in a folder. Nothing here stops a
run: an input that cannot be taken becomes an `InputError` in its place. Says nothing about what the
bytes mean, beyond opening gzip and taking JSON lines apart; a file's times never date an article. An
address such as s3://bucket/2017/ is read like a path, by way of `remote`.
"""

from __future__ import annotations

import errno
import fnmatch
import gzip
import json
import os
import stat
import sys
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import IO, Any, Protocol, cast

from casetrack.errors import InputError
from casetrack.remote import is_remote, list_remote, open_remote, remote_size, remote_state
from casetrack.stretch import LineStretch

SUFFIXES = (".txt", ".text", ".txt.gz", ".text.gz", ".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
JSON_SUFFIXES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
META_KEYS = ("title", "date", "source", "url", "author")
GZIP_MAGIC = b"\x1f\x8b"
OPENING = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
CHUNK = 1 << 20
SHORT = 1 << 16
EXPANSION = 100
EXPANSION_SLACK = 64 << 20
"""What packed JSON lines may expand to: so many times their size and so many bytes; news packs to a third."""
LINE_SLACK = 1 << 16
"""What a JSON line may have besides its text; the text itself may be escaped at four times its length."""

Identity = tuple[int, int]
"""Device and inode: the same folder under whatever name."""
Entry = tuple[str, bool]
"""A path, and whether it leads to a folder."""

REASONS = {
    errno.ENOENT: "no such file or folder",
    errno.EACCES: "permission denied",
    errno.EPERM: "permission denied",
    errno.ELOOP: "a symbolic link that leads back to itself",
    errno.ENOTDIR: "no such file or folder",
    errno.ENAMETOOLONG: "the name is too long",
    errno.EISDIR: "a folder, not a file",
    errno.ENXIO: "not a regular file",
}


@dataclass(frozen=True, slots=True)
class RawInput:
    """The bytes of one article; `meta` holds what a JSON line says of it, by the names of `META_KEYS`."""

    path: str
    data: bytes
    meta: Mapping[str, str] = field(default_factory=dict)


class Lines(Protocol):
    """What is read line by line."""

    def readline(self, limit: int, /) -> bytes: ...


class TooLargeError(ValueError):
    """An input is larger than the limit."""


def list_inputs(paths: Sequence[str], glob: str | None = None) -> Iterator[str]:
    """List the files under `paths`, in the order given, folders by name.

    A path that does not exist, or a folder that cannot be read, is listed as it is: `load_inputs` says
    what is wrong with it. A file that is named is listed whatever its name; "-" is standard input.
    """
    seen: set[Identity] = set()
    for path in paths:
        if is_remote(path):
            yield from _list_address(path, glob)
        elif path != "-" and _is_folder(path):
            yield from _walk_folder(path, glob, seen)
        else:
            yield path


def load_inputs(
    path: str, max_size: int, place: str | None = None, stretch: LineStretch | None = None
) -> Iterator[RawInput | InputError]:
    """Load one file: one input, or one for each JSON line ("file.jsonl#3").

    Standard input holds one article, or JSON lines if its first line is one.

    Args:
        max_size: bytes that one article may have, after decompression.
        place: where the file is opened, when its name does not lead there from the folder one is in.
        stretch: the JSON lines to load, counted from its first, when not all.
    """
    name = printable(path)
    try:
        with _open(place or path) as handle:
            if stretch is not None:
                yield from _load_lines(name, stretch.begin(handle), max_size)
            elif path == "-":
                yield from _load_stream(name, handle, max_size)
            elif path.lower().endswith(JSON_SUFFIXES):
                unpacked = _unzip(path, handle)
                is_packed = unpacked is not handle
                packed = (file_size(place or path) or 0) if is_packed else 0
                most = EXPANSION * packed + EXPANSION_SLACK if is_packed else None
                yield from _load_lines(name, unpacked, max_size, most=most)
            else:
                yield RawInput(name, _read_bounded(_unzip(path, handle), max_size))
    except TooLargeError as error:
        yield InputError(name, str(error))
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        yield InputError(name, f"broken gzip: {error}")
    except (OSError, ValueError) as error:
        yield InputError(name, _reason(path, error))


def is_packed(path: str) -> bool:
    """Tell whether a file is gzip by its name or its first bytes."""
    with _open(path) as handle:
        return isinstance(_unzip(path, handle), gzip.GzipFile)


def file_size(path: str) -> int | None:
    """Give the size of a regular file in bytes; None if there is none to be seen from here."""
    if is_remote(path):
        return remote_size(path)
    try:
        found = os.stat(path)  # noqa: PTH116
    except (OSError, ValueError):
        return None
    return found.st_size if stat.S_ISREG(found.st_mode) else None


SETTLED = 2_000_000_000
"""Nanoseconds after which a file that is changed again gets another time, on any file system."""


def file_state(path: str, now: int) -> tuple[int, int, int, int] | None:
    """Give device, inode, size and time of change (nanoseconds) of a regular file.

    None if there is no such file, its name is no text, or it changed so shortly before `now`, nanoseconds
    since 1970, that it could change again unseen. For an address see `remote_state`.
    """
    if is_remote(path):
        return remote_state(path)
    try:
        if not path.isascii():
            path.encode()
        found = os.stat(path)  # noqa: PTH116 - asked of every file of an archive
    except (OSError, ValueError):
        return None
    if not stat.S_ISREG(found.st_mode) or now - found.st_mtime_ns < SETTLED:
        return None
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns


def _is_folder(path: str) -> bool:
    try:
        return Path(path).is_dir()
    except (OSError, ValueError):
        return False


def _list_address(top: str, glob: str | None) -> Iterator[str]:
    try:
        names = list_remote(top)
    except (OSError, ValueError):
        names = None
    if names is None:
        yield top
        return
    wanted = _wanted(glob, "")
    for name in names:
        *above, last = name.split("/")
        if wanted(last, name, False) and all(wanted(folder, folder, True) for folder in above):
            yield f"{top.rstrip('/')}/{name}"


def _walk_folder(top: str, glob: str | None, seen: set[Identity]) -> Iterator[str]:
    """Walk depth first, by name. A folder inside itself is listed as a path, to be refused later."""
    stack: list[tuple[Iterator[Entry], frozenset[Identity]]] = [(iter([(top, True)]), frozenset())]
    while stack:
        entries, above = stack[-1]
        for path, is_folder in entries:
            if not is_folder:
                yield path
                continue
            identity = _identity(path)
            if identity is None or identity in above:
                yield path
            elif identity not in seen:
                seen.add(identity)
                inner = _scan(path, top, glob)
                if inner is not None:
                    stack.append((iter(inner), above | {identity}))
                    break
                yield path
        else:
            stack.pop()


def _identity(path: str) -> Identity | None:
    try:
        found = Path(path).stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _scan(path: str, top: str, glob: str | None) -> list[Entry] | None:
    """List what to take of a folder by name; None if it cannot be read."""
    wanted = _wanted(glob, top)
    try:
        with os.scandir(path) as entries:
            found = [(one.name, one.path, _leads_to_folder(one)) for one in entries]
    except OSError:
        return None
    found.sort()
    return [(inner, folder) for name, inner, folder in found if wanted(name, inner, folder)]


def _wanted(glob: str | None, top: str) -> Callable[[str, str, bool], bool]:
    """Give what tells by name, path and whether it is a folder if an entry is to be taken."""
    return _is_taken if glob is None else partial(_is_wanted, top=top, glob=glob)


def _leads_to_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _is_taken(name: str, path: str, is_folder: bool) -> bool:
    """Tell whether to take an entry of a folder where no pattern is given; hidden ones never."""
    return name[0] != "." and (is_folder or name.lower().endswith(SUFFIXES))


def _is_wanted(name: str, path: str, is_folder: bool, top: str, glob: str) -> bool:
    """Tell whether a pattern takes an entry of a folder; hidden ones only where it asks for them."""
    if name.startswith(".") and not glob.startswith("."):
        return False
    if is_folder:
        return True
    if "/" not in glob:
        return fnmatch.fnmatchcase(name, glob)
    relative = path[len(top) :].replace(os.sep, "/").lstrip("/")
    return any(fnmatch.fnmatchcase(relative, one) for one in {glob, glob.removeprefix("**/")})


def _open(path: str) -> AbstractContextManager[IO[bytes]]:
    """Open a regular file, or standard input; a pipe or device is refused without waiting on it."""
    if path == "-":
        return nullcontext(sys.stdin.buffer)
    if is_remote(path):
        return open_remote(path)
    try:
        descriptor = os.open(path, OPENING)
    except OSError:
        _refuse_folder(path)  # Windows opens none
        raise
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        _refuse_folder(path)
        raise OSError(errno.ENXIO, "not a regular file")
    return os.fdopen(descriptor, "rb")


def _refuse_folder(path: str) -> None:
    if _is_folder(path):
        readable = os.access(path, os.R_OK | os.X_OK)
        raise OSError(errno.EISDIR if readable else errno.EACCES, "a folder")


def _unzip(path: str, handle: Any) -> IO[bytes]:
    """Open gzip by the file's name or its first bytes."""
    if path.lower().endswith(".gz") or handle.peek(2)[:2] == GZIP_MAGIC:
        return cast(IO[bytes], gzip.GzipFile(fileobj=handle))
    return cast(IO[bytes], handle)


def _read_bounded(handle: IO[bytes], max_size: int) -> bytes:
    data = handle.read(min(max_size + 1, SHORT))
    if len(data) == SHORT:  # most articles are smaller, and room for the limit is not made for them
        data += handle.read(max_size + 1 - len(data))
    if len(data) > max_size:
        raise TooLargeError(f"larger than the limit of {_megabytes(max_size)}")
    return data


def _load_stream(name: str, handle: IO[bytes], max_size: int) -> Iterator[RawInput | InputError]:
    """Load standard input, which has no name to tell what it is."""
    first = handle.readline(_line_limit(max_size))
    if first.lstrip().startswith(b"{") and isinstance(_parse_line(name, first, max_size), RawInput):
        yield from _load_lines(name, handle, max_size, first)
        return
    data = first + handle.read(max(0, max_size + 1 - len(first)))
    if data.startswith(GZIP_MAGIC):
        data = _read_bounded(cast(IO[bytes], gzip.GzipFile(fileobj=BytesIO(data))), max_size)
    yield RawInput(name, _read_bounded(BytesIO(data), max_size))


def _load_lines(
    name: str, handle: Lines, max_size: int, first: bytes | None = None, most: int | None = None
) -> Iterator[RawInput | InputError]:
    """Load one article a line; blank lines count but hold none.

    Args:
        most: bytes of all lines together, where a small file may hold very many.
    """
    limit = _line_limit(max_size)
    line = handle.readline(limit) if first is None else first
    number = 1
    total = 0
    while line:
        total += len(line)
        too_long = len(line) >= limit and not line.endswith(b"\n")
        while too_long and line and not line.endswith(b"\n"):
            line = handle.readline(CHUNK)
            total += len(line)
            if most is not None and total > most:
                break
        if most is not None and total > most:
            yield InputError(
                f"{name}#{number}", f"the file expands to more than {_megabytes(most)}; unpack it"
            )
            return
        if too_long:
            yield InputError(f"{name}#{number}", f"larger than the limit of {_megabytes(max_size)}")
        elif line.strip():
            yield _parse_line(f"{name}#{number}", line, max_size)
        line = handle.readline(limit)
        number += 1


def _line_limit(max_size: int) -> int:
    return 4 * max_size + LINE_SLACK


def _parse_line(path: str, line: bytes, max_size: int) -> RawInput | InputError:
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        return InputError(path, f"broken JSON: {error}")
    text = record.get("text") if isinstance(record, dict) else None
    if not isinstance(text, str):
        return InputError(path, 'broken JSON: no object with a "text"')
    data = text.encode("utf-8", "replace")
    if len(data) > max_size:
        return InputError(path, f"larger than the limit of {_megabytes(max_size)}")
    meta = {key: value for key in META_KEYS if (value := _as_text(record.get(key)))}
    return RawInput(path, data, meta)


def _as_text(value: object) -> str:
    """Give a field of a JSON line as text: several authors joined, a number spelled, else nothing."""
    if isinstance(value, list):
        return ", ".join(item.strip() for item in value if isinstance(item, str) and item.strip())
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return value.strip() if isinstance(value, str) else ""


def printable(path: str) -> str:
    """Spell a name whose bytes are no text, so that it can be printed and stored."""
    return os.fsencode(path).decode("utf-8", "backslashreplace") if not path.isascii() else path


def _reason(path: str, error: OSError | ValueError) -> str:
    if isinstance(error, OSError):
        if error.errno == errno.EISDIR and Path(path).is_symlink():
            return "a symbolic link back to a folder above it"
        return REASONS.get(error.errno or 0) or error.strerror or str(error)
    return str(error)


def _megabytes(size: int) -> str:
    return f"{size / 1024 / 1024:.1f} MB" if size >= 100_000 else f"{size} bytes"
