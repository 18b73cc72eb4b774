"""Tell whether a text has a figure: most sentences have none, and no date, clock time or docket number then."""

from __future__ import annotations

import re
from functools import lru_cache

FIGURE_RE = re.compile(r"\d")


@lru_cache(maxsize=1024)
def has_figure(text: str) -> bool:
    """Tell a text with a figure; asked by several readers of one sentence."""
    return FIGURE_RE.search(text) is not None
