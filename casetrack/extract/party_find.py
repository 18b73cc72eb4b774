"""One party as one sentence shows it, and lists of names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from casetrack.extract.chunks import Chunk
from casetrack.extract.grammar import is_finite
from casetrack.extract.names import NameMention
from casetrack.extract.sentences import Sentence
from casetrack.extract.together import NAMED, NUMBERS, listed_objects
from casetrack.lexicon import alternation, load_table

LIST_GROUP = -1
"""The group of all who are called defendants or set out one a line: they stand together."""
PARTY_KINDS = frozenset({"name", "organization", "place"})


COURT_WORDS = frozenset([
    "judge", "judges", "court", "courts", "jury", "jurors", "lawsuit", "lawsuits", "sued", "suit",
    "injunction", "appeal", "appeals", "ruling", "justices", "plaintiff", "plaintiffs", "petitioner",
    "petitioners", "divorce", "tribunal",
])  # fmt: skip
COURT_RE = re.compile(rf"\b{alternation(COURT_WORDS)}\b")


STATES = frozenset({"state", "commonwealth"})
TOWNS = frozenset({"city", "town", "village", "township", "borough", "county"})
THE_STATE = "the state"
"""Stands for the state an article is about, until all of it is read."""


@dataclass(frozen=True, slots=True)
class PartyFind:
    """One party in one sentence; `side` is defendant or plaintiff, `weight` how sure."""

    name: str
    kind: str
    side: str
    criminal: bool
    weight: float
    sentence: int
    group: int
    age: int | None = None
    noun: str | None = None
    """What one is called whose name the sentence does not give: "a blogger"."""
    beside: bool = False
    """Shown by what a court does about them alone: the article's own accused are told of otherwise."""


def side_called(
    noun: str, side: str, weight: float, number: int, at: int, kind: str = "person"
) -> list[PartyFind]:
    """Keep a side of a suit by what the sentence calls it, to be named by the rest: "a blogger", "she".

    The city or the county is whichever the article speaks of, the state likewise.
    """
    if noun in STATES:
        return [PartyFind(THE_STATE, "government", side, False, weight, number, number * 1000 + at)]
    kind = "organization" if noun in TOWNS else kind
    return [PartyFind("", kind, side, False, weight, number, number * 1000 + at, noun=noun)]


@cache
def party_words(group: str, key: str) -> frozenset[str]:
    return frozenset(load_table("parties")[group][key])


def _opens_clause(chunks: list[Chunk], at: int, start: int) -> bool:
    """Tell where a list ends and a clause begins: ", Lee said", "and accuses the"."""
    before = chunks[at - 1] if at > start else None
    after = chunks[at + 1] if at + 1 < len(chunks) else None
    if before is None or after is None:
        return False
    if before.kind == "comma" and chunks[at].kind in PARTY_KINDS and not chunks[at].possessive:
        return after.kind in {"be", "have", "modal"} or is_finite(chunks, at + 1)
    verb = chunks[at].kind == "word" and chunks[at].lower.endswith("s") and after.kind in {"det", "pronoun"}
    return before.kind == "conj" and verb


FORCES = frozenset({"police", "sheriff's", "sheriff’s", "fire"})
OFFICIALS = frozenset({"officials", "authorities", "lawmakers", "regulators", "voters"})


OFFICES = frozenset({"Secretary", "Secretaries", "Commissioner", "Superintendent", "Director", "Minister"})


