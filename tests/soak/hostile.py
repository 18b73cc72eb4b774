"""Mutated, cut and random bytes through reading and extraction: nothing may raise or hang."""

from __future__ import annotations

import random
import time
from concurrent.futures import ProcessPoolExecutor
from os import cpu_count
from pathlib import Path

from casetrack.errors import InputError
from casetrack.extract import extract_report
from casetrack.read import read_article
from casetrack.sources import RawInput

ARTICLES = Path(__file__).resolve().parents[2] / "data" / "articles"
LONGEST = 1200
"""Bytes of one input: many short ones try more than a few long ones."""
SLOW = 2.0
"""Seconds that no input of this length may take, on however busy a machine."""
PIECES = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\x1b[31m", b"\xe2\x80\xae", b"\r\r\n", b"''''''''",
    b"((((((((", b"\xe2\x80\x9c" * 8, b"U.S. " * 9, b"v. v. v. ", b"99999999999999999999",
    b"May 32, 20177 ", b"Judge Judge ", b"denied denied the ", b", " * 20, b"A.B.C.D.E.F.", b"-" * 40,
    b"\xf0\x9f\x92\xa9", b"12/31/99/12/31", b"{" * 30,
)  # fmt: skip


def mutate(rng: random.Random, seeds: list[bytes]) -> bytes:
    """Make one input: a piece of an article with bytes changed, cut, doubled or put in."""
    source = rng.choice(seeds)
    start = rng.randrange(0, max(1, len(source) - 100))
    data = bytearray(source[start : start + rng.randint(1, LONGEST)])
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
    return bytes(data[: LONGEST * 2])


def read_hostile(times: int, seed: int) -> list[str]:
    """Read so many inputs, on every core; what raised or hung, with the seed that shows it again."""
    cores = cpu_count() or 1
    share = -(-times // cores)
    with ProcessPoolExecutor(cores) as pool:
        parts = pool.map(read_some, [share] * cores, [seed * 1000 + core for core in range(cores)])
        return [line for part in parts for line in part]


def read_some(times: int, seed: int) -> list[str]:
    """Read so many inputs in this process."""
    rng = random.Random(seed)
    seeds = [file.read_bytes() for file in sorted(ARTICLES.glob("*.txt"))]
    lost = []
    for number in range(times):
        data = mutate(rng, seeds)
        begun = time.perf_counter()
        try:
            report = extract_report(read_article(RawInput("hostile.txt", data, {})))
            text = report.article.text
            for case in report.cases:
                for fact in (*case.rulings, *case.hearings):
                    if text[fact.start : fact.end] != fact.quote:
                        lost.append(f"seed {seed}, number {number}: a sentence is not where it says")
        except InputError:
            pass
        except Exception as error:
            lost.append(f"seed {seed}, number {number}: {type(error).__name__}: {error}: {data[:80]!r}")
        if time.perf_counter() - begun > SLOW:
            lost.append(f"seed {seed}, number {number}: slow: {data[:80]!r}")
    return lost
