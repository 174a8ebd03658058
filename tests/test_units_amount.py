from __future__ import annotations

import concurrent.futures
import math
import multiprocessing
import pickle
import subprocess
import sys
from typing import Any

import attrs
import pytest

from osintkp.errors import AmountError, DimensionError, UnitError
from osintkp.units import Amount, Comparator


@pytest.mark.parametrize(
    ("text", "low", "best", "high", "unit", "comparator"),
    [
        ("6700 container", 6700.0, 6700.0, 6700.0, "container", "="),
        ("~6700 container", 6030.0, 6700.0, 7370.0, "container", "~"),
        ("~8000 person", 7200.0, 8000.0, 8800.0, "person", "~"),
        ("~10000 person", 5000.0, 10000.0, 15000.0, "person", "~"),
        (">10000 person", 10000.0, None, None, "person", ">"),
        (">=10000 people", 10000.0, None, None, "person", ">="),
        ("<5 ship", None, None, 5.0, "ship", "<"),
        ("<=500000 bbl", None, None, 500000.0, "barrel", "<="),
        ("2000000..5000000 round", 2e6, None, 5e6, "round", ".."),
        ("5000..6000..7000 person", 5000.0, 6000.0, 7000.0, "person", ".."),
        ("~2000.. containers", 2000.0, None, None, "container", "~.."),
        ("~30 percent", 25.0, 30.0, 35.0, "percent", "~"),
        ("~1.3", 1.17, 1.3, 1.43, "", "~"),
        ("152 mm", 152.0, 152.0, 152.0, "millimetre", "="),
        ("7.62 mm", 7.62, 7.62, 7.62, "millimetre", "="),
        ("4350000000 EUR", 4.35e9, 4.35e9, 4.35e9, "EUR", "="),
        ("~0 drone", 0.0, 0.0, 0.5, "drone", "~"),
        ("-2.5 percent", -2.5, -2.5, -2.5, "percent", "="),
        ("~-30 percent", -35.0, -30.0, -25.0, "percent", "~"),
        ("20 degC", 20.0, 20.0, 20.0, "degree_celsius", "="),
    ],
)
def test_a_text_says_its_bounds(
    text: str, low: float | None, best: float | None, high: float | None, unit: str, comparator: str
) -> None:
    amount = Amount.parse(text)

    assert (low, best, high, unit, comparator) == (
        amount.low,
        amount.best,
        amount.high,
        amount.unit,
        amount.comparator,
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("~6700 containers", "~6700 container"),
        ("152 mm", "152 millimetre"),
        ("5 kg/rounds", "5 kilogram/round"),
        ('~6700 container "roughly"', '~6700 container "roughly"'),
        ("~6700 container @digit", "~6700 container @digit"),
        ('~6700 container "roughly" @digit', '~6700 container "roughly" @digit'),
        ("~6700 container @tenth", "~6700 container"),
        ("6700 container @digit", "6700 container"),
        (">6700 container @digit", ">6700 container"),
        ("~5..6..7 km @digit", "~5..6..7 kilometre"),
        ("~5.. km @digit", "~5.. kilometre @digit"),
        ("~1.30", "~1.30"),
        ("9007199254740993 container", "9007199254740993 container"),
        ("0.1 tonne", "0.1 tonne"),
    ],
)
def test_an_amount_prints_as_it_was_printed_under_its_canonical_unit(text: str, expected: str) -> None:
    assert expected == str(Amount.parse(text))
    assert Amount.parse(text) == Amount.parse(expected)


def test_two_printed_forms_of_one_number_are_told_apart_by_structure_and_alike_by_meaning() -> None:
    one, other = Amount.parse("1.3 tonne"), Amount.parse("1.30 tonne")

    assert one != other
    assert bool(one.equal(other)) is True


def test_the_policy_of_the_text_comes_before_the_one_of_the_call() -> None:
    called = Amount.parse("~6700 crate", looseness="digit")
    written = Amount.parse("~6700 crate @fifth", looseness="digit")

    assert ("digit", 6650.0) == (called.looseness, called.low)
    assert ("fifth", 5360.0) == (written.looseness, written.low)


def test_a_policy_that_is_not_at_work_is_not_kept() -> None:
    assert ["tenth"] * 3 == [
        Amount.parse(text, looseness="digit").looseness for text in ("5 km", ">5 km", "~4..5..6 km")
    ]
    assert "digit" == Amount.parse("~5.. km", looseness="digit").looseness


