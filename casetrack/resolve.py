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

from casetrack.models import CaseReport, CourtRef, Party

JOIN = 3.0
"""A score of this and more joins."""
REVIEW = 2.0
"""A score between this and JOIN is left apart and shown to a person."""
VETO = -99.0
"""The score of two reports that cannot be of one case."""
AGES = "veto: ages"
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
COMMON = frozenset(
    {"united states", "government", "state", "people", "administration", "department", "office"}
)
LEGAL_FORMS = frozenset(
    {"inc", "co", "corp", "corporation", "company", "llc", "llp", "lp", "ltd", "plc", "na", "incorporated"}
)
PLACEHOLDERS = frozenset({"doe", "roe", "does", "roes"})
"""Surnames that courts give to people who are not to be named: they tell nobody apart."""
NUMBER_RE = re.compile(r"(?:\d:)?(\d{2,4}-[A-Z]{1,4}-\d+)\b")
"""A full federal number; before it the office, after it the judges' initials and a defendant's number."""
SUING = frozenset({"plaintiff", "petitioner", "appellant"})

Part = tuple[float, str]
"""One piece of evidence: its weight and its name."""


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
    """Score a report against a stored case: the best of its members, unless any of them vetoes.

    An age misread in one article does not veto where more of them tell an age that fits.
    """
    pool = [party for _, member in candidate.members for party in member.parties]
    scores = [score_pair(report, published, member, day, pool) for day, member in candidate.members]
    vetoes = [score for score in scores if score[0] <= VETO]
    firm = [score for score in vetoes if not score[1][0].startswith(AGES)]
    fitting = [score for score in scores if any(reason.startswith("age ") for reason in score[1])]
    if firm or (vetoes and len(vetoes) >= len(fitting)):
        return (firm or vetoes)[0]
    return max((s for s in scores if s[0] > VETO), key=lambda s: s[0], default=(VETO, ()))


def score_pair(
    a: CaseReport, day_a: str | None, b: CaseReport, day_b: str | None, known: Sequence[Party] = ()
) -> tuple[float, tuple[str, ...]]:
    """Score two reports; the reasons name each piece of evidence with its weight.

    Args:
        known: every party of the case that `b` is part of; a surname alone means little beside a
            namesake among them.
    """
    stored = {_number(n) for n in b.docket_numbers}
    numbers = {_bare_number(n) for n in a.docket_numbers if _number(n) in stored}
    veto = _veto(a, day_a, b, day_b, bool(numbers))
    if veto:
        return VETO, (f"veto: {veto}",)
    named = _number_evidence(a, b, numbers) + _party_evidence(a, day_a, b, day_b, known)
    named += _caption_evidence(a, b) + _victim_evidence(a, b)
    parts = named + _court_evidence(a, b) + _people_evidence(a, b)
    total = sum(weight for weight, _ in parts)
    if sum(weight for weight, _ in named) < 1.0:
        total = min(total, REVIEW - 0.1)  # one court and one judge hear many cases
    return round(total, 2), tuple(f"{name} {weight:+.1f}" for weight, name in parts)


def _number(number: str) -> str:
    """Give a docket number without its office, its judges and the zeros that pad it."""
    return re.sub(r"(?<![0-9])0+(?=\d)", "", _bare_number(number))


def _bare_number(number: str) -> str:
    full = NUMBER_RE.match(number.upper().strip())
    return full.group(1) if full else number.upper().strip()


def _is_full(number: str) -> bool:
    return NUMBER_RE.match(number.upper().strip()) is not None


def _veto(a: CaseReport, day_a: str | None, b: CaseReport, day_b: str | None, numbered: bool) -> str | None:
    """Say what makes two reports two cases; a shared number outweighs a kind or an age misread."""
    if _courts_differ(a.court, b.court):
        return f"courts {_court_name(a.court)} and {_court_name(b.court)}"
    if numbered:
        return None
    if {a.kind, b.kind} == {"criminal", "civil"}:
        return f"{a.kind} and {b.kind}"
    same_court = a.court and b.court and a.court.id and a.court.id == b.court.id
    if same_court and any(map(_is_full, a.docket_numbers)) and any(map(_is_full, b.docket_numbers)):
        return "different docket numbers"
    for one in a.parties:
        for two in b.parties:
            if same_person(one.name, two.name) and _years_apart(one, day_a, two, day_b) > 2:
                return f"ages of {one.name} differ"
    return None


