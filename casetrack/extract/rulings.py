"""Find the decisions that one sentence reports.

A decision is a verb of `lexicon/rulings.toml` in a clause where a judge, court, jury or board is the
one who acts, or where the thing decided is the subject of a passive. What was asked for, may come,
is denied or conditional is none. Joining what several sentences tell of one decision is the work of
`events.py`; here every sentence stands alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from casetrack.extract.chunks import Chunk, court_of
from casetrack.extract.dates import DateMention
from casetrack.extract.deciders import Decider, read_decider
from casetrack.extract.frames import DECIDER_KINDS, Frame, frames_by_form, object_classes, phrases, trigger_re
from casetrack.extract.grammar import VerbUse, agent_of, find_subject, is_finite, object_words, read_verb
from casetrack.extract.names import NameMention
from casetrack.extract.people import Roster
from casetrack.extract.sentences import Sentence
from casetrack.lexicon import load_table

DISTINCT_RE = re.compile(
    r"\b(?:also|as well|separate|separately|another|second|other|too|but|however|latter)\b", re.IGNORECASE
)
DATE_BREAK = frozenset(
    {"until", "by", "since", "before", "effective", "starting", "beginning", "from", "through", "dated"}
)
EVENT_NOUN = frozenset(
    {
        "order",
        "orders",
        "ruling",
        "rulings",
        "decision",
        "decisions",
        "hearing",
        "deadline",
        "speech",
        "attack",
        "shooting",
        "election",
        "letter",
        "filing",
        "memo",
        "article",
        "start",
        "arrest",
        "trial",
        "indictment",
        "verdict",
        "injunction",
        "opinion",
    }
)


@dataclass(frozen=True, slots=True)
class RulingFind:
    """One decision as one sentence tells it; offsets of the whole sentence."""

    sentence: Sentence
    value: str
    rule: str
    confidence: float
    generic: bool
    background: bool
    distinct: bool
    decider: Decider | None
    date: str | None
    at: int
    subject: str | None
    movant: str | None
    names: tuple[str, ...]
    vague_decider: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """What reading a sentence needs to know of the article before it."""

    roster: Roster
    published: str | None
    last_decider: Decider | None = None
    criminal: bool = False
    home: str | None = None
    last_org: str | None = None


def find_rulings(sentence: Sentence, chunks: list[Chunk], scene: Scene) -> list[RulingFind]:
    """Find the decisions of one sentence, in text order."""
    if SUPPOSED_RE.match(sentence.text):
        return []
    found = _find_phrases(sentence, chunks, scene)
    if not trigger_re().search(sentence.text):
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
CONDITION_RE = re.compile(r"[“\"]?(?:If|Should|Were|Unless|Had)\b[^,]*,?")


def _find_phrases(sentence: Sentence, chunks: list[Chunk], scene: Scene) -> list[RulingFind]:
    """Find "lost a bid to", "won dismissal of", "gets 15 years": decisions told without who decides."""
    found = []
    for rule, value, pattern in phrases():
        match = pattern.search(sentence.text)
        if match is None or CONDITION_RE.match(sentence.text) or re.search(r"\b(?:could|would|may|might|if|hopes?|wants?|seek\w*)\b", sentence.text[max(0, match.start() - 40) : match.start()]):
            continue
        at = next((i for i, c in enumerate(chunks) if c.start >= sentence.start + match.start()), 0)
        names = tuple(scene.roster.resolve(c.value) for c in chunks if isinstance(c.value, NameMention) and c.kind in {"name", "judge"})
        subject = sentence.text[match.start() : match.end() + 60].split(".")[0]
        found.append(RulingFind(sentence, value, rule, 0.75, False, False, False, None, pick_date(chunks, at, scene.published), chunks[at].start, subject, None, names))
    return found[:1]


def _drop_nested(found: list[RulingFind]) -> list[RulingFind]:
    """In "ruled ... allowing", "sided ... in declining", keep the particular over the generic."""
    specific = [f for f in found if not f.generic]
    if not specific:
        return found[:1]
    undone = any(f.value in {"vacated", "reversed"} for f in specific)
    lead = [f for f in specific if not f.rule.startswith("ordered.") and not (undone and f.value == "remanded")]
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
    if not _is_real(frame, use, chunks, sentence.kind):
        return None
    after = object_words(chunks, at)
    if not _follows(frame, chunks, at, after):
        return None
    decider = _decide(frame, use, chunks, after, scene, sentence)
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


def _is_real(frame: Frame, use: VerbUse, chunks: list[Chunk], kind: str) -> bool:
    if frame.voices and use.voice not in frame.voices:
        return False
    if frame.negated:
        return use.negated or (use.announced and use.negated)
    if frame.governed:
        return use.voice in {"infinitive", "active"} and any(
            c.lower in frame.governed for c in chunks[max(0, use.first - 6) : use.first]
        )
    if use.real:
        return True
    if use.negated:
        return False
    return use.announced and frame.announced


def _follows(frame: Frame, chunks: list[Chunk], at: int, after: list[Chunk]) -> bool:
    """Check what must or must not come after the verb."""
    nearest = [c.lower for c in after[:6]]
    if frame.exclude and _starts_excluded(frame, after):
        return False
    if frame.particle and frame.particle not in nearest:
        return False
    if frame.follow and (not nearest or not any(word in frame.follow for word in nearest[:5])):
        return False
    if frame.then_word:
        text = " " + " ".join(c.lower for c in [*chunks[at : at + 1], *after]) + " "
        if not any(f" {word} " in text for word in frame.then_word):
            return False
    if frame.then:
        verb = next((after[i + 1].lower for i, c in enumerate(after[:-1]) if c.lower == "to" and i < 4), "")
        if verb not in frame.then:
            return False
    return True


def _starts_excluded(frame: Frame, after: list[Chunk]) -> bool:
    words = [c.lower for c in after if c.kind not in {"adverb", "date", "quote"}][:5]
    if words[:1] == ["to"]:
        words = words[1:]
    text = " ".join(words) + " "
    return any(text.startswith(word + " ") for word in frame.exclude)


def _decide(
    frame: Frame, use: VerbUse, chunks: list[Chunk], after: list[Chunk], scene: Scene, sentence: Sentence
) -> Decider | bool | None:
    """Find who decided: a Decider, None for a passive without agent, False if nobody who could."""
    if use.voice == "passive":
        return _decide_passive(frame, use, chunks, after, scene)
    if frame.object and not _object_fits(frame, chunks, use.at, after):
        return False
    subject = _subject_index(use, chunks)
    if subject is None:
        return _from_opening(frame, use, chunks, scene)
    return _as_decider(frame, chunks, subject, scene)


def _subject_index(use: VerbUse, chunks: list[Chunk]) -> int | None:
    if use.voice == "gerund":
        return _gerund_subject(chunks, use.first)
    if use.voice == "infinitive":
        for back in range(use.first - 1, -1, -1):
            if chunks[back].lower in {
                "agreed",
                "agrees",
                "voted",
                "votes",
                "moved",
                "decided",
                "ruled",
                "chose",
                "opted",
                "acted",
                "went",
                "declined",
                "refused",
            }:
                return find_subject(chunks, read_verb(chunks, back, "dn").first)
            if chunks[back].lower in {"decision", "vote", "order", "ruling", "refusal", "agreement"}:
                return back
        return None
    return find_subject(chunks, use.first)


def _gerund_subject(chunks: list[Chunk], first: int) -> int | None:
    """"An order blocking" has its noun; "denied X, rejecting Y" the subject of the clause."""
    if first and chunks[first - 1].kind in {"instrument", "judge", "court", "jury", "panel"}:
        return first - 1
    if first and chunks[first - 1].lower in {"from", "of", "for", "without", "about", "toward", "towards", "against"}:
        return None
    opening = first <= 3 or all(c.kind in {"prep", "adverb", "quote", "date", "comma", "conj"} for c in chunks[:first])
    if opening:
        comma = next((i for i in range(first, len(chunks)) if chunks[i].text == ","), None)
        after = range(comma + 1 if comma else first, len(chunks))
        return next((i for i in after if chunks[i].kind in {"judge", "court", "jury", "panel", "board", "name"}), None)
    for back in range(first - 1, -1, -1):
        if is_finite(chunks, back):
            group = back
            while group > 0 and chunks[group - 1].kind in {"be", "have", "do", "modal", "adverb", "not"}:
                group -= 1
            subject = find_subject(chunks, group)
            if subject is not None and chunks[subject].kind in {"instrument"} | set(DECIDER_KINDS) | {"name", "pronoun", "organization"}:
                return subject
    actors = [i for i in range(first) if chunks[i].kind in DECIDER_KINDS and not chunks[i].possessive]
    return actors[-1] if actors and chunks[0].kind != "name" else None


def _as_decider(frame: Frame, chunks: list[Chunk], at: int, scene: Scene) -> Decider | bool | None:
    chunk = chunks[at]
    if chunk.kind == "instrument":
        return _instrument(chunks, at, scene)
    if (
        (chunk.kind == "person"
        and "person" in frame.subject)
        or (chunk.kind == "name" and "person" in frame.subject)
    ):
        return None
    if chunk.kind == "prosecution" or (
        chunk.kind == "organization" and re.search(r"(?:Attorney|Prosecutor|DA)", chunk.text)
    ):
        return Decider("prosecution", "other") if "prosecution" in frame.subject else False
    if chunk.kind == "pronoun" and chunk.lower in {"he", "she", "it", "they"}:
        known = _decider_before(chunks, at, scene) or scene.last_decider
        return known if known is not None and _pronoun_fits(chunk.lower, known) and not frame.generic else False
    decider = read_decider(chunks, at, scene.roster, scene.home)
    if decider is None and "release" in frame.object and chunk.kind == "organization":
        boards = [i for i in range(at) if (court := court_of(chunks[i])) is not None and court.level == "board"]
        decider = read_decider(chunks, boards[-1], scene.roster, scene.home) if boards else None
    if decider is None or decider.kind not in frame.subject or _is_general(chunks, at, scene):
        return False
    return decider


def _is_general(chunks: list[Chunk], at: int, scene: Scene) -> bool:
    """"Judges have upheld such bargains" speaks of no case."""
    if chunks[at].lower not in {"judges", "courts", "juries", "panels"}:
        return False
    before = chunks[at - 1] if at else None
    bare = before is None or before.kind in {"comma", "adverb", "dash", "quote", "conj", "word"} and before.lower not in {"federal", "appeals", "lower", "district", "circuit", "state"}
    return bare and not any(c.kind == "date" for c in chunks)


ASKED = frozenset(
    {
        "seeking",
        "seeks",
        "sought",
        "seek",
        "request",
        "requests",
        "requested",
        "requesting",
        "asked",
        "asking",
        "asks",
        "sued",
        "wants",
        "signed",
        "executive",
        "president’s",
        "president's",
        "against",
        "for",
    }
)


def _instrument(chunks: list[Chunk], at: int, scene: Scene) -> Decider | bool | None:
    """ "A judge's order blocking" tells a decision; "seeking an order blocking" asks for one."""
    before = {c.lower for c in chunks[max(0, at - 7) : at]}
    if before & ASKED:
        return False
    owner = _owner_of(chunks, at, scene)
    if owner is not None:
        return owner
    return (
        None
        if chunks[at].lower in {"ruling", "rulings", "injunction", "injunctions", "verdict"}
        or "court" in before
        else False
    )


def _decider_before(chunks: list[Chunk], at: int, scene: Scene) -> Decider | None:
    for back in range(at - 1, -1, -1):
        if chunks[back].kind in DECIDER_KINDS or chunks[back].kind == "name":
            decider = read_decider(chunks, back, scene.roster, scene.home)
            if decider is not None:
                return decider
    return None


def _pronoun_fits(pronoun: str, decider: Decider | None) -> bool:
    if decider is None:
        return False
    return (
        decider.kind == "judge"
        if pronoun in {"he", "she"}
        else decider.kind != "judge" or len(decider.judges) > 1
    )


def _owner_of(chunks: list[Chunk], at: int, scene: Scene) -> Decider | None:
    """Whose order it is: "Judge Lee's order", "a ruling by a panel of judges"."""
    for near in [*range(max(0, at - 4), at), *range(at + 1, min(len(chunks), at + 9))]:
        chunk = chunks[near]
        if near < at and not (chunk.possessive or chunk.kind == "court"):
            continue
        if near > at and not any(c.lower in {"by", "from", "of"} for c in chunks[at + 1 : near]):
            continue
        decider = read_decider(
            chunks[:near] + [replace(chunk, possessive=False)] + chunks[near + 1 :], near, scene.roster
        )
        if decider is not None:
            return decider
    return None


def _from_opening(frame: Frame, use: VerbUse, chunks: list[Chunk], scene: Scene) -> Decider | bool | None:
    if frame.generic or use.voice == "gerund" or use.voice == "infinitive":
        return False
    head = [c.kind for c in chunks[: use.first]]
    if "judge" in head and use.first <= 6:
        return read_decider(chunks, head.index("judge"), scene.roster) or False
    return False


def _decide_passive(
    frame: Frame, use: VerbUse, chunks: list[Chunk], after: list[Chunk], scene: Scene
) -> Decider | bool | None:
    agent = agent_of(chunks, use.at)
    by: Decider | bool | None = None
    if agent is not None:
        by = _as_decider(replace(frame, generic=True), chunks, agent, scene)
        if by is False:
            return False
    subject = find_subject(chunks, use.first)
    head = chunks[subject] if subject is not None else None
    if isinstance(by, Decider) and (
        not frame.object or frame.object == ("any",) or head is None or _class_fits(frame, head)
    ):
        return by
    if head is None or not frame.passive:
        return False
    if _class_fits(frame, head) or _retained_object(frame, head, after):
        if frame.passive in {("guilty",), ("not guilty",)} and not _object_fits(frame, chunks, use.at, after):
            return False
        return by
    return False


def _class_fits(frame: Frame, head: Chunk) -> bool:
    if any(name in {"person", "guilty", "not guilty"} for name in frame.passive) and (
        head.kind in {"person", "name", "pronoun"}
        or head.kind == "organization"
        or head.lower in {"all", "both", "who"}
    ):
        return True
    return any(head.lower in object_classes().get(name, ()) for name in frame.passive)


def _retained_object(frame: Frame, head: Chunk, after: list[Chunk]) -> bool:
    """ "Spencer has been denied parole": the person is the subject, parole stays object."""
    if "release" not in frame.passive or head.kind not in {"name", "pronoun", "person"}:
        return False
    return any(c.lower in object_classes()["release"] for c in after[:3])


def _object_fits(frame: Frame, chunks: list[Chunk], at: int, after: list[Chunk]) -> bool:
    words = [c.lower for c in after]
    for name in frame.object:
        if name == "any" and after:
            return True
        if name == "infinitive" and "to" in words[:4]:
            return True
        if name == "person" and any(c.kind in {"name", "person", "pronoun"} for c in after[:8]):
            return True
        if name == "guilty" and "guilty" in words and "not" not in words[: words.index("guilty")]:
            return True
        if name == "not guilty" and "guilty" in words and "not" in words[: words.index("guilty")]:
            return True
        if name == "told_to" and "to" in words[:9]:
            return True
        if name == "holding" and _read_holding(chunks, at) is not None:
            return True
        if any(word in object_classes().get(name, ()) for word in words[:9]):
            return True
    return False


def _read_holding(chunks: list[Chunk], at: int) -> dict[str, str] | None:
    """Classify what was held: "must" orders, "unconstitutional" strikes down."""
    lower = chunks[at].lower
    tail = chunks[at + 1 : at + 30]
    head = {c.lower for c in tail[:3]}
    if lower not in {"ruled", "rules", "ruling", "held", "declared", "holds"} and lower not in {
        "said",
        "says",
        "found",
        "concluded",
        "decided",
        "determined",
    }:
        return None
    if lower in {"held", "found"} and not ({"that", "the", "it", "its"} & head):
        return None
    if lower in {"said", "says"} and any(c.kind == "quote" for c in tail[:12]):
        return None
    text = " " + " ".join(c.lower for c in tail) + " "
    for entry in load_table("rulings")["holding"]:
        if any(f" {word} " in text for word in entry["words"]):
            return {"trial": entry["trial"], "appeals": entry["appeals"]}
    return {"trial": "granted", "appeals": "granted"} if lower in {"ruled", "rules"} else None


@cache
def _held_words() -> frozenset[str]:
    return frozenset({"for", "favor", "favour"})


def _make_find(
    frame: Frame, use: VerbUse, chunks: list[Chunk], sentence: Sentence, decider: Decider | None, scene: Scene
) -> RulingFind:
    value = _settle_value(frame, chunks, use.at, decider)
    subject, movant = _describe(chunks, use, sentence)
    asked = _asker(chunks, use.first, scene)
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
        use.background or _before_cue(chunks, use),
        distinct,
        decider,
        date,
        chunks[use.at].start,
        subject,
        movant,
        names,
    )


def _before_cue(chunks: list[Chunk], use: VerbUse) -> bool:
    near = {c.lower for c in chunks[max(0, use.first - 4) : use.at + 1]}
    return bool(near & {"previously", "earlier", "already", "once"})


def _settle_value(frame: Frame, chunks: list[Chunk], at: int, decider: Decider | None) -> str:
    appeals = decider is not None and decider.by in {"panel", "supreme court"}
    following = [c.lower for c in chunks[at + 1 : at + 3]]
    if frame.value in {"granted", "denied"} and following == ["in", "part"]:
        return "granted_in_part"
    partly = {c.lower for c in chunks[max(0, at - 3) : at + 3]} & {"partially", "partly"}
    if frame.value == "granted" and partly:
        return "granted_in_part"
    if frame.id == "ruled.that":
        holding = _read_holding(chunks, at) or {}
        return holding.get("appeals" if appeals else "trial", "granted")
    if frame.id in {"ruled.for", "granted.side_with", "granted.back"}:
        return _settle_winner(chunks, at)
    return frame.value


GOVERNMENT_RE = re.compile(
    r"\b(?:administration|government|state|president|city|county|white house|department|officials|agency|governor|congress|trump|obama|bush|biden|clinton)\b",
    re.IGNORECASE,
)


def _settle_winner(chunks: list[Chunk], at: int) -> str:
    """A ruling for the government denies the challenge; one against it grants it."""
    tail = chunks[at + 1 : at + 14]
    text = " ".join(c.text for c in tail)
    official = bool(GOVERNMENT_RE.search(text))
    against = any(c.lower == "against" for c in tail[:5])
    if official:
        return "enjoined" if against else "denied"
    return "denied" if against else "granted"


LEADING = frozenset({"down", "out", "away", "aside", "back"})


def _describe(chunks: list[Chunk], use: VerbUse, sentence: Sentence) -> tuple[str | None, str | None]:
    """Give what was decided in the article's own words, and who asked for it if it says so."""
    if use.voice == "passive":
        span = chunks[max(0, use.first - 10) : use.first]
    else:
        span = object_words(chunks, use.at, 30)
    span = [c for c in span if c.kind != "date" or c is not span[0]]
    while (
        span
        and (span[0].lower in LEADING or span[0].kind in {"comma", "prep", "date", "adverb", "quote"})
        and span[0].lower != "to"
    ):
        span = span[1:]
    if not span:
        return None, None
    text = sentence.text[span[0].start - sentence.start : span[-1].end - sentence.start]
    movant = next(
        (
            c
            for i, c in enumerate(span)
            if c.kind in {"name", "organization"}
            and (c.possessive or (i and span[i - 1].lower in {"by", "from"}))
        ),
        None,
    )
    return re.sub(r"\s+", " ", text).strip(
        ' ,.;“”"'
    ) or None, movant.value.text if movant is not None and isinstance(movant.value, NameMention) else None


