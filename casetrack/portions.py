"""Inputs cut into portions that another machine can read and extract, and what it found put together again.

A portion is small, and so is what comes of it, so that a run holds a few of them whatever it reads. What
comes out is what one process would have found, in the same order. Which machine reads is for an engine.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from casetrack.errors import EngineError, InputError, blame_input
from casetrack.extract import extract_report
from casetrack.models import Article, Report
from casetrack.read import read_article
from casetrack.remote import is_remote
from casetrack.sources import JSON_SUFFIXES, REASONS, RawInput, file_size, is_packed, load_inputs, printable
from casetrack.stretch import LineStretch

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

PORTION = 32
"""Files or articles a portion, or fewer if they are large; with fewer a process often waits for more."""
STRETCH = 1 << 18
"""Bytes, or characters of articles, a portion, and of a file of JSON lines that one machine reads; a larger
text is one alone."""
RULES = ("read", "extract", "lexicon", "models.py", "portions.py", "sources.py", "stretch.py", "words.py")
"""The files of the package that decide what comes of an article."""
NOT_THERE = next(iter(REASONS.values()))

Item = TypeVar("Item")
FileState = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """What a person chose for all inputs; `rules` is the digest of those by which they are to be read."""

    max_size: int
    default_date: str | None = None
    default_source: str | None = None
    rules: str | None = None


@dataclass(frozen=True, slots=True)
class Chosen:
    """A file to read: its name, its state (None if that tells nothing), its number among those of the run."""

    path: str
    state: FileState | None = None
    number: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """What is read in one go: a file, a stretch of its lines, or texts handed over.

    `place` is where any machine finds the file. `first` and `last` say where in its file a part stands.
    """

    chosen: Chosen
    place: str
    size: int
    stretch: tuple[int, int | None] | None = None
    texts: tuple[RawInput | InputError, ...] | None = None
    first: bool = True
    last: bool = True


Portion = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a part: reports and refusals in order, and how many lines it had if it was of lines."""

    items: tuple[Report | InputError, ...]
    lines: int = 0


@dataclass(frozen=True, slots=True)
class Finished:
    """A file that was read to its end: how many texts it held, refused ones too, and how many of these."""

    chosen: Chosen
    texts: int
    refused: int


class Engine(Protocol):
    """Reads and extracts files somewhere; what it found comes in the order of the files."""

    def read(
        self, chosen: Iterable[Chosen], settings: ReadSettings
    ) -> Iterator[Report | InputError | Finished]: ...


def cut_inputs(chosen: Iterable[Chosen], max_size: int) -> Iterator[Portion]:
    """Cut files into portions, in their order; no more is looked at than is asked for.

    What only this machine can read is read here and handed over: standard input, packed JSON lines (they
    cannot be entered in the middle), and whatever is no file, for the reason to be told.
    """
    parts = (part for one in chosen for part in _cut_file(one, max_size))
    yield from cut_portions(parts, lambda part: part.size)


def cut_portions(items: Iterable[Item], size_of: Callable[[Item], int]) -> Iterator[tuple[Item, ...]]:
    """Cut a stream into runs of at most `PORTION` items and `STRETCH` of what they measure."""
    portion: list[Item] = []
    size = 0
    for item in items:
        more = size_of(item)
        if portion and size + more > STRETCH:
            yield tuple(portion)
            portion, size = [], 0
        portion.append(item)
        size += more
        if len(portion) >= PORTION:
            yield tuple(portion)
            portion, size = [], 0
    if portion:
        yield tuple(portion)


def _cut_file(one: Chosen, max_size: int) -> Iterator[Part]:
    size = None if one.path == "-" else one.state[2] if one.state else file_size(one.path)
    lines = one.path.lower().endswith(JSON_SUFFIXES)
    try:
        if size is None or (lines and is_packed(one.path)):
            yield from _hand_over(one, max_size)
            return
    except OSError:
        yield from _hand_over(one, max_size)
        return
    place = one.path if is_remote(one.path) else os.path.abspath(one.path)  # noqa: PTH100 - no link resolved
    if not lines or size <= STRETCH:
        yield Part(one, place, size)
        return
    for start in range(0, size, STRETCH):
        last = start + STRETCH >= size
        end = None if last else start + STRETCH
        yield Part(one, place, STRETCH, stretch=(start, end), first=not start, last=last)


