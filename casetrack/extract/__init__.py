"""Read one article into the cases it reports: a pure function, the same on any machine.

sentences -> names, courts, dates -> who is who -> rulings, hearings, parties -> is it news? -> cases
"""

from __future__ import annotations

from dataclasses import replace

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
    sections = split_sections(article)
    bench = scan_article(article).roster.judges.values() if len(sections) > 1 else ()
    for section in sections:
        scan = scan_article(section, bench)
        read_to = scan.read_to or read_to
        if is_court_news(section, scan):
            found = assemble_cases(section, scan)
            cases += [_of_bench(case, section) for case in found] if bench else found
    return Report(article, tuple(cases) or accused_in_spanish(article), read_to)


def _of_bench(case: CaseReport, section: Article) -> CaseReport:
    """Keep of all the judges of a round-up those whom the brief itself names."""
    told = section.text[section.body_start : section.body_end]
    return replace(case, judges=tuple(judge for judge in case.judges if judge.split()[-1] in told))
