"""Read the head words of the federal courts: districts, circuits, and judges or courts by their place.

"Eastern District of New York" and "9th Circuit" name a court by themselves. "Federal court",
"U.S. judge", "federal appeals court" need the place they sit in, before ("Manhattan federal court") or
after ("in Alexandria, Virginia"); without one they are hints of kind `generic`.
"""

from __future__ import annotations

import re

from casetrack.extract.court_places import (
    ORDINAL,
    Found,
    Place,
    circuit_of,
    district_of,
    ordinal_value,
    place_before,
    read_place,
)
from casetrack.lexicon.courts import load_courts
from casetrack.models import CourtRef

COMPASS = r"(?:(?:North|South|East|West)ern|Middle|Central)\ District"
COMPASS_RE = re.compile(COMPASS.replace(r"\ ", " "))
US = r"(?:\bU\.S\.|\bUS|\bUnited States|\b[Ff]ederal)"
US_VERBOSE = US.replace(" ", r"\ ")
FEDERAL_HEADS = rf"""
    (?P<circuit>\b(?:{ORDINAL}|D\.C\.|DC|District\ of\ Columbia|Federal)
      (?:\ (?:U\.S\.|US|United\ States|[Ff]ederal))?\ [Cc]ircuit\b
      (?:(?:\ [Aa]ppeals?)?\ [Cc]ourts?\b)?(?:\ of\ [Aa]ppeals?\b)?)
  | (?P<compass>\b{COMPASS}\b)
  | (?P<district>\bDistrict\ of\ (?=[A-Z]|the\ [NUV]))
  | (?P<abbreviation>\b[NSEWMC](?:D[A-Z]{{2}}\b|\.D\.\ ?(?:[A-Z]\.[A-Z]\.|[A-Z][a-z]{{1,4}}\.)))
  | (?P<federal>(?:{US_VERBOSE}\ )?\b[Bb]ankruptcy\ (?:[Cc]ourt(?:house)?|[Jj]udge)\b
      | {US_VERBOSE}(?:\ [Ff]ederal)?\ (?:
        [Aa]ppeals?\ (?:[Cc]ourts?|[Jj]udges?|panel)(?:\ [Jj]udges?)?
      | [Aa]ppellate\ (?:[Cc]ourts?|[Jj]udges?|panel)
      | [Cc]ourts?\ of\ [Aa]ppeals? | [Cc]ircuit\ [Cc]ourts?(?:\ of\ [Aa]ppeals?)?
      | (?:(?:[Dd]istrict|[Tt]rial|[Mm]agistrate|[Cc]hief|[Ss]enior|[Gg]rand|[Cc]riminal)\ ){{0,3}}
        (?:[Cc]ourt(?:house|room)?s?(?:\ [Jj]udges?)?|[Jj]udges?|[Jj]ur(?:y|ies|ors?))
      | [Aa]ttorneys?(?:'s?\ [Oo]ffices?)? | [Pp]rosecutors?
    )\b)
"""
COURT_LEFT_RE = re.compile(
    rf"(?:{US} )?(?P<bank>[Bb]ankruptcy )?(?:[Dd]istrict |[Tt]rial )?"
    r"[Cc]ourt(?:house)?,? (?:(?:for|in|of) )?(?:the )?$"
)
OFFICE_LEFT_RE = re.compile(
    r"(?:[Aa]ttorney(?:s|'s)?|[Pp]rosecutors?)(?: Office)?(?:,? [\w.'-]+){0,5},? "
    r"(?:for|in|of|from|with) (?:the )?$"
)
FEDERAL_LEAD_RE = re.compile(
    rf"(?:{US} [Dd]istrict [Cc]ourt|[Dd]istrict (?:[Cc]ourt )?[Jj]udge(?: [A-Z][\w.'-]*){{0,4}}),?"
    r" (?:for|of|in) the $"
)
DISTRICT_STATE_RE = re.compile(r" of (?:the )?[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,3}")
NAME_AFTER = r"(?: (?:[A-Z][\w.'-]*|de|la|del|von|van|al)){0,5}?(?:, (?:Jr\.?|Sr\.?|I{2,3}),?)?"
DAY = r"(?:,? (?:on |late |early ){0,2}(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?"
PLACE_AHEAD = r"(?=[A-Z]|downtown|nearby|suburban|state of|city of)"
IN_RE = re.compile(
    rf"{NAME_AFTER}{DAY},? (?:(?:sitting|based|presiding|located|held) )?"
    rf"(?:in|of|at|for) (?:the )?{PLACE_AHEAD}"
)
REGION_RE = re.compile(r"((?:North|South|East|West)ern|Middle|Central) ([A-Z]\w+(?: [A-Z]\w+)?)")
FOREIGN_AFTER_RE = re.compile(r" (?:of|in) ([A-Z]\w+)")
SITS_RE = re.compile(r",? (?:in|of) (?=[A-Z])")
AND_RE = re.compile(r"(?:, and|,| and) (?:in )?(?=[A-Z])")
STATE_CIRCUIT_RE = re.compile(
    r"(?: Judge(?: [A-Z][\w.'-]*){0,4}?)?,? (?:of|in|for) (?:[A-Z][\w.]* ){1,3}County\b"
)
LOUISIANA_RE = re.compile(r"\bLouisiana\b|\bLa\.")
LEAD_RE = re.compile(rf"(?:{US} )?[Cc]ourts? of [Aa]ppeals? for the $|\bU\.S\. $")
FEDERAL_CIRCUIT_RE = re.compile(rf"{US}|[Aa]ppeals\b")
PLURAL_RE = re.compile(r"(?:court|judge|jurie|house|panel)s$", re.IGNORECASE)
NAME_GOES_ON_RE = re.compile(r" [A-Z]")
LAST_CIRCUIT = 11


