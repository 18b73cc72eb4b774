"""Find the courts that a sentence names.

A court is found by its head words ("Supreme Court", "federal judge", "9th Circuit", "Superior Court"),
read with the place before or after them. What the words do not settle is not guessed: a federal judge
"in California" is no court, and a county court whose state nothing tells keeps its printed name and no
state. "Court" alone, a tennis court and the court of public opinion are none. Which court a case is
before is not decided here. Pure, and linear in the length of the sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from casetrack.extract.court_places import Found, fold_capitals, match_county_court, match_place_court
from casetrack.extract.federal_courts import (
    FEDERAL_HEADS,
    read_abbreviation,
    read_circuit,
    read_compass,
    read_district,
    read_federal,
)
from casetrack.extract.state_courts import read_appeals, read_highest, read_named, read_supreme
from casetrack.extract.trial_courts import find_offices, read_county, read_trial
from casetrack.lexicon import alternation
from casetrack.lexicon.courts import load_courts
from casetrack.models import CourtRef

__all__ = [
    "CourtMention",
    "find_court_hints",
    "find_courts",
    "match_county_court",
    "match_place_court",
    "settle_court_hint",
]

KEYWORDS = (
    "court",
    "circuit",
    "judge",
    "justices",
    "district",
    "federal",
    "parole",
    "appe",
    "jur",
    "bailey",
)
RARE_KEYWORDS = ("scotus", "guantanamo", "fisc", "review board", "tribunal", "multidistrict")
OFFICE_KEYWORDS = ("attorney", "prosecutor", "solicitor", " da", "d.a.")
ABBREVIATION_RE = re.compile(r"\b[NSEWMC](?:D[A-Z]{2}\b|\.D\.)")
STATE_HEADS = r"""
    (?P<county>County\ (?P<people>(?:[Gg]rand\ )?(?:[Jj]udges?|[Jj]ur(?:y|ies|ors?)))\b)
  | (?P<supreme>\b[Ss]upreme\ (?:Judicial\ )?[Cc]ourt(?:\ of\ Appeals)?)
  | (?P<highest>\b(?:[Hh]igh(?:est)?|[Tt]op|Constitutional|National)\ [Cc]ourt(?:\ of\ Justice)?
      |\bSupreme\ Tribunal\ of\ Justice|\bFederal\ Court\ of\ Justice)
  | (?P<appeals>\b(?:Intermediate\ |[Dd]istrict\ )?
        [Cc]ourt\ of\ (?:[Cc]riminal\ |[Cc]ivil\ |[Ss]pecial\ )?[Aa]ppeals?
      |\b[Aa]ppeals?\ [Cc]ourt|\b[Aa]ppellate\ [Cc]ourt|\bAppellate\ Division|\bCommonwealth\ Court
      |\bCourt\ of\ Chancery|\bChancery\ Court|\bCourt\ of\ Claims|\bBusiness\ Court)
