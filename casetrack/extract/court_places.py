"""Read the places by which news names a court, and match a place to the one court it settles.

"Brooklyn federal court", "in Alexandria, Virginia", "Orange County": a place is a town, a county or a
state. Nothing here looks for courts in text; a place that several courts could claim matches none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from casetrack.lexicon import alternation
from casetrack.lexicon.courts import ORDINALS, CountyTable, load_counties, load_courts
from casetrack.models import CourtRef

TOKEN = r"[A-Z][\w.'-]*"
PLACE_RE = re.compile(
    rf"(?:the |downtown |nearby |suburban |the city of |the state of |the County of )*"
    rf"(?P<words>{TOKEN}(?: (?:{TOKEN}|of|d'\w+)){{0,4}}(?:,? \(?{TOKEN}(?: {TOKEN}){{0,2}}\)?)?)"
)
STATE_AFTER_RE = re.compile(r" [Ss]tate\b(?! (?:Supreme|Superior|Court))")
UNIT_RE = re.compile(r"(?P<name>.+) (?P<unit>County|Parish)$|(?:the )?County of (?P<of>.+)$")
SUFFIX_RE = re.compile(r"(?:-based|-area|'s|(?<=s)'|,)+$")
ORDINAL = rf"(?:\d{{1,3}}(?:st|nd|rd|th)|{'|'.join(ORDINALS)})"
US_LEFT_RE = re.compile(r"(?:\bU\.S\.?|\bUS|United States|USA|America's|[Ff]ederal) $")
OF_RE = re.compile(r",? (?:of|in|for|in and for) (?:the )?(?:(?:[Ss]tate|Commonwealth|City) of )?")
COUNTY_AFTER_RE = re.compile(
    r"(?:,? (?:[A-Z]\w+ (?:Term|Division|Part), )?)(?:(?:in|of|for|in and for) )?(?:the )?(?=[A-Z])"
)
NOT_PLACE_WORDS = frozenset(
    [
        *(
            "A",
            "An",
            "The",
            "In",
            "At",
            "On",
            "By",
            "To",
            "For",
            "From",
            "Of",
            "And",
            "But",
            "Or",
            "As",
            "If",
        ),
        *("When", "While", "After", "Before", "Judge", "Justice", "Former", "Court"),
    ]
)
BREAKS = ';:!?—"”)'
BEFORE_WORDS = 6
BEFORE_CHARS = 64


@dataclass(frozen=True, slots=True)
class Place:
    """A place: `kind` is town, county or state; `state` its postal code where the words give one."""

    name: str
    kind: str
    state: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """Words of a sentence, `[start, end)`, and their court; `kind` is as in `CourtMention`."""

    start: int
    end: int
    court: CourtRef
    kind: str = "named"


def parse_place(words: str) -> Place | None:
    """Parse words that are a place and nothing else: "Santa Ana, Calif.", "Orange County", "Hawaii"."""
    words = SUFFIX_RE.sub("", words.strip().replace(" (", ", ").rstrip(")"))
    head, comma, tail = words.partition(", ")
    if not comma:
        return _parse_simple(words)
    state = load_courts().tails.get(tail) or load_courts().tails.get(tail.rstrip("."))
    if state is None:
        return None
    inner = _parse_simple(head)
    if inner and inner.kind == "county":
        return Place(inner.name, "county", state)
    head = head.removeprefix("the ")
    if inner and inner.kind == "state" and head != "New York":
        return None
    return Place(head, "town", state) if _is_name(head) and " and " not in head else None


def _parse_simple(words: str) -> Place | None:
    table = load_courts()
    words = words.removeprefix("the ")
    unit = UNIT_RE.match(words)
    if unit:
        return Place(unit["name"] or unit["of"], "county")
    if words in table.seats or words in table.bare_seats or words in table.circuit_towns:
        is_state = words in table.states and words != "Washington"
        return Place(words, "state", table.states[words]) if is_state else Place(words, "town")
    named_state = words.removeprefix("state of ").removesuffix(" state").removesuffix(" State")
    state = table.states.get(named_state)
    return Place(named_state, "state", state) if state else None


def read_place(text: str, pos: int, extra: frozenset[str] = frozenset()) -> tuple[Place, int] | None:
    """Read the place that starts at `pos`, the longest that makes sense; `extra` are more towns to know.

    Returns:
        The place and where it ends.
    """
    found = PLACE_RE.match(text, pos)
    if not found:
        return None
    start, words = found.start("words"), found["words"]
    for end in _token_ends(words):
        chunk = words[:end].rstrip(",;:")
        place = parse_place(chunk) or parse_place(chunk.rstrip("."))
        if place is None and chunk.rstrip(".") in extra:
            place = Place(chunk.rstrip("."), "town")
        if place:
            return _with_state_word(text, place, start + _trim(chunk))
    return None


def _token_ends(words: str) -> list[int]:
    return [len(words), *reversed([m.start() for m in re.finditer(r"[ ]", words)])]


def _trim(chunk: str) -> int:
    """Leave a sentence's full stop outside, but not the one of "Va."."""
    bare = chunk.rstrip(".")
    abbreviated = parse_place(chunk) and bare != chunk and re.search(r"\.\w|[, ]\(?[A-Z][a-z]{1,4}\.$", chunk)
    return len(chunk if abbreviated or bare == chunk else bare) - (2 if chunk.endswith("'s") else 0)


