"""What became known when: every ruling and hearing under a name of its own, and a log of what changed.

Rows of rulings and hearings are derived anew all the time; their `uid` is what calendars and digests
know them by. It is made of the article and sentence that told the fact first, and is found again by
the sentences a fact still has: it outlasts a new date, a merge of cases, a rebuild and a corrected
article. Runs inside the caller's write transaction, after the cases touched have been derived.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from casetrack.store.place import Written, select_many

STATE = {
    "ruling": ("date", "disposition", "subject", "movant", "decided_by"),
    "hearing": ("date", "time", "type", "status", "purpose", "location"),
}
"""The columns whose change is a change of the fact. What its case is called is kept beside them."""
WORD = {"ruling": "disposition", "hearing": "type"}
UID = 16
"""Letters of a new name; old ones have 32."""
SAME_SENTENCE, SAME_WORD, SAME_DAY = 10, 2, 1
"""What speaks for two facts being one, the weightiest first."""


@dataclass(frozen=True, slots=True)
class _Fact:
    """A fact as it is now (`fact_id`, `key` of its row) or as it was known."""

    kind: str
    uid: str | None
    case_id: int
    state: dict[str, Any]
    anchors: frozenset[str]
    fact_id: int = 0
    key: str = ""


@dataclass(slots=True)
class _Log:
    """Where changes go: the database, the instant and what brought them about."""

    db: sqlite3.Connection
    at: str
    origin: str
    rows: list[tuple[Any, ...]] = field(default_factory=list)

    def add(self, fact: _Fact, what: str, before: dict[str, Any] | None) -> None:
        after = None if what in ("new", "gone") else _dump(fact.state)
        told = (self.at, self.origin, fact.case_id, fact.kind, fact.uid, what)
        self.rows.append((*told, _dump(before) if before else None, after))


def log_changes(db: sqlite3.Connection, written: Written, gone: Iterable[int]) -> None:
    """Name the facts of the cases touched, and log what is new, changed or gone.

    A case with a fact that was known before is not new: it was split off, or its article corrected.

    Args:
        gone: cases that have just been dissolved; their facts may live on in others.
    """
    log = _Log(db, written.at, written.origin)
    cases = sorted({*written.touched, *written.new_cases, *gone})
    known = {fact.uid: fact for fact in _known_facts(db, cases)}
    now = [*_facts_now(db, cases, "ruling"), *_facts_now(db, cases, "hearing")]
    homes = _match(now, list(known.values()))
    met = {fact.case_id for place, fact in enumerate(now) if place in homes}
    for case_id in sorted(written.new_cases - met):
        log.rows.append((log.at, log.origin, case_id, "case", None, "new", None, None))
    for place, fact in enumerate(now):
        old = known.pop(homes[place]) if place in homes else None
        if old is None:
            _add(log, fact)
        else:
            _update(log, fact, old)
    for fact in known.values():
        db.execute(
            "update known_facts set gone = 1, changed_at = ?, sequence = sequence + 1 where uid = ?",
            (log.at, fact.uid),
        )
        log.add(fact, "gone", fact.state)
    db.executemany(
        "insert into changes (at, origin, case_id, kind, uid, what, before, after)"
        " values (?, ?, ?, ?, ?, ?, ?, ?)",
        log.rows,
    )


def _dump(state: dict[str, Any]) -> str:
    told = {key: value for key, value in state.items() if value is not None}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def _known_facts(db: sqlite3.Connection, cases: Sequence[int]) -> Iterator[_Fact]:
    sql = "select kind, uid, case_id, state, anchors from known_facts where not gone and case_id in ({marks})"
    for kind, uid, case_id, state, anchors in select_many(db, sql, cases):
        yield _Fact(kind, uid, case_id, json.loads(state), frozenset(anchors.split()))


def _facts_now(db: sqlite3.Connection, cases: Sequence[int], kind: str) -> Iterator[_Fact]:
    anchors: dict[int, set[str]] = {}
    for fact_id, sha256, start in select_many(
        db,
        f"select f.id, a.sha256, s.start from {kind}s f join {kind}_sources s on s.{kind}_id = f.id"
        " join articles a on a.id = s.article_id where f.case_id in ({marks})",
        cases,
    ):
        anchors.setdefault(fact_id, set()).add(f"{sha256[:16]}:{start}")
    columns = (*STATE[kind], "caption")
    asked = ", ".join(f"f.{name}" for name in STATE[kind])
    sql = (
        f"select f.id, f.case_id, f.uid, f.fact_key, {asked}, c.caption from {kind}s f"
        " join cases c on c.id = f.case_id where f.case_id in ({marks})"
    )
    for fact_id, case_id, uid, key, *values in select_many(db, sql, cases):
        state = {name: value for name, value in zip(columns, values, strict=True) if value is not None}
        told = anchors.get(fact_id) or {":".join(key.split(":")[1:3])}  # entered by a person: no sentence
        yield _Fact(kind, uid, case_id, state, frozenset(told), fact_id, key)


def _match(now: Sequence[_Fact], known: Sequence[_Fact]) -> dict[int, str | None]:
    """Find the uid of each fact that was known, by its place in `now`: the row's own, else the likest."""
    by_uid = {fact.uid for fact in known}
    homes = {place: fact.uid for place, fact in enumerate(now) if fact.uid in by_uid}
    free = [fact for fact in known if fact.uid not in set(homes.values())]
    pairs = sorted(
        (-likeness, place, fact.uid or "")
        for place, new in enumerate(now)
        if place not in homes
        for fact in free
        if (likeness := _likeness(new, fact))
    )
    taken: set[str | None] = set()
    for _, place, uid in pairs:
        if place not in homes and uid not in taken:
            homes[place] = uid
            taken.add(uid)
    return homes | _match_lone(
        [(place, fact) for place, fact in enumerate(now) if place not in homes],
        [fact for fact in free if fact.uid not in taken],
    )


