"""Read the head words of the states' high and appeals courts, and of other countries' high courts.

Each reader takes a sentence and the match of its head words ("Supreme Court", "appeals court"), looks
at the places before and after, and gives the court or None. "Supreme Court" alone is the one in
Washington, New York's Supreme Court a trial court of the county named; "appeals court" alone is none.
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
    circuit_of,
    ordinal_value,
    place_before,
    read_place,
    settle_court,
    state_of,
)
from casetrack.lexicon.courts import load_counties, load_courts
from casetrack.models import CourtRef

STATE_WORD_RE = re.compile(r"\b(?:[Ss]tate(?:'s)?|[Aa]cting|[Tt]rial-level) $")
OTHER_LEFT_RE = re.compile(
    r"(?:\b[Cc]ountry's|\b(?:[Nn]ation|[Tt]ribe|[Tt]ribal)|\b[Mm]oot|[Mm]ock|[Ss]tudent"
    r"|\bDivision of the(?: [Ss]tate)?) $"
)
APPELLATE_RE = re.compile(r"(?:,|'s)? Appellate (?:Division|Term)\b")
UNITED_STATES_RE = re.compile(r" of the (?:United States|U\.S\.)")
APPELLATE_DISTRICT_RE = re.compile(rf",? (?:for the )?({ORDINAL}) (?:Appellate )?District")
JUSTICE_AFTER_RE = re.compile(r" Justice(?: [A-Z][\w.'-]*){1,4}?,? (?:in|of) (?:the )?(?=[A-Z])")
NAME_LEFT_RE = re.compile(r"(?<!\w)(?!(?:The|A|In|U\.S\.) $)[A-Z][\w.'-]* $")
NUMBER_LEFT_RE = re.compile(rf"\b({ORDINAL}) (?:Appellate )?(?:District |Circuit )?$")
COUNTRY_LEFT_RE = re.compile(r"\b((?:[A-Z]\w+(?:'s)? ){1,3})$")
COUNTRY_AFTER_RE = re.compile(r" (?:of|in) ((?:the )?[A-Z]\w+(?: [A-Z]\w+)?)")
STATE_ALIAS_RE = re.compile(
    r"\b(?:[Ss]tate(?:'s)?|[Cc]ountry's|[Cc]ourt(?:'s)?|[Cc]hief|[Ll]ower|London's) $"
)
US_LEAD_RE = re.compile(r"^(?:u\.s\.|us|united states) ")
ADJECTIVE_LEFT_RE = re.compile(r"\b[A-Z]\w+(?:an|ish|ese|ch|i) $")
ALIAS_AFTER_RE = re.compile(r"s\b| (?:of the [Pp]eace|in (?!\w+day|the (?:land|nation))|of (?!Justice)[A-Z])")
PLURAL_RE = re.compile(r"s\b(?!')")
DEPARTMENT_RE = re.compile(
    rf"(?:,? (?:{ORDINAL}) (?:Judicial )?Department| of (?:the )?(?:New York )?(?:[Ss]tate )?Supreme Court)"
)


def read_supreme(text: str, head: re.Match[str]) -> Found | None:
    """Read "Supreme Court": the nation's, a state's, New York's by county, another country's."""
    start, end = head.span()
    before = text[max(0, start - 24) : start]
    if PLURAL_RE.match(text, end) or OTHER_LEFT_RE.search(before) or _tribal(before):
        return None
    form = head[0].lower()
    lead = US_LEFT_RE.search(text, max(0, start - 16), start)
    if lead:
        return Found(lead.start(), end, _scotus())
    if form == "supreme court" and APPELLATE_RE.match(text, end):
        return None
    return _read_qualified(text, start, end, form)


def _tribal(before: str) -> bool:
    return before.rstrip().rpartition(" ")[2] in load_courts().tribes


def _scotus() -> CourtRef:
    return load_courts().named["scotus"].court


def _read_qualified(text: str, start: int, end: int, form: str) -> Found | None:
    low, stateword = _skip_state_word(text, start)
    named = NAME_LEFT_RE.search(text, max(0, low - 24), low)
    left = place_before(text, low, _new_york_towns()) if named else None
    right = _supreme_after(text, end, form)
    if right:
        return Found(low if stateword == "State" else start, right.end, right.court)
    if left and not left[2].endswith(","):
        court = _supreme_of(left[0], form)
        return Found(left[1], end, court) if court else None
    foreign = foreign_court(text, start, end, form)
    if foreign:
        return foreign
    if stateword == "acting" and form == "supreme court":
        return Found(start, end, load_courts().forms["supreme court", "ny"])
    if stateword or text.startswith(" of ", end):
        return _united_states_after(text, start, end)
    if form == "supreme judicial court":
        return Found(start, end, load_courts().forms[form, "ma"], "short")
    return Found(start, end, _scotus(), "short") if form == "supreme court" else None


def _skip_state_word(text: str, start: int) -> tuple[int, str]:
    word = STATE_WORD_RE.search(text, max(0, start - 16), start)
    if not word:
        return start, ""
    plain = word[0].strip()
    return word.start(), "State" if plain == "State" else plain.lower()


@cache
def _new_york_towns() -> frozenset[str]:
    return frozenset(town for town, rows in load_counties().towns.items() if any(s == "ny" for _, s in rows))


def _supreme_of(place: Place, form: str) -> CourtRef | None:
    state = state_of(place)
    if state:
        return load_courts().forms.get((form, state))
    if form != "supreme court":
        return None
    words = f"{place.name} County" if place.kind == "county" else place.name
    return settle_court(words, form, frozenset({"ny"}))


def _supreme_after(text: str, end: int, form: str) -> Found | None:
    """Read what follows: "of Ohio", ", Kings County", "in Manhattan", "of New York, Queens County"."""
    of = OF_RE.match(text, end)
    place = read_place(text, of.end()) if of else None
    state = state_of(place[0]) if place else None
    if of and place and state and of[0].strip(" ,").startswith("of"):
        inner = _county_after(text, place[1]) if state == "ny" else None
        if inner and form == "supreme court":
            return inner
        court = load_courts().forms.get((form, state))
        return Found(end, place[1], court) if court else None
    return _county_after(text, end) if form == "supreme court" else None


def _county_after(text: str, end: int) -> Found | None:
    """Read ", Kings County", " in Manhattan", also behind a justice's name."""
    lead = JUSTICE_AFTER_RE.match(text, end) or COUNTY_AFTER_RE.match(text, end)
    place = read_place(text, lead.end(), _new_york_towns()) if lead and lead[0] != " " else None
    if not place or not (place[0].kind == "county" or place[0].name in _new_york_towns()):
        return None
    court = _supreme_of(place[0], "supreme court")
    return Found(end, place[1], court) if court else None


