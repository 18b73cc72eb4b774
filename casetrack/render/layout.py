"""How wide each column of a table becomes: plain arithmetic on the widths of its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

NARROWEST = 8


@dataclass(frozen=True, slots=True)
class Need:
    """What one column needs: `full` to say everything on one line, `least` to read well.

    A column whose `least` is its `full` never wraps willingly.
    """

    full: int
    least: int
    rank: int = 0


def lay_out(needs: Sequence[Need], width: int, gap: int) -> dict[int, int]:
    """Choose which columns to show, and how wide, by their place.

    Where room is short, columns that hold nothing (`full` of 0) go first, then those of the highest
    rank, the rightmost before the others. What is left over goes to the column that would wrap most.
    """
    shown = list(range(len(needs)))
    while _total([needs[place].least for place in shown], gap) > width:
        spare = [place for place in shown if needs[place].rank > 0]
        if not spare:
            break
        shown.remove(max(spare, key=lambda place: (needs[place].full == 0, needs[place].rank, place)))
    widths = {place: needs[place].least for place in shown}
    for _ in range(width - _total(list(widths.values()), gap)):
        cramped = [place for place in shown if widths[place] < needs[place].full]
        if not cramped:
            break
        widths[max(cramped, key=lambda place: needs[place].full / widths[place])] += 1
    return _squeeze(widths, needs, width, gap)


def _total(widths: Sequence[int], gap: int) -> int:
    return sum(widths) + gap * (len(widths) - 1)


def _squeeze(widths: dict[int, int], needs: Sequence[Need], width: int, gap: int) -> dict[int, int]:
    """Take cells away where even the least is too much: from what wraps, at last from anything."""
    while _total(list(widths.values()), gap) > width and max(widths.values()) > 1:
        wrapping = [
            place for place in widths if widths[place] > NARROWEST and needs[place].least < needs[place].full
        ]
        widths[max(wrapping or widths, key=lambda place: widths[place])] -= 1
    return widths
