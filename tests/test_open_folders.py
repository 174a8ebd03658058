"""
A record type, a check, an export, a command, a limit and an actor are one file or one row each: nothing else is edited.

The package is copied, one of each is put in, and a fresh Python uses the copy.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from filecmp import cmp
from pathlib import Path
from typing import Any

import pytest

from osintkp.vocabulary.actors import forms_of
from osintkp.vocabulary.names import keyed

PACKAGE = Path(__file__).parents[1] / "src" / "osintkp"

RECORD = '''
"""Sanctions: measures that an authority puts on an actor."""

from typing import ClassVar

import attrs

from osintkp.dates import When
from osintkp.records._record import ActorId, Record
from osintkp.units import Amount


@attrs.frozen(kw_only=True)
class Sanction(Record):
    """
    A measure that an authority puts on an actor.

    Attributes:
        authority: Who puts it on.
        on: Whom it is put on.
        amount: What was frozen.
        reasons: Why, each in a few words.
        when: The date, or the period for which it stands.
    """

    kind: ClassVar[str] = "sanction"
    roles: ClassVar[tuple[str, ...]] = ("authority", "on")

    authority: ActorId | None = None
    on: ActorId | None = None
    amount: Amount | None = None
    reasons: tuple[str, ...] = ()
    when: When | None = None
'''

CHECK = '''
"""
A sanction gives no reason.

## Why it matters
A reader cannot tell what would end it.

## Found
```toml
[source]
id = "wire"
[[claim]]
id = "freeze"
quote = "froze his accounts"
sanction = { authority = "CH", on = "SD" }
```

## Not found
```toml
[source]
id = "wire"
[[claim]]
id = "freeze"
quote = "froze his accounts over the arms"
sanction = { authority = "CH", on = "SD", reasons = ["arms"] }
```

## Assumptions
None.
"""

from collections.abc import Iterator

from osintkp.findings import Finding
from osintkp.group import Group, finding, one_by_one
from osintkp.vocabulary.scales import Severity, Verdict

CODE = "LAW999"
GROUPS = one_by_one(lambda claim: claim.kind == "sanction")


def find(group: Group) -> Iterator[Finding]:
    """Give a finding for each sanction without a reason."""
    (claim,) = group.claims
    if not claim.record.of("reasons"):
        message = f"{claim.id} gives no reason"
        yield finding(Verdict.UNDECIDED, message, group.claims, severity=Severity.WARNING)
'''

EXPORT = '''
"""The ids of the claims, a line each."""

from osintkp.exports._package import Package

ENDING = ".ids"


def render(package: Package) -> tuple[str, tuple[str, ...]]:
    """Return the ids, and that nothing else is carried."""
    return "".join(f"{claim.id}\\n" for claim in package.claims), ("everything but the ids",)
'''

COMMAND = '''
"""Count the claims."""

import argparse

from osintkp.command._output import CLEAN, corpus_of, takes_corpus


def add(parser: argparse.ArgumentParser) -> None:
    """Tell what the command takes."""
    takes_corpus(parser)


def run(given: argparse.Namespace) -> int:
    """Print their number."""
    print(len(corpus_of(given)))
    return CLEAN
'''

LIMIT = {
    "id": "lake-cap",
    "on": "TD", "authority": "lake-commission", "instrument": "Lake Protocol", "item": "weapons/small-arms",
    "amount": "<=100 rifle", "window": "12 month", "since": "2020-01-01",
    "citation": "invented for this test",
    "basis": "memory",
}  # fmt: skip

ACTOR = {
    "kind": "organisation",
    "name": "Lake Commission",
    "names": ["Commission of the Lake"],
    "member_of": ["un"],
    "cite": 0,
}

CODING = """
schema = "osintkp/1"

[source]
id = "wire"

[[claim]]
id = "freeze"
quote = "froze 3 million dollars"
speaker = "Lake Commission"
sanction = { authority = "lake-commission", on = "rsf", amount = "~3000000 USD", when = "2024-05" }

[[claim]]
id = "listed"
quote = "listed him over the arms"
sanction = { authority = "CH", on = "SD", reasons = ["arms", "oil"] }

[[claim]]
id = "rifles"
quote = "500 rifles"
shipment = { sender = "FR", recipient = "TD", item = "weapons/small-arms", amount = "500 rifle", when = "2022-03/2022-04" }
"""

USE = """
import json, sys
import osintkp
from osintkp.checks import checks

