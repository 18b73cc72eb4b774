"""Organizations whose names run over small words, and what else an article calls them.

"Department" and "Homeland Security" are one over their "of", "Immigration and Customs Enforcement" over
its "and". A short form is taken for the long one when the article prints both: "ICE" after the name in
full, "Altamere" after "Altamere Seed Co.", "the Justice Department" after "the Department of Justice".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from casetrack.extract.phrase_words import PhraseWords
from casetrack.extract.word_sets import word_set
from casetrack.lexicon import alternation, load_table

if TYPE_CHECKING:
    from casetrack.extract.names import NameMention

LAST_WORD_RE = re.compile(r"\w+$")
JOINTS = frozenset({"of", "for", "against", "on", "to"})
JOINT_STARTS = frozenset("ofAat")
JOINT_RE = re.compile(r"\s+(of|for|Against|against|on|to)\s+(?:the\s+)?")
COMPANY_END_RE = re.compile(
    r",?\s+(?:Inc|Corp|Co|Ltd|LLC|L\.L\.C|LLP|LP|PLC|AG|SA|NV|Holdings|Group|Company|Corporation)\b\.?$"
)
GENERIC_WORDS = frozenset({"u.s", "us", "united", "states", "the", "of", "for", "and", "&", "on", "against"})
OFFICER = r"Secretar|Director|Administrator|Commissioner|Inspector|Chief|Deputy|Chairm|Chairwoman|Counsel"


@cache
def _agency_re() -> re.Pattern[str]:
    names = alternation(load_table("names")["agencies"])
    return re.compile(
        rf"\b(?:(?:U\.S\.|US|United\s+States)\s+)?(?:(?:Department|Dept\.)\s+of\s+(?:the\s+)?)?{names}"
        rf"(?:\s+(?:Department|Agency|Service|Administration))?\b(?!\s+(?:{OFFICER}))"
    )


@cache
def _caucus_re() -> re.Pattern[str]:
    return re.compile(rf"\b{alternation(load_table('names')['caucuses'])}\b")


@cache
def _spelled_re() -> re.Pattern[str]:
    table = load_table("names")
    ends, after = alternation(table["company_ends"]), alternation(table["owns_nothing_before"])
    plain = alternation(name for name in table["spelled"] if not name.endswith("'s"))
    owned = alternation(name for name in table["spelled"] if name.endswith("'s"))
    names = rf"{plain}(?:,?\s+{ends}\.?)?(?![\w-])|{owned}(?=\s*(?:[,;.)]|$)|\s+{after}\b)"
    return re.compile(rf"(?<![\w$£€.’'-])(?:{names.replace(APOSTROPHE, '[’' + APOSTROPHE + ']')})")


@cache
def _spelled_words() -> PhraseWords:
    return PhraseWords((name, "") for name in load_table("names")["spelled"])


APOSTROPHE = "'"
BEARER_RE = re.compile(r"[A-Z][a-z]+\s$")


def _find_spelled(text: str) -> list[tuple[int, int]]:
    """Find "3M", "eBay", and "Lowe's" where it owns nothing and is nobody's surname."""
    spans = [match.span() for match in _spelled_re().finditer(text)]
    owned = {"'s", "’s"}
    return [
        (a, b)
        for a, b in spans
        if text[b - 2 : b] not in owned or not BEARER_RE.search(text, max(0, a - 20), a)
    ]


@cache
def _last_words(key: str) -> frozenset[str]:
    """Give the last words of the names in a table, one of which a text with such a name holds."""
    return frozenset(word for name in load_table("names")[key] for word in LAST_WORD_RE.findall(name.lower()))


def find_agencies(text: str) -> list[tuple[int, int]]:
    """Find the public bodies whose names hold an "and" or a comma, and caucuses; as half-open spans."""
    words = word_set(text)
    found = []
    if "and" in words and not _last_words("agencies").isdisjoint(words):
        found = [match.span() for match in _agency_re().finditer(text)]
    if not _last_words("caucuses").isdisjoint(words):
        found += [match.span() for match in _caucus_re().finditer(text)]
    if _spelled_words().may_stand(words):
        found += _find_spelled(text)
    return sorted(found) if found else found


PEACE = "Justice of the Peace"


def seat_peace(text: str, offset: int, found: list[NameMention]) -> list[NameMention]:
    """Give the title to "Justice of the Peace Ann Porter", whose small words cut it in two."""
    if PEACE not in text:
        return found
    seated: list[NameMention] = []
    for mention in found:
        start = mention.start - offset
        if mention.text.startswith("Peace ") and text[:start].endswith(PEACE.removesuffix("Peace")):
            if seated and seated[-1].text == "Justice":
                seated.pop()
            name = mention.text.removeprefix("Peace ")
            mention = mention._replace(start=mention.end - len(name), text=name, title=PEACE)
        seated.append(mention)
    return seated


