"""Do two facts of one case contradict each other, as told by different articles? Pure."""

from __future__ import annotations

from typing import Protocol

from casetrack.resolve.names import fold_name

ALIKE = 0.5
"""The share of the shorter subject's words that the other must have."""
SHORT = 3
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
WHOLE_CASE = frozenset({"convicted", "acquitted", "mistrial", "affirmed", "reversed"})
"""Rulings that need no subject to be about the same: the case."""


class Told(Protocol):
    """A sentence that reports a fact."""

    @property
    def article_id(self) -> int: ...


class Fact(Protocol):
    """A ruling (with `disposition` and `subject`) or a hearing (with `type`, `status` and `time`)."""

    @property
    def date(self) -> str | None: ...

    @property
    def sources(self) -> tuple[Told, ...]: ...


def find_conflict(one: Fact, other: Fact) -> str | None:
    """Say in what two facts of one kind and nearly one day disagree; None when they are two, or agree.

    Facts that one article tells are two.
    """
    articles = [{source.article_id for source in fact.sources} for fact in (one, other)]
    if articles[0] & articles[1] or not all(articles):
        return None
    if hasattr(one, "disposition"):
        return _compare_rulings(one, other)
    return _compare_hearings(one, other)


def _compare_rulings(one: Fact, other: Fact) -> str | None:
    words = [str(getattr(fact, "disposition", "")) for fact in (one, other)]
    if not _same_matter(one, other, words):
        return None
    if set(words) in OPPOSED:
        return f"outcome: {words[0]} or {words[1]}"
    if words[0] == words[1] and one.date != other.date:
        return f"date: {one.date} or {other.date}"
    return None


def _same_matter(one: Fact, other: Fact, words: list[str]) -> bool:
    about = [_words_of(getattr(fact, "subject", None)) for fact in (one, other)]
    if all(about):
        fewer = min(map(len, about))
        return len(about[0] & about[1]) >= max(1, ALIKE * fewer)
    return set(words) <= WHOLE_CASE and not any(about)


def _words_of(text: str | None) -> set[str]:
    return {word for word in fold_name(text or "").split() if len(word) > SHORT}


def _compare_hearings(one: Fact, other: Fact) -> str | None:
    kinds, states = ([str(getattr(fact, name, "")) for fact in (one, other)] for name in ("type", "status"))
    if kinds[0] != kinds[1] or kinds[0] == "other" or states[0] != states[1]:
        return None
    if one.date != other.date:
        return f"date: {one.date} or {other.date}"
    times = [getattr(fact, "time", None) for fact in (one, other)]
    return f"time: {times[0]} or {times[1]}" if all(times) and times[0] != times[1] else None
