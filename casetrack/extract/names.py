"""Find names: runs of capitalized words, told apart as people, organizations and places.

A mention is one run with its title of office and age where the sentence gives them. Nothing is
resolved here: "Guzman" stays "Guzman" until `people.py` knows who is meant. Offsets are the
article's, half open; possessive endings are left outside.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from casetrack.extract.characters import CAMEL, LOWER, UPPER, has_figure
from casetrack.extract.given_names import (
    GIVEN_PLACES,
    GIVEN_TITLES,
    is_full_name,
    is_own_title,
    names_april,
    opens_name,
)
from casetrack.extract.name_ages import age_beside
from casetrack.extract.name_days import before_day
from casetrack.extract.organizations import (
    find_agencies,
    join_organizations,
    join_owned,
    seat_peace,
    share_surname,
)
from casetrack.lexicon import alternation, load_table

WORD = (
    rf"(?:(?:[{UPPER}][’'](?=[{UPPER}]))?[{UPPER}]|[A-CE-HJ-QS-Z]-(?=[A-Z][a-z])[A-Z]"
    rf"|[A-Z]{{2,4}}(?=[a-z]{{3}}))[{LOWER}]+{CAMEL}"
)
INITIAL = rf"[{UPPER}]\.(?:[{UPPER}]\.)*"
ACRONYM = r"(?:O[’'])?[A-Z]{2,}(?:&[A-Z]+)?(?:-[A-Z]{2,}|-\d{1,3})?(?![a-z])|[A-Z]&[A-Z](?![a-z])"
PARTICLE = (
    r"(?:de|del|de\s+la|de\s+los|de\s+las|da|dos|di|du|van|van\s+der|van\s+den|van\s+de|von"
    r"|bin|ibn|al|el|la|le|ter|y)"
)
GLUED = rf"(?:[dl][’']|(?:al|el|ul|ur|as)-|(?:de|di|du|da|la|le|van|von)(?=[{UPPER}][{LOWER}]))(?=[{UPPER}])"
"""A particle that its name touches: "d'Aubrac", "al-Rashid"."""
NICKNAME = r"[“\"‘'][^“”\"‘’'\n]{2,25}[”\"’']"
SUFFIX = r",?\s+(?:Jr|Sr|JR|SR)\b\.?|\s+(?:II|III|IV)\b"
OWNED_WORDS = (
    r"(?:Attorney|Office|Union|Association|League|Guild|Fund|Society|Federation|Coalition|Alliance"
    r"|Law\s+Center|Committee\s+(?:for|on)|Rights|Party\s+of)"
)
OWNED = rf"(?:[’']s?(?=\s+(?:[{UPPER}]\w+\s+){{0,1}}{OWNED_WORDS}\b))?"
ACRONYM_RE = re.compile(ACRONYM)
INITIAL_RE = re.compile(INITIAL)
DOTTED_END_RE = re.compile(rf"(?:{INITIAL}|J[rR]\.|S[rR]\.|Inc\.|Corp\.|Co\.|Ltd\.)$")
WORD_THERE_RE = re.compile(r"\S+")
BLANKS_RE = re.compile(r"\s+")
AFTER_CAPITAL = (
    rf"(?<![\w’'].)(?:[{LOWER}]+{CAMEL}|(?:[’'][{UPPER}]|(?<![DIR])-(?=[A-Z][a-z])[A-Z])[{LOWER}]+{CAMEL}"
    rf"|\.(?:[{UPPER}]\.)*"
    rf"|(?<=[A-Z])[A-Z]{{1,3}}[a-z]{{3,}}{CAMEL}"
    r"|(?<=[A-Z])(?:[A-Z]+(?:&[A-Z]+)?(?:-[A-Z]{2,}|-\d{1,3})?(?![a-z])|&[A-Z](?![a-z])))"
)
"""WORD, INITIAL or ACRONYM where no word goes on, without its capital; what most words are comes first."""
SHORT_TITLE = (
    r"(?=[a-z]{1,3}\.)(?:(?<=M)(?:rs?|s|aj)|(?<=D)(?:r|et)|(?<=G)(?:ov|en)|(?<=S)(?:en|gt|t|pc|upt)|(?<=R)e[pv]|(?<=P)(?:rof|fc|vt)|(?<=L)t"
    r"|(?<=A)dm|(?<=C)(?:apt|ol|pl|mdr))\."
)
"""Mr., Gov., Capt.: without their capital too."""
COURTESY_RE = re.compile(r"(?:Mr|Mrs|Ms|Miss)\b\.?\s+(?!Justice\b)")
"""Says nothing of who it is."""
RUN_RE = re.compile(
    rf"[{UPPER}](?:{SHORT_TITLE}\s+[{UPPER}]{AFTER_CAPITAL}|{AFTER_CAPITAL}){OWNED}"
    rf"(?:(?:\s+{NICKNAME})?\s+(?:{PARTICLE}\s+|{GLUED}|&\s+)?(?:{INITIAL}|{ACRONYM}|{WORD}|[B-HJ-Z](?=\s+{WORD}|\s[a-z]|[,;:’'])){OWNED}"
    rf"|\.(?=\s+{WORD}\s+(?:{WORD}|{INITIAL}))|,(?=\s+(?:Inc|LLC|LLP|L\.L\.C|Corp|Ltd)\b)|(?<=\sLocal)\s+\d{{1,4}}(?!\w))*"
    rf"(?:{SUFFIX})?"
)
"""A capital first, so that a search steps over all the rest."""
ADJECTIVE_RE = re.compile(
    r"[-–](?:based|area|born|led|style|backed|appointed|era|owned|controlled|drawn|trained|funded|run|made"
    r"|bound|sponsored|supported|affiliated|listed|like|wide|sized|held|friendly)\b"
)
"""What makes an adjective of a name: "the San Francisco-based court"."""
NUMBER_RE = re.compile(r"\d")
BORN_RE = re.compile(r",?\s\((?:D\.?O\.?B\.?|born)\b:?")
RESIDENCE_RE = re.compile(
    r"[\w.’'],\s+\(?[1-9]\d\)?,\s+(?:(?:both|all|formerly)\s+)?(?:of\s+)?$"
)  # "Ann Porter, 41, Santa Rosa, pleaded", never "Ann Porter, 41, Bo Lee, 38, and"
NICK_RE = re.compile(rf"\s+({NICKNAME})\s+")


class NameMention(NamedTuple):
    """One name in the text; `kind` is person, organization, place, acronym, other,
    surname (a lone word) or weak (a lone word that is seldom a name: "English", "White")."""

    start: int
    end: int
    text: str
    kind: str
    title: str | None = None
    age: int | None = None


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load_table("names")[key])


@cache
def _postal_codes() -> frozenset[str]:
    return frozenset(state.upper() for state in load_table("courts")["state"])


TOWN_BEFORE_RE = re.compile(rf"[{LOWER}],\s$")


@cache
def _title_re() -> re.Pattern[str]:
    names = load_table("names")
    return re.compile(
        rf"(?<![\w’'.]){alternation([*names['titles'], *names['judge_titles']])}(?=\s+[{UPPER}])"
    )


def find_names(text: str, offset: int) -> list[NameMention]:
    """Find the names of one sentence, in text order, not overlapping."""
    taken = find_agencies(text)
    found = [
        NameMention(offset + a, offset + b, " ".join(text[a:b].split()), "organization") for a, b in taken
    ]
    number = NUMBER_RE.search(text) if has_figure(text) else None
    opens: bool | None = None
    for match in RUN_RE.finditer(text):
        start, end = match.span()
        if number is not None or text.endswith("day", start, end):
            end = before_day(text, start, end)
        opens = (opens is None and _begins_sentence(text, start)) or names_april(text, start)
        for left, right in taken:
            if start < right and left < end:  # "Penn State President Ann Porter"
                start, opens = min(right + (text[right : right + 1] == " "), end), False
        if not text[start : start + 1].isupper():
            continue
        reading = _split_run(
            text[start:end], opens, text[start - 1 : start] == ".", text[end : end + 1] == "."
        )
        if reading is None:
            continue
        kind: str | None = reading.kind
        age: int | None = None
        if number is not None or kind == "acronym":
            kind, age = _read_beside(text, start, reading, number)
        if kind == "person" and reading.title is None and _is_of_many(text, start, reading):
            kind = "organization"
        if age is not None and reading.title in GIVEN_TITLES:  # "Prince Porter, 34,"
            called = f"{reading.title} {reading.name}"
            reading = reading._replace(name_start=reading.start, name=called, title=None)
            kind = "person"
        if kind is not None:
            left, right = offset + start + reading.name_start, offset + start + reading.end
            found.append(NameMention(left, right, reading.name, kind, reading.title, age))
    if taken:
        found.sort(key=lambda mention: mention.start)
    return join_organizations(
        text, offset, share_surname(text, offset, join_owned(text, offset, seat_peace(text, offset, found)))
    )


OWN_NOUN_RE = re.compile(
    r"[’']|\s[A-Z]|\s(?:[a-z]+\s)?(?:trial|case|verdict|murder|killing|investigation|campaign|era)\b"
)


def _is_of_many(text: str, run: int, reading: _Reading) -> bool:
    """Tell "the Orrin Lakekeepers sued" from "the Chris Roberts trial"."""
    start, end = run + reading.start, run + reading.end
    plural = reading.name.endswith("s") and not reading.name.endswith(("ss", "us", "is"))
    return (
        plural
        and text[max(0, start - 4) : start] in {"the ", "The "}
        and OWN_NOUN_RE.match(text, end) is None
    )


class _Reading(NamedTuple):
    """What a run says by itself, offsets counted from its start: where it begins, and the name in it.

    `kind` is that of a name without an age beside it.
    """

    start: int
    name_start: int
    end: int
    name: str
    title: str | None
    kind: str


def _read_beside(
    text: str, run: int, reading: _Reading, number: re.Match[str] | None
) -> tuple[str | None, int | None]:
    """Give the kind and age of a name by what stands beside it.

    Args:
        run: where the run begins.
        number: the first digit of the sentence; None where a name can have no age.
    """
    start, name_start, end = run + reading.start, run + reading.name_start, run + reading.end
    kind = reading.kind
    if number is not None:
        age = age_beside(text, start, end, number.start())
        if age is not None or BORN_RE.match(text, end):
            return _classify(reading.name, reading.title is not None, True), age
        if number.start() < name_start and reading.title is None and kind in {"person", "surname", "other"}:
            return "place" if RESIDENCE_RE.search(text, max(0, start - 40), name_start) else kind, None
    if kind == "acronym":
        if text.startswith(":", end):
            return None, None  # "WHO:", the label of a line
        if reading.name in _postal_codes() and TOWN_BEFORE_RE.search(
            text, max(0, name_start - 4), name_start
        ):
            return "place", None
    return kind, None


# An article's names come back in it, and words like "The" and "Monday" in all of them.
@lru_cache(maxsize=4096)
def _split_run(run: str, opens: bool, dotted: bool, stopped: bool) -> _Reading | None:
    """Split a run into its title and its name; None where it holds no name of any kind.

    Args:
        dotted: a full stop stands right before the run.
        stopped: and one right after it.
    """
    text = f"{'.' if dotted else ''}{run}{'.' if stopped else ''}"
    begin = start = len(text) - len(run) - stopped
    end = start + len(run)
    adjectives = ADJECTIVE_RE.finditer(text, start, end) if "-" in run or "–" in run else ()
    for adjective in adjectives:
        rest = re.match(r"\s+", text[adjective.end() : end])
        if rest is None:
            return None
        start = adjective.end() + rest.end()
    start = _skip_leading(text, start, end, opens and start == begin)
    courtesy = COURTESY_RE.match(text, start, end)
    start = courtesy.end() if courtesy else start
    title, name_start = _take_title(text, start, end)
    while end > name_start and text[end - 1] == "." and not DOTTED_END_RE.search(text[name_start:end]):
        end -= 1
    if text[end : end + 1] == "." and re.search(r"\s(?:Jr|Sr|JR|SR)$", text[name_start:end]):
        end += 1
    name = _clean(text[name_start:end])
    if not name:
        return None
    kind = _classify(name, title is not None, False)
    if kind is None:
        return None
    if kind == "surname" and opens and title is None and name.endswith("ing"):
        kind = "weak"  # "Blasting can go on"
    return _Reading(start - begin, name_start - begin, end - begin, name, title, kind)


HEADING = frozenset({"In", "On", "To", "For", "At", "With", "By", "From", "And"})
"""Small words that a headline writes large."""


def _take_title(text: str, start: int, end: int) -> tuple[str | None, int]:
    """Split "U.S. District Judge Brian Cogan" after its last word of office."""
    if " " not in text and len(text.split()) < 2:
        return None, start
    last = None
    for match in _title_re().finditer(text, start, end):
        if match.end() < end and not is_own_title(text[start : match.start()], match.group()):
            last = match
    if last is None:
        return None, start
    name_start = end - len(text[last.end() : end].lstrip())
    if text[name_start:end] in {"II", "III", "IV"} or text[name_start:end].partition(" ")[0] in HEADING:
        return None, start  # "Martin Luther King III", "Judges In Two States Block"
    if not _words("organization_words").isdisjoint(text[name_start:end].split()):
        return None, start
    return re.sub(r"\s+", " ", text[start : last.end()]), name_start


def _skip_leading(text: str, start: int, end: int, first: bool) -> int:
    """Step over words that only begin a sentence ("But Judge Cogan" to "Judge Cogan").

    Args:
        first: the sentence begins at `start`.
    """
    while start < end:
        word = WORD_THERE_RE.match(text, start, end)
        if word is None or text.startswith("A. ", start):  # "A. Marvin Quayle"
            return start
        bare = word.group().rstrip(".,")
        prefixed = first and "-" in bare and bare.split("-", 1)[0] in PREFIXES  # "Ex-officer Ann Porter"
        trade = {bare, bare.removesuffix("s"), bare.removesuffix("es")}  # "Actresses Ann Porter and Bo Lee"
        opens = prefixed or (first and not _words("occupations").isdisjoint(trade))
        if bare not in _words("not_names") and not (opens and text.count(" ", start, end) >= 2):
            return start
        if text[start:end] in _words("places") or _title_re().match(text, start, end):
            return start
        if bare in _words("given_names") and opens_name(text[start:end].split(), first):
            return start
        led = bare in _words("qualifiers") or (bare in _words("numbers") and not first)  # "Two Rivers Bank"
        if led and _names_organization(text, word.end(), end):
            return start
        step = BLANKS_RE.match(text, word.end(), end)
        if step is None:
            return start
        start = step.end()
        first = False
    return start


PREFIXES = frozenset({"Ex", "Neo", "Then"})


def _begins_sentence(text: str, start: int) -> bool:
    return not text[:start].strip(" “\"‘'—–-([")


def _names_organization(text: str, start: int, end: int) -> bool:
    """Tell whether what follows "American" or "State" makes an organization of it, and no person's title."""
    if _title_re().search(text, start, end):
        return False
    words = [word.strip(".,’'") for word in text[start:end].split()]
    return any(w in _words("organization_words") and w not in COURT_WORDS for w in words)