def _with_state_word(text: str, place: Place, end: int) -> tuple[Place, int]:
    """ "Washington state" is the state, though Washington alone is the town."""
    after = STATE_AFTER_RE.match(text, end)
    state = load_courts().states.get(place.name)
    if after and state and place.kind == "town":
        return Place(place.name, "state", state), after.end()
    return place, end


def place_before(text: str, end: int, extra: frozenset[str] = frozenset()) -> tuple[Place, int, str] | None:
    """Read the place whose last word stands right before `end`.

    Returns:
        The place, where it starts, and its words as printed ("Seattle-based", "Ohio's").
    """
    low = max(0, end - BEFORE_CHARS)
    tokens = [m for m in re.finditer(r"\S+", text[low:end]) if m.start() or low == 0 or text[low - 1] == " "]
    if not tokens or text[end - 1 : end] not in (" ", "-"):
        return None
    unknown: tuple[Place, int, str] | None = None
    last_break = max((i + 1 for i, token in enumerate(tokens) if token[0][-1] in BREAKS), default=0)
    for token in tokens[max(last_break, len(tokens) - BEFORE_WORDS) :]:
        words = text[low + token.start() : end].rstrip()
        if not words[:1].isupper() or words.partition(" ")[0] in NOT_PLACE_WORDS:
            continue
        place = parse_place(words.lstrip("("))
        bare = SUFFIX_RE.sub("", words)
        if place is None and bare in extra:
            place = Place(bare, "town")
        if place is None or (place.kind == "county" and not _is_name(place.name)):
            continue
        found = place, low + token.start(), words
        if place.kind != "county" or place.name in load_counties().counties:
            return found
        if " of " not in place.name:  # "Judge Ann Lee of Harbor County"
            unknown = unknown or found
    return unknown


def _is_name(name: str) -> bool:
    """Tell "Contra Costa" from "He was charged in Orange"."""
    words = name.split()
    return all(word[0].isupper() or word in ("of", "and", "del") for word in words) and "County" not in words


def district_of(place: Place) -> CourtRef | None:
    """Match the federal district court that a place settles."""
    table = load_courts()
    if place.kind == "state":
        return table.find_district(None, place.state)
    if place.kind == "town":
        return table.find_district(place.name, place.state)
    towns = [t for t, rows in load_counties().towns.items() if (place.name, place.state) in rows]
    courts = {table.find_district(town, place.state) for town in towns if town in table.seats}
    return courts.pop() if len(courts) == 1 else table.find_district(None, place.state)


def circuit_of(place: Place) -> CourtRef | None:
    """Match the federal court of appeals that sits in a place."""
    table = load_courts()
    if place.kind == "county":
        return None
    return table.find_circuit(None if place.kind == "state" else place.name, place.state)


def match_place_court(place: str, level: str = "federal") -> CourtRef | None:
    """Match a dateline or town to the one federal court that sits there.

    "BROOKLYN, N.Y." is the Eastern District of New York; "NEW YORK", which two districts share, is
    none; "WASHINGTON" is the district of the capital, though much news is written there.

    Args:
        place: a dateline, a town, a state.
        level: "federal" or "trial" for the district court, "appeals" for the court of appeals.
    """
    parsed = parse_place(fold_capitals(place.strip().rstrip(":-–— ")))
    if parsed is None:
        return None
    return circuit_of(parsed) if level == "appeals" else district_of(parsed)


def fold_capitals(words: str) -> str:
    """Write words in capitals as names are written, keeping the length: "SANTA ANA" is "Santa Ana"."""
    return re.sub(r"(?<![\w.'])[A-Z]{3,}(?:'S\b)?", lambda m: m[0].capitalize(), words)


