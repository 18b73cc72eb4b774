"""The options that commands share, each described once, and how a command asks for them.

A command names the options it takes and gets one `Request`:

    @app.command()
    @takes("case", "since", "limit", *LISTING)
    def rulings(request: Request) -> None: ...
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any

import typer

from casetrack.cli.checks import check_date, one_of, read_size
from casetrack.cli.complete import of_names, of_words
from casetrack.cli.record import RECORD
from casetrack.cli.words import CASE_KINDS, CASE_STATUSES, DISPOSITIONS, HEARING_STATUSES, HEARING_TYPES
from casetrack.render import FORMATS

if TYPE_CHECKING:
    from casetrack.cli.config import Config
    from casetrack.cli.days import Days

DATABASE_HELP = "The database file, as news.db; else CASETRACK_DB, casetrack.toml, the user's data folder."
CONFIG_HELP = (
    "Settings to use, as desk.toml; else CASETRACK_CONFIG, the user's casetrack.toml. /dev/null for none."
)
WAIT_HELP = "Wait so long for a busy database, then exit with 75: 300. Else 10."
LOG_FILE_HELP = "Add all that is said to this file, -q or not: casetrack.log."
LOG_JSON_HELP = "Add one JSON object on this run to this file, as runs.ndjson; - is standard error."
AS_OF_HELP = "Take this for today: 2017-05-04, yesterday."


@dataclass
class Session:
    """What holds for a whole run: which database, which day it is, how much is said on standard error."""

    database: str | None = None
    as_of: date | None = None
    quiet: bool = False
    verbose: bool = False
    wait: float | None = None
    config_file: str | None = None

    @cached_property
    def config(self) -> Config:
        """What the configuration says; read when first asked for."""
        from casetrack.cli.config import load_config

        return load_config(self.config_file)

    @property
    def today(self) -> date:
        """The day it is: the one named with `--as-of`, else that of the clock."""
        return self.as_of or date.today()

    @property
    def instant(self) -> str | None:
        """The instant to note, as ISO text, where a day is named with `--as-of`; else the clock's will do."""
        return start_of(self.as_of) if self.as_of else None


def start_of(day: date) -> str:
    """Give the instant at which a day begins by the clock of the place, as ISO text in UTC."""
    return datetime.combine(day, time.min).astimezone(UTC).isoformat(timespec="seconds")


@dataclass(frozen=True, slots=True)
class Request:
    """What a person asked of a command: the session and the values of shared options by name."""

    session: Session
    values: dict[str, Any] = field(default_factory=dict)

    @property
    def format(self) -> str:
        """The format of the output, one of FORMATS."""
        return str(self.values["format"])

    @property
    def columns(self) -> list[str]:
        """The columns asked for by name; none asked for is every one."""
        return split_names(self.values.get("columns"))

    @property
    def sort(self) -> list[str]:
        """The columns to sort by, the first before the others."""
        return split_names(self.values.get("sort"))


def _case_argument(metavar: str) -> Any:
    what = "Its id, slug, docket number or part of a name: guzman."
    return typer.Argument(metavar=metavar, autocompletion=of_names("case"), help=what)


def thing_argument(things: tuple[str, ...], said: str) -> Any:
    """Give the argument that names the kind of thing a command is about; `said` lists them for people."""
    return typer.Argument(
        metavar="THING", callback=one_of(things), autocompletion=of_words(things), help=f"{said}."
    )


CaseWords = Annotated[list[str], _case_argument("CASE")]
"""The case that a command is about, as many words as were typed."""
MaybeCase = Annotated[list[str] | None, _case_argument("CASE...")]
"""The same where it may be left out."""


def split_names(values: list[str] | None) -> list[str]:
    """Split names that were given with commas or in turn."""
    return [name.strip() for value in values or () for name in value.split(",") if name.strip()]


def choice(flag: str, words: tuple[str, ...], what: str) -> Any:
    """Give an option that takes one of these words; `what` begins its help."""
    spelled = ", ".join(words)
    return typer.Option(
        flag,
        metavar="WORD",
        callback=one_of(words),
        autocompletion=of_words(words),
        help=f"{what}: {spelled}.",
    )


def _date(flag: str, what: str) -> Any:
    examples = "2017-05-04, 2017-05 or 2017"
    return typer.Option(flag, metavar="DATE", callback=check_date, help=f"{what}: {examples}.")


def _days(flag: str, what: str) -> Any:
    return typer.Option(flag, metavar="DAYS", help=f"{what}: today, friday, 'next week', +30d, 2017-05.")


def _words(flag: str, what: str, names: str | None = None) -> Any:
    complete = of_names(names) if names else None
    return typer.Option(flag, metavar="WORDS", autocompletion=complete, help=what)


def _format_option(formats: tuple[str, ...]) -> Any:
    shown = f"{', '.join(formats)}; --json, --nl, --csv and --tsv for short."
    return typer.Option(
        "--format",
        metavar="FORMAT",
        callback=one_of(formats),
        autocompletion=of_words(formats),
        help=shown,
    )


