"""The courts of the lexicon, compiled once: what a wording, a place or a number stands for.

`CourtTable` holds what every article may need (federal courts, the states' high and appeals courts,
fixed names), `CountyTable` the states' trial courts; the second is read only when a sentence speaks
of one. States go by postal code in lower case. A lookup that several courts fit gives None.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from casetrack.lexicon import load_table
from casetrack.models import CourtRef

ORDINALS = [
    *("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth"),
    *("Eleventh", "Twelfth", "Thirteenth", "Fourteenth", "Fifteenth", "Sixteenth", "Seventeenth"),
    *("Eighteenth", "Nineteenth", "Twentieth"),
]


@dataclass(frozen=True, slots=True)
class NamedCourt:
    """What one fixed wording stands for; `kind` is as in `CourtMention`."""

    court: CourtRef
    kind: str


@dataclass(frozen=True, slots=True)
class NumberedAppeals:
    """A state whose appeals courts go by number, up to `last`."""

    id: str
    name: str
    last: int


RANK = {"trial": 0, "appeals": 1, "supreme": 2}
"""The levels of courts that hear each other's appeals."""


@dataclass(frozen=True, slots=True)
class CourtTable:
    """Everything but the county courts."""

    states: Mapping[str, str]
    """The spelled name of a state to its postal code."""
    tails: Mapping[str, str]
    """The same for what may follow a town and a comma: abbreviations and postal codes too."""
    state_names: Mapping[str, str]
    districts: Mapping[str, CourtRef]
    """`Eastern District of New York` to the court."""
    state_districts: Mapping[str, tuple[CourtRef, ...]]
    seats: Mapping[str, tuple[CourtRef, ...]]
    bare_seats: Mapping[str, CourtRef]
    unclear_towns: frozenset[str]
    bankruptcy_ids: Mapping[str, str]
    circuits: Mapping[str, CourtRef]
    """`1` to `11`, `dc` and `federal` to the court."""
    circuit_towns: Mapping[str, CourtRef]
    circuit_states: Mapping[str, CourtRef]
    circuit_areas: Mapping[str, str]
    """A state to the id of the circuit that hears its federal appeals."""
    forms: Mapping[tuple[str, str], CourtRef]
    """Words (lower case) and state to the state's court."""
    loose: Mapping[str, CourtRef]
    numbered: Mapping[str, NumberedAppeals]
    named: Mapping[str, NamedCourt]
    boards: Mapping[str, CourtRef]
    """The parole board of a state, where a name of its own is known."""
    countries: Mapping[str, tuple[str, str]]
    """A country's name or adjective to its code and name."""
    foreign: Mapping[str, str]
    """Words of a foreign court (lower case) to its level."""
    trial_words: tuple[str, ...]
    judge_words: tuple[str, ...]
    """Those that news gives a judge without the word court: "Circuit Judge"."""
    uncapitalized: frozenset[str]
    """Those (lower case) that name a court in small letters too."""
    tribes: frozenset[str]
    lower_words: frozenset[str]
    """Those of `trial_words` (lower case) that keep the name they are printed with."""

    def find_district(self, town: str | None, state: str | None) -> CourtRef | None:
        """Match the one federal district a town or state lies in, None when it may be several."""
        sits = self.seats.get(town, ()) if town else ()
        if state:
            here = [court for court in sits if _state_of(court) == state]
            return _only(here) or _only(self.state_districts.get(state, ()))
        if town and town in self.bare_seats:
            return self.bare_seats[town]
        return None if town in self.unclear_towns else _only(sits)

    def find_circuit(self, town: str | None, state: str | None) -> CourtRef | None:
        """Match the federal court of appeals that sits in a town or state."""
        if town and town in self.circuit_towns:
            found = self.circuit_towns[town]
            return found if state is None or self.circuit_states.get(state) == found else None
        return self.circuit_states.get(state) if state and not town else None

    def may_review(self, one: CourtRef, two: CourtRef) -> bool:
        """Tell whether of two courts of different levels one may hear appeals from the other."""
        above, below = sorted((one, two), key=lambda court: -RANK.get(court.level or "trial", 0))
        if above.level == "supreme" and above.jurisdiction == "us":
            return True
        if above.jurisdiction and below.jurisdiction and above.jurisdiction != below.jurisdiction:
            return False
        circuit = self.circuit_areas.get(_state_of(below))
        if above.jurisdiction != "us" or circuit is None or not above.id or above.id == "cafc":
            return True
        return above.id == circuit

    def bankruptcy_court(self, district: CourtRef) -> CourtRef:
        """Name the bankruptcy court of a federal district."""
        ident = district.id or ""
        name = district.name.replace("U.S. District Court", "U.S. Bankruptcy Court")
        return CourtRef(self.bankruptcy_ids.get(ident, ident[:-1] + "b"), name, "trial", "us")

    def numbered_court(self, state: str, number: int) -> CourtRef | None:
        """Name a state's appeals court by its number."""
        row = self.numbered.get(state)
        if row is None or not 1 <= number <= row.last:
            return None
        name = row.name.format(ordinal=ORDINALS[number - 1])
        return CourtRef(row.id.format(n=number) or None, name, "appeals", state)


