"""The house rules: who may import what, how large a module grows, what starting up may load.

Everything is read from the source with `ast`, so that a new module is held to the rules the day it
is written; a new top-level module must first be given its layer in `LAYERS`.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "casetrack"

# A module imports from its own layer or from those above it in this table, never from below.
LAYERS = (
    {"", "models", "errors", "words"},
    {"lexicon"},
    {"stretch", "remote"},
    {"read", "sources", "extract", "resolve", "combine", "decisions"},
    {"pool", "portions", "store"},
    {"dask_engine"},
    {"ingest", "correct", "rebuild"},
    {"render"},
    {"cli"},
    {"__main__"},
)
# The modules of one stage may import each other; those of different stages may not.
STAGE_OF = {
    "read": "read",
    "sources": "read",
    "extract": "extract",
    "resolve": "resolve",
    "combine": "resolve",
    "decisions": "resolve",
}
PURE = {"read", "extract", "resolve", "combine", "decisions"}

HOME_OF = {
    "sqlite_utils": {"store"},
    "sqlite3": {"store"},
    "typer": {"cli"},
    "rich": {"render", "cli"},
    "icalendar": {"render"},
    "dask": {"dask_engine"},
    "distributed": {"dask_engine"},
    "fsspec": {"remote"},
}
IMPURE_MODULES = {"os", "io", "glob", "gzip", "shutil", "socket", "subprocess", "tempfile", "time", "random"}
IMPURE_CALLS = {"open", "now", "today", "utcnow", "read_text", "read_bytes", "write_text", "write_bytes"}
SLOW_TO_IMPORT = (
    "rich", "sqlite_utils", "icalendar", "nupunkt", "charset_normalizer", "rapidfuzz", "numpy", "dask",
    "distributed", "fsspec",
)  # fmt: skip
SQL_RE = re.compile(
    r"^\s*(?:SELECT\s|INSERT\s+(?:OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s"
    r"|(?:CREATE|DROP|ALTER)\s+(?:VIRTUAL\s+)?(?:TABLE|VIEW|INDEX|TRIGGER)\s|PRAGMA\s|WITH\s+\w+\s+AS\s*\()"
)
MAX_LINES = 400


@dataclass(frozen=True)
class Module:
    """One source file. `part` is the layer's word for it: `extract` for `casetrack.extract.dates`."""

    path: Path

    @property
    def name(self) -> str:
        parts = ("casetrack", *self.path.relative_to(PACKAGE).with_suffix("").parts)
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    @property
    def part(self) -> str:
        return part_of(self.name)

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.path.read_text(encoding="utf-8"), str(self.path))

    def imports(self) -> list[str]:
        """Every module imported anywhere in the file, by its full name."""
        return [name for node in ast.walk(self.tree) for name in self.names_of(node)]

    def imports_at_start(self) -> list[str]:
        """Those that importing the file runs: not in a function, not for the type checker alone."""
        return [name for node in walk_at_start(self.tree) for name in self.names_of(node)]

    def names_of(self, node: ast.AST) -> list[str]:
        if isinstance(node, ast.Import):
            return [alias.name for alias in node.names]
        if not isinstance(node, ast.ImportFrom):
            return []
        base = self.resolve_base(node)
        # `from casetrack import store` imports a module, `from casetrack.models import Article` a name.
        return [f"{base}.{a.name}" if f"{base}.{a.name}" in MODULE_NAMES else base for a in node.names]

    def resolve_base(self, node: ast.ImportFrom) -> str:
        if node.level == 0:
            return node.module or ""
        package = self.name.split(".") if self.path.stem == "__init__" else self.name.split(".")[:-1]
        above = package[: len(package) - node.level + 1]
        return ".".join([*above, node.module] if node.module else above)


def part_of(name: str) -> str:
    return name.split(".")[1] if "." in name else ""


