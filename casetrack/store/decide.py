"""Make decisions: from what a person names to what it is keyed to, and on to its effect.

Each `draft_*` builds a decision; `carry_out` keeps it, derives what follows and tells what changed, all
in one transaction that leaves nothing behind when it is only to be looked at.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from casetrack.decisions import Decision
from casetrack.decisions.correct import find_court, known_courts
from casetrack.decisions.fields import check_values
from casetrack.decisions.rows import Outcome
from casetrack.errors import NotFoundError, UsageError
from casetrack.store.anchors import anchor_case, anchor_fact, anchor_reports
from casetrack.store.connect import Store
from casetrack.store.difference import compare, take_snapshot
from casetrack.store.edits import add_decision, list_decisions, mark_undone
from casetrack.store.filters import Where
from casetrack.store.lost import describe_decisions
from casetrack.store.place import Written, read_clock
from casetrack.store.query import find_case, get_article, get_hearing, get_ruling
from casetrack.store.rows import CaseRow
from casetrack.store.write import settle

NEEDED = {"ruling": "disposition", "hearing": "type"}
"""What a fact that is entered must say."""
NEAR = 3
"""Courts to name when an id is none."""


def carry_out(
    store: Store,
    act: Callable[[sqlite3.Connection, str], Sequence[Decision]],
    at: str | None,
    *,
    dry_run: bool,
) -> Outcome:
    """Decide and let it have its effect.

    Args:
        act: keeps or undoes decisions, noting the instant it is given, and gives them.
        at: the instant to note, where it is not that of the clock.
    """
    with store.write(keep=not dry_run) as db:
        before = take_snapshot(db)
        written = Written(at=at or read_clock(), origin="edit")
        decisions = act(db, written.at)
        written.articles = {sha256 for decision in decisions for sha256 in decision.articles()}
        settle(db, written)
        return Outcome(dry_run, describe_decisions(db, decisions), tuple(compare(db, before)))


def decide(store: Store, draft: Callable[[], Decision], at: str | None, *, dry_run: bool) -> Outcome:
    """Make one decision; it is drafted inside the transaction, of what is there then."""
    return carry_out(store, lambda db, now: [add_decision(db, draft(), now)], at, dry_run=dry_run)


def undo(store: Store, number: int | None, at: str | None, *, dry_run: bool) -> Outcome:
    """Undo a decision by its number; without one the last that stands.

    Raises:
        NotFoundError: there is no such decision. UsageError: it is undone already.
    """

    def act(db: sqlite3.Connection, now: str) -> Sequence[Decision]:
        decision = _find_decision(db, number)
        mark_undone(db, decision, now)
        return [replace(decision, undone_at=now)]

    return carry_out(store, act, at, dry_run=dry_run)


def _find_decision(db: sqlite3.Connection, number: int | None) -> Decision:
    known = list_decisions(db)
    if number is None:
        standing = [decision for decision in known if decision.undone_at is None]
        if not standing:
            raise NotFoundError("There is no decision to undo")
        return standing[-1]
    for decision in known:
        if decision.number == number:
            if decision.undone_at is not None:
                raise UsageError(f"Decision {number} is undone already")
            return decision
    raise NotFoundError(f"No decision {number}; `casetrack history` lists them")


def load_decisions(
    store: Store, decisions: Sequence[Decision], at: str | None, *, dry_run: bool, known: bool = False
) -> Outcome:
    """Take decisions that were made on another machine; those that are here already stay as they are.

    What was undone there is undone here. Nothing is taken of articles that were forgotten here.

    Args:
        known: tell of those that are here already too.
    """

    def act(db: sqlite3.Connection, now: str) -> Sequence[Decision]:
        here = {decision.uid: decision for decision in list_decisions(db)}
        forgotten = {row[0] for row in db.execute("select sha256 from forgotten")}
        taken = []
        for decision in filter(None, (decision.without(forgotten) for decision in decisions)):
            mine = here.get(decision.uid)
            if mine is None:
                taken.append(add_decision(db, decision, now))
            elif mine.undone_at is None and decision.undone_at is not None:
                mark_undone(db, mine, decision.undone_at)
                taken.append(replace(mine, undone_at=decision.undone_at))
            elif known:
                taken.append(mine)
        return taken

    return carry_out(store, act, at, dry_run=dry_run)


def draft_merge(store: Store, references: Sequence[str], reason: str | None) -> Decision:
    """Draft that cases are one."""
    first, *others = _find_distinct(store, references)
    rest = tuple(anchor for case in others for anchor in anchor_reports(store.db, case.id))
    return _draft("merge", reason, case=anchor_reports(store.db, first.id), other=rest)


def _find_distinct(store: Store, references: Sequence[str]) -> list[CaseRow]:
    cases = [find_case(store, reference) for reference in references]
    for at, case in enumerate(cases):
        for other in cases[:at]:
            if other.id == case.id:
                named = f"{references[cases.index(other)]!r} and {references[at]!r}"
                raise UsageError(f"{named} are one case already: {case.id}, {case.caption}")
    return cases


def _draft(action: str, reason: str | None, **fields: object) -> Decision:
    return Decision("", "", action, reason=reason, **fields)  # type: ignore[arg-type]


def draft_split(store: Store, reference: str, articles: Sequence[str], reason: str | None) -> Decision:
    """Draft that what some articles report is another case.

    Raises:
        UsageError: an article does not report the case, or none would be left with it.
    """
    case = find_case(store, reference)
    found = [get_article(store, article).article for article in articles]
    for article in found:
        if case.id not in {label.id for label in article.cases}:
            raise UsageError(f"{article.path} does not report case {case.id}, {case.caption}")
    leaving = {article.sha256 for article in found}
    anchors = anchor_reports(store.db, case.id)
    staying = tuple(anchor for anchor in anchors if anchor.article not in leaving)
    if not staying:
        raise UsageError(f"These are all the articles of case {case.id}; name those that are not about it")
    return _draft("split", reason, case=staying, other=tuple(a for a in anchors if a.article in leaving))


def draft_link(store: Store, reference: str, other: str, kind: str, reason: str | None) -> Decision:
    """Draft how two cases hang together, or that they are not the same."""
    ends = _find_distinct(store, (reference, other))
    case, second = (anchor_reports(store.db, end.id) for end in ends)
    return _draft("link", reason, case=case, other=second, values={"link": kind})


def draft_alias(store: Store, reference: str, name: str, reason: str | None) -> Decision:
    """Draft a name that a case goes by."""
    spoken = " ".join(name.split())
    if not spoken:
        raise UsageError("A name needs at least one letter")
    case = anchor_case(store.db, find_case(store, reference).id)
    return _draft("alias", reason, case=case, values={"name": spoken})


def draft_set(
    store: Store, kind: str, reference: str, values: Mapping[str, str | None], reason: str | None
) -> Decision:
    """Draft what fields of a case or fact say.

    Raises:
        UsageError: there is no such field, or it cannot say that.
    """
    read = check_values(kind, values)
    if kind != "case":
        return _draft_about_fact(store, "set", kind, reference, reason, read)
    if read.get("court"):
        read["court"] = _settle_court(store.db, str(read["court"]))
    case = anchor_case(store.db, find_case(store, reference).id)
    return _draft("set", reason, case=case, values=read)


def _settle_court(db: sqlite3.Connection, words: str) -> str:
    """Give the one court that words name, as `find_court` reads it; words that name none are a name.

    Raises:
        UsageError: it is one word, as ids are, and no court's.
    """
    if find_court(words.lower()).id:
        return words.lower()
    sql = "select id, name, level, jurisdiction from courts where id = ? or fold(name) like ? escape '\\'"
    rows = db.execute(sql, (words.lower(), Where.pattern(words))).fetchall()
    if len(rows) == 1:
        ident, *rest = rows[0]
        own = ident.startswith("x-")
        return (
            ident
            if find_court(ident).id
            else "; ".join(value or "" for value in ("" if own else ident, *rest))
        )
    if len(words.split()) == 1:
        raise UsageError(
            f"No court has the id {words!r}{_say_near(words.lower(), dict(r[:2] for r in rows))}"
        )
    return words


def _say_near(word: str, named: dict[str, str]) -> str:
    """Give the courts whose ids are like a word, or that it is part of the name of, and what to do."""
    from difflib import get_close_matches

    courts = known_courts() | named
    close = get_close_matches(word, sorted(courts), n=9, cutoff=0.7)
    close.sort(key=lambda ident: sorted(ident) != sorted(word))  # two letters swapped are the likeliest slip
    near = [f"{ident} ({courts[ident]})" for ident in (*named, *close)[:NEAR]]
    perhaps = f"; near it are {', '.join(near)}" if near else ""
    return f"{perhaps}; name a court by its id, or in more than one word"


def _draft_about_fact(
    store: Store,
    action: str,
    kind: str,
    reference: str,
    reason: str | None,
    values: Mapping[str, str | None] | None,
) -> Decision:
    number = int(reference)
    detail = get_ruling(store, number) if kind == "ruling" else get_hearing(store, number)
    case, fact = anchor_fact(store.db, kind, detail.fact.id)
    return _draft(action, reason, case=case, fact=fact, values=values)


def draft_drop(store: Store, kind: str, reference: str, reason: str | None) -> Decision:
    """Draft that a ruling or hearing is none."""
    return _draft_about_fact(store, "drop", kind, reference, reason, None)


def draft_add(
    store: Store, kind: str, reference: str, values: Mapping[str, str | None], source: str, reason: str | None
) -> Decision:
    """Draft a ruling or hearing that no article tells, with where it is from.

    Raises:
        UsageError: a field cannot say that, the outcome or type is missing, or the source.
    """
    read = check_values(kind, values)
    if not read.get(NEEDED[kind]):
        raise UsageError(f"A {kind} needs its {NEEDED[kind]}: {NEEDED[kind]}=WORD")
    if not source.strip():
        raise UsageError("Say where it is from with --source")
    case = anchor_case(store.db, find_case(store, reference).id)
    entered = {"kind": kind, **read, "source": " ".join(source.split())}
    return _draft("add", reason, case=case, values=entered)
