"""`casetrack set`."""

from __future__ import annotations

from typing import Annotated

import typer

from casetrack.cli.complete import of_names
from casetrack.cli.deciding import DryRun, Form, Reason, make_decision, read_target, split_fields
from casetrack.cli.options import Request, takes

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command(name="set")
@takes()
def set_fields(
    request: Request,
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="REF FIELD=VALUE...",
            autocompletion=of_names("case"),
            help="ruling:5, hearing:3 or a case; then what its fields say. Nothing after = empties one.",
        ),
    ],
    reason: Reason = None,
    dry_run: DryRun = False,
    form: Form = "text",
) -> None:
    """Put right what a ruling, a hearing or a case says.

    A ruling has date, disposition, subject, movant and decided_by; a hearing date, time, type, status,
    purpose and location; a case caption, kind, court and status. What the articles say is kept: `undo`
    brings it back.

    \b
    Examples:
      casetrack set ruling:5 date=2017-05-04 disposition=denied
      casetrack set hearing:3 status=cancelled --reason 'clerk, by phone'
      casetrack set guzman caption='United States v. Guzman Loera' court=nyed
    """
    from casetrack.store.decide import draft_set

    named, fields = split_fields(words)
    kind, reference = read_target(named)
    make_decision(
        request, lambda store: draft_set(store, kind, reference, fields, reason), form, dry_run=dry_run
    )
