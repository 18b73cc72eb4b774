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
from casetrack.extract.word_sets import small_letters
from casetrack.lexicon import alternation, load_table
from casetrack.models import Article

LEDE = 8
"""A decision without a date counts as news within so many sentences."""
OPENING = 2
"""So many sentences open a story."""
BLURB = 800
"""What says who wrote it stands within so many characters from the end."""
TOLD_AT_LENGTH = 2
"""So many decisions of these days make news of a story told by "I", wherever it tells them."""
OBITUARY_RE = re.compile(
    r"\b(?:dies|dead|died)(?:,)? at \d{2,3}\b|^Obituary\b|, \d{2,3}, dies\b", re.IGNORECASE
)
RECENT_DAYS = 150
FRESH_DAYS = 14
PARTY_WEIGHT = 1.2
NUMERAL_BEFORE_RE = re.compile(
    r"(?:War|Part|Title|Class|Phase|Type|Count|Article|Section|Chapter|Elizabeth|Henry|Charles|Division)\s$"
)
FIRST_PERSON_RE = re.compile(r"\b(?:I(?=[’']|\s[a-z])|[Mm]e\b|[Mm]y(?=\s)|[Mm]yself\b)")
TOGETHER_RE = re.compile(r"\b(?:[Ww]e|[Uu]s|[Oo]urs?|[Yy]ou|[Yy]ours?|[Ll]et[’']s)\b(?!\.)")
FIRST_PERSON = frozenset({"i", "me", "my", "myself"})
OWN_WORDS = FIRST_PERSON | {"we", "us", "our", "ours", "you", "your", "yours", "let"}
"""The words of the two patterns above, one of which a sentence has that either matches."""
QUESTION_RE = re.compile(r"\?\s*$")
SUPPOSING_RE = re.compile(r"^(?:Suppose|Imagine|Consider|Ask yourself|Let us|Let’s|Let's)\b")


def is_court_news(article: Article, scan: Scan) -> bool:
    """Tell whether cases may be read from the article."""
    named = any(find.decider and find.decider.court for find in scan.rulings)
    if not named and not speaks_of_courts(scan.sentences):
        return False
    if is_commentary(article, scan.sentences):
        rulings = [find for find in scan.rulings if _is_fresh_ruling(find, article.published)]
        if not _is_labelled(article):
            rulings += [find for find in scan.rulings if _opens_with_news(find, scan)]
        hearings = [find for find in scan.hearings if _is_fresh_hearing(find, article.published)]
        fresh = [find.sentence for find in rulings] + [find.sentence for find in hearings]
        leads = any(_number_of(sentence, scan) < LEDE for sentence in fresh)
        if hearings and not leads:  # an explainer of "Acme v. Lee, which the court is to hear Monday"
            leads = any(number < LEDE for number, _, _ in printed_captions(scan.sentences))
        return leads or len(rulings) >= TOLD_AT_LENGTH
    return _tells_something(article, scan)


def speaks_of_courts(sentences: Sequence[Sentence]) -> bool:
    """Tell whether the text is about courts: by their own words, weighed against those of other worlds.

    One word that only courts have is enough, unless the words of another world outnumber it; words
    that others have too ("judges", "jury") need each other.
    """
    text = " ".join([s.text for s in sentences])
    if _opens_with_courts(text):
        return True
    text = _words_re("idiom", "phrases").sub(" ", text)
    strong = _distinct("strong", text)
    if strong >= 2:
        return True
    return 6 * strong + 2 * _distinct("weak", text) > _distinct("elsewhere", text)


def _opens_with_courts(text: str) -> bool:
    """Tell whether two strong words stand before any idiom, so that no more need be read."""
    hits: set[str] = set()
    for hit in _words_re("strong", "words").finditer(text):
        hits.add(_singular(hit.group()))
        if len(hits) == 2:
            reach = _idiom_after_re().match(text, hit.end())
            return _words_re("idiom", "phrases").search(text, 0, reach.end() if reach else len(text)) is None
    return False


@cache
def _idiom_after_re() -> re.Pattern[str]:
    """Match as much as an idiom that begins before a place may take of what follows."""
    most = max(len(phrase.split()) for phrase in load_table("newsworthy")["idiom"]["phrases"])
    return re.compile(rf"(?:\S*\s+){{0,{most}}}\S*")


