"""Reference data: what travels with the library, and what a user puts in its place."""

from __future__ import annotations

import attrs

from osintkp import Amount
from osintkp.facts import Facts, ReferenceLimit, shipped
from osintkp.records.limit import Limit
from osintkp.units import Assumption, assumption, assumptions


def own(place: str) -> Assumption:
    return Assumption(
        id="my.density", quantity="density", statement="Measured.", low=7.0, high=7.1, unit="barrel/tonne",
        applies_to=place, citation="my own laboratory", basis="found",
    )  # fmt: skip


def test_an_assumption_of_ones_own_takes_the_place_of_the_shipped_one_for_the_same_goods() -> None:
    facts = shipped().added(assumptions=[own("fuel/refined/diesel")])

    assert "my.density" == assumption("density", "fuel/refined/diesel", using=facts.assumptions).id
    assert len(assumptions()) == len(facts.assumptions)


def test_an_assumption_for_other_goods_stands_beside_the_shipped_ones() -> None:
    facts = shipped().added(assumptions=[own("fuel/refined/diesel/winter")])

    assert "density.diesel" == assumption("density", "fuel/refined/diesel", using=facts.assumptions).id
    assert len(assumptions()) + 1 == len(facts.assumptions)


def test_a_limit_takes_the_place_of_the_one_of_its_id() -> None:
    first = shipped().limits[0]
    other = attrs.evolve(first, limit=Limit(on="LY", amount=Amount.parse("<=5 piece")))
    more = ReferenceLimit(id="mine", limit=other.limit, citation="me", basis="found")

    facts = shipped().added(limits=[other, more])

    assert other == facts.limits[0]
    assert more == facts.limits[-1]
    assert len(shipped().limits) + 1 == len(facts.limits)


def test_a_table_is_replaced_whole_and_the_other_stays() -> None:
    assert Facts(assumptions=shipped().assumptions) == shipped().replaced(limits=[])
    assert Facts(limits=shipped().limits) == shipped().replaced(assumptions=[])
    assert shipped() == shipped().replaced()
