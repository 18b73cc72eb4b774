"""Which way a date in a sentence points: before the story, or after it.

"A judge on Thursday denied a bid to halt the vote, which is set for Tuesday": the words of the
clause decide, not the sentence. The cues are data (`lexicon/dates.toml`); here is the grammar:
right before the date, then its clause (before it first, then after it), then the neighbour clause.
It knows no calendar and reads no dates.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from casetrack.lexicon import alternation, load_table

WINDOW = 10
REACH = 60
SHORT = 30
STILL_AHEAD = (
    "until ", "awaits ", "awaiting ", "await ", "pending ", "ahead of ",
    "set the case for ", "sets the case for ", "set the matter for ", "set it for ",
    "headed for ", "headed to ", "bound for ",
)  # fmt: skip
"""Before a session these point ahead whatever the verb; "before" looks back as well."""
LOOSE = "loose"
"""The lean of "brought by the union": past, if nothing else in the clause speaks."""

MOVED_RE = re.compile(
    r"\b(?:postponed|postpones|moved|moves|delayed|delays|pushed|pushes|rescheduled|put off|continued"
    r"|adjourned|reset|bumped)\b"
    r"[^.;,]{1,40}\s(?:to|until|till)\s$"
)
"""Moved to another day, which lies ahead: "postponed the trial to Sept. 11"."""
SET_RE = re.compile(
    r"\b(?:sets?|setting|schedules?|scheduled|calendared)\s(?:[\w’'-]{1,20}\s){1,5}for\s(?:the\sweek\sof\s)?$"
)
"""The day a session is given lies ahead: "set a trial for the week of Sept. 15"."""
AGREED_RE = re.compile(
    r"\bagreed\sto\s(?:hear|consider|take\sup)\s[^.;]{0,40}\bat\sa\shearing\s(?:on\s|in\s)?$"
)
"""So does that of "agreed to hear more evidence at a hearing on July 29"."""
CALLED_OFF_RE = re.compile(
    r"'s\s(?:[\w-]{1,20}\s){1,4}(?:has|have)\sbeen\s(?:canceled|cancelled|called\soff|postponed|delayed|put\soff"
    r"|rescheduled|moved|pushed\sback)\b"
)
"""What has been called off lay ahead: "Thursday's hearing has been canceled"."""
AS_DATE_RE = re.compile(r"\sas\s(?:the|a|his|her|their|[\w.-]+[’']s)\s(?:new\s)?(?:\w+\s)?date\b")
"""So does what is picked "as the new trial date"."""
_BOUNDARY = r"[,;:()\"“”]|\s[-–—]{1,2}\s|—|(?<!\.[a-z])[.!?]\s"
_CLAUSE_WORDS = (
    r"(?:and|but|or|that|which|who|whom|whose|where|when|while|because|although|though|if|whether|unless|"
    r"after|before|following|so|(?<!less )(?<!more )than)"
)
_CLOCK = (
    r"(?:\s{0,2}(?:at\s)?\d{1,2}(?::\d\d)?\s?[ap]\.?m\.?(?:\s[a-z]{2,4})?(?:\s\([^()]{1,20}\))?,?"
    r"|\s{0,2}noon)?"
)
_LINK = r"\s{0,2}(?:on|in|the|next|early|late|mid|this)?[\s-]{0,2}(?:the\s|early\s|late\s|mid-)?$"
_SWALLOWED = (
    r"(?:\s(?:to|not|also|then|likely|either|both|first|be|have|been|get|being|only|now|\w{2,12}ly)\b){0,4}"
    r"(?:\s[\w-]{1,20})?"
)


class Cue(NamedTuple):
    """A word that leans dates near it, or the boundary of a clause (`leans` is empty)."""

    start: int
    end: int
    leans: str


@dataclass(frozen=True, slots=True)
class _Patterns:
    cue: re.Pattern[str]
    before: tuple[tuple[str, re.Pattern[str]], ...]
    done_to: re.Pattern[str]
    dated_by: re.Pattern[str]
    session: re.Pattern[str]
    session_ahead: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    table = load_table("dates")
    words = {
        name: _any(table[name]["words"]) for name in ("done_to", "dated_by", "sessions", "session_ahead")
    }
    before = tuple(
        (entry["leans"], re.compile(rf"\b{_any(entry['phrases'])}{_CLOCK}{_LINK}"))
        for entry in table["cue"]
        if entry["join"] == "before"
    )
    return _Patterns(
        cue=_cue_pattern(table),
        before=before,
        done_to=re.compile(rf"\b{words['done_to']}\s(?:\w{{1,20}}\s){{0,2}}$"),
        dated_by=re.compile(rf"{words['dated_by']}$"),
        session=re.compile(rf"(?:'s)?\s(?:[\w-]{{1,20}}\s){{0,2}}{words['sessions']}s?\b"),
        session_ahead=re.compile(
            rf"\b{words['session_ahead']}\s(?:(?:his|her|their|its|the|a|an)\s)?"
            rf"(?:(?:[\w-]{{1,20}}\s){{0,3}}{words['sessions']}s?\s(?:on\s|in\s)?)?$"
        ),
    )


def _cue_pattern(table: dict[str, Any]) -> re.Pattern[str]:
    cues = [entry for entry in table["cue"] if entry["join"] == "clause"]
    swallowing = [p for entry in cues if entry.get("swallow") for p in entry["phrases"]]
    future = [p for e in cues if e["leans"] == "future" and not e.get("swallow") for p in e["phrases"]]
    past = [p for entry in cues if entry["leans"] == "past" for p in entry["phrases"]]
    deed = rf"(?:for|of|with)\s(?:allegedly\s)?(?!{_any(table['no_deed']['words'])}\b)[a-z]{{1,20}}ing"
    participle = rf"(?!{_any(table['not_past']['words'])}\b)[a-z]{{2,20}}ed"
    return re.compile(
        rf"\b(?:(?P<future>{_any(swallowing)}\b{_SWALLOWED}|{_any(future)}\b)"
        rf"|(?P<past>(?:{_any(past)}|{deed}|{participle})\b)"
        rf"|(?P<clause>{_CLAUSE_WORDS}\b))|(?P<boundary>{_BOUNDARY})"
    )


def _any(words: Iterable[str]) -> str:
    return alternation(word.lower() for word in words)


def lower(text: str) -> str:
    """Put in small letters without changing the length: a few capitals have small forms of two."""
    small = text.lower()
    return (
        small if len(small) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    )


class Tense:
    """The cues of one sentence, read once and asked for each of its dates."""

    def __init__(self, text: str) -> None:
        self.text = lower(text)
        self._cues: list[Cue] | None = None
        self._starts: list[int] = []

    def lean(self, start: int, end: int) -> str:
        """Say whether the date at `start:end` points to the past, the future, or is unknown."""
        if AS_DATE_RE.match(self.text, end):
            return "future"
        label = start == 0 and self.text.startswith(":", end)
        if label and any(cue.leans == "future" for cue in self._slice(self._index(end), 1)):
            return "future"  # "Thursday: The bail hearing of Bo Lee, who was jailed, is set for 2 p.m."
        return self._read_before(start) or self._read_clause(start, end) or "unknown"

    def lean_owned(self, start: int, end: int) -> str:
        """Say the same for "Monday's hearing": past, unless a session lies ahead."""
        if not self.heads_session(end):
            return "past"
        if _patterns().session_ahead.search(self.text[max(0, start - SHORT) : start]):
            return "future"
        if CALLED_OFF_RE.match(self.text, end):
            return "future"
        return self._scan(self._slice(self._index(end), 1)) or self.lean(start, end)

    def heads_session(self, end: int) -> bool:
        """Say whether the date that ends here is that of a session: "Monday's hearing", "a July trial"."""
        return _patterns().session.match(self.text, end) is not None

    def _read_before(self, start: int) -> str | None:
        left = self.text[max(0, start - REACH) : start]
        if MOVED_RE.search(left) or SET_RE.search(left) or AGREED_RE.search(left):
            return "future"
        ahead = _patterns().session_ahead.search(left)
        if ahead and ahead.group().startswith(STILL_AHEAD) and not ahead.group().startswith("pending trial"):
            return "future"
        for leans, pattern in _patterns().before:
            if pattern.search(left):
                return leans
        return None

    def _read_clause(self, start: int, end: int) -> str | None:
        left = self._slice(self._index(start), -1)
        right = self._slice(self._index(end), 1)
        opening = self._opens_clause(left, start) and not self._is_apposition(start, end)
        near = self._scan(left) or self._scan(right)
        if near:
            return near
        first, second = (right, left) if opening else (left, right)
        return self._scan(first, across=True) or self._scan(second, across=True)

    def _opens_clause(self, left: list[Cue], start: int) -> bool:
        edge = left[0].end if left and not left[0].leans else 0
        return start - edge < SHORT and len(self.text[edge:start].split()) <= 2

    def _is_apposition(self, start: int, end: int) -> bool:
        """Say whether it explains what stands before it: "The trial date, Sept. 9, is not affected"."""
        return self.text[max(0, start - 2) : start] == ", " and self.text.startswith(",", end)

    def _scan(self, cues: list[Cue], across: bool = False) -> str | None:
        loose = None
        for cue in cues:
            if cue.leans == LOOSE:
                loose = "past"
            elif cue.leans:
                return cue.leans
            elif not across or self.text[cue.start] in ";“”":
                break
        return loose

    def _slice(self, at: int, step: int) -> list[Cue]:
        cues = self._all()
        return cues[at : at + WINDOW] if step > 0 else cues[max(0, at - WINDOW) : at][::-1]

    def _index(self, position: int) -> int:
        self._all()
        return bisect_left(self._starts, position)

    def _all(self) -> list[Cue]:
        if self._cues is None:
            hits = _patterns().cue.finditer(self.text)
            self._cues = [self._read_cue(hit) for hit in hits]
            self._starts = [cue.start for cue in self._cues]
        return self._cues

    def _read_cue(self, hit: re.Match[str]) -> Cue:
        kind = hit.lastgroup or ""
        if kind == "past" and self.text.startswith(" by ", hit.end()):
            kind = "past" if _patterns().dated_by.match(hit.group()) else LOOSE
        if kind in {"boundary", "clause"}:
            kind = ""
        elif kind == "future" and hit.group().startswith("could not"):
            kind = "past"  # "jurors could not agree Tuesday"
        elif kind == "future" and hit.group().lower().startswith("to "):
            left = self.text[max(0, hit.start() - REACH) : hit.start()]
            kind = "past" if _patterns().done_to.search(left) else "future"
        return Cue(hit.start(), hit.end(), kind)