SERVICE_RE = re.compile(
    r"\b(?:our (?:series|newsletters?|coverage|newsroom|reporting|reporters?|list|website|work|questions?"
    r"|calls?|requests?)|(?:[Tt]ell|[Ee]mail|[Cc]ontact|[Cc]all|[Jj]oin|[Ff]ollow|[Rr]each|[Ss]upport|[Hh]elp|tells|told"
    r"|texted) us)\b"
)
"""What an outlet says of itself to its readers is no opinion."""


def is_commentary(article: Article, sentences: Sequence[Sentence]) -> bool:
    """Tell whether a person gives an opinion: labelled so, or one who argues outside of quotes.

    Who says "I" counts most, "we" and "you" half as much; questions count where one of them stands.
    """
    if _is_labelled(article):
        return True
    told = [s for s in sentences if s.kind != "title"]
    speaking = [s for s in told if not OWN_WORDS.isdisjoint(s.words)]
    if not speaking or (len(speaking) == 1 and FIRST_PERSON.isdisjoint(speaking[0].words)):
        return False
    masked = mask_quotes(article.text, article.body_start)
    shown = [text for s in speaking if not SERVICE_RE.search(text := masked[s.start : s.end])]
    own = sum(map(_says_i, shown)) + 0.5 * sum(1 for text in shown if TOGETHER_RE.search(text))
    if own < 1 or own >= 2.5:
        return own >= 2.5
    shown = [masked[s.start : s.end] for s in told]
    asks = sum(1 for text in shown if QUESTION_RE.search(text) or SUPPOSING_RE.match(text.lstrip()))
    return own + 0.5 * asks >= 2


def _is_labelled(article: Article) -> bool:
    if _opening_label_re().match(article.title or "") or OBITUARY_RE.search(article.title or ""):
        return True
    head = [line.strip() for line in article.text[: article.body_start].splitlines() if line.strip()]
    if len(head) <= LEDE and any(_label_re().fullmatch(line) for line in head):
        return True
    foot = article.text[-BLURB:]
    small = small_letters(foot)
    return (
        any(word in small for word in _blurb_words())
        and _words_re("opinion_blurb", "phrases").search(foot) is not None
    )


@cache
def _blurb_words() -> frozenset[str]:
    """Give the longest word of each blurb, one of which a text with a blurb holds."""
    phrases = load_table("newsworthy")["opinion_blurb"]["phrases"]
    return frozenset(max(phrase.lower().split(), key=len) for phrase in phrases)


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
    if printed_captions(scan.sentences) or introduced_draft(scan) or victim_draft(scan, article):
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


WEEKDAY_RE = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
"""What tells a decision of these days in an article without a date."""


PERFECT_RE = re.compile(r"\b(?:judge|court|justices|jury|panel)\s(?:has|have)\s(?:\w+ly\s)?$", re.IGNORECASE)
""" "A federal judge has ruled": news of these days, whatever day it was."""


def _is_fresh_ruling(find: RulingFind, published: str | None) -> bool:
    """Tell a decision of these days: one with its day, and who decided."""
    days = WEEKDAY_RE.search(find.sentence.text) if published is None else find.date and len(find.date) == 10
    return (
        not find.background
        and bool(days)
        and (find.date is None or _within(find.date, published, FRESH_DAYS))
        and (find.decider is not None or find.value in {"convicted", "acquitted", "sentenced"})
    )


def _opens_with_news(find: RulingFind, scan: Scan) -> bool:
    """Tell "A federal judge has ruled" at the opening of a story, which tells no day."""
    told = find.sentence.text[: find.at - find.sentence.start]
    opening = (
        find.date is None and find.sentence.kind != "title" and _number_of(find.sentence, scan) < OPENING
    )
    return opening and not find.background and PERFECT_RE.search(told) is not None


def _is_fresh_hearing(find: HearingFind, published: str | None) -> bool:
    return len(find.date) == 10 and _within(find.date, published, FRESH_DAYS)


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
    return len({_singular(hit.group()) for hit in _words_re(group, "words").finditer(text)})


def _singular(words: str) -> str:
    return " ".join(words.lower().split()).removesuffix("s")
