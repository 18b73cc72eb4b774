"""Read every stored article anew with the rules of now, and make every decision again: all or nothing.

The texts are those in the database; the files they came from are not needed. What a person said when
they were taken in (`--date`, `--source`, the fields of a JSON line) is kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from casetrack.decisions.rows import Rebuilt
from casetrack.errors import InputError
from casetrack.models import Article
from casetrack.pool import extract_reports
from casetrack.read import read_article
from casetrack.sources import RawInput
from casetrack.store import Store
from casetrack.store.difference import compare, take_snapshot
from casetrack.store.edits import list_decisions
from casetrack.store.lost import describe_decisions
from casetrack.store.write import count_articles, derive_all, rewrite_report, stored_articles

JSON_LINE_RE = re.compile(r"#\d+$")
"""How the path of an article from a file of JSON lines ends."""
Progress = Callable[[int, int], None]


def rebuild(
    store: Store,
    *,
    jobs: int = 1,
    at: str | None = None,
    dry_run: bool = False,
    on_progress: Progress | None = None,
) -> Rebuilt:
    """Rebuild the database; with `dry_run` only find out what would change.

    Args:
        jobs: processes to extract in.
        on_progress: told how many articles are done, and of how many.
    Raises:
        InputError: an article can no longer be extracted; nothing is changed.
    """
    with store.write(keep=not dry_run) as db:
        before = take_snapshot(db)
        total, changed = count_articles(db), 0
        for done, report in enumerate(extract_reports(map(reread_article, stored_articles(db)), jobs), 1):
            if isinstance(report, InputError):
                raise report
            changed += rewrite_report(db, report)
            if on_progress is not None:
                on_progress(done, total)
        derive_all(db, at)
        rows = describe_decisions(db, list_decisions(db))
        lost = tuple(row for row in rows if row.lost)
        return Rebuilt(dry_run, total, changed, len(rows), lost, tuple(compare(db, before)))


def reread_article(stored: Article) -> Article:
    """Read a stored text as if it came in now; one that can no longer be read stays as it is."""
    told = {"title": stored.title, "source": stored.source, "author": stored.author, "url": stored.url,
            "date": stored.published}  # fmt: skip
    given = {name: value for name, value in told.items() if value} if JSON_LINE_RE.search(stored.path) else {}
    try:
        article = read_article(RawInput(stored.path, stored.text.encode(), given), stored.published)
    except InputError:
        return stored
    return replace(article, sha256=stored.sha256, source=article.source or stored.source)
