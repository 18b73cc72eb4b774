"""Which stored case is this? Pairs that are one case, pairs that only look it, and why."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casetrack.models import Attorney, CaseReport, CourtRef, Party
from casetrack.resolve import (
    JOIN,
    REVIEW,
    Candidate,
    blocking_keys,
    resolve_case,
    same_person,
    score_pair,
)

NYED = CourtRef("nyed", "E.D.N.Y.", "district")
MND = CourtRef("mnd", "D. Minn.", "district")
CA2 = CourtRef("ca2", "Second Circuit", "appeals")


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
        "docket number 17-CR-00255",
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
    ("nobody-named", CaseReport("In re a merger", "civil", MND), CaseReport("In re a merger", "civil", MND)),
]  # fmt: skip


def table(cases: list[tuple[Any, ...]]) -> list[Any]:
    """Give the cases to pytest, the first field of each as its id."""
    return [pytest.param(*values, id=name) for name, *values in cases]


DAY, LATER = "2017-05-04", "2017-11-15"


@pytest.mark.parametrize(("one", "two", "reason"), table(JOINED))
def test_one_case(one: CaseReport, two: CaseReport, reason: str) -> None:
    for first, second in ((one, two), (two, one)):
        found = resolve_case(first, DAY, [Candidate(7, ((DAY, second),))])
        assert found.case_id == 7, found
        assert found.score >= JOIN
    assert any(told.startswith(reason) for told in score_pair(one, DAY, two, DAY)[1])


@pytest.mark.parametrize(("one", "two"), table(APART))
def test_two_cases(one: CaseReport, two: CaseReport) -> None:
    for first, second in ((one, two), (two, one)):
        assert resolve_case(first, DAY, [Candidate(7, ((DAY, second),))]).case_id is None


VETOES = [c for c in APART if c[0] in {"criminal-and-civil", "two-courts-of-one-level", "thirty-years-apart"}]


@pytest.mark.parametrize(("one", "two"), [c[1:] for c in VETOES], ids=[c[0] for c in VETOES])
def test_one_vetoing_member_keeps_the_whole_case_away(one: CaseReport, two: CaseReport) -> None:
    stored = Candidate(7, ((DAY, one), (DAY, two)))
    found = resolve_case(one, DAY, [stored])
    assert (found.case_id, found.ambiguous) == (None, ())


def test_age_grows_with_the_years() -> None:
    young, old = criminal(accused("Ann Porter", 40)), criminal(accused("Ann Porter", 50))
    assert score_pair(young, "2007-05-04", old, "2017-05-04")[0] >= JOIN
    assert score_pair(young, "2017-05-04", old, "2017-05-04")[0] < REVIEW


def test_weak_evidence_is_shown_to_a_person() -> None:
    found = resolve_case(criminal(accused("Porter")), DAY, [Candidate(7, ((DAY, PORTER_CASE),))])
    assert found.case_id is None
    ((case_id, score, reasons),) = found.ambiguous
    assert case_id == 7
    assert REVIEW <= score < JOIN
    assert {reason.rsplit(" ", 1)[0] for reason in reasons} == {"party Ann Porter", "court E.D.N.Y."}


def test_stronger_candidate_wins_whatever_the_order() -> None:
    weak = Candidate(1, ((DAY, criminal(PORTER, court=None)),))
    strong = Candidate(2, ((DAY, replace(PORTER_CASE, judges=("Brian Cogan",))),))
    report = replace(PORTER_CASE, judges=("Brian Cogan",))
    assert resolve_case(report, DAY, [weak, strong]).case_id == 2
    assert resolve_case(report, DAY, [strong, weak]).case_id == 2


def test_tie_joins_the_older_case_and_is_shown() -> None:
    twins = [Candidate(4, ((DAY, PORTER_CASE),)), Candidate(3, ((DAY, PORTER_CASE),))]
    found = resolve_case(PORTER_CASE, DAY, twins)
    assert found.case_id == 3
    assert [other for other, *_ in found.ambiguous] == [4]


def test_docket_number_settles_a_tie() -> None:
    numbered = replace(PORTER_CASE, docket_numbers=("1:17-cr-00255",))
    full = criminal(PORTER, judges=("Brian Cogan",), attorneys=(Attorney("Lee Wu", "defendant"),))
    found = resolve_case(
        replace(full, docket_numbers=("1:17-cr-00255",)),
        DAY,
        [Candidate(1, ((DAY, full),)), Candidate(2, ((DAY, numbered),))],
    )
    assert found.case_id == 2


def test_nothing_stored_is_a_new_case() -> None:
    assert resolve_case(PORTER_CASE, DAY, []).case_id is None


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
    assert set(blocking_keys(one)) & set(blocking_keys(two))


REPORTS = st.sampled_from([report for case in JOINED + APART for report in case[1:3]])


@given(REPORTS, REPORTS, st.sampled_from([DAY, LATER, None]))
def test_score_is_symmetric_about_joining(one: CaseReport, two: CaseReport, day: str | None) -> None:
    there, back = score_pair(one, DAY, two, day)[0], score_pair(two, day, one, DAY)[0]
    assert (there >= JOIN) == (back >= JOIN)


@given(st.permutations([Candidate(n, ((DAY, case[2]),)) for n, case in enumerate(JOINED)]), REPORTS)
def test_order_of_candidates_does_not_matter(candidates: list[Candidate], report: CaseReport) -> None:
    ordered = sorted(candidates, key=lambda candidate: candidate.case_id)
    assert resolve_case(report, DAY, candidates) == resolve_case(report, DAY, ordered)
