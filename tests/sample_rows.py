"""Rows as the store gives them, made by hand: one case with all that a docket can show."""

from __future__ import annotations

from dataclasses import replace

from casetrack.store.rows import (
    MARK_END,
    MARK_START,
    ArticleDetail,
    ArticleRow,
    CaseLabel,
    CaseRow,
    CounselRow,
    Count,
    Docket,
    DocketEntry,
    FactDetail,
    HearingRow,
    PartyRow,
    Passage,
    RulingRow,
    SearchHit,
    SourceRow,
    Stats,
)

COURT = "U.S. District Court for the Eastern District of New York"
CASE = CaseRow(
    id=1,
    slug="united-states-v-guzman",
    caption="United States v. Guzman",
    kind="criminal",
    court_id="nyed",
    court=COURT,
    court_level="federal",
    status="pending",
    first_reported="2017-05-04",
    last_reported="2017-05-04",
    next_hearing="2017-05-05",
    judges=("Brian Cogan",),
    docket_numbers=("1:09-cr-00466",),
    articles=2,
    rulings=2,
    hearings=3,
)
OTHER_CASE = replace(
    CASE,
    id=12,
    slug="harbor-conservancy-v-port-of-tamwick",
    caption="Harbor Conservancy and the Tamwick Shellfishers’ Guild v. Port of Tamwick",
    kind="civil",
    court_id=None,
    court="Tamwick County Superior Court",
    docket_numbers=(),
    judges=(),
    next_hearing=None,
)
PARAGRAPH = (
    "The judge spoke for an hour. U.S. District Judge Brian Cogan declined Thursday to let him out [bail] "
    "of solitary. Nobody in the room was surprised."
)
QUOTE = "U.S. District Judge Brian Cogan declined Thursday to let him out [bail] of solitary."
START = PARAGRAPH.index(QUOTE)
SOURCE = SourceRow(
    article_id=3,
    path="clippings/guzman.txt",
    title="Judge Refuses to Move Guzman",
    source="Courthouse News Service",
    published="2017-05-04",
    start=START,
    end=START + len(QUOTE),
    quote=QUOTE,
    rule="denied.decline",
    confidence=0.9,
)
SECOND_SOURCE = replace(SOURCE, article_id=4, path="clippings/second.txt", source="Reuters")
RULING = RulingRow(
    id=5,
    case_id=1,
    slug=CASE.slug,
    caption=CASE.caption,
    kind="criminal",
    court_id="nyed",
    court=COURT,
    date="2017-05-04",
    disposition="denied",
    subject="request to be taken out of solitary confinement and placed in the general population [bail]",
    movant="Guzman",
    decided_by="judge",
    judges=("Brian Cogan",),
    sources=(SOURCE, SECOND_SOURCE),
)
OTHER_RULING = replace(
    RULING,
    id=6,
    disposition="granted_in_part",
    subject="Amnesty International’s request to send observers into the jail",
    movant="Amnesty International",
    sources=(SOURCE,),
)
UNDATED_RULING = replace(
    RULING, id=7, date=None, disposition="ordered", subject=None, movant=None, judges=(), sources=(SOURCE,)
)
HEARING = HearingRow(
    id=2,
    case_id=1,
    slug=CASE.slug,
    caption=CASE.caption,
    kind="criminal",
    court_id="nyed",
    court=COURT,
    date="2017-05-05",
    time="16:30",
    type="motion",
    status="scheduled",
    purpose="the government’s efforts to disqualify David Patton",
    location="Courtroom 8D",
    moved_from="2017-05-01",
    judges=("Brian Cogan",),
    sources=(SOURCE,),
)
HELD_HEARING = replace(
    HEARING,
    id=1,
    date="2017-01-20",
    time=None,
    type="initial_appearance",
    status="held",
    purpose=None,
    location=None,
    moved_from=None,
)
POSTPONED_HEARING = replace(HELD_HEARING, id=3, date="2017-04", type="status_conference", status="postponed")
LABEL = CaseLabel(CASE.id, CASE.slug, CASE.caption)
ARTICLE = ArticleRow(
    id=3,
    sha256="96d0545d" * 8,
    path="clippings/guzman.txt",
    title="Judge Refuses to Move Guzman",
    source="Courthouse News Service",
    author=None,
    url=None,
    dateline="BROOKLYN, N.Y.",
    published="2017-05-04",
    ingested_at="2017-05-05T06:00:00Z",
    chars=len(PARAGRAPH),
    cases=(LABEL,),
)
DOCKET = Docket(
    case=CASE,
    names=("United States v. Guzman", "U.S. v. “El Chapo”"),
    parties=(
        PartyRow("Joaquin “El Chapo” Guzman", "person", "defendant"),
        PartyRow("United States", "government", "plaintiff"),
    ),
    counsel=(
        CounselRow("David Patton", "defendant"),
        CounselRow("Michelle Gelernt", "defendant"),
        CounselRow("Robert Capers", "prosecution"),
    ),
    entries=(
        DocketEntry("hearing", "2017-01-20", HELD_HEARING),
        DocketEntry("hearing", "2017-04", POSTPONED_HEARING),
        DocketEntry("ruling", "2017-05-04", RULING),
        DocketEntry("ruling", "2017-05-04", OTHER_RULING),
        DocketEntry("hearing", "2017-05-05", HEARING),
        DocketEntry("ruling", None, UNDATED_RULING),
    ),
    articles=(ARTICLE,),
)
HIT = SearchHit(
    article_id=3,
    path=ARTICLE.path,
    heading=ARTICLE.title,
    source=ARTICLE.source,
    published=ARTICLE.published,
    snippet=f"… let him out [bail] of {MARK_START}solitary{MARK_END}. Nobody in the room …",
    cases=(LABEL,),
)
ARTICLE_DETAIL = ArticleDetail(ARTICLE, PARAGRAPH, (RULING,), (HEARING,))
FACT_DETAIL = FactDetail("ruling", RULING, (Passage(SOURCE, PARAGRAPH, START, START + len(QUOTE)),))
STATS = Stats(
    articles=2,
    undated=0,
    first_published="2017-05-04",
    last_published="2017-05-04",
    cases=1,
    courts=1,
    judges=1,
    parties=2,
    rulings=3,
    hearings=3,
    imports=1,
    import_errors=0,
    ambiguous=0,
    kinds=(Count("criminal", 1),),
    dispositions=(Count("denied", 1), Count("granted_in_part", 1)),
    hearing_types=(Count("motion", 1),),
    hearing_statuses=(Count("scheduled", 1),),
    sources=(Count("Reuters", 2),),
    database_schema=1,
    bytes=4096,
)
RECORD = {
    "path": "clippings/guzman.txt",
    "sha256": "96d0545d" * 8,
    "title": "Judge Refuses to Move Guzman",
    "source": "Courthouse News Service",
    "author": None,
    "url": None,
    "dateline": "BROOKLYN, N.Y.",
    "published": "2017-05-04",
    "cases": [
        {
            "caption": "United States v. Guzman",
            "kind": "criminal",
            "court": {"id": "nyed", "name": COURT},
            "docket_numbers": [],
            "judges": ["Brian Cogan"],
            "parties": [{"name": "Joaquin Guzman", "kind": "person", "role": "defendant"}],
            "attorneys": [],
            "rulings": [
                {
                    "date": "2017-05-04",
                    "disposition": "denied",
                    "subject": "request to leave solitary [bail]",
                    "movant": None,
                    "decided_by": "judge",
                    "judges": ["Brian Cogan"],
                    "start": START,
                    "end": START + len(QUOTE),
                    "quote": QUOTE,
                    "rule": "denied.decline",
                    "confidence": 0.9,
                }
            ],
            "hearings": [],
        }
    ],
}
