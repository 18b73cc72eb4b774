"""Where the articles of a run went and why: the case of each, and the article that tied it there most."""

from __future__ import annotations

from collections.abc import Iterator

from casetrack.resolve import JOIN, score_cards
from casetrack.store.connect import Store
from casetrack.store.day_rows import PlacedRow
from casetrack.store.place import Written, load_cards


def newest_article(store: Store) -> int:
    """Give the id of the article that came last; 0 where there is none."""
    return int(store.db.execute("select coalesce(max(id), 0) from articles").fetchone()[0])


def explain_placed(store: Store, newest: int) -> Iterator[PlacedRow]:
    """Explain for each report of each article that came after `newest` which case it is in, and why."""
    rows = store.db.execute(
        "select a.path, x.id, c.id, c.caption from articles a"
        " left join case_articles x on x.article_id = a.id left join cases c on c.id = x.case_id"
        " where a.id > ? order by a.id, x.position",
        (newest,),
    ).fetchall()
    for path, report, case_id, caption in rows:
        if report is None or case_id is None:
            yield PlacedRow(path)
        else:
            yield PlacedRow(path, case_id, caption, *_find_tie(store, report, case_id))


def _find_tie(store: Store, report: int, case_id: int) -> tuple[str | None, float | None, tuple[str, ...]]:
    """Find what joined a report to the others of its case: a person, or the report most like it."""
    best = store.db.execute(
        "select y.id, a.path, p.score from (select b as other, score from report_pairs where a = ?1"
        " union all select a, score from report_pairs where b = ?1) p"
        " join case_articles y on y.id = p.other join articles a on a.id = y.article_id"
        " where y.case_id = ?2 order by p.score desc, y.id limit 1",
        (report, case_id),
    ).fetchone()
    if best is not None and best[2] >= JOIN:
        cards = load_cards(store.db, sorted((report, best[0])), Written())
        parts = score_cards(cards[report], cards[best[0]]).parts
        return best[1], best[2], tuple(map(str, parts))
    said = "select 1 from report_constraints where verdict = 'join' and ? in (a, b) limit 1"
    if store.db.execute(said, (report,)).fetchone():
        return None, None, ("a person joined them",)
    return None, None, ()
