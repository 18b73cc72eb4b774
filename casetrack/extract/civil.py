"""Civil cases in the making: who sues whom, one case for each proceeding the article tells apart.

A side counts when enough is said of it: sued or suing outright, or named again and again. A government
whose act is fought over is sued in every proceeding about it; those who sue belong to the one whose
sentences name them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from casetrack.extract.counsel import find_appearances
from casetrack.extract.courts import CourtMention
from casetrack.extract.disputed import name_dispute
from casetrack.extract.drafts import MIN_WEIGHT, SUED, Draft, body_of, is_short_for, make_draft
from casetrack.extract.forums import Forum, find_forums, split_by_argument
from casetrack.extract.lawgivers import state_names
from casetrack.extract.names import NameMention
from casetrack.extract.party_find import LIST_GROUP, PartyFind
from casetrack.extract.past_suits import without_history
from casetrack.extract.people import fold, surname_of
from casetrack.extract.scan import Scan
from casetrack.extract.second_cases import SAME_SIDE, Passages, part_called, part_second
from casetrack.extract.second_suits import own_passages, second_passages
from casetrack.extract.state_suits import LAWS, state_passages
from casetrack.lexicon.courts import load_courts

HINTED = 0.8
OUTRIGHT = 2.0
"""So much is said of a side by "sued"."""


def civil_drafts(scan: Scan, published: str | None) -> list[Draft]:
    """Make the civil cases of an article; none when nobody is shown to sue or be sued."""
    finds = [f for f in scan.parties if not f.criminal]
    least = MIN_WEIGHT if not scan.criminal else SUED
    accused = {body_of(f) for f in scan.parties if f.criminal and f.weight >= MIN_WEIGHT}
    finds = [f for f in finds if f.side != "client" or not (scan.criminal or body_of(f) in accused)]
    if not scan.criminal:
        finds = _side_clients(finds)
        finds += [replace(f, criminal=False) for f in scan.parties if f.criminal and f.group == LIST_GROUP]
    finds = without_history(_without_counsel(finds, scan), scan.sentences, published)
    weights = _weigh(finds)
    suing = {body for (body, side), w in weights.items() if side == "plaintiff" and w >= least}
    sued = {body for (body, side), w in weights.items() if side == "defendant" and w >= SUED}
    outright = any(f.side == "defendant" and f.weight >= SUED for f in finds)
    if not suing and not outright and not (sued and _is_acted_in(scan)):
        return [] if scan.criminal else _make_drafts([], scan, published)
    enough = MIN_WEIGHT if not suing else 0.9
    kept = [
        f
        for f in finds
        if body_of(f) in (suing if f.side == "plaintiff" else sued)
        or (f.side == "defendant" and f.weight >= enough)
    ]
    return _make_drafts(_on_one_side(kept, weights), scan, published)


def _without_counsel(finds: list[PartyFind], scan: Scan) -> list[PartyFind]:
    """Drop a lawyer who files for a client: "his attorney, Ann Porter", and later "Porter sued in May"."""
    if not any(f.side == "plaintiff" and f.kind == "person" for f in finds):
        return finds
    acting = {
        one.name for one in find_appearances(scan) if one.client or one.side in {"defense", "plaintiff"}
    }
    return [f for f in finds if f.side != "plaintiff" or f.name not in acting]


def weak_drafts(scan: Scan, published: str | None) -> list[Draft]:
    """Make the civil cases of an article that only hints at its sides: whose act a court weighs."""
    finds = [f for f in scan.parties if not f.criminal and f.weight >= HINTED and f.side != "client"]
    finds = _without_counsel(finds, scan)
    if scan.criminal or not _is_acted_in(scan):
        return []
    return _make_drafts(_on_one_side(finds, _weigh(finds)), scan, published)


def _side_clients(finds: Sequence[PartyFind]) -> list[PartyFind]:
    """Give those who have a lawyer the side that is said elsewhere; else that of which nobody is known."""
    sides = {(body_of(f), f.side) for f in finds if f.side != "client"}
    suing = any(f.side == "plaintiff" and f.weight >= MIN_WEIGHT for f in finds)
    sued = any(f.side == "defendant" and f.weight >= MIN_WEIGHT for f in finds)
    open_side = "defendant" if suing and not sued else "plaintiff"
    return [
        replace(f, side="defendant" if (body_of(f), "defendant") in sides else open_side)
        if f.side == "client" and (body_of(f), "plaintiff") not in sides
        else replace(f, side="plaintiff")
        if f.side == "client"
        else f
        for f in finds
    ]


def _is_acted_in(scan: Scan) -> bool:
    return any(not r.background for r in scan.rulings) or bool(scan.hearings)


def _weigh(finds: Iterable[PartyFind]) -> dict[tuple[str, str], float]:
    weights: dict[tuple[str, str], float] = {}
    for find in finds:
        key = (body_of(find), find.side)
        weights[key] = weights.get(key, 0.0) + find.weight
    return weights


def _on_one_side(finds: Sequence[PartyFind], weights: dict[tuple[str, str], float]) -> list[PartyFind]:
    """Give the finds of the side that most is said for, name by name; who sued outright has sued."""
    other = {"plaintiff": "defendant", "defendant": "plaintiff"}
    surest: dict[tuple[str, str], float] = {}
    for find in finds:
        key = (body_of(find), find.side)
        surest[key] = max(find.weight, surest.get(key, 0.0))

    def said(body: str, side: str) -> tuple[bool, float]:
        return surest.get((body, side), 0.0) >= OUTRIGHT, weights.get((body, side), 0.0)

    return [f for f in finds if said(body_of(f), f.side) >= said(body_of(f), other.get(f.side, ""))]


def _make_drafts(finds: Sequence[PartyFind], scan: Scan, published: str | None) -> list[Draft]:
    passages = [] if scan.criminal else state_passages(scan, finds)
    if not passages:
        return _make_home_drafts(finds, scan, published)
    told: dict[str, set[int]] = {}
    for find in finds:
        told.setdefault(find.name, set()).add(find.sentence)
    reaches = [range(p.sentences.start, q.sentences.start) for p, q in pairwise(passages)]
    reaches.append(range(passages[-1].sentences.start, len(scan.sentences)))
    owned: list[list[PartyFind]] = []
    for passage, reach in zip(passages, reaches, strict=True):
        near = set(reach[: len(passage.sentences) + GOES_ON])
        owned.append([f for f in finds if f.sentence in passage.sentences or told[f.name] <= near])
    rest = [f for f in finds if all(f not in own for own in owned)]
    drafts = _make_home_drafts(rest, scan, published)
    for passage, own in zip(passages, owned, strict=True):
        draft = make_draft([passage.find(), *own])
        draft.starts = {scan.sentences[number].start for number in passage.sentences}
        draft.first = passage.sentences.start
        for other in drafts:
            other.starts = other.starts - draft.starts if other.starts is not None else None
        drafts.append(draft)
    return drafts


GOES_ON = 4
"""So many sentences after a paragraph may still tell who sues in its case."""


def _make_home_drafts(finds: Sequence[PartyFind], scan: Scan, published: str | None) -> list[Draft]:
    if not finds:
        return []
    passages = second_passages(scan.sentences, scan.rulings)
    rest, called = part_called(finds, scan, passages)
    drafts = _make_first_drafts(rest, scan, published, passages)
    taken = {start for draft in called for start in draft.starts or ()}
    for draft in drafts if called else ():
        draft.starts = draft.starts - taken if draft.starts is not None else None
    return [*(draft for draft in drafts if draft.starts is None or draft.starts), *called]


def _make_first_drafts(
    finds: Sequence[PartyFind], scan: Scan, published: str | None, passages: Passages
) -> list[Draft]:
    """Make the cases of the suits that a story does not call another, one for each proceeding."""
    parted = _part_paragraphs(finds, scan)
    if len(parted) > 1:
        return parted
    forums = find_forums(scan, published)
    if len(forums) < 2 or scan.criminal:
        return _make_argued(finds, scan) or part_second(finds, scan, passages)
    seats = _seat_plaintiffs(finds, forums)
    drafts = [
        _seat_draft([f for f in finds if f.name not in seats or seats[f.name] is forum], forum)
        for forum in forums
    ]
    for draft, forum in zip(drafts, forums, strict=True):
        if not draft.parties:
            draft.subject = name_dispute(scan, sorted(forum.sentences))
        if not draft.parties and not draft.subject:
            _add_state(draft, forum, scan)
    whole = all(draft.parties or (draft.subject and not scan.criminal) for draft in drafts)
    return drafts if whole else part_second(finds, scan, passages)


def _add_state(draft: Draft, forum: Forum, scan: Scan) -> None:
    """Let the state where a court weighed a law answer for it: "In Kansas, a judge blocked a rule"."""
    for number in sorted(forum.acting or forum.sentences):
        state = next((n.text for n in scan.names[number] if n.text in state_names()), None)
        if state is not None and not LAWS.isdisjoint(scan.sentences[number].words):
            draft.parties[state] = PartyFind(state, "government", "defendant", False, 0.8, number, number)
            draft.roles[state] = "defendant"
            return


def _make_argued(finds: Sequence[PartyFind], scan: Scan) -> list[Draft]:
    """Make the cases that one court is to hear on different days, each with the sides told there."""
    drafts = []
    groups = split_by_argument(scan)
    for group in groups:
        near = {n + step for n in group for step in (1, 2)} - {n for other in groups for n in other}
        draft = make_draft(
            [f for f in finds if f.sentence in group] or [f for f in finds if f.sentence in near]
        )
        if not draft.parties:
            draft.subject = name_dispute(scan, sorted(group))
        draft.first = min(group)
        draft.starts = {scan.sentences[n].start for n in group}
        drafts.append(draft)
    named = [frozenset(draft.parties) or draft.subject for draft in drafts]
    return drafts if all(named) and len(set(named)) == len(named) else []


def _part_paragraphs(finds: Sequence[PartyFind], scan: Scan) -> list[Draft]:
    """Make a case of each suit that has a paragraph and a court of its own; none where there are not two."""
    suing: dict[str, set[int]] = {}
    for find in finds:
        if find.side == "plaintiff" and find.weight >= MIN_WEIGHT:
            suing.setdefault(find.name, set()).add(find.sentence)
    for name in suing:
        suing[name] |= {f.sentence for f in finds if f.side == "plaintiff" and _are_alike(f.name, name)}
    if len(suing) < 2:
        return []
    benches = [_benches(courts, names) for courts, names in zip(scan.courts, scan.names, strict=True)]
    passages = own_passages(scan.sentences, suing, benches)
    taken = {name for _, own in passages for name in own}
    rest = [f for f in finds if f.name not in taken]
    if len(passages) < 2 and not any(f.side == "plaintiff" for f in rest):
        return []
    drafts = [make_draft(rest)] if any(f.side == "plaintiff" for f in rest) else []
    firms = list({f.name: f for f in rest if f.side == "defendant" and f.kind == "organization"}.values())
    for passage, own in passages:
        text = fold(" ".join(scan.sentences[number].text for number in passage))
        spoken = not SAME_SIDE.isdisjoint(text.split())
        sued = [
            f for f in rest if f.side == "defendant" and (spoken or f" {fold(f.name).split()[0]} " in text)
        ]
        if not sued and len(passages) > 1 and len(firms) == 1:
            sued = firms  # a wave of suits against one
        draft = make_draft([*(f for f in finds if f.name in own), *sued])
        draft.starts = {scan.sentences[number].start for number in passage}
        draft.first = passage.start
        drafts.append(draft)
    return drafts


def _benches(courts: Sequence[CourtMention], names: Sequence[NameMention]) -> frozenset[tuple[str, str]]:
    """Give the trial courts and judges a sentence names, and whether they are federal or a state's."""
    trial = [m.court for m in courts if m.court.level == "trial"]
    judges = [n for n in names if n.title and TRIAL_JUDGE_RE.search(n.title)]
    systems = ["us" if court.jurisdiction == "us" else "state" for court in trial]
    systems += ["us" if re.match(r"U\.?S\b", n.title or "") else "state" for n in judges]
    return frozenset(
        [("court", court.id or court.name) for court in trial]
        + [("judge", surname_of(n.text)) for n in judges]
        + [("system", system) for system in systems]
    )


