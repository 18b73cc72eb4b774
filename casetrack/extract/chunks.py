"""Cut a sentence into chunks: names, courts, dates and actors whole, every other word alone.

The careful rules (who did what to whom) walk over chunks instead of characters. Offsets are the
article's, half open, in order, never overlapping. Nothing here knows what a ruling is.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from operator import itemgetter
from typing import Any

from casetrack.extract.courts import CourtMention
from casetrack.extract.dates import DateMention
from casetrack.extract.names import NameMention
from casetrack.extract.word_classes import DETERMINER
from casetrack.lexicon import load_table
from casetrack.models import CourtRef

TOKEN_RE = re.compile(r"(?:[A-Z]\.){2,}|\w+(?:[.’'&–-]\w+)*(?:[’'](?!\w))?|[^\w\s]")
COURT_NAME_RE = re.compile(
    r"\b(?:(?:Supreme|High|Superior|District|Circuit|Appeals|Commonwealth|Chancery|County|Crown|Family|Juvenile"
    r"|Municipal|Probate|Criminal|Civil)|Magistrates?[’']s?) Court$"
)
BOARD_NAME_RE = re.compile(r"\b(?:Parole|Pardons?|Clemency) Board$|^Board of (?:Parole|Pardons?|Clemency)\b")
POSSESSIVE_RE = re.compile(r"[’']s?$")
OWNING_MARKS = frozenset([".", "'", "’"])
OWNING_RE = re.compile(r"\.?[’']s?(?!\w)")
JUDGE_WORDS = frozenset([
    "Judge", "Judges", "Justice", "Justices", "Magistrate", "Commissioner", "Chancellor", "Surrogate",
    "Master", "Honorable", "Hon.",
])  # fmt: skip
BE = frozenset([
    "is", "are", "was", "were", "be", "been", "being", "am", "gets", "got", "get", "isn't", "isn’t",
    "aren't", "aren’t", "wasn't", "wasn’t", "weren't", "weren’t",
])  # fmt: skip
HAVE = frozenset(
    ["has", "have", "had", "having", "hasn't", "hasn’t", "haven't", "haven’t", "hadn't", "hadn’t"]
)
DO = frozenset(["did", "does", "do", "didn't", "didn’t", "doesn't", "doesn’t", "don't", "don’t"])
MODAL = frozenset(
    [
        "will",
        "would",
        "could",
        "may",
        "might",
        "should",
        "must",
        "can",
        "shall",
        "cannot",
        "can't",
        "can’t",
        "won't",
        "won’t",
        "wouldn't",
        "wouldn’t",
        "couldn't",
        "couldn’t",
        "shouldn't",
        "shouldn’t",
    ]
)
NEGATIVE = frozenset(["not", "never", "neither", "nor", "without", "no", "hardly"])
PREPOSITION = frozenset(
    [
        "of",
        "in",
        "on",
        "for",
        "from",
        "at",
        "with",
        "by",
        "to",
        "into",
        "over",
        "under",
        "against",
        "about",
        "after",
        "before",
        "during",
        "since",
        "until",
        "through",
        "between",
        "among",
        "within",
        "without",
        "despite",
        "per",
        "via",
        "upon",
        "toward",
        "towards",
        "regarding",
        "concerning",
        "including",
        "following",
        "alongside",
        "outside",
        "inside",
        "near",
        "amid",
        "around",
        "across",
        "as",
        "like",
    ]
)
PRONOUN = frozenset(
    [
        "he",
        "she",
        "it",
        "they",
        "him",
        "her",
        "them",
        "we",
        "i",
        "you",
        "himself",
        "herself",
        "itself",
        "themselves",
    ]
)
RELATIVE = frozenset(["who", "which", "that", "whom", "whose", "where", "when"])
CONJUNCTION = frozenset(["and", "or", "but", "nor", "yet"])
SUBORDINATE = frozenset(
    ["if", "whether", "unless", "until", "although", "though", "because", "while", "lest"]
)


@dataclass(slots=True)
class Chunk:
    """One unit of a sentence, never changed: not frozen, as hundreds of frozen ones an article cost time.

    `kind` is name, organization, place, judge, court, panel, jury, board, prosecution, instrument,
    person, date, time, be, have, do, modal, not, prep, pronoun, relative, conj, if, det, adverb,
    comma, dash, quote, stop or word. `value` is the mention behind it, `lower` the text folded.
    """

    kind: str
    start: int
    end: int
    text: str
    lower: str
    value: Any = None
    possessive: bool = False


class Clause(list[Chunk]):
    """The chunks of one sentence, in order, with the words and the kinds there are: what is not there
    need not be looked for."""

    __slots__ = ("kinds", "words")

    def __init__(self, chunks: list[Chunk]) -> None:
        super().__init__(chunks)
        self.words = frozenset([chunk.lower for chunk in chunks])
        self.kinds = frozenset([chunk.kind for chunk in chunks])


@cache
def _word_kinds() -> dict[str, str]:
    table = load_table("actors")
    kinds: dict[str, str] = {}
    for kind in ("person", "instrument", "prosecution", "board", "jury", "panel", "court", "judge"):
        kinds.update(dict.fromkeys(table[kind], kind))
    kinds.update(dict.fromkeys(table["adverbs"], "adverb"))
    for kind, words in (
        ("det", DETERMINER), ("conj", CONJUNCTION), ("relative", RELATIVE), ("pronoun", PRONOUN),
        ("prep", PREPOSITION), ("if", SUBORDINATE), ("modal", MODAL), ("do", DO), ("have", HAVE), ("be", BE),
        ("not", NEGATIVE),
    ):  # fmt: skip
        kinds.update(dict.fromkeys(words, kind))
    return kinds


@cache
def _not_after_court() -> frozenset[str]:
    return frozenset(load_table("actors")["not_after_court"])


def cut_chunks(
    text: str, offset: int, names: list[NameMention], courts: list[CourtMention], dates: list[DateMention]
) -> Clause:
    """Cut one sentence; mentions that overlap an earlier kept one give way (dates, courts, names)."""
    chunks: list[Chunk] = []
    at = 0
    titled = False
    for start, end, kind, value in _choose_spans(names, courts, dates):
        if start - offset > at:
            _cut_words(chunks, text, at, start - offset, offset)
        chunk = _make_chunk(text, start - offset, end - offset, offset, kind, value)
        chunks.append(chunk)
        at = end - offset
        if chunk.possessive:
            at += len(_possessive_after(text, at))
        titled = titled or kind == "judge"
    _cut_words(chunks, text, at, len(text), offset)
    cut = Clause(chunks)
    if "court" in cut.kinds or not UNSETTLED.isdisjoint(cut.words):
        cut = Clause(_settle_courts(cut))
    return Clause(_join_titles(cut, text, offset)) if titled else cut


TITLE_WORD_RE = re.compile(
    r"U\.?S\.?|United|States|Chief|Senior|Associate|District|Circuit|Magistrate|Superior|Supreme|County|Court"
    r"|Bankruptcy|Federal|State|Presiding|Appeals|Administrative|Law|Judges?|Justices?|Commissioner"
)


def _join_titles(chunks: list[Chunk], text: str, offset: int) -> list[Chunk]:
    """Let a judge's chunk begin with the title: "U.S. District Judge Ann Lee" is one."""
    out: list[Chunk] = []
    for chunk in chunks:
        if chunk.kind == "judge" and isinstance(chunk.value, NameMention):
            start = chunk.start
            while out and out[-1].value is None and TITLE_WORD_RE.fullmatch(out[-1].text):
                start = out.pop().start
            words = text[start - offset : chunk.end - offset]
            chunk = replace(chunk, start=start, text=words, lower=words.lower())
        out.append(chunk)
    return out


