"""Rows to text. A format knows nothing of the database: it gets rows and columns and a stream.

`write_rows` is the one way in which any listing is printed; views that are no listing (a docket, an
article) have a module each. Importing this package imports no rich.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from casetrack.render.columns import Columns, Row

FORMATS = ("table", "json", "ndjson", "csv", "tsv", "markdown", "html")


def write_rows(
    rows: Sequence[Row],
    columns: Columns[Row],
    form: str,
    stream: TextIO,
    *,
    headers: bool = True,
    title: str = "casetrack",
) -> None:
    """Write a listing in one of FORMATS.

    Args:
        headers: name the columns, where the format does so in a row of its own.
        title: what a page (html) is called.
    """
    from casetrack.render.csv import write_csv
    from casetrack.render.html import write_html
    from casetrack.render.json import row_objects, write_json, write_ndjson
    from casetrack.render.markdown import write_markdown
    from casetrack.render.table import write_table

    if form == "json":
        write_json(row_objects(rows, columns), stream)
    elif form == "ndjson":
        write_ndjson(row_objects(rows, columns), stream)
    elif form in ("csv", "tsv"):
        write_csv(rows, columns, stream, headers=headers, tabs=form == "tsv")
    elif form == "markdown":
        write_markdown(rows, columns, stream, headers=headers)
    elif form == "html":
        write_html(rows, columns, title, stream, headers=headers)
    else:
        write_table(rows, columns, stream, headers=headers)
