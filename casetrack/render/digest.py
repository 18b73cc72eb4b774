"""What is new, part by part: text for a terminal or a mail, markdown, a page, or one object for programs.

A part is a title with lines; every format writes the same parts. Nothing new is nothing written. Another
kind of news is one more part in `list_parts`, and counts in `Digest.is_empty`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import TYPE_CHECKING, TextIO

from casetrack.render.console import make_console, print_trimmed
from casetrack.render.html import link_html, say_html, write_page
from casetrack.render.json import dump_json
from casetrack.render.markdown import escape_markdown, link_markdown
from casetrack.render.marks import choose_glyphs
from casetrack.render.phrases import (
    cite_fact,
    count,
    hearing_style,
    name_decider,
    quote_briefly,
    ruling_style,
    say_type,
)
from casetrack.render.text import clean_line, spell
from casetrack.store.day_rows import SECTIONS, Digest, DigestEntry
from casetrack.store.rows import CaseRow, HearingRow, RulingRow, SourceRow

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

TITLES = {
    "cases": "New cases",
    "rulings": "Rulings",
    "set": "Hearings set",
    "moved": "Hearings moved",
    "cancelled": "Hearings cancelled or postponed",
    "held": "Hearings held",
    "due": "Follow-ups due",
    "withdrawn": "No longer on the docket",
}
NOUNS = {
    "cases": "new case",
    "rulings": "ruling",
    "set": "hearing set",
    "moved": "hearing moved",
    "cancelled": "hearing called off",
    "held": "hearing held",
    "due": "follow-up due",
    "withdrawn": "fact withdrawn",
}
MAX_WIDTH = 110
DAY_WIDTH = 10
WORD_WIDTH = 22


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is new. `sign` is the name of a glyph, `details` are small print, `url` the article."""

    day: str
    sign: str
    word: str
    style: str
    caption: str
    about: str
    details: tuple[str, ...]
    url: str | None
    followed: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A title with what stands below it."""

    title: str
    lines: tuple[Line, ...]


def write_digest(digest: Digest, title: str, form: str, stream: TextIO) -> None:
    """Write what is new as text, markdown, html or json; nothing when nothing is.

    Args:
        title: says what the digest is of, as "What is new since Monday 6 May 2024".
    """
    if digest.is_empty:
        return
    if form == "json":
        stream.write(dump_json(digest, indent=2) + "\n")
        return
    parts = list_parts(digest)
    write = {"markdown": _write_markdown, "html": _write_html}.get(form, _write_text)
    write(parts, title, say_counts(digest), stream)


def list_parts(digest: Digest) -> list[Part]:
    """List the parts that have something to tell, in the order of SECTIONS."""
    by_section: dict[str, list[DigestEntry]] = {name: [] for name in SECTIONS}
    for entry in digest.entries:
        by_section[entry.section].append(entry)
    return [Part(TITLES[name], tuple(map(_make_line, told))) for name, told in by_section.items() if told]


def say_counts(digest: Digest) -> str:
    """Say how much is new: `1 new case, 2 rulings, 1 hearing moved`."""
    counts = {name: sum(entry.section == name for entry in digest.entries) for name in SECTIONS}
    return ", ".join(_count(number, NOUNS[name]) for name, number in counts.items() if number)


def _count(number: int, noun: str) -> str:
    """Count `hearing moved` as `2 hearings moved`, `new case` as `2 new cases`."""
    if noun.startswith("new "):
        return count(number, noun)
    first, blank, rest = noun.partition(" ")
    return count(number, first) + blank + rest


def _make_line(entry: DigestEntry) -> Line:
    fact = entry.fact
    if entry.section == "due" and isinstance(fact, HearingRow):
        told = _due_line(entry, fact)
    elif isinstance(fact, RulingRow):
        told = _ruling_line(entry, fact)
    elif isinstance(fact, HearingRow):
        told = _hearing_line(entry, fact)
    elif entry.case:
        told = _case_line(entry.case)
    else:
        told = _gone_line(entry)
    day, sign, word, style, about, details = told
    url = next((source.url for source in fact.sources if source.url), None) if fact else None
    small = (*filter(None, details), *(f"note: {note}" for note in entry.notes))
    return Line(day, sign, word, style, entry.caption, about, small, url, entry.followed)


Told = tuple[str, str, str, str, str, tuple[str, ...]]


def _case_line(case: CaseRow) -> Told:
    judges = ", ".join(case.judges)
    known = (case.court or "", f"before {judges}" if judges else "", f"case {case.id}, {case.slug}")
    return case.first_reported or "", "", spell(case.kind), "bold", "", known


def _ruling_line(entry: DigestEntry, ruling: RulingRow) -> Told:
    before = entry.before or {}
    was = [spell(str(before[name])) for name in ("disposition", "date") if before.get(name)]
    changed = f"reported before as {' on '.join(was)}" if entry.what == "changed" and was else ""
    decider = name_decider(ruling)
    details = (
        f"by {decider}" if decider else "",
        changed,
        cite_fact(ruling),
        f"ruling {ruling.id}",
    )
    about = ruling.subject or quote_briefly(ruling.sources)
    return ruling.date or "", "ruling", spell(ruling.disposition), ruling_style(ruling), about, details


def _hearing_line(entry: DigestEntry, hearing: HearingRow) -> Told:
    before = entry.before or {}
    was = " ".join(str(before[name]) for name in ("date", "time") if before.get(name))
    moved = f"before: {was}" if entry.what == "moved" and was else ""
    when = " ".join(filter(None, (hearing.date, hearing.time)))
    word = say_type(hearing.type)
    if entry.section == "cancelled":
        word += f", {hearing.status}"
    place = ", ".join(filter(None, (hearing.location, hearing.court)))
    told = hearing.sources if entry.what == "new" else latest_first(hearing.sources)
    details = (moved, place, cite_fact(replace(hearing, sources=told)), f"hearing {hearing.id}")
    about = hearing.purpose if hearing.purpose and entry.what == "new" else quote_briefly(told)
    return when, hearing.status, word, hearing_style(hearing), about, details


def _due_line(entry: DigestEntry, hearing: HearingRow) -> Told:
    """Say how long nobody has told what came of a session, or anything of a case that waits for one."""
    days = count(entry.days or 0, "day")
    if entry.what == "silent":
        day = "" if hearing.date is None else f" on {hearing.date}"
        why = f"no article for {days}; waits for {say_type(hearing.type)}{day}"
    else:
        why = f"{days} ago; no article tells what came of it"
    details = (why, hearing.court or "", cite_fact(hearing), f"hearing {hearing.id}")
    word = "silent" if entry.what == "silent" else say_type(hearing.type)
    about = hearing.purpose or quote_briefly(hearing.sources)
    return hearing.date or "", hearing.status, word, hearing_style(hearing), about, details


def latest_first(sources: Sequence[SourceRow]) -> tuple[SourceRow, ...]:
    """Order sentences by the day they were printed, the last first: it tells what has changed."""
    ordered = sorted(sources, key=lambda source: (source.published or "", source.article_id), reverse=True)
    return tuple(ordered)


def _gone_line(entry: DigestEntry) -> Told:
    state = entry.before or {}
    word = spell(str(state.get("disposition") or state.get("type") or entry.kind))
    about = str(state.get("subject") or state.get("purpose") or "")
    why = "taken off by a decision" if entry.origin == "edit" else "told by no article now"
    return str(state.get("date") or ""), "", word, "dim", about, (f"{entry.kind}, {why}",)


def _write_text(parts: Sequence[Part], title: str, counts: str, stream: TextIO) -> None:
    from rich.console import Group
    from rich.text import Text

    console = make_console(stream, MAX_WIDTH)
    shown: list[Text | Table] = [Text(title, style="bold"), Text(counts, style="dim")]
    for part in parts:
        shown += [Text(), Text(part.title, style="bold underline"), _build_part(part, console)]
    print_trimmed(console, Group(*shown))


def _build_part(part: Part, console: Console) -> Table:
    from rich.table import Table
    from rich.text import Text

    glyphs = choose_glyphs(console)
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(width=DAY_WIDTH)
    grid.add_column(width=min(WORD_WIDTH, console.width // 4))
    grid.add_column(overflow="fold")
    for line in part.lines:
        sign = f"{glyphs[line.sign]} " if line.sign else ""
        about = Text(clean_line(line.caption), style="bold")
        if line.followed:
            about.append(" (followed)", style="not bold cyan")
        if line.about:
            about.append("\n" + clean_line(line.about), style="not bold")
        if line.details:
            about.append("\n" + " · ".join(map(clean_line, line.details)), style="not bold dim")
        grid.add_row(Text(clean_line(line.day)), Text(sign + clean_line(line.word), style=line.style), about)
    return grid


def _write_markdown(parts: Sequence[Part], title: str, counts: str, stream: TextIO) -> None:
    stream.write(f"# {escape_markdown(title)}\n\n{escape_markdown(counts)}\n")
    for part in parts:
        stream.write(f"\n## {escape_markdown(part.title)}\n\n")
        stream.write("".join(map(_make_item, part.lines)))


def _make_item(line: Line) -> str:
    """Give a line as an item of a list, its parts on lines of their own."""
    head = ", ".join(filter(None, map(escape_markdown, (line.day, line.word))))
    caption = f"**{escape_markdown(line.caption)}**{' (followed)' if line.followed else ''}"
    details = link_markdown(" · ".join(map(escape_markdown, line.details)), line.url)
    parts = (f"{head}: {caption}", escape_markdown(line.about), details)
    return "- " + "\\\n  ".join(filter(None, parts)) + "\n"


def _write_html(parts: Sequence[Part], title: str, counts: str, stream: TextIO) -> None:
    body = [f"<h1>{say_html(title)}</h1>", f'<p class="dim">{say_html(counts)}</p>']
    for part in parts:
        rows = "\n".join(map(_make_row, part.lines))
        body.append(f"<h2>{say_html(part.title)}</h2>\n<table><tbody>\n{rows}\n</tbody></table>")
    write_page(title, "\n".join(body), stream)


def _make_row(line: Line) -> str:
    followed = ' <span class="dim">(followed)</span>' if line.followed else ""
    about = f"<strong>{say_html(line.caption)}</strong>{followed}"
    about += f"<br>{say_html(line.about)}" if line.about else ""
    details = link_html(" · ".join(map(say_html, line.details)), line.url)
    about += f'<br><span class="dim">{details}</span>' if details else ""
    day = escape(clean_line(line.day)).replace(" ", "<br>")
    return f"<tr><td>{day}</td><td>{say_html(line.word)}</td><td>{about}</td></tr>"
