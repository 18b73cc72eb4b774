"""`casetrack forget`."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from casetrack.cli.complete import of_names
from casetrack.cli.deciding import DryRun, Form, write_outcome
from casetrack.cli.options import Request, takes
from casetrack.cli.session import open_database, say
from casetrack.errors import UsageError

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
@takes()
def forget(
    request: Request,
    reference: Annotated[
        str,
        typer.Argument(
            metavar="REF",
            autocompletion=of_names("case"),
            help="An article's path or article:N; a case's slug, number, name or case:N.",
        ),
    ],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    dry_run: DryRun = False,
    form: Form = "text",
) -> None:
    """Remove an article, or every article that reports a case, for good.

    Its text, all that it alone told, and what decisions, the search index, the log and what is followed
    hold of it. It is not taken in again when its file is met. This cannot be undone; copies and backups
    are not touched, nor are notes and searches in a person's own words.

    \b
    Examples:
      casetrack forget clippings/sealed.txt --dry-run
      casetrack forget case:12 --yes
    """
    from casetrack.render.phrases import count
    from casetrack.store.forget import find_articles, forget_articles, scrub

    with open_database(request.session, write=True, create=False) as store:
        articles = find_articles(store, reference)
        if not dry_run and not yes:
            _confirm(f"Forget {count(len(articles), 'article')} for good?")
        outcome = forget_articles(store, articles, request.session.instant, dry_run=dry_run)
        clean = dry_run or scrub(store)
    write_outcome(request, outcome, form)
    if not clean:
        say("Another process holds the database: traces may stay in the file until it is written anew.")
    if not dry_run and not request.session.quiet:
        say(f"Forgotten: {count(len(articles), 'article')}. Copies and backups are not touched.")


def _confirm(question: str) -> None:
    """Ask on a terminal; elsewhere nobody can answer.

    Raises:
        UsageError: there is nobody to ask.
    """
    if not sys.stdin.isatty():
        raise UsageError("This cannot be undone: look with --dry-run, then say --yes")
    if not typer.confirm(question, err=True):
        raise typer.Exit(1)
