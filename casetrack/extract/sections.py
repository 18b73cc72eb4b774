"""Tell the briefs of a round-up apart: several stories in one text, each with its own dateline.

Each is read as an article of its own, so that no ruling goes to a case of the brief before. A story with
one dateline, or two (a second follows a correction, or a box), is one section.
"""

from __future__ import annotations

import re
from dataclasses import replace

from casetrack.models import Article

FEWEST = 3
"""So many datelines make a round-up."""
DATELINE_RE = re.compile(
    r"^[ \t]*(?P<town>[A-Z][A-Z.’'-]+(?:[ ,]{1,2}[A-Z][\w.’'-]*){0,5}) (?:\([A-Z][A-Za-z .]{1,20}\) )?"
    r"[—–-]{1,2} (?=[A-Z“\"])",
    re.MULTILINE,
)
HEADLINE_MAX = 120


def split_sections(article: Article) -> list[Article]:
    """Give the article once for each of its briefs, its body bounded to that brief; one gives itself."""
    stop = len(article.text) if article.body_end is None else article.body_end
    found = list(DATELINE_RE.finditer(article.text, article.body_start, stop))
    if len(found) < FEWEST - 1 or (article.dateline is None and len(found) < FEWEST):
        return [article]
    heads = [_headline_above(article.text, one.start()) for one in found]
    starts = [start for start, _ in heads]
    sections = [
        replace(article, title=title, dateline=one["town"], body_start=one.end(), body_end=end)
        for one, (_, title), end in zip(found, heads, [*starts[1:], stop], strict=True)
    ]
    if article.text[article.body_start : starts[0]].strip():
        sections.insert(0, replace(article, body_end=starts[0]))
    return sections


def _headline_above(text: str, start: int) -> tuple[int, str | None]:
    """Give where a brief begins with the headline above it, and that headline if it has one."""
    above = text[:start].rstrip()
    line = above.rfind("\n") + 1
    headline = above[line:].strip()
    short = 0 < len(headline) <= HEADLINE_MAX and headline[-1] not in '.!?"”’'
    return (line, headline) if short else (start, None)
