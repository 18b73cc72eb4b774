"""Find the lawyers that a story names, and in what words it says whom each acts for.

"Assistant U.S. Attorney Ann Lee", "his lawyer, Ann Lee", "Ann Lee, who represents Acme Co", "Ann Lee,
defending, said". Which side of which case that is, is told in `counsel_sides.py`. Who heads an office of
prosecutors speaks for every case of it, and counts as counsel in none by that alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from casetrack.extract.harmed import is_harmed
from casetrack.extract.names import NameMention
from casetrack.extract.people import ELECTED_RE, POLICE
from casetrack.extract.scan import Scan
from casetrack.extract.sentences import Sentence

LEFT_REACH = 110
RIGHT_REACH = 130
"""So many characters around a name say that it is a lawyer's."""
LAWYER = (
    r"(?:(?<!U\.S\.\s)(?<![Dd]istrict\s)[Aa]ttorneys?(?!\s[Gg]eneral)|[Ll]awyers?|[Cc]ounsel|solicitors?"
    r"|barristers?|litigators?|legal\steam)"
)
WORD = r"[\w&’'-]+(?:\.(?=[\w,]|\s[A-Z&]))?"
"""A word of whom one acts for; a full stop in it ends no sentence: "U.S. Steel"."""
OWNER = (
    r"(?P<owner>(?:[A-Z][\w.&-]*\s){0,3}[A-Z][\w.&-]*(?:[’']s|s[’'])"
    r"|\b[Tt]he\s(?:[\w-]+\s){0,2}?[\w-]+(?:[’']s|s[’'])|\b(?:[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|whose))"
)
ENDS = r"(?:and|said|says|told|who|in|on|at|has|had|was|is|were|called|argued|asked|after|before|when)\b"
CLIENT = rf"(?P<client>(?:the\s)?{WORD}(?:\s(?!{ENDS}){WORD}){{0,5}})"
SIDE = (
    r"(?P<client>(?:the\s)?(?:[A-Z][\w&’'-]*(?:\s[A-Z][\w&’'-]*){0,3}"
    r"|(?:state|states|government|prosecution|defen[sc]e|plaintiffs?|defendants?|company|city|county|union|country|republic|group|families)\b))"
)
"""A side of a case, by a name or as such."""
BODY = r"(?P<client>[A-Z][\w.&’'-]*(?:\s(?:of\s|for\s|the\s|and\s)?[A-Z][\w.&’'-]*){0,6})"
UNDER = (
    r"\b(?:Deputy|Assistant|Asst\.|Dep\.|Associate)\s(?:[A-Z][\w.’'-]*\s){0,4}?"
    r"(?:Attorneys?|Attys?\.?|Prosecutors?|Solicitors?|D\.?A\.?s?|Counsel)(?:\sGeneral)?"
)
"""The office of one who works for an elected prosecutor or for an attorney general."""
OFFICE_LEADS = r"(?:(?:[Aa]ssistant|[Dd]eputy|[Ff]ederal|[Ss]tate|[Cc]hief|[Cc]ounty)\s){0,3}"
PROSECUTOR_LEADS = (
    r"(?:(?:[Ll]ead|[Cc]hief|[Ff]ederal|[Ss]tate|[Ss]pecial|[Cc]rown|[Mm]ilitary|[Cc]ounty)\s){0,2}"
)
LEFT = tuple(
    (side, re.compile(rf"{words},?\s(?:the\s)?$"))
    for side, words in (
        ("defense", rf"\b{OFFICE_LEADS}[Pp]ublic\s[Dd]efenders?"),
        ("defense", rf"\b[Dd]efen[sc]e\s(?:team\s)?(?:[\w-]+\s)?{LAWYER}"),
        ("defense", r"\bDefen[sc]e(?:\s(?:[Aa]ttorneys?|[Cc]ounsel))?:"),
        ("state", UNDER),
        (
            "state",
            r"\b(?:[Aa]ssistant|[Dd]eputy)\s(?:district|state[’']s|U\.S\.|county|federal|commonwealth[’']s)\sattorneys?",
        ),
        ("state", rf"\b(?<!-){PROSECUTOR_LEADS}(?:[Cc]o-)?[Pp]rosecutor(?!s?,)(?:s?:)?"),
        ("apart", rf"\b(?:[Tt]he|[Aa]n?|[Aa]nother)\s(?:\w+\s)?{PROSECUTOR_LEADS}[Pp]rosecutor,"),
        ("several", rf"\b{PROSECUTOR_LEADS}[Pp]rosecutors(?!,)"),
        ("state", r"\b[Tt]rial\sAttorneys?"),
        ("state", r"\b(?:[Gg]overnment|Justice\sDepartment|[Ss]tate(?:[’']s)?)\s(?:lawyer|attorney)s?"),
        ("state", r"\b(?:(?:Deputy|Acting|U\.S\.|State)\s)?Solicitor\sGeneral"),
        ("plaintiff", rf"\b[Pp]laintiffs?[’']?s?\s(?:[\w-]+\s)?{LAWYER}"),
        ("beside", r"\b[Cc]o-?counsel"),
    )
)
"""What stands before a lawyer's name, with the side it tells; `beside` is that of the lawyer told last."""
FORMER_RE = re.compile(r"\b(?:former|ex|retired|one-?time)[\s-](?:[\w’'.-]+\s){0,4}$", re.IGNORECASE)
THEN = r"(?:[Tt]hen-|[Cc]o-)?"
OWNED_RE = re.compile(
    rf"{OWNER}\s(?:(?!former)[\w-]+\s){{0,3}}?{THEN}(?:{LAWYER}|team)(?:(?:\s(?:is|was|led\sby))?\s"
    rf"|,\s(?P<aside>(?:(?!of\b|{ENDS})[\w’'.-]+,?\s){{1,7}})?)$"
)
NAMED_LAWYER_RE = re.compile(
    rf"(?P<client>(?:[A-Z][\w.&’'-]*\s){{1,4}})(?:(?!former)[\w-]+\s){{0,2}}?{LAWYER},?\s$"
)
LAWYER_FOR_RE = re.compile(
    r"\b(?:[Aa]ttorneys?|[Ll]awyers?|[Cc]ounsel|[Ss]olicitors?)\s(?:for|representing)\s(?P<client>[^,;.]{2,60}?)"
    r"(?:,|\s(?:is|was|are|were))\s(?:including\s)?$"
)
REPRESENTED_RE = re.compile(
    r"(?P<client>(?:[A-Z][\w.’'-]*\s|(?:[Tt]he\s)?[a-z]+\s){1,4})(?:is|was|are|were|(?:has|have)\sbeen)\s"
    r"(?:being\s|also\s)?(?P<how>represented|defended|prosecuted)\s(?:(?:in\scourt|at\strial)\s)?by\s(?:[\w’'.&-]+\s){0,5}?$"
)
BARE_RE = re.compile(
    r"(?:^|[a-z]\.\s|[“”:\"]\s?|(?:^|[\s“\"])[a-z][a-z’'-]*,?\s)(?:[Aa]ttorneys?|[Ll]awyers?|[Bb]arristers?|[Ss]olicitors?)\s$"
)
OF_STATE_RE = re.compile(
    r"(?P<client>(?:[A-Z][\w.’'-]*\s){1,3})(?:Attorney\sGeneral|City\sAttorney|Corporation\sCounsel|County\sCounsel)\s$"
)
OF_CITY_RE = re.compile(r"\b(?P<client>City|County)\s(?:Attorney|Counsel)\s$")
HEADS_RE = re.compile(r",\swho\s(?:heads|leads|runs)\s(?:the|that)\s(?:office|group|organi[sz]ation)\b")
DEFENDED_RE = re.compile(
    r"\b(?:represented|defended)\sby\s(?:the\s|an?\s)?[^.;,]{0,40}?\b(?:[Dd]efenders?|Legal\sAid)\b"
)
NEAR = 3
"""Within so many sentences "the office", "his lawyer" is of one told of before."""
SILK = r",?\s(?:[KQS]C,?\s)?"
RIGHT = (
    ("defense", re.compile(rf"{SILK}(?:for\sthe\sdefen[sc]e|defending|mitigating|in\smitigation),")),
    ("defense", re.compile(
        r"(?:,?\s(?:with|of)|(?:,\swho)?\s(?:leads|heads|runs))\s(?:the\s)?(?:\w+\s){0,3}?(?:[Pp]ublic|Federal)\s[Dd]efender"
    )),
    ("defense", re.compile(
        rf",\s(?:an?\s|the\s|his\s|her\s)?(?:(?!former)[\w-]+\s){{0,3}}?(?:public\sdefenders?|defen[sc]e\s{LAWYER})\b"
    )),
    ("state", re.compile(rf"{SILK}(?:for\sthe\s(?:prosecution|Crown|State|state|DPP)|prosecuting),")),
    ("state", re.compile(
        r",\s(?:an?|the|one\sof\sthe)\s(?:(?!former)[\w.’'-]+\s){0,3}?"
        r"(?:prosecutor\b|(?<=\sof\sthe\s)prosecutors\b|(?:deputy|assistant)\s(?:[\w.’'-]+\s){1,3}?attorney\b|solicitor\sgeneral\b)"
    )),
    ("state", re.compile(
        r",?\s(?:of|with|from)\sthe\s(?:U\.S\.\s)?(?:Justice\sDepartment|Department\sof\sJustice|CPS\b|Crown\sProsecution"
        r"|(?:[\w.]+\s){0,3}?(?:[Aa]ttorney\s[Gg]eneral|[Aa]ttorney|[Pp]rosecutor)[’']s\s[Oo]ffice)"
    )),
    ("state", re.compile(
        r"(?:,\swho)?\s(?:has\s|is\s|was\s)?(?:prosecut(?:ed|ing)|tried|trying|handled|handling)\s(?:the|this)\scase\b"
    )),
)  # fmt: skip
"""What stands after a lawyer's name, with the side it tells."""
RIGHT_CLIENT = (
    re.compile(rf",?\s(?:who\s)?(?:(?:is|was|has|had|also)\s)?represent(?:s|ed|ing)?\s{CLIENT}"),
    re.compile(
        rf",\s(?:an?\s|the\s|one\sof\s(?:the\s)?|lead\s|another\s)?(?:(?!former)[\w.’'&-]+,?\s){{0,5}}?{LAWYER}\s"
        rf"(?:for|representing|acting\sfor|on\sbehalf\sof|who\s(?:(?:is|has|had)\s)?represent(?:s|ing|ed))\s{CLIENT}"
    ),
    re.compile(rf",?\s(?:of|from|at|with)\s[^,;]{{3,60}},\swho\s(?:(?:is|has)\s)?represent(?:s|ed|ing)\s{CLIENT}"),
    re.compile(rf",\s(?:an?|the)\s[^,;.]{{3,60}}?\swho\srepresent(?:s|ed)\s{CLIENT}"),
    re.compile(rf"\sand\s(?:[A-Z][\w.’'-]*\s){{1,4}}represent(?:ed)?\s{CLIENT}"),
    re.compile(rf",\s[^,;]{{3,70}},\s(?:represents|represented)\s{CLIENT}"),
    re.compile(rf",?\s(?:of|with|from)\s(?:the\s)?{BODY},\swhich\s(?:filed|brought|represents|represented)\b"),
)  # fmt: skip
ARGUED = (
    re.compile(rf",?\s(?:who\s)?(?:argued|appeared|appearing|arguing|closed)\s(?:the\scase\s)?(?:for|on\sbehalf\sof)\s{SIDE}"),
    re.compile(rf",\s[^,;]{{3,70}},\s(?:argued|argues|appeared)\s(?:for|on\sbehalf\sof)\s{SIDE}"),
    re.compile(rf",\s(?:an?|the)\s[^,;.]{{3,60}}?\swho\sargued\sfor\s{SIDE}"),
)  # fmt: skip
"""Who argues for somebody acts for them; whoever argues for leniency does not."""
RIGHT_OWNER_RE = re.compile(
    rf",\s(?:one\sof\s)?(?!whose){OWNER}\s(?:(?!former)[\w-]+\s){{0,3}}?{THEN}{LAWYER}\b"
)
FOR_OTHERS = (
    re.compile(
        rf",\s(?:an?\s|the\s)?(?:[\w’'-]+\s){{0,3}}?(?:(?:attorney|lawyer|counsel)\s(?:with|for)|(?:legal|litigation)\sdirector\s(?:with|at|of|for))\s(?:the\s)?{BODY}"
    ),
    re.compile(
        r",\s(?:an?\s|the\s)?(?P<client>[A-Z]{3,6})\s(?:[a-z]+\s){0,2}?(?:attorney|lawyer|(?:legal|litigation)\sdirector)\b"
    ),
    re.compile(
        rf",\s(?:the\s)?(?:[\w-]+\s)?director\s(?:of|at|for)\s(?:the\s)?(?=[^,.;]{{0,60}}\b(?:Rights|Legal|Law|Justice|Defense|Litigation)\b){BODY}"
    ),
)  # fmt: skip
"""One who works for a body that goes to court for others: "a lawyer with the Clean Air Fund"."""
NO_COUNSEL_RE = re.compile(
    r"\bnot\s(?:involved|connected|part\sof)|\b(?:legal|trial)\s(?:analyst|expert|scholar|commentator)|\b[Pp]rofessor\b|\b[Ll]aw\s[Ss]chool\b"
    r"|\b(?:watching|following|follows|watches)\sthe\b|\bvictim\sadvocate\b"
)
CLIENT_OF_RE = re.compile(
    r"[^.;]{0,20}\b(?:said|told|argued|added|insisted|wrote|asked|says)\b"
    r"(?:\s(?:the\s)?(?:judge|court|jury|jurors|justices|panel|reporters|[A-Z]\w+))?(?:\sthat)?\s(?:his|her)\sclients?\b"
)
AFTER_PREP_RE = re.compile(r"\b(?:for|of|by|with|against|to|from|representing)\s$")
ARGUES_RE = re.compile(r"\b(?:argue[sd]|represent(?:s|ed))\s")
HINTS = frozenset([
    "attorney", "attorneys", "atty", "attys", "lawyer", "lawyers", "counsel", "co-counsel", "cocounsel",
    "represents", "representing", "represented", "defender", "defenders", "prosecutor", "prosecutors",
    "prosecuting", "prosecuted", "mitigating", "mitigation", "defending", "defended", "defense",
    "defence", "solicitor", "solicitors", "barrister", "litigator", "argued", "arguing", "appeared",
    "appearing", "tried", "handled", "handling", "da", "ada", "dda", "adas", "das", "legal",
    "litigation", "prosecution", "crown", "dpp", "director", "filed", "brought", "closed", "client",
    "clients", "heads", "leads", "runs",
])  # fmt: skip
"""Of these words a sentence that tells of counsel has one."""
SEVERAL_RE = re.compile(r"\sand\s[A-Z]|,\s[A-Z][\w. ’'-]{2,40},?\sand\s[A-Z]")
""" "Prosecutors Ada Cole and Ben Dow", never "he told prosecutors Ada Cole had begun it"."""
SPOKE_RE = re.compile(r",\s(?:said|told|argued|asked|called|added|says|wrote|showed)\b")
NEEDED = {"several": SEVERAL_RE, "apart": SPOKE_RE}
"""What follows a name where what stands before it alone does not make a prosecutor."""
POLICE_RE = re.compile(rf"{POLICE}$")
CALLED_RE = re.compile(rf"\b(?:{LAWYER}|[Pp]rosecutors?),?\s$")
HOUSE_RE = re.compile(r"\b[Gg]eneral\s[Cc]ounsel\s$")
"""Who heads the lawyers of a house; "Ada Cole, its general counsel," speaks for it."""
KIN_RE = re.compile(r",\s(?:his|her|their|an?)\s(?!lawyer|attorney)")
LIST_RE = re.compile(r",?\s(?:and|&)\s|,\s(?:and\s)?")


