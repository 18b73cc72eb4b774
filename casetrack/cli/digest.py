"""`casetrack digest`."""

from __future__ import annotations

import re
import sys
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from casetrack.cli.checks import one_of
from casetrack.cli.options import OF_CASES, Request, Session, read_option, split_names, start_of, takes
from casetrack.cli.words import CASE_KINDS, DISPOSITIONS, HEARING_TYPES

if TYPE_CHECKING:
    from casetrack.store import Store
    from casetrack.store.digest import Span
    from casetrack.store.rows import Filters

app = typer.Typer(add_completion=False, rich_markup_mode=None)
FORMATS = ("text", "markdown", "html", "json")
SECTIONS = ("cases", "rulings", "set", "moved", "cancelled", "held", "due", "withdrawn")
EXCLUDED = ("case", "judge", "court", "party", "kind", "disposition", "type")
WORDS_OF = {"kind": CASE_KINDS, "disposition": DISPOSITIONS, "type": HEARING_TYPES}
HOURS_RE = re.compile(r"(\d{1,5}) ?h(?:ours?)?", re.ASCII)
LAST = "last"

Since = Annotated[
    str,
    typer.Option(
        "--since",
        metavar="WHEN",
        help="last (the bookmark that --mark moves), a day (yesterday, 2017-05-04) or a time (12h, 7d).",
    ),
]
Bookmark = Annotated[
    str,
    typer.Option("--bookmark", metavar="NAME", help="A bookmark of its own, such as desk, for each reader."),
]
Mark = Annotated[
    bool, typer.Option("--mark", help="Once all is written, move the bookmark: next time begins here.")
]
Followed = Annotated[bool, typer.Option("--followed", help="Of the cases followed alone.")]
Only = Annotated[
    list[str] | None,
    typer.Option("--only", metavar="SECTIONS", help=f"These sections alone: {', '.join(SECTIONS)}."),
]
Exclude = Annotated[
    list[str] | None,
    typer.Option(
        "--exclude",
        metavar="FILTER=WORDS",
        help=f"Leave out what fits: kind=civil, court=nyed. Filters: {', '.join(EXCLUDED)}.",
    ),
]
Format = Annotated[
    str, typer.Option("--format", metavar="FORMAT", callback=one_of(FORMATS), help=f"{', '.join(FORMATS)}.")
]


@app.command()
@takes("case", *OF_CASES, "disposition", "type", "exit_code")
def digest(
    request: Request,
    ctx: typer.Context,
    since: Since = LAST,
    mark: Mark = False,
    bookmark: Bookmark = LAST,
    followed: Followed = False,
    only: Only = None,
    exclude: Exclude = None,
    form: Format = "text",
) -> None:
    """Tell what is new: cases, rulings, hearings set, moved, called off or held, and follow-ups due.

    New is what became known since then, whatever day it is about; before the first --mark, last is the
    beginning. A hearing set and then moved is told once, as it stands now. Due is what `followups` lists
    since then: hearings that nobody told the outcome of, cases not reported for 30 days. --disposition
    tells of rulings alone, --type of hearings alone. When nothing is new, nothing is written, so that cron
    sends no mail. The bookmark stays where it is when writing fails.

    \b
    Examples:
      casetrack digest
      casetrack digest --since yesterday --followed
      casetrack digest --since 7d --court nyed --exclude kind=civil --format html > week.html
      casetrack digest --mark --exit-code --format markdown > news.md && mail -s News me < news.md
    """
    from casetrack.cli.listing import NOTHING_MATCHED, build_filters
    from casetrack.cli.session import open_database, say
    from casetrack.render.digest import write_digest
    from casetrack.store.digest import Wanted, read_digest, set_bookmark

    sections = tuple(filter(None, map(one_of(SECTIONS), split_names(only)))) or SECTIONS
    pairs = [_read_exclusion(ctx, given) for given in exclude or ()]
    with open_database(request.session, write=mark, create=False) as store:
        span, title = _read_span(ctx, store, since, bookmark, request.session)
        left_out = tuple(_make_filters(store, *pair) for pair in pairs)
        wanted = Wanted(build_filters(store, request), left_out, followed, sections)
        found = read_digest(store, span, wanted)
        write_digest(found, title, form, sys.stdout)
        sys.stdout.flush()
        if mark:
            set_bookmark(store, found.last_change, bookmark, request.session.instant)
    if found.is_empty:
        if sys.stderr.isatty() and not request.session.quiet:
            say("Nothing is new.")
        if request.values["exit_code"]:
            raise typer.Exit(NOTHING_MATCHED)


def _read_span(
    ctx: typer.Context, store: Store, since: str, bookmark: str, session: Session
) -> tuple[Span, str]:
    """Read what follows --since; gives the span and a title for it. A day named for today ends the span."""
    from casetrack.render.agenda import say_days
    from casetrack.store.digest import Span, read_bookmark

    today = session.today
    before = start_of(session.as_of + timedelta(days=1)) if session.as_of else None
    words = since.strip().lower()
    if words == LAST:
        change, marked = read_bookmark(store, bookmark)
        told = _say_instant(marked) if marked else ""
        title = f"What is new since {told}" if told else "What is known"
        return Span(change, None, before, today, _day_after(marked)), title
    if match := HOURS_RE.fullmatch(words):
        now = datetime.fromisoformat(session.instant) if session.instant else datetime.now(UTC)
        start = (now - timedelta(hours=int(match[1]))).isoformat(timespec="seconds")
        title = f"What is new since {_say_instant(start)}"
        return Span(0, start, before, today, _day_after(start)), title
    day = read_option(ctx, "--since", since, session.today).first
    return Span(0, start_of(day), before, today, day), f"What is new since {say_days(day, day)}"


def _day_after(instant: str | None) -> date | None:
    """Give the first day that begins after an instant, by the clock of the place."""
    return datetime.fromisoformat(instant).astimezone().date() + timedelta(days=1) if instant else None


def _say_instant(instant: str) -> str:
    """Say an instant by the clock of the place."""
    local = datetime.fromisoformat(instant).astimezone()
    return f"{local:%A} {local.day} {local:%B %Y, %H:%M}".removesuffix(", 00:00")


def _read_exclusion(ctx: typer.Context, given: str) -> tuple[str, str]:
    """Read `court=nyed`."""
    name, _, words = given.partition("=")
    if name not in EXCLUDED or not words.strip():
        message = f"{given!r} is not like court=nyed; there are {', '.join(EXCLUDED)}."
        raise typer.BadParameter(message, ctx, param_hint="'--exclude'")
    if name in WORDS_OF:
        words = one_of(WORDS_OF[name])(words) or ""
    return name, words


def _make_filters(store: Store, name: str, words: str) -> Filters:
    from casetrack.store.query import find_case
    from casetrack.store.rows import Filters

    if name == "case":
        return Filters(case=find_case(store, words).id)
    return Filters(**{name: words})  # type: ignore[arg-type]
