"""The court of a county that several states have, by the state a story is from.

"OCALA, Fla. -- A Marion County jury": of all the Marion Counties it is Florida's. A story without a dateline
is from the state whose judges, juries or people its opening speaks of.
"""

from __future__ import annotations

import re
from functools import cache

from casetrack.extract.court_places import match_county_court, states_of_hint
from casetrack.extract.scan import Scan
from casetrack.lexicon import alternation
from casetrack.lexicon.courts import load_courts
from casetrack.models import Article, CourtRef

OPENING = 3
"""So many sentences tell where a story is from."""
COUNTY = r"(?P<county>(?!(?:An?|The|In|At)\s)(?:[A-Z][\w.’'-]*\s){1,3}?County)"
COUNTY_RE = re.compile(
    rf"\b{COUNTY}(?:[’']s)?\s(?:(?:[Gg]rand\s)?(?:[Jj]ur(?:y|ies|ors?)|[Jj]udges?)|[Cc]ourt(?:room|house|s)?|[Pp]rosecutors?"
    r"|[Pp]rosecuting\s[Aa]ttorney|[Dd]istrict\s[Aa]ttorney|[Ss]tate[’']s\s[Aa]ttorney)\b"
)
IN_COUNTY_RE = re.compile(
    rf"\b(?:judge|jury|jurors|court|courtroom|prosecutors|trial|retrial|indicted|arraigned)\b[^.;,]{{0,40}}?\sin\s{COUNTY}\b"
)


def settle_in_county(
    court: CourtRef | None, article: Article, scan: Scan, *, federal: bool
) -> CourtRef | None:
    """Give the court of a case by its county and the state of the story, where the words settle none.

    Args:
        court: what the words told: nothing, or a court as printed, of an unknown state.
        federal: whether a federal court has the case.
    """
    if federal or (court is not None and (court.id or court.jurisdiction or court.level != "trial")):
        return court
    state = _state_of(article, scan)
    if state is None:
        return court
    if court is not None:
        return match_county_court(court.name, state) or court
    counties = (
        hit["county"]
        for sentence in scan.sentences
        if "county" in sentence.words
        for hit in (COUNTY_RE.search(sentence.text), IN_COUNTY_RE.search(sentence.text))
        if hit
    )
    courts = (match_county_court(county, state) for county in counties)
    return next((found for found in courts if found is not None), None)


def _state_of(article: Article, scan: Scan) -> str | None:
    """Give a name of the one state that a story is from."""
    if article.dateline and len(states_of_hint(article.dateline)) == 1:
        return article.dateline
    opening = " ".join(s.text for s in scan.sentences[:OPENING])
    told = set(_states_re().findall(opening))
    return told.pop() if len(told) == 1 else None


@cache
def _states_re() -> re.Pattern[str]:
    states = alternation(load_courts().state_names.values())
    return re.compile(
        rf"\b(?:An?|The)\s({states})\s(?:state\s)?(?:judge|jury|court|grand\sjury|prosecutors?)\b"
    )
