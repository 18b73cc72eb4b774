"""Articles in, dockets out: the whole way on real files and a real database."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from casetrack.extract import extract_report
from casetrack.models import Report
from casetrack.read import read_article
from casetrack.sources import RawInput, load_inputs

ROOT = Path(__file__).parent.parent
SAMPLES = sorted((ROOT / "data" / "articles").glob("*.txt"))
TRAPS = sorted((ROOT / "tests" / "golden" / "traps").glob("*.txt"))


def read_report(path: Path) -> Report:
    (raw,) = load_inputs(str(path), 10**7)
    assert isinstance(raw, RawInput)
    return extract_report(read_article(raw))


@pytest.mark.parametrize("path", SAMPLES + TRAPS, ids=lambda path: path.stem)
def test_every_fact_is_where_it_says(path: Path) -> None:
    report = read_report(path)
    assert report == read_report(path)
    for case in report.cases:
        for fact in (*case.rulings, *case.hearings):
            for source in (fact, *fact.also):
                assert report.article.text[source.start : source.end] == source.quote
                assert 0 < source.confidence < 1


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_day_of_publication_is_read(path: Path) -> None:
    wanted = json.loads((ROOT / "tests/golden/articles" / f"{path.stem}.json").read_text(encoding="utf-8"))
    assert read_report(path).article.published == wanted["published"]


@pytest.mark.parametrize(
    "stem",
    ["2018-09-12-senate-panel-hearing-judicial-nominee", "2019-07-25-agency-postpones-grain-dust-rule"],
)
def test_an_article_without_a_case_gives_none(stem: str) -> None:
    assert read_report(ROOT / "data/articles" / f"{stem}.txt").cases == ()


def test_guzman_in_our_words() -> None:
    (case,) = read_report(ROOT / "data/articles/2017-05-04-guzman-stays-in-solitary.txt").cases
    assert (case.caption, case.kind) == ("United States v. Guzman", "criminal")
    assert case.court is not None
    assert case.court.id == "nyed"
    assert case.judges == ("Brian Cogan",)
    assert [(r.disposition, r.date, r.movant) for r in case.rulings] == [
        ("denied", "2017-05-04", None),
        ("denied", "2017-05-04", "Amnesty International"),
    ]


def test_the_first_article_exactly(shared_eval: Path) -> None:
    (path,) = (shared_eval / "seed").glob("*.txt")
    (case,) = read_report(path).cases
    assert (case.caption, case.kind, case.judges) == ("United States v. Guzman", "criminal", ("Brian Cogan",))
    assert case.court is not None
    assert case.court.id == "nyed"
    assert [(p.name, p.role) for p in case.parties] == [("Joaquin “El Chapo” Guzman", "defendant")]
    assert [(a.name, a.represents) for a in case.attorneys] == [("David Patton", "defendant")]
    assert [(r.disposition, r.date) for r in case.rulings] == [("denied", "2017-05-04")] * 2
    assert case.rulings[1].movant == "Amnesty International"
    (hearing,) = case.hearings
    assert (hearing.date, hearing.status) == ("2017-05-05", "scheduled")
    assert hearing.purpose is not None
    assert "disqualify" in hearing.purpose


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "dockets.db"


def run(database: Path, *args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "casetrack", "--db", str(database), *args], capture_output=True, text=True
    )


def dump(database: Path) -> dict[str, list[tuple[object, ...]]]:
    with sqlite3.connect(database) as db:
        tables = ["articles", "cases", "rulings", "hearings", "ruling_sources", "hearing_sources", "parties"]
        return {table: db.execute(f"select * from {table} order by 1, 2, 3").fetchall() for table in tables}


def test_reading_again_changes_nothing(database: Path) -> None:
    folder = str(ROOT / "data" / "articles")
    assert run(database, "ingest", folder).returncode == 0
    before = dump(database)
    again = run(database, "ingest", folder)
    assert again.returncode == 0
    assert "0 added, 42 unchanged" in again.stderr
    assert dump(database) == before


def test_a_changed_file_replaces_its_facts(database: Path, tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    shutil.copy(ROOT / "data/articles/2017-05-04-guzman-stays-in-solitary.txt", path)
    run(database, "ingest", str(path))
    path.write_text(
        " date 2017-05-04 BOSTON (AP) - A jury on Thursday convicted Ann Porter of fraud.", encoding="utf-8"
    )
    assert "1 replaced" in run(database, "ingest", str(path)).stderr
    rows = dump(database)
    assert [row[5] if len(row) > 5 else None for row in rows["articles"]]
    assert len(rows["articles"]) == 1
    assert [row[2] for row in rows["cases"]] == ["Commonwealth v. Porter"]
    assert len(rows["ruling_sources"]) == 1


def test_namesakes_in_one_court_are_two_cases(database: Path) -> None:
    stems = ["2023-02-07-darnell-whitlock-held", "2023-02-09-judith-whitlock-sentenced"]
    run(database, "ingest", *(str(ROOT / "data/articles" / f"{stem}.txt") for stem in stems))
    captions = [row[2] for row in dump(database)["cases"]]
    assert captions == ["People v. Whitlock"] * 2


def test_one_case_over_two_articles_is_one_docket(database: Path) -> None:
    run(database, "ingest", *(str(path) for path in SAMPLES if "guzman" in path.name))
    assert len(dump(database)["cases"]) == 1
    docket = run(database, "docket", "guzman")
    assert docket.returncode == 0
    assert "Brian Cogan" in docket.stdout
    assert "Amnesty International" in docket.stdout


def test_search_takes_anything(database: Path) -> None:
    run(database, "ingest", str(SAMPLES[3]))
    for words in ("O'Brien", "1:17-cr-00255", 'U.S. AND "', "(", "*", "-x"):
        done = run(database, "search", "--", words)
        assert done.returncode in {0, 2}, done.stderr
        assert "Traceback" not in done.stderr
