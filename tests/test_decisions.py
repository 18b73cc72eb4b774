"""Decisions as values: replayed in turn, found again by content, read and written without loss."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casetrack.combine import Combined, Member, combine_members
from casetrack.decisions import Decision, FactAnchor, ReportAnchor, SpanAnchor
from casetrack.decisions.correct import correct_case, find_court, read_key
from casetrack.decisions.fields import FIELDS, check_value, check_values
from casetrack.decisions.model import target_from_plain, target_to_plain
from casetrack.decisions.replay import match_report, replay_reports
from casetrack.decisions.say import say_about, say_values
from casetrack.errors import UsageError
from casetrack.models import CaseReport, Hearing, Ruling

CAPTION = "State v. Porter"


def anchors(letters: str) -> tuple[ReportAnchor, ...]:
    return tuple(ReportAnchor(letter, 0, CAPTION) for letter in letters)


def decisions(script: str) -> list[Decision]:
    """Read `merge ab c; split ab c; apart a b`: what stays or is first, what leaves or is added."""
    made = []
    for number, line in enumerate(filter(None, script.split(";"))):
        word, case, other = line.split()
        action = "link" if word == "apart" else word
        values = {"link": "not_same"} if word == "apart" else None
        made.append(
            Decision(f"{number}", f"{number:03}", action, anchors(case), anchors(other), values=values)
        )
    return made


def outcome(script: str, gone: str = "") -> tuple[list[str], list[str]]:
    """Replay; gives the groups that are one case, and pairs that are two, by their first letters."""
    known = {anchor: ord(anchor.article) for anchor in anchors("abcdefgh") if anchor.article not in gone}
    join, apart = replay_reports(decisions(script), known.get)
    groups: dict[int, str] = {}
    for first, other in sorted(join):
        groups[first] = groups.get(first, chr(first)) + chr(other)
    return sorted(groups.values()), sorted(chr(a) + chr(b) for a, b in apart)


REPLAYS = [
    ("nothing", "", [], []),
    ("a-merge-holds-all-together", "merge ab cd", ["abcd"], []),
    ("merges-add-up", "merge ab c;merge c d", ["abcd"], []),
    ("a-split-keeps-what-leaves-together", "split ab cd", ["cd"], ["ac", "bc"]),
    ("a-split-outweighs-the-merge-before", "merge ab cd;split ab cd", ["ab", "cd"], ["ac"]),
    ("a-merge-outweighs-the-split-before", "split ab c;merge ab c", ["abc"], []),
    ("what-a-split-does-not-name-stays-merged", "merge ab cd;split abd c", ["abd"], ["ac"]),
    ("not-the-same-freezes-neither", "apart ab c", [], ["ac", "bc"]),
    ("not-the-same-ends-a-merge", "merge a bc;apart a bc", ["bc"], ["ab"]),
    ("a-merge-keeps-apart-what-others-are", "apart a c;merge a b", ["ab"], ["ac"]),
    ("a-split-of-a-split", "merge ab cd;split ab cd;split c d", ["ab"], ["ac", "ad", "cd"]),
]


@pytest.mark.parametrize(("script", "joined", "apart"), [r[1:] for r in REPLAYS], ids=[r[0] for r in REPLAYS])
def test_later_decisions_outweigh_earlier_ones(script: str, joined: list[str], apart: list[str]) -> None:
    assert outcome(script) == (joined, apart)


def test_what_is_gone_takes_no_part() -> None:
    assert outcome("merge ab cd;split abd c", gone="bc") == (["ad"], [])


letters = st.sets(st.sampled_from("abcdef"), min_size=1).map(lambda s: "".join(sorted(s)))
scripts = st.lists(st.tuples(st.sampled_from(["merge", "split", "apart"]), letters, letters), max_size=8)


@given(scripts)
def test_no_pair_is_both_one_case_and_two(script: list[tuple[str, str, str]]) -> None:
    groups, apart = outcome(";".join(" ".join(line) for line in script))
    home = {letter: group for group in groups for letter in group}
    assert sum(map(len, groups)) == len(home)
    assert all(home.get(a, a) != home.get(b, b) for a, b in apart)


@given(scripts)
def test_the_last_decision_always_holds(script: list[tuple[str, str, str]]) -> None:
    lines = [*script, ("merge", "ab", "c")]
    groups, _ = outcome(";".join(" ".join(line) for line in lines))
    assert any({"a", "b", "c"} <= set(group) for group in groups)


REPORTS = [
    ("where-it-was", [(0, CAPTION), (1, "State v. Hale")], 0),
    ("in-another-place", [(0, "State v. Hale"), (1, CAPTION)], 1),
    ("called-otherwise", [(0, "State v. Hale"), (1, "United States v. Porter et al.")], 1),
    ("the-only-one-left", [(0, "In re a fire")], 0),
    ("another-case-in-its-place", [(0, "State v. Hale"), (1, "State v. Kim")], None),
    ("the-words-of-every-caption-tell-nothing", [(0, "State v. Hale"), (1, "People v. Kim")], None),
    ("an-article-without-cases", [], None),
]


@pytest.mark.parametrize(("reports", "expected"), [r[1:] for r in REPORTS], ids=[r[0] for r in REPORTS])
def test_a_report_is_found_again(reports: list[tuple[int, str]], expected: int | None) -> None:
    assert match_report(ReportAnchor("a", 0, CAPTION), reports) == expected


RULED = Ruling("2017-05-04", "denied", "bail", None, "judge", (), 10, 40, "q" * 30, "r", 0.8)
SET = Hearing("2017-06-01", None, "sentencing", "scheduled", None, None, 50, 80, "h" * 30, "r", 0.8)
FACT = FactAnchor("ruling", "denied", "2017-05-04", "bail", (SpanAnchor("sha", 10, 40, "q" * 30),))


def case(*facts: Ruling | Hearing) -> Combined:
    report = CaseReport(
        CAPTION,
        "criminal",
        rulings=tuple(f for f in facts if isinstance(f, Ruling)),
        hearings=tuple(f for f in facts if isinstance(f, Hearing)),
    )
    return combine_members([Member(1, "sha", "2017-05-04", report)])


def decide(action: str, fact: FactAnchor | None = None, **values: str | None) -> Decision:
    return Decision(f"u-{action}", "001", action, fact=fact, values=values or None)


def correct(before: Combined, *made: Decision) -> tuple[Combined, frozenset[str]]:
    return correct_case(before, made, {1: "sha"})


FOUND = [
    ("where-it-was-read", RULED, True, True),
    ("moved-in-a-corrected-text", replace(RULED, start=90, end=120), True, True),
    ("the-sentence-cut-otherwise", replace(RULED, start=20, end=60, quote="other"), True, True),
    ("its-date-read-otherwise", replace(RULED, date="2017-05-05"), True, True),
    ("another-outcome-read-there", replace(RULED, disposition="granted"), True, False),
    ("another-sentence", replace(RULED, start=90, end=120, quote="other"), False, False),
]


@pytest.mark.parametrize(("now", "set_", "dropped"), [f[1:] for f in FOUND], ids=[f[0] for f in FOUND])
def test_a_fact_is_found_again(now: Ruling, set_: bool, dropped: bool) -> None:
    """A wrong fact that is dropped must not take with it the right one that is read there now."""
    after, found = correct(case(now), decide("set", FACT, movant="Porter"))
    assert (after.rulings[0].fact.movant == "Porter", bool(found)) == (set_, set_)  # type: ignore[union-attr]
    after, found = correct(case(now), decide("drop", FACT))
    assert (after.rulings == (), bool(found)) == (dropped, dropped)


def test_of_two_facts_of_one_sentence_the_one_that_is_meant() -> None:
    both = case(RULED, replace(RULED, disposition="granted", subject="time"))
    after, _ = correct(both, decide("drop", FACT))
    assert [j.fact.disposition for j in after.rulings] == ["granted"]  # type: ignore[union-attr]
    after, _ = correct(both, decide("drop", replace(FACT, word="granted", about="time")))
    assert [j.fact.disposition for j in after.rulings] == ["denied"]  # type: ignore[union-attr]


def test_what_is_set_marks_its_fields_and_keeps_the_key() -> None:
    before = case(RULED)
    after, _ = correct(before, decide("set", FACT, date="2017-05-03", movant=None))
    (joined,) = after.rulings
    assert (joined.fact.date, joined.corrected) == ("2017-05-03", ("date", "movant"))
    assert joined.key == before.rulings[0].key
    assert joined.sources == before.rulings[0].sources


def test_what_is_entered_has_a_source_and_can_be_set_and_dropped() -> None:
    add = decide("add", kind="hearing", type="sentencing", date="2017-09-14", source="clerk")
    after, _ = correct(case(), add)
    (joined,) = after.hearings
    assert (joined.fact.status, joined.entered, joined.sources) == ("scheduled", "clerk", ())  # type: ignore[union-attr]
    assert read_key(joined.key) == ("sentencing", "2017-09-14", None)
    mine = FactAnchor("hearing", "sentencing", "2017-09-14", entered=add.uid)
    later = replace(decide("set", mine, status="held"), made_at="002")
    assert correct(case(), later, add)[0].hearings[0].fact.status == "held"  # type: ignore[union-attr]
    assert correct(case(), add, replace(later, action="drop", values=None))[0].hearings == ()


ENTERED = [
    ("told-by-an-article-too", SET, {"type": "sentencing", "date": "2017-06-01", "time": "10:00"}, 1),
    ("another-day", SET, {"type": "sentencing", "date": "2017-06-02"}, 2),
    ("without-a-day", SET, {"type": "sentencing"}, 2),
    ("a-ruling-told-too", RULED, {"disposition": "denied", "date": "2017-05-04", "movant": "Porter"}, 1),
    ("about-the-same", RULED, {"disposition": "denied", "date": "2017-05-04", "subject": "his bail"}, 1),
    ("about-something-else", RULED, {"disposition": "denied", "date": "2017-05-04", "subject": "venue"}, 2),
]


@pytest.mark.parametrize(("told", "values", "facts"), [e[1:] for e in ENTERED], ids=[e[0] for e in ENTERED])
def test_what_is_entered_and_told_too_is_one_fact(
    told: Ruling | Hearing, values: dict[str, str], facts: int
) -> None:
    kind = "ruling" if isinstance(told, Ruling) else "hearing"
    add = decide("add", kind=kind, source="clerk", **values)
    after, _ = correct(case(told), add)
    found = [*after.rulings, *after.hearings]
    assert len(found) == facts
    assert [joined.entered for joined in found][-1] == "clerk"
    if facts == 1:
        (joined,) = found
        assert joined.sources
        assert getattr(joined.fact, "time", "10:00") == "10:00"
        mine = FactAnchor(kind, "x", entered=add.uid)
        later = replace(decide("set", mine, date="2018"), made_at="002")
        assert [j.fact.date for j in [*correct(case(told), add, later)[0].rulings,
                                      *correct(case(told), add, later)[0].hearings]] == ["2018"]  # fmt: skip


def test_the_head_of_a_case() -> None:
    after, _ = correct(
        case(RULED),
        decide("alias", name="The Porter trial"),
        replace(decide("set", caption="State v. Porter-Hale", status="decided", court="nyed"), made_at="002"),
    )
    assert (after.caption, after.status) == ("State v. Porter-Hale", "decided")
    assert after.court is not None
    assert after.court.id == "nyed"
    assert ("The Porter trial", None) in after.names


def test_courts() -> None:
    spelled = find_court("orccmultnomah; Circuit Court of Multnomah County, Oregon; trial; or")
    assert (spelled.id, spelled.level, spelled.jurisdiction) == ("orccmultnomah", "trial", "or")
    assert find_court("ca2").level == "appeals"
    assert find_court("Tamwick County Court").id is None


VALUES = [
    ("ruling", "date", "2017-05", "2017-05"),
    ("ruling", "date", " 2017-05-04 ", "2017-05-04"),
    ("ruling", "date", "", None),
    ("ruling", "disposition", "Granted in Part", "granted_in_part"),
    ("ruling", "decided_by", "parole-board", "parole board"),
    ("hearing", "time", "9:30", "09:30"),
    ("hearing", "purpose", "  two\n words ", "two words"),
    ("case", "court", "nyed", "nyed"),
]
WRONG = [
    ("ruling", "date", "yesterday", "is not a date"),
    ("ruling", "date", "2017-02-30", "not a day of the calendar"),
    ("ruling", "disposition", "refused", "not one of granted, denied"),
    ("ruling", "disposition", "", "cannot be empty"),
    ("ruling", "type", "trial", "has no field 'type'; it has date, disposition"),
    ("hearing", "time", "25:00", "is not a time"),
    ("case", "caption", " ", "cannot be empty"),
]


@pytest.mark.parametrize(("kind", "name", "typed", "expected"), VALUES)
def test_values(kind: str, name: str, typed: str, expected: str | None) -> None:
    assert check_value(kind, name, typed) == expected


@pytest.mark.parametrize(("kind", "name", "typed", "said"), WRONG)
def test_wrong_values(kind: str, name: str, typed: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        check_value(kind, name, typed)


def test_fields_keep_their_order() -> None:
    assert list(check_values("hearing", {"status": "held", "date": "2017"})) == ["date", "status"]
    assert all(FIELDS.values())


@pytest.mark.parametrize("decision", [
    Decision("u", "1", "merge", anchors("ab"), anchors("c")),
    Decision("u", "1", "set", anchors("a"), fact=FACT, values={"date": None}),
    Decision("u", "1", "drop", anchors("a"), fact=FactAnchor("hearing", "trial", entered="u2")),
], ids=lambda decision: decision.action)  # fmt: skip
def test_a_target_is_read_as_it_was_written(decision: Decision) -> None:
    fields = target_from_plain(target_to_plain(decision))
    assert Decision("u", "1", decision.action, **fields, values=decision.values) == decision


def test_decisions_in_words() -> None:
    merge = Decision("u", "1", "merge", anchors("ab"), anchors("c"))
    assert say_about(merge) == "State v. Porter (2 articles) + State v. Porter (1 article)"
    assert say_about(decide("drop", FACT)) == "ruling denied 2017-05-04 bail"
    assert say_values(decide("set", FACT, date="2017", movant=None)) == "date=2017, movant="
    assert say_values(merge) is None
