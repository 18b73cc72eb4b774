"""An article, a ruling or a hearing in full: what is known of it and the sentences it was read from.

A sentence that reports a fact stands in its paragraph between `>>` and `<<`, in every output.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TextIO

from casetrack.render.console import make_console, print_trimmed
from casetrack.render.phrases import cite_source, name_decider, say_type
from casetrack.render.text import clean_block, clean_line, spell
from casetrack.store.rows import ArticleDetail, FactDetail, HearingRow, Passage, RulingRow

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.table import Table
    from rich.text import Text

MAX_WIDTH = 100
CONTEXT = 500
OPEN, CLOSE = ">>", "<<"
MARK_STYLE = "bold"
Field = tuple[str, str | None]


def write_detail(detail: ArticleDetail | FactDetail, stream: TextIO) -> None:
    """Write an article, or a ruling or hearing, for a reader."""
    if isinstance(detail, ArticleDetail):
        write_article(detail, stream)
    else:
        write_fact(detail, stream)


def write_article(detail: ArticleDetail, stream: TextIO) -> None:
    """Write an article, the sentences that report a fact marked, and the facts below it."""
    from rich.text import Text

    console = make_console(stream, MAX_WIDTH)
    article = detail.article
    parts: list[RenderableType] = [
        Text(clean_line(article.title or article.path), style="bold"),
        _build_fields(article_fields(detail)),
        Text(),
        mark_spans(detail.text, _fact_spans(detail)),
    ]
    facts: list[RulingRow | HearingRow] = [*detail.rulings, *detail.hearings]
    if facts:
        parts += [Text(), Text("Read from this article", style="bold underline")]
        parts += [_build_fields([_name_fact(fact) for fact in facts])]
    _print_all(console, parts)


def write_fact(detail: FactDetail, stream: TextIO) -> None:
    """Write a ruling or hearing with every sentence that reports it in its paragraph."""
    from rich.text import Text

    console = make_console(stream, MAX_WIDTH)
    parts: list[RenderableType] = [
        Text(f"{detail.kind.capitalize()} {detail.fact.id}", style="bold"),
        _build_fields(fact_fields(detail.fact)),
    ]
    for passage in detail.passages:
        parts += [Text(), _cite_passage(passage)]
        parts += [mark_spans(*cut_around(passage.paragraph, passage.start, passage.end))]
    _print_all(console, parts)


def article_fields(detail: ArticleDetail) -> list[Field]:
    """List what is known of an article."""
    article = detail.article
    return [
        ("Article", str(article.id)),
        ("Source", article.source),
        ("Author", article.author),
        ("Published", article.published),
        ("Dateline", article.dateline),
        ("Link", article.url),
        ("File", article.path),
        *(("Case", f"{case.caption} ({case.id}, {case.slug})") for case in article.cases),
    ]


def fact_fields(fact: RulingRow | HearingRow) -> list[Field]:
    """List what is known of a ruling or hearing."""
    case = [("Case", f"{fact.caption} ({fact.case_id}, {fact.slug})"), ("Court", fact.court)]
    by_hand = [
        ("Entered by a person", fact.entered),
        ("Set by a person", ", ".join(spell(name) for name in fact.corrected)),
    ]
    if isinstance(fact, RulingRow):
        return [
            ("Outcome", spell(fact.disposition)),
            ("Date", fact.date),
            ("About", fact.subject),
            ("Sought by", fact.movant),
            ("Decided by", name_decider(fact)),
            *case,
            *by_hand,
        ]
    return [
        ("Hearing", say_type(fact.type)),
        ("Status", fact.status),
        ("Date", " ".join(filter(None, (fact.date, fact.time)))),
        ("Moved from", fact.moved_from),
        ("About", fact.purpose),
        ("Where", fact.location),
        *case,
        ("Judge", ", ".join(fact.judges)),
        *by_hand,
    ]


def mark_spans(text: str, spans: Iterable[tuple[int, int]]) -> Text:
    """Put the spans of a text between OPEN and CLOSE; one that overlaps an earlier one is left out."""
    from rich.text import Text

    result, done = Text(), 0
    for start, end in sorted(spans):
        if start < done:
            continue
        result.append(clean_block(text[done:start]))
        result.append(f"{OPEN}{clean_block(text[start:end])}{CLOSE}", style=MARK_STYLE)
        done = end
    return result.append(clean_block(text[done:]))


def cut_around(text: str, start: int, end: int) -> tuple[str, list[tuple[int, int]]]:
    """Cut a long text to CONTEXT characters on either side of a span, whose new place is given too."""
    first, last = start - CONTEXT, end + CONTEXT
    before, after = text[max(first, 0) : start], text[end:last]
    if first > 0:
        before = "… " + before.partition(" ")[2]
    if last < len(text):
        after = after.rpartition(" ")[0] + " …"
    return before + text[start:end] + after, [(len(before), len(before) + end - start)]


def _fact_spans(detail: ArticleDetail) -> set[tuple[int, int]]:
    facts: list[RulingRow | HearingRow] = [*detail.rulings, *detail.hearings]
    return {
        (source.start, source.end)
        for fact in facts
        for source in fact.sources
        if source.article_id == detail.article.id
    }


def _name_fact(fact: RulingRow | HearingRow) -> Field:
    if isinstance(fact, RulingRow):
        ruled = (fact.date, spell(fact.disposition), fact.subject)
        return f"ruling {fact.id}", "  ".join(filter(None, ruled))
    heard = (fact.date, say_type(fact.type), spell(fact.status), fact.purpose)
    return f"hearing {fact.id}", "  ".join(filter(None, heard))


def _cite_passage(passage: Passage) -> Text:
    from rich.text import Text

    source = passage.source
    text = Text(clean_line(cite_source(source)) + " ", style="bold")
    where = f"· article {source.article_id}, characters {source.start} to {source.end}"
    found = f" · {source.rule}, {source.confidence:.2f}"
    return text.append(clean_line(where + found), style="not bold dim")


def _build_fields(fields: Sequence[Field]) -> Table:
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for label, value in fields:
        if value:
            grid.add_row(Text(label), Text(clean_line(value)))
    return grid


def _print_all(console: Console, parts: list[RenderableType]) -> None:
    from rich.console import Group

    print_trimmed(console, Group(*parts))
