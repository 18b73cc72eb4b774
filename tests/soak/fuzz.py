"""Hostile input found by coverage: `python -m tests.soak.fuzz`, where atheris is installed.

Atheris watches which branches an input takes and keeps those that take new ones, which random mutation does
not. It runs until it is stopped; `-runs=100000` and the other options of libFuzzer end it sooner.
"""

from __future__ import annotations

import contextlib
import random
import sys

from casetrack.cli.checks import check_date, read_size
from casetrack.decisions.text import read_decisions
from casetrack.errors import InputError
from tests.soak import hostile


def take(data: bytes) -> None:
    """Read these bytes as an article, as a search, as a day and as a file of decisions."""
    raw = hostile.RawInput("fuzz.txt", data, {})
    with contextlib.suppress(InputError):
        hostile.extract_report(hostile.read_article(raw))
    words = data[:200].decode("utf-8", "surrogateescape")
    for read in (check_date, read_size, hostile.quote_query, hostile.parse_days, read_decisions):
        with contextlib.suppress(*hostile.KNOWN_REFUSALS):
            read(words)


def main() -> None:
    try:
        import atheris
    except ImportError:
        sys.exit("atheris is not installed; `pip install atheris` where there is one for this Python")
    atheris.instrument_all()
    corpus = hostile.articles()
    if not any(argument.startswith("-runs") for argument in sys.argv):
        print(f"{len(corpus)} articles to begin with; Ctrl-C ends it", file=sys.stderr)

    def mutate(data: bytes, most: int, seed: int) -> bytes:
        rng = random.Random(seed)
        kept = atheris.Mutate(data, most) if rng.random() < 0.7 else hostile.mutate(rng, corpus)
        return bytes(kept[:most])

    atheris.Setup(sys.argv, take, custom_mutator=mutate)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
