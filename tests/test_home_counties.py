"""The court of a county that several states have, by the state a story is from."""

# ruff: noqa: E501 - a case stays on its line
from __future__ import annotations

import pytest
from conftest import MakeArticle

from casetrack.extract import extract_report

DAY = "2018-03-14"  # a Wednesday
OREGON = "Circuit Court of Marion County, Oregon"

COURTS = [
    ("SALEM, Ore.", "Marion County Circuit Judge Ann Lee sentenced Bo Dunn to life on Tuesday.", OREGON),
    ("SALEM, Ore.", "A judge in Marion County sentenced Bo Dunn to life on Tuesday.", OREGON),
    ("SALEM, Ore.", "A Marion County jury found Bo Dunn guilty of arson on Tuesday.", OREGON),
    ("SALEM, Ore.", "Marion County jurors found Bo Dunn guilty of arson on Tuesday.", OREGON),
    ("SALEM, Ore.", "Bo Dunn pleaded guilty to fraud on Tuesday in Marion County Circuit Court.", OREGON),
    ("SALEM, Ore.", "Bo Dunn pleaded guilty to fraud on Tuesday, Marion County District Attorney Ann Lee said.", OREGON),
    ("OCALA, Fla.", "Marion County Circuit Judge Ann Lee sentenced Bo Dunn to life on Tuesday.", "Circuit Court of Florida, Fifth Judicial Circuit, Marion, Lake, Hernando and Citrus Counties"),
    (None, "An Oregon judge sent a man to prison for fraud. Bo Dunn, 33, was sentenced Tuesday by a Marion County judge.", OREGON),
    # Nothing says which; two states are spoken of; a federal court has it.
    (None, "A Marion County jury found Bo Dunn guilty of arson on Tuesday.", None),
    (None, "An Oregon man and a Florida man met in jail. A Marion County jury found Bo Dunn guilty of arson on Tuesday.", None),
    ("SALEM, Ore.", "A federal jury found Bo Dunn, a Marion County prosecutor, guilty of fraud on Tuesday.", "U.S. District Court for the District of Oregon"),
]  # fmt: skip


@pytest.mark.parametrize(("dateline", "text", "court"), COURTS, ids=[case[1] for case in COURTS])
def test_the_state_of_a_story_settles_its_county(
    make_article: MakeArticle, dateline: str | None, text: str, court: str | None
) -> None:
    case, *_ = extract_report(make_article(text, DAY, dateline=dateline)).cases
    assert (case.court.name if case.court else None) == court
