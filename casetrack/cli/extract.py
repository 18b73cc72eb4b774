"""`casetrack extract`."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import typer

from casetrack.cli.inputs import SOME_REFUSED, FromFile0, Paths, gather_paths
from casetrack.cli.options import ARRANGED, INPUTS, Request, takes
from casetrack.cli.session import say_refused
from casetrack.errors import InputError, blame_input

if TYPE_CHECKING:
    from casetrack.models import Article

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
@takes(*INPUTS, "min_confidence", *ARRANGED, form="ndjson")
def extract(request: Request, paths: Paths = None, from_file0: FromFile0 = None) -> None:
    """Print what articles report, without a database.

    ndjson and json give one object an article, any other format a row for each ruling and hearing; so
    do these with --columns, --sort, --limit or --offset. A file that cannot be taken is named and the
    run goes on (exit code 3).

    \b
    Examples:
      casetrack extract story.txt --format table
      casetrack extract clippings/ --csv --columns path,date,word,quote
      casetrack extract clippings/ --min-confidence 0.9 | jq -r '.cases[].caption'
    """
    from casetrack.cli.listing import check_columns, write_listing
    from casetrack.render.json import write_json, write_ndjson
    from casetrack.render.records import FACT_COLUMNS, list_facts, version_record

    refused: list[InputError] = []
    articles = _read_articles(gather_paths(paths, from_file0), request, refused)
    records = _extract_records(articles, request, refused)
    check_columns(request, FACT_COLUMNS)
    arranged = any(request.values[name] for name in ("columns", "sort", "limit", "offset"))
    if arranged or request.format not in ("json", "ndjson"):
        write_listing(request, list(list_facts(records)), FACT_COLUMNS, "facts", whole=True)
    else:
        write = write_json if request.format == "json" else write_ndjson
        write(map(version_record, records), sys.stdout)
    if refused:
        raise typer.Exit(SOME_REFUSED)


def _extract_records(
    articles: Iterator[Article], request: Request, refused: list[InputError]
) -> Iterator[dict[str, Any]]:
    """Give what each article reports; rulings and hearings read less surely are left out."""
    from casetrack.extract.record import report_to_dict
    from casetrack.pool import extract_reports

    least = request.values["min_confidence"] or 0.0
    for report in extract_reports(articles):
        if isinstance(report, InputError):
            _refuse(report, request, refused)
            continue
        record = report_to_dict(report)
        for case in record["cases"]:
            for kind in ("rulings", "hearings"):
                case[kind] = [fact for fact in case[kind] if fact["confidence"] >= least]
        yield record


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
                _refuse(error, request, refused)
                continue
            except Exception as error:
                _refuse(blame_input(raw.path, error), request, refused)
                continue
            yield replace(article, source=article.source or values["default_source"])


def _refuse(error: InputError, request: Request, refused: list[InputError]) -> None:
    say_refused(error, request.session)
    refused.append(error)
