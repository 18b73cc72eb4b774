"""Make every fault in full and print what was tried and what was lost: `python -m tests.soak`."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.soak.faults import FAULTS, Bench, try_fault
from tests.soak.hostile import read_hostile


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--share", type=float, default=1.0, help="the part of the full count to make")
    parser.add_argument("--only", default="", help="only the faults with this word in their name")
    options = parser.parse_args()
    all_lost: list[str] = []
    print(f"{'fault':36} {'tried':>8} {'lost':>6} {'seconds':>8}")
    with tempfile.TemporaryDirectory() as name:
        bench = Bench.prepare(Path(name))
        for fault, (_, full, _) in FAULTS.items():
            if options.only not in fault:
                continue
            times, begun = max(1, round(full * options.share)), time.monotonic()
            lost = try_fault(bench, fault, times, options.seed)
            all_lost += lost
            print(f"{fault:36} {times:8,} {len(lost):6} {time.monotonic() - begun:8.0f}", flush=True)
    if options.only in "hostile text":
        times, begun = round(200_000 * options.share), time.monotonic()
        lost = read_hostile(times, options.seed)
        all_lost += lost
        print(f"{'hostile text':36} {times:8,} {len(lost):6} {time.monotonic() - begun:8.0f}")
    for line in all_lost[:20]:
        print(line, file=sys.stderr)
    return 1 if all_lost else 0


if __name__ == "__main__":
    sys.exit(main())
