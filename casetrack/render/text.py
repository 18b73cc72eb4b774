"""Make text from articles safe to print: nothing in it can steer a terminal or reorder a line.

Whatever was read from a file (names, quotes, paths) goes through `clean_line` or `clean_block`
before it is shown. Nothing here is read as markup: that is kept up by never handing a plain
string to rich.
"""

from __future__ import annotations

import re

# C0 and C1 controls, DEL; marks, embeddings, overrides and isolates of writing direction; invisible
# spaces; tag characters; halves of surrogate pairs (a file name that is no UTF-8).
UNSAFE_RANGES = (
    "\x00-\x1f\x7f-\x9f"
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
    "\u00ad\u200b\u2060\ufeff"
    "\U000e0000-\U000e007f"
    "\ud800-\udfff"
)
LINK_RE = re.compile(r"https?://[!#-;=?-\[\]_a-z~]+", re.ASCII | re.IGNORECASE)  # no quotes, no brackets <>
BREAK_RE = re.compile("[\t\n\r\x0b\x0c\x85\u2028\u2029]+ *")
LINE_END_RE = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
UNSAFE_RE = re.compile(f"[{UNSAFE_RANGES}]")
UNSAFE_BUT_NEWLINE_RE = re.compile(f"(?!\n)[{UNSAFE_RANGES}]")


def clean_line(text: str) -> str:
    """Give the text on one line: breaks and tabs become a space, controls vanish."""
    return UNSAFE_RE.sub(_stand_in, BREAK_RE.sub(" ", text)).strip()


def clean_block(text: str) -> str:
    """Give the text with its lines kept: tabs become four spaces, other controls vanish."""
    return UNSAFE_BUT_NEWLINE_RE.sub(_stand_in, LINE_END_RE.sub("\n", text).replace("\t", "    "))


def _stand_in(match: re.Match[str]) -> str:
    return "\ufffd" if "\ud800" <= match.group() <= "\udfff" else ""


def spell(word: str) -> str:
    """Spell a stored word for a reader: `granted_in_part` is `granted in part`."""
    return word.replace("_", " ")


def safe_link(address: str | None) -> str | None:
    """Give a web address that may be made a link; anything else, such as `javascript:`, is none."""
    return address if address and LINK_RE.fullmatch(address) else None