OWNED_RE = re.compile(r"['’]s?\s")
SAINT_RE = re.compile(r"\bSt\.?\s$")


def join_owned(text: str, offset: int, found: list[NameMention]) -> list[NameMention]:
    """Join "McDonald's" and "Corp", "Boston Children's" and "Hospital", "St. Luke's" and "Church"."""
    if len(found) < 2 or ("'" not in text and "’" not in text):
        return found
    joined: list[NameMention] = []
    for mention in found:
        last = joined[-1] if joined else None
        if last is not None and _is_owned(text, offset, last, mention):
            start = last.start
            saint = SAINT_RE.search(text, 0, start - offset)
            if saint and len(joined) > 1 and joined[-2].start == offset + saint.start():
                joined.pop()
                start = offset + saint.start()
            name = re.sub(r"\s+", " ", text[start - offset : mention.end - offset])
            joined[-1] = last._replace(start=start, end=mention.end, text=name, kind="organization")
            continue
        joined.append(mention)
    return joined


def _is_owned(text: str, offset: int, last: NameMention, mention: NameMention) -> bool:
    if mention.kind != "organization" or mention.title is not None or last.title is not None:
        return False
    if OWNED_RE.fullmatch(text, last.end - offset, mention.start - offset) is None:
        return False
    words = mention.text.rstrip(".").split()
    table = load_table("names")
    if last.text.rstrip(".").split()[-1] in table["company_ends"]:
        return False  # "Apple Inc's App Store"
    if len(words) == 1 and words[0] in table["company_ends"]:
        return True
    return last.kind != "place" and len(words) < 3 and words[-1] in table["owned_heads"]


def join_organizations(text: str, offset: int, found: list[NameMention]) -> list[NameMention]:
    """Join the names that make one organization over their small word; the others stay."""
    words = word_set(text)
    if len(found) < 2 or (JOINTS.isdisjoint(words) and FUNDS.isdisjoint(words)):
        return found
    joined: list[NameMention] = []
    for mention in found:
        last = joined[-1] if joined else None
        if last is not None and _is_joint(text, offset, last, mention):
            name = re.sub(r"\s+", " ", text[last.start - offset : mention.end - offset]).strip(" ,")
            joined[-1] = last._replace(end=mention.end, text=name, kind="organization")
            continue
        joined.append(mention)
    return joined


def _is_joint(text: str, offset: int, last: NameMention, mention: NameMention) -> bool:
    if mention.title is not None or last.kind in {"acronym", "place"}:
        return False
    second = text[last.end - offset + 1 : last.end - offset + 2]
    if second not in JOINT_STARTS and not second.isspace():
        return False
    between = JOINT_RE.fullmatch(text, last.end - offset, mention.start - offset)
    if between is None:
        joint = text[last.end - offset : mention.start - offset] == " and "
        return joint and (_is_cause(last, mention) or _is_fund(last, mention))
    if mention.kind == "weak" and mention.text not in load_table("names")["qualifiers"]:
        return False
    word = between.group(1)
    if word == "to":
        return last.text.rsplit(" ", 1)[-1] in AIMING and _is_aim(mention)
    if word == "for" and (_is_somebody(last, mention) or COMPANY_END_RE.search(mention.text)):
        return False  # "Lawyers for Ann Porter" are no group
    if (
        word == "for"
        and last.text in {"Lawyers", "Attorneys"}
        and mention.kind in {"acronym", "organization"}
    ):
        return False
    tail = last.text.rsplit(" ", 1)[-1]
    heads = _heads()
    if tail in heads and (word != "against" or tail == last.text):
        return (
            True  # "Mothers against Drunk Driving", never "a suit by the River Coalition against Tern County"
        )
    if word == "of" and re.search(r"\b(?:group|organization|nonprofit|charity|coalition|company|firm)\s+$",
                                  text[: last.start - offset]):  # fmt: skip
        return True
    if last.kind not in {"organization", "other"}:
        return False
    return word == "of" and (last.kind == "organization" or mention.kind == "organization")


AIMING = frozenset({"Committee", "Coalition", "Campaign", "Alliance", "Movement", "Project"})
AIM_WORDS = frozenset([
    "Protect", "Save", "Stop", "End", "Preserve", "Defend", "Keep", "Restore", "Recall", "Elect", "Prevent",
    "Ban", "Abolish", "Reform", "Expand", "Promote", "Support", "Repeal", "Reduce", "Free", "Legalize",
    "Advance",
])  # fmt: skip
"""What a group is for that is named so: "the Committee to Protect Journalists"."""


def _is_aim(mention: NameMention) -> bool:
    return " " in mention.text and mention.text.split(" ", 1)[0] in AIM_WORDS


