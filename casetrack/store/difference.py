"""What a transaction changed: cases and their articles, names and links, rulings and hearings."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from casetrack.decisions.rows import Change
from casetrack.store.changes import STATE, WORD

FIELDS = ("caption", "kind", "court_id", "status", "slug")


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The cases as they were, each report's case, entered names and links, and the last change logged."""

    cases: dict[int, tuple[str, ...]]
    homes: dict[int, int]
    names: frozenset[tuple[int, str]]
    links: frozenset[tuple[int, int, str]]
    last: int


def take_snapshot(db: sqlite3.Connection) -> Snapshot:
    """Note what there is before a change."""
    return Snapshot(
        cases={row[0]: row[1:] for row in db.execute(f"select id, {', '.join(FIELDS)} from cases")},
        homes=dict(db.execute("select id, case_id from case_articles where case_id is not null")),
        names=frozenset(db.execute("select case_id, name from case_names where article_id is null")),
        links=frozenset(db.execute("select case_id, other_id, kind from case_links")),
        last=int(db.execute("select coalesce(max(id), 0) from changes").fetchone()[0]),
    )


def compare(db: sqlite3.Connection, before: Snapshot) -> list[Change]:
    """List what is otherwise than before: cases first, then what moved between them, then facts."""
    after = take_snapshot(db)
    captions = {case: values[0] for case, values in (before.cases | after.cases).items()}
    return [
        *_compare_cases(db, before, after),
        *_compare_articles(db, before, after, captions),
        *_compare_sets(before, after, captions),
        *_compare_facts(db, before.last, captions),
    ]


def _compare_cases(db: sqlite3.Connection, before: Snapshot, after: Snapshot) -> Iterator[Change]:
    heirs = dict(db.execute("select old_id, case_id from former_ids"))
    for case in sorted(before.cases.keys() | after.cases.keys()):
        old, new = before.cases.get(case), after.cases.get(case)
        if old is None and new is not None:
            yield Change("case", "new", case, case, new[0])
        elif old is not None and new is None:
            heir = heirs.get(case)
            what = "merged" if heir in after.cases else "gone"
            yield Change("case", what, case, case, old[0], after=f"case {heir}" if what == "merged" else None)
        elif old is not None and new is not None:
            for name, was, now in zip(FIELDS, old, new, strict=True):
                if was != now:
                    yield Change("case", "changed", case, case, new[0], name, was, now)


def _compare_articles(
    db: sqlite3.Connection, before: Snapshot, after: Snapshot, captions: dict[int, str]
) -> Iterator[Change]:
    for report in sorted(before.homes.keys() & after.homes.keys()):
        was, now = before.homes[report], after.homes[report]
        if was != now:
            article, path = db.execute(
                "select a.id, a.path from case_articles c join articles a on a.id = c.article_id"
                " where c.id = ?",
                (report,),
            ).fetchone()
            yield Change(
                "article", "moved", article, now, path, "case", _name(was, captions), _name(now, captions)
            )


def _name(case: int, captions: dict[int, str]) -> str:
    return f"case {case} ({captions[case]})"


def _compare_sets(before: Snapshot, after: Snapshot, captions: dict[int, str]) -> Iterator[Change]:
    """Compare names and links; those of a case that is gone are not told again."""
    for case, name in sorted(before.names - after.names):
        if case in after.cases:
            yield Change("name", "gone", case, case, captions[case], before=name)
    for case, name in sorted(after.names - before.names):
        yield Change("name", "new", case, case, captions[case], after=name)
    for case, other, kind in sorted(before.links - after.links):
        yield Change("link", "gone", other, case, captions[case], before=f"{kind} {_name(other, captions)}")
    for case, other, kind in sorted(after.links - before.links):
        yield Change("link", "new", other, case, captions[case], after=f"{kind} {_name(other, captions)}")


def _compare_facts(db: sqlite3.Connection, last: int, captions: dict[int, str]) -> Iterator[Change]:
    rows = db.execute(
        "select g.kind, g.uid, g.case_id, g.what, g.before, coalesce(g.after, k.state)"
        " from changes g left join known_facts k on k.uid = g.uid where g.id > ? and g.kind != 'case'"
        " order by g.id",
        (last,),
    ).fetchall()
    for kind, uid, case, what, told_before, told_after in rows:
        row = db.execute(f"select id, case_id from {kind}s where uid = ?", (uid,)).fetchone()
        number, home = row or (None, case)
        old, new = (json.loads(told) if told else {} for told in (told_before, told_after))
        caption = captions.get(home) or new.get("caption") or ""
        if what == "new":
            yield Change(kind, what, number, home, caption, after=_say(kind, new))
        elif what == "gone":
            yield Change(kind, what, None, home, caption, before=_say(kind, old))
        else:
            for name in STATE[kind]:
                if old.get(name) != new.get(name):
                    yield Change(kind, "changed", number, home, caption, name, old.get(name), new.get(name))


def _say(kind: str, state: dict[str, Any]) -> str:
    about = state.get("subject") or state.get("purpose")
    return " ".join(filter(None, (state.get("date"), state.get(WORD[kind]), about)))
