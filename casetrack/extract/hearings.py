"""Find the sessions of a court that one sentence reports as held, set, moved or called off.

A session needs a word for it (`lexicon/hearings.toml`) and a day or month that belongs to it; a
hearing of a legislature or an agency is none. Joining what several sentences tell is for `events.py`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from casetrack.extract.chunks import Chunk
from casetrack.extract.dates import DateMention
from casetrack.extract.scene import Scene
from casetrack.extract.sentences import Sentence
from casetrack.extract.times import TimeMention
from casetrack.lexicon import alternation, load_table

REACH = 14
LOCATION_RE = re.compile(
    r"\b(?:in\s+)?((?:Department|Dept\.|Courtroom|Division|Room|Part)\s+[A-Z]{0,3}-?\d{1,4}[A-Z]?(?:,?\s+(?:of|at|in)?\s*(?:the\s+)?(?:[A-Z][\w.’'-]+\s?){1,6}(?:Center|Courthouse|Building|Court))?(?:,\s+(?:[A-Z][a-z]+\s?){1,3})?)"
)
AWAY_RE = re.compile(
    r"\b(?:that|who|after|when|before|while|whose|said|charged|accused|stemming|allegedly|stabb\w+|kill\w+|shot|shooting)\b"
)
PURPOSE_RE = re.compile(
    r"\b(?:hearing|arguments?|conference)\s+(?:on|over|about|regarding|to)\s+(.{5,140}?)(?=[.;]|,\s|\s+(?:is|was|will)\s|$)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class HearingFind:
    """One session as one sentence tells it."""

    sentence: Sentence
    type: str
    rule: str
    status: str
    date: str
    time: str | None
    purpose: str | None
    location: str | None
    moved_from: str | None
    at: int
    confidence: float
    exact: bool


@cache
def _entries() -> list[dict[str, Any]]:
    return list(load_table("hearings")["entry"])


@cache
def _phrase_re() -> re.Pattern[str]:
    names = [f"(?P<e{i}>{alternation(entry['phrases'])})" for i, entry in enumerate(_entries())]
    return re.compile(r"\b(?:" + "|".join(names) + r")\b", re.IGNORECASE)


@cache
def _quick_re() -> re.Pattern[str]:
    words = {phrase for entry in _entries() for phrase in entry["phrases"]}
    return re.compile(alternation(words), re.IGNORECASE)


@cache
def _outside_re() -> re.Pattern[str]:
    return re.compile(rf"\b{alternation(load_table('hearings')['outside']['words'])}\b", re.IGNORECASE)


@cache
def _status_re(status: str) -> re.Pattern[str]:
    return re.compile(rf"\b{alternation(load_table('hearings')['status'][status])}\b", re.IGNORECASE)


def find_hearings(
    sentence: Sentence, chunks: list[Chunk], times: list[TimeMention], scene: Scene
) -> list[HearingFind]:
    """Find the sessions of one sentence, in text order, one a date and kind."""
    dates = [c.value for c in chunks if c.kind == "date" and isinstance(c.value, DateMention)]
    if not dates or not _quick_re().search(sentence.text):
        return []
    pairs: list[tuple[float, int, re.Match[str], dict[str, Any], DateMention]] = []
    for match in _phrase_re().finditer(sentence.text):
        entry = _entries()[int(str(match.lastgroup)[1:])]
        if not _fits(entry, match, sentence.text, scene):
            continue
        vague = 3.0 if entry["type"] in {"motion", "other"} or entry["id"] == "trial.trial" else 0.0
        for date in dates:
            cost = _cost(sentence, match, date)
            if cost is not None:
                pairs.append((cost + vague, match.start(), match, entry, date))
    found: list[HearingFind] = []
    used: set[int] = set()
    spent: set[int] = set()
    for _, at, match, entry, date in sorted(pairs, key=lambda pair: pair[:2]):
        if date.start in used or at in spent:
            continue
        find = _make_find(sentence, match, (entry, date), dates, times, scene)
        if find is not None:
            used.add(date.start)
            spent.add(at)
            found.append(find)
    return sorted(found, key=lambda find: find.at)


def _fits(entry: dict[str, Any], match: re.Match[str], text: str, scene: Scene) -> bool:
    before = text[: match.start()].split()
    after = text[match.end() :].split()
    last = before[-1].strip(",.“”\"'").lower() if before else ""
    following = after[0].strip(",.“”\"'").lower() if after else ""
    if last in entry.get("never_after", ()) or following in entry.get("never_before", ()):
        return False
    if entry["type"] in {"motion", "other", "oral_argument"} and _outside_re().search(text):
        return False
    if entry.get("court") and not re.search(
        r"\b(?:court|circuit|justices|judges?|panel|appeal)\b", text, re.IGNORECASE
    ):
        return False
    need = entry.get("needs", {}).get(match.group().lower())
    if need and not any(word in text.lower() for word in need):
        return False
    window = " ".join(before[-6:]).lower()
    if re.search(
        r"\b(?:if|whether|could|may|might|never|asked|asking|seeks?|sought|requested"
        r"|requesting|demand(?:ed)?|right to|unless)\b(?!.*\b(?:scheduled|set|due)\b)",
        window,
    ):
        return bool(entry["type"] == "plea" and "asked" in window)
    return not re.search(r"\b(?:could|may|might|would)\b", window) if entry["type"] == "sentencing" else True


def _cost(sentence: Sentence, match: re.Match[str], date: DateMention) -> float | None:
    """Weigh how far a date is from belonging to a session; None when it cannot."""
    if date.precision == "year" or date.kind == "range_end":
        return None
    start, end = date.start - sentence.start, date.end - sentence.start
    low, high = (end, match.start()) if end <= match.start() else (match.end(), start)
    between = sentence.text[low:high]
    linked = bool(_status_re("scheduled").search(between)) or bool(
        re.search(r"\bwhich\s+(?:is|was|are|will)\b", between)
    )
    commas = len(re.findall(r"[,;](?!\s*\d{4})|\s[-–—]\s", between))
    cost = float(len(between.split())) + 5.0 * commas * (0.4 if linked else 1.0)
    cost += 7.0 * len(AWAY_RE.findall(between))
    if start < match.start():
        cost += 1.0
        if re.match(r"\s*(?:order|ruling|decision|filing|letter|indictment)\b", between):
            cost += 8.0
    return cost if cost <= REACH else None


def _make_find(
    sentence: Sentence,
    match: re.Match[str],
    hit: tuple[dict[str, Any], DateMention],
    dates: list[DateMention],
    times: list[TimeMention],
    scene: Scene,
) -> HearingFind | None:
    entry, date = hit
    status, moved_from, date = _read_status(sentence, match, date, dates, scene.published)
    kind = _settle_type(entry, sentence.text, match)
    if entry["type"] == "sentencing" and status == "held":
        return None
    if (
        entry["id"] in {"trial.trial"}
        and status == "held"
        and not re.search(
            r"\b(?:began|begins|started|opened|resumed|continued|is|was|entered"
            r"|ended|rested|day|testif\w+|told|heard|week|on trial)\b",
            sentence.text,
        )
    ):
        return None
    time = _time_for(date, times)
    place = LOCATION_RE.search(sentence.text, match.start()) or LOCATION_RE.search(sentence.text)
    purpose = PURPOSE_RE.search(sentence.text, max(0, match.start() - 20))
    confidence = 0.9 if status == "scheduled" else 0.85
    if sentence.kind == "title":
        confidence -= 0.2
    return HearingFind(
        sentence, kind, entry["id"], status, date.iso, time, purpose.group(1).strip() if purpose else None,
        place.group(1).strip() if place else None, moved_from, sentence.start + match.start(), confidence,
        date.precision == "day",
    )  # fmt: skip


def _settle_type(entry: dict[str, Any], text: str, match: re.Match[str]) -> str:
    if entry["id"] in {"motion.hearing", "other.court_date"}:
        lower = text.lower()
        if re.search(r"\bparole\b", lower) and not re.search(r"\bparolee", lower):
            return "parole"
        if re.search(r"\b(?:circuit|appeals? court|court of appeals?)\b", lower):
            return "oral_argument"
        if "bail" in lower and entry["id"] == "motion.hearing":
            return "bail"
        if re.search(r"\bstatus\b", lower):
            return "status_conference"
        if re.search(r"\bsentencing\b", lower):
            return "sentencing"
    return str(entry["type"])


def _read_status(
    sentence: Sentence,
    match: re.Match[str],
    date: DateMention,
    dates: list[DateMention],
    published: str | None,
) -> tuple[str, str | None, DateMention]:
    """Give status, the day it was moved from, and the day that stands."""
    near = sentence.text[max(0, match.start() - 120) : match.end() + 140]
    if _status_re("cancelled").search(near):
        return "cancelled", None, date
    if _status_re("postponed").search(near):
        moved = re.search(r"\bfrom\s+$", sentence.text[: date.start - sentence.start][-12:])
        later = [d for d in dates if d.start > date.start and d.direction == "future"]
        if moved and later:
            return "postponed", date.iso, later[-1]
        earlier = [d for d in dates if d.start < date.start and d.precision == "day" and d.iso < date.iso]
        return ("postponed", earlier[0].iso if earlier and re.search(r"\bfrom\b", near) else None, date)
    ahead = date.direction == "future" or (published is not None and date.iso > published[: len(date.iso)])
    if ahead or (
        date.iso == published and re.search(r"\b(?:will|expected|scheduled|are set|is set|due)\b", near)
    ):
        return "scheduled", None, date
    return "held", None, date


def _time_for(date: DateMention, times: list[TimeMention]) -> str | None:
    near = [t for t in times if abs(t.start - date.end) < 60 or abs(date.start - t.end) < 60]
    return (
        min(near, key=lambda t: min(abs(t.start - date.end), abs(date.start - t.end))).iso if near else None
    )
