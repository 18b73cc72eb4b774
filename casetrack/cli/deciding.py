"""What the commands that decide have in common: how facts are named, what they take, what they print."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from casetrack.cli.checks import check_number, one_of
from casetrack.cli.complete import of_names
from casetrack.cli.options import Request
from casetrack.cli.session import open_database, say
from casetrack.errors import UsageError

if TYPE_CHECKING:
    from casetrack.decisions import Decision
    from casetrack.decisions.rows import Outcome
    from casetrack.store import Store

CASE_HELP = "Its id, slug, docket number or part of a name."
REF_HELP = "ruling:5, hearing:3, or a case by its id, slug, docket number or part of a name."
TARGET_RE = re.compile(r"(ruling|hearing|case)[:\s]\s*(.+)", re.IGNORECASE)
FIELD_RE = re.compile(r"([a-z_]+)=(.*)", re.DOTALL)

REASON_HELP = "Why; kept with the decision: 'typo'."
Reason = Annotated[str | None, typer.Option("--reason", metavar="WORDS", help=REASON_HELP)]
CaseName = Annotated[str, typer.Argument(metavar="CASE", autocompletion=of_names("case"), help=CASE_HELP)]
DryRun = Annotated[bool, typer.Option("--dry-run", "-n", help="Show what would change, and change nothing.")]
Form = Annotated[
    str,
    typer.Option("--format", metavar="FORMAT", callback=one_of(("text", "json")), help="text or json."),
]


def read_target(words: Sequence[str]) -> tuple[str, str]:
    """Read what is meant: ruling, hearing or case, and its number or what a case is called.

    `ruling:5` and `ruling 5` are the same; anything else is a case.
    """
    text = " ".join(words).strip()
    match = TARGET_RE.fullmatch(text)
    if match is None:
        return "case", text
    kind, reference = match[1].lower(), match[2].strip()
    return kind, reference if kind == "case" else check_number(kind, reference)


def split_fields(words: Sequence[str]) -> tuple[list[str], dict[str, str | None]]:
    """Part the words of a reference from the FIELD=VALUE that follow.

    Raises:
        UsageError: no field is given, one is given twice, or a word after the first field is none.
    """
    first = next((at for at, word in enumerate(words) if FIELD_RE.fullmatch(word)), len(words))
    fields: dict[str, str | None] = {}
    for word in words[first:]:
        match = FIELD_RE.fullmatch(word)
        if match is None or match[1] in fields:
            what = "is given twice" if match else "is no FIELD=VALUE; words with blanks go in quotes"
            raise UsageError(f"{word!r} {what}")
        fields[match[1]] = match[2]
    if not first or not fields:
        raise UsageError("Name a case, ruling:N or hearing:N, and then FIELD=VALUE")
    return list(words[:first]), fields


def make_decision(request: Request, draft: Callable[[Store], Decision], form: str, *, dry_run: bool) -> None:
    """Make a decision and print what it changed; with `dry_run` what it would change."""
    from casetrack.store.decide import decide

    with open_database(request.session, write=True, create=False) as store:
        outcome = decide(store, lambda: draft(store), request.session.instant, dry_run=dry_run)
    write_outcome(request, outcome, form)
    if not dry_run and not request.session.quiet:
        number = outcome.decisions[0].id
        say(f"Decision {number} is made; `casetrack undo {number}` takes it back.")


def write_outcome(request: Request, outcome: Outcome, form: str) -> None:
    """Print what changed, and on standard error that nothing did or what has no effect."""
    from casetrack.render.json import dump_json
    from casetrack.render.outcome import say_changes, say_lost

    if form == "json":
        sys.stdout.write(dump_json(outcome, indent=2) + "\n")
    else:
        for line in say_changes(outcome.changes):
            print(line)
    if request.session.quiet:
        return
    for line in say_lost(outcome.decisions):
        say(line)
    if outcome.dry_run:
        say("This is what would change; nothing was (--dry-run).")
    elif not outcome.changes:
        say("No case, ruling or hearing is changed by it.")