def _united_states_after(text: str, start: int, end: int) -> Found | None:
    after = UNITED_STATES_RE.match(text, end)
    return Found(start, after.end(), _scotus()) if after else None


def foreign_court(text: str, start: int, end: int, form: str) -> Found | None:
    """Match another country's court: "Israel's Supreme Court", "Supreme Court of Canada"."""
    table = load_courts()
    level = table.foreign.get(form)
    if level is None:
        return None
    words = COUNTRY_LEFT_RE.search(text, max(0, start - 40), start)
    tokens = words[1].split() if words else []
    for size in range(len(tokens)):
        name = re.sub(r"'s?$", "", " ".join(tokens[size:]))
        if name in table.countries:
            return Found(start - len(" ".join(tokens[size:])) - 1, end, _foreign_ref(form, level, name))
    after = COUNTRY_AFTER_RE.match(text, end)
    for name in (after[1], after[1].rsplit(" ", 1)[0]) if after else ():
        if name in table.countries and after:
            return Found(start, after.start(1) + len(name), _foreign_ref(form, level, name))
    return None


def _foreign_ref(form: str, level: str, country: str) -> CourtRef:
    code, name = load_courts().countries[country]
    court = "Supreme Court" if form in ("highest court", "top court", "high court") else form.title()
    if form == "high court":
        court = "High Court"
    return CourtRef(None, f"{court.replace(' Of ', ' of ')} of {name}", level, code)


def read_highest(text: str, head: re.Match[str]) -> Found | None:
    """Read "New York's highest court", "Brazil's top court": another's by the place before it."""
    start, end = head.span()
    left = place_before(text, start)
    state = state_of(left[0]) if left else None
    if left and state and not left[2].endswith(","):
        court = highest_court(state)
        return Found(left[1], end, court) if court else None
    return foreign_court(text, start, end, head[0].lower())


def read_named(text: str, head: re.Match[str]) -> Found | None:
    """Read a fixed wording of the lexicon: "FISA court", "Board of Parole Hearings", "the high court"."""
    start, end = head.span()
    words = re.sub(r"\s+", " ", head[0].lower())
    named = load_courts().named.get(words) or load_courts().named[US_LEAD_RE.sub("", words)]
    if named.kind == "alias" and named.court.level == "supreme":
        return _read_alias(text, head, named.court)
    left = place_before(text, _skip_state_word(text, start)[0])
    state = state_of(left[0]) if left and not left[2].endswith(",") else None
    if left and state and named.court.jurisdiction == state:
        return Found(left[1], end, named.court, named.kind)
    if left and state and named.court.level == "board" and named.court.jurisdiction is None:
        court = load_courts().boards.get(state) or CourtRef(
            None, f"{load_courts().state_names[state]} {_title(head[0])}", "board", state
        )
        return Found(left[1], end, court)
    return Found(start, end, named.court, named.kind)