ASK_VERBS = frozenset({"wanted", "asked", "sought", "requested", "petitioned", "moved", "urged"})
GROUP_WORDS = frozenset({"group", "company", "organization", "union", "agency", "firm", "bank", "newspaper", "nonprofit", "charity", "association"})


VAGUE_RE = re.compile(r"(?:that|the|this|his|her|its|their|those|these)\s+(?:request|motion|bid|petition|plea|appeal)s?\b(?!\s+(?:to|for|that|by))")


def _asker(chunks: list[Chunk], first: int, scene: Scene) -> tuple[str | None, str | None]:
    """Give who asked and for what: "The group wanted to send observers, but the judge shot that down"."""
    for at in range(first - 1, 0, -1):
        if chunks[at].lower not in ASK_VERBS:
            continue
        end = next((i for i in range(at, first) if chunks[i].kind in {"comma", "conj"} and i > at + 2), first)
        wanted = " ".join(c.text for c in chunks[at + 1 : end]) or None
        subject = find_subject(chunks, read_verb(chunks, at, "d").first)
        if subject is None:
            return None, wanted
        head = chunks[subject]
        if isinstance(head.value, NameMention) and head.kind in {"name", "organization"}:
            return (scene.roster.resolve(head.value) if head.kind == "name" else head.value.text), wanted
        return (scene.last_org if head.lower in GROUP_WORDS else None), wanted
    return None, None


