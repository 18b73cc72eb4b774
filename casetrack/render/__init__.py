"""Rows to text. A format knows nothing of the database: it gets rows and columns and a stream.

`write_rows` is the one way in which any listing is printed; views that are no listing (a docket, an
article) have a module each. Importing this package imports no rich.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from casetrack.render.columns import Columns, Row

FORMATS = ("table", "json", "ndjson", "csv")


def write_rows(rows: Sequence[Row], columns: Columns[Row], form: str, stream: TextIO) -> None:
    """Write a listing in one of FORMATS."""
    from casetrack.render.csv import write_csv
    from casetrack.render.json import row_objects, write_json, write_ndjson
    from casetrack.render.table import write_table

    if form == "json":
        write_json(row_objects(rows, columns), stream)
    elif form == "ndjson":
        write_ndjson(row_objects(rows, columns), stream)
    elif form == "csv":
        write_csv(rows, columns, stream)
    else:
        write_table(rows, columns, stream)
