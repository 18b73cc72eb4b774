"""Asking the store: references people type, filters, and a search that anything is safe in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casetrack.errors import AmbiguousError, NotFoundError, UsageError
from casetrack.ingest import IngestOptions, ingest_paths
from casetrack.store import Store, open_store
from casetrack.store.query import (
    count_stats,
    find_case,
    get_article,
    get_docket,
    get_hearing,
    get_ruling,
    list_articles,
    list_cases,
    list_hearings,
    list_rulings,
    search_articles,
)
from casetrack.store.rows import MARK_END, MARK_START, Filters

ARTICLES = Path(__file__).parent.parent / "data" / "articles"
LISTINGS: list[Callable[[Store, Filters], list[Any]]] = [
    list_cases,
    list_articles,
    list_rulings,
    list_hearings,
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The sample articles, ingested once; no test here writes."""
    path = tmp_path_factory.mktemp("query") / "docket.db"
    with open_store(path, create=True) as made:
        ingest_paths(made, [str(ARTICLES)], IngestOptions())
    with open_store(path, readonly=True) as opened:
        yield opened


GUZMAN = [
    pytest.param("united-states-v-guzman", id="slug"),
    pytest.param("UNITED-STATES-V-GUZMAN", id="slug-in-capitals"),
    pytest.param("United States v. Guzman", id="caption"),
    pytest.param("guzman", id="surname"),
    pytest.param("  Guzmán  ", id="accent-and-blanks"),
    pytest.param("El Chapo", id="nickname"),
    pytest.param("guzm", id="part-of-a-word"),
]


@pytest.mark.parametrize("reference", GUZMAN)
def test_find_case(store: Store, reference: str) -> None:
    assert find_case(store, reference).caption == "United States v. Guzman"


@pytest.mark.parametrize("reference", ["\u0301", " \u0301 \u0308", "\u00ad", "%", "''"])
def test_what_holds_no_letter_names_no_case(store: Store, reference: str) -> None:
    with pytest.raises(NotFoundError):
        find_case(store, reference)


def test_every_case_is_found_by_id_and_slug(store: Store) -> None:
    cases = list_cases(store, Filters())
    assert cases
    for case in cases:
        assert find_case(store, str(case.id)) == case
        assert find_case(store, case.slug) == case


def test_find_case_by_docket_number(store: Store) -> None:
    numbers = store.db.execute(
        "select number, min(case_id) from docket_numbers group by 1 having count(*) = 1"
    ).fetchall()
    assert numbers
    for number, case_id in numbers:
        assert find_case(store, number).id == case_id
        assert find_case(store, number.lower()).id == case_id


@pytest.mark.parametrize(
    "reference", ["whitlock", "United States", "v."], ids=["namesakes", "state", "versus"]
)
def test_several_cases_fit(store: Store, reference: str) -> None:
    with pytest.raises(AmbiguousError) as raised:
        find_case(store, reference)
    assert 2 <= len(raised.value.candidates) <= 30


UNKNOWN = ["", "   ", "99999", "9" * 40, "nobody-v-nobody", "' or 1=1 --", "1:99-cr-99999"]
UNKNOWN += ["%", "gu%n", "_", "\\", "\0"]  # wildcards and ends of text for SQL


@pytest.mark.parametrize("reference", UNKNOWN)
def test_no_case_fits(store: Store, reference: str) -> None:
    with pytest.raises(NotFoundError):
        find_case(store, reference)


@given(st.text(max_size=30))
def test_any_reference_is_answered(store: Store, reference: str) -> None:
    try:
        found = find_case(store, reference)
    except (NotFoundError, AmbiguousError):
        return
    assert get_docket(store, found.id).case == found


@pytest.mark.parametrize("ask", [get_docket, get_ruling, get_hearing])
def test_unknown_id(store: Store, ask: Callable[[Store, int], object]) -> None:
    with pytest.raises(NotFoundError):
        ask(store, 10**6)


