"""Read the head words of a trial court by the place they stand with.

"Orange County Superior Court", "Common Pleas Court of Philadelphia", "174th District Court": the county
or town, the kind of court and any state beside them must leave one court; else the court keeps the
name it is printed with. "Superior Court" without a place is none.
"""

from __future__ import annotations

import re
from functools import cache

from casetrack.extract.court_places import (
    COUNTY_AFTER_RE,
    OF_RE,
    ORDINAL,
    US_LEFT_RE,
    Found,
    Place,
    county_candidates,
    district_of,
    match_county_court,
    ordinal_value,
    place_before,
    read_place,
    settle_court,
    state_of,
)
from casetrack.lexicon import alternation
from casetrack.lexicon.courts import load_counties, load_courts
from casetrack.models import CourtRef

NUMBER_LEFT_RE = re.compile(rf"\b({ORDINAL}) (?:Judicial |Criminal |State )?$")
COMMA_COUNTY_RE = re.compile(r", (?=(?:[A-Z][\w.'-]*(?: [A-Z][\w.'-]*)? )?County\b)")
JUDGE_AFTER_RE = re.compile(
    r"(?: (?:[Jj]udge|Commissioner))?(?: [A-Z][\w.'-]*){1,4}?,? (?:in|of|for) (?=[A-Z])"
)
STATE_LEFT_RE = re.compile(r"\b[Ss]tate $")
NOT_A_COURT_RE = re.compile(r"s\b(?!')| (?:Association|Clerks|Foundation|Employees|Building)\b")
OFFICE_HINT_RE = re.compile(r"attorney|prosecutor|solicitor|\bD\.?A\b", re.IGNORECASE)


@cache
def known_towns() -> frozenset[str]:
    """The towns and bare county names that a trial court goes by."""
    table = load_counties()
    return frozenset(table.towns) | frozenset(table.counties)


def ordinal_digits(number: int) -> str:
    """Write a number as the court's door has it: 1st, 22nd, 113th."""
    last = number % 10 if number % 100 not in (11, 12, 13) else 0
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(last, 'th') }"


def read_trial(text: str, head: re.Match[str]) -> Found | None:
    """Read a trial court: "Orange County Superior Court", "Common Pleas Court of Philadelphia"."""
    start, end = head.span()
    if NOT_A_COURT_RE.match(text, end) or US_LEFT_RE.search(text, max(0, start - 16), start):
        return None
    words = _court_words(head[0])
    number = NUMBER_LEFT_RE.search(text, max(0, start - 30), start)
    if number:
        return _numbered_trial(text, (number.start(), end), ordinal_value(number[1]), words)
    left = place_before(text, start, known_towns())
    if left and left[2].endswith(","):
        left = None
    in_county = left is not None and left[0].kind == "county"
    if head[0][0].islower() and not in_county and words not in load_courts().uncapitalized:
        return None
    if left:
        return _read_after_place(text, (left[1], end), words, left[0])
    found = _read_before_place(text, (start, end), words)
    return found or (_read_federal_judge(text, (start, end)) if head[0].endswith("Judge") else None)


def _read_federal_judge(text: str, span: tuple[int, int]) -> Found | None:
    """ "District Judge Ann Lee in Seattle" is federal where the state has no such judges."""
    behind = _trial_after(text, span[1], JUDGE_AFTER_RE)
    court = district_of(behind[0]) if behind and text.startswith("District", span[0]) else None
    if behind is None or court is None:
        return None
    row = load_counties().trial.get((court.id or "")[:2])
    return Found(span[0], behind[1], court, "place") if row and row.court != "District Court" else None


def read_county(text: str, head: re.Match[str]) -> Found | None:
    """Read "a Cook County judge", "a San Diego County jury": the county's felony court."""
    left = place_before(text, head.start("people"))
    if left is None or left[0].kind != "county":
        return None
    court = match_county_court(_spelled(left[0]), left[0].state)
    if court is None or ("udge" in head[0] and court.jurisdiction not in load_counties().county_judges):
        return None
    return Found(left[1], head.end(), court, "place")


def _court_words(head: str) -> str:
    """Reduce "Circuit Judge" and "Judicial Circuit" to the court they stand for."""
    words = re.sub(r" judge$", " court", head.lower()).removeprefix("judicial ")
    return "circuit court" if words == "circuit" else words


def _read_after_place(text: str, span: tuple[int, int], words: str, place: Place) -> Found | None:
    """Read "Orange County Superior Court", taking "in Santa Ana" behind it as the state's sign."""
    state, end = state_of(place), span[1]
    if state:
        found = load_courts().forms.get((words, state))
        return Found(*span, found) if found else None
    behind = _trial_after(text, end, OF_RE) or _trial_after(text, end, JUDGE_AFTER_RE)
    hints = _states_of(place) or (_states_of(behind[0]) if behind else frozenset())
    court = settle_court(_spelled(place), words, hints)
    if court and behind and text.startswith((" in ", ", in "), end):
        return Found(span[0], behind[1] if court.jurisdiction in _states_of(behind[0]) else end, court)
    after_comma = _state_behind(text, end)
    if court is None and after_comma:
        hints = frozenset({after_comma})
        court = settle_court(_spelled(place), words, hints)
    court = court or settle_court(_spelled(place), words, frozenset()) or _printed_court(place, words, hints)
    return Found(*span, court) if court else None


def _state_behind(text: str, end: int) -> str | None:
    """Read the state in "Suffolk County Superior Court, Massachusetts"."""
    place = read_place(text, end + 2) if text.startswith(", ", end) else None
    return place[0].state if place and place[0].kind == "state" else None


