"""`casetrack drop`."""

from __future__ import annotations

from typing import Annotated

import typer

from casetrack.cli.deciding import DryRun, Form, Reason, make_decision, read_target
from casetrack.cli.options import Request, takes

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
@takes()
def drop(
    request: Request,
    words: Annotated[list[str], typer.Argument(metavar="REF", help="ruling:5 or hearing:3.")],
    reason: Reason = None,
    dry_run: DryRun = False,
    form: Form = "text",
) -> None:
    """Say that a ruling or hearing is none, and take it off the docket.

    \b
    Examples:
      casetrack drop ruling:5 --reason 'a ruling of another case, told as background'
      casetrack drop hearing 3 --dry-run
    """
    from casetrack.store.decide import draft_drop

    kind, reference = read_target(words)
    if kind == "case":
        raise typer.BadParameter(f"{' '.join(words)!r} is no ruling:N or hearing:N.", param_hint="'REF'")
    make_decision(request, lambda store: draft_drop(store, kind, reference, reason), form, dry_run=dry_run)
