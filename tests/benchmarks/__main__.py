"""Run the benchmarks and print their table: `python -m tests.benchmarks [--only WORD] [--json FILE]`.

Everything is a ratio of two things measured side by side in this run. `--scale` is the number of
articles the large store holds; `--markdown FILE` writes the whole table with the machine named, as it is
kept in docs/speed.md.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import asdict
from datetime import date
from pathlib import Path

from tests.benchmarks import reading, storing
from tests.benchmarks import scale as at_scale
from tests.benchmarks.news import count_cases
from tests.benchmarks.timing import Row

VERDICTS = {None: "not measured", True: "met", False: "NOT MET"}
SPACY_HOME = reading.ROOT / ".bench" / "spacy"


def main() -> int:
    options = _parse()
    if options.only and options.markdown:
        sys.exit("--markdown writes the whole page: leave out --only")
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
        # Early: what a process starts with counts to its own, and this one grows with what it has read.
        "memory": lambda: at_scale.measure_memory(stores),
        "floor": lambda: reading.measure_floor(3),
        "spacy": lambda: reading.measure_spacy(SPACY_HOME),
        "ingest": lambda: storing.measure_ingest(home, min(2000, scale)),
        "jobs": lambda: storing.measure_jobs(home, min(3000, scale)),
        "again": lambda: storing.measure_again(home, min(10_000, scale)),
        "scale": lambda: at_scale.measure_scale(stores),
    }


def _as_rows(found: Row | list[Row]) -> Iterable[Row]:
    return found if isinstance(found, list) else [found]


def _line(row: Row) -> str:
    ratio = "-" if row.ratio is None else f"{row.ratio:.2f}"
    return f"{row.name:34} {ratio:>8}  {row.sense} {row.bar:<5g} {VERDICTS[row.met]:12} {row.detail}"


def _page(rows: list[Row], scale: int) -> str:
    """Give the table, and the same as JSON, with the machine they were measured on."""
    table = "\n".join(
        f"| {row.name} | {'-' if row.ratio is None else f'{row.ratio:.2f}'} | {row.sense} {row.bar:g} "
        f"| {VERDICTS[row.met]} | {row.detail} |"
        for row in rows
    )
    record = {
        "machine": _machine(),
        "day": date.today().isoformat(),
        "articles": scale,
        "rows": [asdict(row) for row in rows],
    }
    return (
        "# Speed\n\n"
        "Every figure is a ratio of two things measured side by side in one run of `make bench`: seconds\n"
        "on a machine that others use too mean little. The articles are made up (tests/benchmarks/news.py),\n"
        "as long as those of a news site, two to a case, with the truth beside them.\n\n"
        f"Printed on {_machine()}, on {date.today():%d %B %Y}.\n"
        f"The large store holds {scale:,} articles about {count_cases(scale):,} cases.\n\n"
        f"| what | measured | asked | met | figures |\n| --- | --- | --- | --- | --- |\n{table}\n\n"
        f"The same as JSON:\n\n```json\n{json.dumps(record, indent=1)}\n```\n"
    )


def _machine() -> str:
    """Name the processor, how many cores of it there are, the system and the Python."""
    model = platform.processor() or platform.machine()
    known = Path("/proc/cpuinfo")
    if known.exists():
        names = re.findall(r"^model name\s*:\s*(.+)$", known.read_text(), re.MULTILINE)
        model = names[0] if names else model
    return f"{model}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"


if __name__ == "__main__":
    sys.exit(main())
