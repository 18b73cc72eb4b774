"""Cases that hang together and are two: what is read as a tie, what is not, and what is left for a person."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import RunCasetrack

from casetrack.extract import extract_report
from casetrack.extract.reviewed import match_review
from casetrack.lexicon import load_table
from casetrack.models import Article, CaseReport, CourtRef, Party, Report
from casetrack.resolve import Ref, Told, make_card
from casetrack.resolve.ties import Tie, find_tie
from casetrack.store import Store, open_store
from casetrack.store.place import Written
from casetrack.store.query import find_case, get_docket
from casetrack.store.write import add_report, settle

MTD = CourtRef("mtd", "U.S. District Court for the District of Montana", "trial", "us")
OHND = CourtRef("ohnd", "U.S. District Court for the Northern District of Ohio", "trial", "us")
CA9 = CourtRef("ca9", "U.S. Court of Appeals for the Ninth Circuit", "appeals", "us")
CA4 = CourtRef("ca4", "U.S. Court of Appeals for the Fourth Circuit", "appeals", "us")
MILL = Party("Tamarack Mill Inc", "organization", "defendant")
CLUB = Party("Stonefly Club", "organization", "plaintiff")
RANCH = Party("Lazy Elk Ranch", "organization", "plaintiff")
ANN, BO = (Party(name, "person", "defendant") for name in ("Ann Teller", "Bo Rask"))
WORDS = tuple(f"w{n}" for n in range(40))
OTHER_WORDS = tuple(f"v{n}" for n in range(40))

SUIT = CaseReport(
    "Stonefly Club v. Tamarack Mill", "civil", MTD, (), ("Ruth Amsel",), (CLUB, MILL), about=WORDS
)
APPEAL = CaseReport(
    "In re Tamarack Mill", "civil", CA9, (), (), (MILL,), about=OTHER_WORDS, reviewed=("mtd",)
)
SECOND = replace(SUIT, caption="Lazy Elk Ranch v. Tamarack Mill", parties=(RANCH, MILL), judges=())
ROBBERY = CaseReport(
    "State v. Teller", "criminal", OHND, parties=(ANN,), victims=("Kay Tran",), charges=("robbery", "murder"),
    about=WORDS,
)  # fmt: skip
ACCOMPLICE = replace(ROBBERY, caption="State v. Rask", parties=(BO,))
NUMBERED = replace(ROBBERY, docket_numbers=("1:24-cr-00011",))
NUMBERED_TOO = replace(ACCOMPLICE, docket_numbers=("1:24-cr-00012",))

TWO, ONE = ("a", "b"), ("a", "a")
"""Of two articles; of one."""
TIES: list[tuple[str, tuple[str, str], CaseReport, CaseReport, str, str]] = [
    ("the-article-tells-of-the-court-below", TWO, replace(APPEAL, judges=("Ruth Amsel",)), SUIT, "appeal_of",
     "court below mtd"),
    ("the-judge-below-is-named", TWO, replace(APPEAL, judges=("Ruth Amsel",), reviewed=()), SUIT, "appeal_of",
     "judge below Ruth Amsel"),
    ("the-court-below-tells-of-the-appeal", TWO, replace(APPEAL, reviewed=(), places=("ely",)),
     replace(SUIT, reviewed=("ca9",), places=("ely",), charges=()), "", ""),
    ("and-says-of-what", TWO, APPEAL, replace(SUIT, reviewed=("ca9",)), "appeal_of", "court above ca9"),
    ("one-caption-is-printed", TWO, replace(APPEAL, reviewed=(), names=("Club v. Mill",)),
     replace(SUIT, names=("Club v. Mill",)), "appeal_of", "caption club v mill"),
    ("the-wrong-circuit", TWO, replace(APPEAL, court=CA4, judges=("Ruth Amsel",)), SUIT, "", ""),
    ("nothing-says-that-it-is-an-appeal", TWO, replace(APPEAL, reviewed=(), about=WORDS), SUIT, "", ""),
    ("another-party", TWO, replace(APPEAL, parties=(RANCH,), judges=("Ruth Amsel",)), SUIT, "", ""),
    ("a-crime-and-a-suit", TWO, replace(APPEAL, kind="criminal", judges=("Ruth Amsel",)), SUIT, "", ""),
    ("two-numbers-one-victim", TWO, NUMBERED, NUMBERED_TOO, "companion", "victim Kay Tran"),
    ("two-numbers-another-victim", TWO, NUMBERED, replace(NUMBERED_TOO, victims=("Lu Orr",)), "", ""),
    ("one-article-one-victim", ONE, ROBBERY, replace(ACCOMPLICE, court=None), "companion", "one article"),
    ("one-article-the-same-charges", ONE, replace(ROBBERY, victims=()), replace(ACCOMPLICE, victims=()),
     "companion", "charge murder, robbery"),
    ("one-article-one-charge-alike", ONE, replace(ROBBERY, victims=()),
     replace(ACCOMPLICE, victims=(), charges=("murder",)), "", ""),
    ("one-article-another-matter", ONE, replace(ROBBERY, victims=()),
     replace(ACCOMPLICE, victims=(), about=OTHER_WORDS), "", ""),
    ("one-accused-in-two-districts", ONE, ROBBERY, replace(ROBBERY, court=MTD), "related",
     "party Ann Teller"),
    ("namesakes-in-two-districts", TWO, ROBBERY, replace(ROBBERY, court=MTD), "", ""),
    ("of-one-age-and-charge", TWO, replace(ROBBERY, parties=(replace(ANN, age=40),)),
     replace(ROBBERY, court=MTD, parties=(replace(ANN, age=41),)), "related", "age Ann Teller"),
    ("of-two-ages", ONE, replace(ROBBERY, parties=(replace(ANN, age=40),)),
     replace(ROBBERY, court=MTD, parties=(replace(ANN, age=60),)), "", ""),
    ("suits-of-one-court", ONE, SUIT, SECOND, "companion", "party Tamarack Mill Inc"),
    ("suits-of-two-courts", ONE, SUIT, replace(SECOND, court=OHND), "related", "one article tells both"),
    ("suits-numbered-apart", TWO, replace(SUIT, docket_numbers=("2:24-cv-00011",)),
     replace(SECOND, docket_numbers=("2:24-cv-00012",)), "companion", "court U.S. District Court"),
    ("suits-against-others", ONE, SUIT, replace(SECOND, parties=(RANCH, replace(CLUB, role="defendant"))), "",
     ""),
    ("suits-over-something-else", ONE, SUIT, replace(SECOND, about=OTHER_WORDS), "", ""),
    ("suits-of-which-little-is-told", ONE, replace(SUIT, about=WORDS[:9]), replace(SECOND, about=WORDS[:9]),
     "", ""),
    ("suits-told-by-two-articles", TWO, SUIT, replace(SECOND, court=OHND), "", ""),
]  # fmt: skip


def tie(articles: tuple[str, str], one: CaseReport, other: CaseReport) -> Tie | None:
    cards = [
        make_card(Told(Ref(article * 64, at), "2024-05-06", report))
        for at, (article, report) in enumerate(zip(articles, (one, other), strict=True))
    ]
    found = find_tie(*cards)
    assert found == find_tie(*reversed(cards))
    return found


@pytest.mark.parametrize(
    ("articles", "one", "other", "kind", "said"), [t[1:] for t in TIES], ids=[t[0] for t in TIES]
)
def test_what_ties_two_reports(
    articles: tuple[str, str], one: CaseReport, other: CaseReport, kind: str, said: str
) -> None:
    found = tie(articles, one, other)
    assert (found.kind if found else "") == kind
    if found is not None:
        assert any(str(part).startswith(said) for part in found.parts), found.parts
        assert found.score >= 3.0


def test_of_an_appeal_the_court_above_comes_first() -> None:
    above = replace(APPEAL, judges=("Ruth Amsel",))
    for one, other in ((above, SUIT), (SUIT, above)):
        found = tie(TWO, one, other)
        assert found is not None
        assert (found.a.sha256[0] == "a") is (one is above)


REVIEWS = load_table("appeals")["review"]
SAID = [(entry["id"], text, True) for entry in REVIEWS for text in entry["examples"]]
SAID += [(entry["id"], text, False) for entry in REVIEWS for text in entry["counterexamples"]]


@pytest.mark.parametrize(("entry", "text", "found"), SAID)
def test_how_news_speaks_of_a_review(entry: str, text: str, found: bool) -> None:
    assert (entry in match_review(text)) is found


NEWS = """HELENA, Mont. — A federal appeals court on Tuesday upheld a verdict against Tamarack Mill Inc.

