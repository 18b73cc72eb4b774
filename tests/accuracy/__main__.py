"""Print how right the reading is: `python -m tests.accuracy [SET ...] [--errors] [--update]`.

The change is against the last committed figures (tests/accuracy/baseline.json); `--update` writes
those of this run there and into docs/accuracy.md. Ends with 1 when a figure has fallen, unless it
updates. Sets that are not on this machine are left out.
"""

from __future__ import annotations

import argparse
import sys

from .baseline import PATH, Standing, find_changes, find_falls, format_baseline, read_baseline, standing_of
from .page import write_page
from .scoring import Score
from .sets import SETS, score_set
from .tables import band_lines, change_lines, error_lines, table_lines


def main() -> int:
    options = _parse()
    before = read_baseline()
    scores = {
        articles.name: score_set(articles)
        for articles in SETS
        if articles.is_here and articles.name in options.sets
    }
    for name, score in scores.items():
        _print_set(name, score, before.get(name), options.errors)
    now = {name: standing_of(score) for name, score in scores.items()}
    print(*band_lines(now), sep="\n")
    if options.update:
        kept = {s.name: (before | now)[s.name] for s in SETS if s.name in before | now}
        PATH.write_text(format_baseline(kept), encoding="utf-8")
        write_page(kept)
        return 0
    return _tell_falls(before, now)


def _parse() -> argparse.Namespace:
    names = [articles.name for articles in SETS]
    parser = argparse.ArgumentParser(prog="python -m tests.accuracy", description=__doc__)
    parser.add_argument("sets", nargs="*", metavar="SET", help=f"{', '.join(names)}; all when none is named")
    parser.add_argument("--errors", action="store_true", help="print every error, article by article")
    parser.add_argument("--update", action="store_true", help="write this run's figures as the baseline")
    options = parser.parse_args()
    unknown = set(options.sets) - set(names)
    if unknown:
        parser.error(f"no set {', '.join(sorted(unknown))}; there are {', '.join(names)}")
    options.sets = options.sets or names
    return options


def _print_set(name: str, score: Score, before: Standing | None, errors: bool) -> None:
    now = standing_of(score)
    if errors:
        print(*error_lines(score.verdicts, score.notes), sep="\n", end="\n\n")
    print(*table_lines(name, now, before), sep="\n")
    if before is not None:
        print(*change_lines(name, find_changes(before, now)), sep="\n")
    print()


def _tell_falls(before: dict[str, Standing], now: dict[str, Standing]) -> int:
    falls = [
        f"{name}: {fall}"
        for name, standing in now.items()
        if name in before
        for fall in find_falls(before[name], standing)
    ]
    if falls:
        print("\nFallen (give the reason, then `make accuracy-update`):", file=sys.stderr)
        print(*(f"  {fall}" for fall in falls), sep="\n", file=sys.stderr)
    return 1 if falls else 0


if __name__ == "__main__":
    sys.exit(main())
