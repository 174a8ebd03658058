from __future__ import annotations

import math
import subprocess
import sys
import threading
from typing import Any

import pint
import pytest

from osintkp.errors import UnitError
from osintkp.units import Amount, definitions
from osintkp.units.registry import hosted, quantity, registry

NAMES = sorted({known.name for known in definitions.table().units.values()} - {""})
RATES = ["barrel/day", "round/container", "kilogram/round", "barrel/tonne", "round/month", "percent/year"]


def host(*lines: str) -> Any:
    made: Any = pint.UnitRegistry()
    for line in lines:
        made.define(line)
    return made


def empty(*lines: str) -> Any:
    made: Any = pint.UnitRegistry(None)
    for line in lines:
        made.define(line)
    return made


def plain(found: Any) -> str:
    return f"{found.magnitude:g} {found.units}"


@pytest.mark.parametrize("name", [*NAMES, *RATES])
def test_our_factor_is_the_one_that_pint_reads_from_the_same_file(name: str) -> None:
    one: Any = quantity(1.0, name).to_base_units()
    dimension = dict(definitions.unit(name).dimension)

    assert math.isclose(one.magnitude, definitions.unit(name).factor, rel_tol=1e-14)
    assert dimension == {str(base): int(power) for base, power in one.unit_items()}


@pytest.mark.parametrize("name", sorted(set(definitions.table().units) - {""}))
def test_pint_knows_every_alias_as_we_do(name: str) -> None:
    assert definitions.canonical(name) == registry().get_name(name)


def test_a_barrel_is_42_gallons_in_the_registry_both_ways() -> None:
    assert 42.0 == pytest.approx(quantity(1.0, "barrel").to("us_gallon").magnitude, rel=1e-14)
    assert 1.0 == pytest.approx(quantity(42.0, "us_gallon").to("barrel").magnitude, rel=1e-14)
    assert 158.987294928 == pytest.approx(quantity(1.0, "barrel").to("litre").magnitude, rel=1e-14)


def test_a_pure_number_is_dimensionless() -> None:
    assert quantity(1.5, "").dimensionless


def test_the_registry_is_built_once_even_by_many_threads() -> None:
    code = (
        "import threading\n"
        "from osintkp.units import Amount\n"
        "from osintkp.units.registry import registry\n"
        "found, gate = [], threading.Barrier(8)\n"
        "def work():\n"
        "    gate.wait(); found.append((id(registry()), round(Amount.parse('1 barrel').to('us_gallon').magnitude, 9)))\n"
        "threads = [threading.Thread(target=work) for _ in range(8)]\n"
        "[t.start() for t in threads]; [t.join() for t in threads]\n"
        "print(len(found), len(set(found)))"
    )
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert "8 1" == printed.strip()


def test_the_registry_is_not_the_application_registry_and_does_not_touch_it() -> None:
    code = (
        "import pint\n"
        "from osintkp.units import Amount\n"
        "Amount.parse('5 container').to('container'); Amount.parse('1 barrel').to('litre')\n"
        "app = pint.get_application_registry()\n"
        "print('container' in app, round(app.Quantity(1, 'barrel').to('liter').magnitude, 2))"
    )
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert "False 119.24" == printed.strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2 barrel", "2 oil_barrel"),
        ("100 barrel/year", "100 oil_barrel / year"),
        ("7 us_gallon", "7 gallon"),
        ("4 tonne", "4 metric_ton"),
        ("5 pound_mass", "5 pound"),
        ("60 kilometre_per_hour", "60 kilometer_per_hour"),
        ("4 cubic_metre", "4 meter ** 3"),
        ("152 mm", "152 millimeter"),
        ("3 square_metre", "3 meter ** 2"),
        ("2 kilotonne", "2 kilometric_ton"),
        ("30 percent", "30 percent"),
        ("1.5", "1.5 dimensionless"),
        ("20 degC", "20 degree_Celsius"),
        ("5 tank", "5 tank"),
        ("3 FEU", "3 FEU"),
        ("5 USD", "5 USD"),
        ("20 kg/round", "20 kilogram / round"),
        ("~9 container", "9 container"),
        ("2 percent/year", "2 percent / year"),
    ],
)
def test_a_host_gets_the_amount_in_names_that_mean_the_same_there(text: str, expected: str) -> None:
    assert expected == plain(Amount.parse(text).to_pint(host()))


def test_the_hosts_own_barrel_stays_what_it_was() -> None:
    theirs = host()
    before = theirs.Quantity(1.0, "barrel").to("liter").magnitude
    given = Amount.parse("1 barrel").to_pint(theirs)

    assert before == theirs.Quantity(1.0, "barrel").to("liter").magnitude
    assert 158.987294928 == pytest.approx(given.to("liter").magnitude, rel=1e-12)


def test_the_quantity_mixes_with_the_hosts_own() -> None:
    theirs = host()

    total = Amount.parse("1 barrel").to_pint(theirs) + theirs.Quantity(42, "gallon")

    assert 2.0 == pytest.approx(total.to("oil_barrel").magnitude)