def _courts_differ(one: CourtRef | None, two: CourtRef | None) -> bool:
    """Tell whether two courts cannot hear one case; a court above another can."""
    if one is None or two is None or one.level != two.level:
        return False
    if one.id and two.id:
        return one.id != two.id
    if one.jurisdiction and two.jurisdiction and one.jurisdiction != two.jurisdiction:
        return True
    names = (fold_name(one.name), fold_name(two.name))
    return not (one.id or two.id) and names[0] not in names[1] and names[1] not in names[0]


def _court_name(court: CourtRef | None) -> str:
    return (court.id or court.name) if court else "?"


def _years_apart(one: Party, day_a: str | None, two: Party, day_b: str | None) -> int:
    """Give by how many years two ages are off, the days between them counted; -1 if they tell nothing."""
    if one.age is None or two.age is None or not day_a or not day_b:
        return -1
    return abs((two.age - one.age) - (int(day_b[:4]) - int(day_a[:4])))


def _number_evidence(a: CaseReport, b: CaseReport, numbers: set[str]) -> list[Part]:
    """Weigh a shared number; every court numbers its own cases, so the court must be known."""
    if not numbers:
        return []
    known = a.court is not None and b.court is not None
    return [(6.0 if known else 2.5, f"docket number {min(numbers)}")]


def _court_evidence(a: CaseReport, b: CaseReport) -> list[Part]:
    if not a.court or not b.court:
        return []
    if (a.court.id and a.court.id == b.court.id) or a.court.name == b.court.name:
        weight = 0.5 if a.court.level == "supreme" else 1.0
        return [(weight, f"court {a.court.name}")]
    return []


def _party_evidence(
    a: CaseReport, day_a: str | None, b: CaseReport, day_b: str | None, known: Sequence[Party]
) -> list[Part]:
    """Weigh shared parties; a government or an office-holder sued for a policy is shared by many."""
    parts: list[Part] = []
    sides: set[bool] = set()
    for one in a.parties:
        weighed = [(*_party_weight(one, day_a, two, day_b, a.kind, known), two.name) for two in b.parties]
        weight, aged, name = max(weighed, key=lambda w: w[0] + w[1], default=(0.0, 0.0, ""))
        if not weight:
            continue
        parts.append((weight, f"party {name}"))
        if aged:
            parts.append((aged, "age"))
        full = weight >= 1 and same_person(one.name, name)
        if full and _is_named_after(one, a) and _is_named_after(one, b):
            parts.append((1.2, "the case is named after them"))
        sides.add(one.role in SUING)
    parts = sorted(parts, key=lambda part: -part[0])[:5]
    if len(sides) == 2:
        parts.append((1.5, "both sides"))
    return parts


def _party_weight(
    one: Party, day_a: str | None, two: Party, day_b: str | None, kind: str, known: Sequence[Party]
) -> tuple[float, float]:
    """Weigh two parties as one: for their names, and for their ages."""
    sued = kind != "criminal" and one.role not in SUING
    if one.kind == "person" and two.kind == "person":
        words = _words(one.name)
        if words and words[-1] in PLACEHOLDERS:
            return 0.0, 0.0
        if same_person(one.name, two.name):
            spelled = len(words) > 2 and words == _words(two.name)
            aged = 1.5 if _years_apart(one, day_a, two, day_b) >= 0 else 0.0
            return (0.8 if sued else 2.3 if spelled else 1.8), aged
        if not _surname_only(one.name, two.name) or _has_namesake(one, known):
            return 0.0, 0.0
        return (0.6 if kind != "criminal" or len(words) == len(_words(two.name)) else 1.2), 0.0
    fold_one, fold_two = fold_organization(one.name), fold_organization(two.name)
    if fold_one == fold_two or _acronym(one.name) == two.name or _acronym(two.name) == one.name:
        common = one.kind == "government" or any(word in COMMON for word in (fold_one, *fold_one.split()))
        return (0.8 if common else 1.2 if sued else 2.0), 0.0
    return 0.0, 0.0