def _read_before_place(text: str, span: tuple[int, int], words: str) -> Found | None:
    """Read "Superior Court of California, County of Orange", "Circuit Court for Baltimore City"."""
    start, end = span
    behind = _trial_after(text, end, OF_RE) or _trial_after(text, end, COMMA_COUNTY_RE)
    either = words == "district court" and not STATE_LEFT_RE.search(text, max(0, start - 8), start)
    if behind is None and not either:
        behind = _trial_after(text, end, JUDGE_AFTER_RE)
    if behind is None:
        return None
    place, stop = behind
    if place.kind == "state":
        court = load_courts().forms.get((words, place.state or ""))
    else:
        hints = _states_of(place) if place.state else frozenset()
        court = settle_court(_spelled(place), words, hints) or _printed_court(place, words, hints)
    return Found(start, stop, court) if court else None


def _trial_after(text: str, end: int, lead_re: re.Pattern[str]) -> tuple[Place, int] | None:
    """Read the place behind: " of California, County of Orange", " in Santa Ana", ", Harris County"."""
    lead = lead_re.match(text, end)
    place = read_place(text, lead.end(), known_towns()) if lead else None
    if place is None or place[0].kind != "state":
        return place
    inner_lead = COUNTY_AFTER_RE.match(text, place[1])
    inner = read_place(text, inner_lead.end(), known_towns()) if inner_lead else None
    if inner and inner[0].kind == "county":
        return Place(inner[0].name, "county", place[0].state), inner[1]
    return place


def _spelled(place: Place) -> str:
    return f"{place.name} County" if place.kind == "county" else place.name


def _states_of(place: Place) -> frozenset[str]:
    """The states a place may be in; for a county without its state, nothing is said."""
    if place.state:
        return frozenset({place.state})
    if place.kind == "county":
        return frozenset()
    return frozenset(state for _, state in load_counties().towns.get(place.name, ()))


def _printed_court(place: Place, words: str, hints: frozenset[str]) -> CourtRef | None:
    """Keep a court that no table settles under the name it is printed with."""
    table = load_counties()
    candidates = county_candidates(_spelled(place), table)
    states = {state for _, state in candidates} & hints or {state for _, state in candidates} or hints
    state = next(iter(states)) if len(states) == 1 else None
    if words == "criminal court" and state == "ny" and candidates[0][0] in table.city_criminal:
        county = candidates[0][0]
        name = f"Criminal Court of the City of New York, {county} County"
        return CourtRef(table.city_criminal[county], name, "trial", "ny")
    if words not in load_courts().lower_words:
        if place.kind == "town":
            return _statewide_court(place, words)
        state = None if state and words not in table.trial[state].words else state
    return CourtRef(None, f"{_spelled(place)} {_title(words)}", "trial", state)


def _title(words: str) -> str:
    return re.sub(r"\b(?:Of|The)\b", lambda m: m[0].lower(), words.title()).replace("'S", "'s")


def _statewide_court(place: Place, words: str) -> CourtRef | None:
    """ "Hartford Superior Court" is Connecticut's, which has one for the whole state."""
    table = load_courts()
    seats = {(court.id or "")[:2] for court in table.seats.get(place.name, ())}
    states = [state for state in ({place.state} if place.state else seats) if state in load_counties().trial]
    courts = {table.forms.get((words, s)) for s in states if load_counties().trial[s].statewide}
    return courts.pop() if len(courts) == 1 else None


def _numbered_trial(text: str, span: tuple[int, int], number: int, words: str) -> Found | None:
    """Read "174th District Court", "11th Judicial Circuit Court of Florida"."""
    table = load_counties()
    right = _trial_after(text, span[1], OF_RE) or _trial_after(text, span[1], COMMA_COUNTY_RE)
    left = place_before(text, span[0], known_towns())
    place = right[0] if right else left[0] if left else None
    state = _state_of_trial(place)
    if words in ("district court", "criminal district court") and state in (None, "tx"):
        county = place.name if place and place.kind == "county" else table.texas.get(number)
        if county or number >= 100 or state == "tx":
            name = f"{ordinal_digits(number)} District Court, {f'{county} County, ' if county else ''}Texas"
            stop = right[1] if right and state == "tx" else span[1]
            return Found(span[0], stop, CourtRef(None, name, "trial", "tx"))
    if place is None:
        return None
    counties = table.shared.get(f"flacirct{number}") if state == "fl" and words == "circuit court" else None
    court = table.felony_court(counties[0], "fl") if counties else None
    if place.kind != "state":
        court = court or settle_court(_spelled(place), words, _states_of(place))
    return Found(span[0], right[1] if right else span[1], court) if court else None


def _state_of_trial(place: Place | None) -> str | None:
    if place is None or place.state:
        return place.state if place else None
    states = {state for _, state in county_candidates(_spelled(place), load_counties())}
    return states.pop() if len(states) == 1 else None


@cache
def _office_re() -> re.Pattern[str]:
    titles = alternation(load_counties().offices)
    return re.compile(rf"\b(?:(?i:{titles})|DA|D\.A\.)(?!\w)")


def find_offices(text: str) -> list[Found]:
    """Find prosecutors' offices whose county or city settles the court they appear in."""
    found = []
    for head in _office_re().finditer(text) if OFFICE_HINT_RE.search(text) else ():
        left = place_before(text, head.start(), known_towns())
        if left is None or left[0].kind == "state" or left[2].endswith(","):
            continue
        title = head[0] if head[0].isupper() else head[0].title()
        court = match_county_court(f"{_spelled(left[0])} {title}", left[0].state)
        if court:
            found.append(Found(left[1], head.end(), court, "office"))
    return found
