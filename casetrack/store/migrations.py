"""The schema, as numbered steps that are only ever added to.

The public tables are a contract (see docs); a step that renames one says so in the changelog.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID = 0x43545243
"""Marks a SQLite file as casetrack's own ("CTRC")."""

BASE = """
create table articles (
  id integer primary key, sha256 text not null unique, path text not null, title text, source text,
    author text,
  url text, dateline text, published text, text text not null, ingested_at text not null) strict;
create index articles_path on articles(path);
create index articles_published on articles(published);
create table courts (id text primary key, name text not null, level text, jurisdiction text) strict;
create table cases (
  id integer primary key, slug text not null unique, caption text not null, kind text not null,
  court_id text references courts(id), status text not null default 'pending', first_reported text,
    last_reported text) strict;
create index cases_last on cases(last_reported);
create table case_articles (
  case_id integer not null references cases(id) on delete cascade,
  article_id integer not null references articles(id) on delete cascade,
  position integer not null, report text not null, score real, reasons text,
  primary key (article_id, position)) strict;
create index case_articles_case on case_articles(case_id);
create table case_keys (key text not null, case_id integer not null references cases(id) on delete cascade,
  primary key (key, case_id)) strict, without rowid;
create index case_keys_case on case_keys(case_id);
create table docket_numbers (case_id integer not null references cases(id) on delete cascade,
  number text not null,
  primary key (case_id, number)) strict;
create index docket_numbers_number on docket_numbers(number);
create table case_names (case_id integer not null references cases(id) on delete cascade, name text not null,
  article_id integer references articles(id) on delete cascade) strict;
create index case_names_case on case_names(case_id);
create table parties (id integer primary key, case_id integer not null references cases(id) on delete cascade,
  name text not null, kind text not null, role text not null) strict;
create index parties_case on parties(case_id);
create table people (id integer primary key, name text not null, role text not null,
  unique (name, role)) strict;
create table case_people (case_id integer not null references cases(id) on delete cascade,
  person_id integer not null references people(id), role text not null, represents text,
  primary key (case_id, person_id, role)) strict;
create index case_people_person on case_people(person_id);
create table rulings (id integer primary key, fact_key text not null unique,
  case_id integer not null references cases(id) on delete cascade, date text, disposition text not null,
    subject text,
  movant text, decided_by text not null, court_id text references courts(id)) strict;
create index rulings_case on rulings(case_id);
create index rulings_date on rulings(date);
create table ruling_judges (ruling_id integer not null references rulings(id) on delete cascade,
  person_id integer not null references people(id), primary key (ruling_id, person_id)) strict;
create table hearings (id integer primary key, fact_key text not null unique,
  case_id integer not null references cases(id) on delete cascade, date text, time text, type text not null,
  status text not null, purpose text, court_id text references courts(id), location text,
    moved_from text) strict;
create index hearings_case on hearings(case_id);
create index hearings_date on hearings(date);
create table ruling_sources (ruling_id integer not null references rulings(id) on delete cascade,
  article_id integer not null references articles(id) on delete cascade, start integer not null,
    end integer not null,
  quote text not null, rule text not null, confidence real not null, rank integer not null) strict;
create index ruling_sources_ruling on ruling_sources(ruling_id);
create index ruling_sources_article on ruling_sources(article_id);
create table hearing_sources (hearing_id integer not null references hearings(id) on delete cascade,
  article_id integer not null references articles(id) on delete cascade, start integer not null,
    end integer not null,
  quote text not null, rule text not null, confidence real not null, rank integer not null) strict;
create index hearing_sources_hearing on hearing_sources(hearing_id);
create index hearing_sources_article on hearing_sources(article_id);
create table review (id integer primary key, case_id integer not null references cases(id) on delete cascade,
  other_id integer not null references cases(id) on delete cascade,
    article_id integer references articles(id) on delete cascade,
  score real not null, reasons text not null, unique (case_id, other_id)) strict;
create table edits (id integer primary key, made_at text not null, action text not null, target text not null,
  value text, undone_at text) strict;
create table imports (id integer primary key, started_at text not null, ended_at text,
  added integer not null default 0,
  unchanged integer not null default 0, replaced integer not null default 0,
    refused integer not null default 0,
  undated integer not null default 0) strict;
create table import_errors (id integer primary key,
  import_id integer not null references imports(id) on delete cascade,
  path text not null, reason text not null) strict;
create virtual table articles_fts using fts5(title, text, content='articles', content_rowid='id',
  tokenize='porter unicode61 remove_diacritics 2');
create trigger articles_ai after insert on articles begin
  insert into articles_fts(rowid, title, text) values (new.id, new.title, new.text); end;
create trigger articles_ad after delete on articles begin
  insert into articles_fts(articles_fts, rowid, title, text)
    values ('delete', old.id, old.title, old.text); end;
create trigger articles_au after update on articles begin
  insert into articles_fts(articles_fts, rowid, title, text) values ('delete', old.id, old.title, old.text);
  insert into articles_fts(rowid, title, text) values (new.id, new.title, new.text); end;
create view docket as
  select case_id, 'ruling' as kind, id, date, disposition as what, subject as about from rulings
  union all select case_id, 'hearing', id, date, type || ' (' || status || ')', purpose from hearings;
create view upcoming_hearings as
  select h.*, c.caption, c.slug from hearings h join cases c on c.id = h.case_id
    where h.status in ('scheduled', 'postponed');
"""

