"""`casetrack show`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from casetrack.cli.checks import check_number, one_of
from casetrack.cli.options import Request, takes, thing_argument

if TYPE_CHECKING:
    from casetrack.store import Store
    from casetrack.store.rows import ArticleDetail, FactDetail

app = typer.Typer(add_completion=False, rich_markup_mode=None)

THINGS = ("article", "ruling", "hearing")
FORMATS = ("text", "json")


@app.command()
@takes()
def show(
    request: Request,
    thing: Annotated[str, thing_argument(THINGS, ", ".join(THINGS))],
    reference: Annotated[
        str, typer.Argument(metavar="ID", help="Its id; for an article its path or file name too.")
    ],
    form: Annotated[
        str, typer.Option("--format", metavar="FORMAT", callback=one_of(FORMATS), help="text or json.")
    ] = "text",
) -> None:
    """Show an article, a ruling or a hearing.

    Sentences that report a ruling or hearing are marked in their paragraphs: >>like this<<.

    \b
    Examples:
      casetrack show ruling 5
      casetrack show hearing 2 --format json
      casetrack show article guzman-2017-05-04.txt
    """
    from casetrack.cli.session import open_database
    from casetrack.render.json import dump_json
    from casetrack.render.passages import write_detail

    with open_database(request.session) as store:
        detail = _get_detail(store, thing, reference)
    if form == "json":
        sys.stdout.write(dump_json(detail, indent=2) + "\n")
    else:
        write_detail(detail, sys.stdout)


def _get_detail(store: Store, thing: str, reference: str) -> ArticleDetail | FactDetail:
    from casetrack.store.query import get_article, get_hearing, get_ruling

    if thing == "article":
        return get_article(store, reference)
    number = int(check_number(thing, reference))
    return get_ruling(store, number) if thing == "ruling" else get_hearing(store, number)
