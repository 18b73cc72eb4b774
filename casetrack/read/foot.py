"""What only the foot of a clipping tells: a date under the story, a copyright line, a credit.

Asked only for what the head left open. Everything from the first heading of a list of other stories on
("Latest News") is out of bounds: its dates and names belong to them.
"""

from __future__ import annotations

import re

from casetrack.read.lines import Line, Sign, first_posted, read_sign, split_lines
from casetrack.read.outlets import match_credit, name_office, name_outlet
from casetrack.read.printed_dates import match_timestamp

MAX_LINES = 2000
FOOT = 1500
"""So many characters from the end may hold the copyright line and the credits."""
PARAGRAPH = 100
"""A line of so many characters goes on with the story."""
CREDITS = 20_000
"""An outlet may speak of itself anywhere in a story of ordinary length."""

BULLETS = "-–—*•· "
"""What may stand before a label in a list under the story: "- Posted May 4, 2017"."""
COPYRIGHT_SIGNS = ("Copyright", "©", "(c)", "(C)")
COPYRIGHT_RE = re.compile(
    r"^[ ]{0,3}(?:Copyright|©|\([cC]\))[ ]?(?:©|\([cC]\))?[ ]?(?:[0-9]{4}(?:[-–][0-9]{4})?)?,?[ ]?(?:by )?"
    r"(?P<name>[^\n]{3,90})",
    re.MULTILINE,
)
NAME_END_RE = re.compile(r"[.;|]|, (?:LLC|Inc|Ltd|L\.P)| (?:LLC|Inc\b)|,? [Aa]ll [Rr]ights")
FIRST_RE = re.compile(
    r"(?:originally|first) (?:appeared|published|ran)(?: in| on| at| by)? (?P<name>[A-Z][^\n.]{2,50})\.?"
)


def find_foot_date(text: str, body_start: int) -> str | None:
    """Find the date under a story: a labelled one, then a single one on its own line, then a timestamp."""
    lines = _own_lines(text, body_start)
    signs = [(line, read_sign(line.text.lstrip(BULLETS))) for line in lines if len(line.text) <= 120]
    labelled = [sign.date for _, sign in signs if sign and sign.labelled and sign.date and not sign.updated]
    owned = [
        found.iso
        for line in lines
        if line.text.startswith(COPYRIGHT_SIGNS)
        if (found := first_posted(line.text))
    ]
    if labelled or owned:
        return [*labelled, *owned][0]
    end = lines[-1].end if lines else body_start
    stamp = match_timestamp(text[:end], body_start)
    if stamp:
        return stamp
    return _single_date(lines, signs)


def find_foot_source(text: str, body_start: int) -> str | None:
    """Name the outlet by the copyright line or a credit: "Ada Finch is a Plainview News reporter"."""
    start = max(body_start, len(text) - FOOT)
    foot = text[start:]
    owner = COPYRIGHT_RE.search(foot) if any(sign in foot for sign in COPYRIGHT_SIGNS) else None
    if owner:
        name = NAME_END_RE.split(owner["name"])[0].strip(" ,")
        known = name_outlet(name) or name_office(name)
        if known or (name[:1].isupper() and len(name.split()) <= 6):
            return known or name
    first = FIRST_RE.search(foot) if "originally " in foot or "first " in foot else None
    if first:
        return name_outlet(first["name"]) or first["name"]
    return match_credit(text[-CREDITS:])


def _own_lines(text: str, body_start: int) -> list[Line]:
    """The lines of the story and what stands under it, up to the first list of other stories."""
    own: list[Line] = []
    for line in split_lines(text, body_start, MAX_LINES):
        sign = read_sign(line.text) if len(line.text) <= 40 else None
        if own and sign and sign.kind == "list":
            break
        own.append(line)
    return own


def _single_date(lines: list[Line], signs: list[tuple[Line, Sign | None]]) -> str | None:
    """Believe a date on its own line when it is the only one and no story follows: no timeline."""
    dated = [
        (line, sign.date)
        for line, sign in signs
        if sign and sign.kind == "date" and sign.date and not sign.rest
    ]
    if len({iso for _, iso in dated}) != 1:
        return None
    line, iso = dated[0]
    follows = any(other.start > line.end and len(other.text) > PARAGRAPH for other in lines)
    above = [other.text for other in lines if other.start < line.start]
    return None if follows or (above and above[-1].endswith(":")) else iso
