"""The last committed figures, and what has been gained and lost against them.

`baseline.json` holds for each set the counts of every figure and, for each article, one line a fact:
kind, place, verdict, rule, value, date. No words of an article are in it, so it may speak of articles
that are not ours to print. A set that is not on this machine keeps the figures it had.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from .scoring import FIGURES, SHARES, VALUE_OF, Counts, Score, Share, Verdict

PATH = Path(__file__).with_name("baseline.json")
FORMAT = 1
RANK = {"missed": 0, "wrong": 1, "right": 2}
BANDS = (0.9, 0.8, 0.7, 0.5, 0.0)
"""The lower ends of the bands of confidence, the highest first."""
TOLERANCE = 0.0005
"""Figures are printed with three digits; less than half of the last one is no fall."""


class Line(NamedTuple):
    """One fact as the baseline keeps it; `at` is `512`, or `512.2` for the second one there."""

    stem: str
    kind: str
    at: str
    verdict: str
    rule: str
    value: str
    date: str

    def __str__(self) -> str:
        return " ".join(self[1:])

    @property
    def key(self) -> tuple[str, ...]:
        """What makes it the same fact from one run to the next."""
        if self.verdict == "invented":
            return (self.stem, self.kind, self.at, self.value)
        return (self.stem, self.kind, self.at)


@dataclass(slots=True)
class Standing:
    """The figures and facts of one set at one time."""

    figures: dict[str, Counts] = field(default_factory=dict)
    shares: dict[str, Share] = field(default_factory=dict)
    bands: dict[str, list[Share]] = field(default_factory=dict)
    facts: list[Line] = field(default_factory=list)


class Change(NamedTuple):
    """One fact that is judged otherwise than before; `gain` tells which way, `rule` whose doing."""

    gain: bool
    rule: str
    what: str
    line: Line


def standing_of(score: Score) -> Standing:
    """Give what the baseline keeps of a score."""
    return Standing(
        {name: score.counts(name) for name in FIGURES},
        {name: score.share(name) for name in SHARES},
        {kind: count_bands(kind, score.verdicts) for kind in VALUE_OF},
        list(_number(score.verdicts)),
    )


def count_bands(kind: str, verdicts: Sequence[Verdict]) -> list[Share]:
    """Give how many of the facts told with each band's confidence are right, the highest band first."""
    told = [v for v in verdicts if v.kind == kind and v.verdict in {"right", "wrong", "invented"}]
    found = [(v.verdict == "right", next(b for b in BANDS if (v.confidence or 0) >= b)) for v in told]
    return [Share(found.count((True, b)), sum(band == b for _, band in found)) for b in BANDS]


def _number(verdicts: Sequence[Verdict]) -> Iterator[Line]:
    """Give the facts by article and place; those that share a place are told apart by a number."""
    seen: Counter[tuple[str, ...]] = Counter()
    for v in sorted(verdicts, key=lambda v: (v.stem, v.kind, v.at, v.verdict == "invented")):
        if v.verdict == "optional":
            continue
        line = Line(v.stem, v.kind, str(v.at), v.verdict, v.rule or "-", v.value, v.date or "-")
        seen[line.key] += 1
        turn = seen[line.key]
        yield line._replace(at=f"{v.at}.{turn}") if turn > 1 else line


def read_baseline(path: Path = PATH) -> dict[str, Standing]:
    """Read the committed figures by set; nothing when there are none yet."""
    if not path.exists():
        return {}
    data = json.loads(path.read_text(encoding="utf-8"))
    if data["format"] != FORMAT:
        raise ValueError(f"{path} has format {data['format']}, not {FORMAT}; make it anew")
    return {name: _parse(kept) for name, kept in data["sets"].items()}


def _parse(kept: Mapping[str, Any]) -> Standing:
    lines = [Line(stem, *fact.split(" ")) for stem, facts in kept["facts"].items() for fact in facts]
    return Standing(
        {name: Counts(*counts) for name, counts in kept["figures"].items()},
        {name: Share(*counts) for name, counts in kept["shares"].items()},
        {kind: [Share(*counts) for counts in bands] for kind, bands in kept["bands"].items()},
        lines,
    )


def format_baseline(sets: Mapping[str, Standing]) -> str:
    """Give the text of the file: one fact a line, so that a difference can be read."""
    plain = {name: _plain(standing) for name, standing in sets.items()}
    text = json.dumps({"format": FORMAT, "sets": plain}, indent=1, ensure_ascii=False)
    return _unfold(text) + "\n"


def _unfold(text: str) -> str:
    """Bring the counts back to one line: `[48, 5, 14]`."""
    out: list[str] = []
    for line in text.split("\n"):
        bare = line.strip()
        if out and (bare.rstrip(",").isdigit() or (bare.startswith("]") and out[-1][-1].isdigit())):
            joint = " " if out[-1].endswith(",") else ""
            out[-1] += joint + bare
        else:
            out.append(line)
    return "\n".join(out)


def _plain(standing: Standing) -> dict[str, Any]:
    facts: dict[str, list[str]] = {}
    for line in standing.facts:
        facts.setdefault(line.stem, []).append(str(line))
    kept = {"figures": standing.figures, "shares": standing.shares, "bands": standing.bands}
    return {**kept, "facts": facts}


def find_changes(before: Standing, after: Standing) -> list[Change]:
    """Give every fact gained or lost, by rule."""
    old = {line.key: line for line in before.facts}
    new = {line.key: line for line in after.facts}
    changes = [*_lost_and_gained(old, new)]
    return sorted(changes, key=lambda change: (not change.gain, change.rule, change.line))


def _lost_and_gained(old: Mapping[Any, Line], new: Mapping[Any, Line]) -> Iterator[Change]:
    for key, line in new.items():
        was = old.get(key)
        if line.verdict == "invented":
            if was is None:
                yield Change(False, line.rule, "invented", line)
        elif was is not None and RANK[line.verdict] != RANK[was.verdict]:
            yield _judged_otherwise(was, line)
    for key, line in old.items():
        if line.verdict == "invented" and key not in new:
            yield Change(True, line.rule, "no longer invented", line)


def _judged_otherwise(was: Line, now: Line) -> Change:
    gain = RANK[now.verdict] > RANK[was.verdict]
    line = was if now.verdict == "missed" else now
    what = {"right": "right", "wrong": "found, not right" if gain else "no longer right"}.get(
        now.verdict, "no longer found"
    )
    return Change(gain, line.rule, what, line)


def find_falls(before: Standing, after: Standing) -> list[str]:
    """Name each F1 and each share that is less than it was, with both."""
    pairs = [(name, before.figures[name].f1, after.figures[name].f1) for name in before.figures]
    pairs += [(name, before.shares[name].value, after.shares[name].value) for name in before.shares]
    return [f"{name} {was:.3f} -> {now:.3f}" for name, was, now in pairs if now < was - TOLERANCE]
