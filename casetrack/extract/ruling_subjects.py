"""The subject of a verb that has none beside it: participles, infinitives, pronouns.

"In a 6-3 vote, the court sided with the tenants, blocking ..." has its subject in the main clause;
"an order blocking" in the noun before; "he" in the person last spoken of. Unclear gives None.
"""

from __future__ import annotations

import re
from functools import cache

from casetrack.extract.chunks import Chunk, Clause
from casetrack.extract.deciders import Decider, read_decider
from casetrack.extract.frames import DECIDER_KINDS, Frame
from casetrack.extract.grammar import VerbUse, find_subject, is_finite, read_verb
from casetrack.extract.scene import Scene
from casetrack.extract.word_classes import NOMINAL
from casetrack.lexicon import load_table

VOTED = frozenset(
    {"agreed", "agrees", "voted", "votes", "moved", "decided", "ruled", "chose", "opted", "acted", "went"}
    | {"declined", "refused", "took", "needed", "deliberated"}
)
DECIDED = frozenset({"decision", "vote", "order", "ruling", "refusal", "agreement"})
ACTORS = frozenset(DECIDER_KINDS) | {"instrument"}
OPENERS = frozenset(
    {"after", "when", "while", "as", "although", "though", "because", "if", "since", "before", "once"}
)
FLOATED = frozenset(
    {"asked", "asking", "suggested", "floated", "wondered", "proposed", "option", "options", "path", "idea"}
)
GROUP = frozenset({"be", "have", "do", "modal", "adverb", "not"})


@cache
def _speech() -> frozenset[str]:
    return frozenset(load_table("actors")["speech"])


SAYING = frozenset({"said", "ruled", "found", "held", "concluded", "wrote"})


def who_said(use: VerbUse, chunks: list[Chunk]) -> int | None:
    """Find the judge of "the judge said Acme lacked standing and dismissed the suit": she did, not Acme."""
    if use.first < 4 or chunks[use.first - 1].lower != "and":
        return None
    said = next((i for i in range(use.first - 2, 0, -1) if chunks[i].lower in SAYING), None)
    if said is None or any(
        chunk.kind in {"comma", "quote"} or chunk.lower == "had" for chunk in chunks[said : use.first]
    ):
        return None
    return find_subject(chunks, read_verb(chunks, said, "ds").first)


def subject_index(use: VerbUse, chunks: Clause) -> int | None:
    """Give the chunk that is the subject of an active verb."""
    if use.voice == "gerund":
        return _gerund_subject(chunks, use.first)
    if use.voice == "infinitive":
        for back in range(use.first - 1, -1, -1):
            if chunks[back].lower in VOTED:
                subject = find_subject(chunks, read_verb(chunks, back, "dn").first)
                if subject is not None and chunks[subject].lower == "it":
                    return next((i for i in range(back, use.first) if chunks[i].kind in ACTORS), None)
                return subject
            if chunks[back].lower in DECIDED:
                return back
        return None
    subject = find_subject(chunks, use.first)
    presiding = _presiding(chunks, use.first)
    return subject if presiding is None else presiding


PRESIDING = frozenset({"overseeing", "presiding", "handling", "hearing", "assigned", "trying", "supervising"})


def _presiding(chunks: Clause, first: int) -> int | None:
    """ "The judge overseeing the case against Ann Lee stepped aside": she who oversees it does."""
    if first < 4 or chunks[1].kind != "judge" or chunks[2].lower not in PRESIDING:
        return None
    return None if any(is_finite(chunks, at) for at in range(3, first)) else 1


def _gerund_subject(chunks: Clause, first: int) -> int | None:
    """ "An order blocking" has its noun; "denied X, rejecting Y" the subject of the clause."""
    back = first - 1
    while back >= 0 and chunks[back].kind in {"adverb", "quote", "not"}:
        back -= 1
    if back < 0:
        return _after_opening(chunks, first)
    chunk = chunks[back]
    if chunk.kind in ACTORS:
        return back
    if chunk.kind == "prep" or chunk.lower in {"while", "when"}:
        if chunk.lower not in {"in", "by", "after", "before", "while", "without"}:
            return None
        return _after_opening(chunks, first) if back == 0 else _clause_subject(chunks, back)
    if chunk.kind == "dash" and any(c.lower in FLOATED for c in chunks[max(0, back - 14) : back]):
        return None  # "asked about a middle path: sending the case back"
    if (
        chunk.text == ","
        and back
        and chunks[back - 1].kind in {"judge", "name"}
        and not _tells(chunks[:back])
    ):
        return back - 1  # "Judge Lee, approving the deal, said"
    if chunk.kind in {"comma", "dash", "conj"}:
        return _clause_subject(chunks, back)
    return _instrument_before(chunks, back)


