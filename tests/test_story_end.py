"""Where a story ends: before the foot of the page, the form, the list, or the next story; not in its middle."""

# ruff: noqa: E501 - a case stays on its line

from __future__ import annotations

import pytest

from casetrack.extract.sentences import split_sentences
from casetrack.read import read_article
from casetrack.read.story_end import find_body_end
from casetrack.sources import RawInput

STORY = "RENO, Nev. — A jury on Tuesday convicted Dale Fenner of arson, after two hours of talk in the old courthouse."
MORE = "Judge Ann Lowe set his sentencing for Dec. 4, and told the lawyers on both sides that she would not move it."
FEET = [
    pytest.param(
        "\nRelated\nMan convicted of murder in Elko\nMay 4, 2017\nJury acquits a mayor",
        id="a list of stories",
    ),
    pytest.param("\nLatest Posts\nWoman charged with theft\nJune 9, 2026\nPress", id="latest posts"),
    pytest.param("\n###\nContact the office at 775-555-0100.", id="the mark of a release"),
    pytest.param(
        "\nComments\nRead what others say about the judge and the verdict of this jury.", id="comments"
    ),
    pytest.param("\nShare\nFacebook\nX\nEmail", id="a share bar"),
    pytest.param("\nNewsletter\nEmail*\nI would like to receive emails.", id="a form"),
    pytest.param(
        "\n\nHealth\n\nDoctors in Nevada learn to spot it earlier\n\nA judge and a jury are in this one as well, and it is long.",
        id="the next story of the page",
    ),
]
MIDDLES = [
    pytest.param(
        "Related Stories\nMan convicted of murder in Elko\nJury acquits a mayor", id="a box of links"
    ),
    pytest.param("ADVERTISEMENT", id="an advertisement"),
    pytest.param("Story continues below", id="a note"),
    pytest.param("Share this article\nFacebook\nX", id="a share bar"),
    pytest.param("Sign up for our newsletter", id="a form"),
    pytest.param("Health", id="a heading of its own"),
]


@pytest.mark.parametrize("foot", FEET)
def test_story_is_over_before_the_foot(foot: str) -> None:
    text = f"{STORY}\n{MORE}\n{foot.lstrip()}\n"
    assert text[: find_body_end(text, 0)].strip() == f"{STORY}\n{MORE}"


@pytest.mark.parametrize("middle", MIDDLES)
def test_story_goes_on_after_a_box(middle: str) -> None:
    text = f"{STORY}\n{middle}\n{MORE}\n"
    assert find_body_end(text, 0) == len(text)
    article = read_article(RawInput("a.txt", text.encode()))
    told = [sentence.text for sentence in split_sentences(article)]
    assert told == [STORY.partition(" — ")[2], MORE]


def test_nothing_is_over_before_it_began() -> None:
    text = f"News\nLatest News\n{STORY}\n"
    assert find_body_end(text, 0) == len(text)


LEFT_OUT = [
    pytest.param(
        "Dale Fenner was found guilty of murder in Reno on Monday. (AP Photo/Cole Ash)",
        id="caption of an agency",
    ),
    pytest.param(
        "FILE PHOTO: A judge convicted Dale Fenner of arson on Monday. REUTERS/Cole Ash", id="file photo"
    ),
    pytest.param(
        "Fenner, convicted of arson Monday, leaves court. | Cole Ash/Getty Images", id="caption of a library"
    ),
    pytest.param("JUST WATCHED Jury convicts Fenner of arson in Reno Replay More Videos", id="a player"),
    pytest.param(
        "Dale Fenner, convicted of arson on Monday in a court in Reno, Nevada,\nleaves it. (AP Photo/Cole Ash)",
        id="caption over two lines",
    ),
    pytest.param("READ MORE: Jury convicts Fenner of arson in Reno, Nevada, on Monday", id="a link"),
    pytest.param(
        "'I am sorry': Fenner tells a Reno jury what he did that night Read more", id="a link's end"
    ),
]


@pytest.mark.parametrize("line", LEFT_OUT)
def test_what_stands_between_the_paragraphs_tells_nothing(line: str) -> None:
    article = read_article(RawInput("a.txt", f"{STORY}\n{line}\n{MORE}\n".encode()))
    assert [s.text for s in split_sentences(article)] == [STORY.partition(" — ")[2], MORE]


def test_a_headline_over_several_lines_is_found() -> None:
    text = f"FOR IMMEDIATE RELEASE\nMay 4, 2017\nMAN CONVICTED OF BURNING\nTHREE OLD BARNS IN RENO\nAFTER A SHORT TRIAL\n{STORY}\n"
    first = split_sentences(read_article(RawInput("a.txt", text.encode())))[0]
    assert (first.kind, " ".join(first.text.split())) == (
        "title",
        "MAN CONVICTED OF BURNING THREE OLD BARNS IN RENO AFTER A SHORT TRIAL",
    )


SENTENCES = [
    pytest.param("He met U.S. Senator Ann Lowe in court. She left.", 2, id="a title after U.S."),
    pytest.param("He came to the U.S. She stayed in court.", 2, id="the country at the end"),
    pytest.param(
        "The bail was $1 million\nand he will be arraigned on the indictment of the jury\nTuesday, April 1, in court.",
        1,
        id="lines cut by a scraper",
    ),
]


@pytest.mark.parametrize(("text", "count"), SENTENCES)
def test_sentences(text: str, count: int) -> None:
    article = read_article(RawInput("a.txt", f"RENO, Nev. — {text}\n".encode()))
    assert len(split_sentences(article)) == count


SPACED = f"{STORY}\n\n{MORE}\n\n{MORE}\n\n{MORE}\n\n{MORE}\n\n"
LINKS = [
    pytest.param(
        "Guilty: Dale Fenner has been sentenced to life for burning three barns on Monday", id="a caption"
    ),
    pytest.param(
        "Judge rejects Ben Rowe's claim of a plot to frame him in the arson case", id="another headline"
    ),
    pytest.param("Ben Rowe: The court of this county has chosen the wrong side", id="a column"),
]


@pytest.mark.parametrize("line", LINKS)
def test_an_open_line_between_closed_paragraphs_tells_nothing(line: str) -> None:
    article = read_article(RawInput("a.txt", f"{SPACED}{line}\n\n{MORE}\n".encode()))
    assert {s.text for s in split_sentences(article)} == {STORY.partition(" — ")[2], MORE}


TOLD = [
    pytest.param("He was sentenced to four years in the state prison at Carson City", id="a stop forgotten"),
    pytest.param("Fenner is due in court again on Tuesday to hear the sentence", id="a weekday"),
    pytest.param("The jury convicted these three men of arson in Reno:", id="a list follows"),
]


@pytest.mark.parametrize("line", TOLD)
def test_an_open_line_that_tells_the_story_stays(line: str) -> None:
    article = read_article(RawInput("a.txt", f"{SPACED}{line}\n\n{MORE}\n".encode()))
    assert line in {s.text for s in split_sentences(article)}


BROKEN = [
    pytest.param(
        "Fenner is accused of opening a false \nFacebook account under the name of a friend.", id="short"
    ),
    pytest.param("He spoke on the\nCourt Watch podcast\n: Did he need a permit to burn it?", id="a colon"),
    pytest.param("The\n case went to the jury on Monday, and it was quick.", id="the first word alone"),
]


@pytest.mark.parametrize("text", BROKEN)
def test_a_paragraph_that_a_link_broke_is_one(text: str) -> None:
    article = read_article(RawInput("a.txt", f"{SPACED}{text}\n\n{MORE}\n".encode()))
    assert text in {s.text for s in split_sentences(article)}
