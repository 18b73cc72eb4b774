"""Find the decisions that one sentence reports.

A decision is a verb of `lexicon/rulings.toml` in a clause where a judge, court, jury or board is the
one who acts, or where the thing decided is the subject of a passive. What was asked for, may come,
is denied or conditional is none. Joining what several sentences tell of one decision is the work of
`events.py`; here every sentence stands alone.
"""

from __future__ import annotations

import re
from functools import cache

from casetrack.extract.chunks import Chunk
from casetrack.extract.deciders import Decider
from casetrack.extract.frames import Frame, frames_by_form, phrases
from casetrack.extract.grammar import VerbUse, object_words, read_verb
from casetrack.extract.names import NameMention
from casetrack.extract.ruling_actors import decide
from casetrack.extract.ruling_details import (
    VAGUE_RE,
    before_cue,
    describe,
    find_asker,
    pick_date,
    settle_value,
)
from casetrack.extract.scene import RulingFind, Scene
from casetrack.extract.sentences import Sentence
from casetrack.lexicon import load_table

DISTINCT_RE = re.compile(
    r"\b(?:also|as well|separate|separately|another|second|other|too|but|however|latter)\b", re.IGNORECASE
)


def find_rulings(sentence: Sentence, chunks: list[Chunk], scene: Scene) -> list[RulingFind]:
    """Find the decisions of one sentence, in text order."""
    if SUPPOSED_RE.match(sentence.text):
        return []
    found = _find_phrases(sentence, chunks, scene)
    if frames_by_form().keys().isdisjoint([chunk.lower for chunk in chunks]):
        return found
    opening = CONDITION_RE.match(sentence.text)
    first = sentence.start + (opening.end() if opening else 0)
    for at, chunk in enumerate(chunks):
        if chunk.kind not in {"word", "instrument", "adverb", "person"} or chunk.start < first:
            continue
        for frame, forms in frames_by_form().get(chunk.lower, ()):
            find = _match_frame(sentence, chunks, at, (frame, forms), scene)
            if find is not None:
                found.append(find)
                break
    return _drop_nested(found)


SUPPOSED_RE = re.compile(r"[“\"]?(?:Suppose|Imagine|What if|Assume)\b")
WHENEVER_RE = re.compile(r"[“\"]?(?:When|Whenever|Once|Every time|Each time|As soon as)\b")
CONDITION_RE = re.compile(r"[“\"]?(?:If|Should|Were|Unless|Had)\b[^,]*,?")


def _find_phrases(sentence: Sentence, chunks: list[Chunk], scene: Scene) -> list[RulingFind]:
    """Find "lost a bid to", "won dismissal of", "gets 15 years": decisions told without who decides."""
    found = []
    for rule, value, pattern in phrases():
        match = pattern.search(sentence.text)
        if (
            match is None
            or CONDITION_RE.match(sentence.text)
            or re.search(
                r"\b(?:could|would|may|might|if|hopes?|wants?|seek\w*)\b",
                sentence.text[max(0, match.start() - 40) : match.start()],
            )
        ):
            continue
        at = next((i for i, c in enumerate(chunks) if c.start >= sentence.start + match.start()), 0)
        names = tuple(
            scene.roster.resolve(c.value)
            for c in chunks
            if isinstance(c.value, NameMention) and c.kind in {"name", "judge"}
        )
        subject = re.split(r"[.,;]", sentence.text[match.start() : match.end() + 120])[0]
        found.append(
            RulingFind(
                sentence,
                value,
                rule,
                0.75,
                False,
                False,
                False,
                None,
                pick_date(chunks, at, scene.published),
                chunks[at].start,
                subject,
                None,
                names,
            )
        )
    return found[:1]


def _drop_nested(found: list[RulingFind]) -> list[RulingFind]:
    """In "ruled ... allowing", "sided ... in declining", keep the particular over the generic."""
    specific = [f for f in found if not f.generic]
    if not specific:
        return found[:1]
    undone = any(f.value in {"vacated", "reversed"} for f in specific)
    lead = [
        f for f in specific if not f.rule.startswith("ordered.") and not (undone and f.value == "remanded")
    ]
    kept = [f for f in specific if f in lead or all(_other_decider(f, s) for s in lead)]
    return kept + [f for f in found if f.generic and all(_other_decider(f, s) for s in specific)]


def _other_decider(a: RulingFind, b: RulingFind) -> bool:
    if a.decider is None or b.decider is None:
        return False
    return a.decider.by != b.decider.by


def _match_frame(
    sentence: Sentence, chunks: list[Chunk], at: int, entry: tuple[Frame, str], scene: Scene
) -> RulingFind | None:
    frame, forms = entry
    if frame.title_only and sentence.kind != "title":
        return None
    if not _stands_as_verb(chunks, at, forms, sentence.kind):
        return None
    use = read_verb(chunks, at, forms)
    if not _is_real(frame, use, chunks) or _is_timeless(use, chunks, forms, sentence):
        return None
    after = object_words(chunks, at)
    if not _follows(frame, chunks, at, after):
        return None
    decider = decide(frame, use, chunks, after, scene, sentence)
    if decider is False:
        return None
    return _make_find(frame, use, chunks, sentence, decider if isinstance(decider, Decider) else None, scene)


