"""Find the lawyers of a case and whom they act for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from casetrack.extract.names import NameMention
from casetrack.extract.people import ELECTED_RE, PROSECUTOR_RE, surname_of
from casetrack.extract.scan import Scan
from casetrack.models import Attorney, Party

BEFORE_RE = re.compile(
    r"(?P<client>[A-Z][\w’'.-]+?)[’']s?\s+(?:\w+\s+){0,2}(?:attorneys?|lawyers?|counsel),?\s+(?:the\s+)?$"
    r"|\b(?:defen[sc]e|plaintiffs?[’']?)\s+(?:attorneys?|lawyers?|counsel),?\s+$"
    r"|\brepresented by\s+(?:(?:[\w’'.&-]+\s+){0,4}(?:attorneys?|lawyers?)\s+)?$",
    re.IGNORECASE,
)
AFTER_RE = re.compile(
    r"^,?\s+(?:an?\s+|the\s+|who\s+(?:is\s+|was\s+)?|one of\s+)?(?:[\w’'.-]+\s+){0,3}?"
    r"(?:attorneys?|lawyers?|counsel|represents|representing|public defenders?)\b\s*"
    r"(?:for|of|who represents|representing)?\s*(?:the\s+)?(?P<client>[\w’'.]+(?:\s+[A-Z][\w’'.-]+){0,3})?"
)
EMPLOYER_RE = re.compile(r"\s+(?:staff\s+)?(?:attorneys?|lawyers?)\s+[A-Z]")
"""After a name it is whom the lawyer works for: "Legal Aid attorney Ann Lee"."""
FEDERAL_DEFENDER_RE = re.compile(r"^,?\s+(?:with|of)\s+(?:the\s+)?(?:Federal\s+)?(?:Public\s+)?Defenders?\b")
COUNSEL = frozenset([
    "attorney", "attorneys", "lawyer", "lawyers", "counsel", "represents", "representing", "represented",
    "defender", "defenders",
])  # fmt: skip
"""Of these words each of the patterns above needs one; else a title tells who argues."""
PROSECUTING_RE = re.compile(r"\b(?:prosecut|assisted|handled|tried|opposed|attended|appeal\b)", re.IGNORECASE)


def find_attorneys(scan: Scan, parties: Sequence[Party], kind: str) -> tuple[Attorney, ...]:
    """Give the lawyers, each once, in order of mention."""
    sides = {surname_of(p.name): p.role for p in parties}
    found: dict[str, str] = {}
    for sentence, names in zip(scan.sentences, scan.names, strict=True):
        if sentence.kind == "title":
            continue
        told = not COUNSEL.isdisjoint(sentence.words)
        for at, name in enumerate(names):
            if name.kind != "person" and not (name.title and PROSECUTOR_RE.search(name.title)):
                continue
            side = None
            if told and EMPLOYER_RE.match(sentence.text, name.end - sentence.start):
                continue
            if told or name.title:
                side = _side_of(sentence.text, sentence.start, name, sides, kind)
            if side is None and found:
                side = _joined(sentence.text, sentence.start, names, at, found, scan)
            full = scan.roster.resolve(name) if side else ""
            if side and surname_of(full) not in sides and " " in full:
                found.setdefault(full, side)
    return tuple(Attorney(name, side) for name, side in found.items())


def _side_of(text: str, offset: int, name: NameMention, sides: dict[str, str], kind: str) -> str | None:
    if name.title and PROSECUTOR_RE.search(name.title) and not ELECTED_RE.search(name.title):
        return "prosecution"
    before = text[max(0, name.start - offset - 90) : name.start - offset]
    if name.title and re.search(r"(?:Attorney|Lawyer|Defender)s?$", name.title):
        before = f"{before}{name.title} "
    after = text[name.end - offset : name.end - offset + 110]
    match = BEFORE_RE.search(before)
    if match:
        return _represented(match.groupdict().get("client"), sides, kind)
    match = AFTER_RE.match(after)
    if match:
        return _represented(match.groupdict().get("client"), sides, kind)
    return "defendant" if FEDERAL_DEFENDER_RE.match(after) and kind == "criminal" else None


def _represented(client: str | None, sides: dict[str, str], kind: str) -> str:
    key = surname_of(client) if client else ""
    if key in sides:
        return "plaintiff" if sides[key] in {"plaintiff", "petitioner", "appellant"} else "defendant"
    if client and re.search(r"government|state|prosecution|justice", client, re.IGNORECASE):
        return "government"
    if client and re.search(r"plaintiff", client, re.IGNORECASE):
        return "plaintiff"
    return "defendant" if kind == "criminal" else "other"


def _joined(
    text: str, offset: int, names: Sequence[NameMention], at: int, found: dict[str, str], scan: Scan
) -> str | None:
    """A name after "and" or a comma has the side of the lawyer before it."""
    if at == 0 or names[at].title:
        return None
    before = names[at - 1]
    between = text[before.end - offset : names[at].start - offset]
    if (
        re.fullmatch(r",?\s*(?:and\s+)?", between) and before.title and PROSECUTOR_RE.search(before.title)
    ) or re.fullmatch(r",\s+(?:and\s+)?|\s+and\s+", between):
        return found.get(scan.roster.resolve(before))
    return None