def test_article_by_id_path_name_or_hash(store: Store) -> None:
    wanted = list_articles(store, Filters(limit=1))[0]
    name = Path(wanted.path)
    for reference in (str(wanted.id), wanted.path, name.name, name.stem, wanted.sha256[:12]):
        assert get_article(store, reference).article == wanted
    with pytest.raises(NotFoundError):
        get_article(store, "nothing.txt")


def test_docket_runs_in_time_order_with_undated_entries_last(store: Store) -> None:
    for case in list_cases(store, Filters()):
        docket = get_docket(store, case.id)
        days = [entry.date for entry in docket.entries]
        dated = [day for day in days if day]
        assert days == sorted(dated) + [None] * (len(days) - len(dated))
        assert (case.rulings + case.hearings, case.articles) == (len(docket.entries), len(docket.articles))
        assert all(entry.fact.sources for entry in docket.entries)


def test_passage_holds_the_sentence(store: Store) -> None:
    for row in list_rulings(store, Filters()):
        for passage in get_ruling(store, row.id).passages:
            assert passage.paragraph[passage.start : passage.end] == passage.source.quote


# Each filter, and what then holds of every row.
NARROWED: list[Any] = [
    pytest.param(list_cases, Filters(kind="criminal"), lambda r: r.kind == "criminal", id="cases-kind"),
    pytest.param(list_cases, Filters(court="nyed"), lambda r: r.court_id == "nyed", id="cases-court-id"),
    pytest.param(list_cases, Filters(judge="COGAN"), lambda r: "Brian Cogan" in r.judges, id="cases-judge"),
    pytest.param(list_cases, Filters(party="guzmán"), lambda r: "Guzman" in r.caption, id="cases-party"),
    pytest.param(list_cases, Filters(status="decided"), lambda r: r.status == "decided", id="cases-status"),
    pytest.param(list_cases, Filters(disposition="sentenced"), lambda r: r.rulings, id="cases-disposition"),
    pytest.param(list_cases, Filters(type="trial"), lambda r: r.hearings, id="cases-hearing-type"),
    pytest.param(list_cases, Filters(since="2023"), lambda r: r.last_reported >= "2023", id="cases-since"),
    pytest.param(list_cases, Filters(until="2017"), lambda r: r.first_reported < "2018", id="cases-until"),
    pytest.param(list_articles, Filters(source="beacon"), lambda r: "Beacon" in r.source, id="outlet"),
    pytest.param(list_articles, Filters(judge="cogan"), lambda r: r.cases, id="articles-judge"),
    pytest.param(
        list_articles,
        Filters(since="2024-09-17", until="2024-09-18"),
        lambda r: r.published in {"2024-09-17", "2024-09-18"},
        id="articles-both-days-included",
    ),
    pytest.param(list_rulings, Filters(judge="cogan"), lambda r: "Brian Cogan" in r.judges, id="decided-by"),
    pytest.param(
        list_rulings, Filters(disposition="denied"), lambda r: r.disposition == "denied", id="disposition"
    ),
    pytest.param(list_rulings, Filters(until="2017-05"), lambda r: r.date < "2017-06", id="until-month"),
    pytest.param(list_hearings, Filters(type="trial"), lambda r: r.type == "trial", id="hearings-type"),
    pytest.param(
        list_hearings, Filters(status="scheduled"), lambda r: r.status == "scheduled", id="hearings-status"
    ),
    pytest.param(list_hearings, Filters(since="2024"), lambda r: r.date >= "2024", id="hearings-since"),
]


@pytest.mark.parametrize(("ask", "filters", "holds"), NARROWED)
def test_filter(
    store: Store,
    ask: Callable[[Store, Filters], list[Any]],
    filters: Filters,
    holds: Callable[[Any], object],
) -> None:
    every, rows = ask(store, Filters()), ask(store, filters)
    assert 0 < len(rows) < len(every)
    assert [row for row in rows if not holds(row)] == []
    assert rows == [row for row in every if row in rows]  # the order stays


