"""A docket as a page to publish, in HTML or markdown: the same parts and words as in the terminal.

Each entry leads to the article that told it where that has an address. Whatever came from an article is
escaped, and the page fetches nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from casetrack.render.docket import (
    header_lines,
    name_fact,
    say_details,
    say_matter,
    say_outcome,
    say_reports,
    split_entries,
)
from casetrack.render.html import link_html, say_html, write_page
from casetrack.render.markdown import escape_markdown, link_markdown, write_cells
from casetrack.render.phrases import cite_fact
from casetrack.render.text import spell
from casetrack.store.rows import ArticleRow, CaseRow, Docket, DocketEntry, HearingRow

STYLE = """
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; }
dt { color: var(--dim); }
dd { margin: 0; }
td:nth-child(1) { white-space: nowrap; }
td:nth-child(2) { min-width: 8rem; font-weight: 600; }
"""


def write_docket_html(docket: Docket, stream: TextIO) -> None:
    """Write the docket as one HTML page."""
    case = docket.case
    body = [f"<h1>{say_html(case.caption)}</h1>", f"<p>{say_html(case.court)}</p>" if case.court else ""]
    state = f"{spell(case.kind)}, {spell(case.status)}"
    body.append(f'<p>{say_html(state)} <span class="dim">· {say_html(say_reports(case))}</span></p>')
    pairs = [
        f"<dt>{say_html(label)}</dt><dd>{'<br>'.join(map(say_html, values))}</dd>"
        for label, values in header_lines(docket)
    ]
    body.append("\n".join(["<dl>", *pairs, "</dl>"]))
    for title, entries in split_entries(docket):
        rows = "\n".join(_make_row(entry, case) for entry in entries)
        body.append(f"<h2>{say_html(title)}</h2>\n<table><tbody>\n{rows}\n</tbody></table>")
    body += ["<h2>Articles</h2>\n<ul>", *map(_make_item, docket.articles), "</ul>"]
    write_page(case.caption, "\n".join(filter(None, body)), stream, style=STYLE)


def _make_row(entry: DocketEntry, case: CaseRow) -> str:
    words = "<br>".join(map(say_html, say_outcome(entry, case)))
    details = say_html(say_details(entry.fact))
    told = link_html(say_html(cite_fact(entry.fact)), _address(entry))
    small = "<br>".join(filter(None, (details, _join(told, name_fact(entry.fact)))))
    about = f'{say_html(say_matter(entry.fact))}<br><span class="dim">{small}</span>'
    when = "<br>".join(map(say_html, _say_when(entry)))
    return f"<tr><td>{when}</td><td>{words}</td><td>{about}</td></tr>"


def _make_item(article: ArticleRow) -> str:
    name, rest = _name_article(article)
    return f'<li>{link_html(say_html(name), article.url)} <span class="dim">{say_html(rest)}</span></li>'


def write_docket_markdown(docket: Docket, stream: TextIO) -> None:
    """Write the docket as markdown, with a table for each part."""
    case = docket.case
    state = f"{spell(case.kind)}, {spell(case.status)} · {say_reports(case)}"
    stream.write(f"# {escape_markdown(case.caption)}\n\n")
    for line in filter(None, (case.court, state)):
        stream.write(f"{escape_markdown(line)}\n\n")
    for label, values in header_lines(docket):
        stream.write(f"- {escape_markdown(label)}: {'; '.join(map(escape_markdown, values))}\n")
    for title, entries in split_entries(docket):
        stream.write(f"\n## {escape_markdown(title)}\n\n")
        write_cells(["Date", "What", "About", "Reported by"], stream)
        write_cells(["---"] * 4, stream)
        for entry in entries:
            write_cells(_make_cells(entry, case), stream)
    stream.write("\n## Articles\n\n")
    for article in docket.articles:
        name, rest = _name_article(article)
        stream.write(f"- {link_markdown(escape_markdown(name), article.url)} {escape_markdown(rest)}\n")


def _make_cells(entry: DocketEntry, case: CaseRow) -> Iterable[str]:
    about = "; ".join(filter(None, (say_matter(entry.fact), say_details(entry.fact))))
    told = link_markdown(escape_markdown(cite_fact(entry.fact)), _address(entry))
    said = (" ".join(_say_when(entry)), ", ".join(say_outcome(entry, case)), about)
    return [*map(escape_markdown, said), _join(told, name_fact(entry.fact))]


def _join(*said: str) -> str:
    return " · ".join(filter(None, said))


def _say_when(entry: DocketEntry) -> list[str]:
    time = entry.fact.time if isinstance(entry.fact, HearingRow) else None
    return list(filter(None, (entry.date, time)))


def _address(entry: DocketEntry) -> str | None:
    return entry.fact.sources[0].url if entry.fact.sources else None


def _name_article(article: ArticleRow) -> tuple[str, str]:
    """Give an article's title, and its outlet and day."""
    name = article.title or article.path.rpartition("/")[2]
    return name, ", ".join(filter(None, (article.source, article.published)))
