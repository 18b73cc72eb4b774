"""JSON and newline-delimited JSON: whole, unabridged values, safe to print on a terminal.

Control characters that JSON itself leaves alone (C1, DEL, overrides of direction) are written as
escapes, so that reading the output back gives every character as it was stored.
"""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterable
from typing import Any, TextIO

from casetrack.render.columns import SCHEMA_VERSION, Columns, Row, data_columns
from casetrack.render.text import UNSAFE_RANGES

# What json.dumps escapes by itself lies before the first of these.
LEFT_ALONE_RE = re.compile(f"(?![\x00-\x1f])[{UNSAFE_RANGES}\u2028\u2029]")


def dump_json(value: Any, indent: int | None = None) -> str:
    """Write a value as JSON; dataclasses become objects, tuples arrays.

    An object at the top begins with `schema_version`.
    """
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        value = {"schema_version": SCHEMA_VERSION, **_plain(value)}
    text = json.dumps(value, ensure_ascii=False, indent=indent, default=_plain)
    return LEFT_ALONE_RE.sub(_escape, text)


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    raise TypeError(f"no JSON for {type(value).__name__}")


def _escape(match: re.Match[str]) -> str:
    return json.dumps(match.group())[1:-1]


def row_objects(rows: Iterable[Row], columns: Columns[Row]) -> Iterable[dict[str, Any]]:
    """Give each row as the object that JSON shows."""
    carried = data_columns(columns, "json")
    for row in rows:
        yield {column.name: column.get(row) for column in carried}


def write_json(objects: Iterable[Any], stream: TextIO) -> None:
    """Write one array, an object a line; an empty one is `[]`."""
    before = "[\n "
    for item in objects:
        stream.write(before + dump_json(item))
        before = ",\n "
    stream.write("[]\n" if before == "[\n " else "\n]\n")


def write_ndjson(objects: Iterable[Any], stream: TextIO) -> None:
    """Write one object a line, each as soon as it is known."""
    for item in objects:
        stream.write(dump_json(item) + "\n")
