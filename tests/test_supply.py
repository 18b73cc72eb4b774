"""What casetrack stands on is bounded, locked with hashes, and under licences that are listed."""

from __future__ import annotations

import re

import pytest
from conftest import ROOT
from packaging.requirements import Requirement

from tests import supply

LOCKED = supply.locked()
ASKED = [Requirement(one) for part in supply.requirements() for one in part]
LISTED = dict(
    re.findall(
        r"^\| (\S+) \| (.+) \|$", (ROOT / "docs" / "licences.md").read_text(encoding="utf-8"), re.MULTILINE
    )
)


@pytest.mark.parametrize("asked", ASKED, ids=lambda asked: asked.name)
def test_a_dependency_is_bounded_and_the_lock_fits(asked: Requirement) -> None:
    assert asked.specifier, f"{asked.name} has no bound in pyproject.toml"
    version = LOCKED.get(supply.normalize(asked.name))
    assert version, f"{asked.name} is not in requirements.lock: make lock"
    assert asked.specifier.contains(version), f"{asked.name} {version} in requirements.lock: make lock"


def test_every_locked_version_has_its_hashes() -> None:
    text = supply.LOCK.read_text(encoding="utf-8")
    parts = re.split(r"^(?=\S)", text, flags=re.MULTILINE)
    named = [part for part in parts if supply.LOCKED_RE.match(part)]
    assert len(named) == len(LOCKED)
    assert all("--hash=sha256:" in part for part in named)
    assert "://" not in text


@pytest.mark.parametrize("name", LOCKED)
def test_its_licence_is_listed_as_it_says(name: str) -> None:
    assert name in LISTED, f"{name} is not in docs/licences.md: make docs"
    installed = supply.licence_of(name)
    assert LISTED[name] == (installed or supply.ELSEWHERE[name])


def test_what_users_install_lets_them_use_casetrack_for_anything() -> None:
    permissive = {"MIT", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "ISC", "PSF-2.0", "Public Domain"}
    assert {LISTED[name] for name in supply.needed_by_users()} <= permissive
