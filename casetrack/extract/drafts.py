"""Cases in the making, and the captions an article prints laid over them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from casetrack.extract.captions import VERSUS, printed_captions
from casetrack.extract.hearings import HearingFind
from casetrack.extract.organizations import spell_out
from casetrack.extract.party_find import PartyFind
from casetrack.extract.people import fold, surname_of
from casetrack.extract.scan import Scan
from casetrack.extract.scene import RulingFind
from casetrack.models import CourtRef

CRIMINAL_VALUES = frozenset({"convicted", "acquitted", "mistrial", "sentenced"})


CRIMINAL_TYPES = frozenset({"arraignment", "plea", "sentencing", "bail", "initial_appearance", "preliminary"})


MIN_WEIGHT = 1.2
SUED = 1.5
"""So much is said of one who was sued outright; less counts only beside one who sues."""


@dataclass(slots=True, eq=False)
class Draft:
    """A case in the making; two are one only if they are the same object."""

    kind: str
    parties: dict[str, PartyFind] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)
    weight: float = 0.0
    first: int = 10**6
    printed: list[str] = field(default_factory=list)
    court: CourtRef | None = None
    rulings: list[RulingFind] = field(default_factory=list)
    hearings: list[HearingFind] = field(default_factory=list)
    subject: str | None = None
    victim: str | None = None
    """Over what was done to whom somebody is charged who is not named."""
    second: bool = False
    """Whether the story calls it another case than its own."""
    cited: bool = False
    """Named as a precedent: nothing but its own sentences is about it."""
    own: set[int] = field(default_factory=set)
    """Where the sentences that print its caption start."""
    numbers: set[int] = field(default_factory=set)
    """Which sentences speak of it, when it was told apart by courts."""
    starts: set[int] | None = None
    """Where the sentences of its decisions and sessions start, when they were told apart by courts."""

    def surnames(self) -> set[str]:
        """Give the folded last words of its parties, for matching against sentences."""
        return {surname_of(name) for name in self.parties}


PRECEDENT_RE = re.compile(
    r"\b(?:landmark|precedents?|decades[- ]old|seminal|historic|modell?ed|model|similar to|such as|as in"
    r"|akin to|similar case|cited|citing|cites|relying on|relied on)\b",
    re.IGNORECASE,
)
YEAR_RE = re.compile(r"\b(1[789]\d\d|20\d\d)\b")
PRESENTED_RE = re.compile(
    r"^(?:The|This) (?:[a-z]+ )?(?:case|lawsuit|suit|dispute|appeal)(?:,| is\b)"
    r"|\bv\.[^;]{3,80}?,\sNos?\.\s?\d"
)
"""Names the case that the story is about, whatever year it also tells."""
LAWSUIT_RE = re.compile(r"(?:The|This) (?:case|lawsuit|suit), [^,;]{5,80}, was (?:filed|brought)\b")
""" "The case, Lee v. Halden, was brought by": the one the story is about."""
OWN_CASE_RE = re.compile(r"(?:The|This) case is\s")
LEDE = 5
"""So many sentences tell what a story is about."""
REPORTER_RE = re.compile(r"\bv\.[^;]{3,80}?,?\s\d{1,3}\s(?:U\.\s?S\.|S\.\s?Ct\.|F\.\s?(?:\d[dt]h?|Supp))")
"""A citation to a volume of reports: "526 U.S. 629"."""
GENERIC = frozenset([
    "co", "inc", "corp", "of", "states", "state", "board", "bd", "county", "cnty", "city", "school",
    "schools", "district", "department", "university", "company", "commission", "educ", "education",
    "association", "group", "bank", "health", "hospital", "clinic", "center", "services", "organization",
    "institute", "foundation", "society", "union", "coalition", "alliance", "council", "authority",
    "agency", "college", "church", "systems", "international", "national", "american", "women", "men",
])  # fmt: skip
"""Words by which no side is known."""
PRECEDENT_YEARS = 3
"""A case told with a year so long ago is cited, not reported."""


def merge_printed(scan: Scan, drafts: list[Draft], published: str | None) -> list[Draft]:
    """Lay the captions an article prints over its cases; those of no case known make one of their own."""
    captions = printed_captions(scan.sentences)
    if not captions:
        return _join_one_sided(drafts)
    full = {surname_of(name.text): scan.roster.resolve(name) for names in scan.names for name in names}
    best = {c: max((_shares(d, c[1], c[2])[0] for d in drafts), default=0) for c in captions}
    for number, left, right in sorted(captions, key=lambda caption: -best[caption]):
        sides = {surname_of(left), surname_of(right)}
        words = {word.rstrip(".,") for word in f"{fold(left)} {fold(right)}".split()}
        open_to = [d for d in drafts if not d.printed or any(_is_same(one, left, right) for one in d.printed)]
        known = max(
            (d for d in open_to if d.surnames() & sides), key=lambda d: _shares(d, left, right), default=None
        ) or next(
            (d for d in open_to if d.surnames() & words - GENERIC),
            next((d for d in open_to if _is_told_there(d, number)), None),
        )
        known = known or _told_before(drafts, open_to, scan, number)
        if known is None:
            known = _printed_draft(scan.sentences[number].text, number, left, right)
            if OWN_CASE_RE.match(scan.sentences[number].text) and not any(d.first < LEDE for d in drafts):
                known.first = 0  # of which the story told without a name
            known.cited = _is_precedent(scan.sentences[number].text, published)
            drafts.append(known)
        elif known.kind == "civil":
            _add_sides(known, full, number, left, right)
            _set_sides(known, left, right)
        known.printed.append(f"{left} v. {right}")
        known.own.add(scan.sentences[number].start)
        if scan.sentences[number].text.startswith(("The case", "The dispute")) and number:
            known.own.add(scan.sentences[number - 1].start)
    _seat_printed(scan, drafts)
    return _join_one_sided(drafts)


def _seat_printed(scan: Scan, drafts: list[Draft]) -> None:
    """Give each case the court printed beside its caption, where a story prints several of them."""
    beside: dict[int, CourtRef] = {}
    for sentence, courts in zip(scan.sentences, scan.courts, strict=True):
        if len(courts) != 1 or VERSUS.isdisjoint(sentence.words):
            continue
        told = [at for at, draft in enumerate(drafts) if sentence.start in draft.own]
        if len(told) == 1:
            beside.setdefault(told[0], courts[0].court)
    if len({court.id for court in beside.values() if court.level == "trial" and court.id}) > 1:
        for at, court in beside.items():
            drafts[at].court = drafts[at].court or court


CIVIL_RE = re.compile(r"\b(?:antitrust|civil|forfeiture|suit|lawsuit)\b")
"""A case of the government that is no prosecution: "the antitrust case is U.S. v. Acme Corp"."""


def _is_same(printed: str, left: str, right: str) -> bool:
    """Tell whether both sides of two captions are the same, and not only a school board sued twice."""
    one, _, two = printed.partition(" v. ")
    return (_is_one(one, left) and _is_one(two, right)) or (_is_one(one, right) and _is_one(two, left))


def _is_one(name: str, other: str) -> bool:
    one, two = (set(fold(n).replace(".", "").split()) for n in (name, other))
    if one & two - GENERIC or is_short_for(name, other) or is_short_for(other, name):
        return True
    return bool(SOVEREIGN_RE.match(name) and SOVEREIGN_RE.match(other))


SOVEREIGN_RE = re.compile(r"(?:People|State|United States|U\.?S|Commonwealth)\b")
"""The side of a caption in whose name crimes are prosecuted."""


def _shares(draft: Draft, left: str, right: str) -> tuple[int, bool]:
    """Tell how many sides of a caption a case has, and whether that who sues is one."""
    names = draft.surnames()
    return len({surname_of(left), surname_of(right)} & names), surname_of(left) in names


def _is_told_there(draft: Draft, number: int) -> bool:
    """Tell a civil case known only from the sentence that prints a caption: it is that one."""
    told = {find.sentence for find in draft.parties.values()}
    return draft.kind == "civil" and told == {number} and draft.starts is None and not draft.printed


def _told_before(drafts: list[Draft], open_to: list[Draft], scan: Scan, number: int) -> Draft | None:
    """Give the case of which the story has just told without the names that a caption prints."""
    ended = next((d for d in open_to if _ends_before(d, scan, number)), None)
    if ended is not None or not LAWSUIT_RE.match(scan.sentences[number].text):
        return ended
    told = [d for d in drafts if d.kind == "civil" and not d.printed and d.first <= number]
    return told[0] if len(told) == 1 and told[0].starts is None else None


def _ends_before(draft: Draft, scan: Scan, number: int) -> bool:
    """Tell a case told of in this paragraph or the one before, of which only who is sued is known."""
    if draft.starts is None or "plaintiff" in draft.roles.values():
        return False
    here = scan.sentences[number].paragraph
    return any(s.start in draft.starts for s in scan.sentences if here - 1 <= s.paragraph <= here)


def _add_sides(draft: Draft, full: dict[str, str], number: int, left: str, right: str) -> None:
    """Add the side of a printed caption that the sentences did not show, by its fullest name."""
    for name, role in ((left, "plaintiff"), (right, "defendant")):
        if surname_of(name) in draft.surnames() or SOVEREIGN_RE.match(name):
            continue
        if any(is_short_for(name, known) for known in draft.parties):
            continue
        whole = full.get(surname_of(name), name) if " " not in name else name
        draft.parties[whole] = PartyFind(whole, "person", role, False, 1.0, number, number)
        draft.roles[whole] = role


def _set_sides(draft: Draft, left: str, right: str) -> None:
    """Let a printed caption tell who sues whom, where the sentences put both on one side."""
    sides = {surname_of(left): "plaintiff", surname_of(right): "defendant"}
    told = {name: role for name in draft.parties if (role := sides.get(surname_of(name)))}
    if (
        set(told.values()) == {"plaintiff", "defendant"}
        and len({draft.roles.get(name) for name in told}) == 1
    ):
        draft.roles |= told


def is_short_for(name: str, other: str) -> bool:
    """Tell a surname ("Lee" of "Ann Lee") or an acronym ("ACLU") from its full form."""
    if " " not in name and surname_of(name) == surname_of(other) and len(other) > len(name):
        return True
    if other.startswith(f"{name} "):
        return True
    initials = "".join(word[0] for word in other.split() if word[0].isupper())
    short = fold(name.replace(".", ""))
    return name.isupper() and (
        short in {fold(initials), fold(initials.removeprefix("U"))} or short == fold(spell_out(other.split()))
    )


def _printed_draft(text: str, number: int, left: str, right: str) -> Draft:
    criminal = SOVEREIGN_RE.match(left) is not None and not CIVIL_RE.search(text)
    draft = Draft("criminal" if criminal else "civil", first=number, weight=1.0)
    for name, role in ((left, "plaintiff"), (right, "defendant")):
        if criminal and role == "plaintiff":
            continue
        draft.parties[name] = PartyFind(name, "person", role, criminal, 1.0, number, number)
        draft.roles[name] = role
    return draft


def _is_precedent(text: str, published: str | None) -> bool:
    if PRECEDENT_RE.search(text) or REPORTER_RE.search(text):
        return True
    if PRESENTED_RE.search(text):
        return False
    years = [int(year) for year in YEAR_RE.findall(text)]
    return bool(years and published) and max(years) <= int((published or "0")[:4]) - PRECEDENT_YEARS


def _join_one_sided(drafts: list[Draft]) -> list[Draft]:
    """A case an article prints by name is the one whose plaintiff it does not name elsewhere.

    A government whose act is spoken of besides brings no case of its own.
    """
    printed = [d for d in drafts if d.printed and not d.cited and d.kind == "civil"]
    rest = [d for d in drafts if d.kind == "civil" and not d.printed and "plaintiff" not in d.roles.values()]
    if not printed:
        return drafts
    if len(printed) > 1 or len(rest) != 1 or rest[0].starts is not None:
        for draft in printed if len(printed) > 1 else ():
            _drop_hinted(draft)
        hinted = [
            d for d in rest if d.starts is None and all(f.kind == "government" for f in d.parties.values())
        ]
        return [d for d in drafts if not any(d is other for other in hinted)]
    into, other = printed[0], rest[0]
    into.weight += other.weight
    into.court = into.court or other.court
    return [d for d in drafts if d is not other]


def _drop_hinted(draft: Draft) -> None:
    """Drop the governments that only an act of theirs makes sides, beside those a caption names."""
    for name, find in list(draft.parties.items()):
        named = any(surname_of(name) in fold(caption) for caption in draft.printed)
        if find.kind == "government" and find.weight < OUTRIGHT and not named:
            del draft.parties[name]
            draft.roles.pop(name, None)


OUTRIGHT = 1.5
"""So much is said of a side that was sued or has sued outright."""


def is_only_governed(draft: Draft) -> bool:
    """Tell a case of which only a government is known, by what it must do: nobody is shown to sue it."""
    governments = all(find.kind == "government" for find in draft.parties.values())
    return governments and not draft.printed and "plaintiff" not in draft.roles.values()


def body_of(find: PartyFind) -> str:
    """Give what two finds share that speak of one side: an administration is its head's."""
    return (
        surname_of(find.name.removesuffix(" administration"))
        if find.kind != "organization"
        else fold(find.name)
    )