@dataclass(frozen=True, slots=True)
class Appearance:
    """One lawyer as one sentence tells of them; `client` are the words for whom they act for.

    `side` is defense, state (who prosecutes, or a government's lawyer), plaintiff, "of state" (who speaks for
    the state or city in `client`), bare (a lawyer, nothing more), or empty: that of the client.
    """

    name: str
    side: str
    client: str
    sentence: int
    at: int


def find_appearances(scan: Scan) -> list[Appearance]:
    """Find every lawyer of a story, in text order, one as often as told of."""
    found: list[Appearance] = []
    for number, (sentence, names) in enumerate(zip(scan.sentences, scan.names, strict=True)):
        if sentence.kind == "title" or HINTS.isdisjoint(sentence.words):
            continue
        last: Appearance | None = None
        for at, name in enumerate(names):
            if name.kind not in {"person", "surname"}:
                continue
            told = None if scan.roster.is_judge(name) else _read(sentence, names, at, number)
            if told is None and _heads_defenders(scan, number, name):
                told = Appearance(name.text, "defense", "", number, name.start)
            if told is None and last is not None and _is_listed(sentence, names, at, last):
                told = last
            if told is not None and told.side == "beside":
                told = found[-1] if found else replace(told, side="defense")
            full = scan.roster.resolve(name).removesuffix(" Esq")
            last = told and replace(told, name=full, sentence=number, at=name.start)
            if last is not None and " " in last.name:
                found.append(last)
    return found


