"""Patterns pumped: `python -m tests.soak.patterns` looks for one that a hostile line makes slow.

Every pattern that reading and extracting compile is given texts it almost matches: one made from the pattern
itself, a piece of it repeated over and over. What takes time with the cube of its length, or worse, hangs.
"""

from __future__ import annotations

import argparse
import random
import re
import signal
import string
import sys
import time
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

LENGTH = 1000
"""Characters of a pumped text: half as many as a sentence may have."""
SLOW = 0.25
"""Seconds; a pattern that takes time with its length alone needs a thousandth."""
ANYTHING = string.ascii_letters + string.digits + " .,-'’/:;&()\n$_“"
LETTERS = ("Q", "q", "Q ", "q ", "1", "Q.", "Q, ", " ", "a, ", "Q-", "Q’")
KINDS = {
    "DIGIT": str.isdigit,
    "SPACE": str.isspace,
    "WORD": lambda one: one.isalnum() or one == "_",
}


def collect_patterns() -> dict[tuple[str, int], str]:
    """Give each pattern with its flags, and the line that compiles it."""
    found: dict[tuple[str, int], str] = {}
    compile_as_ever = re.compile

    def note(pattern: Any, flags: int = 0) -> re.Pattern[Any]:
        made = compile_as_ever(pattern, flags)
        frame = sys._getframe(1)
        if isinstance(made.pattern, str) and "casetrack" in frame.f_code.co_filename:
            where = f"{frame.f_code.co_filename.rpartition('casetrack/')[2]}:{frame.f_lineno}"
            found.setdefault((made.pattern, made.flags & ~re.UNICODE), where)
        return made

    re.compile = note  # type: ignore[assignment]
    try:
        from tests.soak.hostile import articles, extract_report, read_article, RawInput  # noqa: I001

        for data in articles():
            extract_report(read_article(RawInput("a.txt", data, {})))
    finally:
        re.compile = compile_as_ever
    return found


def make_match(parsed: Any, rng: random.Random) -> str:
    """Make a text that a parsed pattern matches, but for what it asks of the text around."""
    return "".join(_make(operation, value, rng) for operation, value in parsed)


def _make(operation: Any, value: Any, rng: random.Random) -> str:
    if operation is ops.LITERAL:
        return chr(value)
    if operation in (ops.ANY, ops.NOT_LITERAL):
        return rng.choice("aQ1 ")
    if operation is ops.IN:
        return _choose(value, rng)
    if operation is ops.BRANCH:
        return make_match(rng.choice(value[1]), rng)
    if operation is ops.SUBPATTERN:
        return make_match(value[3], rng)
    if operation in (ops.MAX_REPEAT, ops.MIN_REPEAT):
        least, most, inner = value
        most = least + 3 if most is ops.MAXREPEAT else min(most, least + 3)
        return "".join(make_match(inner, rng) for _ in range(rng.randint(least, most)))
    return ""


def _choose(items: Any, rng: random.Random) -> str:
    other = items[0][0] is ops.NEGATE
    fits = [one for one in ANYTHING if any(_fits(one, *item) for item in items[other:]) != other]
    first = items[-1][1]
    return rng.choice(fits) if fits else chr(first if isinstance(first, int) else first[0])


def _fits(one: str, operation: Any, value: Any) -> bool:
    if operation is ops.LITERAL:
        return ord(one) == value
    if operation is ops.RANGE:
        return bool(value[0] <= ord(one) <= value[1])
    name = str(value).removeprefix("CATEGORY_")
    kind = KINDS[name.removeprefix("NOT_")]
    return bool(kind(one)) != name.startswith("NOT_")


def pump(pattern: re.Pattern[str], tries: int, rng: random.Random) -> tuple[float, str]:
    """Give the most seconds that a pumped text took, and that text in short."""
    parsed = parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE)
    worst = (0.0, "")
    for text in [*(made for _ in range(tries) if (made := make_match(parsed, rng))), *LETTERS]:
        for _ in range(tries):
            start = rng.randrange(len(text))
            piece = text[start : start + rng.choice((1, 1, 2, 3, 6, len(text)))]
            for tail in ("", " \x00", text[start + len(piece) :]):
                long = (text[:start] + piece * (LENGTH // len(piece)))[:LENGTH] + tail
                worst = max(worst, (_time(pattern, long), f"{text[:start][-40:]}|{piece}|{tail[:20]}"))
                if worst[0] > SLOW:
                    return worst
    return worst


def _time(pattern: re.Pattern[str], text: str) -> float:
    begun = time.process_time()
    signal.setitimer(signal.ITIMER_REAL, 4 * SLOW)
    try:
        pattern.search(text)
        pattern.match(text)
    except TimeoutError:
        pass
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return time.process_time() - begun


def _give_up(number: int, frame: object) -> None:
    raise TimeoutError


def main() -> int:
    options = argparse.ArgumentParser(description="Look for patterns that a hostile line makes slow.")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--tries", type=int, default=8, help="texts a pattern, and pieces a text")
    chosen = options.parse_args()
    signal.signal(signal.SIGALRM, _give_up)
    patterns = collect_patterns()
    for (text, flags), where in patterns.items():
        rng = random.Random(f"{chosen.seed}-{where}-{len(text)}")
        seconds, how = pump(re.compile(text, flags), chosen.tries, rng)
        if seconds > SLOW:
            print(f"{where}: {seconds:.1f} s for {how!r}", flush=True)
    print(f"{len(patterns)} patterns", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