def pick_date(chunks: list[Chunk], at: int, published: str | None) -> str | None:
    """Choose the date of what the verb at `at` tells: the nearest past one that is not another noun's."""
    best: tuple[float, str] | None = None
    for index, chunk in enumerate(chunks):
        if chunk.kind != "date" or not isinstance(chunk.value, DateMention):
            continue
        if not _may_date(chunks, index, chunk.value, published):
            continue
        low, high = sorted((index, at))
        between = chunks[low:high]
        if before_word(chunks, index) in {"dob", "born"}:
            continue
        cost = (12.0 if chunk.value.precision == "year" else 0.0) + (
            8.0 if _inside_relative(chunks, index, at) else 0.0
        )
        cost += abs(index - at) + 8.0 * sum(
            c.kind == "relative" or c.lower in {";", "after", "when", "but", "while"} for c in between
        )
        cost += 4.0 * sum(c.lower in {"and", "to"} for c in between) + (2.0 if index > at else 0.0)
        if cost < 45 and (best is None or cost < best[0]):
            best = (cost, chunk.value.iso)
    return best[1] if best else None


def before_word(chunks: list[Chunk], index: int) -> str:
    """Give the word before a chunk, folded."""
    return chunks[index - 1].lower if index else ""


def _inside_relative(chunks: list[Chunk], index: int, at: int) -> bool:
    """Tell whether a date stands in "who ... in 1979" that the verb is outside of."""
    for back in range(index - 1, max(-1, index - 12), -1):
        if chunks[back].text == "," or back == at:
            return False
        if chunks[back].lower in {"who", "which", "whose"}:
            return not back < at < index
    return False


def _may_date(chunks: list[Chunk], index: int, date: DateMention, published: str | None) -> bool:
    if date.direction == "future" or (published is not None and date.iso[:10] > published[: len(date.iso)]):
        return False
    before = before_word(chunks, index)
    if (
        date.precision == "year"
        and before not in {"in", "of", "by", "during", "year", "ago", ","}
        and len(date.text) == 4
    ):
        return False
    after = chunks[index + 1].lower if index + 1 < len(chunks) else ""
    return before not in DATE_BREAK and (
        after not in EVENT_NOUN or (chunks[index].possessive is False and before == "on")
    )