TRIAL_JUDGE_RE = re.compile(
    r"\b(?:District|Circuit|Superior|County|Chancellor|Common Pleas|Magistrate|Bankruptcy)\b"
)


def _are_alike(one: str, other: str) -> bool:
    """Tell two names of one side, or of its family."""
    return surname_of(one) == surname_of(other) or is_short_for(one, other) or is_short_for(other, one)


def _seat_plaintiffs(finds: Sequence[PartyFind], forums: Sequence[Forum]) -> dict[str, Forum | None]:
    """Give each who sues the one proceeding that is theirs: where they are named beside the court, else the
    one that hears appeals from their state, else the first that nobody has brought yet.

    None for those who are named beside another proceeding, one that is only history.
    """
    seats: dict[str, Forum | None] = {}
    waiting: list[str] = []
    for name in dict.fromkeys(f.name for f in finds if f.side == "plaintiff"):
        numbers = {f.sentence for f in finds if f.name == name}
        home = next((forum for forum in forums if forum.acting & numbers), None) or _forum_of_state(
            name, forums
        )
        if home is None:
            waiting.append(name)
        else:
            seats[name] = home
    for name in waiting:
        numbers = {f.sentence for f in finds if f.name == name}
        free = [forum for forum in forums if forum not in seats.values()]
        near = [forum for forum in forums if forum.sentences & numbers]
        seats[name] = next(iter([f for f in free if f in near] or free or near), None)
    return seats


def _forum_of_state(name: str, forums: Sequence[Forum]) -> Forum | None:
    table = load_courts()
    circuit = table.circuit_areas.get(table.states.get(name, ""))
    for forum in forums:
        own = {
            table.circuit_areas.get((c.id or "")[:2]) if c.level == "trial" else c.id for c in forum.courts
        }
        if circuit is not None and circuit in own:
            return forum
    return None


def _seat_draft(finds: Sequence[PartyFind], forum: Forum) -> Draft:
    """Make the case of one proceeding: those who sue there, and all who are sued over the same act."""
    named = {f.name for f in finds if f.sentence in forum.sentences}
    draft = make_draft([f for f in finds if f.side == "plaintiff" or f.name in named or _is_shared(f)])
    draft.court = forum.court()
    draft.starts = forum.starts
    draft.numbers = forum.sentences
    draft.first = min(forum.sentences)
    return draft


def _is_shared(find: PartyFind) -> bool:
    """Tell whether one is sued for an act of government, which others may fight elsewhere."""
    return find.kind == "government" or find.weight < MIN_WEIGHT
