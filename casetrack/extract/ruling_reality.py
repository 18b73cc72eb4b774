"""Whether a verb tells what was decided: not what may be, was asked for, is hoped or happens as a rule.

Looks at the verb and the words before it; who acts and on what is not looked at here.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from casetrack.extract.captions import landmarks
from casetrack.extract.chunks import Chunk, Clause
from casetrack.extract.frames import Frame
from casetrack.extract.grammar import VerbUse, is_put_in
from casetrack.extract.sentences import Sentence
from casetrack.lexicon import load_table

HOPED = frozenset(
    {
        "hopes",
        "hope",
        "hoping",
        "hoped",
        "fears",
        "fear",
        "until",
        "once",
        "before",
        "unless",
        "worries",
        "when",
    }
)
"""Before a verb in the present these tell what may come: "hopes that the court overturns"."""
JUDGED = frozenset(
    {"wrongly", "improperly", "mistakenly", "erroneously", "incorrectly", "rightly", "correctly"}
)
ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "sixth", "last", "only"})
MANY = frozenset({"dozens", "hundreds", "thousands", "scores", "many", "several", "countless", "numerous"})
COUNTING = MANY | {"times", "time"}
COMING = frozenset({"appear", "return", "report", "reappear", "attend"})
ARREST = frozenset({"arrest", "arrested", "capture", "extradition", "surrender"})
FAULT = frozenset(
    {
        "erred",
        "error",
        "err",
        "wrong",
        "mistake",
        "mistaken",
        "overstepped",
        "authority",
        "hasty",
        "blundered",
    }
)
OPINION = frozenset({"accordingly", "therefore", "thus", "hereby", "foregoing"})
WHENEVER_RE = re.compile(r"[“\"]?(?:When|Whenever|Once|Every time|Each time|As soon as)\b")

DECIDERS = frozenset(
    {"judge", "court", "jury", "panel", "board", "name", "prosecution", "adverb", "instrument"}
)
"""The kinds of chunks before a verb in the present tense that is no noun: "the court orders"."""


def stands_as_verb(chunks: list[Chunk], at: int, forms: str, kind: str) -> bool:
    """Tell "the court orders" from "the court's orders"."""
    before = chunks[at - 1] if at else None
    if set(forms) & {"d", "n", "g"}:
        if "g" in forms and before is not None and before.kind == "det":
            return False
        made = before is not None and before.kind == "word" and at > 1 and chunks[at - 2].lower == "to"
        if made and "n" in forms:
            return False  # "failure to make required payments"
        return not (
            before is not None
            and before.kind == "det"
            and before.lower in {"a", "an", "the", "this", "that", "his", "her", "its"}
        )
    if before is None:
        return False
    back = at - 1
    while back > 0 and (is_put_in(chunks, back) or chunks[back].kind in {"adverb", "not", "quote"}):
        back -= 3 if chunks[back].text == "," else 1
    helped = chunks[back].kind in {"modal", "do"} or chunks[back].lower == "to"
    if "b" in forms and not helped:
        return before.lower in {"justices", "judges", "jurors", "courts", "prosecutors"}
    if helped:
        return True
    if before.kind == "relative":  # "signed an order that bars the mill from digging"
        plain = [c.kind for c in chunks[: at - 1] if c.kind not in {"date", "time"} and c.lower != "on"]
        return plain[-1:] == ["instrument"]
    return before.kind in DECIDERS and not before.possessive


def is_real(frame: Frame, use: VerbUse, chunks: list[Chunk]) -> bool:
    """Tell whether the verb tells what was decided: not what may be, was asked for or did not happen."""
    if (frame.voices and use.voice not in frame.voices) or _is_summons(frame, use, chunks):
        return False
    if _is_of_landmark(chunks, use.at):
        return False
    if frame.negated:
        did = any(c.lower in {"did", "didn't", "didn’t"} for c in chunks[use.first : use.at])
        return use.negated and (use.announced or did)
    if frame.governed:
        told = use.voice == "infinitive" or (use.voice == "active" and use.real)
        return told and any(c.lower in frame.governed for c in chunks[max(0, use.first - 6) : use.first])
    if use.real:
        return not frame.announced_only
    if use.negated or not use.announced:
        return False
    if _is_opinion(chunks, use.first):
        return True
    if not frame.announced:
        return False
    return _is_announced(chunks, use) or (frame.announced_only and _is_announced_after(chunks, use.at))


def _is_of_landmark(chunks: list[Chunk], at: int) -> bool:
    """ "Now that the Supreme Court has overturned Roe v. Wade": history in any other case."""
    if at + 3 >= len(chunks) or chunks[at + 2].lower not in {"v", "v.", "vs."}:
        return False
    caption = " ".join([c.text for c in chunks[at + 1 : at + 6]]).replace(" . ", ". ")
    return caption.startswith(landmarks())


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load_table("actors")[key])


def _is_announced(chunks: list[Chunk], use: VerbUse) -> bool:
    """Tell "said she would release him" from "warned that she would", "said the judge would", "would if"."""
    if use.voice != "passive" and (not use.first or chunks[use.first - 1].kind != "pronoun"):
        return False
    if any(c.lower in {"if", "unless"} for c in chunks[use.at + 1 :]):
        return False
    if any(c.kind == "have" for c in chunks[use.first : use.at]):
        return False  # "dissented, saying she would have denied the stay"
    return any(c.lower in _words("announces") for c in chunks[max(0, use.first - 9) : use.first])


def _is_opinion(chunks: list[Chunk], first: int) -> bool:
    """ "Accordingly, the court will deny the motion": an opinion's own words decide."""
    opening = {c.lower for c in chunks[max(0, first - 9) : first]}
    return bool(opening & OPINION) and any(
        c.lower in {"court", "i", "we"} for c in chunks[max(0, first - 3) : first]
    )


