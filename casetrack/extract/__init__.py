"""Read one article into the cases it reports: a pure function, the same on any machine.

sentences -> names, courts, dates -> who is who -> rulings, hearings, parties -> is it news? -> cases
"""

from __future__ import annotations

from dataclasses import replace

from casetrack.extract.calendars import opens_list
from casetrack.extract.cases import assemble_cases
from casetrack.extract.newsworthy import is_court_news
from casetrack.extract.scan import Scan, scan_article
from casetrack.extract.sections import split_sections
from casetrack.extract.spanish import accused_in_spanish
from casetrack.models import Article, CaseReport, CourtRef, Report


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
    scan = scan_article(section, whole.roster.judges.values(), whole.calendar)
    court = _listed_court(whole)
    return tuple(
        replace(
            case,
            court=case.court or court,
            judges=tuple(judge for judge in case.judges if judge.split()[-1] in told),
        )
        for case in assemble_cases(section, scan)
    )


def _listed_court(whole: Scan) -> CourtRef | None:
    """Give the one court that a list opens with: "The following cases were heard Monday in"."""
    named = [
        mention.court
        for sentence, courts in zip(whole.sentences, whole.courts, strict=True)
        if courts and opens_list(sentence)
        for mention in courts
    ]
    return named[0] if len(set(named)) == 1 else None