COURT_WORDS = frozenset({"Court", "Courts", "Circuit", "District", "County", "House", "Senate", "Congress"})


def _clean(name: str) -> str:
    """Fold blanks; a name printed twice over ("Ann Porter Ann (Annie) PorterThe") is cut after the first."""
    words = " ".join(name.split()).strip(" ,").split(" ")
    twice = words[0] in words[2:] and "&" not in words
    return " ".join(words[: words.index(words[0], 2)] if twice else words)


def _classify(name: str, titled: bool, aged: bool) -> str | None:
    called = name if QUOTES.isdisjoint(name) else NICK_RE.sub(" ", name)
    words = [word.strip(",") for word in called.split()]
    core = [word for word in words if word.rstrip(".") not in SUFFIXES]
    if name in _words("places"):
        return "surname" if titled else "place"
    last = words[-1].rstrip(".")
    ends_firm = last in COMPANY_ENDINGS and len(core) > 1 + (last == "Co")  # "J.C. Penney Co."
    if is_full_name(core) and not ends_firm:
        return "person"
    if len(core) > 1 and _words("greek_letters").issuperset(core):
        return "organization"
    of_place = len(words) > 1 and last in PLACE_ENDS
    if not _words("organization_words").isdisjoint(words) and (of_place or not (aged and len(words) <= 3)):
        return "organization"
    if last in COMPANY_ENDINGS:
        return None if all(word.rstrip(".") in COMPANY_ENDINGS for word in words) else "organization"
    if "&" in words:
        return "organization"
    if words[0].lower() in PARTICLES:
        return "surname"
    if len(core) <= 1:
        return _classify_single(core[0] if core else name, titled)
    if len(words) == 2 and words[0] in PLACE_BEGINS and not (titled or aged):
        return "place"
    if any(map(ACRONYM_RE.fullmatch, core)):
        return "organization" if not aged else "person"
    if (titled or aged) and len(words) <= 5:
        return "person"
    if len(words) > 5 or not (
        _words("place_words").isdisjoint(words) and _words("not_names").isdisjoint(words)
    ):
        return "other"
    if any(" ".join(pair) in _words("places") for pair in pairwise(words)):
        return "other"
    if words[0] in _words("places") and words[0] not in GIVEN_PLACES:
        return "other"
    return "person"


QUOTES = frozenset("“\"‘'")
"""With one of these a nickname opens."""
SUFFIXES = frozenset({"Jr", "Sr", "JR", "SR", "II", "III", "IV"})
PLACE_ENDS = frozenset({"County", "Parish", "Township"})  # nobody's surname, whatever age stands before
PLACE_BEGINS = frozenset({"San", "Santa", "Los", "Las", "Fort", "Mount"})
COMPANY_ENDINGS = frozenset({"Co", "Inc", "Corp", "Ltd", "LLC", "LLP", "PLC"})
PARTICLES = frozenset({"de", "del", "la", "van", "von", "du", "da", "di", "al", "el", "bin", "ibn"})


def _classify_single(name: str, titled: bool) -> str | None:
    if titled:
        return "surname"
    if ACRONYM_RE.fullmatch(name):
        return None if name in _words("not_acronyms") else "acronym"
    if INITIAL_RE.fullmatch(name):
        plain = name.replace(".", "")  # "N.A.A.C.P."
        return "acronym" if len(plain) > 2 and plain not in _words("not_acronyms") else None
    weak = name in _words("not_names") or bool(_words("peoples") & {name, name.removesuffix("s")})
    return "weak" if weak else "surname"
