"""Which reports are one case: pairs joined best first, so that the order of arrival decides nothing.

Pure. What a person has decided comes first and for good: reports that must be together are, whatever
speaks against it, and reports that must not be are in two cases. Then pairs join, the highest score
first and equal ones by content, unless the two cases they would make one contradict each other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from casetrack.models import CourtRef
from casetrack.resolve.card import Card, Ref, Told, make_card
from casetrack.resolve.courts import court_label, courts_differ
from casetrack.resolve.evidence import JOIN, REVIEW, Score, score_cards
from casetrack.resolve.keys import blocking_keys
from casetrack.resolve.names import same_words
from casetrack.resolve.sides import AGE_SLACK


@dataclass(frozen=True, slots=True)
class Constraints:
    """What a person decided of reports: `join` are one case, `apart` are two. Order within a pair is free."""

    join: frozenset[tuple[Ref, Ref]] = frozenset()
    apart: frozenset[tuple[Ref, Ref]] = frozenset()


NO_CONSTRAINTS = Constraints()


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports worth joining or showing, `a` before `b`; `surname` as in `Score`."""

    a: Ref
    b: Ref
    score: float
    surname: str | None = None


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two cases left apart, by their numbers in `Resolved.cases`: the best pair and what kept them apart."""

    one: int
    other: int
    pair: Pair
    reason: str


@dataclass(frozen=True, slots=True)
class Resolved:
    """The cases, each the reports that tell of it; cases and reports are in the order of their refs."""

    cases: tuple[tuple[Ref, ...], ...]
    doubts: tuple[Doubt, ...]


def resolve_reports(told: Iterable[Told], constraints: Constraints = NO_CONSTRAINTS) -> Resolved:
    """Resolve reports from scratch: whoever shares a key is compared, then all are clustered."""
    cards = {t.ref: make_card(t) for t in told}
    return cluster_reports(cards, find_pairs(cards.values()), constraints)


def find_pairs(cards: Iterable[Card]) -> list[Pair]:
    """Compare all reports that share a key; gives those worth joining or showing."""
    ordered = sorted(cards, key=lambda card: card.ref)
    by_key: dict[str, list[int]] = {}
    pairs = []
    for number, card in enumerate(ordered):
        keys = blocking_keys(card)
        seen = {at for key in keys.look for at in by_key.get(key, ())}
        for key in keys.kept:
            by_key.setdefault(key, []).append(number)
        pairs += [pair for at in sorted(seen) if (pair := compare(ordered[at], card)) is not None]
    return pairs


def compare(one: Card, two: Card) -> Pair | None:
    """Give two reports as a pair; None when they are of one article or show too little."""
    a, b = sorted((one, two), key=lambda card: card.ref)
    if a.ref.sha256 == b.ref.sha256:
        return None
    score: Score = score_cards(a, b, whole=False)
    if score.veto or score.total < REVIEW:
        return None
    return Pair(a.ref, b.ref, score.total, score.surname)


def cluster_reports(
    cards: Mapping[Ref, Card], pairs: Sequence[Pair], constraints: Constraints = NO_CONSTRAINTS
) -> Resolved:
    """Cluster reports; pairs and constraints that speak of reports not in `cards` are passed over."""
    work = _Work(cards, constraints)
    for a, b in sorted(tuple(sorted(pair)) for pair in constraints.join):
        if a in cards and b in cards:
            work.merge(a, b)
    work.mark_torn()
    known = [pair for pair in pairs if pair.a in cards and pair.b in cards]
    known.sort(key=lambda pair: (-pair.score, pair.a, pair.b))
    for pair in known:
        if pair.score >= JOIN and work.find(pair.a) != work.find(pair.b) and not work.obstacle(pair):
            work.merge(pair.a, pair.b)
    return work.finish(known)


@dataclass(slots=True)
class _Cluster:
    """What a case in the making holds, in so far as it can contradict another."""

    refs: set[Ref] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)
    courts: set[CourtRef] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)
    full_numbers: dict[str, set[str]] = field(default_factory=dict)
    """Full docket numbers by court."""
    people: dict[tuple[str, ...], Counter[int]] = field(default_factory=dict)
    """Full names, with the years of birth that their ages come to."""
    apart: set[Ref] = field(default_factory=set)
    torn: bool = False
    """A person joined what contradicts each other; the whole of it then speaks against nothing."""

    def add(self, other: _Cluster) -> None:
        self.refs |= other.refs
        self.articles |= other.articles
        self.courts |= other.courts
        self.kinds |= other.kinds
        self.numbers |= other.numbers
        self.apart |= other.apart
        self.torn |= other.torn
        for court, numbers in other.full_numbers.items():
            self.full_numbers.setdefault(court, set()).update(numbers)
        for words, born in other.people.items():
            self.people.setdefault(words, Counter()).update(born)


def _start_cluster(card: Card, apart: set[Ref]) -> _Cluster:
    made = _Cluster({card.ref}, {card.ref.sha256}, kinds={card.kind}, numbers=set(card.numbers), apart=apart)
    if card.court is not None:
        made.courts.add(card.court)
        if card.full_number:
            made.full_numbers[court_label(card.court)] = set(card.numbers)
    for party in card.parties:
        if party.kind == "person" and len(party.words) > 1:
            born = made.people.setdefault(party.words, Counter())
            if party.born is not None:
                born[party.born] += 1
    return made


class _Work:
    """Cases in the making: a union of clusters, each known by one of its reports."""

    def __init__(self, cards: Mapping[Ref, Card], constraints: Constraints) -> None:
        apart: dict[Ref, set[Ref]] = {}
        for a, b in constraints.apart:
            apart.setdefault(a, set()).add(b)
            apart.setdefault(b, set()).add(a)
        self.cards = cards
        self.parent = {ref: ref for ref in cards}
        self.clusters = {ref: _start_cluster(card, apart.get(ref, set())) for ref, card in cards.items()}

    def find(self, ref: Ref) -> Ref:
        """Give the report that stands for a report's cluster."""
        while self.parent[ref] != ref:
            self.parent[ref] = self.parent[self.parent[ref]]
            ref = self.parent[ref]
        return ref

    def merge(self, a: Ref, b: Ref) -> None:
        """Make the clusters of two reports one."""
        one, two = sorted((self.find(a), self.find(b)), key=lambda r: (-len(self.clusters[r].refs), r))
        if one != two:
            self.parent[two] = one
            self.clusters[one].add(self.clusters.pop(two))

    def mark_torn(self) -> None:
        """Mark the clusters that contradict themselves; so far only a person has joined any."""
        for cluster in self.clusters.values():
            whole = _Cluster()
            for ref in sorted(cluster.refs) if len(cluster.refs) > 1 else ():
                part = _start_cluster(self.cards[ref], set())
                cluster.torn |= _contradiction(whole, part) is not None
                whole.add(part)

    def obstacle(self, pair: Pair) -> str | None:
        """Say why the clusters of a pair must stay two; None when they may be one."""
        one, two = self.clusters[self.find(pair.a)], self.clusters[self.find(pair.b)]
        if one.apart & two.refs:
            return "a person keeps them apart"
        if one.articles & two.articles:
            return "one article reports both"
        sides = (self._speaker(pair.a, one), self._speaker(pair.b, two))
        return _contradiction(*sides) or _namesakes(one, two, pair.surname)

    def _speaker(self, ref: Ref, cluster: _Cluster) -> _Cluster:
        """Give what a report's cluster may be contradicted by: of a torn one the report alone."""
        return _start_cluster(self.cards[ref], set()) if cluster.torn else cluster

    def finish(self, pairs: Sequence[Pair]) -> Resolved:
        """Put the clusters in order and name the pairs that stayed apart."""
        cases = tuple(sorted(tuple(sorted(cluster.refs)) for cluster in self.clusters.values()))
        number = {ref: at for at, case in enumerate(cases) for ref in case}
        doubts: dict[tuple[int, int], Doubt] = {}
        for pair in pairs:  # best first
            one, other = sorted((number[pair.a], number[pair.b]))
            if one == other or (one, other) in doubts:
                continue
            reason = self.obstacle(pair) or "too little is alike"
            if reason not in SETTLED:
                doubts[one, other] = Doubt(one, other, pair, reason)
        return Resolved(cases, tuple(doubts[key] for key in sorted(doubts)))


