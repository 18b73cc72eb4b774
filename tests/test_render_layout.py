"""Which columns a table shows and how wide they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casetrack.render.layout import Need, lay_out

FIXED = Need(full=10, least=10)
PROSE = Need(full=100, least=20)
SPARE = Need(full=10, least=10, rank=1)
SPARER = Need(full=10, least=10, rank=2)
EMPTY = Need(full=0, least=10, rank=1)

CASES = [
    pytest.param([FIXED, PROSE], 200, {0: 10, 1: 100}, id="room for all, and none is wasted"),
    pytest.param([FIXED, PROSE], 80, {0: 10, 1: 68}, id="prose takes what is left"),
    pytest.param([FIXED, PROSE, SPARE, SPARER], 56, {0: 10, 1: 20, 2: 10, 3: 10}, id="all at their least"),
    pytest.param([FIXED, PROSE, SPARE, SPARER], 55, {0: 10, 1: 31, 2: 10}, id="the highest rank goes first"),
    pytest.param([FIXED, PROSE, SPARER, EMPTY], 55, {0: 10, 1: 31, 2: 10}, id="an empty column before it"),
    pytest.param([FIXED, PROSE, SPARE], 20, {0: 10, 1: 8}, id="prose is squeezed, a date is not"),
    pytest.param([FIXED, PROSE], 8, {0: 3, 1: 3}, id="hopeless, yet it fits"),
    pytest.param([PROSE, PROSE], 62, {0: 30, 1: 30}, id="equals share"),
]


@pytest.mark.parametrize(("needs", "width", "expected"), CASES)
def test_lay_out(needs: list[Need], width: int, expected: dict[int, int]) -> None:
    assert lay_out(needs, width, gap=2) == expected


@st.composite
def _needs(draw: st.DrawFn) -> Need:
    least = draw(st.integers(1, 40))
    return Need(draw(st.sampled_from([0, least, least + 20])), least, draw(st.integers(0, 4)))


@given(st.lists(_needs(), min_size=1, max_size=8), st.integers(20, 200))
def test_columns_fit_and_none_is_wider_than_its_words(needs: list[Need], width: int) -> None:
    widths = lay_out(needs, width, gap=2)
    assert sum(widths.values()) + 2 * (len(widths) - 1) <= max(width, 3 * len(widths) - 2)
    assert all(cells <= max(needs[place].full, needs[place].least) for place, cells in widths.items())
    assert {place for place, need in enumerate(needs) if need.rank == 0} <= set(widths)