def make_draft(finds: Iterable[PartyFind]) -> Draft:
    draft = Draft("civil")
    for find in finds:
        if draft.roles.setdefault(find.name, find.side) != find.side:
            continue
        draft.parties.setdefault(find.name, find)
        draft.weight += find.weight
        draft.first = min(draft.first, find.sentence)
    _drop_doubles(draft, finds)
    return draft


def _drop_doubles(draft: Draft, finds: Iterable[PartyFind]) -> None:
    """Drop a short form where the full name is a party too, and an administration beside its head."""
    said = Counter(find.name for find in finds)
    for name in list(draft.parties):
        apart = draft.parties[name].kind == "person"  # "Reno", which the Reno Tenants Union sues
        others = [
            n for n in draft.parties if n != name and not (apart and draft.roles[n] != draft.roles[name])
        ]
        if any(is_short_for(name, other) for other in others):
            _drop(draft, name)
    _keep_one_administration(draft, finds)
    for name in [n for n in draft.parties if n.endswith(" administration")]:
        head = name.removesuffix(" administration")
        persons = [
            n
            for n in draft.parties
            if draft.parties[n].kind == "person" and surname_of(n) == surname_of(head)
        ]
        for person in persons:
            outright = any(f.name == person and f.weight >= SUED for f in finds)
            _drop(draft, name if outright or said[person] >= said[name] else person)


def _keep_one_administration(draft: Draft, finds: Iterable[PartyFind]) -> None:
    """Of several administrations spoken of, the one whose act is fought over is spoken of most."""
    several = [n for n in draft.parties if n.endswith(" administration")]
    weight = {name: sum(f.weight for f in finds if f.name == name) for name in several}
    heads = {surname_of(name.removesuffix(" administration")) for name in several}
    for name, find in list(draft.parties.items()) if several else ():
        told = max(f.weight for f in finds if f.name == name)
        if find.kind == "person" and find.side == "defendant" and told < 1 and surname_of(name) not in heads:
            _drop(draft, name)
    for name in several:
        outright = any(f.name == name and f.weight >= SUED for f in finds)
        if not outright and weight[name] < max(weight.values()):
            _drop(draft, name)


def _drop(draft: Draft, name: str) -> None:
    draft.parties.pop(name, None)
    draft.roles.pop(name, None)
