"""Find who has brought a civil case in what a court or jury does with it: took it up, found for somebody."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from casetrack.extract.chunks import Clause
from casetrack.extract.grammar import find_subject, read_verb
from casetrack.extract.names import NameMention
from casetrack.extract.party_find import (
    PARTY_KINDS,
    PartyFind,
    party_words,
    read_list,
    side_called,
    subjects_before,
)
from casetrack.extract.party_sides import make_sides
from casetrack.extract.people import Roster
from casetrack.extract.sentences import Sentence
from casetrack.extract.suit_targets import find_described, find_meant, find_stopped

COUNSEL = frozenset({"lawyer", "lawyers", "attorney", "attorneys", "counsel"})
FILES = frozenset({"filed", "files", "lodged"})
TAKEN_UP = frozenset({"hear", "rehear", "reconsider", "review", "heard", "reheard", "decide"})


def named_at(chunks: Clause, at: int | None) -> list[NameMention]:
    """Give the name a chunk is, of one who can be a side; none of what is owned."""
    if at is None or at >= len(chunks) or chunks[at].possessive or chunks[at].kind not in PARTY_KINDS:
        return []
    value = chunks[at].value
    return [value] if isinstance(value, NameMention) else []


def went_to_court(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "The House Oversight Committee went to court in May": who goes there sues."""
    if at < 2 or chunks[at - 1].lower != "to" or chunks[at - 2].lower not in {"went", "goes", "gone"}:
        return []
    subject = find_subject(chunks, read_verb(chunks, at - 2, "dsn").first)
    stopped = find_stopped(chunks, at, number, roster)
    return stopped + make_sides(named_at(chunks, subject), "plaintiff", number, at, 1.6, chunks, roster)