def _heads_defenders(scan: Scan, number: int, name: NameMention) -> bool:
    """ "He is represented by the Federal Defenders. Ann Lee, who heads the office, said"."""
    sentence = scan.sentences[number]
    if HEADS_RE.match(sentence.text, name.end - sentence.start) is None:
        return False
    return any(DEFENDED_RE.search(s.text) for s in scan.sentences[max(0, number - NEAR) : number + 1])


def _is_listed(sentence: Sentence, names: Sequence[NameMention], at: int, last: Appearance) -> bool:
    """Tell Bo Cruz of "his lawyers, Ann Lee and Bo Cruz, said": named right after a lawyer, and whole."""
    name, before = names[at], names[at - 1]
    if name.title or name.kind != "person" or before.start != last.at:
        return False
    between = sentence.text[before.end - sentence.start : name.start - sentence.start]
    owns = sentence.text.startswith(("’s", "'s"), name.end - sentence.start)
    if KIN_RE.match(sentence.text, name.end - sentence.start):
        return False  # "His lawyer, Ada Cole, and Bea Dow, his sister, wept"
    return not owns and LIST_RE.fullmatch(between) is not None


def _read(sentence: Sentence, names: Sequence[NameMention], at: int, number: int) -> Appearance | None:
    """Read what stands around one name."""
    name = names[at]
    if name.title and POLICE_RE.search(name.title):
        return None
    start, end = name.start - sentence.start, name.end - sentence.start
    left = sentence.text[max(0, start - LEFT_REACH) : start]
    right = sentence.text[end : end + RIGHT_REACH]
    if name.title and not left.rstrip().endswith(name.title):
        left = f"{left}{name.title} "
    harmed = is_harmed(name, sentence.text, sentence.start)
    if HOUSE_RE.search(left) or (harmed and not CALLED_RE.search(left)):
        return None  # "the death penalty lawyer Ada Cole" is not among the dead
    near = [other.text for other in names[:at] if other.kind == "person"]
    told = next(_around(left, right, near), None)
    if told is not None and NO_COUNSEL_RE.search(right[:70]) and not ARGUES_RE.search(right):
        return None
    return Appearance(name.text, told[0], " ".join(told[1].split()), number, name.start) if told else None


