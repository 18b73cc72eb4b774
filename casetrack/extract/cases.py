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
from casetrack.extract.assigning import assign
from casetrack.extract.bankruptcies import bankrupt_drafts, without_shadows
from casetrack.extract.bench import seat_judges
from casetrack.extract.beside_crime import suits_beside_crime
from casetrack.extract.captions import caption_of
from casetrack.extract.central import event_drafts, inmate_draft, is_about_crime, nameless_drafts
from casetrack.extract.civil import civil_drafts, weak_drafts
from casetrack.extract.counsel_sides import assign_counsel
from casetrack.extract.dockets import find_docket_numbers
from casetrack.extract.drafts import (
    Draft,
    is_only_governed,
    merge_printed,
)
from casetrack.extract.events import join_hearings, make_hearing
from casetrack.extract.given_names import calm_name
from casetrack.extract.home_counties import settle_in_county
from casetrack.extract.introduced import introduced_draft
from casetrack.extract.listed import listed_drafts, told_in_turn
from casetrack.extract.matter import own_sentences, read_matter
from casetrack.extract.other_benches import part_benches
from casetrack.extract.other_trials import separate_drafts
from casetrack.extract.people import fold
from casetrack.extract.reviewed import find_reviewed
from casetrack.extract.ruling_days import Days, read_days
from casetrack.extract.ruling_join import make_rulings
from casetrack.extract.scan import Scan
from casetrack.extract.scene import RulingFind
from casetrack.extract.separate import part_trials
from casetrack.extract.unnamed import inquest_draft, victim_draft
from casetrack.extract.venue import choose_court, home_of, is_before_state, is_federal
from casetrack.extract.word_sets import holds_word, small_letters
from casetrack.models import Article, Attorney, CaseReport, CourtRef, Party

NAMELESS = 0.85
"""No fact of a case in which nobody is named is surer than this: whose it is was told by its subject."""
PAROLE_RE = re.compile(
    r"\b(?:parole board|board of parole|parole hearing|denied parole|granted parole|denied release"
    r"|parole denied|parole suitability|suitable for parole)\b",
    re.IGNORECASE,
)


def assemble_cases(article: Article, scan: Scan, seat: CourtRef | None = None) -> tuple[CaseReport, ...]:
    """Build the cases of one article, in the order in which it first speaks of them.

    Args:
        seat: the court of a case of which the article tells none.
    """
    if not scan.chunks:
        return ()
    told = told_in_turn(scan)
    scan = scan if told is scan.rulings else replace(scan, rulings=told)
    drafts = _drafts_of(article, scan)
    numbers = {s.start: n for n, s in enumerate(scan.sentences)}
    days = read_days(
        scan.rulings,
        numbers,
        article.published,
        scan.hearings,
        scan.signed_day,
        scan.court_day,
        scan.verdict_day,
    )
    assign(scan, drafts, numbers)
    drafts += part_benches(scan, drafts)
    drafts = _join_accomplices(drafts)
    kept = [d for d in drafts if _is_reported(d, scan)]
    kept = [d for d in kept if not _is_empty(d)] or kept
    if not kept:
        return ()
    main = kept.index(_main(kept))
    federal = any(draft.kind == "criminal" for draft in kept) and is_federal(scan, crime=True)
    courts = [
        draft.court or choose_court(article, scan, draft, at == main, seat) for at, draft in enumerate(kept)
    ]
    courts[main] = settle_in_county(courts[main], article, scan, federal=federal)
    for draft, court in list(zip(kept, courts, strict=True)) if federal else ():
        parted = part_trials(draft, court)
        kept += parted
        courts += [other.court for other in parted]
    judges = seat_judges(scan, kept, courts, main)
    owned = own_sentences(scan, [draft.surnames() for draft in kept])
    homes = [
        home_of(article, scan, federal and not is_before_state(draft)) if draft.kind == "criminal" else None
        for draft in kept
    ]
    numbered = _docket_numbers(scan, kept, main)
    counsel = assign_counsel(scan, kept, main)
    return tuple(
        _finish(
            article,
            scan,
            draft,
            owned[at],
            days,
            courts[at],
            judges[at],
            homes[at],
            numbered[at],
            counsel[at],
        )
        for at, draft in enumerate(kept)
    )


