"""No pattern of the package takes more than its length in time, whatever text it looks through."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from functools import cache

import pytest

from costs import once
from growth.attacks import ATTACKS, TWELVE, text
from growth.measured import MOST, Act, growth
from growth.patterns import Look, Noted, Pattern, everywhere, looks, modules, patterns, places

SIZE, GLANCE = 50_000, 4_000
SHORT, GROWN = (
    0.0005,
    8,
)  # seconds of a glance; how much longer a fourfold one may take before it is looked into
WAYS = {str(place): looks(place) for place in places()}
WHOLE = frozenset(TWELVE if os.environ.get("OSINTKP_LONG") else ())  # looked into whatever a glance says


@cache
def words(name: str, size: int) -> str:
    return text(name, size)


def taken(pattern: Pattern, name: str, size: int, look: Look) -> Act:
    said: str | bytes = words(name, size)
    if isinstance(pattern.pattern, bytes) and isinstance(said, str):
        said = said.encode(errors="replace")
    return lambda: look(pattern, said)


def glance(pattern: Pattern, name: str, size: int, look: Look) -> float:
    return once(taken(pattern, name, size, look))


def suspect(pattern: Pattern, name: str, look: Look) -> bool:
    if name in WHOLE:
        return True
    short = glance(pattern, name, GLANCE, look)
    return short > SHORT and glance(pattern, name, 4 * GLANCE, look) > GROWN * short


def slow(
    pattern: Pattern, look: Look = everywhere, names: Iterable[str] = ATTACKS, size: int = SIZE
) -> dict[str, float]:
    """Return the attacks of which twice as much takes a pattern more than twice as long, with how much longer."""
    found = {}
    for name in names:
        if suspect(pattern, name, look):
            found[name] = growth(lambda size, name=name: taken(pattern, name, size, look), size)  # type: ignore[misc]
    return {name: ratio for name, ratio in found.items() if ratio >= MOST}


def test_every_place_that_makes_a_pattern_tells_which() -> None:
    assert 180 < len(places())
    assert [] == [place for place, made in patterns().items() if not made]


def test_no_module_looks_for_patterns_by_another_name() -> None:
    named = {
        file
        for file, module in modules().items()
        for name, value in vars(module).items()
        if (value is re and name != "re") or (getattr(value, "__module__", "") == "re" and callable(value))
    }

    assert set() == named


def test_a_pattern_that_is_made_while_it_runs_is_noted() -> None:
    with Noted() as watching:
        modules()["units/number_faults.py"].__dict__["_faults"].__wrapped__()

    assert 20 < len(next(iter(watching.made.values())))


@pytest.mark.parametrize(
    ("made", "name", "size"),
    [("a+b", "one long word", 6_000), (r"\s+$", "spaces", 2_000)],
)  # fmt: skip
def test_a_pattern_that_looks_again_from_each_letter_would_be_seen(made: str, name: str, size: int) -> None:
    assert [name] == list(slow(re.compile(made), names=[name], size=size))


@pytest.mark.parametrize(
    ("made", "name"), [("(?<!a)a+b", "one long word"), (r"\s{1,40}$", "spaces"), ("(?<![0-9])[0-9]*/", "digits")]
)  # fmt: skip
def test_a_pattern_with_an_edge_or_a_bound_takes_no_more_than_its_length(made: str, name: str) -> None:
    assert {} == slow(re.compile(made), names=[name], size=2_000)


@pytest.mark.parametrize("place", sorted(patterns()))
def test_a_pattern_takes_no_more_than_its_length_in_time(place: str) -> None:
    found = {pattern.pattern: slow(pattern, WAYS[place]) for pattern in patterns()[place]}

    assert {} == {pattern: worst for pattern, worst in found.items() if worst}
