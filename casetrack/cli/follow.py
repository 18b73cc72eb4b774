"""`casetrack follow`."""

from __future__ import annotations

from typing import Annotated

import typer

from casetrack.cli.options import LISTING, MaybeCase, Request, takes

app = typer.Typer(add_completion=False, rich_markup_mode=None)

NOTHING = "Nothing is followed yet: follow a case with `casetrack follow CASE`, a search with --query WORDS."


@app.command()
@takes(*LISTING)
def follow(
    request: Request,
    case: MaybeCase = None,
    query: Annotated[
        str | None,
        typer.Option(
            "--query", metavar="WORDS", help="Every case an article with these words reports: 'jail*'."
        ),
    ] = None,
    note: Annotated[
        str | None, typer.Option("--note", metavar="TEXT", help="What for: 'ask for the transcript'.")
    ] = None,
) -> None:
    """Follow a case, or all cases that a search finds; without either, list what is followed.

    A digest marks what is followed and shows the note, and tells of nothing else with --followed. A case
    stays followed when it is merged with another. Following it again changes the note.

    \b
    Examples:
      casetrack follow guzman --note 'ask for the transcript'
      casetrack follow --query '"solitary confinement"'
      casetrack follow
    """
    from casetrack.cli.listing import check_columns, tell_nothing, write_listing
    from casetrack.cli.session import open_database, say
    from casetrack.render.day_listings import FOLLOW_COLUMNS
    from casetrack.store.follows import follow_case, follow_query, list_follows

    if case and query is not None:
        raise typer.BadParameter("--query stands without CASE.")
    if not case and query is None:
        if note is not None:
            raise typer.BadParameter("--note is for a CASE or a --query.")
        check_columns(request, FOLLOW_COLUMNS)
        with open_database(request.session) as store:
            rows = list_follows(store)
        write_listing(request, rows, FOLLOW_COLUMNS, "follows", whole=True)
        if not rows:
            tell_nothing(request, NOTHING)
        return
    with open_database(request.session, write=True, create=False) as store:
        at = request.session.instant
        row = (
            follow_query(store, query, note, at)
            if query is not None
            else follow_case(store, " ".join(case or ()), note, at)
        )
    if not request.session.quiet:
        what = f"articles with {row.query!r}" if row.query else f"{row.caption} ({row.slug})"
        say(f"Following {what}.")