@pytest.mark.parametrize("text", ["5 km @loose", "~5 km @loose", ">5 km @loose"])
def test_an_unknown_policy_is_refused_even_where_it_would_do_nothing(text: str) -> None:
    with pytest.raises(AmountError) as error:
        Amount.parse(text)

    assert ("looseness-unknown", "loose") == (error.value.code, error.value.value)


@pytest.mark.parametrize("value", [6700, 6700.0, None, True, b"6700 container", ["6700 container"]])
def test_what_is_no_text_is_refused(value: Any) -> None:
    with pytest.raises(AmountError) as error:
        Amount.parse(value)

    expected = ("wrong-type", "an amount is a text", value, 'write it in quotes, like "6700 container"')
    assert expected == error.value.args[:4]


def test_a_range_the_wrong_way_round_is_refused() -> None:
    with pytest.raises(AmountError) as error:
        Amount.parse("5000..2000 round")

    assert ("amount-order", "write 2000..5000") == (error.value.code, error.value.fix)


def test_a_count_below_zero_is_refused() -> None:
    with pytest.raises(AmountError) as error:
        Amount.parse("-350 truck")

    assert ("number-range", "write 350 truck") == (error.value.code, error.value.fix)


def test_an_amount_can_be_made_from_numbers() -> None:
    made = Amount(low=6030, best=6700, high=7370, unit="containers", comparator="~")

    assert Amount.parse("~6700 container") == made


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"low": 5, "best": 5, "high": 5, "unit": "tank"}, "5 tank"),
        ({"low": 5, "high": 9, "comparator": ".."}, "5..9"),
        ({"low": 4, "best": 5, "high": 9, "unit": "km", "comparator": "~"}, "~4..5..9 kilometre"),
        ({"low": 5, "unit": "km", "comparator": ">"}, ">5 kilometre"),
        ({"high": 0.25, "comparator": "<="}, "<=0.25"),
        (
            {"low": 2000, "unit": "round", "comparator": "~..", "hedge": "thousands"},
            '~2000.. round "thousands"',
        ),
        ({"low": 6, "best": 6, "high": 6, "printed": "6.0"}, "6.0"),
        ({"low": 6, "best": 6, "high": 6, "printed": "7"}, "6"),
    ],
)
def test_an_amount_from_numbers_prints_the_notation(given: dict[str, Any], expected: str) -> None:
    assert expected == str(Amount(**given))


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"low": 1, "best": 2, "high": 1}, "amount-shape"),
        ({}, "amount-shape"),
        ({"low": 9, "high": 5, "comparator": ".."}, "amount-order"),
        ({"low": math.nan, "comparator": ">"}, "number-not-finite"),
        ({"low": "5", "comparator": ">"}, "wrong-type"),
        ({"low": -1, "comparator": ">", "unit": "ship"}, "number-range"),
        ({"low": 1, "comparator": ">", "unit": "ton"}, "unit-ambiguous"),
        ({"low": 1, "comparator": ">", "unit": 5}, "wrong-type"),
        ({"low": 1, "comparator": ">>"}, "comparator-unknown"),
        ({"low": 1, "comparator": ">", "hedge": ""}, "hedge-syntax"),
        ({"low": 1, "comparator": ">", "hedge": 'a"b'}, "hedge-syntax"),
        ({"low": 1, "comparator": ">", "looseness": "loose"}, "looseness-unknown"),
        ({"low": 1.234567890123456e-30, "comparator": ">"}, "number-size"),
        ({"low": 1e40, "comparator": ">"}, "number-size"),
        ({"low": 1, "high": 1e40, "comparator": ".."}, "number-size"),
    ],
)
def test_numbers_that_are_no_amount_are_refused(given: dict[str, Any], code: str) -> None:
    with pytest.raises((AmountError, UnitError)) as error:
        Amount(**given)

    assert code == error.value.code


def test_a_number_of_just_forty_digits_is_an_amount() -> None:
    assert 40 == len(Amount.exact(5e39).printed)


def test_three_long_bounds_with_a_long_hedge_still_make_one_amount() -> None:
    amount = Amount(
        low=1.234567890123456e-7,
        best=1.334567890123456e-7,
        high=1.434567890123456e-7,
        comparator=Comparator.ABOUT,
        hedge="w" * 80,
    )

    assert amount == Amount.parse(str(amount))


def test_an_exact_amount_has_a_constructor() -> None:
    assert Amount.parse("6700 container") == Amount.exact(6700, "containers")
    assert Amount.parse("1.5") == Amount.exact(1.5)


