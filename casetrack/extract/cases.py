"""Assemble one article's facts into the cases it reports.

Accused people who are named together are one criminal case; a plaintiff and those sued are one civil
case; a parole board's inmate is one administrative case. Each ruling and hearing goes to the case
whose people, court or kind its sentence shows. What belongs to no case is left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from casetrack.extract.accused import criminal_drafts
from casetrack.extract.bankruptcies import bankrupt_drafts, without_shadows
from casetrack.extract.bench import seat_judges
from casetrack.extract.captions import caption_of
from casetrack.extract.central import SPOKEN_RE, event_drafts, inmate_draft, is_about_crime, nameless_drafts
from casetrack.extract.civil import civil_drafts, weak_drafts
from casetrack.extract.counsel import find_attorneys
from casetrack.extract.courts import CourtMention
from casetrack.extract.dockets import find_docket_numbers
from casetrack.extract.drafts import (
    CRIMINAL_TYPES,
    CRIMINAL_VALUES,
    Draft,
    merge_printed,
)
from casetrack.extract.events import join_hearings, make_hearing
from casetrack.extract.given_names import calm_name
from casetrack.extract.hearings import HearingFind
from casetrack.extract.introduced import introduced_draft
from casetrack.extract.matter import own_sentences, read_matter
from casetrack.extract.people import fold
from casetrack.extract.reviewed import find_reviewed
from casetrack.extract.ruling_dates import day_signed
from casetrack.extract.ruling_join import Days, make_rulings, read_days
from casetrack.extract.scan import Scan
from casetrack.extract.scene import RulingFind
from casetrack.extract.second_suits import OTHER_CASE
from casetrack.extract.separate import part_trials
from casetrack.extract.unnamed import inquest_draft, victim_draft
from casetrack.extract.venue import choose_court, home_of, is_before_state, is_federal
from casetrack.extract.word_sets import holds_word, small_letters
from casetrack.models import Article, CaseReport, CourtRef, Party

NAMELESS = 0.85
"""No fact of a case in which nobody is named is surer than this: whose it is was told by its subject."""
PAROLE_RE = re.compile(
    r"\b(?:parole board|board of parole|parole hearing|denied parole|granted parole|denied release"
    r"|parole denied|parole suitability|suitable for parole)\b",
    re.IGNORECASE,
)


def assemble_cases(article: Article, scan: Scan) -> tuple[CaseReport, ...]:
    """Build the cases of one article, in the order in which it first speaks of them."""
    if not scan.chunks:
        return ()
    drafts = criminal_drafts(scan) + civil_drafts(scan, article.published)
    drafts = merge_printed(scan, drafts, article.published)
    drafts = _drop_shadows(drafts)
    bankrupt = [] if scan.criminal else bankrupt_drafts(scan)
    if bankrupt:
        drafts = [*bankrupt, *without_shadows(drafts, bankrupt)]
    if all(draft.cited for draft in drafts):
        drafts += (
            inquest_draft(scan)
            or introduced_draft(scan)
            or _hinted(article, scan)
            or victim_draft(scan, article)
        )
    if not drafts:
        return ()
    drafts = _settle_parole(scan, drafts)
    drafts += _told_first(article, scan, drafts)
    drafts.sort(key=lambda d: (d.first, -d.weight))
    numbers = {s.start: n for n, s in enumerate(scan.sentences)}
    days = read_days(scan.rulings, numbers, article.published, scan.hearings, day_signed(scan.chunks))
    _assign(scan, drafts, numbers)
    drafts = _join_accomplices(drafts)
    kept = [d for d in drafts if _is_reported(d, scan)]
    if not kept:
        return ()
    main = kept.index(_main(kept))
    federal = is_federal(scan)
    courts = [
        draft.court or choose_court(article, scan, draft.kind, draft.rulings, at == main)
        for at, draft in enumerate(kept)
    ]
    for draft, court in list(zip(kept, courts, strict=True)):
        parted = part_trials(draft, court) if federal else []
        kept += parted
        courts += [other.court for other in parted]
    judges = seat_judges(scan, kept, courts, main)
    owned = own_sentences(scan, [draft.surnames() for draft in kept])
    homes = [
        home_of(article, scan, federal and not is_before_state(draft)) if draft.kind == "criminal" else None
        for draft in kept
    ]
    return tuple(
        _finish(article, scan, draft, at == main, owned[at], days, courts[at], judges[at], homes[at])
        for at, draft in enumerate(kept)
    )


LATE = 5
"""A case first told of so many sentences on is not the one the opening decides."""


def _told_first(article: Article, scan: Scan, drafts: Sequence[Draft]) -> list[Draft]:
    """Give the case in which the opening tells a decision or a session, where all others come later.

    Of a suit whose sides the story only hints at, that a second one is told outright further on.
    """
    first = min(draft.first for draft in drafts)
    if first <= LATE:
        return []
    end = scan.sentences[LATE].start
    opening = replace(
        scan,
        parties=[find for find in scan.parties if find.sentence < first],
        rulings=[find for find in scan.rulings if find.sentence.start < end],
        hearings=[find for find in scan.hearings if find.sentence.start < end],
    )
    if all(find.background for find in opening.rulings) and not opening.hearings:
        return []
    known = {(draft.kind, name) for draft in drafts for name in draft.surnames()}
    hinted = [] if is_about_crime(opening) else weak_drafts(opening, article.published)
    return [
        draft
        for draft in hinted
        if "plaintiff" in draft.roles.values()
        and known.isdisjoint((draft.kind, name) for name in draft.surnames())
    ]


def _hinted(article: Article, scan: Scan) -> list[Draft]:
    """Give the cases of an article that shows no side outright, by the surest hint it gives."""
    if _speaks_of_parole(" ".join(s.text for s in scan.sentences[:4])):
        inmate = inmate_draft(scan)
        if inmate:
            return inmate
    weak = [] if is_about_crime(scan) else weak_drafts(scan, article.published)
    return weak or event_drafts(scan) or nameless_drafts(scan, article.published)


def _drop_shadows(drafts: list[Draft]) -> list[Draft]:
    """One who is accused and asks the court for something brings no civil case by that."""
    accused = {name for d in drafts if d.kind == "criminal" for name in d.surnames()}
    return [d for d in drafts if d.kind != "civil" or d.printed or not d.parties or d.surnames() - accused]


def _join_accomplices(drafts: list[Draft]) -> list[Draft]:
    """One whose plea and sentencing are told with those of another accused is tried with that one."""
    kept: list[Draft] = []
    for draft in drafts:
        empty = draft.kind == "criminal" and not (draft.rulings or draft.hearings or draft.printed)
        into = next((d for d in drafts if empty and d is not draft and _tells_of(d, draft)), None)
        if into is None:
            kept.append(draft)
            continue
        into.parties |= {name: find for name, find in draft.parties.items() if name not in into.parties}
        into.roles = draft.roles | into.roles
    return kept


def _tells_of(one: Draft, other: Draft) -> bool:
    if one.kind != "criminal" or one.surnames() & other.surnames():
        return False
    sentences = [*(find.sentence for find in one.rulings), *(find.sentence for find in one.hearings)]
    told = " ".join(fold(sentence.text) for sentence in sentences)
    return any(holds_word(told, name) for name in other.surnames())


def _main(drafts: list[Draft]) -> Draft:
    return max(
        drafts, key=lambda d: d.weight + 2.0 * len(d.rulings) + len(d.hearings) - 0.2 * min(d.first, 10)
    )


def _settle_parole(scan: Scan, drafts: list[Draft]) -> list[Draft]:
    """An article about a parole decision is the board's case, not the old court's."""
    lede = " ".join(s.text for s in scan.sentences[:4])
    if not drafts or not _speaks_of_parole(lede):
        return drafts
    main = max((d for d in drafts if d.kind == "criminal"), key=lambda d: d.weight, default=None)
    if main is not None:
        main.kind = "administrative"
    return drafts


CUSTODY_RE = re.compile(r"\b(?:detained|bail|bond|jail|custody|prison|parole)\b")
"""What a criminal court decides about, where a suit over the same is told too."""


def _speaks_of_parole(text: str) -> bool:
    small = small_letters(text)
    return ("parole" in small or "denied release" in small) and PAROLE_RE.search(text) is not None


def _assign(scan: Scan, drafts: list[Draft], numbers: dict[int, int]) -> None:
    """Give each ruling and hearing to its case; `numbers` is sentence by offset."""
    both = {"criminal", "civil"} <= {draft.kind for draft in drafts}
    for ruling in scan.rulings:
        number = numbers[ruling.sentence.start]
        custody = both and CUSTODY_RE.search(ruling.subject or "") is not None
        criminal = ruling.value in CRIMINAL_VALUES or custody
        draft = _home_of(number, criminal, _court_id(ruling), drafts, scan, ruling.subject)
        if draft is not None:
            draft.rulings.append(ruling)
    for hearing in scan.hearings:
        number = numbers[hearing.sentence.start]
        court = _court_near(hearing, scan.courts[number])
        draft = _home_of(number, hearing.type in CRIMINAL_TYPES, court, drafts, scan)
        if draft is not None:
            draft.hearings.append(hearing)


def _court_near(hearing: HearingFind, courts: Sequence[CourtMention]) -> str | None:
    """Give the court named nearest to the word for the session."""
    before = [m for m in courts if m.end <= hearing.at]
    near = before[-1] if before else next(iter(courts), None)
    return near.court.id if near else None


def _court_id(ruling: RulingFind) -> str | None:
    court = ruling.decider.court if ruling.decider else None
    return court.id if court else None


UNTOLD = -1.0
"""For a case that is only told of further on."""
ABOUT = 2.5
"""For the case whose side the decision itself names: "refused to halt the execution of Ann Porter"."""
FIRST = 1.0
"""For the first case told, of what is told before any."""


def _home_of(
    number: int,
    criminal: bool,
    court: str | None,
    drafts: list[Draft],
    scan: Scan,
    subject: str | None = None,
) -> Draft | None:
    start = scan.sentences[number].start
    folded = fold(scan.sentences[number].text)
    meant = _named_first(fold(subject or ""), drafts) if len(drafts) > 1 else None
    before = _spoken_before(number, drafts, scan)
    civil = not criminal and _speaks_of_suit(number, drafts, scan)
    told = any(draft.starts is not None and start in draft.starts for draft in drafts)
    lead = min(draft.first for draft in drafts)
    opens = min((draft.first for draft in drafts if not draft.printed), default=lead)
    best: tuple[float, Draft] | None = None
    for draft in drafts:
        score = 0.2 * min(draft.weight, 5.0)
        if draft.cited and start not in draft.own:
            continue
        if start in draft.own:
            score += 4.0
        if told and draft.starts is not None:
            score += 9.0 if start in draft.starts else -9.0
        if draft.court is not None and court is not None:
            score += 5.0 if draft.court.id == court else -3.0
        surnames = draft.surnames()
        if any(holds_word(folded, name) for name in surnames):
            score += 4.0
        if any(holds_word(before, name) for name in surnames):
            score += 1.0
        score += ABOUT if draft is meant else 0.0
        if civil:
            score += CIVIL.get(draft.kind, 0.0)
        if criminal:
            score += 2.0 if draft.kind == "criminal" else -6.0 if draft.kind == "civil" else 0.0
        if number < lead:
            score += FIRST if draft.first == opens and not draft.printed else 0.0
        else:
            score += 0.5 if draft.first <= number else UNTOLD
        if best is None or score > best[0]:
            best = (score, draft)
    if best is None or best[0] <= -2:
        return None
    named = any(holds_word(folded, name) for name in best[1].surnames())
    elsewhere = not (named or told) and IN_OTHER_RE.search(scan.sentences[number].text)
    return None if elsewhere else best[1]


IN_OTHER_RE = re.compile(rf"\bin (?:a|another) {OTHER_CASE}\b")
""" "The court refused in a separate case brought by clinics": what it did is none of this story's cases."""