def _hand_over(one: Chosen, max_size: int) -> Iterator[Part]:
    """Read a file here, and give its texts in parts of at most so many bytes; the last one ends the file."""
    texts: list[RawInput | InputError] = []
    size, first = 0, True
    for text in load_inputs(one.path, max_size):
        more = len(text.data) if isinstance(text, RawInput) else 0
        if texts and (size + more > STRETCH or len(texts) >= PORTION):
            yield Part(one, one.path, size, texts=tuple(texts), first=first, last=False)
            texts, size, first = [], 0, False
        texts.append(text)
        size += more
    yield Part(one, one.path, size, texts=tuple(texts), first=first)


def read_portion(portion: Portion, settings: ReadSettings) -> list[Outcome]:
    """Read and extract a portion, on whatever machine this is.

    Raises:
        EngineError: the rules of this machine are others than those asked for.
    """
    if settings.rules is not None and settings.rules != digest_rules():
        raise EngineError(
            "The workers have another casetrack than this machine, and would read otherwise: install the "
            "same one on all."
        )
    return [_read_part(part, settings) for part in portion]


def _read_part(part: Part, settings: ReadSettings) -> Outcome:
    stretch = LineStretch(*part.stretch) if part.stretch else None
    texts: Iterable[RawInput | InputError]
    if part.texts is not None:
        texts = part.texts
    else:
        texts = load_inputs(part.chosen.path, settings.max_size, part.place, stretch)
    items = tuple(_read_text(text, settings) for text in texts)
    return Outcome(items, stretch.lines if stretch else 0)


def _read_text(text: RawInput | InputError, settings: ReadSettings) -> Report | InputError:
    if isinstance(text, InputError):
        return text
    try:
        article = read_article(text, settings.default_date)
        return extract_report(name_source(article, settings.default_source))
    except InputError as error:
        return error
    except Exception as error:
        return blame_input(text.path, error)


def name_source(article: Article, source: str | None) -> Article:
    """Name the outlet of an article that names none."""
    return replace(article, source=source) if source and article.source is None else article


def join_outcomes(found: Iterable[tuple[Part, Outcome]]) -> Iterator[Report | InputError | Finished]:
    """Put what came of parts together, file by file; lines are counted through from stretch to stretch.

    Raises:
        EngineError: the very first file is here, but not where the workers look.
    """
    lines = texts = refused = 0
    far = failed = False  # something was read elsewhere; this file is named as refused already
    for part, outcome in found:
        if part.first:
            lines = texts = refused = 0
            failed = False
        for item in outcome.items:
            whole = isinstance(item, InputError) and item.path == printable(part.chosen.path)
            if whole and failed:
                continue
            if isinstance(item, InputError) and whole:
                failed = True
                _see_it_shared(part, item, far)
            texts += 1
            refused += isinstance(item, InputError)
            yield _count_on(item, lines) if part.stretch and not whole else item
        far |= part.texts is None
        lines += outcome.lines
        if part.last:
            yield Finished(part.chosen, texts, refused)


def _see_it_shared(part: Part, error: InputError, far: bool) -> None:
    missing = part.texts is None and error.reason == NOT_THERE
    if missing and not far and not is_remote(part.place) and Path(part.place).exists():
        raise EngineError(
            f"{part.place} is on this machine, but not where the workers run: put the articles on storage "
            "that all share, under the same path, or read them without --scheduler."
        )


def _count_on(item: Report | InputError, lines: int) -> Report | InputError:
    """Give a line the number that it has in the whole file."""
    if isinstance(item, InputError):
        return InputError(_count_path(item.path, lines), item.reason)
    return replace(item, article=replace(item.article, path=_count_path(item.article.path, lines)))


def _count_path(path: str, lines: int) -> str:
    name, _, number = path.rpartition("#")
    return f"{name}#{int(number) + lines}"


@cache
def digest_rules() -> str:
    """Give a digest of the rules by which this casetrack reads: the same on two machines that read alike."""
    from importlib.metadata import version

    digest = hashlib.sha256("".join(map(version, ("nupunkt", "charset-normalizer"))).encode())
    for name in RULES:
        for path, data in sorted(_list_files(files("casetrack").joinpath(name), name)):
            digest.update(f"\0{path}\0".encode() + data.replace(b"\r\n", b"\n"))
    return digest.hexdigest()


def _list_files(item: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    if item.is_file():
        if path.endswith((".py", ".toml")):
            yield path, item.read_bytes()
        return
    for inner in item.iterdir():
        yield from _list_files(inner, f"{path}/{inner.name}")
