"""What must hold when things go wrong or look alike: kills, copies, damage, namesakes, moved sessions."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from casetrack.combine import Member, combine_members
from casetrack.errors import DatabaseError
from casetrack.ingest import IngestOptions, ingest_paths
from casetrack.models import CaseReport, CourtRef, Hearing, Party, Ruling
from casetrack.resolve import Ref, Told, resolve_reports
from casetrack.store import Store, open_store
from casetrack.store.query import list_rulings
from casetrack.store.rows import Filters

ROOT = Path(__file__).parent.parent
DIES_HALFWAY = """
import os, sys
import casetrack.store.connect as connect
make = connect.apply_migrations
def die(db):
    make(db)
    os._exit(9)
connect.apply_migrations = die
connect.open_store(sys.argv[1], create=True)
"""


def test_killed_while_the_schema_is_made_opens_again(tmp_path: Path) -> None:
    path = tmp_path / "docket.db"
    died = subprocess.run(
        [sys.executable, "-c", DIES_HALFWAY, str(path)],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert died.returncode == 9
    with pytest.raises(DatabaseError, match="is empty"):
        open_store(path, readonly=True)
    with open_store(path, create=True) as store:
        assert store.db.execute("select count(*) from cases").fetchone() == (0,)


def test_damage_met_while_reading_is_told_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "docket.db"
    open_store(path, create=True).close()
    with (
        pytest.raises(DatabaseError, match="damaged") as told,
        open_store(path, readonly=True),
    ):
        raise sqlite3.DatabaseError("database disk image is malformed")
    assert "restore" in str(told.value)


def test_an_error_that_damage_leads_to_is_told_as_damage(tmp_path: Path) -> None:
    path = tmp_path / "docket.db"
    open_store(path, create=True).close()
    with pytest.raises(KeyError), open_store(path) as store:
        raise KeyError("a defect of ours, in a database that is whole")
    with sqlite3.connect(path) as db:
        db.execute("insert into cases (id, slug, caption, kind) values (1, 'x', 'X', 'other')")
    db.close()
    told = pytest.raises(DatabaseError, match=r"damaged .*every fact has a source.*casetrack doctor")
    with told, open_store(path) as store:
        assert store.path == path
        raise KeyError("no article of case 1")


FIRST = "BOSTON, May 4, 2017 (Wire) - U.S. District Judge Ann Shore on Thursday denied Lee Park's motion."
SECOND = "TAMPA, May 5, 2017 (Wire) - U.S. District Judge Bo Rand on Friday dismissed Kim Dale's lawsuit."


def _run(store: Store, folder: Path) -> tuple[int, int, int]:
    done = ingest_paths(store, [str(folder)], IngestOptions())
    return done.added, done.replaced, done.unchanged


def test_a_copy_keeps_an_article_whose_first_path_changed(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    with open_store(tmp_path / "docket.db", create=True) as store:
        (folder / "a.txt").write_text(FIRST)
        assert _run(store, folder) == (1, 0, 0)
        (folder / "b.txt").write_text(FIRST)
        (folder / "a.txt").write_text(SECOND)
        assert _run(store, folder) == (0, 1, 1)
        stored = dict(store.db.execute("select path, text from articles"))
        assert stored == {str(folder / "a.txt"): SECOND, str(folder / "b.txt"): FIRST}
        assert _run(store, folder) == (0, 0, 2)


MND, CA8 = CourtRef("mnd", "D. Minn.", "trial", "us"), CourtRef("ca8", "Eighth Circuit", "appeals", "us")
RULED = Ruling("2017-05-04", "sentenced", None, None, "judge", ("Ann Shore",), 0, 9, "q", "r", 0.8)
SET = Hearing("2017-06-03", None, "sentencing", "scheduled", None, None, 0, 9, "q", "r", 0.8)
KIM, LEE = (Party(name, "person", "defendant") for name in ("Ann Kim", "Bo Lee"))


def _case(*members: CaseReport) -> list[Member]:
    return [Member(n, f"{n:064x}", f"2017-05-{n:02}", report) for n, report in enumerate(members, 1)]


def test_two_of_the_accused_are_sentenced_each_alone() -> None:
    reports = [
        CaseReport("United States v. Kim", "criminal", MND, parties=(KIM, LEE), rulings=(ruling,))
        for ruling in (
            replace(RULED, subject="Kim to ten years"),
            replace(RULED, subject="Lee to five years"),
        )
    ]
    assert len(combine_members(_case(*reports)).rulings) == 2
    assert len(combine_members(_case(reports[0], reports[0])).rulings) == 1


def test_a_hearing_moved_twice_is_one_with_the_last_day_and_the_first() -> None:
    days = (
        SET,
        replace(SET, date="2017-06-10", moved_from="2017-06-03"),
        replace(SET, date="2017-06-17", moved_from="2017-06-10"),
        replace(SET, date="2017-06-17", status="held"),
    )
    (joined,) = combine_members(
        _case(*(CaseReport("United States v. Kim", "criminal", MND, hearings=(day,)) for day in days))
    ).hearings
    assert isinstance(joined.fact, Hearing)
    assert (joined.fact.date, joined.fact.moved_from, joined.fact.status) == (
        "2017-06-17",
        "2017-06-03",
        "held",
    )
    assert len(joined.sources) == 4


def test_each_ruling_keeps_the_court_of_its_article() -> None:
    below = CaseReport("Ely v. Mill Corp", "civil", MND, rulings=(replace(RULED, disposition="denied"),))
    above = CaseReport("Ely v. Mill Corp", "civil", CA8, rulings=(replace(RULED, disposition="affirmed"),))
    courts = {r.fact.disposition: r.court for r in combine_members(_case(below, above)).rulings
              if isinstance(r.fact, Ruling)}  # fmt: skip
    assert courts == {"denied": MND, "affirmed": CA8}


def _accused(*names: str, age: int | None = None, **fields: object) -> CaseReport:
    parties = tuple(Party(name, "person", "defendant", age=age) for name in names)
    return replace(CaseReport(f"State v. {names[0].split()[-1]}", "criminal", parties=parties), **fields)


SUED, ELY, OAK = (
    Party("Mill Corp.", "organization", "defendant"),
    Party("Ely", "organization", "plaintiff"),
    Party("Oak", "organization", "plaintiff"),
)
ALIKE: list[tuple[str, CaseReport, Sequence[CaseReport], bool]] = [
    ("nobody-known-as-doe", _accused("Jane Doe"), [_accused("Jane Doe")], False),
    (
        "a-name-by-the-way",
        _accused("Ann Kim", "Laguna Woods"),
        [_accused("Bo Lee", "Laguna Woods")],
        False,
    ),
    (
        "another-of-the-family-known-in-full",
        _accused("Peter Hale", court=MND, judges=("Ann Shore",)),
        [_accused("Paul Hale", court=MND, judges=("Ann Shore",)), _accused("Hale", court=MND)],
        False,
    ),
    (
        "namesakes-of-other-ages",
        _accused("Ann Kim", age=24),
        [_accused("Ann Kim", age=61)],
        False,
    ),
    ("one-age-misread", _accused("Ann Kim", age=24),
     [_accused("Ann Kim", age=24), _accused("Ann Kim", age=25), _accused("Ann Kim", age=19)], True),
    (
        "one-company-sued-by-two",
        CaseReport("Ely v. Mill Corp", "civil", MND, parties=(ELY, SUED)),
        [CaseReport("Oak v. Mill Corp", "civil", MND, parties=(OAK, SUED))],
        False,
    ),
    (
        "one-number-in-two-districts",
        _accused("Ann Kim", court=MND, docket_numbers=("17-cr-00123",)),
        [_accused("Bo Lee", court=replace(MND, id="nyed"), docket_numbers=("1:17-cr-123",))],
        False,
    ),
    (
        "a-number-padded-with-zeros",
        _accused("Ann Kim", court=MND, docket_numbers=("17-cr-00123",)),
        [_accused("Kim", court=MND, docket_numbers=("1:17-cr-123-ABC-2",))],
        True,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("report", "stored", "joins"), [a[1:] for a in ALIKE], ids=[a[0] for a in ALIKE])
def test_what_looks_alike(report: CaseReport, stored: Sequence[CaseReport], joins: bool) -> None:
    told = [Told(Ref(f"{n:064x}", 0), "2017-05-04", member) for n, member in enumerate((report, *stored))]
    (home,) = (case for case in resolve_reports(told).cases if told[0].ref in case)
    assert (told[1].ref in home) is joins


def test_bytes_that_are_no_letters_are_answered(tmp_path: Path) -> None:
    with open_store(tmp_path / "docket.db", create=True) as store:
        assert list_rulings(store, Filters(judge="\udcff\0", court="\udcff", disposition="\udcff")) == []
