"""`casetrack articles`."""

from __future__ import annotations

import typer

from casetrack.cli.options import LISTING, OF_CASES, SPAN, Request, takes

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
@takes("case", *OF_CASES, "source", *SPAN, *LISTING)
def articles(request: Request) -> None:
    """List articles, newest first, with the cases they report.

    \b
    Examples:
      casetrack articles --case guzman
      casetrack articles --source reuters --since 2024-01 --until 2024-03
    """
    from casetrack.cli.listing import list_rows
    from casetrack.render.listings import ARTICLE_COLUMNS
    from casetrack.store.query import list_articles

    list_rows(request, list_articles, ARTICLE_COLUMNS, "articles")
