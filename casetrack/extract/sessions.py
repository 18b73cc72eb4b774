"""Find the words for a session of a court in one sentence: "a detention hearing", "pleaded guilty".

What they are called is data (`lexicon/hearings.toml`). A hearing of a legislature or an agency, one that
is only asked for, supposed or denied, and a clinical trial are none. Days are joined to sessions in
`hearings.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from casetrack.extract.phrase_words import PhraseWords, word_places
from casetrack.extract.tense import lower
from casetrack.extract.word_sets import word_set
from casetrack.lexicon import alternation, load_table

GAP = r"(?:\s+[\w.’'$-]+){0,4}?,?\s+"
WINDOW = 6
"""So many words before a session may say that it is only asked for."""
NEAR = 60
"""So many characters around a session tell whose it is."""
MONTH_RE = re.compile(r"(?<!^)\bMay\b")
"""The month, which is no doubt: "set a May 12 hearing"."""
WORD_RE = re.compile(r"\w+")
MAY_RE = re.compile(r"\b(?:may|can|could|should|cannot|grand)\b")
""" "Jurors may hear from": what is allowed, not a session; nor what a grand jury is told."""
POSSIBLE_RE = re.compile(r"\s(?:is|are)\s(?:possible|unlikely)\b")
BEGUN_RE = re.compile(
    r"Before\s(?:it|(?:the\s)?(?:trial|testimony))\s(?:began|started|opened|got\sunder\sway)\b"
)
"""What was done and said then is no day of the trial."""
OF_PLAN_RE = re.compile(
    r"\b(?:[Bb]ankruptcy|Chapter\s(?:7|9|11|12|13)|creditors?|reorganization|(?:the|its|a)\splan)\b"
)
"""What a bankruptcy court confirms is a plan, not a nominee."""
ASKED_REACH = 90
ASKED_RE = re.compile(
    r"\b(?:ask(?:s|ed|ing)?|urg(?:es|ed|ing)|want(?:s|ed)?|s(?:eek|ought|eeks|eeking)|petition(?:ed|s)?|request(?:ed|s)?|refuse[sd]?|decline[sd]?|move[sd]?|bids?|motions?|efforts?)\s(?:[\w.’'-]+\s){0,6}?to\s(?:put\soff|delay|postpone|push|move"
    r"|reschedule|schedule|set|hold|cancel|continue|adjourn)\s(?:back\s)?(?:[\w’'-]+\s){0,4}$",
    re.IGNORECASE,
)
"""Asked to move a session, not moved: "prosecutors asked the judge to put off the trial"."""
GRANTED_RE = re.compile(r"\b(?:grant|agree|approve|allow|sign)(?:s|ed|d)?\b", re.IGNORECASE)
COURT_RE = re.compile(r"\b(?:court|circuit|justices|judges?|magistrates?|panel|appeals?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Session:
    """Words for a session, `[start, end)` of the sentence, and the lexicon entry that has them."""

    rule: str
    type: str
    start: int
    end: int
    ahead: bool = False
    linked: bool = False
    vague: bool = False


@cache
def _entries() -> list[dict[str, Any]]:
    return list(load_table("hearings")["entry"])


@cache
def _phrases_by_word() -> dict[str, re.Pattern[str]]:
    """Map the words that phrases begin with to a pattern of these phrases, grouped `e<entry's number>`."""
    begun: dict[str, dict[int, list[str]]] = {}
    for number, entry in enumerate(_entries()):
        for phrase in entry["phrases"]:
            first = WORD_RE.findall(phrase)[0].lower()
            begun.setdefault(first, {}).setdefault(number, []).append(phrase)
    return {first: _phrase_re(entries) for first, entries in begun.items()}


def _phrase_re(entries: dict[int, list[str]]) -> re.Pattern[str]:
    names = [f"(?P<e{number}>{_any_phrase(phrases)})" for number, phrases in entries.items()]
    return re.compile(r"\b(?:" + "|".join(names) + r")(?!\w)", re.IGNORECASE)


@cache
def _phrase_words() -> PhraseWords:
    """Give the words of every phrase, with the word it begins with."""
    phrases = [phrase for entry in _entries() for phrase in entry["phrases"]]
    return PhraseWords((phrase, WORD_RE.findall(phrase)[0].lower()) for phrase in phrases)


def _starts(text: str) -> list[tuple[int, str]]:
    """Give where phrases may begin of which the text has every word, in text order, and with which word."""
    firsts = set(_phrase_words().values_in(word_set(text)))
    if not firsts:
        return []
    small = lower(text)
    return sorted((start, first) for first in firsts for start in word_places(small, first))


def _find_phrases(text: str) -> Iterator[re.Match[str]]:
    """Find the phrases of all entries, in text order, not overlapping; of two the earlier entry's counts."""
    patterns = _phrases_by_word()
    end = 0
    for start, first in _starts(text):
        if start >= end and (match := patterns[first].match(text, start)) is not None:
            end = match.end()
            yield match


