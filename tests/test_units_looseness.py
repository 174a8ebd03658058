from __future__ import annotations

from typing import Any

import pytest

from osintkp.errors import AmountError
from osintkp.units.looseness import DEFAULT, POLICIES, digits, half_unit, policy, rounding


@pytest.mark.parametrize(
    ("name", "printed", "expected"),
    [
        ("tenth", "6700", (6030.0, 7370.0)),
        ("tenth", "8000", (7200.0, 8800.0)),
        ("tenth", "10000", (5000.0, 15000.0)),
        ("tenth", "30", (25.0, 35.0)),
        ("tenth", "1.3", (1.17, 1.43)),
        ("tenth", "1.30", (1.17, 1.43)),
        ("tenth", "0.5", (0.45, 0.55)),
        ("tenth", "0.1", (0.05, 0.15)),
        ("tenth", "0", (0.0, 0.5)),
        ("tenth", "0.0", (0.0, 0.05)),
        ("tenth", "-30", (-35.0, -25.0)),
        ("tenth", "1", (0.5, 1.5)),
        ("digit", "6700", (6650.0, 6750.0)),
        ("digit", "1.3", (1.25, 1.35)),
        ("digit", "1.30", (1.295, 1.305)),
        ("digit", "6700.0", (6699.95, 6700.05)),
        ("digit", "0", (0.0, 0.5)),
        ("digit", "-30", (-35.0, -25.0)),
        ("fifth", "6700", (5360.0, 8040.0)),
        ("fifth", "30", (24.0, 36.0)),
        ("fifth", "10000", (5000.0, 15000.0)),
        ("exact", "6700", (6700.0, 6700.0)),
        ("exact", "0", (0.0, 0.0)),
        ("exact", "-1.5", (-1.5, -1.5)),
    ],
)
def test_a_policy_gives_the_bounds_of_a_printed_number(
    name: str, printed: str, expected: tuple[float, float]
) -> None:
    assert expected == POLICIES[name].bounds(printed)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("6700", (6650.0, 6750.0)),
        ("13000", (12500.0, 13500.0)),
        ("10000", (9500.0, 10500.0)),
        ("9999", (9998.5, 9999.5)),
        ("5", (4.75, 5.25)),
        ("12", (11.5, 12.5)),
        ("1.30", (1.295, 1.305)),
        ("0", (0.0, 0.0)),
        ("-30", (-31.5, -28.5)),
    ],
)
def test_an_unhedged_number_may_have_been_rounded_by_half_a_digit_and_at_most_five_percent(
    printed: str, expected: tuple[float, float]
) -> None:
    assert expected == rounding(printed)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("6700", 100),
        ("6701", 1),
        ("1.30", 1),
        ("1000000", 10**6),
        ("0", 1),
        ("-0", 1),
        ("000", 1),
        ("-50", 10),
        ("5.00", 1),
        ("00700", 100),
    ],
)
def test_zeros_at_the_end_count_only_after_a_point(printed: str, expected: int) -> None:
    assert expected == half_unit(printed)


@pytest.mark.parametrize(
    ("printed", "expected"), [("6700", (6700, 1)), ("1.30", (130, 100)), ("-0.5", (-5, 10))]
)
def test_a_printed_number_is_a_whole_number_over_a_power_of_ten(
    printed: str, expected: tuple[int, int]
) -> None:
    assert expected == digits(printed)


def test_the_policies_are_found_by_name_and_the_default_is_one_of_them() -> None:
    assert ["tenth", "digit", "fifth", "exact"] == list(POLICIES)
    assert DEFAULT == policy("tenth").name == "tenth"


@pytest.mark.parametrize("name", ["loose", "", "Tenth", None, ["tenth"]])
def test_an_unknown_policy_is_refused_with_the_known_ones(name: str) -> None:
    with pytest.raises(AmountError) as error:
        policy(name)

    assert (
        "looseness-unknown",
        "no such looseness policy",
        name,
        "use one of tenth, digit, fifth, exact",
    ) == error.value.args[:4]


def test_the_policies_cannot_be_changed_from_outside() -> None:
    policies: Any = POLICIES

    with pytest.raises(TypeError):
        policies["tenth"] = POLICIES["exact"]
