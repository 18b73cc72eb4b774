"""Why two cases are one or two, as a table of evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from casetrack.render.console import make_console, print_trimmed
from casetrack.render.text import clean_line, spell
from casetrack.store.rows import Why, WhyLink, WhyPair

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

LINKED = {
    "appeal_of": "an appeal of",
    "appealed_in": "appealed in",
    "companion": "a companion of",
    "related": "related to",
}


def write_why(why: Why, stream: TextIO) -> None:
    """Write the decision in a sentence, then each pair of articles with its evidence and the sum."""
    from rich.text import Text

    console = make_console(stream)
    print_trimmed(console, Text(say_verdict(why), style="bold"))
    if not why.pairs:
        print_trimmed(console, Text("It has one article; nothing was compared."))
    for pair in why.pairs:
        scale = f"of {why.join_at:.1f} to join, {why.review_at:.1f} to be reviewed"
        _print_pair(console, pair, scale)
    for link in why.links:
        print_trimmed(console, Text("\n" + say_link(why, link), style="bold"))
        if link.pair is not None:
            _print_pair(console, link.pair, f"of {why.tie_at:.1f} to be linked")


def _print_pair(console: Console, pair: WhyPair, scale: str) -> None:
    from rich.text import Text

    for line in ("", _name(pair.path, pair.published), _name(pair.other_path, pair.other_published)):
        print_trimmed(console, Text(line))
    print_trimmed(console, _build_table(pair, scale))


def say_link(why: Why, link: WhyLink) -> str:
    """Say in a sentence how two cases hang together, and who says so."""
    who = "Linked by a person" if link.pair is None else "Linked"
    return f"{who}: case {why.case.id} is {LINKED[link.kind]} case {why.other.id}."


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


def _build_table(pair: WhyPair, scale: str) -> Table:
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
        table.add_row(
            Text(f"{pair.score:.1f}", style="bold"), Text(spell(pair.verdict), style="bold"), Text(scale)
        )
    return table
