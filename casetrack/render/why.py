"""Why two cases are one or two, as a table of evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from casetrack.render.console import make_console, print_trimmed
from casetrack.render.text import clean_line
from casetrack.store.rows import Why, WhyPair

if TYPE_CHECKING:
    from rich.table import Table


def write_why(why: Why, stream: TextIO) -> None:
    """Write the decision in a sentence, then each pair of articles with its evidence and the sum."""
    from rich.text import Text

    console = make_console(stream)
    print_trimmed(console, Text(say_verdict(why), style="bold"))
    if not why.pairs:
        print_trimmed(console, Text("It has one article; nothing was compared."))
    for pair in why.pairs:
        for line in ("", _name(pair.path, pair.published), _name(pair.other_path, pair.other_published)):
            print_trimmed(console, Text(line))
        print_trimmed(console, _build_table(pair, why))


def say_verdict(why: Why) -> str:
    """Say in a sentence what was decided."""
    one = f"Case {why.case.id} ({why.case.caption})"
    if why.case.id == why.other.id:
        because = f": {why.reason}" if why.reason else ""
        return clean_line(f"{one} is one case{because}.")
    because = f": {why.reason}" if why.reason else ""
    return clean_line(f"{one} and case {why.other.id} ({why.other.caption}): {why.verdict}{because}.")


def _name(path: str, published: str | None) -> str:
    return clean_line(f"{published or 'undated':10}  {path}")


def _build_table(pair: WhyPair, why: Why) -> Table:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
    table.add_column(justify="right", no_wrap=True)
    table.add_column()
    table.add_column(overflow="fold")
    for part in pair.parts:
        table.add_row(Text(f"{part.weight:+.1f}"), Text(part.evidence), Text(clean_line(part.detail)))
    if pair.veto:
        table.add_row(Text("veto"), Text("apart"), Text(clean_line(pair.veto)))
    else:
        scale = f"of {why.join_at:.1f} to join, {why.review_at:.1f} to be reviewed"
        table.add_row(Text(f"{pair.score:.1f}", style="bold"), Text(pair.verdict, style="bold"), Text(scale))
    return table
