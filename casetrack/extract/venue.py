"""Choose the court where a case is pending, from the courts, the office and the place an article names."""

from __future__ import annotations

import re
from collections import Counter

from casetrack.extract.court_aliases import home_country
from casetrack.extract.court_places import fold_capitals, states_of_hint
from casetrack.extract.courts import (
    find_court_hints,
    find_courts,
    match_county_court,
    match_place_court,
)
from casetrack.extract.deciders import CAMPUS
from casetrack.extract.drafts import Draft
from casetrack.extract.people import surname_of
from casetrack.extract.phrase_words import PhraseWords
from casetrack.extract.scan import Scan
from casetrack.extract.scene import RulingFind
from casetrack.extract.sentences import Sentence
from casetrack.lexicon import alternation
from casetrack.lexicon.courts import load_courts
from casetrack.models import Article, CourtRef

FEDERAL = (
    *("federal court", "federal judge", "federal jury", "federal prosecutor", "federal prosecutors"),
    *("federal grand jury", "federal magistrate", "U.S. District", "U.S. Attorney", "U.S. judge"),
    *("U.S. Magistrate", "U.S. Bankruptcy", "United States District", "United States Attorney"),
    *("United States Magistrate", "Federal Bureau of Investigation", "Department of Justice"),
    *("FBI", "Justice Department", "special counsel", "federal prison", "federal trial"),
)
FEDERAL_RE = re.compile(rf"\b{alternation((words.lower() for words in FEDERAL), ' ')}\b", re.IGNORECASE)
FEDERAL_CRIME_RE = re.compile(
    r"(?<!face\s)(?<!faces\s)(?<!facing\s)(?<!separate\s)\bfederal\s(?:[\w-]+\s){1,2}(?:charges?|counts?|indictment|trial)\b"
)
FEDERAL_BEGUN = tuple({words.rpartition(" ")[0].lower() for words in FEDERAL if " " in words})
FEDERAL_REACH = 20
"""No beginning of these words is longer."""
FEDERAL_WORDS = PhraseWords((words, words) for words in FEDERAL)
PLACE_RE = re.compile(
    r"\b(?:(?:federal|district) (?:court|judge|jury|courthouse)(?: jury)?|[Aa] judge)"
    r" in ([A-Z][a-z]+(?: [A-Z][a-z]+)?)"
)
TRIAL_JUDGE_RE = re.compile(r"\b(?:District|Superior Court|Circuit Court|County|Trial) (?:Court )?Judge\b")
NEXT_COURT_RE = re.compile(
    r"\b(?:appeal\w*|take|takes|taking|turn|turns|turning|go|goes|ask|asks|asking|petition\w*)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
"""What comes before the court to which a losing side may turn."""


def choose_court(
    article: Article, scan: Scan, draft: Draft, main: bool, seat: CourtRef | None
) -> CourtRef | None:
    """Give the court of a case, else the seat; in what a story calls another case only one that decides."""
    if draft.second:
        courts = (find.decider.court for find in draft.rulings if find.decider)
        return next((court for court in courts if court is not None), None)
    return _told_court(article, scan, draft.kind, draft.rulings, main) or seat


def _told_court(
    article: Article, scan: Scan, kind: str, rulings: list[RulingFind], main: bool
) -> CourtRef | None:
    acting = [r.decider.court for r in rulings if r.decider and r.decider.court and not r.background]
    if kind != "criminal" and acting:
        return acting[0]
    if not main:
        tried = {m.court for group in scan.courts for m in group if m.court.level == "trial"}
        only = next(iter(tried)) if kind == "criminal" and len(tried) == 1 else None
        return acting[0] if acting else only or (_of_office(article) if kind == "criminal" else None)
    counted: Counter[CourtRef] = Counter()
    for number, group in enumerate(scan.courts):
        if not group or (kind == "criminal" and tells_of_suit(scan.sentences[number])):
            continue
        for mention in group:
            before = scan.sentences[number].text[: mention.start - scan.sentences[number].start]
            if not TO_ASK_RE.search(before):
                counted[mention.court] += 3 if number < 4 else 1
    wanted = {"criminal": {"trial"}, "administrative": {"board"}}.get(kind)
    known = (
        [c for c, _ in counted.most_common() if c.level in wanted]
        if wanted
        else [c for c, _ in counted.most_common()]
    )
    if _sits_federally(scan, rulings):
        known = [court for court in known if court.jurisdiction == "us" or court.level != "trial"]
    if _has_trial_judge(scan):
        acts = _acting_courts(scan)
        known = [court for court in known if court.level not in ABOVE or court in acts]
    if known and known[0].level == "appeals" and _is_below(scan):
        trial = [court for court in known if court.level == "trial"]
        return trial[0] if trial else _from_place(article, scan, kind)
    if known:
        return known[0]
    return _of_chancellor(scan, kind) or _from_place(article, scan, kind) or (acting[0] if acting else None)


TO_ASK_RE = re.compile(
    r"\b(?:will|would|may|could|plans?|intends?|vowed)\s(?:to\s)?(?:ask|petition|appeal\sto|urge|go\sto|turn\sto)\s(?:the\s)?\Z"
)
"""Before a court that has not been asked yet."""


FEDERAL_JUDGE_RE = re.compile(
    r"\b(?:U\.?S\.?\s(?:District|Magistrate|Bankruptcy)|[Ff]ederal)\s(?:\w+\s)?[Jj]udge\b"
)
"""One whose case no court of a state has."""


def _sits_federally(scan: Scan, rulings: list[RulingFind]) -> bool:
    """Tell whether a U.S. judge decides the case, by the words of a decision or the title given elsewhere."""
    fresh = [r for r in rulings if not r.background]
    if any(FEDERAL_JUDGE_RE.search(r.sentence.text) for r in fresh):
        return True
    deciding = {surname_of(judge) for r in fresh if r.decider for judge in r.decider.judges}
    titled = {surname_of(m.text) for m in scan.roster.full if FEDERAL_JUDGE_RE.search(m.title or "")}
    return not deciding.isdisjoint(titled)


def _of_chancellor(scan: Scan, kind: str) -> CourtRef | None:
    """Give Delaware's Court of Chancery for a story of that state in which a vice chancellor sits."""
    seated = kind == "civil" and (
        any(m.title == "Vice Chancellor" for m in scan.roster.full)
        or any(
            "chancellor" in s.words and "vice chancellor" in s.text and CAMPUS.isdisjoint(s.words)
            for s in scan.sentences
        )
    )
    told = seated and any("Delaware" in s.text for s in scan.sentences)
    return load_courts().forms["court of chancery", "de"] if told else None


def _has_trial_judge(scan: Scan) -> bool:
    return any(" Judge" in s.text and TRIAL_JUDGE_RE.search(s.text) for s in scan.sentences)


ABOVE = frozenset({"appeals", "supreme"})


def _acting_courts(scan: Scan) -> set[CourtRef]:
    """Give the courts that decide or sit: others are named for their precedents, or where a side may turn."""
    deciding = {r.decider.court for r in scan.rulings if r.decider and r.decider.court}
    starts = {hearing.sentence.start for hearing in scan.hearings}
    sitting = {
        mention.court
        for sentence, group in zip(scan.sentences, scan.courts, strict=True)
        if sentence.start in starts
        for mention in group
    }
    return deciding | sitting


def _is_below(scan: Scan) -> bool:
    """Tell whether a trial judge has the case, and a court of appeals is only where it may go next."""
    trial = _has_trial_judge(scan)
    above = [
        sentence.text[: mention.start - sentence.start]
        for sentence, group in zip(scan.sentences, scan.courts, strict=True)
        for mention in group
        if mention.court.level == "appeals"
    ]
    return trial and all(NEXT_COURT_RE.search(before) for before in above)


def is_federal(scan: Scan, *, crime: bool) -> bool:
    """Tell whether the article speaks of federal authorities; of a crime not where it speaks of a suit."""
    return any(_tells_of_federal(s, crime) and not (crime and tells_of_suit(s)) for s in scan.sentences)


def _tells_of_federal(sentence: Sentence, crime: bool) -> bool:
    if FEDERAL_WORDS.may_stand(sentence.words) and FEDERAL_RE.search(sentence.text):
        return True
    return crime and "federal" in sentence.words and FEDERAL_CRIME_RE.search(sentence.text) is not None


def tells_of_suit(sentence: Sentence) -> bool:
    """Tell a sentence about a suit, whose court is not that of a crime the story is about."""
    return not SUIT.isdisjoint(sentence.words) and CRIME.isdisjoint(sentence.words)


SUIT = frozenset({"suit", "lawsuit", "lawsuits", "suits", "sued", "suing"})
CRIME = frozenset({"charged", "indicted", "indictment", "convicted", "sentenced", "pleaded", "arraigned"})


ALONE = frozenset([
    "Atlanta", "Baltimore", "Boston", "Chicago", "Cincinnati", "Cleveland", "Dallas", "Denver", "Detroit",
    "Honolulu", "Houston", "Indianapolis", "Las Vegas", "Los Angeles", "Miami", "Milwaukee", "Minneapolis",
    "New Orleans", "New York", "Oklahoma City", "Philadelphia", "Phoenix", "Pittsburgh", "St. Louis",
    "Salt Lake City", "San Antonio", "San Diego", "San Francisco", "Seattle",
])  # fmt: skip
"""Cities whose datelines need no state (AP Stylebook)."""


def home_of(article: Article, scan: Scan, federal: bool) -> str | None:
    """Give the jurisdiction a story is from: "us" where it tells of federal authorities, else its dateline's.

    Another country's code, a state's, or None.

    Args:
        federal: whether it does, see `is_federal`.
    """
    written_in = home_country(article.dateline, ())
    if written_in is None and federal:
        return "us"
    country = written_in or home_country(article.dateline, scan.sentences)
    town, comma, _ = (article.dateline or "").partition(",")
    if country or not (comma or fold_capitals(town.strip()) in ALONE):
        return country
    states = states_of_hint(article.dateline)
    return next(iter(states)) if len(states) == 1 else None


STATE_JUDGE_RE = re.compile(
    r"\b(?:County|Superior Court|Circuit Court|Criminal Court|Common Pleas|State District)"
    r" (?:\w+ )?(?:Court )?Judge\b"
)
FEDERAL_BENCH_RE = re.compile(r"\b(?:U\.S\.|[Ff]ederal|United States)\s")


def is_before_state(draft: Draft) -> bool:
    """Tell a case that a state's judge decides in, where the story speaks of federal courts elsewhere."""
    texts = [find.sentence.text for find in draft.rulings] + [find.sentence.text for find in draft.hearings]
    return any(STATE_JUDGE_RE.search(text) and not FEDERAL_BENCH_RE.search(text) for text in texts)


def _is_federal_across(scan: Scan) -> bool:
    """Tell the same of words of which a sentence has the first and the next the rest, as after "U.S."."""
    begun = any(s.text[-FEDERAL_REACH:].lower().endswith(FEDERAL_BEGUN) for s in scan.sentences[:-1])
    return begun and FEDERAL_RE.search(" ".join(s.text for s in scan.sentences)) is not None


OFFICE_RE = re.compile(r"(?:District|State|County|Commonwealth)[’']?s? Attorney|Prosecut")
HEADING = 1_500
"""So many characters open a page, with the name of the office whose it is."""


def _of_office(article: Article) -> CourtRef | None:
    """Give the court in which the office prosecutes whose release an article is."""
    source = article.source or ""
    if OFFICE_RE.search(source):
        return match_county_court(source, article.dateline)
    office, _, district = source.partition(", ")
    if office == "U.S. Attorney's Office" and district:
        return next((m.court for m in find_courts(f"U.S. District Court for the {district}", 0)), None)
    if source.startswith(("U.S. Attorney", "U.S. Department of Justice")):
        lines = article.text[:HEADING].split("\n")
        told = {hint.court for line in lines for hint in find_court_hints(line, 0) if hint.kind == "office"}
        return told.pop() if len(told) == 1 else None
    return None


def _from_place(article: Article, scan: Scan, kind: str) -> CourtRef | None:
    office = _of_office(article)
    if office is not None or OFFICE_RE.search(article.source or ""):
        return office
    if is_federal(scan, crime=kind == "criminal") or _is_federal_across(scan):
        place = PLACE_RE.search(" ".join(s.text for s in scan.sentences[:6]))
        named = match_place_court(place.group(1)) if place else None
        return named or (match_place_court(article.dateline) if article.dateline else None)
    return None
