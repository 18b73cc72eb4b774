"""`casetrack extract`."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from casetrack.cli.checks import one_of
from casetrack.cli.inputs import SOME_REFUSED, Paths
from casetrack.cli.options import INPUTS, Request, takes
from casetrack.cli.session import say
from casetrack.errors import InputError
from casetrack.render import FORMATS

if TYPE_CHECKING:
    from casetrack.models import Article

app = typer.Typer(add_completion=False, rich_markup_mode=None)

Format = Annotated[
    str,
    typer.Option("--format", metavar="FORMAT", callback=one_of(FORMATS), help=f"{', '.join(FORMATS)}."),
]


@app.command()
@takes(*INPUTS)
def extract(request: Request, paths: Paths, form: Format = "ndjson") -> None:
    """Print what articles report, without a database.

    ndjson and json give one object an article, table and csv a row for each ruling and hearing. A
    file that cannot be taken is named and the run goes on (exit code 3).

    \b
    Examples:
      casetrack extract story.txt --format table
      casetrack extract clippings/ | jq -r '.cases[].caption'
    """
    from casetrack.render.records import write_records

    refused: list[InputError] = []
    write_records(_extract_records(_read_articles(paths, request, refused)), form, sys.stdout)
    if refused:
        raise typer.Exit(SOME_REFUSED)


def _extract_records(articles: Iterator[Article]) -> Iterator[dict[str, Any]]:
    from casetrack.extract import extract_report
    from casetrack.extract.record import report_to_dict

    for article in articles:
        yield report_to_dict(extract_report(article))


def _read_articles(paths: Sequence[str], request: Request, refused: list[InputError]) -> Iterator[Article]:
    """Read every input in turn; one that cannot be taken is named at once and noted in `refused`."""
    from casetrack.read import read_article
    from casetrack.sources import list_inputs, load_inputs

    values = request.values
    for path in list_inputs(paths, values["glob"]):
        for raw in load_inputs(path, values["max_size"]):
            try:
                if isinstance(raw, InputError):
                    raise raw
                article = read_article(raw, values["default_date"])
            except InputError as error:
                say(f"Refused: {error}")
                refused.append(error)
                continue
            yield replace(article, source=article.source or values["default_source"])
