"""`casetrack unfollow`."""

from __future__ import annotations

from typing import Annotated

import typer

from casetrack.cli.options import MaybeCase, Request, takes

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
@takes()
def unfollow(
    request: Request,
    case: MaybeCase = None,
    query: Annotated[
        str | None, typer.Option("--query", metavar="WORDS", help="The search, as it was given: 'jail*'.")
    ] = None,
) -> None:
    """Follow a case or a search no more.

    \b
    Examples:
      casetrack unfollow guzman
      casetrack unfollow --query '"solitary confinement"'
    """
    from casetrack.cli.session import open_database, say
    from casetrack.store.follows import unfollow as drop

    if bool(case) == (query is not None):
        raise typer.BadParameter("Name a CASE or a --query, one of them.")
    with open_database(request.session, write=True, create=False) as store:
        row = drop(store, case=" ".join(case) if case else None, query=query)
    if not request.session.quiet:
        say(f"Following {row.caption or row.query!r} no more.")
