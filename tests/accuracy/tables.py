"""The figures as text: what `make accuracy` prints and docs/accuracy.md quotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from .baseline import BANDS, Change, Standing
from .scoring import Verdict


def table_lines(name: str, now: Standing, before: Standing | None = None) -> Iterator[str]:
    """Lay out the figures of a set; with those of before, the change where there is one."""
    yield f"{name:20}     P      R     F1     tp   fp   fn"
    for figure, counts in now.figures.items():
        was = before.figures.get(figure) if before else None
        change = _change(counts.f1, was.f1 if was else None)
        shares = f"{counts.precision:6.3f} {counts.recall:6.3f} {counts.f1:6.3f}"
        yield f"  {figure:18}{shares}   {counts.tp:4} {counts.fp:4} {counts.fn:4}{change}"
    for figure, share in now.shares.items():
        kept = before.shares.get(figure) if before else None
        change = _change(share.value, kept.value if kept else None)
        said = f"{share.value:.3f}" if share.total else "    -"
        yield f"  {figure:18} {said}   {share.right}/{share.total} right{change}"


def _change(now: float, was: float | None) -> str:
    if was is None or abs(now - was) < 0.0005:
        return ""
    return f"   {now - was:+.3f}"


def change_lines(name: str, changes: Sequence[Change]) -> Iterator[str]:
    """Lay out what was gained and lost: the sums by rule, then fact by fact."""
    if not changes:
        return
    for word, gain in (("gained", True), ("lost", False)):
        some = [change for change in changes if change.gain is gain]
        if some:
            yield f"{name}, {word}: {_sums(some)}"
            for change in some:
                line = change.line
                where = f"{line.stem} {line.kind} at {line.at}"
                yield f"  {change.rule}: {change.what}: {line.value} {line.date} | {where}"


def _sums(changes: Iterable[Change]) -> str:
    rules = [change.rule for change in changes]
    return ", ".join(f"{rules.count(rule)} {rule}" for rule in dict.fromkeys(rules))


def band_lines(sets: Mapping[str, Standing]) -> Iterator[str]:
    """Lay out what confidence is worth: how many of the facts told with so much of it are right."""
    yield f"{'set':12}{'kind':10}{'confidence':14}facts  right  share"
    for name, standing in sets.items():
        for kind, shares in standing.bands.items():
            for low, high, share in zip(BANDS, (1.0, *BANDS), shares, strict=False):
                if share.total:
                    label = f"{name:12}{kind:10}{low:.1f} to {high:.1f}"
                    yield f"{label:36}{share.total:5} {share.right:6} {share.value:6.2f}"


def error_lines(verdicts: Sequence[Verdict], notes: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Lay out every error, article by article."""
    by_stem: dict[str, list[str]] = {}
    for stem, note in notes:
        by_stem.setdefault(stem, []).append(note)
    for v in verdicts:
        if v.verdict not in {"right", "optional"}:
            said = f"{v.kind} {v.verdict} {v.value} {v.date} ({v.rule or '-'}): {v.note}"
            by_stem.setdefault(v.stem, []).append(said)
    for stem, lines in by_stem.items():
        yield stem
        yield from (f"  {line}" for line in lines)
