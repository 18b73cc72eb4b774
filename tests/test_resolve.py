"""Which stored case is this? Pairs that are one case, pairs that only look it, and why."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casetrack.models import CaseReport, CourtRef, Hearing, Party, Ruling
from casetrack.resolve import (
    JOIN,
    REVIEW,
    Card,
    Constraints,
    Ref,
    Resolved,
    Score,
    Told,
    blocking_keys,
    make_card,
    resolve_reports,
    score_cards,
)
from casetrack.resolve.names import same_person

NYED = CourtRef("nyed", "E.D.N.Y.", "trial", "us")
MND = CourtRef("mnd", "D. Minn.", "trial", "us")
CA2 = CourtRef("ca2", "Second Circuit", "appeals", "us")

CA9 = CourtRef("ca9", "Ninth Circuit", "appeals", "us")
SCOTUS = CourtRef("scotus", "U.S. Supreme Court", "supreme", "us")
SUPERIOR = CourtRef(None, "Superior Court", "trial", "ca")
SET = Hearing("2017-06-01", None, "sentencing", "scheduled", None, None, 0, 9, "q", "r", 0.8)
SENTENCED = Ruling("2017-06-01", "sentenced", None, None, "judge", (), 0, 9, "q", "r", 0.8)


def accused(name: str, age: int | None = None) -> Party:
    return Party(name, "person", "defendant", age=age)


def criminal(*parties: Party, court: CourtRef | None = NYED, **fields: object) -> CaseReport:
    surname = parties[0].name.removesuffix(" Jr.").split()[-1]
    return replace(CaseReport(f"United States v. {surname}", "criminal", court, parties=parties), **fields)


def civil(plaintiff: Party, defendant: Party, court: CourtRef | None = MND, **fields: object) -> CaseReport:
    caption = f"{plaintiff.name} v. {defendant.name}"
    return replace(CaseReport(caption, "civil", court, parties=(plaintiff, defendant)), **fields)


PORTER = accused("Ann Porter")
PORTER_CASE = criminal(PORTER)
UNION = Party("River Union", "organization", "plaintiff")
MILL = Party("Mill Corp", "organization", "defendant")
DUNN = Party("Ray Dunn", "person", "defendant")
SUIT = civil(UNION, MILL)
TOWN = Party("Town of Ely", "government", "plaintiff")
GOVERNMENT = Party("United States", "government", "plaintiff")

# id, one report, another, a piece of evidence that must be among the reasons
JOINED = [
    ("full-name-and-court", PORTER_CASE, PORTER_CASE, "party Ann Porter"),
    ("nickname", criminal(accused("Mike Porter")), criminal(accused("Michael Porter")), "party"),
    ("initial", criminal(accused("A. Porter")), PORTER_CASE, "party Ann Porter"),
    ("quoted-nickname", criminal(accused("Ann “Sly” Porter")), PORTER_CASE, "party"),
    ("junior", criminal(accused("Ann Porter Jr.")), PORTER_CASE, "party"),
    ("accents", criminal(accused("José Muñoz")), criminal(accused("Jose Munoz")), "party"),
    ("full-name-court-unknown", criminal(PORTER, court=None), PORTER_CASE, "party Ann Porter"),
    ("appeal-of-the-same-person", criminal(PORTER, court=CA2), PORTER_CASE, "party Ann Porter"),
    ("both-sides-of-a-suit", SUIT, SUIT, "both sides"),
    (
        "docket-number-alone",
        criminal(PORTER, docket_numbers=("1:17-cr-00255",)),
        criminal(accused("John Roe"), docket_numbers=("1:17-cr-00255-ABC",)),
        "docket number 17-CR-255",
    ),
    (
        "docket-number-over-a-veto",
        replace(PORTER_CASE, docket_numbers=("1:17-cr-00255",)),
        replace(PORTER_CASE, kind="civil", docket_numbers=("1:17-cr-00255",)),
        "docket number",
    ),
    (
        "surname-court-and-judge",
        criminal(accused("Porter"), judges=("Brian Cogan",)),
        replace(PORTER_CASE, judges=("Cogan",)),
        "judge Brian Cogan",
    ),
    ("one-year-older", criminal(accused("Ann Porter", 41)), criminal(accused("Ann Porter", 42)), "party"),
]
WORDS = tuple(f"word{n}" for n in range(40))
TOLD = {"about": WORDS, "places": ("ely",), "charges": ("arson",)}
JOINED += [
    ("alias", criminal(replace(PORTER, aliases=("The Fox",)), **TOLD),
     criminal(accused("Sly Porter-Hill"), accused("The Fox"), **TOLD), "party Ann Porter (alias)"),
    ("slip-of-spelling", criminal(accused("Ann Portter", 41), **TOLD),
     criminal(accused("Ann Porter", 41), **TOLD), "party Ann Portter (spelling)"),
    ("half-of-a-double-surname", criminal(accused("Ann Porter Marsh"), **TOLD), criminal(PORTER, **TOLD),
     "party Ann Porter Marsh (spelling)"),
    ("surname-and-a-session", criminal(accused("Porter"), hearings=(SET,)),
     criminal(PORTER, hearings=(SET,)), "event sentencing 2017-06-01"),
    ("surname-and-outcome-of-a-session", criminal(accused("Porter"), hearings=(SET,)),
     criminal(PORTER, rulings=(SENTENCED,)), "event sentenced 2017-06-01"),
    ("surname-and-victim", criminal(accused("Porter"), victims=("Kay Tran",)),
     criminal(PORTER, victims=("Kay Tran",)), "victim Kay Tran"),
    ("surname-charge-and-words", criminal(accused("Porter"), **TOLD), criminal(PORTER, **TOLD),
     "charge arson"),
    ("organization-by-its-initials", civil(Party("Mill River Union", "organization", "plaintiff"), MILL),
     civil(Party("MRU", "organization", "plaintiff"), MILL), "party Mill River Union"),
    ("kind-of-a-party-misread", civil(Party("River Union", "person", "plaintiff"), MILL), SUIT, "both sides"),
    ("bankruptcy-court-of-the-district", criminal(PORTER, court=replace(NYED, id="nyeb")), PORTER_CASE,
     "party Ann Porter"),
    ("supreme-court", criminal(PORTER, court=SCOTUS), PORTER_CASE, "party Ann Porter"),
]  # fmt: skip
APART = [
    ("surname-and-court-only", criminal(accused("Porter")), PORTER_CASE),
    ("other-given-name", criminal(accused("Judith Porter")), PORTER_CASE),
    ("same-judge-and-court-only", criminal(accused("Lee"), judges=("B. Cogan",)),
     replace(PORTER_CASE, judges=("Brian Cogan",))),
    ("criminal-and-civil", PORTER_CASE, replace(PORTER_CASE, kind="civil")),
    ("two-courts-of-one-level", criminal(PORTER, court=MND), PORTER_CASE),
    ("thirty-years-apart", criminal(accused("Ann Porter", 20)), criminal(accused("Ann Porter", 50))),
    ("other-docket-number", replace(PORTER_CASE, docket_numbers=("1:17-cr-00255",)),
     replace(PORTER_CASE, docket_numbers=("1:17-cr-00300",))),
    ("part-of-a-docket-number", criminal(accused("Lee"), docket_numbers=("255",)),
     replace(PORTER_CASE, docket_numbers=("1:17-cr-00255",))),
    ("government-sues-many", civil(GOVERNMENT, MILL), civil(GOVERNMENT, DUNN)),
    ("official-sued-by-many", civil(UNION, DUNN), civil(TOWN, DUNN)),
    ("one-side-of-a-suit", SUIT, civil(UNION, DUNN, court=None)),
    ("nothing-but-a-court", criminal(accused("Lee Wong")), PORTER_CASE),
    ("court-of-another-circuit", criminal(PORTER, court=CA9), PORTER_CASE),
    ("state-and-federal-court", criminal(PORTER, court=SUPERIOR), PORTER_CASE),
    ("father-and-son", criminal(accused("Ann Porter Jr.")), criminal(accused("Ann Porter Sr."))),
    ("other-middle-name", criminal(accused("Ann May Porter")), criminal(accused("Ann Lou Porter"))),
    ("namesakes-by-matter", criminal(PORTER, court=None, charges=("arson",), places=("ely",)),
     criminal(PORTER, court=None, charges=("perjury",), places=("yelm",))),
    ("sentenced-long-before-the-arraignment", criminal(PORTER, rulings=(SENTENCED,)),
     criminal(PORTER, hearings=(replace(SET, type="arraignment", date="2019-02-01"),))),
    ("another-surname-by-one-letter", criminal(accused("Ann Hale")), criminal(accused("Ann Hall"))),
    ("words-alone", criminal(accused("Lee Wong"), **TOLD), criminal(PORTER, **TOLD)),
    ("nobody-named", CaseReport("In re a merger", "civil", MND), CaseReport("In re a merger", "civil", MND)),
]  # fmt: skip


def table(cases: list[tuple[Any, ...]]) -> list[Any]:
    """Give the cases to pytest, the first field of each as its id."""
    return [pytest.param(*values, id=name) for name, *values in cases]


DAY, LATER = "2017-05-04", "2017-11-15"


def told(report: CaseReport, number: int = 0, day: str | None = DAY, position: int = 0) -> Told:
    """Give a report of the article with a number, as published on a day."""
    return Told(Ref(f"{number:064x}", position), day, report)


def card(report: CaseReport, number: int = 0, day: str | None = DAY) -> Card:
    return make_card(told(report, number, day))


def score(one: CaseReport, two: CaseReport, day: str | None = DAY, later: str | None = DAY) -> Score:
    return score_cards(card(one, 0, day), card(two, 1, later))


def resolve(*reports: CaseReport, constraints: Constraints = Constraints()) -> list[list[int]]:  # noqa: B008
    """Give the cases of reports of one article each, as the reports' numbers."""
    return numbers(resolve_reports([told(r, n) for n, r in enumerate(reports)], constraints))


