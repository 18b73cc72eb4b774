"""Articles read by several processes: in their order, and never many long ones at once in memory."""

from __future__ import annotations

from collections.abc import Iterator

from conftest import MakeArticle

from casetrack.models import Article, Report
from casetrack.pool import AHEAD, extract_reports
from casetrack.portions import STRETCH

JOBS = 2


def test_long_articles_are_not_gathered(make_article: MakeArticle) -> None:
    long = make_article("A judge denied the motion on Tuesday. " + "The hall was full. " * (STRETCH // 18))
    taken = 0

    def stream() -> Iterator[Article]:
        nonlocal taken
        for _ in range(4 * JOBS * AHEAD):
            taken += 1
            yield long

    reports = extract_reports(stream(), JOBS)
    assert isinstance(next(reports), Report)
    assert taken <= JOBS * AHEAD + 1
    assert len(list(reports)) + 1 == taken == 4 * JOBS * AHEAD


def test_reports_come_in_the_order_of_the_articles(make_article: MakeArticle) -> None:
    articles = [make_article(f"A judge denied motion {number} on Tuesday.") for number in range(100)]
    found = list(extract_reports(articles, JOBS))
    assert [report.article.text for report in found if isinstance(report, Report)] == [
        a.text for a in articles
    ]
