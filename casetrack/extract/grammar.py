"""Who did what to whom in one sentence: voice, subject, object and reality of a verb.

A shallow reading, by walking over chunks from the verb outwards. It answers for one verb at a
time and gives None where it does not know. It knows English clauses, nothing of courts.
"""

from __future__ import annotations

from dataclasses import dataclass

from casetrack.extract.addresses import address_start, aged_before, is_age
from casetrack.extract.chunks import Chunk
from casetrack.extract.noun_phrases import noun_head
from casetrack.extract.word_classes import (
    ALONG_LINES,
    ANNOUNCING,
    ASIDE,
    ASIDE_OF,
    CLAUSE_END,
    DECIDED_TO,
    DURATION,
    HOW_MANY,
    LISTABLE,
    MERELY,
    NOMINAL,
    PAST_FORMS,
    SKIPPED,
    SPEAKING,
)

BEFORE_VERB = NOMINAL | {"date", "adverb", "relative", "conj", "comma"}


@dataclass(slots=True)
class VerbUse:
    """How a verb stands in its sentence; never changed, as a `Chunk` is.

    `voice` is active, passive, gerund or infinitive; `real` is False for what may be, was asked for
    or is denied; `background` marks the past perfect; `first` is the chunk its verb group begins at.
    """

    at: int
    first: int
    voice: str
    real: bool
    negated: bool
    background: bool
    announced: bool = False
    governor: str = ""


def read_verb(chunks: list[Chunk], at: int, forms: str) -> VerbUse:
    """Read the verb group that ends at chunk `at`.

    Args:
        forms: letters for what the word can be: b base, s third person, d past, n participle, g -ing.
    """
    aux: list[Chunk] = []
    first = at
    negated = False
    back = at - 1
    while back >= 0 and at - back <= 9:
        chunk = chunks[back]
        if chunk.kind in {"be", "have", "do", "modal"} or chunk.lower == "to":
            aux.append(chunk)
            first = back
            plain = chunks[back + 1].lower not in MERELY  # "didn't just dismiss the case"
            negated |= plain and (chunk.lower.endswith(("n't", "n’t")) or chunk.lower == "cannot")
            back -= 1
            if chunk.lower == "to":
                break
        elif chunk.kind == "not":
            negated |= chunks[back + 1].lower not in MERELY
            first = back
            back -= 1
        elif (
            chunk.kind in {"adverb", "date", "time"}
            or chunk.lower == "yet"
            or (chunk.kind == "prep" and _is_date_prep(chunks, back))
        ):
            back -= 1
        elif is_put_in(chunks, back):
            back -= 3
        else:
            break
    return _settle(chunks, at, first, aux, forms, negated)


def is_put_in(chunks: list[Chunk], at: int) -> bool:
    """ "The judge would not, however, order the return": an adverb between commas parts no verb."""
    return at > 2 and chunks[at].text == "," == chunks[at - 2].text and chunks[at - 1].kind == "adverb"


def _is_date_prep(chunks: list[Chunk], at: int) -> bool:
    return chunks[at].kind == "prep" and at + 1 < len(chunks) and chunks[at + 1].kind in {"date", "time"}


def _settle(chunks: list[Chunk], at: int, first: int, aux: list[Chunk], forms: str, negated: bool) -> VerbUse:
    if not aux:
        voice = "gerund" if "g" in forms else "active"
        if "n" in forms and (set(forms) == {"n"} or _shares_passive(chunks, at, forms)):
            voice = "passive"
        real = not negated and not _is_conditional(chunks, first)
        return VerbUse(at, first, voice, real, negated, False)
    kinds = [c.kind for c in aux]
    lowers = {c.lower for c in aux}
    background = bool(lowers & {"had", "hadn't", "hadn’t"})
    if "to" in lowers:
        return _settle_infinitive(chunks, at, first, negated, passive="be" in kinds and "n" in forms)
    announced = "modal" in kinds and bool(lowers & ANNOUNCING)
    real = not (negated or "modal" in kinds or "be" in lowers)
    voice = "passive" if "be" in kinds and "n" in forms else "active"
    real = real and not _is_conditional(chunks, first)
    return VerbUse(at, first, voice, real, negated, background, announced)


