"""Courts in sentences: every example of the lexicon, then what only a sentence can trip over.

In an example the words of a court stand as `[[words|id]]`, or `[[words|name]]` where it has no id:
these words must be found with that court, and nothing else in the sentence.
"""

from __future__ import annotations

import re
import time
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from itertools import pairwise
from typing import Any

import pytest
from conftest import MakeArticle
from hypothesis import given
from hypothesis import strategies as st

from casetrack.extract.courts import (
    CourtMention,
    find_court_hints,
    find_courts,
    match_county_court,
    match_place_court,
    settle_court_hint,
)
from casetrack.extract.scan import scan_article
from casetrack.lexicon.courts import load_counties, load_courts
from casetrack.models import Article, CourtRef

MARK_RE = re.compile(r"\[\[([^|\]]+)\|([^\]]+)\]\]")
TABLE: dict[str, Any] = tomllib.loads(files("casetrack.lexicon").joinpath("courts.toml").read_text("utf-8"))
ENTRIES = [*TABLE["form"], *TABLE["named"], TABLE["foreign"], TABLE["abroad"], *TABLE["wording"]]


def entry_name(entry: dict[str, Any]) -> str:
    return str(entry.get("id") or entry.get("name") or entry.get("words", ["foreign"])[0])


def read_marks(marked: str) -> tuple[str, list[tuple[str, str]]]:
    return MARK_RE.sub(r"\1", marked), [(m[1], m[2]) for m in MARK_RE.finditer(marked)]


def shown(mentions: list[CourtMention]) -> list[tuple[str, str]]:
    return [(m.text, m.court.id or m.court.name) for m in mentions]


EXAMPLES = [pytest.param(text, id=f"{entry_name(e)}-{text[:40]}") for e in ENTRIES for text in e["examples"]]
COUNTEREXAMPLES = [
    pytest.param(text, id=f"{entry_name(e)}-{text[:40]}") for e in ENTRIES for text in e["counterexamples"]
]


@pytest.mark.parametrize("marked", EXAMPLES)
def test_an_example_finds_its_courts_and_no_other(marked: str) -> None:
    text, expected = read_marks(marked)
    assert shown(find_courts(text, 0)) == expected


@pytest.mark.parametrize("text", COUNTEREXAMPLES)
def test_a_counterexample_finds_none(text: str) -> None:
    assert shown(find_courts(text, 0)) == []


CASES = [
    pytest.param("[[Wisconsin’s Supreme Court|wis]] agreed.", id="curly apostrophe"),
    pytest.param("The [[9th U.S. Circuit Court of Appeals|ca9]] ruled.", id="hard space"),
    pytest.param("The [[U.S. District Court\nfor the District of Maryland|mdd]] ruled.", id="broken line"),
    pytest.param("[[BROOKLYN SUPREME COURT|nysupctkings]] JUSTICE SENTENCES MAN", id="headline in capitals"),
    pytest.param("[[SUPREME COURT|scotus]] TO HEAR [[9TH CIRCUIT|ca9]] CASE", id="two in capitals"),
    pytest.param(
        "In California, [[Supreme Court|scotus]] rulings matter.", id="a comma parts state and court"
    ),
    pytest.param(
        "The [[Supreme Court|scotus]] in Washington, D.C., ruled.", id="not the state of Washington"
    ),
    pytest.param("[[Washington Supreme Court|wash]] justices ruled.", id="Washington's own"),
    pytest.param(
        "[[Supreme Court|scotus]] Justice Ann Lee of Colorado spoke.", id="a justice's home is no court"
    ),
    pytest.param("Supporters of the [[New York Court of Appeals|ny]] met.", id="New York's highest"),
    pytest.param(
        "[[Federal courts in Baltimore|mdd]], [[Seattle|wawd]] and [[Washington, D.C.|dcd]] agreed.",
        id="one head, three towns",
    ),
    pytest.param(
        "[[Federal courts in Hawaii|hid]], [[Maryland|mdd]] and Washington state ruled.", id="states"
    ),
    pytest.param("A federal judge in Washington state blocked it.", id="two districts"),
    pytest.param("A Washington federal judge blocked it.", id="the town or the state?"),
    pytest.param("In Hawaii, U.S. judges are few.", id="a comma parts place and judges"),
    pytest.param("The [[Brooklyn, New York, federal court|nyed]] was full.", id="state between commas"),
    pytest.param(
        "The San Francisco-based [[U.S. Court of Appeals for the 9th Circuit|ca9]] ruled.",
        id="name over place",
    ),
    pytest.param(
        "[[U.S. Bankruptcy Judge Al Dunn in White Plains, New York|nysb]], ruled.", id="bankruptcy judge"
    ),
    pytest.param("A [[bankruptcy court in Arizona|arb]] agreed.", id="irregular bankruptcy id"),
    pytest.param(
        "[[Prince George's County Circuit Court|Circuit Court of Prince George's County, Maryland]]; "
        "[[Anne Arundel County Circuit Court|Circuit Court of Anne Arundel County, Maryland]]",
        id="a semicolon ends a name",
    ),
    pytest.param(
        "[[Suffolk Superior Court|masssuperctsuff]] Judge Vi Hart ruled.", id="kind of court leaves one"
    ),
    pytest.param(
        "[[Essex County Superior Court|Essex County Superior Court]] Judge Vi Hart ruled.",
        id="two states left",
    ),
    pytest.param(
        "[[Essex County Superior Court in Newark|njsuperessex]] ruled.", id="the town tells the state"
    ),
    pytest.param(
        "[[Franklin County Circuit Court|Franklin County Circuit Court]] ruled.", id="too common a county"
    ),
    pytest.param(
        "[[Kings County Superior Court|Superior Court of California, County of Kings]]", id="not Brooklyn"
    ),
    pytest.param("[[Hartford Superior Court|connsuperct]] Judge Ed Roe ruled.", id="one court for the state"),
    pytest.param("The 0th U.S. Circuit Court of Appeals ruled.", id="no circuit has the number nought"),
    pytest.param("Michigan's 3rd Circuit Court ruled.", id="a state's circuit is not the federal one"),
]