def test_counts_are_defined_in_the_host_once_and_keep_their_sizes() -> None:
    theirs = host()
    one, other = Amount.parse("1 FEU").to_pint(theirs), Amount.parse("3 TEU").to_pint(theirs)

    assert 5.0 == (one + other).to("TEU").magnitude
    assert "5 piece" == plain(Amount.parse("5 tank").to_pint(theirs).to_base_units())
    assert not Amount.parse("5 round").to_pint(theirs).is_compatible_with("tank")


@pytest.mark.parametrize(
    ("line", "text", "expected", "base"),
    [
        ("round = 360 * degree", "5 round", "5 osintkp_round", "5 osintkp_round"),
        ("tank = 50 * liter", "5 tank", "5 osintkp_tank", "5 piece"),
        ("crate = [box]", "5 crate", "5 crate", "5 crate"),
        ("USD = [money]", "5 USD", "5 USD", "5 USD"),
        ("piece = []", "5 tank", "5 tank", "5 piece"),
        ("revolution_2 = [turns] = _ = round", "5 round", "5 osintkp_round", "5 osintkp_round"),
        ("barrel_2 = 42 * gallon = _ = us_barrel", "5 barrel", "5 oil_barrel", "0.794936 meter ** 3"),
    ],
)
def test_a_name_of_the_hosts_is_used_only_where_it_is_a_count_of_its_own(
    line: str, text: str, expected: str, base: str
) -> None:
    given = Amount.parse(text).to_pint(host(line))

    assert (expected, base) == (plain(given), plain(given.to_base_units()))


def test_a_safe_name_is_defined_once() -> None:
    theirs = host("round = 360 * degree")
    first, second = (Amount.parse(text).to_pint(theirs) for text in ("5 round", "6 round"))

    assert "11 osintkp_round" == plain(first + second)


def test_a_host_without_another_name_gets_base_units() -> None:
    bare = empty("meter = [length]", "kilogram = [mass]", "second = [time]")

    assert "0.158987 meter ** 3" == plain(Amount.parse("1 barrel").to_pint(bare))
    assert "1000 kilogram" == plain(Amount.parse("1 tonne").to_pint(bare))
    assert "0.3 dimensionless" == plain(Amount.parse("30 percent").to_pint(bare))
    assert "0.3 1 / second" == plain(hosted(30.0, "percent/second", bare))
    assert "5 tank" == plain(Amount.parse("5 tank").to_pint(bare))
    assert "20 degree_celsius" == plain(Amount.parse("20 degC").to_pint(bare))
    assert "2.77778 meter / second" == plain(Amount.parse("10 kilometre/hour").to_pint(bare))


def test_a_host_that_means_another_thing_by_a_physical_name_gets_base_units() -> None:
    odd = empty("meter = [length]", "kilogram = [mass]", "tonne = 7 * meter", "mile = 2000 * meter")

    assert "1000 kilogram" == plain(Amount.parse("1 tonne").to_pint(odd))
    assert "1609.34 meter" == plain(Amount.parse("1 mile").to_pint(odd))


@pytest.mark.parametrize(
    ("text", "base", "name"),
    [("5 km", "metre", "meter"), ("5 tonne", "kilogram", "kilogram"), ("5 day", "second", "second")],
)
def test_a_host_without_base_units_is_told_what_it_lacks(text: str, base: str, name: str) -> None:
    with pytest.raises(UnitError) as error:
        Amount.parse(text).to_pint(empty())

    expected = (
        "unit-unknown",
        "the registry of the host lacks a base unit",
        base,
        f"define {name} in it, or leave the registry out",
    )
    assert expected == error.value.args[:4]


def test_without_a_registry_the_application_registry_is_the_host() -> None:
    code = (
        "import pint\n"
        "from osintkp.units import Amount\n"
        "mine = pint.UnitRegistry(); pint.set_application_registry(mine)\n"
        "given = Amount.parse('5 container').to_pint()\n"
        "print(given, given.units == mine.container, Amount.parse('5 container/day').to_pint())"
    )
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert "5.0 container True 5.0 container / day" == printed.strip()


def test_the_application_registry_may_be_changed_between_two_calls() -> None:
    application: Any = pint.application_registry
    before, mine = application.get(), host()
    application.set(mine)
    try:
        given = Amount.parse("5 container").to_pint()
    finally:
        application.set(before)

    assert mine.container == given.units


def test_our_own_registry_can_be_the_host() -> None:
    own: Any = registry()

    assert "5 container" == plain(Amount.parse("5 container").to_pint(own))
    assert "5 barrel" == plain(Amount.parse("5 barrel").to_pint(own))


def test_many_threads_may_hand_amounts_to_one_host() -> None:
    theirs = host()
    found: list[str] = []
    gate = threading.Barrier(8)

    def work() -> None:
        gate.wait()
        found.extend(
            plain(Amount.parse(text).to_pint(theirs)) for text in ("5 tank", "5 crate", "5 round/container")
        )

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert {"5 tank": 8, "5 crate": 8, "5 round / container": 8} == {
        text: found.count(text) for text in found
    }
