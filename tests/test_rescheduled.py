"""A hearing that is moved in the sentence after, or does not come on its day; jurors who are back on a day."""

# ruff: noqa: E501 - a case stays on its line
from __future__ import annotations

import pytest
from conftest import MakeArticle

from casetrack.extract import extract_report

PUBLISHED = "2018-03-14"  # a Wednesday
LEE = "Bo Lee is charged with murder in Tern County."

MOVED = [
    (f"The trial of Bo Lee was to start Monday. It was moved to June 4. {LEE}", ("2018-06-04", "trial", "postponed", "2018-03-19")),
    (f"The trial of Bo Lee was to start Monday. It has been rescheduled for June 4. {LEE}", ("2018-06-04", "trial", "postponed", "2018-03-19")),
    (f"Lee's trial had been set for Monday; it will now begin June 4. {LEE}", ("2018-06-04", "trial", "postponed", "2018-03-19")),
    (f"The sentencing of Bo Lee was postponed Tuesday. It is now set for June 4. {LEE}", ("2018-06-04", "sentencing", "postponed", None)),
    (f"The sentencing of Bo Lee was postponed Tuesday. It will now be held June 4. {LEE}", ("2018-06-04", "sentencing", "postponed", None)),
    (f"The trial of Bo Lee will not start Monday as planned. {LEE}", ("2018-03-19", "trial", "postponed", None)),
    (f"Bo Lee won't go to trial next week. {LEE}", ("2018-03", "trial", "postponed", None)),
    (f"The trial of Bo Lee will not begin until June 4. {LEE}", ("2018-06-04", "trial", "scheduled", None)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), MOVED, ids=[case[0][:60] for case in MOVED])
def test_the_day_that_stands(
    make_article: MakeArticle, text: str, wanted: tuple[str, str, str, str | None]
) -> None:
    (case,) = extract_report(make_article(text, PUBLISHED)).cases
    assert [(h.date, h.type, h.status, h.moved_from) for h in case.hearings] == [wanted]


@pytest.mark.parametrize("when", ["was to begin", "was scheduled to start", "had been set to open"])
def test_a_trial_a_day_before_which_he_pleaded_was_not_held(make_article: MakeArticle, when: str) -> None:
    text = f"Bo Lee pleaded guilty Tuesday to murder in Tern County, a day before his trial {when}."
    (case,) = extract_report(make_article(text, PUBLISHED)).cases
    assert [(h.date, h.type) for h in case.hearings] == [("2018-03-13", "plea")]


def test_jurors_who_went_home_are_back_on_a_day(make_article: MakeArticle) -> None:
    text = (
        "Twelve Tern County jurors started deliberating Tuesday afternoon in the murder trial of Bo Lee. "
        "They went home around 5 p.m. without a verdict. They'll be back at 9 a.m. Thursday."
    )
    (case,) = extract_report(make_article(text, PUBLISHED)).cases
    assert [(h.date, h.status) for h in case.hearings] == [
        ("2018-03-13", "held"),
        ("2018-03-15", "scheduled"),
    ]


def test_a_lawyer_who_asks_for_an_acquittal_is_not_accused(make_article: MakeArticle) -> None:
    text = (
        "Defense attorney Hank Dorn said his client had to make a choice. Dorn asked Circuit Judge Ines Calder "
        "to find Bo Lee not guilty on the spot. Lee is charged with manslaughter."
    )
    (case,) = extract_report(make_article(text, PUBLISHED)).cases
    assert [party.name for party in case.parties] == ["Bo Lee"]


@pytest.mark.parametrize("clause", ["who took bribes", "who was bribed", "who quietly sold his votes"])
def test_who_did_what_was_sentenced(make_article: MakeArticle, clause: str) -> None:
    text = (
        f"A former mayor {clause} was ordered Tuesday to serve six years in federal prison. "
        "Bo Lee was found guilty last October of nine counts of fraud."
    )
    (case,) = extract_report(make_article(text, PUBLISHED)).cases
    assert ("2018-03-13", "sentenced") in [(r.date, r.disposition) for r in case.rulings]