@pytest.mark.parametrize("marked", CASES)
def test_sentences_that_trip_a_reader(marked: str) -> None:
    text, expected = read_marks(marked)
    assert shown(find_courts(text, 0)) == expected


def test_offsets_are_the_articles() -> None:
    text = "A judge of the Ohio Supreme Court spoke."
    (mention,) = find_courts(text, 100)
    assert text[mention.start - 100 : mention.end - 100] == mention.text == "Ohio Supreme Court"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The U.S. Supreme Court ruled.", "named"),
        ("The Supreme Court ruled.", "short"),
        ("The high court ruled.", "alias"),
        ("A federal judge in Seattle ruled.", "place"),
    ],
)
def test_kind_tells_how_the_court_is_named(text: str, kind: str) -> None:
    assert [m.kind for m in find_courts(text, 0)] == [kind]


@pytest.mark.parametrize(
    ("text", "level", "jurisdiction"),
    [
        ("the U.S. Supreme Court", "supreme", "us"),
        ("the 2nd Circuit", "appeals", "us"),
        ("Manhattan federal court", "trial", "us"),
        ("the Texas Court of Criminal Appeals", "supreme", "tx"),
        ("the Georgia Court of Appeals", "appeals", "ga"),
        ("Brooklyn Supreme Court", "trial", "ny"),
        ("the Board of Parole Hearings", "board", "ca"),
        ("the Supreme Court of Canada", "supreme", "can"),
        ("the International Criminal Court", "trial", "int"),
    ],
)
def test_level_and_jurisdiction(text: str, level: str, jurisdiction: str) -> None:
    (mention,) = find_courts(text, 0)
    assert (mention.court.level, mention.court.jurisdiction) == (level, jurisdiction)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Michigan Supreme Court said its justices agreed.", ["mich", "mich"]),
        ("The Ohio Supreme Court and the Texas Supreme Court have seven justices each.", ["ohio", "tex"]),
        ("The justices met.", ["scotus"]),
    ],
    ids=["the one court named", "which of the two?", "none named"],
)
def test_an_alias_goes_to_the_court_named_beside_it(text: str, expected: list[str]) -> None:
    assert [m.court.id for m in find_courts(text, 0)] == expected