def is_adjective(chunks: list[Chunk], at: int) -> bool:
    """Tell where people come from, or whom they follow ("three Cicero bakers"), from one who is a side.

    "Sentenced a Halifax man" names nobody.
    """
    after = chunks[at + 1] if at + 1 < len(chunks) else None
    if after is None or chunks[at].possessive or after.kind not in {"word", "person"}:
        return False
    if not after.text[:1].islower() or is_finite(chunks, at + 1):
        return False
    if chunks[at].value.title is None and _leads_to_name(chunks, at + 1):
        return True  # "the lead plaintiff, Reno nurse Ann Porter", "former Acme Co. engineer Bo Lee"
    if after.lower in OFFICIALS:
        return False
    lone = chunks[at].value.title is None and " " not in chunks[at].text
    if (
        at
        and chunks[at - 1].lower in {"a", "an"}
        and chunks[at].text.endswith((" County", " City", " Parish"))
    ):
        return True  # "the verdict against an Orange County hospital"
    framed = at > 1 and chunks[at - 1].lower == "the" and chunks[at - 2].kind == "comma"
    if framed and lone and chunks[at].kind == "name":
        return True  # "sued the Rusty Spur, the Reno bar where he drank"
    rest = chunks[at + 2 : at + 4]
    many = after.kind == "person" or (at > 0 and chunks[at - 1].lower in NUMBERS)
    if many and after.lower.endswith("s") and [c.kind for c in rest] == ["comma", "name"]:
        return True  # "three Reno Wave journalists, Ann Porter and"
    if after.lower in FORCES:
        return True  # "cleared two Reno police officers"
    counted = at > 0 and chunks[at - 1].lower in {"a", "an"}
    if counted and after.kind == "person" and chunks[at].kind == "name" and not chunks[at].value.title:
        return True  # "a judgment against a Boca Raton man"
    return chunks[at].kind == "place" or (lone and (counted or after.lower.endswith("s")))


def _leads_to_name(chunks: list[Chunk], start: int) -> bool:
    """Tell whether words of what somebody does end in a full name."""
    for chunk in chunks[start : start + 5]:
        if chunk.kind == "name":
            return " " in chunk.text
        if chunk.kind not in {"word", "person"} or not chunk.text[:1].islower():
            return False
    return False


def _names_body(chunks: list[Chunk], at: int) -> bool:
    """Tell "Democrats in the House of Representatives", who sue in its name."""
    at += at < len(chunks) and chunks[at].kind == "det"
    return at < len(chunks) and chunks[at].kind == "organization"


def read_list(chunks: list[Chunk], start: int) -> list[NameMention]:
    """Read a list of names that begins near `start`, going right: "A, 31, and the B Council"."""
    names: list[NameMention] = []
    gap = passed = 0
    for at in range(start, min(len(chunks), start + 60)):
        chunk = chunks[at]
        if chunk.kind == "quote" and (shown := past_title(chunks, at)):
            passed = shown
        if at < passed:
            continue
        if _opens_clause(chunks, at, start):
            break
        if chunk.kind in PARTY_KINDS and _tells_of_next(chunks, at, names):
            continue
        if isinstance(chunk.value, NameMention) and chunk.kind in PARTY_KINDS:
            names.append(chunk.value)
            gap = 0
            if chunk.possessive:
                break
            continue
        if chunk.kind in {"comma", "conj", "det"} or chunk.lower.isdigit() or chunk.lower in {"jr", "."}:
            continue
        if names and chunk.lower == "of" and _tells_home(chunks, at):
            passed = at + 2  # "Ann Lee, 20, also of Dale", "Ann Lee of Dale"
            continue
        if not names and gap and chunk.lower in {"in", "from", "at"} and _names_body(chunks, at + 1):
            continue
        gap += 1
        if gap > (3 if names else 5) or _ends_list(chunks, at, bool(names)):
            break
    if names and at + 1 < len(chunks):
        together = listed_objects(chunks, start)
        if len(together) > len(names) and together[0] == names[0]:
            return together
    return names


def _is_courts(chunks: list[Chunk], at: int) -> bool:
    """Tell the place of "a Scranton judge": a lone word between an article and a court."""
    following = chunks[at + 1] if at + 1 < len(chunks) else None
    article = at > 0 and chunks[at - 1].lower in {"a", "an"}
    lone = " " not in chunks[at].text and not chunks[at].possessive
    return (
        article and lone and following is not None and following.kind in {"judge", "court", "jury", "panel"}
    )