def _only(courts: Iterable[CourtRef]) -> CourtRef | None:
    distinct = list(dict.fromkeys(courts))
    return distinct[0] if len(distinct) == 1 else None


def _state_of(court: CourtRef) -> str:
    ident = court.id or ""
    return "mp" if ident.startswith("nmi") else ident[:2]


def _district_courts(table: Mapping[str, str]) -> dict[str, CourtRef]:
    lead = "U.S. District Court for the "
    return {phrase: CourtRef(key, lead + phrase, "trial", "us") for key, phrase in table.items()}


def _circuit_courts(table: Mapping[str, str]) -> dict[str, CourtRef]:
    return {
        key: CourtRef(key, f"U.S. Court of Appeals for the {word} Circuit", "appeals", "us")
        for key, word in table.items()
    }


def _circuit_key(ident: str) -> str:
    return {"cadc": "dc", "cafc": "federal"}.get(ident, ident.removeprefix("ca"))


def _form_courts(rows: list[dict[str, Any]], names: Mapping[str, str]) -> dict[tuple[str, str], CourtRef]:
    found = {}
    for row in rows:
        for state, ident in row["courts"].items():
            name = row.get("names", {}).get(state) or f"{row['words'][0]} of {_article(names[state])}"
            court = CourtRef(ident, name, row["level"], state)
            found.update({(words.lower(), state): court for words in row["words"]})
    return found


def _article(name: str) -> str:
    return f"the {name}" if name.startswith("District") else name


def _loose_courts(
    rows: list[dict[str, Any]], forms: Mapping[tuple[str, str], CourtRef]
) -> dict[str, CourtRef]:
    pairs = [(state, row["words"][0].lower()) for row in rows if row.get("loose") for state in row["courts"]]
    return {state: forms[words, state] for state, words in pairs}


def _named_courts(rows: list[dict[str, Any]]) -> dict[str, NamedCourt]:
    found = {}
    for row in rows:
        court = CourtRef(row.get("id"), row["name"], row["level"], row.get("in"))
        found.update({words.lower(): NamedCourt(court, row.get("kind", "named")) for words in row["words"]})
    return found


def _state_boards(named: Mapping[str, NamedCourt]) -> dict[str, CourtRef]:
    courts = (row.court for row in named.values())
    return {
        c.jurisdiction: c for c in courts if c.level == "board" and c.jurisdiction and c.jurisdiction != "us"
    }


def _seats(table: Mapping[str, list[str]], by_id: Mapping[str, CourtRef]) -> dict[str, tuple[CourtRef, ...]]:
    found: dict[str, tuple[CourtRef, ...]] = {}
    for ident, towns in table.items():
        for town in towns:
            found[town] = (*found.get(town, ()), by_id[ident])
    return found


