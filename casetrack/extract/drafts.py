"""Cases in the making: who is accused together, who sues whom, and what is left without a name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from casetrack.extract.captions import printed_captions
from casetrack.extract.hearings import HearingFind
from casetrack.extract.names import NameMention
from casetrack.extract.party_find import PartyFind
from casetrack.extract.people import fold, surname_of
from casetrack.extract.scan import Scan
from casetrack.extract.scene import RulingFind
from casetrack.models import Article, CourtRef

CRIMINAL_VALUES = frozenset({"convicted", "acquitted", "mistrial", "sentenced"})


CRIMINAL_TYPES = frozenset({"arraignment", "plea", "sentencing", "bail", "initial_appearance", "preliminary"})


MIN_WEIGHT = 1.2


@dataclass(slots=True)
class Draft:
    """A case in the making."""

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

    def surnames(self) -> set[str]:
        """Give the folded last words of its parties, for matching against sentences."""
        return {surname_of(name) for name in self.parties}


def criminal_drafts(scan: Scan) -> list[Draft]:
    """Group the accused: those of one list or one coordination stand trial together."""
    finds = [f for f in scan.parties if f.criminal]
    known = any(f.name and f.weight >= 2.0 for f in finds)
    finds = [f if f.name or known else _named(f, scan) for f in finds]
    if scan.criminal and not any(f.side == "plaintiff" and f.weight >= MIN_WEIGHT for f in scan.parties):
        finds += [replace(f, side="defendant", criminal=True) for f in scan.parties if f.side == "client"]
    finds = [f for f in finds if f.name]
    weights: dict[str, float] = {}
    for find in finds:
        weights[find.name] = weights.get(find.name, 0.0) + find.weight
    names = {n for n in weights if weights[n] >= MIN_WEIGHT and (" " in n or weights[n] >= 2.5)}
    home: dict[str, Draft] = {}
    together: dict[int, list[PartyFind]] = {}
    for find in finds:
        if find.name in names:
            together.setdefault(find.group, []).append(find)
    for group in together.values():
        _add_group(group, home)
    unique = list({id(d): d for d in home.values()}.values())
    return [d for d in unique if d.parties]


def _add_group(group: list[PartyFind], home: dict[str, Draft]) -> None:
    draft = next((home[f.name] for f in group if f.name in home), None) or Draft("criminal")
    for find in group:
        other = home.get(find.name)
        if other is not None and other is not draft:
            _absorb(draft, other, home)
        home[find.name] = draft
        kept = draft.parties.setdefault(find.name, find)
        if kept.age is None and find.age is not None:
            draft.parties[find.name] = find
        draft.weight += find.weight
        draft.first = min(draft.first, find.sentence)


def _named(find: PartyFind, scan: Scan) -> PartyFind:
    """Name "a Brooklyn man" after the first person the next sentences introduce."""
    if find.name:
        return find
    for number in range(find.sentence, min(len(scan.names), find.sentence + 4)):
        sentence = scan.sentences[number]
        for name in scan.names[number]:
            if name.kind != "person" or name.title or scan.roster.is_judge(name):
                continue
            start = name.start - sentence.start
            before = sentence.text[max(0, start - 40) : start].lower()
            if re.search(
                r"victim|lawyer|attorney|spokes|prosecutor|wife|mother|son |daughter|girlfriend"
                r"|murder(?:ing)? (?:of )?$|kill\w+ $|stabb\w+ $",
                before,
            ):
                continue
            if start < 30 or name.age is not None or "defendant" in before:
                return replace(find, name=scan.roster.resolve(name), age=name.age)
    return find


def _absorb(into: Draft, other: Draft, home: dict[str, Draft]) -> None:
    into.parties.update(other.parties)
    into.weight += other.weight
    into.first = min(into.first, other.first)
    for name in other.parties:
        home[name] = into
    other.parties = {}


def civil_drafts(article: Article, scan: Scan) -> list[Draft]:
    """Make the civil case of those who sue and those sued, split by court of appeals if it is several."""
    finds = [f for f in scan.parties if not f.criminal]
    if not scan.criminal:
        finds = [replace(f, side="plaintiff") if f.side == "client" else f for f in finds]
    sums: dict[tuple[str, str], float] = {}
    for find in finds:
        sums[find.side, find.name] = sums.get((find.side, find.name), 0.0) + find.weight
    plaintiffs = {
        name for (side, name), weight in sums.items() if side == "plaintiff" and weight >= MIN_WEIGHT
    }
    sued = {name for (side, name), weight in sums.items() if side == "defendant" and weight >= 1.5}
    acted = any(not r.background for r in scan.rulings) or bool(scan.hearings)
    if (
        not plaintiffs
        and not any(f.side == "defendant" and f.weight >= 1.5 for f in finds)
        and not (sued and acted)
    ):
        return []
    draft = Draft("civil")
    for find in finds:
        keep = (
            find.name in plaintiffs
            if find.side == "plaintiff"
            else find.weight >= 1.2 or find.name in sued or (plaintiffs and find.weight >= 0.9)
        )
        if not keep or draft.roles.get(find.name, find.side) != find.side:
            continue
        draft.parties.setdefault(find.name, find)
        draft.roles.setdefault(find.name, find.side)
        draft.weight += find.weight
        draft.first = min(draft.first, find.sentence)
    _drop_doubles(draft)
    return _split_by_circuit(draft, scan) if draft.parties else []


def _split_by_circuit(draft: Draft, scan: Scan) -> list[Draft]:
    """Companion appeals in two circuits are two cases, each with those who sue there."""
    seats: dict[str, set[int]] = {}
    courts: dict[str, CourtRef] = {}
    for number, group in enumerate(scan.courts):
        for mention in group:
            if mention.court.level == "appeals" and mention.court.id:
                seats.setdefault(mention.court.id, set()).add(number)
                courts[mention.court.id] = mention.court
    busy = [c for c in seats if any(_sits(n, c, scan) for n in seats[c])]
    if len(busy) < 2:
        return [draft]
    return [_seat_draft(draft, scan, courts[seat], seats) for seat in busy]


def _sits(number: int, court: str, scan: Scan) -> bool:
    start = scan.sentences[number].start
    return any(h.sentence.start == start for h in scan.hearings) or any(
        r.sentence.start == start and r.decider and r.decider.court and r.decider.court.id == court
        for r in scan.rulings
    )


def _seat_draft(draft: Draft, scan: Scan, court: CourtRef, seats: dict[str, set[int]]) -> Draft:
    near = {n + step for n in seats[str(court.id)] for step in (0, 1)}
    others = {n + step for seat, ns in seats.items() if seat != court.id for n in ns for step in (0, 1)}
    mine, theirs = (
        " ".join(fold(scan.sentences[n].text) for n in ns if n < len(scan.sentences))
        for ns in (near, others - near)
    )
    out = Draft("civil", weight=draft.weight, first=min(seats[str(court.id)]), court=court)
    for name, find in draft.parties.items():
        key = surname_of(name)
        if draft.roles[name] == "plaintiff" and key in theirs and key not in mine:
            continue
        out.parties[name] = find
        out.roles[name] = draft.roles[name]
    return out


def _drop_doubles(draft: Draft) -> None:
    """Drop a surname or acronym where the full name is a party too."""
    names = list(draft.parties)
    for name in names:
        longer = [n for n in names if n != name and surname_of(n) == surname_of(name) and len(n) > len(name)]
        if longer and len(name.split()) <= 1:
            draft.parties.pop(name, None)
            draft.roles.pop(name, None)


def merge_printed(article: Article, scan: Scan, drafts: list[Draft]) -> list[Draft]:
    for number, left, right in printed_captions(scan.sentences):
        sides = {surname_of(left), surname_of(right)}
        known = next((d for d in drafts if d.surnames() & sides), None)
        if known is None:
            criminal = bool(re.match(r"(?:People|State|United States|U\.S\.?|Commonwealth)\b", left))
            known = Draft("criminal" if criminal else "civil", first=number, weight=1.0)
            for name, role in ((left, "plaintiff"), (right, "defendant")):
                if criminal and role == "plaintiff":
                    continue
                known.parties[name] = PartyFind(name, "person", role, criminal, 1.0, number, number)
                known.roles[name] = role
            drafts.append(known)
        known.printed.append(f"{left} v. {right}")
    return drafts


LAWYERLY_RE = re.compile(
    r"(?:Attorney|Attorneys|Prosecutor|Prosecutors|DA|Counsel|Detective|Officer|Agent|Sheriff|President|Secretary|Governor|Mayor|Senator|Director|Spokesman|Spokeswoman)$"
)


CHARGED_RE = re.compile(
    r"\b(?:charge[sd]?|accused|defendants?|prosecutors?|cartel|kingpin|solitary|guilty|murder|manslaughter|robbery|burglary|arson|theft|stealing|fraud|embezzl\w+|bribery|assault|shooting|kidnapping|trafficking"
    r"|convict\w*|acquit\w*|sentenc\w+|prison|jail\w*|bail|bond|indict\w*|arraign\w*|prosecut\w+|plea[d]?\w*|inmate|parole|stabbing|rape|homicide)\b",
    re.IGNORECASE,
)


def event_drafts(scan: Scan) -> list[Draft]:
    """When no side was shown, the one a decision or session is about is the party."""
    events = [
        (r.sentence, r.value in CRIMINAL_VALUES)
        for r in scan.rulings
        if r.confidence >= 0.7 and not r.background
    ]
    events += [(h.sentence, h.type in CRIMINAL_TYPES) for h in scan.hearings if h.confidence >= 0.8]
    numbers = {s.start: n for n, s in enumerate(scan.sentences)}
    for sentence, criminal in sorted(events, key=lambda e: e[0].start):
        number = numbers[sentence.start]
        for near in (number, number - 1, number + 1):
            if 0 <= near < len(scan.names) and (party := _central_name(scan, near)) is not None:
                text = " ".join(s.text for s in scan.sentences[max(0, near - 1) : near + 2])
                charged = criminal or (
                    bool(CHARGED_RE.search(text))
                    and not re.search(r"\b(?:lawsuit|sued|plaintiffs?|injunction)\b", text)
                )
                return [_draft_of(party, charged, near, scan)]
    return []


def _central_name(scan: Scan, number: int) -> NameMention | None:
    sentence = scan.sentences[number]
    for name in scan.names[number]:
        if name.kind not in {"person", "surname", "organization", "acronym"} or scan.roster.is_judge(name):
            continue
        if name.title and LAWYERLY_RE.search(name.title):
            continue
        if name.kind in {"organization", "acronym"} and re.search(
            r"\b(?:Court|Circuit|Board|County|District|U\.S|Department|Office|Police)\b", name.text
        ):
            continue
        if name.kind == "surname" and " " not in scan.roster.resolve(name):
            continue
        around = sentence.text[max(0, name.start - sentence.start - 30) : name.start - sentence.start].lower()
        if re.search(r"\b(?:lawyer|attorney|victim|spokes\w+|said|prosecutor|witness)\b[ ,]*$", around):
            continue
        after = sentence.text[name.end - sentence.start : name.end - sentence.start + 90]
        if re.match(
            r",?\s+(?:an?|the|his|her|who)?\s*(?:[\w’'-]+\s+){0,4}?(?:attorneys?|lawyers?|defenders?|prosecutors?|represents|spokes\w+)\b",
            after,
        ) or re.match(r"\s+disqualif", after):
            continue
        return name
    return None


def _draft_of(name: NameMention, criminal: bool, number: int, scan: Scan) -> Draft:
    person = name.kind in {"person", "surname"}
    full = scan.roster.resolve(name) if person else name.text
    kind = "criminal" if criminal else "civil"
    text = scan.sentences[number].text
    asks = bool(
        re.search(
            rf"\b(?:by|from|of)\s+(?:\w+\s+){{0,4}}{re.escape(name.text)}|{re.escape(name.text)}[’']s?\s+(?:\w+\s+)?(?:bid|request|motion|appeal|petition|lawsuit|claim)",
            text,
        )
    )
    side = "plaintiff" if asks and not criminal else "defendant"
    find = PartyFind(
        full, "person" if person else "organization", side, criminal, 1.0, number, number, name.age
    )
    draft = Draft(kind, {full: find}, {full: side}, 1.0, number)
    if kind == "civil":
        draft.subject = _subject_of(scan)
    return draft


def _subject_of(scan: Scan) -> str | None:
    """Give what the first decision was about, in the article's words, for a case nobody is named in."""
    told = next((r for r in scan.rulings if r.subject and not r.background), None)
    words = (told.subject or "").split() if told else []
    while words and words[0].lower() in LEADING_WORDS:
        words = words[1:]
    return " ".join(words[:14]) or None


LEADING_WORDS = frozenset(
    {"to", "down", "out", "aside", "back", "up", "that", "against", "with", "in", "favor", "of"}
)


def nameless_draft(scan: Scan) -> list[Draft]:
    """A decision on a law or a policy with no side named is a case by its subject."""
    strong = [
        r for r in scan.rulings
        if r.confidence >= 0.8 and r.decider is not None and not r.background and r.date is not None
        and scan.sentences.index(r.sentence) <= 4 and r.subject
    ]  # fmt: skip
    if not strong:
        return []
    first = strong[0]
    draft = Draft("criminal" if first.value in CRIMINAL_VALUES else "civil", first=0, weight=1.0)
    draft.subject = _subject_of(scan)
    return [draft]
