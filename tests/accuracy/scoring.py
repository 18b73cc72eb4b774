"""Judge one article's extraction record against its annotation.

A case is found when a record's docket number or its names are those of the annotation. A ruling or
hearing is found when its quote meets a sentence that the annotation points to, or failing that when
it is of the same case, value and day; each annotated fact is matched with one of the record, the pair
that agrees best first. It is *right* when case, value and date are all right, *wrong* when one is
not. What the annotation calls optional is neither rewarded nor punished.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from .wording import Page, Span, fold, is_same_court, last_name

FIGURES = ("case", "party", "counsel", "ruling", "ruling.strict", "hearing", "hearing.strict")
SHARES = (
    "published", "case.kind", "case.court", "case.judge", "counsel.side",
    "ruling.case", "ruling.disposition", "ruling.date", "ruling.judge",
    "hearing.case", "hearing.type", "hearing.date", "hearing.status",
)  # fmt: skip
VALUE_OF = {"ruling": "disposition", "hearing": "type"}


class Counts(NamedTuple):
    """How many were found rightly, found wrongly, and not found."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    @property
    def precision(self) -> float:
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else 0.0

    @property
    def recall(self) -> float:
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


class Share(NamedTuple):
    """How many of those found have a detail right."""

    right: int = 0
    total: int = 0

    @property
    def value(self) -> float:
        return self.right / self.total if self.total else 1.0


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one annotated fact, or of one that only the record has.

    `verdict` is right, wrong, missed, invented or optional. `at` is where its anchor (of an invented
    one, its quote) stands on the page, -1 for nowhere; `value` and `date` are those found, of a
    missed one those wanted. `note` tells a person what is the matter.
    """

    stem: str
    kind: str
    at: int
    verdict: str
    value: str
    date: str | None
    rule: str | None = None
    confidence: float | None = None
    note: str = ""


@dataclass(slots=True)
class Score:
    """The sums over any number of articles, every fact with its verdict, and a line an error of a case."""

    tallies: Counter[tuple[str, str]] = field(default_factory=Counter)
    verdicts: list[Verdict] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)

    def counts(self, figure: str) -> Counts:
        return Counts(*(self.tallies[figure, name] for name in Counts._fields))

    def share(self, name: str) -> Share:
        right = self.tallies[name, "right"]
        return Share(right, right + self.tallies[name, "wrong"])

    def add(self, other: Score) -> None:
        self.tallies.update(other.tallies)
        self.verdicts += other.verdicts
        self.notes += other.notes

    def ask(self, name: str, right: bool) -> None:
        self.tallies[name, "right" if right else "wrong"] += 1


@dataclass(frozen=True, slots=True)
class Wanted:
    """One annotated ruling or hearing, with the key of its case and the sentences that report it."""

    case: str
    fact: Mapping[str, Any]
    optional: bool
    sentences: tuple[Span, ...]
    at: int


@dataclass(frozen=True, slots=True)
class Found:
    """One ruling or hearing of the record, with the key of the case it is in, None for an invented one."""

    case: str | None
    fact: Mapping[str, Any]
    quote: Span | None


def judge_article(wanted: Mapping[str, Any], record: Mapping[str, Any] | None, page: Page) -> Score:
    """Judge one article; without a record everything is missed."""
    score = Score()
    record = record or {"cases": []}
    if wanted["published"]:
        score.ask("published", record.get("published") == wanted["published"])
    keys = match_cases(wanted["cases"], record["cases"])
    _judge_cases(wanted, record, keys, score)
    for kind in VALUE_OF:
        mine = list(_wanted_facts(kind, wanted["cases"], page))
        theirs = list(_found_facts(kind, record["cases"], keys, page))
        score.verdicts += _judge_facts(kind, wanted["id"], mine, theirs, score)
    return score


def match_cases(wanted: Sequence[Mapping[str, Any]], found: Sequence[Mapping[str, Any]]) -> dict[int, str]:
    """Give the annotated case, by its key, of each case of the record; each is given once."""
    keys: dict[int, str] = {}
    for at, case in enumerate(found):
        free = (w["key"] for w in wanted if w["key"] not in keys.values() and is_same_case(w, case))
        if (key := next(free, None)) is not None:
            keys[at] = key
    return keys


def is_same_case(wanted: Mapping[str, Any], found: Mapping[str, Any]) -> bool:
    """Tell whether a case of the record goes by a number or the names of an annotated one."""
    numbers = fold(" ".join(found.get("docket_numbers") or []))
    if any(number in numbers for number in map(fold, wanted["docket_numbers"]) if number):
        return True
    parties = (party["name"] for party in found.get("parties") or [])
    names = f" {fold(' '.join([found.get('caption') or '', *parties]))} "
    return any(all(f" {fold(name)} " in names for name in together) for together in wanted["identifiers"])


def _judge_cases(
    wanted: Mapping[str, Any], record: Mapping[str, Any], keys: Mapping[int, str], score: Score
) -> None:
    places = {key: at for at, key in keys.items()}
    for case in wanted["cases"]:
        if case["optional"]:
            continue
        if case["key"] in places:
            score.tallies["case", "tp"] += 1
            _judge_details(case, record["cases"][places[case["key"]]], score)
        else:
            score.tallies["case", "fn"] += 1
            score.notes.append((wanted["id"], f"case missed {case['key']}"))
    for at, case in enumerate(record["cases"]):
        if at not in keys:
            score.tallies["case", "fp"] += 1
            score.notes.append((wanted["id"], f"case invented {case.get('caption')}"))


def _judge_details(wanted: Mapping[str, Any], found: Mapping[str, Any], score: Score) -> None:
    score.ask("case.kind", found.get("kind") == wanted["kind"])
    if wanted["judges"]:
        named = {last_name(judge) for judge in found.get("judges") or []}
        score.ask("case.judge", bool(named) and named <= {last_name(judge) for judge in wanted["judges"]})
    court = (found.get("court") or {}).get("name")
    if wanted["court"]:
        score.ask("case.court", is_same_court(wanted["court"], court))
    sides = {last_name(one["name"]): one["for"] for one in wanted["attorneys"]}
    told = {last_name(one["name"]): one["represents"] for one in found.get("attorneys") or []}
    score.tallies["counsel", "tp"] += len(sides.keys() & told.keys())
    score.tallies["counsel", "fp"] += len(told.keys() - sides.keys())
    score.tallies["counsel", "fn"] += len(sides.keys() - told.keys())
    for lawyer in sides.keys() & told.keys():
        score.ask("counsel.side", is_same_side(sides[lawyer], told[lawyer]))
    names = {last_name(party["name"]) for party in wanted["parties"]}
    given = {last_name(party["name"]) for party in found.get("parties") or []}
    for name, people in (("tp", names & given), ("fp", given - names), ("fn", names - given)):
        score.tallies["party", name] += len(people)


PUBLIC = frozenset({"prosecution", "government"})


def is_same_side(wanted: str, found: str) -> bool:
    """Tell whether a lawyer acts for the same; who prosecutes acts for a government."""
    return wanted == found or {wanted, found} == PUBLIC


def _wanted_facts(kind: str, cases: Sequence[Mapping[str, Any]], page: Page) -> Iterator[Wanted]:
    for case in cases:
        for fact in case[f"{kind}s"]:
            anchors = [page.find(words) for words in (fact["anchor"], *fact.get("also", ()))]
            sentences = tuple(page.widen(anchor) for anchor in anchors if anchor)
            at = anchors[0].start if anchors[0] else -1
            yield Wanted(case["key"], fact, fact["optional"] or case["optional"], sentences, at)


def _found_facts(
    kind: str, cases: Sequence[Mapping[str, Any]], keys: Mapping[int, str], page: Page
) -> Iterator[Found]:
    for at, case in enumerate(cases):
        for fact in case.get(f"{kind}s") or []:
            yield Found(keys.get(at), fact, page.find(fact.get("quote")))


def compare(kind: str, wanted: Wanted, found: Found) -> dict[str, bool]:
    """Tell which of case, value and date agree; no date is asked where the annotation has none."""
    value, dates = VALUE_OF[kind], wanted.fact["date"]
    return {
        "case": found.case == wanted.case,
        value: found.fact.get(value) in wanted.fact[value],
        "date": not dates or (found.fact.get("date") or "") in dates,
    }


def _can_match(kind: str, wanted: Wanted, found: Found) -> bool:
    if found.quote and any(found.quote.meets(sentence) for sentence in wanted.sentences):
        return True
    # The same decision read from a sentence that nobody marked.
    return bool(wanted.fact["date"]) and all(compare(kind, wanted, found).values())


def match_facts(kind: str, wanted: Sequence[Wanted], found: Sequence[Found]) -> dict[int, int]:
    """Pair annotated facts with those of the record, the best agreement first; both in text order."""
    pairs = sorted(
        (-sum(compare(kind, mine, theirs).values()), w, f)
        for w, mine in enumerate(wanted)
        for f, theirs in enumerate(found)
        if _can_match(kind, mine, theirs)
    )
    taken: dict[int, int] = {}
    for _, w, f in pairs:
        if w not in taken and f not in taken.values():
            taken[w] = f
    return taken


def _judge_facts(
    kind: str, stem: str, wanted: Sequence[Wanted], found: Sequence[Found], score: Score
) -> Iterator[Verdict]:
    taken = match_facts(kind, wanted, found)
    for w, mine in enumerate(wanted):
        if w in taken:
            yield _judge_pair(kind, stem, mine, found[taken[w]], score)
        elif not mine.optional:
            _count(kind, "fn", score)
            days = mine.fact["date"]
            note = f"wanted {mine.fact[VALUE_OF[kind]]} {days} | {mine.fact['anchor']}"
            value = mine.fact[VALUE_OF[kind]][0]
            yield Verdict(stem, kind, mine.at, "missed", value, days[0] if days else None, note=note)
    for f, theirs in enumerate(found):
        if f not in taken.values():
            _count(kind, "fp", score)
            at = theirs.quote.start if theirs.quote else -1
            yield _verdict(kind, stem, at, "invented", theirs, str(theirs.fact.get("quote"))[:90])


def _count(kind: str, name: str, score: Score) -> None:
    for figure in (kind, f"{kind}.strict"):
        score.tallies[figure, name] += 1


def _judge_pair(kind: str, stem: str, wanted: Wanted, found: Found, score: Score) -> Verdict:
    if wanted.optional:
        return _verdict(kind, stem, wanted.at, "optional", found, "")
    agreed = compare(kind, wanted, found)
    score.tallies[kind, "tp"] += 1
    for name, right in agreed.items():
        score.ask(f"{kind}.{name}", right)
    if kind == "hearing":
        score.ask("hearing.status", found.fact.get("status") in wanted.fact["status"])
    elif wanted.fact["judges"]:
        named = fold(" ".join(found.fact.get("judges") or [])).split()
        score.ask("ruling.judge", all(fold(j).split()[-1] in named for j in wanted.fact["judges"]))
    for name in ("tp",) if all(agreed.values()) else ("fp", "fn"):
        score.tallies[f"{kind}.strict", name] += 1
    if all(agreed.values()):
        return _verdict(kind, stem, wanted.at, "right", found, "")
    amiss = ", ".join(name for name, right in agreed.items() if not right)
    fact = wanted.fact
    note = f"{amiss}; is in {found.case}; wanted {wanted.case} {fact[VALUE_OF[kind]]} {fact['date']}"
    return _verdict(kind, stem, wanted.at, "wrong", found, f"{note} | {fact['anchor']}")


def _verdict(kind: str, stem: str, at: int, verdict: str, found: Found, note: str) -> Verdict:
    fact = found.fact
    return Verdict(
        stem, kind, at, verdict, fact.get(VALUE_OF[kind]) or "", fact.get("date"),
        fact.get("rule"), fact.get("confidence"), note,
    )  # fmt: skip
