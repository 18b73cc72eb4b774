"""`casetrack link`."""

from __future__ import annotations

from typing import Annotated

import typer

from casetrack.cli.complete import of_names
from casetrack.cli.deciding import CaseName, DryRun, Form, Reason, make_decision
from casetrack.cli.options import Request, takes

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
@takes()
def link(
    request: Request,
    case: CaseName,
    other: Annotated[
        str,
        typer.Argument(
            metavar="OTHER", autocompletion=of_names("case"), help="The case it hangs together with, or not."
        ),
    ],
    appeal_of: Annotated[bool, typer.Option("--appeal-of", help="CASE is an appeal of OTHER.")] = False,
    related: Annotated[bool, typer.Option("--related", help="They are related.")] = False,
    companion: Annotated[bool, typer.Option("--companion", help="They are heard side by side.")] = False,
    not_same: Annotated[
        bool, typer.Option("--not-same", help="They are two cases that do not hang together.")
    ] = False,
    reason: Reason = None,
    dry_run: DryRun = False,
    form: Form = "text",
) -> None:
    """Say how two cases hang together; `docket` shows it.

    They never become one then, and are not asked about again. What a person says outweighs a link that was
    read: --not-same takes it away, another kind takes its place, and undo brings it back.

    \b
    Examples:
      casetrack link 40 12 --appeal-of
      casetrack link people-v-whitlock-3f02aa people-v-whitlock --not-same --reason 'cousins'
    """
    from casetrack.store.decide import draft_link

    given = {"appeal_of": appeal_of, "related": related, "companion": companion, "not_same": not_same}
    kinds = [kind for kind, asked in given.items() if asked]
    if len(kinds) != 1:
        raise typer.BadParameter("Give one of --appeal-of, --related, --companion and --not-same.")
    make_decision(
        request, lambda store: draft_link(store, case, other, kinds[0], reason), form, dry_run=dry_run
    )