def _choose_spans(
    names: list[NameMention], courts: list[CourtMention], dates: list[DateMention]
) -> list[tuple[int, int, str, Any]]:
    first: list[tuple[int, int, str, Any]] = [(d.start, d.end, "date", d) for d in dates]
    if courts:
        judges = [n for n in names if n.title and _is_judge_title(n.title)]
        for court in courts:
            if not any(n.start < court.end and court.start < n.end for n in judges):
                first.append((court.start, court.end, "court", court.court))
    kinds = _word_kinds()
    named = [(n.start, n.end, _name_kind(n), n) for n in names if n.text.lower() not in kinds]
    first += [span for span in named if span[2] == "court"]
    rest = [span for span in named if span[2] != "court"] if len(first) > len(dates) else named
    if not first and len(rest) < 2:
        return rest
    first.sort(key=_by_place)
    rest.sort(key=_by_place)
    kept: list[tuple[int, int, str, Any]] = []
    for span in (*first, *rest):
        at = bisect_left(kept, span[0], key=itemgetter(0))
        before_next = at == len(kept) or span[1] <= kept[at][0]
        if before_next and (at == 0 or kept[at - 1][1] <= span[0]):
            kept.insert(at, span)
    return kept


def _by_place(span: tuple[int, int, str, Any]) -> tuple[int, int]:
    return span[0], -span[1]


@lru_cache(maxsize=4096)
def _is_judge_title(title: str) -> bool:
    return title.split()[-1] in JUDGE_WORDS or title.endswith("Hearing Officer")


CHUNK_KINDS = {"person": "name", "surname": "name", "acronym": "organization", "other": "organization"}


def _name_kind(name: NameMention) -> str:
    if name.title and _is_judge_title(name.title):
        return "judge"
    if name.text.endswith(" Court") and COURT_NAME_RE.search(name.text):
        return "court"
    if BOARD_NAME_RE.search(name.text):
        return "board"
    return CHUNK_KINDS.get(name.kind, name.kind)


def _possessive_after(text: str, at: int) -> str:
    if text[at : at + 1] not in OWNING_MARKS:
        return ""
    match = OWNING_RE.match(text, at)
    return match.group() if match else ""


