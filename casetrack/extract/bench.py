"""Who sits in which case: those who decided in it, and the other judges an article names beside it.

A judge named in the sentences of one proceeding belongs to that one. Who is only nominated, or comments
from a higher bench, sits in none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from casetrack.extract.drafts import Draft
from casetrack.extract.names import NameMention
from casetrack.extract.other_benches import sits_elsewhere
from casetrack.extract.people import fold
from casetrack.extract.scan import Scan
from casetrack.extract.second_suits import OTHER_CASE
from casetrack.extract.word_sets import holds_word
from casetrack.models import CourtRef

NOMINATED_RE = re.compile(
    r"\b(?:nomin\w+|confirm\w+|replac\w+|successor to|to succeed)\b[^.]{0,40}$", re.IGNORECASE
)
ELSEWHERE_RE = re.compile(
    r"\b(?:(?:another|different|second) (?:\w+ )?(?:judge|court)|that (?:\w+ )?(?:case|suit|lawsuit)"
    rf"|{OTHER_CASE})\b",
    re.IGNORECASE,
)
"""Tells that the judge of this sentence has another case than the story's."""
JUSTICE_COURTS = frozenset({"ny", "nd", "sd"})
"""Where a judge of a trial court may be called justice."""


def seat_judges(
    scan: Scan, drafts: Sequence[Draft], courts: Sequence[CourtRef | None], main: int
) -> list[tuple[str, ...]]:
    """Give the judges of each case, those who decided first; `main` is the case of the story."""
    seated = [list(_deciders(draft)) for draft in drafts]
    taken = {name for names in seated for name in names}
    for name in scan.roster.judges.values():
        if name in taken:
            continue
        at = _home_of(name, scan, drafts, main)
        beside = at == main and seated[main] and sits_elsewhere(name, seated[main][0], scan)
        if at is not None and not beside and _may_sit(name, scan, courts[at]):
            seated[at].append(name)
    for draft, names in zip(drafts, seated, strict=True):
        if not names:
            names += _presiding(draft, scan)
    return [_fullest(names) for names in seated]


def _deciders(draft: Draft) -> dict[str, None]:
    return dict.fromkeys(j for r in draft.rulings if r.decider for j in r.decider.judges)


def _presiding(draft: Draft, scan: Scan) -> list[str]:
    """Give the judges named where its sessions are told: one judge has many cases of a court's day."""
    starts = {find.sentence.start for find in draft.hearings}
    return [
        scan.roster.resolve(name)
        for sentence, names in zip(scan.sentences, scan.names, strict=True)
        for name in names
        if sentence.start in starts and name.kind in {"person", "surname"} and scan.roster.is_judge(name)
    ]


def _home_of(name: str, scan: Scan, drafts: Sequence[Draft], main: int) -> int | None:
    numbers = [n for n, _ in _mentions(name, scan)]
    inside = {scan.sentences[number].start for number in numbers}
    for at, draft in enumerate(drafts):
        if draft.second and draft.starts and inside <= draft.starts:
            return at
    for at, draft in enumerate(drafts):
        if draft.numbers and any(number in draft.numbers for number in numbers):
            return at
    beside = [at for at in range(len(drafts)) if at != main and _is_named_beside(drafts[at], numbers, scan)]
    if len(beside) == 1 and not _is_named_beside(drafts[main], numbers, scan):
        return beside[0]
    elsewhere = all(ELSEWHERE_RE.search(scan.sentences[number].text) for number in numbers)
    for at, draft in enumerate(drafts):
        told = {f.sentence.start for f in draft.hearings} | {f.sentence.start for f in draft.rulings}
        if told & inside and not (at == main and elsewhere):
            return at
    return None if elsewhere else main


def _is_named_beside(draft: Draft, numbers: Sequence[int], scan: Scan) -> bool:
    """Tell whether one of those a case is about is named beside a judge, or in the paragraph before."""
    for number in numbers:
        paragraph = scan.sentences[number].paragraph
        near = [s for s in scan.sentences[max(0, number - 2) : number + 1] if s.paragraph == paragraph]
        text = " ".join(fold(sentence.text) for sentence in near)
        if any(holds_word(text, surname) for surname in draft.surnames()):
            return True
    return False


def _mentions(name: str, scan: Scan) -> list[tuple[int, NameMention]]:
    return [
        (number, mention)
        for number, names in enumerate(scan.names)
        for mention in names
        if mention.kind in {"person", "surname"} and scan.roster.resolve(mention) == name
    ]


def _may_sit(name: str, scan: Scan, court: CourtRef | None) -> bool:
    """Tell one who sits from a nominee, and from a justice who only comments on another court's case."""
    mentions = _mentions(name, scan)
    for number, mention in mentions:
        before = scan.sentences[number].text[: mention.start - scan.sentences[number].start]
        if NOMINATED_RE.search(before):
            return False
    justice = any("Justice" in (mention.title or "") for _, mention in mentions)
    if not justice or court is None or court.level == "supreme":
        return True
    return court.jurisdiction in JUSTICE_COURTS


def _fullest(names: Sequence[str]) -> tuple[str, ...]:
    full = tuple(dict.fromkeys(name for name in names if " " in name or len(names) == 1))
    return full or tuple(dict.fromkeys(names))
