"""`casetrack alias`."""

from __future__ import annotations

from typing import Annotated

import typer

from casetrack.cli.deciding import CaseName, DryRun, Form, Reason, make_decision
from casetrack.cli.options import Request, takes

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
@takes()
def alias(
    request: Request,
    case: CaseName,
    name: Annotated[str, typer.Argument(metavar="NAME", help="What it is called too.")],
    reason: Reason = None,
    dry_run: DryRun = False,
    form: Form = "text",
) -> None:
    """Give a case a name that it is found by.

    \b
    Examples:
      casetrack alias guzman 'El Chapo case'
      casetrack alias 12 'Operation Copper Kettle' --reason 'name of the task force'
    """
    from casetrack.store.decide import draft_alias

    make_decision(request, lambda store: draft_alias(store, case, name, reason), form, dry_run=dry_run)