def numbers(resolved: Resolved) -> list[list[int]]:
    return [[int(ref.sha256, 16) for ref in case] for case in resolved.cases]


def constrain(**pairs: list[tuple[int, int]]) -> Constraints:
    """Give constraints by the numbers of articles."""
    made = {
        kind: frozenset((Ref(f"{a:064x}", 0), Ref(f"{b:064x}", 0)) for a, b in listed)
        for kind, listed in pairs.items()
    }
    return Constraints(**made)


@pytest.mark.parametrize(("one", "two", "reason"), table(JOINED))
def test_one_case(one: CaseReport, two: CaseReport, reason: str) -> None:
    assert resolve(one, two) == resolve(two, one) == [[0, 1]]
    assert any(str(part).startswith(reason) for part in score(one, two).parts)


@pytest.mark.parametrize(("one", "two"), table(APART))
def test_two_cases(one: CaseReport, two: CaseReport) -> None:
    assert resolve(one, two) == resolve(two, one) == [[0], [1]]


VETOES = [c for c in APART if c[0] in {"criminal-and-civil", "two-courts-of-one-level", "thirty-years-apart"}]


@pytest.mark.parametrize(("one", "two"), [c[1:] for c in VETOES], ids=[c[0] for c in VETOES])
def test_a_contradiction_keeps_apart_what_a_third_report_would_tie(one: CaseReport, two: CaseReport) -> None:
    one, two = (replace(report, names=("United States v. Porter",)) for report in (one, two))
    between = replace(one, court=None, kind="other", parties=tuple(replace(p, age=None) for p in one.parties))
    assert all(score(between, report).total >= JOIN for report in (one, two))
    resolved = resolve_reports([told(one, 0), told(two, 1), told(between, 2)])
    assert len(resolved.cases) == 2
    (doubt,) = resolved.doubts
    assert doubt.reason != "too little is alike"


