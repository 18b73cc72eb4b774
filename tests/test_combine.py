"""Several articles on one case: each fact once, each source kept, whatever came first."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casetrack.combine import Combined, Joined, Member, combine_members
from casetrack.models import Attorney, CaseReport, CourtRef, Hearing, Party, Ruling, Source

NYED = CourtRef("nyed", "E.D.N.Y.", "district")
RULED = Ruling("2017-05-04", "denied", "the motion", None, "judge", ("Brian Cogan",), 0, 9, "q", "r", 0.8)
SET = Hearing("2017-06-01", None, "sentencing", "scheduled", None, None, 0, 9, "q", "r", 0.8)
REPORT = CaseReport("United States v. Porter", "criminal")


def member(number: int, published: str | None = "2017-05-05", **fields: object) -> Member:
    return Member(number, f"{number:064x}", published, replace(REPORT, **fields))


def told_by(facts: tuple[Joined, ...]) -> list[list[int]]:
    """Give the articles behind each fact."""
    return sorted(sorted({article for article, _ in joined.sources}) for joined in facts)


def ruling(**fields: object) -> Ruling:
    return replace(RULED, **fields)


def hearing(**fields: object) -> Hearing:
    return replace(SET, **fields)


# id, one article's fact, another's, whether they are one
RULINGS = [
    ("same-day-same-word", RULED, RULED, True),
    ("month-holds-the-day", RULED, ruling(date="2017-05"), True),
    ("year-holds-the-day", RULED, ruling(date="2017"), True),
    ("judge-untold", RULED, ruling(judges=()), True),
    ("told-in-other-words", RULED, ruling(subject="the request to move", quote="other"), True),
    ("next-day", RULED, ruling(date="2017-05-05"), False),
    ("no-date", RULED, ruling(date=None), False),
    ("neither-dated", ruling(date=None), ruling(date=None), False),
    ("other-disposition", RULED, ruling(disposition="granted"), False),
    ("other-judge", RULED, ruling(judges=("Ann Donnelly",)), False),
]
HEARINGS = [
    ("same-day-same-type", SET, SET, True),
    ("month-holds-the-day", SET, hearing(date="2017-06"), True),
    ("announced-then-held", SET, hearing(status="held"), True),
    ("moved", SET, hearing(date="2017-07-01", status="postponed", moved_from="2017-06-01"), True),
    ("motion-is-argument", hearing(type="motion"), hearing(type="oral_argument"), True),
    ("other-day", SET, hearing(date="2017-06-02"), False),
    ("other-type", SET, hearing(type="plea"), False),
    ("no-date", SET, hearing(date=None), False),
    ("trial-is-no-motion", hearing(type="motion"), hearing(type="trial"), False),
]


def _ids(
    cases: list[tuple[str, Ruling, Ruling, bool]] | list[tuple[str, Hearing, Hearing, bool]],
) -> list[str]:
    return [case[0] for case in cases]


@pytest.mark.parametrize(("one", "two", "same"), [c[1:] for c in RULINGS], ids=_ids(RULINGS))
def test_rulings_of_two_articles(one: Ruling, two: Ruling, same: bool) -> None:
    for first, second in ((one, two), (two, one)):
        case = combine_members([member(1, rulings=(first,)), member(2, rulings=(second,))])
        assert told_by(case.rulings) == ([[1, 2]] if same else [[1], [2]])


@pytest.mark.parametrize(("one", "two", "same"), [c[1:] for c in HEARINGS], ids=_ids(HEARINGS))
def test_hearings_of_two_articles(one: Hearing, two: Hearing, same: bool) -> None:
    for first, second in ((one, two), (two, one)):
        case = combine_members([member(1, hearings=(first,)), member(2, hearings=(second,))])
        assert told_by(case.hearings) == ([[1, 2]] if same else [[1], [2]])


def test_rulings_of_one_article_are_never_joined() -> None:
    twice = (RULED, ruling(start=5))
    alone = combine_members([member(1, rulings=twice)]).rulings
    assert told_by(alone) == [[1], [1]]
    assert len({joined.key for joined in alone}) == 2
    both = combine_members([member(1, rulings=twice), member(2, rulings=twice)]).rulings
    assert told_by(both) == [[1, 2], [1, 2]]
    assert [len(joined.sources) for joined in both] == [2, 2]


def test_hearings_of_one_article_are_never_joined() -> None:
    twice = (SET, hearing(start=5))
    assert told_by(combine_members([member(1, hearings=twice)]).hearings) == [[1], [1]]


def test_second_of_two_denials_of_a_day_finds_its_like() -> None:
    move, observers = (
        ruling(subject="the request to move"),
        ruling(subject="the request of observers", start=5),
    )
    case = combine_members([member(1, rulings=(move, observers)), member(2, rulings=(observers,))])
    assert [told_by((joined,)) for joined in case.rulings] == [[[1]], [[1, 2]]]


def test_exact_date_and_every_sentence_are_kept() -> None:
    more = Source(20, 29, "again", "r2", 0.5)
    vague = ruling(date="2017-05", also=(more,), quote="vague")
    (joined,) = combine_members([member(1, rulings=(vague,)), member(2, rulings=(RULED,))]).rulings
    assert isinstance(joined.fact, Ruling)
    assert joined.fact.date == "2017-05-04"
    assert [(article, source.quote) for article, source in joined.sources] == [
        (2, "q"),
        (1, "vague"),
        (1, "again"),
    ]


def test_latest_word_on_a_hearing_counts() -> None:
    moved = hearing(date="2017-07-01", status="postponed", moved_from="2017-06-01", purpose="sentence")
    case = combine_members([member(1, "2017-05-05", hearings=(hearing(time="09:30"),)),
                            member(2, "2017-05-20", hearings=(moved,))])  # fmt: skip
    (joined,) = case.hearings
    fact = joined.fact
    assert isinstance(fact, Hearing)
    assert (fact.date, fact.status, fact.moved_from, fact.purpose) == (
        "2017-07-01",
        "postponed",
        "2017-06-01",
        "sentence",
    )


NEW_DAY = hearing(date="2017-07-01", status="postponed", moved_from="2017-06-01")


@pytest.mark.parametrize("time", [None, "10:00"])
def test_a_new_day_leaves_the_hour_of_the_old_one_behind(time: str | None) -> None:
    first = member(1, hearings=(hearing(time="14:00"),))
    later = member(2, "2017-05-09", hearings=(replace(NEW_DAY, time=time),))
    (joined,) = combine_members([first, later]).hearings
    assert isinstance(joined.fact, Hearing)
    assert (joined.fact.date, joined.fact.time) == ("2017-07-01", time)


HEADS = [
    ("longer-name-wins", [("Porter",), ("Ann Porter",)], ("Ann Porter",)),
    ("nickname-is-one", [("Mike Hale",), ("Michael Hale",)], ("Michael Hale",)),
    ("two-people-stay", [("Ann Porter",), ("Judith Porter",)], ("Ann Porter", "Judith Porter")),
]


@pytest.mark.parametrize(("told", "names"), [c[1:] for c in HEADS], ids=[c[0] for c in HEADS])
def test_people_are_named_once(told: list[tuple[str, ...]], names: tuple[str, ...]) -> None:
    members = [
        member(n, judges=group, parties=tuple(Party(name, "person", "defendant") for name in group))
        for n, group in enumerate(told, 1)
    ]
    case = combine_members(members)
    assert case.judges == names
    assert tuple(party.name for party in case.parties) == names


def test_head_of_a_case() -> None:
    case = combine_members([
        member(1, "2017-05-05", caption="In re Porter", docket_numbers=("1:17-cr-00255",)),
        member(2, None, court=NYED, names=("U.S. v. Porter",), attorneys=(Attorney("Lee Wu", "defendant"),)),
        member(3, "2017-04-01", court=CourtRef(None, "a federal court"), docket_numbers=("1:17-cr-00255",)),
    ])  # fmt: skip
    assert case.caption == "U.S. v. Porter"  # as printed, before any derived
    assert case.court == NYED
    assert case.docket_numbers == ("1:17-cr-00255",)
    assert (case.first_reported, case.last_reported) == ("2017-04-01", "2017-05-05")
    assert {name for name, _ in case.names} == {"U.S. v. Porter", "In re Porter", "United States v. Porter"}
    assert [attorney.name for attorney in case.attorneys] == ["Lee Wu"]


MEMBERS = [
    member(1, "2017-05-05", rulings=(RULED, ruling(start=30, subject="other")), judges=("Cogan",)),
    member(2, "2017-05-05", rulings=(ruling(date="2017-05"),), hearings=(SET,), judges=("Brian Cogan",)),
    member(3, "2017-06-02", hearings=(hearing(status="held", time="10:00"),), court=NYED),
    member(4, None, rulings=(ruling(judges=()),), hearings=(hearing(date="2017-06"),)),
    member(
        5, "2017-06-02", hearings=(hearing(status="postponed", date="2017-07-01", moved_from="2017-06-01"),)
    ),
]


@given(st.permutations(MEMBERS))
def test_order_of_members_does_not_matter(members: list[Member]) -> None:
    expected: Combined = combine_members(MEMBERS)
    assert combine_members(members) == expected


@given(st.permutations(MEMBERS))
def test_no_sentence_is_lost(members: list[Member]) -> None:
    case = combine_members(members)
    assert sum(len(joined.sources) for joined in case.rulings) == 4
    assert sum(len(joined.sources) for joined in case.hearings) == 4
