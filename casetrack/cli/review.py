"""`casetrack review`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from casetrack.cli.checks import one_of
from casetrack.cli.complete import of_words
from casetrack.cli.deciding import DryRun, Reason, write_outcome
from casetrack.cli.options import LISTING, Request, choice, takes
from casetrack.cli.session import open_database, say
from casetrack.decisions import DOUBTS

if TYPE_CHECKING:
    from casetrack.decisions.rows import ReviewItem
    from casetrack.store import Store

app = typer.Typer(add_completion=False, rich_markup_mode=None)
TASKS = ("list", "show", "accept", "reject", "skip")
KEYS = {"a": "accept", "r": "reject", "s": "skip"}
QUESTION = "[a]ccept, [r]eject, [s]kip, [n]ext, [q]uit"

Doubt = Annotated[
    str | None,
    choice("--doubt", DOUBTS, "These"),
]


@app.command()
@takes("case", *LISTING)
def review(
    request: Request,
    task: Annotated[
        str | None,
        typer.Argument(
            metavar="TASK",
            callback=one_of(TASKS),
            autocompletion=of_words(TASKS),
            help=f"{', '.join(TASKS)}.",
        ),
    ] = None,
    items: Annotated[
        list[str] | None, typer.Argument(metavar="ID...", help="What `review list` calls them.")
    ] = None,
    doubt: Doubt = None,
    every: Annotated[bool, typer.Option("--all", help="Those that were skipped too.")] = False,
    reason: Reason = None,
    dry_run: DryRun = False,
) -> None:
    """Look at what is in doubt, and say what is right.

    match: two cases that may be one; accept merges them, reject keeps them apart for good. conflict: two
    facts that disagree; accept drops the less well supported one, reject lets both stand. undated and
    unsure: facts without a date, or read with little confidence; accept says they are right as they are,
    reject drops them. skip puts an item aside. Every verdict is in `history` and can be undone.
    Without a task it asks about one item after another on a terminal, and lists them elsewhere.

    \b
    Examples:
      casetrack review
      casetrack review list --doubt match --format json
      casetrack review show 3fa1
      casetrack review accept 3fa1 90bc --reason 'read both'
    """
    ids = items or []
    if task in (None, "list"):
        if ids:
            raise typer.BadParameter("list takes no ID.", param_hint="'ID...'")
        asks = task is None and request.format == "table" and sys.stdin.isatty() and sys.stdout.isatty()
        (_ask_in_turn if asks else _list)(request, doubt, every)
        return
    if not ids:
        raise typer.BadParameter(f"Say what to {task}: an ID of `review list`.", param_hint="'ID...'")
    if task == "show":
        _show(request, ids)
    else:
        _decide(request, str(task), ids, reason, dry_run=dry_run)


def _find(store: Store, request: Request, doubt: str | None, every: bool) -> list[ReviewItem]:
    from casetrack.store.query import find_case
    from casetrack.store.review import list_review

    reference = request.values.get("case")
    case = find_case(store, reference).id if reference else None
    return list_review(store, [doubt] if doubt else DOUBTS, case=case, skipped=every)


def _list(request: Request, doubt: str | None, every: bool) -> None:
    from casetrack.cli.listing import check_columns, tell_nothing, write_listing
    from casetrack.render.listings import REVIEW_COLUMNS

    check_columns(request, REVIEW_COLUMNS)
    with open_database(request.session) as store:
        rows = _find(store, request, doubt, every)
    write_listing(request, rows, REVIEW_COLUMNS, "review", whole=True)
    if not rows:
        tell_nothing(request, "Nothing to review.")


def _show(request: Request, ids: Sequence[str]) -> None:
    from casetrack.store.review import find_item

    with open_database(request.session) as store:
        for item in [find_item(store, reference) for reference in ids]:
            _show_one(store, item, request.format)


def _show_one(store: Store, item: ReviewItem, form: str) -> None:
    """Print an item with what speaks for and against it: the evidence of a match, the sentences of a fact."""
    from casetrack.render.json import dump_json
    from casetrack.render.outcome import say_item
    from casetrack.render.passages import write_detail
    from casetrack.render.why import write_why
    from casetrack.store.query import get_hearing, get_ruling
    from casetrack.store.why import explain_cases

    if form in ("json", "ndjson"):
        sys.stdout.write(dump_json(item, indent=2 if form == "json" else None) + "\n")
        return
    print(say_item(item))
    if item.other_id is not None:
        write_why(explain_cases(store, str(item.case_id), str(item.other_id)), sys.stdout)
    for ref in filter(None, (item.ref, item.other_ref)):
        kind, number = ref.split(":")
        print()
        detail = get_ruling(store, int(number)) if kind == "ruling" else get_hearing(store, int(number))
        write_detail(detail, sys.stdout)


def _decide(request: Request, verdict: str, ids: Sequence[str], reason: str | None, *, dry_run: bool) -> None:
    with open_database(request.session, write=True, create=False) as store:
        _give_verdict(request, store, verdict, ids, reason, dry_run=dry_run)


def _give_verdict(
    request: Request, store: Store, verdict: str, ids: Sequence[str], reason: str | None, *, dry_run: bool
) -> None:
    from casetrack.store.review import give_verdict

    outcome = give_verdict(store, ids, verdict, reason, request.session.instant, dry_run=dry_run)
    write_outcome(request, outcome, "json" if request.format in ("json", "ndjson") else "text")
    if dry_run or request.session.quiet:
        return
    for row in outcome.decisions:
        say(f"Decision {row.id} is made ({verdict}); `casetrack undo {row.id}` takes it back.")


def _ask_in_turn(request: Request, doubt: str | None, every: bool) -> None:
    """Show one item after another and ask; what an answer settles is not asked again."""
    with open_database(request.session, write=True, create=False) as store:
        passed: set[str] = set()
        while left := [item for item in _find(store, request, doubt, every) if item.id not in passed]:
            item = left[0]
            print(f"\n{len(left):,} to review")
            _show_one(store, item, "table")
            answer = typer.prompt(QUESTION, default="n", show_default=False, err=True).strip().lower()[:1]
            if answer == "q":
                return
            passed.add(item.id)
            if answer in KEYS:
                _give_verdict(request, store, KEYS[answer], [item.id], None, dry_run=False)
        say("Nothing more to review.")
