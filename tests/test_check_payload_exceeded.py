"""Loads held against what their carriers can take."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import claim, corpus
from osintkp.facts import Facts, shipped
from osintkp.findings import Finding, Findings
from osintkp.units import Assumption
from osintkp.vocabulary.scales import Severity, Verdict

ROUTE: dict[str, Any] = {"sender": "IR", "recipient": "YE"}
SHELLS: dict[str, Any] = {**ROUTE, "item": "munitions/artillery/shell", "calibre": "155 mm"}


def payload(
    load: dict[str, Any], carriers: str | None, *, facts: Facts | None = None, modality: str = "stated"
) -> Findings:
    box = claim("a/box", **ROUTE, amount=carriers)
    return corpus(box, claim("a/load", **load, links={"contained_in": "a/box"}, modality=modality)).check(
        select="payload-exceeded", using=facts
    )


def only(load: dict[str, Any], carriers: str, facts: Facts | None = None) -> Finding:
    (found,) = payload(load, carriers, facts=facts)
    return found


def made(quantity: str, low: float, high: float, unit: str, applies_to: str) -> Facts:
    own = Assumption(
        id=f"own.{quantity}", quantity=quantity, statement="Mine.", low=low, high=high, unit=unit,
        applies_to=applies_to, citation="me", basis="assumed",
    )  # fmt: skip
    return shipped().added(assumptions=[own])


def test_more_rounds_than_a_container_bears_bare_are_impossible() -> None:
    found = only({**SHELLS, "amount": "80000 round"}, "40 container")

    assert ("PHY101", Severity.ERROR, Verdict.CONFLICT) == (found.code, found.severity, found.verdict)
    assert (
        "a/load in a/box: 2,000 round/container (85.82 to 90 tonne in each container), and a container takes"
        " 253 to 656 round: they cannot hold it"
    ) == found.message
    assert ("a/load", "a/box") == found.claims
    assert (
        "80,000 round / 40 container = 2,000 round/container",
        "2,000 round x 42.91..45 kilogram/round = 85.82 to 90 tonne in each container",
        "20 ft container, by mass: 21700..28180 kilogram/container / (42.91..45 kilogram/round x 1..1.9) = 253..656 round",
    ) == found.working[:3]
    assert any(line.startswith("40 ft container, by mass: ") for line in found.working)
    assert "every carrier holds this load alone, and each as much as the others" == found.assumptions[-1]
    assert any(line.startswith("payload.40-ft: 26730 kilogram/container") for line in found.assumptions)


def test_a_load_that_fits_only_as_bare_rounds_says_which_assumption_decides() -> None:
    found = only({**SHELLS, "amount": "18000 round"}, "40 container")

    assert (Severity.WARNING, Verdict.UNDECIDED) == (found.severity, found.verdict)
    assert found.message.endswith(
        "450 round/container (19.31 to 20.25 tonne in each container), and a container takes 253 to 656 round:"
        " it fits as bare rounds, not with the most packing; packed rounds may weigh at most 1.46 times the bare ones,"
        " and what decides is packing-mass.shell"
    )


def test_a_load_that_fits_packed_is_an_information_with_its_weight() -> None:
    found = only({**SHELLS, "amount": "10000 round"}, "40 container")

    assert (Severity.INFO, Verdict.AGREEMENT) == (found.severity, found.verdict)
    assert found.message.endswith(
        "250 round/container (10.73 to 11.25 tonne in each container), and a container takes 253 to 656 round: it fits"
    )


@pytest.mark.parametrize(
    ("amount", "severity"),
    [
        ("10100 round", Severity.INFO),
        ("10120 round", Severity.INFO),
        ("10121 round", Severity.WARNING),
        ("26200 round", Severity.WARNING),
        ("26300 round", Severity.WARNING),
        ("27700 round", Severity.ERROR),
        ("~27700 round", Severity.WARNING),
        (">27700 round", Severity.ERROR),
        (">=10000 round", Severity.INFO),
        ("<=27700 round", Severity.WARNING),
        ("<=10000 round", Severity.INFO),
        ("9000..9500 round", Severity.INFO),
        ("10000..27000 round", Severity.WARNING),
        ("20000..27000 round", Severity.WARNING),
        ("28000..29000 round", Severity.ERROR),
        ("~2000.. round", Severity.INFO),
        ("0 round", Severity.INFO),
    ],
)
def test_hedges_and_rounding_are_allowed_for(amount: str, severity: Severity) -> None:
    assert severity is only({**SHELLS, "amount": amount}, "40 container").severity


def test_a_load_at_the_upper_end_still_fits_as_bare_rounds() -> None:
    assert "it fits as bare rounds" in only({**SHELLS, "amount": "26240 round"}, "40 container").message
    assert "it fits only at the low end" in only({**SHELLS, "amount": "26241 round"}, "40 container").message


def test_a_hedge_that_reaches_down_into_the_feasible_says_so() -> None:
    found = only({**SHELLS, "amount": "~27700 round"}, "40 container")

    assert Verdict.UNDECIDED is found.verdict
    assert found.message.endswith(
        " takes 253 to 656 round: it fits only at the low end of its hedge or rounding, 593.6 round/container, no more than 656"
    )


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        ("100..200 round", "2.381 to 5.263 round/container"),
        (">=400 round", "at least 9.524 round/container"),
        ("<=400 round", "up to 10.53 round/container"),
        ("400 round", "10 round/container"),
    ],
)
def test_bounds_are_shown_as_bounds(amount: str, shown: str) -> None:
    found = only({**SHELLS, "amount": amount}, "40 container")

    assert found.message.startswith(f"a/load in a/box: {shown}")


def test_one_calibre_is_a_heavy_rocket_or_a_light_shell() -> None:
    rockets = {**ROUTE, "item": "munitions/rocket", "calibre": "122 mm", "amount": "20000 round"}
    shells = {**rockets, "item": "munitions/artillery/shell"}

    assert Severity.ERROR is only(rockets, "40 container").severity
    assert Severity.INFO is only(shells, "40 container").severity


def test_long_rockets_are_limited_by_their_section() -> None:
    found = only(
        {**ROUTE, "item": "munitions/rocket", "calibre": "122 mm", "amount": "5000 round"}, "40 container"
    )

    assert Severity.WARNING is found.severity
    assert found.message.endswith("and what decides is packing-section.rocket")


@pytest.mark.parametrize(("box", "top"), [("TEU", "656"), ("FEU", "622"), ("container", "656")])
def test_the_size_of_a_container_counts_where_it_is_said(box: str, top: str) -> None:
    assert f" to {top} round" in only({**SHELLS, "amount": "10000 round"}, f"40 {box}").message


def test_pieces_of_munitions_are_rounds() -> None:
    load = {**ROUTE, "item": "munitions/rocket", "calibre": "122 mm", "amount": "20000 rocket"}

    assert Severity.ERROR is only(load, "40 container").severity


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ({"item": "munitions/artillery/shell", "calibre": None}, "the calibre of a/load is not said"),
        ({"item": "munitions"}, "no assumption 'round-mass' for 'munitions of 155 mm'"),
        ({"item": None}, "no assumption 'round-mass' for 'munitions of 155 mm'"),
        ({"item": "munitions/artillery/shell", "calibre": "99 mm"}, "no assumption 'round-mass' for"),
    ],
)
def test_what_is_missing_to_decide_is_named(fields: dict[str, Any], missing: str) -> None:
    found = only({**SHELLS, **fields, "amount": "18000 round"}, "40 container")

    assert (Severity.INFO, Verdict.UNDECIDED) == (found.severity, found.verdict)
    said = missing.replace("155 mm", "155 millimetre")
    assert found.message.startswith(
        f"a/load in a/box: 450 round/container; whether that fits is open: {said}"
    )
    assert ("18,000 round / 40 container = 450 round/container",) == found.working


@pytest.mark.parametrize("calibre", [">100 mm", "100..122 mm"])
def test_a_calibre_that_is_no_single_length_leaves_it_open(calibre: str) -> None:
    found = only({**SHELLS, "calibre": calibre, "amount": "18000 round"}, "40 container")

    assert "whether that fits is open: a calibre is one length like '155 mm'" in found.message


def test_a_carrier_nobody_has_measured_leaves_it_open() -> None:
    found = only({**SHELLS, "amount": "400 round"}, "40 crate")

    assert "whether that fits is open: no assumption says what a crate takes" in found.message


@pytest.mark.parametrize(
    ("amount", "severity"),
    [("800 tonne", Severity.INFO), ("1400 tonne", Severity.WARNING), ("8000000 kilogram", Severity.ERROR)],
)
def test_grain_in_trucks_is_held_against_their_payload(amount: str, severity: Severity) -> None:
    load = {"sender": "EG", "recipient": "PS", "item": "food/grain", "amount": amount}

    assert severity is only(load, "40 truck").severity


def test_the_favourable_end_of_a_payload_is_named() -> None:
    load = {"sender": "EG", "recipient": "PS", "item": "food/grain", "amount": "1400 tonne"}

    found = only(load, "40 truck")

    assert (
        "a/load in a/box: 35 tonne/truck, and a truck takes 25 to 50 tonne: it fits only at the favourable end;"
        " what decides is payload.truck"
    ) == found.message
    assert (
        "1,400 tonne / 40 truck = 35 tonne/truck",
        "by mass: 25000..50000 kilogram/truck = 25 to 50 tonne",
    ) == found.working


@pytest.mark.parametrize(
    ("carriers", "load"),
    [
        ("10 wagon", "2000 tonne"),
        ("1 voyage", "700000 tonne"),
        ("2 ship", "1400000 tonne"),
        ("10 container", "400 tonne"),
    ],
)
def test_every_carrier_has_its_payload(carriers: str, load: str) -> None:
    assert Severity.ERROR is only({**ROUTE, "item": "minerals/coal", "amount": load}, carriers).severity


def test_rounds_in_trucks_are_held_against_mass_alone() -> None:
    found = only({**SHELLS, "amount": "20000 round"}, "10 truck")

    assert Severity.ERROR is found.severity
    assert (
        "25000..50000 kilogram/truck / (42.91..45 kilogram/round x 1..1.9) = 292.4..1,165 round"
    ) == found.working[2]


def test_barrels_per_voyage_show_the_ship_that_they_take() -> None:
    oil = {"sender": "IR", "recipient": "SY", "item": "fuel/crude", "amount": "8000000 barrel"}

    found = only(oil, "10 voyage")

    assert (Severity.INFO, Verdict.AGREEMENT) == (found.severity, found.verdict)
    assert (
        "8,000,000 barrel / 10 voyage = 800,000 barrel/voyage",
        "800,000 barrel / 7.32..7.62 barrel/tonne = 104,987 to 109,290 tonne in each voyage",
        "104,987 to 109,290 tonne / 0.8..0.98 = 107,129 to 136,612 tonne deadweight",
        "by mass: 320000..564763 tonne x 0.8..0.98 x 7.32..7.62 barrel/tonne = 1,873,920 to 4,217,424 barrel",
    ) == found.working
    assert (
        "800,000 barrel/voyage (104,987 to 109,290 tonne in each voyage, 107,129 to 136,612 tonne deadweight)"
        in found.message
    )


def test_more_than_the_largest_tanker_is_impossible_and_a_giant_is_needed_below() -> None:
    oil = {"sender": "IR", "recipient": "SY", "item": "fuel/crude"}

    assert Severity.ERROR is only({**oil, "amount": "50000000 barrel"}, "10 voyage").severity
    giant = only({**oil, "amount": "30000000 barrel"}, "10 voyage")
    assert Severity.WARNING is giant.severity
    assert giant.message.endswith("what decides is deadweight.tanker")


def test_a_user_who_knows_the_ships_gives_their_size() -> None:
    oil = {"sender": "IR", "recipient": "SY", "item": "fuel/crude", "amount": "8000000 barrel"}

    found = only(oil, "10 tanker", facts=made("deadweight", 1000, 9000, "tonne", "ships"))

    assert Severity.ERROR is found.severity
    assert "own.deadweight: 1000..9000 tonne; assumed: me" in found.assumptions
    assert not any(line.startswith("deadweight.tanker") for line in found.assumptions)


def test_a_user_replaces_a_shipped_carrier_by_its_id() -> None:
    load = {"sender": "EG", "recipient": "PS", "item": "food/grain", "amount": "400 tonne"}
    own = Assumption(
        id="payload.truck", quantity="payload", statement="Pickups.", low=900, high=1100, unit="kilogram/truck",
        applies_to="vehicles/truck/pickup", citation="me", basis="assumed",
    )  # fmt: skip

    found = only(load, "40 truck", facts=shipped().added(assumptions=[own]))

    assert "no assumption 'payload' for 'vehicles/truck'" in found.message


def test_a_broad_class_of_fuel_has_the_densities_of_all_its_classes() -> None:
    found = only({"sender": "IR", "recipient": "SY", "item": "fuel", "amount": "230000 barrel"}, "10 voyage")

    assert "23,000 barrel / 6.35..11.65 barrel/tonne = 1,974 to 3,622 tonne in each voyage" in found.working


@pytest.mark.parametrize("item", [None, "food/oil"])
def test_a_volume_of_goods_without_a_density_leaves_it_open(item: str | None) -> None:
    found = only({"sender": "IR", "recipient": "SY", "item": item, "amount": "500 litre"}, "10 container")

    assert "whether that fits is open: no assumption 'density' for" in found.message


def test_litres_in_containers_are_held_against_mass_and_space() -> None:
    diesel = {"sender": "EG", "recipient": "PS", "item": "fuel/refined/diesel"}

    found = only({**diesel, "amount": "380000 litre"}, "10 container")

    assert Severity.ERROR is found.severity
    assert (
        "by mass: 21700..28180 kilogram/container x 7.23..7.46 barrel/tonne = 24,944 to 33,423 litre"
        in found.working
    )
    assert "by space: 33.2 cubic_metre/container = 33,200 to 33,200 litre" in found.working
    assert Severity.INFO is only({**diesel, "amount": "200000 litre"}, "10 TEU").severity


@pytest.mark.parametrize("modality", ["capacity", "stated", "estimated", "pledged"])
def test_a_capacity_is_held_to_physics_as_well_as_a_fact(modality: str) -> None:
    found = payload({**SHELLS, "amount": "80000 round"}, "40 container", modality=modality)

    assert [Severity.ERROR] == [each.severity for each in found]


@pytest.mark.parametrize(
    ("load", "carriers"),
    [
        ({**SHELLS, "amount": None}, "40 container"),
        ({**SHELLS, "amount": "80000 round"}, None),
        ({**SHELLS, "amount": "80000 round"}, "0 container"),
        ({**ROUTE, "amount": "80000 USD"}, "40 container"),
        ({**ROUTE, "item": "aircraft/uncrewed", "amount": "80000 drone"}, "40 container"),
        ({**ROUTE, "amount": "80 container"}, "40 container"),
        ({**ROUTE, "amount": "80 container/month"}, "40 ship"),
    ],
)
def test_what_has_no_measure_is_left_alone(load: dict[str, Any], carriers: str | None) -> None:
    assert [] == list(payload(load, carriers))


@pytest.mark.parametrize("denied", ["a/box", "a/load"])
def test_what_is_denied_is_left_alone(denied: str) -> None:
    box = claim("a/box", **ROUTE, amount="40 container", stance="denies" if denied == "a/box" else "asserts")
    load = claim(
        "a/load", **SHELLS, amount="80000 round", links={"contained_in": "a/box"},
        stance="denies" if denied == "a/load" else "asserts",
    )  # fmt: skip

    assert [] == list(corpus(box, load).check(select="payload-exceeded"))


def test_each_load_of_a_set_of_carriers_is_judged_in_any_order() -> None:
    claims = [
        claim("a/box", **ROUTE, amount="40 container"),
        claim("a/1", **SHELLS, amount="80000 round", links={"contained_in": "a/box"}),
        claim("a/2", **SHELLS, amount="10000 round", links={"contained_in": "a/box"}),
    ]
    expected = list(corpus(*claims).check(select="payload-exceeded"))

    assert [("a/1", "a/box"), ("a/2", "a/box")] == [each.claims for each in expected]
    random.Random(1).shuffle(claims)
    assert expected == list(corpus(*claims).check(select="payload-exceeded"))


@given(st.integers(min_value=1, max_value=10**6), st.integers(min_value=1, max_value=10**6))
def test_a_heavier_load_is_never_judged_milder(one: int, other: int) -> None:
    order = list(Severity)
    lighter, heavier = sorted((one, other))

    found = [
        only({**SHELLS, "amount": f">={amount} round"}, "40 container").severity
        for amount in (lighter, heavier)
    ]

    assert order.index(found[1]) <= order.index(found[0])


def test_two_bounds_of_one_kind_are_held_by_their_printed_numbers() -> None:
    boxes = claim("a/boxes", sender="BY", recipient="AZ", item="munitions", amount=">130 container")
    shells = claim(
        "a/shells", sender="BY", recipient="AZ", item="munitions/artillery/shell", calibre="152 mm", amount=">60000 round",
        links={"contained_in": "a/boxes"},
    )  # fmt: skip

    (found,) = corpus(boxes, shells).check("PHY101")

    assert "461.5 round/container" in found.message
    assert "up to 0" not in found.message
