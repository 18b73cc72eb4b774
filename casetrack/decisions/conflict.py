"""Do two facts of one case contradict each other, as told by different articles? Pure.

Only tellings of one event can: the same court and people decided or sat, about the same matter, at the
instance of the same side. Two orders of a week, two days of a trial and the next step of a case are none.
What is not said is held against nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Protocol

from casetrack.combine import EMPTY_WORDS
from casetrack.lexicon import load_table
from casetrack.resolve.names import fold_name, is_alike

SHORT = 2
"""Letters of a word that tells nothing of a subject."""
OPPOSED = (
    {"granted", "denied"},
    {"granted", "dismissed"},
    {"affirmed", "reversed"},
    {"affirmed", "vacated"},
    {"convicted", "acquitted"},
    {"convicted", "mistrial"},
    {"acquitted", "mistrial"},
    {"stayed", "denied"},
    {"enjoined", "denied"},
)
WHOLE_CASE = frozenset({"convicted", "acquitted", "mistrial", "sentenced", "affirmed", "reversed", "vacated"})
"""Rulings that come once and need no subject to be about the same: the case."""
ONE_DAY = frozenset({"arraignment", "initial_appearance", "plea", "sentencing"})
"""Sessions that are over in a day; the others go on, and are held again the next."""


class Told(Protocol):
    """A sentence that reports a fact; `published` is the day of its article."""

    @property
    def article_id(self) -> int: ...

    @property
    def published(self) -> str | None: ...


class Fact(Protocol):
    """A ruling (`disposition`, `subject`, `movant`) or a hearing (`type`, `status`, `purpose`, `time`)."""

    @property
    def date(self) -> str | None: ...

    @property
    def caption(self) -> str: ...

    @property
    def court_id(self) -> str | None: ...

    @property
    def judges(self) -> tuple[str, ...]: ...

    @property
    def sources(self) -> tuple[Told, ...]: ...


def find_conflict(one: Fact, other: Fact) -> str | None:
    """Say in what two facts of one kind and nearly one day disagree; None when they are two, or agree.

    Facts that one article tells are two.
    """
    articles = [{source.article_id for source in fact.sources} for fact in (one, other)]
    if articles[0] & articles[1] or not all(articles) or _differ(one.court_id, other.court_id):
        return None
    if hasattr(one, "disposition"):
        return _compare_rulings(one, other)
    return _compare_hearings(one, other)


def _differ(one: object, other: object) -> bool:
    return bool(one and other) and one != other


def _compare_rulings(one: Fact, other: Fact) -> str | None:
    words = [str(getattr(fact, "disposition", "")) for fact in (one, other)]
    once = set(words) <= WHOLE_CASE
    if not _same_bench(one, other) or not _same_matter(one, other, "subject", bare=once):
        return None
    if not _same_matter(one, other, "movant", bare=True):
        return None
    if set(words) in OPPOSED and (once or one.date == other.date):
        return f"outcome: {words[0]} or {words[1]}"
    if words[0] == words[1] and one.date != other.date:
        return f"date: {one.date} or {other.date}"
    return None


def _same_bench(one: Fact, other: Fact) -> bool:
    """Tell whether one judge, panel or jury may have decided both."""
    if one.judges and other.judges:
        return any(is_alike(a, b) for a in one.judges for b in other.judges)
    bodies = [_body_of(fact) for fact in (one, other)]
    return not _differ(*bodies)


def _body_of(fact: Fact) -> str | None:
    """Give who decided; a judge whom nobody names may stand for the whole court."""
    body = str(getattr(fact, "decided_by", ""))
    return None if body == "other" or (body == "judge" and not fact.judges) else body


def _same_matter(one: Fact, other: Fact, name: str, *, bare: bool) -> bool:
    """Tell whether of two texts the one says no more than the other; `bare` allows for none at all."""
    told = [_words_of(getattr(fact, name, None), one.caption) for fact in (one, other)]
    if all(told):
        return told[0] <= told[1] or told[1] <= told[0]
    return bare


@cache
def _askings() -> frozenset[str]:
    return frozenset(load_table("plain_words")["askings"])


def _words_of(text: str | None, caption: str) -> set[str]:
    """Give the words that tell what it is about; the case is named after one who is in all of it."""
    words = _bare(word for word in fold_name(text or "").split() if len(word) > SHORT and not word.isdigit())
    return words - _bare(fold_name(caption).split()) - _askings() - EMPTY_WORDS


def _bare(words: Iterable[str]) -> set[str]:
    return {word.removesuffix("s") if len(word) > SHORT + 2 else word for word in words}


def _compare_hearings(one: Fact, other: Fact) -> str | None:
    kinds, states = ([str(getattr(fact, name, "")) for fact in (one, other)] for name in ("type", "status"))
    if kinds[0] != kinds[1] or kinds[0] == "other" or states[0] != states[1]:
        return None
    if not _same_matter(one, other, "purpose", bare=True):
        return None
    if one.date != other.date:
        return f"date: {one.date} or {other.date}" if _is_one_session(one, other, kinds[0]) else None
    times = [getattr(fact, "time", None) for fact in (one, other)]
    return f"time: {times[0]} or {times[1]}" if all(times) and times[0] != times[1] else None


def _is_one_session(one: Fact, other: Fact, kind: str) -> bool:
    """Tell whether two days can be meant for one session: both lay ahead, or it was over in a day."""
    if getattr(one, "status", "") != "scheduled":
        return kind in ONE_DAY
    told = [source.published or "9999" for fact in (one, other) for source in fact.sources]
    return max(told) < min(one.date or "", other.date or "")
