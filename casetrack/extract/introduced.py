"""Who stands accused where no verb says so: the people a release introduces by name and age.

"WHO: Ann Porter, 38, Ely", "Dr. Ann Porter, 59, of Ely, is a radiologist". Looked at only when an
article of criminal matters shows no other party. A person introduced as hurt, killed or working on
the case is none.
"""

from __future__ import annotations

import re

from casetrack.extract.drafts import Draft
from casetrack.extract.harmed import is_harmed
from casetrack.extract.names import NameMention
from casetrack.extract.party_find import PartyFind
from casetrack.extract.people import POLICE, PROSECUTOR_RE
from casetrack.extract.scan import Scan

HARMED_RE = re.compile(
    r"\b(?:victims?|murder\w*|kill\w*|slay\w*|death|stabb\w*|shot|shoot\w*|strangl\w*|beat\w*|rap\w+|robb\w+"
    r"|assault\w*|injur\w*|struck|hit|kidnapp\w*|molest\w*|threaten\w*|stalk\w*|attack\w*|survived|mother"
    r"|father|wife|husband|sister|brother|son|daughter|girlfriend|boyfriend|neighbor|officer|detective)\W+"
    r"(?:(?:of|by|the|his|her|their|a|an|to|former|then)\W+)*(?:\d{1,3}[-–]year[-–]old\W+)?$",
    re.IGNORECASE,
)
ADVISED_RE = re.compile(r"\b(?:criminal|arraign\w*|charged|defendants?|sentenc\w+|trial|plea\w*)\b")
WORK_RE = re.compile(rf"(?:{POLICE}|(?:Lieutenant|Captain|Victim)s?)$")


def introduced_draft(scan: Scan) -> list[Draft]:
    """Give one criminal case of the people first introduced with an age, next to each other; or none."""
    text = " ".join(sentence.text for sentence in scan.sentences)
    if not scan.criminal and not (text.startswith("WHO:") and ADVISED_RE.search(text)):
        return []
    draft = Draft("criminal")
    for number, names in enumerate(scan.names):
        if scan.sentences[number].kind == "title":
            continue
        if draft.parties and number > draft.first + 1:
            break
        for name in names:
            if _is_introduced(name, number, scan):
                _add(draft, name, number, scan)
    return [draft] if draft.parties else []


def _is_introduced(name: NameMention, number: int, scan: Scan) -> bool:
    if name.kind != "person" or name.age is None or scan.roster.is_judge(name):
        return False
    if name.title and (PROSECUTOR_RE.search(name.title) or WORK_RE.search(name.title)):
        return False
    sentence = scan.sentences[number]
    before = sentence.text[max(0, name.start - sentence.start - 60) : name.start - sentence.start]
    return not (HARMED_RE.search(before) or is_harmed(name, sentence.text, sentence.start))


def _add(draft: Draft, name: NameMention, number: int, scan: Scan) -> None:
    full = scan.roster.resolve(name)
    draft.parties.setdefault(
        full, PartyFind(full, "person", "defendant", True, 1.2, number, number, name.age)
    )
    draft.weight += 1.2
    draft.first = min(draft.first, number)