def walk_at_start(node: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            continue
        yield child
        yield from walk_at_start(child)


def layer_of(part: str) -> int:
    found = [number for number, parts in enumerate(LAYERS) if part in parts]
    assert found, f"casetrack.{part} has no place in LAYERS: say which layer it belongs to"
    return found[0]


def own_parts(module: Module) -> set[str]:
    own = (name for name in module.imports() if name.split(".")[0] == "casetrack")
    return {part_of(name) for name in own}


def called_names(tree: ast.AST) -> set[str]:
    functions = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    plain = {function.id for function in functions if isinstance(function, ast.Name)}
    return plain | {function.attr for function in functions if isinstance(function, ast.Attribute)}


MODULES = [Module(path) for path in sorted(PACKAGE.rglob("*.py"))]
MODULE_NAMES = {module.name for module in MODULES}

every_module = pytest.mark.parametrize("module", MODULES, ids=[module.name for module in MODULES])


@every_module
def test_imports_point_one_way(module: Module) -> None:
    own_layer = layer_of(module.part)
    wrong = sorted(part for part in own_parts(module) if layer_of(part) > own_layer)
    assert not wrong, f"{module.name} imports {wrong}, which lie below it"


@every_module
def test_a_stage_imports_no_other_stage(module: Module) -> None:
    stage = STAGE_OF.get(module.part)
    if stage is None:
        return
    others = sorted(part for part in own_parts(module) if STAGE_OF.get(part, stage) != stage)
    assert not others, f"{module.name} imports the stages {others}; a value of models.py should pass instead"


@every_module
def test_models_and_errors_import_nothing_of_ours(module: Module) -> None:
    if module.part in LAYERS[0]:
        assert own_parts(module) <= LAYERS[0]


@every_module
def test_a_library_stays_in_its_room(module: Module) -> None:
    tops = {name.split(".")[0] for name in module.imports()}
    wrong = sorted(top for top in tops if module.part not in HOME_OF.get(top, {module.part}))
    assert not wrong, f"{module.name} imports {wrong}, which belong to {[HOME_OF[top] for top in wrong]}"


@every_module
def test_render_knows_of_the_store_only_its_rows(module: Module) -> None:
    if module.part == "render":
        stored = {name for name in module.imports() if name.startswith("casetrack.store")}
        assert stored <= {"casetrack.store.rows", "casetrack.store.day_rows"}


@every_module
def test_sql_is_written_only_in_the_store(module: Module) -> None:
    if module.part == "store":
        return
    strings = [
        node
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and SQL_RE.match(node.value)
    ]
    assert not strings, f"{module.name} holds SQL at lines {[node.lineno for node in strings]}"


@every_module
def test_a_stage_sees_no_disk_and_no_clock(module: Module) -> None:
    if module.part not in PURE:
        return
    tops = {name.split(".")[0] for name in module.imports()}
    assert not tops & IMPURE_MODULES
    assert not called_names(module.tree) & IMPURE_CALLS


@every_module
def test_commands_import_slow_libraries_inside_functions(module: Module) -> None:
    if module.part == "cli":
        slow = {name.split(".")[0] for name in module.imports_at_start()} & set(SLOW_TO_IMPORT)
        assert not slow, f"{module.name} imports {sorted(slow)} on start; import where it is used"


@every_module
def test_no_drawer_for_odds_and_ends(module: Module) -> None:
    assert module.path.stem not in {"utils", "util", "helpers", "helper", "common", "misc"}


@every_module
def test_module_is_short_and_states_its_contract(module: Module) -> None:
    lines = module.path.read_text(encoding="utf-8").count("\n")
    assert lines <= MAX_LINES, f"{module.name} has {lines} lines; look for the missing type or module"
    assert ast.get_docstring(module.tree) or not module.tree.body, f"{module.name} has no docstring"


def loaded_by(statement: str) -> set[str]:
    """The top-level modules in memory after a fresh interpreter has run `statement`."""
    script = f"{statement}\nimport sys\nprint(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=PACKAGE.parent, capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def test_starting_the_command_line_loads_nothing_slow() -> None:
    assert not loaded_by("import casetrack.cli") & {*SLOW_TO_IMPORT, "pydantic", "sqlite3"}


def test_importing_the_package_loads_the_standard_library_alone() -> None:
    assert loaded_by("import casetrack") - loaded_by("pass") <= {"casetrack", "__future__"}


def test_the_walk_finds_the_package() -> None:
    assert {"casetrack", "casetrack.models", "casetrack.errors"} <= MODULE_NAMES


SAMPLE = """
import rich.table
from casetrack import models
from casetrack.models import Article
from . import dates
from ..lexicon import load_table
from typing import TYPE_CHECKING
if TYPE_CHECKING:
    import numpy
def later():
    import sqlite_utils
"""


def test_the_walk_reads_every_way_to_import(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"{__name__}.PACKAGE", tmp_path)
    monkeypatch.setattr(
        f"{__name__}.MODULE_NAMES", {"casetrack.models", "casetrack.extract.dates", "casetrack.lexicon"}
    )
    path = tmp_path / "extract" / "people.py"
    path.parent.mkdir()
    path.write_text(SAMPLE, encoding="utf-8")
    module = Module(path)
    always = {"rich.table", "casetrack.models", "casetrack.extract.dates", "casetrack.lexicon", "typing"}
    assert module.part == "extract"
    assert set(module.imports_at_start()) == always
    assert set(module.imports()) == always | {"numpy", "sqlite_utils"}
