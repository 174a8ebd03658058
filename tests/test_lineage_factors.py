"""Conversion factors: a load divided by its carriers, and the figures that share one."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest

from builders import claim, corpus
from osintkp import Amount, Claim
from osintkp.lineage.factors import Factor, alike, factor, nominal, quotient, shared


def load(source: str, amount: str | None, carriers: str | None, **fields: Any) -> list[Claim]:
    about = {"sender": "un", "recipient": "PS", "item": "food/flour", **fields}
    return [
        claim(f"{source}/carriers", sender="un", recipient="PS", amount=carriers),
        claim(f"{source}/load", amount=amount, links={"contained_in": f"{source}/carriers"}, **about),
    ]


def made(amount: str | None, carriers: str | None) -> Factor | None:
    below, above = load("a", amount, carriers)
    return factor(above, below)


def clusters(*loads: list[Claim]) -> list[list[str]]:
    found = corpus(*(each for pair in loads for each in pair)).claims
    return [[each.load.id for each in cluster] for cluster in shared(found, found)]


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        ("6700 container", 6700.0),
        ("~6700 container", 6700.0),
        (">13000 container", 13000.0),
        ("<=5 piece", 5.0),
        ("300..500 round", None),
        ("~2000.. round", None),
    ],
)
def test_the_printed_number_is_nominal(amount: str, expected: float | None) -> None:
    assert expected == nominal(Amount.parse(amount))
    assert nominal(None) is None


def test_a_factor_is_the_load_of_one_carrier_with_its_slack() -> None:
    found = made("12200 tonne", "610 truck")

    assert found is not None
    assert (20.0, "tonne/truck") == (found.value, found.unit)
    assert pytest.approx(50 / 12200 + 5 / 610) == found.slack


@pytest.mark.parametrize(
    ("amount", "carriers"),
    [(None, "610 truck"), ("12200 tonne", None), ("12200 tonne", "0 truck"), ("1..5 tonne", "610 truck"),
     ("12200 tonne", "5..9 truck"), ("12200 tonne", "610 tonne"), ("5 tonne/month", "610 truck")],
)  # fmt: skip
def test_what_gives_no_number_or_no_ratio_has_no_factor(amount: str | None, carriers: str | None) -> None:
    assert made(amount, carriers) is None


def test_factors_are_compared_in_one_unit() -> None:
    one, other = made("12200 tonne", "610 truck"), made("12200000 kilogram", "610 truck")
    boxes, people = made("12200 tonne", "610 container"), made("1220 round", "610 truck")
    assert one is not None
    assert other is not None
    assert boxes is not None
    assert people is not None

    assert pytest.approx(1.0) == quotient(one, other)
    assert (True, False, False) == (alike(one, other), alike(one, boxes), alike(one, people))
    assert quotient(one, people) is None


def test_the_figures_of_one_factor_are_gathered() -> None:
    assert [["a/load", "b/load"]] == clusters(
        load("a", "12200 tonne", "610 truck"),
        load("b", "23000 tonne", "1150 truck"),
        load("c", "9150 tonne", "610 truck"),
    )


def test_two_factors_in_one_matter_are_two_clusters() -> None:
    pairs = [("a", 610, 20), ("b", 1150, 20), ("c", 610, 15), ("d", 1150, 15)]

    assert [["c/load", "d/load"], ["a/load", "b/load"]] == clusters(
        *(load(name, f"{n * each} tonne", f"{n} truck") for name, n, each in pairs)
    )


@pytest.mark.parametrize(
    "fields", [{"item": "food/grain"}, {"sender": "EG"}, {"calibre": "152 mm"}]
)  # fmt: skip
def test_loads_of_other_things_share_nothing(fields: dict[str, str]) -> None:
    assert [] == clusters(
        load("a", "12200 tonne", "610 truck"), load("b", "23000 tonne", "1150 truck", **fields)
    )


def test_two_figures_for_one_set_of_carriers_share_nothing() -> None:
    first = load("a", "12200 tonne", "610 truck")
    again = claim(
        "b/load",
        sender="un",
        recipient="PS",
        item="food/flour",
        amount="12200 tonne",
        links={"contained_in": "a/carriers"},
    )

    assert [] == clusters([*first, again])


def test_carriers_that_are_not_at_hand_give_nothing() -> None:
    _, above = load("a", "12200 tonne", "610 truck")

    assert [] == clusters([above], load("b", "23000 tonne", "1150 truck"))


def test_the_order_of_the_claims_plays_no_part() -> None:
    pairs = [load(name, f"{n * 20} tonne", f"{n} truck") for name, n in (("a", 610), ("b", 1150), ("c", 300))]

    assert {(("a/load", "b/load", "c/load"),)} == {
        tuple(map(tuple, clusters(*order))) for order in permutations(pairs)
    }