"""
US_LEAD = r"(?:(?:U\.S\.|US|United\ States)\ )?"
BLANK = r"\ "
"""A blank in a verbose pattern."""
LOWER_CASE_RE = re.compile(r"[a-z]{3}")
SMALL_WORDS_RE = re.compile(r"(?<= )(?:OF|THE|IN|FOR|AND|AT|ON|BY|TO|A|AN|FROM|WITH)(?= )")
ORDINAL_CAPS_RE = re.compile(r"(?<=\d)(?:ST|ND|RD|TH)\b")
FOLD_TABLE = str.maketrans(
    {"’": "'", "‘": "'", "\u00a0": " ", "\n": " ", "\t": " ", "\r": " ", "\u2009": " "}
)
HINT_KINDS = frozenset({"generic", "office"})

Reader = Callable[[str, "re.Match[str]"], "Found | list[Found] | None"]
READERS: dict[str, Reader] = {
    "circuit": read_circuit,
    "compass": read_compass,
    "district": read_district,
    "abbreviation": read_abbreviation,
    "federal": read_federal,
    "named": read_named,
    "county": read_county,
    "supreme": read_supreme,
    "highest": read_highest,
    "appeals": read_appeals,
    "trial": read_trial,
}


@dataclass(frozen=True, slots=True)
class CourtMention:
    """A court where a sentence names it, `text == article.text[start:end]`.

    `kind` tells how: `named` by its own name; `place` by the town or state it sits in ("a Brooklyn
    federal judge"); `short` by a name that others share ("the Supreme Court", where a state's may be
    meant; "the Parole Board"); `alias` by another word ("the high court", "the justices").
    Hints are `generic` (a kind of court, no one court) or `office` (a prosecutor's, who appears there).
    """

    start: int
    end: int
    text: str
    court: CourtRef
    kind: str = "named"


def find_courts(text: str, offset: int) -> list[CourtMention]:
    """Find every court named in a sentence.

    Args:
        text: one sentence.
        offset: where it starts in the article.
    Returns:
        Mentions in text order, not overlapping, with offsets into the article.
    """
    return [mention for mention in _find_all(text, offset, False) if mention.kind not in HINT_KINDS]


def find_court_hints(text: str, offset: int) -> list[CourtMention]:
    """Find words that tell of a court without naming it.

    "A federal judge" (kind `generic`: a level and jurisdiction, no id) is settled by a dateline and
    `match_place_court`; "the Brooklyn district attorney", "U.S. Attorney for the District of Maryland"
    (kind `office`) carry the court in which that office prosecutes.
    """
    return [mention for mention in _find_all(text, offset, True) if mention.kind in HINT_KINDS]


def settle_court_hint(hint: CourtMention, dateline: str | None) -> CourtRef | None:
    """Match the court a hint stands for, by the place the article is written from.

    "A U.S. judge" under "BROOKLYN, N.Y." is of the Eastern District of New York. Every appeals court's
    rulings are reported from Washington, so that this dateline settles a district court only.
    """
    if hint.kind == "office":
        return hint.court
    if hint.kind != "generic" or not dateline:
        return None
    level = hint.court.level or "trial"
    court = match_place_court(dateline, level)
    if court and "Bankruptcy" in hint.court.name:
        return load_courts().bankruptcy_court(court)
    return court if court and court.id != "cadc" else None


def _find_all(text: str, offset: int, hints: bool) -> list[CourtMention]:
    if not _speaks_of_courts(text, hints):
        return []
    folded = _fold(text)
    found = list(_read_heads(folded))
    if hints:
        found += find_offices(folded)
    kept = _resolve_aliases(_drop_overlaps(found))
    return [
        CourtMention(f.start + offset, f.end + offset, text[f.start : f.end], f.court, f.kind) for f in kept
    ]


def _speaks_of_courts(text: str, hints: bool) -> bool:
    lowered = text.lower()
    if any(word in lowered for word in KEYWORDS) or any(word in lowered for word in RARE_KEYWORDS):
        return True
    if hints and any(word in lowered for word in OFFICE_KEYWORDS):
        return True
    return ABBREVIATION_RE.search(text) is not None


def _fold(text: str) -> str:
    """Fold quotes, blanks and a headline's capitals; the length stays."""
    folded = text.translate(FOLD_TABLE)
    if not LOWER_CASE_RE.search(folded):
        folded = ORDINAL_CAPS_RE.sub(lambda m: m[0].lower(), folded)
        return fold_capitals(SMALL_WORDS_RE.sub(lambda m: m[0].lower(), folded))
    return folded


def _read_heads(folded: str) -> Iterator[Found]:
    for head in _head_re().finditer(folded):
        read = READERS[head.lastgroup or ""](folded, head)
        if read:
            yield from read if isinstance(read, list) else [read]


@cache
def _head_re() -> re.Pattern[str]:
    """One pattern of every head word; the first alternative that fits a place in the text is read."""
    table = load_courts()
    named = _in_any_case(words for words in table.named if " " in words)
    single = alternation(word.upper() for word in table.named if " " not in word)
    trial = _in_any_case([*table.trial_words, *(w.replace(" Court", " Judge") for w in table.judge_words)])
    named_head = rf"(?P<named>\b{US_LEAD}(?:{named}|{single}|[Jj]ustices)\b)"
    trial_head = rf"(?P<trial>\b(?!(?i:County\ Court\ of)\b){trial}\b)"
    heads = f"{FEDERAL_HEADS} | {STATE_HEADS} | {trial_head}"
    return re.compile(rf"\b(?:{named_head} | {heads})", re.VERBOSE)


def _in_any_case(phrases: Iterable[str]) -> str:
    """Join phrases to a pattern; the plain first letter lets most of them be passed over at a glance."""
    ends: dict[str, list[str]] = {}
    for phrase in phrases:
        ends.setdefault(phrase[0].lower(), []).append(phrase[1:].lower())
    joined = (
        rf"[{first.upper()}{first}](?i:{alternation(rest, BLANK)})" for first, rest in sorted(ends.items())
    )
    return f"(?:{'|'.join(joined)})"


def _drop_overlaps(found: list[Found]) -> list[Found]:
    """Keep the best of overlapping finds: a name before a place, then the longest; hints come last."""
    kept: list[Found] = []
    for item in sorted(found, key=_rank):
        at = bisect_left(kept, item.start, key=lambda other: other.start)
        before, after = kept[at - 1 : at] if at else [], kept[at : at + 1]
        if all(other.end <= item.start for other in before) and all(
            item.end <= other.start for other in after
        ):
            kept.insert(at, item)
    return kept


def _rank(item: Found) -> tuple[bool, bool, int, int]:
    return item.kind in HINT_KINDS, item.kind != "named", item.start - item.end, item.start


def _resolve_aliases(found: list[Found]) -> list[Found]:
    """Give "the justices" to the one high court the sentence names; to none if it names several."""
    high = {f.court for f in found if f.kind != "alias" and f.court.level == "supreme"}
    resolved = []
    for item in found:
        if item.kind != "alias" or item.court.level != "supreme" or not high:
            resolved.append(item)
        elif len(high) == 1:
            resolved.append(replace(item, court=next(iter(high))))
    return resolved
