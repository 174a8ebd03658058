from __future__ import annotations

import math
from typing import Any

import pytest

from osintkp.errors import AmountError, DimensionError, UnknownIdError
from osintkp.units import (
    Amount,
    Assumption,
    Band,
    assumption,
    assumptions,
    barrels_per_voyage,
    barrels_to_tonnes,
    convert_packed,
    load_of,
    rounds_per_container,
)
from osintkp.vocabulary.scales import Answer

SHELL = "munitions/artillery/shell"
ROCKET = "munitions/rocket"


def own(**given: Any) -> Assumption:
    fields: dict[str, Any] = {
        "id": "mine",
        "quantity": "round-mass",
        "statement": "A number of my own.",
        "low": 1.0,
        "high": 1.0,
        "unit": "kg/round",
        "applies_to": SHELL,
        "calibre": None,
        "citation": "measured",
        "basis": "found",
    }
    return Assumption(**{**fields, **given})


def exactly(payload: float = 1000.0, length: float = 6.0, volume: float = 6.0) -> list[Assumption]:
    """Return a plain box: 1 x 1 x 6 m, a round of 0.2 x 0.2 x 1 m and 10 kg, packed bare."""
    box = {"applies_to": "container/box"}
    bare: dict[str, Any] = {"unit": "", "low": 1.0, "high": 1.0}
    return [
        own(id="a", low=10.0, high=10.0),
        own(id="b", quantity="round-length", unit="m"),
        own(id="c", quantity="packing-mass", **bare),
        own(id="d", quantity="packing-section", **bare),
        own(id="e", quantity="packing-length", **bare),
        own(id="f", quantity="payload", unit="kg/container", low=payload, high=payload, **box),
        own(id="g", quantity="inner-length", unit="m", low=length, high=length, **box),
        own(id="h", quantity="inner-volume", unit="cubic_metre/container", low=volume, high=volume, **box),
    ]


@pytest.mark.parametrize(
    ("item", "calibre", "container", "expected"),
    [
        (SHELL, "152 mm", "20 ft", "259..647 round/container"),
        (SHELL, "155 mm", "20 ft", "253..656 round/container"),
        (SHELL, "122 mm", "20 ft", "524..1295 round/container"),
        (SHELL, "152 mm", "40 ft", "319..614 round/container"),
        (ROCKET, "122 mm", "20 ft", "85..433 round/container"),
        (ROCKET, "300 mm", "20 ft", "0 round/container"),
        (ROCKET, "300 mm", "40 ft", "14..33 round/container"),
        ("munitions/mortar", "82 mm", "20 ft", "2943..9090 round/container"),
        ("munitions/small-arms", "7.62 mm", "20 ft", "531862..1761250 round/container"),
    ],
)
def test_a_container_takes_so_many_rounds(item: str, calibre: str, container: str, expected: str) -> None:
    assert expected == str(rounds_per_container(item, calibre, container).amount)


def test_the_result_shows_its_working_and_every_assumption() -> None:
    packed = rounds_per_container(ROCKET, "122 mm")

    assert (
        "by mass: 21700..28180 kilogram/container / (65..71 kilogram/round x 1..1.5) = 203..433 round",
        "by space: 5.867..5.898 metre / (2.8..3 metre x 1..1.1) lengthwise x 33.2 cubic_metre/container / 5.867..5.898 metre / (0.122 metre x 1..2.1) squared abreast = 85..760 round",
        "the smaller: 85..433 round/container",
    ) == packed.working
    assert [
        "round-mass.rocket.122mm",
        "packing-mass.rocket",
        "round-length.rocket.122mm",
        "packing-section.rocket",
        "packing-length.rocket",
        "payload.20-ft",
        "inner-length.20-ft",
        "inner-volume.20-ft",
    ] == [used.id for used in packed.assumptions]


