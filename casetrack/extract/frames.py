"""The verbs of `lexicon/rulings.toml`, inflected and compiled: which forms can tell a decision."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from casetrack.lexicon import alternation, load_table

SHORT_RE = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")
LATE_STRESS = frozenset(
    {
        "commit",
        "permit",
        "compel",
        "acquit",
        "remit",
        "rebut",
        "quit",
        "annul",
        "defer",
        "disbar",
        "admit",
        "transfer",
    }
)
ANNOUNCED = frozenset(
    {"denied", "granted", "granted_in_part", "dismissed", "ordered", "enjoined", "stayed", "lifted"}
)
"""What a judge who says that she will do it has decided; a sentence or a verdict is none until it falls."""
OPEN_OBJECTS = frozenset({"any", "infinitive", "person", "guilty", "not guilty", "told_to", "holding"})
"""The objects of frames that are told by more than a noun."""
OBJECT_PRONOUNS = frozenset({"it", "them", "that", "those"})
DECIDER_KINDS = ("judge", "court", "panel", "jury", "board")


@dataclass(frozen=True, slots=True)
class Frame:
    """One entry of the table: a verb or two, what they must be done to, and by whom."""

    id: str
    value: str
    object: tuple[str, ...]
    passive: tuple[str, ...]
    subject: tuple[str, ...]
    exclude: tuple[str, ...]
    starts: tuple[str, ...]
    particle: str | None
    then_word: tuple[str, ...]
    then: tuple[str, ...]
    follow: tuple[str, ...]
    follow_any: tuple[str, ...]
    not_word: tuple[str, ...]
    passive_follow: tuple[str, ...]
    governed: tuple[str, ...]
    voices: tuple[str, ...]
    negated: bool
    announced: bool
    announced_only: bool
    generic: bool
    anyone: bool
    title_only: bool
    confidence: float
    needs: tuple[frozenset[str], ...]
    """Of each of these sets the sentence has a word, or the frame fits nowhere in it."""
    objects: frozenset[str] | None
    """The nouns one of which is the object of an active verb; None if others may be."""

    @property
    def idiom(self) -> bool:
        """Tell whether words beside the verb make it what it is; such entries are tried first."""
        return bool(self.then_word or self.follow_any or self.then or self.particle)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A pattern that tells a decision by itself, in a sentence with one of the cues and no word of `unless`.

    These are whole words in small letters (see `word_sets.word_set`).
    """

    id: str
    value: str
    pattern: re.Pattern[str]
    cues: frozenset[str]
    unless: frozenset[str] = frozenset()


def _frame(entry: dict[str, Any]) -> Frame:
    def listed(key: str) -> tuple[str, ...]:
        return tuple(entry.get(key, ()))

    def flag(key: str) -> bool:
        return bool(entry.get(key, False))

    return Frame(
        id=entry["id"],
        value=entry["value"],
        object=listed("object"),
        passive=listed("passive"),
        subject=tuple(entry.get("subject", DECIDER_KINDS)),
        exclude=listed("exclude"),
        starts=listed("starts"),
        particle=entry.get("particle"),
        then_word=listed("then_word"),
        then=listed("then"),
        follow=listed("follow"),
        follow_any=listed("follow_any"),
        not_word=listed("not_word"),
        passive_follow=listed("passive_follow"),
        governed=listed("governed"),
        voices=listed("voices"),
        negated=flag("negated"),
        announced=entry["value"] in ANNOUNCED or flag("announced_only"),
        announced_only=flag("announced_only"),
        generic=flag("generic"),
        anyone=flag("anyone"),
        title_only=flag("title_only"),
        confidence=float(entry.get("confidence", 0.9)),
        needs=_needs(entry),
        objects=_objects(listed("object")),
    )


def _needs(entry: dict[str, Any]) -> tuple[frozenset[str], ...]:
    """Give for what must follow the verb the longest word of each phrase, one of which is there."""
    asked = [entry.get(key) for key in ("particle", "then_word", "then", "follow", "starts")]
    phrases = [[told] if isinstance(told, str) else told for told in asked if told]
    return tuple(frozenset(max(phrase.split(" "), key=len) for phrase in told) for told in phrases)


def _objects(names: tuple[str, ...]) -> frozenset[str] | None:
    """Give the nouns of the classes named; None if one is no class of nouns (see `ruling_actors`)."""
    if not names or not OPEN_OBJECTS.isdisjoint(names):
        return None
    return frozenset().union(*(object_classes().get(name, ()) for name in names))