def _format_flag(flag: str) -> Any:
    return typer.Option(flag, help="Short for --format.", hidden=True)


# name -> (type, option, default)
SHARED: dict[str, tuple[Any, Any, Any]] = {
    "case": (
        str | None,
        typer.Option(
            "--case",
            metavar="CASE",
            autocompletion=of_names("case"),
            help="Of the case with this id, slug, docket number or part of a name: guzman.",
        ),
        None,
    ),
    "judge": (
        str | None,
        _words("--judge", "Before this judge; part of a name will do: cogan.", "judge"),
        None,
    ),
    "court": (
        str | None,
        _words("--court", "Of this court: its id (nyed) or part of its name.", "court"),
        None,
    ),
    "party": (str | None, _words("--party", "With this party; part of a name will do: guzman."), None),
    "source": (
        str | None,
        _words("--source", "Printed by this outlet; part of a name will do: reuters."),
        None,
    ),
    "kind": (str | None, choice("--kind", CASE_KINDS, "Of cases of this kind"), None),
    "disposition": (str | None, choice("--disposition", DISPOSITIONS, "With this outcome"), None),
    "type": (str | None, choice("--type", HEARING_TYPES, "Of this type"), None),
    "case_status": (str | None, choice("--status", CASE_STATUSES, "Of this status"), None),
    "hearing_status": (str | None, choice("--status", HEARING_STATUSES, "Of this status"), None),
    "on": (str | None, _days("--on", "On these days alone"), None),
    "since": (str | None, _days("--since", "From the first of these days on"), None),
    "until": (str | None, _days("--until", "Up to and with the last of these days"), None),
    "min_confidence": (
        float | None,
        typer.Option(
            "--min-confidence",
            metavar="SHARE",
            min=0.0,
            max=1.0,
            help="Read at least as surely, 0 to 1; 0.9 is right nine times in ten: 0.9.",
        ),
        None,
    ),
    "default_date": (str | None, _date("--date", "The day of articles that give none"), None),
    "default_source": (
        str | None,
        _words("--source", "The outlet of articles that name none: Reuters."),
        None,
    ),
    "glob": (
        str | None,
        typer.Option(
            "--glob",
            metavar="PATTERN",
            help="The files of a folder to take: *.md; else *.txt, *.text, *.txt.gz, *.jsonl and *.ndjson.",
        ),
        None,
    ),
    "max_size": (
        str,
        typer.Option(
            "--max-size",
            metavar="SIZE",
            callback=read_size,
            help="Refuse files larger than this: 500k, 20MB.",
        ),
        "5MB",
    ),
    "limit": (int | None, typer.Option("--limit", metavar="N", min=1, help="At most N rows: 20."), None),
    "offset": (int, typer.Option("--offset", metavar="N", min=0, help="Leave out the first N rows: 20."), 0),
    "sort": (
        list[str] | None,
        typer.Option("--sort", metavar="COLUMN", help="In this order: date, -date, court_id,date."),
        None,
    ),
    "columns": (
        list[str] | None,
        typer.Option("-c", "--columns", metavar="COLUMNS", help="These columns alone: id,caption,date."),
        None,
    ),
    "no_headers": (bool, typer.Option("--no-headers", help="Leave out the names of columns."), False),
    "format": (str, _format_option(FORMATS), "table"),
    "json": (bool, _format_flag("--json"), False),
    "ndjson": (bool, _format_flag("--nl"), False),
    "csv": (bool, _format_flag("--csv"), False),
    "tsv": (bool, _format_flag("--tsv"), False),
    "exit_code": (bool, typer.Option("--exit-code", help="Exit with 5 when nothing matches."), False),
    "database": (str | None, typer.Option("--db", metavar="FILE", help=DATABASE_HELP), None),
    "as_of": (str | None, typer.Option("--as-of", metavar="DAY", help=AS_OF_HELP), None),
    "quiet": (bool, typer.Option("-q", "--quiet", help="Say nothing but errors on standard error."), False),
    "verbose": (bool, typer.Option("-v", "--verbose", help="Say more on standard error."), False),
    "wait": (float | None, typer.Option("--wait", metavar="SECONDS", min=0, help=WAIT_HELP), None),
    "config_file": (str | None, typer.Option("--config", metavar="FILE", help=CONFIG_HELP), None),
    "log_file": (str | None, typer.Option("--log-file", metavar="FILE", help=LOG_FILE_HELP), None),
    "log_json": (str | None, typer.Option("--log-json", metavar="FILE", help=LOG_JSON_HELP), None),
}
SESSION = ("database", "config_file", "as_of", "wait", "quiet", "verbose", "log_file", "log_json")
CONFIGURED = {
    "judge", "court", "party", "kind", "source", "disposition", "type", "case_status", "hearing_status",
    "default_source",
}  # fmt: skip
"""Options for which a configuration may speak."""
INPUTS = ("default_date", "default_source", "glob", "max_size")
OF_CASES = ("judge", "court", "party", "kind")
SPAN = ("on", "since", "until")
SHORT_FORMATS = ("json", "ndjson", "csv", "tsv")
FORMAT = ("format", *SHORT_FORMATS)
OUTPUT = (*FORMAT, "columns", "no_headers")
ARRANGED = ("sort", "limit", "offset", *OUTPUT)
LISTING = (*ARRANGED, "exit_code")


