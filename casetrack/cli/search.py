"""`casetrack search`."""

from __future__ import annotations

from typing import Annotated

import typer

from casetrack.cli.options import LISTING, OF_CASES, SPAN, Request, takes

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
@takes("case", *OF_CASES, "source", *SPAN, *LISTING)
def search(
    request: Request,
    words: Annotated[
        list[str], typer.Argument(metavar="WORDS...", help="The words to look for: solitary confinement.")
    ],
    raw: Annotated[bool, typer.Option("--raw", help="Read WORDS as an SQLite FTS5 expression.")] = False,
) -> None:
    """Find articles by what they say, best first.

    All the words must occur. A "phrase in quotes" stays together, a * at a word's end matches any
    ending, and any other punctuation is safe to type. Put -- before words that start with a hyphen.

    \b
    Examples:
      casetrack search solitary confinement
      casetrack search '"general population"' 'jail*' --since 2017
      casetrack search --raw 'bail NOT (denied OR revoked)'
    """
    from casetrack.cli.listing import build_filters, check_columns, write_found
    from casetrack.cli.session import open_database
    from casetrack.render.listings import HIT_COLUMNS
    from casetrack.store.query import search_articles

    check_columns(request, HIT_COLUMNS)
    with open_database(request.session) as store:
        hits = search_articles(store, " ".join(words), raw, build_filters(store, request))
    write_found(request, hits, HIT_COLUMNS, "articles")
