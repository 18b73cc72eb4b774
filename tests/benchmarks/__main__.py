"""Run the benchmarks and print their table: `python -m tests.benchmarks [--only WORD] [--json FILE]`.

Everything is a ratio of two things measured side by side in this run. `--scale` is the number of
articles the large store holds; `--markdown FILE` writes the table with the machine named.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import asdict
from pathlib import Path

from tests.benchmarks import reading, storing
from tests.benchmarks import scale as at_scale
from tests.benchmarks.timing import Row

SPACY_HOME = reading.ROOT / ".bench" / "spacy"


def main() -> int:
    options = _parse()
    rows: list[Row] = []
    with _home(options.home) as home:
        for title, measure in _plan(home, options.scale).items():
            if options.only and options.only not in title:
                continue
            for row in _as_rows(measure()):
                rows.append(row)
                print(_line(row), flush=True)
    if options.json:
        options.json.write_text(json.dumps([asdict(row) for row in rows], indent=1) + "\n")
    if options.markdown:
        options.markdown.write_text(_page(rows, options.scale))
    return 0


def _home(named: Path | None) -> AbstractContextManager[Path]:
    """Give the folder to work in: the one named, made if need be, else one that goes when all is done."""
    if named is None:
        return _passing_folder()
    named.mkdir(parents=True, exist_ok=True)
    return nullcontext(named)


@contextmanager
def _passing_folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", help="measure only what has this word in its name")
    parser.add_argument("--scale", type=int, default=100_000, help="articles in the large store")
    parser.add_argument("--home", type=Path, help="work in this folder; a store filled there is used again")
    parser.add_argument("--json", type=Path, help="write the rows here")
    parser.add_argument("--markdown", type=Path, help="write the page here")
    return parser.parse_args()


def _plan(home: Path, scale: int) -> dict[str, Callable[[], Row | list[Row]]]:
    stores = at_scale.Stores(home, min(1000, scale), scale)
    return {
        "start": storing.measure_start,
        "floor": lambda: reading.measure_floor(3),
        "spacy": lambda: reading.measure_spacy(SPACY_HOME),
        "ingest": lambda: storing.measure_ingest(home, min(2000, scale)),
        "jobs": lambda: storing.measure_jobs(home, min(3000, scale)),
        "again": lambda: storing.measure_again(home, min(10_000, scale)),
        "memory": lambda: at_scale.measure_memory(stores),
        "scale": lambda: at_scale.measure_scale(stores),
    }


def _as_rows(found: Row | list[Row]) -> Iterable[Row]:
    return found if isinstance(found, list) else [found]


def _line(row: Row) -> str:
    ratio = "-" if row.ratio is None else f"{row.ratio:.2f}"
    verdict = {None: "not measured", True: "met", False: "NOT MET"}[row.met]
    return f"{row.name:34} {ratio:>8}  {row.sense} {row.bar:<5g} {verdict:12} {row.detail}"


def _page(rows: list[Row], scale: int) -> str:
    python = platform.python_version()
    machine = f"{platform.machine()}, {os.cpu_count()} cores, {platform.system()}, Python {python}"
    table = "\n".join(
        f"| {row.name} | {'-' if row.ratio is None else f'{row.ratio:.2f}'} | {row.sense} {row.bar:g} "
        f"| {'yes' if row.met else 'no'} | {row.detail} |"
        for row in rows
    )
    return (
        "# Speed\n\n"
        "Every figure is a ratio of two things measured side by side in one run of `make bench`; seconds on\n"
        f"a shared machine mean little. Printed on {machine}; the large store holds {scale:,} articles.\n\n"
        f"| what | measured | asked | met | figures |\n| --- | --- | --- | --- | --- |\n{table}\n"
    )


if __name__ == "__main__":
    sys.exit(main())