HINTS = [
    ("A federal judge on Friday denied bail.", [("federal judge", "U.S. District Court", "generic")]),
    ("A federal appeals court agreed.", [("federal appeals court", "U.S. Court of Appeals", "generic")]),
    (
        "U.S. Attorney Al Roe of the Southern District of Ohio spoke.",
        [("Southern District of Ohio", "ohsd", "office")],
    ),
    ("Federal prosecutors in Brooklyn agreed.", [("Federal prosecutors in Brooklyn", "nyed", "office")]),
    (
        "Manhattan District Attorney Al Roe spoke.",
        [("Manhattan District Attorney", "nysupctnewyork", "office")],
    ),
    ("Orange County District Attorney Al Roe spoke.", []),
    ("A federal judge in Seattle agreed.", []),
]


@pytest.mark.parametrize(("text", "expected"), HINTS)
def test_hints_tell_of_a_court_without_naming_it(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = [(m.text, m.court.id or m.court.name, m.kind) for m in find_court_hints(text, 0)]
    assert found == expected
    assert not {m.kind for m in find_courts(text, 0)} & {"generic", "office"}


@pytest.mark.parametrize(
    ("text", "dateline", "expected"),
    [
        ("A U.S. judge denied bail.", "BROOKLYN, N.Y.", "nyed"),
        ("A U.S. judge denied bail.", "WASHINGTON", "dcd"),
        ("A federal appeals court agreed.", "NEW ORLEANS", "ca5"),
        ("A federal appeals court agreed.", "WASHINGTON", None),
        ("A bankruptcy judge agreed.", "WILMINGTON, Del.", "deb"),
        ("A U.S. judge denied bail.", None, None),
        ("The Brooklyn district attorney agreed.", None, "nysupctkings"),
    ],
)
def test_a_dateline_settles_a_hint(text: str, dateline: str | None, expected: str | None) -> None:
    (hint,) = find_court_hints(text, 0)
    court = settle_court_hint(hint, dateline)
    assert (court.id if court else None) == expected


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("BROOKLYN, N.Y.", "nyed"),
        ("SANTA ANA", "cacd"),
        ("Alexandria, Va.", "vaed"),
        ("ALEXANDRIA, La.", "lawd"),
        ("WASHINGTON", "dcd"),
        ("GREENBELT, Md.", "mdd"),
        ("HONOLULU", "hid"),
        ("PORTLAND, Ore.", "ord"),
        ("Portland", None),
        ("NEW YORK", None),
        ("WASHINGTON/NEW YORK", None),
        ("LONDON", None),
        ("", None),
    ],
)
def test_a_dateline_settles_a_district(place: str, expected: str | None) -> None:
    court = match_place_court(place)
    assert (court.id if court else None) == expected


def test_a_town_settles_a_circuit() -> None:
    court = match_place_court("RICHMOND, Va.", "appeals")
    assert court == CourtRef("ca4", "U.S. Court of Appeals for the Fourth Circuit", "appeals", "us")


ORANGE = "Superior Court of California, County of Orange"
COUNTIES = [
    ("Brooklyn District Attorney", None, "nysupctkings"),
    ("Kings County", None, "nysupctkings"),
    ("Manhattan District Attorney’s Office", None, "nysupctnewyork"),
    ("Cook County State's Attorney", None, "Circuit Court of Cook County, Illinois"),
    ("Harris County District Attorney", None, "District Court of Harris County, Texas"),
    ("San Diego County", None, "Superior Court of California, County of San Diego"),
    ("Miami-Dade State Attorney", None, "flacirct11"),
    ("Baltimore City State's Attorney", None, "mdcirctctbalt"),
    ("ORANGE COUNTY DISTRICT ATTORNEY", "SANTA ANA", ORANGE),
    ("Orange County District Attorney", "Calif.", ORANGE),
    ("Orange County State Attorney", None, "flacirct9"),
    ("Orange County District Attorney", None, None),
    ("Orange County District Attorney", "Boston", None),
    ("Suffolk County District Attorney", "BOSTON", "masssuperctsuff"),
    ("Suffolk County District Attorney", None, None),
    ("Essex County Superior Court", "NEWARK, N.J.", "njsuperessex"),
    ("Jefferson County Prosecutor", None, None),
    ("Atlantis County", None, None),
]


@pytest.mark.parametrize(("place", "hint", "expected"), COUNTIES)
def test_a_prosecutors_county_settles_its_court(place: str, hint: str | None, expected: str | None) -> None:
    court = match_county_court(place, hint)
    assert (court.id or court.name if court else None) == expected