def test_the_published_estimates_of_shells_fit_and_the_same_number_of_rockets_does_not() -> None:
    shells = rounds_per_container(SHELL, "152 mm").amount
    rockets = rounds_per_container(ROCKET, "122 mm").amount

    assert [Answer.YES] * 3 == [
        shells.contains(Amount.exact(count, "round/container")) for count in (300, 400, 500)
    ]
    assert Answer.NO is rockets.contains(Amount.exact(448, "round/container"))
    assert Answer.NO is shells.contains(Amount.exact(700, "round/container"))


def test_the_payload_bounds_what_is_heavy() -> None:
    packed = rounds_per_container(SHELL, "200 mm", "box", using=exactly(payload=105.0))

    assert Band(low=10.0, high=10.0, unit="round/container") == packed.amount


def test_the_space_bounds_what_is_bulky() -> None:
    packed = rounds_per_container(SHELL, "200 mm", "box", using=exactly(payload=1e6))

    assert Band(low=150.0, high=150.0, unit="round/container") == packed.amount


def test_a_round_that_is_too_long_does_not_fit_at_all() -> None:
    packed = rounds_per_container(SHELL, "200 mm", "box", using=exactly(length=0.9))

    assert 0.0 == packed.amount.high


def test_part_of_a_round_is_no_round() -> None:
    packed = rounds_per_container(
        SHELL, "200 mm", "box", using=exactly(payload=1e6, length=5.9, volume=5.9 * 0.999)
    )

    assert 5.0 * 24.0 == packed.amount.high


@pytest.mark.parametrize(
    ("id_", "low", "high", "expected"),
    [
        ("a", 10.0, 20.0, (50.0, 100.0)),
        ("c", 1.0, 2.0, (50.0, 100.0)),
        ("c", 2.0, 4.0, (25.0, 50.0)),
        ("f", 500.0, 1000.0, (50.0, 100.0)),
        ("b", 1.0, 2.0, (75.0, 100.0)),
    ],
)
def test_a_range_in_an_assumption_is_a_range_in_the_result(
    id_: str, low: float, high: float, expected: tuple[float, float]
) -> None:
    using = [
        Assumption(**{**_fields(known), "low": low, "high": high}) if known.id == id_ else known
        for known in exactly()
    ]
    amount = rounds_per_container(SHELL, "200 mm", "box", using=using).amount

    assert expected == (amount.low, amount.high)


@pytest.mark.parametrize(
    ("id_", "low", "high", "expected"),
    [
        ("b", 1.0, 2.0, (75.0, 150.0)),
        ("d", 1.0, 2.0, (36.0, 150.0)),
        ("d", 2.0, 2.5, (24.0, 36.0)),
        ("e", 1.0, 3.0, (50.0, 150.0)),
        ("e", 2.0, 3.0, (50.0, 75.0)),
        ("g", 5.5, 6.5, (115.0, 162.0)),
        ("g", 6.0, 6.5, (138.0, 150.0)),
        ("h", 3.0, 6.0, (72.0, 150.0)),
    ],
)
def test_a_range_in_the_space_is_a_range_in_the_result(
    id_: str, low: float, high: float, expected: tuple[float, float]
) -> None:
    using = [
        Assumption(**{**_fields(known), "low": low, "high": high}) if known.id == id_ else known
        for known in exactly(payload=1e6)
    ]
    amount = rounds_per_container(SHELL, "200 mm", "box", using=using).amount

    assert expected == (amount.low, amount.high)


def _fields(known: Assumption) -> dict[str, Any]:
    names = (
        "id",
        "quantity",
        "statement",
        "low",
        "high",
        "unit",
        "applies_to",
        "calibre",
        "citation",
        "basis",
    )
    return {name: getattr(known, name) for name in names}


def test_an_unknown_container_or_calibre_is_named() -> None:
    with pytest.raises(UnknownIdError, match="no assumption 'payload' for 'container/30-ft'"):
        rounds_per_container(SHELL, "152 mm", "30 ft")
    with pytest.raises(
        UnknownIdError, match="no assumption 'round-mass' for 'munitions/artillery/shell of 99 mm'"
    ):
        rounds_per_container(SHELL, "99 mm")


