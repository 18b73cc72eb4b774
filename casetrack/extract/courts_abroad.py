"""Read courts of other countries that a town or a province gives its name to.

"Cardiff Crown Court" and "Bombay High Court" are named after a town, "Nova Scotia Supreme Court" after a
province. Which country "the Supreme Court" alone is of, is told by the story: see `court_aliases`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from casetrack.extract.court_places import Found
from casetrack.extract.word_sets import word_set
from casetrack.lexicon import alternation, load_table
from casetrack.lexicon.courts import load_courts
from casetrack.models import CourtRef

NOT_A_TOWN = frozenset({"The", "A", "An", "In", "At", "State", "And", "But", "When", "As", "U.S."})


@cache
def courts_abroad() -> Mapping[str, Any]:
    """Give the table of the lexicon."""
    table: Mapping[str, Any] = load_table("courts")["abroad"]
    return table


@cache
def _town_re() -> re.Pattern[str]:
    town = r"[A-Z][\w.’'-]+"
    lead = rf"((?:{town}\s(?:(?:and|upon|on|of)\s)?){{0,3}}{town})"
    return re.compile(rf"\b{lead}\s({alternation(courts_abroad()['of_town'])})(?!\w)")


@cache
def _region_re() -> re.Pattern[str]:
    regions, forms = alternation(_regions()), alternation(courts_abroad()["of_region"])
    return re.compile(rf"\b(?:({regions})(?:['’]s)?\s({forms})|({forms})\sof\s({regions}))(?!\w)")


@cache
def _regions() -> dict[str, tuple[str, str]]:
    """Give for each way of writing a province its country's code and its name."""
    table = courts_abroad()["regions"]
    return {word: (code, words[0]) for code, groups in table.items() for words in groups for word in words}


@cache
def _last_leads() -> frozenset[str]:
    """Give the words one of which stands before "Court" in every name read here."""
    forms = [*courts_abroad()["of_town"], *courts_abroad()["of_region"]]
    words = {word for form in forms for word in re.findall(r"\w+", form.lower())}
    return frozenset(words - {"court", "of", "s"})


def find_abroad(text: str) -> list[Found]:
    """Find the courts that a town or a province of another country gives its name to."""
    words = word_set(text)
    if "court" not in words or _last_leads().isdisjoint(words):
        return []
    found: list[Found] = []
    for match in _region_re().finditer(text):
        region, form = (match[1], match[2]) if match[1] else (match[4], match[3])
        code, name = _regions()[region]
        level = "appeals" if "Appeal" in form else "trial"
        found.append(Found(*match.span(), CourtRef(None, f"{name} {form}", level, code)))
    for match in _town_re().finditer(text):
        at, town = match.start(), match[1]
        while town.split()[0] in NOT_A_TOWN and " " in town:
            at += len(town) - len(town := town.split(None, 1)[1])
        if town in NOT_A_TOWN or _is_of_states(town):
            continue
        form = match[2].replace("’", "'")
        country = courts_abroad()["country_of"].get(form) or countries_by_town().get(town)
        if form == "High Court" and country is None:
            continue  # "Senators Urge High Court"
        found.append(Found(at, match.end(), CourtRef(None, f"{town} {form}", "trial", country)))
    return found


def _is_of_states(town: str) -> bool:
    """Tell a state of the Union, or a country, whose high court is read elsewhere."""
    name = re.sub(r"['’]s?$", "", town)
    return name in load_courts().states or name in load_courts().countries


@cache
def countries_by_town() -> dict[str, str]:
    return {town: code for code, towns in courts_abroad()["towns"].items() for town in towns}
