"""Who the lawyers of a story act for, as papers, broadcasters and prosecutors' offices tell it."""

# ruff: noqa: E501 - a case stays on its line
from __future__ import annotations

import pytest
from conftest import MakeArticle

from casetrack.extract import extract_report

DAY = "2018-03-14"  # a Wednesday
LEE = "Bo Lee was convicted of murder on Monday in Tern County Circuit Court."
SUIT = "Ann Porter sued Acme Co. in federal court in Reno, and a judge refused Monday to dismiss her suit."

CRIMINAL = [
    ("Assistant U.S. Attorney Ada Cole told jurors that Lee had lied.", {"Ada Cole": "prosecution"}),
    ("Assistant State’s Attorneys Ada Cole and Ben Dow handled the case.", {"Ada Cole": "prosecution", "Ben Dow": "prosecution"}),
    ("The case was prosecuted by Senior Deputy District Attorney Ada Cole of the Homicide Bureau.", {"Ada Cole": "prosecution"}),
    ("Deputy Dist. Atty. Ada Cole asked for life.", {"Ada Cole": "prosecution"}),
    ("“He lied,” prosecutor Ada Cole said.", {"Ada Cole": "prosecution"}),
    ("Lead prosecutor Ada Cole said he lied.", {"Ada Cole": "prosecution"}),
    ("Ada Cole, an assistant district attorney, said he lied.", {"Ada Cole": "prosecution"}),
    ("Ada Cole, prosecuting, told the court that Lee had lied.", {"Ada Cole": "prosecution"}),
    ("Ada Cole, who prosecuted the case, said he lied.", {"Ada Cole": "prosecution"}),
    ("“He is innocent,” said defense attorney Ada Cole.", {"Ada Cole": "defendant"}),
    ("His lawyers, Ada Cole and Ben Dow, said he will appeal.", {"Ada Cole": "defendant", "Ben Dow": "defendant"}),
    ("Lee’s attorney, Ada Cole, said he will appeal.", {"Ada Cole": "defendant"}),
    ("Lee attorney Ada Cole said he will appeal.", {"Ada Cole": "defendant"}),
    ("Another Lee lawyer, Ada Cole, said he will appeal.", {"Ada Cole": "defendant"}),
    ("“He is innocent,” said Ada Cole, who represents Lee.", {"Ada Cole": "defendant"}),
    ("Ada Cole, a Reno attorney who represents Lee, said he will appeal.", {"Ada Cole": "defendant"}),
    ("Ada Cole, one of his lawyers, said he will appeal.", {"Ada Cole": "defendant"}),
    ("A lawyer for Lee, Ada Cole, said he will appeal.", {"Ada Cole": "defendant"}),
    ("Lee was represented at trial by Ada Cole of Reno.", {"Ada Cole": "defendant"}),
    ("Assistant Public Defender Ada Cole said he will appeal.", {"Ada Cole": "defendant"}),
    ("Ada Cole, a public defender, said he will appeal.", {"Ada Cole": "defendant"}),
    ("Ada Cole, defending, said her client was sorry.", {"Ada Cole": "defendant"}),
    ("Ada Cole, mitigating, said he was sorry.", {"Ada Cole": "defendant"}),
    ("Ada Cole told the judge that her client was sorry.", {"Ada Cole": "defendant"}),
    ("Defense attorney Ada Cole wept. Co-counsel Ben Dow said they will appeal.", {"Ada Cole": "defendant", "Ben Dow": "defendant"}),
    ("The judge chided prosecutor Ada Cole, and defense lawyer Ben Dow smiled.", {"Ada Cole": "prosecution", "Ben Dow": "defendant"}),
    ("The deputy prosecutor, Ada Cole, said he lied.", {"Ada Cole": "prosecution"}),
    ("Captain Ada Cole, for the prosecution, said he lied.", {"Ada Cole": "prosecution"}),
    ("He dismissed his lawyers, led by the death penalty lawyer Ada Cole.", {"Ada Cole": "defendant"}),
    ("He is represented by the Federal Defenders of Reno. A hearing on the conduct of Ada Cole, who heads the office, is set.", {"Ada Cole": "defendant"}),
    ("Ada Cole, who leads the Tern County Public Defender’s Office, said he will appeal.", {"Ada Cole": "defendant"}),
    # Nobody's counsel here: who heads the office, who was counsel once, whoever looks on, other people's lawyers.
    ("District Attorney Ada Cole hailed the verdict.", {}),
    ("Tern County State’s Attorney Ada Cole hailed the verdict.", {}),
    ("Former prosecutor Ada Cole, who wrote a book about it, hailed the verdict.", {}),
    ("Ada Cole, a Reno lawyer not involved in the case, hailed the verdict.", {}),
    ("Ada Cole, a law professor at Reno, hailed the verdict.", {}),
    ("Ada Cole, a lawyer for the victim’s family, hailed the verdict.", {}),
    ("Ada Cole, a lawyer for the singer Kit Marlow, had no comment.", {}),
    ("“He lied,” said Ada Cole, whose brother Lee shot.", {}),
    ("Lee General Counsel Ada Cole wrote a memo.", {}),
    ("Ada Cole, who heads the office, hailed the verdict.", {}),
    ("His lawyer, Ben Dow, and Ada Cole, a friend, wept.", {"Ben Dow": "defendant"}),
    ("He told prosecutors Ada Cole had begun it.", {}),
    ("Ada Cole, a law professor who argued for leniency, had no comment.", {}),
    ("His lawyer, Ben Dow, and Ada Cole, his sister, wept.", {"Ben Dow": "defendant"}),
    ("Detective Ada Cole, prosecutors said, told the judge he lied.", {}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "counsel"), CRIMINAL, ids=[text for text, _ in CRIMINAL])
