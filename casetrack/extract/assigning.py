"""Give each ruling and hearing of an article to the case it belongs to.

A case is known by its people, by its court, by the kind of thing decided, and by what the sentences
before spoke of. What fits none is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from casetrack.extract.central import SPOKEN_RE
from casetrack.extract.courts import CourtMention
from casetrack.extract.drafts import CRIMINAL_TYPES, CRIMINAL_VALUES, Draft
from casetrack.extract.harmed import is_harmed
from casetrack.extract.hearings import HearingFind
from casetrack.extract.people import fold, surname_of
from casetrack.extract.scan import Scan
from casetrack.extract.scene import RulingFind
from casetrack.extract.second_suits import OTHER_CASE
from casetrack.extract.word_sets import holds_word

CUSTODY_RE = re.compile(r"\b(?:house arrest|detained|bail|bond|jail|custody|prison|parole)\b")
"""What a criminal court decides about, where a suit over the same is told too."""


def assign(scan: Scan, drafts: list[Draft], numbers: dict[int, int]) -> None:
    """Give each ruling and hearing to its case; `numbers` is sentence by offset."""
    benches = _benches(scan, drafts) if len(drafts) > 1 else {}
    for event, draft in _homes(scan, drafts, numbers, benches):
        if isinstance(event, RulingFind):
            draft.rulings.append(event)
        else:
            draft.hearings.append(event)


def _homes(
    scan: Scan, drafts: list[Draft], numbers: dict[int, int], benches: dict[str, Draft]
) -> Iterator[tuple[RulingFind | HearingFind, Draft]]:
    both = {"criminal", "civil"} <= {draft.kind for draft in drafts}
    for ruling in scan.rulings:
        number = numbers[ruling.sentence.start]
        custody = both and not ruling.item and CUSTODY_RE.search(ruling.subject or "") is not None
        tried = both and not ruling.item and TRIED_RE.search(ruling.sentence.text) is not None
        criminal = ruling.value in CRIMINAL_VALUES or custody or tried
        others = _elsewhere(benches, _judge_of(ruling, number, scan)) if benches else []
        among = [d for d in drafts if _is_told_of(d, number, scan)] if ruling.item else drafts
        told = _of_target(ruling, among)
        draft = told or _home_of(number, criminal, _court_id(ruling), among, scan, ruling.subject, others)
        if draft is not None:
            yield ruling, draft
    for hearing in scan.hearings:
        number = numbers[hearing.sentence.start]
        court = _court_near(hearing, scan.courts[number])
        others = _elsewhere(benches, _judge_of(hearing, number, scan)) if benches else []
        own = _of_whom_stood_there(hearing, number, drafts, scan) if len(drafts) > 1 else None
        criminal = hearing.type in CRIMINAL_TYPES
        draft = own or _home_of(number, criminal, court, drafts, scan, others=others)
        if draft is not None:
            yield hearing, draft


TRIED_RE = re.compile(
    r"\b(?:sided with the (?:defen[sc]e|prosecution)"
    r"|(?:judge|court|[A-Z]\w+) (?:said|ruled) (?:that )?prosecutors"
    r"|(?:defen[sc]e|prosecutors[’']?|prosecution) (?:motion|request)"
    r"|request (?:by|from) (?:the defen[sc]e|prosecutors))\b"
)
"""What is decided between those who prosecute and those who defend is of no suit."""


def _of_target(ruling: RulingFind, drafts: list[Draft]) -> Draft | None:
    """Give the one criminal case of whoever is told to have been convicted, acquitted or sentenced."""
    return _tried_once(surname_of(ruling.target), drafts) if ruling.target and len(drafts) > 1 else None


def _tried_once(surname: str, drafts: list[Draft]) -> Draft | None:
    """Give the case of an accused of whom the story tells but one."""
    tried = [d for d in drafts if d.kind == "criminal" and surname in d.surnames()]
    return tried[0] if len(tried) == 1 and tried[0].starts is None else None


TURNED = frozenset(
    {"testify", "testified", "testifying", "cooperate", "cooperated", "cooperating", "cooperation"}
)
"""Who pleaded and testifies against another is of the same case."""
STOOD_RE = re.compile(r"(?:,\s\d{1,3},?)?(?:\s(?:has|had|also|later|was|is|will|to|be|and|then|who))*\s")


def _of_whom_stood_there(hearing: HearingFind, number: int, drafts: list[Draft], scan: Scan) -> Draft | None:
    """Give the case of Ann Porter of "Ann Porter, 49, pleaded guilty, before Bo Lee's charge was dropped"."""
    sentence = scan.sentences[number]
    if hearing.type not in CRIMINAL_TYPES or not TURNED.isdisjoint(sentence.words):
        return None
    before = [name for name in scan.names[number] if name.end <= hearing.at]
    if not before or not STOOD_RE.fullmatch(
        sentence.text, before[-1].end - sentence.start, hearing.at - sentence.start
    ):
        return None
    surname = surname_of(before[-1].text)
    return _tried_once(surname, drafts)


def _is_told_of(draft: Draft, number: int, scan: Scan) -> bool:
    """Tell whether a sentence names somebody of a case, or was told apart for it."""
    sentence = scan.sentences[number]
    folded = fold(sentence.text)
    told = sentence.start in draft.own or sentence.start in (draft.starts or ())
    return told or any(holds_word(folded, name) for name in draft.surnames())


def _benches(scan: Scan, drafts: list[Draft]) -> dict[str, Draft]:
    """Give the case of each judge: the one of which half of the sentences that name them speak."""
    acts: dict[str, list[int]] = {}
    for number, names in enumerate(scan.names):
        named = {scan.roster.resolve(name) for name in names if scan.roster.is_judge(name)}
        home = _home_of(number, False, None, drafts, scan) if len(named) == 1 else None
        if home is not None:
            acts.setdefault(named.pop(), []).append(drafts.index(home))
    most = {judge: max(homes, key=homes.count) for judge, homes in acts.items()}
    return {judge: drafts[at] for judge, at in most.items() if 2 * acts[judge].count(at) >= len(acts[judge])}


def _elsewhere(benches: dict[str, Draft], judge: str) -> list[Draft]:
    """Give the cases that other judges than this one have, where this one has a case too."""
    own = benches.get(judge)
    return [] if own is None else [draft for draft in benches.values() if draft is not own]


def _judge_of(event: RulingFind | HearingFind, number: int, scan: Scan) -> str:
    """Give the one judge who decides or sits: named in the sentence, or "she" of the one before."""
    if isinstance(event, RulingFind):
        judges = event.decider.judges if event.decider else ()
        return judges[0] if len(judges) == 1 else ""
    for back in range(number, max(-1, number - 1 - SPOKEN), -1):
        named = {scan.roster.resolve(n) for n in scan.names[back] if scan.roster.is_judge(n)}
        if named or not SPOKEN_RE.match(scan.sentences[back].text):
            return named.pop() if len(named) == 1 else ""
    return ""


def _court_near(hearing: HearingFind, courts: Sequence[CourtMention]) -> str | None:
    """Give the court named nearest to the word for the session."""
    before = [m for m in courts if m.end <= hearing.at]
    near = before[-1] if before else next(iter(courts), None)
    return near.court.id if near else None


def _court_id(ruling: RulingFind) -> str | None:
    court = ruling.decider.court if ruling.decider else None
    return court.id if court else None


THEIRS_RE = re.compile(
    r"(?:His|Her|Their)\s(?:own\s|new\s|next\s)?(?:trial|retrial|sentencing|hearing|arraignment)\b"
)
"""Such a sentence is about those whom the one before names, whoever else it speaks of."""
UNTOLD = -1.0
"""For a case that is only told of further on."""
ABOUT = 2.5
"""For the case whose side the decision itself names: "refused to halt the execution of Ann Porter"."""
OTHER_BENCH = -3.0
"""For the case of another judge than the one who decides or sits, who has a case of their own."""
FIRST = 1.0
"""For the first case told, of what is told before any."""


def _home_of(
    number: int,
    criminal: bool,
    court: str | None,
    drafts: list[Draft],
    scan: Scan,
    subject: str | None = None,
    others: Sequence[Draft] = (),
) -> Draft | None:
    start = scan.sentences[number].start
    folded = fold(scan.sentences[number].text)
    meant = _named_first(fold(subject or ""), drafts) if len(drafts) > 1 else None
    before = _spoken_before(number, drafts, scan)
    civil = not criminal and _speaks_of_suit(number, drafts, scan)
    bodies = not criminal and not BODIES.isdisjoint(scan.sentences[number].words)
    told = any(
        d.starts is not None and start in d.starts and not (criminal and d.kind == "civil") for d in drafts
    )
    lead = min((draft.first for draft in drafts), default=0)
    apart = [d for d in drafts if d.starts is not None] if any(d.starts is None for d in drafts) else []
    opens = min((d.first for d in drafts if not d.printed and d not in apart), default=lead)
    harmed = _harmed_there(number, scan) if criminal and len(drafts) > 1 else frozenset()
    spoken = len(drafts) > 1 and THEIRS_RE.match(scan.sentences[number].text) is not None
    best: tuple[float, Draft] | None = None
    for draft in drafts:
        score = 0.2 * min(draft.weight, 5.0)
        if draft.cited and start not in draft.own:
            continue
        if start in draft.own:
            score += 4.0
        elif draft.own and _prints_beside(draft, number, scan):
            score += BESIDE
        if told and draft.starts is not None:
            score += 9.0 if start in draft.starts else -9.0
        if draft.court is not None and court is not None:
            score += 5.0 if draft.court.id == court else -3.0
        surnames = draft.surnames()
        if any(holds_word(folded, name) and name not in harmed for name in surnames):
            score += 4.0
        if any(holds_word(before, name) for name in surnames):
            score += 5.0 if spoken else 1.0
        score += ABOUT if draft is meant else 0.0
        score += OTHER_BENCH if draft in others else 0.0
        if civil:
            score += CIVIL.get(draft.kind, 0.0)
        elif bodies and draft.kind == "civil" and any(f.kind != "person" for f in draft.parties.values()):
            score += OF_BODY
        if criminal:
            score += 2.0 if draft.kind == "criminal" else -6.0 if draft.kind == "civil" else 0.0
        if number < lead:
            score += FIRST if draft.first == opens and not draft.printed else 0.0
            score -= APART if draft in apart else 0.0
        else:
            score += 0.5 if draft.first <= number else UNTOLD
        if best is None or score > best[0]:
            best = (score, draft)
    if best is None or best[0] <= -2:
        return None
    named = any(holds_word(folded, name) for name in best[1].surnames())
    elsewhere = not (named or told) and IN_OTHER_RE.search(scan.sentences[number].text)
    return None if elsewhere else best[1]


BODIES = frozenset({"company", "hospital", "insurer", "employer", "university", "manufacturer"})
OF_BODY = 1.5
"""For a suit with such a side, where a sentence speaks of "the company" without its name."""
BESIDE = 2.0
"""For the one case whose caption the paragraph prints."""
APART = 1.0
"""So much speaks against a case told in a paragraph of its own, of what stands before any case is named."""
IN_OTHER_RE = re.compile(rf"\b[Ii]n (?:an?|another) {OTHER_CASE}\b")
""" "The court refused in a separate case brought by clinics": what it did is none of this story's cases."""


def _prints_beside(draft: Draft, number: int, scan: Scan) -> bool:
    """Tell whether another sentence of the paragraph prints the caption of a case."""
    paragraph = scan.sentences[number].paragraph
    near = scan.sentences[max(0, number - PARAGRAPH) : number + PARAGRAPH]
    return any(s.start in draft.own for s in near if s.paragraph == paragraph and s.kind != "title")


PARAGRAPH = 6
"""So many sentences at most stand between two of one paragraph."""


def _harmed_there(number: int, scan: Scan) -> frozenset[str]:
    """Give the surnames of those to whom it was done: Lee of "found guilty of shooting at Bo Lee"."""
    sentence = scan.sentences[number]
    names = (n for n in scan.names[number] if is_harmed(n, sentence.text, sentence.start))
    return frozenset(surname_of(name.text) for name in names)


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
