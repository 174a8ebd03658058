"""What claims with a name say, found for a claim without."""

from __future__ import annotations

from typing import Any

import pytest

from builders import claim
from osintkp.checks._named import MOST_THINGS, Named, can_be_equal, counts

MINES: dict[str, Any] = {"sender": "IR", "recipient": "SD", "item": "munitions/mine"}


def test_a_distance_counts_nothing() -> None:
    assert counts(claim("a/1", **MINES, amount="5 round"))
    assert not counts(claim("a/1", **MINES, amount="5 kilometre"))
    assert not counts(claim("a/1", **MINES))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("100..120 round", "120..140 round", True),
        ("100..120 round", "121..140 round", False),
        (None, "5 round", True),
        ("5 round", None, False),
        (None, None, True),
    ],
)
def test_figures_can_be_equal_where_they_have_a_number_in_common(
    one: str | None, other: str | None, expected: bool
) -> None:
    assert expected is can_be_equal(claim("a/1", **MINES, amount=one), claim("b/1", **MINES, amount=other))


def test_a_claim_of_the_very_same_goods_comes_before_one_of_wider_goods() -> None:
    wide = claim("a/1", **{**MINES, "item": "munitions"}, amount="500 round")
    same = claim("b/1", **MINES, amount="500 round")

    assert same == Named.of([wide, same]).same(claim("c/1", **MINES, amount="500 round"))
    assert wide == Named.of([wide]).same(claim("c/1", **MINES, amount="500 round"))


def test_a_claim_whose_figure_can_be_the_same_comes_before_others() -> None:
    far = claim("a/1", **MINES, amount="9 round")
    near = claim("b/1", **{**MINES, "item": "munitions"}, amount="~500 round")
    asked = claim("c/1", **MINES, amount="500 round")

    assert near == Named.of([far, near]).same(asked)
    assert Named.of([far, near]).says(asked)
    assert far == Named.of([far]).same(asked)
    assert not Named.of([far]).says(asked)


def test_a_figure_of_another_time_is_not_the_same_though_it_is_near() -> None:
    old = claim("a/1", **MINES, amount="500 round", when="1999")
    new = claim("b/1", **MINES, amount="9 round", when="2023")
    asked = claim("c/1", **MINES, amount="500 round", when="2023")

    assert new == Named.of([old, new]).same(asked)
    assert not Named.of([old, new]).says(asked)
    assert Named.of([old]).same(asked) is None


@pytest.mark.parametrize(
    ("unit", "expected"),
    [("tank", True), ("piece", True), ("vehicle", True), ("drone", False), ("round", False)],
)
def test_a_tank_is_no_drone(unit: str, expected: bool) -> None:
    told = claim("a/1", sender="IR", recipient="SD", amount=f"50 {unit}")

    assert expected is Named.of([told]).says(claim("b/1", sender="IR", recipient="SD", amount="50 tank"))


@pytest.mark.parametrize("modality", ["predicted", "conditional", "pledged", "authorised"])
def test_what_is_not_yet_done_stands_behind_nothing(modality: str) -> None:
    assert Named.of([claim("a/1", **MINES, modality=modality)]).same(claim("b/1", **MINES)) is None


def test_only_so_many_other_things_are_looked_at() -> None:
    many = [claim(f"a/{n}", **{**MINES, "item": f"munitions/x{n}"}) for n in range(MOST_THINGS)]
    wide = claim("b/1", **{**MINES, "item": "munitions"})

    assert Named.of([*many[1:], wide]).same(claim("c/1", **MINES)) is not None
    assert Named.of([*many, claim("b/1", **MINES)]).same(claim("c/1", **MINES)) is not None


def test_a_count_of_others_or_of_a_much_longer_time_is_no_figure_for_the_same() -> None:
    given: dict[str, Any] = {"kind": "loss", "actor": "MM", "by": "mm-tatmadaw"}
    bare = claim("a/1", **given, quote="4 children died", amount="4 person", when="2024-02-05")

    def beside(quote: str, when: str) -> bool:
        told = claim("b/1", **given, quote=quote, amount="4400 person", when=when)
        return Named.of([told]).same(bare) is not None

    assert beside("4,400 died", "2024-02")
    assert beside("4,400 died", "2024-01/2024-03")
    assert not beside("4,400 died", "2021-02/2024-02")
    assert not beside("4,400 were wounded", "2024-02")
