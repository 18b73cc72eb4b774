"""Mutated, cut and random input for all that takes input: nothing may raise, hang or swell.

Bytes go through the files that hold them (text, gzip, JSON lines), reading and the whole of extraction;
what a person types goes through the search box, the names of cases, days, sizes and decision files.
"""

from __future__ import annotations

import contextlib
import gc
import gzip
import json
import os
import random
import string
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import cache
from multiprocessing import get_context
from pathlib import Path

import typer

from casetrack.cli.checks import check_date, read_size, read_spell
from casetrack.cli.days import read_days
from casetrack.cli.deciding import read_target, split_fields
from casetrack.decisions.text import read_decisions
from casetrack.errors import CasetrackError, InputError
from casetrack.extract import extract_report
from casetrack.ingest import IngestOptions, ingest_paths
from casetrack.read import read_article
from casetrack.sources import RawInput, load_inputs
from casetrack.store import Store, open_store
from casetrack.store.query import find_case, list_rulings, search_articles
from casetrack.store.rows import Filters
from casetrack.store.search import quote_query

ARTICLES = Path(__file__).resolve().parents[2] / "data" / "articles"
LONGEST = 1200
"""Bytes of one input: many short ones try more than a few long ones."""
SLOW = 5.0
"""Seconds that no input of this length may take, on however busy a machine."""
LARGE = 1_000_000
TIMES_AS_MUCH = 20
SIZES = (20_000, 100_000, 400_000, LARGE, LARGE)
AT_LEAST = 16 << 20
"""So many bytes any file may take, however small."""
"""Memory that a file may take, as a multiple of its size."""
MAX_SIZE = 1 << 20
PIECES = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\x1b[31m", b"\xe2\x80\xae", b"\r\r\n", b"''''''''",
    b"((((((((", b"\xe2\x80\x9c" * 8, b"U.S. " * 9, b"v. v. v. ", b"99999999999999999999",
    b"May 32, 20177 ", b"Judge Judge ", b"denied denied the ", b", " * 20, b"A.B.C.D.E.F.", b"-" * 40,
    b"\xf0\x9f\x92\xa9", b"12/31/99/12/31", b"{" * 30, b"\x1f\x8b\x08", b'{"text": "', b"\\ud800",
    b"Title: ", b"Date: 0000-00-00\n", b"[" * 30, b"\xe2\x80\xa8", b"\x85", b"Jan. 0", b"25:61 p.m. ",
)  # fmt: skip
TYPED = (
    '"', "'", "*", "^", "(", ")", "NEAR(", "AND", "OR", "NOT", "title:", "{", "}", "-", "+", ":", "\0",
    "“", "%", "_", "\\", ";", "--", "ruling:", "case:", "9" * 25, "=", "date=", "next", "week", "+30d",
    "2017-02-30", "today", "\ud800", "é", "\u0301", "U.S.", "O'Brien", "1:17-cr-00255", "judge", "[[",
)  # fmt: skip
KNOWN_REFUSALS = (CasetrackError, typer.BadParameter, ValueError)
"""What wrong input may end in; ValueError where it is said that it is raised."""


@dataclass(frozen=True, slots=True)
class Mill:
    """One way to take input: how often of a hundred, and the function that takes a number of it."""

    share: int
    take: Callable[[random.Random], object]


def mutate(rng: random.Random, seeds: list[bytes], longest: int = LONGEST) -> bytes:
    """Make one input: a piece of an article with bytes changed, cut, doubled or put in, or all random."""
    if rng.random() < 0.03:
        return rng.randbytes(rng.randint(0, longest))
    source = rng.choice(seeds)
    start = rng.randrange(0, max(1, len(source) - 100))
    data = bytearray(source[start : start + rng.randint(1, longest)])
    for _ in range(rng.randint(0, 12)):
        at, length = rng.randrange(0, len(data) + 1), rng.randint(1, 40)
        kind = rng.randrange(5)
        if kind == 0:
            data[at:at] = rng.choice(PIECES)
        elif kind == 1:
            del data[at : at + length]
        elif kind == 2:
            data[at:at] = data[at : at + length]
        elif kind == 3:
            data[at : at + 1] = bytes([rng.randrange(256)])
        else:
            other = rng.choice(seeds)
            begin = rng.randrange(0, max(1, len(other) - length))
            data[at:at] = other[begin : begin + length]
    return bytes(data[: longest * 2])


