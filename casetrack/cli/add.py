"""`casetrack add`."""

from __future__ import annotations

from typing import Annotated

import typer

from casetrack.cli.complete import of_names
from casetrack.cli.deciding import DryRun, Form, Reason, make_decision, read_target, split_fields
from casetrack.cli.options import Request, takes, thing_argument

app = typer.Typer(add_completion=False, rich_markup_mode=None)
THINGS = ("ruling", "hearing")


@app.command()
@takes()
def add(
    request: Request,
    thing: Annotated[str, thing_argument(THINGS, " or ".join(THINGS))],
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="CASE FIELD=VALUE...",
            autocompletion=of_names("case"),
            help="A case; then what the fields of the fact say.",
        ),
    ],
    source: Annotated[str, typer.Option("--source", metavar="WORDS", help="Where you have it from.")],
    reason: Reason = None,
    dry_run: DryRun = False,
    form: Form = "text",
) -> None:
    """Enter a ruling or hearing that no article tells.

    It is shown as entered by a person, with its source. A ruling needs its disposition, a hearing its
    type; the other fields are those of `set`.

    \b
    Examples:
      casetrack add ruling guzman disposition=denied date=2017-06-01 --source 'docket entry 88'
      casetrack add hearing 12 type=sentencing date=2017-09-14 time=10:00 --source 'court calendar'
    """
    from casetrack.store.decide import draft_add

    named, fields = split_fields(words)
    kind, reference = read_target(named)
    if kind != "case":
        raise typer.BadParameter(f"A {thing} is added to a case, not to a {kind}.", param_hint="'CASE'")
    make_decision(
        request,
        lambda store: draft_add(store, thing, reference, fields, source, reason),
        form,
        dry_run=dry_run,
    )