def _spelled_states(table: Mapping[str, list[str]]) -> dict[str, str]:
    return {word: state for state, words in table.items() for word in words if word[-1] != "."} | {
        "D.C.": "dc"
    }


def _tails(table: Mapping[str, list[str]]) -> dict[str, str]:
    found = {}
    for state, words in table.items():
        for word in words:
            found.update({word: state, word.rstrip("."): state, word.replace(".", ""): state})
        found[state.upper()] = state
    return found


@cache
def load_courts() -> CourtTable:
    """Compile courts.toml and courthouse_places.toml."""
    raw, places = load_table("courts"), load_table("courthouse_places")
    names = {state: words[0] for state, words in raw["state"].items()}
    districts = _district_courts(raw["district"])
    by_id = {court.id or "": court for court in districts.values()}
    by_state: dict[str, tuple[CourtRef, ...]] = {}
    for court in districts.values():
        by_state[_state_of(court)] = (*by_state.get(_state_of(court), ()), court)
    circuits = _circuit_courts(raw["circuit"])
    circuit_towns = {town: circuits[key] for key, towns in places["circuit_seat"].items() for town in towns}
    seats = _seats(places["seat"], by_id)
    forms = _form_courts(raw["form"], names)
    named = _named_courts(raw["named"])
    return CourtTable(
        states=_spelled_states(raw["state"]),
        tails=_tails(raw["state"]),
        state_names=names,
        districts=districts,
        state_districts=by_state,
        seats=seats,
        bare_seats={town: by_id[key] for town, key in places["bare_seat"].items()},
        unclear_towns=frozenset(places["ambiguous"]["towns"]),
        bankruptcy_ids=raw["bankruptcy"],
        circuits={_circuit_key(key): court for key, court in circuits.items()},
        circuit_towns=circuit_towns,
        circuit_states=_circuit_states(circuit_towns, seats),
        circuit_areas={state: key for key, states in raw["circuit_area"].items() for state in states},
        forms=forms,
        loose=_loose_courts(raw["form"], forms),
        numbered={state: NumberedAppeals(**row) for state, row in raw["numbered"].items()},
        named=named,
        boards=_state_boards(named),
        countries={word: (code, words[0]) for code, words in raw["country"].items() for word in words},
        trial_words=(*raw["trial_head"]["felony"], *raw["trial_head"]["lower"]),
        judge_words=tuple(raw["trial_head"]["judges"]),
        uncapitalized=frozenset(words.lower() for words in raw["trial_head"]["uncapitalized"]),
        tribes=frozenset(raw["tribe"]["names"]),
        lower_words=frozenset(words.lower() for words in raw["trial_head"]["lower"]),
        foreign={words.lower(): level for level in ("supreme", "trial") for words in raw["foreign"][level]},
    )


def _circuit_states(
    towns: Mapping[str, CourtRef], seats: Mapping[str, tuple[CourtRef, ...]]
) -> dict[str, CourtRef]:
    """The state of each circuit's seat, so that "a federal appeals court in Virginia" is the Fourth."""
    return {_state_of(seats[town][0]): court for town, court in towns.items() if town in seats}


@dataclass(frozen=True, slots=True)
class TrialCourt:
    """How a state's felony court is called: `words` lists every wording in lower case."""

    court: str
    words: tuple[str, ...]
    name: str
    statewide: bool