# Cases are clustered from pairs of reports: a report gets an id, its keys, and the pairs it is part of;
# a case gets what its slug is made of, and what it went by before.
CLUSTERS = """
drop table case_keys;
create table reports (
  id integer primary key, case_id integer references cases(id) on delete cascade,
  article_id integer not null references articles(id) on delete cascade,
  position integer not null, report text not null, unique (article_id, position)) strict;
insert into reports (case_id, article_id, position, report)
  select case_id, article_id, position, report from case_articles;
drop table case_articles;
alter table reports rename to case_articles;
create index case_articles_case on case_articles(case_id);
create table report_keys (key text not null, stand text not null,
  report_id integer not null references case_articles(id) on delete cascade,
  primary key (key, stand, report_id)) strict, without rowid;
create index report_keys_report on report_keys(report_id);
create table report_pairs (
  a integer not null references case_articles(id) on delete cascade,
  b integer not null references case_articles(id) on delete cascade,
  score real not null, surname text, primary key (a, b)) strict, without rowid;
create index report_pairs_b on report_pairs(b, a);
create table report_constraints (
  a integer not null references case_articles(id) on delete cascade,
  b integer not null references case_articles(id) on delete cascade,
  verdict text not null check (verdict in ('join', 'apart')), primary key (a, b)) strict, without rowid;
create index report_constraints_b on report_constraints(b, a);
alter table cases add column slug_base text;
alter table cases add column stand text;
create index cases_slug_base on cases(slug_base, stand);
create table former_ids (old_id integer primary key,
  case_id integer not null references cases(id) on delete cascade) strict;
create index former_ids_case on former_ids(case_id);
create table former_slugs (slug text not null,
  case_id integer not null references cases(id) on delete cascade, primary key (slug, case_id)) strict;
create index former_slugs_case on former_slugs(case_id);
delete from review;
"""

# Files that were read whole, by what the file system says of them, and every path an article was met at.
FILES = """
create table files (path text primary key, device integer not null, inode integer not null,
  size integer not null, modified integer not null, texts integer not null) strict, without rowid;
create table article_files (path text primary key,
  article_id integer not null references articles(id) on delete cascade) strict, without rowid;
create index article_files_article on article_files(article_id);
insert or ignore into article_files select path, id from articles where path != '-';
"""