def type_words(rng: random.Random) -> str:
    """Make what a person, or a cat, may type."""
    parts = []
    for _ in range(rng.randint(0, 9)):
        kind = rng.randrange(4)
        if kind < 2:
            parts.append(rng.choice(TYPED))
        elif kind == 2:
            parts.append("".join(rng.choices(string.printable, k=rng.randint(1, 6))))
        else:
            parts.append(chr(rng.randrange(0x110000)))
    return rng.choice(("", " ")).join(parts)


@cache
def articles() -> list[bytes]:
    """Give the sample articles as bytes."""
    return [file.read_bytes() for file in sorted(ARTICLES.glob("*.txt"))]


@cache
def _folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="hostile-"))


@cache
def _store() -> Store:
    """Give a store with the sample articles, which nothing below writes."""
    path = _folder() / f"sample-{os.getpid()}.db"
    with open_store(path, create=True) as store:
        ingest_paths(store, [str(ARTICLES)], IngestOptions())
    return open_store(path, readonly=True)


def extract_bytes(rng: random.Random) -> object:
    """Read bytes as an article and extract it; its sentences stand where they say."""
    raw = RawInput("hostile.txt", mutate(rng, articles()), {})
    with contextlib.suppress(InputError):
        report = extract_report(read_article(raw))
        text = report.article.text
        for case in report.cases:
            for fact in (*case.rulings, *case.hearings):
                assert text[fact.start : fact.end] == fact.quote, "a sentence is not where it says"
        return report
    return None


def load_file(rng: random.Random) -> object:
    """Load a file of any kind with these bytes in it, packed or not, cut or not, and read what it holds."""
    suffix = rng.choice((".txt", ".jsonl", ".txt.gz", ".jsonl.gz", ".ndjson"))
    data = mutate(rng, articles())
    if "json" in suffix and rng.random() < 0.7:
        lines = [
            {
                "text": data.decode("latin-1"),
                "date": type_words(rng),
                "title": rng.choice((None, 3, ["a"], {})),
            }
            for _ in range(rng.randint(1, 3))
        ]
        data = "\n".join(map(json.dumps, lines)).encode()
    if suffix.endswith(".gz") and rng.random() < 0.8:
        data = gzip.compress(data, 1)
    packed = bytearray(data)
    if packed and rng.random() < 0.5:
        packed[rng.randrange(len(packed))] ^= 1 << rng.randrange(8)
    path = _folder() / f"{os.getpid()}{suffix}"
    path.write_bytes(packed[: rng.choice((len(packed), len(packed), rng.randint(0, len(packed) + 1)))])
    for raw in load_inputs(str(path), MAX_SIZE):
        if not isinstance(raw, InputError):
            with contextlib.suppress(InputError):
                read_article(raw)
    return None


def search(rng: random.Random) -> object:
    """Search for whatever was typed, as words and as an expression."""
    return search_articles(_store(), type_words(rng), rng.random() < 0.5, Filters(limit=3))


def ask(rng: random.Random) -> object:
    """Name a case, a judge, a party, a court, an outlet."""
    if rng.random() < 0.5:
        return find_case(_store(), type_words(rng))
    filters = Filters(judge=type_words(rng), court=type_words(rng), party=type_words(rng), limit=2)
    return list_rulings(_store(), filters)


def type_option(rng: random.Random) -> object:
    """Type days, dates, sizes, spells, facts and fields."""
    words = type_words(rng)
    read = rng.choice((check_date, read_size, read_spell, parse_days, _target, _fields))
    return read(words)


def parse_days(words: str) -> object:
    """Read days as an option does."""
    return read_days(words, date(2026, 1, 5), ahead=len(words) % 2 == 0)


def _target(words: str) -> object:
    return read_target(words.split())


def _fields(words: str) -> object:
    return split_fields(["guzman", *words.split(" ")])