def case_of(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Agreed to rehear the case of Ann Porter", "the case of Ann Porter, who says": whose case it is."""
    if chunks[at + 1].lower != "of":
        return []
    told = [c.lower for c in chunks[at + 3 : at + 7]]
    saying = "who" in told and not party_words("civil", "tell").isdisjoint(told)
    if not saying and TAKEN_UP.isdisjoint([c.lower for c in chunks[max(0, at - 4) : at]]):
        return []
    return make_sides(named_at(chunks, at + 2), "plaintiff", number, at, 1.4, chunks, roster)


def found_for(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Jurors found for Ann Porter", "found only against the mill": for or against whom is a side."""
    against = next(
        (i for i in (at + 1, at + 2) if i + 1 < len(chunks) and chunks[i].lower == "against"), None
    )
    if against is not None:
        end = min(len(chunks), against + 9)
        named = read_list(chunks[:end], against + 1)
        meant = find_meant(chunks, against + 1, min(end, against + 3), number, 1.3)
        return make_sides(named, "defendant", number, at, 1.3, chunks, roster) + meant
    if chunks[at + 1].lower != "for" or not any(c.kind == "jury" for c in chunks[max(0, at - 6) : at]):
        return []
    return make_sides(read_list(chunks[: at + 6], at + 2)[:1], "plaintiff", number, at, 1.2, chunks, roster)


def _last_alone(number: int, names: Sequence[Sequence[NameMention]], roster: Roster) -> NameMention | None:
    """Give the one person of the sentence before, or of the last before it that names anybody."""
    for back in range(number - 1, max(-1, number - 1 - ALONE), -1):
        if any(name.kind in {"person", "surname"} for name in names[back]):
            people = [n for n in names[back] if n.kind in {"person", "surname"} and not roster.is_judge(n)]
            return people[0] if len(people) == 1 else None
    return None


ALONE = 3
"""So many sentences back may stand whom "her" means."""


def spoken_before(
    number: int, sentences: Sequence[Sentence], names: Sequence[Sequence[NameMention]], roster: Roster
) -> str | None:
    """Give whom "he" or "she" means that sued: the person with whom a sentence shortly before begins."""
    begins = (name for name in subjects_before(number, 4, sentences, names) if not roster.is_judge(name))
    first = next(begins, None) or _last_alone(number, names, roster)
    if first is None or first.title:
        return None
    full = roster.resolve(first)
    return full if " " in full else None


def couple_before(
    number: int, sentences: Sequence[Sentence], names: Sequence[Sequence[NameMention]], roster: Roster
) -> str | None:
    """Give the one with a full name of the two with whom the sentence before begins: "Ed and Ann Porter"."""
    if not number or len(names[number - 1]) < 2:
        return None
    one, other = names[number - 1][:2]
    text, start = sentences[number - 1].text, sentences[number - 1].start
    if one.start > start or text[one.end - start : other.start - start] != " and " or other.title:
        return None
    full = roster.resolve(other)
    return full if " " in full and not roster.is_judge(other) else None


def called_plaintiff(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """Read "the Refuge Project, one of the plaintiffs" and "plaintiff Ann Porter".

    "A lawyer for the plaintiffs, Ann Porter," names the lawyer.
    """
    if any(c.lower in COUNSEL for c in chunks[max(0, at - 4) : at]):
        return []
    before = [c.lower for c in chunks[max(0, at - 3) : at]]
    if before[-1:] == ["other"] and "and" in before:
        joint = at - 1 - before[::-1].index("and")  # "who represents Ann Porter and the other plaintiffs"
        return make_sides(named_at(chunks, joint - 1), "plaintiff", number, at, 1.5, chunks, roster)
    if (
        before[-1:]
        and before[-1] in {"lead", "named"}
        and at + 1 < len(chunks)
        and chunks[at + 1].kind == "be"
    ):
        return make_sides(read_list(chunks, at + 2)[:2], "plaintiff", number, at, 1.5, chunks, roster)
    if [c.lower for c in chunks[max(0, at - 2) : at]] == ["as", "lead"] and at > 2:
        return make_sides(named_at(chunks, at - 3), "plaintiff", number, at, 1.5, chunks, roster)
    step = at + 2 if at + 2 < len(chunks) and chunks[at + 1].kind == "comma" else at + 1
    after = chunks[step] if step < len(chunks) else None
    single = step == at + 1 or "the" in {c.lower for c in chunks[max(0, at - 2) : at]}
    named_next = after is not None and after.kind in {"name", "organization"} and single
    if named_next and isinstance(chunks[step].value, NameMention):
        verbs = party_words("civil", "tell")
        end = next((i for i in range(step, len(chunks)) if chunks[i].lower in verbs), len(chunks))
        return make_sides(read_list(chunks[:end], step), "plaintiff", number, at, 1.5, chunks, roster)
    comma = next((i for i in range(at - 1, max(-1, at - 7), -1) if chunks[i].kind in {"comma", "be"}), None)
    if comma is None or comma == 0:
        return []
    between = {c.lower for c in chunks[comma + 1 : at]}
    subject = find_subject(chunks, comma) if chunks[comma].kind == "be" else comma - 1
    if subject is None:
        return []
    named = chunks[subject]
    if named.kind in {"word", "person"}:  # "Ann Porter, a retired teacher who is the lead plaintiff"
        aside = next((i for i in range(subject - 1, max(0, subject - 6), -1) if chunks[i].kind == "comma"), 1)
        named = chunks[aside - 1] if chunks[aside + 1].kind == "det" else named
    if not between or not between <= {
        "one",
        "of",
        "the",
        "a",
        "an",
        "lead",
        "named",
        "original",
        "two",
        "main",
        "who",
        "is",
        "was",
        "first-named",
    }:
        return []
    if not isinstance(named.value, NameMention) or named.kind not in {"name", "organization", "place"}:
        return []
    return make_sides([named.value], "plaintiff", number, at, 1.5, chunks, roster)


def find_held(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Ann Porter's habeas petition", "filed a habeas petition for Ann Porter": who is held asks for it."""
    owner = next((c for c in chunks[max(0, at - 3) : at] if c.kind == "name" and c.possessive), None)
    named = [owner.value] if owner is not None else []
    start = next((i for i in range(at + 1, min(len(chunks) - 1, at + 5)) if chunks[i].lower == "for"), None)
    if start is not None:
        named += read_list(chunks[: start + 6], start + 1)[:1]
    if named:
        people = [m for m in named if isinstance(m, NameMention) and m.kind in {"person", "surname"}]
        return make_sides(people, "plaintiff", number, at, 1.6, chunks, roster)
    filed = _filed_before(chunks, at)
    asking = named_at(chunks, find_subject(chunks, at) if filed is None else filed)
    if asking:
        return make_sides(asking, "plaintiff", number, at, 1.6, chunks, roster)
    spoken = next((c.lower for c in chunks[:at] if c.lower in HELD), None)
    if spoken is None:
        return []
    return side_called(HELD[spoken], "plaintiff", 1.6, number, at)


HELD = {"he": "he", "his": "he", "him": "he", "she": "she", "her": "she"}


def at_request_of(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "Issued the order at the request of Ann Porter": who asked for it has sued; no lawyer, no office."""
    before = [c.lower for c in chunks[max(0, at - 2) : at]]
    if before != ["at", "the"] or at + 2 >= len(chunks) or chunks[at + 1].lower != "of":
        return []
    named = [
        mention
        for mention in read_list(chunks, at + 2)
        if not OFFICE_RE.search(mention.text) and not OFFICE_RE.search(mention.title or "")
    ]
    return make_sides(named[:1], "plaintiff", number, at, 1.2, chunks, roster)


OFFICE_RE = re.compile(r"\b(?:Attorneys?|Prosecutors?|Counsel|Defender|Police|Sheriff|Judge|Office)\b")


def led_suit(chunks: Clause, at: int, number: int, roster: Roster) -> list[PartyFind]:
    """ "The inmates, led by Ann Porter, filed the suit in 2012": who leads them has sued.

    Of "17 attorneys general, led by Ann Porter of Iowa" it is Iowa.
    """
    words = {c.lower for c in chunks}
    if at + 1 == len(chunks) or chunks[at + 1].lower != "by":
        return []
    if at > 1 and chunks[at - 1].text == "," and chunks[at - 2].lower in CHALLENGING:
        # "The groups, led by Acme, had"
        return make_sides(read_list(chunks, at + 2)[:1], "plaintiff", number, at, 1.2, chunks, roster)
    if BRINGING.isdisjoint(words):
        return []
    if SUING.isdisjoint(words) or MANY.isdisjoint([c.lower for c in chunks[max(0, at - 5) : at]]):
        return []
    home = chunks[at + 4] if at + 4 < len(chunks) and chunks[at + 3].lower == "of" else None
    if home is not None and home.kind == "place" and "general" in [c.lower for c in chunks[at - 4 : at]]:
        return make_sides([home.value], "plaintiff", number, at, 1.4, chunks, roster)
    return make_sides(read_list(chunks, at + 2)[:1], "plaintiff", number, at, 1.4, chunks, roster)


CHALLENGING = frozenset([
    "groups", "plaintiffs", "challengers", "petitioners", "organizations", "districts", "counties", "cities",
    "tribes", "unions", "residents", "landowners", "companies",
])  # fmt: skip
BRINGING = frozenset({
    "filed", "sued", "brought", "sue", "suing", "asked", "petitioned", "urged", "challenged", "challenging",
})  # fmt: skip
SUING = frozenset(
    {"court", "petition", "sue", "suing", "suit", "lawsuit", "challenge", "sued", "complaint", "action"}
)
MANY = frozenset([
    "inmates", "prisoners", "residents", "parents", "students", "voters", "workers", "neighbors", "tenants",
    "drivers", "families", "patients", "shareholders", "investors", "players", "teachers", "women", "men",
    "users", "consumers", "customers", "owners", "homeowners", "borrowers", "veterans", "passengers",
    "employees", "states", "general", "counties", "cities", "tribes", "companies", "groups", "unions",
    "organizations", "hospitals", "districts", "farmers", "churches", "officials",
])  # fmt: skip


def sued_by_another(chunks: Clause, at: int) -> bool:
    """Tell whether who is named at `at` is sued: "sided with the mill in a lawsuit filed by Ann Porter".

    Of "sided with Dr. Lee in the death of" his patient, he is: her family sues.
    """
    words = [c.lower for c in chunks[at : at + 20]]
    death = next((i for i, word in enumerate(words[:12]) if word in {"death", "deaths"}), 0)
    if "in" in words[max(0, death - 4) : death]:
        return True
    suit = next((i for i, word in enumerate(words) if word in SUING), len(words))
    return "in" in words[max(0, suit - 5) : suit] and "by" in words[suit + 1 : suit + 4]


FIGHTS = frozenset({"fight", "battle", "dispute", "feud", "clash"})


def fought_with(chunks: Clause, at: int) -> list[NameMention]:
    """Give Widget Inc of "sided with Acme Co in a patent fight with Widget Inc"."""
    fight = next((i for i in range(at + 1, min(len(chunks) - 2, at + 9)) if chunks[i].lower in FIGHTS), None)
    if fight is None or chunks[fight + 1].lower not in {"with", "against"}:
        return []
    return [m for m in read_list(chunks[: fight + 8], fight + 2)[:1] if m.kind != "place"]


def made_good(chunks: Clause, body: int) -> list[NameMention]:
    """ "Ordered the district to give Ann Porter her job back": who is to get it has sued for it."""
    to = next(
        (i for i, c in enumerate(chunks[body + 1 : body + 3], body + 1) if c.lower == "to"), len(chunks)
    )
    if to + 2 >= len(chunks) or chunks[to + 1].lower not in party_words("contested", "restore"):
        return []
    who = chunks[to + 2]
    kinds = {"name", "organization"} if chunks[to + 1].lower in PAYING else {"name"}
    paid = who.kind in kinds and not who.possessive and isinstance(who.value, NameMention)
    return [who.value] if paid else []


PAYING = frozenset({"pay", "reimburse", "compensate"})


def _filed_before(chunks: Clause, at: int) -> int | None:
    """Give the subject of the "filed" before a petition."""
    verb = next((i for i in range(at - 1, max(0, at - 5), -1) if chunks[i].lower in FILES), None)
    return find_subject(chunks, read_verb(chunks, verb, "ds").first) if verb is not None else None


BROUGHT = frozenset({"brought", "filed"})


def brought_by(
    chunks: Clause, at: int, strong: bool, weight: float, number: int, roster: Roster
) -> list[PartyFind]:
    """Give who sues by "a lawsuit filed by Ann Porter", "the suit of Ann Porter", "the challenge by Acme Co".

    Args:
        strong: whether the word at `at` is one for a suit and for nothing else.
    """
    for step in range(at + 1, min(len(chunks), at + 12)):
        lower = chunks[step].lower
        told_next = [c.lower for c in chunks[step + 2 : step + 5]]
        if lower == ";" or (lower == "that" and BROUGHT.isdisjoint(told_next)):
            break
        if lower == "by" or (lower == "of" and step == at + 1 and strong):
            if not (strong or step == at + 1 or _is_of_suit(chunks, at, step)):
                continue
            blame = party_words("civil", "blame")
            end = next((i for i in range(step, len(chunks)) if chunks[i].lower in blame), len(chunks))
            listed = leader_of(chunks, step) or read_list(chunks[:end], step + 1)
            listed += named_among(chunks, step)
            return make_sides(listed, "plaintiff", number, at, weight, chunks, roster) or [
                replace(f, side="plaintiff") for f in find_described(chunks, step, number, weight)
            ]
    return []


def _is_of_suit(chunks: Clause, at: int, by: int) -> bool:
    """Tell "their challenge to the law by the union" from a "by" that belongs to another word."""
    between = chunks[at + 1 : by]
    if any(c.lower in party_words("civil", "brought") for c in chunks[at:by]):
        return True
    law = party_words("contested", "law") | party_words("contested", "act")
    challenge = chunks[at].lower in {"challenge", "challenges"} and bool(between)
    return challenge and between[0].lower == "to" and between[-1].lower in law


def named_among(chunks: Clause, by: int) -> list[NameMention]:
    """Give Ann Lee of "by four farmers, among them Ann Lee"."""
    for at in range(by + 2, min(len(chunks) - 2, by + 14)):
        words = (chunks[at].lower, chunks[at + 1].lower)
        if chunks[at - 1].kind == "comma" and (words == ("among", "them") or words[0] == "including"):
            return read_list(chunks, at + (2 if words[0] == "among" else 1))
    return []


def leader_of(chunks: Clause, by: int) -> list[NameMention]:
    """Give the Ely School District of "by 34 districts led by the Ely School District"."""
    near = range(by + 1, min(len(chunks) - 1, by + 8))
    led = next((i for i in near if chunks[i].lower == "led" and chunks[i + 1].lower == "by"), None)
    if led is None or any(c.kind in PARTY_KINDS for c in chunks[by + 1 : led]):
        return []
    return read_list(chunks, led + 2)[:1]
