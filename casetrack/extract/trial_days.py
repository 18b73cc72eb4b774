"""What jurors are told is of the story's day, where the story opens with a day of the trial.

"Jurors saw the video on Tuesday. ... A friend told jurors that": both were on Tuesday. A story of the
verdict, the sentence or an appeal looks back on the whole trial instead, and leaves the day open.
"""

from __future__ import annotations

import re

from casetrack.extract.hearings import LooseSession

TOLD_JURORS_RE = re.compile(
    r"(?:told|tells) (?:jurors|the jury)|jurors heard|the jury heard|(?:took|takes) the (?:witness )?stand",
    re.IGNORECASE,
)
EARLIER_RE = re.compile(
    r"\b(?:had|after|before|when|who|earlier|previously|first|initial)\b[^,;]{0,60}$", re.IGNORECASE
)
TRIAL_RE = re.compile(r"\b(?:jurors?|jury|testif(?:y|ies|ied)|witness(?:es)?)\b", re.IGNORECASE)
VERDICT_RE = re.compile(
    r"\b(?:convict(?:s|ed|ion)|acquit(?:s|ted|tal)|verdict|(?:not\s)?guilty|mistrial|deadlock(?:s|ed)|hung\sjury)\b",
    re.IGNORECASE,
)
OVER_RE = re.compile(
    r"\b(?:appeals?|appellate|overturn\w*|upheld|new trial|retrial|sentenc\w*|lawsuit|settle\w*)\b",
    re.IGNORECASE,
)
NEAR_DAY = 30
"""A month so near after is the session's own: "told jurors in June"."""


def is_told_in_court(loose: LooseSession, opening: str) -> bool:
    """Tell what jurors were told on the day of the story, by the opening sentences of that."""
    text, session = loose.sentence.text, loose.session
    if session.rule != "trial.stage" or not TOLD_JURORS_RE.fullmatch(text[session.start : session.end]):
        return False
    end = loose.sentence.start + session.end
    if any(
        d.precision == "day" or (d.precision == "month" and d.start - end < NEAR_DAY) for d in loose.dates
    ):
        return False
    if EARLIER_RE.search(text[: session.start]):
        return False
    return bool(TRIAL_RE.search(opening)) and not (VERDICT_RE.search(opening) or OVER_RE.search(opening))
