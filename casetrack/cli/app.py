"""The commands as one program, and the end of every failure.

A failure becomes one sentence on standard error and the exit code of its error; a traceback is shown
only with `--verbose`. A command's module is imported when the command runs; the help of the program lists
all of them without.
"""

from __future__ import annotations

import contextlib
import os
import sys
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from casetrack import __version__
from casetrack.cli.checks import suggest
from casetrack.cli.options import (
    AS_OF_HELP,
    CONFIG_HELP,
    DATABASE_HELP,
    LOG_FILE_HELP,
    LOG_JSON_HELP,
    WAIT_HELP,
    Session,
    open_session,
)
from casetrack.cli.record import RECORD
from casetrack.cli.session import say, say_error, say_trace
from casetrack.errors import CasetrackError

COMMANDS = {
    "ingest": "Read articles into the database.",
    "extract": "Print what articles report, without a database.",
    "cases": "List cases, the most lately reported first.",
    "articles": "List articles, newest first, with the cases they report.",
    "docket": "Show one case on one screen.",
    "timeline": "Draw the rulings and hearings of a case on a line of time.",
    "rulings": "List rulings, newest first.",
    "hearings": "List hearings from today on, the earliest first.",
    "agenda": "Show what is on, day by day.",
    "followups": "List what to ask after.",
    "digest": "Tell what is new.",
    "follow": "Follow a case, or all cases that a search finds.",
    "unfollow": "Follow a case or a search no more.",
    "search": "Find articles by what they say, best first.",
    "show": "Show an article, a ruling or a hearing.",
    "why": "Tell why two cases are one or two.",
    "review": "Look at what is in doubt, and say what is right.",
    "merge": "Say that cases are one, whatever speaks against it.",
    "split": "Say that articles are about another case.",
    "link": "Say how two cases hang together.",
    "alias": "Give a case a name that it is found by.",
    "set": "Put right what a ruling, a hearing or a case says.",
    "drop": "Say that a ruling or hearing is none.",
    "add": "Enter a ruling or hearing that no article tells.",
    "history": "List what people decided.",
    "undo": "Undo a decision, the last one or any other.",
    "decisions": "Write all decisions to a text file, or read one.",
    "rebuild": "Read every stored article again.",
    "forget": "Remove an article, or every article that reports a case.",
    "stats": "Count what the database holds.",
    "log": "List the runs of ingest, the latest first.",
    "errors": "List the files that ingest refused.",
    "doctor": "Look the database over.",
    "backup": "Copy the database to a file.",
    "restore": "Put a backup in the place of the database.",
    "man": "Write the pages of the manual into a folder.",
}
"""The commands in the order of the help, each with how its own help begins: so no module need be read."""
# The base of all errors of usage, wherever the installed typer keeps it.
CLICK_ERROR = typer.BadParameter.__mro__[2]


class CommandGroup(TyperGroup):
    """Finds commands by name, importing the one that is asked for, and ends every failure well."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in COMMANDS:
            return None
        return typer.main.get_command(import_module(f"casetrack.cli.{cmd_name}").app)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            ctx.fail(f"No such command {name!r}.{suggest(name, tuple(COMMANDS))}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: Any) -> Any:
        code = 0
        try:
            return self._invoke(ctx)
        except typer.Exit as end:
            code = end.exit_code
            raise
        except Exception as error:
            code = 2 if isinstance(error, CLICK_ERROR) else 1
            raise
        finally:
            RECORD.close(code)

    def _invoke(self, ctx: Any) -> Any:
        try:
            try:
                return super().invoke(ctx)
            finally:
                sys.stdout.flush()
        except BrokenPipeError:
            _drop_output()
            raise typer.Exit(0) from None
        except KeyboardInterrupt:
            say("Interrupted.")
            raise typer.Exit(130) from None
        except Exception as error:
            raise typer.Exit(_end_badly(error, ctx.ensure_object(Session))) from None


def _drop_output() -> None:
    """Send what is still to be written nowhere: its reader has left."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    with contextlib.suppress(OSError, ValueError):
        os.dup2(nowhere, sys.stdout.fileno())


def _end_badly(error: Exception, session: Session) -> int:
    """Say what went wrong and give the exit code; errors of usage and exits go on to typer."""
    if isinstance(error, typer.Exit | typer.Abort | CLICK_ERROR):
        raise error
    RECORD.tell(error=" ".join(str(error).split()))
    if session.verbose:
        import traceback

        say_trace("".join(traceback.format_exception(error)))
    if isinstance(error, CasetrackError):
        say_error(error)
        return error.exit_code
    if isinstance(error, OSError):
        _drop_output()
        say(f"Error: {error.filename or 'standard output'}: {error.strerror or error}")
        return 1
    hint = "" if session.verbose else " Run it again with -v to see where."
    where = "".join(f" with {note}" for note in getattr(error, "__notes__", ()))
    say(f"Error: something that should not happen{where}: {type(error).__name__}: {error}.{hint}")
    return 1


EXIT_CODES = {
    0: "done",
    1: "an error, such as a database that cannot be opened",
    2: "wrong usage",
    3: "finished, but some inputs could not be taken",
    4: "no such case, article, ruling or hearing, or several fit",
    5: "nothing matched (only with --exit-code)",
    75: "the database is busy, try again",
    130: "interrupted",
}

app = typer.Typer(
    name="casetrack",
    cls=CommandGroup,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    epilog=f"Exit codes: {'; '.join(f'{code} {meaning}' for code, meaning in EXIT_CODES.items())}.",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _print_version(asked: bool) -> None:
    if asked:
        print(f"casetrack {__version__}")
        raise typer.Exit


@app.callback()
def casetrack(
    ctx: typer.Context,
    database: Annotated[str | None, typer.Option("--db", metavar="FILE", help=DATABASE_HELP)] = None,
    config_file: Annotated[str | None, typer.Option("--config", metavar="FILE", help=CONFIG_HELP)] = None,
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="DAY", help=AS_OF_HELP)] = None,
    wait: Annotated[float | None, typer.Option("--wait", metavar="SECONDS", min=0, help=WAIT_HELP)] = None,
    quiet: Annotated[
        bool, typer.Option("-q", "--quiet", help="Say nothing but errors on standard error.")
    ] = False,
    verbose: Annotated[bool, typer.Option("-v", "--verbose", help="Say more on standard error.")] = False,
    log_file: Annotated[str | None, typer.Option("--log-file", metavar="FILE", help=LOG_FILE_HELP)] = None,
    log_json: Annotated[str | None, typer.Option("--log-json", metavar="FILE", help=LOG_JSON_HELP)] = None,
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_print_version, help="Print the version.")
    ] = False,
) -> None:
    """Read court news and keep a docket of every case it reports.

    \b
    casetrack ingest clippings/   read a folder of articles
    casetrack cases               list the cases they report
    casetrack docket guzman       who is in a case, what was ruled, what is next
    casetrack agenda next week    what is on, day by day
    casetrack digest --mark       what is new since the last time
    """
    open_session(
        ctx,
        database=database,
        config_file=config_file,
        as_of=as_of,
        wait=wait,
        quiet=quiet,
        verbose=verbose,
        log_file=log_file,
        log_json=log_json,
    )
