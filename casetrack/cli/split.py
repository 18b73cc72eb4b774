"""`casetrack split`."""

from __future__ import annotations

from typing import Annotated

import typer

from casetrack.cli.deciding import CaseName, DryRun, Form, Reason, make_decision
from casetrack.cli.options import Request, takes

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
@takes()
def split(
    request: Request,
    case: CaseName,
    articles: Annotated[
        list[str],
        typer.Argument(metavar="ARTICLE...", help="What is not about it: ids, paths or file names."),
    ],
    reason: Reason = None,
    dry_run: DryRun = False,
    form: Form = "text",
) -> None:
    """Say that articles are about another case than the one they were put into.

    They make one case of their own, or go to the one they fit.

    \b
    Examples:
      casetrack split guzman 2017-05-05-conflict-hearing.txt
      casetrack split 12 31 32 --reason 'his brother, not he'
    """
    from casetrack.store.decide import draft_split

    make_decision(request, lambda store: draft_split(store, case, articles, reason), form, dry_run=dry_run)