# What became known when: facts under names that last, the log of what changed, and what people follow.
# No case is referred to by key: one that is merged away still leads on through former_ids.
CHANGES = """
alter table rulings add column uid text;
alter table hearings add column uid text;
create index rulings_uid on rulings(uid);
create index hearings_uid on hearings(uid);
create table known_facts (uid text primary key, kind text not null check (kind in ('ruling', 'hearing')),
  case_id integer not null, anchors text not null, state text not null,
  sequence integer not null default 0, first_seen text not null, changed_at text not null,
  gone integer not null default 0) strict;
create index known_facts_case on known_facts(case_id);
create table changes (id integer primary key autoincrement, at text not null, origin text not null,
  case_id integer not null, kind text not null check (kind in ('case', 'ruling', 'hearing')), uid text,
  what text not null, before text, after text) strict;
create index changes_at on changes(at);
create table follows (id integer primary key, made_at text not null, case_id integer, slug text, query text,
  note text, check (case_id is not null or query is not null)) strict;
create table bookmarks (name text primary key, change_id integer not null, set_at text not null) strict;
insert into changes (at, origin, case_id, kind, what)
  select coalesce(min(a.ingested_at), ''), 'ingest', c.id, 'case', 'new' from cases c
    join case_articles x on x.case_id = c.id join articles a on a.id = x.article_id group by c.id;
"""

# A refused file is of the past once it was taken, or refused again for another row to tell.
SETTLED_ERRORS = """
alter table import_errors add column settled_at text;
update import_errors set settled_at = coalesce((select max(started_at) from imports), '')
  where path in (select path from article_files)
    or id not in (select max(id) from import_errors group by path);
create index import_errors_open on import_errors(path) where settled_at is null;
"""

# What people decided: each under a name that lasts, found by the articles it speaks of; what they entered
# or set is marked where it shows; a text that was forgotten is known by its hash, so that it stays away.
# A report keeps the first case it was in: parted from another again, its case has its old id again.
DECISIONS = """
alter table edits add column uid text;
alter table edits add column reason text;
create unique index edits_uid on edits(uid);
create table edit_articles (sha256 text not null,
  edit_id integer not null references edits(id) on delete cascade,
  primary key (sha256, edit_id)) strict, without rowid;
create index edit_articles_edit on edit_articles(edit_id);
create table case_links (case_id integer not null references cases(id) on delete cascade,
  other_id integer not null references cases(id) on delete cascade,
  kind text not null check (kind in ('appeal_of', 'related', 'companion')),
  edit_id integer references edits(id) on delete cascade,
  primary key (case_id, other_id, kind)) strict, without rowid;
create index case_links_other on case_links(other_id);
alter table rulings add column entered text;
alter table rulings add column corrected text;
alter table hearings add column entered text;
alter table hearings add column corrected text;
alter table case_articles add column first_case integer;
update case_articles set first_case = case_id;
create table forgotten (sha256 text primary key, at text not null) strict, without rowid;
"""

# How cases hang together is read too: what ties two reports, and of a tie that no person made the evidence.
# That a fact is gone is a change too: a calendar heeds the higher number alone.
TIES = """
create table report_ties (
  a integer not null references case_articles(id) on delete cascade,
  b integer not null references case_articles(id) on delete cascade,
  kind text not null check (kind in ('appeal_of', 'related', 'companion')),
  score real not null, evidence text not null, primary key (a, b)) strict, without rowid;
create index report_ties_b on report_ties(b, a);
alter table case_links add column score real;
alter table case_links add column evidence text;
update known_facts set sequence = sequence + 1 where gone;
"""