The 9th U.S. Circuit Court of Appeals {said} Tuesday for the Stonefly Club, which sued the mill over its pond.
"""
TOLD = [
    ("affirmed what the U.S. District Court in Montana had decided", ("mtd",)),
    ("ruled down the road from the U.S. District Court in Montana", ()),
    ("affirmed what the U.S. District Court in Toledo, Ohio, had decided", ()),
]  # fmt: skip


@pytest.mark.parametrize(("said", "courts"), TOLD)
def test_which_court_is_told_to_be_reviewed(said: str, courts: tuple[str, ...]) -> None:
    article = Article(NEWS.format(said=said), "0" * 64, "a.txt", published="2024-05-07")
    (case,) = extract_report(article).cases
    assert case.court is not None
    assert (case.court.id, case.reviewed) == ("ca9", courts)


def take(store: Store, *told: tuple[str, tuple[CaseReport, ...]]) -> None:
    with store.write() as db:
        written = Written()
        for article, cases in told:
            add_report(
                db, Report(Article(article, article * 64, article, published="2024-05-06"), cases), written
            )
        settle(db, written)


def links(store: Store, caption: str) -> list[str]:
    return [link.kind for link in get_docket(store, find_case(store, caption).id).links]


WEAK = replace(ROBBERY, caption="In re Kiln Street", court=CA9, victims=(), charges=())
"""Of a person of that name, but nothing says that it is an appeal of what she was tried for."""


def test_a_likely_appeal_is_left_for_a_person(tmp_path: Path) -> None:
    with open_store(tmp_path / "t.db", create=True) as store:
        take(store, ("a", (WEAK,)), ("b", (replace(ROBBERY, court=MTD, about=(*WORDS[:9], *OTHER_WORDS)),)))
        assert (links(store, "kiln street"), links(store, "state v. teller")) == (
            ["perhaps_appeal_of"],
            ["perhaps_appealed_in"],
        )
        assert store.db.execute("select count(*) from review").fetchone() == (1,)


def test_links_come_and_go_with_the_articles_that_tell_them(tmp_path: Path) -> None:
    """Cases of two articles, and the article that ties them."""
    with open_store(tmp_path / "t.db", create=True) as store:
        take(store, ("a", (SUIT,)), ("b", (replace(SECOND, court=OHND),)))
        assert links(store, "stonefly") == []
        take(store, ("c", (SUIT, replace(SECOND, court=OHND))))
        assert (links(store, "stonefly"), links(store, "ranch")) == (["related"], ["related"])


def test_forgetting_the_article_that_tells_a_tie_ends_it(cli: RunCasetrack) -> None:
    articles = Path(__file__).parent.parent / "data" / "articles"
    names = [path.name for path in sorted(articles.glob("*copper-creek*"))]
    cli("ingest", "-q", *(articles / name for name in names))
    (radio,) = (name for name in names if "radio" in name)
    below = next(
        str(case["id"])
        for case in json.loads(cli("cases", "--format", "json").stdout)
        if case["court_level"] == "trial"
    )

    def kinds() -> list[str]:
        return [link["kind"] for link in json.loads(cli("docket", below, "--format", "json").stdout)["links"]]

    assert kinds() == ["appealed_in"]
    shown = " ".join(cli("why", radio, below).stdout.split())
    assert f"is an appeal of case {below}." in shown
    assert "judge below Annika Thorsrud" in shown
    assert cli("forget", radio, "--yes").returncode == 0
    assert kinds() == []