def _stands_as_verb(chunks: list[Chunk], at: int, forms: str, kind: str) -> bool:
    """Tell "the court orders" from "the court's orders"."""
    before = chunks[at - 1] if at else None
    if set(forms) & {"d", "n", "g"}:
        if "g" in forms and before is not None and before.kind == "det":
            return False
        return not (
            before is not None
            and before.kind == "det"
            and before.lower in {"a", "an", "the", "this", "that", "his", "her", "its"}
        )
    if before is None:
        return False
    helped = any(c.kind in {"modal", "do"} or c.lower == "to" for c in chunks[max(0, at - 4) : at])
    if "b" in forms and not helped:
        return before.lower in {"justices", "judges", "jurors", "courts", "prosecutors"}
    if helped:
        return True
    return (
        before.kind in {"judge", "court", "jury", "panel", "board", "name", "prosecution", "adverb"}
        and not before.possessive
    )


def _is_real(frame: Frame, use: VerbUse, chunks: list[Chunk]) -> bool:
    """Tell whether the verb tells what was decided: not what may be, was asked for or did not happen."""
    if frame.voices and use.voice not in frame.voices:
        return False
    if frame.negated:
        did = any(c.lower in {"did", "didn't", "didn’t"} for c in chunks[use.first : use.at])
        return use.negated and (use.announced or did)
    if frame.governed:
        return use.voice in {"infinitive", "active"} and any(
            c.lower in frame.governed for c in chunks[max(0, use.first - 6) : use.first]
        )
    if use.real:
        return True
    return not use.negated and use.announced and frame.announced and _is_announced(chunks, use.first)


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load_table("actors")[key])


def _is_announced(chunks: list[Chunk], first: int) -> bool:
    """Tell "said she would release him" from "warned that she would"."""
    return any(c.lower in _words("announces") for c in chunks[max(0, first - 6) : first])


def _is_timeless(use: VerbUse, chunks: list[Chunk], forms: str, sentence: Sentence) -> bool:
    """ "Judges often reject such requests", "When a judge blocks a merger" tell no event."""
    if any(c.lower in _words("habitual") for c in chunks[max(0, use.first - 3) : use.at + 2]):
        return True
    present = "s" in forms and use.first == use.at
    return present and bool(WHENEVER_RE.match(sentence.text))


def _follows(frame: Frame, chunks: list[Chunk], at: int, after: list[Chunk]) -> bool:
    """Check what must or must not come after the verb."""
    nearest = [c.lower for c in after[:6]]
    if frame.exclude and _starts_excluded(frame, after):
        return False
    if frame.particle and frame.particle not in nearest:
        return False
    if frame.follow and (not nearest or not any(word in frame.follow for word in nearest[:5])):
        return False
    text = " " + " ".join(c.lower for c in [*chunks[at : at + 1], *after]) + " "
    if frame.then_word and not any(f" {word} " in text for word in frame.then_word):
        return False
    if frame.follow_any and not any(word in text for word in frame.follow_any):
        return False
    if any(f" {word} " in text for word in frame.not_word):
        return False
    if frame.then:
        verb = next((after[i + 1].lower for i, c in enumerate(after[:-1]) if c.lower == "to" and i < 4), "")
        if verb not in frame.then:
            return False
    return True


def _starts_excluded(frame: Frame, after: list[Chunk]) -> bool:
    dated = {i for i, c in enumerate(after[:-1]) if c.kind == "prep" and after[i + 1].kind == "date"}
    words = [
        c.lower for i, c in enumerate(after) if i not in dated and c.kind not in {"adverb", "date", "quote"}
    ][:5]
    if words[:1] == ["to"]:
        words = words[1:]
    text = " ".join(words) + " "
    return any(text.startswith(word + " ") for word in frame.exclude)


def _make_find(
    frame: Frame, use: VerbUse, chunks: list[Chunk], sentence: Sentence, decider: Decider | None, scene: Scene
) -> RulingFind:
    value = settle_value(frame, chunks, use.at, decider)
    subject, movant = describe(chunks, use, sentence)
    asked = find_asker(chunks, use.first, scene)
    movant = movant or asked[0]
    if asked[1] and (subject is None or VAGUE_RE.match(subject)):
        subject = asked[1]
    confidence = frame.confidence
    if use.background:
        confidence -= 0.15
    if decider is None:
        confidence -= 0.05
    if sentence.kind == "title":
        confidence -= 0.2
    date = None if use.governor in {"decision", "vote"} else pick_date(chunks, use.at, scene.published)
    names = tuple(
        scene.roster.resolve(c.value)
        for c in chunks
        if isinstance(c.value, NameMention) and c.kind in {"name", "judge"}
    )
    distinct = bool(DISTINCT_RE.search(sentence.text[:400]))
    rule = frame.id
    return RulingFind(
        sentence,
        value,
        rule,
        confidence,
        frame.generic,
        use.background or before_cue(chunks, use),
        distinct,
        decider,
        date,
        chunks[use.at].start,
        subject,
        movant,
        names,
    )
