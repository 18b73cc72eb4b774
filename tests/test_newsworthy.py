"""Court news is told from what borrows its words, and from commentary."""

from __future__ import annotations

import pytest

from casetrack.extract import extract_report
from casetrack.extract.newsworthy import is_commentary, speaks_of_courts
from casetrack.extract.quotes import find_quotes
from casetrack.extract.sentences import split_sentences
from casetrack.models import Article

OF_COURTS = [
    pytest.param("A jury convicted Dale Fenner of murder on Tuesday.", id="a jury and nothing else"),
    pytest.param("Judge Ann Lowe fined the firm.", id="a judge"),
    pytest.param(
        "The striker was charged with assault after the league season, and his coach testified.",
        id="a player on trial",
    ),
    pytest.param(
        "Prosecutors said the goalie, the coach and a referee fixed a game in overtime.", id="sport in court"
    ),
]
OF_OTHER_WORLDS = [
    pytest.param(
        "Winger Al Rudd was sentenced to two minutes after the referee upheld the goal.", id="hockey"
    ),
    pytest.param(
        "The verdict is in: the placebo beat the pill. The jury is still out on the dose.", id="medicine"
    ),
    pytest.param(
        "Celebrity judges gave the pie a guilty verdict, and the chef pleaded her case.", id="a bake-off"
    ),
    pytest.param("He let the court of public opinion decide.", id="public opinion"),
    pytest.param("She ruled the clay court all season and was convicted in her belief.", id="tennis"),
]


def article(text: str, title: str | None = None) -> Article:
    head = f"{title}\n\n" if title else ""
    return Article(head + text, "", "-", title=title, published="2018-03-07", body_start=len(head))


@pytest.mark.parametrize("text", OF_COURTS)
def test_speaks_of_courts(text: str) -> None:
    assert speaks_of_courts(split_sentences(article(text)))


@pytest.mark.parametrize("text", OF_OTHER_WORLDS)
def test_borrows_the_words_of_courts(text: str) -> None:
    assert not speaks_of_courts(split_sentences(article(text)))


REPORT = (
    "RENO, Nev. — A federal judge on Tuesday denied a request by Dale Fenner to move his trial.\n"
    "“I am not persuaded,” Judge Ann Lowe said. “We will see you in May, and I mean you.”\n"
    "His lawyer, Bea Cobb, said: “I ask myself why we came. My client and I will appeal.\n"
    "“Would you not?”\n"
)
COLUMN = (
    "I have sat on two juries, and I would sit on a third.\n"
    "A judge once told me that we get the courts we pay for. Do we?\n"
    "In 2011 the Supreme Court struck down the only law that ever helped. You can look it up.\n"
)


def test_what_others_say_of_themselves_makes_no_commentary() -> None:
    told = article(REPORT)
    assert not is_commentary(told, split_sentences(told))


def test_what_an_outlet_says_of_itself_makes_no_commentary() -> None:
    told = article(
        "This story is part of Cold Rooms, our series on apartments.\nHave a heat problem in your building?\n"
        "Tell us about it.\nThe order, by Judge Gerald Amory of Housing Court, takes it from its owner.\n"
        "The city sued Crestmont Holdings LLC in 2021. Did the court act too late? The tenants think so.\n"
    )
    assert not is_commentary(told, split_sentences(told))


@pytest.mark.parametrize("title", [None, "OPINION: Pay the jurors", "Editorial | Pay the jurors"])
def test_a_column_that_mentions_a_ruling_gives_no_case(title: str | None) -> None:
    told = article(COLUMN, title)
    assert is_commentary(told, split_sentences(told))
    assert extract_report(told).cases == ()


def test_a_label_alone_makes_a_commentary() -> None:
    text = "Courts strike down what legislatures pass. In 2009 a judge struck down the city's budget."
    labelled = article(text, "Commentary: The other branch")
    assert extract_report(labelled).cases == ()


def test_a_diary_from_the_courtroom_is_still_news() -> None:
    text = (
        "I was in the courtroom on Tuesday when Judge Ann Lowe sentenced Dale Fenner to nine years in prison "
        "for arson.\nI have watched a dozen of these. I do not sleep after.\n"
    )
    told = article(text)
    assert is_commentary(told, split_sentences(told))
    assert [r.disposition for c in extract_report(told).cases for r in c.rulings] == ["sentenced"]


def test_old_decisions_alone_are_no_news() -> None:
    text = (
        "WASHINGTON — Lawyers for the president rejected the terms of an interview on Tuesday.\n"
        "The dispute could end in court. The Supreme Court ruled in 1974 that tapes must be handed over.\n"
    )
    assert extract_report(article(text)).cases == ()


QUOTES = [
    pytest.param("He said “no” and “yes”.", ["“no”", "“yes”"], id="curly"),
    pytest.param('He said "no" and "yes".', ['"no"', '"yes"'], id="straight"),
    pytest.param("“One.\n\n“Two.” She left.", ["“One.\n\n“Two.”"], id="over paragraphs"),
    pytest.param("“One.\n\nShe left.", ["“One.\n"], id="never closed"),
    pytest.param('"Open\nShe left.', ['"Open\n'], id="a straight one ends with its line"),
    pytest.param("“They\nleft,” she said.", ["“They\nleft,”"], id="a line a scraper broke"),
    pytest.param('A 6" blade', [], id="inches"),
]


@pytest.mark.parametrize(("text", "expected"), QUOTES)
def test_quotes(text: str, expected: list[str]) -> None:
    assert [text[left:right] for left, right in find_quotes(text)] == expected


def test_a_personal_account_of_a_decision_of_these_days_is_news() -> None:
    story = (
        "A federal judge has ruled that Tern College does not turn Reno students away.\n"
        "I have written before that I find the suit odd. You may too. Why? I will tell you.\n"
        "The group Students for Open Gates sued Tern College in 2014.\n"
    )
    told = article(story)
    assert is_commentary(told, split_sentences(told))
    (case,) = extract_report(told).cases
    assert [ruling.disposition for ruling in case.rulings] == ["granted"]


def test_an_opinion_that_tells_what_a_court_has_done_is_no_news() -> None:
    story = (
        "I think our prisons are a shame, and you do too.\nA federal judge has ordered California to cut "
        "crowding in its prisons. I wish that others would.\n"
    )
    assert extract_report(article(story, "Opinion: Open the doors")).cases == ()
