"""Find who sues whom: the sides of civil cases, one sentence at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from casetrack.extract.chunks import Clause
from casetrack.extract.grammar import find_subject, read_verb
from casetrack.extract.names import NameMention
from casetrack.extract.party_find import (
    COURT_RE,
    PARTY_KINDS,
    PartyFind,
    is_adjective,
    party_words,
    read_list,
    side_called,
)
from casetrack.extract.party_sides import make_sides
from casetrack.extract.people import Roster
from casetrack.extract.suit_targets import (
    find_accused,
    find_blamed,
    find_charged_with,
    find_described,
    find_police,
    find_several,
    find_stopped,
    find_undone,
)
from casetrack.extract.suitors import BROUGHT, brought_by
from casetrack.extract.together import named_subjects

UNSURE = frozenset({"threatened", "threatening", "could", "may", "might", "can"})


def find_sue(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    use = read_verb(chunks, at, "dsbg")
    weight = 1.2 if chunks[at].lower == "challenged" else 2.0
    if weight < 2.0 and not (_names_act(chunks, at) or COURT_RE.search(" ".join(c.lower for c in chunks))):
        return []
    lets = chunks[at - 1].lower in {"can", "may"} if at else False
    allowed = lets and any(c.kind in {"judge", "court", "panel"} for c in chunks[at:])
    doubtful = {c.lower for c in chunks[max(0, at - 4) : at]} & UNSURE
    if use.negated or (doubtful and not allowed):  # "can sue the district, a court ruled"
        return []
    if chunks[at].lower == "sued" and any(c.kind == "be" for c in chunks[use.first : at]):
        return _sued_by(chunks, at, use.first, number, roster)
    subject = find_subject(chunks, use.first)
    if subject is None and use.voice == "gerund":
        subject = _after_comma(chunks, at)
    suing = named_subjects(chunks, use.first)
    if subject is not None and not suing:
        suing = names_of_subject(chunks, subject, use.first)
    if _is_inner(chunks, at, subject):
        suing = []
    sides = make_sides(suing, "plaintiff", number, at, weight, chunks, roster)
    if weight < 2.0:
        return sides
    who = chunks[subject] if subject is not None else None
    if not sides and who is not None and (who.lower in {"he", "she", "they"} or who.kind == "person"):
        sides = side_called(who.lower, "plaintiff", weight, number, at)
    if (
        not sides
        and subject
        and chunks[subject].lower in party_words("civil", "group") | party_words("civil", "body")
        and chunks[subject - 1].lower == "the"
    ):
        sides = side_called(chunks[subject].lower, "plaintiff", 2.0, number, at, "organization")
    sued = make_sides(read_list(chunks, at + 1), "defendant", number, at, 2.0, chunks, roster)
    sued += (
        find_police(chunks, at, number)
        + find_accused(chunks, at, number, roster)
        + find_several(chunks, at, number, roster)
    )
    sued = sued or find_undone(chunks, at, number, roster) or find_charged_with(chunks, at, number, roster)
    return sides + _sued_one(chunks, at, number, suing, roster) + _sued_body(chunks, at, number) + sued


def _sued_one(
    chunks: Clause, at: int, number: int, suing: Sequence[NameMention], roster: Roster
) -> list[PartyFind]:
    """ "Ann Dow sued him": whom the sentence has named before, or one of the sentences before it."""
    if not chunks[at + 1 : at + 2] or chunks[at + 1].lower not in HIM:
        return []
    him = _him(chunks, at, suing)
    if him is None:
        return side_called(HIM[chunks[at + 1].lower], "defendant", 2.0, number, at)
    return make_sides([him], "defendant", number, at, 2.0, chunks, roster)


def _is_inner(chunks: Clause, at: int, subject: int | None) -> bool:
    """ "Four women who say they were hurt by Bo Lee sued him": he ends what is said of those who sue."""
    him = bool(chunks[at + 1 : at + 2]) and chunks[at + 1].lower in HIM
    return him and any(c.kind == "relative" for c in chunks[:subject])


HIM = {"him": "he", "her": "she"}


def _him(chunks: Clause, at: int, suing: Sequence[NameMention]) -> NameMention | None:
    """Give Bo Lee of "Bo Lee's former aide, Ann Dow, sued him": whom the sentence has named before."""
    named = (c.value for c in reversed(chunks[:at]) if c.kind == "name" and isinstance(c.value, NameMention))
    return next((v for v in named if v.kind in {"person", "surname"} and v not in suing), None)


def _sued_by(chunks: Clause, at: int, first: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Acme Co was sued in 2020 by Ann Porter"."""
    subject = find_subject(chunks, first)
    sued = names_of_subject(chunks, subject, first) if subject is not None else []
    by = next((i for i in range(at + 1, min(len(chunks) - 1, at + 6)) if chunks[i].lower == "by"), None)
    suing = read_list(chunks, by + 1) if by is not None else []
    return make_sides(suing, "plaintiff", number, at, 2.0, chunks, roster) + make_sides(
        sued, "defendant", number, at, 2.0 if suing else 1.2, chunks, roster
    )


