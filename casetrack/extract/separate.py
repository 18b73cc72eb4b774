"""One accused before two courts: "a May trial in Newark and a separate trial in Brooklyn" are two cases."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from casetrack.extract.court_places import district_of, read_place
from casetrack.extract.drafts import Draft
from casetrack.extract.hearings import HearingFind
from casetrack.models import CourtRef

SEPARATE_RE = re.compile(r"\b(?:separate(?:ly)?|second|another|other|different)\b")
IN_RE = re.compile(r"[^.;]{0,40}?\bin\s(?:federal court in\s)?(?=[A-Z])")
"""From the word for a session to the place where it is held."""


def part_trials(draft: Draft, court: CourtRef | None) -> list[Draft]:
    """Take from a federal criminal case the trials that its sentences set in another district.

    Gives a case for each such district. The sentence must say that they are two: "a separate trial".
    """
    held = [(hearing, _district(hearing)) for hearing in draft.hearings if hearing.type == "trial"]
    told = {found.id for _, found in held if found}
    if court is None or draft.kind != "criminal" or len(told | {court.id}) < 2:
        return []
    if not any(SEPARATE_RE.search(hearing.sentence.text) for hearing, found in held if found):
        return []
    parted: dict[str | None, Draft] = {}
    for hearing, found in held:
        if found is None or found.id == court.id:
            continue
        if found.id not in parted:
            parted[found.id] = replace(_of_those_named(draft, hearing), court=found)
        parted[found.id].hearings.append(hearing)
        draft.hearings.remove(hearing)
    return list(parted.values())


def _district(hearing: HearingFind) -> CourtRef | None:
    text = hearing.sentence.text
    before = IN_RE.match(text, hearing.at - hearing.sentence.start)
    place = read_place(text, before.end()) if before else None
    return district_of(place[0]) if place else None


def _of_those_named(draft: Draft, hearing: HearingFind) -> Draft:
    """A case without facts, of those among the accused whom a sentence names, else of the first."""
    named = [name for name in draft.parties if name.split()[-1] in hearing.sentence.text]
    return of_those(draft, named or list(draft.parties)[:1])


def of_those(draft: Draft, kept: Sequence[str]) -> Draft:
    """Give a case without facts, of some of those who stand accused in another."""
    return Draft(
        draft.kind,
        {name: draft.parties[name] for name in kept},
        {name: draft.roles[name] for name in kept if name in draft.roles},
        1.0,
        draft.first,
    )
