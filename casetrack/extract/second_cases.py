"""The second suits of a story as cases of their own: whose each is, and which sentences tell of it."""

from __future__ import annotations

from collections.abc import Sequence

from casetrack.extract.drafts import Draft, body_of, make_draft
from casetrack.extract.organizations import COMPANY_END_RE
from casetrack.extract.party_find import PartyFind
from casetrack.extract.people import fold, surname_of
from casetrack.extract.scan import Scan
from casetrack.extract.second_suits import goes_on_to, is_told_by_name
from casetrack.extract.word_sets import holds_word

SAME_SIDE = frozenset([
    "company", "companies", "firm", "firms", "agency", "department", "administration", "university", "maker",
])  # fmt: skip
"""By one of these a passage about a second suit speaks of those whom the first is against."""


Passages = Sequence[tuple[range, bool]]
"""The passages about a second suit, each with whether the story calls it that."""


def part_called(
    finds: Sequence[PartyFind], scan: Scan, passages: Passages
) -> tuple[list[PartyFind], list[Draft]]:
    """Make a case of each suit that the story calls another one; give what is left, and those cases."""
    return _part(finds, scan, [passage for passage, called in passages if called], True)


def part_second(finds: Sequence[PartyFind], scan: Scan, passages: Passages) -> list[Draft]:
    """Make a case of its own of a second suit that the story tells of, where one who sues is only in that."""
    rest, drafts = _part(finds, scan, [passage for passage, called in passages if not called], False)
    return [make_draft(rest), *drafts]


def _part(
    finds: Sequence[PartyFind], scan: Scan, passages: Sequence[range], called: bool
) -> tuple[list[PartyFind], list[Draft]]:
    drafts: list[Draft] = []
    rest = list(finds)
    ends = [*(passage.start for passage in passages[1:]), len(scan.sentences)]
    for passage, until in zip(passages, ends, strict=False):
        outside = {body_of(f) for f in rest if f.sentence not in passage}
        own = [f for f in rest if f.sentence in passage and body_of(f) not in outside]
        passage = goes_on_to(passage, until, scan.sentences, {f.name for f in own if f.name})
        own += [f for f in rest if f.sentence in passage and f not in own]
        if not outside:
            continue
        if any(f.side == "plaintiff" for f in own):
            sued = [f for f in rest if f.sentence in passage and f.side == "defendant"]
            if not sued and _speaks_of(IN_TURN, passage[:1], scan):
                sued = [f for f in rest if f.side == "defendant" and f.sentence < passage.start]
            elif not sued and _speaks_of(SAME_SIDE, passage, scan):
                sued = [f for f in rest if f.side == "defendant" and f.kind != "person"]
        elif called and _is_told(passage, scan) and any(f.sentence < passage.start for f in rest):
            sued = _sides_named(rest, passage, scan)
        else:
            continue
        draft = make_draft([*own, *sued])
        if not draft.parties:
            continue
        draft.starts = {scan.sentences[number].start for number in passage}
        draft.first = passage.start
        draft.second = called
        drafts.append(draft)
        outside_text = _text_outside(passage, scan) if called else ""
        rest = [
            f
            for f in rest
            if f not in own or (f.side == "defendant" and holds_word(outside_text, _known_by(f)))
        ]
    return rest, drafts


SAME_MATTER = frozenset({"parallel", "identical", "near-identical", "companion"})
IN_TURN = SAME_MATTER | {"third", "fourth", "another", "similar"}
"""Such a suit is against the same side, where no other is named."""


def _speaks_of(words: frozenset[str], passage: range, scan: Scan) -> bool:
    return any(not words.isdisjoint(scan.sentences[number].words) for number in passage)


def _is_told(passage: range, scan: Scan) -> bool:
    if not is_told_by_name(scan.sentences[passage.start].text):
        return False
    starts = {scan.sentences[number].start for number in passage}
    decided = any(find.sentence.start in starts and find.decider is not None for find in scan.rulings)
    return decided or any(find.sentence.start in starts for find in scan.hearings)


def _sides_named(finds: Sequence[PartyFind], passage: range, scan: Scan) -> list[PartyFind]:
    """Give the sides of the story's suit that a passage names, or who is sued if it is over the same."""
    text = " ".join(fold(scan.sentences[number].text) for number in passage)
    named = [f for f in finds if f.name and holds_word(text, _known_by(f))]
    if named:
        return named
    spoken = scan.sentences[passage.start].text.startswith(("He ", "She ", "It ", "They "))
    same = spoken or _speaks_of(SAME_MATTER, passage[:1], scan)
    return [f for f in finds if f.side == "defendant"] if same else []


def _known_by(find: PartyFind) -> str:
    """Give the folded words that tell of a side again: a surname, a firm's name without its "Inc"."""
    if find.kind != "organization":
        return surname_of(find.name)
    return fold(COMPANY_END_RE.sub("", find.name))


def _text_outside(passage: range, scan: Scan) -> str:
    """Give what other sentences of the story tell, folded."""
    return " ".join(fold(s.text) for number, s in enumerate(scan.sentences) if number not in passage)