def _names_act(chunks: Clause, at: int) -> bool:
    """Tell "challenged the transfer", which is done in court, from "challenged the mayor"."""
    acts = party_words("contested", "law") | party_words("contested", "act")
    after = [c.lower for c in chunks[at + 1 : at + 5]]
    return after[:1] == ["it"] or not acts.isdisjoint(after)


def _sued_body(chunks: Clause, at: int, number: int) -> list[PartyFind]:
    """ "Ann Porter sued the district in 2021": the one body of that name in the article."""
    named = [c.lower for c in chunks[at + 1 : at + 3]]
    spoken = party_words("civil", "body") | party_words("civil", "group")
    if len(named) < 2 or named[0] != "the" or named[1] not in spoken:
        return []
    if at + 3 < len(chunks) and (chunks[at + 3].lower == "of" or chunks[at + 3].kind in PARTY_KINDS):
        return []
    return side_called(named[1], "defendant", 2.0, number, at, "organization")


def _after_comma(chunks: Clause, at: int) -> int | None:
    """ "In suing the mill, Ann Porter said": the subject follows the comma."""
    comma = next((i for i in range(at, min(len(chunks) - 1, at + 24)) if chunks[i].text == ","), None)
    if at > 2 or comma is None or chunks[comma + 1].kind not in PARTY_KINDS:
        return None
    return comma + 1


