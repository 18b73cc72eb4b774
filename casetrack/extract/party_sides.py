"""Make sides of the names a rule has found: who may be a party at all, by what name, of what kind."""

from __future__ import annotations

import re

from casetrack.extract.chunks import Clause
from casetrack.extract.names import NameMention
from casetrack.extract.party_find import THE_STATE, PartyFind
from casetrack.extract.people import Roster, surname_of
from casetrack.lexicon import load_table

NO_PARTY_RE = re.compile(
    r"\b(?!.*\b(?:Foundation|Institute|Coalition|Center|Project|Alliance|Fund|League|Society)$)(?:Court|Circuit|Jail|Prison|Constitution|Act|Amendment|Congress|Senate|Bill|Cabinet|Route|Highway|Street)\b"
    r"|\s(?:Road|Avenue|Boulevard|Lane)$"
)
"""What has a name and is no party."""


PROGRAM_RE = re.compile(r"(?:Medicaid|Medicare|Medi-Cal|Deferred Action|Obamacare|Social Security$)")
"""What a government runs, and no party."""
ITS_LAWYER = "Attorney General's Office"
"""Sues for the state an article is about, and stands for it where the article names none."""
OFFICE_RE = re.compile(r"(?:Office of the )?Attorney General(?:['’]s? Office)?")


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
        state = _state_of(mention, chunks) if side == "plaintiff" else None
        if state:
            out.append(PartyFind(state, "government", side, False, weight, number, number * 1000 + at))
            continue
        if (
            (mention.kind != "person" and NO_PARTY_RE.search(mention.text))
            or PROGRAM_RE.match(mention.text)
            or roster.is_judge(mention)
            or _is_group(mention, chunks, roster)
            or _is_counsel(mention, chunks)
            or (
                mention.title
                and re.search(
                    r"(?:District|Assistant|Deputy|Trial|State[’']s) (?:\w+ )*Attorneys?$", mention.title
                )
            )
        ):
            continue
        family = _family_of(mention, roster)
        if family:
            place = number * 1000 + at
            out += [PartyFind(name, "person", side, False, weight, number, place) for name in family]
            continue
        name, kind = party_name(mention, chunks, roster)
        if name:
            out.append(PartyFind(name, kind, side, False, weight, number, number * 1000 + at, mention.age))
    return out


def _state_of(mention: NameMention, chunks: Clause) -> str | None:
    """Give the state for which an attorney general sues: "Oregon Attorney General Ann Porter sued"."""
    if mention.text == "General":  # "The Attorney General sued"
        return THE_STATE
    if mention.title in {"Attorney General", "AG"} or OFFICE_RE.fullmatch(mention.text):
        return ITS_LAWYER
    at = chunks.find_start(mention.start) or 0
    lead = " ".join([c.text for c in chunks[max(0, at - 4) : at]])
    office = next((office for office in OFFICES if lead.endswith(office)), None)
    if office is None or mention.kind not in {"person", "surname"}:
        return None
    before = lead.removesuffix(office).rstrip()
    states = load_table("courts")["state"].values()
    return next((names[0] for names in states if before.endswith(tuple(names))), None)


OFFICES = ("Attorney General", "Governor", "Gov.")
"""Who sues for a state."""


def _family_of(mention: NameMention, roster: Roster) -> list[str]:
    """Give Ann and Bo Porter for "the Porters"."""
    if mention.kind not in {"surname", "person"} or " " in mention.text or mention.text[-1:] != "s":
        return []
    surname = surname_of(mention.text)
    single = next((one for one in (surname[:-1], surname[:-2]) if one in roster.by_surname), None)
    if single is None or surname in roster.by_surname:
        return []
    return list(dict.fromkeys(roster.resolve(one) for one in roster.by_surname[single]))


GROUPS = frozenset([
    "Investors", "Shareholders", "Employees", "Workers", "Customers", "Students", "Drivers", "Residents",
    "Patients", "Tenants", "Parents", "Families", "Voters", "Neighbors", "Homeowners", "Landlords", "Inmates",
])  # fmt: skip


def _is_counsel(mention: NameMention, chunks: Clause) -> bool:
    """Tell whoever "Bell's attorney, Ann Porter," is from whom the case is about."""
    at = chunks.find_start(mention.start) or 0
    if at > 3 and chunks[at - 1].kind == "comma" and chunks[at - 2].lower == "general":
        return chunks[at - 4].lower == "its"  # "Texas and its attorney general, Ann Porter,"
    after = [c.lower for c in chunks[at + 1 : at + 5]]
    if after[:2] in ([",", "an"], [",", "a"], [",", "the"]) and not LAWYERS.isdisjoint(after[2:]):
        return "for" in [c.lower for c in chunks[at + 4 : at + 7]]  # "Ann Lee, an attorney for the voters"
    if at < 3 or chunks[at - 1].kind != "comma" or chunks[at - 2].lower not in LAWYERS:
        return False
    owner = chunks[at - 3]
    return owner.possessive or owner.lower in {"his", "her", "their", "its"}


LAWYERS = frozenset({"attorney", "lawyer", "counsel", "solicitor", "barrister"})


def _is_group(mention: NameMention, chunks: Clause, roster: Roster) -> bool:
    """Tell "Shareholders of Acme Co. sued", "Environmental groups sued" from a surname that begins it."""
    opens = mention.kind == "surname" and mention.start == chunks.start(0) and len(chunks) > 1
    plural = mention.text.endswith("s") and len(chunks) > 1 and chunks[1].kind in {"prep", "relative"}
    kind = len(chunks) > 1 and chunks[1].lower in {"groups", "advocates", "activists", "lawyers", "officials"}
    if mention.text in GROUPS and (opens or mention.start == chunks.start(0)):
        return True
    return opens and (plural or kind) and surname_of(mention.text) not in roster.by_surname


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
