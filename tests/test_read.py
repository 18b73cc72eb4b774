"""Reading: bytes to text, and what a clipping says of itself; see `clippings.toml` and `layouts.toml`."""

from __future__ import annotations

import hashlib
import json
import time
import tomllib
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casetrack.errors import InputError
from casetrack.extract.sentences import split_sentences
from casetrack.lexicon import load_table
from casetrack.models import Article
from casetrack.read import read_article
from casetrack.read.dateline import match_dateline
from casetrack.read.decode import clean_text, decode_text
from casetrack.read.lines import read_sign
from casetrack.read.outlets import match_outlet_shape, name_office, name_outlet
from casetrack.read.printed_dates import date_of_file, parse_date
from casetrack.sources import RawInput

BODY = (
    "A Washoe County jury on Monday convicted a former city clerk of stealing $90,000 from a youth fund, "
    "closing a case that ran two years."
)


def read(text: str | bytes, path: str = "a.txt", default_date: str | None = None, **meta: str) -> Article:
    data = text.encode() if isinstance(text, str) else text
    return read_article(RawInput(path, data, meta), default_date)


# ---- clippings ----------------------------------------------------------------------------------
MORE = (
    "Judge Ann Lowe set his sentencing for Dec. 4, and told the lawyers on both sides that she would not "
    "move it."
)


def clippings(name: str) -> list[Any]:
    """Read one of the files of clippings beside this one."""
    table = tomllib.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))
    return [pytest.param(one, id=one["why"]) for one in table["clipping"]]


FIELDS = ("title", "source", "author", "url", "dateline", "published")


@pytest.mark.parametrize("clipping", clippings("clippings.toml"))
def test_a_clipping_gives_its_fields(clipping: dict[str, str]) -> None:
    head, _, story = clipping["text"].replace("{story}", BODY).partition("«")
    article = read(head + story)
    found = {name: value for name in FIELDS if (value := getattr(article, name)) is not None}
    assert found == {name: clipping[name] for name in FIELDS if name in clipping}
    assert article.text[article.body_start :] == story


@pytest.mark.parametrize("clipping", clippings("layouts.toml"))
def test_a_page_gives_its_fields_and_its_story(clipping: dict[str, Any]) -> None:
    printed = clipping["text"].replace("{story}", BODY).replace("{more}", MORE)
    head, _, rest = printed.partition("«")
    story, _, foot = rest.partition("»")
    article = read(head + story + foot)
    found = {name: value for name in FIELDS if (value := getattr(article, name)) is not None}
    assert found == {name: clipping[name] for name in FIELDS if name in clipping}
    assert article.text[article.body_start : article.body_end].rstrip() == story.rstrip()
    sentences = [one for one in split_sentences(article) if one.kind == "body"]
    told = [" ".join(sentence.text.split()) for sentence in sentences]
    also = [one for one in told if one not in (BODY, MORE)]
    assert len(also) == clipping.get("also", 0), also
    if not also:
        assert (told.count(BODY), told.count(MORE)) == (story.count(BODY), story.count(MORE))


NO_DATELINES = [
    "Verdict: The jury was out for a day",
    "The Advanced Placement (AP) exam was stolen, a prosecutor said.",
    "NASA — the agency that sued — lost.",
    "Prosecutors — who rested Monday — declined to comment.",
    "BREAKING — A judge has ruled in the case of the clerk.",
    "CLERK CONVICTED — FACES TEN YEARS",
    "Smith (no relation) - The clerk was not in court.",
    "He told (AP) that the case was over.",
]


@pytest.mark.parametrize("line", NO_DATELINES)
def test_a_dash_or_a_parenthesis_makes_no_dateline(line: str) -> None:
    assert match_dateline(line, 0) is None


# ---- the day of publication ---------------------------------------------------------------------

PRECEDENCE = [
    pytest.param(
        "Clerk guilty\nMay 4, 2017\n", "2015-03-02-a.txt", "2014-01-01", "2017-05-04", id="the text first"
    ),
    pytest.param("", "in/2015_03_02_clerk.txt", "2014-01-01", "2015-03-02", id="then the file's name"),
    pytest.param("", "reuters-2017-10-30-clerk.txt", None, "2017-10-30", id="anywhere in the name"),
    pytest.param(
        "", "2016-01-01/clerk.txt", "2014-01-01", "2014-01-01", id="never a folder's, then the default"
    ),
    pytest.param("", "clerk-2017-13-45.txt", None, None, id="a day that is none"),
    pytest.param("", "clerk.txt", None, None, id="none"),
]


