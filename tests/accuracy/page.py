"""The figures in docs/accuracy.md: one block for our own articles, one for those lent for measuring."""

from __future__ import annotations

import re
from collections.abc import Mapping

from .baseline import Standing
from .sets import ROOT, SETS
from .tables import band_lines, table_lines

PAGE = ROOT / "docs" / "accuracy.md"
BLOCK_RE = re.compile(r"(<!-- figures: (own|lent) -->\n```\n).*?(```\n<!-- end -->)", re.DOTALL)


def figures_of(sets: Mapping[str, Standing], own: bool) -> str:
    """Give one block: the tables of our own sets or of the lent ones, and what their confidence is worth."""
    chosen = {s.name: sets[s.name] for s in SETS if s.own is own and s.name in sets}
    tables = ["\n".join(table_lines(name, standing)) for name, standing in chosen.items()]
    return "\n\n".join([*tables, "\n".join(band_lines(chosen))]) + "\n"


def fill_page(page: str, sets: Mapping[str, Standing]) -> str:
    """Put the figures into the text of the page."""
    return BLOCK_RE.sub(lambda m: m[1] + figures_of(sets, m[2] == "own") + m[3], page)


def write_page(sets: Mapping[str, Standing]) -> None:
    """Put the figures into docs/accuracy.md."""
    page = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(fill_page(page, sets), encoding="utf-8")