def _around(left: str, right: str, near: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the side and the client that the words around a name tell, the surest first.

    Args:
        near: the people named before it.
    """
    for pattern in RIGHT_CLIENT:
        if hit := pattern.match(right):
            yield "", hit["client"]
    if hit := REPRESENTED_RE.search(left):
        yield ("state", "") if hit["how"] == "prosecuted" else ("", hit["client"])
    if hit := LAWYER_FOR_RE.search(left):
        yield "", hit["client"]
    for side, pattern in LEFT:
        hit = pattern.search(left)
        if hit is None or FORMER_RE.search(left[: hit.start()]) or ELECTED_RE.match(hit.group().strip(" ,:")):
            continue
        if side not in NEEDED or NEEDED[side].match(right):
            yield "state" if side in NEEDED else side, ""
    if (hit := OWNED_RE.search(left)) and not any(name in (hit["aside"] or "") for name in near):
        yield "", hit["owner"]
    for pattern in ARGUED:
        if hit := pattern.match(right):
            yield "", hit["client"]
    for side, pattern in RIGHT:
        if pattern.match(right):
            yield side, ""
    if hit := RIGHT_OWNER_RE.match(right):
        yield "", hit["owner"]
    if hit := OF_STATE_RE.search(left):
        yield "of state", hit["client"]
    elif hit := OF_CITY_RE.search(left):
        yield "", f"the {hit['client']}"
    if hit := NAMED_LAWYER_RE.search(left):
        yield "", hit["client"]
    for pattern in FOR_OTHERS:
        if hit := pattern.match(right):
            yield "", hit["client"]
    spoken = CLIENT_OF_RE.match(right) and not AFTER_PREP_RE.search(left)
    if (BARE_RE.search(left) or spoken) and not FORMER_RE.search(left):
        yield "bare", ""
