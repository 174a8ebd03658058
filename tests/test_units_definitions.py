from __future__ import annotations

import math
import subprocess
import sys
from typing import Any

import pycountry
import pytest

from osintkp.errors import DimensionError, UnitError
from osintkp.units import definitions
from osintkp.units.definitions import canonical, comparable, factor, is_unit, same_dimension, table, unit

CURRENCIES = {currency.alpha_3 for currency in pycountry.currencies} - {"XTS", "XXX"}


@pytest.fixture(scope="module", autouse=True)
def _read_anew() -> None:
    """Forget the table, so that these tests see the reading of it."""
    table.cache_clear()
    definitions._composed.cache_clear()


def refused(name: Any) -> UnitError:
    with pytest.raises(UnitError) as error:
        unit(name)
    return error.value


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("container", "container"),
        ("containers", "container"),
        ("kg", "kilogram"),
        ("tonnes", "tonne"),
        ("t", "tonne"),
        ("metric_tons", "tonne"),
        ("barrels", "barrel"),
        ("bbl", "barrel"),
        ("oil_barrel", "barrel"),
        ("mm", "millimetre"),
        ("millimeters", "millimetre"),
        ("m", "metre"),
        ("mile", "mile"),
        ("nmi", "nautical_mile"),
        ("feet", "foot"),
        ("inches", "inch"),
        ("people", "person"),
        ("persons", "person"),
        ("countries", "country"),
        ("trips", "voyage"),
        ("TEUs", "TEU"),
        ("items", "piece"),
        ("howitzers", "howitzer"),
        ("aircraft", "aircraft"),
        ("", ""),
        ("barrels/year", "barrel/year"),
        ("kg/rounds", "kilogram/round"),
        ("km/h", "kilometre/hour"),
    ],
)
def test_a_name_an_alias_a_plural_or_a_rate_has_one_canonical_name(written: str, expected: str) -> None:
    assert expected == canonical(written)


@pytest.mark.parametrize(
    "name", ["ms", "kms", "USDs", "TEUss", "Ls", "ss", "pound_masss", "degCs", "s/", "/s", "a/b/c"]
)
def test_a_symbol_a_currency_and_a_plural_have_no_plural(name: str) -> None:
    refused(name)


@pytest.mark.parametrize(
    ("name", "expected", "base"),
    [
        ("millimetre", 0.001, "metre"),
        ("centimetre", 0.01, "metre"),
        ("kilometre", 1000.0, "metre"),
        ("inch", 0.0254, "metre"),
        ("foot", 0.3048, "metre"),
        ("yard", 0.9144, "metre"),
        ("mile", 1609.344, "metre"),
        ("nautical_mile", 1852.0, "metre"),
        ("gram", 0.001, "kilogram"),
        ("tonne", 1000.0, "kilogram"),
        ("kilotonne", 1e6, "kilogram"),
        ("pound_mass", 0.45359237, "kilogram"),
        ("short_ton", 907.18474, "kilogram"),
        ("long_ton", 1016.0469088, "kilogram"),
        ("minute", 60.0, "second"),
        ("hour", 3600.0, "second"),
        ("day", 86400.0, "second"),
        ("week", 604800.0, "second"),
        ("year", 31557600.0, "second"),
        ("month", 2629800.0, "second"),
        ("FEU", 2.0, "TEU"),
        ("missile", 1.0, "piece"),
        ("litre", 0.001, "cubic_metre"),
        ("us_gallon", 0.003785411784, "cubic_metre"),
        ("imperial_gallon", 0.00454609, "cubic_metre"),
        ("barrel", 0.158987294928, "cubic_metre"),
        ("hectare", 1e4, "square_metre"),
        ("square_kilometre", 1e6, "square_metre"),
        ("square_mile", 1609.344**2, "square_metre"),
        ("percent", 0.01, ""),
        ("kilometre_per_hour", 1 / 3.6, "metre/second"),
        ("knot", 1852 / 3600, "metre/second"),
        ("kilogram/tonne", 0.001, ""),
    ],
)
def test_a_unit_has_the_size_that_its_source_gives(name: str, expected: float, base: str) -> None:
    assert math.isclose(expected, unit(name).factor, rel_tol=1e-14)
    assert same_dimension(unit(name), unit(base))


def test_a_barrel_is_42_gallons_both_ways() -> None:
    assert 42.0 == pytest.approx(factor("barrel", "us_gallon"), rel=1e-15)
    assert 1 / 42 == pytest.approx(factor("us_gallon", "barrel"), rel=1e-15)
    assert 31.5 != pytest.approx(factor("barrel", "us_gallon"), rel=0.2)


def test_twelve_months_are_a_year_and_both_are_mean_lengths() -> None:
    assert factor("year", "month") == 12.0
    assert [True, True, False, True] == [
        unit(name).calendar for name in ("month", "year", "week", "barrel/year")
    ]


@pytest.mark.parametrize(
    "pair",
    [
        ("container", "TEU"),
        ("round", "piece"),
        ("person", "piece"),
        ("USD", "EUR"),
        ("crate", "pallet"),
        ("", "container"),
    ],
)
def test_counts_that_must_not_be_added_have_dimensions_of_their_own(pair: tuple[str, str]) -> None:
    assert not same_dimension(unit(pair[0]), unit(pair[1]))


