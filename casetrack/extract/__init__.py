"""Read one article into the cases it reports: a pure function, the same on any machine.

sentences -> names, courts, dates -> who is who -> rulings, hearings, parties -> is it news? -> cases
"""

from __future__ import annotations

from casetrack.extract.cases import assemble_cases
from casetrack.extract.newsworthy import is_court_news
from casetrack.extract.scan import scan_article
from casetrack.extract.spanish import accused_in_spanish
from casetrack.models import Article, Report


def extract_report(article: Article) -> Report:
    """Extract what an article reports of cases; an article about none gives none."""
    scan = scan_article(article)
    cases = assemble_cases(article, scan) if is_court_news(article, scan) else ()
    return Report(article, cases or accused_in_spanish(article), scan.read_to)