def _named_first(about: str, drafts: list[Draft]) -> Draft | None:
    """Give the case whose side a text names first."""
    told = [
        (about.find(name), at)
        for at, draft in enumerate(drafts)
        for name in draft.surnames()
        if holds_word(about, name)
    ]
    return drafts[min(told)[1]] if told else None


SUIT = frozenset({"lawsuit", "lawsuits", "suit", "sued", "suing", "plaintiffs"})
THAT_CASE_RE = re.compile(r"\b(?:[Tt]hat|[Tt]his)\s(?:\w+\s)?(?:case|suit|lawsuit|matter|action)\b")
CIVIL = {"civil": 3.0, "criminal": -3.0}
"""For the cases of an article, by their kind, where a sentence speaks of a suit."""


def _speaks_of_suit(number: int, drafts: list[Draft], scan: Scan) -> bool:
    """Tell "refused to throw the suit out", and "put that case on hold" after a sentence about a suit."""
    if len({draft.kind for draft in drafts}) < 2:
        return False
    sentence = scan.sentences[number]
    if not SUIT.isdisjoint(sentence.words):
        return True
    before = scan.sentences[number - 1].words if number else frozenset()
    return not SUIT.isdisjoint(before) and THAT_CASE_RE.search(sentence.text) is not None


SPOKEN = 4