@dataclass(frozen=True, slots=True)
class CountyTable:
    """The states' trial courts, county by county."""

    trial: Mapping[str, TrialCourt]
    counties: Mapping[str, tuple[str, ...]]
    """A county to the states that have one of the name."""
    towns: Mapping[str, tuple[tuple[str, str], ...]]
    """A town to its (county, state), several when states share the name."""
    ids: Mapping[tuple[str, str], str]
    shared: Mapping[str, tuple[str, ...]]
    """A court that serves several counties to those counties."""
    independent: frozenset[tuple[str, str]]
    county_judges: frozenset[str]
    """States where a county's judge is one of the felony court."""
    dominant: Mapping[str, str]
    """Of several counties of one name, the state of the one that news means."""
    common: Mapping[str, tuple[str, ...]]
    """Names too widely shared to settle a state, but for these."""
    offices: Mapping[str, tuple[str, ...]]
    city_criminal: Mapping[str, str]
    texas: Mapping[int, str]

    def states_with(self, words: str, states: Iterable[str]) -> list[str]:
        """Keep the states whose felony court goes by these words."""
        return [state for state in states if words.lower() in self.trial[state].words]

    def felony_court(self, county: str, state: str) -> CourtRef:
        """Name the court that tries felonies in a county."""
        row, ident = self.trial[state], self.ids.get((county, state))
        if row.statewide:
            return _statewide(row, state)
        name = _florida_name(ident, self.shared) if state == "fl" and ident else None
        name = name or self._name(row, county, state)
        return CourtRef(ident, name, "trial", state)

    def _name(self, row: TrialCourt, county: str, state: str) -> str:
        state_name = load_courts().state_names[state]
        if (county, state) in self.independent:
            return f"{row.court} of {county}, {state_name}"
        unit = "Parish" if state == "la" else "County"
        court = "Criminal District Court" if (county, state) == ("Orleans", "la") else row.court
        template = row.name or f"{court} of {{county}} {unit}, {state_name}"
        return template.format(county=county)


def _statewide(row: TrialCourt, state: str) -> CourtRef:
    found = load_courts().forms.get((row.court.lower(), state))
    return found or CourtRef(None, f"{row.court} of {load_courts().state_names[state]}", "trial", state)


def _florida_name(ident: str, shared: Mapping[str, tuple[str, ...]]) -> str:
    """Name a Florida circuit with its counties: one court may serve several."""
    counties = list(shared[ident])
    listed = " and ".join([", ".join(counties[:-1]), counties[-1]] if len(counties) > 1 else counties)
    unit = "Counties" if len(counties) > 1 else "County"
    number = int(ident.removeprefix("flacirct"))
    return f"Circuit Court of Florida, {ORDINALS[number - 1]} Judicial Circuit, {listed} {unit}"


def _trial_courts(table: Mapping[str, dict[str, Any]]) -> dict[str, TrialCourt]:
    return {
        state: TrialCourt(
            row["court"],
            tuple(words.lower() for words in (row["court"], *row.get("also", ()))),
            row.get("name", ""),
            row.get("statewide", False),
        )
        for state, row in table.items()
    }


@cache
def load_counties() -> CountyTable:
    """Compile county_courts.toml."""
    raw = load_table("county_courts")
    counties: dict[str, tuple[str, ...]] = {}
    towns: dict[str, tuple[tuple[str, str], ...]] = {}
    for state, rows in raw["county"].items():
        for county, names in rows.items():
            counties[county] = (*counties.get(county, ()), state)
            for town in names:
                towns[town] = (*towns.get(town, ()), (county, state))
    shared: dict[str, tuple[str, ...]] = {}
    for county, ident in raw["county_id"]["fl"].items():
        shared[ident] = (*shared.get(ident, ()), county)
    return CountyTable(
        trial=_trial_courts(raw["trial"]),
        counties=counties,
        towns=towns,
        ids={(name, state): key for state, rows in raw["county_id"].items() for name, key in rows.items()},
        shared=shared,
        independent=frozenset((city, state) for state, row in raw["independent"].items() for city in row),
        county_judges=frozenset(raw["county_judge"]["states"]),
        dominant=raw["dominant"],
        common=dict.fromkeys(raw["common"]["names"], ()) | {k: tuple(v) for k, v in raw["known"].items()},
        offices={title: tuple(states) for title, states in raw["office"].items()},
        city_criminal=raw["new_york_criminal"],
        texas={number: county for county, numbers in raw["texas_district"].items() for number in numbers},
    )
