"""`casetrack why`."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from casetrack.cli.checks import one_of
from casetrack.cli.complete import of_names
from casetrack.cli.options import Request, takes

app = typer.Typer(add_completion=False, rich_markup_mode=None)

FORMATS = ("table", "json")


@app.command()
@takes()
def why(
    request: Request,
    case: Annotated[
        str,
        typer.Argument(
            metavar="A",
            autocompletion=of_names("case"),
            help="A case (id, slug, docket number or part of a name), or an article's path.",
        ),
    ],
    other: Annotated[
        str | None,
        typer.Argument(
            metavar="B",
            autocompletion=of_names("case"),
            help="Another; without it, what ties the articles of A.",
        ),
    ] = None,
    form: Annotated[
        str, typer.Option("--format", metavar="FORMAT", callback=one_of(FORMATS), help="table or json.")
    ] = "table",
) -> None:
    """Tell why two cases are one or two.

    Each piece of evidence is named with its weight: parties, numbers, court, judge, charges, dates and
    the rest. From 3.0 two reports join; from 2.0 they are left apart for a person to review. Of two cases
    that hang together (an appeal and the case below, companions) it is shown what says so. Given one case,
    the pairs of articles that tie it together are shown.

    \b
    Examples:
      casetrack why 12 40
      casetrack why guzman
      casetrack why monday.txt tuesday.txt --format json
    """
    from casetrack.cli.session import open_database
    from casetrack.render.json import dump_json
    from casetrack.render.why import write_why
    from casetrack.store.why import explain_cases

    with open_database(request.session) as store:
        found = explain_cases(store, case, case if other is None else other)
    if form == "json":
        sys.stdout.write(dump_json(found, indent=2) + "\n")
    else:
        write_why(found, sys.stdout)
