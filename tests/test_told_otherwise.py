"""Cases told otherwise than by an English sentence about one who is named: by the victim, and in Spanish."""

from __future__ import annotations

from typing import Any

import pytest

from casetrack.extract import extract_report
from casetrack.lexicon import load_table
from casetrack.models import Article, CaseReport


def read(text: str, published: str = "2024-05-07", source: str | None = None) -> tuple[CaseReport, ...]:
    return extract_report(Article(text, "0" * 64, "a.txt", published=published, source=source)).cases


BY_VICTIM = [
    ("charged",
     "Two former jail officers were charged Monday with the death of Kay Tran, prosecutors "
     "said."),
    ("on-trial",
     "The trial of a former guard over the killing of Kay Tran resumed this week in the county "
     "court."),
    ("indicted",
     "Three officers were indicted for the murder of Kay Tran, the county prosecutor "
     "announced."),
]  # fmt: skip
BY_NOBODY = [
    ("nobody-charged",
     "The district attorney held a news conference on the death of Kay Tran. No charges were "
     "filed."),
    ("looked-for",
     "Police asked for help in the killing of Kay Tran. A reward is offered, prosecutors said."),
    ("long-ago",
     "Two guards were convicted in 1994 of the murder of Kay Tran, the district attorney "
     "recalled."),
    ("an-obituary",
     "Friends mourned the death of Kay Tran, who sang in the county court choir."),
    ("a-show",
     "A documentary on the murder of Kay Tran says that an officer was charged. Prosecutors "
     "declined."),
    ("no-full-name",
     "Two former officers were charged with the death of a prisoner, prosecutors said."),
    ("sport",
     "The trial of the new goalie resumed. The beating of Kay Tran on the tennis court was a "
     "surprise."),
    ("an-accident",
     "Kay Tran died when a bus struck her on Monday. Buses were charged overnight."),
]  # fmt: skip


@pytest.mark.parametrize("text", [t[1] for t in BY_VICTIM], ids=[t[0] for t in BY_VICTIM])
def test_a_case_is_known_by_its_victim(text: str) -> None:
    (case,) = read(text)
    assert (case.caption, case.kind, case.parties, case.victims) == (
        "In re Kay Tran",
        "criminal",
        (),
        ("Kay Tran",),
    )


@pytest.mark.parametrize("text", [t[1] for t in BY_NOBODY], ids=[t[0] for t in BY_NOBODY])
def test_what_nobody_is_charged_with_is_no_case(text: str) -> None:
    assert read(text) == ()


NEWS_CONFERENCE = (
    "The district attorney’s office posted its news conference on the fatal beating of Kay Tran. "
    "Prosecutors took questions for an hour."
)


@pytest.mark.parametrize(
    ("source", "victims"),
    [
        ("Marsh County District Attorney's Office", [("Kay Tran",)]),
        ("U.S. Attorney’s Office, District of Nevada", [("Kay Tran",)]),
        ("Harbor Courier", []),
        (None, []),
    ],
)
def test_what_prosecutors_give_out_of_their_news_conference_is_of_a_case(
    source: str | None, victims: list[tuple[str, ...]]
) -> None:
    assert [case.victims for case in read(NEWS_CONFERENCE, source=source)] == victims


def test_a_name_of_the_accused_goes_before() -> None:
    (case,) = read("Bo Rask was charged Monday with the murder of Kay Tran, county prosecutors said.")
    assert [party.name for party in case.parties] == ["Bo Rask"]
    assert "Rask" in case.caption


SPANISH = load_table("spanish")["accused"]
FRAME = "ELY – {} La oficina del fiscal del condado dijo que el caso sigue abierto y que habrá más cargos."
PHRASES = [(entry["id"], text, True) for entry in SPANISH for text in entry["examples"]]
PHRASES += [(entry["id"], text, False) for entry in SPANISH for text in entry["counterexamples"]]


@pytest.mark.parametrize(("entry", "text", "found"), PHRASES)
def test_how_a_spanish_release_accuses(entry: str, text: str, found: bool) -> None:
    """A near miss is none even in a release of a prosecutor."""
    assert bool(read(FRAME.format(text))) is found


NAMED: list[tuple[str, list[tuple[str, int | None]]]] = [
    ("Ana Porteño, 38, de Ely, es acusada de robo.", [("Ana Porteño", 38)]),
    ("Juan de la Peña, 52 años, vecino de Ely, fue declarado culpable.", [("Juan de la Peña", 52)]),
    ("Ana Porteño, 38, de Ely, es acusada de robo. Beto Ruiz, 44, también de Ely, espera.",
     [("Ana Porteño", 38)]),
    ("Ana Porteño, 38, es acusada de robo y Beto Ruiz, 44, residente de Ely, es acusado de ayudarla.",
     [("Ana Porteño", 38), ("Beto Ruiz", 44)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "people"), NAMED)
def test_whom_a_spanish_release_accuses(text: str, people: list[Any]) -> None:
    (case,) = read(FRAME.format(text))
    assert (case.kind, [(p.name, p.age) for p in case.parties]) == ("criminal", people)
    assert {p.role for p in case.parties} == {"defendant"}
    assert (case.rulings, case.hearings) == ((), ())


NO_CASE = [
    ("politics",
     "Luis Marín, 48, es acusado de mentir por la oposición. El partido dijo que la ley se "
     "votará en el congreso y que el ministro no irá a la sesión de la tarde."),
    ("sport",
     "El delantero Luis Marín, 28, fue condenado al banquillo. El equipo perdió la final del "
     "torneo y el entrenador dijo que la temporada fue larga para los jugadores."),
    ("a-victim",
     "La víctima, Ana Porteño, 38, fue atacada por un hombre que es acusado de robo. La "
     "fiscalía y el juez de la corte no dieron más datos de la causa."),
    ("no-age",
     "Ana Porteño es acusada de robo. La fiscalía y el juez de la corte no dieron más datos de "
     "la causa que se abrió en el condado."),
    ("recipe",
     "Se pone la harina en un plato con la leche y los huevos. El jurado del concurso de Ely "
     "fue el primero que probó la torta de Ana Porteño, 38, para dar el premio."),
    ("one-phrase-in-english",
     "Ana Porteño, 38, es acusada de robo, a sign in Spanish said. The courthouse fair of the "
     "county was held in Ely, and the juez of the contest was a baker from the town."),
    ("english",
     "Ann Porter, 38, of Ely, won the pie contest at the county fair, the judges said on "
     "Saturday."),
]  # fmt: skip


@pytest.mark.parametrize("text", [t[1] for t in NO_CASE], ids=[t[0] for t in NO_CASE])
def test_what_is_told_in_spanish_and_is_no_case(text: str) -> None:
    assert read(text) == ()
