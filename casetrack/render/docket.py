"""The docket view: who is in a case, then what was ruled and heard on one line of time.

Hearings still ahead when the case was last reported stand apart from the record, undated entries
after both. No clock is read: the same docket looks the same tomorrow.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TextIO

from casetrack.render.console import make_console, print_trimmed
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
from casetrack.store.rows import (
    CaseRow,
    CounselRow,
    Docket,
    DocketEntry,
    HearingRow,
    LinkRow,
    PartyRow,
    RulingRow,
)

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.table import Table
    from rich.text import Text

MAX_WIDTH = 120
DAY_WIDTH = 10
WORD_WIDTH = 20
LINK_LABELS = {
    "appeal_of": "Appeal of",
    "appealed_in": "Appealed in",
    "perhaps_appeal_of": "Perhaps appeal of",
    "perhaps_appealed_in": "Perhaps appealed in",
    "companion": "Companion",
    "related": "Related to",
}
ROLE_ORDER = (
    "plaintiff",
    "appellant",
    "petitioner",
    "defendant",
    "appellee",
    "respondent",
    "intervenor",
    "amicus",
)


def write_docket(docket: Docket, stream: TextIO) -> None:
    """Write the docket for a reader."""
    console = make_console(stream, MAX_WIDTH)
    print_trimmed(console, build_docket(docket, console))


def build_docket(docket: Docket, console: Console) -> RenderableType:
    """Build the whole docket for a console."""
    from rich.console import Group
    from rich.text import Text

    parts: list[Text | Table] = [_build_heading(docket.case), Text(), _build_header(docket)]
    for title, entries in split_entries(docket):
        parts += [Text(), Text(title, style="bold underline"), _build_timeline(entries, docket.case, console)]
    return Group(*parts)


def split_entries(docket: Docket) -> Iterable[tuple[str, list[DocketEntry]]]:
    """Part the entries into the record, what lies ahead and what has no date; empty parts are left out."""
    reported = docket.case.last_reported
    ahead = [entry for entry in docket.entries if is_ahead(entry, reported)]
    dated = [entry for entry in docket.entries if entry.date and entry not in ahead]
    undated = [entry for entry in docket.entries if not entry.date]
    title = f"Ahead, as reported {reported}" if reported else "Ahead"
    sections = (("Record", dated), (title, ahead), ("Without a date", undated))
    return [(title, entries) for title, entries in sections if entries]


def is_ahead(entry: DocketEntry, reported: str | None) -> bool:
    """Tell whether a hearing was still to come when the case was last reported.

    A hearing known by month only is ahead through the whole of that month.
    """
    if not isinstance(entry.fact, HearingRow) or entry.fact.status != "scheduled" or not entry.date:
        return False
    return reported is None or entry.date >= reported[: len(entry.date)]


def _build_heading(case: CaseRow) -> Text:
    from rich.text import Text

    heading = Text(clean_line(case.caption) + "\n", style="bold")
    if case.court:
        heading.append(clean_line(case.court) + "\n", style="not bold")
    heading.append(f"{spell(case.kind)}, {spell(case.status)}", style="not bold")
    heading.append(f" · {say_reports(case)}", style="not bold dim")
    return heading


def say_reports(case: CaseRow) -> str:
    """Say when a case was reported and how often."""
    return f"{_say_span(case)}{count(case.articles, 'article')}"


def _say_span(case: CaseRow) -> str:
    first, last = case.first_reported, case.last_reported
    if not first or not last:
        return ""
    return f"reported {first} · " if first == last else f"reported {first} to {last} · "


def _build_header(docket: Docket) -> Table:
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for label, values in header_lines(docket):
        grid.add_row(Text(label), Text("\n".join(clean_line(value) for value in values)))
    return grid


def header_lines(docket: Docket) -> list[tuple[str, list[str]]]:
    """List what the header says, label and lines: judges, numbers, parties by role, counsel by side."""
    case = docket.case
    lines = [
        ("Case", [f"{case.id}, {case.slug}"]),
        (_pluralize("Judge", case.judges), [", ".join(case.judges)]),
        (_pluralize("Docket number", case.docket_numbers), [", ".join(case.docket_numbers)]),
        *_party_lines(docket.parties),
        ("Counsel", _counsel_lines(docket.counsel)),
        *_link_lines(docket.links),
        ("Also known as", [name for name in docket.names if name != case.caption]),
    ]
    return [(label, values) for label, values in lines if any(values)]


def _party_lines(parties: Sequence[PartyRow]) -> list[tuple[str, list[str]]]:
    by_role: dict[str, list[str]] = {}
    for party in parties:
        by_role.setdefault(party.role, []).append(party.name)
    known = [role for role in ROLE_ORDER if role in by_role]
    others = [role for role in by_role if role not in ROLE_ORDER]
    return [
        (_pluralize(spell(role).capitalize(), by_role[role]), by_role[role]) for role in (*known, *others)
    ]


def _link_lines(links: Sequence[LinkRow]) -> list[tuple[str, list[str]]]:
    return [
        (label, [_say_link(link) for link in links if link.kind == kind])
        for kind, label in LINK_LABELS.items()
    ]


def _say_link(link: LinkRow) -> str:
    by_hand = not link.evidence and not link.kind.startswith("perhaps")
    return f"{link.caption} ({link.id}, {link.slug})" + (", linked by a person" if by_hand else "")


def _counsel_lines(counsel: Sequence[CounselRow]) -> list[str]:
    by_side: dict[str, list[str]] = {}
    for lawyer in counsel:
        by_side.setdefault(lawyer.represents, []).append(lawyer.name)
    return [
        ", ".join(names) + (f", for the {spell(side)}" if side != "other" else "")
        for side, names in by_side.items()
    ]


def _pluralize(label: str, values: Sequence[str]) -> str:
    if len(values) < 2:
        return label
    return "Amici" if label == "Amicus" else f"{label}s"


def _build_timeline(entries: Sequence[DocketEntry], case: CaseRow, console: Console) -> Table:
    from rich.table import Table
    from rich.text import Text

    glyphs = choose_glyphs(console)
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True, width=DAY_WIDTH)
    grid.add_column(width=min(WORD_WIDTH, console.width // 4))
    grid.add_column(overflow="fold")
    day: str | None = None
    for entry in entries:
        time = entry.fact.time if isinstance(entry.fact, HearingRow) else None
        when = Text("\n".join(filter(None, (entry.date if entry.date != day else None, time))))
        grid.add_row(when, _say_what(entry, case, glyphs), _say_about(entry.fact))
        day = entry.date
    return grid


def _say_what(entry: DocketEntry, case: CaseRow, glyphs: dict[str, str]) -> Text:
    from rich.text import Text

    fact, words = entry.fact, say_outcome(entry, case)
    if isinstance(fact, RulingRow):
        return Text(f"{glyphs['ruling']} {words[0]}", style=ruling_style(fact))
    style = "dim" if words[-1].startswith("was ") else hearing_style(fact)
    text = Text(f"{glyphs.get(fact.status, ' ')} {words[0]}", style=style)
    for state in words[1:]:
        text.append(f"\n  {state}")
    return text


def say_outcome(entry: DocketEntry, case: CaseRow) -> list[str]:
    """Say what happened, and a hearing's status unless it was held.

    A hearing whose day went by unreported was scheduled, and that is all we know.
    """
    fact = entry.fact
    if isinstance(fact, RulingRow):
        return [spell(clean_line(fact.disposition))]
    went_by = fact.status == "scheduled" and entry.date and not is_ahead(entry, case.last_reported)
    state = f"{'was ' if went_by else ''}{spell(clean_line(fact.status))}"
    return [say_type(clean_line(fact.type)), *([] if fact.status == "held" else [state])]


def _say_about(fact: RulingRow | HearingRow) -> Text:
    from rich.text import Text

    text = Text(say_matter(fact))
    for detail in (say_details(fact), cite_fact(fact)):
        if detail:
            text.append("\n" if text.plain else "").append(clean_line(detail), style="dim")
    return text.append(f" · {name_fact(fact)}", style="dim")


def say_matter(fact: RulingRow | HearingRow) -> str:
    """Say what a ruling or hearing was about, else quote the sentence that tells it."""
    about = fact.subject if isinstance(fact, RulingRow) else fact.purpose
    return clean_line(about) if about else quote_briefly(fact.sources)


def say_details(fact: RulingRow | HearingRow) -> str:
    """Say who decided and who sought it, or where a hearing is and from where it moved."""
    details = _ruling_details(fact) if isinstance(fact, RulingRow) else _hearing_details(fact)
    return ", ".join(filter(None, details))


def name_fact(fact: RulingRow | HearingRow) -> str:
    """Name a fact as `show` takes it: `ruling 3`."""
    return f"{'ruling' if isinstance(fact, RulingRow) else 'hearing'} {fact.id}"


def _ruling_details(ruling: RulingRow) -> list[str]:
    decider = name_decider(ruling)
    sought = f"sought by {ruling.movant}" if ruling.movant else ""
    return [f"by {decider}" if decider else "", sought]


def _hearing_details(hearing: HearingRow) -> list[str]:
    moved = f"moved from {hearing.moved_from}" if hearing.moved_from else ""
    return [hearing.location or "", moved]
