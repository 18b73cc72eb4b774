"""`casetrack doctor`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from casetrack.cli.checks import one_of
from casetrack.cli.options import Request, takes

if TYPE_CHECKING:
    from casetrack.store.health import Finding

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
@takes()
def doctor(
    request: Request,
    fix: Annotated[bool, typer.Option("--fix", help="Put right what can be put right.")] = False,
    form: Annotated[
        str,
        typer.Option("--format", metavar="FORMAT", callback=one_of(("text", "json")), help="text or json."),
    ] = "text",
) -> None:
    """Look the database over; exit with 1 when something is wrong.

    \b
    Examples:
      casetrack doctor
      casetrack doctor --fix
    """
    from casetrack.cli.session import open_database
    from casetrack.render.json import dump_json
    from casetrack.store.health import examine, mend

    with open_database(request.session, write=fix, create=False) as store:
        findings = examine(store.db)
        if fix and any(finding.count and finding.mendable for finding in findings):
            with store.write() as db:
                mend(db)
            findings = examine(store.db)
    if form == "json":
        sys.stdout.write(dump_json(findings, indent=2) + "\n")
    else:
        for finding in findings:
            print(describe(finding))
    if any(finding.count and not finding.harmless for finding in findings):
        raise typer.Exit(1)


def describe(finding: Finding) -> str:
    """Say in one line what a check found."""
    from casetrack.render.text import clean_line

    if not finding.count:
        return f"ok     {finding.check}"
    mark = "note  " if finding.harmless else "WRONG "
    example = clean_line(finding.example or "")
    return f"{mark} {finding.check}: {finding.count:,} not, first {example}; {finding.remedy}"