def find_obstacle(one: Iterable[Card], two: Iterable[Card], surname: str | None = None) -> str | None:
    """Say why two cases, each the cards of its reports, must stay two; None when they may be one."""
    first, second = _Cluster(), _Cluster()
    for cluster, cards in ((first, one), (second, two)):
        for card in cards:
            cluster.add(_start_cluster(card, set()))
    return _contradiction(first, second) or _namesakes(first, second, surname)


SETTLED = frozenset({"a person keeps them apart", "one article reports both"})
"""What keeps two cases apart beyond doubt."""


def _contradiction(one: _Cluster, two: _Cluster) -> str | None:
    for a in sorted(one.courts, key=court_label):
        for b in sorted(two.courts, key=court_label):
            if courts_differ(a, b):
                return f"courts {court_label(a)} and {court_label(b)}"
    if one.numbers & two.numbers:
        return None
    sides = [cluster.kinds & {"civil", "criminal"} for cluster in (one, two)]
    if sides[0] and sides[1] and not sides[0] & sides[1]:
        return "one is criminal, one civil"
    for court in sorted(one.full_numbers.keys() & two.full_numbers.keys()):
        return f"docket numbers {min(one.full_numbers[court])} and {min(two.full_numbers[court])}"
    return _ages(one, two)


def _ages(one: _Cluster, two: _Cluster) -> str | None:
    """An age misread in one article does not count where more of them tell an age that fits."""
    for words, births in sorted(one.people.items()):
        for other, others in sorted(two.people.items()):
            if not births or not others or not same_words(words, other):
                continue
            close = sum(n for year, n in births.items() if any(abs(year - o) <= AGE_SLACK for o in others))
            if 2 * close <= births.total():
                return f"ages of {' '.join(words)}"
    return None


def _namesakes(one: _Cluster, two: _Cluster, surname: str | None) -> str | None:
    """A surname alone ties nothing where people of it with several given names are met."""
    if surname is None:
        return None
    given = {w[0][0] for w in (*one.people, *two.people) if w[-1] == surname}
    return f"several people named {surname}" if len(given) > 1 else None