CAUSE_RE = re.compile(
    r"(?:\w+ )?(?:Ethics|Science|Technology|Liberty|Rights|Freedom|Democracy|Justice|Policy|Safety|Health"
    r"|Culture|Peace|Progress|Reform|\w{3,}(?:tion|ment|ness|ability|ality|acy|ance|ence))"
)


def _is_cause(last: NameMention, mention: NameMention) -> bool:
    """Tell the "Democracy" of "Center for Science and Democracy", a second thing that a group is for."""
    head, joint, _ = last.text.partition(" for ")
    group = bool(joint) and head.rsplit(" ", 1)[-1] in _heads()
    return group and CAUSE_RE.fullmatch(mention.text) is not None


FUNDS = frozenset({"retirement", "pension"})
FUND_RE = re.compile(r"(?:Retirement|Pension) (?:System|Fund|Plan|Trust|Board)\b")
TRADE_RE = re.compile(r"(?:Police|Fire|Teachers|\w{3,}(?:ers|men|ans|ors))$")


def _is_fund(last: NameMention, mention: NameMention) -> bool:
    """Tell the funds of two trades: "Dayton Police and Fire Retirement System"."""
    return FUND_RE.search(mention.text) is not None and TRADE_RE.search(last.text) is not None


SPEAKERS = frozenset({"Lawyers", "Attorneys", "Doctors", "Physicians", "Defenders"})
"""Those who act for somebody; others are for something and make a group: "Parents for Safe Streets"."""


GROUPS = frozenset(
    {"Alliance", "Coalition", "Center", "Centre", "Network", "Institute", "Council", "Society", "League"}
)
"""What is seldom for one person: "the Alliance for Rural Medicine"."""


def _is_somebody(last: NameMention, mention: NameMention) -> bool:
    if mention.kind != "person":
        return False
    if mention.text.split()[0] in load_table("names")["given_names"]:
        return True
    group = last.text.rsplit(" ", 1)[-1] in GROUPS
    return last.text in SPEAKERS or not (group or mention.text.endswith("s"))


@cache
def _heads() -> frozenset[str]:
    return frozenset(load_table("names")["organization_heads"])


class OrganizationNames:
    """The organizations one article names, for telling a short form from its long one."""

    def __init__(self, mentions: Sequence[NameMention], text_of_brackets: Iterator[tuple[str, str]]) -> None:
        self._full: list[str] = list(
            dict.fromkeys(m.text for m in mentions if m.kind == "organization" and " " in m.text)
        )
        self._known: dict[str, str] = dict(text_of_brackets)

    def resolve(self, name: str) -> str:
        """Give the fullest name the article prints for an organization; the name itself if it has none."""
        if name in self._known:
            return self._known[name]
        best = name
        for full in self._full:
            if len(full) > len(best) and _is_short_for(name, full):
                best = full
        self._known[name] = best
        return best


def _is_short_for(short: str, full: str) -> bool:
    words, longer = _content(short), _content(full)
    if not words:
        return False
    if len(words) == 1 and short.isupper() and 2 < len(short) <= 6:
        parts = re.split(r"[\s-]+", full)
        initials = "".join(w[0] for w in parts if w[:1].isupper())
        return initials.upper() in {short, f"US{short}", f"U{short}"} or spell_out(parts) == short
    if COMPANY_END_RE.search(full) or full.endswith(("'s", "’s")):
        return longer[: len(words)] == words
    return len(words) > 1 and set(words) == set(longer)


def spell_out(words: Iterable[str]) -> str:
    """Give the first letters of a name, small words too: SFFA of "Students for Fair Admissions"."""
    return "".join([word[0] for word in words if word and word != "the"]).upper()


def _content(name: str) -> list[str]:
    words = [word.strip(".,’'") for word in name.lower().split()]
    return [word for word in words if word not in GENERIC_WORDS]


KIN_BEFORE_RE = re.compile(
    r"\b(?:owners|brothers|sisters|siblings|twins|parents|couple|spouses|sons|daughters|cousins|founders|farmers|ranchers"
    r"|partners|plaintiffs|defendants|residents|teachers|and|of|by|against|for|to),?\s$",
    re.IGNORECASE,
)


def share_surname(text: str, offset: int, found: list[NameMention]) -> list[NameMention]:
    """Give "brothers Francis and Philip Lee" both their surname."""
    if " and " not in text:
        return found
    for at, (first, second) in enumerate(pairwise(found)):
        if text[first.end - offset : second.start - offset] != " and ":
            continue
        words = second.text.split()
        lone = first.kind in {"surname", "weak"} and " " not in first.text and first.title is None
        if not lone or second.kind != "person" or not 2 <= len(words) <= 3 or second.title:
            continue
        start = first.start - offset
        given = first.text in load_table("names")["given_names"] and text[max(0, start - 2) : start] == ", "
        if given or KIN_BEFORE_RE.search(text, max(0, start - 14), start):
            found[at] = first._replace(text=f"{first.text} {words[-1]}", kind="person")
    return found
