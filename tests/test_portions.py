"""Inputs cut into portions: whatever is cut where, what is put together again is what one process reads."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casetrack import portions
from casetrack.errors import InputError
from casetrack.models import Report
from casetrack.portions import Chosen, Finished, ReadSettings, cut_inputs, join_outcomes, read_portion
from casetrack.sources import load_inputs
from casetrack.stretch import LineStretch

LIMIT = 400
LINES = st.lists(st.sampled_from(["", "{", '{"text": ""}', "text", "long", "longest"]), max_size=30)


def spell(lines: list[str], *, ended: bool) -> bytes:
    """Write lines of JSON, some of them blank, broken or larger than the limit."""
    spelled = {"text": "A judge ruled.", "long": "word " * 60, "longest": "word " * 30_000}
    told = [json.dumps({"text": spelled[line]}) if line in spelled else line for line in lines]
    return ("\n".join(told) + "\n" * ended).encode()


@given(LINES, st.booleans(), st.integers(1, 400))
def test_stretches_hold_every_line_once(lines: list[str], ended: bool, size: int) -> None:
    data = spell(lines, ended=ended)[:20_000]
    found, counted = [], 0
    for start in range(0, max(1, len(data)), size):
        stretch = LineStretch(start, start + size).begin(io.BytesIO(data))
        found += iter(lambda stretch=stretch: stretch.readline(7), b"")  # type: ignore[misc]
        counted += stretch.lines
    assert b"".join(found) == data
    assert counted == len(data.splitlines())


@given(LINES, st.booleans(), st.integers(40, 3000))
def test_cut_lines_are_read_as_the_whole_file(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str], ended: bool, size: int
) -> None:
    file = tmp_path_factory.mktemp("lines") / "a#1.jsonl"
    file.write_bytes(spell(lines, ended=ended))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(portions, "STRETCH", size)
        found = read_all(file)
    (finished,) = [item for item in found if isinstance(item, Finished)]
    wanted = list(load_inputs(str(file), LIMIT))
    assert [path_of(item) for item in found if not isinstance(item, Finished)] == [one.path for one in wanted]
    assert finished.texts == len(wanted)
    assert finished.refused == sum(isinstance(item, InputError) for item in found)


def read_all(*files: Path) -> list[Report | InputError | Finished]:
    settings = ReadSettings(LIMIT)
    cut = cut_inputs((Chosen(str(file)) for file in files), LIMIT)
    pairs = (pair for portion in cut for pair in zip(portion, read_portion(portion, settings), strict=True))
    return list(join_outcomes(pairs))


def path_of(item: Report | InputError | Finished) -> str:
    return (
        item.path if isinstance(item, InputError) else item.article.path if isinstance(item, Report) else ""
    )


def test_a_file_that_goes_away_between_two_stretches_is_refused_once(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_bytes(spell(["text"] * 40_000, ended=True))
    pairs = []
    for number, portion in enumerate(cut_inputs([Chosen(str(file))], LIMIT)):
        pairs += zip(portion, read_portion(portion, ReadSettings(LIMIT)), strict=True)
        if number == 1:
            file.unlink()
    refused = [item for item in join_outcomes(pairs) if isinstance(item, InputError)]
    assert [(error.path, error.reason) for error in refused] == [(str(file), "no such file or folder")]


def test_a_portion_is_bounded_whatever_its_files(tmp_path: Path) -> None:
    for number, size in enumerate([10, 200_000, 200_000, 300_000, *[10] * 100]):
        (tmp_path / f"{number:03}.txt").write_bytes(b"word " * (size // 5))
    cut = list(cut_inputs((Chosen(str(file)) for file in sorted(tmp_path.iterdir())), 10**6))
    assert [len(portion) for portion in cut] == [2, 1, 1, 32, 32, 32, 4]
