"""Which stored case is this? Weighted, named evidence, in the manner of a tagged-music matcher.

Pure: reports and candidates in, a decision with its reasons out. No single surname and no part of a
number ever suffices; contradicting courts, given names, ages or kinds veto. Where the evidence is
weak the cases stay apart and the pair is handed to a person.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from casetrack.models import CaseReport, Party

JOIN = 3.0
"""A score of this and more joins."""
REVIEW = 2.0
"""A score between this and JOIN is left apart and shown to a person."""
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
COMMON = frozenset(
    {"united states", "government", "state", "people", "administration", "department", "office"}
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stored case: its id and the reports that make it up, each with its day of publication."""

    case_id: int
    members: tuple[tuple[str | None, CaseReport], ...]


@dataclass(frozen=True, slots=True)
class Resolution:
    """The decision: `case_id` None means a new case; `ambiguous` lists weak matches left apart."""

    case_id: int | None
    score: float
    reasons: tuple[str, ...]
    ambiguous: tuple[tuple[int, float, tuple[str, ...]], ...] = ()


def resolve_case(report: CaseReport, published: str | None, candidates: Sequence[Candidate]) -> Resolution:
    """Choose among candidates; a tie between two strong ones is left to a person."""
    scored = sorted(
        ((*score_candidate(report, published, c), c.case_id) for c in candidates), key=lambda s: (-s[0], s[2])
    )
    strong = [s for s in scored if s[0] >= JOIN]
    weak = tuple((s[2], s[0], s[1]) for s in scored if REVIEW <= s[0] < JOIN)
    if not strong:
        return Resolution(None, 0.0, (), weak)
    if len(strong) > 1 and strong[0][0] - strong[1][0] < 0.5:
        exact = [s for s in strong if any(r.startswith("docket number") for r in s[1])]
        if len(exact) != 1:
            first = min(strong[:2], key=lambda s: s[2])
            return Resolution(first[2], first[0], first[1], ((strong[1][2], strong[1][0], strong[1][1]),))
    return Resolution(strong[0][2], strong[0][0], strong[0][1])


def score_candidate(
    report: CaseReport, published: str | None, candidate: Candidate
) -> tuple[float, tuple[str, ...]]:
    """Score a report against a stored case: the best of its members, unless any of them vetoes."""
    best: tuple[float, tuple[str, ...]] = (-99.0, ())
    for day, member in candidate.members:
        score = score_pair(report, published, member, day)
        if score[1] and score[1][0].startswith("veto"):
            return score
        best = max(best, score, key=lambda s: s[0])
    return best


def score_pair(
    a: CaseReport, day_a: str | None, b: CaseReport, day_b: str | None
) -> tuple[float, tuple[str, ...]]:
    """Score two reports; the reasons name each piece of evidence with its weight."""
    numbers = set(map(_number, a.docket_numbers)) & set(map(_number, b.docket_numbers))
    parts: list[tuple[float, str]] = [(6.0, f"docket number {min(numbers)}")] if numbers else []
    veto = None if numbers else _veto(a, day_a, b, day_b)
    if veto:
        return -99.0, (f"veto: {veto}",)
    parts += _court_evidence(a, b) + _party_evidence(a, b) + _people_evidence(a, b)
    parts = [part for part in parts if part[0]]
    total = sum(weight for weight, _ in parts)
    return round(total, 2), tuple(f"{name} {weight:+.1f}" for weight, name in parts)


def _number(number: str) -> str:
    return re.sub(r"^\d:|-[A-Z]{2,4}(?:-[A-Z]{2,4})*(?:-\d+)?$", "", number.upper())


def _veto(a: CaseReport, day_a: str | None, b: CaseReport, day_b: str | None) -> str | None:
    if {a.kind, b.kind} == {"criminal", "civil"}:
        return f"{a.kind} and {b.kind}"
    if (
        a.court
        and b.court
        and a.court.id
        and b.court.id
        and a.court.id != b.court.id
        and a.court.level == b.court.level
    ):
        return f"courts {a.court.id} and {b.court.id}"
    full_a = [n for n in a.docket_numbers if re.search(r"\d{2}-\w{2}-\d+", n)]
    full_b = [n for n in b.docket_numbers if re.search(r"\d{2}-\w{2}-\d+", n)]
    if full_a and full_b and a.court and b.court and a.court.id == b.court.id:
        return "different docket numbers"
    for one in a.parties:
        for two in b.parties:
            if same_person(one.name, two.name) and _age_conflict(one, day_a, two, day_b):
                return f"ages of {one.name} differ"
    return None


def _age_conflict(one: Party, day_a: str | None, two: Party, day_b: str | None) -> bool:
    if one.age is None or two.age is None or not day_a or not day_b:
        return False
    years = int(day_b[:4]) - int(day_a[:4])
    return abs((two.age - one.age) - years) > 2


def _court_evidence(a: CaseReport, b: CaseReport) -> list[tuple[float, str]]:
    if not a.court or not b.court:
        return []
    if (a.court.id and a.court.id == b.court.id) or a.court.name == b.court.name:
        weight = 0.5 if a.court.id == "scotus" else 1.0
        return [(weight, f"court {a.court.name}")]
    return []


