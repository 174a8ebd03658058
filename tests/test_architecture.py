"""The house: every module imports only from the floors below it, and costs nothing before it is used."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "osintkp"
FLOORS = [
    {"inert", "annotations"}, {"errors", "columns", "deprecations", "pausing", "markup"}, {"paths", "typed"}, {"validating", "extras", "cards", "writing", "resource_limits", "unique_keys"}, {"file_access", "toml_reading"}, {"plots", "frames", "generations"}, {"vocabulary"}, {"problems", "dates"}, {"units"}, {"evidence", "drafts"}, {"records"}, {"claim"}, {"claims"},
    {"lineage", "finding_table", "facets", "comparison"}, {"facts", "findings", "origins", "fates", "pairing"}, {"group", "selecting", "difference"}, {"windows", "whereabouts"}, {"triage"}, {"series", "changes", "agreement", "reviewing", "reanchoring"}, {"timeline", "figures", "flows"},
    {"checks", "exports", "reading", "showing", "coding"}, {"claim_table"}, {"store"}, {"sharded"}, {"corpus", "uncoded", "foreign", "verifying"}, {"stored"}, {"opening", "archives"}, {"scale"}, {"command"}, {"__main__"},
]  # fmt: skip
FLOOR = {name: floor for floor, names in enumerate(FLOORS) for name in names}
STAGES = [
    {"view", "bending"}, {"tokens", "mentions"}, {"lexicon", "events"}, {"pages", "amounts", "dates"}, {"names"}, {"clauses", "voices"}, {"drafts"},
    {"frames", "finding"}, {"reader"},
]  # fmt: skip
STAGE = {name: stage for stage, names in enumerate(STAGES) for name in names}
HEAVY = {"attr", "attrs", "cattrs", "dateutil", "pint", "numpy"}
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module is not None:
            assert node.level == 0, f"{path} imports relatively"
            found |= (
                {f"{node.module}.{alias.name}" for alias in node.names}
                if node.module == "osintkp"
                else {node.module}
            )
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found


def wrong_imports(path: Path) -> list[str]:
    mine = room(path)
    rooms = {name.split(".")[1] for name in imported(path) if name.startswith("osintkp.")}
    return [name for name in sorted(rooms) if name != mine and FLOOR[name] >= FLOOR[mine]]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_only_from_the_floors_below(path: Path) -> None:
    assert [] == wrong_imports(path)


READING = sorted(path for path in (PACKAGE / "reading").rglob("*.py") if path.parent.name != "reading")


@pytest.mark.parametrize("path", READING, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_stage_of_the_reader_imports_only_from_the_stages_before(path: Path) -> None:
    mine = path.parent.name
    used = {name.split(".")[2] for name in imported(path) if name.startswith("osintkp.reading.")}

    assert [] == [name for name in sorted(used) if name != mine and STAGE[name] >= STAGE[mine]]


def test_the_law_of_floors_would_see_a_breach(tmp_path: Path) -> None:
    module = tmp_path / "osintkp" / "dates.py"
    module.parent.mkdir()
    module.write_text("from osintkp import corpus\nfrom osintkp.errors import DateError\n")
    names = {name.split(".")[1] for name in imported(module) if name.startswith("osintkp.")}

    assert ["corpus"] == [name for name in sorted(names) if FLOOR[name] >= FLOOR["dates"]]


@pytest.mark.parametrize("package", ["pint", "cattrs"])
def test_a_heavy_package_has_one_importer(package: str) -> None:
    only = {"pint": "units/registry.py", "cattrs": "coding/converter.py"}[package]
    importers = {
        str(path.relative_to(PACKAGE))
        for path in MODULES
        for name in imported(path)
        if name.split(".")[0] == package
    }

    assert {only} == importers


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = f"import sys, osintkp; print(sorted({HEAVY!r} & set(sys.modules)))"
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert "[]" == printed.strip()


def test_loading_and_checking_the_seeds_does_not_wake_pint() -> None:
    code = (
        "import sys, osintkp; osintkp.load_seeds().check()\n"
        "print([name for name in ('pint', 'numpy') if name in sys.modules])"
    )
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert "[]" == printed.strip()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_module_reads_a_clock(path: Path) -> None:
    banned = {"now", "today", "utcnow", "localtime"}
    calls = {
        node.attr
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
    }

    assert set() == banned & calls


def test_every_module_imports_alone() -> None:
    names = [
        ".".join(("osintkp", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__")
        for path in MODULES
    ]
    code = (
        "import importlib, subprocess, sys\n"
        "for name in sys.argv[1:]:\n"
        "    for loaded in [m for m in sys.modules if m.split('.')[0] == 'osintkp']: del sys.modules[loaded]\n"
        "    importlib.import_module(name)\n"
    )

    subprocess.run([sys.executable, "-W", "error", "-c", code, *names], check=True)
