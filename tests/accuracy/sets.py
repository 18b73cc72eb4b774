"""The sets of annotated articles: our own, always there, and the lent ones where a copy lies beside us."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from casetrack.extract import extract_report
from casetrack.extract.record import report_to_dict
from casetrack.read import read_article
from casetrack.sources import RawInput, load_inputs

from .scoring import Score, judge_article
from .wording import Page, squeeze

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = ROOT / "tests" / "golden"
SHARED = ROOT.parent / "shared" / "eval"


@dataclass(frozen=True, slots=True)
class ArticleSet:
    """Articles (`*.txt`) and their annotations (`*.json`) of the same stem."""

    name: str
    texts: Path
    annotations: Path
    own: bool = True

    @property
    def is_here(self) -> bool:
        return self.annotations.is_dir() and self.texts.is_dir()

    def __iter__(self) -> Iterator[tuple[Path, dict[str, Any]]]:
        """Give each annotated article with its annotation, by file name."""
        for path in sorted(self.annotations.glob("*.json")):
            yield self.texts / f"{path.stem}.txt", json.loads(path.read_text(encoding="utf-8"))


def _lent(name: str) -> ArticleSet:
    return ArticleSet(name, SHARED / name, SHARED / name, own=False)


SETS = (
    ArticleSet("articles", ROOT / "data" / "articles", GOLDEN / "articles"),
    ArticleSet("traps", GOLDEN / "traps", GOLDEN / "traps"),
    _lent("dev"),
    _lent("dev-mixed"),
    _lent("seed"),
)


def read_record(path: Path) -> dict[str, Any]:
    """Give what `casetrack extract` prints of an article."""
    (raw,) = load_inputs(str(path), 10**7)
    if not isinstance(raw, RawInput):
        raise raw
    return report_to_dict(extract_report(read_article(raw)))


def score_set(articles: ArticleSet) -> Score:
    """Read every annotated article of a set and judge it."""
    total = Score()
    for path, annotation in articles:
        page = Page(squeeze(path.read_text(encoding="utf-8")))
        total.add(judge_article(annotation, read_record(path), page))
    return total
