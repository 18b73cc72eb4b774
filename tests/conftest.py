"""What every test file shares: an article in one line, a run of the program, the annotated articles.

`HYPOTHESIS_PROFILE=long` looks ten times as hard as the suite does.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, Protocol

import pytest
from hypothesis import HealthCheck, settings

from casetrack.models import Article

ROOT = Path(__file__).resolve().parent.parent

# No deadline: a slow machine is no defect. Derandomized: a red suite is red for the next person too.
settings.register_profile(
    "suite",
    deadline=None,
    derandomize=True,
    max_examples=50,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
settings.register_profile("long", settings.get_profile("suite"), derandomize=False, max_examples=500)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "suite"))


class MakeArticle(Protocol):
    def __call__(self, text: str, published: str | None = ..., **fields: Any) -> Article: ...


class RunCasetrack(Protocol):
    def __call__(
        self,
        *args: str | Path,
        stdin: str | bytes = ...,
        env: dict[str, str] | None = ...,
        cwd: Path | None = ...,
        timeout: float = ...,
    ) -> subprocess.CompletedProcess[str]: ...


@pytest.fixture
def make_article() -> MakeArticle:
    """Build an `Article` from its text alone; any other field of it by keyword."""

    def make(text: str, published: str | None = None, **fields: Any) -> Article:
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        return Article(**{"text": text, "sha256": sha256, "path": "a.txt", "published": published, **fields})

    return make


def make_surroundings(folder: Path) -> dict[str, str]:
    """Make the surroundings of a run: a HOME of its own, no colour, 80 columns, nobody's database."""
    home = folder / "home"
    home.mkdir()
    passed_on = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "TMPDIR") if name in os.environ}
    return passed_on | {
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "TZ": "UTC",
        "NO_COLOR": "1",
        "COLUMNS": "80",
        "PYTHONPATH": str(ROOT),
    }


def make_runner(surroundings: dict[str, str], folder: Path) -> RunCasetrack:
    """Make what runs `casetrack` as a person would, in a process of its own that starts in `folder`.

    Output is decoded as UTF-8 with its line ends as written; the exit code is the caller's to check.
    """

    def run(
        *args: str | Path,
        stdin: str | bytes = b"",
        env: dict[str, str] | None = None,
        cwd: Path | None = None,
        timeout: float = 60,
    ) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, "-m", "casetrack", *map(str, args)],
            input=stdin.encode() if isinstance(stdin, str) else stdin,
            capture_output=True,
            env=surroundings | (env or {}),
            cwd=cwd or folder,
            timeout=timeout,
            check=False,
        )
        return subprocess.CompletedProcess(
            done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
        )

    return run


@pytest.fixture
def cli_env(tmp_path: Path) -> dict[str, str]:
    """The surroundings of a run."""
    return make_surroundings(tmp_path)


@pytest.fixture
def cli(cli_env: dict[str, str], tmp_path: Path) -> RunCasetrack:
    """Run `casetrack` in `tmp_path`."""
    return make_runner(cli_env, tmp_path)


@pytest.fixture(scope="session")
def shared_eval() -> Path:
    """The folder of annotated real articles, which are not ours to publish; skip where it is absent."""
    folder = ROOT.parent / "shared" / "eval"
    if not folder.is_dir():
        pytest.skip(f"no annotated articles at {folder}")
    return folder


@pytest.fixture(scope="session")
def sample_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample articles in a database: two cases linked, a case and a search followed, a file refused.

    Tests only read it.
    """
    folder = tmp_path_factory.mktemp("sample")
    for args, code in (
        (("ingest", "-q", ROOT / "data" / "articles"), 0),
        (("ingest", "-q", folder / "missing.txt"), 3),
        (("link", "-q", "united-states-v-guzman", "united-states-v-renwick", "--related"), 0),
        (("follow", "-q", "guzman", "--note", "ask for the transcript"), 0),
        (("follow", "-q", "--query", "bail"), 0),
    ):
        command = [sys.executable, "-m", "casetrack", "--db", folder / "sample.db", *args]
        env = os.environ | {"PYTHONPATH": str(ROOT)}
        assert subprocess.run(command, env=env, capture_output=True).returncode == code
    return folder / "sample.db"


@pytest.fixture
def ask(cli: RunCasetrack, sample_database: Path) -> RunCasetrack:
    """Run a command on the database of the sample articles."""

    def run(*args: str | Path, **options: Any) -> subprocess.CompletedProcess[str]:
        return cli("--db", sample_database, *args, **options)

    return run