def _is_announced_after(chunks: list[Chunk], at: int) -> bool:
    """ "The justices will decide whether the tax is valid, they announced Monday"."""
    for back, chunk in enumerate(chunks[at + 1 :], at + 1):
        if chunk.lower in _words("announces") and chunks[back - 1].kind in {"pronoun", "court", "panel"}:
            return any(c.text == "," for c in chunks[back - 4 : back])
    return False


def is_in_error(chunks: list[Chunk], use: VerbUse) -> bool:
    """Tell a deed that a higher court finds fault with, or praises, from one told as news."""
    return _errs_in(chunks, use) or _is_judged(chunks, use)


def is_timeless(use: VerbUse, chunks: Clause, forms: str, sentence: Sentence) -> bool:
    """ "Judges often reject such requests", "When a judge blocks a merger" tell no event."""
    reach = 12 if use.governor else 3
    habitual = _words("habitual")
    if not habitual.isdisjoint(chunks.words) and any(
        c.lower in habitual for c in chunks[max(0, use.first - reach) : use.at + 2]
    ):
        return True
    if not COUNTING.isdisjoint(chunks.words) and _is_counted(chunks, use):
        return True
    if (
        use.first
        and chunks[use.first - 1].lower == "last"
        and not any(c.kind == "date" and before.kind == "prep" for before, c in pairwise(chunks))
    ):
        return True  # "The justices last took it up in a 1982 case"
    if _is_ahead(chunks, use) or _is_lasting(chunks, use) or _is_caused(chunks, use):
        return True
    at = use.at
    if use.first != at:
        return False
    if "d" not in forms and _is_whatever(chunks, at):
        return True
    if _follows_modal(chunks, at, forms):
        return True
    if "s" not in forms:
        return False
    return any(c.lower in HOPED for c in chunks[max(0, at - 9) : at]) or bool(
        WHENEVER_RE.match(sentence.text)
    )


def _is_summons(frame: Frame, use: VerbUse, chunks: list[Chunk]) -> bool:
    """ "Ordered her to appear April 6", "told them to return on May 2" set a session and decide nothing."""
    if frame.id not in {"ordered.order", "ordered.tell"}:
        return False
    after = chunks[use.at + 1 : use.at + 22]
    to = next((i for i, c in enumerate(after) if c.lower == "to"), len(after))
    if not {c.lower for c in after[to + 1 : to + 4]} & COMING:
        return False
    told = " ".join([c.lower for c in after[to:]])
    if "return to " in told and "court" not in told:
        return False  # "ordered the teachers to return to their classrooms Thursday"
    return (
        "following day" in told
        or "next day" in told
        or any(getattr(c.value, "direction", "") == "future" for c in after[to:])
    )


