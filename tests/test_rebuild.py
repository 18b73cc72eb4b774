"""`rebuild`: better rules reach old articles, decisions hold, and one without its target is told and kept."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, RunCasetrack
from test_order import content

from casetrack.extract import extract_report
from casetrack.ingest import IngestOptions, ingest_paths
from casetrack.models import CaseReport, Report
from casetrack.read import read_article
from casetrack.rebuild import rebuild
from casetrack.sources import RawInput, load_inputs
from casetrack.store import Store, open_store
from casetrack.store.decide import decide, draft_alias, draft_drop, draft_set, undo
from casetrack.store.place import Written
from casetrack.store.query import list_rulings
from casetrack.store.rows import Filters
from casetrack.store.write import add_report, settle

ARTICLES = ROOT / "data" / "articles"
STEMS = ("2017-05-04-guzman", "2017-05-05-guzman", "2024-07-18-renwick", "2022-10-31-supreme")


def read(stem: str) -> Report:
    (path,) = ARTICLES.glob(f"{stem}*")
    (raw,) = load_inputs(str(path), 10**6)
    assert isinstance(raw, RawInput)
    return extract_report(read_article(raw))


@pytest.fixture
def old_store(tmp_path: Path) -> Callable[..., Store]:
    """A store as a casetrack with other rules left it: each case of each report as `rules` makes it."""

    def make(rules: Callable[[CaseReport], CaseReport] = lambda case: case) -> Store:
        store = open_store(tmp_path / "old.db", create=True)
        with store.write() as db:
            written = Written(origin="ingest")
            for report in map(read, STEMS):
                add_report(db, replace(report, cases=tuple(map(rules, report.cases))), written)
            settle(db, written)
        return store

    return make


@pytest.fixture
def fresh(tmp_path: Path) -> dict[str, list[Any]]:
    with open_store(tmp_path / "fresh.db", create=True) as store:
        ingest_paths(
            store, [str(path) for stem in STEMS for path in ARTICLES.glob(f"{stem}*")], IngestOptions()
        )
        return content(store)


def blind(case: CaseReport) -> CaseReport:
    return replace(case, rulings=(), judges=(), caption=f"In re {case.caption}", names=())


def twofold(case: CaseReport) -> CaseReport:
    """Read every ruling as its contrary too."""
    more = tuple(replace(r, disposition="granted", subject="what was not") for r in case.rulings)
    return replace(case, rulings=case.rulings + more)


OLD_RULES = [
    pytest.param(lambda case: case, 0, id="the same rules"),
    pytest.param(blind, 4, id="rules that saw less"),
    pytest.param(twofold, 4, id="rules that saw more"),
    pytest.param(lambda case: replace(case, court=None, docket_numbers=()), 4, id="rules that joined less"),
]


@pytest.mark.parametrize(("rules", "retold"), OLD_RULES)
def test_a_rebuilt_store_is_as_one_made_now(
    old_store: Callable[..., Store], fresh: Any, rules: Callable[[CaseReport], CaseReport], retold: int
) -> None:
    with old_store(rules) as store:
        before = content(store)
        looked = rebuild(store, dry_run=True)
        assert content(store) == before
        done = rebuild(store)
        assert content(store) == fresh
        assert (done.reread, done.retold) == (4, retold)
        assert (looked.changes, bool(done.changes)) == (done.changes, bool(retold))
        assert rebuild(store).changes == ()


def test_in_several_processes_it_is_the_same(old_store: Callable[..., Store], fresh: Any) -> None:
    with old_store(blind) as store:
        steps: list[tuple[int, int | None]] = []
        rebuild(store, jobs=2, on_progress=lambda done, total: steps.append((done, total)))
        assert content(store) == fresh
        assert steps == [(n, 4) for n in range(1, 5)]


def test_ids_and_names_outlast_it(old_store: Callable[..., Store]) -> None:
    with old_store() as store:
        sql = "select id, uid, case_id from rulings union all select id, uid, case_id from hearings"
        before = store.db.execute(sql).fetchall()
        rebuild(store)
        assert store.db.execute(sql).fetchall() == before


def test_decisions_hold_and_can_still_be_undone(old_store: Callable[..., Store], fresh: Any) -> None:
    """Made on what poorer rules saw, they are found on what the present ones see."""
    with old_store(lambda case: replace(case, caption=f"In re {case.caption}", judges=())) as store:
        (first,) = (row for row in list_rulings(store, Filters()) if "solitary" in (row.subject or ""))
        drafts = [
            lambda: draft_alias(store, "guzman", "El Chapo", None),
            lambda: draft_set(store, "ruling", str(first.id), {"movant": "Guzman"}, None),
        ]
        for draft in drafts:
            decide(store, draft, None, dry_run=False)
        done = rebuild(store)
        assert (done.decisions, done.lost) == (2, ())
        assert [row.movant for row in list_rulings(store, Filters()) if row.corrected] == ["Guzman"]
        assert ("united-states-v-guzman", "El Chapo") in content(store)["names"]
        for _ in drafts:
            undo(store, None, None, dry_run=False)
        assert content(store) == fresh


def test_a_decision_without_its_target_is_told_and_kept(old_store: Callable[..., Store], fresh: Any) -> None:
    with old_store(twofold) as store:
        wrong = next(row for row in list_rulings(store, Filters()) if row.subject == "what was not")
        decide(
            store,
            lambda: draft_drop(store, "ruling", str(wrong.id), "nothing was granted"),
            None,
            dry_run=False,
        )
        done = rebuild(store)
        assert [(row.action, row.lost) for row in done.lost] == [
            ("drop", "its ruling is no longer read there")
        ]
        assert content(store) == fresh
        with store.write() as db:  # poorer rules again
            db.execute("delete from articles")
            written = Written(origin="ingest")
            for report in map(read, STEMS):
                add_report(db, replace(report, cases=tuple(map(twofold, report.cases))), written)
            settle(db, written)
        again = [row for row in list_rulings(store, Filters()) if row.subject == "what was not"]
        assert wrong.sources[0].quote not in {row.sources[0].quote for row in again}


def test_what_was_said_when_it_was_taken_in_is_kept(tmp_path: Path, cli: RunCasetrack) -> None:
    line = {"text": "Ann Porter was sentenced on Friday to nine years in prison for fraud, a judge said.",
            "title": "Nine years", "date": "2024-05-06", "source": "Wire", "author": "A. B."}  # fmt: skip
    (tmp_path / "in.jsonl").write_text(json.dumps(line) + "\n")
    (tmp_path / "a.txt").write_text(
        "A jury on Thursday convicted Lee Park of fraud in federal court in Boston."
    )
    cli("ingest", "-q", "in.jsonl")
    cli("ingest", "-q", "--date", "2024-05-03", "--source", "Harbor Wire", "a.txt")
    before = cli("articles", "--json").stdout
    done = cli("rebuild")
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert "2 articles read again, 0 of them told otherwise" in done.stderr
    assert cli("articles", "--json").stdout == before


def test_the_command_shows_what_would_change(cli: RunCasetrack, old_store: Callable[..., Store]) -> None:
    store = old_store(blind)
    store.close()
    looked = cli("--db", store.path, "rebuild", "--dry-run")
    assert "caption In re United States v. Guzman -> United States v. Guzman" in looked.stdout
    assert "4 of them told otherwise" in looked.stderr
    assert "Nothing was changed (--dry-run)." in looked.stderr
    done = cli("--db", store.path, "rebuild", "--format", "json")
    assert len(json.loads(done.stdout)["changes"]) == len(looked.stdout.splitlines())


def test_killed_halfway_nothing_is_changed(old_store: Callable[..., Store]) -> None:
    def stop(done: int, total: int) -> None:
        if done == 3:
            raise KeyboardInterrupt

    with old_store(blind) as store:
        before = content(store)
        with pytest.raises(KeyboardInterrupt):
            rebuild(store, on_progress=stop)
        assert content(store) == before