def test_an_amount_is_frozen_hashable_and_slotted() -> None:
    amount: Any = Amount.parse("5 km")

    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        amount.low = 6.0
    assert {amount} == {Amount.parse("5 km")}
    assert not hasattr(amount, "__dict__")


def test_a_policy_is_at_work_only_on_approximate_numbers_without_bounds_of_their_own() -> None:
    texts = ["~5 km", "~5.. km", "~5..6 km", "~4..5..6 km", "5 km", "4..6 km", ">5 km"]

    assert [True, True, True, False, False, False, False] == [Amount.parse(text)._loose for text in texts]


def test_the_repr_can_be_typed_back() -> None:
    assert "Amount.parse('~5 kilometre')" == repr(Amount.parse("~5 km"))


def test_evolving_a_bound_drops_the_printed_form_and_evolving_the_unit_keeps_it() -> None:
    amount = Amount.parse("~1.30 tonne")

    assert "~1.2..1.3..1.43 tonne" == str(attrs.evolve(amount, low=1.2))
    assert "~1.30 kilogram" == str(attrs.evolve(amount, unit="kg"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5 km", (5000.0, 5000.0)),
        (">=5 km", (5000.0, math.inf)),
        ("<5 km", (-math.inf, 5000.0)),
        ("5..6 TEU", (5.0, 6.0)),
        ("~50 percent", (0.45, 0.55)),
        ("1 FEU", (2.0, 2.0)),
    ],
)
def test_the_band_is_in_base_units(text: str, expected: tuple[float, float]) -> None:
    assert expected == Amount.parse(text).band


@pytest.mark.parametrize(
    ("text", "unit", "expected"),
    [
        ("6700 container", None, (6650.0, 6750.0)),
        ("13000 container", None, (12500.0, 13500.0)),
        ("10000 person", None, (9500.0, 10500.0)),
        ("10 km", None, (9500.0, 10500.0)),
        ("10 km", "km", (9.5, 10.5)),
        ("10 km", "metre", (9500.0, 10500.0)),
        ("10000 litre", "litres", (9500.0, 10500.0)),
        ("~10000 person", None, (5000.0, 15000.0)),
        ("~10 km", "kilometre", (5.0, 15.0)),
        (">10 km", "km", (10.0, math.inf)),
        ("<10 km", None, (-math.inf, 10000.0)),
        ("10..12 km", "km", (10.0, 12.0)),
    ],
)
def test_the_printed_band_allows_for_rounding(
    text: str, unit: str | None, expected: tuple[float, float]
) -> None:
    assert expected == Amount.parse(text).printed_band(unit)


def test_the_printed_band_of_another_dimension_is_refused() -> None:
    with pytest.raises(DimensionError, match="'kilometre' and 'tonne'"):
        Amount.parse("10 km").printed_band("tonne")


@pytest.mark.parametrize(
    ("text", "policy", "expected"),
    [
        ("~6700 crate", "digit", "~6700 crate @digit"),
        ("~6700 crate @digit", "tenth", "~6700 crate"),
        ("~2000.. crate", "fifth", "~2000.. crate @fifth"),
        ("6700 crate", "digit", "6700 crate"),
        (">6700 crate", "digit", ">6700 crate"),
        ("~5..6..7 crate", "digit", "~5..6..7 crate"),
        ('~1.30 "some"', "digit", '~1.30 "some" @digit'),
    ],
)
def test_a_policy_changes_the_bounds_that_a_policy_made(text: str, policy: str, expected: str) -> None:
    changed = Amount.parse(text).under(policy)

    assert expected == str(changed)
    assert Amount.parse(expected) == changed


def test_every_policy_gives_its_bounds() -> None:
    amount = Amount.parse("~6700 container")
    bands = {
        name: (amount.under(name).low, amount.under(name).high)
        for name in ("tenth", "digit", "fifth", "exact")
    }

    assert {
        "tenth": (6030.0, 7370.0),
        "digit": (6650.0, 6750.0),
        "fifth": (5360.0, 8040.0),
        "exact": (6700.0, 6700.0),
    } == bands


def test_an_unknown_policy_is_refused_for_every_amount() -> None:
    with pytest.raises(AmountError, match="no such looseness policy: 'loose'"):
        Amount.parse("5 km").under("loose")