def _tells(chunks: Clause | list[Chunk]) -> bool:
    return any(is_finite(chunks, at) for at in range(len(chunks)))


def _after_opening(chunks: Clause, first: int) -> int | None:
    """ "Citing X, the judge ...": the noun that follows the comma, if it decides."""
    for comma in (i for i in range(first, len(chunks)) if chunks[i].text == ","):
        for at in range(comma + 1, min(len(chunks), comma + 9)):
            if chunks[at].kind in ACTORS | {"name"} and not chunks[at].possessive:
                return at
            if is_finite(chunks, at) or chunks[at].kind in {"comma", "relative", "pronoun", "if"}:
                break
    return None


def _clause_subject(chunks: Clause, end: int) -> int | None:
    """Give the subject of the clause before `end` if it decides, else that of the sentence."""
    for at in range(end - 1, -1, -1):
        if not is_finite(chunks, at):
            continue
        group = _group_start(chunks, at)
        if group and chunks[group - 1].kind == "relative":
            aside = any(c.kind == "comma" for c in chunks[group:end])
            if chunks[group - 1].lower == "who" and chunks[end].kind == "prep" and not aside:
                return group - 1  # "a baker who fled after refusing to pay": it was he who refused
            continue
        subject = find_subject(chunks, group)
        if subject is not None and chunks[subject].kind in ACTORS:
            return subject
        if subject is not None and chunks[end].kind == "prep" and chunks[subject].kind == "name":
            return subject  # "the judge said Ann Lee had gone too far in upholding the ban"
        break
    subject = _main_subject(chunks, end)
    if subject is not None and chunks[subject].kind in ACTORS | {"name", "pronoun", "organization"}:
        return subject
    return None


def _main_subject(chunks: Clause, end: int) -> int | None:
    start = 0
    if chunks[0].lower in OPENERS:
        start = next((i for i in range(end) if chunks[i].text == ","), 0)
    for at in range(start, end):
        if is_finite(chunks, at):
            subject = find_subject(chunks, _group_start(chunks, at))
            if subject is not None:
                return subject
    return None


def _group_start(chunks: Clause, at: int) -> int:
    while at > 0 and chunks[at - 1].kind in GROUP:
        at -= 1
    return at


def _instrument_before(chunks: Clause, back: int) -> int | None:
    """ "A ruling in April blocking": the order or ruling at the head of the noun phrase."""
    for at in range(back, max(-1, back - 12), -1):
        if chunks[at].kind == "instrument" and not chunks[at].possessive:
            return at
        if chunks[at].kind not in NOMINAL | {"prep", "det", "date", "time", "adverb"}:
            return None
        if is_finite(chunks, at):
            return None
    return None


def read_signer(chunks: Clause, at: int, scene: Scene) -> Decider | None:
    """Tell who made it: "Judge Lee signed an order barring the mill from digging"."""
    signed = next((i for i in range(at - 1, max(0, at - 6), -1) if chunks[i].lower in SIGNED), None)
    subject = find_subject(chunks, signed) if signed is not None else None
    return read_decider(chunks, subject, scene.roster, scene.home) if subject is not None else None


SIGNED = frozenset({"signed", "issued", "entered"})


