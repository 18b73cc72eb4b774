"""Whatever the order in which articles arrive, the cases are the same: exactly, to the slug."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casetrack.decisions import Decision
from casetrack.extract import extract_report
from casetrack.ingest import IngestOptions, ingest_paths
from casetrack.models import Report
from casetrack.read import read_article
from casetrack.sources import RawInput, load_inputs
from casetrack.store import Store, open_store
from casetrack.store.decide import (
    decide,
    draft_add,
    draft_alias,
    draft_drop,
    draft_link,
    draft_merge,
    draft_set,
    draft_split,
)
from casetrack.store.edits import add_decision, list_decisions
from casetrack.store.place import Written, set_constraints
from casetrack.store.write import add_report, drop_article, settle

ARTICLES = sorted((Path(__file__).parent.parent / "data" / "articles").glob("*.txt"))

CONTENT = {
    "cases": "select slug, caption, kind, court_id, status, first_reported, last_reported from cases",
    "names": "select slug, name from case_names n join cases c on c.id = n.case_id",
    "numbers": "select slug, number from docket_numbers n join cases c on c.id = n.case_id",
    "parties": "select slug, p.name, p.kind, p.role from parties p join cases c on c.id = p.case_id",
    "people": "select slug, p.name, p.role, x.represents from case_people x join people p on p.id = person_id"
    " join cases c on c.id = x.case_id",
    "articles": "select slug, sha256, position from case_articles x join articles a on a.id = article_id"
    " join cases c on c.id = x.case_id",
    "rulings": "select slug, r.date, disposition, subject, movant, decided_by, r.court_id, rank, sha256,"
    " start, quote from rulings r join cases c on c.id = r.case_id"
    " join ruling_sources s on s.ruling_id = r.id"
    " join articles a on a.id = s.article_id",
    "judges": "select slug, r.date, disposition, p.name from rulings r join cases c on c.id = r.case_id"
    " join ruling_judges j on j.ruling_id = r.id join people p on p.id = j.person_id",
    "hearings": "select slug, h.date, time, type, h.status, purpose, h.court_id, location, moved_from, rank,"
    " sha256, start, quote from hearings h join cases c on c.id = h.case_id"
    " join hearing_sources s on s.hearing_id = h.id join articles a on a.id = s.article_id",
    "review": "select c.slug, d.slug, score, reasons, sha256 from review r join cases c on c.id = r.case_id"
    " join cases d on d.id = r.other_id join articles a on a.id = r.article_id",
    "courts": "select * from courts",
    "by hand": "select slug, r.date, disposition, entered, corrected from rulings r"
    " join cases c on c.id = r.case_id where coalesce(entered, corrected) is not null"
    " union all select slug, h.date, type, entered, corrected from hearings h"
    " join cases c on c.id = h.case_id where coalesce(entered, corrected) is not null",
    "links": "select c.slug, d.slug, l.kind, score, evidence from case_links l"
    " join cases c on c.id = l.case_id join cases d on d.id = l.other_id",
}


def content(store: Store) -> dict[str, list[Any]]:
    """Give all that the cases are, without the ids that tell what came first."""
    return {name: sorted(store.db.execute(sql).fetchall(), key=repr) for name, sql in CONTENT.items()}


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    raws = [raw for path in ARTICLES for raw in load_inputs(str(path), 10**6)]
    return [extract_report(read_article(raw)) for raw in raws if isinstance(raw, RawInput)]


def take(store: Store, batch: list[Report]) -> None:
    with store.write() as db:
        written = Written()
        for report in batch:
            add_report(db, report, written)
        settle(db, written)


def build(folder: Path, reports: list[Report], sizes: list[int]) -> dict[str, list[Any]]:
    """Take reports in batches of these sizes, the last size again and again; gives the content."""
    path = folder / "order.db"
    path.unlink(missing_ok=True)
    with open_store(path, create=True) as store:
        left = list(reports)
        for size in [*sizes, *[sizes[-1]] * len(reports)]:
            if left:
                take(store, left[:size])
                left = left[size:]
        return content(store)


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory, reports: list[Report]) -> dict[str, list[Any]]:
    made = build(tmp_path_factory.mktemp("order"), reports, [len(reports)])
    assert len(made["cases"]) > 20
    assert any(len(group) > 1 for group in by_case(made).values())
    assert {kind for _, _, kind, *_ in made["links"]} == {"appeal_of", "related"}
    return made


def by_case(made: dict[str, list[Any]]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for slug, sha256, _ in made["articles"]:
        groups.setdefault(slug, []).append(sha256)
    return groups


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.randoms(use_true_random=False), st.lists(st.integers(1, 20), min_size=1, max_size=4))
def test_any_order_in_any_batches_gives_the_same_cases(
    tmp_path: Path,
    reports: list[Report],
    expected: dict[str, list[Any]],
    shuffler: random.Random,
    sizes: list[int],
) -> None:
    shuffled = list(reports)
    shuffler.shuffle(shuffled)
    assert build(tmp_path, shuffled, sizes) == expected


def test_articles_given_one_by_one_backwards_are_the_same_cases(
    tmp_path: Path, expected: dict[str, list[Any]]
) -> None:
    with open_store(tmp_path / "backwards.db", create=True) as store:
        for path in reversed(ARTICLES):
            ingest_paths(store, [str(path)], IngestOptions())
        assert content(store) == expected


def test_articles_taken_and_taken_away_again_leave_no_trace(
    tmp_path: Path, reports: list[Report], expected: dict[str, list[Any]]
) -> None:
    kept, extra = reports[::2], reports[1::2]
    without = build(tmp_path, kept, [len(kept)])
    with open_store(tmp_path / "taken.db", create=True) as store:
        take(store, reports)
        assert content(store) == expected
        with store.write() as db:
            written = Written()
            for report in extra:
                sql = "select id from articles where sha256 = ?"
                drop_article(db, db.execute(sql, (report.article.sha256,)).fetchone()[0], written)
            settle(db, written)
        left = content(store)
    del left["courts"], without["courts"]
    assert left == without


def _settle(store: Store, join: list[tuple[int, int]], apart: list[tuple[int, int]]) -> None:
    with store.write() as db:
        written = Written()
        set_constraints(db, join, apart, written)
        settle(db, written)


def test_what_people_decide_lasts_until_it_is_taken_back(
    tmp_path: Path, reports: list[Report], expected: dict[str, list[Any]]
) -> None:
    with open_store(tmp_path / "decided.db", create=True) as store:
        take(store, reports)
        by_slug: dict[str, list[int]] = {}
        told = "select slug, x.id from case_articles x join cases c on c.id = case_id order by x.id"
        for slug, report in store.db.execute(told):
            by_slug.setdefault(slug, []).append(report)
        whole = next(group for group in by_slug.values() if len(group) > 2)
        stranger = next(group for group in by_slug.values() if len(group) == 1)[0]
        apart = [(whole[0], other) for other in whole[1:]]
        _settle(store, [(stranger, whole[0])], apart)
        case_of = dict(store.db.execute("select id, case_id from case_articles"))
        assert case_of[stranger] == case_of[whole[0]]
        assert all(case_of[other] != case_of[whole[0]] for other in whole[1:])
        _settle(store, [], [])
        assert content(store) == expected


def tied(store: Store, kind: str) -> tuple[str, str]:
    """Give the slugs of two cases that were linked by what the articles tell."""
    sql = (
        "select c.slug, d.slug from case_links l join cases c on c.id = l.case_id"
        " join cases d on d.id = l.other_id where l.kind = ? and edit_id is null order by 1"
    )
    one, other = store.db.execute(sql, (kind,)).fetchone()
    return one, other


def decide_a_lot(store: Store) -> list[Decision]:
    """Decide something of every sort, some of it against what the articles say; gives the decisions."""
    drafts = [
        lambda: draft_merge(store, ["united-states-v-quinones", "state-v-ostrander"], "not at all alike"),
        lambda: draft_merge(store, ["commonwealth-v-pfautz", "united-states-v-quinones"], None),
        lambda: draft_split(store, "commonwealth-v-pfautz", ["2022-06-09-quinones-plea.txt"], None),
        lambda: draft_split(store, "united-states-v-renwick", ["2024-07-18-renwick-sentenced.txt"], None),
        lambda: draft_alias(store, "guzman", "El Chapo case", None),
        lambda: draft_set(store, "case", "guzman", {"caption": "United States v. Guzman Loera"}, None),
        lambda: draft_set(store, "ruling", "3", {"date": "2017-05-03", "movant": "Guzman"}, None),
        lambda: draft_drop(store, "ruling", "4", None),
        lambda: draft_add(
            store, "hearing", "guzman", {"type": "sentencing", "date": "2017-09-14"}, "clerk", None
        ),
        lambda: draft_link(store, "united-states-v-renwick", "guzman", "appeal_of", None),
        lambda: draft_link(store, "guzman", "commonwealth-v-zook", "not_same", None),
        lambda: draft_link(store, *tied(store, "appeal_of"), "not_same", "read as an appeal, and none"),
        lambda: draft_link(store, *tied(store, "related"), "companion", "read as related"),
    ]
    for draft in drafts:
        decide(store, draft, None, dry_run=False)
    return list_decisions(store.db)


@pytest.fixture(scope="module")
def decided(tmp_path_factory: pytest.TempPathFactory, reports: list[Report]) -> tuple[list[Decision], Any]:
    """The decisions, and what the cases are with them."""
    with open_store(tmp_path_factory.mktemp("decided") / "first.db", create=True) as store:
        take(store, reports)
        before = content(store)
        decisions = decide_a_lot(store)
        after = content(store)
    assert {name for name in after if after[name] != before[name]} >= {"cases", "names", "by hand", "links"}
    return decisions, after


def settle_decisions(store: Store, decisions: list[Decision]) -> None:
    with store.write() as db:
        written = Written()
        for decision in decisions:
            add_decision(db, decision, written.at)
            written.articles |= decision.articles()
        settle(db, written)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.randoms(use_true_random=False), st.lists(st.integers(1, 20), min_size=1, max_size=4))
def test_decisions_hold_whatever_came_first(
    tmp_path: Path,
    reports: list[Report],
    decided: tuple[list[Decision], Any],
    shuffler: random.Random,
    sizes: list[int],
) -> None:
    decisions, expected = decided
    steps: list[tuple[Any, Any]] = [(settle_decisions, [decision]) for decision in decisions]
    shuffled = shuffler.sample(reports, len(reports))
    for size in [*sizes, *[sizes[-1]] * len(reports)]:
        if shuffled:
            steps.append((take, shuffled[:size]))
            shuffled = shuffled[size:]
    shuffler.shuffle(steps)
    path = tmp_path / "order.db"
    path.unlink(missing_ok=True)
    with open_store(path, create=True) as store:
        for act, what in steps:
            act(store, what)
        assert content(store) == expected