def test_age_grows_with_the_years() -> None:
    young, old = criminal(accused("Ann Porter", 40)), criminal(accused("Ann Porter", 50))
    assert score(young, old, "2007-05-04", "2017-05-04").total >= JOIN
    assert score(young, old).verdict == "apart"


def test_weak_evidence_is_shown_to_a_person() -> None:
    resolved = resolve_reports([told(criminal(accused("Porter"))), told(PORTER_CASE, 1)])
    ((_, _, pair, _),) = ((d.one, d.other, d.pair, d.reason) for d in resolved.doubts)
    assert REVIEW <= pair.score < JOIN
    parts = score(criminal(accused("Porter")), PORTER_CASE).parts
    assert [str(part) for part in parts] == ["party Ann Porter (surname) +1.2", "court E.D.N.Y. +1.0"]


def test_reports_of_one_article_are_of_several_cases() -> None:
    both = [told(PORTER_CASE, 7, position=place) for place in (0, 1)]
    resolved = resolve_reports([*both, told(PORTER_CASE, 1)])
    assert sorted(map(len, resolved.cases)) == [1, 2]
    assert resolved.doubts == ()


def test_stronger_pair_joins_first() -> None:
    judged = replace(PORTER_CASE, judges=("Brian Cogan",), docket_numbers=("1:17-cr-00255",))
    other = replace(PORTER_CASE, docket_numbers=("1:17-cr-00300",))
    unnumbered = replace(PORTER_CASE, judges=("Brian Cogan",))
    assert resolve(other, judged, unnumbered) == [[0], [1, 2]]


