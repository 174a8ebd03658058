"""Whatever a public call is given, nothing but our own errors comes out of it; every public name is called."""

from __future__ import annotations

import inspect
import os
import re
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import osintkp
from hostile import GIVEN, PLAIN_ERRORS, Entry, OwnError, arguments, entries, subjects
from osintkp.command import main

ENTRIES = entries()
LONG = bool(os.environ.get("OSINTKP_LONG"))
SLOW = re.compile(
    r"Corpus\.(check|page|report|show|changes|figures|flows|origins|timeline|to_.*|export|rendered|save|compare|as_of|without|select)|"
    r".*\.(plot|page|to_arrow|to_pandas|to_polars|to_parquet)|open|load.*|read.*|find|from_arrow|StoredCorpus\..*|schema"
)
DRAWN = re.compile(r"plot|page|report")
WRITERS = re.compile(r"(Corpus|Findings)\.(save|report|export|to_parquet)|read_archive")
ALL = list(HealthCheck)


def times(name: str) -> int:
    if LONG:
        return 10_000
    return 3 if DRAWN.search(name) else 20 if SLOW.fullmatch(name) else 100


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let everything that is written lie in a folder of its own, a few deep."""
    inside = tmp_path / "a" / "b" / "c"
    inside.mkdir(parents=True)
    monkeypatch.chdir(inside)
    return inside


@pytest.mark.parametrize("name", sorted(ENTRIES))
def test_nothing_but_our_own_errors_comes_out(name: str) -> None:
    held(ENTRIES[name], ENTRIES[name].bound(), times(name))


def held(entry: Entry, function: Callable[..., Any], examples: int) -> None:
    """Call a function with so many choices of arguments; what is not ours and comes out goes on."""
    allowed = (osintkp.OsintkpError, OwnError, *((OSError,) if WRITERS.fullmatch(entry.name) else ()))

    @settings(
        max_examples=examples, derandomize=True, database=None, deadline=None, suppress_health_check=ALL
    )
    @given(arguments(entry))
    def call(given: tuple[list[Any], dict[str, Any]]) -> None:
        try:
            look_at(function(*given[0], **given[1]))
        except allowed as error:
            str(error)

    call()


def look_at(result: Any) -> None:
    """Show a result, and begin to go through it."""
    if type(result).__module__.startswith("osintkp"):
        repr(result)
        str(result)
    if hasattr(result, "__next__"):
        list(islice(result, 3))


def test_every_public_class_and_function_is_called() -> None:
    named = {name.rpartition(".")[2] for name in ENTRIES}
    own = {name for name in osintkp.__all__ if name not in PLAIN_ERRORS}
    made = {name for name in own if name in GIVEN}

    assert set() == own - named - made
    assert {name for name in made if any(each.startswith(f"{name}.") for each in ENTRIES)} >= {"Facts"}
    assert len(ENTRIES) > 160


def test_a_public_method_that_is_new_is_called_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def halved(self: osintkp.Span, times: int) -> object:
        return [self][times]

    monkeypatch.setattr(halved, "__module__", "osintkp.evidence")
    monkeypatch.setattr(osintkp.Span, "halved", halved, raising=False)
    entry = entries()["Span.halved"]

    assert ["times"] == [parameter.name for parameter in entry.parameters]
    with pytest.raises(TypeError):
        entry.bound()("x")


def test_an_error_that_is_not_ours_would_be_seen() -> None:
    def lost(_: object) -> object:
        raise KeyError("lost")

    entry = Entry("lost", partial(partial, lost), tuple(inspect.signature(lost).parameters.values()))

    with pytest.raises(KeyError, match="lost"):
        held(entry, entry.bound(), 10)


def test_every_attribute_of_what_is_public_can_be_asked_for() -> None:
    for subject in subjects().values():
        for name in dir(subject):
            if not name.startswith("_") and name != "shelf":
                look_at(getattr(subject, name))


LINES = st.lists(
    st.sampled_from(
        ["check", "explain", "export", "read", "report", "schema", "show", "--select", "--format", "--to", "x", "QTY", "json", "csv", "-", ".",
         "a\0b", "\ud800", "\x1b[31m", "--help", "--jobs", "9" * 400, "nothing.toml", "--at-least", "error"]
    ),
    max_size=5,
)  # fmt: skip


def test_a_command_line_never_ends_in_a_fault_of_the_library(capsys: pytest.CaptureFixture[str]) -> None:
    @settings(
        max_examples=10_000 if LONG else 100,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=ALL,
    )
    @given(LINES)
    def call(words: list[str]) -> None:
        with suppress(SystemExit):
            main(words)
        assert "fault of osintkp itself" not in capsys.readouterr().err

    call()