@pytest.mark.parametrize(
    ("text", "unit", "expected"),
    [
        ("500000 barrel", "cubic_metre", "79493.647464 cubic_metre"),
        (">=500000 barrel", "litre", ">=79493647.464 litre"),
        ("<2 FEU", "TEU", "<4 TEU"),
        ("2..3 tonne", "kg", "2000..3000 kilogram"),
        ("~10000 barrel", "us_gallon", "~210000..420000..630000 us_gallon"),
        ("~2.. mile", "metre", "~3218.688.. metre"),
        ('5..6..7 km "say"', "m", '5000..6000..7000 metre "say"'),
        ("30 percent", "", "0.3"),
        ("0.3", "percent", "30 percent"),
        ("5 tank", "vehicle", "5 vehicle"),
        ("1000 barrel/day", "barrel/year", "365250 barrel/year"),
        ("~6700 crates", "crate", "~6700 crate"),
    ],
)
def test_a_conversion_keeps_bounds_comparator_and_hedge(text: str, unit: str, expected: str) -> None:
    assert expected == str(Amount.parse(text).converted(unit))


def test_a_conversion_to_the_same_unit_changes_nothing() -> None:
    amount = Amount.parse("1.30 tonne")

    assert amount is amount.converted("tonnes")


@pytest.mark.parametrize("convert", ["converted", "to"])
def test_a_conversion_into_another_dimension_is_refused_with_both_units(convert: str) -> None:
    with pytest.raises(DimensionError, match=r"^'barrel' and 'tonne' measure different things"):
        getattr(Amount.parse("5 barrel"), convert)("tonne")


@pytest.mark.parametrize("convert", ["converted", "to"])
def test_a_conversion_into_no_unit_is_refused(convert: str) -> None:
    with pytest.raises(UnitError, match="several readings: 'ton'"):
        getattr(Amount.parse("5 tonne"), convert)("ton")


def test_so_many_times_an_amount_keeps_its_kind() -> None:
    assert ["<=10 crate", "~2..4..6 crate", "8..12 crate"] == [
        str(Amount.parse(text).scaled(2)) for text in ("<=5 crate", "~1..2..3 crate", "4..6 crate")
    ]


def test_pint_gives_the_best_value_in_another_unit() -> None:
    quantity = Amount.parse("~2 barrel").to("us_gallons")

    assert 84.0 == pytest.approx(quantity.magnitude)
    assert "us_gallon" == str(quantity.units)
    assert 0.3 == pytest.approx(Amount.parse("30 percent").to("").magnitude)


@pytest.mark.parametrize("text", [">5 barrel", "5..6 barrel", "~5.. barrel"])
def test_pint_gets_no_value_from_bounds_alone(text: str) -> None:
    amount = Amount.parse(text)
    expected = (
        "amount-no-best",
        "the amount has bounds and no best value",
        text,
        "use .converted(unit), which keeps the bounds",
    )

    with pytest.raises(AmountError) as asked:
        amount.to("litre")
    with pytest.raises(AmountError) as handed:
        amount.to_pint()

    assert [expected] * 2 == [asked.value.args[:4], handed.value.args[:4]]


def _echo(amount: Amount) -> tuple[Amount, str]:
    return amount, str(amount)


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_an_amount_goes_into_another_process_and_back(method: str) -> None:
    amounts = [Amount.parse(text) for text in ("~6700 container", "5 barrel", '~2000.. round "thousands"')]
    context = multiprocessing.get_context(method)

    with concurrent.futures.ProcessPoolExecutor(1, mp_context=context) as pool:
        assert [(amount, str(amount)) for amount in amounts] == list(pool.map(_echo, amounts, timeout=60))


def test_a_pickle_holds_numbers_and_names_only() -> None:
    data = pickle.dumps(Amount.parse("5 barrel"))

    assert b"pint" not in data
    assert len(data) < 400


def test_parsing_takes_microseconds() -> None:
    code = (
        "import timeit\n"
        "from osintkp.units import Amount\n"
        "texts = ['6700 container', '~6700 container', '>10000 person', '2000000..5000000 round', '~30 percent']\n"
        "times = timeit.repeat(lambda: [Amount.parse(text) for text in texts], number=200, repeat=9)\n"
        "print(min(times) / 200 / len(texts))"
    )
    seconds = float(
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    )

    assert seconds < 50e-6


def test_an_amount_says_what_it_measures() -> None:
    assert [(("metre", 1),), (("container", -1), ("round", 1)), ()] == [
        Amount.parse(text).dimension for text in ("152 mm", "5 round/container", "~30 percent")
    ]