@cache
def _office_re() -> re.Pattern[str]:
    titles = alternation(load_counties().offices)
    return re.compile(
        rf"(?:'s)? ?\b(?P<title>{titles})(?:'s)?(?: Office)?\b.*$|(?:'s)? (?:DA|D\.A\.)(?:'s)?\b.*$"
    )


@cache
def _trial_words_re() -> re.Pattern[str]:
    return re.compile(rf" ({alternation(load_courts().trial_words)})$")


def match_county_court(place: str, hint: str | None = None) -> CourtRef | None:
    """Match a county, or a prosecutor's office named for a county or city, to the felony court there.

    "Brooklyn District Attorney" is the Supreme Court of New York, Kings County. "Orange County District
    Attorney" alone is none, for several states have one; with the hint "SANTA ANA" or "Calif." it is
    the Superior Court of California, County of Orange.

    Args:
        place: the words of the county, of the office, or a court's name as printed ("Essex County
            Superior Court").
        hint: a state, a state's abbreviation, or a town with or without its state.
    """
    folded = fold_capitals(place.strip().removeprefix("the ").removeprefix("The ").replace("’", "'"))
    office, court = _office_re().search(folded), _trial_words_re().search(folded)
    allowed: Sequence[str] | None = None
    if court:
        return settle_court(folded[: court.start()], court[1].lower(), states_of_hint(hint))
    if office:
        folded, title = folded[: office.start()], office["title"] or "District Attorney"
        allowed = load_counties().offices[title]
    return settle_county(folded, allowed, states_of_hint(hint))


def states_of_hint(hint: str | None) -> frozenset[str]:
    """Read the states a hint leaves possible; empty when it says nothing."""
    if not hint:
        return frozenset()
    table = load_courts()
    words = fold_capitals(hint.strip())
    state = table.tails.get(words) or table.tails.get(words.upper())
    place = None if state else parse_place(words)
    if place and place.state:
        state = place.state
    if state:
        return frozenset({state})
    bare = place.name if place else words
    courts = (*table.seats.get(bare, ()), *filter(None, [table.bare_seats.get(bare)]))
    known = {(court.id or "")[:2] for court in courts} | {s for _, s in load_counties().towns.get(bare, ())}
    return frozenset(known)


def settle_county(words: str, allowed: Sequence[str] | None, hints: frozenset[str]) -> CourtRef | None:
    """Match a county's felony court when the county's name, the states allowed and the hints leave one."""
    table = load_counties()
    candidates = county_candidates(words, table)
    if allowed is not None:
        candidates = [(county, state) for county, state in candidates if state in allowed]
    return settle_candidates(candidates, hints)


def settle_candidates(candidates: list[tuple[str, str]], hints: frozenset[str]) -> CourtRef | None:
    """Match the felony court of the one (county, state) left, or of the one that news means."""
    table = load_counties()
    if hints:
        candidates = [pair for pair in candidates if pair[1] in hints]
    else:
        candidates = [pair for pair in candidates if pair[1] in table.common.get(pair[0], (pair[1],))]
    if len(candidates) > 1:
        candidates = [pair for pair in candidates if table.dominant.get(pair[0]) == pair[1]]
    return table.felony_court(*candidates[0]) if len(candidates) == 1 else None


def county_candidates(words: str, table: CountyTable) -> list[tuple[str, str]]:
    """List every (county, state) that the words may mean: "Orange County", "Brooklyn", "Miami-Dade"."""
    words = words.strip().rstrip(",")
    head, _, tail = words.partition(", ")
    state = load_courts().tails.get(tail)
    unit = UNIT_RE.match(head)
    name = (unit["name"] or unit["of"]) if unit else head
    found = [(name, code) for code in table.counties.get(name, ())]
    if not unit:
        found = list(table.towns.get(name, ())) or found
    elif (f"{name} City", "md") in found:
        found = [pair for pair in found if not pair[0].endswith(" City")]
    return [pair for pair in found if state in (None, pair[1])]


def state_of(place: Place | None) -> str | None:
    """The state that a place is, "Washington" included: towns have no supreme court."""
    if place is None or place.kind == "county":
        return None
    return (
        place.state or load_courts().states.get(place.name)
        if place.kind == "state" or not place.state
        else None
    )


def ordinal_value(word: str) -> int:
    """Read "4th" or "Fourth" as a number."""
    return int(re.sub(r"\D", "", word)) if word[0].isdigit() else ORDINALS.index(word.title()) + 1


def settle_court(place: str, words: str, hints: frozenset[str]) -> CourtRef | None:
    """Match the trial court of these words in a county or town, if one is left."""
    table = load_counties()
    candidates = [(c, s) for c, s in county_candidates(place, table) if words in table.trial[s].words]
    return settle_candidates(candidates, hints)