def _spoken_before(number: int, drafts: list[Draft], scan: Scan) -> str:
    """Give the sentence before; where it names nobody and one says "he" or "her" on, the last that does."""
    surnames = {name for draft in drafts for name in draft.surnames()}
    for back in range(number - 1, max(-1, number - 1 - SPOKEN), -1):
        before = fold(scan.sentences[back].text)
        on = SPOKEN_RE.match(scan.sentences[back + 1].text)
        if not on or any(holds_word(before, name) for name in surnames):
            return before
    return ""


def _is_reported(draft: Draft, scan: Scan) -> bool:
    """Keep a case for which something happens; a bare mention is none."""
    if draft.rulings or draft.hearings or draft.printed or draft.victim:
        return True
    return draft.weight >= 1.2 and (
        draft.kind == "civil"
        or len(draft.parties) > 1
        or any(f.weight >= 1.2 for f in draft.parties.values())
    )


def _finish(
    article: Article,
    scan: Scan,
    draft: Draft,
    main: bool,
    numbers: Sequence[int],
    days: Days,
    court: CourtRef | None,
    judges: tuple[str, ...],
    home: str | None,
) -> CaseReport:
    parties = tuple(
        Party(
            name,
            find.kind,
            "defendant" if draft.kind != "civil" else draft.roles.get(name, find.side),
            (),
            find.age,
        )
        for name, find in draft.parties.items()
    )
    matter = read_matter(article, scan, numbers, parties)
    attorneys = find_attorneys(scan, parties, draft.kind) if main else ()
    rulings = make_rulings(draft.rulings, judges, days)
    hearings = tuple(make_hearing(group) for group in join_hearings(draft.hearings))
    if not parties:
        rulings = tuple(replace(r, confidence=min(r.confidence, NAMELESS)) for r in rulings)
        hearings = tuple(replace(h, confidence=min(h.confidence, NAMELESS)) for h in hearings)
    parties = tuple(replace(p, name=calm_name(p.name)) if p.kind == "person" else p for p in parties)
    caption = caption_of(draft.kind, parties, court, draft.printed, draft.subject, home)
    return CaseReport(
        caption=f"In re {draft.victim}" if draft.victim else caption,
        kind=draft.kind,
        court=court,
        docket_numbers=find_docket_numbers(scan.sentences) if main else (),
        judges=judges,
        parties=parties,
        attorneys=attorneys,
        rulings=rulings,
        hearings=hearings,
        names=tuple(dict.fromkeys(draft.printed)),
        victims=matter.victims,
        charges=matter.charges,
        places=matter.places,
        about=matter.about,
        reviewed=find_reviewed(scan, numbers, court),
    )