def _party_evidence(a: CaseReport, b: CaseReport) -> list[tuple[float, str]]:
    """Weigh shared parties; a government or an office-holder sued for a policy is shared by many."""
    parts: list[tuple[float, str]] = []
    sides: set[bool] = set()
    for one in a.parties:
        best: tuple[float, str, bool] | None = None
        for two in b.parties:
            weight = _party_weight(one, two, a.kind)
            if weight and (best is None or weight > best[0]):
                best = (weight, f"party {two.name}", one.role in {"plaintiff", "petitioner", "appellant"})
        if best is not None:
            parts.append((best[0], best[1]))
            sides.add(best[2])
    parts.sort(key=lambda part: -part[0])
    parts = parts[:3]
    if len(sides) == 2:
        parts.append((1.5, "both sides"))
    shared = {_fold(n) for n in a.names} & {_fold(n) for n in b.names}
    if shared:
        parts.append((2.5, "printed caption"))
    return parts


def _party_weight(one: Party, two: Party, kind: str) -> float:
    if same_person(one.name, two.name):
        if kind == "civil" and one.role == "defendant":
            return 0.8
        return 3.0
    fold_one, fold_two = _fold(one.name), _fold(two.name)
    if one.kind == "person" and two.kind == "person":
        return (
            1.2
            if _surname_only(one.name, two.name) and kind != "civil"
            else 0.6
            if _surname_only(one.name, two.name)
            else 0.0
        )
    if fold_one == fold_two or _acronym(one.name) == two.name or _acronym(two.name) == one.name:
        return 0.8 if one.kind == "government" or any(word in fold_one for word in COMMON) else 2.0
    return 0.0


def _people_evidence(a: CaseReport, b: CaseReport) -> list[tuple[float, str]]:
    parts: list[tuple[float, str]] = []
    judges = [j for j in a.judges if any(same_person(j, k) or _surname_only(j, k) for k in b.judges)]
    if judges:
        parts.append((1.2, f"judge {judges[0]}"))
    counsel = [x.name for x in a.attorneys if any(same_person(x.name, y.name) for y in b.attorneys)]
    if counsel:
        parts.append((min(2.0, 0.8 * len(counsel)), f"counsel {counsel[0]}"))
    return parts


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text)
    return re.sub(
        r"[^a-z0-9]+", " ", "".join(c for c in plain if not unicodedata.combining(c)).lower()
    ).strip()


def _words(name: str) -> list[str]:
    plain = re.sub(r"[“\"‘][^”\"’]*[”\"’]", " ", name)
    return [word for word in _fold(plain).split() if word not in SUFFIXES]


def same_person(one: str, two: str) -> bool:
    """Tell whether two full names can be one person's: surname alike, given names compatible."""
    a, b = _words(one), _words(two)
    if len(a) < 2 or len(b) < 2 or a[-1] != b[-1]:
        return False
    initials = (len(a[0]) == 1 or len(b[0]) == 1) and a[0][0] == b[0][0]
    return a[0] == b[0] or initials or _nick(a[0], b[0])


NICKNAMES = (
    {"bob", "robert", "rob", "bobby"}, {"bill", "william", "will", "billy"}, {"rick", "richard", "dick"},
    {"mike", "michael"}, {"jim", "james", "jimmy"}, {"joe", "joseph"}, {"tom", "thomas"}, {"dan", "daniel"},
    {"dave", "david"}, {"steve", "steven", "stephen"}, {"chris", "christopher"}, {"matt", "matthew"},
    {"tony", "anthony"}, {"ed", "edward", "eddie"}, {"greg", "gregory"}, {"ben", "benjamin"},
    {"alex", "alexander", "alejandro"}, {"nick", "nicholas"}, {"kate", "katherine", "kathy"},
    {"liz", "elizabeth"}, {"sam", "samuel"}, {"andy", "andrew"},
)  # fmt: skip


def _nick(a: str, b: str) -> bool:
    return any(a in group and b in group for group in NICKNAMES)


def _surname_only(one: str, two: str) -> bool:
    a, b = _words(one), _words(two)
    return bool(a and b) and a[-1] == b[-1] and (len(a) == 1 or len(b) == 1)


def _acronym(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def blocking_keys(report: CaseReport) -> tuple[str, ...]:
    """Give the keys under which a case is looked for: surnames, organizations, docket numbers."""
    keys = {f"n:{_number(number)}" for number in report.docket_numbers}
    for party in report.parties:
        words = _words(party.name)
        if not words or _fold(party.name) in COMMON:
            continue
        keys.add(f"p:{words[-1]}" if party.kind == "person" else f"o:{_fold(party.name)}")
        if party.kind != "person" and len(_acronym(party.name)) > 2:
            keys.add(f"o:{_acronym(party.name).lower()}")
    keys |= {f"c:{_fold(name)}" for name in (*report.names, report.caption) if not name.startswith("In re")}
    return tuple(sorted(keys))
