"""Read one article into the cases it reports: a pure function, the same on any machine.

sentences -> names, courts, dates -> who is who -> rulings, hearings, parties -> is it news? -> cases
"""

from __future__ import annotations

from dataclasses import replace

from casetrack.extract.cases import assemble_cases
from casetrack.extract.newsworthy import is_court_news
from casetrack.extract.scan import Scan, scan_article
from casetrack.extract.sections import split_sections
from casetrack.extract.spanish import accused_in_spanish
from casetrack.models import Article, CaseReport, Report


def extract_report(article: Article) -> Report:
    """Extract what an article reports of cases; an article about none gives none."""
    scan = scan_article(article)
    cases: tuple[CaseReport, ...] = ()
    if is_court_news(article, scan):
        sections = split_sections(article)
        if len(sections) == 1:
            cases = assemble_cases(article, scan)
        else:
            cases = tuple(case for section in sections for case in _read_section(section, scan))
    return Report(article, cases or accused_in_spanish(article), scan.read_to)


def _read_section(section: Article, whole: Scan) -> tuple[CaseReport, ...]:
    """Give the cases of one brief of a round-up, each with those judges of all that the brief names."""
    told = section.text[section.body_start : section.body_end]
    found = assemble_cases(section, scan_article(section, whole.roster.judges.values()))
    return tuple(
        replace(case, judges=tuple(judge for judge in case.judges if judge.split()[-1] in told))
        for case in found
    )