def inflect(verb: str, irregular: dict[str, list[str]]) -> dict[str, str]:
    """Give every form of a verb with the letters of what it can be (see `grammar.read_verb`)."""
    stem = verb[:-1] if verb.endswith("e") else verb
    open_stem = verb if verb.endswith("ee") else stem
    double = verb + verb[-1] if SHORT_RE.fullmatch(verb) or verb in LATE_STRESS else None
    third = (
        verb + "es"
        if verb.endswith(("s", "sh", "ch", "x", "z"))
        else verb[:-1] + "ies"
        if re.search(r"[^aeiou]y$", verb)
        else verb + "s"
    )
    past = verb[:-1] + "ied" if re.search(r"[^aeiou]y$", verb) else (double or stem) + "ed"
    pairs = irregular.get(verb, [past, past])
    forms = [
        (verb, "b"),
        (third, "s"),
        (pairs[0], "d"),
        (pairs[1], "n"),
        ((double or open_stem) + "ing", "g"),
    ]
    out: dict[str, str] = {}
    for form, letter in forms:
        out[form] = out.get(form, "") + letter
    return out


@cache
def frames_by_form() -> dict[str, list[tuple[Frame, str]]]:
    """Map each verb form to the frames it can open."""
    table = load_table("rulings")
    forms: dict[str, list[tuple[Frame, str]]] = {}
    for entry in table["entry"]:
        frame = _frame(entry)
        for verb in entry["verbs"]:
            for form, letters in inflect(verb, table["irregular"]).items():
                forms.setdefault(form, []).append((frame, letters))
    for entries in forms.values():
        entries.sort(key=lambda entry: not entry[0].idiom)
    return forms


@cache
def frame_forms() -> frozenset[str]:
    """Give the verb forms that open a frame, to be laid beside the words of a sentence."""
    return frozenset(frames_by_form())


def may_fit(frame: Frame, forms: str, told: frozenset[str], said: frozenset[str]) -> bool:
    """Tell by the words of a sentence whether a frame can fit in it; a verb without participle is active.

    Args:
        forms: what the verb can be (see `grammar.read_verb`).
        told: the sentence's words, as `Clause.single_words` gives them.
        said: those of the sentence before.
    """
    for need in frame.needs:
        if need.isdisjoint(told):
            return False
    nouns = frame.objects
    if "n" in forms or nouns is None or not nouns.isdisjoint(told):
        return True
    return not OBJECT_PRONOUNS.isdisjoint(told) and not nouns.isdisjoint(said)


@cache
def phrases() -> list[Phrase]:
    """Give the phrases that tell a decision without naming who decides."""
    table = load_table("rulings")
    listed = [
        Phrase(
            entry["id"],
            entry["value"],
            re.compile(entry["pattern"]),
            frozenset(entry["cue"]),
            frozenset(entry.get("unless", ())),
        )
        for entry in table["phrase"]
    ]
    day = r"(?:(?:on\s+)?\w+day\s+)?"
    return listed + [
        Phrase(
            f"{value}.also",
            value,
            re.compile(rf"\b[Aa]lso\s+{alternation(verbs)}\s+{day}(?:was|were)\b"),
            frozenset({"also"}),
        )
        for value, verbs in table["also"].items()
    ]


@cache
def _cues() -> dict[str, list[int]]:
    """Give for each cue which phrases it belongs to."""
    cues: dict[str, list[int]] = {}
    for number, phrase in enumerate(phrases()):
        for cue in phrase.cues:
            cues.setdefault(cue, []).append(number)
    return cues


@cache
def _cue_words() -> frozenset[str]:
    return frozenset(_cues())


def phrases_for(words: frozenset[str]) -> list[Phrase]:
    """Give the phrases that a text of these words may hold, in the order of the table."""
    here = _cue_words() & words
    if not here:
        return []
    cues = _cues()
    numbers = {number for word in here for number in cues[word]}
    told = (phrases()[number] for number in sorted(numbers))
    return [phrase for phrase in told if phrase.unless.isdisjoint(words)]


@cache
def object_classes() -> dict[str, frozenset[str]]:
    """Give the classes of things decided, with the few that the frames name directly."""
    classes = {name: frozenset(words) for name, words in load_table("actors")["objects"].items()}
    classes["unsuitable"] = frozenset({"unsuitable"})
    classes["liable"] = frozenset({"liable", "negligent"})
    classes["order"] = frozenset({"order", "orders", "moratorium"})
    classes["gag"] = frozenset({"gag"})
    classes["restraining"] = frozenset({"restraining"})
    classes["injunction"] = frozenset({"injunction", "injunctions", "restraining"})
    classes["mistrial"] = frozenset({"mistrial", "mistrials"})
    classes["term"] = frozenset(
        {"sentence", "sentences", "term", "years", "year", "months", "life", "probation", "death"}
    )
    classes["days"] = frozenset({"day", "days", "weekends"})
    classes["favor"] = frozenset({"favor", "for", "against", "favour"})
    return classes