def takes(
    *names: str, ahead: bool = False, form: str = "table", formats: tuple[str, ...] = FORMATS
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command the shared options named, besides its own parameters and those of every command.

    A command that has a parameter `ctx: typer.Context` gets that too.

    Args:
        ahead: bare names of days look ahead, as for hearings.
        form: the format where none is asked for.
        formats: those there are to ask for.
    """

    def decorate(command: Callable[..., None]) -> Callable[..., None]:
        def run(ctx: typer.Context, **values: Any) -> None:
            session = open_session(ctx, **{name: values.pop(name) for name in SESSION})
            asked = {name: values.pop(name) for name in names}
            settle_span(ctx, asked, session, ahead=ahead)
            settle_format(asked)
            settle_defaults(asked, session)
            command(Request(session, asked), **({"ctx": ctx} if wants_context else {}), **values)

        parameters = [*inspect.signature(command, eval_str=True).parameters.values()][1:]  # not the request
        own = [parameter for parameter in parameters if parameter.annotation is not typer.Context]
        wants_context = len(own) < len(parameters)
        context = inspect.Parameter("ctx", inspect.Parameter.KEYWORD_ONLY, annotation=typer.Context)
        shared = [_make_parameter(name, form, formats) for name in (*names, *SESSION)]
        parameters = [context, *(p.replace(kind=p.KEYWORD_ONLY) for p in own), *shared]
        run.__name__, run.__doc__, run.__module__ = command.__name__, command.__doc__, command.__module__
        run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
        run.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
        return run

    return decorate


def _make_parameter(name: str, form: str, formats: tuple[str, ...]) -> inspect.Parameter:
    kind, option, default = SHARED[name]
    if name == "format":
        option, default = _format_option(formats), form
    return inspect.Parameter(
        name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=Annotated[kind, option]
    )


def open_session(
    ctx: typer.Context,
    *,
    database: str | None,
    config_file: str | None,
    as_of: str | None,
    wait: float | None,
    quiet: bool,
    verbose: bool,
    log_file: str | None,
    log_json: str | None,
) -> Session:
    """Note what was asked for the whole run, before the command's name or after it."""
    session: Session = ctx.ensure_object(Session)
    if log_file or log_json:
        RECORD.open(log_file, log_json)
    session.database = database or session.database
    session.config_file = config_file or session.config_file
    session.wait = session.wait if wait is None else wait
    if as_of is not None:
        day = read_option(ctx, "--as-of", as_of, date.today())
        if day.first != day.last:
            raise typer.BadParameter(f"{as_of!r} is more than one day.", ctx, param_hint="'--as-of'")
        session.as_of = day.first
    session.quiet |= quiet
    session.verbose |= verbose
    return session


def settle_defaults(asked: dict[str, Any], session: Session) -> None:
    """Let the configuration speak where nothing was typed; an empty word is no filter."""
    if not asked.keys() & CONFIGURED:
        return
    from casetrack.cli.config import apply_filters

    apply_filters(session.config, asked)
    asked |= {name: None for name in asked.keys() & CONFIGURED if asked[name] == ""}
    if asked.get("default_source", "") is None:
        asked["default_source"] = session.config.source


def settle_format(asked: dict[str, Any]) -> None:
    """Let `--csv` and its like say the format."""
    for name in SHORT_FORMATS:
        if asked.pop(name, False):
            asked["format"] = name


def settle_span(ctx: typer.Context, asked: dict[str, Any], session: Session, *, ahead: bool) -> None:
    """Turn what was typed for the days of a listing into `since` and `until`, each a day as ISO text."""
    if asked.get("on") is not None and (asked["since"] or asked["until"]):
        raise typer.BadParameter("--on stands without --since and --until.", ctx, param_hint="'--on'")
    for name, ends in (("on", ("since", "until")), ("since", ("since",)), ("until", ("until",))):
        words = asked.get(name)
        if words is None:
            continue
        days = read_option(ctx, f"--{name}", words, session.today, ahead=ahead)
        asked |= {end: (days.first if end == "since" else days.last).isoformat() for end in ends}
        if name == "on":
            return


def read_option(ctx: typer.Context, flag: str, words: str, today: date, *, ahead: bool = False) -> Days:
    """Read the days that follow an option; words that mean none are wrong usage."""
    from casetrack.cli.days import read_days

    try:
        return read_days(words, today, ahead=ahead)
    except ValueError as error:
        raise typer.BadParameter(str(error), ctx, param_hint=f"'{flag}'") from None
