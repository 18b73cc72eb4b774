"""What a decision or a rebuild changed, a line each, for a reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from casetrack.decisions.rows import Change, DecisionRow, ReviewItem
from casetrack.render.phrases import count
from casetrack.render.text import clean_line, spell


def say_changes(changes: Sequence[Change]) -> Iterator[str]:
    """Say what changed; articles that move together from one case to another are counted in one line."""
    moved: dict[tuple[str | None, str | None], list[Change]] = {}
    others = []
    for change in changes:
        if change.what == "moved":
            moved.setdefault((change.before, change.after), []).append(change)
        else:
            others.append(change)
    for (before, after), articles in moved.items():
        names = [article.caption.rpartition("/")[2] for article in articles]
        which = names[0] if len(names) == 1 else f"{names[0]} and {count(len(names) - 1, 'other article')}"
        yield clean_line(f"{before} -> {after}: {which}")
    yield from (clean_line(_say_change(change)) for change in others)


def _say_change(change: Change) -> str:
    case = f"case {change.case_id} ({change.caption})"
    if change.kind in ("article", "decision"):
        return f"{change.kind} {change.id} ({change.caption}): {change.what}"
    if change.kind in ("name", "link"):
        return f"{case}: {'no longer ' if change.what == 'gone' else ''}{_say_tie(change)}"
    fact = "" if change.kind == "case" else f"{change.kind}{f' {change.id}' if change.id else ''} of "
    if change.field is not None:
        values = f"{change.before or 'nothing'} -> {change.after or 'nothing'}"
        return f"{fact}{case}: {spell(change.field)} {values}"
    into = " into" if change.what == "merged" else ":" if fact else ""
    told = change.after or change.before
    return f"{fact}{case}: {change.what}{into}{f' {told}' if told else ''}"


def _say_tie(change: Change) -> str:
    value = change.after or change.before or ""
    if change.kind == "name":
        return f"also known as {value}"
    kind, _, other = value.partition(" ")
    return f"{LINK_WORDS.get(kind, kind)} {other}"


LINK_WORDS = {"appeal_of": "an appeal of", "related": "related to", "companion": "a companion of"}


def say_lost(decisions: Iterable[DecisionRow]) -> Iterator[str]:
    """Say which decisions have no effect, and why."""
    for row in decisions:
        if row.lost:
            yield clean_line(f"Decision {row.id} ({row.action}: {row.about}) has no effect now: {row.lost}.")


def say_item(item: ReviewItem) -> str:
    """Say what is in doubt, in a line."""
    told = f"{item.id}  {item.doubt}: case {item.case_id} ({item.caption}): {item.about}"
    return clean_line(f"{told} [{'; '.join(item.reasons)}]" if item.reasons else told)