def _any_phrase(phrases: Iterable[str]) -> str:
    """Join phrases to one group, the longest first; three dots stand for up to four words."""
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(GAP.join(map(_literal, phrase.split(" ... "))) for phrase in ordered) + ")"


def _literal(words: str) -> str:
    return re.escape(words).replace(r"\ ", r"\s+").replace("'", "[’']")


@cache
def words_re(group: str, key: str) -> re.Pattern[str]:
    """Compile a list of the table to match any of its words whole."""
    return re.compile(rf"\b{alternation(load_table('hearings')[group][key])}(?!\w)", re.IGNORECASE)


def find_sessions(text: str, has_judge: Callable[[], bool]) -> list[Session]:
    """Find the sessions of a sentence, in text order, not overlapping.

    Args:
        has_judge: whether it names a judge, asked where no word says that a court sits: what one judge
            hears arguments on is a motion.
    """
    found = []
    for match in _find_phrases(text):
        entry = _entries()[int(str(match.lastgroup)[1:])]
        if _fits(entry, match, text, has_judge):
            alone = bool(entry.get("court")) and not COURT_RE.search(text)
            kind = "motion" if alone and entry["type"] == "oral_argument" else entry["type"]
            vague = kind in {"motion", "other"} or bool(entry.get("linked"))
            found.append(
                Session(entry["id"], kind, match.start(), match.end(), bool(entry.get("ahead")),
                        bool(entry.get("linked")), vague)
            )  # fmt: skip
    return found


def _fits(entry: dict[str, Any], match: re.Match[str], text: str, has_judge: Callable[[], bool]) -> bool:
    before = text[: match.start()].rsplit(None, WINDOW)[-WINDOW:]
    after = text[match.end() :].split(None, 1)
    if _word(before[-1:]) in entry.get("never_after", ()) or _word(after[:1]) in entry.get(
        "never_before", ()
    ):
        return False
    if entry["type"] in {"motion", "other", "oral_argument"} and _is_outside(text, match, entry):
        return False
    if entry.get("court") and not COURT_RE.search(text) and not has_judge():
        return False
    if POSSIBLE_RE.match(text, match.end()) or MAY_RE.search(match.group()):
        return False
    if entry["type"] == "trial" and BEGUN_RE.match(text):
        return False
    need = entry.get("needs", {}).get(match.group().lower())
    if need and not any(word in text.lower() for word in need):
        return False
    window = MONTH_RE.sub("", " ".join(before[-WINDOW:])).lower().replace("’", "'")
    if entry.get("not_when") and _not_when_re(entry["id"]).search(window):
        return False
    return not _is_unsure(
        entry, window, text[max(0, match.start() - ASKED_REACH) : match.start()]
    ) and not _is_denied(entry, before, text[match.end() :])


@cache
def _not_when_re(rule: str) -> re.Pattern[str]:
    entry = next(entry for entry in _entries() if entry["id"] == rule)
    return re.compile(rf"\b(?:{'|'.join(entry['not_when'])})\b")


def _word(words: list[str]) -> str:
    return words[0].strip(",.;:“”\"'").lower() if words else ""


def _is_outside(text: str, match: re.Match[str], entry: dict[str, Any]) -> bool:
    """Tell a hearing of a legislature, council or agency by who is named nearest before it, else after."""
    left = text[max(0, match.start() - NEAR) : match.start()]
    right = text[match.start() : match.end() + NEAR]
    never = words_re("outside", "never").search(left + right)
    if never and not (never.group().lower() == "confirmation" and OF_PLAN_RE.search(text)):
        return True
    outside, court = words_re("outside", "unless_court"), words_re("outside", "court")
    before = [max((hit.end() for hit in words.finditer(left)), default=-1) for words in (outside, court)]
    if entry["type"] == "oral_argument" and before[1] >= 0:
        return False
    if before != [-1, -1]:
        return before[0] > before[1]
    if not court.search(text) and outside.search(text, 0, match.start()):
        return True
    after = [
        min((hit.start() for hit in words.finditer(right)), default=NEAR * 9) for words in (outside, court)
    ]
    return after[0] < after[1]


def _is_unsure(entry: dict[str, Any], window: str, left: str) -> bool:
    """Tell a session that is only asked for or possible: "asked for a hearing", "could be sentenced"."""
    if ASKED_RE.search(left) and not GRANTED_RE.search(left):
        return True
    hits = list(words_re("unsure", "before").finditer(window))
    if not hits:
        return entry["type"] == "sentencing" and bool(re.search(r"\bwould\b", window))
    rest = window[hits[-1].end() :]
    if words_re("unsure", "certain").search(rest) or words_re("unsure", "at").search(rest):
        return False
    return not (entry["type"] in {"plea", "jury_selection"} and hits[-1].group() == "asked")


def _is_denied(entry: dict[str, Any], before: list[str], after: str) -> bool:
    """Tell "will not be sentenced on Monday", but not "will not be sentenced until Monday"."""
    if not entry.get("verb") or re.match(r"\s+(?:until|before)\b", after):
        return False
    return bool(words_re("unsure", "negation").search(" ".join(before[-3:]).replace("’", "'")))