def read_circuit(text: str, head: re.Match[str]) -> Found | None:
    """Read "9th U.S. Circuit Court of Appeals", "Federal Circuit", "D.C. Circuit"."""
    start, end = head.span()
    key = _circuit_key(head[0])
    if key is None:
        return None
    if _is_state_circuit(text, head):
        court = load_courts().numbered_court("la", int(key)) if head[0].endswith("of Appeal") else None
        return Found(start, end, court) if court else None
    lead = LEAD_RE.search(text, max(0, start - 48), start)
    return Found(lead.start() if lead else start, end, load_courts().circuits[key])


def _circuit_key(words: str) -> str | None:
    if words.startswith("Federal"):
        return "federal" if words.startswith("Federal Circuit") and "circuit" not in words else None
    if words.startswith("D"):
        return "dc"
    if "circuit" in words and not words[0].isdigit():
        return None
    number = ordinal_value(words.split(" ")[0])
    return str(number) if 1 <= number <= LAST_CIRCUIT else None


def _is_state_circuit(text: str, head: re.Match[str]) -> bool:
    """Louisiana, Michigan, Hawaii and Florida number their circuits too."""
    words, end = head[0], head.end()
    if FEDERAL_CIRCUIT_RE.search(words):
        return False
    if words.endswith("Court of Appeal"):
        return bool(LOUISIANA_RE.search(text))
    if "Court" in words and _sits_elsewhere(text, head):
        return True
    left = place_before(text, head.start())
    by_state = left is not None and left[0].kind == "state" and not left[2].endswith(("-based", ","))
    return "Court" in words and (by_state or bool(STATE_CIRCUIT_RE.match(text, end)))


def _sits_elsewhere(text: str, head: re.Match[str]) -> bool:
    """ "First Circuit Court in Honolulu" is Hawaii's: the federal First sits in Boston."""
    sits = SITS_RE.match(text, head.end())
    place = read_place(text, sits.end()) if sits else None
    return place is not None and circuit_of(place[0]) != load_courts().circuits[_circuit_key(head[0]) or ""]


def read_compass(text: str, head: re.Match[str]) -> Found | None:
    """Read "Eastern District of New York" or "New York's Eastern District"."""
    start, end = head.span()
    after = _district_after(text, end, head[0])
    if after:
        return _district_found(text, (start, after[1]), after[0])
    left = place_before(text, start)
    if left is None or left[0].kind != "state" or not left[2].endswith(("'s", "'")):
        return None
    name = load_courts().state_names[left[0].state or ""]
    court = load_courts().districts.get(f"{head[0]} of {name}")
    return _district_found(text, (left[1], end), court) if court else None


def _district_after(text: str, pos: int, lead: str) -> tuple[CourtRef, int] | None:
    """Read " of New York" after "Eastern District", the longest state name first."""
    state = DISTRICT_STATE_RE.match(text, pos)
    ends = [state.end()] if state else []
    while ends and (space := text.rfind(" ", pos + 4, ends[-1])) > 0:
        ends.append(space)
    for end in ends:
        words = text[pos:end].rstrip(".,").removesuffix("'s")
        court = load_courts().districts.get(f"{lead}{words}")
        if court:
            return court, pos + len(words)
    return None


def read_district(text: str, head: re.Match[str]) -> Found | None:
    """Read "District of New Jersey"; of Columbia only where a court is spoken of."""
    start = head.start()
    after = _district_after(text, start + len("District"), "District")
    if after is None:
        return None
    court, end = after
    found = _district_found(text, (start, end), court)
    if found.kind == "office":
        return found
    if court.id == "dcd":
        listed = text.endswith(" District Court, ", 0, start)
        return found if listed or FEDERAL_LEAD_RE.search(text, max(0, start - 80), start) else None
    return found if found.start < start or text[max(0, start - 4) : start] == "the " else None


