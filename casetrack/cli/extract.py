"""`casetrack extract`."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import typer

from casetrack.cli.engine import EngineName, Jobs, Scheduler, open_chosen
from casetrack.cli.inputs import SOME_REFUSED, FromFile0, Paths, gather_paths
from casetrack.cli.options import ARRANGED, INPUTS, Request, takes
from casetrack.cli.session import say_cut_short, say_refused
from casetrack.errors import InputError, blame_input

if TYPE_CHECKING:
    from casetrack.models import Article, Report
    from casetrack.portions import Engine

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
@takes(*INPUTS, "min_confidence", *ARRANGED, form="ndjson")
def extract(
    request: Request,
    paths: Paths = None,
    from_file0: FromFile0 = None,
    jobs: Jobs = None,
    engine: EngineName = "processes",
    scheduler: Scheduler = None,
) -> None:
    """Print what articles report, without a database.

    ndjson and json give one object an article, any other format a row for each ruling and hearing; so
    do these with --columns, --sort, --limit or --offset. A file that cannot be taken is named and the
    run goes on (exit code 3).

    \b
    Examples:
      casetrack extract story.txt --format table
      casetrack extract clippings/ --csv --columns path,date,word,quote
      casetrack extract clippings/ --min-confidence 0.9 | jq -r '.cases[].caption'
      casetrack extract --engine dask s3://news/2017/ > reports.ndjson
    """
    from casetrack.cli.listing import check_columns, write_listing
    from casetrack.pool import extract_reports
    from casetrack.render.json import write_json, write_ndjson
    from casetrack.render.records import FACT_COLUMNS, list_facts, version_record

    refused: list[InputError] = []
    named = gather_paths(paths, from_file0)
    check_columns(request, FACT_COLUMNS)
    with open_chosen(engine, scheduler, jobs, tell=request.session.verbose) as far:
        if far is None:
            reports = extract_reports(_read_articles(named, request, refused), jobs or 1)
        else:
            reports = _read_far(named, request, far)
        records = _make_records(reports, request, refused)
        arranged = any(request.values[name] for name in ("columns", "sort", "limit", "offset"))
        if arranged or request.format not in ("json", "ndjson"):
            write_listing(request, list(list_facts(records)), FACT_COLUMNS, "facts", whole=True)
        else:
            write = write_json if request.format == "json" else write_ndjson
            write(map(version_record, records), sys.stdout)
    if refused:
        raise typer.Exit(SOME_REFUSED)


def _make_records(
    reports: Iterator[Report | InputError], request: Request, refused: list[InputError]
) -> Iterator[dict[str, Any]]:
    """Give what each article reports; rulings and hearings read less surely are left out."""
    from casetrack.extract.record import report_to_dict

    least = request.values["min_confidence"] or 0.0
    for report in reports:
        if isinstance(report, InputError):
            _refuse(report, request, refused)
            continue
        if report.read_to is not None:
            article, shown = report.article, not request.session.quiet
            say_cut_short(article.path, report.read_to, len(article.text), shown=shown)
        record = report_to_dict(report)
        for case in record["cases"]:
            for kind in ("rulings", "hearings"):
                case[kind] = [fact for fact in case[kind] if fact["confidence"] >= least]
        yield record


def _read_articles(paths: Sequence[str], request: Request, refused: list[InputError]) -> Iterator[Article]:
    """Read every input in turn; one that cannot be taken is named at once and noted in `refused`."""
    from casetrack.portions import name_source
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
            yield name_source(article, values["default_source"])


def _read_far(paths: Sequence[str], request: Request, engine: Engine) -> Iterator[Report | InputError]:
    """Have an engine read and extract the same inputs, in the same order."""
    from casetrack.models import Report
    from casetrack.portions import Chosen, ReadSettings
    from casetrack.sources import list_inputs

    values = request.values
    settings = ReadSettings(values["max_size"], values["default_date"], values["default_source"])
    for item in engine.read(map(Chosen, list_inputs(paths, values["glob"])), settings):
        if isinstance(item, Report | InputError):
            yield item


def _refuse(error: InputError, request: Request, refused: list[InputError]) -> None:
    say_refused(error, request.session)
    refused.append(error)