def test_weapons_are_pieces_under_their_own_names() -> None:
    weapons = [
        "tank",
        "missile",
        "launcher",
        "howitzer",
        "vehicle",
        "aircraft",
        "ship",
        "drone",
        "rocket",
        "system",
        "gun",
        "truck",
        "helicopter",
    ]

    assert {(("piece", 1),)} == {unit(name).dimension for name in weapons}
    assert weapons == [unit(name).name for name in weapons]


def test_every_active_currency_is_a_dimension_of_its_own_and_the_test_code_is_none() -> None:
    assert all(unit(code).dimension == ((code, 1),) for code in CURRENCIES)
    assert CURRENCIES == {name for name in table().units if name.isupper() and len(name) == 3} - {
        "TEU",
        "FEU",
    }
    assert refused("XTS").code == "unit-unknown"


def test_only_changes_and_temperatures_may_be_below_zero() -> None:
    signed = {known.name for known in table().units.values() if known.signed}

    assert {"", "percent", "degree_celsius"} == signed
    assert unit("percent/year").signed
    assert not unit("barrel/year").signed


def test_the_dimension_of_a_rate_cancels_what_stands_on_both_sides() -> None:
    assert (("container", -1), ("round", 1)) == unit("round/container").dimension
    assert () == unit("kilogram/tonne").dimension
    assert (("metre", 1), ("second", -1)) == unit("kilometre/hour").dimension
    assert same_dimension(unit("kilometre_per_hour"), unit("kilometre/hour"))


def test_a_temperature_is_no_part_of_a_rate() -> None:
    error = refused("degC/day")

    assert (
        "unit-offset",
        "a temperature is no part of a rate",
        "degree_celsius/day",
        "write the temperature alone",
    ) == error.args[:4]
    assert refused("day/celsius").code == "unit-offset"
    assert unit("degC").name == "degree_celsius"


@pytest.mark.parametrize("value", [5, None, b"kg", ["kg"], True])
def test_a_unit_that_is_no_text_is_refused(value: object) -> None:
    error = refused(value)

    assert (
        "wrong-type",
        "a unit is a text",
        value,
        "write its name in quotes, like 'container'",
    ) == error.args[:4]


def test_a_refused_side_of_a_rate_is_refused_for_its_own_sake() -> None:
    assert ("unit-ambiguous", "ton") == (refused("ton/year").code, refused("ton/year").value)
    assert ("unit-unknown", "furlong") == (refused("barrel/furlong").code, refused("barrel/furlong").value)


def test_two_units_of_other_dimensions_are_both_named() -> None:
    with pytest.raises(DimensionError) as error:
        comparable("containers", "round")

    assert (
        "'container' and 'round' measure different things; use two units of one dimension or a packing assumption"
        == str(error.value)
    )


def test_a_pure_number_is_called_one() -> None:
    with pytest.raises(DimensionError, match=r"^a pure number and 'round' measure"):
        comparable("", "round")


def test_a_factor_to_the_same_unit_is_exactly_one() -> None:
    assert 1.0 == factor("us_gallon", "us_gallons")
    assert 0.158987294928 == pytest.approx(factor("barrel"), rel=1e-15)


def test_a_known_unit_is_told_from_an_unknown_one() -> None:
    assert is_unit("kg/round")
    assert not is_unit("kg/unti")


def test_every_definition_is_reached_by_its_own_name_and_no_name_is_taken_twice() -> None:
    lines = [
        line.split(" = ") for line in definitions.text().splitlines() if line and not line.startswith("#")
    ]
    names = [name for first, _, *others in lines for name in (first, *others) if name != "_"]

    assert len(names) == len(set(names))
    assert [line[0] for line in lines] == [unit(line[0]).name for line in lines]


def test_every_section_of_the_file_says_where_its_numbers_come_from() -> None:
    sections = [line for line in definitions.text().splitlines() if line.startswith("# ---")]

    assert len(sections) >= 9
    assert all(
        char in "# -abcdefghijklmnopqrstuvwxyz"
        for line in sections
        for char in line.split("(")[0].lower()
        if char not in ",:"
    )


def test_the_table_is_read_once_and_fast() -> None:
    code = (
        "import time; from osintkp.units import definitions as d\n"
        "best = []\n"
        "for _ in range(5):\n"
        "    d.table.cache_clear(); start = time.perf_counter(); d.table(); best.append(time.perf_counter() - start)\n"
        "print(min(best))"
    )
    seconds = float(
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    )

    assert table() is table()
    assert seconds < 0.003


def test_reading_and_comparing_amounts_wakes_neither_pint_nor_json() -> None:
    code = (
        "import sys; from osintkp.units import Amount\n"
        "Amount.parse('~5 barrel').less(Amount.parse('9 litre')); Amount.parse('5 tonne').converted('kg')\n"
        "print(sorted({'pint', 'json', 'difflib', 'decimal'} & set(sys.modules)))"
    )
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert "[]" == printed.strip()