def _shares_passive(chunks: list[Chunk], at: int, forms: str) -> bool:
    """Tell "was convicted of fraud but later acquitted of two counts": the second verb shares "was"."""
    joint = at - 1
    while joint > 0 and chunks[joint].kind == "adverb":
        joint -= 1
    if "n" not in forms or joint <= 0 or chunks[joint].lower not in {"and", "but", "then"}:
        return False
    be = next((i for i in range(joint - 1, max(-1, joint - 15), -1) if chunks[i].kind == "be"), None)
    if be is None or be + 1 >= joint:
        return False
    verb = next((c.lower for c in chunks[be + 1 : joint] if c.kind not in SKIPPED), "")
    if not (verb.endswith("ed") or verb in PAST_FORMS):
        return False
    subject = find_subject(chunks, be)
    if chunks[be - 1].kind == "relative":
        return False
    if subject is None:
        return False
    if chunks[subject].kind == "word":  # "the motion was argued and denied by Judge Lee"
        after = chunks[at + 1] if at + 1 < len(chunks) else None
        return after is None or after.kind in {"comma", "date", "prep"} or after.text == "."
    return chunks[subject].kind in {"name", "person", "pronoun", "organization"}


def _settle_infinitive(chunks: list[Chunk], at: int, first: int, negated: bool, passive: bool) -> VerbUse:
    """Only "voted to", "agreed to", "decision to" make an infinitive real."""
    governor = ""
    for back in range(first - 1, max(-1, first - 12), -1):
        lower = chunks[back].lower
        if lower in DECIDED_TO:
            governor = lower
            break
        if (
            chunks[back].kind in {"adverb", "date", "not", "dash"}
            or lower.isdigit()
            or "-" in lower
            or "–" in lower
            or lower in DURATION
            or lower in ALONG_LINES
            or chunks[back].kind in {"det", "time", "jury"}  # "It took a jury 22 minutes to acquit"
        ):
            continue
        if chunks[back].kind == "prep":
            continue
        break
    real = bool(governor) and not negated and not _is_conditional(chunks, first)
    return VerbUse(at, first, "passive" if passive else "infinitive", real, negated, False, False, governor)


def _is_conditional(chunks: list[Chunk], first: int) -> bool:
    """Tell whether the clause is opened by "if", "whether" or "unless"."""
    for back in range(first - 1, max(-1, first - 14), -1):
        chunk = chunks[back]
        if chunk.lower in {"if", "whether", "unless", "until", "lest"}:
            return True
        if chunk.text in {",", ";", ":"}:
            return False
    return False


def find_subject(chunks: list[Chunk], first: int, depth: int = 0) -> int | None:
    """Find the head of the subject of the verb group that begins at `first`; None if unclear."""
    back = first - 1
    while back >= 0 and depth < 6:
        chunk = chunks[back]
        of_firm = chunk.text == "." and back and chunks[back - 1].kind == "organization"  # "Acme Co., which"
        if chunk.kind in SKIPPED or of_firm or _is_date_prep(chunks, back):
            back -= 1
        elif chunk.kind == "relative":
            return _antecedent(chunks, back)
        elif chunk.kind == "conj":
            return _shared_subject(chunks, back, depth)
        elif chunk.kind == "comma" and back and _ends_in_state(chunks[back - 1]):
            back -= 1
        elif chunk.kind in {"comma", "dash"}:
            opening = _parenthesis_start(chunks, back)
            if opening is None:
                return _shared_subject(chunks, back, depth) if _is_in_series(chunks, first) else None
            inner = _appositive(chunks, opening + 1, back)
            if inner is not None:
                aged = aged_before(chunks, opening)
                return inner if aged is None else aged
            if chunks[opening - 1].kind == "conj" if opening else False:
                return None
            back = opening - 1
        elif is_age(chunks, back):
            back -= 2
        elif chunk.lower.isdigit() and back > 2 and chunks[back - 1].lower in {"age", "aged"}:
            back -= 3
        elif chunk.kind == "det" and chunk.lower in SEVERAL and back + 1 == first:
            return back  # "The two were convicted"
        elif chunk.kind in NOMINAL:
            told = chunks[first].kind == "be" or chunks[first].lower in BRINGING
            who = _relative_before(chunks, back) if told else None
            return noun_head(chunks, back) if who is None else _antecedent(chunks, who)
        else:
            return None
    return None