def _drafts_of(article: Article, scan: Scan) -> list[Draft]:
    """Give the cases in the making, without their facts, in the order in which they are first told of."""
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
        return []
    drafts = _settle_parole(scan, drafts)
    drafts += _told_first(article, scan, drafts)
    drafts += listed_drafts(scan, drafts)
    drafts += suits_beside_crime(scan, drafts) + separate_drafts(scan, drafts)
    return sorted(drafts, key=lambda d: (d.first, -d.weight))


def _docket_numbers(scan: Scan, drafts: Sequence[Draft], main: int) -> list[tuple[str, ...]]:
    """Give each case the numbers printed beside its caption; the main one those beside no other."""
    if len(drafts) == 1:
        return [find_docket_numbers(scan.sentences)]
    beside = [[d for d in drafts if s.start in d.own] for s in scan.sentences]
    return [
        find_docket_numbers(
            [
                s
                for s, named in zip(scan.sentences, beside, strict=True)
                if named == [draft] or (at == main and not named)
            ]
        )
        for at, draft in enumerate(drafts)
    ]


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
        [draft for draft in drafts if not draft.second] or drafts,
        key=lambda d: d.weight + 2.0 * len(d.rulings) + len(d.hearings) - 0.2 * min(d.first, 10),
    )


def _settle_parole(scan: Scan, drafts: list[Draft]) -> list[Draft]:
    """An article about a parole decision is the board's case, not the old court's."""
    lede = " ".join(s.text for s in scan.sentences[:4])
    if not drafts or not _speaks_of_parole(lede):
        return drafts
    tried = [d for d in drafts if d.kind == "criminal"]
    main = max(tried, key=lambda d: (d.first <= LATE, d.weight), default=None)
    if main is not None:
        main.kind = "administrative"
    return drafts


def _speaks_of_parole(text: str) -> bool:
    small = small_letters(text)
    return ("parole" in small or "denied release" in small) and PAROLE_RE.search(text) is not None


def _is_reported(draft: Draft, scan: Scan) -> bool:
    """Keep a case for which something happens; a bare mention is none."""
    if draft.rulings or draft.hearings or draft.printed or draft.victim:
        return True
    return draft.weight >= 1.2 and (
        draft.kind == "civil"
        or len(draft.parties) > 1
        or any(f.weight >= 1.2 for f in draft.parties.values())
    )


def _is_empty(draft: Draft) -> bool:
    """Tell a government that is only said to be sued, in a case in which nothing happens."""
    if draft.kind != "civil" or draft.rulings or draft.hearings:
        return False
    return is_only_governed(draft)


RESTITUTION = "sentenced.restitution"


def _name_opening(draft: Draft, scan: Scan) -> list[RulingFind]:
    """Take whom the opening tells was sentenced, without a name, for the first who is accused by name."""
    first = next(iter(draft.parties.values()), None)
    if draft.kind == "civil":  # nobody is sentenced by "ordered the roofer to pay $6,000 in restitution"
        return [replace(f, value="ordered") if f.rule == RESTITUTION else f for f in draft.rulings]
    if draft.kind != "criminal" or first is None or len(draft.parties) < 2:
        return draft.rulings
    named = scan.sentences[first.sentence].start
    return [
        replace(find, target=first.name)
        if find.value == "sentenced" and find.target is None and find.sentence.start <= named
        else find
        for find in draft.rulings
    ]


def _finish(
    article: Article,
    scan: Scan,
    draft: Draft,
    numbers: Sequence[int],
    days: Days,
    court: CourtRef | None,
    judges: tuple[str, ...],
    home: str | None,
    numbered: tuple[str, ...],
    attorneys: tuple[Attorney, ...],
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
    rulings = make_rulings(_name_opening(draft, scan), judges, days)
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
        docket_numbers=numbered,
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