corpus = osintkp.load("wire.toml")
corpus.save("again.toml")
corpus.save("again.jsonl")
capped = corpus.check(select="limit-exceeded").at_least("error")
print(json.dumps({
    "file": osintkp.__file__,
    "problems": [[problem.code, problem.fix] for problem in corpus.problems],
    "sanctions": [claim.id for claim in corpus.sanctions],
    "line": str(corpus.claims["wire/freeze"]),
    "back": [osintkp.load(name) == corpus for name in ("again.toml", "again.jsonl")],
    "selected": [claim.id for claim in corpus.select(kind="sanction", actor="un").claims],
    "code": [found.claims for found in corpus.check(select="LAW999")],
    "name": [found.message for found in corpus.check(select="sanction-without-reason")],
    "all": sorted({found.code for found in corpus.check()} & {"LAW999"}),
    "page": [check.page.strip().splitlines()[0] for check in checks() if check.code == "LAW999"],
    "ids": corpus.rendered("ids"),
    "written": [corpus.export("ids"), open("osintkp.ids").read()],
    "offered": "sanctions" in dir(corpus),
    "capped": [[found.message, *found.working, *found.assumptions] for found in capped],
}))
"""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("open")
    package = folder / "osintkp"
    shutil.copytree(PACKAGE, package, ignore=shutil.ignore_patterns("__pycache__"))
    (package / "records" / "sanction.py").write_text(RECORD, encoding="utf-8")
    (package / "checks" / "sanction_without_reason.py").write_text(CHECK, encoding="utf-8")
    (package / "exports" / "ids.py").write_text(EXPORT, encoding="utf-8")
    (package / "command" / "count.py").write_text(COMMAND, encoding="utf-8")
    limits = json.loads((package / "data" / "limits.json").read_text(encoding="utf-8"))
    (package / "data" / "limits.json").write_text(json.dumps([*limits, LIMIT]), encoding="utf-8")
    actors = json.loads((package / "data" / "actors.json").read_text(encoding="utf-8"))
    actors["actors"]["lake-commission"] = ACTOR
    actors["keys"] |= {
        "lake commission": "lake-commission",
        "commission of the lake": "lake-commission",
    }  # as `make tables` does
    actors["keys"] |= keyed(forms_of("lake-commission", ACTOR))
    (package / "data" / "actors.json").write_text(json.dumps(actors), encoding="utf-8")
    (folder / "wire.toml").write_text(CODING, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def used(copy: Path) -> dict[str, Any]:
    environment = os.environ | {"PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}
    run = subprocess.run(
        [sys.executable, "-c", USE], cwd=copy, env=environment, capture_output=True, text=True, check=False
    )

    assert "" == run.stderr
    found: dict[str, Any] = json.loads(run.stdout)
    return found


def test_the_copy_is_what_was_used(copy: Path, used: dict[str, Any]) -> None:
    assert str(copy / "osintkp" / "__init__.py") == used["file"]


def test_four_files_and_two_rows_are_all_that_was_put_in(copy: Path) -> None:
    package = copy / "osintkp"
    files = {path.relative_to(package) for path in package.rglob("*") if path.is_file()}
    new = {str(name) for name in files if not (PACKAGE / name).exists()}
    changed = {
        str(name)
        for name in files
        if (PACKAGE / name).exists() and not cmp(PACKAGE / name, package / name, shallow=False)
    }

    added = {"records/sanction.py", "checks/sanction_without_reason.py", "exports/ids.py", "command/count.py"}
    assert added == new
    assert {"data/limits.json", "data/actors.json"} == changed


def test_a_coding_may_use_the_new_kind(used: dict[str, Any]) -> None:
    expected = (
        "wire/freeze: lake-commission (stated) · sanction · lake-commission > rsf · ~3000000 USD · [2024-05]"
    )

    assert expected == used["line"]


def test_a_corpus_has_the_new_kind_by_its_plural(used: dict[str, Any]) -> None:
    assert ["wire/freeze", "wire/listed"] == used["sanctions"]

    assert used["offered"]


def test_the_new_export_is_written_under_its_name(used: dict[str, Any]) -> None:
    text = "wire/freeze\nwire/listed\nwire/rifles\n"

    assert [text, ["everything but the ids"]] == used["ids"]
    assert [["everything but the ids"], text] == used["written"]


def test_the_new_command_runs_and_is_listed(copy: Path) -> None:
    environment = os.environ | {"PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}
    run = [sys.executable, "-m", "osintkp"]
    counted, helped = (
        subprocess.run([*run, *words], cwd=copy, env=environment, capture_output=True, text=True, check=False)
        for words in (["count", "wire.toml"], ["--help"])
    )

    assert (0, "3") == (counted.returncode, counted.stdout.strip())
    assert "count the claims" in " ".join(helped.stdout.split())


def test_the_new_kind_saves_and_loads_back(used: dict[str, Any]) -> None:
    assert [True, True] == used["back"]


def test_the_actors_of_the_new_kind_are_selected_by_what_they_belong_to(used: dict[str, Any]) -> None:
    assert ["wire/freeze"] == used["selected"]


def test_the_new_actor_is_known_by_its_name(used: dict[str, Any]) -> None:
    assert [["actor-name", "read as 'lake-commission'; write that"]] == used["problems"]


def test_the_new_check_runs_by_code_by_name_and_among_all(used: dict[str, Any]) -> None:
    assert [["wire/freeze"]] == used["code"]
    assert ["wire/freeze gives no reason"] == used["name"]
    assert ["LAW999"] == used["all"]
    assert ["A sanction gives no reason."] == used["page"]


def test_the_new_limit_is_held_against_transfers(used: dict[str, Any]) -> None:
    (found,) = used["capped"]

    assert any("Lake Protocol" in line for line in found)
    assert any("500 rifle" in line for line in found)


def test_without_the_files_the_kind_is_unknown(copy: Path, tmp_path: Path) -> None:
    shutil.copy(copy / "wire.toml", tmp_path)
    code = "import osintkp; print(*(p.code for p in osintkp.load('wire.toml', lenient=True).problems))"
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )

    assert ["unknown-key", "unknown-actor", "unknown-key"] == run.stdout.split()
