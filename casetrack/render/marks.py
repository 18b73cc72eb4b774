"""Signs of what happened, and words marked in a text: by style where there is one, else by asterisks.

The store marks what a search found with two private characters; here they become what a reader
sees. `clean_line` lets these two through, so they are dealt with after cleaning.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from casetrack.store.rows import MARK_END, MARK_START

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

Marks = Literal["style", "asterisks"]
MARK_RE = re.compile(f"{MARK_START}(.*?){MARK_END}", re.DOTALL)
STRAY_RE = re.compile(f"[{MARK_START}{MARK_END}]")
MARK_STYLE = "bold yellow"
GLYPHS = {"ruling": "■", "held": "●", "scheduled": "○", "postponed": "◌", "cancelled": "×"}  # noqa: RUF001
PLAIN_GLYPHS = {"ruling": "#", "held": "*", "scheduled": "o", "postponed": "~", "cancelled": "x"}


def choose_glyphs(console: Console) -> dict[str, str]:
    """Choose the signs of a ruling and of each status of a hearing; letters where signs cannot be shown."""
    return GLYPHS if console.encoding.lower().startswith("utf") else PLAIN_GLYPHS


def choose_marks(console: Console) -> Marks:
    """Choose style where the console has any."""
    return "style" if console.color_system else "asterisks"


def spell_marks(text: str) -> str:
    """Put marked words between pairs of asterisks."""
    return STRAY_RE.sub("", MARK_RE.sub(r"**\1**", text))


def mark_text(text: str, marks: Marks) -> Text:
    """Build a rich text with the marked words styled or between asterisks."""
    from rich.text import Text

    if marks == "asterisks":
        return Text(spell_marks(text))
    result = Text()
    for number, part in enumerate(MARK_RE.split(text)):
        result.append(STRAY_RE.sub("", part), style=MARK_STYLE if number % 2 else None)
    return result
