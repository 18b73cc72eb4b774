"""`casetrack merge`."""

from __future__ import annotations

from typing import Annotated

import typer

from casetrack.cli.complete import of_names
from casetrack.cli.deciding import CaseName, DryRun, Form, Reason, make_decision
from casetrack.cli.options import Request, takes

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
@takes()
def merge(
    request: Request,
    case: CaseName,
    others: Annotated[
        list[str],
        typer.Argument(
            metavar="OTHER...", autocompletion=of_names("case"), help="The cases that are the same."
        ),
    ],
    reason: Reason = None,
    dry_run: DryRun = False,
    form: Form = "text",
) -> None:
    """Say that cases are one, whatever speaks against it.

    Their articles stay together when they are read again. The old ids and slugs lead to the one case.

    \b
    Examples:
      casetrack merge 12 40 --reason 'same indictment'
      casetrack merge united-states-v-porter 17-cr-00255 --dry-run
    """
    from casetrack.store.decide import draft_merge

    make_decision(request, lambda store: draft_merge(store, [case, *others], reason), form, dry_run=dry_run)
