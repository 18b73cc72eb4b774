"""How far a run is, how fast it goes, and how long it will take."""

from __future__ import annotations

import io
import re

import pytest

from casetrack.render.progress import say_rate, show_bar


@pytest.mark.parametrize(
    ("speed", "said"),
    [(None, ""), (0.0, ""), (0.25, "15/min"), (1.0, "1/s"), (123.4, "123/s"), (12345.6, "12,346/s")],
)
def test_a_rate_is_a_number_that_can_be_read(speed: float | None, said: str) -> None:
    assert say_rate(speed) == said


def test_a_bar_tells_what_is_done_the_rate_and_the_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    stream = io.StringIO()
    with show_bar(stream, "Reading") as move:
        for done in range(1001):
            move(done, 1000)
    plain = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", stream.getvalue())
    assert re.search(r"Reading .*1000/1000 [0-9,]+/s 0:00:0\d", plain)
