"""The fuzz targets without atheris: what is kept passes, a short pass of near misses does, and each target can fail."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import osintkp
from _mutating import near
from _target import attempt, safe
from osintkp.errors import InvalidValueError
from osintkp.units import notation

run_fuzz: Any = import_module("run_fuzz")
FUZZ = Path(__file__).parents[1] / "fuzz"
TARGETS = sorted(path.stem for path in FUZZ.glob("[a-z]*.py"))
TIMES = {
    "amount_notation": 3000,
    "when_notation": 1500,
    "html_pages": 12,
    "round_trips": 12,
    "checks_of_claims": 6,
}
USUAL = 60
LONGER = 20 if os.environ.get("OSINTKP_LONG") else 1


def check_of(name: str) -> Callable[[bytes], None]:
    check: Callable[[bytes], None] = import_module(name).check
    return check


def kept(name: str) -> list[bytes]:
    return [path.read_bytes() for path in sorted((FUZZ / "corpus" / name).glob("*"))] or [b"", b"\x00" * 8]


def words(name: str) -> list[bytes]:
    path = FUZZ / "words" / f"{name}.dict"
    lines = path.read_text(encoding="ascii").splitlines() if path.exists() else []
    return [unescaped(line[1:-1]) for line in lines]


def unescaped(line: str) -> bytes:
    return re.sub(rb"\\x(..)", lambda found: bytes([int(found[1], 16)]), line.encode())


def test_there_are_targets_for_every_way_in() -> None:
    named = {
        "amount_notation", "article_reader", "checks_of_claims", "foreign_forms", "html_article", "html_pages",
        "json_coding", "json_lines", "round_trips", "toml_coding", "when_notation",
    }  # fmt: skip

    assert named == set(TARGETS)


@pytest.mark.parametrize("name", TARGETS)
def test_what_is_kept_passes(name: str) -> None:
    for data in kept(name):
        check_of(name)(data)


@pytest.mark.parametrize("name", TARGETS)
def test_what_is_near_to_what_is_kept_passes(name: str) -> None:
    times = TIMES.get(name, USUAL) * LONGER
    made = list(near(kept(name), words(name), times, seed=len(name)))
    for data in made:
        check_of(name)(data)

    assert times == len(made)


@pytest.mark.parametrize("name", TARGETS)
def test_what_is_kept_is_small(name: str) -> None:
    files = kept(name)

    assert len(files) <= 60
    assert max(map(len, files)) <= 4096
    assert len(files) == len(set(files))


def test_an_error_that_is_not_ours_goes_on() -> None:
    def make() -> None:
        raise KeyError("x")

    with pytest.raises(KeyError):
        attempt(make)


def test_our_own_error_is_an_answer_if_its_message_is_safe() -> None:
    class LoudError(osintkp.OsintkpError):
        def __str__(self) -> str:
            return "\x1b[31m"

    def make(error: Exception) -> None:
        raise error

    assert attempt(lambda: make(InvalidValueError("x", "plain", None, "y"))) is None
    with pytest.raises(AssertionError):
        attempt(lambda: make(LoudError()))


@pytest.mark.parametrize("line", ["\x1b[31m", "a\nb", "ü", "\u202e", "a" * 2001])
def test_an_unsafe_line_is_seen(line: str) -> None:
    safe("a" * 2000)
    with pytest.raises(AssertionError):
        safe(line)


def broken(*_: Any, **__: Any) -> Any:
    raise IndexError("broken")


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("amount_notation", "osintkp.units.notation.read"),
        ("when_notation", "osintkp.dates.when.bounds"),
        ("toml_coding", "osintkp.coding.documents._toml"),
        ("json_coding", "osintkp.coding.documents._json"),
        ("json_lines", "osintkp.coding.documents._line"),
        ("article_reader", "osintkp.reading.reader.part_at"),
        ("html_article", "osintkp.reading.pages.texts.page_letters"),
        ("html_pages", "osintkp.markup.escape"),
        ("foreign_forms", "osintkp.exports.csv.headed"),
        ("round_trips", "osintkp.coding.saving.claim_data"),
        ("checks_of_claims", "osintkp.checks.run"),
    ],
)
def test_a_target_sees_an_error_that_is_not_ours(
    name: str, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(place, broken)

    made = near(kept(name), words(name), 40, seed=1)

    with pytest.raises(IndexError):
        list(map(check_of(name), made))


def test_a_target_sees_an_amount_that_prints_otherwise_than_it_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(osintkp.Amount, "__str__", lambda amount: f"{amount.printed}0 {amount.unit}")

    with pytest.raises((AssertionError, osintkp.OsintkpError)):
        check_of("amount_notation")(b"6700 container")
    assert notation.read("6700 container") is not None


def test_every_target_is_run_and_one_find_fails_the_run(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(command: list[str], **_: Any) -> subprocess.CompletedProcess[bytes]:
        status = 77 if "json_lines" in command else 0
        return subprocess.CompletedProcess(command, status, b"", b"stat::number_of_executed_units: 12\n")

    monkeypatch.setattr(run_fuzz, "KEPT", tmp_path)
    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setattr(sys, "argv", ["run_fuzz.py", "--minutes", "0.5"])

    assert 1 == run_fuzz.main()
    lines = [line for line in capsys.readouterr().out.splitlines() if " inputs in " in line]
    assert [
        f"{name}: 12 inputs in 30 s, status {77 if name == 'json_lines' else 0}" for name in TARGETS
    ] == lines
    monkeypatch.setattr(sys, "argv", ["run_fuzz.py", "json_coding"])
    assert 0 == run_fuzz.main()


def test_a_target_is_run_on_its_own_corpus_for_so_long() -> None:
    told = run_fuzz.command("amount_notation", 30)

    assert "amount_notation" == told[2]
    assert "-max_total_time=30" in told
    assert str(FUZZ / "corpus" / "amount_notation") == told[-1]
    assert not run_fuzz.command("round_trips", 30)[-1].startswith(str(FUZZ))
