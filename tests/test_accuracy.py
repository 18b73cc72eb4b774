"""The scorer itself on small made-up articles, and the figures it gives against the committed ones."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from accuracy.baseline import (
    PATH,
    Standing,
    find_changes,
    find_falls,
    format_baseline,
    read_baseline,
    standing_of,
)
from accuracy.page import PAGE, fill_page
from accuracy.scoring import Counts, Score, Share, judge_article
from accuracy.sets import SETS, ArticleSet, read_record, score_set
from accuracy.wording import Page, fold, last_name, squeeze

OWN = [articles for articles in SETS if articles.own]
LENT = [articles for articles in SETS if not articles.own]

TEXT = squeeze("""
    AKRON, Ohio - Judge Ruth Ames on Monday denied Carl Bode's bid for a new trial. She said the claim by
    Mr. Bode had no merit. Bode will be sentenced on March 9. The ruling turned down the request in full.
    A second judge granted a delay in the suit against Dorr Inc. over a bridge.
""")


def annotate(*rulings: dict[str, Any], hearings: list[dict[str, Any]] | None = None) -> dict[str, Any]:
    case = {
        "key": "bode", "captions": ["State v. Bode"], "identifiers": [["Bode"]], "kind": "criminal",
        "docket_numbers": [], "judges": ["Ruth Ames"], "optional": False, "court": None, "attorneys": [],
        "parties": [{"name": "Carl Bode", "role": "defendant"}],
        "rulings": list(rulings), "hearings": hearings or [],
    }  # fmt: skip
    return {"id": "a", "published": "2026-03-02", "cases": [case]}


def wanted(anchor: str, value: str = "denied", date: str = "2026-03-02", **more: Any) -> dict[str, Any]:
    fact = {"anchor": anchor, "also": [], "disposition": [value], "date": [date], "judges": [], "by": "judge"}
    return {**fact, "optional": False, **more}


def record(*cases: dict[str, Any], published: str = "2026-03-02") -> dict[str, Any]:
    return {"published": published, "cases": list(cases)}


def case(*rulings: dict[str, Any], caption: str = "State v. Bode", **more: Any) -> dict[str, Any]:
    parties = [{"name": caption.partition(" v. ")[2]}]
    return {"caption": caption, "kind": "criminal", "parties": parties, "rulings": list(rulings), **more}


def told(quote: str, value: str = "denied", date: str | None = "2026-03-02") -> dict[str, Any]:
    return {"quote": quote, "disposition": value, "date": date, "rule": f"{value}.x", "confidence": 0.9}


LEDE = "Judge Ruth Ames on Monday denied Carl Bode's bid"
DENIED = "denied Carl Bode's bid"
LATER = "turned down the request"
AGAIN = "The ruling turned down the request in full."
SECOND = "A second judge granted a delay"

# annotated rulings, cases of the record, (tp, fp, fn) of rulings, the same of strict ones
RULINGS = {
    "found and right": ([wanted(DENIED)], [case(told(LEDE))], (1, 0, 0), (1, 0, 0)),
    "read from another sentence that is marked": (
        [wanted(DENIED, also=[LATER])], [case(told(AGAIN))], (1, 0, 0), (1, 0, 0),
    ),
    "read from a sentence nobody marked, but the very decision": (
        [wanted(DENIED)], [case(told("A second judge"))], (1, 0, 0), (1, 0, 0),
    ),
    "read from a sentence nobody marked, with another date": (
        [wanted(DENIED)], [case(told("A second judge", date=None))], (0, 1, 1), (0, 1, 1),
    ),
    "another outcome": ([wanted(DENIED)], [case(told(LEDE, "granted"))], (1, 0, 0), (0, 1, 1)),
    "another date": ([wanted(DENIED)], [case(told(LEDE, date="2026"))], (1, 0, 0), (0, 1, 1)),
    "another case": (
        [wanted(DENIED)], [case(told(LEDE), caption="State v. Dorr")], (1, 0, 0), (0, 1, 1),
    ),
    "told twice, the better one counts": (
        [wanted(DENIED)], [case(told(LEDE, date=None), told(LEDE))], (1, 1, 0), (1, 1, 0),
    ),
    "one found of two in a sentence": (
        [wanted(DENIED), wanted("for a new trial", "ordered")], [case(told(LEDE))], (1, 0, 1), (1, 0, 1),
    ),
    "missed": ([wanted(DENIED)], [case()], (0, 0, 1), (0, 0, 1)),
    "invented": ([], [case(told(LEDE))], (0, 1, 0), (0, 1, 0)),
    "optional and found": ([wanted(DENIED, optional=True)], [case(told(LEDE))], (0, 0, 0), (0, 0, 0)),
    "optional and missed": ([wanted(DENIED, optional=True)], [case()], (0, 0, 0), (0, 0, 0)),
    "no record at all": ([wanted(DENIED)], [], (0, 0, 1), (0, 0, 1)),
}  # fmt: skip


@pytest.mark.parametrize(("mine", "cases", "plain", "strict"), RULINGS.values(), ids=RULINGS)
def test_rulings_are_counted(mine: list[Any], cases: list[Any], plain: Any, strict: Any) -> None:
    score = judge_article(annotate(*mine), record(*cases), Page(TEXT))
    assert score.counts("ruling") == plain
    assert score.counts("ruling.strict") == strict


def test_a_date_that_is_not_given_is_not_asked() -> None:
    fact = {**wanted(DENIED), "date": []}
    score = judge_article(annotate(fact), record(case(told(LEDE, date="1999"))), Page(TEXT))
    assert score.counts("ruling.strict") == (1, 0, 0)


CASES = {
    "named in the caption": (case(), (1, 0, 0), (1, 0, 0)),
    "another's": (case(caption="State v. Dorr"), (0, 1, 1), (0, 0, 0)),
    "part of a longer word is no name": (case(caption="State v. Bodett"), (0, 1, 1), (0, 0, 0)),
    "a party too many": (
        case(parties=[{"name": "Carl Bode Jr."}, {"name": "Dorr Inc."}]),
        (1, 0, 0),
        (1, 1, 0),
    ),
    "without its party": (case(parties=[]), (1, 0, 0), (0, 0, 1)),
}  # fmt: skip


@pytest.mark.parametrize(("found", "cases", "parties"), CASES.values(), ids=CASES)
def test_cases_and_parties_are_counted(found: dict[str, Any], cases: Any, parties: Any) -> None:
    score = judge_article(annotate(), record(found), Page(TEXT))
    assert (score.counts("case"), score.counts("party")) == (cases, parties)


COUNSEL = {
    "found, for the right side": ([("Ada Cole", "defendant")], (1, 0, 0), (1, 1)),
    "for the wrong side": ([("Ada Cole", "plaintiff")], (1, 0, 0), (0, 1)),
    "one too many": ([("Ada Cole", "defendant"), ("Ben Dow", "other")], (1, 1, 0), (1, 1)),
    "missed": ([], (0, 0, 1), (0, 0)),
}


@pytest.mark.parametrize(("told", "counts", "sides"), COUNSEL.values(), ids=COUNSEL)
def test_counsel_is_counted(told: list[tuple[str, str]], counts: Any, sides: Any) -> None:
    annotation = annotate()
    annotation["cases"][0]["attorneys"] = [{"name": "A. Cole", "for": "defendant"}]
    found = case(attorneys=[{"name": name, "represents": side} for name, side in told])
    score = judge_article(annotation, record(found), Page(TEXT))
    assert (score.counts("counsel"), score.share("counsel.side")) == (counts, sides)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Circuit Court of Cook County", "Cook County Circuit Court, Illinois", True),
        ("U.S. Court of Appeals for the 9th Circuit", "U.S. Court of Appeals for the Ninth Circuit", True),
        ("U.S. Supreme Court", "Supreme Court of the United States", True),
        ("Circuit Court of Cook County", "Circuit Court of Kane County", False),
        ("Circuit Court of Cook County", None, False),
    ],
)
def test_a_court_has_more_than_one_name(one: str, other: str | None, same: bool) -> None:
    annotation = annotate()
    annotation["cases"][0]["court"] = one
    found = case(court={"name": other} if other else None)
    assert judge_article(annotation, record(found), Page(TEXT)).share("case.court") == Share(same, 1)


def test_a_case_told_twice_is_found_once() -> None:
    assert judge_article(annotate(), record(case(), case()), Page(TEXT)).counts("case") == (1, 1, 0)


def test_a_docket_number_is_enough() -> None:
    annotation = annotate()
    annotation["cases"][0]["docket_numbers"] = ["1:26-cr-00012"]
    found = case(caption="In re someone", docket_numbers=["1:26-CR-00012-RA"])
    assert judge_article(annotation, record(found), Page(TEXT)).counts("case") == (1, 0, 0)


def test_details_are_shares_of_what_was_found() -> None:
    hearing = {"anchor": "will be sentenced on", "type": ["sentencing"], "date": ["2026-03-09"]}
    annotation = annotate(
        wanted(DENIED, judges=["Ruth Ames"]),
        hearings=[{**hearing, "status": ["scheduled"], "optional": False}],
    )
    heard = {"quote": "Bode will be sentenced on March 9.", "type": "plea", "date": "2026-03-09"}
    found = case(
        told(LEDE) | {"judges": ["Ames"]}, judges=["Ames", "Carl Bode"], hearings=[heard | {"status": "held"}]
    )
    score = judge_article(annotation, record(found, published="2026-03-01"), Page(TEXT))
    right = {name: score.share(name) for name in ("ruling.judge", "hearing.date", "case.kind")}
    assert right == {name: Share(1, 1) for name in right}
    wrong = {
        name: score.share(name) for name in ("published", "case.judge", "hearing.type", "hearing.status")
    }
    assert wrong == {name: Share(0, 1) for name in wrong}


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("denied Carl", "AKRON, Ohio - Judge Ruth Ames on Monday denied Carl Bode's bid for a new trial. "),
        ("no merit", "She said the claim by Mr. Bode had no merit. "),
        ("over a bridge", "A second judge granted a delay in the suit against Dorr Inc. over a bridge."),
    ],
)
def test_a_page_knows_its_sentences(words: str, sentence: str) -> None:
    page = Page(TEXT)
    place = page.find(words)
    assert place is not None
    found = page.widen(place)
    assert sentence.endswith(TEXT[found.start : found.end])
    assert words in TEXT[found.start : found.end]


def test_names_are_compared_by_their_last_word() -> None:
    assert [last_name(n) for n in ("José Peña Jr.", "Dorr, Inc.", "")] == ["pena", "dorr", ""]
    assert fold("O’Brien-Núñez") == "o brien nunez"


def test_figures_of_counts() -> None:
    counts = Counts(6, 2, 4)
    assert (counts.precision, counts.recall) == (0.75, 0.6)
    assert counts.f1 == pytest.approx(2 / 3)
    assert Counts().f1 == 0


@cache
def score_of(name: str) -> Score:
    return score_set(next(articles for articles in SETS if articles.name == name))


def standing_with(*rulings: dict[str, Any]) -> Standing:
    annotation = annotate(wanted(DENIED), wanted("no merit", "ordered"))
    return standing_of(judge_article(annotation, record(case(*rulings)), Page(TEXT)))


NOTHING: list[dict[str, Any]] = []
MERIT = "She said the claim by Mr. Bode had no merit."
CHANGES = {
    "found": (NOTHING, [told(LEDE)], [(True, "denied.x", "right")]),
    "lost": ([told(LEDE)], NOTHING, [(False, "denied.x", "no longer found")]),
    "spoiled": ([told(LEDE)], [told(LEDE, date="2025")], [(False, "denied.x", "no longer right")]),
    "mended": ([told(LEDE, date="2025")], [told(LEDE)], [(True, "denied.x", "right")]),
    "invented": (NOTHING, [told(SECOND, "granted")], [(False, "granted.x", "invented")]),
    "invented no more": ([told(SECOND, "granted")], NOTHING, [(True, "granted.x", "no longer invented")]),
    "one for another": (
        [told(LEDE)],
        [told(MERIT, "ordered")],
        [(True, "ordered.x", "right"), (False, "denied.x", "no longer found")],
    ),
    "nothing": ([told(LEDE)], [told(LEDE)], []),
}


@pytest.mark.parametrize(("before", "after", "changes"), CHANGES.values(), ids=CHANGES)
def test_gains_and_losses_are_named_by_rule(before: list[Any], after: list[Any], changes: list[Any]) -> None:
    found = find_changes(standing_with(*before), standing_with(*after))
    assert [(change.gain, change.rule, change.what) for change in found] == changes


def test_a_fall_is_told_with_both_figures() -> None:
    falls = find_falls(standing_with(told(LEDE)), standing_with(told(LEDE, date="2025")))
    assert "ruling.strict 0.667 -> 0.000" in falls
    assert not find_falls(standing_with(), standing_with(told(LEDE)))


def test_the_baseline_is_in_its_own_format() -> None:
    kept = read_baseline()
    assert {articles.name for articles in OWN} <= set(kept)
    assert format_baseline(kept) == PATH.read_text(encoding="utf-8")
    for standing in kept.values():
        for kind, counts in ((k, standing.figures[k]) for k in ("ruling", "hearing")):
            verdicts = [line.verdict for line in standing.facts if line.kind == kind]
            assert counts.tp == verdicts.count("right") + verdicts.count("wrong")
            assert (counts.fp, counts.fn) == (verdicts.count("invented"), verdicts.count("missed"))
            assert standing.figures[f"{kind}.strict"].tp == verdicts.count("right")
            keys = [line.key for line in standing.facts]
            assert len(set(keys)) == len(keys)


def test_the_baseline_holds_no_words_of_an_article() -> None:
    fact_re = re.compile(r"(ruling|hearing) -?\d+(\.\d+)? [a-z]+ (-|[a-z_]+\.[a-z_]+) [a-z_]+ (-|[\d-]+)")
    facts = [str(line) for standing in read_baseline().values() for line in standing.facts]
    assert not [fact for fact in facts if not fact_re.fullmatch(fact)]


@pytest.mark.parametrize("articles", OWN, ids=lambda articles: articles.name)
def test_no_f1_of_our_own_articles_is_below_the_baseline(articles: ArticleSet) -> None:
    before = read_baseline()[articles.name]
    falls = find_falls(before, standing_of(score_of(articles.name)))
    figures = [fall for fall in falls if fall.split()[0] in before.figures]
    assert not figures, "see `make accuracy`, and `make accuracy-update` when there is a reason for it"


def test_the_page_says_what_the_baseline_says() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert fill_page(page, read_baseline()) == page


@pytest.mark.parametrize("articles", LENT, ids=lambda articles: articles.name)
def test_the_figures_are_those_of_the_scorer_lent_with_the_articles(
    articles: ArticleSet, shared_eval: Path, tmp_path: Path
) -> None:
    found = tmp_path / "found.ndjson"
    records = [json.dumps(read_record(path)) for path, _ in articles]
    found.write_text("\n".join(records), encoding="utf-8")
    command = [sys.executable, shared_eval / "score.py", articles.annotations, articles.texts, found]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    score = score_of(articles.name)
    counts = re.findall(r"^(\S+) .*\(tp (\d+), fp (\d+), fn (\d+)\)$", printed, re.MULTILINE)
    shares = re.findall(r"^(\S+) +(\d+)/(\d+) right", printed, re.MULTILINE)
    assert len(counts) == 6
    assert len(shares) == 11
    assert {name: score.counts(name) for name, *_ in counts} == {n: tuple(map(int, c)) for n, *c in counts}
    assert {name: score.share(name) for name, *_ in shares} == {n: tuple(map(int, c)) for n, *c in shares}