def every_court() -> Iterator[CourtRef]:
    table, counties = load_courts(), load_counties()
    for group in (table.districts, table.circuits, table.forms, table.loose):
        yield from group.values()
    yield from (named.court for named in table.named.values())
    yield from (table.bankruptcy_court(court) for court in table.districts.values())
    yield from (counties.felony_court(c, s) for c, states in counties.counties.items() for s in states)


def test_one_id_has_one_name_and_one_name_one_id() -> None:
    courts = set(every_court())
    by_id = {court.id: court for court in courts if court.id}
    by_name = {court.name: court for court in courts}
    assert len(by_id) == sum(court.id is not None for court in courts)
    assert len(by_name) == len(courts)
    assert {court.level for court in courts} == {"supreme", "appeals", "trial", "board"}


def test_the_federal_courts_are_complete() -> None:
    table = load_courts()
    assert len(table.districts) == 94
    assert len(table.circuits) == 13
    assert {court.id for courts in table.seats.values() for court in courts} == {
        court.id for court in table.districts.values()
    }


WORDS = st.sampled_from(
    [
        *("U.S.", "federal", "Supreme", "Court", "court", "of", "in", "the", "Brooklyn", "County", "Orange"),
        *(",", "Judge", "A.", "9th", "Circuit", "District", "New", "York", "Eastern", "appeals’", "justices"),
        *("Superior", "177th", "Judicial", "D.C.", "Washington", "-based", "'s", ".", ";", "(", "state"),
        *("State", "Attorney", "for", "Texas", "high", "Parole", "Board", "bankruptcy", "judge"),
    ]
)


@given(st.lists(WORDS, max_size=25).map(" ".join) | st.text(max_size=80), st.integers(0, 9))
def test_any_text_gives_ordered_spans(text: str, offset: int) -> None:
    for find in (find_courts, find_court_hints):
        mentions = find(text, offset)
        assert all(text[m.start - offset : m.end - offset] == m.text != "" for m in mentions)
        assert all(a.end <= b.start for a, b in pairwise(mentions))


@pytest.mark.parametrize(
    "unit", ["a", "A", "“", "(", "9", " ", "U.S. ", "Abc ", "federal judge A ", "Orange County "]
)
def test_long_sentences_take_no_longer_than_they_are(unit: str) -> None:
    text = "The court: " + unit * (50_000 // len(unit))
    start = time.perf_counter()
    find_courts(text, 0)
    assert time.perf_counter() - start < 5


JUSTICES = [
    ("A state's, unnamed", "The state Supreme Court took the case. The justices split 4-3.", []),
    ("Ohio's", "The Ohio Supreme Court took the case. The justices split 4-3.", ["ohio", "ohio"]),
    ("the nation's", "The Supreme Court took the case. The justices split 5-4.", ["scotus", "scotus"]),
]


@pytest.mark.parametrize(("text", "ids"), [j[1:] for j in JUSTICES], ids=[j[0] for j in JUSTICES])
def test_the_justices_sit_on_the_court_a_story_names(
    make_article: MakeArticle, text: str, ids: list[str]
) -> None:
    found = scan_article(make_article(text, "2017-05-04")).courts
    assert [mention.court.id for group in found for mention in group] == ids


ABROAD = [
    ("from New Delhi", "New Delhi", "The Supreme Court stayed it.", ["Supreme Court of India"]),
    ("from Washington", "WASHINGTON", "The Supreme Court stayed it.", ["scotus"]),
    ("a town of the same name", "WELLINGTON, Fla.", "The Supreme Court stayed it.", ["scotus"]),
    ("with its country", "PERTH, Australia", "The Supreme Court stayed it.", ["Supreme Court of Australia"]),
    (
        "told by another court",
        None,
        "He was jailed at Leeds Crown Court. A High Court judge freed him.",
        ["Leeds Crown Court", "High Court of Justice (England and Wales)"],
    ),
    ("America's, seen from there", "London", "The U.S. Supreme Court stayed it.", ["scotus"]),
    ("of an unknown country", None, "A High Court judge freed him.", []),
]  # fmt: skip


@pytest.mark.parametrize(("dateline", "text", "courts"), [a[1:] for a in ABROAD], ids=[a[0] for a in ABROAD])
def test_a_country_speaks_of_its_own_courts(dateline: str | None, text: str, courts: list[str]) -> None:
    found = scan_article(Article(text, "0" * 64, "a.txt", dateline=dateline)).courts
    assert [mention.court.id or mention.court.name for group in found for mention in group] == courts