def _district_found(text: str, span: tuple[int, int], court: CourtRef) -> Found:
    start, end = span
    if OFFICE_LEFT_RE.search(text, max(0, start - 90), start):
        return Found(start, end, court, "office")
    left = COURT_LEFT_RE.search(text, max(0, start - 80), start)
    if left and left["bank"]:
        court = load_courts().bankruptcy_court(court)
    return Found(left.start() if left else start, end, court)


def read_abbreviation(text: str, head: re.Match[str]) -> Found | None:
    """Read "SDNY", "E.D. Va.": a compass letter and a state."""
    compass, state = head[0][0].lower(), load_courts().tails.get(head[0][4:].strip() or head[0][2:])
    ident = f"{state or head[0][2:].lower()}{compass}d"
    court = next((c for c in load_courts().districts.values() if c.id == ident), None)
    return Found(*head.span(), court) if court else None


def read_federal(text: str, head: re.Match[str]) -> list[Found]:
    """Read a federal court, judge, jury or prosecutor by the place before or after."""
    start, end = head.span()
    kind = _kind_of(head[0])
    if _is_foreign(text, start, end):
        return []
    after = IN_RE.match(text, end)
    if after:
        named = _named_after(text, head, after.end(), kind)
        if named:
            return named
    left = place_before(text, start)
    if left and _place_counts(text, left):
        court = _court_at(left[0], kind)
        if court:
            return [Found(left[1], end, court, "office" if kind == "office" else "place")]
    return [Found(start, end, _generic(kind), "generic")] if kind != "office" else []


def _is_foreign(text: str, start: int, end: int) -> bool:
    """Canada and Australia have a Federal Court too."""
    countries = load_courts().countries
    before = text[max(0, start - 24) : start].rstrip().rpartition(" ")[2].removesuffix("'s")
    after = FOREIGN_AFTER_RE.match(text, end)
    return before in countries or (after is not None and after[1] in countries)


def _kind_of(words: str) -> str:
    lowered = words.lower()
    for kind, marks in (("bankruptcy", ("bankruptcy",)), ("appeals", ("appeal", "appellate", "circuit"))):
        if any(mark in lowered for mark in marks):
            return kind
    return "office" if re.search("attorney|prosecutor", lowered) else "trial"


def _named_after(text: str, head: re.Match[str], pos: int, kind: str) -> list[Found]:
    part = REGION_RE.match(text, pos) if text.startswith(" for ", head.end()) and kind != "office" else None
    court = load_courts().districts.get(f"{part[1]} District of {part[2]}") if part else None
    if part and court and kind in ("trial", "bankruptcy"):
        court = load_courts().bankruptcy_court(court) if kind == "bankruptcy" else court
        return [Found(head.start(), part.end(), court)]
    if COMPASS_RE.match(text, pos) or text.startswith("District of ", pos):
        return []
    place = read_place(text, pos)
    court = _court_at(place[0], kind) if place else None
    if place is None or court is None:
        return []
    mode = "office" if kind == "office" else "place"
    found = [Found(head.start(), place[1], court, mode)]
    if PLURAL_RE.search(head[0]):
        found += _more_places(text, place[1], kind, mode)
    return found


def _more_places(text: str, pos: int, kind: str, mode: str) -> list[Found]:
    """Read on in "federal courts in Baltimore, Seattle and Washington, D.C."."""
    found = []
    for _ in range(4):
        joint = AND_RE.match(text, pos)
        place = read_place(text, joint.end()) if joint else None
        court = _court_at(place[0], kind) if place else None
        if joint is None or place is None or court is None or NAME_GOES_ON_RE.match(text, place[1]):
            break
        found.append(Found(joint.end(), place[1], court, mode))
        pos = place[1]
    return found


def _place_counts(text: str, left: tuple[Place, int, str]) -> bool:
    """Weed out "in Hawaii, U.S. judges" and "a Washington federal judge", who may sit in either."""
    place, start, words = left
    if place.name == "Washington" and place.state is None:
        return False
    if not words.endswith(","):
        return True
    inside = text[max(0, start - 4) : start].lower().endswith("in ")
    return place.kind == "town" and (place.state is not None or inside)


def _court_at(place: Place, kind: str) -> CourtRef | None:
    if kind == "appeals":
        return circuit_of(place)
    district = district_of(place)
    return load_courts().bankruptcy_court(district) if district and kind == "bankruptcy" else district


def _generic(kind: str) -> CourtRef:
    if kind == "appeals":
        return CourtRef(None, "U.S. Court of Appeals", "appeals", "us")
    return CourtRef(None, f"U.S. {'Bankruptcy' if kind == 'bankruptcy' else 'District'} Court", "trial", "us")
