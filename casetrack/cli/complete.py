"""What a shell is offered when a person presses tab: fixed words, and names out of the database."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import typer


def of_words(words: Sequence[str]) -> Callable[[str], list[str]]:
    """Make the completion of a word of a list."""

    def complete(incomplete: str) -> list[str]:
        return [word for word in words if word.startswith(incomplete)]

    return complete


def of_names(kind: str) -> Callable[[typer.Context, str], list[str]]:
    """Make the completion of a case, a court or a judge."""

    def complete(ctx: typer.Context, incomplete: str) -> list[str]:
        from casetrack.cli.options import Session
        from casetrack.cli.session import find_database
        from casetrack.errors import CasetrackError
        from casetrack.store.names import suggest_names

        typed = [context.params for context in (ctx, ctx.find_root())]
        database, config_file = (
            next((params[name] for params in typed if params.get(name)), None)
            for name in ("database", "config_file")
        )
        try:
            path = find_database(Session(database=database, config_file=config_file))
        except CasetrackError:
            return []
        return suggest_names(path, kind, incomplete)

    return complete