def _make_chunk(text: str, start: int, end: int, offset: int, kind: str, value: Any) -> Chunk:
    words = text[start:end]
    owned = words[-2:] in {"’s", "'s"} or bool(_possessive_after(text, end))
    return Chunk(kind, offset + start, offset + end, words, words.lower(), value, owned)


def _cut_words(chunks: list[Chunk], text: str, start: int, end: int, offset: int) -> None:
    for match in TOKEN_RE.finditer(text, start, end):
        word = match[0]
        lower, kind, owned = _read_word(word)
        begin = offset + match.start()
        chunks.append(Chunk(kind, begin, begin + len(word), word, lower, None, owned))


@lru_cache(maxsize=16384)
def _read_word(word: str) -> tuple[str, str, bool]:
    """Give a word folded, its kind and whether it owns what follows; a few thousand make up the news."""
    lower = word.lower()
    owned = lower[-2:] in {"’s", "'s"} or (lower[-1:] in {"’", "'"} and len(lower) > 1)
    return lower, _kind_of(lower), owned


def _kind_of(lower: str) -> str:
    kind = _word_kinds().get(lower) or _word_kinds().get(POSSESSIVE_RE.sub("", lower))
    if kind:
        return kind
    if lower in {",", ";", "(", ")"}:
        return "comma"
    if lower in {"—", "–", "-", ":"}:
        return "dash"
    if lower in {"“", "”", '"'}:
        return "quote"
    if lower.endswith("ly") and len(lower) > 4:
        return "adverb"
    return "word"


NOT_AFTER_JUSTICE = frozenset(
    {"department", "system", "ministry", "minister", "reform", "officials", "secretary"}
)
NOT_BEFORE_JUSTICE = frozenset(
    {"of", "for", "criminal", "social", "obstructing", "obstruct", "to", "bring", "juvenile"}
)

TIMES_OF_DAY = frozenset({"morning", "afternoon", "evening", "night"})
SHARED = frozenset({"each", "both", "all"})
"""Says of several what a verb tells: "were each sentenced"."""


def _tells_time_of_day(chunk: Chunk, before: Chunk | None, after: str) -> bool:
    """ "Late Tuesday", "Tuesday night": the day stays next to its verb."""
    if chunk.lower in {"late", "early"}:
        return after == "date"
    return chunk.lower in TIMES_OF_DAY and before is not None and before.kind == "date"


def _kind_of_shared(chunk: Chunk, before: Chunk | None, after: str) -> str:
    """Read "were each sentenced" as adverb and verb, "Both were sentenced" as a subject and its verb."""
    if before is not None and before.kind in {"be", "have"}:
        return "adverb" if after != "have" else chunk.kind
    return "pronoun" if after != "word" and (before is None or before.kind == "comma") else chunk.kind


OWNED = frozenset({"word", "instrument", "person", "prosecution"})


def _owns(chunks: list[Chunk], at: int) -> bool:
    """Tell "her trial", "her Nov. 8 order" from "sentenced her Thursday in Reno"."""
    after = [chunk.kind for chunk in chunks[at + 1 : at + 3]]
    return (bool(after) and after[0] in OWNED) or after in DATED_OWN


DATED_OWN = [["date", kind] for kind in sorted(OWNED)]
UNSETTLED = frozenset({"justice", "late", "early", "her"}) | TIMES_OF_DAY | SHARED
"""Words that are now this, now that; so is every court."""


def _settle_courts(chunks: list[Chunk]) -> list[Chunk]:
    """Take "court" in "court papers" and "in court" for a plain word."""
    out: list[Chunk] = []
    for at, chunk in enumerate(chunks):
        if chunk.kind != "court" and chunk.lower not in UNSETTLED:
            out.append(chunk)
            continue
        follows = chunks[at + 1].lower if at + 1 < len(chunks) else ""
        after = chunks[at + 1].kind if at + 1 < len(chunks) else ""
        if chunk.text == "justice" and (
            follows in NOT_AFTER_JUSTICE or (at and chunks[at - 1].lower in NOT_BEFORE_JUSTICE)
        ):
            chunk = replace(chunk, kind="word")
        elif _tells_time_of_day(chunk, chunks[at - 1] if at else None, after):
            chunk = replace(chunk, kind="adverb")
        elif chunk.lower in SHARED and after in {"be", "have", "word"}:
            chunk = replace(chunk, kind=_kind_of_shared(chunk, chunks[at - 1] if at else None, after))
        elif chunk.lower == "her" and _owns(chunks, at):
            chunk = replace(chunk, kind="det")
        bare = chunk.kind == "court" and chunk.value is None
        if bare and (
            follows in _not_after_court() or (at and chunks[at - 1].lower in {"in", "to", "out", "into"})
        ):
            chunk = replace(chunk, kind="word", value=None)
        elif (
            chunk.kind == "court"
            and chunk.value is not None
            and follows in {"judge", "judges", "justice", "justices"}
        ):
            chunk = replace(chunk, kind="word")
        out.append(chunk)
    return out


def court_of(chunk: Chunk) -> CourtRef | None:
    """Give the court a chunk names, if it names one."""
    return chunk.value if isinstance(chunk.value, CourtRef) else None