def find_among(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Ohio, Iowa and Utah are among the states taking part": each of those named sues."""
    after = [c.lower for c in chunks[at + 1 : at + 9]]
    if at < 2 or chunks[at - 1].lower not in {"are", "is", "were"} or JOINING.isdisjoint(after):
        return []
    if not {"states", "plaintiffs", "challengers", "groups", "cities", "counties"} & set(after[:5]):
        return []
    values = [c.value for c in chunks[: at - 1] if c.kind in PARTY_KINDS and not c.possessive]
    named = [value for value in values if isinstance(value, NameMention)]
    return make_sides(named, "plaintiff", number, at, 1.4, chunks, roster)


JOINING = frozenset({"part", "suing", "joined", "joining", "plaintiffs", "sued", "lawsuit", "challengers"})


def find_challengers(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """Read "challengers, including the state of Hawaii and the Union"."""
    for step in range(at + 1, min(len(chunks), at + 4)):
        if chunks[step].lower in {"including", "include", "are"}:
            return make_sides(read_list(chunks, step + 1), "plaintiff", number, at, 1.3, chunks, roster)
    return []


KIN = frozenset(
    {"estate", "family", "parents", "widow", "relatives", "survivors", "heirs", "mother", "father"}
)
"""Those who sue for one who cannot: "the estate of Ann Porter"."""


AMONG = frozenset([
    "shareholders", "stockholders", "investors", "employees", "workers", "customers", "students", "drivers",
    "residents", "patients", "users", "inmates", "prisoners", "tenants", "owners", "buyers", "teachers",
    "alumni", "parents", "members", "families",
])  # fmt: skip
"""Those who are of a body and sue for themselves: "shareholders of Acme Co"; trustees sue for theirs."""


def names_of_subject(chunks: Clause, head: int, end: int) -> list[NameMention]:
    """Give the names of a noun phrase: its head, or the groups it is made of."""
    names = []
    if isinstance(chunks[head].value, NameMention) and chunks[head].kind in PARTY_KINDS:
        names = [chunks[head].value]
        joint = head - 2 if head > 1 and chunks[head - 1].kind == "det" else head - 1
        if joint > 0 and chunks[joint].lower == "and":
            before = range(max(0, head - 8), head)
            named = [i for i in before if chunks[i].kind in PARTY_KINDS and not is_adjective(chunks, i)]
            values = [chunks[i].value for i in named if not chunks[i].possessive]
            names = [value for value in values if isinstance(value, NameMention)] + names
    elif chunks[head].lower in KIN and head + 2 < len(chunks) and chunks[head + 1].lower == "of":
        names = read_list(chunks[:end], head + 2)[:1]
    elif chunks[head].lower in {"state", "states", "city", "county"}:
        near = chunks[head + 1 : head + 4]
        joined = bool(near) and (near[0].lower == "of" or near[0].kind == "place")
        values = [c.value for c in near if c.kind in {"place", "name"} and joined]
        names = [value for value in values if isinstance(value, NameMention)][:1] or _before_others(
            chunks, head
        )
    elif chunks[head - 1 if head else 0].lower == "who":
        return []
    elif chunks[head].kind in {"word", "person"}:
        end = next(
            (i for i in range(head, end) if chunks[i].lower == "who"), end
        )  # "tenants who live in Elm Park"
        apart = {"by", "of", "at", "from"} if chunks[head].lower in AMONG else {"by"}
        names = (
            [
                c.value
                for i, c in enumerate(chunks[:end])
                if i > head
                and isinstance(c.value, NameMention)
                and c.kind == "organization"
                and not c.possessive
                and apart.isdisjoint({chunks[i - 1].lower, chunks[i - 2].lower})
            ][:2]
            or _apposed(chunks, head)
            or _called_group(chunks, head)
            or _before_others(chunks, head)
        )
    return names


def _before_others(chunks: Clause, head: int) -> list[NameMention]:
    """ "The Anglers Club and two guides sued": those unnamed stand after the one who is named."""
    joint = next((i for i in range(head - 1, max(0, head - 6), -1) if chunks[i].lower == "and"), 0)
    named = chunks[joint - 1] if joint else None
    fits = named is not None and named.kind in PARTY_KINDS and not named.possessive
    return [named.value] if fits and isinstance(named.value, NameMention) else []  # type: ignore[union-attr]


def _called_group(chunks: Clause, head: int) -> list[NameMention]:
    """ "The Save Our Valley group sued": the name stands before the noun."""
    named = chunks[head - 1] if head else None
    if named is None or chunks[head].lower not in party_words("civil", "group"):
        return []
    value = named.value
    return [value] if isinstance(value, NameMention) and named.kind in PARTY_KINDS else []


def _apposed(chunks: Clause, head: int) -> list[NameMention]:
    """ "Acme Co, a Russian-controlled company, which": the noun stands for the name before its comma."""
    comma = next((i for i in range(head - 1, max(-1, head - 7), -1) if chunks[i].kind == "comma"), 0)
    named = chunks[comma - 1] if comma else None
    if named is None or chunks[comma + 1].kind != "det" or named.kind not in PARTY_KINDS:
        return []
    if comma > 1 and chunks[comma - 2].kind == "prep":
        return []  # "In California, an insurer is suing"
    return [named.value] if isinstance(named.value, NameMention) and not named.possessive else []


def _filer(chunks: Clause, subject: int, end: int, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """Give who filed a suit; "a union of barge crews" is kept by its noun, to be named later."""
    named = make_sides(names_of_subject(chunks, subject, end), "plaintiff", number, at, 1.6, chunks, roster)
    if named or chunks[subject].kind not in {"word", "person"}:
        return named
    noun = chunks[subject].lower
    return side_called(noun, "plaintiff", 1.6, number, at)


def _telling(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "A lawsuit, in which Ann Porter said she was hurt": who speaks in a suit has brought it."""
    which = next((i for i in range(at + 2, min(len(chunks) - 2, at + 8)) if chunks[i].lower == "which"), None)
    if which is None or chunks[which - 1].lower != "in":
        return []
    near = range(which + 2, min(len(chunks), which + 12))
    verb = next((i for i in near if chunks[i].lower in party_words("civil", "tell")), None)
    subject = find_subject(chunks, verb) if verb is not None else None
    named = [] if subject is None or verb is None else names_of_subject(chunks, subject, verb)
    return make_sides(named, "plaintiff", number, at, 1.6, chunks, roster)


def _owner_told(chunks: Clause, at: int, number: int) -> list[PartyFind]:
    """ "A teacher's slander suit": who sues is kept by the noun, to be named later."""
    owner = next((i for i in range(at - 1, max(0, at - 4), -1) if chunks[i].possessive), None)
    if owner is None or chunks[owner].kind != "person":
        return []
    if "det" not in {c.kind for c in chunks[max(0, owner - 3) : owner]}:
        return []
    noun = chunks[owner].lower.removesuffix("’s").removesuffix("'s")
    return side_called(noun, "plaintiff", 1.6, number, at)


ACTIONS = frozenset({"action", "actions"})
OWN = {"his": "he", "her": "she", "its": "it"}


def _suing_self(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "A nurse can go on with her suit", "Ann Porter lost her suit": she who was spoken of last has sued."""
    if chunks[at - 1].lower == "its" or "its" in {c.lower for c in chunks[at - 3 : at]}:
        firm = next((c for c in chunks[: at - 1] if c.kind == "organization" and not c.possessive), None)
        named = [firm.value] if firm is not None and isinstance(firm.value, NameMention) else []
        return make_sides(named, "plaintiff", number, at, 1.2, chunks, roster)
    spoken = next((c for c in reversed(chunks[: at - 1]) if c.kind in {"name", "person", "judge"}), None)
    ahead = _named_after(chunks, at) if spoken is None and at < 5 else []
    if ahead:
        return make_sides(ahead, "plaintiff", number, at, 1.4, chunks, roster)
    if spoken is None or spoken.kind == "judge":
        return side_called(OWN[chunks[at - 1].lower], "plaintiff", 1.2, number, at)
    if isinstance(spoken.value, NameMention):
        named = [spoken.value] if spoken.value.kind in {"person", "surname"} else []
        return make_sides(named, "plaintiff", number, at, 1.2, chunks, roster)
    if spoken.possessive:
        return []
    return side_called(spoken.lower, "plaintiff", 1.2, number, at)


def _named_after(chunks: Clause, at: int) -> list[NameMention]:
    """Give Ann Porter of "In her lawsuit against Acme Co, filed Tuesday, Ann Porter says"."""
    tell = party_words("civil", "tell")
    for comma, name in pairwise(range(at + 1, min(len(chunks) - 1, at + 26))):
        heads = chunks[comma].kind == "comma" and chunks[name].kind == "name" and not chunks[name].possessive
        if heads and chunks[name + 1].lower in tell:
            return [chunks[name].value]
    return []


FILED = frozenset({"filed", "files", "brought", "launched", "led", "leads", "spearheaded"})
UNFILED = frozenset({"draft", "drafted", "planned", "potential", "possible", "future", "threatened", "any"})


def _is_no_suit(chunks: Clause, at: int, called: set[str]) -> bool:
    """ "Despite his complaint that nobody let him call", "filed a complaint with the county's board"."""
    after = chunks[at + 1].lower if at + 1 < len(chunks) else ""
    if after == "with":
        return not any(c.kind == "court" for c in chunks[at + 2 : at + 8])
    return after == "that" and bool(called & set(OWN))


AGAINST = frozenset({"against", "targeting"})


def find_suit(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """Read "a lawsuit filed by A against B", "the suit of A against B", "A's lawsuit", "A filed a suit"."""
    word = chunks[at].lower
    called = {c.lower for c in chunks[max(0, at - 3) : at]}
    if called & UNFILED or "similar" in called:
        return []
    if word == "complaint" and _is_no_suit(chunks, at, called):
        return []
    if word in ACTIONS and called.isdisjoint({"class", "legal", "court", "civil"}):
        return []
    strong = word in {"lawsuit", "lawsuits", "suit", "suits", "complaint"} | ACTIONS
    strong |= word == "case" and at + 1 < len(chunks) and chunks[at + 1].lower in BROUGHT
    weight = 1.1 if word == "complaint" else 1.6 if strong else 1.2
    out = brought_by(chunks, at, strong, weight, number, roster)
    brought = any(c.lower in BROUGHT for c in chunks[at + 1 : at + 16])
    for step in range(at + 1, min(len(chunks), at + (18 if brought else 9))):
        if chunks[step].lower in AGAINST and strong:
            sued = make_sides(read_list(chunks, step + 1), "defendant", number, at, weight, chunks, roster)
            out += sued or find_described(chunks, step, number, weight)
            break
    own = next((i for i in range(at - 1, max(0, at - 4), -1) if chunks[i].lower in OWN), None)
    if strong and own is not None:
        out += _suing_self(chunks, own + 1, number, roster)
    if strong:
        out += _owner_told(chunks, at, number) + _telling(chunks, at, number, roster)
        out += [] if "companion" in called else find_blamed(chunks, at, number, roster)
        out += find_stopped(chunks, at, number, roster)
    before = [
        i
        for i in range(max(0, at - 4), at)
        if chunks[i].possessive and chunks[i].kind in PARTY_KINDS and isinstance(chunks[i].value, NameMention)
    ]
    if before and (strong or word in {"challenge", "petition"}):
        out += make_sides([chunks[before[-1]].value], "plaintiff", number, at, weight, chunks, roster)
    return out + _filed(chunks, at, number, roster, strong or word in {"challenge", "petition"})


def _filed(chunks: Clause, at: int, number: int, roster: Roster, named: bool) -> list[PartyFind]:
    """Read "Ann Porter filed a suit", "Ann Porter brought the case".

    Args:
        named: whether the word at `at` is one for a suit and for nothing else.
    """
    filed = next((i for i in range(max(0, at - 6), at) if chunks[i].lower in FILED), None)
    case = chunks[at].lower == "case" and filed is not None and filed + 2 == at
    if filed is None or not (named or case):
        return []
    use = read_verb(chunks, filed, "ds")
    subject = find_subject(chunks, use.first) if use.voice == "active" else None
    if subject is None:
        return []
    filers = _filer(chunks, subject, use.first, at, number, roster)
    return [replace(f, weight=1.3) for f in filers] if case else filers