def test_what_a_person_decided_comes_before_all_evidence() -> None:
    stranger = criminal(accused("Lee Wong"), court=MND)
    assert resolve(PORTER_CASE, stranger) == [[0], [1]]
    assert resolve(PORTER_CASE, stranger, constraints=constrain(join=[(1, 0)])) == [[0, 1]]
    assert resolve(PORTER_CASE, PORTER_CASE, constraints=constrain(apart=[(1, 0)])) == [[0], [1]]


def test_what_must_be_apart_is_not_joined_by_a_third() -> None:
    for kept in (constrain(apart=[(0, 1)]), constrain(apart=[(1, 0)])):
        resolved = resolve_reports([told(PORTER_CASE, n) for n in range(3)], kept)
        assert sorted(map(len, resolved.cases)) == [1, 2]
        assert resolved.doubts == ()


def test_a_constraint_on_an_article_that_is_gone_is_passed_over() -> None:
    assert resolve(PORTER_CASE, constraints=constrain(join=[(0, 9)], apart=[(9, 0)])) == [[0]]


def test_a_surname_ties_nothing_among_namesakes() -> None:
    ann, judith = (
        criminal(accused(name), judges=("Brian Cogan",)) for name in ("Ann Porter", "Judith Porter")
    )
    surname = criminal(accused("Porter"), judges=("Brian Cogan",))
    assert resolve(ann, surname) == [[0, 1]]
    assert len(resolve(ann, judith, surname)) == 2
    assert resolve(replace(ann, parties=(*ann.parties, *judith.parties)), surname) == [[0], [1]]


PEOPLE = [
    ("Robert Hale", "Bob Hale", True),
    ("R. Hale", "Robert Hale", True),
    ("Robert J. Hale Jr.", "Robert Hale", True),
    ("José Muñoz", "Jose Munoz", True),
    ("Hale", "Robert Hale", False),  # a surname alone tells no one
    ("Hale", "Hale", False),
    ("Rachel Hale", "Robert Hale", False),
    ("Robert Hale", "Robert Hall", False),
    ("", "Robert Hale", False),
]


@pytest.mark.parametrize(("one", "two", "same"), PEOPLE)
def test_same_person(one: str, two: str, same: bool) -> None:
    assert same_person(one, two) is same
    assert same_person(two, one) is same


@pytest.mark.parametrize(("one", "two"), table([case[:3] for case in JOINED]))
def test_what_joins_is_also_looked_for(one: CaseReport, two: CaseReport) -> None:
    keys, others = blocking_keys(card(one)), blocking_keys(card(two))
    assert set(keys.look) & set(others.kept)
    assert set(others.look) & set(keys.kept)


REPORTS = st.sampled_from([report for case in JOINED + APART for report in case[1:3]])


@given(REPORTS, REPORTS, st.sampled_from([DAY, LATER, None]))
def test_score_is_symmetric(one: CaseReport, two: CaseReport, day: str | None) -> None:
    assert score(one, two, DAY, day) == score(two, one, day, DAY)


@given(st.lists(REPORTS, max_size=12), st.randoms(use_true_random=False))
def test_order_of_reports_does_not_matter(reports: list[CaseReport], random: Any) -> None:
    listed = [told(report, n) for n, report in enumerate(reports)]
    expected = resolve_reports(listed)
    random.shuffle(listed)
    assert resolve_reports(listed) == expected
