"""A case on a line of time: a row an event, its sign on a track that all rows share.

The track runs from the first day known to the last. What is known by month or year stands at its
beginning. No clock is read: the same docket gives the same picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, TextIO

from casetrack.render.console import UNLIMITED, make_console, print_trimmed
from casetrack.render.marks import choose_glyphs
from casetrack.render.phrases import count, hearing_style, quote_briefly, ruling_style, say_by_hand, say_type
from casetrack.render.picture import write_svg
from casetrack.render.text import clean_line, spell
from casetrack.store.rows import Docket, DocketEntry, HearingRow, RulingRow

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

MAX_WIDTH = 120
PIPE_WIDTH = 100
DAY_WIDTH = 10
GAP = 2
NARROWEST, WIDEST = 12, 48
YEARS_FROM, MONTHS_FROM = 500, 45
"""Days from which years, or months, are marked above the track; a shorter one shows its two ends."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Days on a track of `cells`: `place` gives the cell of a day."""

    first: date
    last: date
    cells: int

    def place(self, day: date) -> int:
        """Give the cell that a day lies in, from 0."""
        span = (self.last - self.first).days
        return round((day - self.first).days / span * (self.cells - 1)) if span else 0


def write_timeline(docket: Docket, form: str, stream: TextIO) -> None:
    """Write the case on its line of time, as text or as a picture."""
    if form == "svg":
        write_svg(lambda console: build_timeline(docket, console), docket.case.caption, stream)
        return
    console = make_console(stream, MAX_WIDTH)
    if console.width >= UNLIMITED:
        console.width = PIPE_WIDTH
    print_trimmed(console, build_timeline(docket, console))


def build_timeline(docket: Docket, console: Console) -> RenderableType:
    """Build the rows for a console: the track takes a third of its width, the words the rest."""
    from rich.console import Group
    from rich.text import Text

    case = docket.case
    parts: list[Text] = [Text(clean_line(case.caption), style="bold")]
    if case.court:
        parts.append(Text(clean_line(case.court)))
    dated = [(day, entry) for entry in docket.entries if (day := first_day(entry.date))]
    if dated:
        days = [day for day, _ in dated]
        scale = Scale(min(days), max(days), max(NARROWEST, min(WIDEST, console.width // 3)))
        parts += [Text(), *_build_axis(scale)]
        parts += list(_build_rows(dated, scale, console))
    undated = len(docket.entries) - len(dated)
    if undated or not docket.entries:
        parts += [
            Text(),
            Text(f"{count(undated, 'entry').replace('entrys', 'entries')} without a date", "dim"),
        ]
    return Group(*parts)


def first_day(said: str | None) -> date | None:
    """Give the day, or the first of the month or year that is known."""
    return date.fromisoformat(f"{said}-01-01"[:10]) if said else None


def list_ticks(scale: Scale) -> list[tuple[int, str]]:
    """List what is written above the track, cell and words; a label never touches the one before it."""
    ticks: list[tuple[int, str]] = []
    for day, label in _named_days(scale):
        cell = min(scale.place(day), scale.cells - len(label))
        if not ticks or cell > ticks[-1][0] + len(ticks[-1][1]):
            ticks.append((max(cell, 0), label))
    return ticks


def _named_days(scale: Scale) -> Iterable[tuple[date, str]]:
    span = (scale.last - scale.first).days
    if span >= YEARS_FROM:
        years = range(scale.first.year, scale.last.year + 1)
        return [(max(date(year, 1, 1), scale.first), str(year)) for year in years]
    if span >= MONTHS_FROM:
        days = [scale.first]
        while (month := (days[-1].replace(day=1) + timedelta(days=32)).replace(day=1)) <= scale.last:
            days.append(month)
        return [(day, f"{day:%Y-%m}") for day in days]
    return [(scale.first, f"{scale.first:%m-%d}"), (scale.last, f"{scale.last:%m-%d}")][: 1 + bool(span)]


def _build_axis(scale: Scale) -> list[Text]:
    from rich.text import Text

    ticks = list_ticks(scale)
    labels, line = [" "] * scale.cells, ["─"] * scale.cells
    for cell, label in ticks:
        labels[cell : cell + len(label)] = label
        line[cell] = "┬"
    indent = " " * (DAY_WIDTH + GAP)
    return [Text(indent + "".join(labels), style="dim"), Text(indent + "".join(line), style="dim")]


def _build_rows(dated: Sequence[tuple[date, DocketEntry]], scale: Scale, console: Console) -> Iterable[Text]:
    from rich.text import Text

    glyphs = choose_glyphs(console)
    shown: str | None = None
    for day, entry in dated:
        sign, style, said = say_entry(entry)
        row = Text(
            f"{entry.date if entry.date != shown else '':<{DAY_WIDTH + GAP}}",
            no_wrap=True,
            overflow="ellipsis",
        )
        cell = scale.place(day)
        row.append("·" * cell, style="dim").append(glyphs[sign], style=style)
        row.append(" " * (scale.cells - cell - 1 + GAP))
        row.append(said, style=style)
        row.append(_say_about(entry.fact))
        row.truncate(console.width, overflow="ellipsis")
        shown = entry.date
        yield row


def _say_about(fact: RulingRow | HearingRow) -> str:
    """Say what a fact is about, and first that a person entered or changed it: the end may be cut off."""
    about = fact.subject if isinstance(fact, RulingRow) else fact.purpose
    about = clean_line(about or quote_briefly(fact.sources))
    by_hand = clean_line(say_by_hand(fact))
    return (f" ({by_hand})" if by_hand else "") + (f": {about}" if about else "")


def say_entry(entry: DocketEntry) -> tuple[str, str, str]:
    """Give the sign, the style and the words of an entry."""
    fact = entry.fact
    if isinstance(fact, RulingRow):
        return "ruling", ruling_style(fact), spell(clean_line(fact.disposition))
    state = "" if fact.status == "held" else f", {clean_line(fact.status)}"
    return fact.status, hearing_style(fact), say_type(clean_line(fact.type)) + state
