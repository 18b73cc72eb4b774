"""Read one article into the cases it reports: a pure function, the same on any machine.

sentences -> names, courts, dates -> who is who -> rulings, hearings, parties -> is it news? -> cases
"""

from __future__ import annotations

from casetrack.extract.cases import assemble_cases
from casetrack.extract.newsworthy import is_court_news
from casetrack.extract.scan import scan_article
from casetrack.extract.sections import split_sections
from casetrack.extract.spanish import accused_in_spanish
from casetrack.models import Article, CaseReport, Report


def extract_report(article: Article) -> Report:
    """Extract what an article reports of cases; an article about none gives none."""
    cases: list[CaseReport] = []
    read_to: int | None = None
    for section in split_sections(article):
        scan = scan_article(section)
        read_to = scan.read_to or read_to
        if is_court_news(section, scan):
            cases += assemble_cases(section, scan)
    return Report(article, tuple(cases) or accused_in_spanish(article), read_to)