@pytest.mark.parametrize(("head", "path", "default", "wanted"), PRECEDENCE)
def test_where_the_date_comes_from(head: str, path: str, default: str | None, wanted: str | None) -> None:
    assert read(f"{head}\n{BODY}", path, default).published == wanted


UNDATED = [
    pytest.param(
        "MEDIA ADVISORY\nHearing for clerk\nDATE: May 4, 2017\nTIME: 9 a.m.\nWHERE: Court\n\n{}",
        id="an advisory",
    ),
    pytest.param("Trial of clerk set for May 4, 2017\n\n{}", id="in the headline"),
    pytest.param("Clerk convicted\n\n{}\n\nSentencing date:\nMay 4, 2017\n\n{}", id="under another label"),
    pytest.param("Clerk convicted\n\nLena Ortiz leaves court, May 4, 2017.\n\n{}", id="a caption"),
    pytest.param("Clerk convicted\n\nPhoto taken May 4, 2017\n\n{}", id="a picture's day"),
    pytest.param("{}\n\nRelated\nJury acquits mayor\nMay 4, 2017", id="another story's"),
    pytest.param("Due in court: May 4, 2017\n\n{}", id="a day in court"),
    pytest.param("Clerk convicted\n\n{}\n\nMay 4, 2017\n\n{}\n\nMay 6, 2018\n\n{}", id="days as headings"),
    pytest.param("May 4, 2017: {}\n\nMay 6, 2018: {}", id="days before paragraphs"),
    pytest.param("Thursday, May 4, 2017 | Back issues\n\nClerk convicted\n\n{}", id="the day of the visit"),
]


@pytest.mark.parametrize("text", UNDATED)
def test_the_day_of_something_else_is_not_the_articles(text: str) -> None:
    assert read(text.replace("{}", BODY)).published is None


PRINTED = [
    ("Thursday, April 2, 2015", "2015-04-02"),
    ("Apr. 2, 2015", "2015-04-02"),
    ("Sept. 20th, 2012", "2012-09-20"),
    ("2 April 2015", "2015-04-02"),
    ("2-Apr-2015", "2015-04-02"),
    ("04/02/2015", "2015-04-02"),
    ("4/2/15", "2015-04-02"),
    ("31/12/2015", "2015-12-31"),
    ("2015-04-02T10:20:30Z", "2015-04-02"),
    ("2015/04/02", "2015-04-02"),
    ("20150402", "2015-04-02"),
    ("Thu, 02 Apr 2015 10:20:30 GMT", "2015-04-02"),
    ("1493856000", "2017-05-04"),
    ("1493856000000", "2017-05-04"),
    ("May 2017", None),
    ("Feb. 30, 2015", None),
    ("10-04-2015-33", None),
    ("Thursday", None),
]


@pytest.mark.parametrize(("value", "wanted"), PRINTED)
def test_a_date_as_printed(value: str, wanted: str | None) -> None:
    assert parse_date(value) == wanted


@given(st.dates())
def test_every_day_of_the_calendar_is_read_back(day: date) -> None:
    wanted = day.isoformat() if 1800 <= day.year <= 2199 else None
    assert parse_date(day.isoformat()) == wanted
    assert parse_date(f"{day:%A, %B} {day.day}, {day.year:04}") == wanted
    assert date_of_file(f"clips/{day.isoformat().replace('-', '_')}_a.txt") == wanted


# ---- JSON lines ---------------------------------------------------------------------------------


def test_what_a_json_line_says_comes_first() -> None:
    article = read(
        f"Clerk guilty\nBy Ada Finch\nMay 4, 2017\n\nRENO, Nev. (AP) — {BODY}",
        "a.jsonl#3",
        title="Jury convicts\nclerk",
        date="5 May 2017",
        source="Washoe Gazette",
        url="https://example.org",
        author="Ben Rowe",
    )
    found = (article.title, article.published, article.source, article.url, article.author)
    assert found == ("Jury convicts clerk", "2017-05-05", "Washoe Gazette", "https://example.org", "Ben Rowe")
    assert (article.dateline, article.path) == ("RENO, Nev.", "a.jsonl#3")


def test_a_date_nobody_can_read_leaves_the_question_to_the_text() -> None:
    assert read(f"Clerk guilty\nMay 4, 2017\n\n{BODY}", date="yesterday").published == "2017-05-04"


# ---- bytes --------------------------------------------------------------------------------------

