"""Where the chunks of a sentence stand: told only when asked for, and always right."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from casetrack.extract.chunks import Clause
from casetrack.extract.courts import find_courts
from casetrack.extract.cutting import cut_chunks
from casetrack.extract.dates import find_dates
from casetrack.extract.names import find_names
from casetrack.extract.sentences import split_sentences
from casetrack.read import read_article
from casetrack.sources import RawInput

OFFSET = 40
TRAPS = sorted((Path(__file__).parent / "golden" / "traps").glob("*.txt"))


def cut(text: str, offset: int = OFFSET) -> Clause:
    dates = find_dates(text, offset, "2017-05-04")
    return cut_chunks(text, offset, find_names(text, offset), find_courts(text, offset), dates)


CASES = {
    "an owner": "[[Ann Lee]]'s [[trial]] [[began]] [[on]] [[Monday]]",
    "owners": "[[The]] [[parents’]] [[suit]]",
    "the stop of a company": "[[Acme Co]]. [[said]] [[it]] [[will]] [[appeal]]",
    "an owner that is a company": "[[Acme Co]].'s [[lawyer]] [[left]]",
    "a judge with her title": "[[U.S. District Judge Ann Lee]] [[ruled]]",
    "a word said twice": "[[that]] [[that]] [[is]] [[that]]",
    "marks": "[[“]][[No]][[,]][[”]] [[she]] [[said]]  [[twice]]\n[[.]]",
}


@pytest.mark.parametrize("marked", CASES.values(), ids=CASES.keys())
def test_each_chunk_stands_where_it_is_printed(marked: str) -> None:
    clause = cut(marked.replace("[[", "").replace("]]", ""))
    starts, at = [], OFFSET
    for piece in marked.split("[["):
        at += len(piece.replace("]]", ""))
        starts.append(at)
    assert [clause.start(i) for i in range(len(clause))] == starts[:-1]


@pytest.mark.parametrize("path", TRAPS, ids=lambda path: path.stem)
def test_places_are_those_of_the_article_in_whatever_order_they_are_asked_for(path: Path) -> None:
    article = read_article(RawInput(path.name, path.read_bytes(), {}))
    for sentence in split_sentences(article):
        clause, again = cut(sentence.text, sentence.start), cut(sentence.text, sentence.start)
        spans = [(clause.start(at), clause.end(at)) for at in range(len(clause))]
        assert [article.text[start:end] for start, end in spans] == [chunk.text for chunk in clause]
        assert all(left[1] <= right[0] for left, right in pairwise(spans))
        assert [again.start(at) for at in reversed(range(len(again)))] == [s for s, _ in reversed(spans)]
        assert [clause.find_start(start) for start, _ in spans] == list(range(len(clause)))


def test_no_chunk_begins_in_another() -> None:
    assert cut("Judge Ann Lee ruled.").find_start(OFFSET + 1) is None
