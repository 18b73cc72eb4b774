"""A docket in whatever format is asked for: the view of a terminal, a page, a picture, or for programs."""

from __future__ import annotations

from typing import TextIO

from casetrack.render import write_rows
from casetrack.render.columns import is_json
from casetrack.render.docket import build_docket, write_docket
from casetrack.render.docket_page import write_docket_html, write_docket_markdown
from casetrack.render.json import dump_json
from casetrack.render.listings import ENTRY_COLUMNS
from casetrack.render.picture import write_svg
from casetrack.store.rows import Docket


def write_docket_as(docket: Docket, form: str, stream: TextIO) -> None:
    """Write the docket: one object as json or ndjson, a row an entry as csv or tsv, else a page."""
    if form == "table":
        write_docket(docket, stream)
    elif form == "html":
        write_docket_html(docket, stream)
    elif form == "markdown":
        write_docket_markdown(docket, stream)
    elif form == "svg":
        write_svg(lambda console: build_docket(docket, console), docket.case.caption, stream)
    elif is_json(form):
        stream.write(dump_json(docket, indent=2 if form == "json" else None) + "\n")
    else:
        write_rows(docket.entries, ENTRY_COLUMNS, form, stream)