def _is_caused(chunks: list[Chunk], use: VerbUse) -> bool:
    """ "She would move to have the charge thrown out" tells what is wanted."""
    if use.voice != "passive" or use.first != use.at:
        return False
    near = range(max(1, use.at - 6), use.at)
    return any(chunks[i].lower in {"have", "get"} and chunks[i - 1].lower == "to" for i in near)


def _is_lasting(chunks: list[Chunk], use: VerbUse) -> bool:
    """ "Has been held without bail since his arrest Monday" tells how things stand, and no decision."""
    if use.voice != "passive" or not any(c.kind == "have" for c in chunks[use.first : use.at]):
        return False
    after = [c.lower for c in chunks[use.at + 1 : use.at + 10]]
    if after[:1] == ["since"] and any(c.lower == "people" for c in chunks[max(0, use.first - 9) : use.first]):
        return True  # "Six people have been exonerated since 1973"
    return "since" in after and not ARREST.isdisjoint(c.lower for c in chunks[use.at : use.at + 16])


def _is_counted(chunks: list[Chunk], use: VerbUse) -> bool:
    """ "Has blocked it three times", "the second time the court has ruled" only count decisions."""
    after = chunks[use.at + 1 : use.at + 9]
    if not use.background and any(c.lower == "times" for c in after):
        return any(c.lower.isdigit() or c.kind == "det" for c in after)
    if after and after[0].lower in MANY and use.first and chunks[use.first - 1].kind == "relative":
        return True
    start = max(0, use.first - 9)
    for at in range(start + 1, use.first):
        if chunks[at].lower == "time" and chunks[at - 1].lower in ORDINALS:
            return at < 3 or chunks[at - 3].lower != "for"  # "For the second time, the board has refused"
    return False


def _is_ahead(chunks: list[Chunk], use: VerbUse) -> bool:
    """ "Faces 20 years when she is sentenced June 20" tells what may come."""
    if use.voice != "passive" or not any(
        c.lower in {"is", "are", "gets", "be"} for c in chunks[use.first : use.at]
    ):
        return False
    near = chunks[use.at + 1 : use.at + 4]
    return any(getattr(c.value, "direction", "") == "future" for c in near) or any(
        c.lower in {"when", "once", "until", "before", "if"}
        for c in chunks[max(0, use.first - 4) : use.first]
    )


def _errs_in(chunks: list[Chunk], use: VerbUse) -> bool:
    """ "The judge erred in barring the evidence": the deed a higher court speaks of."""
    if use.voice != "gerund" or use.first < 2:
        return False
    return chunks[use.first - 1].lower in {"in", "by"} and bool(
        {c.lower for c in chunks[max(0, use.first - 4) : use.first - 1]} & FAULT
    )


def _is_judged(chunks: list[Chunk], use: VerbUse) -> bool:
    """ "The panel said a judge wrongly tossed the suit": the deed a higher court speaks of."""
    return use.voice != "passive" and any(c.lower in JUDGED for c in chunks[max(0, use.first - 1) : use.at])


def _is_whatever(chunks: list[Chunk], at: int) -> bool:
    """ "Will do what the courts tell her to do" tells of nothing decided."""
    back = at - 1
    while back > 0 and chunks[back].kind in {"judge", "court", "panel", "det"}:
        back -= 1
    return back < at - 1 and chunks[back].lower in {"what", "whatever", "however"}


def _follows_modal(chunks: list[Chunk], at: int, forms: str) -> bool:
    """ "The judge could order a new trial or let the verdict stand": the second verb is no past tense."""
    if "b" not in forms or "d" not in forms or not at or chunks[at - 1].lower not in {"or", "and"}:
        return False
    clause = next(
        (i for i in range(at - 1, -1, -1) if chunks[i].kind == "relative" or chunks[i].text == ";"), 0
    )
    return any(c.kind == "modal" for c in chunks[clause:at])
