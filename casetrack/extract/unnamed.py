"""A charge or a trial over what was done to somebody, where the accused are told by office or not at all.

"Two former officers were charged with the death of Kay Tran" is a case, known by her. Looked at only when an
article shows no party and no decision: a killing that nobody is charged with is none. What an office of
prosecution itself gives out of its news conference on a killing is about the prosecution.
"""

from __future__ import annotations

import re
from functools import cache

from casetrack.extract.drafts import Draft
from casetrack.extract.scan import Scan
from casetrack.extract.victims import find_victims
from casetrack.lexicon import alternation, load_table
from casetrack.models import Article

INQUEST_RE = re.compile(r"\b[Ii]nquest\b")
DEATH_OF_RE = re.compile(r"\binto\sthe\sdeath\sof\s(?:[\w-]+\s){0,5}$")
LEDE = 5
"""The charge is told within so many sentences."""
YEAR_RE = re.compile(r"\b(?:1[89]|20)\d\d\b")


@cache
def _words_re(key: str) -> re.Pattern[str]:
    return re.compile(rf"\b{alternation(load_table('unnamed')['words'][key])}\b", re.IGNORECASE)


def victim_draft(scan: Scan, article: Article) -> list[Draft]:
    """Give the criminal case over what was done to the first person an article so tells of, or none."""
    if not scan.chunks or any(_words_re("nobody").search(sentence.text) for sentence in scan.sentences):
        return []
    told = ("charged", "announced") if _words_re("offices").search(article.source or "") else ("charged",)
    for number, sentence in enumerate(scan.sentences):
        if number > LEDE:
            break
        if sentence.kind == "title" or not any(_words_re(key).search(sentence.text) for key in told):
            continue
        if article.published and any(year < article.published[:4] for year in YEAR_RE.findall(sentence.text)):
            continue  # a case of long ago, told again
        victims = find_victims(scan, [number], ())
        if victims:
            return [Draft("criminal", first=number, weight=1.0, victim=victims[0])]
    return []


def inquest_draft(scan: Scan) -> list[Draft]:
    """Give the inquest that a story's opening tells of, known by who died; no side stands in it."""
    opening = [n for n, s in enumerate(scan.sentences) if s.kind != "title"][: LEDE + 1]
    told = next((n for n, s in enumerate(scan.sentences[:LEDE]) if INQUEST_RE.search(s.text)), None)
    if told is None or not any("coroner" in sentence.text.lower() for sentence in scan.sentences):
        return []
    for number in opening:
        sentence = scan.sentences[number]
        for name in scan.names[number]:
            before = sentence.text[: name.start - sentence.start]
            if name.kind == "person" and (name.age is not None or DEATH_OF_RE.search(before)):
                return [Draft("other", first=told, weight=2.0, victim=scan.roster.resolve(name))]
    return []
