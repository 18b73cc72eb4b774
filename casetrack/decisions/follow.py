"""Is a text another version of one that was there before, so that decisions about that one hold for it?

Pure. A corrected story shares most of its wording with the first version; a file that holds another story
every day does not.
"""

from __future__ import annotations

import re

RUN = 4
"""Words in a row that are compared."""
ENOUGH = 0.5
"""The share of the shorter text's runs of words that must be in the other."""


def is_same_story(one: str, other: str) -> bool:
    """Tell whether two texts are versions of one story."""
    runs = [_runs_of(text) for text in (one, other)]
    fewer = min(map(len, runs))
    return bool(fewer) and len(runs[0] & runs[1]) >= ENOUGH * fewer


def _runs_of(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1))} if words else set()
