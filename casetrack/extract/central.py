"""Cases in the making where no side was shown: who a decision or session is about, or its subject alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from casetrack.extract.accusations import NO_ACCUSED_RE
from casetrack.extract.disputed import name_act, name_dispute, trim_phrase
from casetrack.extract.drafts import CRIMINAL_TYPES, CRIMINAL_VALUES, Draft
from casetrack.extract.forums import find_forums, split_by_argument
from casetrack.extract.names import NameMention
from casetrack.extract.party_find import PartyFind, party_words
from casetrack.extract.party_sides import NO_PARTY_RE, PROGRAM_RE
from casetrack.extract.people import POLICE
from casetrack.extract.scan import Scan
from casetrack.extract.sentences import Sentence
from casetrack.extract.victims import find_victims

LAWYERLY_RE = re.compile(
    r"(?:Attorney|Attorneys|Prosecutor|Prosecutors|DA|Counsel|Detective|Officer|Agent|Sheriff"
    r"|Solicitor General|Coroner|Clerk|Registrar|President|Secretary|Governor|Mayor|Senator|Director"
    r"|Spokesman|Spokeswoman)$"
)


CHARGED_RE = re.compile(
    r"\b(?:charge[sd]?|accused|defendants?|prosecutors?|guilty|murder|manslaughter|robbery|burglary|arson|theft|stealing|fraud|embezzl\w+|bribery|assault|shooting|killing|slaying|kidnapping|trafficking"
    r"|convict\w*|acquit\w*|sentenc\w+|prison|jail\w*|confinement|probation|stand\s+trial|bail|bond|indict\w*|arraign\w*|prosecut\w+|plea[d]?\w*|inmate|parole|stabbing|rape|homicide)\b",
    re.IGNORECASE,
)


CIVIL_RE = re.compile(r"\b(?:lawsuits?|sued|suing|plaintiffs?|injunction)\b", re.IGNORECASE)


def is_about_crime(scan: Scan) -> bool:
    """Tell an article that speaks of crime and custody, and of no suit."""
    text = " ".join(s.text for s in scan.sentences)
    charged: set[str] = set()
    for hit in CHARGED_RE.finditer(text):
        charged.add(hit.group())
        if len(charged) > 1:
            return CIVIL_RE.search(text) is None
    return False


def event_drafts(scan: Scan) -> list[Draft]:
    """When no side was shown, the one a decision or session is about is the party."""
    events = [
        (r.sentence, r.value in CRIMINAL_VALUES)
        for r in scan.rulings
        if r.confidence >= 0.7 and not r.background
    ]
    events += [(h.sentence, h.type in CRIMINAL_TYPES) for h in scan.hearings if h.confidence >= 0.8]
    events.sort(key=lambda event: event[0].start)
    if not events:
        return []
    drafts = _draft_of_events(scan, events) or _client_draft(scan) or _draft_of_officer(scan, events)
    return drafts or _draft_of_events(scan, [e for e in events if e[1]], lone=True)


TRIED_RE = re.compile(r"\b(?:officer|deputy|trooper|detective|cop|policeman|policewoman)\b")
POLICE_RE = re.compile(rf"{POLICE}$")


def _draft_of_officer(scan: Scan, events: Sequence[tuple[Sentence, bool]]) -> list[Draft]:
    """Draft the case of "Jurors acquitted the officer", whom the sentence before calls Officer Lee."""
    numbers = {s.start: n for n, s in enumerate(scan.sentences)}
    for sentence, criminal in events:
        if not criminal or not TRIED_RE.search(sentence.text):
            continue
        number = numbers[sentence.start]
        for near in (number, number - 1):
            named = [n for n in scan.names[near] if near >= 0 and n.title and POLICE_RE.search(n.title)]
            if len(named) == 1:
                return [_draft_of(named[0], True, near, scan)]
    return []


def _draft_of_events(
    scan: Scan, events: Sequence[tuple[Sentence, bool]], *, lone: bool = False
) -> list[Draft]:
    """Draft the case of the first event that names anybody; with `lone` a surname alone will do."""
    numbers = {s.start: n for n, s in enumerate(scan.sentences)}
    for sentence, criminal in events:
        number = numbers[sentence.start]
        unnamed = criminal and any(
            f.criminal and f.sentence == number and f.kind == "person" and not f.name for f in scan.parties
        )  # "A Reno man pleaded guilty to stealing from Acme Co"
        kinds = PEOPLE if unnamed or SPOKEN_RE.match(sentence.text) else CENTRAL
        around = [n for n in (number - 1, number, number + 1) if 0 <= n < len(scan.names)]
        harmed = find_victims(scan, around, ())
        for near in (number, number - 1, number + 1):
            party = central_name(scan, near, lone, kinds) if 0 <= near < len(scan.names) else None
            party = (criminal and party is not None and _accused_near(scan, number)) or party
            if party is not None and scan.roster.resolve(party) not in harmed:
                text = " ".join(s.text for s in scan.sentences[max(0, near - 1) : near + 2])
                person = party.kind in {"person", "surname"}
                told = person and bool(CHARGED_RE.search(text)) and not CIVIL_RE.search(text)
                charged = criminal or told or _is_accused(party, scan)
                draft = _draft_of(party, charged, near, scan)
                if near != number and draft.kind == "civil":
                    draft.subject = draft.subject or name_act(scan)
                    if draft.subject:  # a law is fought over, and who is named beside it is no side
                        draft.parties, draft.roles = {}, {}
                return [draft]
    return []


def _accused_near(scan: Scan, number: int) -> NameMention | None:
    """Give the one whom a sentence or the next accuses, if not surely, where another is named first."""
    for near in (number, number + 1):
        told = {
            find.name for find in scan.parties if find.criminal and find.sentence == near and " " in find.name
        }
        for name in scan.names[near] if near < len(scan.names) else ():
            if scan.roster.resolve(name) in told:
                return name
    return None


def _client_draft(scan: Scan) -> list[Draft]:
    """Where a decision or session names nobody, the one a lawyer speaks for: "a lawyer for Ann Porter"."""
    client = next((f for f in scan.parties if f.side == "client" and f.kind == "person"), None)
    if client is None or not is_about_crime(scan):
        return []
    return [Draft("criminal", {client.name: client}, {client.name: "defendant"}, 1.0, client.sentence)]


def _is_accused(name: NameMention, scan: Scan) -> bool:
    """Tell one of whom a sentence speaks as of an accused, if not surely: "Ann Porter's first trial"."""
    full = scan.roster.resolve(name)
    return any(find.criminal and find.name == full for find in scan.parties)


def inmate_draft(scan: Scan) -> list[Draft]:
    """The first person a story of a parole board names is whom the board decides about."""
    for number in range(min(4, len(scan.names))):
        party = central_name(scan, number)
        if party is not None and party.kind == "person" and scan.sentences[number].kind != "title":
            draft = _draft_of(party, True, number, scan)
            draft.kind = "administrative"
            return [draft]
    return []


BESIDE_RE = re.compile(
    r"\b(?:lawyer|attorney|defender|advocate|barrister|solicitor|counsel|coroner|victim|spokes\w+|said|prosecutor"
    r"|witness|(?:members?|employees|leaders|students|officers) of(?: the)?)\b[ ,]*$"
)
"""Before a name it is not whom the case is about."""
DOCTOR_RE = re.compile(r"\s*Dr\b")
COUNT_AGAINST_RE = re.compile(r"\b(?:counts?|charges?|indictment) against (?:Dr\. )?$")
"""A doctor is mostly a witness, but not in "dismissed a count against Dr. Ann Porter"."""
PEOPLE = frozenset({"person", "surname"})
CENTRAL = PEOPLE | {"organization", "acronym"}
SPOKEN_RE = re.compile(r"\W{0,2}(?:He|She|His|Her)\b")
"""Such a sentence is about somebody, not about a body: "Her claims of discrimination failed"."""


def central_name(
    scan: Scan, number: int, lone: bool = False, kinds: frozenset[str] = CENTRAL
) -> NameMention | None:
    sentence = scan.sentences[number]
    for name in scan.names[number]:
        if name.kind not in kinds or scan.roster.is_judge(name):
            continue
        before = sentence.text[: name.start - sentence.start]
        doctor = DOCTOR_RE.match(f"{name.title or ''} {name.text}") and not COUNT_AGAINST_RE.search(before)
        if doctor or (name.title and LAWYERLY_RE.search(name.title)) or NO_ACCUSED_RE.search(name.text):
            continue
        if (
            NO_PARTY_RE.search(name.text)
            or PROGRAM_RE.match(name.text)
            or any(court.start <= name.start < court.end for court in scan.courts[number])
        ):
            continue
        if name.kind == "organization" and " " not in name.text and name.text.endswith("s"):
            continue  # "Voters in Ohio's largest county"
        if name.kind in {"organization", "acronym"} and re.search(
            r"\b(?:Court|Circuit|Board|County|District|U\.S|Department|Office|Police|Justice Center)\b",
            name.text,
        ):
            continue
        opens = lone and name.start == sentence.start
        if name.kind == "surname" and not opens and " " not in scan.roster.resolve(name):
            continue
        if BESIDE_RE.search(before[-30:].lower()):
            continue
        after = sentence.text[name.end - sentence.start : name.end - sentence.start + 90]
        if re.match(
            r",?\s+(?:an?|the|his|her|who)?\s*(?:(?!(?:his|her|its|their)\b)[\w’'-]+\s+){0,4}?(?:attorneys?|lawyers?|defenders?|prosecutors?|represents|spokes\w+)\b",
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
        draft.subject = name_dispute(scan, [number, number + 1, 0, 1, 2])
    return draft


def _subject_of(scan: Scan, numbers: Sequence[int]) -> str | None:
    """Give what a case nobody is named in is about: the law fought over, else what was decided."""
    dispute = name_dispute(scan, numbers) or name_act(scan)
    if dispute:
        return dispute
    told = (r.subject for r in scan.rulings if r.subject and not r.background)
    return next((name for subject in told if (name := _shorten(subject))), None)


def _shorten(matter: str) -> str | None:
    """Give the noun phrase of what was decided: of "to delay the trial of a guard, saying" the trial."""
    words = CLAUSE_RE.split(matter, maxsplit=1)[0].split()
    if words[:1] == ["to"]:
        words = words[2:]
    while words and words[0].lower() in party_words("matter", "leading"):
        words = words[1:]
    named = trim_phrase(words[:LONGEST])
    return None if named is None or named.split()[-1].lower() in party_words("matter", "bare") else named


LONGEST = 8
"""A name for a case has no more words."""
CLAUSE_RE = re.compile(
    r"[,;:.]?\s+(?:when|while|who|whom|whose|which|that|because|after|before|until|unless|if|as|but|so"
    r"|and\s+(?:said|told)"
    r"|\w+ing\s+(?:that|the|his|her|its|their)|on\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|by\s\w+\.?\s\d+"
    r"|in\s(?:an?|the|its|his|her)\s(?:[\w-]+\s){0,3}?(?:decision|order|ruling|opinion|judgment))\b|[,;:(]\s?"
)
"""What follows tells more of the deed, not what it was about."""
LEDE = 6
FIRM = 0.75


def nameless_drafts(scan: Scan, published: str | None) -> list[Draft]:
    """A decision on a law or a policy with no side named is a case by its subject, in each proceeding."""
    numbers = {s.start: n for n, s in enumerate(scan.sentences)}
    told = sorted({numbers[start] for start in _firm_starts(scan, numbers)})
    if not told:
        return []
    forums = find_forums(scan, published)
    groups = [sorted({numbers[start] for start in forum.starts}) for forum in forums]
    if len(groups) < 2:
        argued = [sorted(group) for group in split_by_argument(scan)]
        groups = argued if {n for group in argued for n in group} >= set(told) else [told]
    drafts = []
    for group in groups:
        draft = Draft("civil", first=group[0], weight=1.0)
        draft.subject = _subject_of(scan, [*group, *(n + step for step in (1, 2) for n in group), 0, 1, 2])
        if len(groups) > 1:
            draft.starts = {scan.sentences[n].start for n in group}
        drafts.append(draft)
    criminal = any(r.value in CRIMINAL_VALUES and not r.background for r in scan.rulings)
    if criminal and len(drafts) == 1:
        drafts[0].kind = "criminal"
    return [draft for draft in drafts if draft.subject]


def _firm_starts(scan: Scan, numbers: dict[int, int]) -> Iterator[int]:
    """Give where the decisions and sessions are told that a case may rest on alone."""
    for ruling in scan.rulings:
        early = numbers[ruling.sentence.start] <= LEDE
        if ruling.confidence >= FIRM and ruling.decider is not None and not ruling.background and early:
            yield ruling.sentence.start
    for hearing in scan.hearings:
        if hearing.confidence >= FIRM and hearing.type == "oral_argument":
            yield hearing.sentence.start