def load_decisions(rng: random.Random) -> object:
    """Read a file of decisions that somebody has edited badly."""
    text = (
        'version = 1\n[[decision]]\nuid = "0123456789abcdef"\nmade_at = "2024-01-01T00:00:00+00:00"\n'
        'action = "merge"\ncase = ["0011:0:State v. Quill"]\nreason = "one"\n'
    )
    data = bytearray(text.encode())
    for _ in range(rng.randint(1, 5)):
        at = rng.randrange(len(data) + 1)
        data[at : at + rng.randrange(4)] = type_words(rng).encode("utf-8", "replace")[:20]
    return read_decisions(data.decode("utf-8", "replace"))


__all__ = ["KNOWN_REFUSALS", "RawInput", "extract_report", "mutate", "quote_query", "read_article"]

MILLS = {
    "bytes through reading and extraction": Mill(60, extract_bytes),
    "files: text, gzip, JSON lines": Mill(16, load_file),
    "the search box, words and --raw": Mill(10, search),
    "names of cases, judges, courts": Mill(4, ask),
    "days, dates, sizes, fields": Mill(8, type_option),
    "files of decisions": Mill(2, load_decisions),
}


def read_hostile(name: str, times: int, seed: int, cores: int = 1) -> list[str]:
    """Take so many inputs one way, on so many cores; what raised or hung, with what shows it again."""
    share = -(-times // cores)
    tasks = [(name, share, seed * 1000 + core) for core in range(cores)]
    if cores == 1:
        return read_some(tasks[0])
    with ProcessPoolExecutor(cores, get_context("fork")) as pool:
        return [line for part in pool.map(read_some, tasks) for line in part]


def read_some(task: tuple[str, int, int]) -> list[str]:
    """Take so many inputs one way, in this process."""
    name, times, seed = task
    take, lost = MILLS[name].take, []
    for number in range(times):
        rng = random.Random(f"{seed}-{number}")
        begun = time.process_time()
        try:
            take(rng)
        except KNOWN_REFUSALS as error:
            if isinstance(error, UnicodeError):
                lost.append(f"{name}, seed {seed}, number {number}: {error!r}")
        except Exception as error:
            lost.append(f"{name}, seed {seed}, number {number}: {error!r}")
        if time.process_time() - begun > SLOW:
            lost.append(f"{name}, seed {seed}, number {number}: slow")
    return lost


def swell(number: int, seed: int) -> str | None:
    """Take a large hostile file in a process of its own; what is wrong with the memory it took."""
    rng = random.Random(f"{seed}-large-{number}")
    unit = rng.choice((*PIECES, mutate(rng, articles(), 200), b"The judge denied it. ", b"a ", b"A\n", b"\n"))
    wrong = swell_with(rng.choice((b"", articles()[0])), unit, SIZES[number % len(SIZES)])
    return f"large, seed {seed}, number {number}: {wrong}" if wrong else None


def swell_with(begun: bytes, unit: bytes, size: int = LARGE) -> str | None:
    """Take a file that goes on with one thing over and over; what is wrong with the memory it took."""
    data = (begun + unit * (size // max(1, len(unit))))[:size]
    _warm_up()
    before, after = _peak(b"a small text."), _peak(data)
    if after < 0 or before < 0:
        return "it raised"
    grown = after - before
    return f"{grown / len(data):.0f} times" if grown > max(AT_LEAST, TIMES_AS_MUCH * len(data)) else None


@cache
def _warm_up() -> None:
    """Read ordinary articles, one as an old Macintosh wrote it, so that what a process loads once (rules,
    tables of encodings) is not taken for growth with a file."""
    old = articles()[0].decode().replace("'", "’").encode("mac_roman", "replace")
    for data in (*articles(), old):
        extract_report(read_article(RawInput("ordinary.txt", data, {})))


def _peak(data: bytes) -> int:
    """Give the bytes of memory that a process reached by reading and extracting these; -1 if it raised."""
    gc.collect()
    pid = os.fork()
    if pid == 0:
        code = 0
        try:
            with contextlib.suppress(InputError):
                extract_report(read_article(RawInput("large.txt", data, {})))
        except BaseException:
            code = 1
        os._exit(code)
    _, status, usage = os.wait4(pid, 0)
    return -1 if status else usage.ru_maxrss * 1024