def test_counsel_in_a_criminal_case(make_article: MakeArticle, text: str, counsel: dict[str, str]) -> None:
    case, *_ = extract_report(make_article(f"{LEE}\n\n{text}", DAY)).cases
    assert {one.name: one.represents for one in case.attorneys} == counsel


CIVIL = [
    ("Porter’s lawyer, Ada Cole, said she was glad.", {"Ada Cole": "plaintiff"}),
    ("“We are glad,” said Ada Cole, who represents Porter.", {"Ada Cole": "plaintiff"}),
    ("“We are glad,” said plaintiffs’ attorney Ada Cole.", {"Ada Cole": "plaintiff"}),
    ("Ada Cole, the company’s lawyer, said it will appeal.", {"Ada Cole": "defendant"}),
    ("Acme’s lead trial lawyer, Ada Cole, said it will appeal.", {"Ada Cole": "defendant"}),
    ("Ada Cole argued for Porter, and Ben Dow argued for Acme.", {"Ada Cole": "plaintiff", "Ben Dow": "defendant"}),
    ("Ada Cole, a lawyer with the Desert Justice Fund, said they were glad.", {"Ada Cole": "plaintiff"}),
    ("Ada Cole, a Stanford professor who argued for Porter, said they were glad.", {"Ada Cole": "plaintiff"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "counsel"), CIVIL, ids=[text for text, _ in CIVIL])
def test_counsel_in_a_suit(make_article: MakeArticle, text: str, counsel: dict[str, str]) -> None:
    case, *_ = extract_report(make_article(f"{SUIT}\n\n{text}", DAY)).cases
    assert {one.name: one.represents for one in case.attorneys} == counsel


def test_who_speaks_for_a_state_that_sues_is_its_counsel(make_article: MakeArticle) -> None:
    text = (
        "The state of Hawaii sued the Energy Department, and a judge in Honolulu refused Monday to dismiss it. "
        "“We are glad,” Hawaii Attorney General Ada Cole said. Idaho Attorney General Ben Dow was not."
    )
    (case,) = extract_report(make_article(text, DAY)).cases
    assert [(one.name, one.represents) for one in case.attorneys] == [("Ada Cole", "plaintiff")]


def test_each_case_of_a_story_has_its_own_counsel(make_article: MakeArticle) -> None:
    text = (
        "Bo Lee, 34, was convicted of murder on Monday in Tern County Circuit Court. "
        "Lee's lawyer, Ada Cole, said he will appeal.\n\n"
        "Cy Marsh, 40, was sentenced Monday to five years for theft in Tern County Circuit Court. "
        "Marsh's lawyer, Ben Dow, had asked for probation."
    )
    cases = extract_report(make_article(text, DAY)).cases
    told = {case.caption: [one.name for one in case.attorneys] for case in cases}
    assert told == {"State v. Lee": ["Ada Cole"], "State v. Marsh": ["Ben Dow"]}
