"""Read one article into the cases it reports: a pure function, the same on any machine.

sentences -> names, courts, dates -> who is who -> rulings, hearings, parties -> cases
"""

from __future__ import annotations

from casetrack.extract.cases import assemble_cases
from casetrack.extract.scan import scan_article
from casetrack.models import Article, Report


def extract_report(article: Article) -> Report:
    """Extract what an article reports of cases; an article about none gives none."""
    return Report(article, assemble_cases(article, scan_article(article)))
