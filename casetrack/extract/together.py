"""Read who is named together, each with what they are: "Ann Porter, a nurse, and her husband, Bo Lee, were".

A name heads an item of such a list if nothing after the comma, dash or "and" before makes it another's: "the
wife of Bo Lee" and "a nurse from Reno" name no second one. Nobody's lawyer is listed with them.
"""

from __future__ import annotations

from casetrack.extract.chunks import Chunk
from casetrack.extract.companies import find_owner
from casetrack.extract.grammar import is_finite
from casetrack.extract.names import NameMention
from casetrack.extract.word_classes import HOW_MANY

SEPARATORS = frozenset({"comma", "dash"})
NAMED = frozenset({"name", "organization"})
SPEAKERS = frozenset([
    "lawyer", "lawyers", "attorney", "attorneys", "counsel", "prosecutor", "prosecutors", "spokesman",
    "spokeswoman", "victim", "victims", "judge", "detective",
])  # fmt: skip
ASIDE_REACH = 14
"""So many words what somebody is may take."""
FREE = frozenset({"both", "all", "each"})


def listed_subjects(chunks: list[Chunk], first: int) -> list[NameMention]:
    """Give those whom the subject of the verb group at `first` names together; empty where it names one."""
    heads, joint = _read_subject(chunks, first)
    return heads if joint is not None and len(heads) > 1 else []


def named_subjects(chunks: list[Chunk], first: int) -> list[NameMention]:
    """Give those whom the subject names, one of them with others it does not: "Ann Porter and two others"."""
    heads, joint = _read_subject(chunks, first)
    if joint is None:
        return []
    several = first < len(chunks) and chunks[first].lower in PLURAL
    alone = len(heads) == 1 and not _is_unnamed(chunks[joint + 1 : first], several=several)
    return [] if alone else heads


PLURAL = frozenset({"were", "are", "have"})


def _is_unnamed(item: list[Chunk], *, several: bool) -> bool:
    """Tell "two others", "her husband", "three co-workers from Reno" at the end of a list of people.

    Args:
        item: what stands between "and" and the verb.
        several: whether that is a verb of more than one.
    """
    noun = [c for c in item if c.kind not in {"place", "comma"} and c.lower not in {"of", "from"}]
    if not noun or any(c.kind not in UNNAMED_KINDS for c in noun):
        return False
    if noun[0].lower in NUMBERS or (several and noun[0].kind == "det"):
        return True
    words = {c.lower for c in noun}
    return noun[-1].kind == "person" or not OTHERS.isdisjoint(words) or noun[-1].lower.startswith("co-")


NUMBERS = frozenset(HOW_MANY) - {"a", "one"}
UNNAMED_KINDS = frozenset({"det", "word", "person", "adverb"})
OTHERS = frozenset({"other", "others", "colleague", "colleagues", "accomplice", "accomplices"})


def _read_subject(chunks: list[Chunk], first: int) -> tuple[list[NameMention], int | None]:
    """Give the names that head the items before the verb group at `first`, and the "and" that joins them."""
    start = first
    while start > 0:
        before = chunks[start - 1]
        if before.kind in {"relative", "if"}:
            return [], None
        if before.kind == "quote" or is_finite(chunks, start - 1):
            break
        start -= 1
    heads: list[NameMention] = []
    joint: int | None = None
    governed = spoken = homed = False
    for at in range(start, first):
        chunk = chunks[at]
        if chunk.kind in SEPARATORS or chunk.text == ";":
            governed = homed and chunks[at + 1].kind in NAMED  # ", of Clonlara, Co Clare,"
            homed = False
            continue
        if chunk.kind == "conj":
            joint = at if heads else None
            spoken = False
        elif chunk.kind == "prep":
            governed = True
            homed = (
                chunk.lower in {"of", "from"} and at > start and chunks[at - 1].kind not in {"word", "person"}
            )
        elif chunk.lower in SPEAKERS:
            spoken = True
        elif not (governed or spoken) and _is_head(chunks, at, first):
            heads.append(_with_surname(chunks, at, heads))
    return heads, joint


def _with_surname(chunks: list[Chunk], at: int, heads: list[NameMention]) -> NameMention:
    """Give "his son Adam" the surname of whose son he is."""
    name: NameMention = chunks[at].value
    if not heads or name.kind != "surname" or name.title or chunks[at - 1].lower not in KIN:
        return name
    last = heads[-1].text.split()[-1]
    return name if " " not in heads[-1].text else name._replace(text=f"{name.text} {last}", kind="person")


KIN = frozenset(
    {"son", "daughter", "brother", "sister", "wife", "husband", "mother", "father", "twin", "cousin"}
)


def _is_head(chunks: list[Chunk], at: int, end: int) -> bool:
    """Tell whether a name stands at the end of its item: before a comma, "and" or the verb."""
    name = chunks[at]
    if name.kind not in NAMED or name.possessive or not isinstance(name.value, NameMention):
        return False
    after = chunks[at + 1 + (chunks[at + 1].text == "." and at + 2 < end)]  # "Acme Corp."
    return (
        at + 1 == end
        or after.text == "("
        or after.kind in {*SEPARATORS, "conj", "adverb", "date"}
        or after.lower in FREE
    )


def listed_objects(chunks: list[Chunk], start: int) -> list[NameMention]:
    """Give those named together from `start` on: "Ann Porter, a nurse at the jail, and Bo Lee, her boss"."""
    names: list[NameMention] = []
    at = _next_head(chunks, start)
    while at is not None:
        names.append(chunks[at].value)
        at = _past_aside(chunks, at + 1)
    return names


