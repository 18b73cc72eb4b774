"""Tell the briefs of a round-up apart: several stories in one text, each with its own dateline, or each a
paragraph of its own under a heading such as "In the courts".

Each is read as an article of its own, so that no ruling goes to a case of the brief before. A story with
one dateline, or two (a second follows a correction, or a box), is one section.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice, pairwise

from casetrack.extract.calendars import counts_cases, opens_cases
from casetrack.extract.word_classes import HOW_MANY
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
        top = [line[0].rstrip() for line in islice(LINE_RE.finditer(article.text, 0, stop), HEADINGS)]
        return _split_briefs(article, stop, top) or _split_items(article, stop, top) or [article]
    heads = [_headline_above(article.text, one.start()) for one in found]
    starts = [start for start, _ in heads]
    sections = [
        replace(article, title=title, dateline=one["town"], body_start=one.end(), body_end=end)
        for one, (_, title), end in zip(found, heads, [*starts[1:], stop], strict=True)
    ]
    if article.text[article.body_start : starts[0]].strip():
        sections.insert(0, replace(article, body_end=starts[0]))
    return sections


HEADING_RE = re.compile(
    r"^(?:in|from|around)?\s?(?:the\s)?(?:[\w.’'-]+\s){0,3}?(?:courts?|court\s(?:news|notes|reports?|round-?up|briefs|log|docket"
    r"|calendar|records?|dispositions|watch|beat|summary|summaries)|courthouse\s(?:news|notes|beat)|(?:court|federal|crime)\swatch"
    r"|sentencings)(?:(?::|\s[–—-])\s.{3,40})?$",
    re.IGNORECASE,
)
LINE_RE = re.compile(r"\S.*")
HEADINGS = 8
"""So many lines from the top may hold the heading of a column of items."""
AGED_RE = re.compile(r"\b[A-Z][\w.’'-]+(?:\s(?:[A-Z][\w.’'-]*|[“\"][A-Z]\w+[”\"])){1,3}(?:\sJr\.)?,\s\d{2},")
AGE_RE = re.compile(r",\s\d{2},")
"""What the pattern above needs, found sooner."""
ITEM_MIN = 60
LONGEST = 60
"""The heading of a court column has so many characters at most."""
OWN_LINE_RE = re.compile(rf"^[ \t]*{AGED_RE.pattern}", re.MULTILINE)


def _split_items(article: Article, stop: int, top: list[str]) -> list[Article]:
    """Give each paragraph of a court column as an article; none where its top lines head no column."""
    body = article.text[article.body_start : stop]
    counted = counts_cases(article.title or "", len(OWN_LINE_RE.findall(body)))
    weekly = len(DAY_LABEL_RE.findall(body)) >= FEWEST and any(WEEK_RE.search(line) for line in top)
    if not (counted or weekly) and not any(
        (len(line) <= LONGEST and HEADING_RE.match(line)) or opens_cases(line) for line in top
    ):
        return []
    starts = [found.start() for found in re.finditer(r"^[ \t]*\S", article.text[:stop], re.MULTILINE)]
    bounds = [start for start in starts if start > article.body_start] + [stop]
    bounds = [article.body_start, *bounds]
    items = [
        (start, end) for start, end in pairwise(bounds) if len(article.text[start:end].strip()) >= ITEM_MIN
    ]
    if weekly:
        return [replace(article, title=None, body_start=start, body_end=end) for start, end in items]
    items = _join_told_on(article.text, items)
    aged = [(start, end) for start, end in items if AGE_RE.search(article.text, start, end)]
    if sum(AGED_RE.search(article.text, start, end) is not None for start, end in aged) < FEWEST:
        return []
    if counted and aged and items[0] != aged[0] and MANY_RE.search(article.text, *items[0]):
        del items[0]  # "Judge Lee sentenced four people on Thursday"
    return [replace(article, title=None, body_start=start, body_end=end) for start, end in items]


DAY_LABEL_RE = re.compile(
    r"^[ \t]*(?:Mon|Tues|Wednes|Thurs|Fri)day(?:,\s[A-Z][a-z]{2,8}\.?\s\d{1,2})?\s?[:—–]\s", re.MULTILINE
)
WEEK_RE = re.compile(
    r"\b(?:week\sahead|cases\sto\swatch|coming\sup|(?:this|next)\sweek\sin\s|week\sin\scourt)", re.IGNORECASE
)
"""Heads a list of what the courts have on each day of a week: "Monday: Jury selection begins"."""
MANY_RE = re.compile(
    rf"\b(?:{'|'.join(HOW_MANY)}|\d{{1,2}})\s"
    r"(?:[a-z]+\s)?(?:people|persons|men|women|defendants|residents|others|suspects|offenders)\b",
    re.IGNORECASE,
)


def _join_told_on(text: str, items: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join to an item the paragraph that goes on with whom it named: "A jury convicted Porter in May"."""
    joined: list[tuple[int, int]] = []
    for start, end in items:
        told = AGED_RE.search(text, *joined[-1]) if joined else None
        surname = told[0].split(",")[0].split()[-1] if told else None
        if surname and surname in text[start:end] and AGED_RE.search(text, start, end) is None:
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return joined


BRIEFS_RE = re.compile(
    r"(?:[\w’'&-]+\s){0,3}(?:briefs|in brief|round-?up|news notes|notebook|digest|week in review)(?::\s.*)?",
    re.IGNORECASE,
)
BRIEF_MIN = 60
"""A brief under its headline has so many characters, to a full stop."""


def _split_briefs(article: Article, stop: int, top: list[str]) -> list[Article]:
    """Give each brief of a column as an article, where each has a headline of its own."""
    if not any(BRIEFS_RE.fullmatch(line) for line in top):
        return []
    lines = list(re.finditer(r"^[ \t]*\S.*$", article.text[:stop], re.MULTILINE))
    heads = [
        (head, body)
        for head, body in pairwise(lines)
        if _is_headline(head[0].strip()) and len(body[0]) >= BRIEF_MIN and body.end() > article.body_start
        if body[0].rstrip().endswith((".", "”", '"'))
    ]
    opening = [head.start() for head, _ in heads[:1] if head.start() - article.body_start >= BRIEF_MIN]
    if len(heads) + len(opening) < FEWEST:
        return []
    ends = [head.start() for head, _ in heads[1:]] + [stop]
    first = [replace(article, body_end=end) for end in opening]
    return first + [
        replace(article, title=head[0].strip(), body_start=body.start(), body_end=end)
        for (head, body), end in zip(heads, ends, strict=True)
    ]


def _is_headline(line: str) -> bool:
    return 0 < len(line) <= HEADLINE_MAX and line[-1] not in '.!?:"”’' and not YEAR_END_RE.search(line)


YEAR_END_RE = re.compile(r"\b(?:19|20)\d\d$")
"""Ends the line that prints the day, which is no headline."""


def _headline_above(text: str, start: int) -> tuple[int, str | None]:
    """Give where a brief begins with the headline above it, and that headline if it has one."""
    above = text[:start].rstrip()
    line = above.rfind("\n") + 1
    headline = above[line:].strip()
    return (line, headline) if _is_headline(headline) else (start, None)