SENTENCE = "The judge’s order, “final” as of now — said José Núñez."


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman"]
)
def test_encodings(encoding: str) -> None:
    assert decode_text((SENTENCE * 3).encode(encoding)) == SENTENCE * 3


BYTES = [
    pytest.param("José Núñez sued".encode("latin-1"), "José Núñez sued", id="Latin-1"),
    pytest.param("in a café".encode("latin-1"), "in a café", id="Latin-1, the letter last"),
    pytest.param(SENTENCE.encode() + b" It\x92s over.", SENTENCE + " It’s over.", id="a stray Windows quote"),
    pytest.param((SENTENCE + "—").encode()[:-1], SENTENCE, id="cut within a letter"),
    pytest.param(
        "Судья вынес решение по делу".encode("cp1251"), "Судья вынес решение по делу", id="Cyrillic"
    ),
    pytest.param(b"a\r\nb\rc\x0bd\x0ce\xe2\x80\xa8f", "a\nb\nc\nd\ne\nf", id="line breaks"),
    pytest.param("a\u00a0b\u2009c\u3000d\te".encode(), "a b c d e", id="spaces"),
    pytest.param("ju\u00adry\u200b \u202edoom\u202c\ufeff".encode(), "jury doom", id="what cannot be seen"),
    pytest.param(b"a\x00b\x1b[31mc\x7f\xc2\x9bd", "ab[31mcd", id="controls"),
]


@pytest.mark.parametrize(("data", "wanted"), BYTES)
def test_bytes_to_text(data: bytes, wanted: str) -> None:
    assert decode_text(data) == wanted


REFUSED = [
    pytest.param(b"", "it is empty", id="empty"),
    pytest.param(" \n\u200b\ufeff\t".encode(), "it is empty", id="blank"),
    pytest.param(b"%PDF-1.7\n...", "a PDF, not plain text", id="PDF"),
    pytest.param(b"PK\x03\x04...", "a ZIP archive or an office document, not plain text", id="docx"),
    pytest.param(b"\x89PNG\r\n\x1a\n", "a PNG image, not plain text", id="PNG"),
    pytest.param(bytes(range(256)) * 4, "a binary file, not plain text", id="all bytes"),
    pytest.param(
        b"\xef\xbb\xbf" + bytes(range(32)) * 9, "a binary file, not plain text", id="marked, still binary"
    ),
]


@pytest.mark.parametrize(("data", "reason"), REFUSED)
def test_what_is_no_article_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(InputError) as caught:
        read(data, "x/a.txt")
    assert (caught.value.path, caught.value.reason) == ("x/a.txt", reason)


def test_the_hash_is_of_the_bytes_as_they_came() -> None:
    data = b"\xef\xbb\xbfThe judge\r\nruled."
    article = read(data)
    assert article.sha256 == hashlib.sha256(data).hexdigest()
    assert article.text == "The judge\nruled."


# ---- invariants ---------------------------------------------------------------------------------

PIECES = [
    "RENO, Nev. (AP) — ", "By Ada Finch", "May 4, 2017", "FOR IMMEDIATE RELEASE", "Published", "Author",
    "\n", "\n\n", "Clerk convicted", "Clerk convicted - Washoe County District Attorney", "Title: x",
    "Date: 2017-05-04", "Latest News", BODY, " | ", " – ", "(", ")", "“", "###", "© 2017 X",
    "said today,", "\u00a0", "\u00ad", "date 2017-05-04 ", "WHO: A",
]  # fmt: skip


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=20)), max_size=12).map("".join))
def test_any_text_gives_a_sound_article(text: str) -> None:
    try:
        article = read(text.encode("utf-8", "replace"))
    except InputError:
        assert not clean_text(text).strip() or "\0" in text or not text.isprintable()
        return
    assert 0 <= article.body_start <= len(article.text)
    assert article.text == clean_text(article.text)
    assert not {"\r", "\t", "\u00a0", "\u00ad", "\ufeff", "\x1b"} & set(article.text)
    for value in (article.title, article.source, article.author, article.url, article.dateline):
        assert value is None or (value.strip() and "\n" not in value)
    assert article.published is None or parse_date(article.published) == article.published
    assert article.dateline is None or article.dateline in article.text
    assert article == read(text.encode("utf-8", "replace"))


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)


@given(st.binary(max_size=400))
def test_any_bytes_give_an_article_or_an_input_error(data: bytes) -> None:
    with suppress(InputError):
        assert read(data).text.strip()


