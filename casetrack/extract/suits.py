"""Find who sues whom: the sides of civil cases, one sentence at a time."""

from __future__ import annotations

from casetrack.extract.chunks import Chunk, Clause
from casetrack.extract.grammar import find_subject, is_finite, read_verb
from casetrack.extract.names import NameMention
from casetrack.extract.party_find import COURT_RE, PARTY_KINDS, PartyFind, party_words, read_list
from casetrack.extract.party_sides import make_sides
from casetrack.extract.people import Roster


def find_sue(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    use = read_verb(chunks, at, "dsbg")
    weight = 1.2 if chunks[at].lower == "challenged" else 2.0
    if weight < 2.0 and not (_names_act(chunks, at) or COURT_RE.search(" ".join(c.lower for c in chunks))):
        return []
    if use.negated or any(
        c.lower in {"threatened", "threatening", "could", "may", "might", "can"}
        for c in chunks[max(0, at - 4) : at]
    ):
        return []
    subject = find_subject(chunks, use.first)
    if subject is None and use.voice == "gerund":
        subject = _after_comma(chunks, at)
    sides = (
        make_sides(
            names_of_subject(chunks, subject, use.first), "plaintiff", number, at, weight, chunks, roster
        )
        if subject is not None
        else []
    )
    if weight < 2.0:
        return sides
    if not sides and subject is not None and chunks[subject].lower in {"he", "she"}:
        place, spoken = number * 1000 + at, chunks[subject].lower
        sides = [PartyFind("", "person", "plaintiff", False, weight, number, place, noun=spoken)]
    if (
        not sides
        and subject
        and chunks[subject].lower in party_words("civil", "group") | party_words("civil", "body")
        and chunks[subject - 1].lower == "the"
    ):
        noun = chunks[subject].lower
        place = number * 1000 + at
        sides = [PartyFind("", "organization", "plaintiff", False, 2.0, number, place, noun=noun)]
    sued = make_sides(read_list(chunks, at + 1), "defendant", number, at, 2.0, chunks, roster)
    sued += _accused_of(chunks, at, number, roster)
    return sides + (sued or _sued_body(chunks, at, number))


def _accused_of(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Sued, accusing the hospital and Dr. Ann Porter of": whom a suit accuses is sued."""
    verb = next((i for i in range(at + 1, min(len(chunks), at + 9)) if chunks[i].lower == "accusing"), None)
    if verb is None:
        return []
    end = next((i for i in range(verb + 1, min(len(chunks), verb + 16)) if chunks[i].lower == "of"), verb)
    values = [c.value for c in chunks[verb + 1 : end] if c.kind in PARTY_KINDS and not c.possessive]
    named = [value for value in values if isinstance(value, NameMention)]
    return make_sides(named, "defendant", number, at, 1.6, chunks, roster)


def find_divorce(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """Read "Ann Porter filed for divorce from Bo Lee", "in divorce from Bo Lee", "Ann Porter's divorce"."""
    after = chunks[at + 1].lower if at + 1 < len(chunks) else ""
    other = make_sides(read_list(chunks[: at + 6], at + 2), "defendant", number, at, 1.6, chunks, roster)
    other = [find for find in other if find.kind == "person"] if after == "from" else []
    if (
        at > 1
        and chunks[at - 1].lower == "for"
        and chunks[at - 2].lower in {"filed", "files", "file", "sued"}
    ):
        subject = find_subject(chunks, read_verb(chunks, at - 2, "dsb").first)
        named = names_of_subject(chunks, subject, at - 2) if subject is not None else []
        return make_sides(named[:1], "plaintiff", number, at, 2.0, chunks, roster) + other
    return other


def _names_act(chunks: list[Chunk], at: int) -> bool:
    """Tell "challenged the transfer", which is done in court, from "challenged the mayor"."""
    acts = party_words("contested", "law") | party_words("contested", "act")
    after = [c.lower for c in chunks[at + 1 : at + 5]]
    return after[:1] == ["it"] or not acts.isdisjoint(after)


def _sued_body(chunks: list[Chunk], at: int, number: int) -> list[PartyFind]:
    """ "Ann Porter sued the district in 2021": the one body of that name in the article."""
    named = [c.lower for c in chunks[at + 1 : at + 3]]
    if len(named) < 2 or named[0] != "the" or named[1] not in party_words("civil", "body"):
        return []
    return [PartyFind("", "organization", "defendant", False, 2.0, number, number * 1000 + at, noun=named[1])]


def _after_comma(chunks: list[Chunk], at: int) -> int | None:
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


def names_of_subject(chunks: list[Chunk], head: int, end: int) -> list[NameMention]:
    """Give the names of a noun phrase: its head, or the groups it is made of."""
    names = []
    if isinstance(chunks[head].value, NameMention) and chunks[head].kind in PARTY_KINDS:
        names = [chunks[head].value]
        if head > 1 and chunks[head - 1].lower == "and":
            names = [
                c.value
                for c in chunks[max(0, head - 8) : head]
                if isinstance(c.value, NameMention) and c.kind in PARTY_KINDS and not c.possessive
            ] + names
    elif chunks[head].lower in {"state", "states", "city", "county"}:
        names = [
            c.value
            for c in chunks[head + 1 : head + 4]
            if isinstance(c.value, NameMention) and c.kind in {"place", "name"}
        ][:1] or _before_others(chunks, head)
    elif chunks[head].kind in {"word", "person"}:
        names = (
            [
                c.value
                for i, c in enumerate(chunks[:end])
                if i > head
                and isinstance(c.value, NameMention)
                and c.kind == "organization"
                and not c.possessive
                and "by" not in {chunks[i - 1].lower, chunks[i - 2].lower}
            ][:2]
            or _apposed(chunks, head)
            or _before_others(chunks, head)
        )
    return names


def _before_others(chunks: list[Chunk], head: int) -> list[NameMention]:
    """ "The Anglers Club and two guides sued": those unnamed stand after the one who is named."""
    joint = next((i for i in range(head - 1, max(0, head - 4), -1) if chunks[i].lower == "and"), 0)
    named = chunks[joint - 1] if joint else None
    fits = named is not None and named.kind in PARTY_KINDS and not named.possessive
    return [named.value] if fits and isinstance(named.value, NameMention) else []  # type: ignore[union-attr]


def _apposed(chunks: list[Chunk], head: int) -> list[NameMention]:
    """ "Acme Co, a Russian-controlled company, which": the noun stands for the name before its comma."""
    comma = next((i for i in range(head - 1, max(-1, head - 7), -1) if chunks[i].kind == "comma"), 0)
    named = chunks[comma - 1] if comma else None
    if named is None or chunks[comma + 1].kind != "det" or named.kind not in PARTY_KINDS:
        return []
    return [named.value] if isinstance(named.value, NameMention) and not named.possessive else []


STOP_WORDS = frozenset(
    [
        "stop",
        "stopping",
        "block",
        "blocking",
        "halt",
        "halting",
        "prevent",
        "preventing",
        "bar",
        "barring",
        "keep",
        "keeping",
        "force",
        "forcing",
        "compel",
        "compelling",
    ]
)


def _stopped(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Filed suit to prevent President Lee from naming": whoever the suit is to stop."""
    for step in range(at + 1, min(len(chunks) - 1, at + 15)):
        if chunks[step].lower not in STOP_WORDS:
            continue
        end = next((i for i in range(step + 1, min(len(chunks), step + 30)) if chunks[i].lower == "from"), 0)
        named = [c.value for c in chunks[step + 1 : end or step + 4] if isinstance(c.value, NameMention)]
        fits = [
            m
            for m in (named if end else named[:1])
            if m.kind in {"organization", "acronym", "other"} or (end and m.kind in {"person", "surname"})
        ]
        return make_sides(fits, "defendant", number, at, 1.2, chunks, roster)
    return []


def _settling(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Acme Co, which agreed to settle a U.S. government lawsuit": who settles was sued, by whom it says."""
    verb = next(
        (
            i
            for i in range(at - 1, max(-1, at - 7), -1)
            if chunks[i].lower in {"settle", "settled", "settles"}
        ),
        None,
    )
    if verb is None:
        return []
    subject = find_subject(chunks, _agreeing(chunks, verb))
    sued = names_of_subject(chunks, subject, verb) if subject is not None else []
    suing = [c.value for c in chunks[verb + 1 : at] if isinstance(c.value, NameMention)][:1]
    if not suing and {"u.s", "u.s."} & {c.lower for c in chunks[verb + 1 : at]}:
        out = [PartyFind("United States", "government", "plaintiff", False, 1.6, number, number * 1000 + at)]
    else:
        out = make_sides(suing, "plaintiff", number, at, 1.6, chunks, roster)
    return out + make_sides(sued, "defendant", number, at, 1.6, chunks, roster)


def _agreeing(chunks: list[Chunk], verb: int) -> int:
    """Step from "settle" back over "agreed to pay $6 million to" to where the verb group begins."""
    agreed = next(
        (i for i in range(verb - 1, max(-1, verb - 9), -1) if chunks[i].lower in {"agreed", "agrees"}), verb
    )
    return read_verb(chunks, agreed, "dsb").first


def _filer(chunks: Clause, subject: int, end: int, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """Give who filed a suit; "a union of barge crews" is kept by its noun, to be named later."""
    named = make_sides(names_of_subject(chunks, subject, end), "plaintiff", number, at, 1.6, chunks, roster)
    if named or chunks[subject].kind not in {"word", "person"}:
        return named
    noun = chunks[subject].lower
    return [PartyFind("", "person", "plaintiff", False, 1.6, number, number * 1000 + at, noun=noun)]


def _described(chunks: Clause, against: int, number: int, weight: float) -> list[PartyFind]:
    """Keep whom "a libel suit against a blogger" is brought against by the noun, to be named later."""
    near = range(against + 1, min(len(chunks), against + 5))
    plain = [i for i in near if chunks[i].kind in {"word", "person"} and chunks[i].text.isalpha()]
    nouns = [i for i in plain if not is_finite(chunks, i)]
    if not nouns or chunks[against + 1].kind != "det":
        return []
    first, *more = nouns
    beside = bool(more) and chunks.start(more[0]) - chunks.end(first) <= 1
    noun = chunks[more[0] if beside else first].lower
    return [PartyFind("", "person", "defendant", False, weight, number, number * 1000 + against, noun=noun)]


def _blaming(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "A lawsuit by the city that blames Acme Oil": whom a suit accuses is sued."""
    words = party_words("civil", "blame")
    verb = next((i for i in range(at + 1, min(len(chunks), at + 10)) if chunks[i].lower in words), None)
    if verb is None or chunks[verb - 1].kind not in PARTY_KINDS | {"relative", "comma", "word"}:
        return []
    named = [m for m in read_list(chunks[: verb + 9], verb + 1) if m.kind in {"organization", "acronym"}]
    return make_sides(named, "defendant", number, at, 1.4, chunks, roster)


def _telling(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "A lawsuit, in which Ann Porter said she was hurt": who speaks in a suit has brought it."""
    which = next((i for i in range(at + 2, min(len(chunks) - 2, at + 8)) if chunks[i].lower == "which"), None)
    if which is None or chunks[which - 1].lower != "in":
        return []
    if chunks[which + 2].lower not in party_words("civil", "tell"):
        return []
    who = chunks[which + 1]
    named = [who.value] if who.kind in PARTY_KINDS and isinstance(who.value, NameMention) else []
    return make_sides(named, "plaintiff", number, at, 1.6, chunks, roster)


def _owner_told(chunks: list[Chunk], at: int, number: int) -> list[PartyFind]:
    """ "A teacher's slander suit": who sues is kept by the noun, to be named later."""
    owner = next((i for i in range(at - 1, max(0, at - 4), -1) if chunks[i].possessive), None)
    if owner is None or chunks[owner].kind != "person" or chunks[owner - 1].kind != "det":
        return []
    noun = chunks[owner].lower.removesuffix("’s").removesuffix("'s")
    return [PartyFind("", "person", "plaintiff", False, 1.6, number, number * 1000 + at, noun=noun)]


UNFILED = frozenset({"draft", "drafted", "planned", "potential", "possible", "future", "threatened", "any"})


def _names_law(chunks: list[Chunk], at: int, by: int) -> bool:
    """Tell "their challenge to the law by the union" from a "by" that belongs to another word."""
    between = chunks[at + 1 : by]
    law = party_words("contested", "law") | party_words("contested", "act")
    return bool(between) and between[0].lower == "to" and between[-1].lower in law


def _leader(chunks: list[Chunk], by: int) -> list[NameMention]:
    """Give the Ely School District of "by 34 districts led by the Ely School District"."""
    near = range(by + 1, min(len(chunks) - 1, by + 8))
    led = next((i for i in near if chunks[i].lower == "led" and chunks[i + 1].lower == "by"), None)
    if led is None or any(c.kind in PARTY_KINDS for c in chunks[by + 1 : led]):
        return []
    return read_list(chunks, led + 2)[:1]


def find_suit(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """Read "a lawsuit filed by A against B", "A's lawsuit against B", "A filed a lawsuit"."""
    out: list[PartyFind] = []
    word = chunks[at].lower
    called = {c.lower for c in chunks[max(0, at - 3) : at]}
    if called & UNFILED or (word == "case" and "similar" in called):
        return []
    strong = word in {"lawsuit", "lawsuits", "suit", "suits", "complaint"}
    weight = 1.1 if word == "complaint" else 1.6 if strong else 1.2
    for step in range(at + 1, min(len(chunks), at + 12)):
        lower = chunks[step].lower
        if lower in {";", "that"}:
            break
        if lower == "by" and (
            strong
            or (word in {"challenge", "challenges"} and _names_law(chunks, at, step))
            or any(c.lower in party_words("civil", "brought") for c in chunks[at:step])
            or step == at + 1
        ):
            leading = _leader(chunks, step)
            listed = leading or read_list(chunks, step + 1)
            out += make_sides(listed, "plaintiff", number, at, weight, chunks, roster)
            break
    for step in range(at + 1, min(len(chunks), at + 9)):
        if chunks[step].lower == "against" and strong:
            sued = make_sides(read_list(chunks, step + 1), "defendant", number, at, weight, chunks, roster)
            out += sued or _described(chunks, step, number, weight)
            break
    if strong:
        out += _owner_told(chunks, at, number) + _telling(chunks, at, number, roster)
        out += _blaming(chunks, at, number, roster)
        out += _stopped(chunks, at, number, roster)
        out += _settling(chunks, at, number, roster)
    before = [
        i
        for i in range(max(0, at - 4), at)
        if chunks[i].possessive and chunks[i].kind in PARTY_KINDS and isinstance(chunks[i].value, NameMention)
    ]
    if before and (strong or word in {"challenge", "petition"}):
        out += make_sides([chunks[before[-1]].value], "plaintiff", number, at, weight, chunks, roster)
    filed = next(
        (i for i in range(max(0, at - 6), at) if chunks[i].lower in {"filed", "files", "brought"}), None
    )
    if filed is not None and (strong or word in {"challenge", "petition"}):
        use = read_verb(chunks, filed, "ds")
        subject = find_subject(chunks, use.first) if use.voice == "active" else None
        if subject is not None:
            out += _filer(chunks, subject, use.first, at, number, roster)
    return out
