"""What casetrack stands on: its licences, and what is known to be wrong with it.

`python -m tests.supply licences` writes docs/licences.md from what is installed; `python -m tests.supply
audit` asks pip-audit about every version in requirements.lock.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements.lock"
LOCKED_RE = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)", re.MULTILINE)
NAME_RE = re.compile(r"[A-Za-z0-9._-]+")
SPDX = {
    "MIT License": "MIT", "BSD License": "BSD-3-Clause", "Apache Software License": "Apache-2.0",
    "Apache 2.0": "Apache-2.0", "Apache License, Version 2.0": "Apache-2.0", "ISC License": "ISC",
    "ISC License (ISCL)": "ISC", "Public Domain": "Public Domain",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "GNU Lesser General Public License v2 (LGPLv2)": "LGPL-2.0-only",
}  # fmt: skip
"""What some say of their licence, by its usual short name."""
ELSEWHERE = {"colorama": "BSD-3-Clause"}
"""Licences of what other systems alone install (Windows)."""
HEAD = """\
# Licences

Every distribution of requirements.lock, with the licence that it gives as its own. The first table is what
a user installs, the second what development needs besides. Made by `make docs`.
"""


def normalize(name: str) -> str:
    """Give the name under which an index knows a distribution."""
    return re.sub(r"[-_.]+", "-", name).lower()


def locked() -> dict[str, str]:
    """Give the version of each distribution in the lock, by its name."""
    return {normalize(name): version for name, version in LOCKED_RE.findall(LOCK.read_text(encoding="utf-8"))}


def requirements() -> tuple[list[str], list[str]]:
    """Give what pyproject.toml asks for: at run time, and for development besides."""
    said = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return said["project"]["dependencies"], said["dependency-groups"]["dev"]


def licence_of(name: str) -> str | None:
    """Give the licence of an installed distribution by its short name; None where it is not installed."""
    try:
        told = distribution(name).metadata
    except PackageNotFoundError:
        return None
    classified = [
        c.rpartition(" :: ")[2] for c in told.get_all("Classifier") or () if c.startswith("License")
    ]
    said = (told.get("License") or "").strip()
    plain = said if said and "\n" not in said and said != "UNKNOWN" else ""
    found = told.get("License-Expression") or plain or " OR ".join(classified) or "unknown"
    return SPDX.get(found, found)


def needed_by_users() -> set[str]:
    """Give the names of what a user installs, with all that it brings along."""
    found: set[str] = set()
    waiting = [normalize(match[0]) for one in requirements()[0] if (match := NAME_RE.match(one))]
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        found.add(name)
        try:
            asked = distribution(name).requires or []
        except PackageNotFoundError:
            continue
        waiting += [normalize(m[0]) for one in asked if "extra ==" not in one and (m := NAME_RE.match(one))]
    return found & locked().keys()


def write_licences() -> str:
    """Write the page of licences."""
    users = needed_by_users()
    parts = [HEAD]
    for title, names in (("At run time", users), ("For development", locked().keys() - users)):
        rows = [f"| {name} | {licence_of(name) or ELSEWHERE[name]} |" for name in sorted(names)]
        parts.append("\n".join([f"## {title}\n", "| distribution | licence |", "|---|---|", *rows]) + "\n")
    return "\n".join(parts)


def audit() -> int:
    """Ask pip-audit about the lock; 1 if a weakness is known, and says what could not be looked up."""
    command = [
        sys.executable,
        "-m",
        "pip_audit",
        "-r",
        str(LOCK),
        "--require-hashes",
        "--disable-pip",
        "-f",
        "json",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        rows = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError):
        reason = (done.stderr.strip().splitlines() or ["no answer"])[-1]
        print(f"NOT AUDITED: pip-audit gave no answer: {reason[:300]}")
        return 0
    skipped = [row for row in rows if "skip_reason" in row]
    weak = [(row, one) for row in rows for one in row.get("vulns", ())]
    for row, one in weak:
        mended = ", ".join(one["fix_versions"]) or "none"
        print(f"{row['name']} {row['version']}: {one['id']}, mended in {mended}")
    print(f"{len(rows) - len(skipped)} of {len(rows)} audited, {len(weak)} known weaknesses")
    if skipped:
        print(f"NOT AUDITED: {len(skipped)}, as {skipped[0]['name']}: {skipped[0]['skip_reason']}")
    return 1 if weak else 0


if __name__ == "__main__":
    if sys.argv[1:] == ["licences"]:
        sys.stdout.write(write_licences())
    else:
        sys.exit(audit())
