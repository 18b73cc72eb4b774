"""The words that facts are told in, as they are stored; a person may type blanks or hyphens."""

from __future__ import annotations

DISPOSITIONS = (
    "granted",
    "denied",
    "granted_in_part",
    "dismissed",
    "affirmed",
    "reversed",
    "vacated",
    "remanded",
    "stayed",
    "enjoined",
    "lifted",
    "ordered",
    "convicted",
    "acquitted",
    "mistrial",
    "sentenced",
    "recused",
)
HEARING_TYPES = (
    "arraignment",
    "initial_appearance",
    "bail",
    "plea",
    "preliminary",
    "status_conference",
    "motion",
    "oral_argument",
    "evidentiary",
    "pretrial",
    "jury_selection",
    "trial",
    "sentencing",
    "parole",
    "other",
)
HEARING_STATUSES = ("scheduled", "held", "postponed", "cancelled")
CASE_STATUSES = ("pending", "decided")
CASE_KINDS = ("criminal", "civil", "administrative", "other")
DECIDERS = ("judge", "panel", "jury", "supreme court", "parole board", "other")