def read_pronoun(frame: Frame, chunks: Clause, at: int, scene: Scene) -> Decider | None:
    """Tell who decides in "he ordered": the judge of this sentence, or of the last one.

    What only a judge can do (deny a motion, sentence) may reach back; what anyone does may not.
    """
    personal = chunks[at].lower in {"he", "she"}
    spoken = at > 0 and (chunks[at - 1].lower in _speech() or chunks[at - 1].lower == "that")
    if spoken and at > 1 and chunks[at - 2].kind == "relative":
        return None  # "lenders who said they had stopped"
    known = _actor_before(chunks, at, personal)
    if frame.generic and not (spoken and known is not None) and not _rules(chunks, at):
        return None
    if known is not None:
        decider = read_decider(chunks, known, scene.roster, scene.home)
        if decider is not None:
            return decider if _pronoun_fits(chunks[at].lower, decider) else None
        if spoken or _is_loose(frame):
            return None
        judge = _judge_before(chunks, at, scene) if personal else None
        if judge is not None:
            return judge
    again = any(c.lower == chunks[at].lower for c in chunks[:at])
    decider = scene.focus if _is_loose(frame) and not again else scene.last_decider
    return decider if decider is not None and _pronoun_fits(chunks[at].lower, decider) else None


def governing_nouns(chunks: Clause, subject: int | None) -> list[Chunk]:
    """Give "conviction" where Bo Lee is taken for the subject: "the conviction of a sheriff, Bo Lee, was".

    "A charge of theft against Bo Lee was dropped" has two.
    """
    found: list[Chunk] = []
    for back in range(subject - 1, max(-1, subject - OWNED), -1) if subject is not None else ():
        if chunks[back].kind in {"be", "have", "modal", "relative", "date", "quote", "if"}:
            break
        if chunks[back + 1].lower in {"of", "against"} and chunks[back].kind not in {"det", "comma", "conj"}:
            found.append(chunks[back])
    return found


OWNED = 12


def _rules(chunks: Clause, at: int) -> bool:
    """Tell "she ruled that", and of jurors "they found for", from "she said that": what nobody else does."""
    verbs = {"ruled", "found"} if chunks[at].lower == "they" else {"ruled"}
    return any(c.lower in verbs for c in chunks[at + 1 : at + 4])


def _judge_before(chunks: Clause, at: int, scene: Scene) -> Decider | None:
    """ "Jurors told Judge Lee of it, and she declared a mistrial": of two people the one who can."""
    for back in range(at - 1, -1, -1):
        if chunks[back].kind in {"judge", "name"} and not chunks[back].possessive:
            decider = read_decider(chunks, back, scene.roster, scene.home)
            if decider is not None:
                return decider
    return None


def _is_loose(frame: Frame) -> bool:
    return frame.confidence < 0.8 or not frame.object or bool({"any", "told_to"} & set(frame.object))


def _actor_before(chunks: Clause, at: int, personal: bool) -> int | None:
    """Give the subject that a pronoun most likely repeats within its sentence."""
    kinds = {"name", "judge"} if personal else {"organization", *DECIDER_KINDS} - {"judge"}
    found = [i for i in range(at) if chunks[i].kind in kinds]
    free = [
        i
        for i in found
        if not chunks[i].possessive
        and not (i and chunks[i - 1].kind == "prep" and chunks[i - 1].lower != "by")
    ]
    return next(iter(free or found), None)


def _pronoun_fits(pronoun: str, decider: Decider) -> bool:
    if pronoun in {"he", "she"}:
        return decider.kind == "judge"
    return decider.kind != "judge" or len(decider.judges) > 1


PROSECUTION_RE = re.compile(
    r"(?:[Aa]ttorney|[Pp]rosecutor|DA|D\.A\.)(?:[’']s)?(?: General)?(?:[’']s)?(?: [Oo]ffice)?$"
)


OFFICE_RE = re.compile(
    r"\b(?:[Dd]istrict|[Ss]tate[’']s|U\.S\.|[Pp]rosecuting|[Cc]ounty|[Cc]ommonwealth[’']s)\b"
)


def is_prosecution(chunks: list[Chunk], at: int) -> bool:
    """Tell "prosecutors" and "the district attorney's office" from a lawyer."""
    if chunks[at].lower == "office" and at and chunks[at - 1].kind == "det":
        named = next((c for c in chunks[:at] if c.lower in {"attorney", "prosecutor", "attorneys"}), None)
        return named is not None
    if chunks[at].kind == "prosecution":
        return True
    words = " ".join([c.text for c in chunks[max(0, at - 2) : at + 1]])
    return bool(PROSECUTION_RE.search(words) and OFFICE_RE.search(words))