def _title(words: str) -> str:
    return words.title().replace(" Of ", " of ").replace(" And ", " and ")


def _read_alias(text: str, head: re.Match[str], court: CourtRef) -> Found | None:
    """ "The high court" is the nation's, unless a state or country stands before it.

    In capitals it is another country's: the wires write the nation's own small.
    """
    start, end = head.span()
    if STATE_ALIAS_RE.search(text, max(0, start - 24), start) or ALIAS_AFTER_RE.match(text, end):
        return None
    if head[0].lower() == "high court":
        placed = read_highest(text, head)
        other = place_before(text, start) or ADJECTIVE_LEFT_RE.search(text, max(0, start - 24), start)
        if placed or other or head[0] == "High Court":
            return placed
    return Found(start, end, court, "alias")


def highest_court(state: str) -> CourtRef | None:
    """Name a state's court of last resort, for civil matters where there are two."""
    forms = load_courts().forms
    courts = (forms.get((words, state)) for words in ("supreme court", "court of appeals"))
    return next((court for court in courts if court and court.level == "supreme"), None)


def read_appeals(text: str, head: re.Match[str]) -> Found | None:
    """Read a state's appeals court: "Arizona Court of Appeals", "Florida's 4th District Court of Appeal".

    A number without a state names no court: California, Florida and Texas all have a Fourth.
    """
    start, end = head.span()
    if PLURAL_RE.match(text, end) or US_LEFT_RE.search(text, max(0, start - 16), start):
        return None
    number = NUMBER_LEFT_RE.search(text, max(0, start - 36), start)
    low = number.start() if number else start
    left = place_before(text, _skip_state_word(text, low)[0])
    of = OF_RE.match(text, end)
    right = read_place(text, of.end()) if of and of[0].strip(" ,").startswith("of") else None
    if left and left[2].endswith("-based"):
        return _circuit_based(left, end)
    state = state_of(left[0]) if left and not left[2].endswith(",") else None
    begin = left[1] if left and state else start
    if state is None and of and not right and head[0].lower() == "appeals court":
        return _capital_appeals(text, start, of)
    if state is None and right:
        state, end = state_of(right[0]), right[1] if state_of(right[0]) else end
    return _appeals_of(
        text, (begin if state and not right else low, start, end), head[0].lower(), (state, number)
    )


def _capital_appeals(text: str, start: int, of: re.Match[str]) -> Found | None:
    """ "The appeals court in Washington" is federal: the capital calls no other court that."""
    place = read_place(text, of.end())
    court = circuit_of(place[0]) if place else None
    return Found(start, place[1], court, "place") if place and court and court.id == "cadc" else None


def _circuit_based(left: tuple[Place, int, str], end: int) -> Found | None:
    """ "The San Francisco-based appeals court" is the federal one, though California has its own there."""
    court = circuit_of(left[0])
    return Found(left[1], end, court, "place") if court else None


def _appeals_of(
    text: str, spans: tuple[int, int, int], form: str, which: tuple[str | None, re.Match[str] | None]
) -> Found | None:
    (begin, start, end), (state, number), table = spans, which, load_courts()
    if form == "appellate division":
        return _appellate_division(text, (begin, end), state)
    appellate = APPELLATE_DISTRICT_RE.match(text, end) if form == "court of appeal" else None
    if appellate and state in (None, "ca"):
        state, number, end = "ca", appellate, appellate.end()
    if state is None:
        return _stateless_appeals((start, end), form)
    if number:
        court = table.numbered_court(state, ordinal_value(number[1]))
        if court:
            return Found(begin, end, court)
    loose = form in ("appeals court", "appellate court", "court of appeals", "court of appeal")
    found = table.forms.get((form, state)) or (table.loose.get(state) if loose else None)
    return Found(begin, end, found) if found else None


def _stateless_appeals(span: tuple[int, int], form: str) -> Found | None:
    """Only one state has a Commonwealth Court, and news means one Court of Chancery."""
    state = {"commonwealth court": "pa", "court of chancery": "de"}.get(form)
    return (
        Found(*span, load_courts().forms[form, state], "named" if state == "pa" else "short")
        if state
        else None
    )


def _appellate_division(text: str, span: tuple[int, int], state: str | None) -> Found | None:
    department = DEPARTMENT_RE.match(text, span[1])
    if state not in ("ny", "nj") and not department:
        return None
    end = department.end() if department else span[1]
    return Found(span[0], end, load_courts().forms["appellate division", state or "ny"])
