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

from casetrack.extract.characters import fold_marks
from casetrack.extract.court_places import Found, fold_capitals, match_county_court, match_place_court
from casetrack.extract.courts_abroad import find_abroad
from casetrack.extract.federal_courts import (
    FEDERAL_HEADS,
    read_abbreviation,
    read_circuit,
    read_compass,
    read_district,
    read_federal,
)
from casetrack.extract.phrase_words import PhraseWords, word_places
from casetrack.extract.state_courts import read_appeals, read_highest, read_named, read_supreme
from casetrack.extract.tense import lower
from casetrack.extract.trial_courts import find_offices, read_county, read_trial
from casetrack.extract.word_sets import WORDS_RE, word_set
from casetrack.lexicon import alternation
from casetrack.lexicon.courts import ORDINALS, load_courts
from casetrack.models import CourtRef

__all__ = [
    "CourtMention",
    "find_court_hints",
    "find_courts",
    "match_county_court",
    "match_place_court",
    "settle_court_hint",
]

OPENERS = frozenset([
    *("d", "dc", "district", "federal", "northern", "southern", "eastern", "western", "middle", "central"),
    *("u", "us", "united", "bankruptcy", "county", "supreme", "high", "highest", "top", "constitutional"),
    *("national", "intermediate", "court", "appeal", "appeals", "appellate", "commonwealth", "chancery"),
    *("business", "justices"),
    *(word.lower() for word in ORDINALS), *"nsewmc",
])  # fmt: skip
"""The words with which the head words of a court begin, beside those of the lexicon; or a figure does."""
FEDERAL_NOUNS = (
    "appeal", "appeals", "appellate", "court", "courts", "courthouse", "courthouses", "courtroom",
    "courtrooms", "judge", "judges", "jury", "juries", "juror", "jurors",
)  # fmt: skip
NEEDED = (
    *(
        "supreme",
        "circuit",
        "justices",
        "appellate",
        "District of",
        "bankruptcy court",
        "bankruptcy courthouse",
    ),
    *("bankruptcy judge", "Northern District", "Southern District", "Eastern District", "Western District"),
    *("Middle District", "Central District"),
    *(f"county {noun}" for noun in ("judge", "judges", "jury", "juries", "juror", "jurors")),
    *(f"{lead} {noun}" for lead in ("federal", "U.S.", "US", "United States") for noun in FEDERAL_NOUNS),
)
"""Of the head words, beside those of the lexicon, one of these rows stands in every sentence with a court."""
COURT_LEADS = frozenset(
    {
        "high",
        "highest",
        "top",
        "constitutional",
        "national",
        "commonwealth",
        "chancery",
        "business",
        "appeal",
        "appeals",
    }
)
COURTS_OF = ("appeal", "chancery", "claims")
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
ALSO_FOLDED = {"\r": " "}
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
    abroad = [] if hints else find_abroad(text)
    if not hints and not abroad and not _may_name_court(text):
        return []
    folded = _fold(text)
    found = abroad + list(_read_heads(folded))
    if hints:
        found += find_offices(folded)
    kept = _resolve_aliases(_drop_overlaps(found)) if len(found) > 1 else found
    ends = [_end_of_district(folded, f) for f in kept]
    return [
        CourtMention(f.start + offset, end + offset, text[f.start : end], f.court, f.kind)
        for f, end in zip(kept, ends, strict=True)
    ]


OWN_DISTRICT_RE = re.compile(
    r",?\s(?:Western|Eastern|Southern|Northern|First|Second|Third|Fourth|Fifth|Sixth)\sDistrict\b"
)


def _end_of_district(text: str, found: Found) -> int:
    """Take in the district of a state's court of appeals: "Missouri Court of Appeals Western District"."""
    if found.court.level != "appeals" or found.court.jurisdiction == "us":
        return found.end
    district = OWN_DISTRICT_RE.match(text, found.end)
    return district.end() if district else found.end


def _may_name_court(text: str) -> bool:
    """Tell by its words a sentence that may name a court from one that cannot."""
    words = word_set(text)
    if _needed_words().may_stand(words) or ("d" in words and ".D." in text):
        return True
    if COURT_LEADS.isdisjoint(words) and "of" not in words:
        return False
    lowered = text.lower()
    if "court" not in lowered:
        return False
    return not COURT_LEADS.isdisjoint(words) or any(word in lowered for word in COURTS_OF)


@cache
def _needed_words() -> PhraseWords:
    """Give what a sentence has to have of the words of courts: one of the rows, all of its words."""
    table = load_courts()
    phrases = (*NEEDED, *table.named, *_trial_heads(), *_abbreviations())
    return PhraseWords((phrase, phrase) for phrase in phrases)


def _abbreviations() -> list[str]:
    """Give the districts as "EDNY" abbreviates them."""
    idents = [court.id for court in load_courts().districts.values() if court.id]
    return [f"{ident[2:-1]}d{ident[:2]}" for ident in idents if len(ident) == 4]


def _trial_heads() -> tuple[str, ...]:
    table = load_courts()
    return *table.trial_words, *(words.replace(" Court", " Judge") for words in table.judge_words)


@cache
def _openers() -> frozenset[str]:
    phrases = (*load_courts().named, *_trial_heads(), *_abbreviations())
    return OPENERS | {WORDS_RE.findall(phrase.lower())[0] for phrase in phrases}


def _fold(text: str) -> str:
    """Fold quotes, blanks and a headline's capitals; the length stays."""
    folded = fold_marks(text, ALSO_FOLDED)
    if not LOWER_CASE_RE.search(folded):
        folded = ORDINAL_CAPS_RE.sub(lambda m: m[0].lower(), folded)
        return fold_capitals(SMALL_WORDS_RE.sub(lambda m: m[0].lower(), folded))
    return folded


def _read_heads(folded: str) -> Iterator[Found]:
    pattern, end = _head_re(), 0
    for start in _starts(folded):
        if start < end or (head := pattern.match(folded, start)) is None:
            continue
        end = head.end()
        read = READERS[head.lastgroup or ""](folded, head)
        if read:
            yield from read if isinstance(read, list) else [read]


def _starts(folded: str) -> list[int]:
    """Give where head words may begin, in order."""
    words, small = word_set(folded), lower(folded)
    openers = _openers() & words
    if "circuit" in words:
        openers |= {word for word in words if word[0].isdecimal()}
    return sorted(start for word in openers for start in word_places(small, word))


@cache
def _head_re() -> re.Pattern[str]:
    """One pattern of every head word; the first alternative that fits a place in the text is read."""
    table = load_courts()
    named = _in_any_case(words for words in table.named if " " in words)
    single = alternation(word.upper() for word in table.named if " " not in word)
    trial = _in_any_case(_trial_heads())
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
