"""What was decided, beside who decided it: whether the object of a verb is what its frame wants.

The object follows its verb, stands before it ("the stay that the court granted"; "filed a motion, which
Judge Lee denied"), or is a pronoun for what was asked before.
"""

from __future__ import annotations

from casetrack.extract.chunks import Chunk, Clause
from casetrack.extract.frames import OBJECT_PRONOUNS, Frame, object_classes
from casetrack.extract.holdings import read_holding
from casetrack.extract.scene import Scene

ASKING = frozenset({"asking", "asks", "asked", "seeking", "seeks", "sought", "urged", "urging", "requested"})


def object_before(frame: Frame, chunks: Clause, subject: int | None) -> bool:
    """ "The stay that a panel of the court granted", "the sentence Judge Lee gave him": object first."""
    for at in range((subject or 0) - 1, max(0, (subject or 0) - 6), -1):
        relative = chunks[at].lower in {"that", "which"}
        if chunks[at].lower == "which" and at and chunks[at - 1].text == ",":
            return _told_before(frame, chunks, at - 1)
        noun = chunks[at - 1] if relative else chunks[at]
        fits = any(noun.lower in object_classes().get(name, ()) for name in frame.object)
        if relative:
            return fits
        if fits and at > 1 and (chunks[at + 1].kind == "det" or chunks[at + 1].value is not None):
            return chunks[at - 1].kind != "prep"
        if chunks[at].kind not in {"det", "word", "place", "organization"}:
            return False
    return False


def _told_before(frame: Frame, chunks: Clause, comma: int) -> bool:
    """ "Lawyers filed a motion to drop the count, which Judge Lee denied": what the clause before asks."""
    for at in range(comma - 1, max(-1, comma - LONG_CLAUSE), -1):
        word = chunks[at].lower
        if any(word in object_classes().get(name, ()) for name in frame.object):
            return True
        if word in ASKING and "motion" in frame.object:
            return True
        if chunks[at].text in {".", ";"} or word in {"that", "which", "who"}:
            return False
    return False


LONG_CLAUSE = 20


def object_is_pronoun(frame: Frame, chunks: Clause, at: int, after: list[Chunk], scene: Scene) -> bool:
    """ "A judge tossed it": "it" is what the clause or the sentence before spoke of."""
    if not after or after[0].lower not in OBJECT_PRONOUNS:
        return False
    spoken = {c.lower for c in chunks[:at]} | scene.said
    if "motion" in frame.object and not spoken.isdisjoint(ASKING):
        return True  # "Lawyers asked for a new trial. Judge Lee denied it"
    return any(spoken & object_classes().get(name, frozenset()) for name in frame.object)


def _has_object(after: list[Chunk]) -> bool:
    """Tell "released Ann Porter" from "a ruling released Friday, Judge Lee said"."""
    said = next((c for c in after if c.kind != "date" and c.lower != "on"), None)
    return said is not None and (said.text != "," or not any(c.kind == "date" for c in after[:2]))


def object_fits(frame: Frame, chunks: Clause, at: int, after: list[Chunk]) -> bool:
    """Tell whether what follows the verb at `at` is of a class that its frame takes."""
    says = (i for i, c in enumerate(after[1:], 1) if c.lower == "ruling" and after[i - 1].kind == "comma")
    after = after[: next(says, len(after))]  # "threw out Ann Porter's confession, ruling that"
    words = [c.lower for c in after]
    classes = object_classes()
    for name in frame.object:
        if name == "any" and _has_object(after):
            return True
        if name == "infinitive" and "to" in (words[:7] if "time" in words[:5] else words[:4]):
            return True
        if name == "person" and any(c.kind in {"name", "person", "pronoun"} for c in after[:8]):
            return True
        if name == "person" and words[:1] and words[0] in {"one", "both", "all"}:
            return True  # "acquitted both on Tuesday", "convicted one of the two"
        if name == "firm" and any(c.kind == "organization" for c in after[:3]):
            return True
        if name == "guilty" and "guilty" in words and "not" not in words[: words.index("guilty")]:
            return True
        if name == "not guilty" and "guilty" in words and "not" in words[: words.index("guilty")]:
            return True
        if name == "told_to" and "to" in words[:9]:
            return True
        if name == "holding" and read_holding(chunks, at) is not None:
            return True
        if name in classes and not classes[name].isdisjoint(words[:9]):
            return True
    return False