SEVERAL = frozenset(HOW_MANY) - {"a", "one"}


def _relative_before(chunks: list[Chunk], at: int) -> int | None:
    """Find the "who" of "a mayor who took bribes was ordered": its clause ends in the noun at `at`."""
    for who in range(at - 2, max(-1, at - REACH_OF_WHO), -1):
        if chunks[who].kind == "conj" and (is_finite(chunks, who + 1) or _is_present(chunks[who + 1])):
            continue  # "who took bribes and faces trial"
        if chunks[who].kind in {"comma", "dash", "quote", "if", "conj"} or chunks[who].lower == "that":
            return None
        if chunks[who].lower == "who":
            verb = who + 1 + (chunks[who + 1].kind == "adverb")
            does = is_finite(chunks, verb) and chunks[verb].lower not in SPEAKING
            told = chunks[who - 1].kind in {"word", "person"} or (
                chunks[who - 1].kind == "comma" and who > 1 and chunks[who - 2].kind == "name"
            )
            return who if does and verb < at and told else None
    return None


def _is_present(chunk: Chunk) -> bool:
    return chunk.kind == "word" and chunk.text.islower() and chunk.text[-1:] == "s" != chunk.text[-2:-1]


BRINGING = frozenset({"sued", "filed"})
REACH_OF_WHO = 12


def _ends_in_state(chunk: Chunk) -> bool:
    """Tell "a court in Riverside, California," and "on May 4, 2017," whose last comma closes nothing else."""
    return (chunk.kind in {"court", "place"} and "," in chunk.text) or (
        chunk.kind == "date" and "," in chunk.text and chunk.text[-4:].isdigit()
    )


def _antecedent(chunks: list[Chunk], at: int) -> int | None:
    back = at - 1
    while back >= 0 and (
        chunks[back].kind in {"comma", "dash", "quote", "prep", "date", "adverb"} or is_age(chunks, back)
    ):
        back -= 1
    if back < 0 or chunks[back].kind not in NOMINAL:
        return None
    common = chunks[back].kind in {"word", "person"}
    if (
        chunks[at].lower == "who"
        and common
        and {"a", "an"} & {c.lower for c in chunks[max(0, back - 3) : back]}
    ):
        return back  # "in the case of a mental patient who slashed"
    # "a challenge to a ruling that upheld", "the conviction of Ann Lee, who was": the noun itself.
    back -= 2 * (chunks[back].kind == "place" and chunks[max(0, back - 2)].kind == "court")
    if back > 1 and chunks[back - 1].lower == "of" and chunks[back - 2].kind == chunks[back].kind == "name":
        back -= 2  # "Ann Porter of Salina, who"
    aside = chunks[at - 1].kind == "comma" and chunks[back].kind in ASIDE_OF.get(chunks[at].lower, ())
    return back if aside or chunks[back].kind == "instrument" else noun_head(chunks, back)