def test_a_load_is_shared_among_its_containers() -> None:
    packed = load_of(Amount.parse("~90000 round"), Amount.parse("300 container"))

    assert Band(low=270.0, best=300.0, high=330.0, unit="round/container") == packed.amount
    assert ("81000..90000..99000 round / 300 container = 270..300..330 round/container",) == packed.working
    assert () == packed.assumptions


def test_a_load_may_be_of_barrels_and_its_carriers_voyages() -> None:
    assert "25000 barrel/voyage" == str(
        load_of(Amount.parse("125000 barrel"), Amount.parse("5 voyage")).amount
    )


@pytest.mark.parametrize(
    ("amount", "to", "by", "expected", "working"),
    [
        (
            "1000 round",
            "tonne",
            ("2..3", "kg/round"),
            "2..3 tonne",
            "1000 round x 2..3 kilogram/round = 2..3 tonne",
        ),
        (
            "6 tonne",
            "round",
            ("2..3", "kg/round"),
            "2000..3000 round",
            "6 tonne / 2..3 kilogram/round = 2000..3000 round",
        ),
        (
            "6000 kg",
            "round",
            ("2..3", "kg/round"),
            "2000..3000 round",
            "6000 kilogram / 2..3 kilogram/round = 2000..3000 round",
        ),
        (
            ">=10 container",
            "round",
            ("300..500", "round/container"),
            "3000.. round",
            "10.. container x 300..500 round/container = 3000.. round",
        ),
        (
            "84 us_gallon",
            "kg",
            ("8", "barrel/tonne"),
            "250 kilogram",
            "84 us_gallon / 8 barrel/tonne = 250 kilogram",
        ),
    ],
)
def test_a_rate_leads_from_one_unit_to_the_other_and_back(
    amount: str, to: str, by: tuple[str, str], expected: str, working: str
) -> None:
    low, _, high = by[0].partition("..")
    rate = own(low=float(low), high=float(high or low), unit=by[1])
    packed = convert_packed(Amount.parse(amount), to, rate)

    assert (expected, (working,), (rate,)) == (str(packed.amount), packed.working, packed.assumptions)


def test_a_rate_that_leads_elsewhere_is_refused() -> None:
    with pytest.raises(DimensionError, match="'person' divided by 'kilogram/round' has no unit here"):
        convert_packed(Amount.parse("5 person"), "tonne", own())
    with pytest.raises(DimensionError, match="'kilogram' and 'person' measure different things"):
        convert_packed(Amount.parse("5 round"), "person", own())


def test_an_assumption_that_is_no_rate_is_refused() -> None:
    with pytest.raises(DimensionError) as error:
        convert_packed(Amount.parse("5 round"), "tonne", own(unit="kg"))

    assert "'mine' is no rate; an assumption like 'kilogram/round' leads from one unit to another" == str(
        error.value
    )


@pytest.mark.parametrize(
    ("amount", "product", "expected"),
    [
        ("4000000 barrel", "fuel/crude", "524934..546448 tonne"),
        ("500000 barrel", "fuel/refined/diesel", "67024.1..69156.3 tonne"),
        ("500000 barrel", "fuel/refined", "58823.5..78740.2 tonne"),
        ("1000 litre", "fuel/refined/gasoline", "0.739978..0.753271 tonne"),
        (">1000 barrel", "fuel/refined/lpg", "85.8369.. tonne"),
    ],
)
def test_barrels_weigh_by_their_product(amount: str, product: str, expected: str) -> None:
    assert expected == str(barrels_to_tonnes(Amount.parse(amount), product).amount)


def test_a_published_weight_that_no_product_has_is_outside_every_band() -> None:
    stated = Amount.parse("56000 tonne")
    products = [known.applies_to for known in assumptions() if known.quantity == "density"]

    assert {Answer.NO} == {
        barrels_to_tonnes(Amount.parse("1000000 barrel"), product).amount.overlaps(stated)
        for product in products
    }