def _tells_home(chunks: list[Chunk], at: int) -> bool:
    before, after = chunks[at - 1], chunks[at + 1] if at + 1 < len(chunks) else None
    if before.kind in {"comma", "adverb"}:
        return True
    lone = after is not None and after.kind == "name" and " " not in after.text and not after.possessive
    return lone and isinstance(before.value, NameMention) and before.value.kind == "person"


def _tells_of_next(chunks: list[Chunk], at: int, names: list[NameMention]) -> bool:
    """Tell a name that only says what another is: its office, its home, its owner."""
    chunk = chunks[at]
    following = chunks[at + 1] if at + 1 < len(chunks) else None
    if is_adjective(chunks, at) or _is_courts(chunks, at):
        return True
    if chunk.text.rsplit(" ", 1)[-1] in OFFICES and following is not None and following.lower == "of":
        return True  # "Ohio Secretary of State Ann Porter"
    if chunk.kind != "place":
        return False
    if chunks[at - 1].lower == "of" and names and names[-1].title:
        return True  # "Gov. Ann Porter of Ohio"
    # "South Carolina's Project Vida"
    return chunk.possessive and following is not None and following.kind in NAMED


def _ends_list(chunks: list[Chunk], at: int, begun: bool) -> bool:
    """Tell a word with which a list of names is over."""
    chunk = chunks[at]
    if chunk.kind in {"be", "have", "modal", "relative", "dash", "quote", "if"}:
        return True
    if chunk.kind == "prep" and chunk.lower != "of":
        return True
    if not begun:
        return False
    if chunk.lower == "of":  # "Acme Co, a rival of Widget Inc"
        return not {"a", "an"}.isdisjoint(c.lower for c in chunks[max(0, at - 3) : at])
    if chunk.kind != "word":
        return False
    if chunk.lower.endswith("ing") and chunks[at - 1].kind == "comma":
        return True  # "Acme Co, rejecting the state's claim"
    return chunk.lower.endswith("ed") and chunk.lower not in {"united", "retired"}


def past_title(chunks: list[Chunk], at: int) -> int:
    """Step over a quoted name that calls somebody, as “Ferry Bro” calls Bo Lee; 0 for any other."""
    shut = next((i for i in range(at + 1, min(len(chunks) - 1, at + 5)) if chunks[i].kind == "quote"), None)
    if shut is None:
        return 0
    for chunk in chunks[shut + 1 : shut + 4]:
        if chunk.kind == "name":
            return shut + 1
        if chunk.kind not in {"word", "person"} or not chunk.text[:1].islower():
            break
    return 0


COUNSEL_RE = re.compile(r"\b(?:lawyer|attorney|counsel|prosecutor|detective|spokes\w+),\s$")
"""Before a name it is not who is spoken of: "Her lawyer, Bo Lee, said"."""
BEGINS = 30
"""Characters of a sentence within which its subject begins."""
APPOSED = 60
"""The same of a name beside it: "The man who drove the boys home, Bo Lee, survived"."""


def subjects_before(
    number: int, reach: int, sentences: Sequence[Sentence], names: Sequence[Sequence[NameMention]]
) -> Iterator[NameMention]:
    """Yield the people with whom the last `reach` sentences before one begin, the nearest first."""
    for back in range(number - 1, max(-1, number - 1 - reach), -1):
        first = next((name for name in names[back] if name.kind in {"person", "surname"}), None)
        if first is None:
            continue
        at = first.start - sentences[back].start
        if sentences[back].text.startswith(" family", first.end - sentences[back].start):
            continue  # "Nine members of the Porter family spoke"
        if COUNSEL_RE.search(sentences[back].text[:at]):
            continue
        if at <= BEGINS or (at <= APPOSED and sentences[back].text[:at].endswith(", ")):
            yield first