@pytest.mark.parametrize("ask", LISTINGS)
def test_limit_takes_the_first(store: Store, ask: Callable[[Store, Filters], list[Any]]) -> None:
    assert ask(store, Filters(limit=2)) == ask(store, Filters())[:2]


FIELDS = [
    (ask, field) for ask in LISTINGS for field in ("judge", "court", "party", "kind", "source", "since")
]
FIELDS.remove((list_cases, "source"))  # a case has no outlet


@pytest.mark.parametrize(("ask", "field"), FIELDS)
def test_filter_that_fits_nothing(
    store: Store, ask: Callable[[Store, Filters], list[Any]], field: str
) -> None:
    assert ask(store, Filters(**{field: "~" if field == "since" else "%_'nobody"})) == []


@given(st.text(max_size=20))
def test_any_words_are_safe_in_a_filter(store: Store, words: str) -> None:
    for ask in LISTINGS:
        ask(store, Filters(judge=words, court=words, party=words, source=words))


SEARCHES = [
    pytest.param("amnesty international", 2, id="all-words"),
    pytest.param("Guzmán", 2, id="accents"),
    pytest.param('"solitary confinement"', 1, id="phrase"),
    pytest.param("“solitary confinement”", 1, id="curly-quotes"),
    pytest.param("amnest*", 1, id="beginning"),
    pytest.param("amnesty NOT zzyzx", 0, id="operators-are-words"),
    pytest.param("zzyzx", 0, id="nowhere"),
]


@pytest.mark.parametrize(("words", "least"), SEARCHES)
def test_search(store: Store, words: str, least: int) -> None:
    hits = search_articles(store, words, raw=False, filters=Filters())
    assert len(hits) >= min(least, 1)
    assert bool(hits) == bool(least)
    for hit in hits:
        told = hit.snippet + (hit.heading or "")
        assert told.count(MARK_START) == told.count(MARK_END)


HOSTILE = [
    '"',
    "'",
    '"a',
    "a OR",
    "AND",
    "NEAR(",
    "title:x",
    "a AND (b",
    "*",
    "-a",
    "^a",
    "{a}",
    "a\0b",
    "U.S. v. X*",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_search_takes_hostile_words(store: Store, words: str) -> None:
    try:
        search_articles(store, words, raw=False, filters=Filters())
    except UsageError as error:
        assert "Nothing to look for" in str(error)  # noqa: PT017


@given(st.one_of(st.text(max_size=40), st.text('ab"*()-+^:{}.\0“” ', max_size=20)))
def test_any_search_is_answered(store: Store, words: str) -> None:
    try:
        search_articles(store, words, raw=False, filters=Filters())
    except UsageError as error:
        assert "Nothing to look for" in str(error)  # noqa: PT017


@given(st.text('abANDORNEAR"*()-+^:{}. ', max_size=20))
def test_raw_search_fails_with_a_usage_error_only(store: Store, words: str) -> None:
    try:
        search_articles(store, words, raw=True, filters=Filters())
    except UsageError as error:
        assert str(error)  # noqa: PT017


@pytest.mark.parametrize("words", ["judge AND", '"', "nocolumn:judge"])
def test_faulty_raw_search(store: Store, words: str) -> None:
    with pytest.raises(UsageError, match="no FTS5 expression"):
        search_articles(store, words, raw=True, filters=Filters())


def test_search_is_narrowed(store: Store) -> None:
    hits = search_articles(store, "judge", raw=False, filters=Filters(since="2024", until="2024"))
    assert hits
    assert {(hit.published or "")[:4] for hit in hits} == {"2024"}
    case = find_case(store, "guzman")
    narrowed = search_articles(store, "judge", raw=False, filters=Filters(case=case.id))
    assert {label.id for hit in narrowed for label in hit.cases} == {case.id}


def test_stats_agree_with_the_listings(store: Store) -> None:
    stats = count_stats(store)
    counts = [stats.cases, stats.articles, stats.rulings, stats.hearings]
    assert counts == [len(ask(store, Filters())) for ask in LISTINGS]
    assert sum(count.count for count in stats.dispositions) == stats.rulings