# Smaller and faster: listings in the order of an index, all names of a case in one place, reports packed,
# what a report is found by as numbers, no index that nobody asks: a fact is never found by its key. The
# sentences of facts go with the old tables: they are derived anew after every upgrade.
COMPACT = """
alter table case_articles add column packed blob not null default x'';
update case_articles set packed = pack(report);
alter table case_articles drop column report;
alter table case_articles rename column packed to report;
drop table report_keys;
create table report_keys (key integer not null, stand integer not null,
  report_id integer not null references case_articles(id) on delete cascade,
  primary key (key, stand, report_id)) strict, without rowid;
create index report_keys_report on report_keys(report_id);
drop view docket;
drop view upcoming_hearings;
create table new_rulings (id integer primary key, fact_key text not null,
  case_id integer not null references cases(id) on delete cascade, date text, disposition text not null,
    subject text,
  movant text, decided_by text not null, court_id text references courts(id), uid text, entered text,
    corrected text) strict;
insert into new_rulings select id, fact_key, case_id, date, disposition, subject, movant, decided_by,
    court_id, uid, entered, corrected from rulings;
drop table rulings;
alter table new_rulings rename to rulings;
create index rulings_case on rulings(case_id);
create index rulings_date on rulings(date is null, date desc, id);
create index rulings_uid on rulings(uid);
create table new_hearings (id integer primary key, fact_key text not null,
  case_id integer not null references cases(id) on delete cascade, date text, time text, type text not null,
  status text not null, purpose text, court_id text references courts(id), location text,
    moved_from text, uid text, entered text, corrected text) strict;
insert into new_hearings select id, fact_key, case_id, date, time, type, status, purpose, court_id, location,
    moved_from, uid, entered, corrected from hearings;
drop table hearings;
alter table new_hearings rename to hearings;
create index hearings_case on hearings(case_id);
create index hearings_date on hearings(date is null, date, time, id);
create index hearings_uid on hearings(uid);
create view docket as
  select case_id, 'ruling' as kind, id, date, disposition as what, subject as about from rulings
  union all select case_id, 'hearing', id, date, type || ' (' || status || ')', purpose from hearings;
create view upcoming_hearings as
  select h.*, c.caption, c.slug from hearings h join cases c on c.id = h.case_id
    where h.status in ('scheduled', 'postponed');
create index ruling_judges_person on ruling_judges(person_id);
create index cases_court on cases(court_id);
alter table cases add column searched text not null default '';
create index cases_searched on cases(searched);
drop index cases_last;
create index cases_last on cases(last_reported is null, last_reported desc, id desc);
drop index articles_published;
create index articles_published on articles(published is null, published desc, id desc);
"""


def apply_migrations(db: Database) -> None:
    """Bring a database to the newest schema; a failing step leaves it as it was."""
    from sqlite_utils import Migrations

    migrations = Migrations("casetrack")

    @migrations()
    def m001_base(db: Database) -> None:
        for statement in _statements(BASE):
            db.conn.execute(statement)

    @migrations()
    def m002_clusters(db: Database) -> None:
        for statement in _statements(CLUSTERS):
            db.conn.execute(statement)

    @migrations()
    def m003_files(db: Database) -> None:
        for statement in _statements(FILES):
            db.conn.execute(statement)

    @migrations()
    def m004_changes(db: Database) -> None:
        for statement in _statements(CHANGES):
            db.conn.execute(statement)

    @migrations()
    def m005_settled_errors(db: Database) -> None:
        for statement in _statements(SETTLED_ERRORS):
            db.conn.execute(statement)

    @migrations()
    def m006_decisions(db: Database) -> None:
        for statement in _statements(DECISIONS):
            db.conn.execute(statement)

    @migrations()
    def m007_ties(db: Database) -> None:
        for statement in _statements(TIES):
            db.conn.execute(statement)

    @migrations()
    def m008_compact(db: Database) -> None:
        from casetrack.store.codec import pack_text

        db.conn.create_function("pack", 1, pack_text, deterministic=True)
        for statement in _statements(COMPACT):
            db.conn.execute(statement)

    migrations.apply(db)


NEWEST = 8
"""How many steps this program knows."""


def _statements(script: str) -> list[str]:
    """Split a script at the semicolons that end a statement, triggers kept whole."""
    out: list[str] = []
    for line in script.strip().split(";\n"):
        if out and "begin" in out[-1] and not out[-1].rstrip().endswith("end"):
            out[-1] += ";\n" + line
        else:
            out.append(line)
    return [statement.rstrip(";") for statement in out if statement.strip()]