def _next_head(chunks: list[Chunk], start: int) -> int | None:
    for at in range(start, min(len(chunks), start + 7)):
        chunk = chunks[at]
        if chunk.kind in NAMED and isinstance(chunk.value, NameMention):
            return None if chunk.possessive else at
        plain = chunk.kind in {"word", "person", "det", "pronoun"} and chunk.lower not in SPEAKERS
        if not plain or is_finite(chunks, at):
            return None
    return None


def _past_aside(chunks: list[Chunk], at: int) -> int | None:
    """Step over the age and what is said of a name, to the next of the list; None where there is none."""
    at += at < len(chunks) and chunks[at].text == "."  # "Acme Corp."
    if at + 2 >= len(chunks):
        return None
    if chunks[at].kind == "conj":
        return _next_head(chunks, at + 1)
    if chunks[at].kind != "comma":
        return None
    if chunks[at + 1].kind in NAMED:
        return at + 1 if not chunks[at + 1].possessive and chunks[at + 2].kind in {"comma", "conj"} else None
    ends = [i for i in range(at + 1, min(len(chunks) - 2, at + ASIDE_REACH)) if chunks[i].kind == "comma"]
    for end in ends:
        if chunks[end + 1].kind == "conj":
            return _next_head(chunks, end + 2)
        if chunks[at + 1].lower.isdigit() or chunks[at + 1].lower in {"of", "a", "an", "the", "who", "which"}:
            continue
        return None
    return None


def described_object(chunks: list[Chunk], start: int) -> int | None:
    """Find Ann Porter of "sentenced Lee's former chief of staff, Ann Porter, to two years": who is so called.

    Args:
        start: where the object begins.
    """
    if start >= len(chunks) or not (chunks[start].kind == "det" or chunks[start].possessive):
        return None
    for at in range(start + 1, min(len(chunks) - 1, start + DESCRIBED)):
        chunk = chunks[at]
        if chunk.kind == "comma":
            named = chunks[at + 1]
            fits = named.kind == "name" and not named.possessive and isinstance(named.value, NameMention)
            return at + 1 if fits and SPEAKERS.isdisjoint([c.lower for c in chunks[start:at]]) else None
        if chunk.kind not in DESCRIBING and chunk.lower != "of":
            return None
    return None


def counted_one(chunks: list[Chunk], subject: int | None, first: int) -> int | None:
    """Find Bo Lee of "The only other person to go to trial, contractor Bo Lee, was acquitted"."""
    if subject is None or first < 4 or chunks[first - 1].kind != "comma" or chunks[subject].kind == "name":
        return None
    named = chunks[first - 2]
    if named.kind != "name" or named.possessive or not isinstance(named.value, NameMention):
        return None
    if COUNTS.isdisjoint([c.lower for c in chunks[max(0, subject - 4) : subject]]):
        return None
    for at in range(first - 3, subject, -1):
        if chunks[at].kind == "comma":
            return first - 2
        if chunks[at].kind not in DESCRIBING:
            return None
    return None


COUNTS = frozenset(
    {"only", "first", "last", "second", "third", "fourth", "lone", "sole", "final", "remaining"}
)
DESCRIBED = 9
"""So many words what somebody is called may take."""
DESCRIBING = frozenset({"word", "person", "place", "organization", "det"})


def names_around(chunks: list[Chunk], at: int) -> list[NameMention]:
    """Give the names joined to the one at `at`: "Porter, 68, and Lee", leftwards."""
    chunk = chunks[at]
    if owned := find_owner(chunks, at):
        return [*names_around(chunks, owned[0]), chunks[owned[1]].value]
    names = (
        [chunk.value]
        if isinstance(chunk.value, NameMention) and chunk.kind in {"name", "place"} and not chunk.possessive
        else []
    )
    back = at - 1
    while back >= 0 and names and at - back < 30:
        here = chunks[back]
        if isinstance(here.value, NameMention) and here.kind == "name" and not here.possessive:
            if back and chunks[back - 1].kind == "word" and chunks[back - 1].lower.endswith("ing"):
                break  # "the woman accused of stabbing Bo Lee, Ann Porter,"
            between = chunks[back + 1 : at]
            if back and chunks[back - 1].lower == "of" and all(c.kind != "conj" for c in between):
                break  # "the killer of Bo Lee, Ann Porter,"
            if any(c.kind in {"conj", "comma"} for c in chunks[back + 1 : back + 8]) and _only_list(
                _without_asides(between)
            ):
                names.insert(0, here.value)
            else:
                break
        back -= 1
    return names


def _without_asides(between: list[Chunk]) -> list[Chunk]:
    """Drop what each is: "Ann Porter, a 34-year-old welder, and Bo Lee"."""
    if len(between) < 4 or between[0].kind != "comma" or between[1].lower not in {"a", "an", "the"}:
        return between
    end = next((i for i, c in enumerate(between[1:], 1) if c.kind == "comma"), 0)
    named = any(
        c.kind in {"name", "organization"} or is_finite(between, i) for i, c in enumerate(between[:end])
    )
    return between if named or not end else between[end:]


TIES = frozenset([
    "his", "her", "of", "associate", "business", "co-defendant", "former", "aide", "wife", "brother", "son",
    "partner",
])  # fmt: skip


def _only_list(between: list[Chunk]) -> bool:
    allowed = {"comma", "conj", "name", "det", "place"}
    return any(c.lower in {"and", ";"} or c.kind == "comma" for c in between) and all(
        c.kind in allowed or c.lower.isdigit() or c.lower in TIES for c in between
    )