def _has_namesake(party: Party, known: Sequence[Party]) -> bool:
    """Tell whether the case has someone of this surname with another given name."""
    words = _words(party.name)
    full = [w for w in (_words(other.name) for other in known) if len(w) > 1 and w[-1:] == words[-1:]]
    if len(words) > 1:
        return bool(full) and not any(same_person(party.name, other.name) for other in known)
    return len({w[0] for w in full}) > 1


def _is_named_after(party: Party, report: CaseReport) -> bool:
    """Tell whether the case's caption bears the party's surname; a city's or company's name counts less."""
    words = _words(party.name)
    folded = f" {fold_name(' '.join((report.caption, *report.names)))} "
    return party.kind == "person" and bool(words) and f" {words[-1]} " in folded


def _caption_evidence(a: CaseReport, b: CaseReport) -> list[Part]:
    shared = {fold_name(n) for n in a.names} & {fold_name(n) for n in b.names}
    if not shared:
        return []
    nameless = all(PLACEHOLDERS & set(name.split()) for name in shared)
    return [(1.2 if nameless else 2.5, "printed caption")]


def _victim_evidence(a: CaseReport, b: CaseReport) -> list[Part]:
    for one in a.victims:
        if _words(one)[-1:] and _words(one)[-1] not in PLACEHOLDERS:
            for two in b.victims:
                if same_person(one, two):
                    return [(1.5, f"victim {two}")]
    return []


def _people_evidence(a: CaseReport, b: CaseReport) -> list[Part]:
    parts: list[Part] = []
    judges = [j for j in a.judges if any(same_person(j, k) or _surname_only(j, k) for k in b.judges)]
    if judges:
        parts.append((1.2, f"judge {judges[0]}"))
    counsel = [x.name for x in a.attorneys if any(same_person(x.name, y.name) for y in b.attorneys)]
    if counsel:
        parts.append((min(1.6, 0.8 * len(counsel)), f"counsel {counsel[0]}"))
    return parts


def fold_name(text: str) -> str:
    """Fold a name to small letters, digits and single blanks."""
    plain = unicodedata.normalize("NFKD", text)
    return re.sub(
        r"[^a-z0-9]+", " ", "".join(c for c in plain if not unicodedata.combining(c)).lower()
    ).strip()


def fold_organization(name: str) -> str:
    """Fold an organization's name without its article and the ending of its legal form."""
    words = fold_name(name).split()
    if words[:1] == ["the"]:
        words = words[1:]
    while len(words) > 1 and words[-1] in LEGAL_FORMS:
        words.pop()
    return " ".join(words)


def _words(name: str) -> list[str]:
    plain = re.sub(r"^(?:co-)?defendants?\s+", "", name, flags=re.IGNORECASE)
    plain = re.sub(r"[“\"‘][^”\"’]*[”\"’]", " ", plain)
    return [word for word in fold_name(plain).split() if word not in SUFFIXES]


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


def is_alike(one: str, two: str) -> bool:
    """Tell whether two names can be one person's, a surname alone included."""
    return fold_name(one) == fold_name(two) or same_person(one, two) or _surname_only(one, two)


def _acronym(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def blocking_keys(report: CaseReport) -> tuple[str, ...]:
    """Give the keys under which a case is looked for: surnames, organizations, docket numbers."""
    keys = {f"n:{_number(number)}" for number in report.docket_numbers}
    for party in report.parties:
        words = _words(party.name)
        if not words or fold_name(party.name) in COMMON or words[-1] in PLACEHOLDERS:
            continue
        keys.add(f"p:{words[-1]}" if party.kind == "person" else f"o:{fold_organization(party.name)}")
        if party.kind != "person" and len(_acronym(party.name)) > 2:
            keys.add(f"o:{_acronym(party.name).lower()}")
    keys |= {
        f"c:{fold_name(name)}" for name in (*report.names, report.caption) if not name.startswith("In re")
    }
    return tuple(sorted(keys))
