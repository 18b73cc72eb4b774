"""Find the decisions that one sentence reports.

A decision is a verb of `lexicon/rulings.toml` in a clause where a judge, court, jury or board acts, or where
the thing decided is the subject of a passive. What was asked for, may come, is denied or conditional is none.
Each sentence stands alone; `ruling_join` joins what they tell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from casetrack.extract.chunks import Chunk, Clause
from casetrack.extract.date_math import is_of_week
from casetrack.extract.days_before import is_told_as_older
from casetrack.extract.deciders import Decider
from casetrack.extract.frames import Frame, frame_forms, frames_by_form, may_fit, object_classes, phrases_for
from casetrack.extract.grammar import VerbUse, object_words, read_verb
from casetrack.extract.names import NameMention
from casetrack.extract.noun_phrases import points
from casetrack.extract.ruling_actors import decide
from casetrack.extract.ruling_answers import find_answers
from casetrack.extract.ruling_dates import date_of_order, pick_date
from casetrack.extract.ruling_details import (
    EARLIER_RE,
    VAGUE_RE,
    before_cue,
    describe,
    find_asker,
    find_target,
    settle_value,
)
from casetrack.extract.ruling_join import OWN_KIND
from casetrack.extract.ruling_nested import drop_nested
from casetrack.extract.ruling_nominals import find_deeds, find_named
from casetrack.extract.ruling_reality import is_in_error, is_real, is_timeless, stands_as_verb
from casetrack.extract.ruling_subjects import subject_index
from casetrack.extract.scene import RulingFind, Scene
from casetrack.extract.sentences import Sentence

BELOW: dict[str | None, tuple[str, ...]] = {"supreme court": ("judge", "panel"), "panel": ("judge",)}
"""Whose decisions are older than the one the story tells, by the court it is about."""
VERBAL = frozenset({"word", "instrument", "adverb", "person"})
"""The kinds of chunks that a word takes which can be a verb."""
OPENING = 600
"""So many characters open a story."""
DISTINCT = frozenset(
    {"also", "separate", "separately", "too", "meanwhile", "addition", "additionally", "however", "though"}
)
SAME_RE = re.compile(r"(?:At|In) the same (?:time|hearing|order|ruling|decision|opinion)\b")
"""A second decision is told: "In the same order, she refused to"."""
OTHER_OBJECT = frozenset(
    {"another", "second", "other", "separate", "third", "different", "latter", "alternative"}
)
REASONING = frozenset([
    "argument", "arguments", "idea", "notion", "contention", "contentions", "assertion", "assertions",
    "theory", "concerns", "suggestion", "position", "view", "interpretation", "claim", "claims",
])  # fmt: skip
"""To reject one of these is to give a reason: no decision of its own beside another."""


def find_rulings(sentence: Sentence, chunks: Clause, scene: Scene) -> list[RulingFind]:
    """Find the decisions of one sentence, in text order."""
    if SUPPOSED_RE.match(sentence.text):  # "If convicted, a person is sent to prison"
        return []
    named = find_named(sentence, chunks, scene) + find_deeds(sentence, chunks, scene)
    found = _find_phrases(sentence, chunks, scene) + find_answers(sentence, chunks, scene)
    forms = frame_forms() & chunks.words
    if not forms:
        return drop_nested([*found, *named]) if found or named else []
    frames = frames_by_form()
    opening = CONDITION_RE.match(sentence.text)
    begins = sentence.start + opening.end() if opening else None
    told: frozenset[str] | None = None
    for at, chunk in enumerate(chunks):
        if chunk.lower not in forms or (begins is not None and chunks.start(at) < begins):
            continue
        if chunk.kind not in VERBAL and (at or scene.opened is None):  # "Turned away" opens an item
            continue
        if told is None:
            told = chunks.single_words()
        fitting = [entry for entry in frames[chunk.lower] if may_fit(*entry, told, scene.said)]
        find = _match_verb(fitting, sentence, chunks, at, scene) if fitting else None
        if find is not None:
            found.append(find)
    kept = drop_nested(found)
    return kept + [n for n in named if all(n.date != f.date for f in kept) and not (n.date is None and kept)]


SUPPOSED_RE = re.compile(
    r"[“\"]?(?:Suppose|Imagine|What if|Assume|If (?:convicted|found guilty)"
    r"|In (?:the|a|one) (?:(?:best|first|last|final|opening|closing|great) )?scene"
    r"|In (?:the|a|his|her) (?:movie|film|novel|book|play|episode|show|sequel)"
    r"|The (?:movie|film|novel|book|play|series) (?:tells|follows|depicts|shows|recounts))\b"
)
WISHED_RE = re.compile(r"\b(?:could|would|may|might|if|hopes?|wants?|seek\w*)\b")
CONDITION_RE = re.compile(r"[“\"]?(?:If|Should|Were|Unless|Had)\b[^,]*,?")


def _find_phrases(sentence: Sentence, chunks: Clause, scene: Scene) -> list[RulingFind]:
    """Find "lost a bid to", "won dismissal of", "gets 15 years": decisions told without who decides."""
    found = []
    for phrase in phrases_for(sentence.words):
        match = phrase.pattern.search(sentence.text)
        if (
            match is None
            or CONDITION_RE.match(sentence.text)
            or WISHED_RE.search(sentence.text[max(0, match.start() - 40) : match.start()])
        ):
            continue
        begins = sentence.start + match.start()
        at = next((i for i in range(len(chunks)) if chunks.start(i) >= begins), 0)
        names = tuple(
            scene.roster.resolve(c.value)
            for c in chunks
            if isinstance(c.value, NameMention) and c.kind in {"name", "judge"}
        )
        subject = re.split(r"[.,;]", sentence.text[match.start() : match.end() + 120])[0]
        found.append(
            RulingFind(
                sentence,
                phrase.value,
                phrase.id,
                0.75,
                False,
                EARLIER_RE.search(sentence.text, 0, match.start()) is not None,
                False,
                None,
                pick_date(chunks, at, scene.published),
                chunks.start(at),
                subject,
                None,
                names,
                item=scene.opened is not None and at <= 2,
            )
        )
    return found[:1]


def _match_verb(
    frames: Sequence[tuple[Frame, str]], sentence: Sentence, chunks: Clause, at: int, scene: Scene
) -> RulingFind | None:
    """Match the frames that the word at `at` can open; the first that fits counts."""
    uses: dict[str, VerbUse | None] = {}
    after: list[Chunk] | None = None
    for frame, forms in frames:
        if forms not in uses:
            uses[forms] = _read_use(sentence, chunks, at, forms)
        use = uses[forms]
        if use is None or (frame.title_only and sentence.kind != "title") or not is_real(frame, use, chunks):
            continue
        if after is None:
            after = object_words(chunks, at)
        find = _match_frame(frame, use, chunks, after, sentence, scene)
        if find is not None:
            return find
    return None


def _read_use(sentence: Sentence, chunks: Clause, at: int, forms: str) -> VerbUse | None:
    """Read a verb as what every frame it opens needs: one that tells of an event."""
    if not stands_as_verb(chunks, at, forms, sentence.kind):
        return None
    use = read_verb(chunks, at, forms)
    return None if is_timeless(use, chunks, forms, sentence) or is_in_error(chunks, use) else use


def _match_frame(
    frame: Frame, use: VerbUse, chunks: Clause, after: list[Chunk], sentence: Sentence, scene: Scene
) -> RulingFind | None:
    if not _follows(frame, chunks, use, after):
        return None
    decider = decide(frame, use, chunks, after, scene, sentence)
    if decider is False:
        return None
    return _make_find(frame, use, chunks, sentence, decider if isinstance(decider, Decider) else None, scene)


def _follows(frame: Frame, chunks: Clause, use: VerbUse, after: list[Chunk]) -> bool:
    """Check what must or must not come after the verb."""
    if frame.exclude and not points(after) and _starts_with(frame.exclude, after):
        return False
    if frame.starts and not _starts_with(frame.starts, after):
        return False
    if frame.id == "sentenced.gets" and not _gets_term(frame, after):
        return False
    if frame.particle and not any(c.lower == frame.particle for c in after[:6]):
        return False
    if use.voice == "passive" and frame.passive_follow:
        plain = [c.lower for c in after if c.kind not in {"date", "adverb", "time"} and c.lower != "on"]
        if plain[:1] and plain[0] not in frame.passive_follow:
            return False
    if frame.follow and not any(c.lower in frame.follow for c in after[:5]):
        return False
    if (frame.then_word or frame.follow_any or frame.not_word) and not _has_words(frame, chunks, use, after):
        return False
    if frame.then:
        verb = next((after[i + 1].lower for i, c in enumerate(after[:-1]) if c.lower == "to" and i < 4), "")
        if verb not in frame.then:
            return False
    return True


ABOUT = frozenset({"about", "for", "from", "with", "during", "after", "at", "as"})


LONG_AGO = frozenset({"ago", "earlier", "before", "later", "old"})


def _gets_term(frame: Frame, after: list[Chunk]) -> bool:
    """Tell "received 12 years for arson" from "received a letter about his sentence"."""
    end = next((i for i, c in enumerate(after) if c.lower in ABOUT), len(after))
    return any(
        c.lower in object_classes()[name] and not (at + 1 < len(after) and after[at + 1].lower in LONG_AGO)
        for name in frame.object
        for at, c in enumerate(after[:end])
    )


def _has_words(frame: Frame, chunks: Clause, use: VerbUse, after: list[Chunk]) -> bool:
    """Check the words that must and must not stand anywhere about the verb."""
    given = _given_before(chunks, use) if frame.follow_any else []
    told = [chunks[use.at], *after]
    # "Handed down Monday a guilty verdict": a day between belongs to no phrase.
    plain = [c.lower for i, c in enumerate(told) if c.kind != "date" and not _opens_day(told, i)]
    text = " " + " ".join([*(c.lower for c in given), *plain]) + " "
    if frame.then_word and not any(f" {word} " in text for word in frame.then_word):
        return False
    if frame.follow_any and not any(word in text for word in frame.follow_any):
        return False
    return not any(f" {word} " in text for word in frame.not_word)


def _opens_day(chunks: list[Chunk], at: int) -> bool:
    return chunks[at].lower == "on" and at + 1 < len(chunks) and chunks[at + 1].kind == "date"


def _given_before(chunks: Clause, use: VerbUse) -> list[Chunk]:
    """Give the object that comes before its clause: "the 10-year sentence (that) Judge Lee handed him"."""
    if use.voice == "passive":
        return chunks[max(0, use.first - 4) : use.first]
    subject = subject_index(use, chunks)
    if subject is None or chunks[subject].kind not in {"judge", "court", "jury", "panel"}:
        return []
    back = chunks[max(0, subject - 4) : subject]
    return [] if any(c.kind in {"comma", "quote", "conj"} for c in back) else back


def _starts_with(openings: tuple[str, ...], after: list[Chunk]) -> bool:
    dated = {i for i, c in enumerate(after[:-1]) if c.kind == "prep" and after[i + 1].kind == "date"}
    words = [
        c.lower for i, c in enumerate(after) if i not in dated and c.kind not in {"adverb", "date", "quote"}
    ][:5]
    if words[:1] == ["to"]:
        words = words[1:]
    text = " ".join(words) + " "
    return any(text.startswith(phrase + " ") for phrase in openings)


ISSUED = frozenset([
    "issued", "issues", "entered", "enters", "signed", "granted", "handed", "imposed", "filed", "wrote",
    "released", "won", "ordered", "delivered", "made", "makes",
])  # fmt: skip
OPENS_ORDER = frozenset({"in", "with"})


def _order_spoken_of(chunks: Clause, use: VerbUse, published: str | None) -> int | None:
    """Give the order by which the sentence tells the decision, unless it is issued right there.

    "Appealed an Oct. 30 ruling by Judge Lee that blocked": the ruling has its own date.
    """
    subject = None if use.voice == "passive" else subject_index(use, chunks)
    if subject is None:
        return None
    if chunks[subject].kind == "instrument":
        order = subject
    else:
        back = range(subject - 1, max(0, subject - 4), -1)
        by = next((i for i in back if chunks[i].lower in {"by", "from"}), None)
        if by is None or (chunks[by - 1].kind != "instrument" and chunks[by - 1].kind != "date"):
            return None
        order = next((i for i in range(by - 1, max(-1, by - 4), -1) if chunks[i].kind == "instrument"), -1)
    before = chunks[max(0, order - 7) : order]
    if order <= 1 or any(c.lower in ISSUED for c in before):
        return None
    # "Acted in a decision that blocked" decides there and then; "began with one in March that" does not.
    if any(c.lower in OPENS_ORDER for c in before) and date_of_order(chunks, order, published) is None:
        return None
    return order


def _is_of_below(decider: Decider, sentence: Sentence, date: str | None, scene: Scene) -> bool:
    """Tell what a lower court did before this week: a judge, or an appeals court if undated further on."""
    if decider.by not in BELOW.get(scene.home, ()) or (date and is_of_week(date, scene.published)):
        return False
    return decider.by == "judge" or (date is None and sentence.start > OPENING)


def _is_older(chunks: list[Chunk], order: int | None, date: str | None) -> bool:
    """ "Heard a challenge to a lower-court ruling that upheld": an order brought up only here is no news."""
    if order is None:
        return False
    opening = next((i for i in range(order - 1, max(-1, order - 5), -1) if chunks[i].kind == "det"), 0)
    return date is not None or (opening > 1 and chunks[opening].lower in {"a", "an"})


def _is_aside(chunks: Clause, use: VerbUse, frame: Frame, date: str | None) -> bool:
    """ "Ann Lee, who was convicted of killing two men, will get a new trial": told in passing, of no day."""
    if date is not None or use.first < 2 or chunks[use.first - 1].kind != "relative":
        return False
    if use.voice != "passive":
        # "The judge who blocked the ban has received threats."
        return chunks[use.first - 1].lower == "who" and chunks[use.first - 2].kind in {"judge", "name"}
    return frame.value in {"convicted", "sentenced", "acquitted"}


def _is_reasoning(chunks: Clause, use: VerbUse) -> bool:
    after = object_words(chunks, use.at, 8)
    if any(c.lower in OTHER_OBJECT for c in after[:3]):
        return False  # "rejected two other claims"
    classes = object_classes()
    nouns = (c.lower for c in after if c.lower in REASONING | classes["motion"] | classes["suit"])
    return use.voice != "passive" and next(nouns, "") in REASONING


def _date_told(
    chunks: Clause, use: VerbUse, order: int | None, decider: Decider | None, scene: Scene
) -> str | None:
    """Give the day of a decision by its sentence, or by the one before where "it" or "he" goes on."""
    if order is not None:
        date = date_of_order(chunks, order, scene.published)
    else:
        date = None if use.governor in {"decision", "vote"} else pick_date(chunks, use.at, scene.published)
    if date is not None:
        return date
    if decider is not None and decider is scene.opened:
        return scene.opened_day
    goes_on = use.first <= 2 and not use.background and chunks[0].lower in {"it", "he", "she", "they"}
    return (
        scene.ruled_day if goes_on else None
    )  # "The court ruled last year that they may. It upheld the fine."


def _make_find(
    frame: Frame, use: VerbUse, chunks: Clause, sentence: Sentence, decider: Decider | None, scene: Scene
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
    order = _order_spoken_of(chunks, use, scene.published)
    date = _date_told(chunks, use, order, decider, scene)
    names = tuple(
        scene.roster.resolve(c.value)
        for c in chunks
        if c.kind in {"name", "judge"} and isinstance(c.value, NameMention)
    )
    near, thing = chunks[max(0, use.first - 6) : use.at + 12], chunks[use.at + 1 : use.at + 5]
    distinct = any(c.lower in DISTINCT for c in near) or any(c.lower in OTHER_OBJECT for c in thing)
    distinct = distinct or SAME_RE.match(sentence.text) is not None
    rule = frame.id
    below = decider is not None and _is_of_below(decider, sentence, date, scene)
    reasoned = frame.value == "denied" and _is_reasoning(chunks, use)
    return RulingFind(
        sentence,
        value,
        rule,
        confidence,
        (frame.generic or reasoned) and value not in OWN_KIND,
        use.background
        or before_cue(chunks, use)
        or below
        or _is_older(chunks, order, date)
        or _is_aside(chunks, use, frame, date)
        or (date is None and is_told_as_older(chunks, use)),
        distinct,
        decider,
        date,
        chunks.start(use.at),
        subject,
        movant,
        names,
        target=find_target(chunks, use, scene) if value in OWN_KIND else None,
        item=decider is not None and decider is scene.opened,
        in_passing=order is not None and date is None and not (decider and (decider.judges or decider.court)),
    )
