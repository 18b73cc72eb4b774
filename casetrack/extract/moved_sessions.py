"""A session that the words after it move: "had been set for trial next week. The judge moved it to May 31."

"It" is the last session told before, in the same sentence or the one before; its new day stands after
"to", "until" or "for". A sentence that names the session it moves is read in `hearings.py`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from casetrack.extract.dates import DateMention
from casetrack.extract.hearings import GENERIC, HearingFind
from casetrack.extract.sentences import Sentence
from casetrack.extract.sessions import find_sessions

MOVED_IT_RE = re.compile(
    r"\b(?:moved|moves|pushed|postponed|postpones|delayed|rescheduled|continued|adjourned|bumped|reset)\s"
    r"(?:it|that|them|both|the\sdate)\s(?:back\s|off\s|again\s)?(?P<to>to|until|till|for)\s"
    r"|\bput\s(?:it|that|them|both)\soff\s(?:again\s)?(?P<off>to|until|till)\s"
    r"|\bbut\s(?:the|his|her|that)\s(?P<hearing>hearing|proceeding|date)\s(?:was|has\sbeen|is)\s(?:moved|pushed|postponed|delayed"
    r"|rescheduled|continued|adjourned|bumped|reset|put\soff)\s(?:back\s|again\s)?(?:to|until|till|for)\s"
    r"|(?:^I|;\si|\b(?:and|but)\si)t\s(?:(?:was|has\s(?:now\s|since\s)?been|is\snow|was\slater|had\sbeen)\s(?:moved|pushed|postponed|delayed"
    r"|rescheduled|continued|adjourned|bumped|reset|put\soff)\s(?:back\s|again\s)?(?:to|until|till|for)"
    r"|is\snow\s(?:set|scheduled|slated|due|expected)\s(?:for|on|to\s(?:begin|start|be\sheld|take\splace)(?:\s(?:on|in))?)"
    r"|will\s(?:now|instead)\s(?:be\sheld|take\splace|begin|start|happen)(?:\s(?:on|in))?)\s"
)
MOVING = frozenset([
    "moved", "moves", "pushed", "postponed", "postpones", "delayed", "rescheduled", "continued", "adjourned",
    "bumped", "reset", "put", "now", "instead",
])  # fmt: skip
"""Of these words the pattern above needs one."""
ASKED_RE = re.compile(r"\b(?:ask(?:ed|s|ing)?|want(?:s|ed)?|whether|if|would|could|not)\s[^,;]{0,60}$")
"""What is only asked for: "asked that the judge have moved it"."""
OF_DAY_RE = re.compile(r"(?:(?:the|no\searlier\sthan|early|late|mid)[\s-])?$")


def find_moved(
    settled: Sequence[HearingFind], sentences: Sequence[Sentence], dates: Sequence[Sequence[DateMention]]
) -> list[HearingFind]:
    """Give the sessions, those that are moved with their new day and what they were moved from."""
    if not settled:
        return []
    moved: dict[int, HearingFind] = {}
    again: set[int] = set()
    for number, sentence in enumerate(sentences):
        hit = None if MOVING.isdisjoint(sentence.words) else MOVED_IT_RE.search(sentence.text)
        day = _day_after(sentence, hit, dates[number]) if hit else None
        if hit is None or day is None or ASKED_RE.search(sentence.text[: hit.start()]):
            continue
        near = {s.start for s in sentences[max(0, number - 1) : number + 1]}
        at = sentence.start + hit.start()
        told = [
            n
            for n, find in enumerate(settled)
            if find.sentence.start in near and find.at < at and _may_move(find, named=bool(hit["hearing"]))
        ]
        if told:
            last = max(told, key=lambda n: (settled[n].date != "", settled[n].at))
            if hit["hearing"]:
                again |= {n for n, f in enumerate(settled) if at <= f.at < sentence.start + hit.end()}
            old = settled[last]
            moved[last] = replace(
                old, sentence=sentence, status="postponed", date=day.iso, time=None, at=at,
                moved_from=(old.date or None) if old.exact else None, exact=day.precision == "day",
            )  # fmt: skip
    return [moved.get(number, find) for number, find in enumerate(settled) if number not in again]


def _may_move(find: HearingFind, *, named: bool) -> bool:
    return find.sentence.kind != "title" and (named or find.type not in {"plea", "arraignment"})


def _day_after(sentence: Sentence, hit: re.Match[str], dates: Sequence[DateMention]) -> DateMention | None:
    """Give the day that "moved it to" leads to."""
    for day in dates:
        start = day.start - sentence.start
        if start >= hit.end() and OF_DAY_RE.fullmatch(sentence.text[hit.end() : start]):
            return day if day.precision != "year" else None
    return None


THAT_RE = re.compile(r"That\s(?:hearing|proceeding|session)\b")
""" "He was due for a preliminary hearing. That hearing is on Tuesday": it is of the kind told before."""
NEW_RE = re.compile(r"\bnew\s(?:hearing|date)\b")


def set_anew(find: HearingFind, finds: Sequence[HearingFind], sentences: Sequence[Sentence]) -> HearingFind:
    """ "The arraignment was put off. The judge set a new hearing for May 4": it is that arraignment."""
    if find.rule not in GENERIC or find.type not in {"motion", "other"}:
        return find
    number = next(n for n, s in enumerate(sentences) if s.start == find.sentence.start)
    if number and THAT_RE.match(find.sentence.text):
        told = [s.type for s in find_sessions(sentences[number - 1].text, lambda: False) if not s.vague]
        return replace(find, type=told[-1]) if told else find
    if not NEW_RE.search(find.sentence.text):
        return find
    near = {s.start for s in sentences[max(0, number - 2) : number + 1]}
    old = [f for f in finds if f.sentence.start in near and f.at < find.at and f.status == "postponed"]
    return replace(find, type=old[-1].type) if old else find