def _match_lone(now: Sequence[tuple[int, _Fact]], known: Sequence[_Fact]) -> dict[int, str | None]:
    """Match the only trial that is left of a case with the only one that is new: its day was put right."""

    def sort_of(fact: _Fact) -> tuple[Any, ...]:
        return fact.kind, fact.state["caption"], fact.state.get(WORD[fact.kind])

    left, new = Counter(map(sort_of, known)), Counter(sort_of(fact) for _, fact in now)
    uids = {sort_of(fact): fact.uid for fact in known if left[sort_of(fact)] == 1}
    return {
        place: uids[sort_of(fact)] for place, fact in now if new[sort_of(fact)] == 1 and sort_of(fact) in uids
    }


def _likeness(a: _Fact, b: _Fact) -> int:
    """Weigh whether two facts are one; 0 says no."""
    if a.kind != b.kind:
        return 0
    word = WORD[a.kind]
    same_word = a.state.get(word) == b.state.get(word)
    same_day = a.state.get("date") is not None and a.state.get("date") == b.state.get("date")
    shared = len(a.anchors & b.anchors)
    same_case = a.case_id == b.case_id or a.state["caption"] == b.state["caption"]
    if not shared and not (same_word and same_day and same_case):
        return 0
    return SAME_SENTENCE * shared + SAME_WORD * same_word + SAME_DAY * same_day


def _add(log: _Log, fact: _Fact) -> None:
    uid = _make_uid(log.db, fact)
    named = _Fact(fact.kind, uid, fact.case_id, fact.state, fact.anchors, fact.fact_id, fact.key)
    log.db.execute(
        "insert into known_facts (uid, kind, case_id, anchors, state, first_seen, changed_at)"
        " values (?, ?, ?, ?, ?, ?, ?) on conflict (uid) do update set case_id = excluded.case_id,"
        " anchors = excluded.anchors, state = excluded.state, changed_at = excluded.changed_at,"
        " sequence = sequence + 1, gone = 0",
        (uid, fact.kind, fact.case_id, _spell(fact.anchors), _dump(fact.state), log.at, log.at),
    )
    log.db.execute(f"update {fact.kind}s set uid = ? where id = ?", (uid, fact.fact_id))
    log.add(named, "new", None)


def _make_uid(db: sqlite3.Connection, fact: _Fact) -> str:
    """Name a fact after the sentence that told it first; one told of several cases after its case too."""
    content = [fact.kind, *fact.key.split(":")[1:4]]
    for more in ([], [_slug_base(db, fact.case_id)], [fact.key], [fact.key, str(fact.fact_id)]):
        uid = hashlib.sha256(":".join([*content, *more]).encode()).hexdigest()[:UID]
        row = db.execute("select gone from known_facts where uid = ?", (uid,)).fetchone()
        if row is None or row[0]:
            break
    return uid


def _slug_base(db: sqlite3.Connection, case_id: int) -> str:
    return str(db.execute("select slug_base from cases where id = ?", (case_id,)).fetchone()[0])


def _update(log: _Log, fact: _Fact, old: _Fact) -> None:
    """Keep what is known of a fact in step; a change of what it says, or of who says so, has a number."""
    if fact.uid is None:
        log.db.execute(f"update {fact.kind}s set uid = ? where id = ?", (old.uid, fact.fact_id))
    if (fact.state, fact.anchors, fact.case_id) == (old.state, old.anchors, old.case_id):
        return
    log.db.execute(
        "update known_facts set case_id = ?, anchors = ?, state = ?, changed_at = ?, sequence = sequence + 1"
        " where uid = ?",
        (fact.case_id, _spell(fact.anchors), _dump(fact.state), log.at, old.uid),
    )
    if any(fact.state.get(name) != old.state.get(name) for name in STATE[fact.kind]):
        named = _Fact(fact.kind, old.uid, fact.case_id, fact.state, fact.anchors)
        log.add(named, name_change(old.state, fact.state), old.state)


def name_change(before: dict[str, Any], after: dict[str, Any]) -> str:
    """Say in one word what happened to a fact: its new status, `moved` for another day, `changed`."""
    if before.get("status") != after.get("status") and after.get("status") != "scheduled":
        return str(after.get("status"))
    days = [(state.get("date"), state.get("time")) for state in (before, after)]
    return "moved" if days[0] != days[1] and "status" in after else "changed"


def _spell(anchors: Iterable[str]) -> str:
    return " ".join(sorted(anchors))
