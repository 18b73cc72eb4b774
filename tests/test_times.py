"""Clock times of one sentence. A case marks its mentions inline: "at [[9 a.m.|09:00]] in court"."""

from __future__ import annotations

import re

import pytest

from casetrack.extract.times import find_times

MARK_RE = re.compile(r"\[\[([^|\]]*)\|([^\]]*)\]\]")

CASES = {
    "minutes and a zone": "The hearing is at [[4:30 p.m. EST|16:30]] on Friday.",
    "hour alone": "She is due at [[9 a.m.|09:00]] in Department C5.",
    "courtroom follows": "Sentencing is set for [[8:30 a.m.|08:30]] in Department C5.",
    "place follows": "The hearing is at [[9 a.m.|09:00]] at the county courthouse.",
    "capitals": "Trial resumes at [[10:00 AM|10:00]].",
    "no blank": "He posted it before [[2am|02:00]] on Tuesday.",
    "no dots": "Arguments start at [[1:30 pm|13:30]].",
    "ends the sentence": "Jurors got the case at [[5:40 p.m.|17:40]]",
    "noon": "The parade starts at [[noon|12:00]].",
    "12 noon": "The court opens at [[12 noon|12:00]].",
    "midnight": "The stay ends at [[midnight|00:00]].",
    "half past midnight": "At [[12:30 a.m.|00:30]] he was stopped.",
    "half past noon": "At [[12:30 p.m.|12:30]] she ruled.",
    "of the police": "Officers arrived at [[1330 hours|13:30]].",
    "of Greenwich": "It is set for [[2 p.m.|14:00]] ([[18:00 GMT|18:00]]).",
    "zone in words": "Arguments begin at [[10 a.m. Eastern|10:00]].",
    "Pacific time": "Arguments begin at [[10 a.m. Pacific time|10:00]].",
    "span": "The clerk takes filings [[9-11 a.m.|09:00]] daily.",
    "span over noon": "The hearing runs [[11:30-1 p.m.|11:30]] on Friday.",
    "o'clock": "He came at [[9 o’clock in the evening|21:00]].",
    "two times": "He called at [[6:08 p.m.|18:08]] and at [[6:17 p.m.|18:17]].",
    "dot for the colon": "Doors open at [[9.30 a.m.|09:30]].",
    "a score": "The vote was 5-4, and 4:30 is a verse.",
    "a docket": "Case 3:17-cv-00121 and Section 9 amended no hours.",
    "no such hour": "At 13 p.m. and 0 a.m. nothing happened.",
    "a year": "In 1330 and in 2016 it was law.",
    "a word": "The afternoon hearing was held in the nooning room.",
}


@pytest.mark.parametrize("marked", [pytest.param(case, id=name) for name, case in CASES.items()])
def test_marked_times_are_found(marked: str) -> None:
    text = MARK_RE.sub(r"\1", marked)
    found = find_times(text, 10)
    assert [(m.text, m.iso) for m in found] == [(m[1], m[2]) for m in MARK_RE.finditer(marked)]
    assert all(text[m.start - 10 : m.end - 10] == m.text for m in found)
