"""Who is who in one article: surname to full name, who judges, who argues for whom.

Two people are never joined on a surname when their given names differ; a surname alone means the
first who bears it and is no judge: news calls those who come after by their full names. Knows one
article only.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from casetrack.extract.chunks import is_judge_title
from casetrack.extract.names import NICK_RE, NameMention

SUFFIXES = {"jr", "sr", "ii", "iii", "iv"}
POLICE = r"(?:Officer|Detective|Det\.|Sergeant|Sgt\.|Deputy|Sheriff|Agent|Investigator|Trooper|Chief)s?"
"""How a title of one who polices ends."""
PROSECUTOR_RE = re.compile(
    r"(?:District Attorney|Assistant District Attorneys?|DDA|ADAs?|Deputy DA|Assistant DA"
    r"|Assistant (?:U\.S\.|United States) Attorneys?"
    r"|Assistant State[’']s Attorneys?|Deputy Prosecutor|Assistant Prosecutor"
    r"|Trial Attorneys?|Prosecutors?|Assistant State Attorney)$"
)
ELECTED_RE = re.compile(
    r"^(?!.*(?:Deputy|Assistant|Senior)).*"
    r"(?:District Attorney|State[’']s Attorney|State Attorney|U\.S\. Attorney)$"
)


KEPT_MARKS = "’“”‘—–"
"""What American papers print beyond ASCII, and has no other form."""


# The same few names are asked for hundreds of times in one article: these three were an eighth of reading it.
@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Fold case and accents: "Guzmán" to "guzman"."""
    if text.isascii():
        return text.lower()
    plain = text
    for mark in KEPT_MARKS:
        plain = plain.replace(mark, "")
    if plain.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text)
    for char in set(decomposed):
        if unicodedata.combining(char):
            decomposed = decomposed.replace(char, "")
    return decomposed.lower()


@lru_cache(maxsize=4096)
def name_words(name: str) -> tuple[str, ...]:
    """Give the words of a name without nickname and suffix."""
    plain = NICK_RE.sub(" ", name)
    words = tuple(w for w in plain.replace(",", " ").split() if w.rstrip(".").lower() not in SUFFIXES)
    if len(words) > 2 and words[-1] == "V":
        words = words[:-1]
    eastern = len(words) == 2 and EASTERN_RE.fullmatch(words[1]) is not None
    return words[::-1] if eastern else words  # the surname of "Park Geun-hye" is Park


EASTERN_RE = re.compile(r"[A-Z][a-z]+-[a-z]+")
"""A given name of Korea or China, after the surname: "Geun-hye", "Kin-man"."""


@lru_cache(maxsize=4096)
def surname_of(name: str) -> str:
    """Give the folded last word of a name, suffixes aside."""
    words = name_words(name)
    return fold(words[-1].rstrip(".")) if words else ""


OFFICES = {
    "President": "president",
    "Governor": "governor",
    "Gov.": "governor",
    "Mayor": "mayor",
    "Sheriff": "sheriff",
}


def _given_of(name: str) -> str:
    words = name_words(name)
    return fold(words[0]) if words else ""


@dataclass(slots=True)
class Roster:
    """The people of one article. Built once, then only read."""

    full: list[NameMention] = field(default_factory=list)
    judges: dict[str, str] = field(default_factory=dict)
    by_surname: dict[str, list[NameMention]] = field(default_factory=dict)
    juniors: frozenset[str] = frozenset()
    """Sons of one of the same name in the article: "his son Bo Lee Jr."."""
    officials: dict[str, str] = field(default_factory=dict)
    """Who "the president", "the governor" is here: the one so titled most often, the first of equals."""
    fullest: dict[tuple[str, str], str] = field(default_factory=dict)
    resolved: dict[str, str] = field(default_factory=dict, compare=False)
    """What `resolve` gave for a printing, until the next name is entered."""

    def add(self, mention: NameMention) -> None:
        """Enter a bearer of a surname; `fullest` keeps the longest printing of a given name with it."""
        self.resolved.clear()
        surname = surname_of(mention.text)
        self.by_surname.setdefault(surname, []).append(mention)
        key = surname, self._given_of(mention.text)
        if len(mention.text) > len(self.fullest.get(key, "")):
            self.fullest[key] = mention.text

    def seat(self, judge: str) -> None:
        """Enter a judge by the full name, unless the article has one of that surname."""
        surname = surname_of(judge)
        self.judges.setdefault(surname, judge)
        if surname not in self.by_surname:
            self.add(NameMention(0, 0, judge, "person", "Judge"))

    def resolve(self, mention: NameMention) -> str:
        """Give the fullest name the article has for a mention."""
        known = self.resolved.get(mention.text)
        if known is None:
            known = self.resolved[mention.text] = self._resolve(mention.text)
        return known

    def _resolve(self, name: str) -> str:
        if len(name_words(name)) < 2:
            bearers = self.by_surname.get(surname_of(name))
            name = _whom_alone(bearers) if bearers else name
        if len(name_words(name)) < 2:
            return self._called(name)
        whole = next(
            (m.text for m in self.by_surname.get(surname_of(name), ()) if m.text.endswith(f" {name}")), None
        )
        if whole:  # a surname of two words: "Vander Plaats"
            return whole
        return self.fullest.get((surname_of(name), self._given_of(name)), name)

    def _given_of(self, name: str) -> str:
        return name if name in self.juniors else _given_of(name)

    def _called(self, name: str) -> str:
        """Give the one person within whose name a lone word stands: "Lula" of "Luiz Lula da Silva"."""
        inner = {m.text for m in self.full if name in name_words(m.text)[1:-1]}
        return self._resolve(inner.pop()) if len(inner) == 1 else name

    def is_judge(self, mention: NameMention) -> bool:
        """Tell whether a mention names one who was called a judge in this article."""
        if mention.title and (is_judge_title(mention.title) or mention.kind != "person"):
            return is_judge_title(mention.title)
        return bool(self.judges) and self.resolve(mention) in self.judges.values()


def _whom_alone(bearers: Sequence[NameMention]) -> str:
    """Give whom a surname alone means, of those who bear it."""
    others = (one for one in bearers if not (one.title and is_judge_title(one.title)))
    return next(others, bearers[0]).text


def _find_officials(mentions: Sequence[NameMention], roster: Roster) -> dict[str, str]:
    titled: dict[str, Counter[str]] = {}
    for mention in mentions:
        office = OFFICES.get(mention.title.split(" ")[-1]) if mention.title else None
        if office and mention.kind in {"person", "surname"}:
            titled.setdefault(office, Counter())[roster.resolve(mention)] += 1
    return {office: names.most_common(1)[0][0] for office, names in titled.items()}


def build_roster(mentions: Sequence[NameMention], juniors: frozenset[str] = frozenset()) -> Roster:
    """Collect the people named in full, and the judges; `mentions` in text order."""
    roster = Roster(juniors=juniors)
    for mention in mentions:
        if mention.kind == "person":
            roster.full.append(mention)
            roster.add(mention)
    roster.officials = _find_officials(mentions, roster)
    for mention in mentions:
        if mention.title and is_judge_title(mention.title) and mention.kind in {"person", "surname"}:
            name = roster.resolve(mention)
            roster.judges.setdefault(surname_of(name), name)
            if mention.kind == "surname" and surname_of(mention.text) not in roster.by_surname:
                roster.add(mention)
    return roster
