"""Make sides of the names a rule has found: who may be a party at all, by what name, of what kind."""

from __future__ import annotations

import re

from casetrack.extract.chunks import Clause
from casetrack.extract.names import NameMention
from casetrack.extract.party_find import THE_STATE, PartyFind
from casetrack.extract.people import Roster, surname_of

NO_PARTY_RE = re.compile(
    r"\b(?:Court|Circuit|Jail|Prison|Constitution|Act|Amendment|Congress|Senate|Bill|Cabinet|Route|Highway|Street)\b"
)
"""What has a name and is no party."""


def make_sides(
    mentions: list[NameMention],
    side: str,
    number: int,
    at: int,
    weight: float,
    chunks: Clause,
    roster: Roster,
) -> list[PartyFind]:
    out = []
    for mention in mentions:
        if mention.text == "General":  # "The Attorney General sued"
            out.append(PartyFind(THE_STATE, "government", side, False, weight, number, number * 1000 + at))
            continue
        if (
            NO_PARTY_RE.search(mention.text)
            or roster.is_judge(mention)
            or _is_group(mention, chunks, roster)
            or (
                mention.title
                and re.search(
                    r"(?:District|Assistant|Deputy|Trial|State[’']s) (?:\w+ )*Attorneys?$", mention.title
                )
            )
        ):
            continue
        name, kind = party_name(mention, chunks, roster)
        if name:
            out.append(PartyFind(name, kind, side, False, weight, number, number * 1000 + at, mention.age))
    return out


def _is_group(mention: NameMention, chunks: Clause, roster: Roster) -> bool:
    """Tell "Shareholders of Acme Co. sued" from a surname that opens a sentence."""
    opens = mention.kind == "surname" and mention.start == chunks.start(0) and len(chunks) > 1
    plural = opens and mention.text.endswith("s") and chunks[1].kind in {"prep", "relative"}
    return plural and surname_of(mention.text) not in roster.by_surname


def party_name(mention: NameMention, chunks: Clause, roster: Roster) -> tuple[str, str]:
    """Give a party's name and kind: "Trump" before "administration" is a government."""
    at = chunks.find_start(mention.start)
    following = chunks[at + 1].lower if at is not None and at + 1 < len(chunks) else ""
    if following == "administration" and mention.kind in {"person", "surname"}:
        return f"{mention.text.split()[-1]} administration", "government"
    if following == "campaign" and mention.kind in {"person", "surname"}:
        return f"{mention.text.split()[-1]} campaign", "organization"
    if mention.text in {"U.S", "U.S.", "United States", "United", "America"}:
        return "United States", "government"
    if mention.kind in {"organization", "other", "acronym"}:
        government = re.search(
            r"\b(?:Department|Agency|Bureau|Commission|County|City|State|Administration|Office|Service)\b",
            mention.text,
        )
        return mention.text, "government" if government else "organization"
    if mention.kind == "place":
        return mention.text, "government"
    return roster.resolve(mention), "person"