UNITS = [
    "a", "A", '"', "(", ")", "[", "1", "-", "—", " ", "\n", " \n", "A ", "(AP) ", "a.\n", "By ", "By A\n",
    "May 4, 2017 ", "May 4, 2017\n", "DA ", "County District ", "District of ", "Office of ", "|", " | ",
    " - ", "\n - ", "x\n", "> ", "©", "Copyright ", "is a ", "Reuters ", "CNN’s A ", "\u00ad", "\u00a0",
    "2017-", "2017-05-04 10:10:10\n", "Published\n", "Latest News\n", "Title: a\n", "New York ", "AAAA-",
    "@", "A, ", "U.S. Attorney's Office ", "A'",
]  # fmt: skip


@pytest.mark.parametrize("start", ["", "date 2017-05-04 ", "RENO (", "By ", "Skip to content\n"])
def test_no_text_takes_more_than_linear_time(start: str) -> None:
    for unit in UNITS:
        text = start + unit * (300_000 // len(unit))
        before = time.perf_counter()
        try:
            read(text)
        except InputError:
            assert not clean_text(text).strip()
        assert time.perf_counter() - before < 3, f"{unit!r} repeated"


# ---- the lexicon proves itself ------------------------------------------------------------------


def entries(kind: str) -> list[Any]:
    found = load_table("outlets")[kind]
    return [
        pytest.param(entry, id=str(entry.get("name", entry.get("field", entry.get("kind")))))
        for entry in found
    ]


def recognised(line: str) -> str | None:
    """Name the outlet by a dateline's mark or by the whole line."""
    dateline = match_dateline(line, 0)
    return dateline.wire if dateline else name_outlet(line)


@pytest.mark.parametrize("entry", entries("outlet"))
def test_outlets_prove_themselves(entry: dict[str, Any]) -> None:
    assert entry["examples"]
    assert entry["counterexamples"]
    assert {recognised(example) for example in entry["examples"]} == {entry["name"]}
    assert entry["name"] not in {recognised(example) for example in entry["counterexamples"]}
    assert {name_outlet(name) for name in (entry["name"], *entry["names"])} == {entry["name"]}
    for mark in entry.get("marks", ()):
        assert recognised(f"RENO, Nev. ({mark}) — A jury") == entry["name"]


@pytest.mark.parametrize("entry", entries("agency"))
def test_agencies_prove_themselves(entry: dict[str, Any]) -> None:
    assert {name_office(name) for name in (*entry["examples"], *entry["names"])} == {entry["name"]}
    assert entry["name"] not in {name_office(example) for example in entry["counterexamples"]}


@pytest.mark.parametrize("entry", [*entries("label"), *entries("line"), *entries("line_start")])
def test_labels_and_lines_prove_themselves(entry: dict[str, Any]) -> None:
    wanted = entry.get("field") or entry["kind"]
    found = [said(example) for example in entry["examples"]]
    assert found
    assert all(wanted in one for one in found)
    missed = [said(example) for example in entry["counterexamples"]]
    assert missed
    assert not any(wanted in one for one in missed)


def said(line: str) -> set[str | None]:
    sign = read_sign(line)
    return {sign.kind, sign.field} if sign else set()


def test_datelines_prove_themselves() -> None:
    table = load_table("outlets")["dateline"]
    for example in table["examples"]:
        found = match_dateline(example["text"], 0)
        assert found is not None
        assert (found.place, example["text"][found.end :]) == (example["place"], example["rest"])
    assert not [line for line in table["counterexamples"] if match_dateline(line, 0)]


def test_offices_prove_themselves() -> None:
    table = load_table("outlets")["office"]
    assert [name_office(one["text"]) for one in table["examples"]] == [
        one["name"] for one in table["examples"]
    ]
    assert not [line for line in table["counterexamples"] if name_office(line)]


def test_outlet_shapes_prove_themselves() -> None:
    table = load_table("outlets")["outlet_shape"]
    assert all(match_outlet_shape(line) for line in table["examples"])
    assert not [line for line in table["counterexamples"] if match_outlet_shape(line)]


# ---- annotated articles -------------------------------------------------------------------------


@pytest.mark.parametrize("folder", ["dev", "dev-mixed"])
def test_real_articles_give_their_day(shared_eval: Path, folder: str) -> None:
    wrong = []
    wanted = sorted((shared_eval / folder).glob("*.json"))
    for path in wanted:
        day = json.loads(path.read_text(encoding="utf-8"))["published"]
        if day and read(path.with_suffix(".txt").read_bytes(), "a.txt").published != day:
            wrong.append(path.stem)
    assert len(wrong) <= 0.02 * len(wanted), wrong
