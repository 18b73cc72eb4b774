"""Find who is bankrupt: the case is "In re" the debtor, who petitions; creditors and watchdogs are no sides.

Only where the opening speaks of a bankruptcy court, or of what it decides about.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from casetrack.extract.described import PUBLIC_RE
from casetrack.extract.drafts import Draft
from casetrack.extract.names import NameMention
from casetrack.extract.party_find import PartyFind
from casetrack.extract.scan import Scan
from casetrack.extract.sentences import Sentence

CHAPTER = r"(?:Chapter\s(?:7|9|11|13|15)|(?:[Bb]ankruptcy|[Ii]nsolvency))"
WORDS = frozenset({"bankruptcy", "chapter", "insolvency"})
OPENING = 6
TOLD_RE = re.compile(
    rf"\b(?:{CHAPTER}|reorgani[sz]ation|restructuring)\s(?:[Cc]ourt|[Jj]udge|protection|plan|sale|case|loan|filing)\b"
    rf"|\bU\.S\. Bankruptcy\b|\b(?:emerge|emerged|exit) from {CHAPTER}\b"
)
"""What the opening of a story about a bankruptcy speaks of."""
FILES_RE = re.compile(
    r"[^.;]{0,60}?\b(?:filed|files|filing|sought|seeks|seeking|entered|enter|emerge[ds]?|exit(?:s|ed)?|declared)\b"
    rf"[^.;]{{0,30}}?\b{CHAPTER}\b"
)
"""What follows the name of a debtor: "Acme Inc sought Chapter 11 protection"."""
OWNS_RE = re.compile(rf"[’']s?\s(?:[\w-]+\s){{0,3}}?(?:{CHAPTER}|reorgani[sz]ation|restructuring)\b")
"""The same: "Acme Inc's reorganization plan"."""
PLAN_RE = re.compile(
    r"(?:U\.S\.|[^.;]){0,80}?\b(?:(?:reorgani[sz]ation|bankruptcy|restructuring)\splan|plan\sto\semerge)\b"
)
BANKRUPT_RE = re.compile(r"\bbankrupt\s(?:[\w-]+\s){0,4}$")
DEBTOR_RE = re.compile(r"\bdebtor,?\s$")


def bankrupt_drafts(scan: Scan) -> list[Draft]:
    """Make the case of the debtor whom the story is about; none where it is about no bankruptcy."""
    opening = [s for s in scan.sentences if s.kind != "title"][:OPENING]
    if all(WORDS.isdisjoint(s.words) for s in opening) or not any(TOLD_RE.search(s.text) for s in opening):
        return []
    told = Counter(name for number in range(len(scan.sentences)) for name in _debtors(scan, number))
    if not told:
        return []
    name = told.most_common(1)[0][0]
    first = next(n for n, names in enumerate(scan.names) if any(m.text == name for m in names))
    find = PartyFind(name, "organization", "plaintiff", False, 2.0, first, first * 1000)
    return [Draft("civil", {name: find}, {name: "petitioner"}, 2.0 * told[name], first)]


def _debtors(scan: Scan, number: int) -> Iterator[str]:
    sentence = scan.sentences[number]
    if sentence.kind == "title":
        return
    for name in scan.names[number]:
        full = name.text if name.kind == "organization" else _in_full(name, scan)
        if full is not None and not PUBLIC_RE.search(full) and _is_debtor(name, sentence):
            yield full


def _in_full(name: NameMention, scan: Scan) -> str | None:
    """Give Acme Motors LP of "Acme filed for Chapter 11": the one firm whose name begins so."""
    if name.kind not in {"surname", "other"} or name.title:
        return None
    firms = {m.text for group in scan.names for m in group if m.kind == "organization"}
    whole = [firm for firm in firms if firm.startswith(f"{name.text} ") and len(firm.split()) > 1]
    return whole[0] if len(whole) == 1 else None


def _is_debtor(name: NameMention, sentence: Sentence) -> bool:
    before = sentence.text[: name.start - sentence.start]
    end = name.end - sentence.start
    if BANKRUPT_RE.search(before) or DEBTOR_RE.search(before):
        return True
    return any(pattern.match(sentence.text, end) for pattern in (OWNS_RE, FILES_RE, PLAN_RE))


def without_shadows(drafts: Sequence[Draft], bankrupt: Sequence[Draft]) -> list[Draft]:
    """Drop what is only hinted at beside a bankruptcy: who objects to a plan brings no suit."""
    debtors = {name for draft in bankrupt for name in draft.parties}
    return [
        draft
        for draft in drafts
        if draft.kind == "criminal"
        or draft.printed
        or (draft.weight >= SURE and not debtors & draft.parties.keys())
    ]


SURE = 3.0
