"""Read one article into the cases it reports: a pure function, the same on any machine.

sentences -> names, courts, dates -> who is who -> rulings, hearings, parties -> is it news? -> cases
"""

from __future__ import annotations

from dataclasses import replace

from casetrack.extract.calendars import opens_list
from casetrack.extract.cases import assemble_cases
from casetrack.extract.courts import find_courts
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
            told = scan if len({section.dateline for section in sections}) == 1 else None
            heading = _court_of(article.text[: sections[0].body_start], told)
            cases = tuple(case for section in sections for case in _read_section(section, scan, heading))
    return Report(article, cases or accused_in_spanish(article), scan.read_to)


def _court_of(heading: str, whole: Scan | None) -> CourtRef | None:
    """Give the one court that the heading of a round-up names, else the one trial court of `whole`.

    Args:
        whole: all its briefs, where they are of one place.
    """
    courts = {mention.court for line in heading.split("\n") for mention in find_courts(line, 0)}
    if not courts and whole is not None:
        courts = {m.court for group in whole.courts for m in group if m.court.level == "trial"}
    return courts.pop() if len(courts) == 1 else None


def _read_section(section: Article, whole: Scan, heading: CourtRef | None) -> tuple[CaseReport, ...]:
    """Give the cases of one brief of a round-up, each with those judges of all that the brief names.

    An item of a list is before the judge and the court with which the list opens, else the court that the
    heading of all of them names.
    """
    told = section.text[section.body_start : section.body_end]
    scan = scan_article(section, whole.roster.judges.values(), whole.calendar)
    if section.title and not is_court_news(section, scan):
        return ()
    court, judge = _opened_before(section.body_start, whole)
    bench = set(whole.roster.judges.values())
    if judge is None and section.title is None and len(bench) == 1:
        judge = bench.pop()  # whose docket it is
    found = []
    for case in assemble_cases(section, scan, court or heading):
        judges = tuple(_in_full(name, whole) for name in case.judges if name.split()[-1] in told)
        found.append(replace(case, judges=judges or ((judge,) if judge is not None else ())))
    return tuple(found)


def _in_full(judge: str, whole: Scan) -> str:
    return judge if " " in judge else whole.roster.judges.get(judge.lower(), judge)


def _opened_before(start: int, whole: Scan) -> tuple[CourtRef | None, str | None]:
    """Give the one court and judge of "The following cases were heard Monday in", the last such before."""
    opening = [at for at, s in enumerate(whole.sentences) if s.start < start and opens_list(s)]
    if not opening:
        return None, None
    courts = {mention.court for mention in whole.courts[opening[-1]]}
    resolved = {whole.roster.resolve(n) for n in whole.names[opening[-1]] if whole.roster.is_judge(n)}
    return courts.pop() if len(courts) == 1 else None, resolved.pop() if len(resolved) == 1 else None