def _shared_subject(chunks: list[Chunk], at: int, depth: int) -> int | None:
    """A verb after "and" shares the subject of the verb before it; give the nearest such subject.

    "Ruled that lawyers may play the tape but barred": a past form follows no "may", so who ruled barred.
    """
    past = _tells_past(chunks, at + 1)
    for back in range(at - 1, -1, -1):
        chunk = chunks[back]
        if is_finite(chunks, back):
            group = back
            while group > 0 and (chunks[group - 1].kind in {"be", "have", "do", "modal", "adverb", "not"}):
                group -= 1
            if past and any(c.kind == "modal" for c in chunks[group : back + 1]):
                continue
            if group and chunks[group - 1].lower == "to":  # "refused to let him go, but agreed"
                continue
            return find_subject(chunks, group, depth + 1)
        if chunk.lower == ";":
            return None
    return None


def _is_in_series(chunks: list[Chunk], first: int) -> bool:
    """ "The judge cut the charge, gave her a year and fined her": one of several deeds of one judge."""
    if not _tells_past(chunks, first) or chunks[first].kind in {"be", "have"}:
        return False
    ahead = range(first + 1, min(len(chunks) - 1, first + SERIES))
    joint = next((i for i in ahead if chunks[i].lower == "and" and _tells_past(chunks, i + 1)), None)
    return joint is not None and not any(is_finite(chunks, i) for i in range(first + 1, joint))


SERIES = 16
"""So many words at most stand from one verb of a series to the "and" before its last."""


def _tells_past(chunks: list[Chunk], at: int) -> bool:
    """Tell whether a past form opens here; "said" goes on with what was said before it."""
    while at < len(chunks) and chunks[at].kind == "adverb":
        at += 1
    if at == len(chunks) or chunks[at].lower == "said":
        return False
    return chunks[at].lower in PAST_FORMS or chunks[at].lower.endswith("ed")


def is_finite(chunks: list[Chunk], at: int) -> bool:
    """Guess whether a chunk is a finite verb: an auxiliary, or a past form after a nominal."""
    chunk = chunks[at]
    if chunk.kind in {"be", "have", "modal"} and not chunk.lower.endswith("ing"):
        return True
    if chunk.kind != "word" or at == 0:
        return False
    if chunk.lower in PAST_FORMS:
        return True
    before = chunks[at - 1].kind
    if chunk.lower == "served" and chunks[at - 1].lower in {"time", "days", "months", "years"}:
        return False  # "with 300 days served"
    return chunk.lower.endswith("ed") and before in BEFORE_VERB and len(chunk.lower) > 4


def _parenthesis_start(chunks: list[Chunk], close: int) -> int | None:
    """Find the comma or dash that opens the parenthesis closed at `close`."""
    mark = "dash" if chunks[close].kind == "dash" else "comma"
    home = address_start(chunks, close)
    if home is not None:
        return home
    if chunks[close].text == ")":
        return next((i for i in range(close - 1, -1, -1) if chunks[i].text == "("), None)
    for back in range(close - 1, -1, -1):
        if chunks[back].kind != mark or chunks[back].text in {"(", ")"}:
            continue
        after = chunks[back + 1]
        if (
            mark == "dash"
            or after.kind in ASIDE
            or (after.kind == "person" and chunks[back - 1].kind != "place")
            or after.lower.isdigit()
        ):
            if back > 1 and after.kind == "place" and chunks[back - 1].kind == "place":
                return _parenthesis_start(chunks, back) if chunks[back - 2].kind == "comma" else back
            return back
    return None


def _appositive(chunks: list[Chunk], start: int, end: int) -> int | None:
    """Give a judge named between the commas: "the judge overseeing the case, Ann Lee, denied"."""
    lone = chunks[start].kind == "name" and end - start == 1
    if end - start <= 2 and (chunks[start].kind == "judge" or lone):
        return start
    return None


def object_words(chunks: list[Chunk], at: int, limit: int = 12) -> list[Chunk]:
    """Give the chunks after a verb, up to the end of its clause or `limit` of them."""
    out: list[Chunk] = []
    for chunk in chunks[at + 1 : at + 1 + limit]:
        if chunk.lower in CLAUSE_END or (chunk.kind == "comma" and out and out[-1].kind not in LISTABLE):
            break
        out.append(chunk)
    return out
