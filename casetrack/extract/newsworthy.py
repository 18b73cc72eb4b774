"""Tell whether an article is court news at all: what no court did is no case, however it is told.

Three questions, each of which can end the matter. Does it speak of courts, or only borrow their
words ("sentenced to two minutes for hooking")? Does a person argue, without telling anything a court
did these days? And is anything in it recent: a decision, a session, a charge, a suit? Judges
the article as a whole from its sentences and the facts read in them; it reads no facts itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from functools import cache

from casetrack.extract.captions import printed_captions
from casetrack.extract.date_math import parse_day
from casetrack.extract.hearings import HearingFind
from casetrack.extract.introduced import introduced_draft
from casetrack.extract.quotes import mask_quotes
from casetrack.extract.scan import Scan
from casetrack.extract.scene import RulingFind
from casetrack.extract.sentences import Sentence
from casetrack.extract.unnamed import victim_draft
from casetrack.lexicon import alternation, load_table
from casetrack.models import Article

LEDE = 8
"""A decision without a date counts as news within so many sentences."""
RECENT_DAYS = 150
FRESH_DAYS = 14
PARTY_WEIGHT = 1.2
NUMERAL_BEFORE_RE = re.compile(
    r"(?:War|Part|Title|Class|Phase|Type|Count|Article|Section|Chapter|Elizabeth|Henry|Charles|Division)\s$"
)
FIRST_PERSON_RE = re.compile(r"\b(?:I(?=[’']|\s[a-z])|[Mm]e\b|[Mm]y(?=\s)|[Mm]yself\b)")
TOGETHER_RE = re.compile(r"\b(?:[Ww]e|[Uu]s|[Oo]urs?|[Yy]ou|[Yy]ours?|[Ll]et[’']s)\b(?!\.)")
QUESTION_RE = re.compile(r"\?\s*$")
SUPPOSING_RE = re.compile(r"^(?:Suppose|Imagine|Consider|Ask yourself|Let us|Let’s|Let's)\b")


def is_court_news(article: Article, scan: Scan) -> bool:
    """Tell whether cases may be read from the article."""
    named = any(find.decider and find.decider.court for find in scan.rulings)
    if not named and not speaks_of_courts(scan.sentences):
        return False
    if is_commentary(article, scan.sentences):
        return any(_is_fresh_ruling(find, scan, article.published) for find in scan.rulings) or any(
            _is_fresh_hearing(find, scan, article.published) for find in scan.hearings
        )
    return _tells_something(article, scan)


def speaks_of_courts(sentences: Sequence[Sentence]) -> bool:
    """Tell whether the text is about courts: by their own words, weighed against those of other worlds.

    One word that only courts have is enough, unless the words of another world outnumber it; words
    that others have too ("judges", "jury") need each other.
    """
    text = _words_re("idiom", "phrases").sub(" ", " ".join(s.text for s in sentences))
    strong = _distinct("strong", text)
    if strong >= 2:
        return True
    return 6 * strong + 2 * _distinct("weak", text) > _distinct("elsewhere", text)


def is_commentary(article: Article, sentences: Sequence[Sentence]) -> bool:
    """Tell whether a person gives an opinion: labelled so, or one who argues outside of quotes.

    Who says "I" counts most, "we" and "you" half as much; questions count where one of them stands.
    """
    if _is_labelled(article):
        return True
    masked = mask_quotes(article.text, article.body_start)
    told = [masked[s.start : s.end] for s in sentences if s.kind != "title"]
    own = sum(map(_says_i, told)) + 0.5 * sum(1 for text in told if TOGETHER_RE.search(text))
    asks = sum(1 for text in told if QUESTION_RE.search(text) or SUPPOSING_RE.match(text.lstrip()))
    return own >= 2.5 or (own >= 1 and own + 0.5 * asks >= 2)


def _is_labelled(article: Article) -> bool:
    if _opening_label_re().match(article.title or ""):
        return True
    head = [line.strip() for line in article.text[: article.body_start].splitlines() if line.strip()]
    if len(head) <= LEDE and any(_label_re().fullmatch(line) for line in head):
        return True
    return _words_re("opinion_blurb", "phrases").search(article.text[-800:]) is not None


@cache
def _label_re() -> re.Pattern[str]:
    return re.compile(alternation(load_table("newsworthy")["opinion_label"]["words"]), re.IGNORECASE)


@cache
def _opening_label_re() -> re.Pattern[str]:
    """Match a label set before a headline: "Opinion: ..."."""
    return re.compile(rf"{_label_re().pattern}\s?(?:[:|]|\s[-–—]\s)", re.IGNORECASE)


def _says_i(text: str) -> bool:
    return any(
        not NUMERAL_BEFORE_RE.search(text[max(0, hit.start() - 12) : hit.start()])
        for hit in FIRST_PERSON_RE.finditer(text)
    )


def _tells_something(article: Article, scan: Scan) -> bool:
    """Tell whether a court, a prosecutor or a side did something of late; without a day, whether at all."""
    if any(find.criminal or find.weight >= PARTY_WEIGHT for find in scan.parties):
        return True
    published = article.published
    if printed_captions(scan.sentences) or introduced_draft(scan) or victim_draft(scan, published):
        return True
    return any(_is_recent_ruling(find, scan, published) for find in scan.rulings) or any(
        _within(find.date, published, RECENT_DAYS) for find in scan.hearings
    )


def _is_recent_ruling(find: RulingFind, scan: Scan, published: str | None) -> bool:
    if find.background:
        return False
    if find.date is None:
        return _number_of(find.sentence, scan) < LEDE
    return _within(find.date, published, RECENT_DAYS)


def _is_fresh_ruling(find: RulingFind, scan: Scan, published: str | None) -> bool:
    """Tell a decision of these days that leads the story: one with its day, and who decided."""
    return (
        not find.background
        and find.date is not None
        and len(find.date) == 10
        and _within(find.date, published, FRESH_DAYS)
        and (find.decider is not None or find.value in {"convicted", "acquitted", "sentenced"})
        and _number_of(find.sentence, scan) < LEDE
    )


def _is_fresh_hearing(find: HearingFind, scan: Scan, published: str | None) -> bool:
    return (
        len(find.date) == 10
        and _within(find.date, published, FRESH_DAYS)
        and _number_of(find.sentence, scan) < LEDE
    )


def _within(iso: str, published: str | None, days: int) -> bool:
    """Tell whether a date lies less than so many days before publication, or after it."""
    day = parse_day(published)
    if day is None:
        return True
    edge = (day - timedelta(days=days)).isoformat()
    return iso >= edge[: len(iso)]


def _number_of(sentence: Sentence, scan: Scan) -> int:
    return next(number for number, other in enumerate(scan.sentences) if other.start == sentence.start)


@cache
def _words_re(group: str, key: str) -> re.Pattern[str]:
    words = alternation(load_table("newsworthy")[group][key])
    return re.compile(rf"(?<![\w-]){words}(?!\w)", re.IGNORECASE)


def _distinct(group: str, text: str) -> int:
    """Count the different words of a group, a plural and its singular as one."""
    hits = {" ".join(hit.group().lower().split()) for hit in _words_re(group, "words").finditer(text)}
    return len({hit.removesuffix("s") for hit in hits})
