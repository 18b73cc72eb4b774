"""HTML pages that stand alone: one file, no script, nothing fetched, and a style that prints well.

Whatever came from an article is escaped, and a page's own policy forbids scripts, frames and requests.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TextIO

from casetrack.render.columns import Columns, Row, table_columns
from casetrack.render.marks import spell_marks
from casetrack.render.text import clean_line, safe_link

STYLE = """
:root { color-scheme: light dark; --ink: #1c1e21; --dim: #5f6670; --line: #d9dce1; --page: #fff; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e7e9; --dim: #9aa1ab; --line: #3a3e45; --page: #16181b; }
}
body { margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: var(--ink); background: var(--page);
  font: 1rem/1.45 system-ui, sans-serif; overflow-wrap: anywhere; }
body.wide { max-width: none; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 .25rem; }
h2 { font-size: 1.1rem; margin: 1.75rem 0 .5rem; border-bottom: 1px solid var(--line); }
a { color: inherit; }
.dim { color: var(--dim); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0;
  border-bottom: 1px solid var(--line); }
th { font-size: .8rem; color: var(--dim); }
.right { text-align: right; }
"""
PRINT_STYLE = """
@page { margin: 18mm; }
@media print {
  :root { color-scheme: light; --ink: #000; --dim: #444; --line: #999; --page: #fff; }
  body { margin: 0; max-width: none; padding: 0; font-size: 10pt; }
  tr, li { break-inside: avoid; }
  h2 { break-after: avoid; }
  thead { display: table-header-group; }
}
"""
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def write_html(
    rows: Sequence[Row], columns: Columns[Row], title: str, stream: TextIO, *, headers: bool = True
) -> None:
    """Write the rows as a page with one table."""
    shown = table_columns(columns)
    body = ['<div class="scroll"><table>']
    if headers:
        names = "".join(f"<th{_side(c.justify)}>{say_html(c.header or '')}</th>" for c in shown)
        body.append(f"<thead><tr>{names}</tr></thead>")
    body.append("<tbody>")
    for row in rows:
        cells = []
        for column in shown:
            said = say_html(spell_marks(clean_line(column.words(row))))
            said = link_html(said, column.link(row) if column.link else None)
            cells.append(f"<td{_side(column.justify)}>{said}</td>")
        body.append(f"<tr>{''.join(cells)}</tr>")
    body.append("</tbody></table></div>")
    write_page(title, "\n".join([f"<h1>{say_html(title)}</h1>", *body]), stream, wide=True)


def write_page(title: str, body: str, stream: TextIO, *, style: str = "", wide: bool = False) -> None:
    """Write a whole page around a body that is HTML already."""
    stream.write(
        "<!doctype html>\n"
        '<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{say_html(title)}</title>\n<style>{STYLE}{style}{PRINT_STYLE}</style>\n</head>\n"
        f"<body{' class=wide' if wide else ''}>\n{body}\n</body>\n</html>\n"
    )


def say_html(text: str) -> str:
    """Give a line of text as HTML that shows just that."""
    return escape(clean_line(text), quote=True)


def link_html(said: str, address: str | None) -> str:
    """Make words that are HTML already a link where the address is one that a browser may open."""
    link = safe_link(address)
    if not link or not said:
        return said
    return f'<a href="{escape(link, quote=True)}" rel="noopener noreferrer">{said}</a>'


def _side(justify: str) -> str:
    return ' class="right"' if justify == "right" else ""
