"""Write the pages of docs/ that are made from the code: `make docs`, `python -m casetrack.cli.pages docs`."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from casetrack.cli.reference import write_reference
from casetrack.lexicon import load_table

if TYPE_CHECKING:
    from casetrack.store.schema import TableInfo

SCHEMA_HEAD = """# The database

Written by `make docs`; change `casetrack/store/schema.py` or the migrations, not this page.

One SQLite file, schema {newest}. The first tables are a contract: other programs may read them, and none of
their names changes without a line in the changelog. They are written by `casetrack` alone: what another
program writes into them may be gone with the next article. Dates and instants are ISO 8601 text, a missing
value is null.

    sqlite-utils rows casetrack.db docket --where 'date > "2017"'
    sqlite3 casetrack.db 'select date, type from upcoming_hearings order by date'
"""
OWN_HEAD = """## Tables of our own

They may change with any release.
"""
LEXICON_HEAD = """# The lexicon

Written by `make docs`; change the files of `casetrack/lexicon/`, not this page.

The words by which news tells what courts do. To teach a word, add it to an entry, or an entry to a file, with
an example that needs it and a counterexample that must not be found; the tests try both. Every ruling and
hearing says which entry found it (`rule` in its sources), so that a wrong one can be traced here.
"""
LISTED = {"rulings": ("entry", "phrase", "noun"), "hearings": ("entry",), "offences": ("offence",)}
"""Tables whose entries are listed one by one, as these stand behind what is stored."""


def write_pages() -> dict[str, str]:
    """Write every page, by its file name."""
    return {"commands.md": write_reference(), "schema.md": write_schema(), "lexicon.md": write_lexicon()}


def write_schema() -> str:
    """Write what the tables are."""
    from casetrack.store.migrations import NEWEST
    from casetrack.store.schema import describe_schema

    public, own = describe_schema()
    parts = [SCHEMA_HEAD.format(newest=NEWEST), *map(_say_table, public), OWN_HEAD]
    parts += [f"- `{table.name}`: {table.meaning}" for table in own]
    return "\n".join(parts) + "\n"


def _say_table(table: TableInfo) -> str:
    lines = [f"## {table.name}\n", f"One row is {table.meaning}.\n", "| column | type | |", "|---|---|---|"]
    if table.meaning.startswith("a view: "):
        lines[1] = f"A view: {table.meaning.removeprefix('a view: ')}.\n"
    for column in table.columns:
        target = f"refers to `{column.target}`" if column.target else ""
        said = "; ".join(filter(None, (target, column.meaning.replace("|", "\\|"))))
        lines.append(
            f"| `{column.name}` | {column.type}{', never null' if column.required else ''} | {said} |"
        )
    return "\n".join([*lines, ""])


def write_lexicon() -> str:
    """Write what the files of words hold, and the entries that stand behind rulings, hearings and charges."""
    folder = files("casetrack.lexicon")
    names = sorted(
        item.name.removesuffix(".toml") for item in folder.iterdir() if item.name.endswith(".toml")
    )
    parts = [LEXICON_HEAD]
    for name in names:
        comment = _read_comment(folder.joinpath(f"{name}.toml").read_text(encoding="utf-8"))
        parts += [f"## {name}.toml\n", f"{comment}\n", *_say_keys(name)]
    return "\n".join(parts).rstrip() + "\n"


def _read_comment(text: str) -> str:
    """Read the first paragraph of the comment that a file begins with."""
    lines = []
    for line in text.splitlines():
        if not line.startswith("# "):
            break
        lines.append(line[2:])
    return " ".join(lines)


def _say_keys(name: str) -> Iterator[str]:
    table = load_table(name)
    listed = [key for key in LISTED.get(name, ()) if isinstance(table.get(key), list)]
    others = [f"`{key}` ({_count(value)})" for key, value in table.items() if key not in listed]
    if others:
        yield f"Holds {', '.join(others)}.\n"
    for key in listed:
        yield from _list_entries(key, table[key])


def _count(value: Any) -> str:
    return f"{len(value):,}" if isinstance(value, list | dict) else "1"


def _list_entries(key: str, entries: list[dict[str, Any]]) -> Iterator[str]:
    yield f"`{key}`, {len(entries):,} entries:\n"
    yield from ("| id | means | as in |", "|---|---|---|")
    for entry in entries:
        examples = entry.get("examples") or [""]
        first = examples[0] if isinstance(examples[0], str) else examples[0].get("text", "")
        means = entry.get("value") or entry.get("type") or entry.get("group") or ""
        yield f"| `{entry.get('id', entry.get('value', ''))}` | {means} | {_say_example(first)} |"
    yield ""


def _say_example(text: str) -> str:
    return re.sub(r"([|*_`<>\[\]])", r"\\\1", " ".join(text.split()))


def main() -> None:
    """Write the pages into the folder named."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "docs")
    for name, text in write_pages().items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
