"""`casetrack rebuild`."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from casetrack.cli.deciding import DryRun, Form
from casetrack.cli.ingest import ShowProgress, follow
from casetrack.cli.options import Request, takes
from casetrack.cli.session import open_database, say

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
@takes()
def rebuild(
    request: Request,
    dry_run: DryRun = False,
    jobs: Annotated[
        int, typer.Option("--jobs", metavar="N", min=1, max=256, help="Read with N processes: 4.")
    ] = 1,
    progress: ShowProgress = None,
    form: Form = "text",
) -> None:
    """Read every stored article again, with the rules of this casetrack, and make every decision again.

    All of it or nothing. The texts in the database are read, not the files. A decision whose ruling or
    article is gone is named and kept: it holds again when that comes back.

    \b
    Examples:
      casetrack rebuild --dry-run
      casetrack rebuild --jobs 4
    """
    from casetrack.rebuild import rebuild as read_again
    from casetrack.render.json import dump_json
    from casetrack.render.outcome import say_changes, say_lost
    from casetrack.render.phrases import count

    quiet = request.session.quiet
    shown = sys.stderr.isatty() if progress is None else progress
    with (
        open_database(request.session, write=True, create=False) as store,
        follow(shown and not quiet) as move,
    ):
        done = read_again(store, jobs=jobs, at=request.session.instant, dry_run=dry_run, on_progress=move)
    if form == "json":
        sys.stdout.write(dump_json(done, indent=2) + "\n")
    else:
        for line in say_changes(done.changes):
            print(line)
    if quiet:
        return
    for line in say_lost(done.lost):
        say(line)
    articles = f"{count(done.reread, 'article')} read again, {done.retold:,} of them told otherwise"
    made = f"{count(done.decisions, 'decision')}, {len(done.lost):,} of them without effect"
    say(f"{articles}. {made}.{' Nothing was changed (--dry-run).' if dry_run else ''}")
