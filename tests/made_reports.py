"""Reports made by hand, and a store that takes them: one article of a day about the case of one person."""

from __future__ import annotations

import hashlib

from casetrack.models import Article, CaseReport, CourtRef, Hearing, Party, Report, Ruling
from casetrack.store import Store
from casetrack.store.place import Written
from casetrack.store.write import add_report, settle

HEARING = Hearing(
    date="2024-06-03", time=None, type="sentencing", status="scheduled", purpose=None, location=None,
    start=10, end=40, quote="q" * 30, rule="r", confidence=0.9,
)  # fmt: skip
RULING = Ruling(
    date="2024-05-06", disposition="denied", subject="bail", movant=None, decided_by="judge",
    judges=("Lena Orbach",), start=50, end=80, quote="q" * 30, rule="r", confidence=0.9,
)  # fmt: skip


def report(day: str, *facts: Hearing | Ruling, name: str = "Ada Quill") -> Report:
    """Make one article of a day about the case of one person."""
    text = f"{day} {name} {facts}"
    case = CaseReport(
        caption=f"United States v. {name.split()[-1]}",
        kind="criminal",
        court=CourtRef("wied", "U.S. District Court for the Eastern District of Wisconsin"),
        docket_numbers=(f"2:24-cr-{int(hashlib.md5(name.encode()).hexdigest()[:4], 16):05d}",),
        parties=(Party(name, "person", "defendant"),),
        judges=("Lena Orbach",),
        hearings=tuple(fact for fact in facts if isinstance(fact, Hearing)),
        rulings=tuple(fact for fact in facts if isinstance(fact, Ruling)),
    )
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Report(Article(text, sha256, f"{day}.txt", published=day), (case,))


def take(store: Store, *reports: Report, at: str = "2024-05-06T08:00:00+00:00") -> None:
    written = Written(at=at, origin="ingest")
    with store.write() as db:
        for one in reports:
            add_report(db, one, written)
        settle(db, written)