def test_barrels_under_an_assumption_of_ones_own() -> None:
    mine = own(quantity="density", applies_to="fuel/refined", low=8.33, high=8.33, unit="barrel/tonne")
    packed = barrels_to_tonnes(Amount.parse("11745 barrel"), "fuel/refined", using=[mine])

    assert 1410.0 == pytest.approx(packed.amount.low, abs=0.1)
    assert (mine,) == packed.assumptions


def test_a_mass_is_no_volume_to_be_weighed() -> None:
    with pytest.raises(DimensionError):
        barrels_to_tonnes(Amount.parse("5 person"), "fuel/crude")
    with pytest.raises(UnknownIdError, match="no assumption 'density' for 'food/rice'"):
        barrels_to_tonnes(Amount.parse("5 barrel"), "food/rice")


def test_a_tanker_carries_by_its_deadweight() -> None:
    packed = barrels_per_voyage(1000, 9000, "fuel/refined")

    assert Band(low=1000 * 0.80 * 6.35, high=9000 * 0.98 * 8.5, unit="barrel/voyage") == packed.amount
    assert (
        "1000..9000 tonne x 0.8..0.98 x 6.35..8.5 barrel/tonne = 5080..74970 barrel/voyage",
    ) == packed.working
    assert ["cargo-share.tanker", "density.refined"] == [used.id for used in packed.assumptions]


def test_a_tanker_under_an_assumption_of_ones_own() -> None:
    full = own(quantity="cargo-share", applies_to="ships", low=1.0, high=1.0, unit="")
    packed = barrels_per_voyage(1000, 1000, "fuel/crude", using=[full])

    assert (7320.0, 7620.0) == (packed.amount.low, packed.amount.high)


@pytest.mark.parametrize(
    ("low", "high"), [(0, 5), (-1, 5), (6, 5), (5, math.inf), (math.nan, 5), (5, math.nan)]
)
def test_deadweights_out_of_order_are_refused(low: float, high: float) -> None:
    with pytest.raises(AmountError) as error:
        barrels_per_voyage(low, high, "fuel/crude")

    expected = (
        "amount-order",
        "the deadweights are out of order",
        "give the lower deadweight first, in tonnes above zero",
    )
    assert expected == (error.value.code, error.value.what, error.value.fix)


def test_the_refused_deadweights_are_named() -> None:
    with pytest.raises(AmountError) as error:
        barrels_per_voyage(6, 5, "fuel/crude")

    assert (6, 5) == error.value.value


def test_a_boat_of_less_than_a_tonne_carries_something() -> None:
    assert (
        Band(low=0.5 * 0.80 * 7.32, high=0.5 * 0.98 * 7.62, unit="barrel/voyage")
        == barrels_per_voyage(0.5, 0.5, "fuel/crude").amount
    )


def test_the_density_on_a_voyage_may_be_ones_own() -> None:
    mine = own(quantity="density", applies_to="fuel/crude", low=7.0, high=7.0, unit="barrel/tonne")

    assert mine in barrels_per_voyage(1000, 1000, "fuel/crude", using=[mine]).assumptions


def test_an_assumption_may_stand_in_any_unit_of_its_dimension() -> None:
    using = [
        Assumption(**{**_fields(known), "low": 10_000.0, "high": 10_000.0, "unit": "g/round"})
        if known.id == "a"
        else known
        for known in exactly()
    ]
    amount = rounds_per_container(SHELL, "200 mm", "box", using=using).amount

    assert (100.0, 100.0) == (amount.low, amount.high)


def test_one_deadweight_is_a_range_of_one() -> None:
    assert "density.crude" == barrels_per_voyage(5, 5, "fuel/crude").assumptions[1].id


def test_the_shipped_assumptions_are_read_once_and_lead_to_each_function() -> None:
    assert assumptions() is assumptions()
    assert "334 tonne" == str(
        convert_packed(Amount.parse("10000 round"), "tonne", assumption("round-mass", SHELL, "130 mm")).amount
    )
