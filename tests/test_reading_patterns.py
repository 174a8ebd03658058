"""No pattern of the reader takes more than its length in time, whatever text it meets."""

from __future__ import annotations

import importlib
import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from costs import cost

PACKAGE = Path(__file__).parents[1] / "src" / "osintkp"
SMALL, GROWTH, SLACK, FLOOR = 1_500, 8, 3, 0.0005
UNITS = [
    "a", "1", " ", "-", ".", ",", "'", '"', "(", "\n", "$", "%", "1,", "1.", "1 ", "a ", "a-", "a.", "1-", ", ", "a, ", "1 a ", "1, ",
    "of ", "the ", "and ", "to ", "more than ", "hundred ", "million ", "half a ", "between 1 and ", "a's ", "mid-", "May ", "1 May ",
    "<a ", "<a b=", "&#", "[", "*a*", "# ", "in May 2024 ", "U.S.", "\u00a0", "\u201c",
]  # fmt: skip


def names() -> Iterator[str]:
    for path in sorted([*PACKAGE.glob("reading/**/*.py"), *PACKAGE.glob("vocabulary/number*.py")]):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def patterns() -> Iterator[tuple[str, re.Pattern[Any]]]:
    """Give every pattern of a module: the constants, and what its functions without arguments compile."""
    for name in names():
        module = importlib.import_module(name)
        for label, value in sorted(vars(module).items()):
            if isinstance(value, re.Pattern):
                yield f"{name}.{label}", value
            wrapped = getattr(value, "__wrapped__", None)
            if wrapped is None or wrapped.__module__ != name or inspect.signature(wrapped).parameters:
                continue
            made = value()
            if isinstance(made, re.Pattern):
                yield f"{name}.{label}", made


EVERY = dict(patterns())


def seconds(pattern: re.Pattern[Any], unit: str, size: int) -> float:
    text: Any = unit * (size // len(unit))
    if isinstance(pattern.pattern, bytes):
        text = text.encode()
    return cost(lambda: sum(1 for _ in pattern.finditer(text)))


def slow(pattern: re.Pattern[Any]) -> list[str]:
    """Return the units of text whose repetition costs a pattern more than its length."""
    return [
        unit
        for unit in UNITS
        if seconds(pattern, unit, GROWTH * SMALL) > SLACK * GROWTH * max(seconds(pattern, unit, SMALL), FLOOR)
    ]


def test_the_patterns_of_the_reader_are_found() -> None:
    assert 20 < len(EVERY)


def test_a_pattern_that_looks_again_from_each_letter_would_be_seen() -> None:
    assert ["a"] == slow(re.compile("a+b"))


@pytest.mark.parametrize("name", EVERY)
def test_a_pattern_takes_no_more_than_its_length_in_time(name: str) -> None:
    assert [] == slow(EVERY[name])
