"""The tables and views of a database, with what a row and its columns are: for docs/schema.md.

Names, types and references come from a database that the migrations made; a table without a description
here is a mistake that a test finds.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

PUBLIC = {
    "articles": "one article, whole",
    "courts": "a court that a case, ruling or hearing is before",
    "cases": "one proceeding",
    "docket_numbers": "a number that a case goes by",
    "case_names": "a caption or name of a case, as an article printed it or a person gave it",
    "parties": "a person, organization or government in a case",
    "people": "a judge or a lawyer",
    "case_people": "a judge or a lawyer in a case",
    "rulings": "one decision",
    "ruling_judges": "a judge who decided a ruling",
    "hearings": "one session of a court, to come, held or called off",
    "case_articles": "an article reports a case",
    "ruling_sources": "a sentence that reports a ruling",
    "hearing_sources": "a sentence that reports a hearing",
    "known_facts": "a ruling or hearing under the name that it keeps for good",
    "changes": "something that became known: a case, ruling or hearing that is new, changed or gone",
    "follows": "a case or a search that a person follows",
    "bookmarks": "how far a reader's digest has come",
    "edits": "one correction by a person",
    "case_links": "two cases that hang together",
    "imports": "one run of ingest",
    "import_errors": "one file that a run could not take",
    "review": "two cases that may be one and were left apart",
    "docket": "a view: rulings and hearings of all cases on one line of time",
    "upcoming_hearings": "a view: hearings scheduled or postponed, with their case",
}
OWN = {
    "articles_fts": "the full-text index of articles: title and text",
    "report_keys": "what a report is found by when another is compared with it",
    "report_pairs": "two reports that were compared, with their score",
    "report_ties": "two reports whose cases hang together if they are two",
    "report_constraints": "two reports that a person wants in one case, or apart",
    "edit_articles": "a correction speaks of an article, by the hash of its text",
    "forgotten": "the hash of a text that must not come back",
    "former_ids": "the id of a case that went up in another, and where it leads",
    "former_slugs": "a slug that a case went by before",
    "files": "a file that was read whole, by what the file system says of it",
    "article_files": "every path at which an article was met",
    "_sqlite_migrations": "which steps of the schema were taken",
}
COLUMNS = {
    "articles.sha256": "of the text; two files with one text are one article",
    "articles.path": "where it was read: a file, `file.jsonl#3`, or `-` for standard input",
    "articles.published": "ISO date, as precise as the article; none is unknown",
    "articles.text": "the whole clipping; spans count its characters",
    "courts.id": "CourtListener's where there is one (`nyed`), else `x-` and the name",
    "cases.slug": "a name for people and addresses; one it had before still leads to it",
    "cases.kind": "criminal, civil, administrative, other",
    "cases.status": "pending, decided",
    "cases.slug_base": "what the slug is made of",
    "cases.searched": "what it is looked for by, folded, a line each: its caption, names and parties",
    "cases.stand": "where its first report stands, for the order of namesakes",
    "parties.kind": "person, organization, government",
    "parties.role": "defendant, plaintiff, appellant, appellee, petitioner, respondent, intervenor, amicus",
    "people.role": "judge, attorney",
    "case_people.represents": "of a lawyer: defendant, plaintiff, prosecution, government, other",
    "case_articles.position": "the place of this case among those of the article, from 0",
    "case_articles.report": "what the article says of the case: JSON, packed",
    "report_keys.key": "the number of a name, caption or docket number, with the court or judge beside it",
    "report_keys.stand": "the day of the article, then its content, as a number",
    "rulings.date": "ISO date, as precise as the article: `2017-05-04`, `2017-05`, `2017`",
    "rulings.decided_by": "judge, panel, jury, supreme court, parole board, other",
    "rulings.fact_key": "what tells it from the other rulings of its case",
    "rulings.uid": "names it for good",
    "hearings.date": "as for rulings",
    "hearings.time": "`16:30`, by the clock of the court",
    "hearings.status": "scheduled, held, postponed, cancelled",
    "hearings.fact_key": "what tells it from the other hearings of its case",
    "hearings.moved_from": "the day it was set for before it moved",
    "hearings.uid": "names it for good; the UID of its event in a calendar",
    "ruling_sources.start": "characters of `articles.text`, half open",
    "ruling_sources.rule": "the entry of the lexicon that found it",
    "ruling_sources.rank": "0 is the sentence to show when only one is shown",
    "hearing_sources.start": "as for rulings",
    "known_facts.anchors": "articles and places of its sentences",
    "known_facts.state": "what is known of it, as JSON",
    "known_facts.sequence": "how often that has changed",
    "known_facts.gone": "1 when no article tells it any more",
    "changes.origin": "ingest, edit or rebuild",
    "changes.what": "new, gone, changed, moved, postponed, cancelled, held",
    "changes.before": "what was known until then, as JSON; `after` likewise",
    "follows.query": "words to search articles for; none for a case by name",
    "bookmarks.change_id": "the last of `changes` that was told",
    "edits.undone_at": "none while it holds",
    "imports.ended_at": "none for a run that goes on or was killed",
    "imports.unchanged": "texts that were there already",
    "edits.uid": "names it wherever it is loaded",
    "edits.reason": "why it was made, in the person's words",
    "case_links.kind": "the case is an appeal of the other, its companion, or related",
    "case_links.edit_id": "the correction that linked them; none for a link that was read",
    "case_links.score": "what the evidence of a link that was read comes to",
    "case_links.evidence": "what speaks for a link that was read, as JSON",
    "report_ties.a": "of an appeal, the report of the court above",
    "case_articles.first_case": "the id of the case it was in first",
    "rulings.entered": "the source that a person named who entered it; none for what was read",
    "rulings.corrected": "the fields that a person set, parted by blanks",
    "hearings.entered": "as for rulings",
    "hearings.corrected": "as for rulings",
    "import_errors.settled_at": "when the file was taken, refused anew or let go; none while it stands",
    "review.reasons": "what speaks for one case, as JSON",
}


@dataclass(frozen=True, slots=True)
class ColumnInfo:
    """A column; `target` is the table and column it refers to."""

    name: str
    type: str
    required: bool
    target: str | None
    meaning: str


@dataclass(frozen=True, slots=True)
class TableInfo:
    """A table or view, with what one row is."""

    name: str
    meaning: str
    columns: tuple[ColumnInfo, ...]


def describe_schema() -> tuple[list[TableInfo], list[TableInfo]]:
    """Describe the tables and views that other programs may rely on, and those of our own.

    Raises:
        KeyError: a table has no description here.
    """
    from sqlite_utils import Database

    from casetrack.store.migrations import apply_migrations

    db = sqlite3.connect(":memory:")
    apply_migrations(Database(db))
    rows = db.execute(
        "select name from sqlite_master where type in ('table', 'view') and name not like 'sqlite_%'"
    )
    names = {row[0] for row in rows if not row[0].startswith("articles_fts_")}
    described = [
        [_describe(db, name, part[name]) for name in part if name in names] for part in (PUBLIC, OWN)
    ]
    for name in sorted(names - PUBLIC.keys() - OWN.keys()):
        raise KeyError(f"{name} has no description in casetrack/store/schema.py")
    return described[0], described[1]


def _describe(db: sqlite3.Connection, table: str, meaning: str) -> TableInfo:
    targets = {row[3]: f"{row[2]}.{row[4]}" for row in db.execute(f"pragma foreign_key_list({table})")}
    columns = tuple(
        ColumnInfo(
            name, kind.lower(), bool(required or key), targets.get(name), COLUMNS.get(f"{table}.{name}", "")
        )
        for _, name, kind, required, _, key in db.execute(f"pragma table_info({table})")
    )
    return TableInfo(table, meaning, columns)
