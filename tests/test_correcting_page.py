"""A mistake and how it is put right, as it is printed: merge, split, rebuild, undo, dump, load.

docs/correcting.md is the transcript. `REFRESH=1 pytest tests/test_correcting_page.py` writes it anew; look at
the difference before keeping it.
"""

from __future__ import annotations

import json
import os
import shlex
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, RunCasetrack, make_runner, make_surroundings

PAGE = ROOT / "docs" / "correcting.md"
STORIES = (
    "2023-02-07-darnell-whitlock-held.txt",
    "2023-02-09-judith-whitlock-sentenced.txt",
    "2017-05-04-guzman-stays-in-solitary.txt",
    "2017-05-05-guzman-lawyer-conflict-hearing.txt",
)
JUDITH = STORIES[1]
HEAD = """# A mistake, and how it is put right

Two namesakes are taken for one, parted again, and all of it holds when the articles are read anew; what was
decided goes to another machine as a text file. The articles are in `data/articles/`. Written by
`REFRESH=1 pytest tests/test_correcting_page.py`; the tests run it as it stands.
"""
PARTS: list[tuple[str, list[tuple[str, ...]]]] = [
    ("What was read", [("ingest", "clippings"), ("cases", "--columns", "id,caption,articles,slug")]),
    (
        "A wrong merge, made by hand",
        [
            ("digest", "--mark", "-q", "--only", "cases"),
            ("merge", "whitlock", "people-v-whitlock-{suffix}", "--dry-run"),
            ("merge", "people-v-whitlock", "people-v-whitlock-{suffix}", "--reason", "same name"),
            ("docket", "people-v-whitlock"),
            ("digest", "--exit-code"),
        ],
    ),
    (
        "Parted again",
        [
            ("split", "people-v-whitlock", JUDITH, "--reason", "his cousin"),
            ("cases", "--columns", "id,caption,articles,slug"),
        ],
    ),
    (
        "Facts put right, and one entered",
        [
            ("set", "{ruling}", "date=2017-05-03", "--reason", "the clerk, by phone"),
            ("add", "hearing", "guzman", "type=sentencing", "date=2017-09-14", "--source", "court calendar"),
            ("digest",),
            ("docket", "guzman"),
        ],
    ),
    ("Read anew", [("rebuild",), ("cases", "--columns", "caption,articles,slug")]),
    ("Undone", [("undo",), ("undo", "1"), ("history",)]),
    (
        "On another machine",
        [
            ("decisions", "dump", "decisions.toml"),
            ("--db", "other.db", "ingest", "clippings"),
            ("--db", "other.db", "decisions", "load", "decisions.toml"),
            ("--db", "other.db", "decisions", "load", "decisions.toml"),
        ],
    ),
]


@dataclass
class Told:
    """What the page says, and the folder in which it was lived through."""

    run: RunCasetrack
    printed: list[str] = field(default_factory=list)
    codes: list[int] = field(default_factory=list)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    folder = tmp_path_factory.mktemp("correcting")
    (folder / "clippings").mkdir()
    for name in STORIES:
        shutil.copyfile(ROOT / "data" / "articles" / name, folder / "clippings" / name)
    run = make_runner(make_surroundings(folder), folder)
    result = Told(run, [HEAD])
    for title, commands in PARTS:
        result.printed.append(f"## {title}\n")
        lines = [live_through(result, args) for args in commands]
        result.printed.append("```text\n" + "\n".join(lines) + "```\n")
    return result


def live_through(told: Told, args: tuple[str, ...]) -> str:
    words = [word.format(**names(told.run)) if "{" in word else word for word in args]
    done = told.run("--as-of", "2023-02-10", *words)
    told.codes.append(done.returncode)
    return f"$ casetrack --as-of 2023-02-10 {shlex.join(words)}\n{done.stderr}{done.stdout}"


def names(run: RunCasetrack) -> dict[str, str]:
    slugs = [case["slug"] for case in ask(run, "cases")]
    suffix = next((slug[-6:] for slug in slugs if slug.startswith("people-v-whitlock-")), "")
    return {"suffix": suffix, "ruling": f"ruling:{ask(run, 'rulings', '--case', 'guzman')[0]['id']}"}


def ask(run: RunCasetrack, *args: str) -> Any:
    return json.loads(run(*args, "--format", "json").stdout)


def test_every_command_did_what_it_says(told: Told) -> None:
    assert [code for code in told.codes if code not in (0, 4, 5)] == []
    assert told.codes.count(4) == 1  # `whitlock` fits two cases
    assert told.codes.count(5) == 1  # a merge is no news


def test_both_machines_have_the_same_dockets(told: Told) -> None:
    for case in ("guzman", *(case["slug"] for case in ask(told.run, "cases"))):
        here, there = (ask(told.run, *on, "docket", case) for on in ((), ("--db", "other.db")))
        assert plain(here) == plain(there)


def plain(value: Any) -> Any:
    """Leave out what is of one database alone: the numbers of rows, and when something was written."""
    if isinstance(value, list):
        return [plain(one) for one in value]
    if isinstance(value, dict):
        own = ("id", "case_id", "article_id", "ingested_at", "changed_at", "sequence")
        return {key: plain(one) for key, one in value.items() if key not in own}
    return value


def test_loading_again_changes_nothing(told: Told) -> None:
    assert "No case, ruling or hearing is changed by it." in told.printed[-1]


def test_the_page_is_what_is_printed(told: Told) -> None:
    text = "\n".join(told.printed)
    if os.environ.get("REFRESH"):
        PAGE.write_text(text, encoding="utf-8")
    assert Path(PAGE).read_text(encoding="utf-8") == text
