"""Who decided: tell from a chunk, and the article around it, which judge, court or jury it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from casetrack.extract.chunks import Chunk, Clause, court_of
from casetrack.extract.names import NameMention
from casetrack.extract.people import Roster
from casetrack.models import CourtRef

DECIDING = frozenset({"judge", "court", "panel", "jury", "board"})
LAWMAKERS_RE = re.compile(
    r"\b(?:Senate|House|congressional|Congress|legislative|committee|subcommittee|commission|advisory|school|city|county|editorial|discipline|disciplinary|league|conduct)\s+$",
    re.IGNORECASE,
)
APPEALS_RE = re.compile(
    r"\b(?:appeals?|appellate|circuit|three-judge|en banc)\W+(?:\w+\W+){0,2}$", re.IGNORECASE
)


LOWER_RE = re.compile(
    r"\b(?:lower|trial|district|federal|superior|county|state|another)\W+(?:\w+\W+)?$", re.IGNORECASE
)


JURY_RE = re.compile(r"\b(?:jury|jurors)\b")
"""In the name of a court: "a federal jury in Boston"."""


@dataclass(frozen=True, slots=True)
class Decider:
    """One who decides; `by` is judge, panel, jury, supreme court, parole board or other."""

    kind: str
    by: str
    judges: tuple[str, ...] = ()
    court: CourtRef | None = None
    start: int = 0
    another: bool = False
    """Told apart from one spoken of before: "a second court", "another judge"."""
    lower: bool = False
    """A "lower court": of trial or of appeals."""


CAMPUS = frozenset({"university", "universities", "college", "colleges", "campus", "student", "students"})
"""Their vice chancellors sit in no court."""


def read_decider(
    chunks: Clause, at: int, roster: Roster, home: str | None = None, owning: bool = False
) -> Decider | None:
    """Read the chunk as one who decides; None when it is somebody else.

    Args:
        home: what "the court" means in this article: supreme court or panel, None for a trial court.
        owning: take "a district judge's" for the judge.
    """
    chunk = chunks[at]
    if chunk.kind == "court" and at + 1 < len(chunks) and chunks[at + 1].kind == "judge":
        return read_decider(chunks, at + 1, roster, home, owning)  # "Reno District Judge | Ann Lee"
    if isinstance(chunk.value, NameMention) and chunk.kind in {"judge", "name", "place", "organization"}:
        if chunk.kind == "judge" or roster.is_judge(chunk.value):
            judges = _listed_judges(chunks, at, roster)
            court = _court_beside(chunks, at)
            return Decider(
                "judge", _by_of_judge(chunks, at, judges, court, home), judges, court, chunks.start(at)
            )
        return None
    if chunk.possessive and chunk.kind != "court" and not owning:
        return None
    if chunk.kind not in DECIDING or _is_lawmaking(chunks, at):
        return None
    vice = at > 0 and chunks[at - 1].lower == "vice" and CAMPUS.isdisjoint(chunks.words)
    if (
        chunk.lower == "chancellor"
        and not vice
        and not any((m.title or "").endswith("Chancellor") for m in roster.full)
    ):
        return None  # of a university, of Germany
    by = _by_of(chunks, at, home)
    kind = {"parole board": "board", "jury": "jury"}.get(by, chunk.kind)
    another = any(c.lower in ANOTHER for c in chunks[max(0, at - 4) : at]) or _is_elsewhere(chunks, at)
    another |= chunk.lower == "courts" and not any(c.kind == "det" for c in chunks[max(0, at - 3) : at])
    below = any(c.lower == "lower" for c in chunks[max(0, at - 2) : at])
    lower = below and chunk.kind == "court" and home == "supreme court"
    return Decider(
        kind, by, (), court_of(chunk) or _court_beside(chunks, at), chunks.start(at), another, lower
    )


def _is_elsewhere(chunks: list[Chunk], at: int) -> bool:
    """ "In a parallel case from Nevada, a judge": not the court of the sentence before."""
    words = [c.lower for c in chunks[max(0, at - 12) : at]]
    if OTHER_CASE.isdisjoint(words):
        return False
    return any(a in ALIKE and b in OTHER_CASE for a, b in pairwise(words))


ANOTHER = frozenset({"another", "second", "third", "different", "separate", "other"})
ALIKE = ANOTHER | {"parallel", "similar", "related", "companion"}
OTHER_CASE = frozenset({"case", "lawsuit", "suit"})
TRIAL_TITLE_RE = re.compile(r"\b(?:District|Superior|County|Magistrate|Trial)\b")
OFFICE_OF_RE = re.compile(r"\b(?:[Oo]ffice|[Cc]lerk) of (?:the )?(?:\w+ )?$")
CHAMBER_RE = re.compile(r"\b(?:Senate|House|congressional|legislative)\s+$")
NO_JURY_RE = re.compile(r"\b(?:[Gg]rand|contest|prize|festival)\s+$")
PAROLE_BOARD_RE = re.compile(r"\b(?:parole|pardon|pardons|review|the)\W+(?:\w+\W+)?$", re.IGNORECASE)
HIGHEST_RE = re.compile(r"\b(?:[Ss]upreme|[Hh]igh(?:est)?|[Tt]op) Court\b")
TRIAL_COURT_RE = re.compile(r"\b(?:District|Superior|Trial|Chancery|Municipal|Commonwealth) Court$")
APPEALS_COURT_RE = re.compile(
    r"\b(?:Court of (?:Criminal |Civil |Special )?Appeals?|Appellate (?:Court|Division|District|Term))$"
)
OPINION_RE = re.compile(
    r"\b(?:opinions?|majority|dissent\w*|concurr\w*|panel|joined)\b|\bwrote for\b", re.IGNORECASE
)


def _by_of_judge(
    chunks: list[Chunk], at: int, judges: tuple[str, ...], court: CourtRef | None, home: str | None
) -> str:
    """Tell a judge who sits alone from one who speaks for a panel or a supreme court."""
    title = getattr(chunks[at].value, "title", None) or ""
    if "Justice" in title and (home == "supreme court" or (court is not None and court.level == "supreme")):
        return "supreme court"
    if len(judges) > 1:
        return home or "panel"
    if home is None or TRIAL_TITLE_RE.search(title):
        return "judge"
    speaks = "Circuit" in title or OPINION_RE.search(" ".join(c.text for c in chunks))
    return home if speaks else "judge"


def _listed_judges(chunks: list[Chunk], at: int, roster: Roster) -> tuple[str, ...]:
    """Read "Judges A, B and C" from any of its members."""
    names = [roster.resolve(chunks[at].value)]
    back = at - 1
    while back >= 0 and (chunks[back].kind in {"comma", "conj"} or _names_judge(chunks[back], roster)):
        if _names_judge(chunks[back], roster) and chunks[back].value is not None:
            names.insert(0, roster.resolve(chunks[back].value))
        back -= 1
    return tuple(dict.fromkeys(names))


def _names_judge(chunk: Chunk, roster: Roster) -> bool:
    return isinstance(chunk.value, NameMention) and (chunk.kind == "judge" or roster.is_judge(chunk.value))


def _court_beside(chunks: list[Chunk], at: int) -> CourtRef | None:
    for near in range(max(0, at - 3), min(len(chunks), at + 6)):
        court = court_of(chunks[near])
        if court is not None:
            return court
    return None


PAROLED = frozenset({"parole", "paroled", "release", "released", "inmate", "prisoner", "freedom", "pardons"})
"""Of these words a sentence has one where commissioners are those of parole."""


def _is_lawmaking(chunks: Clause, at: int) -> bool:
    before = " ".join(c.text for c in chunks[max(0, at - 3) : at]) + " "
    if OFFICE_OF_RE.search(before):
        return True
    if chunks[at].kind in {"judge", "court"}:
        return bool(CHAMBER_RE.search(before))
    if chunks[at].kind == "jury":
        return bool(NO_JURY_RE.search(before))
    if chunks[at].lower == "commissioners" and chunks.words.isdisjoint(PAROLED):
        return True
    if chunks[at].kind == "board":
        return not PAROLE_BOARD_RE.search(before)
    return bool(LAWMAKERS_RE.search(before))


def _court_of_judges(chunks: list[Chunk], at: int) -> CourtRef | None:
    """Give the court of "three judges of the 9th Circuit" if it is one of appeals."""
    if (
        chunks[at].kind != "judge"
        or at + 1 >= len(chunks)
        or chunks[at + 1].lower not in {"of", "on", "from"}
    ):
        return None
    named = next((court for c in chunks[at + 2 : at + 4] if (court := court_of(c)) is not None), None)
    return named if named is not None and named.level == "appeals" else None


def _by_of(chunks: list[Chunk], at: int, home: str | None) -> str:
    chunk = chunks[at]
    court = court_of(chunk) or _court_of_judges(chunks, at)
    before = " ".join(c.text for c in chunks[max(0, at - 4) : at]) + " "
    if chunk.kind == "jury" or (chunk.kind == "court" and JURY_RE.search(chunk.text)):
        return "jury"
    beside = _court_beside(chunks, at) if chunk.lower == "justice" else None
    if beside is not None and beside.level == "supreme":
        return "supreme court"
    if chunk.kind == "board" or (court and court.level == "board"):
        return "parole board"
    if (court is not None and court.id == "scotus") or chunk.lower in {"justices"}:
        return "supreme court"
    if court is None and HIGHEST_RE.search(chunk.text):
        return "supreme court"
    if TRIAL_COURT_RE.search(chunk.text):
        return "judge"
    if court is None and APPEALS_COURT_RE.search(chunk.text):
        return "panel"
    if chunk.kind == "panel" or (court and court.level == "appeals") or APPEALS_RE.search(before):
        return "panel"
    if court is not None and court.level == "supreme":
        return "supreme court"
    if home == "panel" and chunk.lower == "judges" and not LOWER_RE.search(before):
        return home
    if home and chunk.kind == "court" and court is None and not LOWER_RE.search(before):
        return home
    return "judge"
