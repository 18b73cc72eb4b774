"""The words that options accept."""

from __future__ import annotations

from casetrack.words import CASE_KINDS, CASE_STATUSES, DISPOSITIONS, HEARING_STATUSES, HEARING_TYPES

__all__ = ["CASE_KINDS", "CASE_STATUSES", "DISPOSITIONS", "HEARING_STATUSES", "HEARING_TYPES"]
